import DatelineCore

/// The instances of a ``RecurrenceSet``, made one at a time, in the order of their starts.
///
/// Pull with ``next()`` and ask ``outcome`` afterwards; a `for` loop works on a copy, and the outcome stays there.
public struct RecurrenceInstances<Payload: Sendable>: Sequence, IteratorProtocol, Sendable {
  public typealias Instance = RecurrenceInstance<Payload>

  /// Instances that are moved equally far: those before the first THISANDFUTURE, and those from each on to the next.
  private struct Segment: Sendable {
    /// The first id, and the one behind the last, in local seconds.
    var from: Int
    var to: Int
    var shift: Int
    var payload: Payload?
  }

  /// A segment that was begun, and its next instance.
  private struct Stream: Sendable {
    var keys: RecurrenceKeys
    let segment: Segment
    var head: (seconds: Int, source: RecurrenceSource)

    var start: Int { head.seconds + segment.shift }
  }

  /// How it ended; nil before ``next()`` has answered nil. A rule whose calendar is not known, or whose budget was spent,
  /// shows here after the other sources are at their end.
  public private(set) var outcome: RecurrenceOutcome?

  private let set: RecurrenceSet<Payload>
  private let from: Int
  private let to: Int
  private let dates: [(seconds: Int, source: RecurrenceSource)]
  private var excluded = ExcludedDates()
  /// Single replacements in the window, by their starts.
  private var replacements: [Instance] = []
  private var replacementIndex = 0
  /// The segments to come, by the earliest start that they can have; the first is taken from the end.
  private var segments: [Segment] = []
  private var streams: [Stream] = []
  private var hasFound = false
  private var outcomes: Set<RecurrenceOutcome> = []

  init(_ set: RecurrenceSet<Payload>, from: Int, to: Int) {
    self.set = set
    self.from = from
    self.to = to
    dates = Self.dates(of: set)
    for date in set.excludedDates { excluded.insert(date) }
    takeOverrides()
  }

  /// RDATE, or the start where there are no rules, ascending. Equal ones are in the order in which they were given.
  private static func dates(of set: RecurrenceSet<Payload>) -> [(seconds: Int, source: RecurrenceSource)] {
    var dates: [(seconds: Int, source: RecurrenceSource)] = []
    if set.rules.isEmpty { dates.append((set.start.dateTime.localSeconds, .start)) }
    for (index, date) in set.dates.enumerated() { dates.append((key(date, in: set), .date(index))) }
    return dates.sorted { $0.seconds < $1.seconds }
  }

  /// The local seconds of a date: at the start's time of day if it has none.
  private static func key(_ date: RecurrenceStart, in set: RecurrenceSet<Payload>) -> Int {
    switch date {
    case .date(let date): LocalDateTime(date, secondOfDay: set.start.dateTime.secondOfDay).localSeconds
    case .dateTime(let time): time.localSeconds
    }
  }

  private mutating func takeOverrides() {
    var single: [Int: Instance] = [:]
    var bounds: [(from: Int, override: RecurrenceSet<Payload>.Override)] = []
    for override in set.overrides {
      if override.includesFuture {
        bounds.append((override.id.dateTime.localSeconds, override))
        continue
      }
      excluded.insert(override.id)
      let id = Self.key(override.id, in: set)
      single[id] = Instance(
        id: LocalDateTime(localSeconds: id), start: override.start, source: .override, payload: override.payload)
    }
    replacements = single.values.filter { from <= $0.start.localSeconds && $0.start.localSeconds < to }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    bounds.sort { $0.from < $1.from }
    segments.append(Segment(from: Int.min, to: bounds.first?.from ?? Int.max, shift: 0, payload: nil))
    for (index, bound) in bounds.enumerated() {
      let end = index + 1 < bounds.count ? bounds[index + 1].from : Int.max
      let shift = bound.override.start.localSeconds.subtractingReportingOverflow(Self.key(bound.override.id, in: set))
      let farthest = LocalDateTime.lastYear * 366 * 86_400
      guard !shift.overflow, -farthest...farthest ~= shift.partialValue else { continue }
      segments.append(Segment(from: bound.from, to: end, shift: shift.partialValue, payload: bound.override.payload))
    }
    segments.sort { Self.sum($0.from, $0.shift) > Self.sum($1.from, $1.shift) }
  }

  /// The sum, or the nearest number that there is.
  private static func sum(_ first: Int, _ second: Int) -> Int {
    let (sum, overflow) = first.addingReportingOverflow(second)
    return overflow ? (second < 0 ? Int.min : Int.max) : first == Int.min || first == Int.max ? first : sum
  }

  /// The next instance; nil at the end, and from then on.
  public mutating func next() -> Instance? {
    guard outcome == nil else { return nil }
    beginSegments()
    let index = streams.indices.min {
      (streams[$0].start, streams[$0].head.seconds) < (streams[$1].start, streams[$1].head.seconds)
    }
    if replacementIndex < replacements.count {
      let replacement = replacements[replacementIndex]
      if index.map({ replacement.start.localSeconds <= streams[$0].start }) ?? true {
        replacementIndex += 1
        hasFound = true
        return replacement
      }
    }
    guard let index else {
      outcome = total
      return nil
    }
    let stream = streams[index]
    advance(index)
    hasFound = true
    return Instance(
      id: LocalDateTime(localSeconds: stream.head.seconds), start: LocalDateTime(localSeconds: stream.start),
      source: stream.head.source, payload: stream.segment.payload)
  }

  /// Begins the segments that may have an instance before all that are known.
  private mutating func beginSegments() {
    while let segment = segments.last {
      if let start = streams.lazy.map(\.start).min(), start < Self.sum(segment.from, segment.shift) { return }
      segments.removeLast()
      let first = Swift.max(segment.from, Self.sum(from, -segment.shift))
      let end = Swift.min(segment.to, Self.sum(to, -segment.shift))
      guard first < end else { continue }
      var keys = RecurrenceKeys(set, dates: dates, excluded: excluded, from: first, to: end)
      if let head = keys.next() {
        streams.append(Stream(keys: keys, segment: segment, head: head))
      } else {
        note(keys)
      }
    }
  }

  private mutating func advance(_ index: Int) {
    if let head = streams[index].keys.next() {
      streams[index].head = head
    } else {
      note(streams.remove(at: index).keys)
    }
  }

  private mutating func note(_ keys: RecurrenceKeys) {
    outcomes.formUnion(keys.outcomes)
    outcomes.formUnion(keys.exclusionOutcomes.filter { $0 == .notExpandable || $0 == .limitReached })
  }

  /// What is not known outweighs what is.
  private var total: RecurrenceOutcome {
    if outcomes.contains(.notExpandable) { return .notExpandable }
    if outcomes.contains(.limitReached) { return .limitReached }
    return !hasFound && outcomes == [.neverOccurs] ? .neverOccurs : .exhausted
  }
}
