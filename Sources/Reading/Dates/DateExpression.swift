import DatelineCore

/// What a date expression says before anything is known of when it was written.
indirect enum DateExpression: Sendable, Equatable {
  /// Year, month and day as far as they are written; at least one of them.
  case calendar(year: Int?, month: Int?, day: Int?)
  /// `Thursday`, `last Friday`: ISO weekday, 1 is Monday.
  case weekday(Int, Choice)
  /// `last April`, `next May`.
  case month(Int, Choice)
  /// `summer` (2), `last winter` (4).
  case season(Int, Choice)
  case holiday(Holiday, Choice)
  case weekend(Choice)
  /// The calendar unit that holds the reference, shifted: `today`, `last week` (-1), `next year` (+1).
  case unit(CalendarUnit, Int)
  /// `the past two weeks` (-2), `the next 3 days` (+3).
  case span(CalendarUnit, Int)
  /// `two days ago`, `in 3 weeks`, `a year earlier`, `10 days before the election`.
  case distance([CalendarAmount], Anchor)
  /// The unit that holds the date told before, shifted: `that day`, `the next day`, `the previous month`.
  case narrative(CalendarUnit, Int)
  /// `first Monday of`, `last week of` (-1).
  case ordinalUnit(Int, CalendarUnit, DateExpression)
  case ordinalWeekday(Int, Int, DateExpression)
  /// The third quarter (3 of 4), the second half (2 of 2) of a year.
  case fraction(Int, of: Int, DateExpression)
  case edge(Edge, DateExpression)
  /// 1980 for the 1980s.
  case decade(Int)
  case part(PartOfDay, DateExpression)
  case clock(ClockTime, ClockPrecision, DateExpression)
  /// The moment of writing.
  case now
  /// The hours from the evening before into the day of the reference.
  case overnight
  case range(DateExpression, DateExpression)
  /// From now to the end of something: `by the end of the month`.
  case untilEnd(DateExpression)

  /// Which of the days, months or seasons of one name is meant.
  enum Choice: Sendable, Equatable {
    /// By tense: the nearest one in the past for news.
    case plain
    case this, last, next
    /// Counted from the date told before: `the previous Friday`, `the following Monday`.
    case previous, following
    case year(Int)
  }

  enum Anchor: Sendable, Equatable {
    case reference
    /// The date told before.
    case narrative
    indirect case expression(DateExpression)
  }

  enum Edge: Sendable, Equatable { case beginning, middle, end, early, late, whole }

  enum ClockPrecision: Sendable, Equatable {
    case minute, hour
    /// An hour without morning or afternoon: `at 8`.
    case ambiguousHour
  }
}

/// A unit that the calendar is counted in.
enum CalendarUnit: UInt8, Sendable, Comparable {
  case second, minute, hour, day, week, fortnight, month, quarter, year, decade, century

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

  /// How closely `one of these ago` tells the time.
  var precision: DateMention.Precision {
    switch self {
    case .second, .minute: .minute
    case .hour: .hour
    case .day: .day
    case .week, .fortnight: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .decade, .century: .decade
    }
  }
}

/// A number of calendar units, negative into the past.
struct CalendarAmount: Sendable, Equatable {
  var count: Int
  var unit: CalendarUnit
}
