internal import DatelineCore

/// A date-time by RFC 3339, section 5.6, with the upper-case `T` and `Z` that RFC 4287, section 3.3, asks for.
package enum RFC3339Date {
  /// The moment; nil, and a problem, where the value is no such date.
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) -> DateParts? {
    if let parts = fields(value)?.parts { return parts }
    let found = problem(value)
    problems.append(
      ValueProblem(
        .atomDateInvalid, "\(quoted(value.string)) is no RFC 3339 date-time: \(found.reason); \(found.advice)",
        replacement: found.replacement))
    return nil
  }

  /// What is wrong with a value that is no date-time, and what to write.
  ///
  /// - Parameter utc: How the zone of UTC is written.
  static func problem(
    _ value: Span<UInt8>, utc: String = "Z"
  ) -> (reason: String, advice: String, replacement: String?) {
    let fault = fault(value)
    if let text = rewritten(value, utc: utc) {
      let reason = value.number(at: 0, digits: 4) == nil ? "it is written as in RSS (RFC 822)" : fault.text
      return (reason, "write it as \(text)", text)
    }
    if fault.isImpossible { return (fault.text, "correct it", nil) }
    if value.count >= 16, fields(nearly: (value.string + "Z").utf8.span) != nil {
      return (fault.text, "add it, \(utc) for UTC or one such as +01:00", nil)
    }
    return (fault.text, "write one such as 2024-01-13T18:30:02\(utc)", nil)
  }

  /// The parts of a date-time that is one in all; the calendar may lack its day, and the clock its time.
  private static func fields(_ value: Span<UInt8>) -> DateFields? {
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
    return DateFields(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset,
      hasFraction: index > 19)
  }

  /// The parts of a date-time, of which only the spelling may be wrong.
  static func fields(nearly value: Span<UInt8>) -> DateFields? {
    let text = repaired(value)
    return text.flatMap { fields($0.utf8.span) }
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

  /// What a reader of the specification would say first, and whether that is that there is no such day or time.
  static func fault(_ value: Span<UInt8>) -> (text: String, isImpossible: Bool) {
    guard value.count > 0 else { return ("it is empty", false) }
    guard let year = value.number(at: 0, digits: 4), value.has(UInt8(ascii: "-"), at: 4),
      let month = value.number(at: 5, digits: 2), value.has(UInt8(ascii: "-"), at: 7),
      let day = value.number(at: 8, digits: 2)
    else { return ("it does not begin with YYYY-MM-DD", false) }
    if let text = DateFields.fault(year: year, month: month, day: day) { return (text, true) }
    guard value.count > 10 else { return ("the time and the zone are missing", false) }
    guard value[10] == UInt8(ascii: "T") else { return ("a capital T goes between the date and the time", false) }
    guard let hour = value.number(at: 11, digits: 2), value.has(UInt8(ascii: ":"), at: 13),
      let minute = value.number(at: 14, digits: 2)
    else { return ("the time is written HH:MM:SS", false) }
    guard value.has(UInt8(ascii: ":"), at: 16), let second = value.number(at: 17, digits: 2) else {
      return ("the seconds are missing", false)
    }
    guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return ("the clock has no such time", true) }
    return (value.count == 19 ? "the zone is missing" : "the zone is written Z or ±HH:MM", false)
  }

  /// The date in the form that is asked for, where it can be understood.
  private static func rewritten(_ value: Span<UInt8>, utc: String) -> String? {
    if let text = repaired(value) { return text.hasSuffix("Z") ? "\(text.dropLast())\(utc)" : text }
    var problems: [ValueProblem] = []
    guard value.number(at: 0, digits: 4) == nil, RFC822Date.check(value, &problems) != nil, problems.isEmpty else {
      return nil
    }
    return RFC822Date.rfc3339(value, utc: utc)
  }

  /// The date with its faults of spelling mended, where only the spelling is wrong.
  private static func repaired(_ value: Span<UInt8>) -> String? {
    var bytes = value.string.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8.map { $0 }
    guard bytes.count >= 16 else { return nil }
    if bytes[0..<8].allSatisfy(\.isDigit), bytes[8] | 0x20 == UInt8(ascii: "t") {
      // The basic form of ISO 8601.
      for index in [13, 11] { bytes.insert(UInt8(ascii: ":"), at: index) }
      for index in [6, 4] { bytes.insert(UInt8(ascii: "-"), at: index) }
    }
    if bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "t") { bytes[10] = UInt8(ascii: "T") }
    if bytes.last == UInt8(ascii: "z") { bytes[bytes.count - 1] = UInt8(ascii: "Z") }
    bytes.removeAll { $0 == 0x20 }
    if bytes.count >= 17, [UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[16]) {
      bytes.insert(contentsOf: ":00".utf8, at: 16)
    }
    let count = bytes.count
    if count >= 24, bytes[count - 5] == UInt8(ascii: "+") || bytes[count - 5] == UInt8(ascii: "-") {
      bytes.insert(UInt8(ascii: ":"), at: count - 2)
    }
    return fields(bytes.span)?.parts == nil ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
