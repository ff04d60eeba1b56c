import DatelineCore

/// UNTIL as it was read.
struct ParsedUntil {
  var until: RecurrenceRule.Until
  /// Whether the month lacks the day that is written, so that its end was taken.
  var wasClamped = false

  /// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` or the same with `Z`.
  init?(_ text: [UInt8]) {
    guard [8, 15, 16].contains(text.count), let year = Self.number(text[..<4]), let month = Self.number(text[4..<6]),
      let day = Self.number(text[6..<8]), 1...12 ~= month, 1...31 ~= day
    else { return nil }
    let lastDay = CalendarDate.days(inMonth: month, of: year)
    guard let date = CalendarDate(year: year, month: month, day: min(day, lastDay)) else { return nil }
    wasClamped = day > lastDay
    guard text.count > 8 else {
      until = .date(date)
      return
    }
    guard text[8] | 0x20 == UInt8(ascii: "t"), let hour = Self.number(text[9..<11]),
      let minute = Self.number(text[11..<13]), let second = Self.number(text[13..<15]), hour < 24, minute < 60,
      second <= 60, text.count == 15 || text[15] | 0x20 == UInt8(ascii: "z")
    else { return nil }
    let time = LocalDateTime(date, secondOfDay: wasClamped ? 86_399 : hour * 3_600 + minute * 60 + second)
    until = text.count == 16 ? .utc(time) : .local(time)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
