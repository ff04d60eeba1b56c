import DatelineCore

/// Searches of ``PlainScanner``, sixteen bytes at a time.
///
/// The types of constants are written out: without them the compiler may take the operators of any vector, byte by byte.
extension Span<UInt8> {
  /// The index of the first byte from `start` on at which text is no longer plain: `<`, `>`, `&`, a control character
  /// other than LF, or one that is not ASCII; `count` where there is none.
  @inline(__always)
  func firstTextStop(from start: Int) -> Int {
    var index = start
    while index &+ 16 <= count {
      let block = block(at: index)
      // `<` and `>` differ in one bit.
      let marks =
        (block .== SIMD16<UInt8>(repeating: UInt8(ascii: "&")))
        .| ((block | SIMD16<UInt8>(repeating: 2)) .== SIMD16<UInt8>(repeating: UInt8(ascii: ">")))
      let lanes = ByteLanes(marks .| Self.strange(block))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count {
      let byte = self[index]
      if byte == UInt8(ascii: "&") || byte | 2 == UInt8(ascii: ">") || byte >= 0x80 || (byte < 0x20 && byte != 0x0A) {
        return index
      }
      index &+= 1
    }
    return count
  }

  /// The same for a CDATA section, comment or instruction, which end with `mark`.
  @inline(__always)
  func firstStop(at mark: UInt8, from start: Int) -> Int {
    let marks = SIMD16<UInt8>(repeating: mark)
    var index = start
    while index &+ 16 <= count {
      let block = block(at: index)
      let lanes = ByteLanes((block .== marks) .| Self.strange(block))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count {
      let byte = self[index]
      if byte == mark || byte >= 0x80 || (byte < 0x20 && byte != 0x0A) { return index }
      index &+= 1
    }
    return count
  }

  /// The same for the value of an attribute in `quote`: LF is not plain in it.
  @inline(__always)
  func firstValueStop(_ quote: UInt8, from start: Int) -> Int {
    let quotes = SIMD16<UInt8>(repeating: quote)
    var index = start
    while index &+ 16 <= count {
      let block = block(at: index)
      let marks =
        (block .== quotes) .| (block .== SIMD16<UInt8>(repeating: UInt8(ascii: "&")))
        .| (block .== SIMD16<UInt8>(repeating: UInt8(ascii: "<")))
      let others = (block &- SIMD16<UInt8>(repeating: 0x20)) .>= SIMD16<UInt8>(repeating: 0x60)
      let lanes = ByteLanes(marks .| others)
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count {
      let byte = self[index]
      if byte == quote || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte < 0x20 || byte >= 0x80 {
        return index
      }
      index &+= 1
    }
    return count
  }

  /// Controls but LF, and what is not ASCII.
  @inline(__always)
  private static func strange(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    ((block &- SIMD16<UInt8>(repeating: 0x20)) .>= SIMD16<UInt8>(repeating: 0x60))
      .& (block .!= SIMD16<UInt8>(repeating: 0x0A))
  }

  /// The index behind the characters that are not ASCII from `start` on, as far as they are legal (XML 1.0, production 2).
  func endOfForeign(from start: Int) -> Int {
    var index = start
    while index < count, self[index] >= 0x80 {
      let length = utf8Length(at: index)
      guard length > 0 else { return index }
      // U+FFFE and U+FFFF.
      if self[index] == 0xEF, self[index &+ 1] == 0xBF, self[index &+ 2] >= 0xBE { return index }
      index &+= length
    }
    return index
  }

  /// How many of sixteen bytes, from the first on, may stand in a name of ASCII characters.
  @inline(__always)
  static func nameLength(_ block: SIMD16<UInt8>) -> Int {
    let letters =
      ((block | SIMD16<UInt8>(repeating: 0x20)) &- SIMD16<UInt8>(repeating: UInt8(ascii: "a")))
      .< SIMD16<UInt8>(repeating: 26)
    // From hyphen to colon, with the digits and without the slash.
    let others =
      ((block &- SIMD16<UInt8>(repeating: UInt8(ascii: "-"))) .< SIMD16<UInt8>(repeating: 14))
      .& (block .!= SIMD16<UInt8>(repeating: UInt8(ascii: "/")))
    let low = block .== SIMD16<UInt8>(repeating: UInt8(ascii: "_"))
    return ByteLanes(.!(letters .| others .| low)).first
  }

  /// Whether a byte may stand in a name of ASCII characters.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "-")...UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: ":"): true
    default: false
    }
  }
}
