import DatelineCore

/// Counts columns in characters, as people do, where a parser counts bytes.
///
/// Lines may be longer than what a parser keeps of its document, so it counts on from the last place.
struct CharacterColumns {
  private var offset = 0
  /// The bytes of the line before ``offset`` that begin no character.
  private var surplus = 0

  /// Counts up to a place that the parser still has.
  mutating func advance(to end: Int, in parser: XMLPushParser) {
    guard end > offset else { return }
    if parser.hasNonASCII {
      for byte in parser.source(offset..<end) {
        if byte == 0x0A { surplus = 0 } else if byte & 0xC0 == 0x80 { surplus += 1 }
      }
    }
    offset = end
  }

  /// The place of a byte that the parser still has, with its column in characters.
  mutating func position(at place: Int, in parser: XMLPushParser) -> SourcePosition {
    var position = parser.position(at: place)
    guard parser.hasNonASCII else { return position }
    if place >= offset {
      advance(to: place, in: parser)
      position.column -= surplus
    } else if let start = parser.lineStart(of: place) {
      for byte in parser.source(start..<place) where byte & 0xC0 == 0x80 { position.column -= 1 }
    }
    return position
  }
}
