import DatelineCore

/// Who took part in an event.
extension ACLEDFiller {
  mutating func fillParticipants(_ participants: inout [Participant], from row: borrowing ACLEDCells) {
    let isAimed = !row.isEmpty(.civilianTargeting)
    var count = 0
    let first = fillSide(
      terms.firstSide, .actor1, .associates1, .inter1, from: row, isAimed: isAimed, of: &participants, &count)
    let second = fillSide(
      terms.secondSide, .actor2, .associates2, .inter2, from: row, isAimed: isAimed, of: &participants, &count)
    if participants.count > count { participants.removeLast(participants.count - count) }
    if !row.isEmpty(.interaction) {
      extras.add(.interaction, of: row)
      if let first, let second,
        row.withBytes(.interaction, { ACLEDActor.isInteraction($0, of: first, second) }) == false
      {
        report(
          .warning, .acledInteractionDiffers,
          "the interaction is \(quoted(row.text(.interaction))), and the actors are \(first) and \(second); all are kept",
          .interaction)
      }
    }
    extras.add(.civilianTargeting, of: row)
  }

  /// - Parameter count: How many participants the row has so far.
  /// - Returns: The actor's code; 0 where there is no actor.
  private mutating func fillSide(
    _ side: Text, _ actor: ACLEDColumn, _ associates: ACLEDColumn, _ inter: ACLEDColumn, from row: borrowing ACLEDCells,
    isAimed: Bool, of participants: inout [Participant], _ count: inout Int
  ) -> Int? {
    let name = row.text(actor)
    var code: Int? = name == nil ? 0 : nil
    if !row.isEmpty(inter) {
      code = row.withBytes(inter, ACLEDActor.code)
      extras.add(inter, of: row)
      if code == nil {
        report(
          .warning, .acledUnknownCode,
          "\(quoted(row.text(inter))) is no code of an actor, which are 0 to 8 or words; it goes to 'extras'", inter)
      }
    }
    if let name {
      let sort = row.withBytes(actor) { ACLEDActor.sort(code: code, name: $0) }
      Self.place(count, in: &participants)
      participants[count].become(
        name, sort.map { terms.kinds[$0.rawValue] }, isAimed && code == 7 ? terms.partyAndTarget : terms.party, side)
      count += 1
    }
    guard !row.isEmpty(associates) else { return code }
    var parts = TextParts(row.range(associates))
    while let part = parts.next(in: row.storage.span, at: "; ") {
      Self.place(count, in: &participants)
      participants[count].become(Text(checked: row.storage, part), nil, terms.associate, side)
      count += 1
    }
    if !parts.isExact { extras.add(associates, of: row) }
    return code
  }

  /// Makes sure that there is a participant at `index`, which is not behind the end.
  private static func place(_ index: Int, in participants: inout [Participant]) {
    guard participants.count == index else { return }
    // Few events have more.
    if index == 0 { participants.reserveCapacity(8) }
    participants.append(Participant())
  }
}

extension Participant {
  /// Takes all that the rows of a table ever say of a participant.
  @inline(__always)
  fileprivate mutating func become(
    _ name: Text, _ kind: ParticipantKind?, _ roles: borrowing [ParticipantRole], _ side: borrowing Text
  ) {
    self.name = name
    self.kind.become(kind)
    self.roles.become(roles)
    self.side.become(side)
  }
}

extension ParticipantKind? {
  /// Becomes `other`; not touched where it is the same already.
  @inline(__always)
  fileprivate mutating func become(_ other: ParticipantKind?) {
    if let other {
      if let own = self, own.name.isSameSlice(as: other.name) { return }
      self = other
    } else if self != nil {
      self = nil
    }
  }
}
