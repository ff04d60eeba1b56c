import DatelineCore

/// An incident while it is put together from the places of the text that tell of it.
package struct IncidentDraft: Sendable {
  /// In the order of the text; the first one made the incident.
  package var mentions: [EventMention] = []
  package var kind: Finding<IncidentKind>
  package var stageAttempted = false
  package var when: TimeFact?
  package var partOfDay: Finding<String>?
  package var time: Finding<String>?
  package var places: [PlaceFact] = []
  /// The country, where no place of its own gives it.
  package var country: Finding<String>?
  /// The country that the whole article is about, where the incident has no place.
  package var assumedCountry: String?
  package var perpetrators: [Finding<Entity>] = []
  package var organisations: [Finding<Entity>] = []
  package var actingCountries: [Finding<String>] = []
  package var targets: [Finding<Entity>] = []
  package var victims: [Finding<Entity>] = []
  package var munitions: [Finding<MunitionDraft>] = []
  package var casualties: [Finding<CasualtyDraft>] = []
  package var damage: [Finding<DamageDraft>] = []
  package var intent: Finding<String>?
  package var mechanism: Finding<String>?
  package var claims: [Finding<ClaimDraft>] = []
  /// Sentences that tell of it, in order.
  package var sentences: [Int] = []
  /// The incident before it of the same series, by index.
  package var series: Int?
  /// Whether it tells of several events of a kind at once ("dropped missiles"), so that "one missile" details it.
  package var isCollective = false
  /// The sentence that the summary begins with, where it is not that of the first mention.
  package var firstSentence: Int?

  /// How many values of a kind are kept; no honest text has more, and lists that are searched stay short.
  static let limit = 64

  init(_ mention: EventMention) {
    kind = Finding(mention.kind, mention.tokens, mention.rule)
    add(mention)
  }

  /// Takes over what a mention tells.
  mutating func add(_ mention: EventMention) {
    if isCollective, mentions.count == 1, mention.isStrong || mention.kind == kind.value, !mention.isDefinite {
      kind.tokens = mention.tokens
      kind.rule = mention.rule
      firstSentence = mention.sentence
      // "dropped two bombs ... one bomb came down": what is told of one is not the number of all.
      for index in munitions.indices { munitions[index].value.count = nil }
    }
    if mentions.count < Self.limit { mentions.append(mention) }
    addSentence(mention.sentence)
    refineKind(mention)
    for entity in mention.perpetrators { Self.add(entity, to: &perpetrators, "role.agent") }
    for entity in mention.organisations { Self.add(entity, to: &organisations, "role.agent") }
    for entity in mention.targets { Self.add(entity, to: &targets, "role.object") }
    for entity in mention.victims { Self.add(entity, to: &victims, "role.object") }
    for country in mention.actingCountries where !actingCountries.contains(where: { $0.value == country.value }) {
      actingCountries.append(country)
    }
    for munition in mention.munitions { add(munition) }
    if casualties.count < Self.limit { casualties += mention.casualties }
    if damage.count < Self.limit { damage += mention.damage }
  }

  /// The places, the narrowest and most certain first, without those that only contain another.
  package var rankedPlaces: [PlaceFact] {
    let ranked = places.enumerated().sorted { one, other in
      let first = (one.element.mention.specificity, other.offset)
      let second = (other.element.mention.specificity, one.offset)
      return first > second
    }.map(\.element)
    guard let main = ranked.first else { return [] }
    return [main] + ranked.dropFirst().filter { !main.names.contains($0.name) && $0.mention.specificity >= 3 }
  }

  mutating func addSentence(_ index: Int) {
    guard let last = sentences.last, last >= index else { return sentences.append(index) }
    // Sentences come in order; one that is looked at again is near the end.
    if last != index, !sentences.suffix(8).contains(index) {
      sentences.append(index)
      sentences.sort()
    }
  }

  /// A narrower kind, or one that tells more than "attack" and "killing", replaces what was first read.
  private mutating func refineKind(_ mention: EventMention) {
    guard mention.status == .actual, kind.value != mention.kind else { return }
    if kind.value.isWithin(.accident), !mention.kind.isWithin(.accident) { return }
    let rank = Self.rank(kind.value)
    if mention.kind.isWithin(kind.value) || Self.rank(mention.kind) > rank {
      kind = Finding(mention.kind, mention.tokens, mention.rule)
    }
  }

  /// How much a kind tells: the means tells more than the effect.
  static func rank(_ kind: IncidentKind) -> Int {
    switch kind {
    case .development: 0
    case .protest, .sabotage, .force: 1
    case .killing, .attack, .accident, .clash: 2
    case .bombing, .collision, .assassination, .massacre, .shooting: 3
    default: 4
    }
  }

  private static func add(_ entity: Entity, to list: inout [Finding<Entity>], _ rule: String) {
    let name = entity.name.lowercased()
    for index in list.indices {
      let known = list[index].value.name.lowercased()
      if known == name || list[index].value.head == entity.head && sharesName(list[index].value, entity) {
        if entity.name.utf8.count > list[index].value.name.utf8.count,
          !list[index].value.otherNames.contains(entity.name)
        {
          list[index].value.otherNames.append(entity.name)
        }
        if list[index].value.number == nil { list[index].value.number = entity.number }
        return
      }
    }
    if list.count < 24 { list.append(Finding(entity, entity.tokens, rule)) }
  }

  /// Whether two groups with the same head noun can be one: one's words are among the other's.
  private static func sharesName(_ one: Entity, _ other: Entity) -> Bool {
    let first = Set(one.name.lowercased().split(separator: " "))
    let second = Set(other.name.lowercased().split(separator: " "))
    return first.isSubset(of: second) || second.isSubset(of: first) || one.head != one.name.lowercased()
  }

  mutating func add(_ munition: Finding<MunitionDraft>) {
    for index in munitions.indices {
      let known = munitions[index].value
      let isSame =
        known.munitionClass == munition.value.munitionClass
        && (known.designation == nil || munition.value.designation == nil
          || known.designation == munition.value.designation)
      let isCoarser =
        munition.value.designation == nil && Self.isCoarse(munition.value.munitionClass, of: known.munitionClass)
      let isFiner = known.designation == nil && Self.isCoarse(known.munitionClass, of: munition.value.munitionClass)
      guard isSame || isCoarser || isFiner else { continue }
      if isFiner || munitions[index].value.designation == nil && munition.value.designation != nil {
        let count = munitions[index].value.count
        munitions[index] = munition
        if munitions[index].value.count == nil { munitions[index].value.count = count }
      } else if munitions[index].value.count == nil {
        munitions[index].value.count = munition.value.count
      }
      return
    }
    if munitions.count < 16 { munitions.append(munition) }
  }

  /// Whether one class is a general word for the other: "missile" for a cruise missile.
  static func isCoarse(_ general: String, of fine: String) -> Bool {
    switch general {
    case "missile": ["cruiseMissile", "ballisticMissile", "rocket"].contains(fine)
    case "ied":
      ["vehicleBomb", "aerialBomb", "glideBomb", "grenade", "incendiary", "landmine", "cluster"].contains(fine)
    case "unknown", "other": true
    default: false
    }
  }
}
