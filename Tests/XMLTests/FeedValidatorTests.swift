import DatelineCore
import DatelineValidation
import DatelineXML
import TestSupport
import Testing

/// Findings about feeds, with their places.
@Suite struct FeedValidatorTests {
  private static func findings(
    _ feed: [UInt8], chunkSize: Int = .max, _ change: (inout ValidationOptions) -> Void = { _ in }
  ) throws -> [Finding] {
    var options = ValidationOptions()
    change(&options)
    let log = FindingLog(file: "feed.xml", options: options)
    try FeedValidator.check(MemorySource(feed, chunkSize: chunkSize), log: log)
    return log.finish().findings
  }

  private static func rss(_ channel: String, _ attributes: String = "") -> String {
    """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"\(attributes)><channel><title>t</title><link>https://example.org/</link>\
    <description>d</description><language>en</language><atom:link rel="self" href="https://example.org/f"/>\(channel)</channel></rss>
    """
  }

  private static func item(_ content: String) -> String {
    rss("<item><title>i</title><guid>https://example.org/1</guid>\(content)</item>")
  }

  private static func atom(_ feed: String, entry: String = "<summary>s</summary>") -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>t</title><id>urn:x-a:1</id><updated>2024-01-13T18:30:02Z</updated>\
    <link rel="self" href="https://example.org/f"/><author><name>n</name></author>\(feed)<entry><title>e</title><id>urn:x-a:2</id>\
    <updated>2024-01-13T18:30:02Z</updated><link href="https://example.org/2"/>\(entry)</entry></feed>
    """
  }

  @Test(arguments: [
    (item("<pubDate>⟦2024⟦</pubDate>"), "rss-date-invalid"),
    (item("<comments>⟦/x⟦</comments>"), "url-not-absolute"),
    (item("<comments>https://example.org/a⟦ ⟦b</comments>"), "uri-character"),
    (item("⟦<pubdate>⟦x</pubdate>"), "element-unknown"),
    (item("⟦<title>⟦x</title>"), "element-repeated"),
    (item("<enclosure url=\"⟦ftp://a.example/b⟦\" length=\"1\" type=\"a/b\"/>"), "enclosure-url"),
    (item("⟦<enclosure url=\"https://a.example/b\" type=\"a/b\">⟦</enclosure>"), "attribute-missing"),
    (item("<description>é &amp;amp; ⟦&lt;script&gt;⟦x&lt;/script&gt;</description>"), "html-unsafe-element"),
    (item("<description>a\n<![CDATA[é\n<⟦zz⟦>]]></description>"), "html-invalid"),
    (rss("⟦<item>⟦<link>https://example.org/</link><guid>https://example.org/1</guid></item>"), "rss-item-empty"),
    (rss("<ttl>⟦0⟦</ttl>"), "rss-ttl"), (rss("⟦x ⟦"), "text-stray"),
    (rss("<skipDays><day>⟦Mon⟦</day></skipDays>"), "skip-day"),
    (rss("", " ⟦a=\"b\"⟦"), "attribute-unknown"),
    (atom("", entry: "<summary type=\"⟦text/html⟦\">x</summary>"), "atom-text-type"),
    (
      atom("", entry: "<content type=\"xhtml\">⟦<p xmlns=\"http://www.w3.org/1999/xhtml\">⟦x</p></content>"),
      "atom-xhtml-div"
    ),
    (atom("<icon>⟦ a ⟦</icon>"), "whitespace-around-value"),
    (atom("⟦<foo>⟦</foo>"), "element-unknown"),
  ])
  func `a finding has the place of what is wrong`(feed: String, rule: String) throws {
    let marked = MarkedText(feed)
    let found = try Self.findings(marked.bytes).filter { $0.code == rule }
    let one = try #require(found.first, "\(rule)")
    #expect(one.start.offset == marked.positions[0].offset && one.end.offset == marked.positions[1].offset)
    #expect(one.start.line == marked.positions[0].line)
  }

  @Test func `columns count characters`() throws {
    let feed = Self.item("<description>éé洪 &lt;zz&gt;</description>")
    let finding = try #require(try Self.findings(Array(feed.utf8)).first { $0.code == "html-invalid" })
    let before = feed.firstRange(of: "zz&gt;").map { feed[..<$0.lowerBound].unicodeScalars.count }
    #expect(before.map { $0 + 1 } == finding.start.column)
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `the size of chunks makes no difference`(chunkSize: Int) throws {
    let feed = Array(Self.item("<pubDate>x &amp; y</pubDate><zz/>é<![CDATA[a]]>").utf8)
    func lines(_ findings: [Finding]) -> [String] {
      findings.map { "\($0.start.offset)-\($0.end.offset) \($0.code) \($0.message) \($0.path)" }
    }
    #expect(lines(try Self.findings(feed, chunkSize: chunkSize)) == lines(try Self.findings(feed)))
  }

  @Test func `a good feed gives no finding`() throws {
    for feed in [Self.item("<description>&lt;p>x&lt;/p></description>"), Self.atom("")] {
      #expect(try Self.findings(Array(feed.utf8)).map(\.code) == [])
    }
  }

  @Test(arguments: [
    ("", "xml-malformed"), ("<html/>", "root-unknown"), ("<feed/>", "extension-without-namespace"),
    ("<rss version='2.0'><channel>", "xml-malformed"), ("<rss xmlns='urn:x'/>", "root-namespace"),
    ("<feed xmlns='http://purl.org/atom/ns#'/>", "atom-03"), ("<rss version='2.0'><a:b/></rss>", "xml-namespace"),
    ("<rss version='2.0'>&eacute;</rss>", "xml-entity-undefined"),
    ("\n<?xml version='1.0'?><rss/>", "xml-text-before-declaration"),
    ("<?xml version='1.1'?><rss/>", "xml-version"), ("<?xml version='2.0'?><rss/>", "xml-version"),
    ("<?xml version='1.0' encoding='nope'?><rss/>", "xml-encoding-unknown"),
    ("<rss version='9'><channel/></rss>", "rss-version"),
  ])
  func `what is no feed is a finding and no failure`(document: String, rule: String) throws {
    #expect(try Self.findings(Array(document.utf8)).contains { $0.code == rule && $0.level == .error })
  }

  @Test func `repeats are counted and not all told`() throws {
    let feed = Self.rss(String(repeating: "<item><title>i</title></item>", count: 100))
    let log = FindingLog(file: "f", options: ValidationOptions())
    try FeedValidator.check(MemorySource(Array(feed.utf8)), log: log)
    let result = log.finish()
    #expect(result.findings.count { $0.code == "rss-guid-missing" } == 20 && result.counts["rss-guid-missing"] == 100)
    #expect(result.findings.contains { $0.path == "/rss/channel/item[20]" })
  }

  @Test func `a fix replaces the value and nothing else`() throws {
    let feed = Self.item("<pubDate>Sun, 13 Jan 2024 18:30:02 GMT</pubDate>")
    var bytes = Array(feed.utf8)
    let fix = try #require(try Self.findings(bytes).compactMap(\.fix).first)
    bytes.replaceSubrange(fix.range, with: fix.replacement.utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == feed.replacing("Sun,", with: "Sat,"))
    #expect(try Self.findings(bytes).map(\.code) == [])
  }

  @Test func `a level that was set counts`() throws {
    let feed = Array(Self.item("<zz/>").utf8)
    #expect(try Self.findings(feed) { $0.levels[.elementUnknown] = .some(nil) }.map(\.code) == [])
    #expect(try Self.findings(feed) { $0.levels[.elementUnknown] = .info }.map(\.level) == [.info])
  }
}
