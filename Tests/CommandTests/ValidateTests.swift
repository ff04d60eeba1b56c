import Foundation
import TestSupport
import Testing

/// `dateline validate` as a user meets it: wrong calls, and what they are told.
@Suite struct ValidateTests {
  private static let feed =
    "<rss version=\"2.0\"><channel><title>T</title><link>http://e.org/</link><description>D</description></channel></rss>"

  @Test(arguments: [
    ("--url notaurl", "--url takes an address such as https://example.org/feed.xml, not 'notaurl'"),
    ("--max-findings -1", "--max-findings takes 0 or more, not -1"),
    ("--max-repeats 0", "--max-repeats takes 1 or more, not 0"),
    ("--max-seconds 0", "--max-seconds takes more than 0, not 0.0"),
    ("--max-seconds nan", "--max-seconds takes more than 0, not nan"),
    ("--fix -", "--fix takes a file: findings go to standard output"),
  ])
  func `a wrong call is refused, and says what is right`(arguments: String, message: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.feed, to: "feed.rss")
    let result = try Command.shell("dateline validate feed.rss \(arguments)", in: scratch.folder)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).contains("-") == false)
  }

  @Test func `a folder without a document is no input`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.folder.appendingPathComponent("empty"), withIntermediateDirectories: true)
    let result = try Command.shell("dateline validate empty", in: scratch.folder)
    #expect(result.status == 66 && result.output.isEmpty && result.errors.contains("no file in 'empty' ends in"))
  }

  @Test(arguments: ["--repair yes", "--repair", "--repair=yes", "--repair no", "--option repair=yes"])
  func `a switch of a format takes a value as any option does`(_ option: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.feed.replacing("<title>", with: "<title>a&nbsp;b"), to: "feed.rss")
    let result = try Command.shell("dateline feed.rss \(option) --to ndjson -o out.ndjson", in: scratch.folder)
    #expect(result.errors.contains("feed.repaired") == !option.contains("no"), "\(result.errors)")
    #expect(!result.errors.contains("can't be opened"))
  }
}
