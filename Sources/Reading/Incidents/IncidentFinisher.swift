/// The last pass over the incidents: drops what is none after all, and fills gaps from the headline and the neighbours.
struct IncidentFinisher {
  let article: ParsedArticle
  let headlineBlock: Int?
  let places: [PlaceFact]
  /// The country that the article is most about.
  let country: String?

  func finished(_ drafts: [IncidentDraft]) -> [IncidentDraft] {
    var kept: [IncidentDraft] = []
    var indices: [Int: Int] = [:]
    for (index, draft) in drafts.enumerated() where isIncident(draft) {
      indices[index] = kept.count
      kept.append(draft)
    }
    for index in kept.indices {
      kept[index].series = kept[index].series.flatMap { indices[$0] }
      if kept[index].when == nil, index > 0 { kept[index].when = kept[index - 1].when }
      settleIntent(&kept[index])
      settleRelease(&kept[index])
      if kept[index].places.isEmpty, kept[index].country == nil { kept[index].assumedCountry = country }
    }
    supportFromHeadline(&kept)
    return kept
  }

  /// An effect word alone, without anyone harmed or acting, tells of nothing.
  private func isIncident(_ draft: IncidentDraft) -> Bool {
    if draft.mentions.contains(where: { $0.isStrong && !($0.isNominal && $0.isPlural) }) { return true }
    if draft.kind.value.isWithin("demo") {
      return !draft.perpetrators.isEmpty || !draft.organisations.isEmpty || draft.when?.isDay ?? false
    }
    if !draft.actingCountries.isEmpty, !draft.mentions.allSatisfy(\.isPlural) { return true }
    return !draft.victims.isEmpty || !draft.targets.isEmpty || !draft.casualties.isEmpty || !draft.munitions.isEmpty
  }

  /// A bomb that an aircraft lost or let go, in the words of whoever explains it.
  private func settleRelease(_ draft: inout IncidentDraft) {
    guard draft.kind.value == .airStrike, draft.intent?.value == "accidental", let mechanism = draft.mechanism,
      ["discharge", "release", "drop", "jettison"].contains(where: { mechanism.value.lowercased().contains($0) })
    else { return }
    // The words of the event stay its evidence, and its id hangs on them.
    draft.kind.value = .accidentalRelease
  }

  /// Accidents are accidental by kind; an attack by people is deliberate where nothing says otherwise.
  private func settleIntent(_ draft: inout IncidentDraft) {
    guard draft.kind.value.isWithin(.accident) else { return }
    // Ships and trains with names act like people in an accident's sentences.
    for entity in draft.perpetrators where entity.value.classes.isDisjoint(with: [.person]) {
      draft.targets.insert(entity, at: 0)
    }
    draft.perpetrators.removeAll { $0.value.classes.isDisjoint(with: [.person]) }
    guard draft.intent == nil else { return }
    draft.intent = Finding("accidental", draft.kind.tokens, "cause.kind-of-accident")
  }

  /// The headline gives the first incident what its body lacks.
  private func supportFromHeadline(_ drafts: inout [IncidentDraft]) {
    guard let headlineBlock, !drafts.isEmpty else { return }
    for sentence in article.sentences where sentence.block == headlineBlock {
      if drafts[0].places.isEmpty {
        let range = sentence.tokens
        drafts[0].places = places.filter { range.contains($0.tokens.lowerBound) }
      }
      if drafts[0].intent == nil, let cue = CauseFinder(article: article, sentence: sentence).cues().first {
        drafts[0].intent = Finding(cue.intent, cue.tokens, cue.rule)
      }
      let finder = CasualtyFinder(article: article, sentence: sentence)
      for casualty in finder.phrases()
      where !drafts[0].casualties.contains(where: { $0.value.outcome == casualty.value.outcome }) {
        drafts[0].casualties.append(casualty)
      }
    }
  }
}
