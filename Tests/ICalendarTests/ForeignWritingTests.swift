import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

/// Calendars of others, read and written back.
@Suite struct ForeignWritingTests {
  private static let calendar = """
    BEGIN:VCALENDAR
    PRODID:-//Somebody//Calendar//EN
    VERSION:2.0
    X-WR-CALNAME;X-A="b;c":Fixtures
    BEGIN:VTIMEZONE
    TZID:Our/Zone
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0530
    TZOFFSETTO:+0530
    TZNAME:OZ
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:42@somewhere.example
    DTSTAMP:20240101T000000Z
    DTSTART;TZID=Our/Zone:20240305T221500
    DURATION:PT90M
    SUMMARY;LANGUAGE=en;ALTREP="cid:1":Meeting\\, with a comma
    DESCRIPTION:One line\\nand another that is so long that it has to be folded: \\\\ жжжжжжжжжжжжжжжжжжж
    ORGANIZER;CN="A: B":mailto:a@example.org
    ATTENDEE;PARTSTAT=ACCEPTED;CN=C:mailto:c@example.org
    RRULE:FREQ=WEEKLY;COUNT=3
    X-THING;X-P=1:a,b;c
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT
    BEGIN:VTODO
    UID:43
    DTSTAMP:20240101T000000Z
    SUMMARY:Something to do
    DUE;VALUE=DATE:20240309
    PRIORITY:5
    END:VTODO
    BEGIN:VFREEBUSY
    UID:44
    DTSTAMP:20240101T000000Z
    FREEBUSY:20240305T000000Z/PT1H
    END:VFREEBUSY
    END:VCALENDAR

    """.replacing("\n", with: "\r\n")

  /// The lines of a calendar, unfolded, but for what we add.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    var isOurs = false
    var lines: [String] = []
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    for line in text.split(separator: "\r\n").map(String.init) where !line.hasPrefix("X-DATELINE-") {
      // The header's own entry.
      if line == "BEGIN:VJOURNAL" { isOurs = true }
      if !isOurs { lines.append(line) }
      if line == "END:VJOURNAL" { isOurs = false }
    }
    return lines
  }

  @Test func `every line of a calendar of others comes back, by way of lines of JSON too`() throws {
    let read = CanonicalICalendar().read(Array(Self.calendar.utf8))
    #expect(read.records.count == 2, "\(read.lines)")
    let written = try CanonicalICalendar().write(read.header ?? Header(schemaVersion: Schema.version), read.records)
    #expect(Self.lines(written) == Self.lines(Array(Self.calendar.utf8)))
    let json = try convert(Array(Self.calendar.utf8), from: CanonicalICalendar(), to: CanonicalNDJSON()).bytes
    #expect(try convert(json, from: CanonicalNDJSON(), to: CanonicalICalendar()).bytes == written)
    for line in written.split(separator: 0x0A) { #expect(line.count <= 76) }
  }

  @Test func `what was edited in the record is written instead of what was read`() throws {
    let read = CanonicalICalendar().read(Array(Self.calendar.utf8))
    var records = read.records
    guard case .incident(var incident) = records.first else { return #expect(Bool(false), "no incident") }
    incident.title = "Changed"
    incident.when?.date = EDTF("2024-04-01")
    incident.when?.earliest = nil
    incident.when?.latest = nil
    incident.when?.time = nil
    records[0] = .incident(incident)
    let lines = Self.lines(try CanonicalICalendar().write(read.header ?? Header(schemaVersion: "1.0"), records))
    #expect(lines.contains { $0.hasPrefix("SUMMARY") && $0.hasSuffix(":Changed") })
    #expect(lines.contains("DTSTART;VALUE=DATE:20240401") && !lines.contains { $0.contains("Meeting") })
    #expect(lines.contains("ATTENDEE;PARTSTAT=ACCEPTED;CN=C:mailto:c@example.org"))
  }
}
