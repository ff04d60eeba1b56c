import DatelineCore

extension DateResolver {
  mutating func resolveDistance(_ amounts: [CalendarAmount], _ anchor: DateExpression.Anchor) -> ResolvedDate? {
    guard let finest = amounts.map(\.unit).min(), let base = base(of: anchor) else { return nil }
    var date = base.nominal
    for amount in amounts where amount.unit >= .day {
      date = CalendarArithmetic.adding(amount.count, amount.unit, to: date)
    }
    if finest < .day {
      let minutes = amounts.reduce(0) { sum, amount in
        sum &+ (amount.unit == .hour ? amount.count &* 60 : amount.unit == .minute ? amount.count : 0)
      }
      guard let time = base.time else {
        // Hours before an unknown time of the day: most likely the same day.
        return ResolvedDate(date, date, .day)
      }
      return moment(
        CalendarArithmetic.minutes(date, time) + minutes, amounts.contains { $0.unit >= .week } ? .day : .minute)
    }
    if finest == .day || style == .note && finest < .month { return ResolvedDate(date, date, .day) }
    if anchor != .reference, base.precision >= .day, base.precision <= .quarter, base.precision != .week {
      // A year before a day is a day, a year before a quarter a quarter.
      let unit: CalendarUnit = base.precision == .day ? .day : base.precision == .month ? .month : .quarter
      let (first, last) = CalendarArithmetic.bounds(of: unit, holding: date)
      return ResolvedDate(first, last, base.precision)
    }
    let (first, last) = CalendarArithmetic.bounds(of: finest, holding: date)
    var result = ResolvedDate(first, last, finest.precision)
    result.nominal = date
    return result
  }

  mutating func base(of anchor: DateExpression.Anchor) -> ResolvedDate? {
    switch anchor {
    case .expression(let expression): return resolve(expression)
    case .narrative:
      if let narrative {
        usedNarrative = true
        return narrative
      }
      return base(of: .reference)
    case .reference:
      if let date = referenceDate() {
        var result = ResolvedDate(date, date, .day)
        result.time = reference?.time
        return result
      }
      // Years can be counted from a year.
      guard let reference, let date = reference.latest else { return nil }
      usedReference = true
      return ResolvedDate(date, date, reference.month == nil ? .year : .month)
    }
  }

  mutating func resolveNarrative(_ unit: CalendarUnit, _ shift: Int) -> ResolvedDate? {
    let told = unit == .day && narrative.map { !Self.isNearlyDay($0) } ?? true ? narrativeDay : narrative
    guard let narrative = told, narrative.precision <= unit.precision || narrative.precision == .range else {
      return style == .note ? resolveUnit(unit, shift) : nil
    }
    usedNarrative = true
    let base = shift > 0 ? narrative.interval.last : narrative.interval.first
    let (first, last) = CalendarArithmetic.bounds(of: unit, holding: CalendarArithmetic.adding(shift, unit, to: base))
    if unit == .day, shift == 0, narrative.precision == .range {
      return ResolvedDate(base, narrative.interval.last, .range)
    }
    return ResolvedDate(first, last, unit.precision)
  }

  /// Whether a date is a day or few of them, so that a time of day can be told of it.
  static func isNearlyDay(_ date: ResolvedDate) -> Bool {
    date.precision <= .day
      || date.precision == .range && date.interval.last.dayNumber - date.interval.first.dayNumber <= 3
  }

  /// The n-th unit of a span; weeks count where they lie in it as a whole. 0 means the unit that holds its start.
  static func nth(_ count: Int, _ unit: CalendarUnit, in outer: ResolvedDate) -> ResolvedDate? {
    let (first, last) = (outer.interval.first, outer.interval.last)
    guard abs(count) <= 400 else { return nil }
    var bounds: (CalendarDate, CalendarDate)
    if count == 0 {
      bounds = CalendarArithmetic.bounds(of: unit, holding: first)
    } else if count > 0 {
      bounds = CalendarArithmetic.bounds(of: unit, holding: first)
      if bounds.0 < first { bounds = CalendarArithmetic.bounds(of: unit, holding: bounds.1.adding(days: 1)) }
      bounds = CalendarArithmetic.bounds(of: unit, holding: CalendarArithmetic.adding(count - 1, unit, to: bounds.0))
    } else {
      bounds = CalendarArithmetic.bounds(of: unit, holding: last)
      if bounds.1 > last { bounds = CalendarArithmetic.bounds(of: unit, holding: bounds.0.adding(days: -1)) }
      bounds = CalendarArithmetic.bounds(of: unit, holding: CalendarArithmetic.adding(count + 1, unit, to: bounds.0))
    }
    guard count == 0 || bounds.0 >= first && bounds.1 <= last else { return nil }
    return ResolvedDate(bounds.0, bounds.1, unit.precision)
  }

  /// The first or last third of a span, where it is told as one.
  func narrowed(_ date: ResolvedDate, to edge: DateExpression.Edge) -> ResolvedDate {
    var date = date
    let (first, last) = (date.interval.first, date.interval.last)
    switch (date.precision, edge) {
    case (.week, .beginning), (.week, .early): date.interval.last = first.adding(days: 2)
    case (.week, .end), (.week, .late): date.interval.first = last.adding(days: -2)
    case (.month, .beginning) where style == .note: date.interval.last = first.adding(days: 9)
    case (.month, .end): date.interval.first = first.adding(days: 20)
    case (.year, .beginning) where style == .note:
      date.interval.last = CalendarArithmetic.adding(3, .month, to: first).adding(days: -1)
    case (.year, .end):
      date.interval.first = style == .note ? CalendarArithmetic.adding(8, .month, to: first) : last
    default: return date
    }
    date.nominal = edge == .end ? date.interval.last : date.interval.first
    date.precision = date.interval.first == date.interval.last ? .day : .range
    return date
  }
}

// MARK: - Times and ranges

extension DateResolver {
  mutating func resolvePart(_ part: PartOfDay, _ day: DateExpression) -> ResolvedDate? {
    guard var result = resolve(day) else { return nil }
    result.part = part
    if result.precision == .day { result.precision = .partOfDay }
    return result
  }

  mutating func resolveClock(
    _ time: ClockTime, _ precision: DateExpression.ClockPrecision, _ day: DateExpression
  ) -> ResolvedDate? {
    guard var result = resolve(day), result.precision <= .day else { return nil }
    result.time = time
    result.part = nil
    result.interval.from = time
    result.interval.to = time
    result.precision = precision == .minute ? .minute : .hour
    return result
  }

  mutating func resolveUntilEnd(_ inner: DateExpression) -> ResolvedDate? {
    guard let end = resolve(inner), let date = referenceDate() else { return nil }
    var result = ResolvedDate(date, end.interval.last.adding(days: 1), .range)
    result.interval.from = reference?.time
    result.interval.to = ClockTime(hour: 0)
    return result
  }

  mutating func resolveRange(_ first: DateExpression, _ last: DateExpression) -> ResolvedDate? {
    guard let (start, end) = ends(first, last) else { return nil }
    guard start.interval.first <= end.interval.last else { return nil }
    var result = start
    result.interval.last = end.interval.last
    result.interval.to = end.interval.to
    result.precision = .range
    return result
  }

  /// Both ends of a range; each lends the other the year that it has not.
  mutating func ends(_ first: DateExpression, _ last: DateExpression) -> (ResolvedDate, ResolvedDate)? {
    switch (first, last) {
    case (.calendar(nil, let month?, let day), .calendar(let year?, _, _)):
      guard let end = resolve(last) else { return nil }
      guard let start = Self.calendar(year, month, day) else { return nil }
      return start.interval.first <= end.interval.last
        ? (start, end) : Self.calendar(year - 1, month, day).map { ($0, end) }
    case (.clock(let time, let precision, .narrative), .clock(_, _, let day)):
      // `from 8 to 10 p.m. Friday`
      guard let end = resolve(last), let start = resolve(.clock(time, precision, day)) else { return nil }
      return (start, end)
    case (_, .calendar(nil, let month?, let day)):
      guard let start = resolve(first) else { return nil }
      let year = start.interval.first.year
      guard let end = Self.calendar(year, month, day) else { return nil }
      return start.interval.first <= end.interval.last
        ? (start, end) : Self.calendar(year + 1, month, day).map { (start, $0) }
    case (_, .weekday(let weekday, .plain)):
      guard let start = resolve(first) else { return nil }
      let end = Self.after(weekday, start.interval.first)
      return (start, ResolvedDate(end, end, .day))
    default:
      guard let start = resolve(first), let end = resolve(last) else { return nil }
      return (start, end)
    }
  }
}
