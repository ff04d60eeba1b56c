import DatelineCore

/// Puts the mentions of events together to incidents: what tells of the same event is merged, what differs in kind,
/// day, part of day, place or by a cue ("another", "separately") is kept apart.
struct IncidentAssembler {
  let article: ParsedArticle
  let times: [TimeFact]
  let places: [PlaceFact]
  /// What the blocks are: only paragraphs, list items and quotations tell of incidents. A headline supports them.
  let roles: [BlockRole]
  /// The day of publication or the end of its month.
  let reference: CalendarDate?

  private(set) var drafts: [IncidentDraft] = []
  /// The incident that the text was last about.
  private var current: Int?
  private var claimFinder: ClaimFinder
  private(set) var looseClaims: [Finding<ClaimDraft>] = []

  init(
    article: ParsedArticle, times: [TimeFact], places: [PlaceFact], roles: [BlockRole], reference: CalendarDate?
  ) {
    self.article = article
    self.times = times
    self.places = places
    self.roles = roles
    self.reference = reference
    claimFinder = ClaimFinder(article: article)
  }

  /// Reads all sentences in order.
  mutating func assemble() {
    var countries: [Range<Int>: String] = [:]
    for place in places where place.isCountry || place.mention.isActor {
      if let code = place.country { countries[place.tokens] = code }
    }
    for sentence in article.sentences where tells(sentence.block) {
      let mentions = MentionFinder(article, sentence, countries: countries, places: ranges(in: sentence)).mentions()
      let facts = CircumstanceFinder(article: article, sentence: sentence, times: times, places: [])
      read(sentence, mentions.filter { !facts.isInTime($0.tokens) })
    }
  }

  private func tells(_ block: Int) -> Bool {
    switch roles[safe: block] ?? .paragraph {
    case .paragraph, .listItem, .quotation: true
    default: false
    }
  }

  /// The token ranges of the places of a sentence.
  private func ranges(in sentence: ParsedSentence) -> [Range<Int>] {
    CircumstanceFinder(article: article, sentence: sentence, times: [], places: places).all.map(\.tokens)
  }

  // MARK: A sentence

  private mutating func read(_ sentence: ParsedSentence, _ mentions: [EventMention]) {
    var touched: [Int] = []
    for cluster in clusters(mentions, in: sentence) {
      if let index = place(cluster, in: sentence) {
        if !touched.contains(index) { touched.append(index) }
        current = index
      }
    }
    let hasUnreal = touched.isEmpty && mentions.contains { $0.status != .actual }
    let subjects = touched.isEmpty ? (hasUnreal ? [] : current.map { [$0] } ?? []) : touched
    addEffects(of: sentence, to: subjects, hasOwnMentions: !touched.isEmpty)
    if touched.isEmpty { addLateTime(of: sentence, to: subjects) }
    addClaims(of: sentence, to: touched.isEmpty && isGeneral(sentence) ? [] : subjects)
  }

  /// Whether a sentence speaks of events of a kind and not of one: "this sort of thing", "such mistakes".
  private func isGeneral(_ sentence: ParsedSentence) -> Bool {
    sentence.words.indices.contains { index in
      switch article.key(sentence.words[index].tokens.lowerBound) {
      case "sort", "kind", "type":
        return article.key(sentence.words[index].tokens.upperBound) == "of"
          && article.key(sentence.words[index].tokens.upperBound + 1).hasPrefix("thing")
      case "such": return sentence.words[safe: index + 1]?.lexeme?.isPlural ?? false
      default: return false
      }
    }
  }

  /// Mentions of a sentence that tell of one event. Effects (`killed`, `damaged`) go with the event they stand beside.
  private func clusters(_ mentions: [EventMention], in sentence: ParsedSentence) -> [[EventMention]] {
    var clusters: [[EventMention]] = []
    for mention in mentions where mention.status == .actual || mention.status == .attempted {
      if let index = clusters.lastIndex(where: { cluster in cluster.allSatisfy { Compatibility.kindsAgree($0, mention) }
      }) {
        clusters[index].append(mention)
      } else {
        clusters.append([mention])
      }
    }
    return clusters
  }

  /// Adds a cluster to the incident that it tells of, or makes one of it.
  private mutating func place(_ cluster: [EventMention], in sentence: ParsedSentence) -> Int? {
    guard let lead = cluster.max(by: { Self.weight($0) < Self.weight($1) }) else { return nil }
    let cue = NewEventCue(article: article, sentence: sentence).kind(before: lead)
    let facts = CircumstanceFinder(article: article, sentence: sentence, times: times, places: places)
    let time = facts.time(of: lead)
    let where_ = facts.places(of: lead)
    if isOld(time), !drafts.isEmpty { return nil }
    let probe = Compatibility.Probe(
      cluster: cluster, lead: lead, time: time, places: where_, cue: cue, partOfDay: facts.partOfDay(of: lead))
    let match = Compatibility(drafts: drafts, current: current).match(for: probe)
    let index: Int
    if let match {
      index = match
    } else {
      guard canStart(cluster, lead, time) else { return nil }
      drafts.append(IncidentDraft(lead))
      index = drafts.count - 1
      inherit(at: index, cue: cue, probe: probe)
    }
    for mention in cluster where match != nil || mention.tokens != lead.tokens { drafts[index].add(mention) }
    for mention in cluster {
      for damage in DamageFinder(article: article, sentence: sentence).damage(of: mention) {
        drafts[index].damage.append(damage)
      }
    }
    if lead.status == .attempted, match == nil { drafts[index].stageAttempted = true }
    if cluster.contains(where: { $0.munitions.contains { $0.value.name.lowercased().hasSuffix("s") } }), match == nil {
      drafts[index].isCollective = true
    }
    addCircumstances(facts, time, where_, to: index)
    return index
  }

  private static func weight(_ mention: EventMention) -> Int {
    (mention.isStrong ? 100 : 0) + IncidentDraft.rank(mention.kind) * 10 + (mention.hasContent ? 5 : 0)
      - (mention.isDefinite ? 3 : 0)
  }

  private func canStart(_ cluster: [EventMention], _ lead: EventMention, _ time: TimeFact?) -> Bool {
    if lead.frame == .detain || lead.frame == .displace { return drafts.isEmpty }
    if lead.frame == .demonstrate, !lead.isStrong {
      return drafts.isEmpty && !lead.isDefinite && (!lead.isNominal || !lead.isPlural)
    }
    if lead.frame == .die || lead.frame == .wound, !lead.isStrong { return drafts.isEmpty && lead.hasContent }
    if lead.isNominal, lead.isPlural, !cluster.contains(where: { $0.hasContent }) {
      return drafts.isEmpty && lead.isStrong && time?.isDay ?? false
    }
    if lead.isNominal, lead.isDefinite, !drafts.isEmpty { return cluster.contains { $0.hasContent } && lead.isStrong }
    if lead.isStrong { return true }
    return cluster.contains { $0.hasContent }
  }

  /// Events of long before the report are its background.
  private func isOld(_ time: TimeFact?) -> Bool {
    guard let last = time?.last, let reference else { return false }
    return reference.dayNumber - last.dayNumber > 90
  }

  /// What the second event of a series takes over from the first, and where its day comes from.
  private mutating func inherit(at index: Int, cue: NewEventCue.Kind?, probe: Compatibility.Probe) {
    guard cue == .another || cue == .also, let before = current, before < index else { return }
    let model = drafts[before]
    guard Compatibility.isSameSeries(model.kind.value, drafts[index].kind.value) else { return }
    drafts[index].series = before
    drafts[index].actingCountries = model.actingCountries
    drafts[index].organisations =
      drafts[index].organisations.isEmpty ? model.organisations : drafts[index].organisations
    drafts[index].intent = model.intent
    drafts[index].claims = model.claims.filter { cue == .another || $0.value.stance != .claimsResponsibility }
    if drafts[index].when == nil { drafts[index].when = model.when }
    if probe.places.allSatisfy({ $0.country == nil }) {
      drafts[index].country =
        model.country
        ?? model.places.compactMap { place in place.country.map { Finding($0, place.tokens, "place.of-series") } }.first
    }
  }

  private mutating func addCircumstances(
    _ facts: CircumstanceFinder, _ time: TimeFact?, _ found: [PlaceFact], to index: Int
  ) {
    if let time {
      let known = drafts[index].when
      if known?.first == nil || known?.isDay == false && time.isDay { drafts[index].when = time }
      if drafts[index].partOfDay == nil, let part = time.partOfDay {
        drafts[index].partOfDay = Finding(part, time.tokens, "time.part-of-day")
      }
      if drafts[index].time == nil, let clock = time.time {
        drafts[index].time = Finding(clock, time.tokens, "time.clock")
      }
    }
    for fact in facts.times(inSentence: true) where fact.first == nil || fact.first == drafts[index].when?.first {
      if drafts[index].partOfDay == nil, let part = fact.partOfDay {
        drafts[index].partOfDay = Finding(part, fact.tokens, "time.part-of-day")
      }
      if drafts[index].time == nil, let clock = fact.time {
        drafts[index].time = Finding(clock, fact.tokens, "time.clock")
      }
    }
    for place in found where !drafts[index].places.contains(where: { $0.tokens == place.tokens }) {
      if drafts[index].places.count < 12 { drafts[index].places.append(place) }
    }
  }

  /// A clock time or part of day in a sentence that goes on about the incident.
  private mutating func addLateTime(of sentence: ParsedSentence, to subjects: [Int]) {
    guard let index = subjects.first, let last = drafts[index].sentences.last, sentence.index - last <= 2,
      drafts[index].time == nil
    else { return }
    let facts = CircumstanceFinder(article: article, sentence: sentence, times: times, places: places)
    for fact in facts.times(inSentence: true) where fact.first == nil || fact.first == drafts[index].when?.first {
      guard let clock = fact.time else { continue }
      drafts[index].time = Finding(clock, fact.tokens, "time.clock")
      drafts[index].addSentence(sentence.index)
      return
    }
  }

  // MARK: Effects and claims

  private mutating func addEffects(of sentence: ParsedSentence, to subjects: [Int], hasOwnMentions: Bool) {
    guard !subjects.isEmpty else {
      if let cue = CauseFinder(article: article, sentence: sentence).anaphor(), let current { setIntent(cue, current) }
      return
    }
    let casualties = CasualtyFinder(article: article, sentence: sentence).phrases()
    let damage = DamageFinder(article: article, sentence: sentence).phrases()
    let cues = CauseFinder(article: article, sentence: sentence).cues()
    for index in subjects {
      guard drafts[index].casualties.count < IncidentDraft.limit else { continue }
      drafts[index].casualties += casualties.filter { finding in
        !drafts[index].casualties.contains { $0.tokens.overlaps(finding.tokens) }
      }
      if drafts[index].damage.count < IncidentDraft.limit { drafts[index].damage += damage }
      for cue in cues { setIntent(cue, index) }
      if !hasOwnMentions, !casualties.isEmpty || !damage.isEmpty || !cues.isEmpty {
        drafts[index].addSentence(sentence.index)
      }
    }
    if let cue = CauseFinder(article: article, sentence: sentence).anaphor(), let last = subjects.last {
      setIntent(cue, last)
    }
  }

  private mutating func setIntent(_ cue: CauseFinder.Cue, _ index: Int) {
    if drafts[index].intent == nil { drafts[index].intent = Finding(cue.intent, cue.tokens, cue.rule) }
    if drafts[index].mechanism == nil, let mechanism = cue.mechanism {
      drafts[index].mechanism = Finding(mechanism, cue.tokens, cue.rule)
    }
  }

  private mutating func addClaims(of sentence: ParsedSentence, to subjects: [Int]) {
    let claims = claimFinder.claims(in: sentence)
    for claim in claims {
      let isPerson = claim.value.speaker.contains(" ") && claim.value.speakerRole != nil || claim.rule == "claim.person"
      claimFinder.remember(claim, isPerson: isPerson || isPersonSpeaker(claim, in: sentence))
      var targets = subjects
      if !claim.value.via.isEmpty {
        // A cited source stands behind everything that the citing speaker told.
        let told = drafts.indices.filter { index in
          drafts[index].claims.contains { claim.value.via.contains($0.value.speaker) }
        }
        if !told.isEmpty { targets = told }
      }
      if targets.isEmpty { looseClaims.append(claim) }
      for index in targets { add(claim, to: index) }
    }
  }

  /// Who claims an attack is taken to have made it.
  private mutating func addClaimant(_ claim: Finding<ClaimDraft>, to index: Int) {
    let name = claim.value.speaker
    guard !drafts[index].organisations.contains(where: { $0.value.name == name }), name.lowercased() != "group" else {
      return
    }
    let entity = Entity(
      name: name, kind: .rebelGroup, head: name.lowercased(), classes: [.organisation, .hostile], tokens: claim.tokens)
    drafts[index].organisations.append(Finding(entity, claim.tokens, "role.claimant"))
  }

  private func isPersonSpeaker(_ claim: Finding<ClaimDraft>, in sentence: ParsedSentence) -> Bool {
    for chunk in sentence.chunks {
      guard case .noun(let group) = chunk, group.tokens.overlaps(claim.tokens) else { continue }
      return group.classes.contains(.person) || group.classes.contains(.title)
        || group.classes.isDisjoint(with: [.organisation]) && group.words.count >= 2
    }
    return false
  }

  private mutating func add(_ claim: Finding<ClaimDraft>, to index: Int) {
    if claim.value.stance == .claimsResponsibility { addClaimant(claim, to: index) }
    let isKnown = drafts[index].claims.contains {
      $0.value.speaker == claim.value.speaker && $0.value.stance == claim.value.stance
    }
    if !isKnown, drafts[index].claims.count < 32 { drafts[index].claims.append(claim) }
  }
}
