/// A date-time to the second or finer: with an offset as in RFC 3339, section 5.6, or without one where no zone is known.
///
/// Years are 0000 to 9999, as RFC 3339 has them: four digits, no sign. All that the text says is kept, so that it prints
/// as it was read: trailing zeros of the fraction, and whether the offset is `Z`, `+00:00` or `-00:00`. Two instants are
/// equal where their texts are; ``precedes(_:)`` compares them as points of time.
public struct Instant: Hashable, Sendable, CustomStringConvertible {
  private let storedYear: Int16
  private let storedMonth: UInt8
  private let storedDay: UInt8
  private let storedHour: UInt8
  private let storedMinute: UInt8
  private let storedSecond: UInt8
  private let storedFractionDigits: UInt8
  private let storedNanosecond: UInt32
  /// The difference to UTC; nil where the text has none, and the instant is a local time of a zone that is not known.
  public let offset: ZoneOffset?

  /// 0...9999.
  public var year: Int { Int(storedYear) }
  /// 1...12.
  public var month: Int { Int(storedMonth) }
  /// 1...31.
  public var day: Int { Int(storedDay) }
  /// 0...23.
  public var hour: Int { Int(storedHour) }
  /// 0...59.
  public var minute: Int { Int(storedMinute) }
  /// 0...60: a leap second is legal at every minute, since offsets move it.
  public var second: Int { Int(storedSecond) }
  /// The fraction of the second, 0...999,999,999.
  public var nanosecond: Int { Int(storedNanosecond) }
  /// How many digits the fraction is written with, 0...9; 0 is no fraction at all.
  public var fractionDigits: Int { Int(storedFractionDigits) }

  /// - Parameters:
  ///   - nanosecond: the fraction of the second; digits behind `fractionDigits` must be zero.
  ///   - offset: `±HH` is not taken: RFC 3339 has no such form.
  /// - Returns: nil where a part is out of its range or the calendar has no such day.
  public init?(
    date: CalendarDate, hour: Int, minute: Int, second: Int, nanosecond: Int = 0, fractionDigits: Int = 0,
    offset: ZoneOffset?
  ) {
    guard 0...9999 ~= date.year, CalendarDate(year: date.year, month: date.month, day: date.day) != nil,
      0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second, 0...999_999_999 ~= nanosecond, 0...9 ~= fractionDigits,
      nanosecond % Self.unit(ofDigit: fractionDigits) == 0, offset?.isHoursOnly != true
    else { return nil }
    storedYear = Int16(date.year)
    storedMonth = UInt8(date.month)
    storedDay = UInt8(date.day)
    storedHour = UInt8(hour)
    storedMinute = UInt8(minute)
    storedSecond = UInt8(second)
    storedNanosecond = UInt32(nanosecond)
    storedFractionDigits = UInt8(fractionDigits)
    self.offset = offset
  }

  /// The instant at `local`, whole seconds. nil where the year is outside 0...9999.
  public init?(_ local: LocalDateTime, offset: ZoneOffset?) {
    let seconds = local.secondOfDay
    self.init(
      date: local.date, hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, offset: offset)
  }

  /// The instant `seconds` after 1970-01-01T00:00:00Z, leap seconds not counted, as clocks at `offset` show it.
  /// - Returns: nil where the local year is outside 0...9999.
  public init?(secondsSince1970 seconds: Int, offset: ZoneOffset = .utc) {
    // Years 0 to 9999 and a day around them, so that no sum overflows.
    guard -62_167_305_600...253_402_387_200 ~= seconds else { return nil }
    let epoch = CalendarDate(dayNumber: 0)
    self.init(LocalDateTime(epoch, secondOfDay: seconds + offset.minutes * 60), offset: offset)
  }

  /// Nanoseconds that the last of `count` fraction digits counts.
  static func unit(ofDigit count: Int) -> Int {
    var unit = 1_000_000_000
    for _ in 0..<min(max(count, 0), 9) { unit /= 10 }
    return unit
  }
}

extension Instant {
  /// The day that local clocks show.
  public var date: CalendarDate { local.date }

  /// What local clocks show, without the fraction. Second 60 keeps its day here: 23:59:60 is the day's last second.
  public var local: LocalDateTime {
    // The parts were checked when they were stored; the epoch stands in for what cannot happen.
    let date = CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
    return LocalDateTime(date, secondOfDay: hour * 3600 + minute * 60 + min(second, 59))
  }

  /// The time of day that local clocks show, to the second.
  public var clockTime: ClockTime? { ClockTime(hour: hour, minute: minute, second: second) }

  /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (second 60 has the number of the second behind
  /// it, as in POSIX); nil where the offset is not known. `-00:00` counts as UTC, as RFC 3339 says.
  public var secondsSince1970: Int? {
    guard let offset else { return nil }
    let days = CalendarDate.dayNumber(year: year, month: month, day: day)
    return days * 86_400 + hour * 3600 + (minute - offset.minutes) * 60 + second
  }

  /// Whether this instant comes before `other` on the time line; nil where either has no offset, and nobody knows.
  public func precedes(_ other: Instant) -> Bool? {
    guard let mine = secondsSince1970, let theirs = other.secondsSince1970 else { return nil }
    return mine == theirs ? nanosecond < other.nanosecond : mine < theirs
  }

  /// The same point of time as clocks at `offset` show it, the fraction kept, second 60 as the second behind it.
  /// - Returns: nil where this instant has no offset, or the year would leave 0...9999.
  public func converted(to offset: ZoneOffset) -> Instant? {
    guard let seconds = secondsSince1970, let moved = Instant(secondsSince1970: seconds, offset: offset) else {
      return nil
    }
    return Instant(
      date: moved.date, hour: moved.hour, minute: moved.minute, second: moved.second, nanosecond: nanosecond,
      fractionDigits: fractionDigits, offset: offset)
  }
}
