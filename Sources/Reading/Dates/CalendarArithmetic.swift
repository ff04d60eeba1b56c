import DatelineCore

/// Steps on the calendar that date expressions ask for.
enum CalendarArithmetic {
  /// Years beyond which no arithmetic is done, so that none overflows.
  private static let years = -9_999...99_999

  /// The first and last day of the calendar unit that holds `date`; weeks start on Monday (ISO 8601-1:2019, 4.2.2).
  static func bounds(of unit: CalendarUnit, holding date: CalendarDate) -> (CalendarDate, CalendarDate) {
    switch unit {
    case .second, .minute, .hour, .day: return (date, date)
    case .week:
      let first = date.adding(days: 1 - date.weekday)
      return (first, first.adding(days: 6))
    case .fortnight:
      let first = date.adding(days: 1 - date.weekday)
      return (first, first.adding(days: 13))
    case .month: return months(from: date.month, count: 1, year: date.year) ?? (date, date)
    case .quarter: return months(from: (date.month - 1) / 3 * 3 + 1, count: 3, year: date.year) ?? (date, date)
    case .year: return months(from: 1, count: 12, year: date.year) ?? (date, date)
    case .decade: return years(from: floor(date.year, 10), count: 10) ?? (date, date)
    case .century: return years(from: floor(date.year - 1, 100) + 1, count: 100) ?? (date, date)
    }
  }

  private static func floor(_ year: Int, _ step: Int) -> Int {
    let remainder = year % step
    return year - (remainder < 0 ? remainder + step : remainder)
  }

  /// The first and last day of whole months.
  static func months(from month: Int, count: Int, year: Int) -> (CalendarDate, CalendarDate)? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return (first, adding(count, .month, to: first).adding(days: -1))
  }

  private static func years(from year: Int, count: Int) -> (CalendarDate, CalendarDate)? {
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
    return (first, adding(count, .year, to: first).adding(days: -1))
  }

  /// The day a number of units later, or earlier where negative; the last of the month where it has no such day.
  static func adding(_ count: Int, _ unit: CalendarUnit, to date: CalendarDate) -> CalendarDate {
    let count = min(max(count, -1_000_000), 1_000_000)
    switch unit {
    case .second, .minute, .hour: return date
    case .day: return clamped(date, days: count)
    case .week: return clamped(date, days: count * 7)
    case .fortnight: return clamped(date, days: count * 14)
    case .month: return addingMonths(count, to: date)
    case .quarter: return addingMonths(count * 3, to: date)
    case .year: return addingMonths(count * 12, to: date)
    case .decade: return addingMonths(count * 120, to: date)
    case .century: return addingMonths(count * 1_200, to: date)
    }
  }

  private static func clamped(_ date: CalendarDate, days: Int) -> CalendarDate {
    let moved = date.adding(days: days)
    return years.contains(moved.year) ? moved : date
  }

  private static func addingMonths(_ count: Int, to date: CalendarDate) -> CalendarDate {
    let months = date.year * 12 + date.month - 1 + count
    let year = floor(months, 12) / 12
    let month = months - year * 12 + 1
    guard years.contains(year) else { return date }
    let day = min(date.day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: day) ?? date
  }

  /// The n-th `weekday` of the days from `first` through `last`, counted from their end where negative.
  static func weekday(_ count: Int, _ weekday: Int, from first: CalendarDate, through last: CalendarDate)
    -> CalendarDate?
  {
    guard count != 0, abs(count) <= 6_000 else { return nil }
    let day: CalendarDate
    if count > 0 {
      day = first.adding(days: (weekday - first.weekday + 7) % 7 + (count - 1) * 7)
    } else {
      day = last.adding(days: -((last.weekday - weekday + 7) % 7) + (count + 1) * 7)
    }
    return first <= day && day <= last ? day : nil
  }

  /// A point of time in minutes since 1970-01-01T00:00.
  static func minutes(_ date: CalendarDate, _ time: ClockTime?) -> Int {
    date.dayNumber * 1_440 + (time?.minuteOfDay ?? 0)
  }

  /// The day and clock time of a point of time in minutes.
  static func moment(_ minutes: Int) -> (CalendarDate, ClockTime) {
    let day = floor(minutes, 1_440) / 1_440
    let rest = minutes - day * 1_440
    return (CalendarDate(dayNumber: day), ClockTime(hour: rest / 60, at: rest % 60))
  }
}
