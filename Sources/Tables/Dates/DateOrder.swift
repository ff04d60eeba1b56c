import DatelineCore

/// Which of two numbers in a column of dates is the day: found out from the dates that leave no doubt.
struct DateOrder {
  /// What the column has shown.
  private(set) var isDayFirst: Bool?
  private var hasSaidSo = false

  /// What to say of a date.
  enum Doubt {
    /// The order of the column is not known, and the day is taken to be first. Said once for a column.
    case assumed
    /// The date has another order than the column.
    case contradicts
  }

  /// Learns from one date, before any is read.
  mutating func learn(_ reading: TableDate.Reading) {
    switch reading {
    case .dayFirst where isDayFirst == nil: isDayFirst = true
    case .monthFirst where isDayFirst == nil: isDayFirst = false
    default: break
    }
  }

  /// The day that is meant; nil where the calendar has none.
  mutating func resolve(_ reading: TableDate.Reading) -> (day: CalendarDate, doubt: Doubt?)? {
    switch reading {
    case .day(let day): return (day, nil)
    case .dayFirst(let day):
      defer { learn(reading) }
      return (day, isDayFirst == false ? .contradicts : nil)
    case .monthFirst(let day):
      defer { learn(reading) }
      return (day, isDayFirst ?? hasSaidSo ? .contradicts : nil)
    case .ambiguous(let first, let second, let year):
      let takesDayFirst = isDayFirst ?? true
      guard
        let day = CalendarDate(year: year, month: takesDayFirst ? second : first, day: takesDayFirst ? first : second)
      else { return nil }
      guard isDayFirst == nil, !hasSaidSo else { return (day, nil) }
      hasSaidSo = true
      return (day, .assumed)
    }
  }
}
