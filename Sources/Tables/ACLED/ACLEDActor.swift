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
  static func code(_ text: Text) -> Int? {
    if text.utf8Count == 1 {
      let digit = text.storage[text.start]
      return UInt8(ascii: "0")...UInt8(ascii: "8") ~= digit ? Int(digit & 0x0F) : nil
    }
    if let index = words.firstIndex(of: text) { return index + 1 }
    return otherWords.first { $0.word == text }?.code
  }

  /// Whether `text` is what `interaction` says of two actors: both codes, in either order; `70` and `07` for one alone.
  static func isInteraction(_ text: Text, of first: Int, _ second: Int) -> Bool? {
    text.withUTF8 { bytes in
      switch bytes.count {
      case 1:
        guard 0x30...0x38 ~= bytes[0] else { return nil }
        return min(first, second) == 0 && Int(bytes[0] & 0x0F) == max(first, second)
      case 2:
        guard 0x30...0x38 ~= bytes[0], 0x30...0x38 ~= bytes[1] else { return nil }
        let (one, two) = (Int(bytes[0] & 0x0F), Int(bytes[1] & 0x0F))
        return (one, two) == (first, second) || (two, one) == (first, second)
      // Words are not looked into: their spelling has changed from release to release.
      default: return nil
      }
    }
  }

  /// What sort of party an actor is. The name tells state forces apart, which share a code.
  static func kind(code: Int?, name: Text?) -> ParticipantKind? {
    switch code {
    case 1: return name.flatMap(kindOfForce) ?? .armedForces
    case 2: return .rebelGroup
    case 3: return .militia
    case 4: return .communalGroup
    case 7: return .civilians
    case 8: return name.flatMap(kindOfForce)
    default: return nil
    }
  }

  private static func kindOfForce(_ name: Text) -> ParticipantKind? {
    name.withUTF8 { name in
      if name.starts(with: "Military Forces") { return .armedForces }
      if name.starts(with: "Police Forces") { return .police }
      return name.starts(with: "Government of") ? .government : nil
    }
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
