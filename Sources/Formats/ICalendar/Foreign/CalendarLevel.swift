import DatelineCore
import DatelineRecord

/// What a calendar has besides events: its own properties, time zones, busy times, and components that nobody knows. What
/// stands before the first event belongs to the header, the rest to the event before it.
struct CalendarLevel {
  /// Whether we wrote the calendar: then nearly all of this is made of the header.
  var isOurs = false
  private var title: Text?
  /// The values of NAME and X-WR-CALNAME.
  private var names: (own: Text?, wide: Text?)
  /// The property that has another title than was written.
  private(set) var newName: StaticString?
  private var list: [UInt8] = []
  private var isInHeader = true
  private var hasCalendar = false
  /// END:VCALENDAR is kept only where something follows it.
  private var pendingEnd = false
  private(set) var isFull = false

  private static let limit = 8 << 20

  /// Takes some lines of a part.
  ///
  /// - Parameter component: The component that they are; nil for lines of the calendar itself.
  mutating func add(_ part: CalendarPart, _ range: Range<Int>, of component: ComponentKind?) {
    for index in range {
      let line = part.lines[index]
      if component == nil {
        if line.component == .calendar, line.property == .begin, !hasCalendar {
          hasCalendar = true
          continue
        }
        if line.component == .calendar, line.property == .end {
          pendingEnd = true
          continue
        }
        if line.property == .productID, part.storage.span.extracting(line.value).starts(with: "-//Dateline//") {
          isOurs = true
        }
        if isInHeader, line.property == .name || line.property == .calendarName { setTitle(part, line) }
      }
      if pendingEnd {
        pendingEnd = false
        append(Array("END:VCALENDAR".utf8))
      }
      append(Array(part.storage[line.range]))
    }
  }

  private mutating func setTitle(_ part: CalendarPart, _ line: ContentLine) {
    var copy = part
    let range = copy.text(of: line)
    guard !copy.storage.span.isBlank(range) else { return }
    let text = Text(String(decoding: copy.storage[range], as: UTF8.self))
    if line.property == .name {
      names.own = text
      title = text
    } else {
      names.wide = names.wide ?? text
      title = title ?? text
    }
  }

  private mutating func append(_ line: [UInt8]) {
    guard list.count + line.count < Self.limit else {
      isFull = true
      return
    }
    list.append(list.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    list.appendJSONLine(line)
  }

  /// The header that the calendar has, or makes.
  ///
  /// - Parameters:
  ///   - carried: The one that the header's component carries.
  ///   - isEdited: Whether a title that was edited counts.
  mutating func header(carried: Header?, isEdited: Bool) -> Header? {
    let lines = take()
    isInHeader = false
    if var header = carried {
      let known = header.extras[ForeignLines.calendar].flatMap(ForeignLines.lines) ?? []
      if header.extras[ForeignLines.added] == nil, let added = lines.flatMap({ Self.added($0, known: known) }) {
        header.extras[ForeignLines.added] = added
      }
      if isEdited, known.isEmpty { takeName(into: &header) }
      return header
    }
    guard title != nil || lines != nil, !isOurs || title != nil else { return nil }
    var header = Header(schemaVersion: Schema.version)
    header.title = title
    if !isOurs, let lines { header.extras[ForeignLines.calendar] = lines }
    return header
  }

  /// Takes the title of the calendar where it is not the one that the writer sets.
  private mutating func takeName(into header: inout Header) {
    var written: [UInt8] = []
    if let title = header.title { written.append(visible: title, singleLine: true) }
    written.trim()
    func isNew(_ name: Text, _ written: [UInt8]) -> Bool {
      var shown: [UInt8] = []
      shown.append(visible: name, singleLine: true)
      shown.trim()
      return shown != written
    }
    if let name = names.own, isNew(name, written) {
      (header.title, newName) = (name, "NAME")
    } else if let name = names.wide, isNew(name, written.withoutSpecials) {
      (header.title, newName) = (name, "X-WR-CALNAME")
    }
  }

  /// What stands behind the last event.
  mutating func takeFollowing() -> JSONText? { isInHeader ? nil : take() }

  private mutating func take() -> JSONText? {
    defer { list = [] }
    guard !list.isEmpty else { return nil }
    list.append(UInt8(ascii: "]"))
    return JSONText(checked: Text(checked: list, 0..<list.count))
  }

  /// What a client has added to a calendar of ours: neither what we write, nor what clients make of it.
  private static func added(_ json: JSONText, known: [[UInt8]]) -> JSONText? {
    var part = CalendarPart(ForeignLines.lines(json) ?? [])
    var isInZone = false
    part.lines.removeAll { line in
      if line.component == .timeZone { isInZone = line.property == .begin }
      return isInZone || line.component == .timeZone || ours.contains(line.property)
        || known.contains { part.storage[line.range].elementsEqual($0) }
    }
    return part.lines.isEmpty ? nil : ForeignLines.json(part, part.lines)
  }

  private static let ours: [PropertyName] = [.version, .productID, .calendarScale, .name, .calendarName]
}

extension [UInt8] {
  /// Appends a content line as a JSON string.
  fileprivate mutating func appendJSONLine(_ line: [UInt8]) {
    append(atMost: 2 * line.count + 18) { $0.write(jsonString: line.span) }
  }
}
