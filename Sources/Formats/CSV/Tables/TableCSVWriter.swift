import DatelineCore
import DatelineTables

/// Writes the rows of a table.
final class TableCSVWriter: RecordWriter {
  private var table: Output
  private let rows: any TableRowWriter

  /// What a row goes through, as one value: to ask for each part of it who else uses it cost more than writing.
  fileprivate struct Output: ~Copyable {
    var bytes: ByteWriter
    var cells = TableCells()
  }

  init(_ output: consuming ByteWriter, _ rows: any TableRowWriter) {
    table = Output(bytes: output)
    self.rows = rows
  }

  func write(_ header: Header) throws(ConversionError) {
    for name in try rows.columns(for: header) { table.cells.cell(name) }
    table.writeRow()
  }

  func write(_ record: Record) throws(ConversionError) {
    guard case .incident(let incident) = record else { return }
    try write(incident)
  }

  func write(_ incident: borrowing Incident) throws(ConversionError) { try table.write(incident, rows) }

  func finish() throws(ConversionError) { try table.bytes.flush() }
}

extension TableCSVWriter.Output {
  fileprivate mutating func write(
    _ incident: borrowing Incident, _ rows: any TableRowWriter
  ) throws(ConversionError) {
    try rows.append(incident, to: &cells)
    writeRow()
    try bytes.flushIfFull()
  }

  fileprivate mutating func writeRow() {
    cells.withBytes { row, marked in
      bytes.buffer.append(atMost: row.count * 2 + marked.count * 4 + 1) { Self.write(row, marked, &$0) }
    }
    cells.removeAll()
  }

  /// Writes a row as RFC 4180 has it, with LF.
  ///
  /// - Parameter marked: The cells that may need quotes. The others are copied with the commas behind them.
  private static func write(_ bytes: Span<UInt8>, _ marked: [TableCells.Marked], _ cursor: inout OutputCursor) {
    var start = 0
    for cell in marked {
      let content = bytes.extracting(cell.range)
      cursor.write(bytes.extracting(start..<cell.range.lowerBound))
      if isFormula(content) {
        writeQuoted(content, isGuarded: true, &cursor)
      } else if !cell.isSpecial {
        cursor.write(content)
      } else if cell.mayHaveQuotes {
        writeQuoted(content, &cursor)
      } else {
        cursor.write(UInt8(ascii: "\""))
        cursor.write(content)
        cursor.write(UInt8(ascii: "\""))
      }
      start = cell.range.upperBound
    }
    // The last comma becomes the line end.
    cursor.write(bytes.extracting(start..<max(start, bytes.count - 1)))
    cursor.write(0x0A)
  }

  /// Whether a spreadsheet program may run the cell. A negative number is none.
  private static func isFormula(_ cell: Span<UInt8>) -> Bool {
    guard FormulaGuard.isDangerous(cell) else { return false }
    guard cell.count > 1 else { return true }
    for index in cell.indices where !(0x30...0x39 ~= cell[index]) {
      guard cell[index] == UInt8(ascii: ".") || (cell[index] == UInt8(ascii: "-") && index == 0) else { return true }
    }
    return false
  }

  private static func writeQuoted(_ cell: Span<UInt8>, isGuarded: Bool = false, _ cursor: inout OutputCursor) {
    cursor.write(UInt8(ascii: "\""))
    if isGuarded { cursor.write(FormulaGuard.mark) }
    var start = 0
    while true {
      let quote = cell.firstIndex(of: UInt8(ascii: "\""), from: start)
      guard quote < cell.count else { break }
      cursor.write(cell.extracting(start...quote))
      cursor.write(UInt8(ascii: "\""))
      start = quote + 1
    }
    cursor.write(cell.extracting(start...))
    cursor.write(UInt8(ascii: "\""))
  }
}
