import DatelineCore
import TestSupport
import Testing

@testable import DatelineICalendar

/// A foreign calendar comes back from its records, line for line.
@Suite struct ForeignCalendarTests {
  private static let lines = [
    "UID:a", #"SUMMARY;LANGUAGE=en;X-B="c:d":one\, two"#, #"DESCRIPTION:a\nb \"c\" \x, d"#, "LOCATION: here ",
    "DTSTART;TZID=Mine:20240113T221500", "DURATION:PT1H", "GEO:1.50;-2.0", "CATEGORIES:a,b", "CATEGORIES:c",
    "STATUS:CONFIRMED", "URL:https://example.org/", "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA", "item1.X-ABC:x",
    "X-EMPTY:", "RRULE:FREQ=DAILY", "CLASS:PRIVATE", "ORGANIZER;CN=\"A, B\":mailto:a@b", "RELATED-TO:z",
    "SUMMARY;X-ALT=1:second", "BEGIN:VALARM", "TRIGGER:-PT5M", "DESCRIPTION:wake", "END:VALARM",
  ]

  @Test(arguments: 0..<40)
  func `every property and parameter comes back`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var lines: [String] = []
    for line in Self.lines.prefix(19) where Int.random(in: 0..<3, using: &random) > 0 { lines.append(line) }
    lines.shuffle(using: &random)
    if Bool.random(using: &random) { lines += Self.lines.suffix(4) }
    let reading = try CalendarReading(calendar(event(lines.joined(separator: "\n"))))
    let foreign = ForeignCalendar(reading.header ?? Header(schemaVersion: Schema.version))
    let incident = try #require(reading.incidents.first)
    var component = ForeignComponent(in: foreign)
    let isFound = component.read(incident)
    let kept = component.keptLines
    #expect(isFound && kept == lines)
    #expect(foreign.lines.map { String(decoding: $0, as: UTF8.self) } == ["VERSION:2.0", "PRODID:-//test//test//EN"])
  }

  @Test func `a field that was changed takes its lines with it`() throws {
    let reading = try CalendarReading(calendar(event("UID:a\nSUMMARY:old\nDTSTART:20240101\nX-A:b")))
    var incident = try #require(reading.incidents.first)
    incident.title = "new, and longer"
    incident.when = nil
    var component = ForeignComponent(in: ForeignCalendar(Header(schemaVersion: "1.0")))
    let isFound = component.read(incident)
    let kept = component.keptLines
    #expect(isFound && kept == ["UID:a", #"SUMMARY:new\, and longer"#, "X-A:b"])
    let (writesStart, writesSummary) = (component.writes(.dtstart), component.writes(.summary))
    #expect(writesStart && !writesSummary)
  }

  @Test func `what stands between events and behind them is kept`() throws {
    let reading = try CalendarReading(
      calendar(event("UID:a") + "\nX-LATE:1\nBEGIN:VFREEBUSY\nUID:f\nEND:VFREEBUSY\n" + event("UID:b")))
    #expect(
      reading.incidents.first?.extras["ics.following"]?.description
        == #"["X-LATE:1","BEGIN:VFREEBUSY","UID:f","END:VFREEBUSY"]"#)
  }
}

extension ForeignComponent {
  /// The lines that come back as they were.
  fileprivate var keptLines: [String] { lines.map { part.string($0.range) } }
}
