import DatelineCore

extension OutputCursor {
  /// Writes text as the content of an element: `&`, `<` and `>` as references (XML 1.0, section 2.4).
  mutating func write(xmlContent text: Span<UInt8>) {
    guard hasRoom(for: text.count + 16) else { return }
    unsafe text.withUnsafeBufferPointer { buffer in
      if let first = buffer.baseAddress { unsafe copyEscaped(first, buffer.count, inAttribute: false) }
    }
  }

  /// Writes text as the value of an attribute in quotation marks: the quotation mark, tab and LF as references too, since
  /// a parser makes a bare tab or LF a space (XML 1.0, section 3.3.3).
  mutating func write(xmlAttribute text: Span<UInt8>) {
    guard hasRoom(for: text.count + 16) else { return }
    unsafe text.withUnsafeBufferPointer { buffer in
      if let first = buffer.baseAddress { unsafe copyEscaped(first, buffer.count, inAttribute: true) }
    }
  }

  /// Bytes are copied by the block and then looked at, which costs less than looking for what must be escaped first.
  ///
  /// Invariant: `source` has `count` bytes. Before each store there is room for the bytes that are left and 16 more; what
  /// escapes add is asked for where they are written.
  @inline(__always)
  private mutating func copyEscaped(_ source: UnsafePointer<UInt8>, _ count: Int, inAttribute: Bool) {
    let ampersand = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
    let greater = SIMD16<UInt8>(repeating: UInt8(ascii: ">"))
    let bit = SIMD16<UInt8>(repeating: 2)
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = 0
    while index &+ 16 <= count {
      let block = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(next).storeBytes(of: block, as: SIMD16<UInt8>.self)
      // `<` and `>` differ in one bit.
      var stops = (block .== ampersand) .| ((block | bit) .== greater)
      if inAttribute { stops = stops .| (block .== quote) .| (block .< space) }
      let clean = ByteLanes(stops).first
      unsafe next += clean
      index &+= clean
      guard clean < 16 else { continue }
      guard writeReference(unsafe source[index], before: count &- index) else { return }
      index &+= 1
    }
    while index < count {
      let byte = unsafe source[index]
      let isPlain =
        byte != UInt8(ascii: "&") && byte | 2 != UInt8(ascii: ">")
        && !(inAttribute && (byte == UInt8(ascii: "\"") || byte < 0x20))
      if isPlain {
        unsafe next.pointee = byte
        unsafe next += 1
      } else {
        guard writeReference(byte, before: count &- index) else { return }
      }
      index &+= 1
    }
  }

  /// Writes the reference that stands for `byte`.
  ///
  /// - Parameter rest: The bytes of the text that are left, this one included.
  /// - Returns: Whether there is room for them.
  private mutating func writeReference(_ byte: UInt8, before rest: Int) -> Bool {
    guard hasRoom(for: rest + 16 + 6) else { return false }
    switch byte {
    case UInt8(ascii: "&"): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: ">"): write("&gt;")
    case UInt8(ascii: "\""): write("&quot;")
    case 0x09: write("&#9;")
    case 0x0A: write("&#10;")
    // The model holds no other control character.
    default: write(byte)
    }
    return true
  }
}
