extension EDTFDate {
  /// Which of the days that an expression may mean.
  enum Extreme { case first, last }

  /// The first and last year that this may mean; there is no year -0.
  var years: ClosedRange<Int> {
    let scaled = scaledMagnitude
    var low = scaled
    var high = scaled
    if significantDigits > 0 {
      let digits = isLetterPrefixed ? Self.digitCount(scaled) : 4
      let unit = Self.powerOfTen(digits - Int(significantDigits))
      low = scaled / unit * unit
      high = low + unit - 1
      if isNegative { low = max(low, 1) }
    } else if unspecifiedYearDigits != 0 {
      high += unspecifiedYear(9_999)
      if isNegative, low == 0 { low = unspecifiedYearDigits & 1 != 0 ? 1 : unspecifiedYear(1) }
    }
    return isNegative ? -high ... -low : low...high
  }

  /// The start of the first day that this may mean.
  var earliest: LocalDateTime {
    let day = seasonMonths.map { Self.firstDay(ofMonth: $0.lowerBound, from: years.lowerBound) } ?? bound(.first)
    return LocalDateTime(day, secondOfDay: time?.secondOfDay ?? 0)
  }

  /// The end of the last day that this may mean, or of the second where a time is given.
  var latest: LocalDateTime {
    if time != nil { return earliest.adding(seconds: 1) }
    if let months = seasonMonths {
      return LocalDateTime(Self.firstDay(ofMonth: months.upperBound + 1, from: years.upperBound))
    }
    return LocalDateTime(bound(.last).adding(days: 1))
  }

  private func bound(_ extreme: Extreme) -> CalendarDate {
    // A date that means no day was never made; its year stands in.
    extremeDay(extreme) ?? Self.firstDay(ofMonth: 1, from: extreme == .first ? years.lowerBound : years.upperBound)
  }

  /// The first day of a month that is counted from January of `year`, beyond 12 too.
  private static func firstDay(ofMonth month: Int, from year: Int) -> CalendarDate {
    let index = month - 1
    return CalendarDate(year: year + index / 12, month: index % 12 + 1, day: 1) ?? CalendarDate(dayNumber: 0)
  }

  /// The first or last day of the calendar that the digits allow; nil where they allow none. Not for seasons.
  func extremeDay(_ extreme: Extreme) -> CalendarDate? {
    let bounds = years
    // What the digits allow within a year depends on nothing but whether that year is leap.
    guard let inLeapYear = extremeDay(extreme, ofYearLike: 2000) else { return nil }
    let edge = extreme == .first ? bounds.lowerBound : bounds.upperBound
    if let inCommonYear = extremeDay(extreme, ofYearLike: 2001) {
      let day = CalendarDate.isLeap(edge) ? inLeapYear : inCommonYear
      return CalendarDate(year: edge, month: day.month, day: day.day)
    }
    guard let year = extremeLeapYear(extreme) else { return nil }
    return CalendarDate(year: year, month: inLeapYear.month, day: inLeapYear.day)
  }

  private func extremeDay(_ extreme: Extreme, ofYearLike year: Int) -> CalendarDate? {
    let isFirst = extreme == .first
    if let month = Self.number(month), let day = Self.number(day) {
      return CalendarDate(year: year, month: month, day: day)
    }
    for step in 1...12 {
      let number = isFirst ? step : 13 - step
      guard Self.matches(month, number) else { continue }
      let count = CalendarDate.days(inMonth: number, of: year)
      for step in 1...count {
        let dayNumber = isFirst ? step : count + 1 - step
        if Self.matches(day, dayNumber) { return CalendarDate(year: year, month: number, day: dayNumber) }
      }
    }
    return nil
  }

  /// The first or last leap year that the digits of the year allow.
  private func extremeLeapYear(_ extreme: Extreme) -> Int? {
    let places = (0..<4).count { unspecifiedYearDigits & 1 << UInt8($0) != 0 }
    let count = Self.powerOfTen(places)
    let isAscending = (extreme == .first) != isNegative
    for step in 0..<count {
      let year = scaledMagnitude + unspecifiedYear(isAscending ? step : count - 1 - step)
      if CalendarDate.isLeap(year), year != 0 || !isNegative { return isNegative ? -year : year }
    }
    return nil
  }

  /// What the X places of the year amount to when the digits of `filling` are put there, its ones in the last place.
  private func unspecifiedYear(_ filling: Int) -> Int {
    var rest = filling
    var sum = 0
    for place in 0..<4 where unspecifiedYearDigits & 1 << UInt8(place) != 0 {
      sum += rest % 10 * Self.powerOfTen(place)
      rest /= 10
    }
    return sum
  }

  /// The months of a season, counted from January of its year; beyond 12 they are the next year's.
  ///
  /// Exact: quarters (33...36), four-month periods (37...39) and half-years (40, 41). By the meteorologists' convention:
  /// spring from March (21, 25), summer from June (22, 26), autumn from September (23, 27), winter from December to
  /// February of the next year (24, 28), in the south (29...32) half a year later. 21...24 leave the hemisphere open
  /// and count as northern.
  private var seasonMonths: ClosedRange<Int>? {
    guard let season else { return nil }
    let (first, length) =
      switch season {
      case 21...24: (3 + (season - 21) * 3, 3)
      case 25...28: (3 + (season - 25) * 3, 3)
      case 29, 30: (9 + (season - 29) * 3, 3)
      case 31, 32: (3 + (season - 31) * 3, 3)
      case 33...36: (1 + (season - 33) * 3, 3)
      case 37...39: (1 + (season - 37) * 4, 4)
      default: (season == 40 ? 1 : 7, 6)
      }
    return first...(first + length - 1)
  }
}
