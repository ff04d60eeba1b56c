import DatelineCore
import DatelineRecord
import Foundation
import TestSupport
import Testing

@testable import DatelineCSV

/// The `csv` module of Python reads what we write, and we read what it writes. Skipped where there is no Python.
@Suite struct PythonAgreementTests {
  private static let python = Python()

  private static func run(_ script: String, _ input: [UInt8]) throws -> [UInt8] {
    let folder = try Scratch()
    let file = try folder.write(input, to: "input")
    let result = try #require(python).run(script, [file, file + ".output"])
    try #require(result.status == 0, "\(result.output)")
    return try folder.bytes(of: "input.output")
  }

  /// Random tables of what is special in CSV.
  private static func table(_ seed: Int) -> [[String]] {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = ["a", "é", "😀", "\"", ",", ";", "|", "\t", " ", "\n", "1", "'", "=", "long text without anything"]
    return (0..<20).map { row in
      (0..<5).map { column in
        if row == 0 { return "column\(column)" }
        return (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(pieces) }.joined()
      }
    }
  }

  @Test(.enabled(if: python != nil, "there is no python3"), arguments: [",", ";", "\t", "|"])
  func `Python reads what we write`(mark: String) throws {
    let delimiter = try #require(mark.utf8.first)
    for seed in 0..<5 {
      let table = Self.table(seed)
      let style = TableStyle(delimiter: delimiter, guardsFormulas: false)
      var output: [UInt8] = []
      for row in table {
        for (column, cell) in row.enumerated() {
          if column > 0 { output.append(delimiter) }
          let bytes = Array(cell.utf8)
          style.append(cell: bytes.span, to: &output)
        }
        style.appendLineEnd(to: &output)
      }
      let script = """
        import csv, json, sys
        rows = csv.reader(open(sys.argv[1], newline="", encoding="utf-8"), delimiter=\(mark == "\t" ? "'\\t'" : "'\(mark)'"))
        json.dump(list(rows), open(sys.argv[2], "w"))
        """
      let read = try JSONDecoder().decode([[String]].self, from: Data(try Self.run(script, output)))
      #expect(read.map { $0.map(unguarded) } == table)
    }
  }

  @Test(
    .enabled(if: python != nil, "there is no python3"),
    arguments: [",", ";", "\t", "|"], ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC"])
  func `we read what Python writes`(mark: String, quoting: String) throws {
    // With CR for line ends Python leaves LF in cells without quotes, unless it quotes all.
    for lineEnd in quoting == "QUOTE_MINIMAL" ? ["\\r\\n", "\\n"] : ["\\r\\n", "\\n", "\\r"] {
      let table = Self.table(7)
      let script = """
        import csv, json, sys
        out = open(sys.argv[2], "w", newline="", encoding="utf-8")
        rows = json.load(open(sys.argv[1], encoding="utf-8"))
        csv.writer(out, delimiter=\(mark == "\t" ? "'\\t'" : "'\(mark)'"), quoting=csv.\(quoting),
          lineterminator="\(lineEnd)").writerows(rows)
        out.close()
        """
      let written = try Self.run(script, [UInt8](try JSONEncoder().encode(table)))
      let result = lex(bytes: written)
      #expect(result.rows == table)
      #expect(result.reported == [])
    }
  }

  private func unguarded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return FormulaGuard.isGuarded(bytes.span) ? String(text.dropFirst()) : text
  }
}
