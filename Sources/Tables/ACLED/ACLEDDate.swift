import DatelineCore

/// A date in ACLED's three columns.
struct ACLEDDate {
  /// `event_date`.
  private(set) var day: CalendarDate?
  /// `year`, where there is no day.
  private(set) var year: Int?
  /// `time_precision`: 1 the day, 2 within a week, 3 within a month.
  private(set) var precision = 1
  /// Whether the reader gives the same date back.
  private(set) var isExact = true

  /// A day and nothing else, or no date.
  init(_ day: CalendarDate?) { self.day = day }

  /// - Parameters:
  ///   - date: The record's date, which is no plain day.
  ///   - original: The day that the source printed for a month, where it did.
  init(_ date: EDTF, original: Text?) {
    if let middle = Self.middleOfWeek(date) {
      day = middle
      precision = 2
    } else if let month = date.plainMonth {
      precision = 3
      day = original.flatMap { Self.day($0, in: month) } ?? CalendarDate(year: month.year, month: month.month, day: 1)
    } else if let plain = date.plainYear {
      year = plain
    } else if let first = date.earliestDay, let end = date.latestDay {
      let days = end.dayNumber - first.dayNumber
      precision = days <= 1 ? 1 : days <= 7 ? 2 : 3
      day = days <= 7 ? first.adding(days: max(0, (days - 1) / 2)) : first
      isExact = false
    } else {
      day = date.earliestDay ?? date.latestDay?.adding(days: -1)
      precision = 3
      isExact = false
    }
  }

  /// The day around which `date` is the week that the reader makes of precision 2; nil where it is no such week.
  private static func middleOfWeek(_ date: EDTF) -> CalendarDate? {
    guard let (first, last) = date.plainRange else { return nil }
    let number = first.dayNumber
    return last.dayNumber - number == 6 ? CalendarDate(dayNumber: number + 3) : nil
  }

  private static func day(_ text: Text, in month: (year: Int, month: Int)) -> CalendarDate? {
    switch text.withUTF8(TableDate.read) {
    case .day(let day)?, .dayFirst(let day)?, .monthFirst(let day)?:
      return day.year == month.year && day.month == month.month ? day : nil
    case .ambiguous(let first, let second, let year)?:
      guard year == month.year else { return nil }
      // The order that the record's month tells.
      if second == month.month { return CalendarDate(year: year, month: second, day: first) }
      return first == month.month ? CalendarDate(year: year, month: first, day: second) : nil
    case nil: return nil
    }
  }
}
