internal import DatelineCore

/// A date by the W3C note "Date and Time Formats": a year, a month, a day, or a day with a time and a zone.
package enum W3CDate {
  /// - Parameter needsZone: Whether a time must have a zone, as the note asks; calendars (mod_event) may leave it out.
  package static func check(
    _ value: Span<UInt8>, needsZone: Bool = true, _ problems: inout [ValueProblem]
  ) -> DateParts? {
    if let parts = parse(value, needsZone: needsZone) { return parts }
    problems.append(
      ValueProblem(
        .dcDate,
        "\(quoted(value.string)) is no date of the W3C profile; write 2024, 2024-01, 2024-01-13 or 2024-01-13T18:30:02Z"
      ))
    return nil
  }

  private static func parse(_ value: Span<UInt8>, needsZone: Bool) -> DateParts? {
    guard let year = value.number(at: 0, digits: 4) else { return nil }
    if value.count == 4 { return DateParts(year: year, month: 1, day: 1) }
    guard value.has(UInt8(ascii: "-"), at: 4), let month = value.number(at: 5, digits: 2) else { return nil }
    if value.count == 7 { return DateParts(year: year, month: month, day: 1) }
    guard value.has(UInt8(ascii: "-"), at: 7), let day = value.number(at: 8, digits: 2) else { return nil }
    if value.count == 10 { return DateParts(year: year, month: month, day: day) }
    guard value.has(UInt8(ascii: "T"), at: 10), let hour = value.number(at: 11, digits: 2),
      value.has(UInt8(ascii: ":"), at: 13), let minute = value.number(at: 14, digits: 2)
    else { return nil }
    var index = 16
    var second = 0
    if value.has(UInt8(ascii: ":"), at: index) {
      guard let read = value.number(at: 17, digits: 2) else { return nil }
      second = read
      index = 19
      if value.has(UInt8(ascii: "."), at: index) {
        let digits = value.digitCount(at: index + 1)
        guard digits > 0 else { return nil }
        index += 1 + digits
      }
    }
    let offset = index == value.count && !needsZone ? 0 : RFC3339Date.zone(value, at: index)
    guard let offset else { return nil }
    return DateParts(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
  }
}
