import DatelineCore

/// What `fatalities` says of an incident's casualties.
struct ACLEDFatalities {
  /// The number; nil where nothing is said.
  private(set) var number: Int?
  /// Whether the number says it less exactly than the record.
  private(set) var isCoarsened = false
  /// Whether there are casualties that no column takes.
  private(set) var hasOthers = false

  init(_ incident: borrowing Incident) {
    let total = Self.total(of: incident.casualties)
    let casualties = incident.casualties.span
    for index in casualties.indices {
      guard index == total else {
        if !ACLEDFindings.isFound("/casualties/", index, in: incident) { hasOthers = true }
        continue
      }
      let (low, best, high) = (casualties[index].low, casualties[index].best, casualties[index].high)
      switch casualties[index].status {
      case .reported:
        number = best ?? low ?? high
        isCoarsened = number == nil || number == 0 || best == nil
      case .unstated:
        number = best ?? 0
        isCoarsened = number != 0
      case .none:
        number = 0
        isCoarsened = !ACLEDFindings.isFound("/casualties/", index, in: incident)
      case .unknown:
        number = 0
        // A zero that nobody prints is said beside what the notes say of it.
        isCoarsened = true
      }
    }
  }

  /// The index of the casualties that the column is about.
  private static func total(of casualties: [Casualty]) -> Int? {
    let casualties = casualties.span
    var other: Int?
    for index in 0..<casualties.count {
      guard casualties[index].group == nil, casualties[index].side == nil else { continue }
      let (outcome, status) = (casualties[index].outcome, casualties[index].status)
      if outcome == .killed, status != .unknown { return index }
      if other == nil, outcome == .killed || outcome == nil, status != .reported { other = index }
    }
    return other
  }
}
