import DatelineCore
import DatelineRecord

/// Base64 with the alphabet for URLs and file names, without padding (RFC 4648, section 5).
///
/// The only form of bytes that every calendar parser measured gives back: it has none of the characters that one of them
/// escapes, unescapes, splits at or trims.
enum Base64URL {
  /// Appends `bytes`, encoded. Six bytes make eight letters, which lie in one word.
  static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    output.append(atMost: (bytes.count * 4 + 2) / 3) { cursor in
      var index = 0
      // A load takes in two bytes that it does not need.
      while index &+ 8 <= bytes.count {
        cursor.write(word: letters(of: sextets(of: bytes.word(at: index))))
        index &+= 6
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

  /// Eight times six bits, the first in the lowest byte, of the six bytes that stand lowest in `word`.
  private static func sextets(of word: UInt64) -> UInt64 {
    let bits = word.byteSwapped &>> 16
    let halves = bits &>> 24 | (bits & 0xFF_FFFF) &<< 32
    let quarters = (halves &>> 12) & 0x0000_0FFF_0000_0FFF | (halves & 0x0000_0FFF_0000_0FFF) &<< 16
    return (quarters &>> 6) & 0x003F_003F_003F_003F | (quarters & 0x003F_003F_003F_003F) &<< 8
  }

  /// The letters of eight values below 64. Each sum stays within its byte.
  private static func letters(of values: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    /// One in each byte that is `limit` or more.
    func reaching(_ limit: UInt64) -> UInt64 { ((values &+ ones &* (128 &- limit)) &>> 7) & ones }
    // Capital letters, then small ones, digits, the hyphen and the underscore.
    let raised = values &+ ones &* 65 &+ reaching(26) &* 6 &+ reaching(63) &* 49
    return raised &- reaching(52) &* 75 &- reaching(62) &* 13
  }
}
