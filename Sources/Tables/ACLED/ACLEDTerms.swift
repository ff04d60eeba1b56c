import DatelineCore

/// The texts that every row sets alike. A reader keeps them at hand: as constants each would be asked for again and again
/// whether it is made already.
struct ACLEDTerms {
  let firstSide = ACLEDLayout.firstSide
  let secondSide = ACLEDLayout.secondSide
  let party = ACLEDLayout.party
  let partyAndTarget = ACLEDLayout.partyAndTarget
  let associate = ACLEDLayout.associate
  let unstatedZero = ACLEDLayout.unstatedZero
  /// The kinds of ``ACLEDActor/Sort``.
  let kinds = ACLEDActor.Sort.allCases.map(\.kind)

  /// The rules of what is found in notes.
  let rules = ACLEDFindings.rules

  /// What an actor is, where its kind is a text that the reader of rows has set: it is told without a look at its bytes.
  @inline(__always)
  func sort(of participant: borrowing Participant) -> ACLEDActor.Sort? {
    guard participant.kind != nil else { return nil }
    let kinds = kinds.span
    for sort in kinds.indices where participant.kind.isSame(as: kinds[sort]) { return ACLEDActor.Sort(rawValue: sort) }
    return nil
  }

  /// The part that the roles of a participant stand for, where the reader of rows has set them.
  @inline(__always)
  func part(of participant: borrowing Participant) -> ACLEDSides.Part? {
    if participant.roles.isSame(as: party) { return .party }
    if participant.roles.isSame(as: associate) { return .associate }
    return participant.roles.isSame(as: partyAndTarget) ? .partyAndTarget : nil
  }

  /// The number of the side of a participant, where the reader of rows has set it.
  @inline(__always)
  func side(of participant: borrowing Participant) -> Int? {
    if participant.side.isSame(as: firstSide) { return 1 }
    return participant.side.isSame(as: secondSide) ? 2 : nil
  }

  /// Whether evidence has the rule of something that is found in notes, set by the reader of rows.
  @inline(__always)
  func isOfNotes(_ evidence: borrowing Evidence) -> Bool {
    guard evidence.report == nil else { return false }
    let rules = rules.span
    for rule in rules.indices where evidence.rule.isSame(as: rules[rule]) { return true }
    return false
  }
}

extension Text? {
  /// Becomes `other`; not touched where it is the same slice already, so that no references are counted.
  @inline(__always)
  mutating func become(_ other: borrowing Text) {
    if let own = self, own.isSameSlice(as: other) { return }
    self = copy other
  }

  /// Whether it is the same slice of the same bytes.
  @inline(__always)
  fileprivate func isSame(as other: borrowing Text) -> Bool {
    if let own = self { own.isSameSlice(as: other) } else { false }
  }
}

extension Text {
  /// Whether both are the same slice of the same bytes.
  @inline(__always)
  borrowing func isSameSlice(as other: borrowing Text) -> Bool {
    start == other.start && end == other.end && storage.span.isIdentical(to: other.storage.span)
  }
}

extension Array {
  /// Whether both are the same list in memory.
  @inline(__always)
  func isSame(as other: [Element]) -> Bool { span.isIdentical(to: other.span) }

  /// Becomes `other`; not touched where it is the same already.
  @inline(__always)
  mutating func become(_ other: borrowing [Element]) {
    if !span.isIdentical(to: other.span) { self = copy other }
  }
}

extension ParticipantKind? {
  /// Whether both are the same slice of the same bytes.
  @inline(__always)
  fileprivate func isSame(as other: borrowing ParticipantKind) -> Bool {
    if let own = self { own.name.isSameSlice(as: other.name) } else { false }
  }
}
