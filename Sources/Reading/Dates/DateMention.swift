package import DatelineCore

extension ClockTime {
  /// A time on the hour or at a minute past it; hours of 24 and more start over.
  init(hour: Int, at minute: Int = 0) { self.init(minuteOfDay: hour * 60 + minute) }

  /// Minutes since midnight.
  var minuteOfDay: Int { hour * 60 + minute }
}

extension PartOfDay {
  /// The hours that are meant, as minutes since midnight; those of the night go on into the next day.
  package var minutes: Range<Int> {
    switch self {
    case .night: 1_260..<1_800
    case .earlyMorning: 240..<480
    case .morning: 360..<720
    case .midday: 660..<840
    case .afternoon: 720..<1_080
    case .evening: 1_020..<1_320
    case .lateEvening: 1_260..<1_440
    }
  }
}

/// The days from one to another, both included, with the clock times of their ends where they are known.
package struct DateInterval: Hashable, Sendable {
  package var first: CalendarDate
  package var last: CalendarDate
  /// When it starts on `first`.
  package var from: ClockTime?
  /// When it ends on `last`.
  package var to: ClockTime?

  package init(_ first: CalendarDate, _ last: CalendarDate, from: ClockTime? = nil, to: ClockTime? = nil) {
    self.first = first
    self.last = last
    self.from = from
    self.to = to
  }
}

/// Words of the text that a part of a date was taken from.
package struct DateEvidence: Hashable, Sendable {
  /// UTF-8 offsets in the article's text.
  package var utf8Range: Range<Int>
  /// The rule that took it: `date.month-day`, `date.year-from-copyright`.
  package var rule: String

  package init(_ utf8Range: Range<Int>, _ rule: String) {
    self.utf8Range = utf8Range
    self.rule = rule
  }
}

/// Words of an article that say when something is, and the days that they mean.
package struct DateMention: Sendable, Equatable {
  /// How closely the words tell the time.
  package enum Precision: UInt8, Sendable, Comparable {
    case minute, hour, partOfDay, day, week, month, quarter, season, year, decade
    /// A stretch of days with two ends of its own.
    case range

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Where year and day come from; the weakest of them.
  package enum Basis: UInt8, Sendable, Comparable {
    /// In the words themselves.
    case stated
    /// From a weekday, a distance or a date told before, and a publication date that is stated.
    case resolved
    /// From a year or month that the article gives only by the way, as in its copyright line.
    case inferred

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// What the preposition makes of the date.
  package enum Relation: UInt8, Sendable { case at, since, until, before, after }

  /// Indices of the article's tokens.
  package var tokens: Range<Int>
  /// UTF-8 offsets in the article's text, with the preposition (`on January 13`).
  package var utf8Range: Range<Int>
  /// The days that are meant; nil where the words need a reference that there is not. A part of the day alone
  /// (`in the morning`) has the day told before, if any.
  package var interval: DateInterval?
  /// The day that arithmetic gives, where the words are vaguer: two years ago to the day.
  package var nominal: CalendarDate?
  package var precision: Precision
  package var partOfDay: PartOfDay?
  /// The clock time of a moment, or of the start of a range.
  package var time: ClockTime?
  package var basis: Basis
  package var relation: Relation
  /// Whether the day itself comes from these words, not from a date told before.
  package var hasOwnDay: Bool
  /// The words for the clock time or part of the day, where they are told apart from those for the day.
  package var timeEvidence: DateEvidence?
  /// The words for the day first, then those for the year or for the day that was told before.
  package var evidence: [DateEvidence]
}

extension DateMention {
  /// The date without clock times, as `2024-01-13`, `2024-01`, `2024-33` (a quarter), `198X` or
  /// `2024-07-19/2024-07-20`; nil where it is not resolved.
  package var edtf: EDTF? {
    guard let interval else { return nil }
    let (first, last) = (interval.first, interval.last)
    switch precision {
    case .year: return EDTF(year: first.year)
    case .month: return EDTF(year: first.year, month: first.month)
    case .quarter where first.month % 3 == 1: return EDTF(year: first.year, month: 33 + first.month / 3)
    case .decade where 0...9_999 ~= first.year:
      let digits = String(first.year / 10)
      return EDTF(String(repeating: "0", count: 3 - digits.count) + digits + "X")
    case .season, .range:
      if first.day == 1, last.day == CalendarDate.days(inMonth: last.month, of: last.year) {
        return Self.months(first, last)
      }
    default: break
    }
    guard first != last else { return EDTF(first) }
    guard let start = EDTF(first), let end = EDTF(last) else { return nil }
    return EDTF(from: .date(start), to: .date(end))
  }

  /// Whole months, or years where they are whole.
  private static func months(_ first: CalendarDate, _ last: CalendarDate) -> EDTF? {
    let areYears = first.month == 1 && last.month == 12
    guard let start = EDTF(year: first.year, month: areYears ? nil : first.month),
      let end = EDTF(year: last.year, month: areYears ? nil : last.month)
    else { return nil }
    return start == end ? start : EDTF(from: .date(start), to: .date(end))
  }
}
