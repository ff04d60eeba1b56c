/// Random numbers that come again with the same seed (SplitMix64: Steele, Lea and Flood, 2014), so that the seed in a
/// test's name is all that is needed to see a failure again.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Starts a sequence of its own for each seed, also for neighbouring ones.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// True once in `count` times.
  package mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  /// One of `choices`.
  ///
  /// - Precondition: There is one.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &self)]
  }
}
