import DatelineCore

/// The participants of an incident in ACLED's two slots, each with one actor and those associated with it.
struct ACLEDSides {
  /// One slot, by the indices of participants.
  struct Side {
    var actor: Int?
    var associates: [Int] = []

    fileprivate mutating func clear() {
      actor = nil
      associates.removeAll(keepingCapacity: true)
    }

    /// Takes a participant.
    ///
    /// - Returns: Whether it is the actor.
    fileprivate mutating func add(_ index: Int, canAct: Bool) -> Bool {
      guard actor == nil, canAct else {
        associates.append(index)
        return false
      }
      actor = index
      return true
    }
  }

  private(set) var first = Side()
  private(set) var second = Side()

  /// Puts each participant where its side says, else where its roles do. What was put there before is forgotten, and its
  /// memory used again.
  mutating func assign(
    _ incident: borrowing Incident, _ terms: borrowing ACLEDTerms, _ losses: LossReport
  ) throws(ConversionError) {
    first.clear()
    second.clear()
    let participants = incident.participants.span
    for index in participants.indices {
      let part = terms.part(of: participants, index) ?? Self.part(participants[index].roles)
      let isAssociate = part == .associate
      let isSecond: Bool
      switch terms.side(of: participants, index) ?? Self.number(ofSide: participants[index].side) {
      case 1: isSecond = false
      case 2: isSecond = true
      default:
        let slot = Self.slot(of: participants[index].roles)
        guard slot != .none else {
          try losses.record(.dropped, "incident.participants", in: incident.id)
          continue
        }
        isSecond = slot == .second
        if participants[index].side != nil {
          try losses.record(.coarsened, "incident.participants.side", in: incident.id)
        }
      }
      let isActor = isSecond ? second.add(index, canAct: !isAssociate) : first.add(index, canAct: !isAssociate)
      // Nearly every associate is one and nothing else.
      if isActor || !isAssociate || participants[index].kind != nil {
        try audit(index, part, isActor: isActor, of: incident, terms, losses)
      }
    }
  }

  /// The roles that the reader of rows gives, and any others.
  enum Part { case party, partyAndTarget, associate, other }

  private static func part(_ roles: [ParticipantRole]) -> Part {
    switch roles.count {
    case 1: roles[0] == .party ? .party : roles[0] == .associate ? .associate : .other
    case 2: roles[0] == .party && roles[1] == .target ? .partyAndTarget : .other
    default: .other
    }
  }

  /// The digit that the name of a side is; nil for any other.
  private static func number(ofSide side: Text?) -> Int? {
    guard let side, side.utf8Count == 1, 0x30...0x39 ~= side.storage[side.start] else { return nil }
    return Int(side.storage[side.start] & 0x0F)
  }

  private enum Slot { case first, second, none }

  /// Who acts comes first, who suffers second; who only helped or saw has no place.
  private static func slot(of roles: [ParticipantRole]) -> Slot {
    for role in roles {
      switch role {
      case .operator, .perpetrator, .organiser, .accused, .claimant, .party: return .first
      case .target, .victim, .intendedTarget: return .second
      case .associate, .responder, .witness: continue
      }
    }
    return roles.isEmpty ? .first : .none
  }

  private func audit(
    _ index: Int, _ part: Part, isActor: Bool, of incident: borrowing Incident, _ terms: borrowing ACLEDTerms,
    _ losses: LossReport
  ) throws(ConversionError) {
    let participants = incident.participants.span
    let comesBack =
      isActor
      ? part == .party || part == .partyAndTarget && participants[index].kind == .civilians
      : part == .associate
    if !comesBack { try losses.record(.coarsened, "incident.participants.roles", in: incident.id) }
    // The codes of most sorts of actors are of one sort each, whatever the actor is called.
    if isActor, let sort = terms.sort(of: participants, index), sort.code != 1 { return }
    guard let kind = participants[index].kind else { return }
    if !isActor {
      try losses.record(.dropped, "incident.participants.kind", in: incident.id)
    } else if ACLEDActor.kind(code: ACLEDActor.code(of: kind), name: participants[index].name) != kind,
      ACLEDActor.kind(code: 8, name: participants[index].name) != kind
    {
      try losses.record(.coarsened, "incident.participants.kind", in: incident.id)
    }
  }

  /// Whether civilians are the target.
  func isAimed(in incident: borrowing Incident) -> Bool {
    isAimed(first.actor, in: incident) || isAimed(second.actor, in: incident)
  }

  private func isAimed(_ actor: Int?, in incident: borrowing Incident) -> Bool {
    guard let actor, incident.participants.span[actor].kind == .civilians else { return false }
    return incident.participants.span[actor].roles.contains(.target)
  }
}
