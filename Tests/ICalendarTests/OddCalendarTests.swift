import DatelineCore
import DatelineJSON
import TestSupport
import Testing

@testable import DatelineICalendar

/// Calendars of others as they are in use: without UIDs, over changes of the clocks, with zones that are defined late,
/// twice or wrongly, and of vCalendar 1.0.
@Suite struct OddCalendarTests {
  private func whens(_ reading: CalendarReading) -> [String] {
    reading.incidents.map { incident in
      let when = incident.when
      let parts: [String?] = [
        when?.earliest?.description ?? when?.date?.description, when?.time?.description, when?.latest?.description,
        when?.timeZone?.description,
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }

  private static func zone(_ name: String, _ offset: String) -> String {
    """
    BEGIN:VTIMEZONE
    TZID:\(name)
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:\(offset)
    TZOFFSETTO:\(offset)
    END:STANDARD
    END:VTIMEZONE
    """
  }

  private func vCalendar(_ lines: String) -> String {
    "BEGIN:VCALENDAR\nVERSION:1.0\n\(lines)\nEND:VCALENDAR\n".replacing("\n", with: "\r\n")
  }

  // MARK: - UID

  @Test(arguments: [#"UID:a\,b"#, "UID:", #"UID:\n"#, "UID: ", "UID", "UID;X-A=1:c", "X-A:1"])
  func `a record comes back whole whatever its UID is like`(uid: String) throws {
    let format = CanonicalICalendar()
    let read = format.read(Array(calendar(event("\(uid)\nDTSTART:20240101\nSUMMARY:x")).utf8))
    let header = try #require(read.header)
    let written = try format.write(header, read.records)
    let again = format.read(written)
    #expect(again.records == read.records && again.lines == [], "\(again.lines)")
    #expect(try format.write(header, again.records) == written)
    // Of a client that gives the component back only the first counts.
    let parsed = String(decoding: written, as: UTF8.self).split(separator: "BEGIN:VEVENT")[1].split(separator: "\r\n")
    #expect(parsed.first { $0.hasPrefix("UID") }.map { $0.count > 5 } == true)
  }

  // MARK: - Character sets

  /// The bytes of `text`, where `{CFF0}` stands for the bytes CF and F0.
  private func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for (index, part) in calendar(event("UID:a\n" + text)).split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0 else {
        result += part.utf8
        continue
      }
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      var digits = pieces[0]
      while let pair = UInt8(digits.prefix(2), radix: 16) {
        result.append(pair)
        digits = digits.dropFirst(2)
      }
      result += pieces[1].utf8
    }
    return result
  }

  @Test(arguments: [
    ("CHARSET=windows-1251", "{CFF0E8E2E5F2}", "Привет"), ("CHARSET=koi8-r", "{F0D2C9D7C5D4}", "Привет"),
    ("CHARSET=KOI8-U", "{E4CE}{A6}", "Дні"), ("CHARSET=ISO-8859-2", "{A3F3}d{BC}", "Łódź"),
    ("CHARSET=\"iso-8859-15\"", "{A4}", "€"), ("CHARSET=ISO-8859-1", "caf{E9}", "café"),
    ("LANGUAGE=de;CHARSET=windows-1252", "{80}", "€"), ("CHARSET=ISO-8859-7", "{C1E8DEEDE1}", "Αθήνα"),
  ])
  func `text is read in the character set that it says`(parameter: String, value: String, expected: String) throws {
    let read = CanonicalICalendar().read(bytes("DTSTART:20240101\nSUMMARY;\(parameter):\(value)"))
    guard case .incident(let incident)? = read.records.first else { throw ConversionError.unsupported("no incident") }
    #expect(incident.title?.description == expected && read.lines == [])
    let written = try CanonicalICalendar().write(try #require(read.header), read.records)
    #expect(!String(decoding: written, as: UTF8.self).contains("\(parameter):"))
    #expect(String(decoding: written, as: UTF8.self).contains("UTF-8"))
    #expect(CanonicalICalendar().read(written).records == read.records)
    let encoded = value.filter { $0 != "{" && $0 != "}" }
    guard encoded.allSatisfy({ $0.isHexDigit }), encoded.count.isMultiple(of: 2) else { return }
    var quoted = ""
    for (index, digit) in encoded.enumerated() { quoted += index.isMultiple(of: 2) ? "=\(digit)" : "\(digit)" }
    let text = "SUMMARY;\(parameter);ENCODING=QUOTED-PRINTABLE:\(quoted)"
    let reading = try CalendarReading(calendar(event("UID:a\n\(text)")))
    #expect(reading.incidents.first?.title?.description == expected && reading.lines == [])
  }

  @Test func `a character set that is not known is named`() throws {
    let raw = try CalendarReading(bytes("SUMMARY;CHARSET=shift_jis:{83}{65}"))
    #expect(raw.codes == ["icalendar.not-utf8"] && raw.lines[0].contains("'shift_jis'"), "\(raw.lines)")
    let encoded = try CalendarReading(
      calendar(event("UID:a\nSUMMARY;CHARSET=shift_jis;ENCODING=QUOTED-PRINTABLE:=83=65")))
    #expect(encoded.codes == ["icalendar.not-utf8"] && encoded.lines[0].contains("'shift_jis'"), "\(encoded.lines)")
  }

  // MARK: - Times

  @Test(arguments: [
    ("DURATION:PT1H", "2024-10-27T02:30:00+02:00 2024-10-27T02:30:00+01:00 Europe/Berlin"),
    ("DURATION:PT30M", "2024-10-27T02:30:00+02:00 2024-10-27T02:00:00+01:00 Europe/Berlin"),
    ("DURATION:PT3H", "2024-10-27T02:30:00+02:00 2024-10-27T04:30:00+01:00 Europe/Berlin"),
    ("DURATION:P1D", "2024-10-27T02:30:00+02:00 2024-10-28T02:30:00+01:00 Europe/Berlin"),
    ("DTEND:20241027T013000Z", "2024-10-27T02:30:00+02:00 2024-10-27T01:30:00Z Europe/Berlin"),
  ])
  func `an end is reckoned in instants where the clocks are set back`(end: String, expected: String) throws {
    let text = event("UID:a\nDTSTART;TZID=Europe/Berlin:20241027T023000\n\(end)")
    let reading = try CalendarReading(calendar(text))
    #expect(whens(reading) == [expected] && reading.lines == [])
    let series = event("UID:a\nDTSTART;TZID=Europe/Berlin:20241026T023000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2")
    let instances = try CalendarReading(
      calendar(series), options: [("from-date", "2024-10-27"), ("to-date", "2024-10-27")])
    #expect(whens(instances) == ["2024-10-27T02:30:00+02:00 2024-10-27T02:30:00+01:00 Europe/Berlin"])
  }

  @Test func `a date of a series that is a period lasts as long as it says`() throws {
    let text = event(
      """
      UID:a
      DTSTART;TZID=Europe/Berlin:20240301T100000
      DURATION:PT1H
      RDATE;VALUE=PERIOD:20240305T100000Z/PT3H,20240306T100000Z/20240306T120000Z
      RDATE:20240307T100000Z
      EXDATE:never
      """)
    let reading = try CalendarReading(
      calendar(text), options: [("from-date", "2024-03-01"), ("to-date", "2024-03-31")])
    #expect(
      whens(reading) == [
        "2024-03-01T10:00:00+01:00 2024-03-01T11:00:00+01:00 Europe/Berlin",
        "2024-03-05T11:00:00+01:00 2024-03-05T14:00:00+01:00 Europe/Berlin",
        "2024-03-06T11:00:00+01:00 2024-03-06T13:00:00+01:00 Europe/Berlin",
        "2024-03-07T11:00:00+01:00 2024-03-07T12:00:00+01:00 Europe/Berlin",
      ])
    #expect(reading.codes == ["icalendar.bad-value"] && reading.lines[0].hasPrefix("10: "), "\(reading.lines)")
    let component = try #require(reading.incidents[1].extras["ics.component"])
    #expect(component.text.description.contains("DURATION:PT10800S"))
  }

  @Test func `a series whose start was changed loses its rule, which is told`() throws {
    let text = calendar(event("UID:a\nDTSTART:20240329T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4"))
    var json = try convert(Array(text.utf8), from: CanonicalICalendar(), to: CanonicalNDJSON()).bytes
    json = Array(String(decoding: json, as: UTF8.self).replacing("2024-03-29T11:00", with: "2024-03-29T12:00").utf8)
    let result = try convert(json, from: CanonicalNDJSON(), to: CanonicalICalendar())
    #expect(result.losses.map(\.field) == ["recurrence"])
    #expect(!String(decoding: result.bytes, as: UTF8.self).contains("\r\nRRULE"))
  }

  // MARK: - Zones

  @Test func `the calendar's zone stands in for one that is not known, which is told`() throws {
    let reading = try CalendarReading(
      calendar("X-WR-TIMEZONE:Asia/Tokyo\n" + event("UID:a\nDTSTART;TZID=Nope:20240702T120000")))
    #expect(whens(reading) == ["2024-07-02 12:00 Asia/Tokyo"])
    #expect(reading.incidents[0].when?.timeZoneBasis == .assumed)
    #expect(reading.codes == ["icalendar.unknown-zone"] && reading.lines[0].contains("Asia/Tokyo"), "\(reading.lines)")
  }

  @Test func `a definition without observances is what its X-LIC-LOCATION says`() throws {
    let zone = "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:America/New_York\nEND:VTIMEZONE\n"
    let reading = try CalendarReading(calendar(zone + event("UID:a\nDTSTART;TZID=Mine:20240702T120000")))
    #expect(whens(reading) == ["2024-07-02 12:00 America/New_York"] && reading.codes == ["icalendar.bad-zone"])
  }

  @Test func `a definition beats the zone of its name, whose name is then left out`() throws {
    let start = "DTSTART;TZID=Europe/Berlin:20240702T120000"
    let events = event("UID:a\n\(start)\nDTEND;TZID=Europe/Berlin:20240702T130000") + "\n" + event("UID:b\n\(start)")
    let reading = try CalendarReading(calendar(Self.zone("Europe/Berlin", "+0500") + "\n" + events))
    #expect(
      whens(reading) == ["2024-07-02T12:00:00+05:00 2024-07-02T13:00:00+05:00", "2024-07-02T12:00:00+05:00"])
    #expect(reading.codes == ["icalendar.bad-zone"] && reading.lines[0].hasPrefix("14: "), "\(reading.lines)")
    let agreed = try CalendarReading(calendar(Self.zone("Europe/Berlin", "+0200") + "\n" + events))
    #expect(whens(agreed)[1] == "2024-07-02 12:00 Europe/Berlin" && agreed.lines == [])
  }

  @Test(arguments: [1, 7, 100_000])
  func `a definition is found behind the events that use it`(chunkSize: Int) throws {
    let events =
      event("UID:a\nDTSTART;TZID=Later:20240702T120000") + "\n" + event("UID:b\nDTSTART;TZID=Later:20240702T13")
    let text = calendar(
      events + "\n" + Self.zone("Later", "+0500") + "\n" + event("UID:c\nDTSTART;TZID=Later:20240702T14"))
    for isLent in [false, true] {
      let reading = try CalendarReading(Array(text.utf8), chunkSize: chunkSize, isLent: isLent)
      #expect(
        whens(reading) == ["2024-07-02T12:00:00+05:00", "2024-07-02T13:00:00+05:00", "2024-07-02T14:00:00+05:00"])
      #expect(reading.lines == [])
    }
    // Another calendar's definition is none of this one.
    let two = calendar(events) + calendar(Self.zone("Later", "+0500"))
    #expect(try CalendarReading(two).codes == ["icalendar.unknown-zone"])
  }

  @Test func `a definition that stands too far behind is told where it stands`() throws {
    let first = event("UID:a\nDTSTART;TZID=Later:20240702T120000\n")
    let long = event("UID:b\nDESCRIPTION:" + String(repeating: "x", count: ZoneLookAhead.limit))
    let last = event("UID:c\nDTSTART;TZID=Later:20240702T120000")
    let reading = try CalendarReading(
      calendar([first, long, Self.zone("Later", "+0500"), last].joined(separator: "\n")))
    #expect(whens(reading) == ["2024-07-02 12:00", "", "2024-07-02T12:00:00+05:00"])
    #expect(reading.codes == ["icalendar.unknown-zone", "icalendar.bad-zone"], "\(reading.lines)")
    #expect(reading.lines.last?.contains("too far behind") == true)
  }

  // MARK: - vCalendar 1.0

  @Test func `dates and categories of vCalendar 1 stand between semicolons`() throws {
    let text = vCalendar(
      event(
        """
        UID:v
        DTSTART:20240702T120000Z
        DTEND:20240702T130000Z
        RRULE:W1 TU TH #5
        EXDATE:20240704T120000Z;20240709T120000Z
        RDATE:20240720T120000Z;20240721T120000Z
        CATEGORIES:MEETING;APPOINTMENT
        """))
    let reading = try CalendarReading(text, options: [("from-date", "2024-07-01"), ("to-date", "2024-07-31")])
    #expect(
      reading.incidents.compactMap { $0.when?.date?.description } == [
        "2024-07-02", "2024-07-11", "2024-07-16", "2024-07-20", "2024-07-21",
      ])
    #expect(reading.incidents.first?.codes.compactMap(\.code?.description) == ["MEETING", "APPOINTMENT"])
    let whole = CanonicalICalendar().read(Array(text.utf8))
    let header = try #require(whole.header)
    let written = try CanonicalICalendar().write(header, whole.records)
    #expect(String(decoding: written, as: UTF8.self).contains("CATEGORIES:MEETING;APPOINTMENT\r\n"))
    #expect(CanonicalICalendar().read(written).records == whole.records)
  }

  @Test func `times of vCalendar 1 are in the zone of TZ and DAYLIGHT`() throws {
    let event =
      event("UID:a\nDTSTART:20240702T120000") + "\n" + event("UID:b\nDTSTART:20240102T120000") + "\n"
      + event("UID:c\nDTSTART:20240702T120000Z")
    let zone = "TZ:-05\nDAYLIGHT:TRUE;-04;20240310T020000;20241103T020000;EST;EDT\n"
    #expect(
      whens(try CalendarReading(vCalendar(zone + event))) == [
        "2024-07-02T12:00:00-04:00", "2024-01-02T12:00:00-05:00", "2024-07-02T12:00:00Z",
      ])
    #expect(whens(try CalendarReading(vCalendar("TZ:-05\n" + event)))[0] == "2024-07-02T12:00:00-05:00")
    #expect(whens(try CalendarReading(vCalendar(event)))[0] == "2024-07-02 12:00")
    // iCalendar has no such property.
    #expect(whens(try CalendarReading(calendar(zone + event)))[0] == "2024-07-02 12:00")
    let read = CanonicalICalendar().read(Array(vCalendar(zone + event).utf8))
    let header = try #require(read.header)
    let written = try CanonicalICalendar().write(header, read.records)
    #expect(String(decoding: written, as: UTF8.self).contains("\r\nDTSTART:20240702T120000\r\n"))
    #expect(CanonicalICalendar().read(written).records == read.records)
  }
}
