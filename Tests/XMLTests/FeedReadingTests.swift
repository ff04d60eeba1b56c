import DatelineCore
import DatelineRecord
import DatelineSyndication
import TestSupport
import Testing

@testable import DatelineXML

/// Feeds as sources write them.
@Suite struct FeedReadingTests {
  static func rss(_ items: String, channel: String = "<title>News</title>", root: String = "") -> [UInt8] {
    Array("<rss version='2.0' \(root)><channel>\(channel)\(items)</channel></rss>".utf8)
  }

  static func atom(_ entries: String, feed: String = "<title>News</title>", root: String = "") -> [UInt8] {
    Array("<feed xmlns='http://www.w3.org/2005/Atom' \(root)>\(feed)\(entries)</feed>".utf8)
  }

  private func report(_ result: ReadResult) throws -> Report {
    guard case .report(let report)? = result.records.first else { throw Missing() }
    return report
  }

  private func incident(_ result: ReadResult) throws -> Incident {
    guard result.records.count > 1, case .incident(let incident) = result.records[1] else { throw Missing() }
    return incident
  }

  struct Missing: Error {}

  @Test func `an item becomes a report with all that it says`() throws {
    let result = RSS().read(
      Self.rss(
        """
        <item><title>Bridge &amp;amp; tunnel closed</title><link>https://example.org/42</link>
        <guid>https://example.org/42</guid><pubDate>Sat, 13 Jan 2024 18:30:02 +0300</pubDate>
        <author>ana@example.org (Ana Ruiz)</author><category domain="https://example.org/c">Roads</category>
        <comments>https://example.org/42#c</comments><source url="https://other.example/f">Other Wire</source>
        <enclosure url="https://example.org/42.mp3" length="4711" type="audio/mpeg"/>
        <description><![CDATA[<h2>What</h2><p>The bridge is&nbsp;closed.<p>Nobody was hurt.<ul><li>One<li>Two</ul><p>End.]]></description>
        <x:mood xmlns:x="urn:x">calm</x:mood></item>
        """))
    #expect(result.lines == [])
    let report = try report(result)
    #expect(report.externalIDs == ["guid:https://example.org/42"] && report.kind == .feedEntry)
    #expect(report.headlines.map(\.text) == ["Bridge & tunnel closed"])
    #expect(report.published?.description == "2024-01-13T18:30:02+03:00" && report.publishedBasis == .stated)
    #expect(report.authors.first?.name == "Ana Ruiz" && report.authors.first?.email == "ana@example.org")
    #expect(report.subjects.first?.scheme == "https://example.org/c" && report.subjects.first?.label == "Roads")
    #expect(report.links.map(\.rel) == ["canonical", "replies"] && report.publisher == "Other Wire")
    #expect(report.media.first?.bytes == 4711 && report.media.first?.mediaType == "audio/mpeg")
    #expect(
      report.body.map(\.text) == ["What", "The bridge is\u{A0}closed.", "Nobody was hurt.", "One", "Two", "End."])
    #expect(report.body.map(\.role) == [.heading, .paragraph, .paragraph, .listItem, .listItem, .paragraph])
    #expect(report.extras["rss.elements"]?.description == #"["<x:mood xmlns:x=\"urn:x\">calm</x:mood>"]"#)
  }

  @Test func `an entry of Atom becomes a report with all that it says`() throws {
    let result = Atom().read(
      Self.atom(
        """
        <entry xml:lang="de"><id>tag:example.org,2024:42</id><title type="html">Br&amp;uuml;cke &lt;b>zu&lt;/b></title>
        <updated>2024-01-14T10:00:00Z</updated><published>2024-01-13T18:30:02+03:00</published>
        <author><name>Ana</name><uri>ana</uri></author><contributor><name>Tom</name></contributor>
        <category term="r" scheme="https://example.org/c" label="Roads"/><rights>CC</rights>
        <link href="42"/><link rel="enclosure" href="42.mp3" type="audio/mpeg" length="7"/><link rel="via" href="https://v.example/"/>
        <in-reply-to xmlns="http://purl.org/syndication/thread/1.0" ref="tag:example.org,2024:41"/>
        <content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Ein &amp; zwei<h:br/>drei</h:p></h:div></content></entry>
        """, root: "xml:base='https://example.org/a/' xml:lang='en'"))
    #expect(result.lines == [])
    #expect(result.header?.language == "en")
    let report = try report(result)
    #expect(report.language == "de" && report.headlines.first?.text == "Brücke zu")
    #expect(report.updated?.description == "2024-01-14T10:00:00Z")
    #expect(report.authors.map(\.name) == ["Ana", "Tom"] && report.authors.first?.url == "https://example.org/a/ana")
    #expect(report.links.map(\.url) == ["https://example.org/a/42", "https://v.example/", "tag:example.org,2024:41"])
    #expect(report.links.map(\.rel) == ["alternate", "via", "in-reply-to"])
    #expect(report.media.first?.url == "https://example.org/a/42.mp3")
    #expect(report.body.map(\.text) == ["Ein & zwei\ndrei"] && report.rights?.notice == "CC")
  }

  @Test func `an entry with a place or a time is an incident that rests on its report`() throws {
    let result = RSS().read(
      Self.rss(
        """
        <item><guid isPermaLink="false">x-1</guid><title>T</title>
        <g:point xmlns:g="http://www.georss.org/georss">45.5 -71.25</g:point>
        <ev:startdate xmlns:ev="http://purl.org/rss/1.0/modules/event/">2024-01</ev:startdate></item>
        """))
    let incident = try incident(result)
    #expect(incident.places.first?.latitude == 45.5 && incident.places.first?.longitude == -71.25)
    #expect(incident.when?.date?.description == "2024-01")
    #expect(incident.reports.first?.id == (try report(result)).id && incident.externalIDs == ["guid:x-1"])
  }

  @Test(arguments: [
    "<georss:point>1.5 2.5</georss:point>",
    "<georss:where><gml:Point><gml:pos>1.5 2.5</gml:pos></gml:Point></georss:where>",
    "<geo:lat>1.5</geo:lat><geo:long>2.5</geo:long>",
    "<geo:Point><geo:lat>1.5</geo:lat><geo:long>2.5</geo:long></geo:Point>",
  ])
  func `a point is one in every vocabulary`(elements: String) throws {
    let root = """
      xmlns:georss='http://www.georss.org/georss' xmlns:gml='http://www.opengis.net/gml' xmlns:geo='http://www.w3.org/2003/01/geo/wgs84_pos#'
      """
    let place = try incident(RSS().read(Self.rss("<item>\(elements)</item>", root: root))).places.first
    #expect(place?.latitude == 1.5 && place?.longitude == 2.5)
  }

  @Test(arguments: [
    ("<georss:line>1 2 3 4</georss:line>", #"{"type":"LineString","coordinates":[[2,1],[4,3]]}"#),
    (
      "<georss:polygon>1 2 3 4 5 6 1 2</georss:polygon>",
      #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]]]}"#
    ),
    (
      "<georss:where><gml:LineString><gml:posList>1 2 3 4</gml:posList></gml:LineString></georss:where>",
      #"{"type":"LineString","coordinates":[[2,1],[4,3]]}"#
    ),
    (
      "<georss:where><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>1 2 3 4 5 6 1 2</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></georss:where>",
      #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]]]}"#
    ),
    (
      "<georss:where><gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope></georss:where>",
      #"{"type":"Polygon","coordinates":[[[2,1],[4,1],[4,3],[2,3],[2,1]]]}"#
    ),
    ("<georss:box>1 2 3 4</georss:box>", #"{"type":"Polygon","coordinates":[[[2,1],[4,1],[4,3],[2,3],[2,1]]]}"#),
  ])
  func `a line and an area are geometries, beside a point too`(elements: String, geometry: String) throws {
    let root = "xmlns:georss='http://www.georss.org/georss' xmlns:gml='http://www.opengis.net/gml'"
    for point in ["", "<georss:point>7 8</georss:point>"] {
      let place = try incident(RSS().read(Self.rss("<item>\(elements)\(point)</item>", root: root))).places.first
      #expect(place?.geometry?.description == geometry && place?.latitude == (point.isEmpty ? nil : 7))
    }
  }

  @Test func `alerts of CAP and of GDACS say what, when and where`() throws {
    let cap = Atom().read(
      Self.atom(
        """
        <entry><id>urn:x:1</id><title>Wind</title><updated>2024-01-14T10:00:00Z</updated>
        <c:event>High Wind</c:event><c:onset>2024-01-14T08:00:00-08:00</c:onset><c:expires>2024-01-15T07:00:00-08:00</c:expires>
        <c:areaDesc>Coast</c:areaDesc><c:polygon>1,2 3,4 5,6 1,2</c:polygon></entry>
        """, root: "xmlns:c='urn:oasis:names:tc:emergency:cap:1.2'"))
    #expect(try report(cap).kind == .alert)
    let wind = try incident(cap)
    #expect(wind.codes.first?.code == "High Wind" && wind.when?.date?.description == "2024-01-14/2024-01-15")
    #expect(wind.places.first?.text == "Coast")
    #expect(
      wind.places.first?.geometry?.description == #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]]]}"#)
    let gdacs = RSS().read(
      Self.rss(
        """
        <item><title>Quake</title><guid isPermaLink="false">EQ7</guid><d:eventtype>EQ</d:eventtype><d:eventid>7</d:eventid>
        <d:fromdate>Tue, 10 Dec 2024 18:04:35 GMT</d:fromdate><d:todate>Tue, 10 Dec 2024 18:04:35 GMT</d:todate>
        <d:country>Chile</d:country></item>
        """, root: "xmlns:d='http://www.gdacs.org'"))
    let quake = try incident(gdacs)
    #expect(quake.when?.time?.description == "18:04:35" && quake.when?.timeZone == "UTC")
    #expect(quake.places.first?.countryName == "Chile" && quake.externalIDs == ["guid:EQ7", "gdacs:EQ7"])
  }

  @Test func `a deleted entry is a tombstone`() throws {
    let result = Atom().read(
      Self.atom(
        """
        <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="tag:example.org,2024:42" when="2024-01-14T10:00:00Z">
        <at:comment>Published by mistake</at:comment></at:deleted-entry>
        """))
    guard case .tombstone(let tombstone)? = result.records.first else { throw Missing() }
    #expect(tombstone.externalIDs == ["atom:tag:example.org,2024:42"] && tombstone.recordType == .report)
    #expect(tombstone.reason == "Published by mistake" && tombstone.withdrawn?.description == "2024-01-14T10:00:00Z")
    let entry = Atom().read(Self.atom("<entry><id>tag:example.org,2024:42</id></entry>"))
    #expect(entry.records.first?.id == tombstone.id)
  }

  @Test func `RSS 1_0 and Atom 0_3 are read in today's names`() throws {
    let rdf = RSS().read(
      Array(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://example.org/"><title>News</title><items><rdf:Seq/></items></channel>
        <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link></item></rdf:RDF>
        """.utf8))
    #expect(rdf.lines == [] && rdf.header?.title == "News")
    #expect(try report(rdf).externalIDs == ["guid:https://example.org/1"])
    let atom = Atom().read(
      Array(
        """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>News</title><modified>2003-12-13T18:30:02Z</modified>
        <entry><title mode="escaped" type="text/html">&lt;i>A&lt;/i></title><issued>2003-12-13T08:29:29-04:00</issued></entry></feed>
        """.utf8))
    #expect(atom.lines == [] && atom.header?.created?.description == "2003-12-13T18:30:02Z")
    #expect(try report(atom).published?.description == "2003-12-13T08:29:29-04:00")
    #expect(try report(atom).headlines.first?.text == "A")
  }

  @Test func `what is odd is told of with its place, and kept`() throws {
    let result = RSS().read(
      Self.rss("<item><title>A</title><pubDate>soon</pubDate></item>\n<ttl>60</ttl> stray\n"))
    #expect(
      result.lines.sorted() == [
        "input:1:49: warning: 'soon' is no date that can be read; it is kept in 'extras' as it stands [feed.bad-date]",
        "input:2:15: warning: 'stray' stands between the elements of the feed, where no text counts; it is skipped [feed.stray-text]",
      ])
    #expect(try report(result).extras["rss.written"]?.description.contains("<pubDate>soon</pubDate>") == true)
    let wrong = RSS().read(Array("<html/>".utf8))
    #expect(wrong.errorCount == 1 && wrong.lines.first?.hasSuffix("[feed.wrong-root]") == true)
  }

  @Test func `a zone that is not the same everywhere is told of`() throws {
    let result = RSS().read(
      Self.rss(
        "<lastBuildDate>Sat, 13 Jan 2024 18:30:02 BST</lastBuildDate>"
          + "<item><title>A</title><pubDate>Sat, 13 Jan 2024 18:30:02 IST</pubDate></item>"))
    #expect(result.lines.map { $0.hasSuffix("[feed.unknown-zone]") } == [true, true])
    #expect(result.lines.map { $0.contains("'BST'") || $0.contains("'IST'") } == [true, true])
    #expect(try report(result).published?.description == "2024-01-13T18:30:02")
    #expect(try report(result).extras["rss.written"]?.description.contains("IST") == true)
  }

  @Test func `what is about the feed is read behind its entries too`() throws {
    let entries = "<item><title>A</title></item><item><title>B</title></item>"
    let tail = "<title>News</title><copyright>Ours</copyright><ttl>60</ttl>"
    let early = RSS().read(Array("<rss version='2.0'><channel>\(tail)\(entries)</channel></rss>".utf8))
    let late = RSS().read(Array("<rss version='2.0'><channel>\(entries)\(tail)</channel></rss>".utf8))
    #expect(late.lines == [] && late.header == early.header && late.records == early.records)
    #expect(late.header?.title == "News" && late.header?.rights?.notice == "Ours")
    // A feed that is cut off gives what has been read of it.
    let cut = RSS().read(Array("<rss version='2.0'><channel>\(entries)\(tail)<link>".utf8))
    #expect(cut.records == early.records && cut.header == early.header && cut.errorCount == 1)
  }

  @Test func `what is about the feed and stands far behind its first entry is told of`() throws {
    let entry = "<item><title>\(String(repeating: "x", count: 1000))</title></item>\n"
    let count = FeedLookahead.size / 1000 + 2
    let result = RSS().read(Self.rss(String(repeating: entry, count: count) + "<ttl>60</ttl><ttl>7</ttl>"))
    #expect(result.records.count == count)
    #expect(
      result.lines == [
        "input:\(count + 1):1: warning: 'ttl' is about the whole feed and stands far behind its first entry, where it is not read; put it before the entries [feed.header-after-records]"
      ])
  }

  @Test func `a feed that is too large for one entry loses that entry alone`() throws {
    let limits = Limits(recordSize: 4096)
    let long = String(repeating: "x", count: 10_000)
    let result = RSS().read(
      Self.rss("<item><title>\(long)</title></item><item><title>B</title></item>"), limits: limits)
    #expect(result.records.count == 1 && result.errorCount == 1)
  }
}
