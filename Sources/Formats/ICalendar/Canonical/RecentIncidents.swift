import DatelineCore

/// The incidents that were written last, by their ids.
struct RecentIncidents {
  private let limit: Int
  private var known: Set<UInt64> = []
  private var order: [UInt64] = []
  private var oldest = 0

  /// Remembers so many.
  init(limit: Int = 8192) { self.limit = limit }

  /// Whether the incident with this id is among them.
  func contains(_ id: Text) -> Bool { known.contains(id.withUTF8(nameHash)) }

  /// Remembers an incident and forgets the oldest.
  ///
  /// - Returns: Whether it was not among them.
  @discardableResult
  mutating func add(_ id: Text) -> Bool {
    let hash = id.withUTF8(nameHash)
    guard known.insert(hash).inserted else { return false }
    if order.count < limit {
      order.append(hash)
    } else {
      known.remove(order[oldest])
      order[oldest] = hash
      oldest = (oldest + 1) % limit
    }
    return true
  }
}
