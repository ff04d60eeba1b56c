import DatelineCore

/// Writes content lines (RFC 5545, section 3.1), folded to 75 octets.
///
/// A line is folded only before the first byte of a character, and never between the two characters of an escape pair:
/// parsers that unescape before they unfold, or decode line by line, are in use.
struct ContentLines {
  /// Where the lines go.
  var output: OutputCursor
  /// How many octets still fit into the line, its end not counted.
  private var room = lengthLimit

  /// The most octets of a line, its end not counted.
  static let lengthLimit = 75

  /// Writes to `output`, where a line begins.
  init(_ output: OutputCursor) { self.output = output }

  /// Writes a line that needs no change and fits.
  mutating func line(_ text: StaticString) {
    output.write(text)
    output.write("\r\n")
  }

  /// Ends the line.
  mutating func end() {
    output.write("\r\n")
    room = Self.lengthLimit
  }

  private mutating func fold() {
    output.write("\r\n ")
    room = Self.lengthLimit - 1
  }

  /// Writes the name of a property, or another piece that is not folded.
  mutating func write(_ text: StaticString) {
    let count = text.utf8CodeUnitCount
    if count > room { fold() }
    output.write(text)
    room -= count
  }

  /// Writes one octet.
  mutating func write(_ byte: UInt8) {
    if room == 0 { fold() }
    output.write(byte)
    room -= 1
  }

  /// Writes text as it stands.
  mutating func write(_ text: Span<UInt8>) {
    var start = 0
    while text.count - start > room {
      var end = start + room
      while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
      // A backslash begins a pair where an even number of them stands before it.
      var backslashes = 0
      while end - backslashes > start, text[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
      if !backslashes.isMultiple(of: 2) { end -= 1 }
      // Behind a `=` a line end is a soft break of quoted-printable.
      while end > start, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
      // A whole line of bytes that continue a character is no text; it is folded anywhere.
      if end == start, room >= Self.lengthLimit - 1 { end = start + room }
      output.write(text.extracting(start..<end))
      fold()
      start = end
    }
    output.write(text.extracting(start..<text.count))
    room -= text.count - start
  }

  /// Writes letters of base64url, which may be folded anywhere: carriers are most of a calendar.
  mutating func write(letters: Span<UInt8>) {
    var start = 0
    // What fits into a line is copied as five blocks.
    while start &+ 80 <= letters.count, output.hasRoom(for: 80) {
      output.write(blocksOf: letters, from: start, count: room)
      start &+= room
      fold()
    }
    write(letters.extracting(start..<letters.count))
  }

  /// Writes text with `\`, `;`, `,` and LF escaped (RFC 5545, section 3.3.11).
  mutating func write(escaped text: Span<UInt8>) {
    var start = 0
    while true {
      let stop = text.firstEscaped(from: start)
      write(text.extracting(start..<stop))
      guard stop < text.count else { return }
      if room < 2 { fold() }
      output.write(UInt8(ascii: "\\"))
      output.write(text[stop] == 0x0A ? UInt8(ascii: "n") : text[stop])
      room -= 2
      start = stop + 1
    }
  }

  /// Writes what `write` writes, which is ASCII and not folded: a number, a date.
  ///
  /// - Parameter length: The most octets of it.
  mutating func writeShort(atMost length: Int = 20, _ write: (inout OutputCursor) -> Void) {
    if room < length { fold() }
    let before = output.room
    write(&output)
    room -= before - output.room
  }

  /// Writes a property with a TEXT value.
  ///
  /// - Parameters:
  ///   - name: Without the colon.
  ///   - text: Not escaped yet. Nothing is written where it is empty: libical deletes such properties.
  ///   - language: A BCP 47 tag for the LANGUAGE parameter; left out where it has other characters than those of a tag.
  mutating func write(_ name: StaticString, text: Span<UInt8>, language: Text? = nil) {
    guard !text.isEmpty else { return }
    write(name)
    if let language {
      language.withUTF8 { tag in
        guard tag.isLanguageTag else { return }
        write(";LANGUAGE=")
        write(tag)
      }
    }
    write(UInt8(ascii: ":"))
    write(escaped: text)
    end()
  }
}

extension OutputCursor {
  /// Writes `count` bytes of the 80 from `start` on.
  ///
  /// Invariant: there is room for 80 bytes wherever something is stored; each block is loaded with a check.
  @inline(__always)
  fileprivate mutating func write(blocksOf bytes: Span<UInt8>, from start: Int, count: Int) {
    precondition(0...80 ~= count)
    guard hasRoom(for: 80) else { return }
    for offset in stride(from: 0, to: 80, by: 16) {
      unsafe UnsafeMutableRawPointer(next + offset).storeBytes(
        of: bytes.block(at: start &+ offset), as: SIMD16<UInt8>.self)
    }
    unsafe next += count
  }
}

extension [UInt8] {
  /// Appends the lines that `pass` writes; see `append(atMost:_:)`.
  mutating func append(linesAtMost size: Int, _ pass: (inout ContentLines) -> Void) {
    append(atMost: size) { cursor in
      var lines = ContentLines(cursor)
      pass(&lines)
      cursor = lines.output
    }
  }
}

extension Span<UInt8> {
  /// The index of the first byte that a TEXT value has escaped, from `start` on; `count` where there is none.
  func firstEscaped(from start: Int) -> Int {
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let semicolon = SIMD16<UInt8>(repeating: UInt8(ascii: ";"))
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
    return firstIndex(
      from: start,
      where: { ($0 .== backslash) .| ($0 .== semicolon) .| ($0 .== comma) .| ($0 .== lineFeed) },
      byte: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x0A })
  }

  /// The index of the first byte that both closures accept, from `start` on; `count` where there is none.
  @inline(__always)
  func firstIndex(
    from start: Int, where isIn: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, byte isOne: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index &+ 16 <= count {
      let lanes = ByteLanes(isIn(block(at: index)))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    if index > start, index < count {
      // The last sixteen bytes again: those of them that were looked at are known to be none.
      let last = count &- 16
      return last &+ ByteLanes(isIn(block(at: last))).first
    }
    while index < count, !isOne(self[index]) { index &+= 1 }
    return index
  }

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
