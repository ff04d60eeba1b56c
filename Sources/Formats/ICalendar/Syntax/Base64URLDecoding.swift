import DatelineCore

extension Base64URL {
  /// Decodes text in the alphabet for URLs, or in the usual one, with padding or without.
  ///
  /// - Returns: nil where a character is of neither, or the last group is cut off.
  static func decode(_ text: Span<UInt8>) -> [UInt8]? {
    var count = text.count
    while count > 0, text[count - 1] == UInt8(ascii: "=") { count -= 1 }
    guard count % 4 != 1 else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(count * 3 / 4)
    var group: UInt32 = 0
    for index in 0..<count {
      guard let bits = value(text[index]) else { return nil }
      group = group << 6 | UInt32(bits)
      guard index % 4 == 3 else { continue }
      output.append(UInt8(truncatingIfNeeded: group >> 16))
      output.append(UInt8(truncatingIfNeeded: group >> 8))
      output.append(UInt8(truncatingIfNeeded: group))
    }
    switch count % 4 {
    case 2: output.append(UInt8(truncatingIfNeeded: group >> 4))
    case 3:
      output.append(UInt8(truncatingIfNeeded: group >> 10))
      output.append(UInt8(truncatingIfNeeded: group >> 2))
    default: break
    }
    return output
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"), UInt8(ascii: "+"): 62
    case UInt8(ascii: "_"), UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
