import DatelineCore

/// The incidents that were read or written last, by their ids.
struct RecentIncidents {
  private let limit: Int
  private var recent: HashTable
  /// Those before the recent ones, as many.
  private var older: HashTable

  /// Remembers so many at least, and at most twice as many. The memory for them is taken when they come.
  init(limit: Int = 8192) {
    self.limit = limit
    recent = HashTable()
    older = HashTable()
  }

  /// Whether the incident with this id is among them.
  func contains(_ id: Text) -> Bool {
    let hash = id.withUTF8(nameHash)
    return recent.contains(hash) || older.contains(hash)
  }

  /// Remembers an incident and forgets old ones.
  ///
  /// - Returns: Whether it was not among them.
  @discardableResult
  mutating func add(_ id: Text) -> Bool { add(idHash: id.withUTF8(nameHash)) }

  /// Remembers an incident, by the ``nameHash(_:)`` of its id, and forgets old ones.
  ///
  /// - Returns: Whether it was not among them.
  mutating func add(idHash hash: UInt64) -> Bool {
    guard !older.contains(hash), recent.insert(hash) else { return false }
    if recent.count == limit {
      swap(&recent, &older)
      recent.removeAll()
    }
    return true
  }
}

/// A set of hashes, which need not be hashed again as in a `Set`.
private struct HashTable {
  /// A power of two of slots, half of them free at least; 0 is free.
  private var slots: [UInt64] = []
  private(set) var count = 0

  func contains(_ hash: UInt64) -> Bool { count > 0 && slots[place(of: hash)] != 0 }

  /// - Returns: Whether it was not there.
  mutating func insert(_ hash: UInt64) -> Bool {
    if count * 2 >= slots.count { grow() }
    let place = place(of: hash)
    guard slots[place] == 0 else { return false }
    slots[place] = Self.key(hash)
    count += 1
    return true
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    for index in slots.indices { slots[index] = 0 }
    count = 0
  }

  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  /// Where the hash is, or may be put.
  private func place(of hash: UInt64) -> Int {
    let key = Self.key(hash)
    let mask = slots.count &- 1
    // The upper bits of the hash depend on all of the name.
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while slots[place] != 0, slots[place] != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(1024, 2 * old.count))
    for hash in old where hash != 0 { slots[place(of: hash)] = hash }
  }
}
