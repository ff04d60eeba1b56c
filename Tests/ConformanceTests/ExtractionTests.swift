import Dateline
import DatelineCore
import TestSupport
import Testing

/// `--extract`: the texts of reports are read for incidents, whatever form they come in.
@Suite struct ExtractionTests {
  private static let feed = """
    <rss version="2.0"><channel><title>N</title>
    <item><guid isPermaLink="false">a-1</guid><title>Market shelled</title><pubDate>Sun, 14 Jan 2024 09:05:00 +0200</pubDate>
    <description>&lt;h2&gt;Überblick&lt;/h2&gt;&lt;p&gt;Two people were killed on Saturday when shells hit a market in Donetsk, officials said.&lt;/p&gt;</description></item>
    <item><guid isPermaLink="false">a-2</guid><title>Nothing</title><description>The sun shone.</description></item>
    </channel></rss>
    """

  private func convert(_ text: [UInt8], to format: FormatID, extracting: Bool) throws -> [UInt8] {
    var conversion = Conversion(to: format)
    conversion.extractsIncidents = extracting
    let sink = MemorySink()
    _ = try conversion.run([Input(text, name: "x")], to: sink)
    return sink.bytes
  }

  private func records(_ text: [UInt8]) throws -> [Record] {
    try FormatRegistry.standard.readable("ndjson").read(text).records
  }

  @Test func `an incident rests on its report, and its evidence stands in the report's text`() throws {
    let records = try records(try convert(Array(Self.feed.utf8), to: "ndjson", extracting: true))
    guard records.count == 3, case .report(let report) = records[0], case .incident(let incident) = records[1] else {
      Issue.record("\(records)")
      return
    }
    #expect(incident.kind == "force.shelling" && incident.when?.date?.description == "2024-01-13")
    #expect(incident.reports.map(\.id) == [report.id])
    let scalars = Array(report.body.map(\.text.description).joined(separator: "\n\n").unicodeScalars)
    var quotes = 0
    for evidence in incident.evidence {
      #expect(evidence.report == report.id && evidence.end <= scalars.count)
      guard let quote = evidence.quote else { continue }
      quotes += 1
      #expect(scalars[evidence.start..<evidence.end].elementsEqual(quote.description.unicodeScalars))
    }
    #expect(quotes > 3)
  }

  @Test func `nothing is read from texts that nobody asked about`() throws {
    let records = try records(try convert(Array(Self.feed.utf8), to: "ndjson", extracting: false))
    #expect(records.map(\.type) == [.report, .report])
  }

  @Test(arguments: ["ndjson", "rss", "atom", "ics"])
  func `what was read once is not there twice`(format: FormatID) throws {
    let once = try convert(Array(Self.feed.utf8), to: format, extracting: true)
    #expect(try convert(once, to: format, extracting: true) == once)
  }

  @Test func `an article is read as it always is`() throws {
    let article = Array(
      "Market shelled\n\nTwo people were killed when shells hit a market in Donetsk, officials said.\n".utf8)
    #expect(
      try convert(article, to: "ndjson", extracting: true) == convert(article, to: "ndjson", extracting: false))
  }
}
