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

extension VisibleField {
  /// The four characters of the fingerprint for one normalised value.
  static func hash(of value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.append(atMost: 4) { $0.write(hashOf: value.span) }
    return result
  }
}

/// The visible values of a component that was read, in normalised form (`Specs/icalendar.md`, "Carrier").
struct NormalisedValues {
  private var values = [[UInt8]](repeating: [], count: VisibleField.allCases.count)
  private(set) var categories: [[UInt8]] = []
  private(set) var position: (latitude: Double, longitude: Double)?

  subscript(field: VisibleField) -> [UInt8] { values[field.rawValue] }

  init(_ part: inout CalendarPart, _ lines: EventLines, zones: CalendarZones) {
    set(.summary, text(&part, lines.summary))
    set(.description, text(&part, lines.description))
    set(.location, text(&part, lines.location))
    set(.start, time(part, lines.start, zones))
    set(.end, time(part, lines.end, zones))
    set(.status, status(&part, lines.status))
    for index in lines.categories {
      for item in part.listItems(part.lines[index].value) {
        let range = part.text(item)
        var category = Array(part.storage[range])
        category.trim()
        if !category.isEmpty, !categories.contains(category) { categories.append(category) }
      }
    }
    let sorted = categories.sorted { $0.lexicographicallyPrecedes($1) }
    set(.categories, Array(sorted.joined(separator: [0x0A])))
    guard let index = lines.geo, let (latitude, longitude) = part.storage.span.coordinates(part.lines[index].value)
    else {
      return
    }
    position = (latitude, longitude)
    set(.position, Array("\(Int((latitude * 1e6).rounded()));\(Int((longitude * 1e6).rounded()))".utf8))
  }

  private mutating func set(_ field: VisibleField, _ value: [UInt8]) { values[field.rawValue] = value }

  private func text(_ part: inout CalendarPart, _ index: Int?) -> [UInt8] {
    guard let index else { return [] }
    let range = part.text(of: part.lines[index])
    var text = Array(part.storage[range])
    text.trim()
    return text
  }

  private func status(_ part: inout CalendarPart, _ index: Int?) -> [UInt8] {
    let text = text(&part, index)
    return switch String(decoding: text, as: UTF8.self).uppercased() {
    case "DRAFT": Array("TENTATIVE".utf8)
    case "FINAL": Array("CONFIRMED".utf8)
    case let status: Array(status.utf8)
    }
  }

  private func time(_ part: CalendarPart, _ index: Int?, _ zones: CalendarZones) -> [UInt8] {
    guard let index else { return [] }
    let line = part.lines[index]
    guard let value = TimeValue(part.storage.span.extracting(part.storage.span.trimmed(line.value))) else {
      return Array(part.storage[line.value])
    }
    var text: [UInt8] = []
    text.append(atMost: 16) { output in
      guard value.clock != nil else { return output.write(date: value.date) }
      if value.isUTC { return output.write(utc: value.local) }
      if let name = part.parameter("TZID", of: line), let zone = try? zones.zone(part, name, at: line.position),
        let seconds = EventTimes.Time(value: value, zone: zone).utcSeconds
      {
        return output.write(utc: LocalDateTime(secondsSince1970: seconds))
      }
      output.write(local: value.local)
    }
    return text
  }
}
