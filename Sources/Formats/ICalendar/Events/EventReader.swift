import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Makes an incident of a VEVENT, VTODO or VJOURNAL that is not ours (`Specs/icalendar.md`, "Foreign calendars").
struct EventReader {
  let log: DiagnosticLog
  let zones: CalendarZones
  private var texts = EventTexts()
  /// A hash of the id of the incident that was read last.
  private(set) var lastIDHash: UInt64 = 0
  /// Whether that incident has fields that are not written for each.
  private var wasRestored = false
  /// Whether the id and the lines that are kept are left out: what takes most time, and is not wanted where incidents are
  /// compared.
  private let readsFieldsOnly: Bool
  private var restoredCount = 0

  init(log: DiagnosticLog, zones: CalendarZones, readsFieldsOnly: Bool = false) {
    self.log = log
    self.zones = zones
    self.readsFieldsOnly = readsFieldsOnly
  }

  /// The scheme of codes made of CATEGORIES.
  private static let categoryScheme: Text = "ics.categories"

  /// Reads the component of `part`, which is at `times`.
  ///
  /// - Parameter incident: A new one, or one that was read before, whose memory is used again.
  mutating func read(
    _ part: CalendarPart, _ lines: EventLines, _ times: EventTimes, into incident: inout Incident
  ) throws(ConversionError) {
    let bytes = texts.read(part, lines, isVCalendar: zones.isVCalendar, fieldsOnly: readsFieldsOnly)
    if wasRestored {
      incident = Incident(id: Schema.unreadText)
      wasRestored = false
    }
    if !readsFieldsOnly {
      lastIDHash = nameHash(bytes.span.extracting(texts.id))
      incident.id = Text(checked: bytes, texts.id)
    }
    try fill(&incident, bytes, part, lines, times)
  }

  /// Fills the fields with slices of `bytes`, and with the values of the lines.
  private mutating func fill(
    _ incident: inout Incident, _ bytes: [UInt8], _ part: CalendarPart, _ lines: EventLines, _ times: EventTimes
  ) throws(ConversionError) {
    func text(_ range: Range<Int>?) -> Text? {
      guard let range, !range.isEmpty, !bytes.span.isBlank(range) else { return nil }
      return Text(checked: bytes, range)
    }
    func line(_ range: Range<Int>?) -> Text? { text(range.map { bytes.span.trimmedOfLines($0) }) }
    if let externalID = text(texts.externalID) {
      if incident.externalIDs.count == 1 {
        incident.externalIDs[0] = externalID
      } else {
        incident.externalIDs = [externalID]
      }
    } else {
      incident.externalIDs = []
    }
    incident.title = line(texts.title)
    incident.summary = text(texts.summary)
    incident.language = text(texts.language)
    var count = 0
    for range in texts.categories {
      guard let category = text(range) else { continue }
      if count == incident.codes.count { incident.codes.append(Code()) }
      incident.codes[count].scheme = Self.categoryScheme
      incident.codes[count].code = category
      count += 1
    }
    incident.codes.removeLast(incident.codes.count - count)
    incident.when = times.when
    try addPlace(part, lines, name: line(texts.location), to: &incident)
    incident.stage = stage(part, lines)
    if !incident.relations.isEmpty { incident.relations = [] }
    for (line, target) in texts.targets {
      var relation = Relation()
      relation.relation = relationKind(part, part.lines[line])
      relation.target = text(target)
      if relation.target != nil { incident.relations.append(relation) }
    }
    if !incident.participants.isEmpty { incident.participants = [] }
    if !texts.people.isEmpty { addPeople(part, to: &incident, text) }
    incident.revision = try revision(part, lines)
    try checkCharset(part, lines.summary)
    try checkCharset(part, lines.description)
    try checkCharset(part, lines.location)
    for index in lines.categories { try checkCharset(part, index) }
    for index in lines.attachments { try checkEncoding(part, index) }
    for index in lines.images { try checkEncoding(part, index) }
    count = 0
    for range in texts.addresses {
      guard let url = text(range) else { continue }
      if count == incident.reports.count { incident.reports.append(ReportReference()) }
      incident.reports[count].url = url
      count += 1
    }
    incident.reports.removeLast(incident.reports.count - count)
    // What we wrote and a client has stripped of its carrier.
    if let date = lines.date, let date = EDTF(utf8: part.storage.span.extracting(part.lines[date].value)) {
      var when = incident.when ?? When()
      // An event that was moved since counts more.
      var precise = When()
      precise.date = date
      if when.date != date, when.isEmpty || EventTime.mayShow(precise, as: times) {
        when = When()
        when.date = date
        incident.when = when
      }
    }
    if texts.awaitsRecord, let summary = incident.summary, summary.withUTF8(TrailerLine.mayEnd),
      LostCarrier.restore(&incident, part, lines, times)
    {
      wasRestored = true
      try noteRestored(part)
    }
    guard !readsFieldsOnly else { return }
    let kept: JSONText
    if let range = texts.kept {
      kept = JSONText(checked: Text(checked: bytes, range))
    } else {
      let elided = texts.elision(in: incident)
      kept = ForeignLines.json(part, part.lines[part.componentLines], elided: elided.isElided)
    }
    incident.extras.replace(count: 1) { _, field in
      field.key = ForeignLines.component
      field.value = kept
    }
  }

  /// So many events are told of whose fields are read from their descriptions.
  private static let restoredLimit = 10

  private mutating func noteRestored(_ part: CalendarPart) throws(ConversionError) {
    restoredCount += 1
    guard restoredCount <= Self.restoredLimit else { return }
    let more = restoredCount == Self.restoredLimit ? "; so may more of the file" : ""
    try log.report(
      .note, .icalendarTrailerRead,
      "the component carries no record, and its description ends with lines that Dateline wrote: they are read for what no property says\(more)",
      at: part.lines[part.componentLines.lowerBound].position)
  }

  // MARK: - Values

  /// When the component is.
  mutating func when(_ part: CalendarPart, _ lines: EventLines) throws(ConversionError) -> When? {
    try times(part, lines).when.filled
  }

  /// When the component is, as it says.
  func times(_ part: CalendarPart, _ lines: EventLines) throws(ConversionError) -> EventTimes {
    var times = EventTimes()
    times.start = try time(part, lines.start)
    // Then all of this is read once more.
    if zones.wantsLookAhead { return times }
    times.end = try time(part, lines.end ?? lines.due)
    if zones.wantsLookAhead { return times }
    if times.start == nil { try takeEndAsStart(part, lines, &times) }
    if let index = lines.duration {
      times.duration = DurationValue(part.storage.span.extracting(part.storage.span.trimmed(part.lines[index].value)))
      if let duration = times.duration, duration.isBeyondYears { times.duration = nil }
      if times.duration == nil { try reportBadValue(part, index, "a duration such as PT1H30M, of 10000 years at most") }
      if times.end != nil {
        try log.report(
          .warning, .icalendarEndTwice, "the component has an end and a duration; the end counts",
          at: part.lines[index].position)
      }
      if times.duration?.isNegative == true, times.duration != DurationValue(days: 0, seconds: 0) {
        try log.report(
          .warning, .icalendarEndBeforeStart,
          "the duration \(quoted(part.string(part.lines[index].value))) is negative; it is passed over",
          at: part.lines[index].position)
        times.duration = nil
      }
    }
    if times.endsBeforeStart, let index = lines.end ?? lines.due {
      try log.report(
        .warning, .icalendarEndBeforeStart,
        "the end \(quoted(part.string(part.lines[index].value))) is not later than the start; it is passed over",
        at: part.lines[index].position)
      times.end = nil
    }
    try checkEnd(part, lines, times)
    if let index = lines.recurrenceID, let value = TimeValue(part.storage.span.extracting(part.lines[index].value)) {
      try noteOddTime(part, part.lines[index], value)
    }
    return times
  }

  /// The time that a line says; nil where there is none, or none that can be read, which has been reported.
  private func time(_ part: CalendarPart, _ index: Int?) throws(ConversionError) -> EventTimes.Time? {
    guard let index else { return nil }
    let line = part.lines[index]
    let range = part.storage.span.trimmed(line.value)
    guard let value = TimeValue(part.storage.span.extracting(range)) else {
      try reportBadValue(part, index, "a date such as 20240113 or a time such as 20240113T221500Z")
      return nil
    }
    guard value.clock != nil, !value.isUTC else {
      try noteOddTime(part, line, value)
      return EventTimes.Time(value: value)
    }
    guard !line.parameters.isEmpty, let name = part.parameter("TZID", of: line), !name.isEmpty else {
      try noteOddTime(part, line, value)
      return EventTimes.Time(value: value, zone: zones.floatingZone)
    }
    let time = EventTimes.Time(value: value, zone: try zones.zone(part, name, at: line.position))
    // Then the time is read once more.
    if zones.wantsLookAhead { return time }
    try noteOddTime(part, line, value)
    try zones.noteContradiction(time, at: line.position)
    return time
  }

  private func reportBadValue(_ part: CalendarPart, _ index: Int, _ wanted: String) throws(ConversionError) {
    let line = part.lines[index]
    let name = part.string(Int(line.start)..<Int(line.nameEnd))
    try log.report(
      .warning, .icalendarBadValue,
      "\(name) should be \(wanted), not \(quoted(part.string(line.value))); it is kept in 'extras' only",
      at: line.position)
  }

  private func instant(_ part: CalendarPart, _ index: Int?) throws(ConversionError) -> Instant? {
    try time(part, index)?.instant
  }

  private func addPlace(
    _ part: CalendarPart, _ lines: EventLines, name: Text?, to incident: inout Incident
  ) throws(ConversionError) {
    var coordinates: (latitude: Double, longitude: Double)?
    if let index = lines.geo {
      coordinates = part.storage.span.coordinates(part.lines[index].value)
      if coordinates == nil { try reportBadValue(part, index, "latitude and longitude such as 46.158;39.711") }
    }
    guard name != nil || coordinates != nil else {
      incident.places = []
      return
    }
    if incident.places.count != 1 { incident.places = [Place()] }
    incident.places[0].name = name
    incident.places[0].latitude = coordinates?.latitude
    incident.places[0].longitude = coordinates?.longitude
  }

  /// Who called for the event, and who takes part in it. One who has declined does not, and a room is nobody.
  private func addPeople(_ part: CalendarPart, to incident: inout Incident, _ text: (Range<Int>?) -> Text?) {
    var places: [Text: Int] = [:]
    for (index, name, address) in texts.people {
      let line = part.lines[index]
      guard let address = text(address), takesPart(part, line) else { continue }
      let role: ParticipantRole = line.property == .organizer ? .organiser : .party
      if let known = places[address] {
        if !incident.participants[known].roles.contains(role) { incident.participants[known].roles.append(role) }
        continue
      }
      places[address] = incident.participants.count
      var participant = Participant()
      participant.name = text(name) ?? Text(address.description.withoutMailScheme)
      participant.roles = [role]
      participant.externalIDs = [address]
      if isParameter("CUTYPE", "INDIVIDUAL", part, line) { participant.kind = .person }
      incident.participants.append(participant)
    }
  }

  private func takesPart(_ part: CalendarPart, _ line: ContentLine) -> Bool {
    !isParameter("PARTSTAT", "DECLINED", part, line) && !isParameter("CUTYPE", "ROOM", part, line)
      && !isParameter("CUTYPE", "RESOURCE", part, line)
  }

  func isParameter(
    _ name: StaticString, _ value: StaticString, _ part: CalendarPart, _ line: ContentLine
  ) -> Bool {
    guard let range = part.parameter(name, of: line) else { return false }
    return part.storage.span.extracting(range).isSameWord(as: value)
  }

  /// Tells of an attachment that says that it is base64, and is none.
  private func checkEncoding(_ part: CalendarPart, _ index: Int) throws(ConversionError) {
    let line = part.lines[index]
    guard !line.parameters.isEmpty, part.isEncoded("BASE64", line),
      !part.storage.span.extracting(part.storage.span.trimmed(line.value)).isBase64
    else { return }
    try reportBadValue(part, index, "base64 (RFC 4648, section 4)")
  }

  private func stage(_ part: CalendarPart, _ lines: EventLines) -> Stage? {
    if let index = lines.status {
      let storage = part.storage.span
      let status = storage.extracting(storage.trimmed(part.lines[index].value))
      if status.isSameWord(as: "CANCELLED") { return .cancelled }
      if status.isSameWord(as: "COMPLETED") { return nil }
    }
    return part.component == .todo && lines.completed == nil ? .planned : nil
  }

  private func revision(_ part: CalendarPart, _ lines: EventLines) throws(ConversionError) -> Revision? {
    var revision = Revision()
    revision.created = try instant(part, lines.created)
    revision.modified = try instant(part, lines.lastModified)
    if let index = lines.sequence {
      let text = part.string(part.storage.span.trimmed(part.lines[index].value))
      if let version = Int(text), version >= 0, version <= Int(Int32.max) {
        revision.version = version
      } else {
        try reportBadValue(part, index, "a number from 0 to 2147483647")
      }
    }
    return revision.isEmpty ? nil : revision
  }

  /// What RELTYPE says (RFC 5545, section 3.2.15; RFC 9253, section 5).
  private func relationKind(_ part: CalendarPart, _ line: ContentLine) -> RelationKind {
    guard line.property != .recurrenceID else { return .sameSeries }
    guard let range = part.parameter("RELTYPE", of: line) else { return .partOf }
    let type = part.storage.span.extracting(range)
    if type.isSameWord(as: "PARENT") { return .partOf }
    if type.isSameWord(as: "NEXT") || type.isSameWord(as: "FIRST") { return .sameSeries }
    if type.isSameWord(as: "DEPENDS-ON") || type.isSameWord(as: "FINISHTOSTART") { return .followUpTo }
    return .related
  }
}

extension String {
  /// The address without `mailto:` before it.
  fileprivate var withoutMailScheme: String {
    let scheme = "mailto:"
    return prefix(scheme.count).lowercased() == scheme && count > scheme.count ? String(dropFirst(scheme.count)) : self
  }
}

extension Span<UInt8> {
  /// Whether this is base64 with padding, as far as its letters tell (RFC 4648, section 4).
  fileprivate var isBase64: Bool {
    var letters = 0
    var padding = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
        guard padding == 0 else { return false }
        letters += 1
      case UInt8(ascii: "="): padding += 1
      // Space is what vCalendar 1.0 and careless folding leave.
      case 0x20, 0x09: continue
      default: return false
      }
    }
    return letters % 4 != 1 && padding < 3
  }

  /// Whether the range has nothing but space.
  func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where self[index] != 0x20 && self[index] != 0x09 && self[index] != 0x0A { return false }
    return true
  }

  /// `range` without the space and line ends at its ends.
  func trimmedOfLines(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(start..<start + 1) { start += 1 }
    while end > start, isBlank(end - 1..<end) { end -= 1 }
    return start..<end
  }

  /// Whether this is the address of a web page: `http:` or `https:`.
  var isWebAddress: Bool {
    guard count > 8 else { return false }
    return extracting(0..<7).isSameLowerWord(as: "http://") || extracting(0..<8).isSameLowerWord(as: "https://")
  }

  private func isSameLowerWord(as word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      for index in word.indices where unsafe self[index] | 0x20 != word[index] | 0x20 { return false }
      return true
    }
  }

  /// The latitude and longitude of a GEO value; nil where there is none on the globe.
  func coordinates(_ range: Range<Int>) -> (latitude: Double, longitude: Double)? {
    var mark = range.lowerBound
    while mark < range.upperBound, self[mark] != UInt8(ascii: ";"), self[mark] != UInt8(ascii: ",") { mark += 1 }
    guard mark < range.upperBound else { return nil }
    // An escaped separator leaves its backslash before it.
    let end = mark > range.lowerBound && self[mark - 1] == UInt8(ascii: "\\") ? mark - 1 : mark
    guard let latitude = decimal(trimmed(range.lowerBound..<end)), latitude.magnitude <= 90,
      let longitude = decimal(trimmed(mark + 1..<range.upperBound)), longitude.magnitude <= 180
    else { return nil }
    return (latitude, longitude)
  }

  /// The number that the range writes: digits, with a sign and a point or without.
  private func decimal(_ range: Range<Int>) -> Double? {
    let text = extracting(range)
    let hasPlus = text.count > 1 && text[0] == UInt8(ascii: "+") && text[1] != UInt8(ascii: "-")
    return PlainNumber.decimal(hasPlus ? text.extracting(1...) : text)
  }
}

extension DiagnosticCode {
  static let icalendarBadValue: Self = "icalendar.bad-value"
  static let icalendarEndTwice: Self = "icalendar.end-twice"
  static let icalendarEndBeforeStart: Self = "icalendar.end-before-start"
}
