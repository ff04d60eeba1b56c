package import DatelineCore

extension Span<UInt8> {
  /// The hash XXH64 with seed 0, as its authors specify it.
  ///
  /// It tells whether somebody changed a value, and guards against nobody: see `Specs/DECISIONS.md`.
  package var xxHash64: UInt64 {
    var index = 0
    var hash = Self.prime5
    if count >= 32 {
      var first = Self.prime1 &+ Self.prime2
      var second = Self.prime2
      var third: UInt64 = 0
      var fourth = 0 &- Self.prime1
      while index &+ 32 <= count {
        first = Self.round(first, word(at: index))
        second = Self.round(second, word(at: index &+ 8))
        third = Self.round(third, word(at: index &+ 16))
        fourth = Self.round(fourth, word(at: index &+ 24))
        index &+= 32
      }
      hash = Self.rotated(first, 1) &+ Self.rotated(second, 7) &+ Self.rotated(third, 12) &+ Self.rotated(fourth, 18)
      hash = Self.merged(Self.merged(Self.merged(Self.merged(hash, first), second), third), fourth)
    }
    hash = hash &+ UInt64(count)
    while index &+ 8 <= count {
      hash = Self.rotated(hash ^ Self.round(0, word(at: index)), 27) &* Self.prime1 &+ Self.prime4
      index &+= 8
    }
    if index &+ 4 <= count {
      var half: UInt64 = 0
      for step in 0..<4 { half |= UInt64(self[index &+ step]) &<< UInt64(8 &* step) }
      hash = Self.rotated(hash ^ half &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
      index &+= 4
    }
    while index < count {
      hash = Self.rotated(hash ^ UInt64(self[index]) &* Self.prime5, 11) &* Self.prime1
      index &+= 1
    }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }

  private static var prime1: UInt64 { 0x9E37_79B1_85EB_CA87 }
  private static var prime2: UInt64 { 0xC2B2_AE3D_27D4_EB4F }
  private static var prime3: UInt64 { 0x1656_67B1_9E37_79F9 }
  private static var prime4: UInt64 { 0x85EB_CA77_C2B2_AE63 }
  private static var prime5: UInt64 { 0x27D4_EB2F_1656_67C5 }

  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { value &<< count | value &>> (64 &- count) }

  private static func merged(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* prime2, 31) &* prime1
  }
}

extension OutputCursor {
  /// Writes the 24 highest bits of the hash of `value` in base64url; `....` where it is empty.
  package mutating func write(hashOf value: Span<UInt8>) {
    guard !value.isEmpty else { return write("....") }
    let hash = value.xxHash64
    for shift in stride(from: 58 as UInt64, through: 40, by: -6) {
      write(base64URLLetter(of: UInt8(truncatingIfNeeded: hash &>> shift) & 63))
    }
  }
}

/// The letter of a value below 64 in the alphabet for URLs and file names (RFC 4648, section 5).
package func base64URLLetter(of value: UInt8) -> UInt8 {
  switch value {
  case 0..<26: UInt8(ascii: "A") + value
  case 26..<52: UInt8(ascii: "a") + value - 26
  case 52..<62: UInt8(ascii: "0") + value - 52
  case 62: UInt8(ascii: "-")
  default: UInt8(ascii: "_")
  }
}
