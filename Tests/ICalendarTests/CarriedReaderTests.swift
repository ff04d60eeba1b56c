import DatelineCore
import DatelineICalendar
import TestSupport
import Testing

/// Calendars of ours, as clients give them back.
@Suite struct CarriedReaderTests {
  private static func incident() throws -> Incident {
    var incident = Incident(id: "urn:uuid:194836ae-2098-5385-88f7-b288e31c0954")
    incident.title = "Missile comes down"
    incident.titleDerived = true
    incident.summary = "It came down, and nobody was hurt."
    incident.kind = "force.missile"
    var when = When()
    when.date = EDTF("2024-01")
    incident.when = when
    var place = Place()
    place.role = .impact
    place.name = "Pavlovskaya"
    place.admin1 = "Krasnodar Krai"
    place.country = "RU"
    place.latitude = 46.1
    place.longitude = 39.7
    incident.places = [place]
    var casualty = Casualty(status: .reported)
    casualty.outcome = .wounded
    casualty.best = 2
    incident.casualties = [casualty]
    var participant = Participant()
    participant.name = "Russia"
    participant.roles = [.operator]
    participant.side = "1"
    incident.participants = [participant]
    return incident
  }

  private static func written(_ records: [Record]? = nil) throws -> String {
    let format = try #require(ICalendarFormats.all[0] as? any WritableFormat)
    let records = try records ?? [.incident(incident())]
    let bytes = try format.write(Header(schemaVersion: Schema.version), records)
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
  }

  /// The incident after lines that begin with a name were replaced; an empty text removes them.
  private func edited(
    _ name: String, _ line: String, options: [(name: String, value: String)] = []
  ) throws -> (incident: Incident, reading: CalendarReading) {
    var lines = try Self.written().replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
    let index = try #require(lines[start...].firstIndex { $0.hasPrefix(name) })
    if line.isEmpty { lines.remove(at: index) } else { lines[index] = line }
    let reading = try CalendarReading(lines.joined(separator: "\n") + "\n", options: options)
    return (try #require(reading.incidents.first), reading)
  }

  @Test func `a title that was edited counts, without the remark before it`() throws {
    let (incident, reading) = try edited("SUMMARY", "SUMMARY:[2024-01\\, day unknown] Two missiles")
    #expect(incident.title == "Two missiles" && incident.titleDerived == nil)
    #expect(incident.summary == "It came down, and nobody was hurt.")
    #expect(reading.codes == ["icalendar.edited"])
    #expect(reading.lines.first?.contains("note: SUMMARY of this component was changed") == true)
  }

  @Test func `a value that was deleted is gone`() throws {
    #expect(try edited("SUMMARY", "").incident.title == nil)
    #expect(try edited("GEO", "").incident.places.first?.latitude == nil)
    #expect(try edited("LOCATION", "").incident.places == [])
    #expect(try edited("DESCRIPTION", "").incident.summary == nil)
  }

  @Test func `places, positions, categories, states and times can be edited`() throws {
    let place = try edited("LOCATION", "LOCATION:Atamanskaya\\, Krasnodar Krai\\, RU").incident.places.first
    #expect(place?.name == "Atamanskaya" && place?.admin1 == "Krasnodar Krai" && place?.latitude == 46.1)
    let position = try edited("GEO", "GEO:46.2;39.7").incident.places.first
    #expect(position?.latitude == 46.2 && position?.name == "Pavlovskaya")
    let codes = try edited("CATEGORIES", "CATEGORIES:force.missile,seen").incident
    #expect(codes.kind == "force.missile" && codes.codes.map(\.code) == ["seen"])
    let time = try edited("DTSTART", "DTSTART;VALUE=DATE:20240110").incident
    #expect(time.when?.date?.description == "2024-01-10/2024-01-31")
  }

  @Test func `a line of the trailer that was edited becomes its field, and no other changes`() throws {
    let text = try Self.written()
    let edited = text.replacing("Injured: 2", with: "Injured: 3 (low 2)")
    #expect(edited != text)
    let reading = try CalendarReading(edited)
    var expected = try Self.incident()
    expected.casualties[0].best = 3
    expected.casualties[0].low = 2
    #expect(reading.incidents == [expected])
  }

  @Test func `without the carrier the trailer is read`() throws {
    let (incident, reading) = try edited("X-DATELINE-RECORD", "")
    #expect(incident.summary == "It came down, and nobody was hurt.")
    #expect(incident.casualties == (try Self.incident()).casualties)
    #expect(incident.participants == (try Self.incident()).participants)
    #expect(incident.kind == "force.missile" && incident.when?.date?.description == "2024-01")
    #expect(incident.places.first?.admin1 == "Krasnodar Krai")
    #expect(reading.codes == ["icalendar.trailer-read"])
  }

  @Test(arguments: ["X-DATELINE-RECORD:!!!", "X-DATELINE-RECORD:e30", "X-DATELINE-RECORD:eyJoIjoiIiwibiI6MSwiciI6e319"])
  func `a carrier that is damaged is told, and what is visible counts`(line: String) throws {
    let (incident, reading) = try edited("X-DATELINE-RECORD", line)
    #expect(reading.codes == ["icalendar.bad-carrier", "icalendar.trailer-read"])
    #expect(incident.places.first?.name == "Pavlovskaya")
  }

  @Test func `a carrier of another component is not believed`() throws {
    let (incident, reading) = try edited("UID", "UID:copy")
    #expect(reading.codes == ["icalendar.bad-carrier", "icalendar.trailer-read"])
    #expect(incident.externalIDs == ["ics.uid:copy"])
  }

  @Test func `the caller decides what counts`() throws {
    let line = "SUMMARY:Two missiles"
    #expect(try edited("SUMMARY", line, options: [("prefer", "record")]).incident.title == "Missile comes down")
    #expect(try edited("SUMMARY", line, options: [("prefer", "visible")]).incident.title == "Two missiles")
  }

  @Test(arguments: 0..<20)
  func `components in any order give the records in theirs`(seed: Int) throws {
    var random = RandomRecords(seed: seed, fill: 0.2)
    let records = try random.records(12)
    let text = try Self.written(records)
    var components: [String] = []
    var rest = text[...]
    while let begin = rest.firstRange(of: /BEGIN:(VEVENT|VJOURNAL)/),
      let end = rest[begin.lowerBound...].firstRange(of: /END:(VEVENT|VJOURNAL)\r\n/)
    {
      components.append(String(rest[begin.lowerBound..<end.upperBound]))
      rest = rest[end.upperBound...]
    }
    var generator = SeededRandom(seed: UInt64(seed))
    components.shuffle(using: &generator)
    let zones = text.matches(of: /BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE\r\n/).map { String($0.0) }.joined()
    let reading = try CalendarReading(
      "BEGIN:VCALENDAR\r\nPRODID:-//x//EN\r\n" + zones + components.joined() + "END:VCALENDAR\r\n")
    #expect(reading.records == records)
    #expect(reading.codes.allSatisfy { $0 == "icalendar.late-header" })
  }

  @Test func `what a client adds is kept`() throws {
    let text = try Self.written().replacing("TRANSP:", with: "X-MOZ-GENERATION;A=b:2\r\nTRANSP:")
    let extras = try CalendarReading(text).incidents.first?.extras
    #expect(extras?["ics.added"]?.description == #"["X-MOZ-GENERATION;A=b:2"]"#)
  }
}
