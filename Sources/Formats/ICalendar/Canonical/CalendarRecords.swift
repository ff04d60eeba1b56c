import DatelineCore
import DatelineIdentity
import DatelineRecord

/// The records of a calendar. No object, since each look at a property of one is checked, and may be a copy.
struct CalendarRecords: ~Copyable {
  private var input: CalendarInput
  private let context: ReadContext
  private var scanner: CalendarScanner
  private var part = CalendarPart()
  private var lines = EventLines()
  private let zones: CalendarZones
  private var events: EventReader
  private var carried: CarriedReader
  private var order: RecordOrder
  private var calendar = CalendarLevel()
  /// The record of the component before, until it is known what stands behind it.
  private var held: RecordOrder.Entry?
  /// A record whose turn it is.
  private var ready: RecordOrder.Entry?
  private var header: Header?
  /// Whether the component of the part is an event that has not been read.
  private var hasUnreadEvent = false
  /// Where the incident began that was read into the caller's memory, until it is known what stands behind its component.
  private var lentPosition: SourcePosition?
  /// A record that is none of an incident, where the caller has lent memory for those.
  private var other: Record?
  private var hasEnded = false
  private var hasBegun = false
  private var hasNotedOrder = false
  private var repeatedCount = 0
  private var numberBase = 0
  private var highestNumber = 0
  /// Where the last record began.
  private(set) var lastPosition = SourcePosition()
  /// Where instances are asked for: the series that wait, and the one whose instances are being read.
  private var table: SeriesTable?
  private var series: (series: EventSeries, position: SourcePosition)?
  private var recordCount = 0
  private var known = RecentIncidents(limit: knownLimit)
  private var duplicateCount = 0

  init(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) {
    self.input = CalendarInput(input)
    self.context = context
    scanner = CalendarScanner(context.limits)
    zones = CalendarZones(log: context.log, looksAhead: true)
    events = EventReader(log: context.log, zones: zones)
    carried = CarriedReader(context, zones: zones)
    order = RecordOrder(context.limits)
    table = try SeriesTable(context.options, context.limits)
  }

  mutating func readHeader() throws(ConversionError) -> Header? {
    while held == nil, header == nil, try readPart() {}
    // Where a client has sorted the components, the header stands among them.
    while header == nil, let number = held?.number, number > 1, !hasEnded, try readPart() {
      guard ready == nil, order.hasRoom else { break }
    }
    hasBegun = true
    let header = calendar.header(carried: header, isEdited: context.options[CanonicalICalendar.prefer] != "record")
    if let name = calendar.newName {
      try context.log.report(
        .note, .icalendarEdited, "\(name) of the calendar was changed since it was written; what is visible counts",
        at: nil)
    }
    return header
  }

  mutating func next() throws(ConversionError) -> Record? {
    while true {
      if let record = try nextInOrder() { return record }
      if table != nil, let incident = try nextInstance() { return .incident(incident) }
      guard !hasEnded else { return nil }
      _ = try readPart()
    }
  }

  /// What ``next(into:)`` came to. Records are large, so one of another type is fetched with ``takeOther()``.
  enum NextType {
    case incident, other, end
  }

  /// Reads the next record. Events, of which large files are full, are read into `incident`, where the one before was.
  mutating func next(into incident: inout Incident) throws(ConversionError) -> NextType {
    while true {
      if !order.isEmpty || ready != nil, let record = try nextInOrder() { return lend(record, in: &incident) }
      if let position = lentPosition {
        while !hasUnreadEvent, try scanPart() {}
        lentPosition = nil
        lastPosition = position
        if let lines = calendar.takeFollowing(), !calendar.isOurs { incident.extras[ForeignLines.following] = lines }
        return .incident
      }
      if table != nil, let instance = try nextInstance() { return lend(.incident(instance), in: &incident) }
      guard !hasEnded else { return .end }
      if !hasUnreadEvent { _ = try scanPart() }
      guard hasUnreadEvent else { continue }
      if isPlainEvent, held != nil {
        release()
      } else if isPlainEvent, order.isEmpty {
        lentPosition = try readPlainEvent(into: &incident).position
      } else {
        try readEvent()
      }
    }
  }

  private mutating func lend(_ record: Record, in memory: inout Incident) -> NextType {
    guard case .incident(let incident) = record else {
      other = record
      return .other
    }
    memory = incident
    return .incident
  }

  /// The record of another type that was read last.
  mutating func takeOther() -> Record? {
    defer { other = nil }
    return other
  }

  /// The record whose turn it is.
  private mutating func nextInOrder() throws(ConversionError) -> Record? {
    guard let entry = ready ?? order.next(isLast: hasEnded) else { return nil }
    ready = nil
    lastPosition = entry.position
    try noteOrder(entry)
    return entry.take()
  }

  /// The next instance of a series, once all of the series is known.
  private mutating func nextInstance() throws(ConversionError) -> Incident? {
    while let window = table?.window {
      if let incident = try series?.series.next(log: context.log) {
        lastPosition = series?.position ?? lastPosition
        if table?.countInstance() == true { return incident }
        try reportTooManyInstances()
        series = nil
        table?.dropSeries()
        continue
      }
      series = nil
      guard hasEnded || table?.isFull == true, let (master, overrides) = table?.next() else { break }
      if let found = try EventSeries(
        master, overrides: overrides,
        window: window, zones: zones, log: context.log)
      {
        series = (found, master.position)
      }
    }
    guard hasEnded, let orphans = table?.takeOrphans() else { return nil }
    for orphan in orphans {
      order.add(RecordOrder.Entry(record: .incident(orphan.incident), position: orphan.position, number: nil, size: 0))
    }
    if let count = table?.omittedCount, count > 0 {
      try context.log.report(
        .note, .icalendarOutside,
        "\(count) \(count == 1 ? "event lies" : "events lie") outside of the days asked for and \(count == 1 ? "is" : "are") left out",
        at: nil)
    }
    table = nil
    guard let entry = order.next(isLast: true), case .incident(let incident)? = entry.take() else { return nil }
    lastPosition = entry.position
    return incident
  }

  private func reportTooManyInstances() throws(ConversionError) {
    try context.log.report(
      .warning, .icalendarRecurrence,
      "the series of the file have more than \(SeriesTable.instanceLimit) instances in the days asked for; the others are "
        + "left out: ask for fewer days", at: lastPosition)
  }

  private mutating func noteOrder(_ entry: RecordOrder.Entry) throws(ConversionError) {
    if entry.isRepeated, let number = entry.number {
      repeatedCount += 1
      if repeatedCount <= Self.reportLimit {
        let more = repeatedCount == Self.reportLimit ? "; so may more of the file" : ""
        try context.log.report(
          .warning, .icalendarSameNumber,
          "a record before has the place \(number) in the document too, so one of them is a copy, or was changed; both are read\(more)",
          at: entry.position)
      }
    }
    guard order.isBroken, !hasNotedOrder else { return }
    hasNotedOrder = true
    try context.log.report(
      .warning, .icalendarOrderLost,
      "the records stand too far from their places for their order to be restored (more than \(RecordOrder.countLimit) would wait); from here on it is that of the file",
      at: entry.position)
  }

  // MARK: - Parts

  /// Reads up to the end of the next component, and the component.
  ///
  /// - Returns: false at the end.
  private mutating func readPart() throws(ConversionError) -> Bool {
    if !hasUnreadEvent { guard try scanPart() else { return false } }
    if hasUnreadEvent { try readEvent() }
    return true
  }

  /// Reads up to the end of the next component. An event has then yet to be read.
  ///
  /// - Returns: false at the end.
  private mutating func scanPart() throws(ConversionError) -> Bool {
    guard try scanner.next(from: &input, into: &part) else {
      try end()
      return false
    }
    for finding in scanner.findings {
      try context.log.report(finding.severity, finding.code, finding.message, at: finding.position)
    }
    try part.makeLegal(log: context.log)
    if !part.unreadable.isEmpty { try reportUnreadable() }
    if !part.calendarLines.isEmpty { takeCalendarLines() }
    guard let component = part.component else { return true }
    guard component.isEvent else {
      if component == .timeZone { try zones.define(part) }
      calendar.add(part, part.componentLines, of: component)
      try noteNestedEvents()
      return true
    }
    lines.find(in: part)
    hasUnreadEvent = true
    return true
  }

  private mutating func end() throws(ConversionError) {
    guard !hasEnded else { return }
    hasEnded = true
    release()
    if scanner.hasFoundCalendar {
      guard recordCount == 0 else { return }
      return try context.log.report(
        .note, .icalendarNoEvents, "the calendar has no events, tasks or journal entries", at: nil)
    }
    throw context.log.fatal(
      .icalendarNoComponents, "there is no calendar in it: no line begins with BEGIN:VCALENDAR or BEGIN:VEVENT",
      at: SourcePosition())
  }

  /// Hands the record of the component before on.
  private mutating func release() {
    guard let entry = held else { return }
    held = nil
    if let lines = calendar.takeFollowing(), !calendar.isOurs { entry.setFollowing(lines) }
    if ready == nil, order.passes(entry) { ready = entry } else { order.add(entry) }
  }

  private mutating func takeCalendarLines() {
    for index in part.calendarLines {
      let line = part.lines[index]
      if line.property == .begin, line.component == .calendar {
        zones.beginCalendar()
        // Each calendar counts anew.
        numberBase = highestNumber
      }
      zones.take(part, line)
    }
    calendar.add(part, part.calendarLines, of: nil)
  }

  private mutating func readEvent() throws(ConversionError) {
    hasUnreadEvent = false
    let begin = part.lines[part.componentLines.lowerBound]
    let size = part.storage.count
    if lines.carrier != nil, let found = try carried.read(&part, lines) {
      recordCount += 1
      // What a component of others has twice was told where it was read first.
      if !lines.repeated.isEmpty { try reportRepeated { $0 == .datelineRecord } }
      calendar.isOurs = true
      switch found.content {
      case .header(let header):
        if self.header == nil, !hasBegun { self.header = header } else { try reportLateHeader(begin) }
      case .record(let record):
        if case .incident(let incident) = record, try isTaken(incident, at: begin.position) { return }
        release()
        let number = found.number + numberBase
        highestNumber = max(highestNumber, number)
        // Where some are left out, nobody would know which to wait for.
        held = RecordOrder.Entry(
          record: record, position: begin.position, number: table == nil ? number : nil, size: size)
      }
      return
    }
    var incident = Incident(id: Schema.unreadText)
    let times = try readPlainEvent(into: &incident).times
    if !part.unreadable.isEmpty {
      incident.extras[ForeignLines.unreadable] = ForeignLines.json(part, part.unreadable)
    }
    if table?.take(incident, part, lines, times, at: begin.position) == true { return }
    release()
    held = RecordOrder.Entry(
      record: .incident(incident), position: begin.position, number: nil, size: 2 * size)
  }

  /// When the event of the part is. Its zones may be defined behind it.
  private mutating func readTimes() throws(ConversionError) -> EventTimes {
    let times = try events.times(part, lines)
    guard zones.wantsLookAhead else { return times }
    try ZoneLookAhead.define(in: zones, from: &input, context.limits)
    return try events.times(part, lines)
  }

  /// Whether a carried incident waits with its series, or lies outside of the days that are asked for.
  private mutating func isTaken(_ incident: Incident, at position: SourcePosition) throws(ConversionError) -> Bool {
    guard table != nil else { return false }
    let times = try readTimes()
    return table?.take(incident, part, lines, times, at: position) == true
  }

  /// Whether the event of the part carries no record, and nothing has to be known of it but its incident.
  private var isPlainEvent: Bool { lines.carrier == nil && table == nil && part.unreadable.isEmpty }

  /// Reads the event of the part by its properties.
  ///
  /// - Returns: Where and when it is.
  private mutating func readPlainEvent(
    into incident: inout Incident
  ) throws(ConversionError) -> (position: SourcePosition, times: EventTimes) {
    hasUnreadEvent = false
    if !lines.repeated.isEmpty { try reportRepeated() }
    let times = try readTimes()
    recordCount += 1
    if table == nil, !lines.recurrence.isEmpty {
      try EventSeries.checkRules(of: part, lines, start: times.start?.value.date, log: context.log)
    }
    try events.read(part, lines, times, into: &incident)
    try noteDuplicate()
    return (part.lines[part.componentLines.lowerBound].position, times)
  }

  // MARK: - Findings

  private static let reportLimit = 10

  private func reportUnreadable() throws(ConversionError) {
    for (number, line) in part.unreadable.enumerated() {
      guard number < Self.reportLimit else {
        return try context.log.report(
          .warning, .icalendarBadLine,
          "\(part.unreadable.count - number) more lines of the component, from this one on, have no name and colon",
          at: line.position)
      }
      try context.log.report(
        .warning, .icalendarBadLine,
        "\(quoted(part.string(line.range))) has no name and colon, so it is no content line; it is set aside",
        at: line.position)
    }
  }

  private func reportRepeated(
    where isTold: (PropertyName) -> Bool = { _ in true }
  ) throws(ConversionError) {
    for index in lines.repeated.prefix(Self.reportLimit) where isTold(part.lines[index].property) {
      let line = part.lines[index]
      let name = part.string(Int(line.start)..<Int(line.nameEnd))
      try context.log.report(
        .warning, .icalendarRepeated, "the component has more than one \(quoted(name)); the first counts",
        at: line.position)
    }
  }

  /// So many of the last components are known by their ids.
  private static let knownLimit = 65_536

  /// Tells where the component that was just read has the UID of one before, and is no other instance of it.
  private mutating func noteDuplicate() throws(ConversionError) {
    guard !known.add(idHash: events.lastIDHash), let index = lines.uid else { return }
    duplicateCount += 1
    guard duplicateCount <= Self.reportLimit else { return }
    let line = part.lines[index]
    let more = duplicateCount == Self.reportLimit ? "; so may more of the file" : ""
    try context.log.report(
      .warning, .icalendarSameUID,
      "a component before has the UID \(quoted(part.string(line.value))) too, and no other RECURRENCE-ID; both are read, as records with one id\(more)",
      at: line.position)
  }

  /// Polls hold events that may come to be (draft-ietf-calext-vpoll).
  private func noteNestedEvents() throws(ConversionError) {
    let nested = part.lines[part.componentLines].filter { $0.property == .begin && $0.component.isEvent }
    guard let first = nested.first else { return }
    let outer = part.string(part.lines[part.componentLines.lowerBound].value)
    try context.log.report(
      .note, .icalendarNestedEvents,
      "\(nested.count) \(nested.count == 1 ? "event stands" : "events stand") within \(outer), as what may come to be; it is kept in 'extras' and makes no incident",
      at: first.position)
  }

  private func reportLateHeader(_ line: ContentLine) throws(ConversionError) {
    try context.log.report(
      .warning, .icalendarLateHeader, "a header stands only before the first record; this one is skipped",
      at: line.position)
  }
}

extension DiagnosticCode {
  static let icalendarOrderLost: Self = "icalendar.order-lost"
  static let icalendarNoComponents: Self = "icalendar.no-components"
  static let icalendarBadLine: Self = "icalendar.bad-line"
  static let icalendarSameNumber: Self = "icalendar.same-number"
  static let icalendarSameUID: Self = "icalendar.same-uid"
  static let icalendarRepeated: Self = "icalendar.repeated"
  static let icalendarNestedEvents: Self = "icalendar.nested-events"
  static let icalendarOutside: Self = "icalendar.outside-window"
  static let icalendarNoEvents: Self = "icalendar.no-events"
  static let icalendarLateHeader: Self = "icalendar.late-header"
}
