import DatelineCore

/// Rules that put together what the layers before have found.
enum CombiningRules {
  /// The n-th day or week of a month or year.
  static let ordinals = DateRuleLayer([
    .date("date.ordinal", "the? ORD UNIT of|in the? DATE") { match in nth(match, match.number(.ordinal)) },
    .date("date.ordinal", "the? last UNIT of|in the? DATE") { match in nth(match, -1) },
    .date("date.ordinal", "the? ORD last UNIT of|in DATE") { match in nth(match, match.number(.ordinal).map { -$0 }) },
    .date("date.ordinal", "the? ORD UNIT of|in MONTH") { match in nth(match, match.number(.ordinal), month(match)) },
    .date("date.ordinal", "the? last UNIT of|in MONTH") { match in nth(match, -1, month(match)) },
    .date("date.ordinal", "the? ORD WEEKDAY of|in MONTH") { match in
      nthWeekday(match, match.number(.ordinal), month(match))
    },
    .date("date.ordinal", "the? last WEEKDAY of|in MONTH") { match in nthWeekday(match, -1, month(match)) },
    .date("date.ordinal", "the? ORD WEEKDAY of|in DATE") { match in
      nthWeekday(match, match.number(.ordinal), match.date)
    },
    .date("date.ordinal", "the? last WEEKDAY of|in DATE") { match in nthWeekday(match, -1, match.date) },
    .date("date.ordinal", "the? ORD last WEEKDAY of|in DATE") { match in
      nthWeekday(match, match.number(.ordinal).map { -$0 }, match.date)
    },
    .date("date.ordinal", "the? ORD WEEKDAY of|in the month") { match in
      nthWeekday(match, match.number(.ordinal), .unit(.month, 0))
    },
    .date("date.ordinal", "the? last WEEKDAY of|in the month") { match in nthWeekday(match, -1, .unit(.month, 0)) },
    .date("date.ordinal", "the? ORD of DATE") { match in
      guard let day = match.number(.ordinal), 1...31 ~= day, let month = match.date, !month.meansDay else { return nil }
      return .ordinalUnit(day, .day, month)
    },
    .date("date.week-of", "the? week of the? DAYDATE") { $0.date.map { .ordinalUnit(0, .week, $0) } },
  ])

  private static func month(_ match: DateMatch) -> DateExpression { .calendar(year: nil, month: match.month, day: nil) }

  private static func nth(_ match: DateMatch, _ count: Int?, _ outer: DateExpression? = nil) -> DateExpression? {
    guard let unit = match.unit, unit >= .day, let count, let date = outer ?? match.date, !date.meansDay else {
      return nil
    }
    return .ordinalUnit(count, unit, date)
  }

  private static func nthWeekday(_ match: DateMatch, _ count: Int?, _ date: DateExpression?) -> DateExpression? {
    guard let weekday = match.weekday, let count, let date, !date.meansDay else { return nil }
    return .ordinalWeekday(count, weekday, date)
  }

  /// `the end of last week`, `early 1991`, `earlier this year`.
  static let edges = DateRuleLayer([
    edge(.beginning, "at? the? beginning of the? DATE"),
    edge(.end, "at? the? end of the? DATE"),
    edge(.middle, "in? the? middle of the? DATE"),
    edge(.early, "early in|on? DATE"),
    edge(.late, "late in|on? DATE"),
    edge(.middle, "mid -? DATE"),
    edge(.whole, "earlier|later in? DATE"),
    .date("date.edge", "at? the? beginning of the? DAYUNIT") { current($0, .beginning) },
    .date("date.edge", "at? the? end of the? DAYUNIT") { current($0, .end) },
    .date("date.edge", "by the? end of the? DAYUNIT") { $0.unit.map { .untilEnd(.unit($0, 0)) } },
    .date("date.edge", "by the? end of the? DATE") { $0.date.map { .untilEnd($0) } },
    .date("date.edge", "at? the? year end|year-end") { _ in .edge(.end, .unit(.year, 0)) },
    .date("date.edge", "the? year-end") { _ in .edge(.end, .unit(.year, 0)) },
    .date("", "the? latest|recent DATE") { $0.date },
  ])

  private static func current(_ match: DateMatch, _ edge: DateExpression.Edge) -> DateExpression? {
    match.unit.map { .edge(edge, .unit($0, 0)) }
  }

  private static func edge(_ edge: DateExpression.Edge, _ pattern: String) -> DateRule? {
    .date("", pattern) { match in
      guard let date = match.date else { return nil }
      guard date.meansDay else { return .edge(edge, date) }
      // Of a day, only early and late are said: `late Monday`.
      switch (edge, date.hasTime) {
      case (.early, false): return .part(.earlyMorning, date)
      case (.late, false): return .part(.lateEvening, date)
      case (.beginning, _), (.end, _), (.middle, _): return nil
      default: return date
      }
    }
  }

  /// Dates with times: `Thursday at 10 p.m.`, `the night of 3 May`.
  static let times = DateRuleLayer([
    .date("", "DAYDATE ,|at|from|in|by|on|approximately|-? the|approximately? TIME") { timed($0.date, $0.time) },
    .date("", "TIME ,|on|of|from|-? the? DAYDATE") { timed($0.date, $0.time) },
    .date("", "TIME on the? DAYDATE") { timed($0.date, $0.time) },
    .date("", "DATE ,|at|from? TIME") { timedRange($0.date, $0.time) },
    .date("date.full", "DAYDATE ,|at? TIME DATE", timed),
    .date("time.clock", "DAYDATE at approximately? HOUR") { match in
      match.number(.hour).flatMap {
        timed(match.date, .clock(ClockTime(hour: $0 % 24), $0 > 12 ? .hour : .ambiguousHour))
      }
    },
    .date("time.clock", "at? HOUR DAYDATE") { match in
      // `11 tonight`
      guard case .part(let part, let day)? = match.date, let hour = match.number(.hour), 1...12 ~= hour else {
        return nil
      }
      return .clock(ClockTime(hour: ClockRules.adjusted(hour, to: part)), .ambiguousHour, day)
    },
  ])

  /// A range of days with the time of their starts: `22-23 Feb at 7pm`.
  private static func timedRange(_ date: DateExpression?, _ time: TimeOfDay?) -> DateExpression? {
    guard case .range(let first, let last)? = date, let time, first.meansDay, !first.hasTime else { return nil }
    return .range(time.on(first), time.on(last))
  }

  /// `Oct 26 11:00 2023`: the year behind the time.
  private static func timed(_ match: DateMatch) -> DateExpression? {
    guard case .calendar(nil, let month?, let day?)? = match.item(.dayDate)?.expression,
      case .calendar(let year?, nil, nil)? = match.item(.date)?.expression, let time = match.time
    else { return nil }
    return time.on(.calendar(year: year, month: month, day: day))
  }

  /// A second round, for a day with both a part and a clock time.
  private static func timed(_ date: DateExpression?, _ time: TimeOfDay?) -> DateExpression? {
    guard let date, let time else { return nil }
    switch (date, time) {
    case (.part(let part, let day), .clock(let clock, let precision)):
      // `tonight at 8`: the part tells which half of the day.
      guard precision == .ambiguousHour else { return .clock(clock, precision, day) }
      return .clock(ClockTime(hour: ClockRules.adjusted(clock.hour, to: part), at: clock.minute), .hour, day)
    case (.clock(let clock, let precision, let day), .part(let part)):
      guard precision == .ambiguousHour else { return date }
      return .clock(ClockTime(hour: ClockRules.adjusted(clock.hour, to: part), at: clock.minute), .hour, day)
    case (.part, .part), (.clock, .clock), (.overnight, _): return nil
    default: return time.on(date)
    }
  }

  /// Dates counted from other dates.
  static let anchored = DateRuleLayer(anchoredRules)

  static let anchoredRules: [DateRule?] = [
    .date("date.relative", "AMOUNT before|prior HOLIDAY") { counted($0, -1) },
    .date("date.relative", "AMOUNT after|from|since HOLIDAY") { counted($0, 1) },
    .date("date.relative", "the day before HOLIDAY") {
      holiday($0).map { .distance([CalendarAmount(count: -1, unit: .day)], .expression($0)) }
    },
    .date("date.relative", "the day after HOLIDAY") {
      holiday($0).map { .distance([CalendarAmount(count: 1, unit: .day)], .expression($0)) }
    },
    .date("date.relative", "AMOUNT before|from|prior DATE") { counted($0, -1) },
    .date("date.relative", "AMOUNT after|from|since DATE") { counted($0, 1) },
    .date("date.relative", "the day before DATE") {
      $0.date.map { .distance([CalendarAmount(count: -1, unit: .day)], .expression($0)) }
    },
    .date("date.relative", "the day after DATE") {
      $0.date.map { .distance([CalendarAmount(count: 1, unit: .day)], .expression($0)) }
    },
  ]

  private static func holiday(_ match: DateMatch) -> DateExpression? {
    match.item(.holiday)?.reading.holiday.map { .holiday($0, .plain) }
  }

  private static func counted(_ match: DateMatch, _ sign: Int) -> DateExpression? {
    guard let date = match.date ?? holiday(match), !match.amounts.isEmpty else { return nil }
    return .distance(match.amounts.map { CalendarAmount(count: sign * $0.count, unit: $0.unit) }, .expression(date))
  }

  /// From one date to another.
  static let ranges = DateRuleLayer([
    .date("date.range", "from DATE to|until|through|-|-- DATE", range),
    .date("date.range", "between DATE and DATE", range),
    .date("date.range", "DATE to|until|through|-|-- DATE", range),
    .date("date.range", "from|between? TIME to|and|until|-|-- DATE") { match in
      guard let time = match.time, case .clock(_, _, let day)? = match.date, let last = match.date else { return nil }
      return .range(time.on(day), last)
    },
    .date("date.range", "DATE to|until|-|-- TIME") { match in
      guard let time = match.time, case .clock(_, _, let day)? = match.date, let first = match.date else { return nil }
      return .range(first, time.on(day))
    },
    .date("date.range", "from|between TIME to|and|until|-|-- TIME", timeRange),
    .date("date.range", "TIME to|until|-|-- TIME", timeRange),
    .date("date.range", "from|between HOUR to|and|until|-|-- TIME") { hourRange($0) },
    .date("date.range", "HOUR -|-- TIME") { hourRange($0) },
    .date("date.range", "TIME -|-- HOUR") { match in
      guard case .clock(let first, let precision)? = match.time, let hour = match.number(.hour) else { return nil }
      let isAfternoon = first.hour >= 12 && hour < 12
      return .range(
        .clock(first, precision, .narrative(.day, 0)),
        .clock(ClockTime(hour: (hour + (isAfternoon ? 12 : 0)) % 24), .hour, .narrative(.day, 0)))
    },
  ])

  private static func range(_ match: DateMatch) -> DateExpression? {
    guard let first = match.takenItems.first?.expression, let last = match.takenItems.last?.expression else {
      return nil
    }
    if case .range = first { return nil }
    if case .range = last { return nil }
    return .range(first, last)
  }

  private static func timeRange(_ match: DateMatch) -> DateExpression? {
    guard let first = match.takenItems.first?.time, let last = match.takenItems.last?.time else { return nil }
    return .range(first.on(.narrative(.day, 0)), last.on(.narrative(.day, 0)))
  }

  /// `8 - 11pm`: the first hour is in the same half of the day.
  private static func hourRange(_ match: DateMatch) -> DateExpression? {
    guard let hour = match.number(.hour), case .clock(let last, let precision)? = match.time else { return nil }
    let isAfternoon = last.hour >= 12 && hour < 12 && hour + 12 <= last.hour
    return .range(
      .clock(ClockTime(hour: (hour + (isAfternoon ? 12 : 0)) % 24), .hour, .narrative(.day, 0)),
      .clock(last, precision, .narrative(.day, 0)))
  }

  /// Every layer, in the order in which they are applied.
  static let cascade: [DateRuleLayer] = [
    ClockRules.tens, ClockRules.years, ClockRules.clocks, CalendarRules.dates, RelativeRules.amounts,
    RelativeRules.sums,
    ordinals, RelativeRules.deictic, CalendarRules.names, ordinals, CalendarRules.weekdays, ClockRules.parts, times,
    times, edges, anchored, ranges,
  ]
}
