public import DatelineCore

/// How something recurs: the value of RRULE and EXRULE (RFC 5545, section 3.3.10, with RFC 7529).
///
/// A rule is plain data. Lists keep the order in which they were written; an empty list is a part that is not there.
/// ``parse(_:)`` makes rules whose values are in range; ``Recurrence`` lets no value outside it match.
public struct RecurrenceRule: Hashable, Sendable {
  /// FREQ: the unit of the interval, from the shortest to the longest.
  public enum Frequency: Int, CaseIterable, Comparable, Sendable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly

    /// Whether `lhs` has the shorter unit.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// A day of the week, numbered as ISO 8601 does: Monday is 1.
  public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// An item of BYDAY: a weekday, or the one at `ordinal` in the month or year, counted from the end where negative.
  public struct WeekdayPosition: Hashable, Sendable {
    /// -53 ... -1 or 1...53; nil is each such weekday.
    public var ordinal: Int?
    public var weekday: Weekday

    /// Each `weekday`, or the one at `ordinal`.
    public init(_ weekday: Weekday, ordinal: Int? = nil) {
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  /// An item of BYMONTH: 1...13, and whether the leap month after it is meant (`5L`, RFC 7529, section 4.2).
  public struct Month: Hashable, Sendable {
    public var number: Int
    public var isLeap: Bool

    /// The month with this number, or the leap month that follows it.
    public init(_ number: Int, isLeap: Bool = false) {
      self.number = number
      self.isLeap = isLeap
    }
  }

  /// UNTIL: the last moment at which an occurrence may begin. A date holds until its end.
  public enum Until: Hashable, Sendable {
    case date(CalendarDate)
    /// A date-time in the zone of the start.
    case local(LocalDateTime)
    case utc(LocalDateTime)
  }

  /// SKIP: what becomes of a day that its month lacks, such as 31 April (RFC 7529, section 4.1).
  public enum Skip: String, CaseIterable, Sendable {
    case omit = "OMIT"
    /// The last day before it.
    case backward = "BACKWARD"
    /// The first day after it.
    case forward = "FORWARD"
  }

  /// A part that is kept as it was written: unknown, a second one of its name, or with a value that can't be read.
  public struct OtherPart: Hashable, Sendable {
    public var name: String
    public var value: String

    /// The part `name=value`.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public var frequency: Frequency
  /// INTERVAL, 1 or more: how many units lie from one interval to the next that counts.
  public var interval = 1
  /// COUNT: how many occurrences there are.
  public var count: Int?
  public var until: Until?
  /// 0...60; 60 is a leap second, which ``Recurrence`` takes for 59 (RFC 5545, section 3.3.12).
  public var bySecond: [Int] = []
  /// 0...59.
  public var byMinute: [Int] = []
  /// 0...23.
  public var byHour: [Int] = []
  public var byDay: [WeekdayPosition] = []
  /// -31 ... -1 and 1...31.
  public var byMonthDay: [Int] = []
  /// -366 ... -1 and 1...366.
  public var byYearDay: [Int] = []
  /// -53 ... -1 and 1...53.
  public var byWeekNumber: [Int] = []
  public var byMonth: [Month] = []
  /// -366 ... -1 and 1...366: which of one interval's occurrences remain.
  public var bySetPosition: [Int] = []
  /// WKST: where weeks begin. nil is not said, which means Monday.
  public var weekStart: Weekday?
  /// RSCALE in capitals: the calendar of the rule's numbers; nil is not said, which means the Gregorian.
  public var scale: String?
  /// SKIP; nil is not said, which means ``Skip/omit``.
  public var skip: Skip?
  /// Parts that no property above holds, in their order. They have no effect.
  public var otherParts: [OtherPart] = []

  /// A rule that has nothing but a frequency.
  public init(_ frequency: Frequency) { self.frequency = frequency }

  /// Whether ``Recurrence`` knows the calendar that ``scale`` names. Only the Gregorian one is known.
  public var isExpandable: Bool { scale == nil || scale == "GREGORIAN" || scale == "GREGORY" }
}

extension RecurrenceRule.Frequency {
  /// The name in RFC 5545.
  var name: String {
    switch self {
    case .secondly: "SECONDLY"
    case .minutely: "MINUTELY"
    case .hourly: "HOURLY"
    case .daily: "DAILY"
    case .weekly: "WEEKLY"
    case .monthly: "MONTHLY"
    case .yearly: "YEARLY"
    }
  }
}

extension RecurrenceRule.Weekday {
  /// The two letters in RFC 5545.
  var name: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }

  /// The weekday that `name` abbreviates, in capitals.
  init?(name: Substring) {
    guard let weekday = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = weekday
  }
}
