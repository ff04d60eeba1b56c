import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads the rows of a table.
final class TableCSVReader: RecordReader {
  private var rows: TableCSVRows
  private var incidents = ReusedIncidents()

  init(
    _ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext
  ) throws(ConversionError) {
    rows = try TableCSVRows(input, dialect, context)
  }

  func readHeader() throws(ConversionError) -> Header? { try rows.readHeader() }

  func next() throws(ConversionError) -> Record? {
    guard let index = try rows.next(into: &incidents) else { return nil }
    return .incident(incidents.take(index))
  }

  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    guard let index = try rows.next(into: &incidents) else { return .end }
    try incidents.lend(index, to: consumer)
    return .incident
  }

  func position(of pointer: String) -> SourcePosition? { rows.position(of: pointer) }
}
