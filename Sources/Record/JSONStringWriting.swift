package import DatelineCore

extension OutputCursor {
  /// Writes text as a JSON string with its quotes, in the one spelling that canonical JSON has: only the quote, the
  /// backslash, LF and tab are escaped, since the model holds no other character that must be.
  ///
  /// Bytes are copied by the block and then looked at, which costs less than looking for what must be escaped first.
  package mutating func write(jsonString text: Span<UInt8>) { write(jsonString: text, from: 0, to: text.count) }

  /// Writes text as a JSON string; see ``write(jsonString:)``.
  package mutating func write(jsonString text: borrowing Text) {
    write(jsonString: text.storage.span, from: text.start, to: text.end)
  }

  /// Writes the bytes of `storage` from `start` to `end` as a JSON string; see ``write(jsonString:)``.
  ///
  /// What lies behind the end lets a short text be copied as one block.
  package mutating func write(jsonString storage: Span<UInt8>, from start: Int, to end: Int) {
    precondition(0 <= start && start <= end && end <= storage.count)
    // Each byte becomes two at most, and the last block may be stored whole.
    guard hasRoom(for: 2 &* (end &- start) &+ 2 &+ 16) else { return }
    unsafe storage.withUnsafeBufferPointer { buffer in
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
      if let first = buffer.baseAddress { unsafe copyEscaped(first, start, end, buffer.count) }
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
    }
  }

  /// Writes `,"name":` and text as a JSON string: what most members of a record are.
  ///
  /// - Parameter name: Has no character that JSON escapes.
  @inline(never)
  package mutating func write(jsonMember name: StaticString, _ text: borrowing Text) {
    let count = name.utf8CodeUnitCount
    let length = text.utf8Count
    guard hasRoom(for: count &+ 6 &+ 2 &* length &+ 16) else { return }
    unsafe text.storage.span.withUnsafeBufferPointer { buffer in
      unsafe next[0] = UInt8(ascii: ",")
      unsafe next[1] = UInt8(ascii: "\"")
      unsafe Self.copy(name, to: next + 2)
      unsafe next[count &+ 2] = UInt8(ascii: "\"")
      unsafe next[count &+ 3] = UInt8(ascii: ":")
      unsafe next[count &+ 4] = UInt8(ascii: "\"")
      unsafe next += count &+ 5
      // A text has a byte at least, so its storage has an address; and it lies in its storage.
      if let first = buffer.baseAddress { unsafe copyEscaped(first, text.start, text.end, buffer.count) }
      unsafe next.pointee = UInt8(ascii: "\"")
      unsafe next += 1
    }
  }

  /// Invariant: `storage` has `limit` bytes, `start <= end <= limit`, and there is room for twice as many bytes as lie from
  /// `start` to `end` and 16 more. Loads stay within `storage`.
  @inline(__always)
  private mutating func copyEscaped(_ storage: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ limit: Int) {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = start
    var target = unsafe next
    while index < end, index &+ 16 <= limit {
      let block = unsafe UnsafeRawPointer(storage + index).loadUnaligned(as: SIMD16<UInt8>.self)
      unsafe UnsafeMutableRawPointer(target).storeBytes(of: block, as: SIMD16<UInt8>.self)
      let stops = ByteLanes((block .== quote) .| (block .== backslash) .| (block .< space))
      let rest = min(end &- index, 16)
      if stops.isEmpty {
        unsafe target += rest
        index &+= rest
        continue
      }
      let clean = min(stops.first, rest)
      unsafe target += clean
      index &+= clean
      guard clean < rest else { continue }
      unsafe target = Self.storeEscaped(storage[index], at: target)
      index &+= 1
    }
    while index < end {
      let byte = unsafe storage[index]
      index &+= 1
      if byte < 0x20 || byte == 0x22 || byte == 0x5C {
        unsafe target = Self.storeEscaped(byte, at: target)
      } else {
        unsafe target.pointee = byte
        unsafe target += 1
      }
    }
    unsafe next = target
  }

  /// Invariant: there is room for two bytes.
  ///
  /// - Returns: Behind them.
  @inline(__always)
  private static func storeEscaped(
    _ byte: UInt8, at place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    unsafe place[0] = UInt8(ascii: "\\")
    switch byte {
    case 0x0A: unsafe place[1] = UInt8(ascii: "n")
    case 0x09: unsafe place[1] = UInt8(ascii: "t")
    default: unsafe place[1] = byte
    }
    return unsafe place + 2
  }
}
