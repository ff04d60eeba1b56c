import DatelineCore

/// Rules for dates that are told from the day of writing, or from a date told before.
enum RelativeRules {
  /// Numbers of units: `two weeks`, `a year and a half`.
  static let amounts = DateRuleLayer([
    amount("approximately|some? NUM -|more? UNIT") { $0.number(.cardinal) },
    amount("approximately? a|an|another|one UNIT") { _ in 1 },
    amount("a few UNIT") { _ in 3 },
    amount("few|several UNIT") { _ in 3 },
    amount("a? couple of? UNIT") { _ in 2 },
    DateRule("", "half a|an? UNIT") { half(of: $0.unit, plus: 0) },
    DateRule("", "a|an half UNIT") { half(of: $0.unit, plus: 0) },
    DateRule("", "NUM and a half UNIT") { half(of: $0.unit, plus: $0.number(.cardinal) ?? 0) },
    DateRule("", "a|an|one UNIT and a half") { half(of: $0.unit, plus: 1) },
  ])

  private static func amount(_ pattern: String, _ count: @escaping @Sendable (DateMatch) -> Int?) -> DateRule? {
    DateRule("", pattern) { match in
      guard let unit = match.unit, let count = count(match), count <= 9_999 else { return nil }
      return .amounts([CalendarAmount(count: count, unit: unit)])
    }
  }

  /// One half, and so many whole units more.
  private static func half(of unit: CalendarUnit?, plus whole: Int) -> DateRule.Product? {
    switch unit {
    case .minute: .amounts([CalendarAmount(count: whole, unit: .minute)])
    case .hour: .amounts([CalendarAmount(count: 60 * whole + 30, unit: .minute)])
    case .day: .amounts([CalendarAmount(count: 24 * whole + 12, unit: .hour)])
    case .week: .amounts([CalendarAmount(count: 7 * whole + 3, unit: .day)])
    case .month: .amounts([CalendarAmount(count: whole, unit: .month), CalendarAmount(count: 15, unit: .day)])
    case .year: .amounts([CalendarAmount(count: 12 * whole + 6, unit: .month)])
    case .decade: .amounts([CalendarAmount(count: 10 * whole + 5, unit: .year)])
    default: nil
    }
  }

  /// `1 year, 2 months and 3 days`.
  static let sums = DateRuleLayer([
    DateRule("", "AMOUNT ,? and? AMOUNT ,? and? AMOUNT? ,? and? AMOUNT? ,? and? AMOUNT? ,? and? AMOUNT?") { match in
      let amounts = match.takenItems.flatMap(\.amounts)
      // Units go down in a sum; `two days, three weeks` is none.
      let isSum = zip(amounts, amounts.dropFirst()).allSatisfy { $0.unit > $1.unit }
      return isSum ? .amounts(amounts) : nil
    }
  ])

  /// Days round the day of writing, and units counted from it.
  static let deictic = DateRuleLayer(
    days + units + named + distances + anaphoric + CombiningRules.anchoredRules)

  private static func fixed(_ id: String, _ pattern: String, _ expression: DateExpression) -> DateRule? {
    .date(id, pattern) { _ in expression }
  }

  private static let days: [DateRule?] = [
    fixed("date.relative", "now", .now),
    fixed("date.relative", "right now", .now),
    fixed("date.relative", "asap", .now),
    fixed("date.relative", "at this time", .unit(.day, 0)),
    fixed("date.relative", "in a sec", .now),
    fixed("date.relative", "today", .unit(.day, 0)),
    fixed("date.relative", "today's date?", .unit(.day, 0)),
    fixed("date.relative", "yesterday", .unit(.day, -1)),
    fixed("date.relative", "tomorrow", .unit(.day, 1)),
    fixed("date.relative", "the? day before yesterday", .unit(.day, -2)),
    fixed("date.relative", "the? day after tomorrow", .unit(.day, 2)),
    fixed("date.relative", "tonight", .part(.night, .unit(.day, 0))),
    fixed("date.relative", "late tonight", .part(.lateEvening, .unit(.day, 0))),
    fixed("date.relative", "last night", .part(.night, .unit(.day, -1))),
    fixed("date.relative", "late last night", .part(.lateEvening, .unit(.day, -1))),
    fixed("date.relative", "last evening", .part(.evening, .unit(.day, -1))),
    fixed("date.overnight", "overnight", .overnight),
    .date("date.relative", "this PART") { $0.part.map { .part($0, .unit(.day, 0)) } },
    .date("date.relative", "early this PART") { $0.part.map { .part(ClockRules.early($0), .unit(.day, 0)) } },
    .date("date.relative", "late this PART") { $0.part.map { .part(ClockRules.late($0), .unit(.day, 0)) } },
    .date("date.relative", "earlier|later this PART") { $0.part.map { .part($0, .unit(.day, 0)) } },
    fixed("date.relative", "earlier|later today", .unit(.day, 0)),
    fixed("date.relative", "this time last year", .unit(.year, -1)),
    fixed("date.relative", "eod", .unit(.day, 0)),
    fixed("date.relative", "by eom", .untilEnd(.unit(.month, 0))),
    fixed("date.relative", "by eoy", .untilEnd(.unit(.year, 0))),
    fixed("date.relative", "boy", .edge(.beginning, .unit(.year, 0))),
    fixed("date.relative", "bom", .edge(.beginning, .unit(.month, 0))),
    fixed("date.relative", "at? the? eom", .edge(.end, .unit(.month, 0))),
    fixed("date.relative", "at? the? eoy", .edge(.end, .unit(.year, 0))),
  ]

  private static let units: [DateRule?] = [
    .date("date.relative", "this|current DAYUNIT") { unit($0, 0) },
    .date("date.relative", "the current DAYUNIT") { unit($0, 0) },
    .date("date.relative", "this coming DAYUNIT") { unit($0, 1) },
    .date("date.relative", "last|past UNIT") { unit($0, -1) },
    .date("date.relative", "the last|past UNIT") { match in match.unit.map { .span($0, -1) } },
    .date("date.relative", "previous UNIT") { unit($0, -1) },
    .date("date.relative", "next UNIT") { unit($0, 1) },
    .date("date.relative", "the next DAYUNIT") { match in
      // `the next day` goes on from a day told before; longer units are mostly counted from the day of writing.
      match.unit == .day ? .narrative(.day, 1) : unit(match, 1)
    },
    .date("date.relative", "the UNIT before last") { unit($0, -2) },
    .date("date.relative", "the? UNIT after next") { unit($0, 2) },
    .date("date.relative", "the? last|past|previous AMOUNT") { span($0, -1) },
    .date("date.relative", "the? next AMOUNT") { span($0, 1) },
    .date("date.relative", "these last|past AMOUNT") { span($0, -1) },
  ]

  private static func unit(_ match: DateMatch, _ shift: Int) -> DateExpression? {
    match.unit.map { .unit($0, shift) }
  }

  private static func span(_ match: DateMatch, _ sign: Int) -> DateExpression? {
    guard let amount = match.amounts.first, match.amounts.count == 1 else { return nil }
    return .span(amount.unit, sign * amount.count)
  }

  private static let named: [DateRule?] =
    [("last", .last), ("past", .last), ("this", .this), ("this past", .last), ("this coming", .plain), ("next", .next)]
    .flatMap {
      (word: String, choice: DateExpression.Choice) -> [DateRule?] in
      [
        .date("date.weekday", "\(word) WEEKDAY") { match in match.weekday.map { .weekday($0, choice) } },
        .date("date.month", "\(word) MONTH") { match in match.month.map { .month($0, choice) } },
        .date("date.season", "\(word) SEASON") { match in
          match.item(.season)?.reading.season.map { .season($0, choice) }
        },
        .date("date.holiday", "\(word) HOLIDAY") { match in
          match.item(.holiday)?.reading.holiday.map { .holiday($0, choice) }
        },
        fixed("date.weekend", "\(word) weekend", .weekend(choice)),
      ]
    } + [
      fixed("date.weekend", "over|during|at|on? the weekend", .weekend(.plain)),
      fixed("date.weekend", "at? weekend", .weekend(.plain)),
      .date("date.weekday", "the? previous WEEKDAY") { match in match.weekday.map { .weekday($0, .previous) } },
      .date("date.weekday", "the? following WEEKDAY") { match in match.weekday.map { .weekday($0, .following) } },
      .date("date.weekday", "the next WEEKDAY") { match in match.weekday.map { .weekday($0, .following) } },
      .date("date.weekday", "a week ago WEEKDAY") { match in match.weekday.map { .weekday($0, .last) } },
      .date("date.weekday", "WEEKDAY of? last week") { match in
        match.weekday.map { .ordinalWeekday(1, $0, .unit(.week, -1)) }
      },
      .date("date.weekday", "WEEKDAY after next") { match in
        match.weekday.map { .ordinalWeekday(1, $0, .unit(.week, 2)) }
      },
      .date("date.weekday", "WEEKDAY of? this week") { match in
        match.weekday.map { .ordinalWeekday(1, $0, .unit(.week, 0)) }
      },
      .date("date.weekday", "WEEKDAY of? next week") { match in
        match.weekday.map { .ordinalWeekday(1, $0, .unit(.week, 1)) }
      },
    ]

  private static let distances: [DateRule?] = [
    .date("date.relative", "AMOUNT ago|back") { distance($0, -1, .reference) },
    .date("date.relative", "UNIT ago") { one($0, -1, .reference) },
    .date("date.relative", "AMOUNT from|after|hence now|today?") { distance($0, 1, .reference) },
    .date("date.in-amount", "in approximately? AMOUNT") { distance($0, 1, .reference) },
    .date("date.relative", "within the? next? AMOUNT") { span($0, 1) },
    .date("date.relative", "now - AMOUNT") { distance($0, -1, .reference) },
    .date("date.relative", "now + AMOUNT") { distance($0, 1, .reference) },
    .date("date.relative", "- AMOUNT") { match in
      match.amounts.allSatisfy { $0.unit <= .day } ? distance(match, -1, .reference) : nil
    },
    .date("date.relative", "+ AMOUNT") { distance($0, 1, .reference) },
    .date("date.relative", "AMOUNT before|after yesterday|today|tomorrow") { _ in nil },
    .date("date.later", "AMOUNT earlier|before") { distance($0, -1, .narrative) },
    .date("date.later", "AMOUNT later|after|afterwards") { distance($0, 1, .narrative) },
    .date("date.later", "UNIT earlier") { one($0, -1, .narrative) },
    .date("date.later", "the UNIT before") { match in
      match.unit.map { .distance([CalendarAmount(count: -1, unit: $0)], .narrative) }
    },
    .date("date.later", "the UNIT after") { match in
      match.unit.map { .distance([CalendarAmount(count: 1, unit: $0)], .narrative) }
    },
  ]

  private static func distance(_ match: DateMatch, _ sign: Int, _ anchor: DateExpression.Anchor) -> DateExpression? {
    guard !match.amounts.isEmpty else { return nil }
    return .distance(match.amounts.map { CalendarAmount(count: sign * $0.count, unit: $0.unit) }, anchor)
  }

  private static func one(_ match: DateMatch, _ count: Int, _ anchor: DateExpression.Anchor) -> DateExpression? {
    guard let unit = match.unit else { return nil }
    // `hours earlier` is a matter of the same day, and tells no number.
    if unit < .day { return .narrative(.day, 0) }
    return .distance([CalendarAmount(count: count, unit: unit)], anchor)
  }

  private static let anaphoric: [DateRule?] = [
    .date("date.same-day-as-previous", "earlier|later? that|same DAYUNIT") { $0.unit.map { .narrative($0, 0) } },
    .date("date.same-day-as-previous", "earlier|later? in|on? the same DAYUNIT") { $0.unit.map { .narrative($0, 0) } },
    .date("date.same-day-as-previous", "later|earlier in|on? the DAYUNIT") { match in
      match.unit.map { $0 == .day ? .narrative(.day, 0) : .unit($0, 0) }
    },
    .date("date.same-day-as-previous", "later|earlier? that|same PART") {
      $0.part.map { .part($0, .narrative(.day, 0)) }
    },
    .date("date.same-day-as-previous", "later|earlier? in|on? the same PART") {
      $0.part.map { .part($0, .narrative(.day, 0)) }
    },
    .date("date.same-day-as-previous", "later|earlier in|on? the PART") {
      $0.part.map { .part($0, .narrative(.day, 0)) }
    },
    .date("date.later", "UNIT later") { match in (match.unit ?? .day) < .day ? .narrative(.day, 0) : nil },
    .date("date.later", "the following UNIT") { $0.unit.map { .narrative($0, 1) } },
    .date("date.later", "following|next day") { _ in .narrative(.day, 1) },
    .date("date.later", "the previous UNIT") { $0.unit.map { .narrative($0, -1) } },
    .date("date.later", "the previous|following PART") { _ in nil },
    .date("date.later", "the next PART") { $0.part.map { .part($0, .narrative(.day, 1)) } },
    .date("date.later", "the following PART") { $0.part.map { .part($0, .narrative(.day, 1)) } },
    .date("date.later", "the previous PART") { $0.part.map { .part($0, .narrative(.day, -1)) } },
    .date("date.later", "the night before") { _ in .part(.night, .narrative(.day, -1)) },
  ]
}
