/// Remembers which values there were, and in which line the first of each stood.
///
/// A value is kept as 52 bits of its hash: two values of a full memory share them with a probability of less than one in a
/// hundred thousand. After `limit` values no more are remembered, so that memory stays bounded.
package struct IdentityMemory {
  package static let limit = 250_000
  /// Enough for what is a hint: feeds with more entries are told that they are too large.
  package static let hintLimit = 10_000
  /// The values, shared out by their hashes: one part grows at a time, so that a large memory is never there twice.
  private var parts: [Part] = []
  private var count = 0
  private let limit: Int
  package private(set) var isFull = false

  /// Nothing is remembered.
  package init(limit: Int = Self.limit) { self.limit = limit }

  /// The line of the first equal value; nil where there was none.
  package mutating func remember(_ value: Span<UInt8>, line: Int) -> Int? {
    if parts.isEmpty { parts = Array(repeating: Part(), count: 1 << Self.partBits) }
    let (part, hash) = Self.place(of: value)
    if let first = parts[part].line(of: hash) { return first }
    guard count < limit else {
      isFull = true
      return nil
    }
    parts[part].add(hash, line: UInt32(clamping: max(1, line)))
    count += 1
    return nil
  }

  /// The line of the first equal value; nil where there was none. Nothing is remembered.
  package func line(of value: Span<UInt8>) -> Int? {
    guard !parts.isEmpty else { return nil }
    let (part, hash) = Self.place(of: value)
    return parts[part].line(of: hash)
  }

  private static let partBits = 4

  /// Which part a value belongs to, and what of its hash is kept there.
  private static func place(of value: Span<UInt8>) -> (part: Int, hash: UInt64) {
    let hash = UInt64(UInt(bitPattern: value.hash))
    return (Int(hash >> UInt64(64 - partBits)), (hash << UInt64(partBits)) >> 16)
  }

  /// A table with open addressing that is filled to seven eighths and grows by an eighth: feeds have many ids, and a
  /// dictionary takes three times the room.
  private struct Part {
    var entries: [Entry] = []
    var count = 0

    func line(of hash: UInt64) -> Int? {
      guard !entries.isEmpty else { return nil }
      let entry = entries[slot(of: hash)]
      return entry.isFree ? nil : Int(entry.line)
    }

    mutating func add(_ hash: UInt64, line: UInt32) {
      if (count + 1) * 8 > entries.count * 7 { grow() }
      entries[slot(of: hash)] = Entry(hash, line: line)
      count += 1
    }

    /// Where a hash is, or the free place for it. The table is never full.
    private func slot(of hash: UInt64) -> Int {
      // Hashes of 48 bits are spread evenly, so their share of all hashes is that of the table.
      var slot = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: entries.count) &* hash) >> 48)
      while !entries[slot].isFree, entries[slot].hash != hash { slot = slot + 1 < entries.count ? slot + 1 : 0 }
      return slot
    }

    private mutating func grow() {
      let old = entries
      entries = Array(repeating: Entry(0, line: 0), count: old.count + max(16, old.count / 8))
      for entry in old where !entry.isFree { entries[slot(of: entry.hash)] = entry }
    }
  }

  /// 48 bits of a hash and a line, in ten bytes.
  private struct Entry {
    private var low: UInt16
    private var middle: UInt16
    private var high: UInt16
    private var lineLow: UInt16
    private var lineHigh: UInt16

    init(_ hash: UInt64, line: UInt32) {
      low = UInt16(truncatingIfNeeded: hash)
      middle = UInt16(truncatingIfNeeded: hash >> 16)
      high = UInt16(truncatingIfNeeded: hash >> 32)
      lineLow = UInt16(truncatingIfNeeded: line)
      lineHigh = UInt16(truncatingIfNeeded: line >> 16)
    }

    var hash: UInt64 { UInt64(high) << 32 | UInt64(middle) << 16 | UInt64(low) }
    var line: UInt32 { UInt32(lineHigh) << 16 | UInt32(lineLow) }
    /// No value stands in line 0.
    var isFree: Bool { lineLow | lineHigh == 0 }
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
