import DatelineCore

/// The days that BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYDAY leave, a month at a time: bit 0 is the first.
///
/// A month's days are one word, so that a part costs a few bit operations for a month and none for a day.
struct DayFilter: Sendable {
  typealias Weekday = RecurrenceRule.Weekday

  /// Bit 1 is January. All are set where BYMONTH is not there.
  private(set) var months: UInt16 = 0x1FFE
  /// Bit 0 is the first of the month, bit 30 the 31st; nil where BYMONTHDAY is not there.
  private var monthDays: (fromStart: UInt32, fromEnd: UInt32)?
  /// The days of each month that BYYEARDAY leaves: 12 of a common year, 12 of a leap year. Empty where it is not there.
  private var yearDays: [UInt32] = []
  /// Bit 1 is week 1, and the last week counted from the end; nil where BYWEEKNO is not there.
  private var weeks: (fromStart: UInt64, fromEnd: UInt64)?
  /// Weekdays from Monday, 0...6, in bits: all of them count.
  private var weekdays: UInt8 = 0
  /// Weekdays of which one counts, with its ordinal.
  private var ordinals: [(weekday: Int, ordinal: Int)] = []
  private var ordinalsCountInYear = false
  private var limitsWeekdays = false
  private let weekStart: Int
  /// What becomes of a day that the month lacks.
  private let skip: RecurrenceRule.Skip

  /// Whether every day is left.
  var isAll: Bool {
    months == 0x1FFE && monthDays == nil && yearDays.isEmpty && weeks == nil && !limitsWeekdays
  }

  /// Whether BYWEEKNO is there, so that a yearly interval is a year of whole weeks.
  var hasWeeks: Bool { weeks != nil }

  /// The filter of `rule`, whose parts not there are filled from the day `start`.
  init(_ rule: RecurrenceRule, start: CalendarDate) {
    weekStart = (rule.weekStart ?? .monday).rawValue - 1
    let skipsDays = rule.frequency >= .monthly
    skip = skipsDays ? rule.skip ?? .omit : .omit
    if !rule.byMonth.isEmpty { setMonths(rule.byMonth, skip: rule.skip ?? .omit) }
    if !rule.byMonthDay.isEmpty { setMonthDays(rule.byMonthDay) }
    if !rule.byYearDay.isEmpty { setYearDays(rule.byYearDay) }
    if !rule.byWeekNumber.isEmpty { setWeeks(rule.byWeekNumber) }
    if !rule.byDay.isEmpty { setWeekdays(rule) }
    fill(rule, start: start)
  }

  /// Takes from DTSTART what a rule leaves open (RFC 5545, section 3.3.10): month and day of the month or the weekday.
  private mutating func fill(_ rule: RecurrenceRule, start: CalendarDate) {
    guard monthDays == nil, yearDays.isEmpty, !limitsWeekdays else { return }
    switch rule.frequency {
    case .yearly where weeks != nil, .weekly where weeks == nil:
      setWeekdays([RecurrenceRule.WeekdayPosition(Weekday(rawValue: start.weekday) ?? .monday)])
    case .yearly:
      if rule.byMonth.isEmpty { months = 1 << UInt16(start.month) }
      setMonthDays([start.day])
    case .monthly where weeks == nil: setMonthDays([start.day])
    default: break
    }
  }

  private mutating func setMonths(_ list: [RecurrenceRule.Month], skip: RecurrenceRule.Skip) {
    months = 0
    for month in list where 1...12 ~= month.number {
      // The Gregorian calendar has no leap months: one lies between its namesake and the month after.
      switch (month.isLeap, skip) {
      case (false, _), (true, .backward): months |= 1 << UInt16(month.number)
      case (true, .forward): months |= 1 << UInt16(month.number % 12 + 1)
      case (true, .omit): break
      }
    }
  }

  private mutating func setMonthDays(_ list: [Int]) {
    var days: (fromStart: UInt32, fromEnd: UInt32) = (0, 0)
    for day in list {
      if 1...31 ~= day { days.fromStart |= 1 << UInt32(day - 1) }
      if -31 ... -1 ~= day { days.fromEnd |= 1 << UInt32(-day - 1) }
    }
    monthDays = days
  }

  private mutating func setYearDays(_ list: [Int]) {
    yearDays = [UInt32](repeating: 0, count: 24)
    for (base, length) in [(0, 365), (12, 366)] {
      for number in list where -366...366 ~= number {
        var day = number > 0 ? number - 1 : length + number
        guard number != 0, 0..<length ~= day else { continue }
        for month in 1...12 {
          let days = CalendarDate.days(inMonth: month, of: length == 366 ? 2000 : 2001)
          if day < days {
            yearDays[base + month - 1] |= 1 << UInt32(day)
            break
          }
          day -= days
        }
      }
    }
  }

  private mutating func setWeeks(_ list: [Int]) {
    var numbers: (fromStart: UInt64, fromEnd: UInt64) = (0, 0)
    for number in list {
      if 1...53 ~= number { numbers.fromStart |= 1 << UInt64(number) }
      if -53 ... -1 ~= number { numbers.fromEnd |= 1 << UInt64(-number) }
    }
    weeks = numbers
  }

  private mutating func setWeekdays(_ rule: RecurrenceRule) {
    let hasOrdinals = rule.frequency >= .monthly
    setWeekdays(hasOrdinals ? rule.byDay : rule.byDay.map { RecurrenceRule.WeekdayPosition($0.weekday) })
    ordinalsCountInYear = rule.frequency == .yearly && rule.byMonth.isEmpty
  }

  private mutating func setWeekdays(_ list: [RecurrenceRule.WeekdayPosition]) {
    limitsWeekdays = true
    for item in list {
      if let ordinal = item.ordinal {
        if ordinal != 0, -53...53 ~= ordinal { ordinals.append((item.weekday.rawValue - 1, ordinal)) }
      } else {
        weekdays |= 1 << UInt8(item.weekday.rawValue - 1)
      }
    }
  }
}

// MARK: The days of a month

extension DayFilter {
  /// A month, and what the filter asks about it.
  private struct Place {
    let year: Int
    let month: Int
    let length: Int
    /// Days of the year before the month.
    let daysBefore: Int
    /// Of the month's first day, 0 is Monday.
    let firstWeekday: Int

    var all: UInt32 { (1 << UInt32(length)) - 1 }
    var yearLength: Int { CalendarDate.isLeap(year) ? 366 : 365 }

    init(year: Int, month: Int, firstDayNumber: Int) {
      self.year = year
      self.month = month
      length = CalendarDate.days(inMonth: month, of: year)
      daysBefore = (month * 367 - 362) / 12 - (month <= 2 ? 0 : CalendarDate.isLeap(year) ? 1 : 2)
      firstWeekday = floorModulo(firstDayNumber + 3, 7)
    }

    /// The days of the month that fall on `weekday`.
    func days(on weekday: Int) -> UInt32 { (0x1020_4081 << UInt32(floorModulo(weekday - firstWeekday, 7))) & all }
  }

  /// The days of a month that are left.
  ///
  /// - Parameter takesOverflow: whether the first also stands for a day that the month before lacks (SKIP=FORWARD).
  func days(year: Int, month: Int, firstDayNumber: Int, takesOverflow: Bool) -> UInt32 {
    let overflow = takesOverflow && skip == .forward && overflows(year: year, month: month - 1)
    guard overflow || months & 1 << UInt16(month) != 0 else { return 0 }
    let place = Place(year: year, month: month, firstDayNumber: firstDayNumber)
    var days = months & 1 << UInt16(month) != 0 ? place.all : 0
    if let monthDays { days &= self.days(monthDays, of: place) }
    if !yearDays.isEmpty { days &= yearDays[month - 1 + (place.yearLength == 366 ? 12 : 0)] }
    if overflow { days |= 1 }
    if let weeks { days &= self.days(weeks, of: place) }
    if limitsWeekdays { days &= weekdays(of: place) }
    return days
  }

  /// Whether the month is asked for a day that it lacks, and its next month is to take it.
  func overflows(year: Int, month: Int) -> Bool {
    guard skip == .forward, let monthDays, 1...12 ~= month, months & 1 << UInt16(month) != 0 else { return false }
    return monthDays.fromStart >> UInt32(CalendarDate.days(inMonth: month, of: year)) != 0
  }

  private func days(_ monthDays: (fromStart: UInt32, fromEnd: UInt32), of place: Place) -> UInt32 {
    var days = monthDays.fromStart & place.all
    if skip == .backward, monthDays.fromStart > place.all { days |= 1 << UInt32(place.length - 1) }
    var rest = monthDays.fromEnd & place.all
    while rest != 0 {
      days |= 1 << UInt32(place.length - 1 - rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return days
  }

  /// A week belongs to the year in which its fourth day lies; the number of that day in the year gives the week's.
  private func days(_ weeks: (fromStart: UInt64, fromEnd: UInt64), of place: Place) -> UInt32 {
    var days: UInt32 = 0
    var first = -floorModulo(place.firstWeekday - weekStart, 7)
    while first < place.length {
      var fourth = place.daysBefore + first + 3
      var yearLength = place.yearLength
      if fourth < 0 {
        yearLength = CalendarDate.isLeap(place.year - 1) ? 366 : 365
        fourth += yearLength
      } else if fourth >= yearLength {
        fourth -= yearLength
        yearLength = CalendarDate.isLeap(place.year + 1) ? 366 : 365
      }
      let fromStart = UInt64(1) << UInt64(fourth / 7 + 1)
      let fromEnd = UInt64(1) << UInt64((yearLength - 1 - fourth) / 7 + 1)
      if weeks.fromStart & fromStart != 0 || weeks.fromEnd & fromEnd != 0 {
        days |= first >= 0 ? 0x7F << UInt32(first) : 0x7F >> UInt32(-first)
      }
      first += 7
    }
    return days & place.all
  }

  private func weekdays(of place: Place) -> UInt32 {
    var days: UInt32 = 0
    var rest = weekdays
    while rest != 0 {
      days |= place.days(on: rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    for item in ordinals {
      // Days are counted from 0 at the beginning of the month or of the year.
      let (length, offset) = ordinalsCountInYear ? (place.yearLength, place.daysBefore) : (place.length, 0)
      let first = floorModulo(item.weekday - place.firstWeekday + offset, 7)
      let last = first + (length - 1 - first) / 7 * 7
      let day = item.ordinal > 0 ? first + (item.ordinal - 1) * 7 : last + (item.ordinal + 1) * 7
      if 0..<length ~= day, 0..<place.length ~= day - offset { days |= 1 << UInt32(day - offset) }
    }
    return days
  }
}

/// `number` / `divisor`, rounded down.
///
/// - Precondition: `divisor` is positive.
func floorDivided(_ number: Int, _ divisor: Int) -> Int {
  number >= 0 ? number / divisor : -1 - (-1 - number) / divisor
}

/// What is left over by ``floorDivided(_:_:)``, 0..<divisor.
///
/// - Precondition: `divisor` is positive.
func floorModulo(_ number: Int, _ divisor: Int) -> Int {
  let rest = number % divisor
  return rest < 0 ? rest + divisor : rest
}
