internal import DatelineCore

/// Character references of HTML (WHATWG HTML, section 13.2.5.72 and after).
public enum HTMLReference {
  /// What a `&` starts.
  public struct Match: Sendable {
    /// The characters that it stands for.
    public var text: String
    /// How many bytes it has, from its `&` on.
    public var length: Int
    /// Whether its semicolon is missing.
    public var lacksSemicolon: Bool
    /// The name; nil where it is numeric.
    public var name: String?
    /// The number as it was written; nil where there is a name.
    public var number: UInt32?
  }

  /// The reference whose `&` is at `index`; nil where the `&` is only itself.
  ///
  /// - Parameter inAttribute: Whether the text is an attribute's value, where names without a semicolon before a letter,
  ///   digit or `=` are left alone.
  public static func match(_ bytes: Span<UInt8>, at index: Int, inAttribute: Bool = false) -> Match? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index + 1] == UInt8(ascii: "#") { return numeric(bytes, at: index) }
    return named(bytes, at: index, inAttribute: inAttribute)
  }

  private static func numeric(_ bytes: Span<UInt8>, at index: Int) -> Match? {
    var position = index + 2
    let isHexadecimal = position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let first = position
    var value: UInt32 = 0
    while position < bytes.count, let digit = digit(bytes[position], isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      position += 1
    }
    guard position > first else { return nil }
    let hasSemicolon = position < bytes.count && bytes[position] == UInt8(ascii: ";")
    return Match(
      text: String(Character(scalar(value))), length: position - index + (hasSemicolon ? 1 : 0),
      lacksSemicolon: !hasSemicolon, name: nil, number: value)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// The character of a numeric reference: codes of Windows-1252 where Unicode has controls, U+FFFD where there is none.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if 0x80...0x9F ~= value, let scalar = Unicode.Scalar(windows1252[Int(value - 0x80)]) { return scalar }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// WHATWG HTML, section 13.2.5.80; the gaps stay as they are.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static func named(_ bytes: Span<UInt8>, at index: Int, inAttribute: Bool) -> Match? {
    var position = index + 1
    // The longest name has 31 letters.
    while position < bytes.count, position - index <= 32, isLetterOrDigit(bytes[position]) { position += 1 }
    guard position > index + 1 else { return nil }
    let letters = bytes.extracting(index + 1..<position)
    if position < bytes.count, bytes[position] == UInt8(ascii: ";"), let text = NamedReferences.text(of: letters) {
      return Match(text: text, length: position + 1 - index, lacksSemicolon: false, name: string(letters))
    }
    if inAttribute, position < bytes.count, bytes[position] == UInt8(ascii: "=") { return nil }
    for count in stride(from: min(letters.count, 6), to: 1, by: -1) {
      let name = letters.extracting(first: count)
      guard NamedReferences.needsNoSemicolon(name), let text = NamedReferences.text(of: name) else { continue }
      if inAttribute, count < letters.count { return nil }
      return Match(text: text, length: count + 1, lacksSemicolon: true, name: string(name))
    }
    return nil
  }

  private static func string(_ name: Span<UInt8>) -> String {
    String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte }
}
