import DatelineCore
import DatelineICalendar
import DatelineJSON
import TestSupport
import Testing

/// What people and programs do to calendars of ours, and what the records are then.
@Suite struct CalendarEditTests {
  private static let market = #"""
    {"type":"incident","id":"urn:example:1","title":"Market shelled","summary":"Shells hit.\n\nSecond para.","kind":"force.ground","codes":[{"scheme":"x","code":"c1","label":"lab"}],"when":{"date":"2024-01-13","time":"22:15","timeZone":"Europe/Kyiv","timeZoneBasis":"stated","text":"late on Saturday"},"places":[{"role":"impact","name":"Central Market","settlement":"Kharkiv","country":"UA","longitude":36.23,"latitude":49.99}],"participants":[{"name":"Army","roles":["perpetrator"]}],"casualties":[{"status":"reported","outcome":"killed","best":3},{"status":"reported","outcome":"wounded","low":5,"high":9}],"claims":[{"stance":"admits","speaker":"Ministry","text":"we did"}],"reports":[{"url":"https://ex.org/a","publisher":"Ex"}],"verification":{"status":"verified"},"extras":{"k":"v"}}
    """#
  private static let month = #"""
    {"type":"incident","id":"urn:example:2","title":"Month","when":{"date":"2024-02"},"stage":"occurred"}
    """#
  private static let header = #"{"type":"header","schemaVersion":"1.0","title":"T"}"#

  private static func format(_ id: String) throws -> any ReadableFormat & WritableFormat {
    let formats = ICalendarFormats.all + JSONFormats.all
    return try #require(formats.first { $0.info.id.rawValue == id } as? any ReadableFormat & WritableFormat)
  }

  /// The calendar of some records, unfolded.
  private static func written(_ records: String...) throws -> String {
    let read = try format("ndjson").read(Array(([header] + records).joined(separator: "\n").utf8))
    let bytes = try format("ics").write(read.header ?? Header(schemaVersion: Schema.version), read.records)
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
  }

  private static func incident(_ json: String) throws -> Incident {
    let records = try format("ndjson").read(Array((header + "\n" + json).utf8)).records
    return try #require(records.compactMap { if case .incident(let incident) = $0 { incident } else { nil } }.first)
  }

  /// What the calendar of the two incidents is read as, after texts in it were replaced.
  private func reading(
    _ edits: [(String, String)], options: [(name: String, value: String)] = []
  ) throws -> CalendarReading {
    var text = try Self.written(Self.market, Self.month)
    for (old, new) in edits {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try CalendarReading(text, options: options)
  }

  private static let trailerEnd = #"https://ex.org/a)"# + "\r\nLOCATION"

  // MARK: - Additions

  @Test(arguments: [
    "RRULE:FREQ=DAILY;COUNT=2", "RDATE:20240203T000000Z", "EXDATE:20240101T000000Z", "RECURRENCE-ID:20240113T201500Z",
    "COMMENT:hi", "CONTACT:me", "ATTENDEE;CN=x:mailto:x@y.z", "ORGANIZER:mailto:x@y.z", "CLASS:PRIVATE", "COLOR:red",
    "IMAGE;VALUE=URI:https://i/1", "LINK;LINKREL=x;VALUE=URI:https://l/1", "RELATED-TO:abc", "PRIORITY:1",
    "ATTACH:CID:x", "CREATED:20200101T000000Z", "BEGIN:PARTICIPANT\r\nUID:p1\r\nEND:PARTICIPANT\r\nX-AFTER:1",
  ])
  func `what a client adds is kept and written back`(line: String) throws {
    let text = try Self.written(Self.market)
    let found = try CalendarReading(text.replacing("TRANSP:", with: line + "\r\nTRANSP:"))
    var expected = try Self.incident(Self.market)
    let lines = line.split(separator: "\r\n").map { "\"\($0)\"" }.joined(separator: ",")
    expected.extras["ics.added"] = JSONText(checked: try #require(Text("[\(lines)]")))
    #expect(found.incidents == [expected])
    let header = try #require(found.header)
    let again = String(decoding: try Self.format("ics").write(header, found.records), as: UTF8.self)
    #expect(again.replacing("\r\n ", with: "").contains("\r\n" + line + "\r\n"))
    #expect(try CalendarReading(again).records == found.records)
    let removed = again.replacing("\r\n ", with: "").replacing("\r\n" + line + "\r\n", with: "\r\n")
    #expect(try CalendarReading(removed).incidents == [try Self.incident(Self.market)])
  }

  @Test func `an event that was made to block time does so when it is written again`() throws {
    let text = try Self.written(Self.market).replacing("TRANSP:TRANSPARENT", with: "TRANSP:OPAQUE")
    let found = try CalendarReading(text)
    #expect(found.incidents.first?.extras["ics.added"]?.description == #"["TRANSP:OPAQUE"]"#)
    let again = try Self.format("ics").write(try #require(found.header), found.records)
    #expect(String(decoding: again, as: UTF8.self).matches(of: /TRANSP:/).count == 1)
  }

  // MARK: - Carriers

  @Test func `a carrier of a later version is not guessed at`() throws {
    let text = try Self.written(Self.market).replacing("X-V=1", with: "X-V=2")
    #expect(try CalendarReading(text).codes.first == "icalendar.bad-carrier")
  }

  @Test func `a second carrier in a component is told`() throws {
    let text = try Self.written(Self.market)
    let found = try CalendarReading(
      text.replacing(/(X-DATELINE-RECORD.*\r\n)END:VEVENT/) { "\($0.1)\($0.1)END:VEVENT" })
    #expect(try found.codes == ["icalendar.repeated"] && found.incidents == [Self.incident(Self.market)])
  }

  @Test func `two records in one place are told`() throws {
    let text = try Self.written(Self.market, Self.month)
    let copied = text.replacing(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/, maxReplacements: 1) { "\($0.0)\($0.0)" }
    let found = try CalendarReading(copied)
    #expect(found.incidents.count == 3 && found.codes == ["icalendar.same-number"])
    let first = try #require(text.firstMatch(of: /BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/)).0
    let last = text.replacing("END:VCALENDAR", with: first + "END:VCALENDAR")
    #expect(try CalendarReading(last).codes == ["icalendar.same-number"])
  }

  @Test func `a tombstone has a higher number than any record it stands for`() throws {
    let record = #"{"type":"incident","id":"urn:example:1","title":"x","revision":{"version":9000000000}}"#
    let text = try Self.written(
      record, #"{"type":"tombstone","id":"urn:example:1"}"#,
      #"{"type":"tombstone","id":"urn:example:1","withdrawn":"2024-01-13T00:00:00Z"}"#)
    let numbers = text.matches(of: /SEQUENCE:(\d+)/).compactMap { Int($0.1) }
    #expect(numbers.count == 3 && numbers == numbers.sorted() && Set(numbers).count == 3)
    #expect(numbers.allSatisfy { $0 <= Int(Int32.max) })
  }
}
