public import DatelineCore

/// A change of a zone's offset, once or every year: a STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545, section 3.6.5).
public struct ZoneObservance: Hashable, Sendable {
  /// How a change comes again.
  public struct Recurrence: Hashable, Sendable {
    /// The day of each year, the first one's included.
    public var rule: YearlyRule
    /// The instant of the last change, in seconds since 1970-01-01T00:00:00Z: UNTIL; nil where there is none.
    public var until: Int?

    /// A recurrence.
    public init(rule: YearlyRule, until: Int? = nil) {
      self.rule = rule
      self.until = until
    }
  }

  /// When it first comes, on clocks that were not changed yet: DTSTART.
  public var onset: LocalDateTime
  /// What local time was ahead of UTC before, in seconds: TZOFFSETFROM.
  public var offsetFrom: Int
  /// What it is ahead of UTC from then on, in seconds: TZOFFSETTO.
  public var offsetTo: Int
  /// The abbreviation of the time that begins: TZNAME; may be empty.
  public var name: String
  /// Whether summer time begins (DAYLIGHT), or standard time (STANDARD).
  public var isDaylight: Bool
  /// How it comes again in later years; nil where it comes once.
  public var recurrence: Recurrence?

  /// An observance.
  public init(
    onset: LocalDateTime, offsetFrom: Int, offsetTo: Int, name: String, isDaylight: Bool,
    recurrence: Recurrence? = nil
  ) {
    self.onset = onset
    self.offsetFrom = offsetFrom
    self.offsetTo = offsetTo
    self.name = name
    self.isDaylight = isDaylight
    self.recurrence = recurrence
  }

  /// The period that begins.
  var period: ZoneOffsetPeriod {
    ZoneOffsetPeriod(utcOffset: offsetTo, isDaylight: isDaylight, abbreviation: name)
  }

  /// The onset in seconds since 1970-01-01T00:00:00Z.
  var instant: Int { onset.secondsIfUTC - offsetFrom }
}

extension ZoneRules {
  /// How many changes the observances of a zone may have that do not repeat for ever.
  private static let maximumChanges = 100_000
  /// The years in which observances may begin and end.
  private static let observanceYears = -9_999...99_999

  /// The zone that the parts of a VTIMEZONE describe. A part with RDATEs is several observances.
  ///
  /// Before the first onset the zone has that onset's `offsetFrom`. Where two begin at one instant, the later in the list
  /// counts. A recurrence that ends more than 2,000 years after its onset counts as one without end.
  ///
  /// - Returns: nil where there are none, too many (100,000 changes), an offset of more than a day, or a year outside of
  ///   -9999...99999.
  public init?(observances: [ZoneObservance]) {
    let offsets = -93_599...93_599
    guard
      observances.allSatisfy({
        offsets ~= $0.offsetFrom && offsets ~= $0.offsetTo && Self.observanceYears ~= $0.onset.date.year
      }),
      let first = observances.min(by: { $0.instant < $1.instant })
    else { return nil }
    let initial = ZoneOffsetPeriod(
      utcOffset: first.offsetFrom,
      abbreviation: observances.first { $0.offsetTo == first.offsetFrom && !$0.isDaylight }?.name ?? "")
    var expansion = ObservanceExpansion(initial: initial)
    guard expansion.expand(observances, atMost: Self.maximumChanges) else { return nil }
    self.init(
      periods: expansion.periods, initial: 0, transitions: expansion.transitions, yearly: expansion.yearly)
  }
}

/// The changes that observances stand for.
private struct ObservanceExpansion {
  private(set) var periods: [ZoneOffsetPeriod]
  private(set) var transitions: [(instant: Int, period: Int)] = []
  private(set) var yearly: [YearlyOnset] = []

  private var numbers: [ZoneOffsetPeriod: Int] = [:]

  init(initial: ZoneOffsetPeriod) { periods = [initial] }

  /// - Returns: false where there are too many changes.
  mutating func expand(_ observances: [ZoneObservance], atMost limit: Int) -> Bool {
    guard observances.count <= limit else { return false }
    var changes: [(instant: Int, order: Int, period: Int)] = []
    func add(_ onset: YearlyOnset, order: Int, in years: ClosedRange<Int>, _ instants: Range<Int>) {
      for year in years where changes.count <= limit {
        guard let instant = onset.instant(in: year), instants.contains(instant) else { continue }
        changes.append((instant, order, onset.period))
      }
    }
    var endless: [(onset: YearlyOnset, order: Int, start: ZoneObservance)] = []
    for (order, observance) in observances.enumerated() {
      let period = number(of: observance.period)
      changes.append((observance.instant, order, period))
      guard let recurrence = observance.recurrence else { continue }
      let onset = YearlyOnset(
        rule: recurrence.rule, secondOfDay: observance.onset.secondOfDay, offsetBefore: observance.offsetFrom,
        period: period)
      let firstYear = observance.onset.date.year
      guard let until = recurrence.until, until < Self.longEnd(firstYear) else {
        endless.append((onset, order, observance))
        continue
      }
      guard until > observance.instant else { continue }
      let lastYear = Self.year(of: until) + 1
      add(onset, order: order, in: firstYear...lastYear, observance.instant + 1..<until + 1)
    }
    // Rules without end take over where all that ends has ended, and each of them has begun.
    let lastYear = changes.map { Self.year(of: $0.instant) }.max() ?? 0
    for (onset, order, start) in endless {
      let firstYear = start.onset.date.year
      add(onset, order: order, in: firstYear...max(firstYear, lastYear), start.instant + 1..<Int.max)
    }
    changes.sort { ($0.instant, $0.order) < ($1.instant, $1.order) }
    transitions = changes.map { ($0.instant, $0.period) }
    yearly = endless.map(\.onset)
    return changes.count <= limit && periods.count <= limit / 2
  }

  private static func year(of instant: Int) -> Int {
    LocalDateTime(secondsSince1970: instant, utcOffset: 0).date.year
  }

  /// The instant 2,000 years after a year.
  private static func longEnd(_ year: Int) -> Int { (year - 1970 + 2_000) * 31_556_952 }

  private mutating func number(of period: ZoneOffsetPeriod) -> Int {
    if let number = numbers[period] { return number }
    periods.append(period)
    numbers[period] = periods.count - 1
    return periods.count - 1
  }
}
