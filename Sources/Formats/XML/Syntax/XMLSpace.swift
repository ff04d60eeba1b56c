/// White space (XML 1.0, production 3).
enum XMLSpace {
  /// The text of an event; nil where it is nothing but space.
  static func text(of event: XMLEvent, in tape: XMLTape) -> String? {
    let range = trimmed(tape.bytes, event.bytes)
    return range.isEmpty ? nil : tape.string(range)
  }

  /// `range` without the space at its ends.
  @inline(__always)
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// `text` without the space at its ends.
  static func trimmed(_ text: String) -> Substring {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return text[first...last]
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
}
