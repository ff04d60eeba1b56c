import DatelineCore

/// The instances of a set before any is replaced: rules and dates merged in order, without what is excluded.
struct RecurrenceKeys: Sendable {
  private var rules: [RuleKeys]
  private var exclusions: [RuleKeys]
  /// Ascending; RDATE, or the start of a set without rules.
  private let dates: [(seconds: Int, source: RecurrenceSource)]
  private var dateIndex = 0
  private let excluded: ExcludedDates
  private var latest: Int?

  /// One rule, and its next occurrence.
  private struct RuleKeys: Sendable {
    var occurrences: Occurrences
    var head: Int?

    init(_ recurrence: Recurrence, from: Int, to: Int) {
      occurrences = Occurrences(recurrence, from: from, to: to)
      head = occurrences.next()?.localSeconds
    }

    mutating func advance() { head = occurrences.next()?.localSeconds }
  }

  init<Payload>(
    _ set: RecurrenceSet<Payload>, dates: [(seconds: Int, source: RecurrenceSource)], excluded: ExcludedDates,
    from: Int, to: Int
  ) {
    func keys(_ rule: RecurrenceRule, _ unmatchedStart: Recurrence.UnmatchedStart) -> RuleKeys {
      let recurrence = Recurrence(
        rule, from: set.start, unmatchedStart: unmatchedStart, budget: set.budget, utcSeconds: set.utcSeconds)
      return RuleKeys(recurrence, from: from, to: to)
    }
    rules = set.rules.enumerated().map { keys($1, $0 == 0 ? set.unmatchedStart : .omitted) }
    exclusions = set.excludedRules.map { keys($0, .omitted) }
    self.dates = dates.filter { from <= $0.seconds && $0.seconds < to }
    self.excluded = excluded
  }

  /// How the rules ended, where one of them did not simply come to its end.
  var outcomes: [RecurrenceOutcome] { rules.compactMap(\.occurrences.outcome) }
  var exclusionOutcomes: [RecurrenceOutcome] { exclusions.compactMap(\.occurrences.outcome) }

  mutating func next() -> (seconds: Int, source: RecurrenceSource)? {
    while let key = nextOfAll() {
      guard key.seconds != latest else { continue }
      latest = key.seconds
      if !isExcluded(key.seconds) { return key }
    }
    return nil
  }

  private mutating func nextOfAll() -> (seconds: Int, source: RecurrenceSource)? {
    var first: (rule: Int, seconds: Int)?
    for index in rules.indices {
      guard let seconds = rules[index].head else { continue }
      if let found = first, found.seconds <= seconds { continue }
      first = (index, seconds)
    }
    if dateIndex < dates.count, dates[dateIndex].seconds < first?.seconds ?? Int.max {
      dateIndex += 1
      return dates[dateIndex - 1]
    }
    guard let first else { return nil }
    rules[first.rule].advance()
    return (first.seconds, .rule(first.rule))
  }

  private mutating func isExcluded(_ seconds: Int) -> Bool {
    if excluded.contains(seconds) { return true }
    var isExcluded = false
    for index in exclusions.indices {
      while let head = exclusions[index].head, head < seconds { exclusions[index].advance() }
      if exclusions[index].head == seconds { isExcluded = true }
    }
    return isExcluded
  }
}

/// EXDATE, and RECURRENCE-ID of single replacements: date-times, and whole days where the start has a time.
struct ExcludedDates: Sendable {
  private var times: Set<Int> = []
  private var days: Set<Int> = []

  mutating func insert(_ date: RecurrenceStart) {
    switch date {
    case .date(let date): days.insert(floorDivided(LocalDateTime(date).localSeconds, 86_400))
    case .dateTime(let time): times.insert(time.localSeconds)
    }
  }

  func contains(_ seconds: Int) -> Bool {
    if !times.isEmpty, times.contains(seconds) { return true }
    return !days.isEmpty && days.contains(floorDivided(seconds, 86_400))
  }
}
