import DatelineCore

/// What `fatalities` says of an incident's casualties.
struct ACLEDFatalities {
  /// The number; nil where nothing is said.
  private(set) var number: Int?
  /// Whether the number says it less exactly than the record.
  private(set) var isCoarsened = false
  /// Whether there are casualties that no column takes.
  private(set) var hasOthers = false

  init(_ incident: Incident) {
    let casualties = incident.casualties
    guard !casualties.isEmpty else { return }
    let total =
      casualties.firstIndex { $0.outcome == .killed && $0.group == nil && $0.side == nil && $0.status != .unknown }
      ?? casualties.firstIndex {
        ($0.outcome == .killed || $0.outcome == nil) && $0.group == nil && $0.side == nil && $0.status != .reported
      }
    for (index, casualty) in casualties.enumerated() {
      let isFound = ACLEDFindings.isFound("/casualties/", index, in: incident)
      guard index == total else {
        if !isFound { hasOthers = true }
        continue
      }
      switch casualty.status {
      case .reported:
        number = casualty.best ?? casualty.low ?? casualty.high
        isCoarsened = number == nil || number == 0 || casualty.best == nil
      case .unstated:
        number = casualty.best ?? 0
        isCoarsened = number != 0
      case .none:
        number = 0
        isCoarsened = !isFound
      case .unknown:
        number = 0
        // A zero that nobody prints is said beside what the notes say of it.
        isCoarsened = true
      }
    }
  }
}
