import DatelineCore

/// The incidents that were written last, by their ids.
struct RecentIncidents {
  private static let limit = 8192
  private var known: Set<UInt64> = []
  private var order: [UInt64] = []
  private var oldest = 0

  /// Whether the incident with this id is among them.
  func contains(_ id: Text) -> Bool { known.contains(id.withUTF8(nameHash)) }

  /// Remembers an incident and forgets the oldest.
  mutating func add(_ id: Text) {
    let hash = id.withUTF8(nameHash)
    guard known.insert(hash).inserted else { return }
    if order.count < Self.limit {
      order.append(hash)
    } else {
      known.remove(order[oldest])
      order[oldest] = hash
      oldest = (oldest + 1) % Self.limit
    }
  }
}
