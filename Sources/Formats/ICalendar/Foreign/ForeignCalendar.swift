import DatelineCore

/// A calendar that is not ours, as the header and the records keep it: what a writer gives back.
///
/// The contract: where ``init(_:)`` finds something, the writer writes ``lines`` instead of its own VERSION, PRODID and so
/// on, then its own components. For an incident with a ``ForeignComponent`` it writes that one's lines between BEGIN and
/// END, its own properties only for ``ForeignComponent/writes(_:)``, DTSTAMP and UID where they are missing, and the
/// carrier; then ``ForeignComponent/following``.
struct ForeignCalendar {
  /// Properties and components between BEGIN:VCALENDAR and the first event; empty where the calendar is ours.
  let lines: [[UInt8]]
  /// The time zones that it defines.
  let zones: CalendarZones

  init(_ header: Header) {
    lines = header.extras[ForeignLines.calendar].flatMap(ForeignLines.lines) ?? []
    zones = CalendarZones(log: DiagnosticLog(input: ""))
    take(lines)
  }

  /// Whether the calendar has a property of this name.
  func has(_ name: StaticString) -> Bool {
    lines.contains { line in
      guard let head = line.span.contentLineHead(from: 0) else { return false }
      return line.span.extracting(0..<head.nameEnd).isSameWord(as: name)
    }
  }

  /// Learns the time zones among some lines, and what the calendar says of them.
  func take(_ lines: [[UInt8]]) {
    var zone: [[UInt8]] = []
    for line in lines {
      if zone.isEmpty {
        let part = CalendarPart([line])
        if let line = part.lines.first { zones.take(part, line) }
      }
      if line.span.isSameWord(as: "BEGIN:VTIMEZONE") { zone = [line] } else if !zone.isEmpty { zone.append(line) }
      if line.span.isSameWord(as: "END:VTIMEZONE") {
        try? zones.define(CalendarPart(zone))
        zone = []
      }
    }
  }
}
