import DatelineCore
import DatelineRecord
import Foundation
import TestSupport
import Testing

@testable import DatelineCSV

/// The `csv` module of Python reads what we write, and we read what it writes. Skipped where there is no Python.
@Suite struct PythonAgreementTests {
  private static func python(_ script: String, _ input: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("dateline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(input).write(to: file)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return [UInt8](output)
  }

  private struct Failed: Error {}

  private static let hasPython = (try? python("", [])) != nil

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

  @Test(.enabled(if: hasPython, "there is no python3"), arguments: [",", ";", "\t", "|"])
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
        sys.stdout.write(json.dumps(list(rows)))
        """
      let read = try JSONDecoder().decode([[String]].self, from: Data(try Self.python(script, output)))
      #expect(read.map { $0.map(unguarded) } == table)
    }
  }

  @Test(
    .enabled(if: hasPython, "there is no python3"),
    arguments: [",", ";", "\t", "|"], ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC"])
  func `we read what Python writes`(mark: String, quoting: String) throws {
    // With CR for line ends Python leaves LF in cells without quotes, unless it quotes all.
    for lineEnd in quoting == "QUOTE_MINIMAL" ? ["\\r\\n", "\\n"] : ["\\r\\n", "\\n", "\\r"] {
      let table = Self.table(7)
      let script = """
        import csv, json, sys
        out = open(sys.argv[1] + ".csv", "w", newline="", encoding="utf-8")
        rows = json.load(open(sys.argv[1], encoding="utf-8"))
        csv.writer(out, delimiter=\(mark == "\t" ? "'\\t'" : "'\(mark)'"), quoting=csv.\(quoting),
          lineterminator="\(lineEnd)").writerows(rows)
        out.close()
        sys.stdout.buffer.write(open(sys.argv[1] + ".csv", "rb").read())
        import os
        os.remove(sys.argv[1] + ".csv")
        """
      let written = try Self.python(script, [UInt8](try JSONEncoder().encode(table)))
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
