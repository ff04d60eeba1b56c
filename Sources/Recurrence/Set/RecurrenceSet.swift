public import DatelineCore

/// All instances of a component that recurs: DTSTART with RRULE, RDATE, EXRULE, EXDATE and the components that replace
/// single instances (RFC 5545, sections 3.8.4.4 and 3.8.5; EXRULE: RFC 2445, section 4.8.5.2).
///
/// Whatever zone a value was written in, the caller gives it as the clock of the start's zone shows it; a value that has
/// no time is given as a date. `Payload` stands for a component that replaces instances, such as its index.
///
/// - An instance that comes from several sources comes once. Exclusions beat rules and dates; a replacement beats
///   exclusions, since somebody wrote a component for it, and needs no instance to replace.
/// - An exclusion or a replacement that is a date means every instance on that day, as in many programs, where the start
///   has a time.
/// - A date among ``dates`` means the start's time on that day.
/// - Without rules the start is an instance; with rules it is one where a rule gives it, or by ``unmatchedStart``.
public struct RecurrenceSet<Payload: Sendable>: Sequence, Sendable {
  /// A component that stands for one instance, or for one and all after it.
  public struct Override: Sendable {
    /// RECURRENCE-ID: which instance.
    public var id: RecurrenceStart
    /// RANGE=THISANDFUTURE: later instances, by their own time, are moved as far as this one, and have its payload.
    public var includesFuture: Bool
    /// The replacement's own start.
    public var start: LocalDateTime
    public var payload: Payload

    /// A component that stands for the instance `id`.
    public init(id: RecurrenceStart, start: LocalDateTime, includesFuture: Bool = false, payload: Payload) {
      self.id = id
      self.start = start
      self.includesFuture = includesFuture
      self.payload = payload
    }
  }

  /// DTSTART.
  public var start: RecurrenceStart
  /// RRULE.
  public var rules: [RecurrenceRule] = []
  /// RDATE; of a period, its start.
  public var dates: [RecurrenceStart] = []
  /// EXRULE.
  public var excludedRules: [RecurrenceRule] = []
  /// EXDATE.
  public var excludedDates: [RecurrenceStart] = []
  /// In any order; of two single ones for one instance, the last counts.
  public var overrides: [Override] = []
  /// What becomes of a start that the first rule does not give.
  public var unmatchedStart = Recurrence.UnmatchedStart.omitted
  /// The budget of each rule: see ``Recurrence``.
  public var budget = 1_000_000
  /// For UNTIL in UTC: see ``Recurrence``.
  public var utcSeconds: (@Sendable (LocalDateTime) -> Int)?

  /// A set that has nothing but its start.
  public init(start: RecurrenceStart) { self.start = start }

  /// All instances, in the order of their starts.
  public func makeIterator() -> RecurrenceInstances<Payload> { RecurrenceInstances(self, from: Int.min, to: Int.max) }

  /// The instances that start at `from` or after it, and before `to`.
  public func instances(from: LocalDateTime, to: LocalDateTime) -> RecurrenceInstances<Payload> {
    RecurrenceInstances(self, from: from.localSeconds, to: to.localSeconds)
  }
}

/// Where an instance comes from.
public enum RecurrenceSource: Hashable, Sendable {
  /// DTSTART, in a set without rules.
  case start
  /// The rule with this index.
  case rule(Int)
  /// The date with this index.
  case date(Int)
  /// A component that stands for this instance alone.
  case override
}

/// One instance of a ``RecurrenceSet``.
public struct RecurrenceInstance<Payload: Sendable>: Sendable {
  /// When the set has it: what RECURRENCE-ID would say.
  public var id: LocalDateTime
  /// When it starts; another time than ``id`` only where it is moved.
  public var start: LocalDateTime
  public var source: RecurrenceSource
  /// The component that stands for it: nil is the one that has the rules.
  public var payload: Payload?
}
