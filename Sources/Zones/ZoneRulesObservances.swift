import DatelineCore

extension ZoneRules {
  /// The changes that tell what clocks show from one instant to another: the parts of a VTIMEZONE for events in that time
  /// (RFC 5545, section 3.6.5), by onset.
  ///
  /// The first one is in force at `first`: it is the last change before it, or none at all, from `offsetFrom` to the same
  /// `offsetTo` on 1 January of that year. Changes that come on the same day of consecutive years, as a yearly rule says
  /// it, are one observance, whose recurrence has no end where the zone knows none. Outside of that time nothing is said.
  ///
  /// - Parameters:
  ///   - first: seconds since 1970-01-01T00:00:00Z.
  ///   - last: the same; nothing begins after it.
  public func observances(usedFrom first: Int, to last: Int) -> [ZoneObservance] {
    let range = Self.instantRange
    let first = min(max(first, range.lowerBound + Self.cycle), range.upperBound - 3 * Self.cycle)
    let last = max(first, last)
    // Where rules repeat, 400 years show whether one goes on for ever, and nothing new comes after them.
    let end = repeatingSince.map { max($0, first) + Self.cycle + 800 * 86_400 } ?? range.upperBound
    var changes = transition(upTo: first).map { [$0] } ?? []
    changes += transitions(in: first + 1..<end)
    var observances = changes.first.map { $0.instant <= first } == true ? [] : [initialObservance(at: first)]
    for group in Dictionary(grouping: changes, by: ChangeKind.init).values {
      for run in Self.runs(of: group) where run.first.instant <= last {
        let isEndless = repeatingSince != nil && run.last.instant > end - 800 * 86_400
        observances.append(ZoneObservance(run, isEndless: isEndless))
      }
    }
    return observances.sorted { $0.instant < $1.instant }
  }

  /// Parts changes of one kind into runs that a yearly rule gives, and single ones.
  private static func runs(of group: [ZoneTransition]) -> [Run] {
    var runs: [Run] = []
    var search: YearlyRuleSearch?
    for (index, change) in group.enumerated() {
      let day = change.localOnset.date
      let comesTwice = [index - 1, index + 1].contains { other in
        group.indices.contains(other) && group[other].localOnset.date.year == day.year
      }
      if let run = runs.last, let narrowed = search?.narrowed(by: day), !comesTwice,
        run.last.localOnset.date.year == day.year - 1
      {
        runs[runs.count - 1].last = change
        runs[runs.count - 1].rule = narrowed.rule
        search = narrowed
      } else {
        runs.append(Run(first: change, last: change, rule: nil))
        search = comesTwice ? nil : YearlyRuleSearch(day)
      }
    }
    return runs
  }

  /// A change from which nothing is different at `instant`.
  private func initialObservance(at instant: Int) -> ZoneObservance {
    let period = offset(at: instant)
    let day = LocalDateTime(secondsSince1970: instant, utcOffset: period.utcOffset).date
    let start = CalendarDate(year: day.year, month: 1, day: 1) ?? day
    return ZoneObservance(
      onset: LocalDateTime(start), offsetFrom: period.utcOffset, offsetTo: period.utcOffset,
      name: period.abbreviation, isDaylight: period.isDaylight)
  }
}

/// Changes that differ in their days alone.
private struct ChangeKind: Hashable {
  let offsetBefore: Int
  let after: ZoneOffsetPeriod
  let secondOfDay: Int

  init(_ transition: ZoneTransition) {
    offsetBefore = transition.before.utcOffset
    after = transition.after
    secondOfDay = transition.localOnset.secondOfDay
  }
}

/// Changes of consecutive years that a rule gives; without one `first` and `last` are the same.
private struct Run {
  var first: ZoneTransition
  var last: ZoneTransition
  var rule: YearlyRule?
}

extension ZoneObservance {
  fileprivate init(_ run: Run, isEndless: Bool) {
    self.init(
      onset: run.first.localOnset, offsetFrom: run.first.before.utcOffset, offsetTo: run.first.after.utcOffset,
      name: run.first.after.abbreviation, isDaylight: run.first.after.isDaylight,
      recurrence: run.rule.map { Recurrence(rule: $0, until: isEndless ? nil : run.last.instant) })
  }
}
