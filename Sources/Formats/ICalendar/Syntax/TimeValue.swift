import DatelineCore

/// A DATE or DATE-TIME value (RFC 5545, sections 3.3.4 and 3.3.5) as it stands, its zone not yet looked up.
struct TimeValue: Hashable {
  var date: CalendarDate
  /// nil for a DATE. Second 60 is a leap second.
  var clock: ClockTime?
  /// Whether it ends with `Z`.
  var isUTC = false
  /// Whether it was written as the hour 24 of the day before.
  private(set) var isNextMidnight = false

  /// The second, local or UTC; the midnight of a DATE.
  var local: LocalDateTime {
    LocalDateTime(date, secondOfDay: clock.map { $0.hour * 3600 + $0.minute * 60 + min($0.second ?? 0, 59) } ?? 0)
  }

  init(date: CalendarDate, clock: ClockTime?, isUTC: Bool = false) {
    self.date = date
    self.clock = clock
    self.isUTC = isUTC
  }

  /// Reads `20240113`, `20240113T221500` or `20240113T221500Z`, and what is written instead: with hyphens and colons, a
  /// space or a small letter, without seconds, or the hour 24.
  ///
  /// - Returns: nil where the text is no date, or the calendar has no such day.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    guard let year = bytes.number(4, &index) else { return nil }
    bytes.skip(UInt8(ascii: "-"), &index)
    guard let month = bytes.number(2, &index) else { return nil }
    bytes.skip(UInt8(ascii: "-"), &index)
    guard let day = bytes.number(2, &index), let date = CalendarDate(year: year, month: month, day: day) else {
      return nil
    }
    self.date = date
    guard index < bytes.count else { return }
    guard bytes.skip(UInt8(ascii: "T"), &index) || bytes.skip(0x20, &index) else { return nil }
    if index == bytes.count { return }
    guard let hour = bytes.number(2, &index) else { return nil }
    bytes.skip(UInt8(ascii: ":"), &index)
    let minute = bytes.number(2, &index) ?? 0
    bytes.skip(UInt8(ascii: ":"), &index)
    let second = bytes.number(2, &index) ?? 0
    isUTC = bytes.skip(UInt8(ascii: "Z"), &index)
    guard index == bytes.count else { return nil }
    if hour == 24, minute == 0, second == 0 {
      self.date = date.adding(days: 1)
      isNextMidnight = true
      clock = ClockTime(hour: 0, minute: 0, second: 0)
      return
    }
    guard let clock = ClockTime(hour: hour, minute: minute, second: second) else { return nil }
    self.clock = clock
  }
}

extension Span<UInt8> {
  /// The number that the next `count` bytes write; nil where they are not all digits.
  fileprivate func number(_ count: Int, _ index: inout Int) -> Int? {
    guard index &+ count <= self.count else { return nil }
    var value = 0
    for position in index..<(index &+ count) {
      let digit = self[position] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    index &+= count
    return value
  }

  /// Passes over `byte`, or its small letter, where it is next.
  @discardableResult
  fileprivate func skip(_ byte: UInt8, _ index: inout Int) -> Bool {
    guard index < count, self[index] == byte || self[index] == byte | 0x20 else { return false }
    index &+= 1
    return true
  }
}

/// A DURATION value (RFC 5545, section 3.3.6): days are days of the calendar, the rest is exact.
struct DurationValue: Hashable {
  var days = 0
  var seconds = 0
  var isNegative = false

  /// Whether it is longer than all years that dates have.
  var isBeyondYears: Bool { days.magnitude > 3_652_425 || seconds.magnitude > 3_652_425 * 86_400 }

  init(days: Int, seconds: Int) {
    self.days = days
    self.seconds = seconds
  }

  /// Reads `P1DT2H3M4S`, `P2W` and any mixture of them.
  init?(_ bytes: Span<UInt8>) {
    var index = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "p") else { return nil }
    index += 1
    var number: Int?
    var hasPart = false
    var isInTime = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if 0x30...0x39 ~= byte {
        // Durations of more than that many units mean nothing, and would overflow.
        guard number ?? 0 < 1_000_000_000 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        continue
      }
      if byte | 0x20 == UInt8(ascii: "t"), number == nil {
        isInTime = true
        continue
      }
      guard let count = number else { return nil }
      switch byte | 0x20 {
      case UInt8(ascii: "w"): days += 7 * count
      case UInt8(ascii: "d"): days += count
      case UInt8(ascii: "h"): seconds += 3600 * count
      // Before the `T` it would mean months, which no duration has.
      case UInt8(ascii: "m") where isInTime: seconds += 60 * count
      case UInt8(ascii: "s"): seconds += count
      default: return nil
      }
      number = nil
      hasPart = true
    }
    guard number == nil, hasPart else { return nil }
    if isNegative {
      days = -days
      seconds = -seconds
    }
  }
}
