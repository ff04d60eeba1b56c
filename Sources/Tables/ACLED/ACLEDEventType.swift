import DatelineCore

/// The event types of the codebook of 2023, and the kinds of our vocabulary that they stand for. Reader and writer use
/// the one table.
struct ACLEDEventType: Sendable {
  let disorderType: Text
  let eventType: Text
  let subEventType: Text
  /// What we call it; nil where it may be anything.
  let kind: Text?

  private init(_ disorderType: Text, _ eventType: Text, _ subEventType: Text, _ kind: Text?) {
    self.disorderType = disorderType
    self.eventType = eventType
    self.subEventType = subEventType
    self.kind = kind
  }

  /// A sub-event type that covers several of our kinds has their common prefix: who only knows that something was
  /// shelling or a missile does not say which.
  static let all: [ACLEDEventType] = [
    Self(violence, "Battles", "Armed clash", "force.clash"),
    Self(violence, "Battles", "Government regains territory", "territory.change"),
    Self(violence, "Battles", "Non-state actor overtakes territory", "territory.change"),
    Self(violence, remote, "Shelling/artillery/missile attack", "force"),
    Self(violence, remote, "Air/drone strike", "force.air.strike"),
    Self(violence, remote, "Remote explosive/landmine/IED", "explosive"),
    Self(violence, remote, "Grenade", "explosive.grenade"),
    Self(violence, remote, "Suicide bomb", "explosive.suicide"),
    Self(violence, remote, "Chemical weapon", "force"),
    Self(violence, againstCivilians, "Attack", "civilians.attack"),
    Self(violence, againstCivilians, "Abduction/forced disappearance", "civilians.abduction"),
    Self(violence, againstCivilians, "Sexual violence", "civilians.sexual-violence"),
    Self("Demonstrations", "Protests", "Peaceful protest", "demo.peaceful"),
    Self("Demonstrations", "Protests", "Protest with intervention", "demo.peaceful"),
    Self("Political violence; Demonstrations", "Protests", "Excessive force against protesters", "demo"),
    Self("Demonstrations", "Riots", "Violent demonstration", "demo.violent"),
    Self(violence, "Riots", "Mob violence", "demo.violent"),
    Self(strategic, strategic, "Looting/property destruction", "looting"),
    Self(strategic, strategic, "Non-violent transfer of territory", "territory.change"),
    Self(strategic, strategic, "Disrupted weapons use", "disrupt.weapons"),
    Self(strategic, strategic, "Agreement", "development"),
    Self(strategic, strategic, "Arrests", "development"),
    Self(strategic, strategic, "Change to group/activity", "development"),
    Self(strategic, strategic, "Headquarters or base established", "development"),
    other,
  ]

  private static let violence: Text = "Political violence"
  private static let remote: Text = "Explosions/Remote violence"
  private static let againstCivilians: Text = "Violence against civilians"
  private static let strategic: Text = "Strategic developments"
  private static let other = Self(strategic, strategic, "Other", nil)

  /// Kinds that are no row's of the table, and the sub-event type that is nearest to them.
  private static let nearest: [(kind: Text, subEventType: Text)] = [
    ("force.air.accidental-release", "Other"), ("force.air", "Air/drone strike"),
    ("force.shooting", "Armed clash"), ("force", "Shelling/artillery/missile attack"),
    ("explosive", "Remote explosive/landmine/IED"), ("civilians", "Attack"), ("crime", "Looting/property destruction"),
    ("demo", "Violent demonstration"),
  ]

  /// Kinds of event types that stand without a sub-event type, as all did before 2019.
  private static let byEventType: [(eventType: Text, kind: Text)] = [
    ("Battles", "force.clash"), ("Battle-No change of territory", "force.clash"),
    ("Battle-Government regains territory", "territory.change"),
    ("Battle-Non-state actor overtakes territory", "territory.change"),
    (againstCivilians, "civilians"), ("Riots/Protests", "demo"), ("Riots", "demo.violent"),
    ("Protests", "demo.peaceful"), ("Non-violent transfer of territory", "territory.change"),
  ]

  /// The row of the table with that sub-event type.
  static func find(subEventType: Text) -> ACLEDEventType? { index(subEventType: subEventType).map { all[$0] } }

  /// The index in ``all`` of that sub-event type.
  static func index(subEventType: Text) -> Int? {
    let length = subEventType.utf8Count
    guard length < byLength.count else { return nil }
    for index in byLength[length] where subEventTypes[index] == subEventType { return index }
    return nil
  }

  /// The kinds of ``all``, and what they are looked up by: every row of a table asks.
  static let kinds: [Text?] = all.map(\.kind)
  private static let subEventTypes: [Text] = all.map(\.subEventType)
  private static let byLength: [[Int]] = {
    var byLength: [[Int]] = Array(repeating: [], count: 64)
    for (index, text) in subEventTypes.enumerated() { byLength[text.utf8Count].append(index) }
    return byLength
  }()

  /// The kind of an event type that stands alone.
  static func kind(eventType: Text) -> Text? { byEventType.first { $0.eventType == eventType }?.kind }

  /// The row that says best what `kind` says.
  static func find(kind: Text) -> ACLEDEventType {
    if let exact = all.first(where: { $0.kind == kind }) { return exact }
    let near = nearest.first { kind == $0.kind || isNarrower(kind, than: $0.kind) }
    return near.flatMap { find(subEventType: $0.subEventType) } ?? other
  }

  /// Whether `kind` is below `other` in the taxonomy.
  private static func isNarrower(_ kind: Text, than other: Text) -> Bool {
    guard kind.utf8Count > other.utf8Count else { return false }
    return kind.withUTF8 { kind in
      other.withUTF8 { other in
        for index in other.indices where kind[index] != other[index] { return false }
        return kind[other.count] == UInt8(ascii: ".")
      }
    }
  }
}
