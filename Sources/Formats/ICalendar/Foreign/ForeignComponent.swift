import DatelineCore
import DatelineRecord

/// The component that an incident was read from. Its memory serves every incident.
struct ForeignComponent: ~Copyable {
  /// The component as it was read.
  private(set) var part = CalendarPart()
  /// Those of its lines between BEGIN and END of which the record says still the same.
  private(set) var lines: [ContentLine] = []
  /// Lines and components that stand behind it in the calendar.
  private(set) var following: [[UInt8]] = []

  private let calendar: ForeignCalendar
  private var found = EventLines()
  private var reader: EventReader
  /// What the component says: one incident, where it can be looked at without a copy.
  private var before = [Incident(id: Schema.unreadText)]
  private var changed = PropertySet()
  private var kept = PropertySet()

  /// For incidents that were read from `calendar`.
  init(in calendar: ForeignCalendar) {
    self.calendar = calendar
    reader = EventReader(
      log: DiagnosticLog(input: "", errorLimit: .max), zones: calendar.zones, readsFieldsOnly: true)
  }

  /// Takes the component of an incident.
  ///
  /// - Returns: false where the incident was not read from a calendar.
  mutating func read(_ incident: borrowing Incident) -> Bool {
    guard let list = incident.extras[ForeignLines.component], part.read(list, of: incident) else { return false }
    following = incident.extras[ForeignLines.following].flatMap(ForeignLines.lines) ?? []
    // A zone that the component is in may stand behind it.
    if !following.isEmpty { calendar.take(following) }
    found.find(in: part)
    do throws(ConversionError) {
      try reader.read(part, found, try reader.times(part, found), into: &before[0])
    } catch {
      return false
    }
    var changed = PropertySet()
    before.span.lend(0) { (old: borrowing Incident) in changed = PropertySet(from: old, to: incident) }
    self.changed = changed
    lines.removeAll(keepingCapacity: true)
    kept = PropertySet()
    for line in part.lines.dropFirst().dropLast() where line.depth > 1 || !writes(line.property) {
      lines.append(line)
      // A UID without text names nothing, so it is none.
      if line.property == .uid, part.unescapedIsBlank(part.storage.span.trimmed(line.value)) { continue }
      kept.insert(line.property)
    }
    return true
  }

  /// What it is.
  var kind: ComponentKind { part.component ?? .event }
  /// Where its name stands in the part.
  var name: Range<Int> { part.lines.first?.value ?? 0..<0 }

  /// Whether the writer has to write the property itself, because the record says something else than the component.
  func writes(_ property: PropertyName) -> Bool { changed.contains(property) }

  /// Whether it recurred, and does not any more: its rules are about a start that the record has no longer.
  var losesRecurrence: Bool { writes(.rrule) && !found.recurrence.isEmpty }

  /// Whether the component has all that it must have, and says what the record says.
  var isWhole: Bool { changed.isEmpty && has(.uid) && has(.dtstamp) }

  /// Whether the component has the property.
  func has(_ property: PropertyName) -> Bool { kept.contains(property) }

  /// The zones of its times.
  var zones: CalendarZones { calendar.zones }
  /// The visible values of the component as it was read.
  var values: NormalisedValues { NormalisedValues(part, found, zones: zones) }
}

extension CalendarPart {
  /// Becomes the component that an incident keeps, each line with its value: where it is left out, a field has it.
  ///
  /// - Parameter list: The JSON list of its lines.
  /// - Returns: false where it is none of a whole component.
  fileprivate mutating func read(_ list: JSONText, of incident: borrowing Incident) -> Bool {
    clear()
    var depth = 0
    var isWhole = true
    let isList = ForeignLines.forEachLine(of: list) { line in
      let start = storage.count
      storage.append(copying: line)
      if addLine(from: start, &depth) { return }
      guard addValue(behind: start, of: incident) else {
        // A field that is empty now takes its line with it.
        return storage.removeLast(storage.count - start)
      }
      if !addLine(from: start, &depth) { isWhole = false }
    }
    guard isList, isWhole, lines.count >= 2, let component, component.isEvent else { return false }
    return lines.last?.property == .end && lines.last?.depth == 0
  }

  /// Appends the colon and the value of a line without them.
  ///
  /// - Returns: false where no field has it.
  private mutating func addValue(behind start: Int, of incident: borrowing Incident) -> Bool {
    let nameEnd = storage.span.firstNoNameByte(from: start)
    storage.append(UInt8(ascii: ":"))
    let valueStart = storage.count
    switch property(start..<nameEnd) {
    case .summary: append(incident.title)
    case .description: append(incident.summary)
    case .location: if !incident.places.isEmpty { append(incident.places[0].name) }
    case .uid: append(incident.externalIDs.first { $0.withUTF8 { $0.starts(with: "ics.uid:") } }, droppingFirst: 8)
    default: break
    }
    return storage.count > valueStart
  }

  /// Appends a field as a TEXT value with `\`, `;`, `,` and LF escaped.
  private mutating func append(_ field: Text?, droppingFirst count: Int = 0) {
    guard let field else { return }
    storage.append(atMost: 2 * field.utf8Count) { output in
      field.withUTF8 { output.write(escapedText: $0.extracting(droppingFirst: count)) }
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

/// Some properties.
struct PropertySet {
  /// One for each; there are fewer than 64.
  private var bits: UInt64 = 0

  /// None.
  init() {}

  /// The properties that say of `old` otherwise than of `new`.
  init(from old: borrowing Incident, to new: borrowing Incident) {
    if old.title != new.title || old.language != new.language { insert(.summary) }
    if old.summary != new.summary { insert(.description) }
    if old.places != new.places { insert(.location, .geo) }
    if old.codes != new.codes || new.kind != nil { insert(.categories) }
    if old.when != new.when {
      insert(.dtstart, .dtend, .due, .duration, .rrule, .rdate, .exdate, .exrule, .recurrenceID)
    }
    if old.stage != new.stage || new.verification != nil { insert(.status) }
    if old.revision != new.revision { insert(.created, .lastModified, .sequence) }
    if old.reports != new.reports { insert(.url, .attach) }
    if old.participants != new.participants { insert(.organizer, .attendee) }
    if old.relations != new.relations { insert(.relatedTo) }
  }

  var isEmpty: Bool { bits == 0 }

  func contains(_ property: PropertyName) -> Bool { bits & Self.bit(property) != 0 }

  mutating func insert(_ property: PropertyName) { bits |= Self.bit(property) }

  private mutating func insert(_ properties: PropertyName...) { for property in properties { insert(property) } }

  private static func bit(_ property: PropertyName) -> UInt64 { 1 << UInt64(property.rawValue) }
}
