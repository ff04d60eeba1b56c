package import DatelineCore

/// Random text of the kinds that formats get wrong: every plane of Unicode, both directions of writing, marks that combine,
/// characters that mean something to some syntax, line ends, tabs, and space at the ends.
package struct RandomText {
  /// Decides everything.
  package var random: SeededRandom

  /// Starts where `random` is.
  package init(random: SeededRandom) { self.random = random }

  /// Texts that one syntax or another takes for something else than text.
  private static let traps = [
    "null", "true", "007", "1e5", "-", "--", "-->", "]]>", "<b>", "&amp;", "&#10;", "\"", "\"\"", "'", "\\", "\\n",
    "\\\\n",
    ";", ",", "|", " | ", "; ", "=", "a=b; c=d", "=1+1", "@x", "+1", "#", "/", "~1", "~0", "{}", "[]", "{", "}", ":",
    "key: value", "BEGIN:VEVENT", "END:VCALENDAR", "\n", "\t", "\n\n", " ", "  ", "\n ", "\n  indented", "a\n\nb",
    "\ta\t",
    "%", "%41", "?", "\u{FEFF}", "\u{FEFF}a", "\u{A0}", "\u{85}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{9F}",
    "\u{200B}",
    "\u{202E}abc", "\u{FFFD}", "e\u{301}", "\u{E9}", "\u{301}",
    "\u{1F468}\u{200D}\u{1F469}",
    "\u{1F1FA}\u{1F1E6}", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "\u{645}\u{631}\u{62D}\u{628}\u{627}",
    "\u{AC00}\u{1100}\u{1161}",
  ]

  /// Ranges of characters to draw from; none holds a character that the model does not allow.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x61...0x7A, 0x80...0xFF, 0x100...0x17F, 0x300...0x36F, 0x400...0x4FF, 0x590...0x5F4,
    0x600...0x6FF, 0x900...0x97F, 0x2000...0x206F, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xD7FF...0xD7FF,
    0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFF00...0xFFFD, 0x10000...0x1FFFF, 0x1F300...0x1F6FF,
    0x20000...0x2FFFF,
    0x30000...0x3FFFF, 0x40000...0xDFFFF, 0xE0000...0xE01EF, 0xF0000...0xFFFFF, 0x100000...0x10FFFF,
  ]

  /// Any text that the model can hold.
  package mutating func text() -> Text {
    Text(string()) ?? "?"
  }

  /// A text of one or more characters.
  package mutating func string() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return random.pick(Self.traps)
    case 1: return (0...Int.random(in: 1...3, using: &random)).map { _ in random.pick(Self.traps) }.joined()
    case 2: return random.pick([" ", "\n", "\t", ""]) + words() + random.pick([" ", "\n", "\t"])
    case 3, 4: return characters()
    default: return words()
    }
  }

  /// Plain words, as most text is.
  package mutating func words() -> String {
    (0...Int.random(in: 0...4, using: &random)).map { _ in word() }.joined(separator: " ")
  }

  /// A word of lower case ASCII letters.
  package mutating func word() -> String {
    String(
      (0...Int.random(in: 0...7, using: &random)).map { _ in
        Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random)))
      })
  }

  private mutating func characters() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0...Int.random(in: 0...12, using: &random) {
      let value = UInt32.random(in: random.pick(Self.ranges), using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return scalars.isEmpty ? "?" : String(scalars)
  }
}
