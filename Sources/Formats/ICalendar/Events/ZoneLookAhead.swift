import DatelineCore

/// Finds the VTIMEZONEs of a calendar that stand behind an event that uses them.
///
/// RFC 5545 has components in any order, and a reader that streams can't wait for what may come. So the bytes that follow
/// the first such event are searched, and no more of them than the limit.
enum ZoneLookAhead {
  /// How many bytes are searched.
  static let limit = 1 << 20

  /// Defines in `zones` what the calendar defines in the bytes to come, which stay to be read.
  static func define(
    in zones: CalendarZones, from input: inout CalendarInput, _ limits: Limits
  ) throws(ConversionError) {
    defer { zones.endLookAhead() }
    let bytes = try input.ahead(limit)
    guard bytes.span.containsWord("VTIMEZONE") else { return }
    // The bytes stand within a calendar, whose end ends the search.
    var ahead = CalendarInput(ByteReader(MemorySource(Array("BEGIN:VCALENDAR\n".utf8) + bytes)))
    var scanner = CalendarScanner(limits)
    var part = CalendarPart()
    while try scanner.next(from: &ahead, into: &part) {
      // A component that the limit cuts off says only half of what it says.
      if scanner.findings.contains(where: { $0.code == .icalendarTruncated }) { return }
      if part.component == .timeZone { try zones.define(part, isAhead: true) }
      if part.lines.contains(where: { $0.component == .calendar && $0.property == .end }) { return }
    }
  }
}
