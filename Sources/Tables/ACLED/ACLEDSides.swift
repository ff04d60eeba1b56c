import DatelineCore

/// The participants of an incident in ACLED's two slots, each with one actor and those associated with it.
struct ACLEDSides {
  /// One slot, by the indices of participants.
  struct Side {
    var actor: Int?
    var associates: [Int] = []

    fileprivate mutating func clear() {
      actor = nil
      if !associates.isEmpty { associates.removeAll(keepingCapacity: true) }
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
      try participants.lend(index) { (participant) throws(ConversionError) in
        try assign(participant, index, incident.id, terms, losses)
      }
    }
  }

  private mutating func assign(
    _ participant: borrowing Participant, _ index: Int, _ id: borrowing Text, _ terms: borrowing ACLEDTerms,
    _ losses: LossReport
  ) throws(ConversionError) {
    let part = terms.part(of: participant) ?? Self.part(participant.roles)
    let isAssociate = part == .associate
    let isSecond: Bool
    switch terms.side(of: participant) ?? Self.number(ofSide: participant.side) {
    case 1: isSecond = false
    case 2: isSecond = true
    default:
      let slot = Self.slot(of: participant.roles)
      guard slot != .none else { return try losses.record(.dropped, "incident.participants", in: copy id) }
      isSecond = slot == .second
      if participant.side != nil { try losses.record(.coarsened, "incident.participants.side", in: copy id) }
    }
    let isActor = isSecond ? second.add(index, canAct: !isAssociate) : first.add(index, canAct: !isAssociate)
    // Nearly every associate is one and nothing else.
    if isActor || !isAssociate || participant.kind != nil {
      try audit(participant, part, isActor: isActor, id, terms, losses)
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
    _ participant: borrowing Participant, _ part: Part, isActor: Bool, _ id: borrowing Text,
    _ terms: borrowing ACLEDTerms, _ losses: LossReport
  ) throws(ConversionError) {
    let comesBack =
      isActor
      ? part == .party || part == .partyAndTarget && participant.kind == .civilians
      : part == .associate
    if !comesBack { try losses.record(.coarsened, "incident.participants.roles", in: copy id) }
    // The codes of most sorts of actors are of one sort each, whatever the actor is called.
    if isActor, let sort = terms.sort(of: participant), sort.code != 1 { return }
    guard let kind = participant.kind else { return }
    if !isActor {
      try losses.record(.dropped, "incident.participants.kind", in: copy id)
    } else if ACLEDActor.kind(code: ACLEDActor.code(of: kind), name: participant.name) != kind,
      ACLEDActor.kind(code: 8, name: participant.name) != kind
    {
      try losses.record(.coarsened, "incident.participants.kind", in: copy id)
    }
  }

  /// Whether civilians are the target.
  func isAimed(in incident: borrowing Incident) -> Bool {
    isAimed(first.actor, in: incident) || isAimed(second.actor, in: incident)
  }

  private func isAimed(_ actor: Int?, in incident: borrowing Incident) -> Bool {
    guard let actor else { return false }
    return incident.participants.span.lend(actor) { $0.roles.contains(.target) && $0.kind == .civilians }
  }
}
