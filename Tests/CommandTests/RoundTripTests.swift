import Dateline
import Foundation
import TestSupport
import Testing

/// There and back again on the command line, through every ordered pair of canonical formats.
@Suite struct RoundTripTests {
  /// A document as the command reads it: random records with all fields and with some, and what is read of the samples.
  private static let lines: String? = {
    guard let scratch = try? Scratch(), let full = try? RandomDocument(seed: TestScale.seed, records: 8, fill: 1),
      let sparse = try? RandomDocument(seed: TestScale.seed + 1, records: 30, fill: 0.3),
      (try? scratch.write(full.lines(records: 8), to: "full.ndjson")) != nil,
      (try? scratch.write(sparse.lines(records: 30), to: "sparse.ndjson")) != nil
    else { return nil }
    let folder = scratch.folder.path
    return try? Command.shell("dateline \(folder)/full.ndjson \(folder)/sparse.ndjson Samples/*.txt Samples/*.csv")
      .output
  }()

  @Test func `there are formats and records to test`() throws {
    #expect(ListedFormat.canonical.count >= 4)
    #expect(try #require(Self.lines).split(separator: "\n").count >= 50)
  }

  @Test(arguments: ListedFormat.canonical, ListedFormat.canonical)
  func `a conversion there and back changes no byte, through files and through pipes`(
    first: ListedFormat, second: ListedFormat
  ) throws {
    let scratch = try Scratch()
    try scratch.write(try #require(Self.lines), to: "lines")
    let (a, b, c) = (first.file("a"), second.file("b"), first.file("c"))
    for line in [
      "dateline convert lines -o \(a)",
      // By the names of files.
      "dateline convert \(a) -o \(b)", "dateline convert \(b) -o \(c)", "cmp \(a) \(c)",
      // By options.
      "dateline --from \(first.id) --to \(second.id) < \(a) | dateline --from \(second.id) --to \(first.id) | cmp - \(a)",
      // By content.
      "dateline --to \(second.id) < \(a) | dateline --to \(first.id) | cmp - \(a)",
    ] {
      let result = try Command.shell(line, in: scratch.folder)
      #expect(result.status == 0 && result.output == "", "\(line): \(result.output)\(result.errors)")
      // The rules may warn of random values.
      #expect(!result.errors.contains(" error: ") && !result.errors.contains("[loss."), "\(line): \(result.errors)")
    }
  }
}
