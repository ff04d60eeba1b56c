import DatelineCore
import DatelineRecord

/// The visible values in the order of the carrier's fingerprint.
enum VisibleField: Int, CaseIterable {
  case summary, description, location, start, end, status, categories, position

  var name: String {
    switch self {
    case .summary: "SUMMARY"
    case .description: "DESCRIPTION"
    case .location: "LOCATION"
    case .start: "DTSTART"
    case .end: "DTEND"
    case .status: "STATUS"
    case .categories: "CATEGORIES"
    case .position: "GEO"
    }
  }
}

/// The visible values of a component that was read, in normalised form (`Specs/icalendar.md`, "Carrier").
struct NormalisedValues {
  /// The values, one behind the other.
  private let bytes: [UInt8]
  /// Where each field's stands.
  private let ranges: [Range<Int>]
  let categories: [[UInt8]]
  let position: (latitude: Double, longitude: Double)?

  subscript(field: VisibleField) -> [UInt8] { Array(bytes[ranges[field.rawValue]]) }

  /// Writes the carrier's fingerprint: four characters for each value.
  func writeFingerprint(to output: inout OutputCursor) {
    for range in ranges { output.write(hashOf: bytes.span.extracting(range)) }
  }

  init(_ part: CalendarPart, _ lines: EventLines, zones: CalendarZones) {
    let categories = Self.categories(part, lines.categories, semicolons: zones.isVCalendar)
    let position = lines.geo.flatMap { part.storage.span.coordinates(part.lines[$0].value) }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(VisibleField.allCases.count)
    bytes.append(atMost: part.storage.count + 256) { output in
      ends.removeAll(keepingCapacity: true)
      for field in VisibleField.allCases {
        switch field {
        case .summary: part.write(textOf: lines.summary, to: &output)
        case .description: part.write(textOf: lines.description, to: &output)
        case .location: part.write(textOf: lines.location, to: &output)
        case .start: part.write(timeOf: lines.start, zones, to: &output)
        case .end: part.write(timeOf: lines.end, zones, to: &output)
        case .status: part.write(statusOf: lines.status, to: &output)
        case .categories: output.write(sorted: categories)
        case .position: position.map { output.write(millionthsOf: $0.latitude, $0.longitude) }
        }
        ends.append(output.count)
      }
    }
    var start = 0
    ranges = ends.map { end in
      defer { start = end }
      return bytes.span.trimmedOfLines(start..<end)
    }
    self.bytes = bytes
    self.categories = categories
    self.position = position
  }

  /// Each once, without space at the ends.
  private static func categories(_ part: CalendarPart, _ lines: [Int], semicolons: Bool) -> [[UInt8]] {
    var categories: [[UInt8]] = []
    for index in lines {
      for item in part.listItems(part.lines[index].value, semicolons: semicolons) {
        var category: [UInt8] = []
        category.append(unescaped: part.storage.span.extracting(item))
        category.trim()
        if !category.isEmpty, !categories.contains(category) { categories.append(category) }
      }
    }
    return categories
  }
}

extension CalendarPart {
  /// Writes the text of a line.
  fileprivate func write(textOf index: Int?, to output: inout OutputCursor) {
    guard let index else { return }
    let line = lines[index]
    if isEncoded("QUOTED-PRINTABLE", line) {
      _ = output.write(unescaped: quotedPrintable(line).span)
    } else {
      _ = output.write(unescaped: storage.span.extracting(line.value))
    }
  }

  /// Writes STATUS in the words of a VEVENT.
  fileprivate func write(statusOf index: Int?, to output: inout OutputCursor) {
    guard let index else { return }
    let value = storage.span.extracting(lines[index].value)
    for word: StaticString in ["CONFIRMED", "TENTATIVE", "CANCELLED"] where value.isSameWord(as: word) {
      return output.write(word)
    }
    var text: [UInt8] = []
    text.append(atMost: value.count + 64) { write(textOf: index, to: &$0) }
    text.trim()
    switch String(decoding: text, as: UTF8.self).uppercased() {
    case "DRAFT": output.write("TENTATIVE")
    case "FINAL": output.write("CONFIRMED")
    case let status: output.write(Array(status.utf8).span)
    }
  }

  /// Writes a time in UTC; one that floats as it is, and one that can't be read as it stands.
  fileprivate func write(timeOf index: Int?, _ zones: CalendarZones, to output: inout OutputCursor) {
    guard let index else { return }
    let line = lines[index]
    guard let value = TimeValue(storage.span.extracting(storage.span.trimmed(line.value))) else {
      return output.write(storage.span.extracting(line.value))
    }
    guard value.clock != nil else { return output.write(date: value.date) }
    if value.isUTC { return output.write(utc: value.local) }
    if let name = parameter("TZID", of: line), let zone = try? zones.zone(self, name, at: line.position),
      let seconds = EventTimes.Time(value: value, zone: zone).utcSeconds
    {
      return output.write(utc: LocalDateTime(secondsSince1970: seconds))
    }
    output.write(local: value.local)
  }
}

extension OutputCursor {
  /// Writes categories with LF between them.
  fileprivate mutating func write(sorted categories: [[UInt8]]) {
    let sorted = categories.count > 1 ? categories.sorted { $0.lexicographicallyPrecedes($1) } : categories
    for (index, category) in sorted.enumerated() {
      if index > 0 { write(0x0A) }
      write(category.span)
    }
  }

  fileprivate mutating func write(millionthsOf latitude: Double, _ longitude: Double) {
    write(decimal: Int((latitude * 1e6).rounded()))
    write(UInt8(ascii: ";"))
    write(decimal: Int((longitude * 1e6).rounded()))
  }
}
