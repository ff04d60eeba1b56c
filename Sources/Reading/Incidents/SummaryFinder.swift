/// The sentences about an incident that stand together, and a title made from what was read.
struct SummaryFinder {
  let article: ParsedArticle

  /// UTF-8 offsets of the run of sentences that begins with the incident's own; nil where there is none.
  func range(of draft: IncidentDraft) -> Range<Int>? {
    guard let first = draft.firstSentence ?? draft.mentions.first?.sentence, article.sentences.indices.contains(first)
    else { return nil }
    var last = first
    let told = Set(draft.sentences)
    while told.contains(last + 1), article.sentences.indices.contains(last + 1) { last += 1 }
    let tokens = article.sentences[first].tokens.lowerBound..<article.sentences[last].tokens.upperBound
    return article.text.utf8Range(ofTokens: tokens)
  }

  /// "Kalibr missile comes down between Pavlovskaya and Atamanskaya", "Shooting in Seattle".
  func title(of draft: IncidentDraft) -> String {
    let kind = draft.kind.value
    let place = placePhrase(draft)
    if let munition = draft.munitions.first(where: { $0.value.platform == nil }), kind.family == "force",
      kind != .shooting
    {
      let name = singular(munition.value)
      if let target = draft.targets.first?.value.name, draft.intent?.value != "accidental" {
        return capitalized("\(name) hits \(target)\(place)")
      }
      return capitalized("\(name) comes down\(place)")
    }
    let label = Self.labels.first { kind.isWithin($0.0) }?.1 ?? "Incident"
    if kind == .abduction || kind.isWithin(.killing), let victim = draft.victims.first?.value.name {
      return "\(label) of \(victim)\(place)"
    }
    if let target = draft.targets.first?.value.name,
      kind.isWithin(.bombing) || kind.isWithin(.force) || kind == .arson || kind == .attack
    {
      return "\(label) on \(target)\(place)"
    }
    return label + place
  }

  private func singular(_ munition: MunitionDraft) -> String {
    guard let designation = munition.designation else { return munition.name }
    return munition.munitionClass.lowercased().hasSuffix("missile") ? "\(designation) missile" : designation
  }

  private func placePhrase(_ draft: IncidentDraft) -> String {
    guard let place = draft.rankedPlaces.first else { return "" }
    if place.mention.relation == .between, place.mention.relatedTo.count == 2 {
      return " between \(place.mention.relatedTo[0]) and \(place.mention.relatedTo[1])"
    }
    if place.mention.name == nil, place.mention.relatedTo.isEmpty { return " " + place.mention.text }
    return " in \(place.name)"
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static let labels: [(IncidentKind, String)] = [
    (.airStrike, "Air strike"), (.accidentalRelease, "Accidental release"), (.drone, "Drone strike"),
    (.missile, "Missile strike"),
    (.rocket, "Rocket attack"), (.shelling, "Shelling"), (.clash, "Clash"), (.shooting, "Shooting"), (.force, "Strike"),
    (.suicideBombing, "Suicide bombing"), (.vehicleBombing, "Vehicle bombing"), (.grenade, "Grenade attack"),
    (.mine, "Mine explosion"), (.bombing, "Bombing"), (.massacre, "Massacre"), (.assassination, "Assassination"),
    (.killing, "Killing"),
    (.stabbing, "Stabbing"), (.vehicleAttack, "Vehicle attack"), (.abduction, "Kidnapping"), (.attack, "Attack"),
    (.robbery, "Robbery"),
    (.hijacking, "Hijacking"), (.arson, "Arson attack"), (.sabotage, "Sabotage"), (.riot, "Riot"),
    (.workStoppage, "Work stoppage"),
    (.protest, "Protest"), (.helicopterAccident, "Helicopter crash"), (.aviationAccident, "Plane crash"),
    (.derailment, "Train derailment"),
    (.railAccident, "Train accident"), (.shipAccident, "Ship accident"), (.roadAccident, "Road accident"),
    (.collision, "Collision"),
    (.fire, "Fire"), (.explosionAccident, "Explosion"), (.collapse, "Collapse"), (.accident, "Accident"),
    (.development, "Development"),
  ]
}
