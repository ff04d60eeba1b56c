import Dateline
import DatelineCore
import Testing

/// What `validate` finds in records that every reader takes.
@Suite struct RecordCheckTests {
  private static func findings(_ lines: String...) throws -> [String] {
    let text = (["{\"type\":\"header\",\"schemaVersion\":\"1.0\"}"] + lines).joined(separator: "\n") + "\n"
    return try Validation().check(Input(Array(text.utf8), name: "x.ndjson")).findings.map {
      "\($0.start.line):\($0.start.column) \($0.level.word) \($0.code): \($0.message)"
    }
  }

  private static func incident(_ fields: String) -> String {
    "{\"type\":\"incident\",\"id\":\"urn:example:1\",\(fields)}"
  }

  private static let at = incident("").utf8.count

  @Test(arguments: [
    #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,1]]]}"#,
    #"{"type":"Point","coordinates":[2,1,300.5]}"#, #"{"type":"MultiPoint","coordinates":[]}"#,
    #"{"type":"LineString","coordinates":[[-180,-90],[180,90]]}"#,
    #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2,1]}]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[[2,1],[4,3],[6,5],[2,1]]]]}"#,
  ])
  func `a geometry of GeoJSON is one`(geometry: String) throws {
    #expect(try Self.findings(Self.incident("\"places\":[{\"geometry\":\(geometry)}]")) == [])
  }

  @Test(arguments: [
    (
      #"{"type":"Polygon","coordinates":[[[2,1],[4,3],[6,5],[2,2]]]}"#, "the last position of a ring is its first again"
    ),
    (#"{"type":"Polygon","coordinates":[[[2,1],[4,3],[2,1]]]}"#, "a ring has four positions at least, and this has 3"),
    (#"{"type":"LineString","coordinates":[[2,1]]}"#, "a line has two positions at least, and this has 1"),
    (#"{"type":"LineString","coordinates":[[2,1],[4]]}"#, "a position is a longitude and a latitude"),
    (#"{"type":"LineString","coordinates":[2,1]}"#, "coordinates are lists of numbers"),
    (
      #"{"type":"Point","coordinates":[50,136]}"#, "longitudes go to 180 and latitudes to 90; the longitude comes first"
    ),
    (#"{"type":"polygon","coordinates":[]}"#, "'polygon' is no geometry of GeoJSON; was 'Polygon' meant?"),
    (#"{"type":"Polygon"}"#, "the Polygon has no 'coordinates'"), (#"{"a":1}"#, "a geometry is an object with 'type'"),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[200,1]}]}"#,
      "longitudes go to 180 and latitudes to 90"
    ),
  ])
  func `a geometry that is none is told of at its place`(geometry: String, message: String) throws {
    let found = try Self.findings(Self.incident("\"places\":[{\"geometry\":\(geometry)}]"))
    #expect(
      found.count == 1 && found[0].hasPrefix("2:63 warning model.geometry: ") && found[0].contains(message), "\(found)")
  }

  @Test(arguments: [
    #""when":{"date":"2024-01-13","earliest":"2024-01-12T22:00:00Z","latest":"2024-01-14T04:00:00Z"}"#,
    #""when":{"date":"2024-01","earliest":"2024-01-31T20:00:00-05:00"}"#,
    #""when":{"earliest":"2024-01-13T22:00:00Z"}"#,
    #""when":{"date":"../2024-01-13","earliest":"1999-01-12T22:00:00Z"}"#,
    #""revision":{"created":"2024-01-13T10:00:00Z","modified":"2024-01-13T10:00:00Z"}"#,
  ])
  func `dates that agree are fine`(fields: String) throws {
    #expect(try Self.findings(Self.incident(fields)) == [])
  }

  @Test(arguments: [
    (
      #""when":{"date":"2024-01-13","earliest":"2024-01-16T00:00:00Z"}"#,
      "2024-01-16T00:00:00Z is not of the date 2024-01-13; correct one of them"
    ),
    (
      #""when":{"date":"2024-02/2024-03","latest":"2023-03-01T00:00:00Z"}"#,
      "2023-03-01T00:00:00Z is not of the date 2024-02/2024-03; correct one of them"
    ),
    (
      #""revision":{"created":"2024-01-13T10:00:00Z","modified":"2024-01-13T10:00:00+01:00"}"#,
      "the record was changed before it was made (2024-01-13T10:00:00Z); correct one of the dates"
    ),
  ])
  func `dates that disagree are told of`(fields: String, message: String) throws {
    let found = try Self.findings(Self.incident(fields))
    #expect(found.count == 1 && found[0].hasSuffix(" warning model.dates-disagree: \(message)"), "\(found)")
  }

  @Test func `a report is not changed before it is published`() throws {
    let report =
      #"{"type":"report","id":"urn:example:2","published":"2024-01-13T10:00:00Z","updated":"2024-01-12T10:00:00Z"}"#
    #expect(try Self.findings(report).map { $0.contains("model.dates-disagree") } == [true])
  }

  @Test func `a record that speaks of itself as of another is told of`() throws {
    let own = Self.incident(#""relations":[{"relation":"partOf","target":"urn:example:1"}]"#)
    #expect(try Self.findings(own).map { $0.contains("model.own-relation") } == [true])
    let tombstone = #"{"type":"tombstone","id":"urn:example:3","replacedBy":"urn:example:3"}"#
    #expect(try Self.findings(tombstone).map { $0.contains("model.own-relation") } == [true])
  }

  @Test func `ids, references, pointers and quotations are followed`() throws {
    let report =
      #"{"type":"report","id":"urn:example:2","body":[{"text":"Peru"}],"evidence":[{"field":"/body","start":0,"end":4,"unit":"scalar","quote":"Lima"}]}"#
    let incident = Self.incident(
      #""reports":[{"id":"urn:example:9"}],"relations":[{"relation":"partOf","target":"urn:example:8"}],"claims":[{"stance":"denies","field":"/places/3"}]"#
    )
    let codes = try Self.findings(report, incident, incident).map { $0.split(separator: " ")[2] }
    #expect(
      Set(codes) == [
        "model.evidence-mismatch:", "model.absent-report:", "model.absent-record:", "model.dangling-pointer:",
        "model.duplicate-id:",
      ])
  }
}
