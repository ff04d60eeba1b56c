import Dateline
import Foundation
import TestSupport
import Testing

/// Feeds of every version with all that they may say, and what is read of them. `UPDATE_FIXTURES=1` writes what should
/// be read anew, to be looked at.
@Suite struct FeedFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/feeds")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    $0.hasSuffix(".xml")
  }.sorted()

  private func converted(_ bytes: [UInt8], to format: FormatID) throws -> (bytes: [UInt8], lines: [String]) {
    var lines: [String] = []
    var conversion = Conversion(to: format)
    conversion.diagnose = { lines.append($0.description) }
    let sink = MemorySink()
    _ = try conversion.run([Input(bytes, name: "feed.xml")], to: sink)
    return (sink.bytes, lines)
  }

  @Test(arguments: names)
  func `a feed is read as it should be`(name: String) throws {
    let source = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let result = try converted(source, to: "ndjson")
    let text = String(decoding: result.bytes, as: UTF8.self) + result.lines.map { "# \($0)\n" }.joined()
    let expected = Self.folder.appendingPathComponent(name.replacing(".xml", with: ".ndjson"))
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
      try text.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: expected, encoding: .utf8) == text)
  }

  @Test(arguments: names, ["rss", "atom"] as [FormatID])
  func `its records come back through either form`(name: String, form: FormatID) throws {
    let source = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let canonical = try converted(source, to: "ndjson").bytes
    let feed = try converted(canonical, to: form).bytes
    let again = try converted(feed, to: "ndjson")
    #expect(again.bytes == canonical && again.lines == [])
    #expect(try converted(feed, to: form).bytes == feed)
  }

  @Test func `there are feeds of every version`() { #expect(Self.names.count >= 4) }
}
