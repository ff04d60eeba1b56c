import DatelineCore
import DatelineZones

/// What the names of time zones in a calendar mean.
///
/// A TZID means, in this order (RFC 5545, section 3.2.19): the VTIMEZONE of the calendar that has exactly this TZID; what
/// the zone database makes of it, which knows its own names, those of vendors and of Windows, and offsets; the zone of the
/// whole calendar, X-WR-TIMEZONE; no zone, so that the time floats.
final class CalendarZones {
  /// A zone that a name was found to mean. Every time in it has it, so it is no value that is copied.
  final class Zone {
    /// Its name in the zone database; nil where it has none.
    let name: Text?
    /// Its rules; nil where they are not known.
    let rules: ZoneRules?

    init(name: Text?, rules: ZoneRules?) {
      self.name = name
      self.rules = rules
    }
  }

  /// A name that was looked up, and what it means; nil where it means none.
  private struct Entry {
    let name: [UInt8]
    let zone: Zone?
  }

  /// Zones that the calendar defines.
  private var own: [[UInt8]: Zone] = [:]
  /// How often their clocks change in all, as far as each change is written by itself.
  private var ownChangeCount = 0
  private var hasReportedLimit = false
  /// The first names that were looked up: nearly always all, and so few that comparing beats hashing.
  private var first: [Entry] = []
  /// All names that were looked up.
  private var known: [[UInt8]: Entry] = [:]
  private var calendarZone: Zone?
  private let log: DiagnosticLog

  private static let limit = 4096
  private static let firstLimit = 8
  private static let changeLimit = 1_000_000

  init(log: DiagnosticLog) { self.log = log }

  /// Forgets the zones of a calendar: another begins.
  func beginCalendar() {
    own.removeAll()
    ownChangeCount = 0
    hasReportedLimit = false
    forget()
    calendarZone = nil
  }

  private func forget() {
    guard !first.isEmpty else { return }
    first.removeAll(keepingCapacity: true)
    known.removeAll()
  }

  /// Takes a VTIMEZONE.
  func define(_ part: CalendarPart) throws(ConversionError) {
    let reader = ZoneReader(part)
    guard let name = reader.name else { return }
    let position = part.lines[part.componentLines.lowerBound].position
    guard own.count < Self.limit, ownChangeCount + reader.changeCount <= Self.changeLimit else {
      return try reportLimit(name, at: position)
    }
    guard let rules = reader.rules else {
      return try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) has no observance that can be read; it is looked up by its name",
        at: position)
    }
    if own[name] != nil {
      return try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) is defined a second time; the first definition counts",
        at: position)
    }
    for problem in reader.problems.prefix(10) {
      try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) \(problem.message)", at: problem.position)
    }
    let location = reader.location.flatMap { Self.databaseName($0) } ?? Self.databaseName(name)
    own[name] = Zone(name: location, rules: rules)
    ownChangeCount += reader.changeCount
    forget()
  }

  private func reportLimit(_ name: [UInt8], at position: SourcePosition) throws(ConversionError) {
    guard !hasReportedLimit else { return }
    hasReportedLimit = true
    try log.report(
      .warning, .icalendarBadZone,
      "the calendar defines more than \(Self.limit) time zones, or more than \(Self.changeLimit) changes of their clocks; "
        + "\(quoted(String(decoding: name, as: UTF8.self))) and those behind it are looked up by their names",
      at: position)
  }

  /// Takes X-WR-TIMEZONE.
  func setCalendarZone(_ name: [UInt8]) { calendarZone = lookUp(name) }

  /// The zone that a TZID means; nil where the time floats, which has been reported.
  func zone(_ part: CalendarPart, _ range: Range<Int>, at position: SourcePosition) throws(ConversionError) -> Zone? {
    let wanted = part.storage.span.extracting(range)
    for entry in first where entry.name.count == range.count {
      if entry.name.span.hasSameBytes(as: wanted) { return entry.zone }
    }
    let spelling = Array(part.storage[range])
    if let entry = known[spelling] { return entry.zone }
    return try find(part.parameterText(range), as: spelling, at: position)
  }

  private func find(
    _ name: [UInt8], as spelling: [UInt8], at position: SourcePosition
  ) throws(ConversionError) -> Zone? {
    let zone = own[name] ?? lookUp(name) ?? calendarZone
    let entry = Entry(name: spelling, zone: zone)
    if first.count < Self.firstLimit { first.append(entry) }
    if known.count < Self.limit { known[spelling] = entry }
    if zone == nil {
      try log.report(
        .warning, .icalendarUnknownZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) is neither defined here nor known; its times are read as local times of an unknown zone",
        at: position)
    }
    return zone
  }

  private func lookUp(_ name: [UInt8]) -> Zone? {
    // Without a database nothing is known but what the calendar defines.
    guard let resolution = try? ZoneDatabase.system.resolve(String(decoding: name, as: UTF8.self)) else { return nil }
    let rules = try? ZoneDatabase.system.zone(for: resolution)
    switch resolution.zone {
    case .named(let name): return Zone(name: Text(name), rules: rules)
    case .fixed: return Zone(name: nil, rules: rules)
    }
  }

  private static func databaseName(_ name: [UInt8]) -> Text? {
    guard let resolution = try? ZoneDatabase.system.resolve(String(decoding: name, as: UTF8.self)),
      case .named(let name) = resolution.zone
    else { return nil }
    return Text(name)
  }
}

extension DiagnosticCode {
  static let icalendarBadZone: Self = "icalendar.bad-zone"
  static let icalendarUnknownZone: Self = "icalendar.unknown-zone"
}
