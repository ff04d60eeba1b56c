/// Narrows the kind of an event by its munition, vehicle or victims, and drops weak triggers that do not fit.
struct KindRefiner {
  let article: ParsedArticle
  let sentence: ParsedSentence

  func refine(_ mention: inout EventMention) {
    settleDroppedBombs(&mention)
    let vehicles: WordClass = [.aircraft, .ship, .train]
    switch mention.frame {
    case .explode
    where mention.munitions.isEmpty && mention.targets.contains { !$0.classes.isDisjoint(with: vehicles) }:
      mention.kind = .explosionAccident
    case .attack, .launch, .strike, .land, .explode, .kill, .wound, .destroy, .damage:
      if let kind = munitionKind(mention), refines(mention, by: kind) { mention.kind = kind }
    case .crash: refineCrash(&mention)
    default: break
    }
    if mention.frame == .strike || mention.frame == .land, mention.munitions.isEmpty || !hasWeapon(mention) {
      refineStrike(&mention)
    }
    if mention.frame == .kill, mention.munitions.isEmpty, mention.kind == .killing, mention.casualties.isEmpty {
      mention.kind = .killing
    }
    refineBombingFromAir(&mention)
    if mention.kind == .attack || mention.kind == .bombing,
      mention.perpetrators.contains(where: { $0.head == "suicide bomber" })
    {
      mention.kind = .suicideBombing
    }
  }

  /// A bomb that is dropped, or that comes down, is an aircraft's.
  private func settleDroppedBombs(_ mention: inout EventMention) {
    guard !mention.isNominal, mention.frame == .land || isDropped(mention) else { return }
    for index in mention.munitions.indices where mention.munitions[index].value.munitionClass == "ied" {
      let name = mention.munitions[index].value.name.lowercased()
      if name.hasSuffix("bomb") || name.hasSuffix("bombs") {
        mention.munitions[index].value.munitionClass = "aerialBomb"
      }
    }
  }

  private func isDropped(_ mention: EventMention) -> Bool {
    guard let verb = sentence.verb(mention.chunk), let lemma = sentence.words[verb.head].lexeme?.lemma else {
      return false
    }
    return ["drop", "release", "jettison", "unload"].contains(lemma)
  }

  private func refines(_ mention: EventMention, by kind: IncidentKind) -> Bool {
    switch mention.kind {
    case .attack, .force, .bombing, .killing, .sabotage: return true
    default: return false
    }
  }

  private func hasWeapon(_ mention: EventMention) -> Bool {
    mention.munitions.contains { $0.value.munitionClass != "unknown" }
  }

  private func munitionKind(_ mention: EventMention) -> IncidentKind? {
    for munition in mention.munitions {
      if let kind = Self.kind(ofMunition: munition.value.munitionClass) { return kind }
    }
    return nil
  }

  static func kind(ofMunition name: String) -> IncidentKind? {
    switch name {
    case "aerialBomb", "glideBomb": .airStrike
    case "cruiseMissile", "ballisticMissile", "missile": .missile
    case "rocket": .rocket
    case "shell", "mortar": .shelling
    case "drone": .drone
    case "grenade": .grenade
    case "landmine": .mine
    case "ied": .bombing
    case "vehicleBomb": .vehicleBombing
    case "incendiary": .arson
    case "smallArms": .shooting
    case "blade": .stabbing
    case "cluster": .shelling
    default: nil
    }
  }

  private func refineCrash(_ mention: inout EventMention) {
    if mention.targets.isEmpty, !mention.isNominal { addVehicle(to: &mention) }
    guard mention.kind == .accident || mention.kind == .collision else { return }
    let classes = mention.targets.reduce(into: WordClass()) { $0.formUnion($1.classes) }
    if classes.contains(.aircraft) {
      mention.kind =
        mention.targets.contains { $0.head.hasSuffix("copter") || $0.head == "chopper" }
        ? .helicopterAccident : .aviationAccident
    } else if classes.contains(.train) {
      mention.kind = .railAccident
    } else if classes.contains(.ship) {
      mention.kind = .shipAccident
    } else if classes.contains(.vehicle) {
      mention.kind = .roadAccident
    }
  }

  /// "The plane was on approach when it crashed": the vehicle that the sentence names before.
  private func addVehicle(to mention: inout EventMention) {
    for index in stride(from: mention.chunk - 1, through: 0, by: -1) {
      guard let group = sentence.noun(index), group.classes.contains(.vehicle) else { continue }
      if let entity = Semantics(article: article).entity(index, in: sentence) { mention.targets.append(entity) }
      return
    }
  }

  /// "A ship struck a bridge" is an accident; "missiles hit the town" is not.
  private func refineStrike(_ mention: inout EventMention) {
    guard let subject = ArgumentFinder(article: article, sentence: sentence).subjects(ofVerbAt: mention.chunk).first,
      !mention.isNominal, let group = sentence.noun(subject)
    else { return }
    if group.classes.contains(.ship) {
      mention.kind = .shipAccident
    } else if group.classes.contains(.train) {
      mention.kind = .railAccident
    } else if group.classes.contains(.aircraft) {
      mention.kind = mention.frame == .land ? .aviationAccident : .airStrike
    } else if group.classes.contains(.vehicle) {
      mention.kind = .roadAccident
    }
  }

  /// Bombing by aircraft: "was bombed by Russian aircraft".
  private func refineBombingFromAir(_ mention: inout EventMention) {
    let hasAircraft = mention.munitions.contains { $0.value.platform != nil }
    guard hasAircraft || sentenceNamesAircraft else { return }
    switch mention.kind {
    case .bombing, .attack, .force: if mention.frame != .crash { mention.kind = .airStrike }
    default: break
    }
  }

  private var sentenceNamesAircraft: Bool {
    sentence.words.contains { word in
      word.has(.aircraft) && !word.has(.munition)
        && [
          "warplane", "fighter jet", "fighter plane", "bomber plane", "military plane", "gunship", "war plane",
          "attack aircraft", "combat aircraft",
        ].contains(word.lexeme?.lemma ?? "")
    }
  }

  // MARK: Plausibility

  /// Whether a weak trigger has the arguments that make it an event at all.
  func isPlausible(_ mention: EventMention) -> Bool {
    switch mention.frame {
    case .land: return hasWeapon(mention) || mention.kind.isWithin(.accident) && !mention.targets.isEmpty
    case .launch:
      if mention.isNominal { return true }
      return hasWeapon(mention) && mention.munitions.contains { Self.kind(ofMunition: $0.value.munitionClass) != nil }
    case .strike:
      if mention.isNominal { return true }
      return hasWeapon(mention) || mention.kind.isWithin(.accident) || mention.kind == .airStrike
        || hasTarget(mention) && hasAgent(mention)
    case .destroy, .damage: return !mention.targets.isEmpty
    case .kill, .wound, .die:
      return mention.isNominal || !mention.victims.isEmpty || !mention.unnamedVictims.isEmpty
        || !mention.casualties.isEmpty
    case .detain, .displace: return !mention.victims.isEmpty || !mention.unnamedVictims.isEmpty
    case .crash: return true
    case .collapse, .burn, .hijack, .rob:
      return mention.isNominal || !mention.targets.isEmpty || !mention.victims.isEmpty || !mention.organisations.isEmpty
        || !mention.perpetrators.isEmpty
    case .clash: return mention.isNominal || hasAgent(mention)
    case .shoot: return true
    case .explode: return mention.isNominal || !mention.munitions.isEmpty || !mention.targets.isEmpty
    default: return true
    }
  }

  private func hasAgent(_ mention: EventMention) -> Bool {
    !mention.perpetrators.isEmpty || !mention.organisations.isEmpty || !mention.actingCountries.isEmpty
  }

  private func hasTarget(_ mention: EventMention) -> Bool { !mention.targets.isEmpty || !mention.victims.isEmpty }
}
