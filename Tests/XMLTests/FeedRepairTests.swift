import DatelineCore
import TestSupport
import Testing

@testable import DatelineXML

/// What `--repair` mends, and that nothing is mended without it.
@Suite struct FeedRepairTests {
  private func read(_ bytes: [UInt8], repairing: Bool, chunkSize: Int = .max) throws -> (
    titles: [String], lines: [String]
  ) {
    var lines: [String] = []
    let log = DiagnosticLog(input: "x") { lines.append($0.description) }
    let options = try FormatOptions(repairing ? [(name: "repair", value: "yes")] : [], for: RSS().info)
    var titles: [String] = []
    do {
      let reader = try RSS().makeReader(
        ByteReader(MemorySource(bytes, chunkSize: chunkSize)), ReadContext(log: log, options: options))
      _ = try reader.readHeader()
      while let record = try reader.next() {
        if case .report(let report) = record { titles.append(report.headlines.first?.text?.description ?? "") }
      }
    } catch {
      guard case .malformed(let diagnostic) = error else { throw error }
      lines.append(diagnostic.description)
    }
    return (titles, lines)
  }

  private static func feed(_ title: String) -> [UInt8] {
    Array("<rss version='2.0'><channel><title>N</title>\n<item><title>\(title)</title></item></channel></rss>".utf8)
  }

  @Test(arguments: [
    ("a&nbsp;b &mdash; c", "a\u{A0}b — c", 2), ("A&B", "A&B", 1), ("?a=1&b=2&c", "?a=1&b=2&c", 2),
    ("a &#x1F; b", "a \u{FFFD} b", 1),
    ("a\u{1}b", "ab", 1), ("&amp;nbsp;5 &lt; &#65;", "\u{A0}5 < A", 0), ("<![CDATA[a&b]]> &euro;", "a&b €", 1),
    ("x<!-- a & b &c; --> y", "x y", 0), ("x<?p a & b > c ?>&times;", "x×", 1),
  ])
  func `a fault is mended with its place, and refused without`(title: String, expected: String, count: Int) throws {
    let mended = try read(Self.feed(title), repairing: true)
    #expect(mended.titles == [expected])
    #expect(
      mended.lines.count == count && mended.lines.allSatisfy { $0.hasPrefix("x:2:") && $0.hasSuffix("[feed.repaired]") }
    )
    let refused = try read(Self.feed(title), repairing: false)
    if count > 0 {
      #expect(refused.titles.isEmpty && refused.lines.count == 1)
      #expect(refused.lines.first?.contains("--repair") == true, "\(refused.lines)")
    } else {
      #expect(refused.lines.isEmpty)
    }
  }

  @Test func `a byte order mark that was encoded twice is taken out`() throws {
    let bytes = [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF] + Self.feed("A")
    #expect(RSS().recognise(bytes.span)?.confidence == 95)
    let mended = try read(bytes, repairing: true)
    #expect(mended.titles == ["A"] && mended.lines.count == 1 && mended.lines[0].hasPrefix("x:1:1: warning: "))
    let refused = try read(bytes, repairing: false)
    #expect(refused.titles.isEmpty && refused.lines.count == 1 && refused.lines[0].contains("--repair"))
  }

  @Test(arguments: [
    "\n <?xml version='1.0'?>", "\u{FEFF}\u{FEFF}<?xml version='1.0'?>", "\u{FEFF}\u{FEFF}",
  ])
  func `what stands before a feed is taken out when asked, and told`(lead: String) throws {
    let bytes = Array(lead.utf8) + Self.feed("A")
    let mended = try read(bytes, repairing: true)
    #expect(mended.titles == ["A"] && mended.lines.count == 1 && mended.lines[0].hasSuffix("[feed.repaired]"))
    let refused = try read(bytes, repairing: false)
    #expect(refused.titles.isEmpty && refused.lines.count == 1 && refused.lines[0].contains("--repair"))
  }

  @Test(arguments: ["", "\n  ", "\u{FEFF}", "\u{FEFF}<?xml version='1.0'?>"])
  func `what may stand before a document is no fault`(lead: String) throws {
    let found = try read(Array(lead.utf8) + Self.feed("A"), repairing: false)
    #expect(found.titles == ["A"] && found.lines == [])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `the size of chunks changes nothing`(chunkSize: Int) throws {
    let text = String(repeating: "a&nbsp;b <![CDATA[&x ]]> <!-- &y --> A&B &copy; ", count: 40)
    let whole = try read(Self.feed(text), repairing: true)
    let chunked = try read(Self.feed(text), repairing: true, chunkSize: chunkSize)
    #expect(chunked == whole && whole.lines.count == 120)
  }

  @Test func `a feed that needs no repair is left as it is`() throws {
    let format = RSS()
    let bytes = try format.write(FeedWritingTests.header, [.report(FeedWritingTests.report)])
    let options = try FormatOptions([(name: "repair", value: "yes")], for: format.info)
    var lines: [String] = []
    let log = DiagnosticLog(input: "x") { lines.append($0.description) }
    let reader = try format.makeReader(ByteReader(MemorySource(bytes)), ReadContext(log: log, options: options))
    #expect(try reader.readHeader() == FeedWritingTests.header)
    #expect(try reader.next() == .report(FeedWritingTests.report) && lines.isEmpty)
  }
}
