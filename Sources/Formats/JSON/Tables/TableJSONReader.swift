import DatelineCore
import DatelineTables

/// Reads rows of a table that are flat JSON objects.
final class TableJSONReader: RecordReader {
  private var rows: TableJSONRows
  private var incidents = ReusedIncidents()
  /// The first incident, which was read for the header's sake, where it has not been given away.
  private var pending: Int?

  init(_ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext) {
    rows = TableJSONRows(input, dialect, context)
  }

  func readHeader() throws(ConversionError) -> Header? {
    try rows.open()
    pending = try rows.next(into: &incidents)
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
    guard let index = pending else { return try rows.next(into: &incidents) }
    pending = nil
    return index
  }

  func position(of pointer: String) -> SourcePosition? { rows.position(of: pointer) }
}
