internal import DatelineCore

/// Looks for characters that no text means: broken encodings, controls, characters without a shape.
package enum TextScan {
  /// The first of each kind, as a problem.
  package static func check(_ value: Span<UInt8>, _ problems: inout [ValueProblem]) {
    var index = 0
    while index < value.count {
      // All of them begin with 0xC2, 0xC3, 0xE2 or 0xEF.
      guard isSuspect[Int(value[index])], let (rule, message, length) = kind(value, at: index) else {
        index += 1
        continue
      }
      return problems.append(ValueProblem(rule, message, at: index..<min(value.count, index + length)))
    }
  }

  private static let isSuspect: [Bool] = (0..<256).map { [0xC2, 0xC3, 0xE2, 0xEF].contains($0) }

  private static func kind(_ value: Span<UInt8>, at index: Int) -> (RuleID, String, Int)? {
    let second = index + 1 < value.count ? value[index + 1] : 0
    let third = index + 2 < value.count ? value[index + 2] : 0
    switch value[index] {
    case 0xC2 where second < 0xA0:
      let code = String(second, radix: 16, uppercase: true)
      return (
        .textMojibake, "U+00\(code) is a control character; the text is probably Windows-1252, converted wrongly", 2
      )
    case 0xC3:
      // Â or Ã, and behind it what would make a character of UTF-8 with it.
      guard second == 0x82 || second == 0x83, third == 0xC2, index + 3 < value.count else { return nil }
      return (.textMojibake, "the text looks as if it had been made UTF-8 twice; convert it once", 4)
    case 0xEF where second == 0xBF && third == 0xBD:
      return (.textMojibake, "U+FFFD stands where a character was lost; restore it", 3)
    case 0xEF where second == 0xBB && third == 0xBF:
      return (.textControl, "U+FEFF, a byte order mark, stands inside text; take it out", 3)
    case 0xE2 where second == 0x80 && (0xAA...0xAE).contains(third):
      return (.textControl, "a character here reverses the direction of what follows; take it out", 3)
    case 0xE2 where second == 0x81 && (0xA6...0xA9).contains(third):
      return (.textControl, "a character here isolates the direction of what follows; take it out", 3)
    case 0xE2 where second == 0x80 && third == 0x8B:
      guard index + 5 < value.count, value[index + 3] == 0xE2, value[index + 4] == 0x80, value[index + 5] == 0x8B else {
        return nil
      }
      return (.textControl, "a run of characters without width stands here; take it out", 6)
    default: return nil
    }
  }
}
