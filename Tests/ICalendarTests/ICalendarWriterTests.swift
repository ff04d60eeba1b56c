import DatelineCore
import DatelineIdentity
import DatelineJSON
import DatelineRecord
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

@Suite struct ICalendarWriterTests {
  private static let format = CanonicalICalendar()

  private static func calendar(_ seed: Int, fill: Double = 0.4) throws -> (records: [Record], parsed: ParsedCalendar) {
    var random = RandomRecords(seed: seed, fill: fill)
    let header = try random.header()
    let records = try random.records(12)
    return (records, try ParsedCalendar(try format.write(header, records)))
  }

  /// A calendar with one incident of these fields besides an id, and its component.
  private static func component(_ json: String) throws -> ParsedCalendar.Component {
    let line = #"{"type":"incident","id":"urn:uuid:22222222-2222-5222-8222-222222222222","# + json + "}"
    let read = CanonicalNDJSON().read(Array(line.utf8))
    #expect(read.lines == [])
    let bytes = try format.write(Header(schemaVersion: Schema.version), read.records)
    return try #require(try ParsedCalendar(bytes).components.last)
  }

  @Test func `the golden calendar comes out as it was reviewed`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let input = try Array(Data(contentsOf: folder.appendingPathComponent("calendar.ndjson")))
    let wanted = try Array(Data(contentsOf: folder.appendingPathComponent("calendar.ics")))
    let result = try convert(input, from: CanonicalNDJSON(), to: Self.format)
    #expect(String(decoding: result.bytes, as: UTF8.self) == String(decoding: wanted, as: UTF8.self))
    #expect(result.bytes == wanted)
    #expect(result.losses.isEmpty)
  }

  @Test(arguments: 0..<30)
  func `every component carries its record, byte for byte, and its number`(seed: Int) throws {
    let (records, parsed) = try Self.calendar(seed, fill: seed < 3 ? 1 : 0.4)
    #expect(parsed.components.count == records.count + 1)
    for (number, component) in parsed.components.enumerated() {
      let carriers = component.properties.filter { $0.name == "X-DATELINE-RECORD" }
      try #require(carriers.count == 1)
      #expect(carriers[0].parameters == ["X-V": "1", "X-ENC": "b64u"])
      let envelope = try #require(try component.envelope().map { try JSONSerialization.jsonObject(with: $0) })
      let object = try #require(envelope as? [String: Any])
      #expect(object["n"] as? Int == number)
      #expect(Set(object.keys) == ["h", "n", "r"])
      if number > 0 { #expect(try component.record() == CanonicalJSON.text(of: records[number - 1])) }
    }
  }

  @Test(arguments: 0..<30)
  func `the hashes are those of the visible values, normalised as the page says`(seed: Int) throws {
    for component in try Self.calendar(seed).parsed.components {
      let envelope = try #require(try component.envelope())
      let object = try JSONSerialization.jsonObject(with: envelope) as? [String: Any]
      #expect(object?["h"] as? String == Self.fingerprint(of: component), "\(component)")
    }
  }

  /// What a reader would reckon from the file alone.
  private static func fingerprint(of component: ParsedCalendar.Component) -> String {
    let status = component["STATUS"]?.value
    let position = component["GEO"]?.value.split(separator: ";").compactMap { Double($0) }.map {
      "\(Int(($0 * 1e6).rounded()))"
    }
    let categories = component["CATEGORIES"]?.texts
    let values: [String?] = [
      component["SUMMARY"]?.text, component["DESCRIPTION"]?.text, component["LOCATION"]?.text,
      component["DTSTART"]?.value, component["DTEND"]?.value,
      status == "DRAFT" ? "TENTATIVE" : status == "FINAL" ? "CONFIRMED" : status,
      categories?.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\n"),
      position?.joined(separator: ";"),
    ]
    return values.map { value in
      guard let value else { return "...." }
      return Data(Identifier.digest(of: Array(value.utf8)).prefix(3)).base64EncodedString().replacing("+", with: "-")
        .replacing("/", with: "_")
    }.joined()
  }

  @Test(arguments: 0..<60)
  func `nothing is written that a client loses`(seed: Int) throws {
    let parsed = try Self.calendar(seed, fill: Double(seed % 10) / 10).parsed
    for line in parsed.physicalLines { #expect(line.count <= 75 && line.allSatisfy { $0 != 0x0D && $0 != 0x7F }) }
    let forbidden: Set = [
      "METHOD", "ORGANIZER", "ATTENDEE", "LINK", "CONCEPT", "REFID", "STRUCTURED-DATA", "STYLED-DESCRIPTION",
      "CALENDAR-ADDRESS",
    ]
    for component in parsed.components {
      #expect(["VEVENT", "VJOURNAL"].contains(component.name))
      #expect((component.name == "VEVENT") == (component["DTSTART"] != nil))
      var extensions: Set<String> = []
      for property in component.properties {
        #expect(!forbidden.contains(property.name))
        #expect(!property.value.isEmpty && Self.isTrimmed(property.text))
        #expect(property.parameters["TZID"] == nil)
        for value in property.parameters.values { #expect(!value.utf8.contains { "^\":;,\n".utf8.contains($0) }) }
        if property.name.hasPrefix("X-") {
          #expect(extensions.insert(property.name).inserted)
          #expect(!property.value.utf8.contains { ",;\\\"".utf8.contains($0) }, "\(property)")
        }
        if property.name == "CATEGORIES" { #expect(!property.value.utf8.contains(0x5C)) }
        if property.name == "RELATED-TO" { #expect(property.value != component["UID"]?.value) }
      }
      #expect(component.properties.filter { $0.name == "UID" }.count == 1)
      #expect(component["DTSTAMP"]?.value.wholeMatch(of: /\d{8}T\d{6}Z/) != nil)
      if component.name == "VEVENT" {
        #expect(component["TRANSP"]?.value == "TRANSPARENT")
        #expect(try #require(component["DTSTART"]?.value) < #require(component["DTEND"]?.value))
        #expect(component["DTSTART"]?.parameters == component["DTEND"]?.parameters)
      } else {
        for name in ["LOCATION", "GEO", "TRANSP", "DTEND"] { #expect(component[name] == nil) }
      }
    }
  }

  private static func isTrimmed(_ text: String) -> Bool {
    [text.utf8.first, text.utf8.last].allSatisfy { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
  }

  @Test func `the same records give the same bytes`() throws {
    var random = RandomRecords(seed: 5)
    let header = try random.header()
    let records = try random.records(20)
    #expect(try Self.format.write(header, records) == Self.format.write(header, records))
  }

  @Test(arguments: [
    (#""when":{"date":"2031-05-06"}"#, "20310506T000000Z"), (#""when":{"date":"1903-05-06"}"#, "19700101T000000Z"),
    (#""title":"x""#, "19700101T000000Z"),
    (#""when":{"date":"2031"},"reports":[{"publisher":"x"},{"published":"2031-06"}]"#, "20310601T000000Z"),
    (
      #""when":{"date":"2031"},"revision":{"created":"2031-06-01T00:30:00+02:00"},"reports":[{"published":"2032"}]"#,
      "20310531T223000Z"
    ),
    (
      #""revision":{"created":"2031-06-01T00:00:00Z","modified":"2031-06-02T01:02:03"}"#, "20310602T010203Z"
    ),
  ])
  func `DTSTAMP is the first that is known`(json: String, wanted: String) throws {
    #expect(try Self.component(json)["DTSTAMP"]?.value == wanted)
  }

  @Test(arguments: [
    (#""when":{"date":"2031"}"#, nil), (#""when":{"date":"2031"},"verification":{"status":"verified"}"#, "CONFIRMED"),
    (#""when":{"date":"2031"},"verification":{"status":"partly"}"#, "TENTATIVE"),
    (#""when":{"date":"2031"},"verification":{"status":"refuted"}"#, "CANCELLED"),
    (#""when":{"date":"2031"},"stage":"cancelled","verification":{"status":"verified"}"#, "CANCELLED"),
    (#""when":{"date":"2031"},"revision":{"status":"cancelled"}"#, "CANCELLED"),
    (#""verification":{"status":"verified"}"#, "FINAL"), (#""verification":{"status":"disputed"}"#, "DRAFT"),
  ])
  func `the status tells whether it was checked`(json: String, wanted: String?) throws {
    #expect(try Self.component(json)["STATUS"]?.value == wanted)
  }

  @Test(arguments: [
    (#""kind":"force.air.accidental-release","places":[{"settlement":"Belz"}]"#, "Accidental release, Belz"),
    (#""kind":"flood""#, "Flood"), (#""summary":"x""#, "Incident"), (#""title":" a\n b\t""#, "a  b"),
  ])
  func `an incident without title is named after what and where`(json: String, wanted: String) throws {
    #expect(try Self.component(json)["SUMMARY"]?.text == wanted)
  }

  @Test func `a title is cut where Open-Xchange would cut it`() throws {
    let title = String(repeating: "ж", count: 300)
    let summary = try #require(
      try Self.component(#""when":{"date":"2031"},"title":""# + title + #"""#)["SUMMARY"]?.text)
    #expect(summary.unicodeScalars.count == 255 && summary.hasSuffix("ж…") && summary.hasPrefix("[2031, date"))
  }

  @Test func `only web pages become links`() throws {
    let urls = ["javascript:alert(1)", "HTTP://a.example/ü?q=a,b;c\\d", "file:///x", "https://b.example", "relative"]
    let references = urls.map { #"{"url":""# + $0.replacing("\\", with: "\\\\") + #""}"# }.joined(separator: ",")
    let component = try Self.component(#""when":{"date":"2031"},"reports":["# + references + "]")
    let pages = ["HTTP://a.example/%C3%BC?q=a,b;c%5Cd", "https://b.example"]
    #expect(component.properties.filter { $0.name == "ATTACH" }.map(\.value) == pages)
    #expect(component["URL"]?.value == pages[0])
  }

  @Test func `relations point backwards only`() throws {
    let lines = (1...3).map { number in
      let relations = (1...3).map { #"{"relation":"related","target":"urn:x:\#($0)"}"# }.joined(separator: ",")
      return #"{"type":"incident","id":"urn:x:\#(number)","relations":[\#(relations)]}"#
    }
    let records = CanonicalNDJSON().read(Array(lines.joined(separator: "\n").utf8)).records
    let parsed = try ParsedCalendar(try Self.format.write(Header(schemaVersion: Schema.version), records))
    let uids = parsed.components.map { $0["UID"]?.value }
    for (index, component) in parsed.components.enumerated().dropFirst() {
      let targets = component.properties.filter { $0.name == "RELATED-TO" }.map(\.value)
      #expect(targets == uids[1..<index].map { $0 })
    }
  }

  @Test func `without reports their loss is reported`() throws {
    var random = RandomRecords(seed: 1)
    var header = Header(schemaVersion: Schema.version)
    header.title = "x"
    let records: [Record] = [.report(try random.object(Report.self)), .incident(try random.object(Incident.self))]
    let losses = LossReport()
    let sink = MemorySink()
    let options = try FormatOptions([(name: "ics-reports", value: "none")], for: Self.format.info)
    let writer = try Self.format.makeWriter(ByteWriter(sink), WriteContext(losses: losses, options: options))
    try writer.write(header)
    for record in records { try writer.write(record) }
    try writer.finish()
    #expect(try ParsedCalendar(sink.bytes).components.count == 1)
    #expect(losses.entries.map(\.field) == ["header", "report"])
  }

  @Test func `undated incidents are counted in a note`() throws {
    var notes: [Diagnostic] = []
    let log = DiagnosticLog(input: "out.ics") { notes.append($0) }
    let sink = MemorySink()
    let writer = try Self.format.makeWriter(ByteWriter(sink), WriteContext(losses: LossReport(), log: log))
    try writer.write(Header(schemaVersion: Schema.version))
    for id in ["urn:x:1", "urn:x:2"] as [Text] { try writer.write(.incident(Incident(id: id))) }
    try writer.finish()
    #expect(notes.map(\.code) == ["icalendar.undated"])
    #expect(notes.first?.severity == .note && notes.first?.message.hasPrefix("2 incidents have no date") == true)
  }
}
