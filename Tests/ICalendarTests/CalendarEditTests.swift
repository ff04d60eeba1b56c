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
