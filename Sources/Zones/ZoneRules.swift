public import DatelineCore

/// The rules of a time zone: what its clocks show at any instant, and which instants a local time may mean.
///
/// All transitions lie in flat arrays. Where rules go on for ever, the arrays hold the transitions of 400 years after the
/// last irregular one: the calendar repeats after that time, days of the week included, so that any later instant is
/// looked up 400 years, or a multiple, earlier.
public struct ZoneRules: Hashable, Sendable {
  /// The instants that are told apart, years ±146 thousand million; what lies beyond counts as the nearest of them.
  public static let instantRange = -(1 << 62)...(1 << 62)
  /// The length of 400 years in seconds.
  static let cycle = 146_097 * 86_400

  /// Where instants lie that repeat, or nil where nothing does.
  private struct Repetition: Hashable, Sendable {
    /// The first instant of the 400 years.
    var start: Int
    /// Whether they repeat before that too, as where rules without a beginning are all that is known.
    var isBackward: Bool
  }

  private let onsets: [Int]
  private let periodNumbers: [UInt16]
  private let periods: [ZoneOffsetPeriod]
  /// The offset before each transition, and the one behind the last: local times are looked up in it, without copying
  /// abbreviations about.
  private let utcOffsets: [Int]
  private let initialPeriod: Int
  private let repetition: Repetition?

  /// A zone whose clocks never change.
  public init(fixed period: ZoneOffsetPeriod) {
    onsets = []
    periodNumbers = []
    periods = [period]
    utcOffsets = [period.utcOffset]
    initialPeriod = 0
    repetition = nil
  }

  /// A zone of explicit transitions and of rules that hold from the last of them on.
  ///
  /// - Parameters:
  ///   - initial: the number of the period before the first transition.
  ///   - transitions: ascending by instant.
  ///   - yearly: what repeats for ever; without transitions it has no beginning either.
  /// - Precondition: there are no more than 65,536 periods, numbers of periods are theirs, and instants lie within
  ///   ±2⁵⁹, offsets within ±2 days.
  init(
    periods: [ZoneOffsetPeriod], initial: Int, transitions: [(instant: Int, period: Int)], yearly: [YearlyOnset]
  ) {
    var all = transitions
    var repetition: Repetition?
    if !yearly.isEmpty {
      let last = transitions.last?.instant
      let firstYear = last.map { LocalDateTime(secondsSince1970: $0, utcOffset: 0).date.year - 2 } ?? 1956
      // Every rule has fired once in the years before the 400, so that they begin in the state in which they end.
      let start = CalendarDate(year: firstYear + Self.leadInYears, month: 1, day: 1)
      repetition = start.map { Repetition(start: $0.dayNumber * 86_400, isBackward: last == nil) }
      // A year behind them, for what comes next; one more, since the end of a year's summer time can be the next one's
      // beginning.
      let years = firstYear...(firstYear + Self.leadInYears + 401)
      let end = (start?.dayNumber ?? 0) * 86_400 + Self.cycle + 365 * 86_400
      all += Self.onsets(of: yearly, in: years).filter { $0.instant > last ?? Int.min && $0.instant < end }
    }
    var onsets: [Int] = []
    var numbers: [UInt16] = []
    for (instant, period) in all {
      if instant == onsets.last {
        onsets.removeLast()
        numbers.removeLast()
      }
      guard periods[period] != periods[numbers.last.map { Int($0) } ?? initial] else { continue }
      onsets.append(instant)
      numbers.append(UInt16(period))
    }
    self.onsets = onsets
    periodNumbers = numbers
    self.periods = periods
    utcOffsets = [periods[initial].utcOffset] + numbers.map { periods[Int($0)].utcOffset }
    initialPeriod = initial
    self.repetition = repetition
  }

  /// How long before the 400 years that repeat their transitions are reckoned: no day but 29 February, a fifth weekday
  /// and a 366th day of the year fails to come in a year, and each comes within twelve.
  private static let leadInYears = 14

  /// What rules give in some years, by instant. Of two at one instant the one of the later year stands behind, so that
  /// `EST5EDT,0/0,J365/25` is summer time all the year.
  private static func onsets(of rules: [YearlyOnset], in years: ClosedRange<Int>) -> [(instant: Int, period: Int)] {
    var all: [(instant: Int, order: Int, period: Int)] = []
    for year in years {
      for rule in rules {
        guard let instant = rule.instant(in: year) else { continue }
        all.append((instant, all.count, rule.period))
      }
    }
    all.sort { ($0.instant, $0.order) < ($1.instant, $1.order) }
    return all.map { ($0.instant, $0.period) }
  }
}

// MARK: - Lookup

extension ZoneRules {
  /// What clocks show at an instant.
  ///
  /// Before the first transition that is known, a zone of the database has its first period of standard time, which is
  /// local mean time nearly everywhere.
  ///
  /// - Parameter instant: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public func offset(at instant: Int) -> ZoneOffsetPeriod {
    period(before: onsetCount(upTo: reduced(instant).instant))
  }

  /// The instants at which clocks show `local`.
  public func instants(for local: LocalDateTime) -> LocalTimeResolution {
    let seconds = local.secondsIfUTC
    let near = reduced(seconds).instant
    // In the time that a transition gives twice or leaves out, one of these lies behind the transition, the other before.
    let first = offsetOnWallClock(at: near, transitionsBegin: .late)
    let second = offsetOnWallClock(at: near, transitionsBegin: .early)
    if first == second { return .unique(seconds - first) }
    return first > second
      ? .ambiguous(earlier: seconds - first, later: seconds - second)
      : .gap(before: seconds - first, after: seconds - second)
  }

  /// The transitions whose instants lie in `range`, in order. For rules that go on for ever the range may reach far: each
  /// transition is looked up when it is asked for.
  public func transitions(in range: Range<Int>) -> ZoneTransitions { ZoneTransitions(rules: self, range: range) }

  /// The first transition after an instant; nil where there is none.
  public func transition(after instant: Int) -> ZoneTransition? {
    let (near, shift) = reduced(instant)
    let index = onsetCount(upTo: near)
    if index < onsets.count { return transition(index, shiftedBy: shift) }
    guard let repetition, near >= repetition.start else { return nil }
    // Rules that skip years can leave none between here and the end of the arrays: the next is one of the next 400 years.
    let next = onsetCount(upTo: repetition.start)
    return next < onsets.count ? transition(next, shiftedBy: shift + Self.cycle) : nil
  }

  /// The last transition at or before an instant; nil where there is none, or where they have no beginning.
  public func transition(upTo instant: Int) -> ZoneTransition? {
    let (near, shift) = reduced(instant)
    let index = onsetCount(upTo: near)
    return index > 0 ? transition(index - 1, shiftedBy: shift) : nil
  }

  /// From when on the transitions are those of 400 years that repeat; nil where they end.
  var repeatingSince: Int? { repetition?.start }

  private func transition(_ index: Int, shiftedBy shift: Int) -> ZoneTransition {
    ZoneTransition(instant: onsets[index] + shift, before: period(before: index), after: period(before: index + 1))
  }

  /// An instant within the arrays that has the same offset, and what to add to it to get back.
  private func reduced(_ instant: Int) -> (instant: Int, shift: Int) {
    let instant = min(max(instant, Self.instantRange.lowerBound), Self.instantRange.upperBound)
    guard let repetition else { return (instant, 0) }
    let distance = instant - repetition.start
    if distance >= 0 {
      let shift = distance / Self.cycle * Self.cycle
      return (instant - shift, shift)
    }
    guard repetition.isBackward else { return (instant, 0) }
    let shift = ((distance + 1) / Self.cycle - 1) * Self.cycle
    return (instant - shift, shift)
  }

  /// The period that the transition with this number ends.
  private func period(before index: Int) -> ZoneOffsetPeriod {
    periods[index > 0 ? Int(periodNumbers[index - 1]) : initialPeriod]
  }

  /// How many transitions come at or before an instant.
  private func onsetCount(upTo instant: Int) -> Int {
    firstIndex { onsets[$0] > instant }
  }

  /// Which side of the time that a transition gives twice or leaves out counts as behind it.
  private enum WallClockOnset { case early, late }

  /// The offset in force when clocks show a time.
  private func offsetOnWallClock(at seconds: Int, transitionsBegin side: WallClockOnset) -> Int {
    let index = firstIndex { index in
      let (before, after) = (utcOffsets[index], utcOffsets[index + 1])
      return onsets[index] + (side == .late ? max(before, after) : min(before, after)) > seconds
    }
    return utcOffsets[index]
  }

  /// The first number of a transition for which `isBehind` is true, as it is for all that follow.
  @inline(__always)
  private func firstIndex(where isBehind: (Int) -> Bool) -> Int {
    var low = 0
    var high = onsets.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The transitions of a zone in a stretch of time.
public struct ZoneTransitions: Sequence, IteratorProtocol, Sendable {
  private let rules: ZoneRules
  private let end: Int
  private var position: Int

  fileprivate init(rules: ZoneRules, range: Range<Int>) {
    self.rules = rules
    let known = ZoneRules.instantRange
    end = Swift.min(range.upperBound, known.upperBound)
    position = Swift.max(range.lowerBound, known.lowerBound + 1) - 1
  }

  /// The next transition.
  public mutating func next() -> ZoneTransition? {
    guard position < end, let transition = rules.transition(after: position), transition.instant < end else {
      return nil
    }
    position = transition.instant
    return transition
  }
}
