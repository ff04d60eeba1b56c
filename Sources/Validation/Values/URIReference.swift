internal import DatelineCore

/// A URI reference by RFC 3986, or an IRI reference by RFC 3987, taken apart.
package struct URIReference {
  /// The scheme, without its colon; nil where the reference is relative.
  package var scheme: Range<Int>?
  /// What stands behind `//`; nil where there is none.
  package var authority: Range<Int>?
  package var path: Range<Int>
  package var query: Range<Int>?
  package var fragment: Range<Int>?
  /// Whether there are characters outside of ASCII.
  package var hasNonASCII = false

  /// Splits `value` (RFC 3986, appendix B). It may have characters that no URI has.
  package init(_ value: Span<UInt8>) {
    var index = 0
    if !value.isEmpty, value[0].isLetter {
      while index < value.count, Self.isSchemeByte(value[index]) { index += 1 }
      if value.has(UInt8(ascii: ":"), at: index) {
        scheme = 0..<index
        index += 1
      } else {
        index = 0
      }
    }
    var end = value.count
    if let mark = value.place(of: UInt8(ascii: "#"), from: index) {
      fragment = (mark + 1)..<end
      end = mark
    }
    if let mark = value.place(of: UInt8(ascii: "?"), from: index), mark < end {
      query = (mark + 1)..<end
      end = mark
    }
    if index + 1 < end, value[index] == UInt8(ascii: "/"), value[index + 1] == UInt8(ascii: "/") {
      let start = index + 2
      index = start
      while index < end, value[index] != UInt8(ascii: "/") { index += 1 }
      authority = start..<index
    }
    path = index..<end
    for byteIndex in value.indices where value[byteIndex] >= 0x80 {
      hasNonASCII = true
      break
    }
  }

  static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// The first byte that no URI has (RFC 3986, section 2), or a `%` without two digits behind it.
  static func firstIllegal(_ value: Span<UInt8>) -> Int? {
    var index = 0
    while index < value.count {
      let byte = value[index]
      if byte < 0x80, !isLegal[Int(byte)] { return index }
      if byte == UInt8(ascii: "%"),
        !(index + 2 < value.count && value[index + 1].isHexDigit && value[index + 2].isHexDigit)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static let isLegal: [Bool] = {
    var table = [Bool](repeating: false, count: 128)
    for byte in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%".utf8 {
      table[Int(byte)] = true
    }
    return table
  }()

  /// The host of the authority, without user and port.
  package func host(_ value: Span<UInt8>) -> Range<Int>? {
    guard let authority else { return nil }
    var start = authority.lowerBound
    var end = authority.upperBound
    for index in authority where value[index] == UInt8(ascii: "@") { start = index + 1 }
    if start < end, value[start] == UInt8(ascii: "[") {
      for index in start..<end where value[index] == UInt8(ascii: "]") { end = index + 1 }
      return start..<end
    }
    for index in start..<end where value[index] == UInt8(ascii: ":") {
      end = index
      break
    }
    return start..<end
  }

  /// The port as it is written; nil where there is none.
  package func port(_ value: Span<UInt8>) -> Range<Int>? {
    guard let authority, let host = host(value), host.upperBound < authority.upperBound else { return nil }
    return (host.upperBound + 1)..<authority.upperBound
  }
}
