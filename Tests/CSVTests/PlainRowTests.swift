import DatelineCore
import DatelineRecord
import TestSupport
import Testing

@testable import DatelineCSV

/// Rows that lie before the reader whole are looked at sixteen bytes at a time; byte by byte they have to come out the same.
@Suite struct PlainRowTests {
  private static let pieces = [
    "a", "word", "\"", "\"\"", ",", ",", ";", "\t", "\n", "\r\n", "\r", "é", "\u{FFFE}", "\u{1}", "ß,\"q\"\"r\",", "'=",
    "\"x\ny\"", "\"long enough for a block, and then some\"", "long enough for a block and then some,",
  ]

  @Test(arguments: 0..<300)
  func `a table gives the same rows, places and messages however it arrives`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
    }
    var bytes = Array(text.utf8)
    if seed % 5 == 0 { bytes.insert(0xE9, at: Int.random(in: 0...bytes.count, using: &random)) }
    // What follows keeps the end of the input away from the rows.
    bytes += Array("\n1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17\n".utf8)
    #expect(try trace(bytes, chunkSize: .max) == trace(bytes, chunkSize: 1))
  }

  /// Each cell with the place of each of its bytes, and what was reported.
  private func trace(_ bytes: [UInt8], chunkSize: Int) throws -> [String] {
    var lines: [String] = []
    let log = DiagnosticLog(input: "t", errorLimit: 1000) { lines.append("\($0)") }
    var lexer = try CSVLexer(
      ByteReader(MemorySource(bytes, chunkSize: chunkSize)), delimiter: UInt8(ascii: ","), ReadContext(log: log))
    var row = TableRow()
    while try lexer.next(into: &row) {
      lines.append("row at \(row.start), whole: \(row.isTerminated)")
      for cell in row.cells {
        let places = cell.range.map { "\(row.position(of: $0))" }
        lines.append("\(Array(row.storage[cell.range])) \(places)")
      }
    }
    return lines
  }
}
