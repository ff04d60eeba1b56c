import DatelineCore
import DatelineRecord

/// Base64 with the alphabet for URLs and file names, without padding (RFC 4648, section 5).
///
/// The only form of bytes that every calendar parser measured gives back: it has none of the characters that one of them
/// escapes, unescapes, splits at or trims.
enum Base64URL {
  /// Appends `bytes`, encoded.
  ///
  /// Carriers are most of a calendar, so twelve bytes become sixteen letters at once, which are stored without a check.
  /// Invariant: there is room for all letters, and sixteen are stored for twelve bytes of those that are left.
  static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    let length = (bytes.count * 4 + 2) / 3
    output.append(atMost: length) { cursor in
      guard cursor.hasRoom(for: length) else { return }
      var index = 0
      // The second load takes in two bytes that it does not need.
      while index &+ 14 <= bytes.count {
        let letters = letters(bytes.word(at: index).byteSwapped, bytes.word(at: index &+ 6).byteSwapped)
        unsafe UnsafeMutableRawPointer(cursor.next).storeBytes(of: letters, as: SIMD16<UInt8>.self)
        unsafe cursor.next += 16
        index &+= 12
      }
      while index < bytes.count {
        let count = min(3, bytes.count - index)
        var group: UInt32 = 0
        for step in 0..<3 { group = group << 8 | (step < count ? UInt32(bytes[index + step]) : 0) }
        for step in 0...count {
          cursor.write(base64URLLetter(of: UInt8(truncatingIfNeeded: group >> (18 - 6 * step)) & 63))
        }
        index += count
      }
    }
  }

  /// The letters of twelve bytes, six in the upper bits of each number.
  @inline(__always)
  private static func letters(_ first: UInt64, _ second: UInt64) -> SIMD16<UInt8> {
    // Each step halves what lies in one lane, and the first half becomes the lower of two lanes.
    var bits = SIMD2(first &>> 16, second &>> 16)
    let half = SIMD2<UInt64>(repeating: 0x0000_0000_00FF_FFFF)
    bits = (bits &>> SIMD2(repeating: 24)) & half | (bits & half) &<< SIMD2(repeating: 32)
    let quarter = SIMD2<UInt64>(repeating: 0x0000_0FFF_0000_0FFF)
    bits = (bits &>> SIMD2(repeating: 12)) & quarter | (bits & quarter) &<< SIMD2(repeating: 16)
    let sixth = SIMD2<UInt64>(repeating: 0x003F_003F_003F_003F)
    bits = (bits &>> SIMD2(repeating: 6)) & sixth | (bits & sixth) &<< SIMD2(repeating: 8)
    // A lane of eight bits is a value below 64; the first is the lowest byte, also of a big-endian processor's number.
    let lanes = SIMD2(bits.x.littleEndian, bits.y.littleEndian)
    let values = unsafe unsafeBitCast(lanes, to: SIMD16<UInt8>.self)
    // The alphabet is A to Z, a to z, 0 to 9, - and _: five runs, each so far from the one before.
    return values &+ SIMD16(repeating: 65) &+ step(values, 25, 6) &- step(values, 51, 75) &- step(values, 61, 13)
      &+ step(values, 62, 49)
  }

  /// `distance` in all lanes whose value is above `last`.
  @inline(__always)
  private static func step(_ values: SIMD16<UInt8>, _ last: UInt8, _ distance: UInt8) -> SIMD16<UInt8> {
    let limits = SIMD16<UInt8>(repeating: last)
    return unsafe unsafeBitCast(values .> limits, to: SIMD16<UInt8>.self) & SIMD16(repeating: distance)
  }
}
