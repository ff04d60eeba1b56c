import DatelineCore
import DatelineRecurrence
import TestSupport
import Testing

@Suite struct RecurrencePropertyTests {
  private static let seeds = 1...6

  private static func rules(_ seed: Int) -> [RandomRule] {
    var random = SeededRandom(seed: UInt64(TestScale.seed * 100 + seed))
    return (0..<TestScale.records).map { _ in random.nextRule() }
  }

  @Test(arguments: seeds) func `a rule that is written and read is the same`(seed: Int) throws {
    for item in Self.rules(seed) {
      let parsed = try RecurrenceRule.parse(item.rule.description)
      #expect(parsed.rule == item.rule, "\(item)")
      #expect(parsed.problems.isEmpty, "\(item)")
    }
  }

  @Test(arguments: seeds) func `occurrences ascend and keep to every part of their rule`(seed: Int) {
    for item in Self.rules(seed) {
      var latest: LocalDateTime?
      for time in Recurrence(item.rule, from: item.start).prefix(100) {
        #expect(latest.map { $0 < time } ?? (item.start.dateTime <= time), "\(item)")
        #expect(Self.keeps(time, to: item.rule), "\(item): \(time)")
        latest = time
      }
    }
  }

  @Test(arguments: seeds) func `a window holds what all occurrences have in it`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for item in Self.rules(seed) {
      let all = Array(Recurrence(item.rule, from: item.start).prefix(300))
      guard all.count > 2 else { continue }
      for _ in 0..<5 {
        let first = all[Int.random(in: 0..<all.count - 1, using: &random)]
        let from = first.adding(seconds: random.pick([-86_400, -1, 0, 1, 3_600]))
        let to = all[Int.random(in: 1..<all.count, using: &random)].adding(seconds: random.pick([0, 1]))
        let window = Recurrence(item.rule, from: item.start).occurrences(from: from, to: to)
        #expect(Array(window) == all.filter { from <= $0 && $0 < to }, "\(item) from \(from) to \(to)")
      }
    }
  }

  @Test(arguments: seeds) func `no text makes a rule that traps`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let pieces = [
      "FREQ=", "DAILY", "YEARLY", "SECONDLY", ";", ";;", "=", "COUNT=", "INTERVAL=", "UNTIL=", "20240230T000060Z",
      "BYDAY=",
      "-1MO", "99SU", "+", "-", ",", "BYMONTH=", "5L", "13", "BYSETPOS=", "-366", "99999999999999999999", "BYWEEKNO=53",
      "RSCALE=GREGORIAN;SKIP=FORWARD", "WKST=", "é", "\\", " ", "BYHOUR=", "24", "0", "BYSECOND=60", "BYYEARDAY=366",
    ]
    for _ in 0..<TestScale.records * 5 {
      let text = (random.isOne(in: 4) ? "" : "FREQ=YEARLY;") + (0..<8).map { _ in random.pick(pieces) }.joined()
      guard let parsed = try? RecurrenceRule.parse(text) else { continue }
      let again = try? RecurrenceRule.parse(parsed.rule.description)
      #expect(again?.rule == parsed.rule, "\(text)")
      let start = RecurrenceStart.date(CalendarDate(dayNumber: 19_782))
      _ = Array(Recurrence(parsed.rule, from: start, budget: 1_000).prefix(10))
    }
  }

  /// Whether each BY part, taken alone, allows the occurrence.
  private static func keeps(_ time: LocalDateTime, to rule: RecurrenceRule) -> Bool {
    let (date, second) = (time.date, time.secondOfDay)
    let monthLength = CalendarDate.days(inMonth: date.month, of: date.year)
    let yearLength = CalendarDate.isLeap(date.year) ? 366 : 365
    let dayOfYear = (CalendarDate(year: date.year, month: 1, day: 1)?.dayNumber).map { date.dayNumber - $0 + 1 } ?? 0
    func allows(_ list: [Int], _ values: Int...) -> Bool { list.isEmpty || values.contains(where: list.contains) }
    func allows(_ position: RecurrenceRule.WeekdayPosition) -> Bool {
      guard position.weekday.rawValue == date.weekday, let ordinal = position.ordinal else {
        return position.weekday.rawValue == date.weekday
      }
      let isInMonth = rule.frequency == .monthly || !rule.byMonth.isEmpty
      let (day, length) = isInMonth ? (date.day, monthLength) : (dayOfYear, yearLength)
      return ordinal == (day + 6) / 7 || ordinal == -((length - day) / 7 + 1)
    }
    return allows(rule.byHour, second / 3_600) && allows(rule.byMinute, second / 60 % 60)
      && allows(rule.bySecond, second % 60) && allows(rule.byMonthDay, date.day, date.day - monthLength - 1)
      && allows(rule.byYearDay, dayOfYear, dayOfYear - yearLength - 1)
      && allows(rule.byMonth.map(\.number), date.month) && (rule.byDay.isEmpty || rule.byDay.contains(where: allows))
      && allowsWeek(date, rule)
  }

  /// BYWEEKNO by counting the weeks of the year from the first that has four days in it.
  private static func allowsWeek(_ date: CalendarDate, _ rule: RecurrenceRule) -> Bool {
    guard !rule.byWeekNumber.isEmpty else { return true }
    func firstDay(of year: Int) -> Int {
      guard var day = CalendarDate(year: year, month: 1, day: 4) else { return 0 }
      while day.weekday != (rule.weekStart ?? .monday).rawValue { day = day.adding(days: -1) }
      return day.dayNumber
    }
    let year = (date.year - 1...date.year + 1).last { firstDay(of: $0) <= date.dayNumber } ?? date.year
    let week = (date.dayNumber - firstDay(of: year)) / 7 + 1
    let count = (firstDay(of: year + 1) - firstDay(of: year)) / 7
    return rule.byWeekNumber.contains(week) || rule.byWeekNumber.contains(week - count - 1)
  }
}
