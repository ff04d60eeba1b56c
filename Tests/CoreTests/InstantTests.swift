import DatelineCore
import TestSupport
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    "2024-01-13T22:00:00Z", "2024-01-13T22:00:00", "2024-01-13T22:00:00+00:00", "2024-01-13T22:00:00-00:00",
    "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00",
    "1937-01-01T12:00:27.87+00:20", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999+23:59",
    "2024-02-29T00:00:00.1230", "2024-02-29T00:00:00.000", "2024-02-29T00:00:00.000000001-23:59",
  ])
  func `an instant prints as it was read`(text: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.description.utf8.elementsEqual(text.utf8))
    #expect(Instant(lenient: text) == instant)
    #expect(DateOrInstant(text) == .instant(instant))
    var bytes: [UInt8] = []
    bytes.append(atMost: 64) { instant.write(to: &$0) }
    #expect(bytes.elementsEqual(text.utf8))
  }

  @Test(arguments: [
    "", "2024", "2024-01-13", "2024-01-13T", "2024-01-13T22", "2024-01-13T22:00", "2024-01-13T22:00Z",
    "2024-01-13t22:00:00Z", "2024-01-13 22:00:00Z", "2024-01-13T22:00:00z", "2024-01-13T24:00:00Z",
    "2024-01-13T22:60:00Z", "2024-01-13T22:00:61Z", "2023-02-29T00:00:00Z", "2024-01-13T22:00:00.",
    "2024-01-13T22:00:00.Z", "2024-01-13T22:00:00,5Z", "2024-01-13T22:00:00.1234567890Z", "2024-01-13T22:00:00+1:00",
    "2024-01-13T22:00:00+01", "2024-01-13T22:00:00+0100", "2024-01-13T22:00:00+24:00", "2024-01-13T22:00:00+00:60",
    "2024-01-13T22:00:00ZZ", "2024-01-13T22:00:00Z ", " 2024-01-13T22:00:00Z", "+2024-01-13T22:00:00Z",
    "-2024-01-13T22:00:00Z", "12024-01-13T22:00:00Z", "2024-1-13T22:00:00Z", "2024-01-13T22:00:00[UTC]",
    "2024-01-13TT2:00:00Z", "2024-01-13T22:00:00\u{0}",
  ])
  func `a malformed instant is refused`(text: String) { #expect(Instant(text) == nil) }

  @Test(arguments: [
    ("2024-01-13t22:00:00z", "2024-01-13T22:00:00Z"), ("2024-01-13 22:00", "2024-01-13T22:00:00"),
    ("2024-01-13 22:00z", "2024-01-13T22:00:00Z"), ("2024-01-13T22:00+01:00", "2024-01-13T22:00:00+01:00"),
    ("2024-01-13t22:00:00.50-00:00", "2024-01-13T22:00:00.50-00:00"),
  ])
  func `the lenient reader makes other spellings canonical`(text: String, canonical: String) {
    #expect(Instant(lenient: text)?.description == canonical)
  }

  @Test(arguments: [
    "z", "2024-01-13T22:00.5Z", "2024-01-13T22:00:00Zz", "2024-01-13T22:00:00+01:00z", "2024-01-13  22:00",
    "2024-01-13_22:00:00", "2024-01-13\u{0}22:00:00", "2024-01-13T22Z", "2024-01-13",
  ])
  func `the lenient reader is not careless`(text: String) { #expect(Instant(lenient: text) == nil) }

  @Test func `offsets of the same time are not the same value`() throws {
    let texts = ["", "Z", "+00:00", "-00:00"].map { "2024-01-13T22:00:00" + $0 }
    let instants = try texts.map { try #require(Instant($0)) }
    #expect(Set(instants).count == 4)
    #expect(instants[0].offset == nil && instants[0].secondsSince1970 == nil)
    #expect(instants[1].offset == .utc && instants[1].offset?.isZulu == true)
    #expect(instants[2].offset == ZoneOffset(minutes: 0) && instants[2].offset?.isUnknown == false)
    #expect(instants[3].offset == .unknown && instants[3].offset?.isUnknown == true)
    #expect(Set(instants.dropFirst().map(\.secondsSince1970)).count == 1)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.9Z", 0), ("1969-12-31T23:59:59Z", -1),
    ("2001-09-09T01:46:40Z", 1_000_000_000), ("2001-09-09T04:46:40+03:00", 1_000_000_000),
    ("2001-09-08T22:16:40-03:30", 1_000_000_000), ("1990-12-31T23:59:60Z", 662_688_000),
    ("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `an instant has its place on the time line`(text: String, seconds: Int) throws {
    #expect(try #require(Instant(text)).secondsSince1970 == seconds)
  }

  @Test func `instants are compared where both have offsets`() throws {
    let early = try #require(Instant("2024-01-13T22:00:00.1+03:00"))
    let late = try #require(Instant("2024-01-13T19:00:00.2Z"))
    #expect(early.precedes(late) == true && late.precedes(early) == false && early.precedes(early) == false)
    let local = try #require(Instant("2024-01-13T22:00:00"))
    #expect(local.precedes(early) == nil && early.precedes(local) == nil)
  }

  @Test func `an instant is converted between offsets`() throws {
    let moscow = try #require(ZoneOffset(minutes: 180))
    let instant = try #require(Instant("2023-12-31T22:30:00.50Z"))
    #expect(instant.converted(to: moscow)?.description == "2024-01-01T01:30:00.50+03:00")
    #expect(instant.converted(to: moscow)?.converted(to: .utc) == instant)
    #expect(Instant("9999-12-31T23:00:00Z")?.converted(to: moscow) == nil)
    #expect(Instant("2024-01-13T22:00:00")?.converted(to: moscow) == nil)
    #expect(Instant(secondsSince1970: .max) == nil && Instant(secondsSince1970: .min) == nil)
    #expect(Instant(secondsSince1970: 253_402_300_799)?.description == "9999-12-31T23:59:59Z")
    #expect(Instant(secondsSince1970: 253_402_300_800) == nil && Instant(secondsSince1970: -62_167_219_201) == nil)
    #expect(Instant(secondsSince1970: -62_167_219_200)?.description == "0000-01-01T00:00:00Z")
  }

  @Test func `seconds and back are the same instant`() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<5_000 {
      let seconds = Int.random(in: -62_167_000_000...253_402_000_000, using: &random)
      let offset = try #require(ZoneOffset(minutes: Int.random(in: -1439...1439, using: &random)))
      let instant = try #require(Instant(secondsSince1970: seconds, offset: offset))
      #expect(instant.secondsSince1970 == seconds)
      #expect(Instant(instant.description) == instant)
    }
  }

  @Test func `a text is an instant where it can be, else EDTF`() {
    #expect(DateOrInstant("2024-01-13") == EDTF("2024-01-13").map { .date($0) })
    #expect(DateOrInstant("2004-01-01T10:10:10+05") == EDTF("2004-01-01T10:10:10+05").map { .date($0) })
    #expect(DateOrInstant("yesterday") == nil && DateOrInstant("2024-01-13T") == nil)
    #expect(DateOrInstant("2024-01-13T22:00:00Z")?.day == CalendarDate(year: 2024, month: 1, day: 13))
    #expect(DateOrInstant("2024-01-13")?.day == CalendarDate(year: 2024, month: 1, day: 13))
    #expect(DateOrInstant("2024-01")?.day == nil)
  }

  @Test(arguments: [
    ("2024-01", "2024-01-01", "2024-02-01"), ("2024-01-31/..", "2024-01-31", ".."),
    ("2024-01-13T22:00:00.9+03:00", "2024-01-13T22:00:00", "2024-01-13T22:00:01"),
    ("2024-12-31T23:59:59", "2024-12-31T23:59:59", "2025-01-01"),
    ("2004-01-01T10:10:10+05", "2004-01-01T10:10:10", "2004-01-01T10:10:11"),
  ])
  func `either kind has its bounds and prints as it was read`(text: String, earliest: String, latest: String) throws {
    let value = try #require(DateOrInstant(text))
    #expect(value.earliest == (try localDateTime(earliest)))
    #expect(value.latest == (try localDateTime(latest)))
    #expect(value.description == text)
  }

  @Test func `an instant is made of parts that fit`() throws {
    let day = try #require(CalendarDate(year: 2024, month: 1, day: 13))
    let far = try #require(CalendarDate(year: 10_000, month: 1, day: 1))
    let make = { (date: CalendarDate, second: Int, nanosecond: Int, digits: Int, offset: ZoneOffset?) in
      Instant(
        date: date, hour: 22, minute: 0, second: second, nanosecond: nanosecond, fractionDigits: digits, offset: offset)
    }
    #expect(make(day, 0, 120_000_000, 3, .utc)?.description == "2024-01-13T22:00:00.120Z")
    #expect(make(day, 0, 120_000_000, 1, .utc) == nil && make(day, 0, 1, 0, nil) == nil)
    #expect(make(day, 0, -1, 9, nil) == nil && make(day, 0, 1_000_000_000, 9, nil) == nil)
    #expect(make(day, 0, 0, 10, nil) == nil && make(day, 0, 0, -1, nil) == nil && make(day, 61, 0, 0, nil) == nil)
    #expect(make(far, 0, 0, 0, .utc) == nil)
    let hoursOnly = try #require(EDTF("2004-01-01T10:10:10+05")?.offset)
    #expect(hoursOnly.isHoursOnly && make(day, 0, 0, 0, hoursOnly) == nil)
    #expect(ZoneOffset(minutes: 1440) == nil && ZoneOffset(minutes: -1439)?.description == "-23:59")
    #expect(ZoneOffset.unknown.description == "-00:00" && ZoneOffset.utc.description == "Z")
    #expect(Instant("2024-01-13T22:00:00Z")?.clockTime?.description == "22:00:00")
  }
}

@Suite struct ClockTimeTests {
  @Test func `a clock time to the minute or second prints as it was read`() throws {
    for text in ["00:00", "23:59", "00:00:00", "23:59:60", "12:34:56"] {
      #expect(try #require(ClockTime(text)).description == text)
    }
    #expect(ClockTime("22:00") != ClockTime("22:00:00") && ClockTime("22:00")?.second == nil)
    #expect(ClockTime("22:10:20")?.secondOfDay == 79_820)
  }

  @Test(arguments: [
    "", "2", "22", "22:", "22:0", "22:000", "24:00", "24:00:00", "22:60", "22:00:61", "22:00:", "22:00:0", "22:00:000",
    "22:00Z", " 22:00", "-1:00", "22.00", "2:00", "22:00:00.5",
  ])
  func `what no clock shows is refused`(text: String) { #expect(ClockTime(text) == nil) }
}
