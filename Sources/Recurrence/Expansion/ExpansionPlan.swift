import DatelineCore

/// A rule and its start, made ready: masks instead of lists, seconds instead of dates.
///
/// *Local seconds* count from 1970-01-01T00:00:00 of the start's own clock. *Positions* number the intervals: years,
/// months since year 0, days (of the week's beginning for WEEKLY), or hours, minutes, seconds since 1970.
struct ExpansionPlan: Sendable {
  let frequency: RecurrenceRule.Frequency
  let days: DayFilter
  /// The seconds at which occurrences lie within their day, hour, minute or second; ascending.
  let times: [Int]
  /// Which of an interval's occurrences remain, from 0, or from -1 backwards; empty is all.
  let setPositions: [Int]
  /// How many seconds a position has, for HOURLY, MINUTELY and SECONDLY; a day for the others.
  let unit: Int
  /// Limits of the hours, minutes and seconds at which an interval may lie, where FREQ is shorter than DAILY.
  let hours: UInt32
  let minutes: UInt64
  let seconds: UInt64
  /// The position of the first interval, and how far the next one is.
  let firstPosition: Int
  let step: Int
  /// How far positions go until the calendar repeats itself in this step: 400 years, or a multiple.
  let cycle: Int
  let isDate: Bool
  /// Monday is 0.
  let weekStart: Int
  /// Whether every interval has equally many occurrences.
  let isSteady: Bool
  /// Whether it is plain that nothing can match.
  let isNever: Bool

  /// The plan of `rule` from `start`.
  init(_ rule: RecurrenceRule, start: LocalDateTime, isDate: Bool) {
    let frequency = rule.frequency
    let interval = max(1, min(rule.interval, 1_000_000_000_000))
    self.frequency = frequency
    self.isDate = isDate
    weekStart = (rule.weekStart ?? .monday).rawValue - 1
    days = DayFilter(rule, start: start.date)
    unit = [.secondly: 1, .minutely: 60, .hourly: 3_600][frequency] ?? 86_400
    times = isDate ? [0] : Self.times(rule, secondOfDay: start.secondOfDay)
    setPositions = rule.bySetPosition.compactMap { $0 > 0 ? $0 - 1 : $0 < 0 ? $0 : nil }
    hours = isDate || frequency > .hourly ? ~0 : Self.mask(rule.byHour, 0...23)
    minutes = isDate || frequency > .minutely ? ~0 : Self.mask(rule.byMinute, 0...59)
    seconds = isDate || frequency > .secondly ? ~0 : Self.mask(rule.bySecond.map { min($0, 59) }, 0...59)
    let startSeconds = start.date.dayNumber * 86_400 + start.secondOfDay
    firstPosition = Self.position(of: start.date, seconds: startSeconds, rule, unit: unit)
    step = frequency == .weekly ? interval * 7 : interval
    cycle = Self.leastCommonMultiple(step, Self.cycle(frequency, unit: unit))
    isSteady =
      frequency <= .weekly && hours == ~0 && minutes == ~0 && seconds == ~0
      && (!isDate || frequency >= .daily)
      && (days.isAll || frequency == .weekly && rule.hasOnlyWeekdays)
    let largestSet = times.count * ([.weekly: 7, .monthly: 32, .yearly: 371][frequency] ?? 1)
    isNever =
      times.isEmpty
      || !rule.bySetPosition.isEmpty && !setPositions.contains { -largestSet..<largestSet ~= $0 }
      || !Self.meetsLimits(first: firstPosition, step: step, unit: unit, hours, minutes, seconds)
  }

  /// The seconds of the day, hour or minute that BYHOUR, BYMINUTE and BYSECOND or the start's clock name.
  private static func times(_ rule: RecurrenceRule, secondOfDay: Int) -> [Int] {
    func values(_ list: [Int], _ range: ClosedRange<Int>, from start: Int) -> [Int] {
      list.isEmpty ? [start] : Set(list.map { $0 == 60 ? 59 : $0 }).filter { range ~= $0 }.sorted()
    }
    let frequency = rule.frequency
    let hours = frequency > .hourly ? values(rule.byHour, 0...23, from: secondOfDay / 3_600) : [0]
    let minutes = frequency > .minutely ? values(rule.byMinute, 0...59, from: secondOfDay / 60 % 60) : [0]
    let seconds = frequency > .secondly ? values(rule.bySecond, 0...59, from: secondOfDay % 60) : [0]
    return hours.flatMap { hour in
      minutes.flatMap { minute in seconds.map { hour * 3_600 + minute * 60 + $0 } }
    }
  }

  private static func mask<Word: FixedWidthInteger>(_ list: [Int], _ range: ClosedRange<Int>) -> Word {
    list.isEmpty ? ~0 : list.reduce(0) { range ~= $1 ? $0 | 1 << Word($1) : $0 }
  }

  /// The position of the interval in which the start lies.
  private static func position(of date: CalendarDate, seconds: Int, _ rule: RecurrenceRule, unit: Int) -> Int {
    let weekStart = (rule.weekStart ?? .monday).rawValue - 1
    switch rule.frequency {
    case .yearly:
      guard !rule.byWeekNumber.isEmpty else { return date.year }
      // The year to which the start's week belongs: that of its fourth day.
      return date.adding(days: 3 - floorModulo(date.weekday - 1 - weekStart, 7)).year
    case .monthly: return date.year * 12 + date.month - 1
    case .weekly: return date.dayNumber - floorModulo(date.weekday - 1 - weekStart, 7)
    default: return floorDivided(seconds, unit)
    }
  }

  /// The positions in the 400 years, 146,097 days, after which the Gregorian calendar repeats itself with its weekdays.
  private static func cycle(_ frequency: RecurrenceRule.Frequency, unit: Int) -> Int {
    switch frequency {
    case .yearly: 400
    case .monthly: 4_800
    default: 146_097 * (86_400 / unit)
    }
  }

  private static func leastCommonMultiple(_ first: Int, _ second: Int) -> Int {
    let (product, overflow) = (first / greatestCommonDivisor(first, second)).multipliedReportingOverflow(by: second)
    return overflow ? Int.max : product
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }

  /// Whether the steps ever meet a time of day within the limits. They meet those times that differ from the first
  /// one by a multiple of what the step and the day have in common.
  private static func meetsLimits(
    first: Int, step: Int, unit: Int, _ hours: UInt32, _ minutes: UInt64, _ seconds: UInt64
  ) -> Bool {
    guard hours != ~0 || minutes != ~0 || seconds != ~0 else { return true }
    let perDay = 86_400 / unit
    let common = greatestCommonDivisor(step, perDay)
    return stride(from: floorModulo(first, common), to: perDay, by: common).contains { position in
      let second = position * unit
      return hours >> UInt32(second / 3_600) & 1 != 0 && minutes >> UInt64(second / 60 % 60) & 1 != 0
        && seconds >> UInt64(second % 60) & 1 != 0
    }
  }
}

extension RecurrenceRule {
  /// Whether BYDAY is the only part that limits days.
  var hasOnlyWeekdays: Bool {
    byMonth.isEmpty && byMonthDay.isEmpty && byYearDay.isEmpty && byWeekNumber.isEmpty
  }
}
