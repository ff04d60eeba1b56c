import DatelineCore

/// Text in a form that clients show and give back: characters that some parser takes for the end of a line become LF, DEL
/// becomes U+FFFD, and in a single line each LF and tab becomes a space.
///
/// RFC 5545 forbids DEL in text; U+0085, U+2028 and U+2029 end a line for Python's `splitlines`, and so for khal.
extension OutputCursor {
  /// Writes text in that form.
  mutating func write(visible text: Text, singleLine: Bool = false) {
    text.withUTF8 { write(visible: $0, singleLine: singleLine) }
  }

  /// Writes text in that form.
  mutating func write(visible text: Span<UInt8>, singleLine: Bool) {
    let lineEnd: UInt8 = singleLine ? 0x20 : 0x0A
    var copied = 0
    var index = 0
    while true {
      index = text.firstSpecial(from: index)
      guard index < text.count else { break }
      let start = index
      let byte = text[index]
      index += 1
      switch byte {
      case 0x09...0x0A where singleLine: break
      case 0x7F: break
      case 0xC2 where index < text.count && text[index] == 0x85: index += 1
      case 0xE2 where index + 1 < text.count && text[index] == 0x80 && text[index + 1] & 0xFE == 0xA8: index += 2
      default: continue
      }
      write(text.extracting(copied..<start))
      if byte == 0x7F { write("\u{FFFD}") } else { write(lineEnd) }
      copied = index
    }
    write(text.extracting(copied..<text.count))
  }
}

extension [UInt8] {
  /// Appends text in that form.
  mutating func append(visible text: Text, singleLine: Bool = false) {
    append(atMost: text.utf8Count) { $0.write(visible: text, singleLine: singleLine) }
  }

  /// Removes spaces, tabs and LF from both ends, as libical does with every value.
  mutating func trim() {
    while let last, last == 0x20 || last == 0x09 || last == 0x0A { removeLast() }
    guard let first, first == 0x20 || first == 0x09 || first == 0x0A else { return }
    removeFirst(prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count)
  }

  /// Keeps the first `limit` characters, the last of them an ellipsis where some are cut off.
  mutating func truncate(toCharacters limit: Int) {
    guard count > limit else { return }
    var characters = 0
    var end: Int?
    for (index, byte) in self.enumerated() where byte & 0xC0 != 0x80 {
      characters += 1
      if characters == limit { end = index }
    }
    guard characters > limit, let end else { return }
    removeLast(count - end)
    append("\u{2026}")
  }
}

extension Span<UInt8> {
  /// The index of the first byte that may not be shown as it stands, from `start` on; `count` where there is none.
  fileprivate func firstSpecial(from start: Int) -> Int {
    let space = SIMD16<UInt8>(repeating: 0x20)
    let delete = SIMD16<UInt8>(repeating: 0x7F)
    let latin = SIMD16<UInt8>(repeating: 0xC2)
    let general = SIMD16<UInt8>(repeating: 0xE2)
    return firstIndex(
      from: start, where: { ($0 .< space) .| ($0 .== delete) .| ($0 .== latin) .| ($0 .== general) },
      byte: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 })
  }
}
