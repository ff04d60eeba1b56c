/// The difference between local time and UTC as a date-time writes it: `Z`, `±HH:MM`, or in EDTF also `±HH`.
///
/// The spelling is part of the value. RFC 3339, section 4.3: `-00:00` says that UTC is known and the local offset is not,
/// which `+00:00` and `Z` do not say.
public struct ZoneOffset: Hashable, Sendable, CustomStringConvertible {
  private enum Spelling: UInt8 { case zulu, hours, hoursAndMinutes }

  private let magnitude: UInt16
  private let spelling: Spelling
  /// Whether the sign is a minus.
  public let isNegative: Bool

  /// `Z`.
  public static let utc = ZoneOffset(magnitude: 0, spelling: .zulu, isNegative: false)
  /// `-00:00`: the time is UTC, the offset of local time is unknown.
  public static let unknown = ZoneOffset(magnitude: 0, spelling: .hoursAndMinutes, isNegative: true)

  /// What local time is ahead of UTC, in minutes, -1439...1439.
  public var minutes: Int { isNegative ? -Int(magnitude) : Int(magnitude) }
  /// Whether this is `Z`.
  public var isZulu: Bool { spelling == .zulu }
  /// Whether the local offset is said to be unknown: `-00:00` or `-00`.
  public var isUnknown: Bool { isNegative && magnitude == 0 }
  /// Whether this is `±HH`, which ISO 8601 has and RFC 3339 has not.
  public var isHoursOnly: Bool { spelling == .hours }

  private init(magnitude: UInt16, spelling: Spelling, isNegative: Bool) {
    self.magnitude = magnitude
    self.spelling = spelling
    self.isNegative = isNegative
  }

  /// `±HH:MM`, zero as `+00:00`.
  /// - Returns: nil where the offset is a day or more.
  public init?(minutes: Int) {
    guard -1439...1439 ~= minutes else { return nil }
    self.init(magnitude: UInt16(abs(minutes)), spelling: .hoursAndMinutes, isNegative: minutes < 0)
  }

  /// The offset that `bytes` holds from `start` to their end.
  init?(utf8 bytes: Span<UInt8>, from start: Int) {
    let length = bytes.count &- start
    guard let first = bytes.byte(at: start) else { return nil }
    if length == 1, first == UInt8(ascii: "Z") {
      self = .utc
      return
    }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), let hours = bytes.twoDigits(at: start &+ 1),
      hours <= 23
    else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    if length == 3 {
      self.init(magnitude: UInt16(hours * 60), spelling: .hours, isNegative: isNegative)
      return
    }
    guard length == 6, bytes.byte(at: start &+ 3) == UInt8(ascii: ":"), let minutes = bytes.twoDigits(at: start &+ 4),
      minutes <= 59
    else { return nil }
    self.init(magnitude: UInt16(hours * 60 + minutes), spelling: .hoursAndMinutes, isNegative: isNegative)
  }

  /// Appends the text, which reads back as an equal value.
  package func write(to output: inout [UInt8]) {
    guard spelling != .zulu else { return output.append(UInt8(ascii: "Z")) }
    output.append(isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    output.appendTwoDigits(Int(magnitude) / 60)
    guard spelling == .hoursAndMinutes else { return }
    output.append(UInt8(ascii: ":"))
    output.appendTwoDigits(Int(magnitude) % 60)
  }

  /// Writes the text.
  package func write(to output: inout OutputCursor) {
    guard spelling != .zulu else { return output.write(UInt8(ascii: "Z")) }
    output.write(isNegative ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    output.write(twoDigits: Int(magnitude) / 60)
    guard spelling == .hoursAndMinutes else { return }
    output.write(UInt8(ascii: ":"))
    output.write(twoDigits: Int(magnitude) % 60)
  }

  /// The text, as it stands behind a time.
  public var description: String { String(writtenBy: write) }
}
