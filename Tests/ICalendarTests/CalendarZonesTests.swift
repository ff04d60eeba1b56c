import DatelineCore
import DatelineZones
import TestSupport
import Testing

@testable import DatelineICalendar

/// What time zones of calendars mean.
@Suite struct CalendarZonesTests {
  @Test(arguments: [-1, -31, -62, -276, -305, -306, -307, -334, -365, -366, 1, 59, 60, 61, 365, 366])
  func `a day that is counted from an end of the year is that day in every year`(number: Int) throws {
    let rules = try #require(Self.rules("RRULE:FREQ=YEARLY;BYYEARDAY=\(number)"))
    for year in [1972, 1973, 1999, 2000, 2023, 2024, 2100] {
      let first = try #require(CalendarDate(year: year, month: 1, day: 1)).dayNumber
      let next = try #require(CalendarDate(year: year + 1, month: 1, day: 1)).dayNumber
      let day = number < 0 ? next + number : first + number - 1
      guard first..<next ~= day else { continue }
      // Summer time begins at 02:00 of that day and ends with the year's last or first day.
      #expect(rules.transition(upTo: (day * 24 + 12) * 3600)?.instant == (day * 24 + 2) * 3600, "\(year)")
    }
  }

  /// A zone whose clocks change at 02:00 UTC of a day, and half a day later again.
  private static func rules(_ rule: String) -> ZoneRules? {
    ZoneReader(
      CalendarPart(
        [
          "BEGIN:VTIMEZONE", "TZID:Mine", "BEGIN:DAYLIGHT", "DTSTART:19700101T020000", "TZOFFSETFROM:+0000",
          "TZOFFSETTO:+0100", rule, "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19700101T200000", "TZOFFSETFROM:+0100",
          "TZOFFSETTO:+0000", rule, "END:STANDARD", "END:VTIMEZONE",
        ].map { Array($0.utf8) })
    ).rules
  }

  @Test func `each name of a zone that is not known is told, however many there are`() throws {
    let count = 6000
    let events = (0..<count).map { event("UID:\($0)\nDTSTART;TZID=Nowhere/\($0 % (count / 2)):20240113T100000") }
    let reading = try CalendarReading(calendar(events.joined(separator: "\n")))
    #expect(reading.incidents.count == count)
    #expect(reading.codes.allSatisfy { $0 == "icalendar.unknown-zone" })
    #expect(Set(reading.lines).count == reading.lines.count && reading.lines.count >= count / 2)
  }

  @Test func `zones that are more than can be held are told`() throws {
    let zones = (0..<4100).map {
      "BEGIN:VTIMEZONE\nTZID:Z\($0)\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE"
    }
    let events = [0, 4095, 4096, 4099].map { event("UID:\($0)\nDTSTART;TZID=Z\($0):20240113T100000") }
    let reading = try CalendarReading(calendar((zones + events).joined(separator: "\n")))
    #expect(reading.codes == ["icalendar.bad-zone", "icalendar.unknown-zone", "icalendar.unknown-zone"])
    #expect(
      reading.incidents.map { $0.when?.date?.description } == [
        "2024-01-13T10:00:00+03:00", "2024-01-13T10:00:00+03:00", "2024-01-13", "2024-01-13",
      ])
  }
}
