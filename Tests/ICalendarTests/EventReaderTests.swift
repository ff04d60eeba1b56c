import DatelineCore
import TestSupport
import Testing

/// What a component of a foreign calendar becomes.
@Suite struct EventReaderTests {
  private static let zone = """
    BEGIN:VTIMEZONE
    TZID:Mine
    BEGIN:STANDARD
    DTSTART:19701025T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0130
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:19700329T020000
    TZOFFSETFROM:+0130
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    END:VTIMEZONE

    """

  @Test(arguments: [
    ("DTSTART;VALUE=DATE:20240113", "2024-01-13"),
    ("DTSTART:20240113", "2024-01-13"),
    ("DTSTART;TZID=Europe/Berlin:20240113", "2024-01-13"),
    ("DTSTART;VALUE=DATE:20240113\nDTEND;VALUE=DATE:20240114", "2024-01-13"),
    ("DTSTART;VALUE=DATE:20240201\nDTEND;VALUE=DATE:20240301", "2024-02-01/2024-02-29"),
    ("DTSTART;VALUE=DATE:20240113\nDURATION:P2D", "2024-01-13/2024-01-14"),
    ("DTSTART:20240113T221500Z", "2024-01-13T22:15:00Z"),
    ("DTSTART:20240113T221500", "2024-01-13 22:15"),
    ("DTSTART:20240113T221530", "2024-01-13 22:15:30"),
    ("DTSTART:2024-01-13T22:15:00Z", "2024-01-13T22:15:00Z"),
    ("DTSTART;TZID=Europe/Berlin:20240713T221500", "2024-07-13 22:15 Europe/Berlin"),
    ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20240713T221500", "2024-07-13 22:15 Europe/Berlin"),
    ("DTSTART;TZID=\"W. Europe Standard Time\":20240713T221500", "2024-07-13 22:15 Europe/Berlin"),
    ("DTSTART;TZID=Mine:20240713T221500", "2024-07-13T22:15:00+02:00"),
    ("DTSTART;TZID=Mine:20240113T221500", "2024-01-13T22:15:00+01:30"),
    (
      "DTSTART;TZID=Mine:20240113T221500\nDTEND;TZID=Mine:20240114T010000",
      "2024-01-13/2024-01-14 2024-01-13T22:15:00+01:30 2024-01-14T01:00:00+01:30"
    ),
    (
      "DTSTART;TZID=Europe/Berlin:20240331T010000\nDURATION:PT2H",
      "2024-03-31 2024-03-31T01:00:00+01:00 2024-03-31T04:00:00+02:00 Europe/Berlin"
    ),
    ("DTSTART:20240113T220000Z\nDTEND:20240114T000000Z", "2024-01-13 2024-01-13T22:00:00Z 2024-01-14T00:00:00Z"),
    ("DTSTART:20240113T220000\nDTEND:20240113T230000", "2024-01-13 2024-01-13T22:00:00 2024-01-13T23:00:00"),
  ])
  func `a time is as precise as it is said, and no more`(lines: String, expected: String) throws {
    let reading = try CalendarReading(calendar(Self.zone + event("UID:a\n\(lines)")))
    let when = try #require(reading.incidents.first?.when)
    let parts: [String?] = [
      when.date?.description, when.time?.description, when.earliest?.description, when.latest?.description,
      when.timeZone?.description,
    ]
    #expect(parts.compactMap(\.self).joined(separator: " ") == expected)
    #expect(reading.lines == [])
  }

  @Test(arguments: [
    ("DTSTART:20240113T240000", "2024-01-14"), ("DTSTART:00000101", "0000-01-01"),
    ("DTSTART;VALUE=DATE:20240113T100000", "2024-01-13"), ("DTSTART;TZID:20240113T100000", "2024-01-13"),
    ("DTSTART;TZID=:20240113T100000", "2024-01-13"),
    ("DTSTART;TZID=\"Europe/Berlin:20240113T100000", "2024-01-13"),
    ("DTSTART:20240113\nDTEND:20240113T120000Z", "2024-01-13"),
    ("DTSTART:20240113T100000Z\nDTEND;VALUE=DATE:20240115", "2024-01-13/2024-01-14"),
    ("DTSTART:99991231T230000Z\nDURATION:P5D", "9999-12-31T23:00:00Z"), ("DTEND;VALUE=DATE:20240114", "2024-01-13"),
    ("DTSTART:20240113\nRECURRENCE-ID;RANGE=THISANDPRIOR:20240113", "2024-01-13"),
  ])
  func `what is read for what it must mean is told`(lines: String, date: String) throws {
    let reading = try CalendarReading(calendar(event("UID:a\n\(lines)")))
    #expect(reading.incidents.first?.when?.date?.description == date)
    let line = 5 + lines.split(separator: "\n").count
    #expect(reading.codes == ["icalendar.odd-value"] && reading.lines[0].hasPrefix("\(line): "), "\(reading.lines)")
  }

  @Test(arguments: [
    ("DTSTART:20240113T100000Z\nDURATION:-PT1H", "icalendar.end-before-start"),
    ("DTSTART:20240113T100000Z\nDURATION:P1M", "icalendar.bad-value"),
    ("DTSTART:20240113\nRRULE:FREQ=DAILY;COUNT=0", "icalendar.recurrence"),
    ("DTSTART:999990101", "icalendar.bad-value"), ("DTSTART:20240230", "icalendar.bad-value"),
    ("RRULE:FREQ=NEVER", "icalendar.recurrence"),
    ("DURATION:P999999999W", "icalendar.bad-value"),
    ("ATTACH;ENCODING=BASE64;VALUE=BINARY:!none!", "icalendar.bad-value"),
    ("DTSTART;TZID=Nowhere/Else:20240113T221500", "icalendar.unknown-zone"),
    ("DTSTART:20240113T221500Z\nDTEND:20240113T211500Z", "icalendar.end-before-start"),
    ("DTSTART:20240113\nDTEND:20240114\nDURATION:P1D", "icalendar.end-twice"),
    ("DTSTART:20240113\nDURATION:long", "icalendar.bad-value"), ("GEO:91;0", "icalendar.bad-value"),
    ("SEQUENCE:-1", "icalendar.bad-value"), ("UID:b", "icalendar.repeated"),
  ])
  func `what makes no sense costs the value and is told at its line`(lines: String, code: String) throws {
    let reading = try CalendarReading(calendar(event("UID:a\nSUMMARY:kept\n\(lines)")))
    #expect(reading.incidents.first?.title == "kept")
    #expect(reading.codes == [code])
    let line = 6 + lines.split(separator: "\n").count
    #expect(reading.lines.first?.hasPrefix("\(line): warning: ") == true, "\(reading.lines)")
  }

  @Test(arguments: [
    (#"one\, two\; three\\ four\nfive\Nsix"#, "one, two; three\\ four\nfive\nsix"),
    (#"a \\n b"#, #"a \n b"#), (#"say \"hi\""#, #"say "hi""#), (#"C:\dir"#, #"C:\dir"#), (#"end\"#, #"end\"#),
    ("bare, commas; kept", "bare, commas; kept"),
  ])
  func `text is unescaped in one pass`(value: String, expected: String) throws {
    let reading = try CalendarReading(calendar(event("UID:a\nDESCRIPTION:\(value)")))
    #expect(reading.incidents.first?.summary?.description == expected)
  }

  @Test func `what is not UTF-8 is Windows-1252, value by value`() throws {
    var bytes = Array(calendar(event("UID:a\nSUMMARY:caf?\nLOCATION:Žižkov")).utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "?")))
    bytes[place] = 0xE9
    let reading = try CalendarReading(bytes)
    #expect(reading.incidents.first?.title == "café" && reading.incidents.first?.places.first?.name == "Žižkov")
    #expect(reading.lines == ["6: warning: the line is not UTF-8; it is read as Windows-1252 [icalendar.not-utf8]"])
  }

  @Test func `quoted-printable text of vCalendar 1.0 is decoded`() throws {
    let text =
      "SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:m=F6chen und=\n mehr\nDESCRIPTION;QUOTED-PRINTABLE:=E2=82=AC"
    let reading = try CalendarReading(calendar(event("UID:a\n\(text)")))
    #expect(reading.incidents.first?.title == "möchen und mehr" && reading.incidents.first?.summary == "€")
  }

  @Test func `each property has its field`() throws {
    let reading = try CalendarReading(
      calendar(
        event(
          """
          UID:a
          SUMMARY;LANGUAGE=de:Brand
          LOCATION:Köln
          GEO:50.94;6.96
          CATEGORIES:Feuer,Stadt\\, Land
          STATUS:CANCELLED
          SEQUENCE:3
          CREATED:20240101T000000Z
          LAST-MODIFIED:20240102T000000Z
          URL:https://example.org/a
          ATTACH;FMTTYPE=text/html:https://example.org/b
          ATTACH:cid:1
          RELATED-TO;RELTYPE=SIBLING:b
          ORGANIZER;CN=Eva:mailto:eva@example.org
          ATTENDEE;CN="Öl, ^'Max^'";CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED:mailto:max@example.org
          ATTENDEE:MAILTO:eva@example.org
          ATTENDEE:mailto:eva@example.org
          ATTENDEE;PARTSTAT=DECLINED:mailto:no@example.org
          ATTENDEE;CUTYPE=ROOM:mailto:room@example.org
          """)))
    let incident = try #require(reading.incidents.first)
    #expect(incident.title == "Brand" && incident.language == "de" && incident.stage == .cancelled)
    #expect(incident.places.first?.name == "Köln" && incident.places.first?.latitude == 50.94)
    #expect(incident.codes.compactMap(\.code?.description) == ["Feuer", "Stadt, Land"])
    #expect(incident.revision?.version == 3 && incident.revision?.created?.description == "2024-01-01T00:00:00Z")
    #expect(incident.reports.compactMap(\.url?.description) == ["https://example.org/a", "https://example.org/b"])
    #expect(incident.relations.first?.relation == .related)
    let people = incident.participants.map { person in
      let roles = person.roles.map { "\($0.name)" }.joined(separator: "+")
      return "\(person.name?.description ?? "") \(roles) \(person.externalIDs) \(person.kind?.name.description ?? "")"
    }
    #expect(
      people == [
        "Eva organiser+party [mailto:eva@example.org] ", "Öl, \"Max\" party [mailto:max@example.org] person",
        "eva@example.org party [MAILTO:eva@example.org] ",
      ])
    #expect(reading.lines == [])
  }

  @Test func `a zone that contradicts itself, or has a rule that is none, is told at the line`() throws {
    func part(_ start: String, _ offset: String, _ rule: String = "") -> String {
      "BEGIN:STANDARD\nDTSTART:\(start)\nTZOFFSETFROM:\(offset)\nTZOFFSETTO:\(offset)\n\(rule)END:STANDARD\n"
    }
    let zone = "BEGIN:VTIMEZONE\nTZID:Own\n"
    let twice = zone + part("19700101T000000", "+0100") + part("19700101T000000", "+0200") + "END:VTIMEZONE\n"
    #expect(
      try CalendarReading(calendar(twice + event("UID:a"))).lines == [
        "11: warning: the time zone 'Own' has two observances with one beginning and different offsets [icalendar.bad-zone]"
      ])
    let broken = zone + part("19700101T000000", "+0100", "RRULE:FREQ=NEVER\n") + "END:VTIMEZONE\n"
    let reading = try CalendarReading(calendar(broken + event("UID:a")))
    #expect(reading.codes == ["icalendar.bad-zone"] && reading.lines[0].hasPrefix("10: "), "\(reading.lines)")
  }

  @Test func `a second component of one UID is told, and one of another instance is none`() throws {
    let reading = try CalendarReading(
      calendar(
        event("UID:a\nSUMMARY:one") + "\n" + event("UID:a\nRECURRENCE-ID:20240101T000000Z\nSUMMARY:two") + "\n"
          + event("UID:a\nSUMMARY:three")))
    #expect(reading.codes == ["icalendar.same-uid"] && reading.incidents.count == 3)
    #expect(reading.lines.first?.hasPrefix("14: ") == true, "\(reading.lines)")
  }
}
