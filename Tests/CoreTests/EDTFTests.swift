import DatelineCore
import Testing

/// The value of `Y-M-D`, with any number of digits and a minus for the year, and perhaps `Thh:mm:ss`; nil for `..`.
func localDateTime(_ text: some StringProtocol) throws -> LocalDateTime? {
  if text == ".." { return nil }
  let halves = text.split(separator: "T")
  let isNegative = text.hasPrefix("-")
  let parts = try #require(halves.first).split(separator: "-").compactMap { Int($0) }
  try #require(parts.count == 3)
  let date = try #require(CalendarDate(year: isNegative ? -parts[0] : parts[0], month: parts[1], day: parts[2]))
  let time = halves.count == 2 ? try #require(ClockTime(String(halves[1]))).secondOfDay : 0
  return LocalDateTime(date, secondOfDay: time)
}

/// A line `text | precision | earliest | latest`.
func expectMeaning(ofRow row: String) throws {
  let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
  try #require(cells.count == 4)
  let text = String(cells[0])
  let date = try #require(EDTF(text), "\(text) is refused")
  #expect(date.description.utf8.elementsEqual(text.utf8))
  #expect("\(date.precision)" == cells[1])
  #expect(date.earliest == (try localDateTime(cells[2])))
  #expect(date.latest == (try localDateTime(cells[3])))
}

/// Expressions that the published specification gives as examples, and neighbours of them; what each means is our table.
let publishedExamples: [String] = [
  // Level 0.
  "1985-04-12 | day | 1985-04-12 | 1985-04-13",
  "1985-04 | month | 1985-04-01 | 1985-05-01",
  "1985 | year | 1985-01-01 | 1986-01-01",
  "1985-12 | month | 1985-12-01 | 1986-01-01",
  "0000 | year | 0-01-01 | 1-01-01",
  "2004-02-29 | day | 2004-02-29 | 2004-03-01",
  "1985-04-12T23:20:30 | second | 1985-04-12T23:20:30 | 1985-04-12T23:20:31",
  "1985-04-12T23:20:30Z | second | 1985-04-12T23:20:30 | 1985-04-12T23:20:31",
  "1985-04-12T23:20:30-04 | second | 1985-04-12T23:20:30 | 1985-04-12T23:20:31",
  "1985-04-12T23:20:30+04:30 | second | 1985-04-12T23:20:30 | 1985-04-12T23:20:31",
  "2016-12-31T23:59:60Z | second | 2017-01-01 | 2017-01-01T00:00:01",
  "1964/2008 | year | 1964-01-01 | 2009-01-01",
  "2004-06/2006-08 | month | 2004-06-01 | 2006-09-01",
  "2004-02-01/2005-02-08 | day | 2004-02-01 | 2005-02-09",
  "2004-02-01/2005-02 | month | 2004-02-01 | 2005-03-01",
  "2004-02-01/2005 | year | 2004-02-01 | 2006-01-01",
  "2005/2006-02 | year | 2005-01-01 | 2006-03-01",
  // Level 1.
  "Y170000002 | year | 170000002-01-01 | 170000003-01-01",
  "Y-170000002 | year | -170000002-01-01 | -170000001-01-01",
  "2001-21 | season | 2001-03-01 | 2001-06-01",
  "1984? | year | 1984-01-01 | 1985-01-01",
  "2004-06~ | month | 2004-06-01 | 2004-07-01",
  "2004-06-11% | day | 2004-06-11 | 2004-06-12",
  "201X | decade | 2010-01-01 | 2020-01-01",
  "20XX | century | 2000-01-01 | 2100-01-01",
  "2004-XX | year | 2004-01-01 | 2005-01-01",
  "1985-04-XX | month | 1985-04-01 | 1985-05-01",
  "1985-XX-XX | year | 1985-01-01 | 1986-01-01",
  "1985-04-12/.. | open | 1985-04-12 | ..",
  "1985-04/.. | open | 1985-04-01 | ..",
  "1985/.. | open | 1985-01-01 | ..",
  "../1985-04-12 | open | .. | 1985-04-13",
  "../1985-04 | open | .. | 1985-05-01",
  "../1985 | open | .. | 1986-01-01",
  "1985-04-12/ | open | 1985-04-12 | ..",
  "1985-04/ | open | 1985-04-01 | ..",
  "1985/ | open | 1985-01-01 | ..",
  "/1985-04-12 | open | .. | 1985-04-13",
  "/1985-04 | open | .. | 1985-05-01",
  "/1985 | open | .. | 1986-01-01",
  "1984~/2004-06 | year | 1984-01-01 | 2004-07-01",
  "1984/2004-06~ | year | 1984-01-01 | 2004-07-01",
  "1984~/2004~ | year | 1984-01-01 | 2005-01-01",
  "1984?/2004% | year | 1984-01-01 | 2005-01-01",
  "1984-06-02?/2004-08-08~ | day | 1984-06-02 | 2004-08-09",
  "1984-06-02?/ | open | 1984-06-02 | ..",
  "-1985 | year | -1985-01-01 | -1984-01-01",
  // Level 2.
  "Y-17E7 | year | -170000000-01-01 | -169999999-01-01",
  "1950S2 | century | 1900-01-01 | 2000-01-01",
  "Y171010000S3 | indefinite | 171000000-01-01 | 172000000-01-01",
  "Y3388E2S3 | millennium | 338000-01-01 | 339000-01-01",
  "2001-34 | quarter | 2001-04-01 | 2001-07-01",
  "[1667,1668,1670..1672] | year | 1667-01-01 | 1673-01-01",
  "[1667,1668, 1670..1672] | year | 1667-01-01 | 1673-01-01",
  "[..1760-12-03] | open | .. | 1760-12-04",
  "[1760-12..] | open | 1760-12-01 | ..",
  "[1760-01,1760-02,1760-12..] | open | 1760-01-01 | ..",
  "[1667,1760-12] | year | 1667-01-01 | 1761-01-01",
  "[..1984] | open | .. | 1985-01-01",
  "{1667,1668, 1670..1672} | year | 1667-01-01 | 1673-01-01",
  "{1960,1961-12} | year | 1960-01-01 | 1962-01-01",
  "{..1984} | open | .. | 1985-01-01",
  "2004-06~-11 | day | 2004-06-11 | 2004-06-12",
  "2004?-06-11 | day | 2004-06-11 | 2004-06-12",
  "?2004-06-~11 | day | 2004-06-11 | 2004-06-12",
  "2004-%06-11 | day | 2004-06-11 | 2004-06-12",
  "156X-12-25 | decade | 1560-12-25 | 1569-12-26",
  "15XX-12-25 | century | 1500-12-25 | 1599-12-26",
  "XXXX-12-XX | indefinite | 0-12-01 | 10000-01-01",
  "1XXX-XX | millennium | 1000-01-01 | 2000-01-01",
  "1XXX-12 | millennium | 1000-12-01 | 2000-01-01",
  "1984-1X | year | 1984-10-01 | 1985-01-01",
  "2004-06-~01/2004-06-~20 | day | 2004-06-01 | 2004-06-21",
  "2004-06-XX/2004-07-03 | month | 2004-06-01 | 2004-07-04",
]

/// What the published examples leave out: every season, masks that pick days, signs, the edges of ranges.
let furtherExamples: [String] = [
  "2001-22 | season | 2001-06-01 | 2001-09-01",
  "2001-23 | season | 2001-09-01 | 2001-12-01",
  "2001-24 | season | 2001-12-01 | 2002-03-01",
  "2001-25 | season | 2001-03-01 | 2001-06-01",
  "2003-28 | season | 2003-12-01 | 2004-03-01",
  "2001-29 | season | 2001-09-01 | 2001-12-01",
  "2001-30 | season | 2001-12-01 | 2002-03-01",
  "2001-31 | season | 2001-03-01 | 2001-06-01",
  "2001-32 | season | 2001-06-01 | 2001-09-01",
  "2001-33 | quarter | 2001-01-01 | 2001-04-01",
  "2001-36 | quarter | 2001-10-01 | 2002-01-01",
  "2001-37 | quadrimester | 2001-01-01 | 2001-05-01",
  "2001-38 | quadrimester | 2001-05-01 | 2001-09-01",
  "2001-39 | quadrimester | 2001-09-01 | 2002-01-01",
  "2001-40 | semester | 2001-01-01 | 2001-07-01",
  "2001-41 | semester | 2001-07-01 | 2002-01-01",
  "201X-24? | decade | 2010-12-01 | 2020-03-01",
  "190X-02-29 | decade | 1904-02-29 | 1908-03-01",
  "-000X-02-29 | decade | -8-02-29 | -4-03-01",
  "-000X | decade | -9-01-01 | 0-01-01",
  "-15XX-12-25 | century | -1599-12-25 | -1500-12-26",
  "-1985-04-12 | day | -1985-04-12 | -1985-04-13",
  "-0001-12-31 | day | -1-12-31 | 0-01-01",
  "9999-12-31 | day | 9999-12-31 | 10000-01-01",
  "2004-XX-31 | year | 2004-01-31 | 2005-01-01",
  "2004-04-3X | month | 2004-04-30 | 2004-05-01",
  "2004-02-2X | month | 2004-02-20 | 2004-03-01",
  "2003-02-2X | month | 2003-02-20 | 2003-03-01",
  "200X-02-X9 | decade | 2000-02-09 | 2009-02-20",
  "2004-X1-X1 | year | 2004-01-01 | 2004-11-22",
  "-1950S2 | century | -1999-01-01 | -1899-01-01",
  "-0950S1 | millennium | -999-01-01 | 0-01-01",
  "0950S1 | millennium | 0-01-01 | 1000-01-01",
  "1950S4 | year | 1950-01-01 | 1951-01-01",
  "Y17E2 | year | 1700-01-01 | 1701-01-01",
  "Y999999999999999 | year | 999999999999999-01-01 | 1000000000000000-01-01",
  "Y9E14S1~ | indefinite | 900000000000000-01-01 | 1000000000000000-01-01",
  "/.. | open | .. | ..",
  "../ | open | .. | ..",
  "../.. | open | .. | ..",
  "-2004-%06/-1985-1X | year | -2004-06-01 | -1984-01-01",
  "?-2004-06-04~ | day | -2004-06-04 | -2004-06-05",
  "-1X32-X1-X2 | millennium | -1932-01-02 | -1032-11-23",
  "1930-X0-10/1930-10-30 | year | 1930-10-10 | 1930-10-31",
  "2005/2004 | year | 2004-01-01 | 2006-01-01",
  "2004-06-01/2004 | year | 2004-06-01 | 2005-01-01",
  "[2004-06-01..2004,2004-05] | year | 2004-05-01 | 2005-01-01",
  "{2005..2004-02} | year | 2004-02-01 | 2006-01-01",
  "[2004-05,2001..2003-02-01,1999-12..] | open | 1999-12-01 | ..",
  "[..1984,1990..] | open | .. | ..",
]

@Suite struct EDTFTests {
  @Test(arguments: publishedExamples) func `a published example means what it says`(row: String) throws {
    try expectMeaning(ofRow: row)
  }

  @Test(arguments: furtherExamples) func `an expression has its precision and bounds`(row: String) throws {
    try expectMeaning(ofRow: row)
  }

  @Test(arguments: [
    "", " ", "-", "Y", "1", "198", "19850", "1985-", "1985-4", "1985-00", "1985-13", "1985-20", "1985-42", "1985-99",
    "1985-04-", "1985-04-00", "1985-04-31", "1985-04-1", "1985-04-123", "1985-02-29", "1900-02-29", "2001-21-01",
    "2001-2X", "2001-X1-X", "190X-02-30", "1XX1-02-29", "XXXX-02-3X", "XX02-02-29", "2004-X4-31/2005-99",
    "1985-04-12T23:20", "1985-04-12T24:00:00", "1985-04-12T23:60:00", "1985-04-12T23:20:61", "1985-04-12T23:20:30z",
    "1985-04-12T23:20:30.5", "1985-04-12T23:20:30+4", "1985-04-12T23:20:30+24", "1985-04-12T23:20:30+04:60",
    "1985-04-12 23:20:30", "1985-04T23:20:30", "1985-04-XXT23:20:30", "1985-04-12?T23:20:30", "19850412", "1985-0412",
    "Y1985", "Y-9999", "Y0017", "Y017E7", "Y0E9", "Y17E0", "Y17E07", "Y17E", "YE7", "Y--17E7", "Y1E15", "Y17E14",
    "Y1000000000000000", "Y99999999999999999999E99", "Y9E99999999999999999999", "Y170000002-01", "Y17E7-01", "Y1XXXXX",
    "1950S", "1950S0", "1950S5", "1950S02", "195XS2", "1950S2-03", "1950S99999999999999999999", "Y17E7S10", "-0000",
    "+1985", "1985??", "?", "??1985", "1985-?", "1985?~", "19?85", "(1985)", "u985", "198u", "198x", "x", "..", "/",
    "...", "../...", "1985/...", "1985//1986", "1985/1986/1987", "1985-04-12T23:20:30/1986",
    "1985/2004-02-30", "[1985]/1986", "[]", "{}", "[", "]", "{1985]", "[1985}", "[1985", "1985]", "[,]", "[1985,]",
    "[,1985]", "[1985,,1986]", "[..]", "[....1985]", "[1985...]", "[1985..1986..1987]", "[1985..,1986]",
    "[1985,..1986]", "[..1985..]", "[ 1985]", "[1985 ]", "[1985 ,1986]", "[1985,  1986]", "[1985, ]", "[1985/1986]",
    "[[1985]]", "[1985-04-12T23:20:30]", " 1985", "1985 ", "1985\n", "1985\u{0}", "１９８５", "1985-04-12\u{301}",
  ])
  func `a malformed expression is refused`(text: String) { #expect(EDTF(text) == nil) }

  @Test func `a qualifier counts for its component or for all to its left`() throws {
    let group = try #require(EDTF("2004-06~-11"))
    #expect(group.yearQualification == .approximate && group.monthQualification == .approximate)
    #expect(group.dayQualification == [])
    let individual = try #require(EDTF("?2004-06-%11"))
    #expect(individual.yearQualification == .uncertain && individual.monthQualification == [])
    #expect(individual.dayQualification == [.uncertain, .approximate])
    let all = try #require(EDTF("2004-06-11%"))
    for part in [all.yearQualification, all.monthQualification, all.dayQualification, all.qualification] {
      #expect(part == [.uncertain, .approximate])
    }
    #expect(EDTF("1984?/2004~")?.qualification == [.uncertain, .approximate])
    #expect(EDTF("1984/2004")?.qualification == [])
    #expect(EDTF("2004?")?.monthQualification == [])
  }

  @Test func `the parts of a date are given, and only those`() throws {
    let day = try #require(EDTF("1985-04-12"))
    #expect(day.plainDay == CalendarDate(year: 1985, month: 4, day: 12) && day.form == .date)
    #expect(day.plainMonth == nil && day.plainYear == nil && day.interval == nil && day.members.isEmpty)
    #expect(EDTF("1985-04-12?")?.plainDay == nil && EDTF("1985-04-12T00:00:00Z")?.plainDay == nil)
    #expect(EDTF("1985-04-XX")?.plainDay == nil && EDTF("1985-XX-12")?.day == 12)
    #expect(try #require(EDTF("-1985-04")?.plainMonth) == (-1985, 4))
    #expect(EDTF("2001-21")?.plainMonth == nil && EDTF("2001-21")?.season == 21 && EDTF("2001-21")?.month == nil)
    #expect(EDTF("Y-17E7")?.plainYear == -170_000_000 && EDTF("1950S2")?.plainYear == nil)
    #expect(EDTF("198X")?.plainYear == nil && EDTF("2001-21")?.plainYear == nil)
    let time = try #require(EDTF("1985-04-12T23:20:30-04"))
    #expect(time.time == ClockTime(hour: 23, minute: 20, second: 30) && time.offset?.minutes == -240)
  }

  @Test func `intervals and sets give their parts`() throws {
    let interval = try #require(EDTF("1985-04-12/.."))
    let (start, end) = try #require(interval.interval)
    #expect(start == .date(try #require(EDTF("1985-04-12"))) && end == .open && interval.form == .interval)
    #expect(EDTF("/1985")?.interval?.start == .unknown)
    let set = try #require(EDTF("[..1984,1985-04,1990..1992,1999..]"))
    let year = { (text: String) in try #require(EDTF(text)) }
    #expect(set.form == .oneOf)
    #expect(
      set.members == [
        .onOrBefore(try year("1984")), .date(try year("1985-04")), .range(try year("1990"), try year("1992")),
        .onOrAfter(try year("1999")),
      ])
    #expect(EDTF("{1985}")?.form == .allOf)
    #expect(EDTF(oneOf: set.members) == set)
    #expect(EDTF(allOf: set.members)?.description == "{..1984,1985-04,1990..1992,1999..}")
  }

  @Test func `a made date prints as the text that means it`() throws {
    let day = try #require(CalendarDate(year: -44, month: 3, day: 15).flatMap { EDTF($0) })
    #expect(day.description == "-0044-03-15" && EDTF("-0044-03-15") == day)
    #expect(EDTF(year: 2024)?.description == "2024" && EDTF(year: 2024, month: 6)?.description == "2024-06")
    #expect(EDTF(year: 2024, month: 41)?.description == "2024-41" && EDTF(year: 12345)?.description == "Y12345")
    #expect(EDTF(year: -12345)?.description == "Y-12345" && EDTF(year: 0)?.description == "0000")
    #expect(EDTF(year: 12345, month: 1) == nil && EDTF(year: 2024, month: 13) == nil && EDTF(year: .min) == nil)
    #expect(EDTF(year: 2024, month: 6)?.qualified(.approximate).description == "2024-06~")
    #expect(day.qualified([.uncertain, .approximate]).description == "-0044-03-15%")
    #expect(day.qualified(.uncertain).qualified([]) == day)
    #expect(EDTF(from: .date(day), to: .open)?.description == "-0044-03-15/..")
    #expect(EDTF(from: .unknown, to: .unknown) == nil && EDTF(oneOf: []) == nil)
    let set = try #require(EDTF(oneOf: [.date(day)]))
    #expect(EDTF(from: .date(set), to: .open) == nil && EDTF(oneOf: [.date(set)]) == nil)
    #expect(EDTF(oneOf: [.onOrAfter(day), .date(day)]) == nil && EDTF(oneOf: [.date(day), .onOrBefore(day)]) == nil)
    var far = day
    #expect(CalendarDate(year: 10_000, month: 1, day: 1).flatMap { EDTF($0) } == nil)
    far = try #require(EDTF("1985-04-12T23:20:30"))
    #expect(EDTF(from: .date(far), to: .open) == nil && far.qualified(.uncertain) == far)
  }

  @Test func `a date is small`() {
    #expect(MemoryLayout<EDTF>.size <= 32 && MemoryLayout<Instant>.size <= 24 && MemoryLayout<ClockTime>.size <= 4)
    #expect(MemoryLayout<DateOrInstant>.size <= 32)
  }
}
