import DatelineCore
import DatelineTables
import TestSupport
import Testing

@testable import DatelineCSV

/// Rows of a table as CSV: cells that need quotes get them, others do not, whatever stands beside them.
@Suite struct TableCellsTests {
  /// Writes the rows that it is given.
  private final class Rows: TableRowWriter {
    var cells: [[String]] = []

    func columns(for header: Header) throws(ConversionError) -> [Text] { ["a", "b,c"] }

    func append(_ incident: borrowing Incident, to row: inout TableCells) throws(ConversionError) {
      for cell in cells.removeFirst() {
        // In two pieces, of which each is a slice with text before and behind it.
        let bytes = Array("<\(cell)>".utf8)
        let middle = 1 + (bytes.count - 2) / 2
        row.append(bytes.span, from: 1, to: middle)
        row.append(bytes.span, from: middle, to: bytes.count - 1)
        row.endCell()
      }
    }
  }

  /// The cell as a reader of the specification writes it.
  private static func written(_ cell: String) -> String {
    let bytes = Array(cell.utf8)
    // By bytes: a quote with an accent behind it is another character.
    let doubled = String(
      decoding: bytes.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }, as: UTF8.self)
    let isNumber = cell.wholeMatch(of: /-?[0-9.]+/) != nil && cell != "-"
    if FormulaGuard.isDangerous(bytes.span), !isNumber { return "\"'\(doubled)\"" }
    let isPlain = bytes.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 >= 0x20 }
    return isPlain ? cell : "\"\(doubled)\""
  }

  @Test(arguments: 0..<30)
  func `every cell is written as RFC 4180 has it`(seed: UInt64) throws {
    var text = RandomText(random: SeededRandom(seed: seed))
    let traps = ["", "-1.5", "-", "-x", "=1", "'=1", " +1", "a,", ",", "\"", "a\nb", "0123456789abcdef", "\u{FF1D}1"]
    let rows = Rows()
    let sink = MemorySink()
    let writer = TableCSVWriter(ByteWriter(sink), rows)
    try writer.write(Header(schemaVersion: Schema.version))
    var expected = "a,\"b,c\"\n"
    for _ in 0..<20 {
      var cells = (0..<Int.random(in: 1...30, using: &text.random)).map { _ in
        text.random.isOne(in: 3) ? text.random.pick(traps) : text.string()
      }
      if text.random.isOne(in: 5) { cells.append(String(repeating: text.string(), count: 2000)) }
      rows.cells.append(cells)
      expected += cells.map(Self.written).joined(separator: ",") + "\n"
      try writer.write(Incident(id: "urn:x"))
    }
    try writer.finish()
    #expect(sink.bytes == Array(expected.utf8))
  }
}
