internal import DatelineCore

/// A date-time by RFC 3339, section 5.6, with the upper-case `T` and `Z` that RFC 4287, section 3.3, asks for.
package enum RFC3339Date {
  /// The moment; nil, and a problem, where the value is no such date.
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) -> DateParts? {
    if let parts = parse(value) { return parts }
    problems.append(
      ValueProblem(
        .atomDateInvalid,
        "\(quoted(value.string)) is no RFC 3339 date-time: \(reason(value)); write it as 2024-01-13T18:30:02Z",
        replacement: repaired(value)))
    return nil
  }

  private static func parse(_ value: Span<UInt8>) -> DateParts? {
    guard let year = value.number(at: 0, digits: 4), value.has(UInt8(ascii: "-"), at: 4),
      let month = value.number(at: 5, digits: 2), value.has(UInt8(ascii: "-"), at: 7),
      let day = value.number(at: 8, digits: 2), value.has(UInt8(ascii: "T"), at: 10),
      let hour = value.number(at: 11, digits: 2), value.has(UInt8(ascii: ":"), at: 13),
      let minute = value.number(at: 14, digits: 2), value.has(UInt8(ascii: ":"), at: 16),
      let second = value.number(at: 17, digits: 2)
    else { return nil }
    var index = 19
    if value.has(UInt8(ascii: "."), at: index) {
      let digits = value.digitCount(at: index + 1)
      guard digits > 0 else { return nil }
      index += 1 + digits
    }
    guard let offset = zone(value, at: index) else { return nil }
    return DateParts(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
  }

  /// Minutes east of UTC of the zone that is all the rest of `value`.
  static func zone(_ value: Span<UInt8>, at index: Int) -> Int? {
    if value.has(UInt8(ascii: "Z"), at: index) { return index + 1 == value.count ? 0 : nil }
    guard index + 6 == value.count, value[index] == UInt8(ascii: "+") || value[index] == UInt8(ascii: "-"),
      let hours = value.number(at: index + 1, digits: 2), hours < 24, value.has(UInt8(ascii: ":"), at: index + 3),
      let minutes = value.number(at: index + 4, digits: 2), minutes < 60
    else { return nil }
    return (value[index] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }

  /// What a reader of the specification would say first.
  static func reason(_ value: Span<UInt8>) -> String {
    guard value.count > 0 else { return "it is empty" }
    guard value.number(at: 0, digits: 4) != nil, value.has(UInt8(ascii: "-"), at: 4),
      value.number(at: 5, digits: 2) != nil,
      value.has(UInt8(ascii: "-"), at: 7), let day = value.number(at: 8, digits: 2)
    else { return "it does not begin with YYYY-MM-DD" }
    guard let year = value.number(at: 0, digits: 4), let month = value.number(at: 5, digits: 2),
      CalendarDate(year: year, month: month, day: day) != nil
    else { return "the calendar has no such day" }
    guard value.count > 10 else { return "the time and the zone are missing" }
    guard value[10] == UInt8(ascii: "T") else { return "a capital T goes between the date and the time" }
    guard let hour = value.number(at: 11, digits: 2), value.has(UInt8(ascii: ":"), at: 13),
      let minute = value.number(at: 14, digits: 2)
    else { return "the time is written HH:MM:SS" }
    guard value.has(UInt8(ascii: ":"), at: 16), let second = value.number(at: 17, digits: 2) else {
      return "the seconds are missing"
    }
    guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return "the clock has no such time" }
    return value.count == 19 ? "the zone is missing" : "the zone is written Z or ±HH:MM"
  }

  /// The date with its faults of spelling mended, where only the spelling is wrong.
  private static func repaired(_ value: Span<UInt8>) -> String? {
    var bytes = value.string.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8.map { $0 }
    guard bytes.count >= 19 else { return nil }
    if bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "t") { bytes[10] = UInt8(ascii: "T") }
    if bytes.last == UInt8(ascii: "z") { bytes[bytes.count - 1] = UInt8(ascii: "Z") }
    bytes.removeAll { $0 == 0x20 }
    let count = bytes.count
    if count >= 24, bytes[count - 5] == UInt8(ascii: "+") || bytes[count - 5] == UInt8(ascii: "-") {
      bytes.insert(UInt8(ascii: ":"), at: count - 2)
    }
    return parse(bytes.span) == nil ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
