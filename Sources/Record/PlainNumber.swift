import DatelineCore

/// Numbers as tables and calendars spell them: unlike JSON's they may begin with zeros.
package enum PlainNumber {
  /// The whole number that a cell is, such as `12` or `12.0`.
  package static func integer(_ cell: Span<UInt8>) -> Int? {
    if let value = digits(cell) { return value }
    guard isPlain(cell) else { return nil }
    return JSONNumber.integer(cell)
  }

  /// The number that a cell of one to eighteen digits is; nil for any other.
  @inline(__always)
  private static func digits(_ cell: Span<UInt8>) -> Int? {
    guard 1...18 ~= cell.count else { return nil }
    var value = 0
    for index in cell.indices {
      let digit = cell[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// The number that a cell is.
  package static func decimal(_ cell: Span<UInt8>) -> Double? {
    guard isPlain(cell) else { return nil }
    return JSONNumber.decimal(cell)
  }

  /// Whether a cell has digits with at most one point and one sign, and nothing else: no words for infinity, no hexadecimal.
  private static func isPlain(_ cell: Span<UInt8>) -> Bool {
    var digits = 0
    for index in cell.indices {
      let byte = cell[index]
      if 0x30...0x39 ~= byte {
        digits += 1
      } else if byte == UInt8(ascii: "-"), index == 0 {
        continue
      } else if byte != UInt8(ascii: ".") {
        return false
      }
    }
    return digits > 0
  }
}
