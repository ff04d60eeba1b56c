extension EDTF {
  /// The smallest unit of the calendar that surely holds the date: `1985-04-XX` lies within a month, `15XX-12-25`
  /// within a century. Ordered from fine to coarse. Qualifiers do not change it.
  public enum Precision: Int, Comparable, CaseIterable, Sendable {
    case second, day, month
    /// Spring, summer, autumn, winter.
    case season
    case quarter
    /// A third of a year.
    case quadrimester
    /// Half a year.
    case semester
    case year, decade, century, millennium
    /// Longer than a millennium.
    case indefinite
    /// An end is open or unknown.
    case open

    /// Whether `lhs` is the finer precision.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The precision of the date; of an interval or set, the coarsest of its dates.
  public var precision: Precision {
    switch storage {
    case .date(let date): date.precision
    case .compound(let compound): compound.spans.map(\.precision).max() ?? .open
    }
  }

  /// What sort of expression it is.
  public var form: Form {
    switch compound?.content {
    case nil: .date
    case .interval: .interval
    case .set(_, let isAllOf): isAllOf ? .allOf : .oneOf
    }
  }

  /// The year of a single date; nil where a digit is unspecified or not significant, and for intervals and sets.
  public var year: Int? {
    guard let date = single, date.unspecifiedYearDigits == 0, date.significantDigits == 0 else { return nil }
    return date.isNegative ? -date.scaledMagnitude : date.scaledMagnitude
  }

  /// The month, 1...12, of a single date, where it is fully given.
  public var month: Int? { single.flatMap { $0.hasSeason ? nil : EDTFDate.number($0.month) } }

  /// The season or other sub-year grouping, 21...41, of a single date.
  public var season: Int? { single?.season }

  /// The day of the month of a single date, where it is fully given.
  public var day: Int? { single.flatMap { EDTFDate.number($0.day) } }

  /// The time of a date-time.
  public var time: ClockTime? { single?.time }

  /// The offset of a date-time, where it has one.
  public var offset: ZoneOffset? { single?.offset }

  /// The day, where this is one and nothing else: `YYYY-MM-DD` without qualifier, unspecified digit or time.
  public var plainDay: CalendarDate? {
    guard let date = single, date.qualifiers == 0, date.time == nil, let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The year and month, where this is a month and nothing else: `YYYY-MM` without qualifier or unspecified digit.
  public var plainMonth: (year: Int, month: Int)? {
    guard let date = single, date.qualifiers == 0, date.day == 0, let year, let month else { return nil }
    return (year, month)
  }

  /// The year, where this is one and nothing else.
  public var plainYear: Int? {
    guard let date = single, date.qualifiers == 0, date.month == 0 else { return nil }
    return year
  }

  /// The two ends, where this is an interval.
  public var interval: (start: Bound, end: Bound)? {
    guard case .interval(let start, let end) = compound?.content else { return nil }
    return (start, end)
  }

  /// What the set holds, in its order; empty where this is no set.
  public var members: [Member] {
    guard case .set(let items, _) = compound?.content else { return [] }
    return items.map(\.member)
  }

  /// The first and the last day, where this is one of the days of a range and nothing else: `[A..B]`, both ends plain days.
  package var plainRange: (first: CalendarDate, last: CalendarDate)? {
    guard case .set(let items, isAllOf: false) = compound?.content, items.count == 1,
      case .range(let first, let last) = items[0].member, let first = first.plainDay, let last = last.plainDay
    else { return nil }
    return (first, last)
  }

  /// Whether anything in it is uncertain or approximate: the union over all components and dates.
  public var qualification: Qualification {
    switch storage {
    case .date(let date): date.qualification(from: 0)
    case .compound(let compound): compound.dates.reduce([]) { $0.union($1.qualification(from: 0)) }
    }
  }

  /// How sure the year of a single date is. A qualifier counts for the component that it stands before, or for the one
  /// that it stands behind and all to the left of that.
  public var yearQualification: Qualification { single?.qualification(of: 0) ?? [] }
  /// How sure the month of a single date is.
  public var monthQualification: Qualification { single?.qualification(of: 1) ?? [] }
  /// How sure the day of a single date is.
  public var dayQualification: Qualification { single?.qualification(of: 2) ?? [] }
}

// MARK: - Bounds

extension EDTF {
  /// The beginning of the time that the expression may mean, in local time; nil where that end is open or unknown.
  ///
  /// Of an interval, the beginning of its start; of a set, the first beginning of its members. Where the end of an
  /// interval lies before its start, the two are taken in their true order. Qualifiers move nothing; `Specs/edtf.md`
  /// has the rule for each form.
  public var earliest: LocalDateTime? {
    switch storage {
    case .date(let date): date.earliest
    case .compound(let compound): compound.earliest
    }
  }

  /// The end of the time that the expression may mean, which does not belong to it; nil where it is open or unknown.
  public var latest: LocalDateTime? {
    switch storage {
    case .date(let date): date.latest
    case .compound(let compound): compound.latest
    }
  }

  /// The first day that the expression may mean; nil where that end is open or unknown.
  public var earliestDay: CalendarDate? { earliest?.date }

  /// The day behind the last that the expression may mean; nil where that end is open or unknown.
  public var latestDay: CalendarDate? { latest.map { $0.secondOfDay == 0 ? $0.date : $0.date.adding(days: 1) } }
}

extension EDTFCompound {
  /// One member or end: its first and last date, nil where it is open or unknown on that side.
  struct DateSpan {
    var first: EDTFDate?
    var last: EDTFDate?

    /// Whether the last date lies before the first, as nobody forbids.
    private var isReversed: Bool {
      guard let first, let last else { return false }
      return last.latest <= first.earliest
    }

    var earliest: LocalDateTime? { isReversed ? last?.earliest : first?.earliest }

    var latest: LocalDateTime? { isReversed ? first?.latest : last?.latest }

    var precision: EDTF.Precision {
      guard let first, let last else { return .open }
      return max(first.precision, last.precision)
    }
  }

  var spans: [DateSpan] {
    switch content {
    case .interval(let start, let end):
      return [DateSpan(first: Self.date(start), last: Self.date(end))]
    case .set(let items, _):
      return items.map { item in
        switch item.member {
        case .date(let date): DateSpan(first: date.single, last: date.single)
        case .range(let first, let last): DateSpan(first: first.single, last: last.single)
        case .onOrBefore(let date): DateSpan(first: nil, last: date.single)
        case .onOrAfter(let date): DateSpan(first: date.single, last: nil)
        }
      }
    }
  }

  /// All dates in it.
  var dates: [EDTFDate] { spans.flatMap { [$0.first, $0.last].compactMap { $0 } } }

  var earliest: LocalDateTime? {
    let bounds = spans.map(\.earliest)
    return bounds.contains(nil) ? nil : bounds.compactMap { $0 }.min()
  }

  var latest: LocalDateTime? {
    let bounds = spans.map(\.latest)
    return bounds.contains(nil) ? nil : bounds.compactMap { $0 }.max()
  }

  private static func date(_ bound: EDTF.Bound) -> EDTFDate? {
    if case .date(let date) = bound { date.single } else { nil }
  }
}

extension EDTFDate {
  var precision: EDTF.Precision {
    if time != nil { return .second }
    if significantDigits > 0 {
      let digits = isLetterPrefixed ? Self.digitCount(scaledMagnitude) : 4
      return Self.precision(ofUnknownYearDigits: digits - Int(significantDigits))
    }
    if unspecifiedYearDigits != 0 {
      return Self.precision(ofUnknownYearDigits: 8 - unspecifiedYearDigits.leadingZeroBitCount)
    }
    if let season {
      return switch season {
      case 33...36: .quarter
      case 37...39: .quadrimester
      case 40, 41: .semester
      default: .season
      }
    }
    guard Self.number(month) != nil else { return .year }
    return Self.number(day) == nil ? .month : .day
  }

  private static func precision(ofUnknownYearDigits count: Int) -> EDTF.Precision {
    switch count {
    case 0: .year
    case 1: .decade
    case 2: .century
    case 3: .millennium
    default: .indefinite
    }
  }

  /// The qualifiers that count for a component, 0 the year, 1 the month, 2 the day.
  func qualification(of component: UInt16) -> EDTF.Qualification {
    guard component == 0 || (component == 1 ? month : day) != 0 else { return [] }
    var bits = qualifiers >> (component * 4)
    for behind in component..<3 { bits |= qualifiers >> (behind * 4 + 2) }
    return EDTF.Qualification(rawValue: UInt8(bits & 3))
  }

  /// All qualifiers from a component on.
  func qualification(from component: UInt16) -> EDTF.Qualification {
    (component..<3).reduce([]) { $0.union(qualification(of: $1)) }
  }
}
