/// A time of day as a clock shows it: `HH:MM` or `HH:MM:SS` (ISO 8601-1:2019, section 5.3.1), without zone.
///
/// Whether seconds were given is part of the value: 22:00 says less than 22:00:00. There is no 24:00. Second 60, a leap
/// second, is legal at every minute, since a local clock may show it at any.
public struct ClockTime: Hashable, Sendable, CustomStringConvertible {
  private let storedHour: UInt8
  private let storedMinute: UInt8
  /// `noSecond` where only hour and minute were given.
  private let storedSecond: UInt8

  private static let noSecond: UInt8 = 0xFF

  /// 0...23.
  public var hour: Int { Int(storedHour) }
  /// 0...59.
  public var minute: Int { Int(storedMinute) }
  /// 0...60; nil where the time is given to the minute.
  public var second: Int? { storedSecond == Self.noSecond ? nil : Int(storedSecond) }

  /// Seconds since midnight, 0...86,400: a minute without seconds counts as its beginning.
  public var secondOfDay: Int { hour * 3600 + minute * 60 + (second ?? 0) }

  /// - Returns: nil where a clock shows no such time.
  public init?(hour: Int, minute: Int, second: Int? = nil) {
    guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second ?? 0 else { return nil }
    storedHour = UInt8(hour)
    storedMinute = UInt8(minute)
    storedSecond = second.map { UInt8($0) } ?? Self.noSecond
  }

  /// The time so many minutes after midnight, to the minute; whole days are left out of the count.
  package init(minuteOfDay minutes: Int) {
    let rest = minutes % 1_440
    let minutes = rest < 0 ? rest + 1_440 : rest
    storedHour = UInt8(minutes / 60)
    storedMinute = UInt8(minutes % 60)
    storedSecond = Self.noSecond
  }

  /// Reads `HH:MM` or `HH:MM:SS`, nothing else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// Reads `HH:MM` or `HH:MM:SS`, nothing else.
  package init?(utf8 bytes: Span<UInt8>) {
    guard let (time, end) = Self.prefix(of: bytes, from: 0), end == bytes.count else { return nil }
    self = time
  }

  /// The time that begins at `start`, and the index behind it; seconds belong to it where a colon follows the minute.
  static func prefix(of bytes: Span<UInt8>, from start: Int) -> (time: ClockTime, end: Int)? {
    guard let hour = bytes.twoDigits(at: start), bytes.byte(at: start &+ 2) == UInt8(ascii: ":"),
      let minute = bytes.twoDigits(at: start &+ 3)
    else { return nil }
    guard bytes.byte(at: start &+ 5) == UInt8(ascii: ":") else {
      return ClockTime(hour: hour, minute: minute).map { ($0, start &+ 5) }
    }
    guard let second = bytes.twoDigits(at: start &+ 6) else { return nil }
    return ClockTime(hour: hour, minute: minute, second: second).map { ($0, start &+ 8) }
  }

  /// Appends the text, which reads back as an equal value.
  package func write(to output: inout [UInt8]) {
    output.appendTwoDigits(hour)
    output.append(UInt8(ascii: ":"))
    output.appendTwoDigits(minute)
    guard let second else { return }
    output.append(UInt8(ascii: ":"))
    output.appendTwoDigits(second)
  }

  /// The text, which reads back as an equal value.
  public var description: String { String(writtenBy: write) }
}
