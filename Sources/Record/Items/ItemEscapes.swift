import DatelineCore

/// The escapes of the forms that people type: labelled text, and the items that stand in one line of it or in one cell
/// of a table (`Specs/text.md`).
///
/// A backslash stands before a separator that is meant as itself, and makes `\n` LF, `\t` a tab and `\s` a space. Spaces
/// are escaped where a value starts or ends, so that trimming a line changes nothing.
package enum ItemEscapes {
  /// What separates values of one sort, and so is escaped within them.
  package enum Context: Sendable {
    /// A value that has a line for itself: nothing.
    case line
    /// A value of an item: `;` before the next key, `|` before the next item.
    case value
    /// A text of a list within an item: also the comma.
    case element
    /// A key of `extras` in a label: the colon.
    case label
  }

  package static func isSeparator(_ byte: UInt8, in context: Context) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "|"): context == .value || context == .element
    case UInt8(ascii: ","): context == .element
    case UInt8(ascii: ":"): context == .label
    default: false
    }
  }

  /// What the byte behind a backslash stands for: the letters as above, punctuation for itself; nil for anything else.
  package static func meaning(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "s"): 0x20
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: byte
    default: nil
    }
  }

  /// The bytes that `escaped` stands for, and where in it a backslash has no meaning; it then stands for itself.
  package static func decode(_ escaped: Span<UInt8>) -> (bytes: [UInt8], firstUnknown: Int?) {
    var output: [UInt8] = []
    output.reserveCapacity(escaped.count)
    var firstUnknown: Int?
    var copied = 0
    while true {
      let slash = escaped.firstIndex(of: UInt8(ascii: "\\"), from: copied)
      output.append(copying: escaped.extracting(copied..<slash))
      guard slash < escaped.count else { break }
      if slash + 1 < escaped.count, let meaning = meaning(of: escaped[slash + 1]) {
        output.append(meaning)
        copied = slash + 2
      } else {
        if firstUnknown == nil { firstUnknown = slash }
        output.append(UInt8(ascii: "\\"))
        copied = slash + 1
      }
    }
    return (output, firstUnknown)
  }

  /// The index of the first `separator` in `range` that no backslash precedes; the end of `range` where there is none.
  package static func firstSeparator(_ separator: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    let span = bytes.span.extracting(0..<range.upperBound)
    let (marks, backslashes) = (
      SIMD16<UInt8>(repeating: separator), SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    )
    var index = range.lowerBound
    while index < span.count {
      if index &+ 16 <= span.count {
        let block = span.block(at: index)
        let lanes = ByteLanes((block .== marks) .| (block .== backslashes))
        guard !lanes.isEmpty else {
          index &+= 16
          continue
        }
        index &+= lanes.first
      }
      let byte = span[index]
      if byte == separator { return index }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return span.count
  }

  /// The parts of `range` between separators that no backslash precedes; at least one.
  package static func split(_ bytes: [UInt8], _ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while true {
      let end = firstSeparator(separator, in: bytes, start..<range.upperBound)
      parts.append(start..<end)
      guard end < range.upperBound else { return parts }
      start = end + 1
    }
  }

  /// `range` without spaces and tabs at its ends.
  package static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}

extension [UInt8] {
  /// Appends `text` with escapes, so that it can stand in `context`.
  package mutating func append(escaped text: Span<UInt8>, in context: ItemEscapes.Context) {
    let last = text.count - 1
    var copied = 0
    for index in text.indices {
      let byte = text[index]
      // Letters are the rule, and none of what follows.
      if byte > UInt8(ascii: ";"), byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "|") { continue }
      let escape: UInt8
      switch byte {
      case 0x0A: escape = UInt8(ascii: "n")
      case 0x09: escape = UInt8(ascii: "t")
      case 0x20:
        guard index == 0 || index == last || text[index - 1] == 0x0A else { continue }
        escape = UInt8(ascii: "s")
      case UInt8(ascii: "\\"): escape = byte
      default:
        guard ItemEscapes.isSeparator(byte, in: context) else { continue }
        escape = byte
      }
      append(copying: text.extracting(copied..<index))
      append(UInt8(ascii: "\\"))
      append(escape)
      copied = index + 1
    }
    append(copying: text.extracting(copied..<text.count))
  }
}
