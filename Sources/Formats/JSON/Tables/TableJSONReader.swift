import DatelineCore
import DatelineTables

/// Reads rows of a table that are flat JSON objects.
final class TableJSONReader: RecordReader {
  private var rows: TableJSONRows
  private var incidents = ReusedIncidents()
  /// The incidents that have been made and not given away. The first are made for the header's sake.
  private var filled = 0..<0

  init(_ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext) {
    rows = TableJSONRows(input, dialect, context)
  }

  func readHeader() throws(ConversionError) -> Header? {
    try rows.open()
    filled = try rows.next(into: &incidents) ?? 0..<0
    return rows.header
  }

  func next() throws(ConversionError) -> Record? {
    guard let index = try nextIndex() else { return nil }
    return .incident(incidents.take(index))
  }

  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    guard let index = try nextIndex() else { return .end }
    try incidents.lend(index, to: consumer)
    return .incident
  }

  private func nextIndex() throws(ConversionError) -> Int? {
    if filled.isEmpty {
      guard let next = try rows.next(into: &incidents) else { return nil }
      filled = next
    }
    defer { filled = (filled.lowerBound + 1)..<filled.upperBound }
    return filled.lowerBound
  }

  func position(of pointer: String) -> SourcePosition? {
    rows.position(of: pointer, in: max(0, filled.lowerBound - 1))
  }
}
