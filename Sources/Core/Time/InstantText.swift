extension Instant {
  /// Reads `YYYY-MM-DDTHH:MM:SS`, an optional fraction of one to nine digits, and nothing, `Z` or `±HH:MM` behind it.
  ///
  /// Lower case, a space instead of the `T`, and a fraction of more than nine digits are refused: such a text could not
  /// be printed again as it was.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// Reads the canonical form; see ``init(_:)``.
  package init?(utf8 bytes: Span<UInt8>) {
    guard bytes.byte(at: 10) == UInt8(ascii: "T") else { return nil }
    self.init(bytes, needsSeconds: true)
  }

  /// Reads what RFC 3339, section 5.6, lets applications take besides: `t`, `z` and a space between date and time; and
  /// times without seconds, as full minutes. What is read is canonical.
  package init?(lenient text: String) {
    let bytes = Array(text.utf8)
    self.init(lenientUTF8: bytes.span)
  }

  /// Reads what ``init(lenient:)`` does.
  package init?(lenientUTF8 bytes: Span<UInt8>) {
    guard let separator = bytes.byte(at: 10), separator | 0x20 == UInt8(ascii: "t") || separator == UInt8(ascii: " ")
    else { return nil }
    guard bytes.byte(at: bytes.count &- 1) == UInt8(ascii: "z") else {
      self.init(bytes, needsSeconds: false)
      return
    }
    self.init(bytes.extracting(droppingLast: 1), needsSeconds: false, isZulu: true)
  }

  /// - Parameter isZulu: whether a final letter for UTC has been cut off.
  private init?(_ bytes: Span<UInt8>, needsSeconds: Bool, isZulu: Bool = false) {
    guard let date = bytes.calendarDate(at: 0), let (time, end) = ClockTime.prefix(of: bytes, from: 11),
      !(needsSeconds && time.second == nil)
    else { return nil }
    var position = end
    var fraction = (nanosecond: 0, digits: 0)
    if bytes.byte(at: position) == UInt8(ascii: ".") {
      guard time.second != nil, let read = Self.fraction(in: bytes, from: position &+ 1) else { return nil }
      fraction = read
      position = position &+ 1 &+ read.digits
    }
    var offset: ZoneOffset? = isZulu ? .utc : nil
    if position < bytes.count {
      guard !isZulu, let read = ZoneOffset(utf8: bytes, from: position) else { return nil }
      offset = read
    }
    self.init(
      date: date, hour: time.hour, minute: time.minute, second: time.second ?? 0, nanosecond: fraction.nanosecond,
      fractionDigits: fraction.digits, offset: offset)
  }

  /// The one to nine digits at `start`; nil where there are none or more.
  private static func fraction(in bytes: Span<UInt8>, from start: Int) -> (nanosecond: Int, digits: Int)? {
    var value = 0
    var count = 0
    while let digit = bytes.digit(at: start &+ count) {
      guard count < 9 else { return nil }
      value = value * 10 + digit
      count += 1
    }
    return count == 0 ? nil : (value * unit(ofDigit: count), count)
  }

  /// Appends the text, which reads back as an equal value.
  package func write(to output: inout [UInt8]) {
    output.appendDecimal(year, width: 4)
    output.append(UInt8(ascii: "-"))
    output.appendTwoDigits(month)
    output.append(UInt8(ascii: "-"))
    output.appendTwoDigits(day)
    output.append(UInt8(ascii: "T"))
    output.appendTwoDigits(hour)
    output.append(UInt8(ascii: ":"))
    output.appendTwoDigits(minute)
    output.append(UInt8(ascii: ":"))
    output.appendTwoDigits(second)
    if fractionDigits > 0 {
      output.append(UInt8(ascii: "."))
      output.appendDecimal(nanosecond / Self.unit(ofDigit: fractionDigits), width: fractionDigits)
    }
    offset?.write(to: &output)
  }

  /// Writes the text.
  package func write(to output: inout OutputCursor) {
    guard fractionDigits == 0 else { return output.write { write(to: &$0) } }
    output.write(year: year, month: month, day: day)
    output.write(UInt8(ascii: "T"))
    output.write(hour: hour, minute: minute, second: second)
    offset?.write(to: &output)
  }

  /// The text, which reads back as an equal value.
  public var description: String { String(writtenBy: write) }
}
