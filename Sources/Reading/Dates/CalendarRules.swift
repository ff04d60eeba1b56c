import DatelineCore

/// Rules for dates that name a day, month or year of the calendar.
enum CalendarRules {
  /// Days, months and years.
  static let dates = DateRuleLayer(monthDays + ranges + numeric + years + holidays)

  private static func calendar(_ match: DateMatch) -> DateExpression? {
    .calendar(year: match.year, month: match.month, day: match.day)
  }

  private static let monthDays: [DateRule?] = [
    .date("date.month-day", "MONTH ,? the? DAY", calendar),
    .date("date.month-day", "the? DAY of? MONTH", calendar),
    .date("date.full", "MONTH the? DAY ,|of? YEAR", calendar),
    .date("date.full", "MONTH DAY ,? ' YY", calendar),
    .date("date.full", "the? DAY of? MONTH ,|of? YEAR", calendar),
    .date("date.full", "the? DAY - MONTH - YEAR", calendar),
    .date("date.full", "the? DAY - MONTH - YY", calendar),
    .date("date.full", "the? DAY MONTH YY", calendar),
    .date("date.full", "the? DAY MONTH ' YY", calendar),
    .date("date.full", "YEAR ,|-? MONTH -? DAY", calendar),
    .date("date.full", "DAY MONTH NUM ad|ce") { match in
      .calendar(year: match.number(.cardinal), month: match.month, day: match.day)
    },
    .date("date.month-year", "MONTH of? YEAR", calendar),
    .date("date.month-year", "MONTH , YEAR", calendar),
    .date("date.month-year", "MONTH ' YY", calendar),
    .date("date.month", "mid -? MONTH") { .edge(.middle, .calendar(year: nil, month: $0.month, day: nil)) },
    .date("date.month", "early MONTH") { .edge(.early, .calendar(year: nil, month: $0.month, day: nil)) },
    .date("date.month", "late MONTH") { .edge(.late, .calendar(year: nil, month: $0.month, day: nil)) },
  ]

  private static let ranges: [DateRule?] = [
    .date("date.range", "from|between? the? DAY -|--|to|and|until|through the? DAY of? MONTH ,? YEAR?", dayRange),
    .date("date.range", "from|between? MONTH DAY -|--|to|and|until|through the? DAY ,? YEAR?", dayRange),
    .date("date.range", "from|between? MONTH -|--|to|and|until|through MONTH ,? YEAR") { match in
      guard let first = match.item(.month)?.reading.month, let last = match.item(.month, 1)?.reading.month else {
        return nil
      }
      return .range(
        .calendar(year: match.year, month: first, day: nil), .calendar(year: match.year, month: last, day: nil))
    },
    .date("date.range", "YEAR -|--|/ YEAR", yearRange),
    .date("date.range", "from YEAR to|until|through|- YEAR", yearRange),
    .date("date.range", "between YEAR and YEAR", yearRange),
    .date("date.numeric", "YEAR - DD") { match in
      // ISO 8601 writes a month so; `2011-12` is more often two years.
      guard let year = match.year, let month = match.number(.number31), month <= 12, month <= year % 100 else {
        return nil
      }
      return .calendar(year: year, month: month, day: nil)
    },
    .date("date.range", "YEAR - YY") { match in
      guard let first = match.number(.year), let last = match.number(.shortYear), last > first % 100 else { return nil }
      return .range(
        .calendar(year: first, month: nil, day: nil), .calendar(year: first / 100 * 100 + last, month: nil, day: nil))
    },
  ]

  private static func dayRange(_ match: DateMatch) -> DateExpression? {
    guard let first = match.number(.day), let last = match.number(.day, 1), first < last else { return nil }
    return .range(
      .calendar(year: match.year, month: match.month, day: first),
      .calendar(year: match.year, month: match.month, day: last))
  }

  private static func yearRange(_ match: DateMatch) -> DateExpression? {
    guard let first = match.number(.year), let last = match.number(.year, 1), first < last else { return nil }
    return .range(.calendar(year: first, month: nil, day: nil), .calendar(year: last, month: nil, day: nil))
  }

  private static let numeric: [DateRule?] = [
    .date("date.numeric", "YEAR -|/|. DD -|/|. DD") { match in
      guard let year = match.year, let first = match.number(.number31), let second = match.number(.number31, 1) else {
        return nil
      }
      // ISO 8601 has the month first; where that is no month the two are taken the other way round.
      return first <= 12 ? ymd(year, first, second) : ymd(year, second, first)
    },
    .date("date.numeric", "DD -|/|. DD -|/|. YEAR") { dayAndMonth($0, year: $0.number(.year)) },
    .date("date.numeric", "DD -|/ DD -|/ YY") { dayAndMonth($0, year: $0.year) },
    .date("date.numeric", "DD / DD") { match in
      guard case .expression(let date)? = dayAndMonth(match, year: nil).map(DateRule.Product.expression) else {
        return nil
      }
      return date
    },
    .date("date.numeric", "DD -|/|. YEAR") { match in
      guard let month = match.number(.number31), month <= 12 else { return nil }
      return .calendar(year: match.year, month: month, day: nil)
    },
    .date("date.numeric", "NUMBERS") { match in
      guard let numbers = match.item(.numbers)?.numbers, numbers.count == 3 else { return nil }
      if numbers[0] > 31 { return ymd(numbers[0], numbers[1], numbers[2]) }
      let year = DateMatch.fullYear(numbers[2])
      return numbers[1] <= 12 ? ymd(year, numbers[1], numbers[0]) : ymd(year, numbers[0], numbers[1])
    },
  ]

  private static func ymd(_ year: Int, _ month: Int, _ day: Int) -> DateExpression? {
    1...12 ~= month && 1...31 ~= day ? .calendar(year: year, month: month, day: day) : nil
  }

  /// Two numbers in the order that is possible; month first where both are.
  private static func dayAndMonth(_ match: DateMatch, year: Int?) -> DateExpression? {
    guard let first = match.number(.number31), let second = match.number(.number31, 1) else { return nil }
    guard min(first, second) <= 12 else { return nil }
    return first <= 12
      ? .calendar(year: year, month: first, day: second) : .calendar(year: year, month: second, day: first)
  }

  private static let years: [DateRule?] =
    [
      .date("date.year", "YEAR", calendar),
      .date("date.year", "fiscal year? YEAR", calendar),
      .date("date.year", "the year YEAR", calendar),
      .date("date.year", "post|pre - YEAR", calendar),
      .date("date.decade", "the? DECADE") { $0.item(.decade)?.decade.map { .decade($0) } },
      .date("date.quarter", "the? fiscal? ORD quarter") { quarter($0, of: .calendar(year: nil, month: nil, day: nil)) },
      .date("date.quarter", "the? fiscal? ORD quarter ,|of|in|for? fiscal? YEAR") { quarter($0, of: calendar($0)) },
      .date("date.quarter", "the? ORD quarter of last year") { quarter($0, of: .unit(.year, -1)) },
      .date("date.quarter", "the? ORD quarter of this|next|current year") { quarter($0, of: .unit(.year, 0)) },
      .date("date.quarter", "the? YEAR fiscal? ORD quarter") { quarter($0, of: calendar($0)) },
      .date("date.quarter", "the? year ago|earlier ORD quarter") { quarter($0, of: .unit(.year, -1)) },
      .date("date.quarter", "the? last year ORD quarter") { quarter($0, of: .unit(.year, -1)) },
      .date("date.century", "the? ORD century") { match in
        guard let century = match.number(.ordinal), 1...30 ~= century else { return nil }
        return .range(
          .calendar(year: century * 100 - 99, month: nil, day: nil),
          .calendar(year: century * 100, month: nil, day: nil))
      },
      .date("date.half", "the? ORD half of YEAR") { match in
        guard let half = match.number(.ordinal), 1...2 ~= half else { return nil }
        return .fraction(half, of: 2, .calendar(year: match.year, month: nil, day: nil))
      },
      .date("date.season", "the? SEASON ,|of? YEAR") { match in
        guard let season = match.item(.season)?.reading.season, let year = match.year else { return nil }
        return .season(season, .year(year))
      },
      .date("date.quarter", "the? latest quarter|period") { _ in .unit(.quarter, -1) },
    ]
    + (1...4).flatMap { number in
      [
        DateRule.date("date.quarter", "q\(number)") { _ in
          .fraction(number, of: 4, .calendar(year: nil, month: nil, day: nil))
        },
        DateRule.date("date.quarter", "q\(number) ,|of? YEAR") {
          .fraction(number, of: 4, .calendar(year: $0.year, month: nil, day: nil))
        },
        DateRule.date("date.quarter", "YEAR q\(number)") {
          .fraction(number, of: 4, .calendar(year: $0.year, month: nil, day: nil))
        },
      ]
    }

  private static func quarter(_ match: DateMatch, of year: DateExpression?) -> DateExpression? {
    guard let number = match.number(.ordinal), 1...4 ~= number, let year else { return nil }
    return .fraction(number, of: 4, year)
  }

  private static let holidays: [DateRule?] = [
    .date("date.holiday", "HOLIDAY ,|of|in? YEAR") { match in
      guard let holiday = match.item(.holiday)?.reading.holiday, let year = match.year else { return nil }
      return .holiday(holiday, .year(year))
    }
  ]

  /// Months, seasons and holidays alone.
  static let names = DateRuleLayer([
    .date("date.month", "PLAINMONTH", calendar),
    // Names that are words as well, such as `May`, need a preposition in front.
    DateRule("date.month", "MONTH") { match in calendar(match).map { .weak($0) } },
    DateRule("date.season", "SEASON") { match in
      match.item(.season)?.reading.season.map { .weak(.season($0, .plain)) }
    },
    .date("date.holiday", "HOLIDAY") { match in match.item(.holiday)?.reading.holiday.map { .holiday($0, .plain) } },
    DateRule("date.day", "the DAY") { match in
      guard let number = match.item(.day)?.reading.number, number.isOrdinal, number.digits > 0 else { return nil }
      return match.day.map { .weak(.calendar(year: nil, month: nil, day: $0)) }
    },
  ])

  /// A weekday beside its date; weekdays alone.
  static let weekdays = DateRuleLayer([
    .date("", "WEEKDAY ,|on|the? DAYDATE") { match in
      // A date with a weekday in front is that date; `Thursday, yesterday` is not one expression.
      if case .calendar(_, _?, _?)? = match.date { match.date } else { nil }
    },
    .date("date.day", "WEEKDAY DAYDATE") { match in
      // `Monday the 13th`
      if case .calendar(nil, nil, _?)? = match.date { match.date } else { nil }
    },
    .date("", "DAYDATE ,|( WEEKDAY )?") { match in
      if case .calendar(_, _?, _?)? = match.date { match.date } else { nil }
    },
    .date("date.weekday", "PLAINWEEKDAY") { match in match.weekday.map { .weekday($0, .plain) } },
    DateRule("date.weekday", "WEEKDAY") { match in match.weekday.map { .weak(.weekday($0, .plain)) } },
  ])
}
