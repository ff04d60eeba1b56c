import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineRecurrence
import DatelineZones

/// A component with what it was read to be, kept until all of its series is known.
struct SeriesMember {
  var incident: Incident
  var part: CalendarPart
  var lines: EventLines
  var times: EventTimes
  var position: SourcePosition

  /// Its UID.
  var uid: [UInt8] { lines.uid.map { Array(part.storage[part.lines[$0].value]) } ?? [] }
  /// About what it holds, in bytes: the incident has the component's text once more.
  var size: Int { 3 * part.storage.count + part.lines.count * MemoryLayout<ContentLine>.stride + 2048 }
  /// Whether it takes the place of an instance of its series.
  var isOverride: Bool { lines.recurrenceID != nil }
  /// Whether it replaces all later instances too: RANGE=THISANDFUTURE.
  var includesFuture: Bool {
    guard let index = lines.recurrenceID, let range = part.parameter("RANGE", of: part.lines[index]) else {
      return false
    }
    return part.storage.span.extracting(range).isSameWord(as: "THISANDFUTURE")
  }
}

/// The instances of a series within a window, one at a time (RFC 5545, section 3.8.5).
struct EventSeries {
  private let master: SeriesMember
  private let overrides: [SeriesMember]
  private var instances: RecurrenceInstances<Int>
  private let exactDuration: Int?
  private let dayDuration: Int?
  private var hasReportedOutcome = false
  private let set: RecurrenceSet<Int>
  /// How many seconds the instances last whose RDATE is a period.
  private var periodLengths: [LocalDateTime: Int] = [:]
  private var count = 0
  /// The lines of the master's component that its instances have too.
  private let commonLines: [[UInt8]]

  /// The most instances of a series: those of more than a year, minute by minute.
  private static let limit = 1_000_000
  private let ruleLine: ContentLine?

  /// - Returns: nil where the master has no start, so that nothing can be reckoned.
  init?(
    _ master: SeriesMember, overrides: [SeriesMember], window: Range<LocalDateTime>, zones: CalendarZones,
    log: DiagnosticLog
  ) throws(ConversionError) {
    guard let start = master.times.start else { return nil }
    self.master = master
    self.overrides = overrides
    ruleLine = master.lines.recurrence.first.map { master.part.lines[$0] }
    var set = RecurrenceSet<Int>(start: Self.key(start.value, in: start))
    if let rules = start.zone?.rules { set.utcSeconds = { rules.instants(for: $0).instant } }
    for index in master.lines.recurrence {
      try Self.add(
        master.part, master.part.lines[index], to: &set, &periodLengths, start: start, zones: zones, log: log)
    }
    for (index, override) in overrides.enumerated() {
      guard let line = override.lines.recurrenceID, let overrideStart = override.times.start,
        let id = Self.time(override.part, override.part.lines[line], zones: zones)
      else { continue }
      set.overrides.append(
        .init(
          id: Self.key(id.value, zone: id.zone, in: start), start: Self.local(overrideStart, in: start),
          includesFuture: override.includesFuture, payload: index))
    }
    (exactDuration, dayDuration) = master.times.durations
    let before = max((dayDuration ?? 0) * 86_400 + (exactDuration ?? 0), periodLengths.values.max() ?? 0)
    self.set = set
    commonLines = master.commonLines
    instances = set.instances(from: window.lowerBound.adding(seconds: -max(0, before - 1)), to: window.upperBound)
  }

  /// The next instance; nil at the end.
  mutating func next(log: DiagnosticLog) throws(ConversionError) -> Incident? {
    guard !hasReportedOutcome else { return nil }
    guard let instance = instances.next() else {
      try reportOutcome(log)
      return nil
    }
    count += 1
    if count > Self.limit, let line = ruleLine {
      hasReportedOutcome = true
      try log.report(
        .warning, .icalendarRecurrence,
        "the series has more than \(Self.limit) instances in the days asked for; the others are left out",
        at: line.position)
      return nil
    }
    if instance.source == .override, let index = instance.payload { return overrides[index].incident }
    var member = instance.payload.map { overrides[$0] } ?? master
    let durations = member.times.durations
    guard var start = master.times.start else { return nil }
    start.value = Self.value(instance.start, like: start.value)
    member.times.start = start
    member.times.end = nil
    member.times.duration = nil
    if let days = durations.days, days > 1 { member.times.duration = DurationValue(days: days, seconds: 0) }
    if let seconds = periodLengths[instance.id] ?? durations.exact {
      member.times.duration = DurationValue(days: 0, seconds: seconds)
    }
    return member.instance(
      of: master, id: Self.value(instance.id, like: start.value),
      lines: instance.payload == nil ? commonLines : member.commonLines)
  }

  private mutating func reportOutcome(_ log: DiagnosticLog) throws(ConversionError) {
    guard !hasReportedOutcome, var outcome = instances.outcome, let line = ruleLine else { return }
    if outcome == .exhausted, count == 0 {
      // Whether there is none in these days, or none ever, is told by a search from the start, which is not a long one.
      var whole = set
      whole.budget = 20_000
      var all = whole.makeIterator()
      if all.next() == nil, all.outcome == .neverOccurs { outcome = .neverOccurs }
    }
    hasReportedOutcome = true
    let reason: String
    switch outcome {
    case .exhausted: return
    case .neverOccurs: reason = "the rule gives no date, ever"
    case .limitReached: reason = "no date was found in a million of the rule's intervals, and the search was given up"
    case .notExpandable: reason = "the rule is one of a calendar that is not known"
    }
    try log.report(
      .warning, .icalendarRecurrence, "\(reason); the series has no instances from here on", at: line.position)
  }

  // MARK: - Dates

  private static func add(
    _ part: CalendarPart, _ line: ContentLine, to set: inout RecurrenceSet<Int>,
    _ lengths: inout [LocalDateTime: Int], start: EventTimes.Time, zones: CalendarZones,
    log: DiagnosticLog
  ) throws(ConversionError) {
    switch line.property {
    case .rrule, .exrule:
      let text = part.string(line.value)
      guard let rule = try rule(text, start.value.date, log, at: line.position) else { return }
      if line.property == .rrule { set.rules.append(rule) } else { set.excludedRules.append(rule) }
    default:
      // No date has a semicolon; vCalendar 1.0 has one between dates.
      for item in part.listItems(line.value, semicolons: true) {
        guard let time = time(part, line, item, zones: zones) else {
          try log.report(
            .warning, .icalendarBadValue,
            "\(quoted(part.string(item))) is no date such as 20240113 or time such as 20240113T221500Z; it is passed over",
            at: line.position)
          continue
        }
        let key = key(time.value, zone: time.zone, in: start)
        guard line.property == .rdate else {
          set.excludedDates.append(key)
          continue
        }
        set.dates.append(key)
        if let length = periodLength(part, line, item, from: time, zones: zones) { lengths[key.dateTime] = length }
      }
    }
  }

  /// The rule that a text writes, as of RFC 5545 or of vCalendar 1.0; nil where it can't be read, which has been reported.
  private static func rule(
    _ text: String, _ start: CalendarDate, _ log: DiagnosticLog, at position: SourcePosition
  ) throws(ConversionError) -> RecurrenceRule? {
    let parsed: ParsedRecurrenceRule
    do throws(RecurrenceProblem) {
      // A rule of vCalendar 1.0 has no equals sign.
      parsed =
        text.contains("=") ? try RecurrenceRule.parse(text) : try RecurrenceRule.parse(vCalendar: text, start: start)
    } catch {
      try log.report(
        .warning, .icalendarRecurrence, "the rule \(quoted(text)) can't be read: \(error.message); it is passed over",
        at: position)
      return nil
    }
    for problem in parsed.problems {
      try log.report(
        parsed.rule.count == 0 ? .warning : .note, .icalendarRecurrence,
        "the rule \(quoted(text)) is read with care: \(problem.message)", at: position)
    }
    return parsed.rule
  }

  /// Reports the rules of a component that can't be read, where it is read as one incident.
  static func checkRules(
    of part: CalendarPart, _ lines: EventLines, start: CalendarDate?, log: DiagnosticLog
  ) throws(ConversionError) {
    for index in lines.recurrence {
      let line = part.lines[index]
      guard line.property == .rrule || line.property == .exrule else { continue }
      _ = try rule(part.string(line.value), start ?? CalendarDate(dayNumber: 0), log, at: line.position)
    }
  }

  private static func time(
    _ part: CalendarPart, _ line: ContentLine, _ range: Range<Int>? = nil, zones: CalendarZones
  ) -> EventTimes.Time? {
    var range = range ?? line.value
    // Of a period the start.
    if let slash = slash(part, range) { range = range.lowerBound..<slash }
    guard let value = TimeValue(part.storage.span.extracting(part.storage.span.trimmed(range))) else { return nil }
    var time = EventTimes.Time(value: value)
    if !value.isUTC, value.clock != nil {
      if let name = part.parameter("TZID", of: line) {
        time.zone = try? zones.zone(part, name, at: line.position)
      } else {
        time.zone = zones.floatingZone
      }
    }
    return time
  }

  private static func slash(_ part: CalendarPart, _ range: Range<Int>) -> Int? {
    range.first { part.storage[$0] == UInt8(ascii: "/") }
  }

  /// The seconds that a period lasts (RFC 5545, section 3.3.9); nil where the item is none, or says no length.
  private static func periodLength(
    _ part: CalendarPart, _ line: ContentLine, _ item: Range<Int>, from start: EventTimes.Time, zones: CalendarZones
  ) -> Int? {
    guard let slash = slash(part, item) else { return nil }
    let rest = part.storage.span.trimmed(slash + 1..<item.upperBound)
    if let duration = DurationValue(part.storage.span.extracting(rest)) {
      let length = duration.days * 86_400 + duration.seconds
      return length > 0 && !duration.isBeyondYears ? length : nil
    }
    guard let end = time(part, line, rest, zones: zones), end.value.clock != nil else { return nil }
    var times = EventTimes()
    (times.start, times.end) = (start, end)
    return times.durations.exact.flatMap { $0 > 0 ? $0 : nil }
  }

  /// A date or time on the clock of the series' start.
  private static func key(_ value: TimeValue, zone: CalendarZones.Zone? = nil, in start: EventTimes.Time)
    -> RecurrenceStart
  {
    guard value.clock != nil else { return .date(value.date) }
    if start.value.clock == nil { return .date(value.date) }
    return .dateTime(local(EventTimes.Time(value: value, zone: zone), in: start))
  }

  private static func local(_ time: EventTimes.Time, in start: EventTimes.Time) -> LocalDateTime {
    guard time.value.clock != nil, let seconds = time.utcSeconds else { return time.value.local }
    if start.value.isUTC { return LocalDateTime(secondsSince1970: seconds) }
    guard let rules = start.zone?.rules else { return time.value.local }
    return LocalDateTime(secondsSince1970: seconds, utcOffset: rules.offset(at: seconds).utcOffset)
  }

  private static func value(_ local: LocalDateTime, like start: TimeValue) -> TimeValue {
    start.clock == nil ? TimeValue(date: local.date, clock: nil) : TimeValue(local, isUTC: start.isUTC)
  }
}

extension EventTimes {
  /// How long the event is: in days, or in seconds.
  var durations: (exact: Int?, days: Int?) {
    guard let start else { return (nil, nil) }
    guard start.value.clock != nil else {
      if let end, end.value.clock == nil { return (nil, end.value.date.dayNumber - start.value.date.dayNumber) }
      return (nil, duration.map { $0.days })
    }
    if let end, let first = start.utcSeconds ?? Self.floating(start), let last = end.utcSeconds ?? Self.floating(end) {
      return (max(0, last - first), nil)
    }
    guard let duration else { return (nil, nil) }
    return (duration.seconds + duration.days * 86_400, nil)
  }

  private static func floating(_ time: Time) -> Int? {
    time.value.local.date.dayNumber * 86_400 + time.value.local.secondOfDay
  }
}

extension SeriesMember {
  /// The incident of one instance, whose component says when it is and which of the series it is.
  ///
  /// - Parameter lines: Its ``commonLines``.
  fileprivate func instance(of master: SeriesMember, id: TimeValue, lines: [[UInt8]]) -> Incident {
    var result = incident
    result.when = times.when.filled
    let name = id.text
    let uid = String(decoding: master.uid, as: UTF8.self)
    result.id = Identifier.record(.incident, scheme: "ics", nativeID: "\(uid)#\(name)")
    var relation = Relation()
    relation.relation = .sameSeries
    relation.target = master.incident.id
    if !result.relations.contains(relation) { result.relations.append(relation) }
    result.extras[ForeignLines.component] = component(of: master, id: name, lines)
    return result
  }

  /// The lines of the component without those that say when and how often.
  fileprivate var commonLines: [[UInt8]] {
    let kept = incident.extras[ForeignLines.component].flatMap(ForeignLines.lines) ?? []
    return kept.filter { line in
      switch Self.property(of: line) {
      case .rrule, .rdate, .exdate, .exrule, .recurrenceID, .dtend, .due, .duration: false
      default: true
      }
    }
  }

  private static func property(of line: [UInt8]) -> PropertyName {
    PropertyName(line.span.extracting(0..<line.span.firstNoNameByte(from: 0)))
  }

  /// The component of the instance: as RECURRENCE-ID, start and end say, and without the rules.
  private func component(of master: SeriesMember, id: String, _ common: [[UInt8]]) -> JSONText {
    var kept: [[UInt8]] = []
    let startLine = master.lines.start.map { master.part.lines[$0] }
    let parameters = startLine.map { Array(master.part.storage[$0.parameters]) } ?? []
    func line(_ name: String, _ value: String) -> [UInt8] {
      Array(name.utf8) + parameters + [UInt8(ascii: ":")] + Array(value.utf8)
    }
    for bytes in common {
      switch Self.property(of: bytes) {
      case .dtstart:
        kept.append(line("RECURRENCE-ID", id))
        kept.append(line("DTSTART", times.start?.value.text ?? ""))
        if let end = times.duration {
          kept.append(Array("DURATION:\(end.days > 0 ? "P\(end.days)D" : "PT\(end.seconds)S")".utf8))
        }
      default: kept.append(bytes)
      }
    }
    var output: [UInt8] = []
    for bytes in kept {
      output.append(output.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      output.append(atMost: 2 * bytes.count + 18) { $0.write(jsonString: bytes.span) }
    }
    output.append(UInt8(ascii: "]"))
    return JSONText(checked: Text(checked: output, 0..<output.count))
  }
}

extension TimeValue {
  /// The value as iCalendar writes it.
  fileprivate var text: String {
    var text: [UInt8] = []
    text.append(atMost: 16) { output in
      guard clock != nil else { return output.write(date: date) }
      if isUTC { output.write(utc: local) } else { output.write(local: local) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension DiagnosticCode {
  static let icalendarRecurrence: Self = "icalendar.recurrence"
}
