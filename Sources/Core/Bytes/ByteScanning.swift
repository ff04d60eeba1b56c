/// The lanes of sixteen bytes at which something was found.
///
/// Comparisons of whole vectors become one instruction each; those of a vector with a scalar do not, with Swift 6.3.
@usableFromInline
package struct ByteLanes {
  /// Lanes 0 to 7, each eight bits that are all set or not.
  @usableFromInline var low: UInt64
  /// Lanes 8 to 15.
  @usableFromInline var high: UInt64

  /// No lane.
  @inlinable
  @inline(__always)
  package init() { (low, high) = (0, 0) }

  @inlinable
  @inline(__always)
  package init(_ mask: SIMDMask<SIMD16<Int8>>) {
    // A mask is sixteen bytes of 0 or -1.
    let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    (low, high) = (halves.x, halves.y)
  }

  /// Whether nothing was found.
  @inlinable
  @inline(__always)
  package var isEmpty: Bool { low | high == 0 }

  /// The first lane; 16 where there is none.
  @inlinable
  @inline(__always)
  package var first: Int {
    low != 0 ? low.trailingZeroBitCount &>> 3 : 8 &+ high.trailingZeroBitCount &>> 3
  }

  /// How many lanes there are.
  @inlinable
  @inline(__always)
  package var count: Int { (low.nonzeroBitCount &+ high.nonzeroBitCount) &>> 3 }

  /// Forgets the first lane, where there is one.
  @inlinable
  @inline(__always)
  package mutating func removeFirst() {
    if low != 0 {
      low &= ~(0xFF &<< UInt64(truncatingIfNeeded: low.trailingZeroBitCount))
    } else if high != 0 {
      high &= ~(0xFF &<< UInt64(truncatingIfNeeded: high.trailingZeroBitCount))
    }
  }
}

extension Span<UInt8> {
  /// The index of the first `byte`, from `start` on; `count` where there is none.
  ///
  /// It tests sixteen bytes at a time: every reader spends its time here.
  @inlinable
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    let marks = SIMD16<UInt8>(repeating: byte)
    while index <= count &- 16 {
      let lanes = ByteLanes(block(at: index) .== marks)
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
      // What is not near is mostly far: one test for sixty-four bytes.
      while index <= count &- 64 {
        let (first, second) = (twoBlocks(at: index), twoBlocks(at: index &+ 32))
        let found = (first.0 .== marks) .| (first.1 .== marks) .| (second.0 .== marks) .| (second.1 .== marks)
        if !ByteLanes(found).isEmpty { break }
        index &+= 64
      }
    }
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

  /// The index of the first control character or 0xEF, from `start` on; `count` where there is none. Only there can stand
  /// what ``TextRules`` does not allow.
  @inlinable
  package func firstControlOrEF(from start: Int) -> Int {
    let space = SIMD16<UInt8>(repeating: 0x20)
    let marks = SIMD16<UInt8>(repeating: 0xEF)
    var index = start
    while index <= count &- 16 {
      let block = block(at: index)
      let lanes = ByteLanes((block .< space) .| (block .== marks))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count {
      let byte = self[index]
      if byte < 0x20 || byte == 0xEF { return index }
      index &+= 1
    }
    return count
  }

  /// The index of the first quote, backslash or control character, from `start` on; `count` where there is none. A string of
  /// JSON ends there, or has an escape.
  @inlinable
  @inline(__always)
  package func firstJSONStringStop(from start: Int) -> Int {
    let quote = SIMD16<UInt8>(repeating: 0x22)
    let backslash = SIMD16<UInt8>(repeating: 0x5C)
    let space = SIMD16<UInt8>(repeating: 0x20)
    var index = start
    while index <= count &- 16 {
      let block = block(at: index)
      let lanes = ByteLanes((block .== quote) .| (block .== backslash) .| (block .< space))
      if !lanes.isEmpty { return index &+ lanes.first }
      index &+= 16
    }
    while index < count {
      let byte = self[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index &+= 1
    }
    return count
  }

  /// The index at which the bytes are no UTF-8 (RFC 3629, section 4); nil where all of them are.
  ///
  /// Sixteen bytes of ASCII are passed over at once.
  @inlinable
  package func firstInvalidUTF8() -> Int? {
    let ascii = SIMD16<UInt8>(repeating: 0x7F)
    var index = 0
    while index < count {
      if index &+ 16 <= count {
        let lanes = ByteLanes(block(at: index) .> ascii)
        index &+= lanes.isEmpty ? 16 : lanes.first
        if lanes.isEmpty { continue }
      } else if self[index] < 0x80 {
        index &+= 1
        continue
      }
      // Characters that are not ASCII come in runs.
      repeat {
        let length = utf8Length(at: index)
        guard length > 0 else { return index }
        index &+= length
      } while index < count && self[index] >= 0x80
    }
    return nil
  }

  /// Whether the bytes are UTF-8 without U+FFFE and U+FFFF: nearly all lines are, and need no second look.
  package func isPlainUTF8() -> Bool {
    let ascii = SIMD16<UInt8>(repeating: 0x7F)
    var index = 0
    while index < count {
      while index <= count &- 64 {
        let (first, second) = (twoBlocks(at: index), twoBlocks(at: index &+ 32))
        guard ByteLanes(((first.0 | first.1) | (second.0 | second.1)) .> ascii).isEmpty else { break }
        index &+= 64
      }
      if index <= count &- 16 {
        let lanes = ByteLanes(block(at: index) .> ascii)
        if lanes.isEmpty {
          index &+= 16
          continue
        }
        if index > 0, hasShortCharacters(at: index, high: lanes) {
          // A character whose second byte lies behind the block is looked at with that.
          index &+= self[index &+ 15] < 0xC0 ? 16 : 15
          continue
        }
        index &+= lanes.first
      }
      // Behind the ASCII characters that are left here stand those of more bytes, which come in runs.
      while index < count, self[index] < 0x80 { index &+= 1 }
      while index < count, self[index] >= 0x80 {
        if 0xC2...0xDF ~= self[index], index &+ 1 < count, self[index &+ 1] & 0xC0 == 0x80 {
          index &+= 2
          continue
        }
        let length = utf8Length(at: index)
        guard length > 0 else { return false }
        if self[index] == 0xEF, self[index &+ 1] == 0xBF, self[index &+ 2] >= 0xBE { return false }
        index &+= length
      }
    }
    return true
  }

  /// Whether the sixteen bytes at `index`, where a character begins that is not the first, are characters of one and two bytes:
  /// every second byte stands behind a first one, and nowhere else.
  ///
  /// - Parameter high: The lanes that are not ASCII.
  @inline(__always)
  private func hasShortCharacters(at index: Int, high: ByteLanes) -> Bool {
    let (block, before) = (block(at: index), block(at: index &- 1))
    let (continuation, lead) = (SIMD16<UInt8>(repeating: 0x80), SIMD16<UInt8>(repeating: 0xC0))
    let (least, end) = (SIMD16<UInt8>(repeating: 0xC2), SIMD16<UInt8>(repeating: 0xE0))
    let second = ByteLanes((block .>= continuation) .& (block .< lead))
    let first = ByteLanes((block .>= least) .& (block .< end))
    let behindFirst = ByteLanes((before .>= least) .& (before .< end))
    let wrong = (second.low ^ behindFirst.low) | (second.high ^ behindFirst.high)
    return wrong | (high.low ^ (first.low | second.low)) | (high.high ^ (first.high | second.high)) == 0
  }

  /// The length of the character at `index`, which is not ASCII; 0 where there is none.
  @inlinable
  package func utf8Length(at index: Int) -> Int {
    let lead = self[index]
    guard 0xC2...0xF4 ~= lead, index &+ 1 < count else { return 0 }
    let second = self[index &+ 1]
    switch lead {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0: guard 0xA0...0xBF ~= second else { return 0 }
    case 0xED: guard 0x80...0x9F ~= second else { return 0 }
    case 0xF0: guard 0x90...0xBF ~= second else { return 0 }
    case 0xF4: guard 0x80...0x8F ~= second else { return 0 }
    default: guard second & 0xC0 == 0x80 else { return 0 }
    }
    let length = lead < 0xF0 ? 3 : 4
    guard index &+ length <= count, self[index &+ 2] & 0xC0 == 0x80 else { return 0 }
    return length == 3 || self[index &+ 3] & 0xC0 == 0x80 ? length : 0
  }

  /// The number of LF in `range`, and the index of the last.
  package func lineFeeds(in range: Range<Int>) -> (count: Int, last: Int?) {
    // Only the range is searched: asked again and again for pieces of one long line, a search to the end is quadratic.
    let piece = extracting(range)
    let marks = SIMD16<UInt8>(repeating: 0x0A)
    var count = 0
    var index = 0
    while index &+ 16 <= piece.count {
      // Each lane counts to 255.
      let end = Swift.min(piece.count, index &+ 16 &* 255)
      var lanes = SIMD16<UInt8>(repeating: 0)
      while index &+ 16 <= end {
        lanes = unsafe lanes &- unsafeBitCast(piece.block(at: index) .== marks, to: SIMD16<UInt8>.self)
        index &+= 16
      }
      for lane in lanes.indices { count &+= Int(lanes[lane]) }
    }
    while index < piece.count {
      if piece[index] == 0x0A { count &+= 1 }
      index &+= 1
    }
    guard count > 0 else { return (0, nil) }
    var last = piece.count &- 1
    while piece[last] != 0x0A { last &-= 1 }
    return (count, range.lowerBound &+ last)
  }

  /// Sixteen bytes.
  ///
  /// - Precondition: `0...count - 16` has the index, which is checked: the load is not.
  @inlinable
  @inline(__always)
  package func block(at index: Int) -> SIMD16<UInt8> {
    precondition(index >= 0 && index <= count &- 16)
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
  }

  /// Thirty-two bytes, for one check.
  ///
  /// - Precondition: `0...count - 32` has the index, which is checked: the loads are not.
  @inlinable
  @inline(__always)
  package func twoBlocks(at index: Int) -> (SIMD16<UInt8>, SIMD16<UInt8>) {
    precondition(index >= 0 && index <= count &- 32)
    return unsafe (
      bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self),
      bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index &+ 16, as: SIMD16<UInt8>.self)
    )
  }

  /// Eight bytes, the first in the lowest bits.
  ///
  /// - Precondition: `0...count - 8` has the index, which is checked: the load is not.
  @inlinable
  @inline(__always)
  package func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count &- 8)
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// Whether `other`, which has as many bytes, has the same.
  @inlinable
  package func hasSameBytes(as other: Span<UInt8>) -> Bool {
    var index = 0
    while index &+ 8 <= count {
      guard word(at: index) == other.word(at: index) else { return false }
      index &+= 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether the bytes start with `text`.
  package func starts(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.hasBytes(extracting(0..<text.utf8CodeUnitCount))
  }
}
