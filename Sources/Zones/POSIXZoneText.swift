import DatelineCore

/// The rules at the end of a TZif file: the TZ text of POSIX (IEEE Std 1003.1-2017, section 8.3) with the hours up to
/// ±167 of RFC 9636, section 3.3.1.
///
/// `CET-1CEST,M3.5.0,M10.5.0/3` is CET, an hour ahead of UTC, and CEST, two hours ahead, from 02:00 on the last Sunday of
/// March until 03:00 on the last Sunday of October.
struct POSIXZoneText {
  /// The period of standard time, and that of summer time if there is one.
  private(set) var periods: [ZoneOffsetPeriod] = []
  /// When summer time begins and ends; empty where there is none.
  private(set) var onsets: [YearlyOnset] = []

  private var bytes: [UInt8]
  private var position = 0

  /// - Returns: nil where the text is something else, a summer time without rules included.
  init?(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    guard let name = takeName(), let offset = takeTime(maximumHours: 24) else { return nil }
    periods = [ZoneOffsetPeriod(utcOffset: -offset, abbreviation: name)]
    if position < bytes.count {
      guard let name = takeName() else { return nil }
      var summerOffset = 3600 - offset
      if peek != UInt8(ascii: ",") {
        guard let offset = takeTime(maximumHours: 24) else { return nil }
        summerOffset = -offset
      }
      periods.append(ZoneOffsetPeriod(utcOffset: summerOffset, isDaylight: true, abbreviation: name))
      guard takeOnset(before: -offset, period: 1), takeOnset(before: summerOffset, period: 0) else { return nil }
    }
    guard position == bytes.count else { return nil }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Three letters or more, or anything of letters, digits and signs in angle brackets.
  private mutating func takeName() -> String? {
    let isQuoted = take("<")
    let start = position
    while let byte = peek, Self.isLetter(byte) || isQuoted && (0x30...0x39 ~= byte || byte == 0x2B || byte == 0x2D) {
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard name.utf8.count >= 3, !isQuoted || take(">") else { return nil }
    return name
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// Digits as a number up to `maximum`.
  private mutating func takeNumber(_ maximum: Int) -> Int? {
    let start = position
    var value = 0
    while let byte = peek, 0x30...0x39 ~= byte, position - start < 3 {
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start && value <= maximum ? value : nil
  }

  /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
  private mutating func takeTime(maximumHours: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = takeNumber(maximumHours) else { return nil }
    var seconds = hours * 3600
    if take(":") {
      guard let minutes = takeNumber(59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let rest = takeNumber(59) else { return nil }
        seconds += rest
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// `,Jn`, `,n` or `,Mm.w.d` with `/time` or without, which is 02:00.
  private mutating func takeOnset(before offset: Int, period: Int) -> Bool {
    guard take(","), let (rule, days) = takeDay() else { return false }
    var second = 7200
    if take("/") {
      guard let time = takeTime(maximumHours: 167) else { return false }
      second = time
    }
    onsets.append(YearlyOnset(rule: rule, secondOfDay: second + days * 86_400, offsetBefore: offset, period: period))
    return true
  }

  /// A day, as a rule and a number of days behind the one that it gives.
  private mutating func takeDay() -> (YearlyRule, days: Int)? {
    if take("M") {
      guard let month = takeNumber(12), month > 0, take("."), let week = takeNumber(5), week > 0, take("."),
        let weekday = takeNumber(6)
      else { return nil }
      // POSIX counts from Sunday, 0; its fifth week is the last one.
      return (.weekday(weekday == 0 ? 7 : weekday, ordinal: week == 5 ? -1 : week, month: month), 0)
    }
    if take("J") {
      // The days of a year without 29 February.
      guard let number = takeNumber(365), number > 0, let january = CalendarDate(year: 2001, month: 1, day: 1) else {
        return nil
      }
      let day = january.adding(days: number - 1)
      return (.date(month: day.month, day: day.day), 0)
    }
    // The days behind 1 January: the 365th of a common year is the next one's first.
    return takeNumber(365).map { (.dayOfYear(1), $0) }
  }
}
