package import DatelineCore

/// The day from which relative dates are counted: the article's publication date, as far as it is known.
package struct DateReference: Sendable, Equatable {
  package var year: Int
  package var month: Int?
  package var day: Int?
  package var time: ClockTime?
  /// Whether it is stated or was itself inferred.
  package var basis: DateMention.Basis
  /// The words that it was taken from.
  package var evidence: [DateEvidence]

  package init(
    year: Int, month: Int? = nil, day: Int? = nil, time: ClockTime? = nil, basis: DateMention.Basis = .stated,
    evidence: [DateEvidence] = []
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.basis = basis
    self.evidence = evidence
  }

  /// A reference to the day.
  package init(
    _ date: CalendarDate, time: ClockTime? = nil, basis: DateMention.Basis = .stated, evidence: [DateEvidence] = []
  ) {
    self.init(year: date.year, month: date.month, day: date.day, time: time, basis: basis, evidence: evidence)
  }

  /// The day, where it is known.
  package var date: CalendarDate? {
    guard let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The last day that it can be.
  var latest: CalendarDate? {
    if let date { return date }
    let month = month ?? 12
    guard 1...12 ~= month else { return nil }
    return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }
}

/// The days that an expression means.
struct ResolvedDate: Sendable, Equatable {
  var interval: DateInterval
  /// The exact day of arithmetic, where the interval is wider.
  var nominal: CalendarDate
  var precision: DateMention.Precision
  var part: PartOfDay?
  var time: ClockTime?

  init(_ first: CalendarDate, _ last: CalendarDate, _ precision: DateMention.Precision) {
    interval = DateInterval(first, last)
    nominal = first
    self.precision = precision
  }
}

/// Turns expressions into days.
struct DateResolver {
  /// What kind of text the words stand in.
  enum Style: Sendable {
    /// A report of what has happened: dates without a year lie in the past unless a verb says otherwise.
    case news
    /// A request or note: dates may as well lie ahead.
    case note
  }

  var reference: DateReference?
  /// The date told before.
  var narrative: ResolvedDate?
  /// The last day told before, where the date told last is no day.
  var narrativeDay: ResolvedDate?
  var style = Style.news
  /// Whether the words round the date speak of the future.
  var isFuture = false

  /// What the last resolution rested on.
  var usedReference = false
  var usedNarrative = false

  init(reference: DateReference?, narrative: ResolvedDate?, style: Style = .news, isFuture: Bool = false) {
    self.reference = reference
    self.narrative = narrative
    self.style = style
    self.isFuture = isFuture
  }

  /// The days that `expression` means; nil where it needs what is not known, or means no day of the calendar.
  mutating func resolve(_ expression: DateExpression) -> ResolvedDate? {
    switch expression {
    case .calendar(let year, let month, let day): resolveCalendar(year, month, day)
    case .weekday(let weekday, let choice): resolveWeekday(weekday, choice)
    case .month(let month, let choice): resolveMonth(month, choice)
    case .season(let season, let choice): resolveSeason(season, choice)
    case .holiday(let holiday, let choice): resolveHoliday(holiday, choice)
    case .weekend(let choice): resolveWeekend(choice)
    case .unit(let unit, let shift): resolveUnit(unit, shift)
    case .span(let unit, let count): resolveSpan(unit, count)
    case .distance(let amounts, let anchor): resolveDistance(amounts, anchor)
    case .narrative(let unit, let shift): resolveNarrative(unit, shift)
    case .ordinalUnit(let count, let unit, let inner): resolve(inner).flatMap { Self.nth(count, unit, in: $0) }
    case .ordinalWeekday(let count, let weekday, let inner):
      resolve(inner).flatMap { outer in
        CalendarArithmetic.weekday(count, weekday, from: outer.interval.first, through: outer.interval.last)
      }.map { ResolvedDate($0, $0, .day) }
    case .fraction(let index, let count, let inner): resolveFraction(index, count, inner)
    case .edge(let edge, let inner): resolve(inner).map { narrowed($0, to: edge) }
    case .decade(let year): resolveYears(year, count: 10)
    case .part(let part, let day): resolvePart(part, day)
    case .clock(let time, let precision, let day): resolveClock(time, precision, day)
    case .now: resolveNow()
    case .overnight: resolveOvernight()
    case .range(let first, let last): resolveRange(first, last)
    case .untilEnd(let inner): resolveUntilEnd(inner)
    }
  }

  /// The day of writing; noted as used.
  mutating func referenceDate() -> CalendarDate? {
    guard let date = reference?.date else { return nil }
    usedReference = true
    return date
  }
}

// MARK: - Days and months of the calendar

extension DateResolver {
  mutating func resolveCalendar(_ year: Int?, _ month: Int?, _ day: Int?) -> ResolvedDate? {
    if let year { return Self.calendar(year, month, day) }
    if let month { return chooseYear(month, day) }
    guard let day else { return nil }
    // `the 13th`: of the month that is spoken of.
    if let narrative, narrative.precision <= .month {
      usedNarrative = true
      return Self.calendar(narrative.interval.first.year, narrative.interval.first.month, day)
    }
    guard let date = referenceDate() else { return nil }
    let month = day > date.day && style == .news ? CalendarArithmetic.adding(-1, .month, to: date) : date
    return Self.calendar(month.year, month.month, day)
  }

  static func calendar(_ year: Int, _ month: Int?, _ day: Int?) -> ResolvedDate? {
    guard -9_999...9_999 ~= year else { return nil }
    guard let month else {
      guard let first = CalendarDate(year: year, month: 1, day: 1),
        let last = CalendarDate(year: year, month: 12, day: 31)
      else { return nil }
      return ResolvedDate(first, last, .year)
    }
    guard let day else {
      return CalendarArithmetic.months(from: month, count: 1, year: year).map { ResolvedDate($0.0, $0.1, .month) }
    }
    return CalendarDate(year: year, month: month, day: day).map { ResolvedDate($0, $0, .day) }
  }

  /// Resolves a month, or a day of one, whose year is not written.
  mutating func chooseYear(_ month: Int, _ day: Int?) -> ResolvedDate? {
    guard let reference, let latest = reference.latest else {
      guard let narrative else { return nil }
      usedNarrative = true
      return Self.calendar(narrative.interval.first.year, month, day)
    }
    usedReference = true
    if reference.month == nil { return Self.calendar(reference.year, month, day) }
    let candidates = (-4...4).compactMap { Self.calendar(reference.year + $0, month, day) }
    switch (style, isFuture) {
    case (_, true): return candidates.first { $0.interval.last >= latest } ?? candidates.last
    case (.note, _):
      return candidates.min {
        abs($0.nominal.dayNumber - latest.dayNumber) < abs($1.nominal.dayNumber - latest.dayNumber)
      }
    case (.news, false):
      // Clocks differ between places: a date may be a day ahead of the publication date.
      let limit = latest.adding(days: 1)
      return candidates.last { $0.interval.first <= limit } ?? candidates.first
    }
  }

  func resolveYears(_ year: Int, count: Int) -> ResolvedDate? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year + count - 1, month: 12, day: 31)
    else { return nil }
    return ResolvedDate(first, last, .decade)
  }

  mutating func resolveMonth(_ month: Int, _ choice: DateExpression.Choice) -> ResolvedDate? {
    if case .year(let year) = choice { return Self.calendar(year, month, nil) }
    guard let reference, let current = reference.month else { return chooseYear(month, nil) }
    usedReference = true
    switch choice {
    case .last, .previous: return Self.calendar(month < current ? reference.year : reference.year - 1, month, nil)
    case .next, .following: return Self.calendar(month > current ? reference.year : reference.year + 1, month, nil)
    case .this: return Self.calendar(reference.year, month, nil)
    default: return chooseYear(month, nil)
    }
  }

  mutating func resolveSeason(_ season: Int, _ choice: DateExpression.Choice) -> ResolvedDate? {
    func dates(of year: Int) -> ResolvedDate? {
      // Meteorological seasons of the northern hemisphere; winter is named by the year that it starts in.
      CalendarArithmetic.months(from: season * 3, count: 3, year: year).map { ResolvedDate($0.0, $0.1, .season) }
    }
    if case .year(let year) = choice { return dates(of: year) }
    guard let reference, let latest = reference.latest else { return nil }
    usedReference = true
    let candidates = (-2...2).compactMap { dates(of: reference.year + $0) }
    switch choice {
    case .last, .previous: return candidates.last { $0.interval.last < latest }
    case .next, .following: return candidates.first { $0.interval.first > latest }
    case .this: return candidates.first { $0.interval.last >= latest }
    default:
      return isFuture
        ? candidates.first { $0.interval.last >= latest } : candidates.last { $0.interval.first <= latest }
    }
  }

  mutating func resolveHoliday(_ holiday: Holiday, _ choice: DateExpression.Choice) -> ResolvedDate? {
    if case .year(let year) = choice { return holiday.date(in: year).map { ResolvedDate($0, $0, .day) } }
    guard let reference, let latest = reference.latest else { return nil }
    usedReference = true
    let dates = (-2...2).compactMap { holiday.date(in: reference.year + $0) }
    let date: CalendarDate?
    switch choice {
    case .last, .previous: date = dates.last { $0 < latest }
    case .next, .following: date = dates.first { $0 > latest }
    case .this: date = holiday.date(in: reference.year)
    default:
      date = isFuture || style == .note ? dates.first { $0 >= latest } : dates.last { $0 <= latest.adding(days: 1) }
    }
    return date.map { ResolvedDate($0, $0, .day) }
  }

  mutating func resolveFraction(_ index: Int, _ count: Int, _ inner: DateExpression) -> ResolvedDate? {
    guard count > 0, 12 % count == 0, 1...count ~= index else { return nil }
    let months = 12 / count
    func fraction(of year: Int) -> ResolvedDate? {
      CalendarArithmetic.months(from: (index - 1) * months + 1, count: months, year: year).map {
        ResolvedDate($0.0, $0.1, count == 4 ? .quarter : .range)
      }
    }
    if case .calendar(nil, nil, nil) = inner {
      guard let reference, let latest = reference.latest else { return nil }
      usedReference = true
      return (-1...0).compactMap { fraction(of: reference.year + $0) }.last { $0.interval.first <= latest }
    }
    return resolve(inner).flatMap { fraction(of: $0.interval.first.year) }
  }
}

// MARK: - Weekdays and units counted from the day of writing

extension DateResolver {
  mutating func resolveWeekday(_ weekday: Int, _ choice: DateExpression.Choice) -> ResolvedDate? {
    if choice == .previous || choice == .following, let narrative, narrative.precision <= .week {
      usedNarrative = true
      let base = narrative.interval.first
      let day = choice == .previous ? Self.before(weekday, base) : Self.after(weekday, base)
      return ResolvedDate(day, day, .day)
    }
    guard let date = referenceDate() else { return nil }
    let monday = date.adding(days: 1 - date.weekday)
    let day: CalendarDate
    switch choice {
    case .last, .previous: day = Self.before(weekday, date)
    case .next: day = monday.adding(days: 6 + weekday)
    case .following: day = Self.after(weekday, date)
    case .this: day = monday.adding(days: weekday - 1)
    case .plain, .year:
      if weekday == date.weekday {
        day = date
      } else {
        day = isFuture || style == .note ? Self.after(weekday, date) : Self.before(weekday, date)
      }
    }
    return ResolvedDate(day, day, .day)
  }

  /// The last day with the weekday before `date`.
  static func before(_ weekday: Int, _ date: CalendarDate) -> CalendarDate {
    date.adding(days: -((date.weekday - weekday + 6) % 7 + 1))
  }

  /// The first day with the weekday behind `date`.
  static func after(_ weekday: Int, _ date: CalendarDate) -> CalendarDate {
    date.adding(days: (weekday - date.weekday + 6) % 7 + 1)
  }

  mutating func resolveWeekend(_ choice: DateExpression.Choice) -> ResolvedDate? {
    guard let date = referenceDate() else { return nil }
    // The Saturday of the reference's week, Monday first.
    let saturday = date.adding(days: 6 - date.weekday)
    let shift: Int
    switch choice {
    case .last, .previous: shift = -7
    case .next, .following: shift = 7
    case .this, .year: shift = 0
    case .plain: shift = date.weekday >= 6 || isFuture || style == .note ? 0 : -7
    }
    return ResolvedDate(saturday.adding(days: shift), saturday.adding(days: shift + 1), .range)
  }

  mutating func resolveUnit(_ unit: CalendarUnit, _ shift: Int) -> ResolvedDate? {
    guard let reference else { return nil }
    if unit < .day {
      guard let date = referenceDate() else { return nil }
      let minutes =
        CalendarArithmetic.minutes(date, reference.time) + shift * (unit == .hour ? 60 : unit == .minute ? 1 : 0)
      return moment(minutes, .minute)
    }
    let base: CalendarDate?
    switch unit {
    case .month, .quarter: base = reference.month.flatMap { CalendarDate(year: reference.year, month: $0, day: 1) }
    case .year, .decade, .century: base = CalendarDate(year: reference.year, month: 1, day: 1)
    default: base = reference.date
    }
    guard let base else { return nil }
    usedReference = true
    if unit >= .decade, let date = reference.date, shift != 0 {
      // `last decade` is told from today, not from the turn of the tens.
      let moved = CalendarArithmetic.adding(shift, unit, to: date)
      let (first, last) = CalendarArithmetic.bounds(of: .year, holding: moved)
      return ResolvedDate(first, last, .decade)
    }
    let (first, last) = CalendarArithmetic.bounds(of: unit, holding: CalendarArithmetic.adding(shift, unit, to: base))
    return ResolvedDate(first, last, unit.precision)
  }

  func moment(_ minutes: Int, _ precision: DateMention.Precision) -> ResolvedDate {
    let (date, time) = CalendarArithmetic.moment(minutes)
    var result = ResolvedDate(date, date, precision)
    result.time = time
    result.interval.from = time
    result.interval.to = time
    return result
  }

  mutating func resolveSpan(_ unit: CalendarUnit, _ count: Int) -> ResolvedDate? {
    guard let date = referenceDate(), count != 0, abs(count) < 10_000 else { return nil }
    if unit < .day { return momentSpan(unit, count, date) }
    if style == .news {
      let other = CalendarArithmetic.adding(count, unit, to: date)
      return ResolvedDate(min(date, other), max(date, other), .range)
    }
    // Whole units before or behind the present one.
    let near = CalendarArithmetic.adding(count > 0 ? 1 : -1, unit, to: date)
    let far = CalendarArithmetic.adding(count, unit, to: date)
    let first = CalendarArithmetic.bounds(of: unit, holding: min(near, far)).0
    let last = CalendarArithmetic.bounds(of: unit, holding: max(near, far)).1
    return ResolvedDate(first, last, .range)
  }

  func momentSpan(_ unit: CalendarUnit, _ count: Int, _ date: CalendarDate) -> ResolvedDate? {
    guard let time = reference?.time else { return ResolvedDate(date, date, .day) }
    let now = CalendarArithmetic.minutes(date, time)
    let start: Int
    let end: Int
    switch unit {
    case .hour:
      // Whole hours.
      let hour = now - time.minute
      start = count < 0 ? hour + count * 60 : hour + 60
      end = count < 0 ? hour : hour + (count + 1) * 60
    case .minute:
      start = min(now, now + count)
      end = max(now, now + count)
    default:
      // Seconds are counted from the full minute that is written.
      start = count < 0 ? now - 1 - (-count - 1) / 60 : now
      end = count < 0 ? now : now + count / 60
    }
    var result = moment(start, .range)
    let (last, to) = CalendarArithmetic.moment(end)
    result.interval.last = last
    result.interval.to = to
    return result
  }

  mutating func resolveNow() -> ResolvedDate? {
    guard let date = referenceDate() else { return nil }
    guard let time = reference?.time else { return ResolvedDate(date, date, .day) }
    return moment(CalendarArithmetic.minutes(date, time), .minute)
  }

  mutating func resolveOvernight() -> ResolvedDate? {
    guard let date = referenceDate() else { return nil }
    var result = ResolvedDate(date.adding(days: -1), date, .range)
    result.nominal = date
    result.part = .night
    return result
  }
}
