import DatelineCore
import DatelineRecord
import DatelineSyndication
import TestSupport
import Testing

@testable import DatelineXML

/// What comes over where records do not travel along, and what is told of the rest.
@Suite struct FeedFidelityTests {
  private static let forms: [any ReadableFormat & WritableFormat] = [RSS(), Atom()]

  private func write(
    _ format: any WritableFormat, _ header: Header, _ records: [Record], carry: String
  ) throws -> (bytes: [UInt8], losses: [LossReport.Loss]) {
    let sink = MemorySink()
    var found: [LossReport.Loss] = []
    let losses = LossReport { found.append($0) }
    let options = try FormatOptions([("carry", carry)], for: format.info)
    let writer = try format.makeWriter(ByteWriter(sink), WriteContext(losses: losses, options: options))
    let converter = Converter(to: writer, carrying: format.carries(with: options), losses: losses)
    try converter.add(Source(header: header, records: records), log: DiagnosticLog(input: "x"))
    try converter.finish()
    return (sink.bytes, found)
  }

  private final class Source: RecordReader {
    let header: Header
    var records: [Record]
    init(header: Header, records: [Record]) { (self.header, self.records) = (header, records.reversed()) }
    func readHeader() throws(ConversionError) -> Header? { header }
    func next() throws(ConversionError) -> Record? { records.popLast() }
    func position(of pointer: String) -> SourcePosition? { nil }
  }

  private func over(_ text: String, from: Int, to: Int, carry: String = "none") throws -> String {
    let read = Self.forms[from].read(Array(text.utf8))
    let header = try #require(read.header)
    return String(decoding: try write(Self.forms[to], header, read.records, carry: carry).bytes, as: UTF8.self)
  }

  // MARK: - What is made up

  @Test(arguments: 0..<2, ["ids", "none"])
  func `what was made up does not come back as data`(form: Int, carry: String) throws {
    var incident = Incident(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a02")
    incident.summary = "A missile came down."
    incident.when = When()
    incident.when?.date = EDTF("2024-01")
    let header = Header(schemaVersion: Schema.version)
    let written = try write(Self.forms[form], header, [.incident(incident)], carry: carry)
    let back = Self.forms[form].read(written.bytes)
    #expect(back.header?.title == nil && back.header?.publisher == nil)
    if carry == "ids" {
      #expect(back.header == header)
      guard case .incident(let found)? = back.records.first else {
        Issue.record("there is no incident")
        return
      }
      #expect(found.title == nil && found.summary == incident.summary && found.id == incident.id)
    } else {
      // Atom demands a title and dates, and nothing in it can say that they were made up: so that is told.
      let supplied = written.losses.filter { $0.reason == .supplied }.map(\.field)
      #expect(supplied == (form == 1 ? ["header.created", "incident.title"] : []))
    }
  }

  @Test(arguments: 0..<2, ["ids", "none"])
  func `a report and a feed of which nothing is known stay so`(form: Int, carry: String) throws {
    let report = Report(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a01")
    let written = try write(Self.forms[form], Header(schemaVersion: Schema.version), [.report(report)], carry: carry)
    let back = Self.forms[form].read(written.bytes)
    #expect(back.header == Header(schemaVersion: Schema.version))
    guard case .report(let found)? = back.records.first else {
      Issue.record("there is no report")
      return
    }
    #expect(found.headlines.isEmpty && found.updated == nil && found.published == nil && found.links.isEmpty)
    #expect(found.publisher == nil && found.body.isEmpty)
    #expect(written.losses.allSatisfy { $0.reason != .supplied })
  }

  // MARK: - What is told

  /// A field for each value of a record that is not the same in another.
  private func differing<Object: SchemaObject>(_ first: Object, _ second: Object, _ name: String) -> Set<String> {
    Set(ReadBack.losses(of: first, in: second, called: name, butExtras: []).map(\.field))
  }

  @Test(arguments: 0..<2, 0..<20)
  func `the report of losses names what does not come back, and nothing else`(form: Int, seed: Int) throws {
    var random = RandomRecords(seed: 400 + seed, fill: 0.5)
    let header = try random.header()
    var report = try random.object(Report.self)
    report.language = header.language
    let written = try write(Self.forms[form], header, [.report(report)], carry: "none")
    let back = Self.forms[form].read(written.bytes)
    let lost = Set(written.losses.filter { $0.reason != .supplied }.map(\.field))
    var differing = differing(header, try #require(back.header), "header")
    guard case .report(let found)? = back.records.first else {
      Issue.record("there is no report")
      return
    }
    differing.formUnion(self.differing(report, found, "report"))
    #expect(lost == differing, "seed \(seed): \(String(decoding: written.bytes, as: UTF8.self))")
    #expect(written.losses.count == Set(written.losses).count)
  }

  // MARK: - From one form into the other

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
    <title>Wire</title><subtitle>All news</subtitle><id>tag:e.org,2024:w</id><updated>2024-01-15T06:00:00Z</updated>
    <link rel="alternate" href="https://e.org/"/><logo>https://e.org/logo.png</logo><icon>https://e.org/icon.png</icon>
    <author><name>Desk</name><email>desk@e.org</email></author><generator>Press</generator>
    <entry><title>Ferry</title><id>tag:e.org,2024:w/1</id><updated>2024-01-15T05:00:00Z</updated>
    <link href="https://e.org/1"/><summary>In short.</summary>
    <content type="html">&lt;p&gt;At &lt;b&gt;length&lt;/b&gt;.&lt;/p&gt;</content>
    <thr:in-reply-to ref="tag:e.org,2024:w/0" href="https://e.org/0"/></entry></feed>
    """

  @Test(arguments: ["full", "ids", "none"])
  func `what people see of an Atom feed is in the RSS made of it`(carry: String) throws {
    let text = try over(Self.atom, from: 1, to: 0, carry: carry)
    for part in [
      "<link>https://e.org/</link>", "<description>All news</description>", "<url>https://e.org/logo.png</url>",
      "<atom:icon>https://e.org/icon.png</atom:icon>", "<managingEditor>desk@e.org (Desk)</managingEditor>",
      "<generator>Press</generator>", "<description>In short.</description>",
      "<content:encoded>&lt;p&gt;At &lt;b&gt;length&lt;/b&gt;.&lt;/p&gt;</content:encoded>",
      #"<thr:in-reply-to ref="tag:e.org,2024:w/0" href="https://e.org/0"/>"#,
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test(arguments: ["full", "ids", "none"])
  func `what people see of an RSS feed is in the Atom made of it`(carry: String) throws {
    let rss = try over(Self.atom, from: 1, to: 0)
    let text = try over(rss, from: 0, to: 1, carry: carry)
    for part in [
      #"<link rel="alternate" href="https://e.org/"/>"#, "<subtitle>All news</subtitle>",
      "<logo>https://e.org/logo.png</logo>", "<icon>https://e.org/icon.png</icon>",
      "<author><name>Desk</name><email>desk@e.org</email></author>", "<generator>Press</generator>",
      "<summary>In short.</summary>",
      #"<content type="html">&lt;p&gt;At &lt;b&gt;length&lt;/b&gt;.&lt;/p&gt;</content>"#,
      #"<thr:in-reply-to ref="tag:e.org,2024:w/0" href="https://e.org/0"/>"#,
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test func `a text that looks like markup is one in Atom too`() throws {
    var report = Report(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a01")
    var headline = Headline()
    (headline.role, headline.text) = (.main, "How <b> works & why")
    report.headlines = [headline]
    let bytes = try write(Atom(), Header(schemaVersion: Schema.version), [.report(report)], carry: "none").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#"<title type="html">How &amp;lt;b&amp;gt; works &amp;amp; why</title>"#), "\(text)")
    guard case .report(let back)? = Atom().read(bytes).records.first else {
      Issue.record("there is no report")
      return
    }
    #expect(back.headlines == [headline])
  }

  // MARK: - Incidents

  private func incident(_ item: String, atom: Bool) throws -> Incident {
    let spaces = "xmlns:georss='http://www.georss.org/georss' xmlns:ev='http://purl.org/rss/1.0/modules/event/'"
    let cap = "xmlns:cap='urn:oasis:names:tc:emergency:cap:1.2'"
    let text =
      atom
      ? "<feed xmlns='http://www.w3.org/2005/Atom' \(spaces) \(cap)><entry><title>x</title>\(item)</entry></feed>"
      : "<rss version='2.0' \(spaces) \(cap)><channel><item><title>x</title>\(item)</item></channel></rss>"
    let records = Self.forms[atom ? 1 : 0].read(Array(text.utf8)).records
    for case .incident(let incident) in records { return incident }
    throw NoIncident()
  }

  private struct NoIncident: Error {}

  private static let alert = """
    <cap:alert><cap:identifier>7</cap:identifier><cap:msgType>Alert</cap:msgType><cap:info><cap:category>Met</cap:category>
    <cap:event>Storm</cap:event><cap:urgency>Immediate</cap:urgency><cap:severity>Severe</cap:severity>
    <cap:certainty>Likely</cap:certainty><cap:onset>2024-01-15T12:00:00Z</cap:onset>
    <cap:expires>2024-01-16T00:00:00Z</cap:expires><cap:headline>Storm on the coast</cap:headline>
    <cap:area><cap:areaDesc>West coast</cap:areaDesc><cap:polygon>60,5 61,5 61,6 60,5</cap:polygon></cap:area>
    <cap:area><cap:areaDesc>The isle</cap:areaDesc><cap:circle>60.5,5.5 12.5</cap:circle></cap:area></cap:info></cap:alert>
    """

  @Test(arguments: [false, true])
  func `a whole alert gives the incident that it tells of`(atom: Bool) throws {
    let item = atom ? "<content type='application/cap+xml'>\(Self.alert)</content>" : Self.alert
    let incident = try incident(item, atom: atom)
    #expect(incident.title == "Storm on the coast")
    #expect(incident.codes.map(\.code) == ["Storm", "Met", "Severe", "Likely", "Immediate"])
    #expect(incident.when?.date?.description == "2024-01-15/2024-01-16")
    #expect(incident.places.map(\.text) == ["West coast", "The isle"])
    #expect(incident.places.first?.geometry?.description.contains("[5,60]") == true)
    #expect(incident.places.last?.latitude == 60.5 && incident.places.last?.radius == 12_500)
  }

  @Test func `a circle, a radius and names are those of the place`() throws {
    let circle = try incident("<georss:circle>42.9 -71.1 500</georss:circle>", atom: false).places.first
    #expect(circle?.latitude == 42.9 && circle?.longitude == -71.1 && circle?.radius == 500)
    let point = try incident(
      "<georss:point>42.9 -71.1</georss:point><georss:radius>40</georss:radius><georss:featurename>Quay</georss:featurename>",
      atom: true
    ).places.first
    #expect(point?.radius == 40 && point?.name == "Quay" && point?.latitude == 42.9)
    #expect(try incident("<ev:location>Town hall</ev:location>", atom: false).places.map(\.name) == ["Town hall"])
  }
}
