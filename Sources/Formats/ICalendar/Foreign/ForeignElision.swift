import DatelineCore

/// Which lines of a foreign component are kept without their values, because a field of the record has the same bytes.
///
/// A value qualifies where the field, escaped as the writer escapes text, is the value.
struct ForeignElision {
  /// Where the lines start.
  var summary, description, location, uid: Int32?

  /// Whether the value of `line` is left out.
  func isElided(_ line: ContentLine) -> Bool {
    switch line.property {
    case .summary: line.start == summary
    case .description: line.start == description
    case .location: line.start == location
    case .uid: line.start == uid
    default: false
    }
  }
}

/// How a TEXT value was found to be spelled.
struct TextSpelling {
  /// As the writer escapes it: `\\`, `\;`, `\,` and `\n`, and nothing else.
  var isOurs = true
  /// Whether the text has two line ends in a row.
  var hasBlankLine = false
}

extension OutputCursor {
  /// Writes a TEXT value, unescaped in one pass: `\n` and `\N` are LF, `\\`, `\;`, `\,` and `\"` stand for their second
  /// character, and any other pair stays as it is.
  ///
  /// Bytes are copied by the block and then looked at: descriptions are most of a calendar.
  mutating func write(unescaped text: Span<UInt8>) -> TextSpelling {
    var spelling = TextSpelling()
    // The text gets no longer, and the last block may be stored whole.
    guard hasRoom(for: text.count + 16) else { return spelling }
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let semicolon = SIMD16<UInt8>(repeating: UInt8(ascii: ";"))
    var lineEnd = -1
    var index = 0
    while index < text.count {
      if index &+ 16 <= text.count {
        let block = text.block(at: index)
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: block, as: SIMD16<UInt8>.self)
        let clean = ByteLanes((block .== backslash) .| (block .== comma) .| (block .== semicolon)).first
        unsafe next += clean
        index &+= clean
        guard clean < 16 else { continue }
      }
      var byte = text[index]
      index &+= 1
      if byte == UInt8(ascii: "\\"), index < text.count {
        let second = text[index]
        switch second {
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
          byte = 0x0A
          if lineEnd == count { spelling.hasBlankLine = true }
          lineEnd = count &+ 1
          if second == UInt8(ascii: "N") { spelling.isOurs = false }
          index &+= 1
        case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\""):
          byte = second
          if second == UInt8(ascii: "\"") { spelling.isOurs = false }
          index &+= 1
        default: spelling.isOurs = false
        }
      } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        spelling.isOurs = false
      }
      unsafe next.pointee = byte
      unsafe next += 1
    }
    return spelling
  }
}
