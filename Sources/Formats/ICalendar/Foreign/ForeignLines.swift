import DatelineCore
import DatelineRecord

/// How the content lines of a calendar that is not ours are kept in the extras of records (`Specs/icalendar.md`,
/// "Foreign calendars").
///
/// The value is a JSON list of content lines as they stood, unfolded, in their order, with their parameters. A line that
/// is only a name and parameters, without a colon, has its value in a field of the record, so that nothing long is kept
/// twice and what is edited there counts.
enum ForeignLines {
  /// The lines of an incident's component, its BEGIN and END included.
  static let component: Text = "ics.component"
  /// Lines and components of the calendar that stand behind the incident's component, before the next.
  static let following: Text = "ics.following"
  /// In the header: lines and components of the calendar before the first incident's component.
  static let calendar: Text = "ics.calendar"
  /// Lines that a client has added to a calendar of ours.
  static let added: Text = "ics.added"
  /// Lines of the component that are no content lines.
  static let unreadable: Text = "ics.unreadable"

  /// The JSON list of some lines of a part.
  ///
  /// - Parameter elided: Whether the value of a line stands in a field of the record.
  static func json(
    _ part: CalendarPart, _ lines: some Sequence<ContentLine>, elided: (ContentLine) -> Bool = { _ in false }
  ) -> JSONText {
    var output: [UInt8] = []
    output.append(atMost: part.storage.count + 1024) { write(part.storage.span, lines, elided: elided, to: &$0) }
    return JSONText(checked: Text(checked: output, 0..<output.count))
  }

  /// Writes the JSON list of some lines of a part.
  static func write(
    _ part: CalendarPart, _ range: Range<Int>, elided: ForeignElision, to output: inout OutputCursor
  ) {
    write(part.storage.span, part.lines[range], elided: elided.isElided, to: &output)
  }

  @inline(__always)
  private static func write(
    _ storage: Span<UInt8>, _ lines: some Sequence<ContentLine>, elided: (ContentLine) -> Bool,
    to output: inout OutputCursor
  ) {
    var separator = UInt8(ascii: "[")
    for line in lines {
      output.write(separator)
      separator = UInt8(ascii: ",")
      let end = elided(line) ? Int(line.valueStart) - 1 : Int(line.end)
      output.write(jsonString: storage, from: Int(line.start), to: end)
    }
    if separator == UInt8(ascii: "[") { output.write(separator) }
    output.write(UInt8(ascii: "]"))
  }

  /// The lines of a JSON list; nil where the value is none.
  static func lines(_ json: JSONText) -> [[UInt8]]? {
    var lines: [[UInt8]] = []
    let isList = forEachLine(of: json) { line in
      var bytes: [UInt8] = []
      bytes.append(copying: line)
      lines.append(bytes)
    }
    return isList ? lines : nil
  }

  /// Gives `body` each line of a JSON list.
  ///
  /// - Returns: false where the value is none. `body` may have been given some lines then.
  static func forEachLine(of json: JSONText, _ body: (Span<UInt8>) -> Void) -> Bool {
    // The list is read where it lies.
    var cursor = JSONCursor(json.text.storage)
    cursor.index = json.text.start
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "["), "a list")
      if cursor.peek() == UInt8(ascii: "]") { return true }
      while true {
        let line = try cursor.readRawString()
        if line.hasEscapes {
          let decoded = try cursor.decode(line)
          body(decoded.bytes.span)
        } else {
          body(cursor.bytes.span.extracting(line.range))
        }
        guard cursor.peek() == UInt8(ascii: ",") else { break }
        cursor.index += 1
      }
      try cursor.expect(UInt8(ascii: "]"), "the end of the list")
    } catch {
      return false
    }
    return true
  }
}

extension CalendarPart {
  /// A part made of lines that were kept, each with its value.
  init(_ kept: [[UInt8]]) {
    self.init()
    var depth = 0
    for line in kept {
      let start = storage.count
      storage.append(contentsOf: line)
      _ = addLine(from: start, &depth)
    }
  }

  /// Takes what was appended to the storage from `start` on as a line.
  ///
  /// - Parameter depth: How many components are open.
  /// - Returns: false where it is no content line.
  mutating func addLine(from start: Int, _ depth: inout Int) -> Bool {
    guard let head = storage.span.contentLineHead(from: start) else { return false }
    var line = ContentLine(
      start: Int32(truncatingIfNeeded: start), nameEnd: Int32(truncatingIfNeeded: head.nameEnd),
      valueStart: Int32(truncatingIfNeeded: head.valueStart), end: Int32(truncatingIfNeeded: storage.count),
      number: Int32(truncatingIfNeeded: lines.count), property: property(start..<head.nameEnd), component: .other,
      depth: 0, offset: 0)
    if line.property == .end { depth -= 1 }
    line.depth = UInt16(truncatingIfNeeded: max(0, depth))
    if line.property == .begin || line.property == .end { line.component = boundary(line).component }
    if line.property == .begin {
      if componentStart == nil { componentStart = lines.count }
      depth += 1
    }
    lines.append(line)
    return true
  }
}
