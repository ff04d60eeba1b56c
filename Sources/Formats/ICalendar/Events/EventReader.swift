import DatelineCore
import DatelineIdentity
import DatelineRecord

/// Makes an incident of a VEVENT, VTODO or VJOURNAL that is not ours (`Specs/icalendar.md`, "Foreign calendars").
struct EventReader {
  let log: DiagnosticLog
  let zones: CalendarZones
  private var scratch: [UInt8] = []

  init(log: DiagnosticLog, zones: CalendarZones) {
    self.log = log
    self.zones = zones
  }

  /// The texts of a component as ranges of its part's storage, which grows while they are decoded. Only then are the
  /// record's texts made: they share the storage.
  private struct Ranges {
    var id: Range<Int> = 0..<0
    var externalID: Range<Int> = 0..<0
    var title: Range<Int>?
    var summary: Range<Int>?
    var location: Range<Int>?
    var language: Range<Int>?
    var categories: [Range<Int>] = []
    var addresses: [Range<Int>] = []
    var targets: [(line: Int, target: Range<Int>)] = []

    /// Forgets everything; the memory stays.
    mutating func clear() {
      (id, externalID, title, summary, location, language) = (0..<0, 0..<0, nil, nil, nil, nil)
      categories.removeAll(keepingCapacity: true)
      addresses.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
    }
  }

  private var ranges = Ranges()

  /// The scheme of codes made of CATEGORIES.
  private static let categoryScheme: Text = "ics.categories"

  /// Reads the component of `part`, whose lines have been found.
  mutating func incident(
    _ part: inout CalendarPart, _ lines: EventLines
  ) throws(ConversionError) -> Incident {
    try incident(&part, lines, try times(part, lines))
  }

  /// Reads the component of `part`, which is at `times`.
  mutating func incident(
    _ part: inout CalendarPart, _ lines: EventLines, _ times: EventTimes
  ) throws(ConversionError) -> Incident {
    decode(&part, lines)
    let storage = part.storage
    func text(_ range: Range<Int>?) -> Text? {
      guard let range, !range.isEmpty, !storage.span.isBlank(range) else { return nil }
      return Text(checked: storage, range)
    }
    func line(_ range: Range<Int>?) -> Text? { text(range.map { storage.span.trimmedOfLines($0) }) }
    var incident = Incident(id: Text(checked: storage, ranges.id))
    if !ranges.externalID.isEmpty { incident.externalIDs = [Text(checked: storage, ranges.externalID)] }
    incident.title = line(ranges.title)
    incident.summary = text(ranges.summary)
    incident.language = text(ranges.language)
    for range in ranges.categories {
      guard let category = text(range) else { continue }
      var code = Code()
      code.scheme = Self.categoryScheme
      code.code = category
      if incident.codes.isEmpty { incident.codes.reserveCapacity(ranges.categories.count) }
      incident.codes.append(code)
    }
    incident.when = times.when.filled
    if let place = try place(part, lines, name: line(ranges.location)) { incident.places = [place] }
    incident.stage = stage(part, lines)
    for (line, target) in ranges.targets {
      var relation = Relation()
      relation.relation = relationKind(part, part.lines[line])
      relation.target = text(target)
      if relation.target != nil { incident.relations.append(relation) }
    }
    incident.revision = try revision(part, lines)
    for range in ranges.addresses {
      var reference = ReportReference()
      reference.url = text(range)
      if reference.url != nil { incident.reports.append(reference) }
    }
    // What we wrote and a client has stripped of its carrier.
    if let date = lines.date, let date = EDTF(utf8: storage.span.extracting(part.lines[date].value)) {
      var when = incident.when ?? When()
      if when.date != date {
        when = When()
        when.date = date
        incident.when = when
      }
    }
    if let summary = incident.summary, summary.withUTF8(TrailerLine.mayEnd) { LostCarrier.restore(&incident) }
    let elision = ForeignElision(part, lines, incident)
    incident.extras = Extras(distinct: [
      Extras.Field(
        key: ForeignLines.component,
        value: ForeignLines.json(part, part.lines[part.componentLines], elided: elision.isElided))
    ])
    return incident
  }

  // MARK: - Texts

  private mutating func decode(_ part: inout CalendarPart, _ lines: EventLines) {
    ranges.clear()
    ranges.title = lines.summary.map { part.text(of: part.lines[$0]) }
    ranges.summary = lines.description.map { part.text(of: part.lines[$0]) }
    ranges.location = lines.location.map { part.text(of: part.lines[$0]) }
    if let summary = lines.summary, !part.lines[summary].parameters.isEmpty {
      ranges.language = part.parameter("LANGUAGE", of: part.lines[summary])
    }
    for index in lines.categories {
      if part.isEncoded("QUOTED-PRINTABLE", part.lines[index]) {
        ranges.categories.append(part.text(of: part.lines[index]))
        continue
      }
      var rest = part.lines[index].value
      while true {
        let end = part.itemEnd(rest)
        ranges.categories.append(part.text(part.storage.span.trimmed(rest.lowerBound..<end)))
        guard end < rest.upperBound else { break }
        rest = end + 1..<rest.upperBound
      }
    }
    if let url = lines.url { ranges.addresses.append(part.text(part.lines[url].value)) }
    for index in lines.attachments {
      let value = part.storage.span.trimmed(part.lines[index].value)
      guard part.storage.span.extracting(value).isWebAddress else { continue }
      let range = part.text(value)
      let isKnown = ranges.addresses.contains { part.storage[$0].elementsEqual(part.storage[range]) }
      if !isKnown { ranges.addresses.append(range) }
    }
    identify(&part, lines)
    for index in lines.relations {
      let uid = part.text(part.storage.span.trimmed(part.lines[index].value))
      guard !uid.isEmpty else { continue }
      ranges.targets.append((index, appendID(&part, uid)))
    }
    if lines.recurrenceID != nil, let uid = lines.uid {
      // An instance belongs to its series.
      ranges.targets.append((lines.recurrenceID ?? uid, appendID(&part, part.text(part.lines[uid].value))))
    }
  }

  /// The record's id: of UID, with RECURRENCE-ID behind it; without UID, of all that the component says.
  private mutating func identify(_ part: inout CalendarPart, _ lines: EventLines) {
    if let uid = lines.uid {
      let value = part.text(part.storage.span.trimmed(part.lines[uid].value))
      if !part.storage.span.isBlank(value) {
        let start = part.storage.count
        part.storage.append("ics.uid:")
        part.append(copyOf: value)
        ranges.externalID = start..<part.storage.count
        guard let recurrenceID = lines.recurrenceID else {
          ranges.id = appendID(&part, value)
          return
        }
        let name = part.storage.count
        part.append(copyOf: value)
        part.storage.append(UInt8(ascii: "#"))
        part.append(copyOf: part.lines[recurrenceID].value)
        ranges.id = appendID(&part, name..<part.storage.count)
        return
      }
    }
    let name = part.storage.count
    for index in part.componentLines {
      part.append(copyOf: part.lines[index].range)
      part.storage.append(0x0A)
    }
    ranges.id = appendID(&part, name..<part.storage.count)
  }

  /// Appends the id of the incident whose native id stands in the storage.
  private mutating func appendID(_ part: inout CalendarPart, _ native: Range<Int>) -> Range<Int> {
    scratch.removeAll(keepingCapacity: true)
    Identifier.append(.incident, scheme: "ics", nativeID: part.storage.span.extracting(native), to: &scratch)
    let start = part.storage.count
    part.storage.append(contentsOf: scratch)
    return start..<part.storage.count
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
    times.end = try time(part, lines.end ?? lines.due)
    if times.start == nil {
      times.start = times.end
      times.end = nil
    }
    if let index = lines.duration {
      times.duration = DurationValue(part.storage.span.extracting(part.storage.span.trimmed(part.lines[index].value)))
      if times.duration == nil { try reportBadValue(part, index, "a duration such as PT1H30M") }
      if times.end != nil {
        try log.report(
          .warning, .icalendarEndTwice, "the component has an end and a duration; the end counts",
          at: part.lines[index].position)
      }
    }
    if times.endsBeforeStart, let index = lines.end ?? lines.due {
      try log.report(
        .warning, .icalendarEndBeforeStart,
        "the end \(quoted(part.string(part.lines[index].value))) is not later than the start; it is passed over",
        at: part.lines[index].position)
      times.end = nil
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
    guard value.clock != nil, !value.isUTC, !line.parameters.isEmpty, let name = part.parameter("TZID", of: line),
      !name.isEmpty
    else { return EventTimes.Time(value: value) }
    return EventTimes.Time(value: value, zone: try zones.zone(part, name, at: line.position))
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

  private func place(
    _ part: CalendarPart, _ lines: EventLines, name: Text?
  ) throws(ConversionError) -> Place? {
    var place = Place()
    place.name = name
    if let index = lines.geo {
      if let (latitude, longitude) = part.storage.span.coordinates(part.lines[index].value) {
        place.latitude = latitude
        place.longitude = longitude
      } else {
        try reportBadValue(part, index, "latitude and longitude such as 46.158;39.711")
      }
    }
    return place.isEmpty ? nil : place
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

extension Span<UInt8> {
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
