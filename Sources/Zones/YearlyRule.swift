public import DatelineCore

/// A day that comes once a year, as rules of summer time name it.
///
/// Weekdays are ISO's: 1 is Monday, 7 is Sunday.
public enum YearlyRule: Hashable, Sendable {
  /// A day of a month; 29 February only in leap years. RRULE: `BYMONTH=10;BYMONTHDAY=1`.
  case date(month: Int, day: Int)
  /// The first (1) to fifth (5) such weekday of a month, or counted from its end (-1...-5); none where the month has no
  /// fifth. RRULE: `BYMONTH=3;BYDAY=-1SU`.
  case weekday(Int, ordinal: Int, month: Int)
  /// The first such weekday on or after a day of a month, which may lie in the next month.
  /// RRULE: `BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU`.
  case weekdayOnOrAfter(Int, month: Int, day: Int)
  /// The day with this number, 1...366; none where the year has no 366th. RRULE: `BYYEARDAY=60`.
  case dayOfYear(Int)

  /// The day in a year; nil where that year has none.
  public func day(in year: Int) -> CalendarDate? {
    switch self {
    case .date(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .dayOfYear(let number):
      guard 1...(CalendarDate.isLeap(year) ? 366 : 365) ~= number else { return nil }
      return CalendarDate(year: year, month: 1, day: 1)?.adding(days: number - 1)
    case .weekdayOnOrAfter(let weekday, let month, let day):
      guard 1...7 ~= weekday, let first = CalendarDate(year: year, month: month, day: day) else { return nil }
      return first.adding(days: Self.days(from: first.weekday, to: weekday))
    case .weekday(let weekday, let ordinal, let month):
      guard 1...7 ~= weekday, -5...5 ~= ordinal, ordinal != 0,
        let first = CalendarDate(year: year, month: month, day: 1)
      else { return nil }
      let length = CalendarDate.days(inMonth: month, of: year)
      var day = 1 + Self.days(from: first.weekday, to: weekday)
      day += ordinal > 0 ? 7 * (ordinal - 1) : (length - day) / 7 * 7 + 7 * (ordinal + 1)
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  /// How many days after one weekday the other comes, 0...6.
  static func days(from: Int, to: Int) -> Int { ((to - from) % 7 + 7) % 7 }
}

/// A change of offset that comes once a year.
struct YearlyOnset {
  var rule: YearlyRule
  /// Seconds from the midnight that begins the rule's day; any number counts, so -3,600 is an hour before it.
  var secondOfDay: Int
  /// What clocks were ahead of UTC when they showed that time.
  var offsetBefore: Int
  /// The number of the period that begins.
  var period: Int

  /// The instant in a year; nil where the rule gives none.
  func instant(in year: Int) -> Int? {
    rule.day(in: year).map { $0.dayNumber * 86_400 + secondOfDay - offsetBefore }
  }
}
