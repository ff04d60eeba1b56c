import DatelineCore

extension Span<UInt8> {
  /// Whether the bytes are letters, digits and hyphens of ASCII, at least one: what a language tag is made of.
  var isTag: Bool {
    guard !isEmpty else { return false }
    for index in indices where !(self[index].isLetterOrDigit || self[index] == UInt8(ascii: "-")) { return false }
    return true
  }
}

extension UInt8 {
  /// Whether the byte is a letter or a digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension [UInt8] {
  /// The index of the `=` behind the letters and digits that start at `start`; nil where there is none, or none of them.
  func endOfKey(from start: Int) -> Int? {
    var index = start
    while index < count, self[index].isLetterOrDigit { index += 1 }
    return index > start && index < count && self[index] == UInt8(ascii: "=") ? index : nil
  }
}
