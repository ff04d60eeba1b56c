import DatelineCore

/// Numbers as JSON spells them, to and from values.
package enum JSONNumber {
  /// The whole number that `text` is, such as `12`, `12.0` or `1.2e1`; nil for a fraction, and outside `Int`.
  package static func integer(_ text: Span<UInt8>) -> Int? {
    var value = 0
    var index = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    while index < text.count, 0x30...0x39 ~= text[index] {
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(Int(text[index] & 0x0F))
      if overflowed || carried { return nil }
      value = sum
      index += 1
    }
    if index == text.count { return isNegative ? -value : value }
    // A spelling with a point or an exponent is rare.
    guard let decimal = decimal(text), let exact = Int(exactly: decimal), exact.magnitude < 1 << 53 else { return nil }
    return exact
  }

  /// Whether `text` is a number as JSON spells it, and nothing else.
  package static func isNumber(_ text: Span<UInt8>) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < text.count, 0x30...0x39 ~= text[index] { index += 1 }
      return index - start
    }
    if index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
    let startsWithZero = index < text.count && text[index] == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }

  /// The number that `text` is; nil where it is beyond what a `Double` holds.
  package static func decimal(_ text: Span<UInt8>) -> Double? {
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var index = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var afterPoint = false
    while index < text.count {
      let byte = text[index]
      if 0x30...0x39 ~= byte {
        digits += 1
        if digits > 15 { break }
        mantissa = mantissa &* 10 &+ UInt64(byte & 0x0F)
        if afterPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else {
        break
      }
      index += 1
    }
    if index == text.count, digits > 0, scale < powersOfTen.count {
      // Both are exact up to 2^53 and 10^22, so one division rounds right (Clinger, 1990).
      let value = Double(mantissa) / powersOfTen[scale]
      return isNegative ? -value : value
    }
    let string = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    return Double(string).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

extension [UInt8] {
  /// Appends a whole number.
  package mutating func append(decimal value: Int) {
    append(atMost: 20) { $0.write(decimal: value) }
  }

  /// Appends the shortest spelling of `value`; see ``OutputCursor/write(shortest:)``.
  package mutating func append(shortest value: Double) {
    append(atMost: 32) { $0.write(shortest: value) }
  }
}

extension OutputCursor {
  /// Writes the shortest spelling of `value` that reads back to it, without `.0` and without the sign of zero.
  package mutating func write(shortest value: Double) {
    // Coordinates have few decimals: try them as a fixed-point number before the general algorithm.
    let scaled = (value * 1e6).rounded()
    if scaled.magnitude < 1e15, scaled / 1e6 == value, let units = Int(exactly: scaled) {
      write(millionths: units)
      return
    }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    let bytes = Array(text.utf8)
    write(bytes.span)
  }

  /// Writes a number of millionths, without trailing zeros.
  private mutating func write(millionths: Int) {
    if millionths < 0 { write(UInt8(ascii: "-")) }
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    write(decimal: Int(whole))
    guard rest > 0 else { return }
    write(UInt8(ascii: "."))
    var fraction = rest
    var place: UInt = 100_000
    while fraction > 0 {
      write(0x30 &+ UInt8(truncatingIfNeeded: fraction / place))
      fraction %= place
      place /= 10
    }
  }
}
