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
    /// How it is known.
    let basis: TimeZoneBasis
    /// Whether the rules are those of the calendar, which may say otherwise than the zone database.
    private let isOwn: Bool
    private lazy var databaseRules: ZoneRules? =
      isOwn ? name.flatMap { try? ZoneDatabase.system.zone(named: $0.description) } : nil
    /// Whether it was told that they do.
    fileprivate var hasReportedContradiction = false

    init(name: Text?, rules: ZoneRules?, basis: TimeZoneBasis = .stated, isOwn: Bool = false) {
      self.name = name
      self.rules = rules
      self.basis = basis
      self.isOwn = isOwn
    }

    /// Whether the calendar says otherwise of this instant than the zone database, so that the name would be wrong.
    ///
    /// - Parameter seconds: Since 1970-01-01T00:00:00Z.
    func contradictsDatabase(at seconds: Int) -> Bool {
      guard isOwn, let rules, let databaseRules else { return false }
      return rules.offset(at: seconds).utcOffset != databaseRules.offset(at: seconds).utcOffset
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
  /// Names that were used before anything defined them, and those of definitions that were found by looking ahead.
  private var undefined: Set<[UInt8]> = []
  private var foundAhead: Set<[UInt8]> = []
  private var floating = VCalendarZone()
  /// Whether the reader may look for definitions that stand behind the events that use them, and whether it should.
  private var mayLookAhead: Bool
  private(set) var wantsLookAhead = false
  private let looksAhead: Bool
  private let log: DiagnosticLog

  private static let limit = 4096
  private static let firstLimit = 8
  private static let changeLimit = 1_000_000

  /// - Parameter looksAhead: Whether there is a file to look ahead in.
  init(log: DiagnosticLog, looksAhead: Bool = false) {
    self.log = log
    self.looksAhead = looksAhead
    mayLookAhead = looksAhead
  }

  /// Forgets the zones of a calendar: another begins.
  func beginCalendar() {
    own.removeAll()
    ownChangeCount = 0
    hasReportedLimit = false
    forget()
    calendarZone = nil
    undefined.removeAll()
    foundAhead.removeAll()
    floating = VCalendarZone()
    mayLookAhead = looksAhead
    wantsLookAhead = false
  }

  /// The reader has looked ahead, or can't.
  func endLookAhead() {
    mayLookAhead = false
    wantsLookAhead = false
    forget()
  }

  private func forget() {
    guard !first.isEmpty else { return }
    first.removeAll(keepingCapacity: true)
    known.removeAll()
  }

  /// Takes a VTIMEZONE.
  ///
  /// - Parameter isAhead: Whether it stands behind what is being read, and will be taken once more.
  func define(_ part: CalendarPart, isAhead: Bool = false) throws(ConversionError) {
    let reader = ZoneReader(part)
    guard let name = reader.name else { return }
    if isAhead {
      guard own[name] == nil, own.count < Self.limit, let rules = reader.rules else { return }
      foundAhead.insert(name)
      return add(name, reader, rules)
    }
    let position = part.lines[part.componentLines.lowerBound].position
    guard own.count < Self.limit, ownChangeCount + reader.changeCount <= Self.changeLimit else {
      return try reportLimit(name, at: position)
    }
    guard let rules = reader.rules else {
      let located = reader.location.flatMap { lookUp($0) }
      if let located, own[name] == nil {
        own[name] = located
        forget()
      }
      return try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) has no observance that can be read; "
          + (located == nil ? "it is looked up by its name" : "it is taken for what its X-LIC-LOCATION says"),
        at: position)
    }
    let isKnown = foundAhead.remove(name) != nil
    if !isKnown, undefined.contains(name) {
      try log.report(
        .warning, .icalendarBadZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) is defined too far behind the first time in it; "
          + "times before this line were read without the definition",
        at: position)
    }
    if !isKnown, own[name] != nil {
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
    if !isKnown { add(name, reader, rules) }
  }

  private func add(_ name: [UInt8], _ reader: ZoneReader, _ rules: ZoneRules) {
    let location = reader.location.flatMap { Self.databaseName($0) } ?? Self.databaseName(name)
    own[name] = Zone(name: location, rules: rules, isOwn: true)
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

  /// Takes a property of the calendar: X-WR-TIMEZONE, and of vCalendar 1.0 VERSION, TZ and DAYLIGHT.
  func take(_ part: CalendarPart, _ line: ContentLine) {
    switch line.property {
    case .calendarZone:
      let zone = lookUp(Array(part.storage[part.storage.span.trimmed(line.value)]))
      calendarZone = zone.map { Zone(name: $0.name, rules: $0.rules, basis: .assumed) }
    case .version, .other: floating.take(part, line)
    default: break
    }
  }

  /// Whether the calendar is one of vCalendar 1.0.
  var isVCalendar: Bool { floating.isVCalendar }

  /// The zone of times that name none: of vCalendar 1.0, where TZ says it.
  var floatingZone: Zone? { floating.zone }

  /// Tells, once for each zone, that the calendar says otherwise of it than the zone database.
  func noteContradiction(_ time: EventTimes.Time, at position: SourcePosition) throws(ConversionError) {
    guard let zone = time.zone, !zone.hasReportedContradiction, let name = zone.name, let seconds = time.utcSeconds,
      zone.contradictsDatabase(at: seconds)
    else { return }
    zone.hasReportedContradiction = true
    try log.report(
      .warning, .icalendarBadZone,
      "the calendar defines a time zone that is \(quoted(name.description)) by its name, and its clocks show another time here "
        + "than those of that zone; the definition counts, and the name is left out",
      at: position)
  }

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
    if own[name] == nil {
      if mayLookAhead {
        wantsLookAhead = true
        return lookUp(name)
      }
      if undefined.count < Self.limit { undefined.insert(name) }
    }
    let meant = own[name] ?? lookUp(name)
    let zone = meant ?? calendarZone
    let entry = Entry(name: spelling, zone: zone)
    if first.count < Self.firstLimit { first.append(entry) }
    if known.count < Self.limit { known[spelling] = entry }
    if meant == nil {
      let other = calendarZone?.name.map { "times of \(quoted($0.description)), as X-WR-TIMEZONE says of the calendar" }
      try log.report(
        .warning, .icalendarUnknownZone,
        "the time zone \(quoted(String(decoding: name, as: UTF8.self))) is neither defined here nor known; its times are read as "
          + (other ?? (calendarZone == nil ? "local times of an unknown zone" : "those of X-WR-TIMEZONE")),
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
