extension Span<UInt8> {
  /// The index of the first `byte`, from `start` on; `count` where there is none.
  ///
  /// It tests eight bytes at a time: every reader spends its time here.
  @inlinable
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    while index &+ 8 <= count {
      let difference = word(at: index) ^ wanted
      let hits = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count, self[index] != byte { index &+= 1 }
    return index
  }

  /// The number of LF in `range`, and the index of the last.
  package func lineFeeds(in range: Range<Int>) -> (count: Int, last: Int?) {
    var count = 0
    var last: Int?
    var index = range.lowerBound
    while true {
      index = firstIndex(of: 0x0A, from: index)
      guard index < range.upperBound else { return (count, last) }
      count += 1
      last = index
      index += 1
    }
  }

  /// Eight bytes, the first in the lowest bits.
  ///
  /// - Precondition: `index + 8 <= count`, which the bytes check.
  @inlinable
  package func word(at index: Int) -> UInt64 {
    // The range check of extracting() keeps the load inside the span.
    unsafe extracting(index..<(index &+ 8)).withUnsafeBytes { memory in
      unsafe UInt64(littleEndian: memory.loadUnaligned(as: UInt64.self))
    }
  }

  /// Whether the bytes start with `text`.
  package func starts(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.hasBytes(extracting(0..<text.utf8CodeUnitCount))
  }
}
