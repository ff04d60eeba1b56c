/// Tells words of English from names, with a few errors in a thousand: a Bloom filter of WordNet's lower-case words.
enum EnglishWords {
  private static let bits = ResourceBytes.words

  /// Whether a folded word is, as far as can be told, a word of the language.
  static func contains(_ word: String) -> Bool {
    let count = UInt64(bits.count) * 8
    guard count > 0 else { return false }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for step in 0..<4 as Range<UInt64> {
      let bit = ((hash & 0xFFFF_FFFF) &+ step &* (hash >> 32)) % count
      if bits.byte(at: Int(bit >> 3)) & (1 << UInt8(bit & 7)) == 0 { return false }
    }
    return true
  }
}
