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
  /// What it is.
  let kind: ComponentKind
  /// Its name.
  let name: [UInt8]
  /// The lines between BEGIN and END, unfolded: those of which the record says still the same.
  private(set) var lines: [[UInt8]] = []
  /// Lines and components that stand behind it in the calendar.
  let following: [[UInt8]]
  private var changed: Set<PropertyName> = []

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
    for line in part.lines.dropFirst().dropLast() where line.depth > 1 || !changed.contains(line.property) {
      lines.append(Array(part.storage[line.range]))
    }
    calendar.take(following)
  }

  /// Whether the writer has to write the property itself, because the record says something else than the component.
  func writes(_ property: PropertyName) -> Bool { changed.contains(property) }

  /// Whether the component has the property.
  func has(_ property: PropertyName) -> Bool {
    lines.contains { line in
      guard let head = line.span.contentLineHead(from: 0) else { return false }
      return PropertyName(line.span.extracting(0..<head.nameEnd)) == property
    }
  }

  /// A kept line with its value; nil where the field that had it is empty now.
  private static func filled(_ line: [UInt8], _ incident: Incident) -> [UInt8]? {
    guard line.span.contentLineHead(from: 0) == nil else { return line }
    var nameEnd = 0
    while nameEnd < line.count, line[nameEnd].isNameByte { nameEnd += 1 }
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
  /// Appends a field as a TEXT value.
  fileprivate mutating func append(field: Text?) {
    field?.withUTF8 { append(escapedText: $0) }
  }

  /// Appends a TEXT value with `\`, `;`, `,` and LF escaped.
  private mutating func append(escapedText text: Span<UInt8>) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): append(UInt8(ascii: "\\"))
      case 0x0A:
        append("\\n")
        continue
      default: break
      }
      append(text[index])
    }
  }
}
