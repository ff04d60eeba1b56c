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
  private static func write(_ bytes: Span<UInt8>, _ marked: [Range<Int>], _ cursor: inout OutputCursor) {
    var start = 0
    for range in marked {
      cursor.write(bytes.extracting(start..<range.lowerBound))
      let cell = bytes.extracting(range)
      if isFormula(cell) {
        writeQuoted(cell, isGuarded: true, &cursor)
      } else if cell.firstSpecial() == cell.count {
        cursor.write(cell)
      } else {
        writeQuoted(cell, &cursor)
      }
      start = range.upperBound
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

extension Span<UInt8> {
  /// The index of the first comma, quote or line end; `count` where there is none, and the cell needs no quotes.
  fileprivate func firstSpecial() -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index &+ 8 <= count {
      let word = word(at: index)
      let commas = word ^ (0x2C &* ones)
      let quotes = word ^ (0x22 &* ones)
      let hits =
        ((commas &- ones) & ~commas | (quotes &- ones) & ~quotes | (word &- 0x20 &* ones) & ~word)
        & 0x8080_8080_8080_8080
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count {
      let byte = self[index]
      if byte == 0x2C || byte == 0x22 || byte < 0x20 { return index }
      index &+= 1
    }
    return count
  }
}
