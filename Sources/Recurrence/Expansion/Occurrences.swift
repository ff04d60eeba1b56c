public import DatelineCore

/// The occurrences of a ``Recurrence``, made one at a time; memory is that of one interval.
///
/// Pull with ``next()`` and ask ``outcome`` afterwards; a `for` loop works on a copy, and the outcome stays there.
public struct Occurrences: Sequence, IteratorProtocol, Sendable {
  /// How it ended; nil before ``next()`` has answered nil.
  public private(set) var outcome: RecurrenceOutcome?

  let plan: ExpansionPlan
  private let utcSeconds: (@Sendable (LocalDateTime) -> Int)?
  private let budget: Int
  /// Bounds in local seconds: the window's first, the last that can count, and UNTIL in UTC.
  private let from: Int
  private let last: Int
  private let untilUTC: Int?
  /// How many occurrences COUNT leaves.
  private var remaining: Int
  private let countsAll: Bool
  /// The latest occurrence that was found, or the second before the start.
  private var latest: Int
  private var hasFound = false
  /// The start, while it is still to come as the first occurrence whether the rule gives it or not.
  private var startDue: Int?
  /// Whether intervals before the window were passed over without being looked at.
  private var hasJumped = false

  /// The next interval, and the latest one that had an occurrence.
  var position: Int
  private var latestPosition: Int
  private var hasBegun = false
  private var examined = 0
  /// The interval's days, or its beginning where FREQ is shorter than DAILY, in local seconds; ascending.
  var bases: [Int] = []
  /// The interval's occurrences that BYSETPOS leaves; empty where there is none.
  private var selected: [Int] = []
  private var baseIndex = 0
  private var timeIndex = 0
  var month = MonthMemory()

  init(_ recurrence: Recurrence, from: Int, to: Int) {
    let (rule, start) = (recurrence.rule, recurrence.start.dateTime)
    let startIsNear = -LocalDateTime.lastYear...9_999 ~= start.date.year
    let isDate = if case .date = recurrence.start { true } else { false }
    let plan = ExpansionPlan(
      rule, start: startIsNear ? start : LocalDateTime(CalendarDate(dayNumber: 0)), isDate: isDate)
    self.plan = plan
    self.from = from
    utcSeconds = recurrence.utcSeconds
    budget = recurrence.budget
    let bound = Self.bound(rule.until, isDate: isDate)
    untilUTC = bound.utc
    last = Swift.min(bound.last, to == Int.min ? to : to - 1, Self.lastSecond)
    remaining = rule.count ?? Int.max
    countsAll = rule.count != nil
    latest = startIsNear ? start.localSeconds - 1 : 0
    position = plan.firstPosition
    latestPosition = plan.firstPosition
    startDue = recurrence.unmatchedStart == .first ? start.localSeconds : nil
    if !rule.isExpandable {
      outcome = .notExpandable
    } else if start.date.year > 9_999 || remaining <= 0 {
      outcome = .exhausted
    } else if !startIsNear {
      outcome = .limitReached
    } else if !countsAll {
      jumpToWindow()
    }
  }

  /// 9999-12-31T23:59:59.
  private static let lastSecond = 2_932_897 * 86_400 - 1

  /// The last local second that UNTIL allows, and the last UTC second. No zone is more than 26 hours from UTC, so that
  /// the closure need be asked near the bound only.
  private static func bound(_ until: RecurrenceRule.Until?, isDate: Bool) -> (last: Int, utc: Int?) {
    switch until {
    case nil: return (Int.max, nil)
    case .date(let date): return (LocalDateTime(date, secondOfDay: 86_399).localSeconds, nil)
    case .local(let time): return (time.localSeconds, nil)
    case .utc(let time):
      let seconds = time.localSeconds
      guard !isDate, Int.min / 2..<Int.max / 2 ~= seconds else { return (seconds, nil) }
      return (seconds + 26 * 3_600, seconds)
    }
  }

  /// The next occurrence; nil at the end, and from then on.
  public mutating func next() -> LocalDateTime? {
    guard outcome == nil else { return nil }
    if let start = startDue {
      startDue = nil
      if let start = admitted(start) { return LocalDateTime(localSeconds: start) }
    }
    while outcome == nil {
      while let seconds = nextInInterval() {
        if seconds > latest, let admitted = admitted(seconds) { return LocalDateTime(localSeconds: admitted) }
        if outcome != nil { return nil }
      }
      loadInterval()
    }
    return nil
  }

  /// Counts an occurrence that was found.
  ///
  /// - Returns: nil where it lies before the window, or behind an end, which becomes the outcome.
  private mutating func admitted(_ seconds: Int) -> Int? {
    guard seconds <= last, remaining > 0, isWithinUntil(seconds) else {
      outcome = .exhausted
      return nil
    }
    latest = Swift.max(latest, seconds)
    hasFound = true
    if countsAll { remaining -= 1 }
    guard seconds >= from else { return nil }
    examined = 0
    return seconds
  }

  private func isWithinUntil(_ seconds: Int) -> Bool {
    guard let untilUTC, seconds > untilUTC - 26 * 3_600 else { return true }
    guard let utcSeconds else { return seconds <= untilUTC }
    return utcSeconds(LocalDateTime(localSeconds: seconds)) <= untilUTC
  }

  /// The next of the interval that is loaded, whether it lies before the start or not.
  private mutating func nextInInterval() -> Int? {
    if !plan.setPositions.isEmpty {
      guard baseIndex < selected.count else { return nil }
      baseIndex += 1
      return selected[baseIndex - 1]
    }
    guard baseIndex < bases.count else { return nil }
    let seconds = bases[baseIndex] + plan.times[timeIndex]
    timeIndex += 1
    if timeIndex == plan.times.count {
      timeIndex = 0
      baseIndex += 1
    }
    return seconds
  }
}

// MARK: Intervals

extension Occurrences {
  /// Fills the interval at the position and moves on, or ends.
  private mutating func loadInterval() {
    if countsAll, hasBegun, plan.isSteady, latest < from { skipSteadyIntervals() }
    hasBegun = true
    baseIndex = 0
    timeIndex = 0
    bases.removeAll(keepingCapacity: true)
    guard !plan.isNever, position - latestPosition <= plan.cycle else { return end() }
    guard earliestSecond(of: position) <= last else { return end(isBounded: hasJumped || last < Self.lastSecond) }
    examined += 1
    guard examined <= budget else { return outcome = .limitReached }
    let loaded = position
    guard fillInterval() == .filled else { return end() }
    selectPositions()
    if !bases.isEmpty { latestPosition = loaded }
    countIntervalBeforeWindow()
  }

  /// Ends where nothing follows. Without any occurrence, and not for a bound's sake, the rule has none at all.
  private mutating func end(isBounded: Bool = false) {
    outcome = hasFound || isBounded ? .exhausted : .neverOccurs
  }

  /// BYSETPOS: the set of an interval is every time on every day, and only some places of it remain.
  private mutating func selectPositions() {
    guard !plan.setPositions.isEmpty else { return }
    selected.removeAll(keepingCapacity: true)
    let count = bases.count * plan.times.count
    for place in plan.setPositions {
      let index = place >= 0 ? place : count + place
      guard 0..<count ~= index else { continue }
      selected.append(bases[index / plan.times.count] + plan.times[index % plan.times.count])
    }
    selected.sort()
    if selected.isEmpty { bases.removeAll(keepingCapacity: true) }
  }

  /// Passes over a whole interval before the window, where its occurrences need only be counted.
  private mutating func countIntervalBeforeWindow() {
    guard countsAll, latest < from, plan.setPositions.isEmpty, let first = bases.first, let last = bases.last,
      let firstTime = plan.times.first, let lastTime = plan.times.last, first + firstTime > latest,
      last + lastTime < from, last + lastTime <= self.last, untilUTC == nil
    else { return }
    let count = bases.count * plan.times.count
    guard count < remaining else { return }
    remaining -= count
    latest = last + lastTime
    hasFound = true
    baseIndex = bases.count
  }

  /// Passes over whole intervals before the window that all have as many occurrences as the one that was loaded.
  private mutating func skipSteadyIntervals() {
    let count = plan.setPositions.isEmpty ? bases.count * plan.times.count : Set(selected).count
    let intervals = (position(at: from) - position) / plan.step - 1
    guard intervals > 0, count > 0, from > Int.min else { return }
    let (skipped, overflow) = intervals.multipliedReportingOverflow(by: count)
    guard !overflow, skipped < remaining else { return outcome = .exhausted }
    remaining -= skipped
    move(by: intervals)
  }

  /// Goes to the last interval that can't have an occurrence in the window.
  private mutating func jumpToWindow() {
    guard from > Int.min else { return }
    let intervals = (position(at: from) - position) / plan.step - 1
    if intervals > 0 { move(by: intervals) }
    latest = Swift.max(latest, from - 1)
    hasJumped = true
  }

  private mutating func move(by intervals: Int) {
    position += intervals * plan.step
    latestPosition = position
  }

  /// The position around `seconds`: none before it has an occurrence after that.
  private func position(at seconds: Int) -> Int {
    let seconds = Swift.min(Swift.max(seconds, -Self.lastSecond * 10_000_000), Self.lastSecond)
    let day = floorDivided(seconds, 86_400)
    switch plan.frequency {
    case .yearly: return CalendarDate(dayNumber: day).year - 1
    case .monthly:
      let date = CalendarDate(dayNumber: day)
      return date.year * 12 + date.month - 2
    case .weekly: return day - 7
    case .daily: return day
    default: return floorDivided(seconds, plan.unit)
    }
  }
}
