import DatelineCore
import DatelineRecord
import DatelineValidation
import TestSupport
import Testing

@testable import DatelineXML

/// Feeds as they are written, and what comes back of them after others had them.
@Suite struct FeedWritingTests {
  /// Both forms.
  static let forms: [any ReadableFormat & WritableFormat] = [RSS(), Atom()]

  static var report: Report {
    var report = Report(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a01")
    report.headlines = [headline(.main, "Two fall & <none> hurt"), headline(.kicker, "War")]
    report.published = DateOrInstant("2024-01-13T18:30:02+03:00")
    report.publishedBasis = .stated
    report.byline = "By Ana Ruiz"
    report.body = [Block(text: "A missile came down."), Block(text: "Nobody was hurt.")]
    report.body[0].role = .paragraph
    report.body[1].role = .quotation
    report.links = [link("canonical", "https://example.org/17")]
    report.version = 3
    return report
  }

  static var incident: Incident {
    var incident = Incident(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a02")
    incident.title = "Missile in a field"
    incident.kind = "force.missile"
    incident.when = When()
    incident.when?.date = EDTF("2024-01-13/2024-01-14")
    var place = Place()
    (place.latitude, place.longitude) = (49.5, 38.25)
    place.name = "Rubezhnoye"
    incident.places = [place]
    incident.summary = "A missile came down."
    return incident
  }

  static var tombstone: Tombstone {
    var tombstone = Tombstone(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a03")
    tombstone.reason = "deleted at source"
    tombstone.withdrawn = Instant("2024-02-01T00:00:00Z")
    return tombstone
  }

  static var header: Header {
    var header = Header(schemaVersion: Schema.version)
    header.title = "Strikes & crashes"
    header.language = "en"
    return header
  }

  private static func headline(_ role: HeadlineRole, _ text: Text) -> Headline {
    var headline = Headline()
    (headline.role, headline.text) = (role, text)
    return headline
  }

  private static func link(_ rel: Text, _ url: Text) -> Link {
    var link = Link()
    (link.rel, link.url) = (rel, url)
    return link
  }

  private func write(
    _ format: any ReadableFormat & WritableFormat, _ records: [Record], _ options: [(String, String)] = []
  ) throws -> (text: String, losses: [LossReport.Entry]) {
    let sink = MemorySink()
    let losses = LossReport()
    let settings = try FormatOptions(options.map { (name: $0.0, value: $0.1) }, for: format.info)
    let writer = try format.makeWriter(ByteWriter(sink), WriteContext(losses: losses, options: settings))
    let converter = Converter(to: writer, carrying: format.carries(with: settings), losses: losses)
    let ndjson = Source(header: Self.header, records: records)
    try converter.add(ndjson, log: DiagnosticLog(input: "x"))
    try converter.finish()
    return (String(decoding: sink.bytes, as: UTF8.self), losses.entries)
  }

  /// Records from memory.
  private final class Source: RecordReader {
    let header: Header
    var records: [Record]
    init(header: Header, records: [Record]) { (self.header, self.records) = (header, records.reversed()) }
    func readHeader() throws(ConversionError) -> Header? { header }
    func next() throws(ConversionError) -> Record? { records.popLast() }
    func position(of pointer: String) -> SourcePosition? { nil }
  }

  private func read(_ format: any ReadableFormat & WritableFormat, _ text: String) -> ReadResult {
    format.read(Array(text.utf8))
  }

  // MARK: - Form

  @Test(arguments: 0..<2)
  func `what is written has nothing that the validator finds fault with`(form: Int) throws {
    let format = Self.forms[form]
    var other = Self.report
    other.id = "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a05"
    other.headlines = []
    other.published = DateOrInstant("2024-01")
    var records: [Record] = [.report(Self.report), .incident(Self.incident), .report(other)]
    if form == 1 { records.append(.tombstone(Self.tombstone)) }
    for carry in ["none", "ids", "full"] {
      let text = try write(
        format, records, [("carry", carry), ("feed-url", "https://example.org/feed.xml")]
      ).text
      let log = FindingLog(file: "feed.xml", options: ValidationOptions())
      try FeedValidator.check(MemorySource(Array(text.utf8)), log: log)
      let findings = log.finish().findings.filter { $0.level > .info }
      #expect(findings.map { "\($0.start.line): \($0.message)" } == [], "carry \(carry): \(text)")
    }
  }

  @Test(arguments: 0..<2)
  func `an entry shows what it can of its record`(form: Int) throws {
    let text = try write(Self.forms[form], [.report(Self.report), .incident(Self.incident)], [("carry", "none")]).text
    let both = [
      "<georss:point>49.5 38.25</georss:point>", "<ev:startdate>2024-01-13</ev:startdate>",
      "<ev:enddate>2024-01-14</ev:enddate>",
    ]
    let own =
      form == 0
      ? [
        "<title>Two fall &#x26; &#x3C;none&gt; hurt</title>", "<pubDate>Sat, 13 Jan 2024 18:30:02 +0300</pubDate>",
        "<link>https://example.org/17</link>", "<description>&lt;p&gt;A missile came down.&lt;/p&gt;&lt;blockquote&gt;",
      ]
      : [
        "<title>Two fall &amp; &lt;none&gt; hurt</title>", "<published>2024-01-13T18:30:02+03:00</published>",
        "<updated>2024-01-13T18:30:02+03:00</updated>", "<link rel=\"alternate\" href=\"https://example.org/17\"/>",
      ]
    for part in both + own { #expect(text.contains(part), "\(part) in \(text)") }
    #expect(!text.contains("dateline:record"))
  }

  @Test(arguments: [
    (
      #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6.5,5],[2,1]]]}"#,
      "<georss:polygon>1 2 3 4 5 6.5 1 2</georss:polygon>"
    ),
    (#"{ "coordinates": [[2, 1], [-4, 3]], "type": "LineString" }"#, "<georss:line>1 2 3 -4</georss:line>"),
  ])
  func `a line and an area are shown`(geometry: String, element: String) throws {
    for format in Self.forms {
      var incident = Self.incident
      incident.places[0].geometry = JSONText(checked: try #require(Text(geometry)))
      let text = try write(format, [.incident(incident)], [("carry", "none")]).text
      #expect(text.contains("<georss:point>49.5 38.25</georss:point>") && text.contains(element), "\(text)")
      // With the type first, and without space.
      let shown =
        geometry.contains("Line") ? #"{"type":"LineString","coordinates":[[2,1],[-4,3]]}"# : geometry
      let back = read(format, text).incident?.places.first
      #expect(back?.latitude == 49.5 && back?.geometry?.description == shown)
      // An edit wins over the carried record, and deleting is one.
      let full = try write(format, [.incident(incident)]).text
      let edited = read(format, full.replacing(element, with: "<georss:line>7 8 9 10</georss:line>")).incident
      let place = edited?.places.first
      #expect(place?.geometry?.description == #"{"type":"LineString","coordinates":[[8,7],[10,9]]}"#)
      #expect(place?.name == "Rubezhnoye" && place?.longitude == 38.25)
      let deleted = read(format, full.replacing(element, with: "")).incident?.places.first
      #expect(deleted?.geometry == nil && deleted?.longitude == 38.25)
    }
  }

  @Test(arguments: [
    #"{"type":"MultiPoint","coordinates":[[2,1],[4,3]]}"#,
    #"{"type":"LineString","coordinates":[[2,1,100],[4,3,100]]}"#,
    #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]],[[3,2],[4,2],[4,3],[3,2]]]}"#,
  ])
  func `a geometry that feeds have no element for stays in the carried record, and its loss is told`(
    geometry: String
  ) throws {
    var incident = Self.incident
    incident.places[0].geometry = JSONText(checked: try #require(Text(geometry)))
    let none = try write(RSS(), [.incident(incident)], [("carry", "none")])
    #expect(none.losses.map(\.field).contains("incident.places.geometry") && !none.text.contains("<georss:line"))
    let full = try write(RSS(), [.incident(incident)]).text
    #expect(read(RSS(), full).records == [.incident(incident)])
    let moved = read(RSS(), full.replacing("49.5 38.25", with: "49 38")).incident?.places[0]
    #expect(moved?.latitude == 49 && moved?.geometry?.description == geometry)
  }

  @Test(arguments: 0..<2)
  func `nothing is lost in full, and everything that is lost is told otherwise`(form: Int) throws {
    let records: [Record] = [.report(Self.report), .incident(Self.incident), .tombstone(Self.tombstone)]
    let full = try write(Self.forms[form], records)
    #expect(full.losses.isEmpty)
    let result = read(Self.forms[form], full.text)
    #expect(result.lines == [] && result.records == records && result.header == Self.header)
    let none = try write(Self.forms[form], records, [("carry", "none")])
    let lost = Set(none.losses.map(\.field))
    #expect(
      lost.isSuperset(of: ["report.id", "report.version", "report.byline", "incident.kind", "incident.id"]))
    let ids = try write(Self.forms[form], records, [("carry", "ids")])
    #expect(!ids.losses.map(\.field).contains("report.id") && ids.losses.map(\.field).contains("report.version"))
    #expect(read(Self.forms[form], ids.text).records.first?.id == Self.report.id)
  }

  // MARK: - Edits

  private func edited(
    _ form: Int, _ record: Record, _ edits: (String, String)...
  ) throws -> (record: Record?, lines: [String]) {
    var text = try write(Self.forms[form], [record]).text
    for (old, new) in edits {
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      try #require(parts.count == 2, "\(old) in \(text)")
      text = parts[0] + new + parts[1]
    }
    let result = read(Self.forms[form], text)
    return (result.records.first, result.lines)
  }

  @Test(arguments: 0..<2)
  func `an edit wins over the carried record, field by field, with a note`(form: Int) throws {
    let title =
      form == 0
      ? "<title>Two fall &#x26; &#x3C;none&gt; hurt</title>" : "<title>Two fall &amp; &lt;none&gt; hurt</title>"
    let result = try edited(form, .report(Self.report), (title, "<title>Three fall</title>"))
    var expected = Self.report
    expected.headlines[0].text = "Three fall"
    #expect(result.record == .report(expected))
    #expect(result.lines.count == 1 && result.lines[0].contains("note: title of this entry was changed"))
  }

  @Test(arguments: 0..<2)
  func `what was deleted is gone`(form: Int) throws {
    let link =
      form == 0 ? "<link>https://example.org/17</link>" : "<link rel=\"alternate\" href=\"https://example.org/17\"/>"
    let result = try edited(form, .report(Self.report), (link, ""))
    guard case .report(let report)? = result.record else {
      Issue.record("there is no report")
      return
    }
    #expect(report.links.isEmpty && report.version == 3 && report.byline == "By Ana Ruiz")
  }

  @Test(arguments: 0..<2)
  func `an edited text keeps what was known of the blocks that were left alone`(form: Int) throws {
    let result = try edited(form, .report(Self.report), ("A missile came down.", "Two missiles came down."))
    guard case .report(let report)? = result.record else {
      Issue.record("there is no report")
      return
    }
    #expect(report.body.map(\.text) == ["Two missiles came down.", "Nobody was hurt."])
    #expect(report.body.last?.role == .quotation)
  }

  @Test(arguments: 0..<2)
  func `what others add is kept, and comes back`(form: Int) throws {
    let end = form == 0 ? "</item>" : "</entry>"
    let result = try edited(form, .incident(Self.incident), (end, "<x:a xmlns:x='urn:x'>1</x:a>\(end)"))
    guard let record = result.record else {
      Issue.record("there is no record")
      return
    }
    #expect(try write(Self.forms[form], [record]).text.contains("<x:a xmlns:x=\"urn:x\">1</x:a>"))
  }

  @Test(arguments: 0..<2)
  func `a point that was moved moves the incident`(form: Int) throws {
    let result = try edited(form, .incident(Self.incident), ("49.5 38.25", "50 -38.5"))
    var expected = Self.incident
    (expected.places[0].latitude, expected.places[0].longitude, expected.places[0].basis) = (50, -38.5, .source)
    #expect(result.record == .incident(expected))
  }

  @Test(arguments: 0..<2)
  func `a record in the entry of another counts for nothing`(form: Int) throws {
    let result = try edited(form, .report(Self.report), ("5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a01<", "another<"))
    #expect(result.lines.count == 1 && result.lines[0].hasSuffix("[carry.unusable]"))
    guard case .report(let report)? = result.record else {
      Issue.record("there is no report")
      return
    }
    #expect(report.version == nil && report.headlines.map(\.text) == ["Two fall & <none> hurt"])
  }

  @Test(arguments: 0..<2)
  func `a damaged record counts for nothing`(form: Int) throws {
    let result = try edited(form, .report(Self.report), ("{\"type\":\"report\"", "{\"type\":\"re"))
    #expect(result.lines.count == 1 && result.lines[0].hasSuffix("[carry.unusable]"))
    #expect(result.record != nil)
  }

  @Test(arguments: 0..<2)
  func `a headline that opens the text is shown once, and edited in both places`(form: Int) throws {
    var report = Self.report
    var block = Block(text: "Two fall & <none> hurt")
    block.role = .headline
    report.body.insert(block, at: 0)
    let header = Header(schemaVersion: Schema.version)
    let written = try Self.forms[form].write(header, [.report(report)])
    #expect(!String(decoding: written, as: UTF8.self).contains("h2&gt;"))
    #expect(Self.forms[form].read(written).records == [.report(report)])
    let escaped = form == 0 ? "Two fall &#x26; &#x3C;none&gt; hurt" : "Two fall &amp; &lt;none&gt; hurt"
    let result = try edited(form, .report(report), ("<title>\(escaped)<", "<title>Nobody hurt<"))
    guard case .report(let changed)? = result.record else {
      Issue.record("there is no report")
      return
    }
    #expect(changed.headlines.first?.text == "Nobody hurt")
    #expect(changed.body.map(\.text) == ["Nobody hurt", "A missile came down.", "Nobody was hurt."])
  }
}

extension ReadResult {
  /// The first incident.
  fileprivate var incident: Incident? {
    records.lazy.compactMap { record in if case .incident(let incident) = record { incident } else { nil } }.first
  }
}
