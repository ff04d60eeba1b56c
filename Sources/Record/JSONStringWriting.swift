package import DatelineCore

extension OutputCursor {
  /// Writes text as a JSON string with its quotes, in the one spelling that canonical JSON has: only the quote, the
  /// backslash, LF and tab are escaped, since the model holds no other character that must be.
  ///
  /// Bytes are copied by the block and then looked at, which costs less than looking for what must be escaped first.
  package mutating func write(jsonString text: Span<UInt8>) {
    // Each byte becomes two at most, and the last block may be stored whole.
    guard hasRoom(for: 2 * text.count + 2 + 16) else { return }
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
      if let first = buffer.baseAddress { unsafe copyEscaped(first, buffer.count) }
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
    }
  }

  /// Invariant: `source` has `count` bytes, and there is room for twice as many and 16 more. Loads stay within `source`.
  @inline(__always)
  private mutating func copyEscaped(_ source: UnsafePointer<UInt8>, _ count: Int) {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = 0
    while index &+ 16 <= count {
      let block = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(next).storeBytes(of: block, as: SIMD16<UInt8>.self)
      let stops = ByteLanes((block .== quote) .| (block .== backslash) .| (block .< space))
      let clean = stops.first
      unsafe next += clean
      index &+= clean
      guard clean < 16 else { continue }
      writeEscaped(unsafe source[index])
      index &+= 1
    }
    if index &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
      unsafe UnsafeMutableRawPointer(next).storeBytes(of: word, as: UInt64.self)
      if Self.stops(in: word.littleEndian) == 0 {
        unsafe next += 8
        index &+= 8
      }
    }
    let rest = count &- index
    if rest < 8, count >= 8 {
      // The last bytes again with those before them, shifted out: the text may end where its memory does.
      let shift = UInt64(truncatingIfNeeded: 8 &* (8 &- rest))
      let last = unsafe UnsafeRawPointer(source + count - 8).loadUnaligned(as: UInt64.self).littleEndian
      // A shift by 64 gives 0, which is what no bytes are; spaces fill up what is no text.
      let word = last >> shift | (0x2020_2020_2020_2020 as UInt64) << UInt64(truncatingIfNeeded: 8 &* rest)
      if Self.stops(in: word) == 0 {
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
        unsafe next += rest
        return
      }
    }
    while index < count {
      let byte = unsafe source[index]
      index &+= 1
      if byte < 0x20 || byte == 0x22 || byte == 0x5C {
        writeEscaped(byte)
      } else {
        unsafe next.pointee = byte
        unsafe next += 1
      }
    }
  }

  /// The high bits of those of eight bytes that are a quote, a backslash or a control character. The lowest that is set
  /// is exact: borrows only spoil the bits above a hit.
  @inline(__always)
  private static func stops(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (0x22 &* ones)
    let slashes = word ^ (0x5C &* ones)
    let hits =
      (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- 0x20 &* ones) & ~word
    return hits & 0x8080_8080_8080_8080
  }

  /// Invariant: there is room for two bytes.
  @inline(__always)
  private mutating func writeEscaped(_ byte: UInt8) {
    unsafe next[0] = UInt8(ascii: "\\")
    switch byte {
    case 0x0A: unsafe next[1] = UInt8(ascii: "n")
    case 0x09: unsafe next[1] = UInt8(ascii: "t")
    default: unsafe next[1] = byte
    }
    unsafe next += 2
  }
}
