import DatelineCore

/// A calendar that is not ours, as the header and the records keep it: what a writer gives back.
///
/// The contract: where ``init(_:)`` finds something, the writer writes ``lines`` instead of its own VERSION, PRODID and so
/// on, then its own components. For an incident with a ``ForeignComponent`` it writes that one's lines between BEGIN and
/// END, its own properties only for ``ForeignComponent/writes(_:)``, DTSTAMP and UID where they are missing, and the
/// carrier; then ``ForeignComponent/following``.
struct ForeignCalendar {
  /// Properties and components between BEGIN:VCALENDAR and the first event; empty where the calendar is ours.
  let lines: [[UInt8]]
  /// The time zones that it defines.
  let zones: CalendarZones

  init(_ header: Header) {
    lines = header.extras[ForeignLines.calendar].flatMap(ForeignLines.lines) ?? []
    zones = CalendarZones(log: DiagnosticLog(input: ""))
    take(lines)
  }

  /// Whether the calendar has a property of this name.
  func has(_ name: StaticString) -> Bool {
    lines.contains { line in
      guard let head = line.span.contentLineHead(from: 0) else { return false }
      return line.span.extracting(0..<head.nameEnd).isSameWord(as: name)
    }
  }

  /// Learns the time zones among some lines.
  func take(_ lines: [[UInt8]]) {
    var zone: [[UInt8]] = []
    for line in lines {
      if line.span.isSameWord(as: "BEGIN:VTIMEZONE") { zone = [line] } else if !zone.isEmpty { zone.append(line) }
      if line.span.isSameWord(as: "END:VTIMEZONE") {
        try? zones.define(CalendarPart(zone))
        zone = []
      }
    }
  }
}

/// The component that an incident was read from.
struct ForeignComponent {
  /// A line between BEGIN and END, unfolded.
  struct Line {
    var property: PropertyName
    var bytes: [UInt8]
  }

  /// What it is.
  let kind: ComponentKind
  /// Its name.
  let name: [UInt8]
  /// Those of which the record says still the same.
  private(set) var lines: [Line] = []
  /// Lines and components that stand behind it in the calendar.
  let following: [[UInt8]]
  private var changed: Set<PropertyName> = []
  /// The component as it was read.
  private let part: CalendarPart
  private let found: EventLines

  /// - Returns: nil where the incident was not read from a calendar.
  init?(_ incident: Incident, in calendar: ForeignCalendar) {
    guard let kept = incident.extras[ForeignLines.component].flatMap(ForeignLines.lines), kept.count >= 2 else {
      return nil
    }
    let whole = kept.compactMap { Self.filled($0, incident) }
    let part = CalendarPart(whole)
    guard part.lines.count == whole.count, let kind = part.component, kind.isEvent,
      part.lines.last?.property == .end, part.lines.last?.depth == 0
    else { return nil }
    self.kind = kind
    name = Array(part.storage[part.lines[0].value])
    following = incident.extras[ForeignLines.following].flatMap(ForeignLines.lines) ?? []
    var found = EventLines()
    found.find(in: part)
    var reader = EventReader(log: DiagnosticLog(input: "", errorLimit: .max), zones: calendar.zones)
    guard let before = try? reader.incident(part, found) else { return nil }
    changed = Self.changes(from: before, to: incident)
    self.part = part
    self.found = found
    lines.reserveCapacity(part.lines.count)
    for line in part.lines.dropFirst().dropLast() where line.depth > 1 || !writes(line.property) {
      lines.append(Line(property: line.property, bytes: Array(part.storage[line.range])))
    }
    if !following.isEmpty { calendar.take(following) }
  }

  /// Whether the writer has to write the property itself, because the record says something else than the component.
  func writes(_ property: PropertyName) -> Bool { !changed.isEmpty && changed.contains(property) }

  /// Whether the component has all that it must have, and says what the record says.
  var isWhole: Bool { changed.isEmpty && has(.uid) && has(.dtstamp) }

  /// Whether the component has the property.
  func has(_ property: PropertyName) -> Bool { lines.contains { $0.property == property } }

  /// The visible values of the component as it was read.
  func values(zones: CalendarZones) -> NormalisedValues {
    var part = part
    return NormalisedValues(&part, found, zones: zones)
  }

  /// A kept line with its value; nil where the field that had it is empty now.
  private static func filled(_ line: [UInt8], _ incident: Incident) -> [UInt8]? {
    let nameEnd = line.span.firstNoNameByte(from: 0)
    if nameEnd < line.count, line[nameEnd] == UInt8(ascii: ":") || line.span.valueStart(behind: nameEnd) != nil {
      return line
    }
    var value: [UInt8] = []
    switch PropertyName(line.span.extracting(0..<nameEnd)) {
    case .summary: value.append(field: incident.title)
    case .description: value.append(field: incident.summary)
    case .location: value.append(field: incident.places.first?.name)
    case .uid:
      let id = incident.externalIDs.first { $0.withUTF8 { $0.starts(with: "ics.uid:") } }
      value.append(field: id.flatMap { Text($0.description.dropFirst(8)) })
    default: return nil
    }
    guard !value.isEmpty else { return nil }
    return line + [UInt8(ascii: ":")] + value
  }

  /// The properties that say otherwise than the record.
  private static func changes(from old: Incident, to new: Incident) -> Set<PropertyName> {
    var changed: Set<PropertyName> = []
    if old.title != new.title || old.language != new.language { changed.insert(.summary) }
    if old.summary != new.summary { changed.insert(.description) }
    if old.places != new.places { changed.formUnion([.location, .geo]) }
    if old.codes != new.codes || new.kind != nil { changed.insert(.categories) }
    if old.when != new.when {
      changed.formUnion([.dtstart, .dtend, .due, .duration, .rrule, .rdate, .exdate, .exrule, .recurrenceID])
    }
    if old.stage != new.stage || new.verification != nil { changed.insert(.status) }
    if old.revision != new.revision { changed.formUnion([.created, .lastModified, .sequence]) }
    if old.reports != new.reports { changed.formUnion([.url, .attach]) }
    if old.participants != new.participants { changed.formUnion([.organizer, .attendee]) }
    if old.relations != new.relations { changed.insert(.relatedTo) }
    return changed
  }
}

extension [UInt8] {
  /// Appends a field as a TEXT value with `\`, `;`, `,` and LF escaped.
  fileprivate mutating func append(field: Text?) {
    guard let field else { return }
    append(atMost: 2 * field.utf8Count) { output in
      field.withUTF8 { output.write(escapedText: $0) }
    }
  }
}

extension OutputCursor {
  fileprivate mutating func write(escapedText text: Span<UInt8>) {
    var start = 0
    while true {
      let stop = text.firstEscaped(from: start)
      write(text.extracting(start..<stop))
      guard stop < text.count else { return }
      write(UInt8(ascii: "\\"))
      write(text[stop] == 0x0A ? UInt8(ascii: "n") : text[stop])
      start = stop + 1
    }
  }
}
