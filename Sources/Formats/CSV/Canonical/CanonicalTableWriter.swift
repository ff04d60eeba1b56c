import DatelineCore
import DatelineRecord

/// Writes records as rows of the canonical table.
final class CanonicalTableWriter: RecordWriter {
  private var output: ByteWriter
  private let style: TableStyle
  private let log: DiagnosticLog
  private var cells: CellWriter
  private let incidentColumns = RecordColumns(Incident.declaration)
  private let reportColumns = RecordColumns(Report.declaration)
  private let tombstoneColumns = RecordColumns(Tombstone.declaration)
  private let headerColumns = RecordColumns(Header.declaration)

  init(_ output: consuming ByteWriter, _ style: TableStyle, log: DiagnosticLog) {
    self.output = output
    self.style = style
    self.log = log
    cells = CellWriter(style)
  }

  func write(_ header: Header) throws(ConversionError) {
    if style.hasByteOrderMark { output.write(constant: "\u{FEFF}") }
    for (index, name) in TableLayout.canonicalNames.enumerated() {
      if index > 0 { output.write(style.delimiter) }
      output.write(name)
    }
    style.appendLineEnd(to: &output.buffer)
    cells.write(header, "header", headerColumns, to: &output.buffer)
  }

  func write(_ record: Record) throws(ConversionError) {
    switch record {
    case .incident(let incident): cells.write(incident, "incident", incidentColumns, to: &output.buffer)
    case .report(let report): cells.write(report, "report", reportColumns, to: &output.buffer)
    case .tombstone(let tombstone): cells.write(tombstone, "tombstone", tombstoneColumns, to: &output.buffer)
    }
    if let (column, length) = cells.longCell {
      try log.report(
        .warning, .csvLongCell,
        "'\(TableLayout.canonicalNames[column])' of \(quoted(record.id.description)) has \(length) characters; spreadsheet programs cut cells at \(CellWriter.longestCell)",
        at: nil)
    }
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) { try output.flush() }
}

extension DiagnosticCode {
  static let csvLongCell: Self = "csv.long-cell"
}
