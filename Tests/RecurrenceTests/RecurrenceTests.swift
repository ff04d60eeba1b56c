import DatelineCore
import DatelineRecurrence
import Synchronization
import Testing

@Suite struct RecurrenceTests {
  /// RFC 7529, sections 4.1 and 5; a day that the month before leaves over is not doubled.
  @Test(arguments: [
    ("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;COUNT=3", "20160229", "20160229,20170301,20180301"),
    ("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD;COUNT=3", "20160229", "20160229,20170228,20180228"),
    ("RSCALE=GREGORIAN;FREQ=YEARLY;COUNT=2", "20160229", "20160229,20200229"),
    ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4", "20140131", "20140131,20140228,20140331,20140430"),
    ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=4", "20140131", "20140131,20140301,20140331,20140501"),
    (
      "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;BYMONTHDAY=1,31;COUNT=5", "20140401",
      "20140401,20140501,20140531,20140601,20140701"
    ),
    ("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD;BYMONTH=4;BYMONTHDAY=31;BYDAY=TH", "20240101", "20250501,20310501"),
    ("RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=5L;SKIP=FORWARD;COUNT=2", "20140610", "20140610,20150610"),
  ])
  func `a day that its month lacks goes where SKIP says`(rule: String, start: String, expected: String) throws {
    #expect(
      try expand(rule, from: start, limit: expected.split(separator: ",").count).occurrences.joined(separator: ",")
        == expected)
  }

  @Test(arguments: [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=HOURLY;INTERVAL=2;BYHOUR=3", "FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYDAY=6MO;BYMONTH=1",
    "FREQ=HOURLY;INTERVAL=168;BYDAY=TU", "FREQ=SECONDLY;INTERVAL=86400;BYSECOND=1", "FREQ=YEARLY;BYMONTH=5L",
    "FREQ=SECONDLY;BYSECOND=1;BYSETPOS=2", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;BYYEARDAY=61",
    "RSCALE=GREGORIAN;FREQ=DAILY;BYMONTH=13",
  ])
  func `a rule that nothing keeps to ends and says so`(rule: String) throws {
    let found = try expand(rule, from: "20240101T000000")
    #expect(found.occurrences.isEmpty)
    #expect(found.outcome == .neverOccurs)
  }

  @Test func `the budget ends a search and says so`() throws {
    let rule = try RecurrenceRule.parse("FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0").rule
    var few = Recurrence(rule, from: try start("20240101T000000"), budget: 1_000).makeIterator()
    #expect(few.next() == nil)
    #expect(few.outcome == .limitReached)
    var many = Recurrence(rule, from: try start("20240101T000000")).makeIterator()
    let first = many.next()
    let time = try #require(first)
    #expect(time.secondOfDay == 3 * 3_600)
  }

  @Test func `a rule of another calendar is not expanded and says so`() throws {
    let found = try expand("RSCALE=CHINESE;FREQ=YEARLY", from: "20240101")
    #expect(found.occurrences.isEmpty && found.outcome == .notExpandable)
  }

  @Test func `the year 9999 is the last, and years before 1 are years`() throws {
    #expect(try expand("FREQ=YEARLY", from: "99970101").occurrences == ["99970101", "99980101", "99990101"])
    #expect(try expand("FREQ=DAILY", from: "99991230").outcome == .exhausted)
    let first = try #require(CalendarDate(year: -400, month: 2, day: 29))
    let found = Recurrence(RecurrenceRule(.yearly), from: .date(first)).prefix(3).map(\.date.year)
    #expect(found == [-400, -396, -392])
    for year in [10_000, Int.max / 4, Int.min / 4] {
      var date = first
      date.year = year
      var occurrences = Recurrence(RecurrenceRule(.daily), from: .date(date)).makeIterator()
      #expect(occurrences.next() == nil)
      #expect(occurrences.outcome == (year > 0 ? .exhausted : .limitReached))
    }
  }

  @Test func `a start that does not match is left out, or is the first that COUNT counts`() throws {
    let rule = "FREQ=MONTHLY;BYDAY=FR;COUNT=2"
    #expect(try expand(rule, from: "19970902").occurrences == ["19970905", "19970912"])
    #expect(try expand(rule, from: "19970902", unmatchedStart: .first).occurrences == ["19970902", "19970905"])
    #expect(try expand(rule, from: "19970905", unmatchedStart: .first).occurrences == ["19970905", "19970912"])
  }

  @Test(arguments: [
    ("FREQ=DAILY;UNTIL=20240103", "20240101T230000", 3), ("FREQ=DAILY;UNTIL=20240103T225959", "20240101T230000", 2),
    ("FREQ=DAILY;UNTIL=20240103T230000Z", "20240101T230000", 3), ("FREQ=DAILY;UNTIL=20240103T230000Z", "20240101", 3),
    ("FREQ=DAILY;COUNT=0", "20240101", 0), ("FREQ=DAILY;UNTIL=20230101", "20240101", 0),
  ])
  func `UNTIL includes its moment, and a date its whole day`(rule: String, start: String, count: Int) throws {
    let found = try expand(rule, from: start)
    #expect(found.occurrences.count == count)
    #expect(found.outcome == .exhausted)
  }

  @Test func `UNTIL in UTC is compared in the zone of the start, asked near the bound only`() throws {
    let rule = try RecurrenceRule.parse("FREQ=DAILY;UNTIL=20240331T080000Z").rule
    let asked = Mutex(0)
    let recurrence = Recurrence(
      rule, from: try start("20230101T133000"),
      utcSeconds: { local in
        asked.withLock { $0 += 1 }
        return local.date.dayNumber * 86_400 + local.secondOfDay - 20_700
      })
    // Kathmandu is 5:45 ahead: 13:30 is 07:45 UTC.
    #expect(Array(recurrence).last == (try time("20240331T133000")))
    #expect(asked.withLock { $0 } <= 3)
  }

  @Test func `a week belongs to the year that numbers it`() throws {
    #expect(
      try expand("FREQ=YEARLY;BYWEEKNO=1;COUNT=4", from: "20020101").occurrences
        == ["20020101", "20021231", "20031230", "20050104"])
    #expect(
      try expand("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;COUNT=3", from: "20031230").occurrences
        == ["20031230", "20060103", "20080101"])
  }

  @Test func `with a day as start times are passed over and days come once`() throws {
    #expect(try expand("FREQ=DAILY;BYHOUR=9,10;COUNT=2", from: "20240101").occurrences == ["20240101", "20240102"])
    #expect(
      try expand("FREQ=HOURLY;INTERVAL=36;COUNT=4", from: "20240101").occurrences
        == ["20240101", "20240102", "20240104", "20240105"])
  }

  @Test func `second 60 is second 59`() throws {
    #expect(
      try expand("FREQ=MINUTELY;BYSECOND=0,59,60;COUNT=3", from: "20240101T000000").occurrences
        == ["20240101T000000", "20240101T000059", "20240101T000100"])
  }

  @Test func `a window far away is reached without walking there`() throws {
    for rule in ["FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=900000000000", "FREQ=MINUTELY;BYDAY=MO"] {
      let recurrence = Recurrence(try RecurrenceRule.parse(rule).rule, from: try start("00010101T000000"), budget: 100)
      var window = recurrence.occurrences(from: try time("90000106T000000"), to: try time("90000106T000300"))
      #expect(window.next() == (try time("90000106T000000")), "\(rule)")
    }
  }
}
