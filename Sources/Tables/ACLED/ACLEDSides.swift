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
  }

  private(set) var first = Side()
  private(set) var second = Side()

  /// Puts each participant where its side says, else where its roles do. What was put there before is forgotten, and its
  /// memory used again.
  mutating func assign(_ incident: Incident, _ losses: LossReport) throws(ConversionError) {
    first.clear()
    second.clear()
    for index in incident.participants.indices {
      let participant = incident.participants[index]
      let isSecond: Bool
      if participant.side == ACLEDLayout.firstSide {
        isSecond = false
      } else if participant.side == ACLEDLayout.secondSide {
        isSecond = true
      } else {
        let slot = Self.slot(of: participant.roles)
        guard slot != .none else {
          try losses.record(.dropped, "incident.participants", in: incident.id)
          continue
        }
        isSecond = slot == .second
        if participant.side != nil { try losses.record(.coarsened, "incident.participants.side", in: incident.id) }
      }
      let isActor = (isSecond ? second.actor : first.actor) == nil && participant.roles != ACLEDLayout.associate
      if isSecond {
        if isActor { second.actor = index } else { second.associates.append(index) }
      } else {
        if isActor { first.actor = index } else { first.associates.append(index) }
      }
      try audit(participant, isActor: isActor, in: incident, losses)
    }
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
    _ participant: Participant, isActor: Bool, in incident: Incident, _ losses: LossReport
  ) throws(ConversionError) {
    let roles = participant.roles
    let comesBack =
      isActor
      ? roles == ACLEDLayout.party || roles == ACLEDLayout.partyAndTarget && participant.kind == .civilians
      : roles == ACLEDLayout.associate
    if !comesBack { try losses.record(.coarsened, "incident.participants.roles", in: incident.id) }
    guard let kind = participant.kind else { return }
    if !isActor {
      try losses.record(.dropped, "incident.participants.kind", in: incident.id)
    } else if ACLEDActor.kind(code: ACLEDActor.code(of: participant), name: participant.name) != kind,
      ACLEDActor.kind(code: 8, name: participant.name) != kind
    {
      try losses.record(.coarsened, "incident.participants.kind", in: incident.id)
    }
  }

  /// Whether civilians are the target.
  func isAimed(in incident: Incident) -> Bool {
    for case let index? in [first.actor, second.actor] {
      let participant = incident.participants[index]
      if participant.kind == .civilians, participant.roles.contains(.target) { return true }
    }
    return false
  }
}
