/// Remembers which values there were, and in which line the first of each stood.
///
/// A value is kept as its hash of 64 bits: two values of a feed share one with a probability of less than one in a
/// hundred million. After `limit` values no more are remembered, so that memory stays bounded.
package struct IdentityMemory {
  package static let limit = 250_000
  /// The hashes, in a table with open addressing that is filled to seven eighths and grows by half: feeds have many ids, and
  /// a dictionary takes twice the room.
  private var hashes: [Int] = []
  /// The line of the first value with each of the hashes; 0 where the table is free.
  private var lines: [UInt32] = []
  private var count = 0
  package private(set) var isFull = false

  /// Nothing is remembered.
  package init() {}

  /// The line of the first equal value; nil where there was none.
  package mutating func remember(_ value: Span<UInt8>, line: Int) -> Int? {
    if lines.isEmpty { grow(to: 256) }
    let hash = value.hash
    let slot = slot(of: hash)
    if lines[slot] > 0 { return Int(lines[slot]) }
    guard count < Self.limit else {
      isFull = true
      return nil
    }
    hashes[slot] = hash
    lines[slot] = UInt32(clamping: max(1, line))
    count += 1
    // At the limit the table is as full as it may be.
    if count * 8 > lines.count * 7 { grow(to: min(lines.count + lines.count / 2, Self.limit * 8 / 7 + 2)) }
    return nil
  }

  /// The line of the first equal value; nil where there was none. Nothing is remembered.
  package func line(of value: Span<UInt8>) -> Int? {
    guard !lines.isEmpty else { return nil }
    let line = lines[slot(of: value.hash)]
    return line > 0 ? Int(line) : nil
  }

  /// Where a hash is, or the free place for it. The table is never full.
  private func slot(of hash: Int) -> Int {
    // Hashes are spread evenly, so their share of all hashes is that of the table.
    var slot = Int(UInt(lines.count).multipliedFullWidth(by: UInt(bitPattern: hash)).high)
    while lines[slot] > 0, hashes[slot] != hash { slot = slot + 1 < lines.count ? slot + 1 : 0 }
    return slot
  }

  private mutating func grow(to size: Int) {
    let old = (hashes, lines)
    hashes = Array(repeating: 0, count: size)
    lines = Array(repeating: 0, count: size)
    for index in old.1.indices where old.1[index] > 0 {
      let slot = slot(of: old.0[index])
      hashes[slot] = old.0[index]
      lines[slot] = old.1[index]
    }
  }
}

extension Span<UInt8> {
  /// A hash of the bytes, with the seed of this run.
  package var hash: Int {
    var hasher = Hasher()
    unsafe withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// Whether there is nothing but white space.
  package var isBlank: Bool {
    for index in indices where !self[index].isXMLSpace { return false }
    return true
  }
}
