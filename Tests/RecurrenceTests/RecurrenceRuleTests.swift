import DatelineCore
import DatelineRecurrence
import Testing

@Suite struct RecurrenceRuleTests {
  @Test func `a rule is read in any order of parts and any case`() throws {
    let parsed = try RecurrenceRule.parse("byday=-1fr,mo;freq=Monthly;until=20240131t235959z;wkst=su;interval=2")
    var rule = RecurrenceRule(.monthly)
    rule.byDay = [RecurrenceRule.WeekdayPosition(.friday, ordinal: -1), RecurrenceRule.WeekdayPosition(.monday)]
    rule.until = .utc(try time("20240131T235959"))
    rule.weekStart = .sunday
    rule.interval = 2
    #expect(parsed.rule == rule)
    #expect(parsed.problems.isEmpty)
    #expect(rule.description == "FREQ=MONTHLY;UNTIL=20240131T235959Z;INTERVAL=2;BYDAY=-1FR,MO;WKST=SU")
  }

  @Test(arguments: [
    ("FREQ=DAILY;X-NOTE=a=b", RecurrenceProblem.Code.unknownPart, 11),
    ("FREQ=DAILY;UNTL=20191023", .unknownPart, 11),
    ("FREQ=DAILY;COUNT=3;COUNT=5", .duplicatePart, 19),
    ("FREQ=MONTHLY;BYMONTHDAY=1,32", .outOfRange, 26),
    ("FREQ=MONTHLY;BYDAY=0MO", .outOfRange, 19),
    ("FREQ=DAILY;INTERVAL=0", .outOfRange, 20),
    ("FREQ=DAILY;UNTIL=20230230", .outOfRange, 17),
    ("FREQ=DAILY;", .strayText, 11),
    ("FREQ=DAILY\\;COUNT=2", .strayText, 10),
    ("FREQ=WEEKLY;BYDAY=", .strayText, 12),
    ("FREQ=WEEKLY;BYDAY=MO,,TU", .strayText, 21),
    ("FREQ=DAILY;COUNT=2;UNTIL=20230228", .conflictingParts, 25),
    ("FREQ=WEEKLY;BYDAY=1MO", .conflictingParts, 18),
    ("FREQ=DAILY;BYWEEKNO=3", .conflictingParts, 20),
    ("FREQ=DAILY;BYSETPOS=3", .conflictingParts, 20),
    ("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L", .unknownCalendar, 7),
  ])
  func `what is passed over is reported with its place`(
    text: String, code: RecurrenceProblem.Code, offset: Int
  ) throws {
    let parsed = try RecurrenceRule.parse(text)
    #expect(parsed.problems.map(\.code) == [code])
    #expect(parsed.problems.first?.offset == offset)
    #expect(try RecurrenceRule.parse(parsed.rule.description).rule == parsed.rule)
  }

  @Test func `a part of commas alone is not there, and the next of its name is the first`() throws {
    let parsed = try RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=,;BYMONTH=5")
    #expect(parsed.rule.byMonth == [RecurrenceRule.Month(5)])
    #expect(parsed.problems.map(\.code) == [.strayText, .strayText])
  }

  @Test(arguments: [
    ("", RecurrenceProblem.Code.missingFrequency, 0),
    ("COUNT=3", .missingFrequency, 0),
    ("FREQ=FORTNIGHTLY", .badValue, 5),
    ("FREQ=DAILY;COUNT=three", .badValue, 17),
    ("FREQ=DAILY;COUNT=-3", .outOfRange, 17),
    ("FREQ=DAILY;UNTIL=2023-02-28", .badValue, 17),
    ("FREQ=DAILY;BYHOUR=24", .outOfRange, 18),
    ("FREQ=DAILY;BYDAY=XX", .badValue, 17),
    ("FREQ=DAILY;BYMONTH=13", .outOfRange, 19),
    ("FREQ=DAILY;INTERVAL=99999999999999999999", .outOfRange, 20),
  ])
  func `a rule that has no sense is refused with its place`(
    text: String, code: RecurrenceProblem.Code, offset: Int
  ) throws {
    let problem = try #require(throws: RecurrenceProblem.self) { try RecurrenceRule.parse(text) }
    #expect(problem.code == code)
    #expect(problem.offset == offset)
  }

  @Test(arguments: [
    ("D1 #5", "FREQ=DAILY;COUNT=5"),
    ("W2 MO WE 19971224T000000Z", "FREQ=WEEKLY;UNTIL=19971224T000000Z;INTERVAL=2;BYDAY=MO,WE"),
    ("MP1 1+ SU #3", "FREQ=MONTHLY;COUNT=3;BYDAY=1SU"),
    ("MP6 1+ 2- MO TU #0", "FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO,1TU,-2MO,-2TU"),
    ("MP1 #3", "FREQ=MONTHLY;COUNT=3;BYDAY=3TU"),
    ("MP1 1+ TU 2- FR #4", "FREQ=MONTHLY;COUNT=4;BYDAY=1TU,-2FR"), ("M10 #3", "FREQ=MINUTELY;COUNT=3;INTERVAL=10"),
    ("MD1 1- #0", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("MD2 1 15+ LD #4", "FREQ=MONTHLY;COUNT=4;INTERVAL=2;BYMONTHDAY=1,15,-1"),
    ("YM1 1 #3", "FREQ=YEARLY;COUNT=3;BYMONTH=1"),
    ("YD1 100", "FREQ=YEARLY;COUNT=2;BYYEARDAY=100"),
    ("d1 0600 1830 20240101", nil),
    ("D1 0600 1200 #9", "FREQ=DAILY;COUNT=9;BYSECOND=0;BYMINUTE=0;BYHOUR=6,12"),
    ("YM1 6 MP1 1+ SU #3", nil),
    ("Q1", nil), ("", nil), ("D", nil), ("D0", nil), ("MD1 32", nil), ("W1 XX", nil),
  ])
  func `a rule of vCalendar becomes the rule that says the same`(text: String, expected: String?) throws {
    let start = try time("20240116").date
    let parsed = try? RecurrenceRule.parse(vCalendar: text, start: start)
    #expect(parsed?.rule.description == expected)
    #expect(parsed.map { $0.problems.map(\.code) == (text == "YD1 100" ? [.assumedCount] : []) } ?? true)
  }
}
