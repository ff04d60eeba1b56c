import DatelineCore
import DatelineValidation
import DatelineXML
import Testing

@Suite struct FeedLimitsTests {
  private func check(_ feed: String, _ options: ValidationOptions = ValidationOptions()) throws -> FileFindings {
    let log = FindingLog(file: "feed", options: options)
    try FeedValidator.check(MemorySource(Array(feed.utf8)), log: log)
    return log.finish()
  }

  private func feed(_ ids: some Sequence<Int>) -> String {
    "<rss version='2.0'><channel><title>t</title><link>http://e.org/</link><description>d</description>\n"
      + ids.map { "<item><title>t</title><guid isPermaLink='false'>example-of-an-id-\($0)</guid></item>\n" }.joined()
      + "</channel></rss>"
  }

  @Test func `an id that comes again is found among thousands, with the line of the first`() throws {
    let found = try check(feed(Array(0..<3000) + [1234]))
    #expect(found.counts["rss-guid-repeated"] == 1)
    #expect(found.findings.first { $0.rule == .rssGuidRepeated }?.message.contains("line 1236") == true)
    #expect(try check(feed(0..<3000)).counts["rss-guid-repeated"] == nil)
  }

  @Test func `a feed that takes too long is given up, and that is said`() throws {
    var options = ValidationOptions()
    options.secondsLimit = -1_000_000
    let found = try check(feed(0..<3000), options)
    #expect(found.findings.last?.rule == .limitReached)
    // What stood behind it has not been missed.
    #expect(found.counts["xml-malformed"] == nil)
  }
}
