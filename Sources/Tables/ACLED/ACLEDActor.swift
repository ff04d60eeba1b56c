import DatelineCore

/// The codes of `inter1`, `inter2` and `interaction`: numbers until 2024, words since.
enum ACLEDActor {
  /// The words, by their numbers from 1 on.
  private static let words: [Text] = [
    "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
  ]
  private static let otherWords: [(word: Text, code: Int)] = [
    ("Rebel forces", 2), ("Other forces", 8), ("External forces", 8), ("None", 0), ("Sole military action", 0),
  ]

  /// 0 for nobody, 1...8 for a sort of actor; nil for anything else.
  static func code(_ text: Span<UInt8>) -> Int? {
    if text.count == 1 {
      return UInt8(ascii: "0")...UInt8(ascii: "8") ~= text[0] ? Int(text[0] & 0x0F) : nil
    }
    if let index = words.firstIndex(where: { $0.hasBytes(text) }) { return index + 1 }
    return otherWords.first { $0.word.hasBytes(text) }?.code
  }

  /// Whether `text` is what `interaction` says of two actors: both codes, in either order; `70` and `07` for one alone.
  static func isInteraction(_ text: Span<UInt8>, of first: Int, _ second: Int) -> Bool? {
    switch text.count {
    case 1:
      guard 0x30...0x38 ~= text[0] else { return nil }
      return min(first, second) == 0 && Int(text[0] & 0x0F) == max(first, second)
    case 2:
      guard 0x30...0x38 ~= text[0], 0x30...0x38 ~= text[1] else { return nil }
      let (one, two) = (Int(text[0] & 0x0F), Int(text[1] & 0x0F))
      return (one, two) == (first, second) || (two, one) == (first, second)
    // Words are not looked into: their spelling has changed from release to release.
    default: return nil
    }
  }

  /// What an actor can be.
  enum Sort: Int, CaseIterable {
    case armedForces, police, government, rebelGroup, militia, communalGroup, civilians

    /// The code of such an actor.
    var code: Int {
      switch self {
      case .armedForces, .police, .government: 1
      case .rebelGroup: 2
      case .militia: 3
      case .communalGroup: 4
      case .civilians: 7
      }
    }

    /// The term of our vocabulary.
    var kind: ParticipantKind {
      switch self {
      case .armedForces: .armedForces
      case .police: .police
      case .government: .government
      case .rebelGroup: .rebelGroup
      case .militia: .militia
      case .communalGroup: .communalGroup
      case .civilians: .civilians
      }
    }
  }

  /// What sort of party an actor is. The name tells state forces apart, which share a code.
  static func sort(code: Int?, name: Span<UInt8>) -> Sort? {
    switch code {
    case 1: sortOfForce(name) ?? .armedForces
    case 2: .rebelGroup
    case 3: .militia
    case 4: .communalGroup
    case 7: .civilians
    case 8: sortOfForce(name)
    default: nil
    }
  }

  private static func sortOfForce(_ name: Span<UInt8>) -> Sort? {
    if name.starts(with: "Military Forces") { return .armedForces }
    if name.starts(with: "Police Forces") { return .police }
    return name.starts(with: "Government of") ? .government : nil
  }

  /// The term for what an actor is.
  static func kind(code: Int?, name: Text?) -> ParticipantKind? {
    guard let name else { return sort(code: code, name: Span())?.kind }
    return name.withUTF8 { sort(code: code, name: $0) }?.kind
  }

  /// The code that says best what a party is; nil where none does.
  static func code(of kind: ParticipantKind?) -> Int? {
    switch kind {
    case .armedForces?, .police?, .government?, .state?: 1
    case .rebelGroup?: 2
    case .militia?, .unidentified?, .criminalGroup?: 3
    case .communalGroup?: 4
    case .civilians?, .media?, .person?: 7
    case .organisation?, .company?: 8
    default: nil
    }
  }
}

extension Text {
  /// Whether the text has these bytes.
  borrowing func hasBytes(_ bytes: Span<UInt8>) -> Bool {
    utf8Count == bytes.count && storage.span.extracting(start..<end).hasSameBytes(as: bytes)
  }
}
