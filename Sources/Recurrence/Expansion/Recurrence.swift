public import DatelineCore

/// The first occurrence: the value of DTSTART on its own clock.
public enum RecurrenceStart: Hashable, Sendable {
  /// A day; occurrences are days too, and have midnight as their time.
  case date(CalendarDate)
  case dateTime(LocalDateTime)

  /// The date-time; midnight for a day.
  public var dateTime: LocalDateTime {
    switch self {
    case .date(let date): LocalDateTime(date)
    case .dateTime(let time): time
    }
  }
}

/// How an expansion ended.
public enum RecurrenceOutcome: Hashable, Sendable {
  /// There are no more: COUNT, UNTIL, the window or the year 9999 is at its end.
  case exhausted
  /// No day and time keeps to the rule. The Gregorian calendar repeats itself, weekdays and all, after 400 years: what
  /// has not occurred in 400 years, or in as many as its interval needs to meet every place of them, never does.
  case neverOccurs
  /// The budget was spent on intervals without an occurrence, or the start lies beyond the years that can be reckoned
  /// with; nothing is known of what would follow.
  case limitReached
  /// The rule's calendar is not known (``RecurrenceRule/isExpandable``).
  case notExpandable
}

/// A rule with the start from which it is reckoned: a sequence of occurrences, in order, each one once.
///
/// The rules are those of RFC 5545, section 3.3.10, with SKIP of RFC 7529, section 4.1. Where these leave a choice:
///
/// - A start that the rule does not give is not an occurrence, unless ``UnmatchedStart/first`` is asked for.
/// - A week belongs with all its days to the year that numbers it, so that `FREQ=YEARLY;BYWEEKNO=1` may give 31 December
///   of the year before, and every other year means every other year of weeks. Its weekday is the start's.
/// - With a day as start, BYHOUR, BYMINUTE and BYSECOND are passed over, and FREQ=HOURLY and shorter give each day that
///   one of their intervals meets.
/// - Second 60 is second 59. UNTIL with a date holds until the end of that day. Both COUNT and UNTIL bound a rule that
///   has both.
/// - Parts that RFC 5545 does not allow at a frequency limit the days; there, ordinals of BYDAY have no effect.
/// - SKIP applies to days that BYMONTHDAY or the start's day names, and to leap months.
/// - The year 9999 is the last.
public struct Recurrence: Sequence, Sendable {
  /// What becomes of a start that does not keep to the rule; RFC 5545, section 3.8.5.3, leaves it undefined.
  public enum UnmatchedStart: Sendable {
    /// It is no occurrence; COUNT counts from the first that is.
    case omitted
    /// It is the first occurrence, and COUNT counts it.
    case first
  }

  let rule: RecurrenceRule
  let start: RecurrenceStart
  let unmatchedStart: UnmatchedStart
  let budget: Int
  let utcSeconds: (@Sendable (LocalDateTime) -> Int)?

  /// The occurrences of `rule` from `start`.
  ///
  /// - Parameters:
  ///   - budget: how many intervals without an occurrence are examined in a row; more end as
  ///     ``RecurrenceOutcome/limitReached``.
  ///   - utcSeconds: the second since 1970 in UTC at which the start's zone shows a date-time, for UNTIL in UTC. It is
  ///     asked near UNTIL only. Where it is nil, the zone is UTC.
  public init(
    _ rule: RecurrenceRule, from start: RecurrenceStart, unmatchedStart: UnmatchedStart = .omitted,
    budget: Int = 1_000_000, utcSeconds: (@Sendable (LocalDateTime) -> Int)? = nil
  ) {
    self.rule = rule
    self.start = start
    self.unmatchedStart = unmatchedStart
    self.budget = budget
    self.utcSeconds = utcSeconds
  }

  /// All occurrences.
  public func makeIterator() -> Occurrences { Occurrences(self, from: Int.min, to: Int.max) }

  /// The occurrences at `from` or after it, and before `to`. Without COUNT, and with it where every interval has as
  /// many, what lies before `from` is jumped over; else it is counted interval by interval.
  public func occurrences(from: LocalDateTime, to: LocalDateTime) -> Occurrences {
    Occurrences(self, from: from.localSeconds, to: to.localSeconds)
  }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01T00:00:00 of the same clock; the nearest that there are for years beyond ±100 milliard.
  var localSeconds: Int {
    let year = min(max(date.year, -Self.lastYear), Self.lastYear)
    guard year == date.year else { return year < 0 ? Int.min : Int.max }
    return date.dayNumber * 86_400 + secondOfDay
  }

  /// The date-time of local seconds.
  init(localSeconds: Int) {
    let day = floorDivided(localSeconds, 86_400)
    self.init(CalendarDate(dayNumber: day), secondOfDay: localSeconds - day * 86_400)
  }

  /// The last year whose seconds can be counted with room to spare.
  static let lastYear = 100_000_000_000
}
