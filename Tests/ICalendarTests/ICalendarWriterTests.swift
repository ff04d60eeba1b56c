import DatelineCore
import DatelineJSON
import DatelineRecord
import DatelineZones
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

extension ParsedCalendar.Property {
  /// A date or a time in the form that is hashed.
  fileprivate func normalised() throws -> String {
    guard let zone = parameters["TZID"] else { return value }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyyMMdd'T'HHmmss"
    formatter.timeZone = TimeZone(identifier: zone)
    let date = try #require(formatter.date(from: value))
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    return formatter.string(from: date) + "Z"
  }
}

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
    #expect(parsed.records.count == records.count + 1)
    for (number, component) in parsed.records.enumerated() {
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
    for component in try Self.calendar(seed).parsed.records {
      let envelope = try #require(try component.envelope())
      let object = try JSONSerialization.jsonObject(with: envelope) as? [String: Any]
      #expect(object?["h"] as? String == (try Self.fingerprint(of: component)), "\(component)")
    }
  }

  /// What a reader would reckon from the file alone.
  private static func fingerprint(of component: ParsedCalendar.Component) throws -> String {
    let status = component["STATUS"]?.value
    let position = component["GEO"]?.value.split(separator: ";").compactMap { Double($0) }.map {
      "\(Int(($0 * 1e6).rounded()))"
    }
    let categories = component["CATEGORIES"]?.texts
    let values: [String?] = try [
      component["SUMMARY"]?.text, component["DESCRIPTION"]?.text, component["LOCATION"]?.text,
      component["DTSTART"]?.normalised(), component["DTEND"]?.normalised(),
      status == "DRAFT" ? "TENTATIVE" : status == "FINAL" ? "CONFIRMED" : status,
      categories?.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\n"),
      position?.joined(separator: ";"),
    ]
    return values.map { value in
      guard let value else { return "...." }
      let hash = Array(value.utf8).span.xxHash64
      return Data([56, 48, 40].map { UInt8(truncatingIfNeeded: hash >> $0) }).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_")
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
    var zones: Set<String> = []
    for component in parsed.components {
      if component.name == "VTIMEZONE" {
        #expect(zones.insert(try #require(component["TZID"]?.value)).inserted)
        continue
      }
      #expect(["VEVENT", "VJOURNAL"].contains(component.name))
      #expect((component.name == "VEVENT") == (component["DTSTART"] != nil))
      var extensions: Set<String> = []
      for property in component.properties {
        #expect(!forbidden.contains(property.name))
        #expect(!property.value.isEmpty && Self.isTrimmed(property.text))
        if let zone = property.parameters["TZID"] { #expect(zones.contains(zone), "\(zone) is not defined before") }
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

  /// What is written of lines of JSON with some settings, and what is said about it.
  private static func written(
    _ lines: [String], _ options: [String: String] = [:]
  ) throws -> (parsed: ParsedCalendar, losses: LossReport, notes: [Diagnostic]) {
    let read = CanonicalNDJSON().read(Array(lines.joined(separator: "\n").utf8))
    #expect(read.lines == [])
    var notes: [Diagnostic] = []
    let losses = LossReport()
    let sink = MemorySink()
    let context = WriteContext(
      losses: losses, log: DiagnosticLog(input: "out.ics") { notes.append($0) },
      options: try FormatOptions(options.map { ($0.key, $0.value) }, for: format.info))
    let writer = try format.makeWriter(ByteWriter(sink), context)
    try writer.write(read.header ?? Header(schemaVersion: Schema.version))
    for record in read.records { try writer.write(record) }
    try writer.finish()
    return (try ParsedCalendar(sink.bytes), losses, notes)
  }

  private static func incident(_ number: Int, _ fields: String) -> String {
    #"{"type":"incident","id":"urn:x:\#(number)",\#(fields)}"#
  }

  @Test func `a zone is defined once, before the first event that uses it, in rule form`() throws {
    let lines = [
      Self.incident(1, #""when":{"date":"2024-01-13","time":"22:15","timeZone":"Europe/Kyiv"}"#),
      Self.incident(2, #""when":{"date":"2024-07-13","time":"22:15","timeZone":"Europe/Kyiv"}"#),
    ]
    let (parsed, _, notes) = try Self.written(lines)
    #expect(notes.isEmpty)
    #expect(parsed.components.map(\.name) == ["VJOURNAL", "VTIMEZONE", "VEVENT", "VEVENT"])
    let zone = parsed.components[1]
    #expect(zone["TZID"]?.value == "Europe/Kyiv")
    let rules = zone.parts.compactMap { part in part["RRULE"].map { (part, $0.value) } }
      .filter { !$1.contains("UNTIL") }
    #expect(rules.map(\.0.name).sorted() == ["DAYLIGHT", "STANDARD"])
    for (part, rule) in rules {
      let isSummer = part.name == "DAYLIGHT"
      #expect(rule == (isSummer ? "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" : "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
      #expect(part["TZOFFSETTO"]?.value == (isSummer ? "+0300" : "+0200"))
      #expect(part["TZOFFSETFROM"]?.value == (isSummer ? "+0200" : "+0300"))
      #expect(part["TZNAME"]?.value == (isSummer ? "EEST" : "EET"))
    }
    // What holds from 1970 on began before.
    #expect(try #require(zone.parts.first?["DTSTART"]?.value) < "19700101")
    #expect(!zone.parts.contains { $0["RDATE"] != nil })
    #expect(parsed.components[2]["DTSTART"]?.zonedValue == "20240113T221500@Europe/Kyiv")
    #expect(parsed.components[3]["DTEND"]?.zonedValue == "20240713T221600@Europe/Kyiv")
  }

  @Test func `an event from before what the file says of its zone is written in UTC`() throws {
    let fields = #""timeZone":"Europe/Berlin","time":"12:00""#
    let years = ["1945-05-08", "2024-05-08", "1944-05-08", "1946-05-08"]
    let lines = years.enumerated().map { Self.incident($0, #""when":{"date":"\#($1)",\#(fields)}"#) }
    let starts = try Self.written(lines).parsed.records.dropFirst().map { $0["DTSTART"]?.zonedValue }
    #expect(
      starts == [
        "19450508T120000@Europe/Berlin", "20240508T120000@Europe/Berlin", "19440508T100000Z",
        "19460508T120000@Europe/Berlin",
      ])
  }

  @Test func `a zone that nobody knows is reported once, and its times are written without it`() throws {
    let lines = (1...3).map {
      Self.incident($0, #""when":{"date":"2024-01-13","time":"22:15","timeZone":"Nowhere/Atlantis"}"#)
    }
    let (parsed, _, notes) = try Self.written(lines)
    #expect(notes.map(\.code) == ["icalendar.zone-not-written"])
    #expect(parsed.components.dropFirst().allSatisfy { $0["DTSTART"]?.zonedValue == "20240113T221500" })
  }

  @Test func `a machine without zones is told what to install, once`() throws {
    var notes: [Diagnostic] = []
    let log = DiagnosticLog(input: "out.ics") { notes.append($0) }
    var zones = WrittenZones(ZoneDatabase(folders: ["/nonexistent"]))
    for name in ["Europe/Kyiv", "Europe/Rome"] as [Text] { #expect(try zones.rules(of: name, log: log) == nil) }
    #expect(notes.map(\.code) == ["icalendar.no-zones"])
    #expect(notes.first?.message.contains("tzdata") == true)
  }

  @Test func `in UTC there is no zone and no floating time`() throws {
    let lines = [
      Self.incident(1, #""when":{"date":"2024-01-13","time":"22:15","timeZone":"Europe/Kyiv"}"#),
      Self.incident(2, #""title":"x","when":{"date":"2024-07-13","time":"22:15"}"#),
    ]
    let parsed = try Self.written(lines, ["ics-time": "utc"]).parsed
    #expect(parsed.components.map { $0["DTSTART"]?.zonedValue } == [nil, "20240113T201500Z", "20240713"])
    #expect(parsed.components[2]["SUMMARY"]?.text == "[22:15] x")
  }

  @Test func `undated incidents are journal entries, or left out, or on the day of their report`() throws {
    let lines = [
      Self.incident(1, #""title":"x","reports":[{"publisher":"y"},{"published":"2024-05-06"}]"#),
      Self.incident(2, #""title":"y""#),
    ]
    let journal = try Self.written(lines)
    #expect(journal.parsed.components.map(\.name) == ["VJOURNAL", "VJOURNAL", "VJOURNAL"] && journal.losses.isEmpty)
    let skip = try Self.written(lines, ["undated": "skip"])
    #expect(skip.parsed.components.count == 1 && skip.losses.entries.map(\.count) == [2])
    let anchor = try Self.written(lines, ["undated": "anchor"]).parsed
    #expect(anchor.components.map { $0["DTSTART"]?.value } == [nil, "20240506", nil])
    #expect(anchor.components[1]["SUMMARY"]?.text == "[date unknown] x")
  }

  @Test func `the modern profile adds components and properties, and nothing to the default`() throws {
    let line = Self.incident(
      1,
      #""kind":"force.missile","codes":[{"scheme":"acled","code":"Air/drone; strike"}],"when":{"date":"2024-05-06"},"#
        + #""places":[{"name":"Belz","latitude":50.38,"longitude":24.01}],"#
        + #""participants":[{"name":"Army, 5th","roles":["perpetrator"]}],"#
        + #""casualties":[{"status":"reported","outcome":"killed","best":3}],"#
        + #""reports":[{"id":"urn:r:1","headline":"\"A^B\": c","url":"https://a.example/b"}]"#)
    let plain = try #require(try Self.written([line]).parsed.components.last)
    let modern = try #require(try Self.written([line], ["ics-profile": "modern"]).parsed.components.last)
    #expect(plain.parts.isEmpty)
    #expect(modern.parts.map(\.name) == ["PARTICIPANT", "VLOCATION"])
    #expect(modern.parts[0]["SUMMARY"]?.text == "Army, 5th" && modern.parts[0]["CATEGORIES"]?.value == "perpetrator")
    #expect(modern.parts[1]["NAME"]?.text == "Belz" && modern.parts[1]["GEO"]?.value == "50.38;24.01")
    let added = modern.properties.filter { !plain.properties.contains($0) }.map { "\($0.name):\($0.value)" }
    #expect(
      added.map { String($0.prefix { $0 != ":" }) } == ["LINK", "CONCEPT", "CONCEPT", "REFID", "STRUCTURED-DATA"])
    #expect(added[2] == "CONCEPT:urn:dateline:1:code:acled:Air/drone;%20strike")
    #expect(plain["X-DATELINE-RECORD"] == modern["X-DATELINE-RECORD"])
  }

  @Test func `without reports their loss is reported`() throws {
    var random = RandomRecords(seed: 1)
    var header = Header(schemaVersion: Schema.version)
    header.title = "x"
    let records: [Record] = [.report(try random.object(Report.self)), .incident(try random.object(Incident.self))]
    let losses = LossReport()
    let sink = MemorySink()
    let options = try FormatOptions([(name: "reports", value: "none")], for: Self.format.info)
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
