import DatelineCore

/// The yearly rules that may have given some days, one for each of consecutive years.
///
/// Each further day leaves fewer of them; what is left is a rule that gives exactly those days.
struct YearlyRuleSearch {
  private let first: CalendarDate
  private let weekday: Int
  /// Whether all days had one weekday.
  private var isWeekday = true
  /// Whether all days had the first one's month and day.
  private var isDate = true
  /// Whether all days had the same number in their year.
  private var isDayOfYear = true
  /// Whether all days were the last such weekday of the first one's month, and from the 22nd on.
  private var isLast: Bool
  /// Of which days in the first one's month, counted on beyond its ends, all were the first such weekday on or after.
  private var onOrAfter: ClosedRange<Int>

  /// Starts from the first day.
  init(_ day: CalendarDate) {
    first = day
    weekday = day.weekday
    isLast = day.day + 7 > CalendarDate.days(inMonth: day.month, of: day.year)
    onOrAfter = day.day - 6...day.day
  }

  /// What is left when a day of a later year is one more; nil where no rule gives it.
  func narrowed(by day: CalendarDate) -> YearlyRuleSearch? {
    var search = self
    search.isDate = isDate && (day.month, day.day) == (first.month, first.day)
    search.isDayOfYear = isDayOfYear && Self.dayOfYear(day) == Self.dayOfYear(first)
    search.isWeekday = isWeekday && day.weekday == weekday && search.narrowDays(by: day)
    search.isLast =
      isLast && day.month == first.month && day.day + 7 > CalendarDate.days(inMonth: day.month, of: day.year)
    return search.rule == nil ? nil : search
  }

  private mutating func narrowDays(by day: CalendarDate) -> Bool {
    guard let origin = CalendarDate(year: day.year, month: first.month, day: 1) else { return false }
    let number = day.dayNumber - origin.dayNumber + 1
    let low = max(onOrAfter.lowerBound, number - 6)
    let high = min(onOrAfter.upperBound, number)
    guard low <= high else {
      // The last such weekday of a February has eight days to lie on.
      onOrAfter = 0...0
      return isLast
    }
    onOrAfter = low...high
    return true
  }

  /// The rule that all days fit, the most usual form first.
  var rule: YearlyRule? {
    if isWeekday {
      if isLast { return .weekday(weekday, ordinal: -1, month: first.month) }
      for ordinal in 1...4 where onOrAfter.contains(ordinal * 7 - 6) {
        return .weekday(weekday, ordinal: ordinal, month: first.month)
      }
      if let rule = onOrAfterRule { return rule }
    }
    if isDate { return .date(month: first.month, day: first.day) }
    return isDayOfYear ? .dayOfYear(Self.dayOfYear(first)) : nil
  }

  private var onOrAfterRule: YearlyRule? {
    guard onOrAfter != 0...0 else { return nil }
    var (month, day) = (first.month, onOrAfter.upperBound)
    if day < 1 {
      // The days before 1 March and 1 January are not the same in all years.
      guard month > 1, month != 3 else { return nil }
      month -= 1
      day += CalendarDate.days(inMonth: month, of: 2001)
    }
    let rule = YearlyRule.weekdayOnOrAfter(weekday, month: month, day: day)
    return rule.recurrenceRule == nil ? nil : rule
  }

  private static func dayOfYear(_ day: CalendarDate) -> Int {
    day.dayNumber - (CalendarDate(year: day.year, month: 1, day: 1)?.dayNumber ?? 0) + 1
  }
}

extension YearlyRule {
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// The rule as the value of an RRULE (RFC 5545, section 3.3.10), without UNTIL: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
  /// nil for what that has no form for: days that no calendar has, and weekdays from the last days of December on.
  public var recurrenceRule: String? {
    switch self {
    case .date(let month, let day): return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(day)"
    case .dayOfYear(let number): return "FREQ=YEARLY;BYYEARDAY=\(number)"
    case .weekday(let weekday, let ordinal, let month):
      return Self.code(weekday).map { "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\($0)" }
    case .weekdayOnOrAfter(let weekday, let month, let day):
      guard let code = Self.code(weekday), let first = CalendarDate(year: 2001, month: month, day: day) else {
        return nil
      }
      if day + 6 <= CalendarDate.days(inMonth: month, of: 2001) {
        return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(Self.list(day...day + 6));BYDAY=\(code)"
      }
      // Days that lie in two months have the same numbers in every year: from its start up to February, from its end on
      // from March.
      let end = CalendarDate(year: month > 2 ? 2002 : 2001, month: 1, day: 1)?.dayNumber ?? 0
      let number = first.dayNumber - end + (month > 2 ? 0 : 1)
      guard month < 12 else { return nil }
      return "FREQ=YEARLY;BYYEARDAY=\(Self.list(number...number + 6));BYDAY=\(code)"
    }
  }

  private static func code(_ weekday: Int) -> String? { 1...7 ~= weekday ? weekdays[weekday - 1] : nil }

  private static func list(_ numbers: ClosedRange<Int>) -> String { numbers.map { "\($0)" }.joined(separator: ",") }
}
