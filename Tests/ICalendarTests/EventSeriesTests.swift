import DatelineCore
import TestSupport
import Testing

@testable import DatelineICalendar

/// The instances of a series within the days that are asked for.
@Suite struct EventSeriesTests {
  private func dates(_ text: String, _ from: String, _ to: String) throws -> [String] {
    try CalendarReading(text, options: [("from-date", from), ("to-date", to)]).incidents.map {
      "\($0.when?.earliest?.description ?? $0.when?.date?.description ?? "") \($0.title?.description ?? "")"
    }
  }

  private static let series = calendar(
    event(
      """
      UID:s
      DTSTART;TZID=Europe/Berlin:20240329T100000
      DTEND;TZID=Europe/Berlin:20240329T110000
      RRULE:FREQ=DAILY;COUNT=6
      EXDATE;TZID=Europe/Berlin:20240330T100000
      RDATE;TZID=Europe/Berlin:20240410T100000
      SUMMARY:daily
      """)
      + "\n"
      + event("UID:s\nRECURRENCE-ID:20240401T080000Z\nDTSTART:20240401T120000Z\nDTEND:20240401T130000Z\nSUMMARY:moved")
      + "\n" + event("UID:x\nDTSTART:20200101\nSUMMARY:long ago"))

  @Test func `a series is one record unless instances are asked for`() throws {
    #expect(try CalendarReading(Self.series).incidents.count == 3)
  }

  @Test func `each instance in the window is an incident, moved ones where they are`() throws {
    #expect(
      try dates(Self.series, "2024-03-01", "2024-04-30") == [
        "2024-03-29T10:00:00+01:00 daily", "2024-03-31T10:00:00+02:00 daily", "2024-04-01T12:00:00Z moved",
        "2024-04-02T10:00:00+02:00 daily", "2024-04-03T10:00:00+02:00 daily", "2024-04-10T10:00:00+02:00 daily",
      ])
    #expect(try dates(Self.series, "2024-03-31", "2024-03-31") == ["2024-03-31T10:00:00+02:00 daily"])
  }

  @Test func `an instance has the id of what may replace it, and belongs to its series`() throws {
    let reading = try CalendarReading(Self.series, options: [("from-date", "2024-03-31"), ("to-date", "2024-03-31")])
    let whole = try CalendarReading(Self.series)
    #expect(reading.incidents.first?.relations.map(\.target) == [whole.incidents.first?.id])
    let replaced = try CalendarReading(
      calendar(event("UID:s\nRECURRENCE-ID;TZID=Europe/Berlin:20240331T100000\nDTSTART:20240401")))
    #expect(reading.incidents.first?.id == replaced.incidents.first?.id)
    #expect(reading.codes == ["icalendar.outside-window"])
  }

  @Test(arguments: [
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "icalendar.recurrence"), ("FREQ=NEVER", "icalendar.recurrence"),
  ])
  func `a rule without dates is told`(rule: String, code: String) throws {
    let text = calendar(event("UID:s\nDTSTART:20240101\nRRULE:\(rule)"))
    let reading = try CalendarReading(text, options: [("to-date", "9000-01-01")])
    #expect(reading.codes.contains(code))
  }

  @Test func `a rule without dates is told in a short window too`() throws {
    let text = calendar(event("UID:s\nDTSTART:20240101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    #expect(try CalendarReading(text, options: [("to-date", "2024-01-02")]).codes == ["icalendar.recurrence"])
    let later = calendar(event("UID:s\nDTSTART:20240101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"))
    #expect(try CalendarReading(later, options: [("to-date", "2024-01-02")]).codes == [])
  }

  @Test func `many series cost memory for no more than wait`() throws {
    let series = (0..<3000).map { event("UID:\($0)\nDTSTART:20240101\nRRULE:FREQ=DAILY") }.joined(separator: "\n")
    let reading = try CalendarReading(
      calendar(series), options: [("to-date", "2024-01-02")], limits: Limits(recordSize: 100_000))
    #expect(reading.incidents.count == 6000)
  }

  @Test func `a rule without end ends with the window`() throws {
    let text = calendar(event("UID:s\nDTSTART:20240101T000000Z\nRRULE:FREQ=HOURLY"))
    let reading = try CalendarReading(text, options: [("from-date", "2024-01-02"), ("to-date", "2024-01-02")])
    #expect(reading.incidents.count == 24)
  }

  @Test func `all series of a file have a bound together, which is told`() throws {
    let series = (0..<3).map { event("UID:\($0)\nDTSTART:20240101T000000Z\nRRULE:FREQ=SECONDLY") }
    var table = try #require(
      try SeriesTable(try FormatOptions([("to-date", "2024-01-02")], for: CanonicalICalendar().info), Limits()))
    var count = 0
    while table.countInstance() { count += 1 }
    #expect(count == SeriesTable.instanceLimit)
    let reading = try CalendarReading(
      calendar(series.joined(separator: "\n")), options: [("from-date", "2024-01-02"), ("to-date", "2024-01-02")])
    #expect(reading.incidents.count == 3 * 86_400 && reading.lines == [])
  }

  @Test func `our own calendars are read for the days asked for too`() throws {
    let format = CanonicalICalendar()
    let whole = format.read(Array(Self.series.utf8))
    let written = try format.write(try #require(whole.header), whole.records)
    #expect(format.read(written).records == whole.records)
    func dates(_ bytes: [UInt8]) throws -> [String] {
      try CalendarReading(bytes, options: [("from-date", "2024-03-01"), ("to-date", "2024-04-30")]).incidents.map {
        "\($0.when?.earliest?.description ?? "") \($0.title?.description ?? "")"
      }
    }
    #expect(try dates(written).count == 6 && dates(written) == dates(Array(Self.series.utf8)))
  }

  @Test func `a last day before the year 0 needs no first day`() throws {
    let reading = try CalendarReading(Self.series, options: [("to-date", "-0044-01-01")])
    #expect(reading.incidents.isEmpty)
  }

  @Test func `a rule of iCalendar without FREQ is told to have none`() throws {
    let reading = try CalendarReading(calendar(event("UID:s\nDTSTART:20240101\nRRULE:COUNT=3")))
    #expect(reading.codes == ["icalendar.recurrence"] && reading.lines[0].contains("no FREQ"), "\(reading.lines)")
  }

  @Test func `a window without end is refused`() {
    #expect(throws: ConversionError.unsupported("--from-date needs --to-date: a series may have no end")) {
      try CalendarReading(Self.series, options: [("from-date", "2024-03-31")])
    }
  }
}
