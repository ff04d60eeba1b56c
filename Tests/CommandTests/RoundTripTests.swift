import Dateline
import Foundation
import TestSupport
import Testing

/// There and back again on the command line, through every ordered pair of canonical formats.
@Suite struct RoundTripTests {
  /// Documents as the command reads them: random records with all fields, and the samples.
  private static let documents: [(name: String, lines: String)] = {
    guard let full = try? RandomDocument(seed: TestScale.seed, records: 8, fill: 1),
      let sparse = try? RandomDocument(seed: TestScale.seed + 1, records: 30, fill: 0.3),
      let fullLines = try? full.lines(records: 8), let sparseLines = try? sparse.lines(records: 30),
      let samples = try? Command.shell("dateline Samples/*.txt Samples/*.csv --to ndjson")
    else { return [] }
    return [("full", fullLines), ("sparse", sparseLines), ("samples", samples.output)]
  }()

  @Test func `there are formats and documents to test`() throws {
    #expect(ListedFormat.canonical.count >= 4)
    #expect(Self.documents.count == 3)
    for document in Self.documents { #expect(document.lines.split(separator: "\n").count >= 8, "\(document.name)") }
  }

  @Test(arguments: ListedFormat.canonical, ListedFormat.canonical)
  func `a conversion there and back changes no byte, through files and through pipes`(
    first: ListedFormat, second: ListedFormat
  ) throws {
    let scratch = try Scratch()
    for (name, lines) in Self.documents {
      try scratch.write(lines, to: "\(name).ndjson")
      let (a, b, c) = (first.file("a"), second.file("b"), first.file("c"))
      for line in [
        "dateline convert \(name).ndjson -o \(a)",
        // By the names of files.
        "dateline convert \(a) -o \(b)", "dateline convert \(b) -o \(c)", "cmp \(a) \(c)",
        // By options.
        "dateline --from \(first.id) --to \(second.id) < \(a) | dateline --from \(second.id) --to \(first.id) | cmp - \(a)",
        // By content.
        "dateline --to \(second.id) < \(a) | dateline --to \(first.id) | cmp - \(a)",
      ] {
        let result = try Command.shell(line, in: scratch.folder)
        #expect(result.status == 0 && result.output == "", "\(name): \(line): \(result.output)\(result.errors)")
        // The rules may warn of random values.
        #expect(!result.errors.contains(" error: ") && !result.errors.contains("[loss."), "\(name): \(result.errors)")
      }
    }
  }
}
