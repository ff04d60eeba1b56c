package import DatelineCore

extension OutputCursor {
  /// Writes text as a JSON string with its quotes, in the one spelling that canonical JSON has: only the quote, the
  /// backslash, LF and tab are escaped, since the model holds no other character that must be.
  ///
  /// Eight bytes are copied and then looked at, which costs less than looking for what must be escaped first.
  package mutating func write(jsonString text: Span<UInt8>) {
    // Each byte becomes two at most.
    guard hasRoom(for: 2 * text.count + 2) else { return }
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
      if let first = buffer.baseAddress { unsafe copyEscaped(first, buffer.count) }
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
    }
  }

  /// Invariant: `source` has `count` bytes, and there is room for twice as many. Wide loads stay within the bytes that are
  /// left, and wide stores within the room of the bytes that are left.
  private mutating func copyEscaped(_ source: UnsafePointer<UInt8>, _ count: Int) {
    var index = 0
    while index &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
      unsafe UnsafeMutableRawPointer(next).storeBytes(of: word, as: UInt64.self)
      let stops = Self.stops(in: word.littleEndian)
      guard stops != 0 else {
        unsafe next += 8
        index &+= 8
        continue
      }
      let clean = stops.trailingZeroBitCount / 8
      unsafe next += clean
      index &+= clean
      writeEscaped(unsafe source[index])
      index &+= 1
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
