import DatelineCore
import DatelineRecord

/// Base64 with the alphabet for URLs and file names, without padding (RFC 4648, section 5).
///
/// The only form of bytes that every calendar parser measured gives back: it has none of the characters that one of them
/// escapes, unescapes, splits at or trims.
enum Base64URL {
  /// The two letters of each value of twelve bits, the first in the lower byte.
  private static let pairs: [UInt16] = (0..<4096).map { value in
    UInt16(base64URLLetter(of: UInt8(value >> 6))) | UInt16(base64URLLetter(of: UInt8(value & 63))) << 8
  }

  /// Appends `bytes`, encoded. Six bytes make eight letters, which lie in one word.
  ///
  /// Carriers are most of a calendar, so the table is read and the letters are stored without checks. Invariant: the table has
  /// 4,096 entries and each index twelve bits; there is room for all letters, and eight are stored for six bytes of those
  /// that are left.
  static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    let length = (bytes.count * 4 + 2) / 3
    output.append(atMost: length) { cursor in
      guard cursor.hasRoom(for: length) else { return }
      var index = 0
      unsafe pairs.withUnsafeBufferPointer { pairs in
        // A load takes in two bytes that it does not need.
        let end = bytes.count &- 8
        while index <= end {
          let bits = bytes.word(at: index).byteSwapped
          let first = unsafe UInt64(pairs[Int(truncatingIfNeeded: bits &>> 52)])
          let second = unsafe UInt64(pairs[Int(truncatingIfNeeded: bits &>> 40 & 4095)])
          let third = unsafe UInt64(pairs[Int(truncatingIfNeeded: bits &>> 28 & 4095)])
          let fourth = unsafe UInt64(pairs[Int(truncatingIfNeeded: bits &>> 16 & 4095)])
          let word = first | second &<< 16 | third &<< 32 | fourth &<< 48
          unsafe UnsafeMutableRawPointer(cursor.next).storeBytes(of: word.littleEndian, as: UInt64.self)
          unsafe cursor.next += 8
          index &+= 6
        }
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
}
