import DatelineCore
import DatelineICalendar
import DatelineJSON
import TestSupport
import Testing

/// What people and programs do to calendars of ours, and what the records are then.
@Suite struct CalendarEditTests {
  private static let market = #"""
    {"type":"incident","id":"urn:example:1","title":"Market shelled","summary":"Shells hit.\n\nSecond para.","kind":"force.ground","codes":[{"scheme":"x","code":"c1","label":"lab"}],"when":{"date":"2024-01-13","time":"22:15","timeZone":"Europe/Kyiv","timeZoneBasis":"stated","text":"late on Saturday"},"places":[{"role":"impact","name":"Central Market","settlement":"Kharkiv","country":"UA","longitude":36.23,"latitude":49.99}],"participants":[{"name":"Army","roles":["perpetrator"]}],"casualties":[{"status":"reported","outcome":"killed","best":3},{"status":"reported","outcome":"wounded","low":5,"high":9}],"claims":[{"stance":"admits","speaker":"Ministry","text":"we did"}],"reports":[{"url":"https://ex.org/a","publisher":"Ex"}],"verification":{"status":"verified"},"extras":{"k":"v"}}
    """#
  private static let month = #"""
    {"type":"incident","id":"urn:example:2","title":"Month","when":{"date":"2024-02"},"stage":"occurred"}
    """#
  private static let header = #"{"type":"header","schemaVersion":"1.0","title":"T"}"#

  private static func format(_ id: String) throws -> any ReadableFormat & WritableFormat {
    let formats = ICalendarFormats.all + JSONFormats.all
    return try #require(formats.first { $0.info.id.rawValue == id } as? any ReadableFormat & WritableFormat)
  }

  /// The calendar of some records, unfolded.
  private static func written(_ records: String...) throws -> String {
    let read = try format("ndjson").read(Array(([header] + records).joined(separator: "\n").utf8))
    let bytes = try format("ics").write(read.header ?? Header(schemaVersion: Schema.version), read.records)
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
  }

  private static func incident(_ json: String) throws -> Incident {
    let records = try format("ndjson").read(Array((header + "\n" + json).utf8)).records
    return try #require(records.compactMap { if case .incident(let incident) = $0 { incident } else { nil } }.first)
  }

  /// What the calendar of the two incidents is read as, after texts in it were replaced.
  private func reading(
    _ edits: [(String, String)], options: [(name: String, value: String)] = []
  ) throws -> CalendarReading {
    var text = try Self.written(Self.market, Self.month)
    for (old, new) in edits {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try CalendarReading(text, options: options)
  }

  private static let trailerEnd = #"https://ex.org/a)"# + "\r\nLOCATION"

  // MARK: - Description

  @Test(arguments: [
    (#"\n\nCalled the office."#, "Called the office."), (#"\nCalled the office."#, "Called the office."),
    (#"\n-- \nBob"#, "-- \nBob"),
  ])
  func `text behind the trailer is added to the summary and nothing else changes`(added: String, text: String) throws {
    let found = try reading([(Self.trailerEnd, "https://ex.org/a)" + added + "\r\nLOCATION")])
    var expected = try Self.incident(Self.market)
    expected.summary = Text("Shells hit.\n\nSecond para.\n\n" + text)
    #expect(found.incidents.first == expected)
    #expect(found.codes == ["icalendar.trailer", "icalendar.edited"])
  }

  @Test(arguments: ["DESCRIPTION:My own words\r\n", "DESCRIPTION:<b>My own words</b>\r\n", ""])
  func `what the trailer said stays where the whole of it is gone`(line: String) throws {
    let text = try Self.written(Self.market)
    let found = try CalendarReading(text.replacing(/DESCRIPTION:Shells.*\r\n/, with: line))
    var expected = try Self.incident(Self.market)
    expected.summary = line.isEmpty ? nil : Text(String(line.dropFirst(12).dropLast()))
    #expect(found.incidents == [expected])
    #expect(found.codes == ["icalendar.trailer", "icalendar.edited"])
    let visible = try CalendarReading(
      text.replacing(/DESCRIPTION:Shells.*\r\n/, with: line), options: [("prefer", "visible")])
    #expect(visible.incidents.first?.casualties == [] && visible.incidents.first?.places == expected.places)
  }

  @Test func `a description that became HTML is read between its tags`() throws {
    let text = try Self.written(Self.market)
    let html = text.replacing(/DESCRIPTION:(Shells.*)\r\n/) { match in
      "DESCRIPTION:<p>" + String(match.1).replacing("\\n", with: "<br>") + "</p>\r\n"
    }
    #expect(try CalendarReading(html).incidents == [try Self.incident(Self.market)])
  }

  @Test func `a line that is deleted takes its field along unless a property still shows it`() throws {
    var expected = try Self.incident(Self.market)
    expected.casualties.removeFirst()
    #expect(try reading([(#"\nKilled: 3"#, "")]).incidents.first == expected)
    let lines = [
      #"\nWhat: force.ground"#, #"\nChecked: verified"#, #"\nSource: Ex (in Ex\; at https://ex.org/a)"#,
      #"\nWhere: Central Market (impact\; settlement Kharkiv\; country UA\; at 49.99 36.23)"#,
    ]
    for line in lines {
      let found = try reading([(line, "")])
      #expect(try found.incidents.first == Self.incident(Self.market))
      #expect(found.codes == ["icalendar.trailer", "icalendar.edited"])
    }
  }

  @Test func `a line of the trailer that can't be read becomes text and its item stays`() throws {
    let found = try reading([("Killed: 3", "Killed: three or four")])
    var expected = try Self.incident(Self.market)
    expected.summary = "Shells hit.\n\nSecond para.\n\nKilled: three or four"
    #expect(found.incidents.first?.summary == expected.summary)
    #expect(found.incidents.first?.casualties.count == 2 && found.incidents.first?.when == expected.when)
  }

  @Test func `the only line of a trailer can be edited`() throws {
    let found = try reading([("When: 2024-02\r\n", "When: 2024-03\r\n")])
    #expect(found.incidents.last?.when?.date?.description == "2024-03" && found.incidents.last?.summary == nil)
  }

  // MARK: - Calendars of others

  @Test func `words like a trailer's in an invitation stay words`() throws {
    let text = #"Please join.\n\nWhen: Tuesday 3pm\nWhere: Room 5\nWho: Bob"#
    let found = try CalendarReading(
      calendar(event("UID:1\nDTSTART:20240702T120000Z\nLOCATION:Berlin\nSUMMARY:Invite\nDESCRIPTION:\(text)")))
    let incident = try #require(found.incidents.first)
    #expect(incident.when?.date?.description == "2024-07-02T12:00:00Z" && incident.places.map(\.name) == ["Berlin"])
    #expect(incident.summary?.description == text.replacing("\\n", with: "\n") && found.lines == [])
  }

  @Test(arguments: [#"When: 2024-08-01\nWhere: Room 5"#, #"Where: Room 5\nWho: Bob"#])
  func `a trailer that says otherwise than the properties is none`(trailer: String) throws {
    let found = try CalendarReading(
      calendar(event("UID:3\nDTSTART:20240702T120000Z\nLOCATION:Berlin\nDESCRIPTION:Text.\\n\\n\(trailer)")))
    let incident = try #require(found.incidents.first)
    #expect(incident.when?.date?.description == "2024-07-02T12:00:00Z" && incident.places.map(\.name) == ["Berlin"])
    #expect(incident.participants == [])
  }

  @Test func `a client that keeps no identifier and no property of ours leaves the trailer`() throws {
    let text = try Self.written(Self.market)
      .replacing(/(UID|X-DATELINE|PRODID|URL|ATTACH|CATEGORIES|STATUS|GEO).*\r\n/, with: "")
    let found = try CalendarReading(text)
    let incident = try #require(found.incidents.last), expected = try Self.incident(Self.market)
    #expect(incident.summary == expected.summary && incident.when == expected.when)
    #expect(incident.casualties == expected.casualties && incident.places == expected.places)
    #expect(found.codes.contains("icalendar.trailer-read"))
  }

  @Test func `without the carrier an event that was moved is where it was moved to`() throws {
    let text = try Self.written(Self.month).replacing(/X-DATELINE-RECORD.*\r\n/, with: "")
      .replacing("VALUE=DATE:20240201", with: "VALUE=DATE:20240210")
      .replacing("VALUE=DATE:20240301", with: "VALUE=DATE:20240211")
    #expect(try CalendarReading(text).incidents.last?.when?.date?.description == "2024-02-10")
  }

  // MARK: - Additions

  @Test(arguments: [
    "RRULE:FREQ=DAILY;COUNT=2", "RDATE:20240203T000000Z", "EXDATE:20240101T000000Z", "RECURRENCE-ID:20240113T201500Z",
    "COMMENT:hi", "CONTACT:me", "ATTENDEE;CN=x:mailto:x@y.z", "ORGANIZER:mailto:x@y.z", "CLASS:PRIVATE", "COLOR:red",
    "IMAGE;VALUE=URI:https://i/1", "LINK;LINKREL=x;VALUE=URI:https://l/1", "RELATED-TO:abc", "PRIORITY:1",
    "ATTACH:CID:x", "CREATED:20200101T000000Z", "BEGIN:PARTICIPANT\r\nUID:p1\r\nEND:PARTICIPANT\r\nX-AFTER:1",
  ])
  func `what a client adds is kept and written back`(line: String) throws {
    let text = try Self.written(Self.market)
    let found = try CalendarReading(text.replacing("TRANSP:", with: line + "\r\nTRANSP:"))
    var expected = try Self.incident(Self.market)
    let lines = line.split(separator: "\r\n").map { "\"\($0)\"" }.joined(separator: ",")
    expected.extras["ics.added"] = JSONText(checked: try #require(Text("[\(lines)]")))
    #expect(found.incidents == [expected])
    let header = try #require(found.header)
    let again = String(decoding: try Self.format("ics").write(header, found.records), as: UTF8.self)
    #expect(again.replacing("\r\n ", with: "").contains("\r\n" + line + "\r\n"))
    #expect(try CalendarReading(again).records == found.records)
    let removed = again.replacing("\r\n ", with: "").replacing("\r\n" + line + "\r\n", with: "\r\n")
    #expect(try CalendarReading(removed).incidents == [try Self.incident(Self.market)])
  }

  @Test func `an event that was made to block time does so when it is written again`() throws {
    let text = try Self.written(Self.market).replacing("TRANSP:TRANSPARENT", with: "TRANSP:OPAQUE")
    let found = try CalendarReading(text)
    #expect(found.incidents.first?.extras["ics.added"]?.description == #"["TRANSP:OPAQUE"]"#)
    let again = try Self.format("ics").write(try #require(found.header), found.records)
    #expect(String(decoding: again, as: UTF8.self).matches(of: /TRANSP:/).count == 1)
  }

  // MARK: - Times

  @Test func `an event that is moved to another day keeps its time`() throws {
    let found = try reading([("Kyiv:20240113T", "Kyiv:20240114T")])
    var expected = try Self.incident(Self.market)
    expected.when?.date = EDTF("2024-01-14")
    #expect(found.incidents.first == expected)
  }

  @Test func `an event that is moved within its day has an end only where one was set`() throws {
    let moved = [("20240113T221500", "20240113T213000"), ("20240113T221600", "20240113T213100")]
    #expect(try reading(moved).incidents.first?.when?.time?.description == "21:30")
    #expect(try reading(moved).incidents.first?.when?.latest == nil)
    let whole = try reading([("DTSTART;TZID=Europe/Kyiv:20240113T221500", "DTSTART:20240113T194500Z")])
    #expect(whole.incidents.first?.when?.time?.description == "21:45")
    #expect(whole.incidents.first?.when?.timeZone == "Europe/Kyiv")
    let ended = try reading([("20240113T221600", "20240113T230000")]).incidents.first?.when
    #expect(ended?.latest?.description == "2024-01-13T23:00:00+02:00")
  }

  @Test(arguments: ["edits", "record", "visible"])
  func `what nobody has edited stays as it is, whatever counts`(preference: String) throws {
    let found = try reading([], options: [("prefer", preference)])
    #expect(try found.incidents == [Self.incident(Self.market), Self.incident(Self.month)])
    #expect(found.lines == [])
  }

  // MARK: - Other properties

  @Test func `an address that was changed or added is that of a source`() throws {
    let both = try reading([
      ("URL:https://ex.org/a", "URL:https://ex.org/b"),
      ("ATTACH;FMTTYPE=text/html:https://ex.org/a", "ATTACH;FMTTYPE=text/html:https://ex.org/b"),
    ])
    #expect(both.incidents.first?.reports.map(\.url) == ["https://ex.org/b"])
    #expect(both.incidents.first?.reports.first?.publisher == "Ex" && both.codes == ["icalendar.edited"])
    let url = try reading([("URL:https://ex.org/a", "URL:https://ex.org/b")])
    #expect(url.incidents.first?.reports.map(\.url) == ["https://ex.org/b", "https://ex.org/a"])
    let attached = try reading([("URL:https", "ATTACH:https://new.org/x\r\nURL:https")])
    #expect(attached.incidents.first?.reports.map(\.url) == ["https://ex.org/a", "https://new.org/x"])
    let gone = try reading([("URL:https://ex.org/a\r\nATTACH;FMTTYPE=text/html:https://ex.org/a\r\n", "")])
    #expect(try gone.incidents.first == Self.incident(Self.market) && gone.codes == ["icalendar.edit-ignored"])
  }

  @Test func `a date of ours that was changed counts where the days bear it out`() throws {
    let borne = try reading([("X-PRECISION=month:2024-02", "X-PRECISION=month:2024-02~")])
    #expect(borne.incidents.last?.when?.date?.description == "2024-02~" && borne.codes == ["icalendar.edited"])
    let other = try reading([("X-PRECISION=month:2024-02", "X-PRECISION=month:2024-05")])
    #expect(other.incidents.last?.when?.date?.description == "2024-02" && other.codes == ["icalendar.edit-ignored"])
  }

  @Test func `a client's count of its changes goes on from ours`() throws {
    let found = try reading([("TRANSP:TRANSPARENT\r\nURL", "SEQUENCE:5\r\nLAST-MODIFIED:20240301T000000Z\r\nURL")])
    #expect(found.incidents.first?.revision?.version == 5)
    #expect(found.incidents.first?.revision?.modified?.description == "2024-03-01T00:00:00Z")
    #expect(found.codes == ["icalendar.edited"])
    #expect(try reading([("TRANSP:TRANSPARENT\r\nURL", "SEQUENCE:0\r\nURL")]).lines == [])
  }

  @Test func `a calendar that was given another name has that name`() throws {
    #expect(try reading([("\r\nNAME:T", "\r\nNAME:U")]).header?.title == "U")
    let found = try reading([("X-WR-CALNAME:T", "X-WR-CALNAME:V")])
    #expect(found.header?.title == "V" && found.codes == ["icalendar.edited"])
    #expect(try reading([("X-WR-CALNAME:T", "X-WR-CALNAME:V")], options: [("prefer", "record")]).header?.title == "T")
  }

  // MARK: - Carriers

  /// The calendar with the text of the carried incident of the market replaced.
  private func tampered(_ old: String, _ new: String) throws -> CalendarReading {
    var record = try Self.written(Self.market)
    let other = try Self.written(Self.market.replacing(old, with: new))
    let carrier = try #require(other.matches(of: /X-DATELINE-RECORD.*\r\n/).last)
    let own = try #require(record.matches(of: /X-DATELINE-RECORD.*\r\n/).last)
    // The hashes stay those of what is visible.
    func envelope(_ line: Substring) throws -> String {
      let value = try #require(line.split(separator: ":").last).trimmingPrefix(" ").filter { !$0.isWhitespace }
      return try #require(Self.decoded(String(value)))
    }
    let hashes = try #require(try envelope(own.0).firstMatch(of: /"h":"[^"]*"/)).0
    let changed = try envelope(carrier.0).replacing(/"h":"[^"]*"/, with: hashes)
    record.replaceSubrange(own.range, with: "X-DATELINE-RECORD;X-V=1;X-ENC=b64u:\(Self.encoded(changed))\r\n")
    return try CalendarReading(record)
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

  private static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = [], bits = 0, count = 0
    for letter in text {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      (bits, count) = (bits << 6 | value, count + 6)
      if count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> (count - 8)))
        count -= 8
        bits &= (1 << count) - 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func encoded(_ text: String) -> String {
    var result = "", bits = 0, count = 0
    for byte in text.utf8 {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 6 {
        result.append(letters[bits >> (count - 6) & 63])
        count -= 6
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { result.append(letters[bits << (6 - count) & 63]) }
    return result
  }

  @Test(arguments: [
    (#""title":"Market shelled""#, #""title":"Fake""#), (#""best":3"#, #""best":300"#),
    (#""status":"verified""#, #""status":"refuted""#), (#""name":"Central Market""#, #""name":"Old Market""#),
    (#""latitude":49.99"#, #""latitude":50.99"#), (#""label":"lab""#, #""label":"bal""#),
    (#""date":"2024-01-13""#, #""date":"2024-01-14""#),
  ])
  func `a carried record that was changed does not count against what is visible`(old: String, new: String) throws {
    let found = try tampered(old, new)
    #expect(found.codes.first == "icalendar.carrier-changed")
    let incident = try #require(found.incidents.first), expected = try Self.incident(Self.market)
    #expect(incident.title == expected.title && incident.when?.date == expected.when?.date)
    #expect(incident.casualties == expected.casualties && incident.verification == expected.verification)
    #expect(incident.places.first?.name == "Central Market" && incident.places.first?.latitude == 49.99)
  }

  @Test func `a carrier of a later version is not guessed at`() throws {
    let text = try Self.written(Self.market).replacing("X-V=1", with: "X-V=2")
    #expect(try CalendarReading(text).codes.first == "icalendar.bad-carrier")
  }

  @Test func `a second carrier in a component is told`() throws {
    let text = try Self.written(Self.market)
    let found = try CalendarReading(
      text.replacing(/(X-DATELINE-RECORD.*\r\n)END:VEVENT/) { "\($0.1)\($0.1)END:VEVENT" })
    #expect(try found.codes == ["icalendar.repeated"] && found.incidents == [Self.incident(Self.market)])
  }

  @Test func `two records in one place are told`() throws {
    let text = try Self.written(Self.market, Self.month)
    let copied = text.replacing(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/, maxReplacements: 1) { "\($0.0)\($0.0)" }
    let found = try CalendarReading(copied)
    #expect(found.incidents.count == 3 && found.codes == ["icalendar.same-number"])
    let first = try #require(text.firstMatch(of: /BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/)).0
    let last = text.replacing("END:VCALENDAR", with: first + "END:VCALENDAR")
    #expect(try CalendarReading(last).codes == ["icalendar.same-number"])
  }

  @Test func `a tombstone has a higher number than any record it stands for`() throws {
    let record = #"{"type":"incident","id":"urn:example:1","title":"x","revision":{"version":9000000000}}"#
    let text = try Self.written(
      record, #"{"type":"tombstone","id":"urn:example:1"}"#,
      #"{"type":"tombstone","id":"urn:example:1","withdrawn":"2024-01-13T00:00:00Z"}"#)
    let numbers = text.matches(of: /SEQUENCE:(\d+)/).compactMap { Int($0.1) }
    #expect(numbers.count == 3 && numbers == numbers.sorted() && Set(numbers).count == 3)
    #expect(numbers.allSatisfy { $0 <= Int(Int32.max) })
  }
}
