import DatelineCore

/// The series of a calendar whose instances are asked for: each is kept until the calendar ends, since what changes one
/// of its instances may stand anywhere.
struct SeriesTable {
  /// The days between which instances are asked for.
  let window: Range<LocalDateTime>
  /// Those that are not nil wait; those before `first` have gone.
  private var masters: [SeriesMember?] = []
  private var first = 0
  private var overrides: [[UInt8]: [SeriesMember]] = [:]
  private var size = 0
  private let sizeLimit: Int
  /// How many instances may still be made.
  private var instancesLeft = instanceLimit
  /// The most instances of all series of a file: a few hundred rules that recur each second would give billions.
  static let instanceLimit = 2_000_000
  /// Events outside of the window.
  private(set) var omittedCount = 0

  /// - Returns: nil where no window is asked for.
  /// - Throws: ``ConversionError/unsupported(_:)`` for options that are no days, and for a window without end.
  init?(_ options: FormatOptions, _ limits: Limits) throws(ConversionError) {
    let from = options[CanonicalICalendar.fromDate]
    let to = options[CanonicalICalendar.toDate]
    guard !from.isEmpty || !to.isEmpty else { return nil }
    guard !to.isEmpty else {
      throw .unsupported("--from-date needs --to-date: a series may have no end")
    }
    func day(_ text: String, _ name: String) throws(ConversionError) -> CalendarDate {
      guard let date = EDTF(text)?.plainDay else {
        throw .unsupported("--\(name) takes a day such as 2024-01-14, not \(quoted(text))")
      }
      return date
    }
    let last = try day(to, "to-date")
    // Without a first day, whatever is before the last: no calendar has a day before the year 0.
    let first = from.isEmpty ? min(last, CalendarDate(dayNumber: -719_528)) : try day(from, "from-date")
    guard first <= last else { throw .unsupported("--from-date \(from) is later than --to-date \(to)") }
    window = LocalDateTime(first)..<LocalDateTime(last.adding(days: 1))
    sizeLimit = limits.recordSize
  }

  /// Whether too much is kept for more to be added.
  var isFull: Bool { size > sizeLimit }

  /// Takes a component, and the incident that it is.
  ///
  /// - Returns: Whether it belongs to a series, or lies outside of the window; if not, it stands for itself.
  mutating func take(
    _ incident: Incident, _ part: CalendarPart, _ lines: EventLines, _ times: EventTimes, at position: SourcePosition
  ) -> Bool {
    let member = SeriesMember(incident: incident, part: part.copied, lines: lines, times: times, position: position)
    if member.isOverride {
      overrides[member.uid, default: []].append(member)
    } else if !member.lines.recurrence.isEmpty, member.times.start != nil {
      masters.append(member)
    } else {
      guard !isInWindow(member.incident) else { return false }
      omittedCount += 1
      return true
    }
    size += member.size
    return true
  }

  /// Counts an instance.
  ///
  /// - Returns: Whether there may be one more.
  mutating func countInstance() -> Bool {
    instancesLeft -= 1
    return instancesLeft >= 0
  }

  /// Drops the series that wait: no more instances may be made.
  mutating func dropSeries() {
    masters = []
    first = 0
    overrides = [:]
    size = 0
  }

  /// The next series, with what overrides its instances.
  mutating func next() -> (master: SeriesMember, overrides: [SeriesMember])? {
    guard first < masters.count, let master = masters[first] else { return nil }
    masters[first] = nil
    first += 1
    if first > 1024, first * 2 > masters.count {
      masters.removeSubrange(..<first)
      first = 0
    }
    let own = overrides.removeValue(forKey: master.uid) ?? []
    size -= own.reduce(master.size) { $0 + $1.size }
    return (master, own)
  }

  /// Instances whose series is not in the calendar, in no series' place.
  mutating func takeOrphans() -> [SeriesMember] {
    let orphans = overrides.values.flatMap(\.self).sorted { $0.position.offset < $1.position.offset }
    overrides = [:]
    let found = orphans.filter { isInWindow($0.incident) }
    omittedCount += orphans.count - found.count
    return found
  }

  /// Whether the incident may lie in the window; one without a date does not.
  private func isInWindow(_ incident: Incident) -> Bool {
    guard let date = incident.when?.date, let first = date.earliest, let end = date.latest else { return false }
    return first < window.upperBound && end > window.lowerBound
  }
}
