internal import DatelineReading

/// Reads the texts of reports for the incidents that they tell of: a stage between any reader and the writer.
///
/// The incidents come behind those of the input that follow the report. One that the input has already, since it was
/// read so before, comes once, as the input has it.
final class ExtractingReader: RecordReader {
  private let reader: any RecordReader
  private let reading: ArticleReading
  /// Incidents of the last report that have not been given, the last first.
  private var found: [Incident] = []
  /// A record that was met while there were incidents to give.
  private var met: Record?

  init(_ reader: any RecordReader, _ reading: ArticleReading) {
    self.reader = reader
    self.reading = reading
  }

  func readHeader() throws(ConversionError) -> Header? { try reader.readHeader() }

  func position(of pointer: String) -> SourcePosition? { reader.position(of: pointer) }

  func next() throws(ConversionError) -> Record? {
    if let record = met {
      if let incident = found.popLast() { return .incident(incident) }
      met = nil
      return given(record)
    }
    guard let record = try reader.next() else { return found.popLast().map { .incident($0) } }
    if case .incident(let incident) = record {
      found.removeAll { $0.id == incident.id }
      return record
    }
    guard let incident = found.popLast() else { return given(record) }
    met = record
    return .incident(incident)
  }

  /// The record, once its text has been read.
  private func given(_ record: Record) -> Record {
    if case .report(let report) = record { found = reading.incidents(in: report).reversed() }
    return record
  }
}
