import DatelineCore
import DatelineIdentity
import DatelineRecord

/// The texts of a component, decoded one behind the other: the buffer whose slices are the texts of its record.
///
/// One pass writes them and, where the record is known to say the same as they do, the lines that are kept. The ranges are
/// those of the buffer; their memory serves every component.
struct EventTexts {
  private(set) var id: Range<Int> = 0..<0
  /// `ics.uid:` and UID.
  private(set) var externalID: Range<Int>?
  private(set) var title: Range<Int>?
  private(set) var summary: Range<Int>?
  private(set) var location: Range<Int>?
  private(set) var language: Range<Int>?
  private(set) var categories: [Range<Int>] = []
  private(set) var addresses: [Range<Int>] = []
  private(set) var targets: [(line: Int, target: Range<Int>)] = []
  /// Of ORGANIZER and ATTENDEE: CN, and the address.
  private(set) var people: [(line: Int, name: Range<Int>?, address: Range<Int>)] = []
  /// The JSON list of the lines that are kept; nil where the record has to be known first.
  private(set) var kept: Range<Int>?

  private var elided = ForeignElision()
  private var isVCalendar = false
  /// Whether what the record says can't be told from the texts alone.
  private(set) var awaitsRecord = false
  private var names = RecordNames(.incident, scheme: "ics")

  /// Decodes the texts of the component of `part`.
  ///
  /// - Parameters:
  ///   - isVCalendar: Whether it is one of vCalendar 1.0, where semicolons stand between categories.
  ///   - fieldsOnly: Whether the id, and the lines that are kept, are left out.
  mutating func read(
    _ part: CalendarPart, _ lines: EventLines, isVCalendar: Bool = false, fieldsOnly: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    self.isVCalendar = isVCalendar
    // As JSON a line has twice as many bytes at most.
    bytes.append(atMost: 3 * part.storage.count + 1024) { output in
      clear()
      if !fieldsOnly { writeID(part, lines, to: &output) }
      decode(part, lines, to: &output)
      guard !awaitsRecord, !fieldsOnly else { return }
      let start = output.count
      ForeignLines.write(part, part.componentLines, elided: elided, to: &output)
      kept = start..<output.count
    }
    return bytes
  }

  /// Which of the lines are kept without their values, once the record is known.
  func elision(in incident: Incident) -> ForeignElision {
    var elided = elided
    if incident.title?.utf8Count != title?.count { elided.summary = nil }
    if incident.summary?.utf8Count != summary?.count { elided.description = nil }
    if incident.places.first?.name?.utf8Count != location?.count { elided.location = nil }
    return elided
  }

  private mutating func clear() {
    (externalID, title, summary, location, language, kept) = (nil, nil, nil, nil, nil, nil)
    elided = ForeignElision()
    awaitsRecord = false
    // It costs something to find that there is nothing to remove.
    if !categories.isEmpty { categories.removeAll(keepingCapacity: true) }
    if !addresses.isEmpty { addresses.removeAll(keepingCapacity: true) }
    if !targets.isEmpty { targets.removeAll(keepingCapacity: true) }
    if !people.isEmpty { people.removeAll(keepingCapacity: true) }
  }

  // MARK: - Identifiers

  /// Writes the id: of UID, with RECURRENCE-ID behind it; without UID, of all that the component says.
  private mutating func writeID(_ part: CalendarPart, _ lines: EventLines, to output: inout OutputCursor) {
    let storage = part.storage.span
    let start = output.count
    names.write(to: &output) { name in
      if let index = lines.uid {
        let uid = storage.trimmed(part.lines[index].value)
        if !part.unescapedIsBlank(uid) {
          name.append(unescaped: storage.extracting(uid))
          guard let recurrenceID = lines.recurrenceID else { return }
          name.append(UInt8(ascii: "#"))
          name.append(copying: storage.extracting(part.lines[recurrenceID].value))
          return
        }
      }
      for index in part.componentLines {
        name.append(copying: storage.extracting(part.lines[index].range))
        name.append(0x0A)
      }
    }
    id = start..<output.count
  }

  /// Writes the id of another component.
  private mutating func writeID(uid: Span<UInt8>, to output: inout OutputCursor) -> Range<Int> {
    let start = output.count
    names.write(to: &output) { $0.append(unescaped: uid) }
    return start..<output.count
  }

  // MARK: - Texts

  private mutating func decode(_ part: CalendarPart, _ lines: EventLines, to output: inout OutputCursor) {
    let storage = part.storage.span
    if let index = lines.uid { decodeUID(part, part.lines[index], to: &output) }
    if let index = lines.summary {
      let line = part.lines[index]
      let (range, spelling) = decode(part, line, to: &output)
      title = range
      if spelling.isOurs { elided.summary = line.start }
      if storage.endsWithSpace(line.value) { awaitsRecord = true }
      if !line.parameters.isEmpty, let value = part.parameter("LANGUAGE", of: line) {
        language = copy(storage.extracting(value), to: &output)
      }
    }
    if let index = lines.description {
      let line = part.lines[index]
      let (range, spelling) = decode(part, line, to: &output)
      summary = range
      if spelling.isOurs { elided.description = line.start }
      // A trailer may yet change what the record says.
      if spelling.hasBlankLine || storage.extracting(line.value).starts(with: "Wh") { awaitsRecord = true }
    }
    if let index = lines.location {
      let line = part.lines[index]
      let (range, spelling) = decode(part, line, to: &output)
      location = range
      if spelling.isOurs { elided.location = line.start }
      if storage.endsWithSpace(line.value) { awaitsRecord = true }
    }
    for index in lines.categories { decodeCategories(part, part.lines[index], to: &output) }
    decodeAddresses(part, lines, to: &output)
    for index in lines.people { decodePerson(part, index, to: &output) }
    for index in lines.relations {
      let uid = storage.trimmed(part.lines[index].value)
      if !uid.isEmpty { targets.append((index, writeID(uid: storage.extracting(uid), to: &output))) }
    }
    if let recurrenceID = lines.recurrenceID, let uid = lines.uid {
      // An instance belongs to its series.
      targets.append((recurrenceID, writeID(uid: storage.extracting(part.lines[uid].value), to: &output)))
    }
  }

  private mutating func decodeUID(_ part: CalendarPart, _ line: ContentLine, to output: inout OutputCursor) {
    let storage = part.storage.span
    let value = storage.trimmed(line.value)
    let start = output.count
    output.write("ics.uid:")
    let spelling = output.write(unescaped: storage.extracting(value))
    if part.unescapedIsBlank(value) { return }
    externalID = start..<output.count
    if spelling.isOurs, value == line.value, line.parameters.isEmpty { elided.uid = line.start }
  }

  /// Decodes a TEXT value (RFC 5545, section 3.3.11).
  private func decode(
    _ part: CalendarPart, _ line: ContentLine, to output: inout OutputCursor
  ) -> (range: Range<Int>, spelling: TextSpelling) {
    let start = output.count
    let storage = part.storage.span
    guard !part.isEncoded("QUOTED-PRINTABLE", line) else {
      _ = output.write(unescaped: part.quotedPrintable(line).span)
      return (start..<output.count, TextSpelling(isOurs: false, hasBlankLine: true))
    }
    var spelling = output.write(unescaped: storage.extracting(line.value))
    // Without its value, a line must be seen to have none. A text of nothing but space is none.
    let parameters = storage.extracting(line.parameters)
    if parameters.firstIndex(of: UInt8(ascii: ":"), from: 0) < parameters.count || part.unescapedIsBlank(line.value) {
      spelling.isOurs = false
    }
    return (start..<output.count, spelling)
  }

  private mutating func decodeCategories(_ part: CalendarPart, _ line: ContentLine, to output: inout OutputCursor) {
    let storage = part.storage.span
    func add(_ text: Span<UInt8>) {
      let start = output.count
      _ = output.write(unescaped: text)
      categories.append(start..<output.count)
    }
    if part.isEncoded("QUOTED-PRINTABLE", line) { return add(part.quotedPrintable(line).span) }
    var rest = line.value
    while true {
      let end = part.itemEnd(rest, semicolons: isVCalendar)
      add(storage.extracting(storage.trimmed(rest.lowerBound..<end)))
      guard end < rest.upperBound else { return }
      rest = end + 1..<rest.upperBound
    }
  }

  /// URL, and each ATTACH that is a web address of its own.
  private mutating func decodeAddresses(_ part: CalendarPart, _ lines: EventLines, to output: inout OutputCursor) {
    let storage = part.storage.span
    if let url = lines.url {
      let start = output.count
      _ = output.write(unescaped: storage.extracting(part.lines[url].value))
      addresses.append(start..<output.count)
    }
    guard !lines.attachments.isEmpty else { return }
    var known: Set<[UInt8]> = []
    if let url = lines.url { known.insert(part.unescaped(part.lines[url].value)) }
    for index in lines.attachments {
      let value = storage.trimmed(part.lines[index].value)
      guard storage.extracting(value).isWebAddress else { continue }
      let address = part.unescaped(value)
      if known.insert(address).inserted { addresses.append(copy(address.span, to: &output)) }
    }
  }

  private mutating func decodePerson(_ part: CalendarPart, _ index: Int, to output: inout OutputCursor) {
    let line = part.lines[index]
    var name: Range<Int>?
    if let value = part.parameter("CN", of: line) {
      let text = part.parameterText(part.storage.span.trimmed(value))
      name = copy(text.span, to: &output)
    }
    let address = part.storage.span.extracting(part.storage.span.trimmed(line.value))
    people.append((index, name, copy(address, to: &output)))
  }

  private func copy(_ text: Span<UInt8>, to output: inout OutputCursor) -> Range<Int> {
    let start = output.count
    output.write(text)
    return start..<output.count
  }
}

extension CalendarPart {
  /// A TEXT value without its escapes.
  fileprivate func unescaped(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.append(unescaped: storage.span.extracting(range))
    return text
  }

  /// Whether a TEXT value is nothing but space when it is unescaped: nearly never, which its first byte shows.
  func unescapedIsBlank(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    let byte = storage[first]
    guard byte <= 0x20 || byte == UInt8(ascii: "\\") else { return false }
    let text = unescaped(range)
    return text.span.isBlank(0..<text.count)
  }
}

extension Span<UInt8> {
  /// Whether there may be space, or an escaped line end, at an end of the range.
  fileprivate func endsWithSpace(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    if self[first] <= 0x20 || self[last] <= 0x20 { return true }
    guard range.count > 1 else { return false }
    func isLineEnd(_ index: Int) -> Bool {
      self[index] == UInt8(ascii: "\\") && self[index + 1] | 0x20 == UInt8(ascii: "n")
    }
    return isLineEnd(first) || isLineEnd(last - 1)
  }
}
