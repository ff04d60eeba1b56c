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

  private struct Entry {
    let name: [UInt8]
    let zone: Zone?
  }

  /// Zones that the calendar defines.
  private var own: [Entry] = []
  /// Names that were looked up; few, so that comparing beats hashing.
  private var known: [Entry] = []
  private var calendarZone: Zone?
  private let log: DiagnosticLog

  private static let limit = 4096

  init(log: DiagnosticLog) { self.log = log }

  /// Forgets the zones of a calendar: another begins.
  func beginCalendar() {
    own.removeAll()
    known.removeAll()
    calendarZone = nil
  }

  /// Takes a VTIMEZONE.
  func define(_ part: CalendarPart) throws(ConversionError) {
    let reader = ZoneReader(part)
    guard let name = reader.name, own.count < Self.limit else { return }
    let position = part.lines[part.componentLines.lowerBound].position
    guard let rules = reader.rules else {
      return try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) has no observance that can be read; it is looked up by its name",
        at: position)
    }
    if own.contains(where: { $0.name == name }) {
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
    own.append(Entry(name: name, zone: Zone(name: location, rules: rules)))
    known.removeAll()
  }

  /// Takes X-WR-TIMEZONE.
  func setCalendarZone(_ name: [UInt8]) { calendarZone = lookUp(name) }

  /// The zone that a TZID means; nil where the time floats, which has been reported.
  func zone(_ part: CalendarPart, _ range: Range<Int>, at position: SourcePosition) throws(ConversionError) -> Zone? {
    let wanted = part.storage.span.extracting(range)
    for entry in known where entry.name.count == range.count {
      if entry.name.span.hasSameBytes(as: wanted) { return entry.zone }
    }
    return try find(part.parameterText(range), as: Array(part.storage[range]), at: position)
  }

  private func find(
    _ name: [UInt8], as spelling: [UInt8], at position: SourcePosition
  ) throws(ConversionError) -> Zone? {
    let zone = own.first { $0.name == name }?.zone ?? lookUp(name) ?? calendarZone
    if known.count < Self.limit { known.append(Entry(name: spelling, zone: zone)) }
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
