/// Reading of decimal digits in ASCII text: each function answers nil where the bytes are no digits or not there.
extension Span where Element == UInt8 {
  /// The byte at `index`, or nil behind the end.
  func byte(at index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }

  /// The value of the digit at `index`.
  func digit(at index: Int) -> Int? {
    guard let byte = byte(at: index), 0x30...0x39 ~= byte else { return nil }
    return Int(byte &- 0x30)
  }

  /// The value of the two digits at `index`.
  func twoDigits(at index: Int) -> Int? {
    guard let tens = digit(at: index), let ones = digit(at: index &+ 1) else { return nil }
    return tens &* 10 &+ ones
  }

  /// The value of the four digits at `index`.
  func fourDigits(at index: Int) -> Int? {
    guard let high = twoDigits(at: index), let low = twoDigits(at: index &+ 2) else { return nil }
    return high &* 100 &+ low
  }

  /// The `YYYY-MM-DD` at `index`, where the calendar has that day. Nearly every date is read here, so the bounds are
  /// checked once and the digits together.
  package func calendarDate(at index: Int) -> CalendarDate? {
    guard index >= 0, count &- index >= 10, self[index &+ 4] == UInt8(ascii: "-"),
      self[index &+ 7] == UInt8(ascii: "-")
    else { return nil }
    var largest: UInt8 = 0
    func number(_ first: Int, _ second: Int) -> Int {
      let tens = self[index &+ first] &- 0x30
      let ones = self[index &+ second] &- 0x30
      largest = max(largest, tens, ones)
      return Int(tens) &* 10 &+ Int(ones)
    }
    let (century, year, month, day) = (number(0, 1), number(2, 3), number(5, 6), number(8, 9))
    guard largest <= 9 else { return nil }
    return CalendarDate(year: century &* 100 &+ year, month: month, day: day)
  }
}

extension [UInt8] {
  /// Appends `value`, 0...99, as two digits.
  mutating func appendTwoDigits(_ value: Int) {
    append(0x30 &+ UInt8(truncatingIfNeeded: value / 10 % 10))
    append(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
  }

  /// Appends `value`, 0 or more, with leading zeros up to `width` digits.
  mutating func appendDecimal(_ value: Int, width: Int = 1) {
    var digits = 1
    var power = 1
    while value / power >= 10 {
      power *= 10
      digits += 1
    }
    for _ in stride(from: digits, to: width, by: 1) { append(0x30) }
    while power > 0 {
      append(0x30 &+ UInt8(truncatingIfNeeded: value / power % 10))
      power /= 10
    }
  }
}

extension String {
  /// The ASCII text that `write` appends.
  init(writtenBy write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    self.init(decoding: bytes, as: UTF8.self)
  }
}
