import DatelineCore

/// Builds content lines (RFC 5545, section 3.1): one line at a time, folded to 75 octets when it ends.
///
/// A line is folded only before the first byte of a character, and never between the two characters of an escape pair:
/// parsers that unescape before they unfold, or decode line by line, are in use.
struct ContentLines {
  /// The line that is being built, unfolded and without its end.
  var line: [UInt8] = []

  /// The most octets of a line, its end not counted.
  static let lengthLimit = 75

  /// Ends the line: appends it folded to `output`.
  mutating func end(into output: inout [UInt8]) {
    defer { line.removeAll(keepingCapacity: true) }
    var start = 0
    var limit = Self.lengthLimit
    let line = self.line.span
    while line.count - start > limit {
      let end = Self.foldingPlace(in: line, after: start, upTo: start + limit)
      output.append(copying: line.extracting(start..<end))
      output.append("\r\n ")
      start = end
      limit = Self.lengthLimit - 1
    }
    output.append(copying: line.extracting(start..<line.count))
    output.append("\r\n")
  }

  /// The last place in `start + 1...limit` where the line may be folded.
  private static func foldingPlace(in line: Span<UInt8>, after start: Int, upTo limit: Int) -> Int {
    var end = limit
    while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
    // A backslash begins a pair where an even number of backslashes stands before it; a fold never splits a pair, so the
    // count may begin at the last fold.
    var backslashes = 0
    while end - backslashes > start, line[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
    return backslashes.isMultiple(of: 2) || end == start + 1 ? end : end - 1
  }

  /// Writes a line whose name, parameters and value need no change.
  mutating func write(_ text: StaticString, into output: inout [UInt8]) {
    line.append(text)
    end(into: &output)
  }

  /// Writes a property with a TEXT value (RFC 5545, section 3.3.11).
  ///
  /// - Parameters:
  ///   - name: With parameters, without the colon.
  ///   - text: Not escaped yet. Nothing is written where it is empty: libical deletes such properties.
  ///   - language: A BCP 47 tag for the LANGUAGE parameter; left out where it has other characters than those of a tag.
  mutating func write(_ name: StaticString, text: [UInt8], language: Text? = nil, into output: inout [UInt8]) {
    guard !text.isEmpty else { return }
    line.append(name)
    if let language {
      language.withUTF8 { tag in
        guard tag.isLanguageTag else { return }
        line.append(";LANGUAGE=")
        line.append(copying: tag)
      }
    }
    line.append(UInt8(ascii: ":"))
    line.append(escaped: text.span)
    end(into: &output)
  }
}

extension [UInt8] {
  /// Appends a TEXT value with `\`, `;`, `,` and LF escaped.
  mutating func append(escaped text: Span<UInt8>) {
    var copied = 0
    for index in text.indices {
      let byte = text[index]
      let escape: UInt8
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): escape = byte
      case 0x0A: escape = UInt8(ascii: "n")
      default: continue
      }
      append(copying: text.extracting(copied..<index))
      append(UInt8(ascii: "\\"))
      append(escape)
      copied = index + 1
    }
    append(copying: text.extracting(copied..<text.count))
  }

  /// Appends text in a form that clients show and give back: characters that some parser takes for the end of a line
  /// become LF, DEL becomes U+FFFD, and in a single line each LF and tab becomes a space.
  ///
  /// RFC 5545 forbids DEL in text; U+0085, U+2028 and U+2029 end a line for Python's `splitlines`, and so for khal.
  mutating func append(visible text: Text, singleLine: Bool = false) {
    text.withUTF8 { append(visible: $0, singleLine: singleLine) }
  }

  /// Appends text in a form that clients show and give back; see above.
  mutating func append(visible text: Span<UInt8>, singleLine: Bool) {
    let lineEnd: UInt8 = singleLine ? 0x20 : 0x0A
    var copied = 0
    var index = 0
    while index < text.count {
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
      append(copying: text.extracting(copied..<start))
      if byte == 0x7F { append("\u{FFFD}") } else { append(lineEnd) }
      copied = index
    }
    append(copying: text.extracting(copied..<text.count))
  }

  /// Removes spaces, tabs and LF from both ends, as libical does with every value.
  mutating func trim() {
    while let last, last == 0x20 || last == 0x09 || last == 0x0A { removeLast() }
    let leading = prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count
    if leading > 0 { removeFirst(leading) }
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
  /// Whether the bytes are letters, digits and hyphens, as in a BCP 47 tag. Nothing else may stand in a parameter
  /// without quotes, and quoted ones break in KDE.
  fileprivate var isLanguageTag: Bool {
    guard count > 1, count <= 64 else { return false }
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): continue
      default: return false
      }
    }
    return true
  }
}
