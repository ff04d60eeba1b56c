import DatelineCore
import DatelineRecord
import Foundation
import TestSupport
import Testing

@testable import DatelineCSV

/// What the lexer makes of tables, and what it says of those that are amiss.
@Suite struct LexerTests {
  @Test(arguments: [
    ("a,b\r\n1,\r\n,2\n", [["a", "b"], ["1", ""], ["", "2"]]),
    ("a,b\r1,2\r\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
    ("\n\r\n\na,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"x,\"\"y\"\"\r\nz\",\"\"\n", [["a", "b"], ["x,\"y\"\nz", ""]]),
    ("a,b\n\"x\ry\r\n\",\"\t\"\n", [["a", "b"], ["x\ny\n", "\t"]]),
    ("sep=;\na,1;b\n", [["a,1", "b"]]),
    ("\"sep=|\"\r\na|b\r\n", [["a", "b"]]),
    ("sepia,b\n1,2\n", [["sepia", "b"], ["1", "2"]]),
    ("a;b;c\n1,5;2,5;3,5\n", [["a", "b", "c"], ["1,5", "2,5", "3,5"]]),
    ("a\tb\n\"1\"\t2", [["a", "b"], ["1", "2"]]),
    ("a|b\nc|d\n", [["a", "b"], ["c", "d"]]),
    ("a;b, c;d\n1;2;3\n", [["a", "b, c", "d"], ["1", "2", "3"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    (" \n,,,\r\n;\t \ra;b\n1,5;2\n,;\n", [["a", "b"], ["1,5", "2"], [",", ""]]),
    ("one\ntwo\n", [["one"], ["two"]]),
    ("", []), ("\n\r\n", []),
  ]) func `rows are read, however they are spelled`(text: String, rows: [[String]]) {
    for chunkSize in [1, 2, 3, 7, 16, 17, 64, .max] {
      let result = lex(text, chunkSize: chunkSize)
      #expect(result.rows == rows, "in chunks of \(chunkSize)")
      #expect(result.reported == [])
    }
  }

  @Test(arguments: [
    ("a,b\nx ⟦\"y\" z,1\n", [["a", "b"], ["x \"y\" z", "1"]], "stray-quote"),
    ("a,b\n\"x⟦\" y\"z,1\n", [["a", "b"], ["x y\"z", "1"]], "text-behind-quote"),
    ("a,b\n1,2\n\"x\ny\",⟦\"1\n2\n", [["a", "b"], ["1", "2"]], "unterminated-quote"),
    ("a,b\n⟦\"x,2\n3,4\n5,6\n", [["a", "b"], ["3", "4"], ["5", "6"]], "unterminated-quote"),
    ("a,b\n\"x\r\ny\",⟦\u{0}z\n", [["a", "b"], ["x\ny", "\u{FFFD}z"]], "replaced-character"),
    ("a,b\n\"\"\"x\ny\"\"⟦\u{FFFF}\",z\n", [["a", "b"], ["\"x\ny\"\u{FFFD}", "z"]], "replaced-character"),
  ]) func `what is amiss is reported at its place and made the best of`(
    marked: String, rows: [[String]], code: String
  ) throws {
    let text = MarkedText(marked)
    let place = try #require(text.positions.first)
    for chunkSize in [1, 3, 16, .max] {
      let result = lex(bytes: text.bytes, chunkSize: chunkSize)
      #expect(result.rows == rows)
      let line = try #require(result.reported.first)
      #expect(line.hasPrefix("t:\(place.line):\(place.column): ") && line.hasSuffix("[csv.\(code)]"), "\(line)")
    }
  }

  @Test func `bytes that are not UTF-8 are read as Windows-1252, cell by cell, and reported once`() {
    let bytes = Array("a,b\n".utf8) + [0x22, 0x93, 0x0A, 0xE9, 0x22, 0x2C] + Array("é\n".utf8) + [0x80, 0x2C, 0x0A]
    let result = lex(bytes: bytes)
    #expect(result.rows == [["a", "b"], ["“\né", "é"], ["€", ""]])
    #expect(result.reported.count == 1)
    #expect(result.reported.first?.hasPrefix("t:2:2: warning: ") == true)
    #expect(result.reported.first?.hasSuffix("[csv.not-utf8]") == true)
  }

  @Test(arguments: [1, 5, 64, .max])
  func `a row that is too large is passed over`(chunkSize: Int) {
    let long = String(repeating: "\"x\r\n\",", count: 40)
    let result = lex("a,b\n1,2\n\(long)\n3,4\n5", chunkSize: chunkSize, limits: Limits(recordSize: 50))
    #expect(result.rows == [["a", "b"], ["1", "2"], ["3", "4"], ["5"]])
    #expect(result.reported.count == 1)
    #expect(result.reported.first?.hasPrefix("t:3:1: error: the row has ") == true)
    #expect(result.reported.first?.hasSuffix("[csv.record-too-large]") == true)
  }

  @Test func `a row of more cells than any program writes is passed over`() {
    let result = lex("a,b\n" + String(repeating: ",", count: 70_000) + "\n1,2\n")
    #expect(result.rows == [["a", "b"], ["1", "2"]])
    #expect(
      result.reported == ["t:2:1: error: the row has more than 65536 cells; it is skipped [csv.record-too-large]"])
  }

  @Test func `each byte of a cell knows its line and column as an editor has them`() throws {
    let marked = MarkedText("a,b\r\n\"x\r\n⟦y\"\"⟦z\",⟦12,\"⟦\"\"⟦q\"\r\n⟦end\n")
    var log: [String] = []
    var lexer = try CSVLexer(
      ByteReader(MemorySource(marked.bytes)), ReadContext(log: DiagnosticLog(input: "t") { log.append("\($0)") }))
    var row = TableRow()
    #expect(try lexer.next(into: &row))
    #expect(try lexer.next(into: &row))
    let first = row.cells[0].range
    let found = [
      row.position(of: first.lowerBound + 2), row.position(of: first.lowerBound + 4), row.position(ofCell: 1),
      row.position(ofCell: 2), row.position(of: row.cells[2].range.lowerBound + 1),
    ]
    #expect(found == Array(marked.positions[0..<5]))
    #expect(try lexer.next(into: &row))
    #expect(row.start == marked.positions[5])
    #expect(log == [])
  }

  @Test func `a bare carriage return ends a line of the count, also within quotes`() throws {
    var lexer = try CSVLexer(
      ByteReader(MemorySource(Array("a,b\r\"x\ry\",z\rend".utf8))), ReadContext(log: DiagnosticLog(input: "t")))
    var row = TableRow()
    while try lexer.next(into: &row), row.cells.count == 2 {
      if row.start.line == 2 { #expect(row.position(ofCell: 1) == SourcePosition(offset: 10, line: 3, column: 4)) }
    }
    #expect(row.start == SourcePosition(offset: 12, line: 4, column: 1))
    #expect(!row.isTerminated)
  }
}

/// All rows of a table as strings, with what was reported.
func lex(
  _ text: String, chunkSize: Int = .max, limits: Limits = Limits(), delimiter: UInt8? = nil
) -> (rows: [[String]], reported: [String]) {
  lex(bytes: Array(text.utf8), chunkSize: chunkSize, limits: limits, delimiter: delimiter)
}

func lex(
  bytes: [UInt8], chunkSize: Int = .max, limits: Limits = Limits(), delimiter: UInt8? = nil
) -> (rows: [[String]], reported: [String]) {
  var reported: [String] = []
  let log = DiagnosticLog(input: "t") { reported.append("\($0)") }
  var rows: [[String]] = []
  do throws(ConversionError) {
    var lexer = try CSVLexer(
      ByteReader(MemorySource(bytes, chunkSize: chunkSize)), delimiter: delimiter, ReadContext(log: log, limits: limits)
    )
    var row = TableRow()
    while try lexer.next(into: &row) {
      if rows.isEmpty { lexer.expectedCells = row.cells.count }
      rows.append(row.cells.indices.map { row.text($0)?.description ?? "" })
    }
  } catch {
    reported.append("\(error)")
  }
  return (rows, reported)
}
