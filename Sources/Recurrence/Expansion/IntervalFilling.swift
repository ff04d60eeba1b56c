import DatelineCore

/// The days of the month that was asked for last.
struct MonthMemory: Sendable {
  var key = Int.min
  var days: UInt32 = 0
  var firstDayNumber = 0
}

extension Occurrences {
  /// Whether an interval was found.
  enum Filling {
    case filled
    /// No day keeps to the rule.
    case never
  }

  /// The first second that an interval can have. Years of weeks begin up to three days before the year does.
  func earliestSecond(of position: Int) -> Int {
    switch plan.frequency {
    case .yearly: (firstDayNumber(year: position, month: 1) - 3) * 86_400
    case .monthly: firstDayNumber(monthNumber: position) * 86_400
    default: position * plan.unit
    }
  }

  /// Puts the days of the interval at the position, or of the next one that can have any, into ``bases``, and moves on.
  mutating func fillInterval() -> Filling {
    switch plan.frequency {
    case .yearly: plan.days.hasWeeks ? fillYearOfWeeks() : fillYear()
    case .monthly: fillMonth()
    case .weekly: fillWeek()
    case .daily: return fillDay()
    default: return fillUnit()
    }
    position += plan.step
    return .filled
  }

  private mutating func fillYear() {
    for month in 1...12 { append(load(position * 12 + month - 1), from: 0) }
  }

  private mutating func fillYearOfWeeks() {
    let first = firstDayOfWeeks(of: position)
    let end = firstDayOfWeeks(of: position + 1)
    for month in position * 12 - 1...position * 12 + 12 {
      load(month)
      append(self.month.days, notBefore: first, before: end)
    }
  }

  private mutating func fillMonth() {
    append(load(position, takesOverflow: false), from: 0)
    let year = floorDivided(position, 12)
    guard plan.days.overflows(year: year, month: position - year * 12 + 1) else { return }
    load(position + 1, takesOverflow: true)
    append(month.days & 1, from: 0)
  }

  private mutating func fillWeek() {
    let date = CalendarDate(dayNumber: position)
    let number = date.year * 12 + date.month - 1
    let days = load(number) >> UInt32(date.day - 1) & 0x7F
    append(days, from: position - month.firstDayNumber)
    let length = CalendarDate.days(inMonth: date.month, of: date.year)
    guard date.day + 6 > length else { return }
    let rest = date.day + 6 - length
    append(load(number + 1) & (1 << UInt32(rest) - 1), from: 0)
  }

  private mutating func fillDay() -> Filling {
    guard let day = nextDay(from: position) else { return .never }
    guard day == position else {
      position += roundedUp(day - position)
      return .filled
    }
    bases.append(day * 86_400)
    position += plan.step
    return .filled
  }

  /// Finds out how far the next hour, minute or second within the limits lies, and goes there if it is not here.
  private mutating func fillUnit() -> Filling {
    let seconds = position * plan.unit
    let today = floorDivided(seconds, 86_400)
    guard let day = nextDay(from: today) else { return .never }
    let perDay = 86_400 / plan.unit
    let now = position - today * perDay
    let next = day == today ? nextUnit(from: now) : 0
    guard day == today, next == now else {
      position += roundedUp(next.map { day * perDay + $0 - position } ?? (day + 1) * perDay - position)
      return .filled
    }
    bases.append(plan.isDate ? day * 86_400 : seconds)
    position += plan.isDate ? roundedUp((day + 1) * perDay - position) : plan.step
    return .filled
  }

  /// The next multiple of the step.
  private func roundedUp(_ distance: Int) -> Int { (distance + plan.step - 1) / plan.step * plan.step }

  /// The next hour, minute or second of a day, from the one numbered `unit`, within the limits; nil if it has none.
  private func nextUnit(from unit: Int) -> Int? {
    guard plan.hours != ~0 || plan.minutes != ~0 || plan.seconds != ~0 else { return unit }
    var second = unit * plan.unit
    while second < 86_400 {
      let (hour, minute) = (second / 3_600, second / 60 % 60)
      let hours = plan.hours >> UInt32(hour)
      let minutes = plan.minutes >> UInt64(minute)
      let seconds = plan.seconds >> UInt64(second % 60)
      if hours & 1 == 0 {
        second = (hour + hours.trailingZeroBitCount) * 3_600
      } else if minutes & 1 == 0 {
        second += Swift.min(minutes.trailingZeroBitCount, 60 - minute) * 60 - second % 60
      } else if seconds & 1 == 0 {
        second += Swift.min(seconds.trailingZeroBitCount, 60 - second % 60)
      } else {
        return second / plan.unit
      }
    }
    return nil
  }

  /// The next day that the rule leaves, `day` or later; nil where there is none in 400 years.
  private mutating func nextDay(from day: Int) -> Int? {
    if plan.days.isAll { return day }
    let date = CalendarDate(dayNumber: day)
    var number = date.year * 12 + date.month - 1
    var days = load(number) & ~(1 << UInt32(date.day - 1) - 1)
    for _ in 0...4_800 {
      if days != 0 { return month.firstDayNumber + days.trailingZeroBitCount }
      number += 1
      days = load(number)
    }
    return nil
  }
}

// MARK: Months

extension Occurrences {
  /// Fetches a month, counted from January of the year 0.
  @discardableResult
  private mutating func load(_ number: Int, takesOverflow: Bool = true) -> UInt32 {
    // Twice the number, so that a month with an overflow is another one.
    let key = number * 2 + (takesOverflow ? 1 : 0)
    if month.key == key { return month.days }
    let year = floorDivided(number, 12)
    month.key = key
    month.firstDayNumber = firstDayNumber(monthNumber: number)
    month.days = plan.days.days(
      year: year, month: number - year * 12 + 1, firstDayNumber: month.firstDayNumber, takesOverflow: takesOverflow)
    return month.days
  }

  /// Appends the days in `bits`, of which the first is the one at `offset` of the loaded month.
  private mutating func append(_ bits: UInt32, from offset: Int) {
    var rest = bits
    while rest != 0 {
      bases.append((month.firstDayNumber + offset + rest.trailingZeroBitCount) * 86_400)
      rest &= rest - 1
    }
  }

  private mutating func append(_ bits: UInt32, notBefore first: Int, before end: Int) {
    var rest = bits
    while rest != 0 {
      let day = month.firstDayNumber + rest.trailingZeroBitCount
      if first..<end ~= day { bases.append(day * 86_400) }
      rest &= rest - 1
    }
  }

  /// The day with which week 1 of a year begins: the week that holds 4 January.
  private func firstDayOfWeeks(of year: Int) -> Int {
    let fourth = firstDayNumber(year: year, month: 1) + 3
    return fourth - floorModulo(fourth + 3 - plan.weekStart, 7)
  }

  private func firstDayNumber(monthNumber: Int) -> Int {
    let year = floorDivided(monthNumber, 12)
    return firstDayNumber(year: year, month: monthNumber - year * 12 + 1)
  }

  /// The calendar has a first day in every month, so that the default is never taken.
  private func firstDayNumber(year: Int, month: Int) -> Int {
    CalendarDate(year: year, month: month, day: 1)?.dayNumber ?? 0
  }
}
