import DatelineCore

/// What cells gave when they were looked at before: the rows of a table repeat most of what is coded in them.
///
/// Each key has one slot, and what comes to a slot that is taken takes it over, so that memory is bounded. Keys are copies:
/// no row is kept alive. An answer must not keep one alive either.
struct CellMemory<Answer> {
  private var keys: CellKeys
  private var answers: [Answer]

  /// - Parameters:
  ///   - capacity: The number of slots, a power of two.
  ///   - nothing: What stands in slots that have no answer yet.
  init(capacity: Int, nothing: Answer) {
    keys = CellKeys(capacity: capacity)
    answers = Array(repeating: nothing, count: capacity)
  }

  /// Finds the answer for up to three cells, or has it made.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the row.
  ///   - cells: Places in them.
  ///   - make: Makes the answer; it must depend on the cells alone.
  /// - Returns: The slot in which the answer is now; see ``withAnswer(at:_:)``.
  @inline(__always)
  mutating func slot(
    of bytes: Span<UInt8>, _ cells: CellKeys.Cells, make: () -> Answer
  ) -> Int {
    let (slot, isKnown) = keys.slot(of: bytes, cells)
    if !isKnown { answers[slot] = make() }
    return slot
  }

  /// Shows the answer in a slot that ``slot(of:_:make:)`` has just returned.
  @inline(__always)
  func withAnswer<Result>(at slot: Int, _ body: (borrowing Answer) -> Result) -> Result {
    body(answers.span[slot])
  }
}

/// The keys of a ``CellMemory``.
struct CellKeys {
  /// Up to three cells of a row, the others empty.
  typealias Cells = (Range<Int>, Range<Int>, Range<Int>)

  private struct Key {
    /// The bytes of the cells, one behind the other.
    var bytes: [UInt8] = []
    /// Where one ends and the next begins. No key has so many bytes: what stands in slots without one.
    var lengths = SIMD3<UInt32>(repeating: .max)
  }

  /// Longer keys are not remembered.
  private static let longest = 512

  private var keys: [Key]

  init(capacity: Int) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0)
    keys = Array(repeating: Key(), count: capacity)
  }

  /// Finds the slot of a key, which takes it if it is another's.
  ///
  /// - Returns: Also, whether the key was in it.
  @inline(never)
  mutating func slot(of bytes: Span<UInt8>, _ cells: Cells) -> (slot: Int, isKnown: Bool) {
    let (first, second, third) = (bytes.extracting(cells.0), bytes.extracting(cells.1), bytes.extracting(cells.2))
    let lengths = SIMD3(
      UInt32(truncatingIfNeeded: first.count), UInt32(truncatingIfNeeded: second.count),
      UInt32(truncatingIfNeeded: third.count))
    let hash = ((first.sampleHash &* 31 &+ second.sampleHash) &* 31 &+ third.sampleHash) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: hash >> 40) & (keys.count &- 1)
    if isKey(at: slot, lengths, first, second, third) { return (slot, true) }
    keys[slot] = Key()
    guard first.count + second.count + third.count <= Self.longest else { return (slot, false) }
    keys[slot].bytes.append(copying: first)
    keys[slot].bytes.append(copying: second)
    keys[slot].bytes.append(copying: third)
    keys[slot].lengths = lengths
    return (slot, false)
  }

  @inline(__always)
  private func isKey(
    at slot: Int, _ lengths: SIMD3<UInt32>, _ first: Span<UInt8>, _ second: Span<UInt8>, _ third: Span<UInt8>
  ) -> Bool {
    let keys = keys.span
    guard keys[slot].lengths == lengths else { return false }
    let (two, three) = (first.count, first.count &+ second.count)
    let key = keys[slot].bytes.span
    return key.extracting(0..<two).hasSameBytes(as: first) && key.extracting(two..<three).hasSameBytes(as: second)
      && key.extracting(three..<key.count).hasSameBytes(as: third)
  }
}

extension Span<UInt8> {
  /// A number that depends on the length, the first eight bytes and the last eight.
  @inline(__always)
  fileprivate var sampleHash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0xFF51_AFD7_ED55_8CCD
    if count >= 8 {
      hash ^= word(at: 0) ^ (word(at: count &- 8) &* 0xC4CE_B9FE_1A85_EC53)
    } else {
      for index in indices { hash = hash &* 0x100_0000_01B3 ^ UInt64(self[index]) }
    }
    return hash ^ hash >> 29
  }
}
