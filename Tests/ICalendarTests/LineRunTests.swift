import DatelineCore
import TestSupport
import Testing

@testable import DatelineICalendar

/// Lines that are taken many at once, and incidents that are filled again and again, are what they are one by one.
@Suite struct LineRunTests {
  @Test(arguments: 0..<200)
  func `a calendar is the same in one piece and byte by byte, given and lent`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let bytes = Self.calendar(&random)
    let whole = try CalendarReading(bytes)
    for size in [1, 7, 60] {
      let pieces = try CalendarReading(bytes, chunkSize: size)
      #expect(pieces.records == whole.records)
      #expect(pieces.lines == whole.lines)
      #expect(pieces.header == whole.header)
    }
    let lent = try CalendarReading(bytes, isLent: true)
    #expect(lent.records == whole.records)
    #expect(lent.lines == whole.lines)
  }

  /// A calendar with whatever its lines may have.
  private static func calendar(_ random: inout SeededRandom) -> [UInt8] {
    let end = random.pick(["\n", "\r\n", "\r\n", "\r\n", "\r\r\n"])
    var lines = ["BEGIN:VCALENDAR"]
    for number in 0..<Int.random(in: 1...12, using: &random) {
      let kind = random.pick(["VEVENT", "VEVENT", "VEVENT", "VTODO", "VTIMEZONE"])
      lines += ["BEGIN:\(kind)", "UID:\(number / 2)"]
      for _ in 0..<Int.random(in: 0...14, using: &random) { lines.append(random.pick(Self.lines)) }
      lines.append("END:\(kind)")
      if random.isOne(in: 4) { lines.append("X-BETWEEN;X-A=\"b:c\":d") }
    }
    lines.append("END:VCALENDAR")
    var bytes: [UInt8] = []
    for line in lines {
      for (index, byte) in line.utf8.enumerated() {
        if index > 0, random.isOne(in: 30) { bytes += (end + random.pick([" ", " ", "\t"])).utf8 }
        bytes.append(random.isOne(in: 2000) ? UInt8.random(in: .min ... .max, using: &random) : byte)
      }
      bytes += end.utf8
      if random.isOne(in: 40) { bytes += end.utf8 }
    }
    return bytes
  }

  private static let lines = [
    "SUMMARY:Car bombing in Île-de-France\\, France: 2 killed\\, 6 injured", "SUMMARY;LANGUAGE=en:short",
    "DESCRIPTION:Последствия уточняются.\\nKilled: 2\\; injured: 6.\\nSource: https://example.org/a",
    "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:one =C3=A9=", "two", "DESCRIPTION:Why\\n\\nWhen: 2024-01-13\\nKilled: 4",
    "DTSTART;VALUE=DATE:20240113", "DTSTART;TZID=Europe/Berlin:20240113T221500", "DTEND:20240113T230000Z",
    "DTSTART;TZID=\"Mine:yours\";X-B=c:20240113T221500", "DURATION:PT1H", "GEO:46.158;39.711", "LOCATION:大阪市\\, 日本",
    "CATEGORIES:one,two\\,three", "CATEGORIES:four", "STATUS:CANCELLED", "URL:https://example.org/b",
    "ATTACH:https://example.org/c", "ATTACH;ENCODING=BASE64;VALUE=BINARY:aGVsbG8=", "RELATED-TO;RELTYPE=NEXT:1",
    "ORGANIZER;CN=\"Doe, Jane\":mailto:jane@example.org", "ATTENDEE;CN=Joe:mailto:joe@example.org", "SEQUENCE:3",
    "LAST-MODIFIED:20240114T000000Z", "X-A:b\tc", "item1.X-LABEL:d", "X_UNDER:e", "no colon here", "X-EMPTY:", ":",
    "BEGIN:VALARM", "END:VALARM", "X-VERY-LONG-NAME-THAT-IS-NOT-KNOWN-TO-ANYBODY-AND-GOES-ON;P=q:r", "TZID:Mine:yours",
    "RECURRENCE-ID:20240113T000000Z", "RRULE:FREQ=DAILY;COUNT=3", "\tX-SPACE:before", "DTEND :20240113T230000Z",
    "STATUS\0:CONFIRMED", "LAST\rMODIFIED:20240114T000000Z",
    "Begin \0:x", "END :VEVENT", "DTSTART\u{7F};VALUE=DATE:20240113",
  ]
}
