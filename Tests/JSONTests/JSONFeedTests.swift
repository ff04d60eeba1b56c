import DatelineCore
@testable import DatelineJSON
import TestSupport
import Testing

/// JSON Feed, read and written.
@Suite struct JSONFeedTests {
  private static let feed = """
    {
      "items": [
        {"id": "17", "url": "https://news.example/17", "title": "Ferry  aground",
         "content_html": "<p>The ferry <b>ran</b> aground.</p><ul><li>Nobody was hurt.</li></ul><script>x</script>",
         "summary": "A ferry.", "image": "https://news.example/17.jpg",
         "date_published": "2024-03-02T10:00:00+02:00", "date_modified": "March 2",
         "authors": [{"name": "Ana Ruiz", "url": "https://news.example/ana", "avatar": "https://news.example/ana.png"}],
         "tags": ["ferry", "accident"], "language": "en", "_mood": {"level": 1.50},
         "attachments": [{"url": "https://news.example/17.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 4096,
                          "duration_in_seconds": 12}]},
        {"id": 18, "content_text": "Two lines\\nof one paragraph.\\n\\nAnd another.", "external_url": "https://other.example/x"}
      ],
      "title": "Harbour news", "version": "https://jsonfeed.org/version/1", "author": {"name": "Harbour Desk"},
      "home_page_url": "https://news.example/", "favicon": "https://news.example/f.ico"
    }
    """

  private static func report(_ record: Record?) throws -> Report {
    guard case .report(let report) = record else { throw Missing() }
    return report
  }

  private struct Missing: Error {}

  @Test(arguments: [1, 3, 64, 4096])
  func `an item becomes a report, and what stands behind the items is known before them`(chunkSize: Int) throws {
    let result = JSONFeed().read(Array(Self.feed.utf8), chunkSize: chunkSize)
    #expect(result.header?.title == "Harbour news")
    #expect(result.header?.publisher == "Harbour Desk")
    #expect(result.records.count == 2)
    let report = try Self.report(result.records.first)
    #expect(report.externalIDs == ["jsonfeed:17"])
    #expect(report.kind == .feedEntry)
    #expect(report.headlines.map(\.text) == ["Ferry aground"])
    #expect(report.body.map(\.text) == ["The ferry ran aground.", "Nobody was hurt."])
    #expect(report.body.map(\.role) == [.paragraph, .listItem])
    #expect(report.published?.description == "2024-03-02T10:00:00+02:00")
    #expect(report.updated == nil)
    #expect(report.authors.map(\.name) == ["Ana Ruiz"])
    #expect(report.publisher == "Harbour Desk")
    #expect(report.links.map(\.url) == ["https://news.example/17"])
    #expect(report.media.map(\.url) == ["https://news.example/17.jpg", "https://news.example/17.mp3"])
    #expect(report.media.map(\.bytes) == [nil, 4096])
    #expect(report.subjects.map(\.label) == ["ferry", "accident"])
    let other = try Self.report(result.records.last)
    #expect(other.externalIDs == ["jsonfeed:18"])
    #expect(other.body.map(\.text) == ["Two lines\nof one paragraph.", "And another."])
    #expect(other.links.map(\.rel) == ["related"])
    #expect(
      result.lines == [
        "input:3:5: warning: 'March 2' is no date that can be read; it is kept in 'extras' as it stands [jsonfeed.bad-date]"
      ])
  }

  /// A feed without what this library adds, with its members in one order.
  private static func plain(_ bytes: [UInt8]) throws -> JSONValue {
    func plain(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let members):
        .object(
          members.filter { $0.key != "_dateline" && $0.key != "version" }.map { JSONMember($0.key, plain($0.value)) }
            .sorted { $0.key < $1.key })
      case .list(let items): .list(items.map(plain))
      default: value
      }
    }
    return plain(try JSONValue(bytes))
  }

  @Test(arguments: ["full", "ids", "none"])
  func `a foreign feed comes back member by member`(carry: String) throws {
    let read = JSONFeed().read(Array(Self.feed.utf8))
    let format = JSONFeed()
    let sink = MemorySink()
    let options = try FormatOptions([("carry", carry)], for: format.info)
    let writer = try format.makeWriter(ByteWriter(sink), WriteContext(losses: LossReport(), options: options))
    try writer.write(try #require(read.header))
    for record in read.records { try writer.write(record) }
    try writer.finish()
    #expect(try Self.plain(sink.bytes) == Self.plain(Array(Self.feed.utf8)))
  }

  @Test func `what was edited or deleted since wins over what is carried`() throws {
    let read = JSONFeed().read(Array(Self.feed.utf8))
    let header = try #require(read.header)
    let written = String(decoding: try JSONFeed().write(header, read.records), as: UTF8.self)
    let edited = written.replacing("\"title\":\"Ferry  aground\"", with: "\"title\":\"Ferry afloat\"")
      .replacing("\"tags\":[\"ferry\",\"accident\"],", with: "")
      .replacing("\"title\":\"Harbour news\"", with: "\"title\":\"Port news\"")
    let again = JSONFeed().read(Array(edited.utf8))
    var wanted = try Self.report(read.records.first)
    let report = try Self.report(again.records.first)
    #expect(report.headlines.map(\.text) == ["Ferry afloat"])
    #expect(report.subjects == [])
    wanted.headlines = report.headlines
    wanted.subjects = []
    wanted.extras = report.extras
    #expect(report == wanted)
    #expect(again.header?.title == "Port news")
    #expect(again.records.last == read.records.last)
    #expect(again.lines.filter { $0.contains("[carry.edited]") }.count == 2)
    #expect(again.lines.contains { $0.contains("title, tags of this entry were changed since it was written") })
  }

  @Test func `a withdrawn record is an item that says so`() throws {
    var tombstone = Tombstone(id: "urn:example:1")
    tombstone.reason = "told twice"
    let bytes = try JSONFeed().write(Header(schemaVersion: Schema.version), [.tombstone(tombstone)])
    let item = try #require(try JSONValue(bytes)["items"]?.items.first)
    #expect(item["id"] == .string("urn:example:1"))
    #expect(item["title"] == .string("Withdrawn"))
    #expect(item["content_text"] == .string("told twice"))
    #expect(JSONFeed().read(bytes).records == [.tombstone(tombstone)])
  }

  @Test func `a carrier that was put into another item is not used`() throws {
    let bytes = try JSONFeed().write(
      Header(schemaVersion: Schema.version), [.tombstone(Tombstone(id: "urn:example:1"))])
    let text = String(decoding: bytes, as: UTF8.self).replacing("{\"id\":\"urn:example:1\"", with: "{\"id\":\"other\"")
    let result = JSONFeed().read(Array(text.utf8))
    #expect(try Self.report(result.records.first).externalIDs == ["jsonfeed:other"])
    #expect(
      result.lines.contains { $0.contains("whose item has another identifier") && $0.contains("[carry.unusable]") })
  }

  @Test(arguments: [
    (
      #"{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[⟦7,{"id":"1","content_text":"b"}]}"#,
      "error: an item should be an object; it is skipped [jsonfeed.bad-item]"
    ),
    (
      #"{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{"id":"1" ⟦"content_text":"b"},{"id":"2"}]}"#,
      "error: a comma or '}' should stand here, not '\"'; the item is skipped [json.syntax]"
    ),
    (
      #"{"title":"a","items":[⟦{"content_text":"b"}]}"#,
      "warning: the item has no 'id', which every item should have; one is made of its address [jsonfeed.no-id]"
    ),
    (
      #"{"title":"a","items":[{"id":"1"}],"title":"b"⟦"#,
      "error: the feed ends before it is whole; the items before this place have been read [json.truncated-document]"
    ),
    (
      #"{"title":"a","items":[{"id":"1"}⟦"#,
      "error: the feed ends before it is whole; the items before this place have been read [json.truncated-document]"
    ),
    (
      #"⟦{"title":"a","home_page_url":"https://a.example/"}"#,
      "error: the feed has no list 'items', so there is nothing to read [jsonfeed.no-items]"
    ),
    (
      #"{"title":"a",⟦"title":"b","items":[]}"#,
      "error: 'title' stands here a second time; the first counts [json.duplicate-key]"
    ),
  ])
  func `what is wrong is reported at its place`(marked: String, message: String) throws {
    let marked = MarkedText(marked)
    let result = JSONFeed().read(marked.bytes)
    let place = try #require(marked.positions.first)
    #expect(result.lines.contains("input:\(place.line):\(place.column): \(message)"), "\(result.lines)")
  }

  @Test func `what is about the feed is read behind its items too`() throws {
    let items = #""items":[{"id":"1","content_text":"b"},{"id":"2","content_text":"c"}]"#
    let early = JSONFeed().read(Array("{\"title\":\"a\",\"icon\":\"https://e.org/i\",\(items)}".utf8))
    let late = JSONFeed().read(Array("{\"title\":\"a\",\(items),\"icon\":\"https://e.org/i\"}".utf8))
    #expect(late.lines == [] && late.header == early.header && late.records == early.records)
    let long = String(repeating: #"{"id":"1","content_text":"\#(String(repeating: "x", count: 1000))"},"#, count: 1100)
    let far = JSONFeed().read(Array("{\"title\":\"a\",\"items\":[\(long)7],\"icon\":\"x\"}".utf8))
    #expect(far.records.count == 1100)
    #expect(far.lines.contains { $0.contains("'icon' is about the whole feed and stands far behind its first item") })
    // A feed that is cut off gives what has been read of it.
    let cut = JSONFeed().read(Array("{\"title\":\"a\",\(items),\"icon\":".utf8))
    #expect(cut.records == early.records && cut.header?.title == "a" && cut.errorCount == 1)
  }

  @Test func `items before an unknown title are held up to the size of a record, and read all the same`() throws {
    let item = #"{"id":"%","content_text":"0123456789012345678901234567890123456789"}"#
    let items = (0..<40).map { item.replacing("%", with: "\($0)") }.joined(separator: ",")
    let feed = Array("{\"items\":[\(items)],\"title\":\"late\"}".utf8)
    var lines: [String] = []
    let log = DiagnosticLog(input: "input") { lines.append($0.description) }
    let reader = try JSONFeed().makeReader(
      ByteReader(MemorySource(feed)), ReadContext(log: log, limits: Limits(recordSize: 1000)))
    #expect(try reader.readHeader()?.title == nil)
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 40)
    #expect(lines.count == 1 && lines.first?.contains("'title' is about the whole feed") == true)
  }

  // MARK: - Without the record

  private func write(
    _ header: Header, _ records: [Record], carry: String
  ) throws -> (bytes: [UInt8], losses: [LossReport.Loss]) {
    let format = JSONFeed()
    let sink = MemorySink()
    var losses: [LossReport.Loss] = []
    let options = try FormatOptions([("carry", carry)], for: format.info)
    let writer = try format.makeWriter(
      ByteWriter(sink), WriteContext(losses: LossReport { losses.append($0) }, options: options))
    try writer.write(header)
    for record in records { try writer.write(record) }
    try writer.finish()
    return (sink.bytes, losses)
  }

  @Test(arguments: ["ids", "none"])
  func `what was made up does not come back as data`(carry: String) throws {
    var incident = Incident(id: "urn:uuid:5b0f0f2c-8f0a-5d5a-9d57-0f2d4c1a9a02")
    incident.kind = "force.missile"
    let written = try write(Header(schemaVersion: Schema.version), [.incident(incident)], carry: carry)
    let back = JSONFeed().read(written.bytes)
    #expect(back.header == Header(schemaVersion: Schema.version))
    switch back.records.first {
    case .incident(let found): #expect(carry == "ids" && found.title == nil)
    case .report(let found): #expect(carry == "none" && found.headlines.isEmpty && found.body.isEmpty)
    default: Issue.record("there is no record")
    }
  }

  @Test func `each value that the format has no member for is told, and no other`() throws {
    var header = Header(schemaVersion: Schema.version)
    header.title = "Harbour news"
    header.generator = "Press"
    header.rights = Rights()
    header.rights?.notice = "All rights reserved"
    var report = try Self.report(JSONFeed().read(Array(Self.feed.utf8)).records.first)
    report.language = nil
    var link = Link()
    (link.rel, link.url) = ("replies", "https://news.example/17#c")
    report.links.append(link)
    var thumbnail = Medium()
    (thumbnail.role, thumbnail.url) = ("thumbnail", "https://news.example/t.jpg")
    report.media.append(thumbnail)
    report.publisher = nil
    let losses = try write(header, [.report(report)], carry: "none").losses
    #expect(
      losses.map(\.field) == [
        "header.rights.notice", "header.generator", "report.links.rel", "report.links.url", "report.media.url",
        "report.media.role",
      ])
  }

  @Test func `what a feed says of its site and the summary beside a content come back`() throws {
    let read = JSONFeed().read(Array(Self.feed.utf8))
    #expect(read.header?.extras["feed.link"]?.description == #""https://news.example/""#)
    #expect(read.header?.extras["feed.icon"]?.description == #""https://news.example/f.ico""#)
    #expect(try Self.report(read.records.first).extras["feed.summary"]?.description == #""A ferry.""#)
  }
}
