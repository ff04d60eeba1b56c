import DatelineCore
import DatelineIdentity

/// Makes the records of incidents from their drafts, with the evidence for every value.
struct IncidentBuilder {
  let article: ParsedArticle
  let report: Text

  func incidents(_ drafts: [IncidentDraft]) -> [Incident] {
    let ids = drafts.map { draft in
      let range = article.text.utf8Range(ofTokens: draft.kind.tokens)
      return Identifier.incident(in: report, triggerStart: article.text.scalarOffset(ofUTF8: range.lowerBound))
    }
    var seen: Set<Text> = []
    return drafts.indices.compactMap { index in
      // Two kinds that one word tells would be one record twice.
      guard seen.insert(ids[index]).inserted else { return nil }
      return incident(drafts[index], id: ids[index], series: drafts[index].series.flatMap { ids[safe: $0] })
    }
  }

  private func incident(_ draft: IncidentDraft, id: Text, series: Text?) -> Incident {
    var incident = Incident(id: id)
    let summary = SummaryFinder(article: article)
    incident.title = Text(summary.title(of: draft))
    incident.titleDerived = true
    if let range = summary.range(of: draft) {
      incident.summary = Text(article.text.string(in: range))
      add("/summary", utf8: range, "summary.sentences", to: &incident, quotes: false)
    }
    incident.kind = Text(draft.kind.value.name)
    add("/kind", draft.kind.tokens, draft.kind.rule, to: &incident)
    incident.stage = draft.stageAttempted ? .attempted : .occurred
    addTime(draft, to: &incident)
    addPlaces(draft, to: &incident)
    addCause(draft, to: &incident)
    addParticipants(draft, to: &incident)
    addMunitions(draft, to: &incident)
    addCasualties(draft, to: &incident)
    addDamage(draft, to: &incident)
    addClaims(draft, to: &incident)
    if let series {
      var relation = Relation()
      relation.relation = .sameSeries
      relation.target = series
      incident.relations = [relation]
    }
    var reference = ReportReference()
    reference.id = report
    incident.reports = [reference]
    return incident
  }

  // MARK: Evidence

  private func add(_ field: String, _ tokens: Range<Int>, _ rule: String, to incident: inout Incident) {
    add(field, utf8: article.text.utf8Range(ofTokens: tokens), rule, to: &incident, quotes: true)
  }

  private func add(_ field: String, utf8 range: Range<Int>, _ rule: String, to incident: inout Incident, quotes: Bool) {
    guard let pointer = Text(field), !range.isEmpty else { return }
    let start = article.text.scalarOffset(ofUTF8: range.lowerBound)
    let end = article.text.scalarOffset(ofUTF8: range.upperBound)
    var entry = Evidence(field: pointer, unit: .scalar, start: start, end: end)
    entry.report = report
    if quotes { entry.quote = Text(article.text.string(in: range)) }
    entry.rule = Text(rule)
    incident.evidence.append(entry)
  }

  // MARK: Time and place

  private func addTime(_ draft: IncidentDraft, to incident: inout Incident) {
    var when = When()
    var words: [String] = []
    if let fact = draft.when, let written = fact.edtf, let date = EDTF(written) {
      when.date = date
      when.dateBasis = fact.basis == "stated" ? .stated : fact.basis == "resolved" ? .resolved : .inferred
      for evidence in fact.evidence {
        add("/when/date", utf8: evidence.utf8Range, evidence.rule, to: &incident, quotes: true)
      }
      words.append(article.text.string(in: fact.range))
    }
    if let part = draft.partOfDay, let value = PartOfDay.allCases.first(where: { $0.name.description == part.value }) {
      when.partOfDay = value
      add("/when/partOfDay", part.tokens, part.rule, to: &incident)
      let text = article.string(part.tokens)
      if words.first.map({ !$0.contains(text) }) ?? true { words.append(text) }
    }
    if let time = draft.time, let clock = ClockTime(time.value) {
      when.time = clock
      add("/when/time", time.tokens, time.rule, to: &incident)
    }
    guard !words.isEmpty || when.time != nil else { return }
    when.text = Text(words.joined(separator: " … "))
    if let zone = draft.rankedPlaces.lazy.compactMap(\.mention.timeZone).first {
      when.timeZone = Text(zone)
      when.timeZoneBasis = .place
    }
    incident.when = when
  }

  private func addPlaces(_ draft: IncidentDraft, to incident: inout Incident) {
    let isImpact = draft.kind.value.isWithin(.force) && draft.kind.value != .clash && draft.kind.value != .shooting
    for place in draft.rankedPlaces.prefix(4) {
      let pointer = "/places/\(incident.places.count)"
      incident.places.append(record(place.mention, isImpact ? .impact : .scene))
      add(pointer, utf8: place.mention.range, place.mention.rule, to: &incident, quotes: true)
      for evidence in place.mention.evidence {
        add("\(pointer)/\(evidence.field.rawValue)", utf8: evidence.range, evidence.rule, to: &incident, quotes: true)
      }
    }
    if let country = draft.assumedCountry, incident.places.isEmpty {
      var place = Place()
      place.role = .scene
      place.country = Text(country)
      place.precision = .country
      place.basis = .assumed
      incident.places = [place]
    }
    guard let country = draft.country else { return }
    if incident.places.isEmpty {
      var place = Place()
      place.role = isImpact ? .impact : .scene
      place.precision = .country
      place.basis = .source
      incident.places.append(place)
    }
    guard incident.places[0].country == nil else { return }
    incident.places[0].country = Text(country.value)
    if incident.places[0].precision == .unknown { incident.places[0].precision = .country }
    add("/places/0/country", country.tokens, country.rule, to: &incident)
  }

  private func record(_ mention: PlaceMention, _ role: PlaceRole) -> Place {
    var place = Place()
    place.role = role
    place.name = mention.name.flatMap { Text($0) }
    place.text = Text(mention.text)
    place.relation = mention.relation.flatMap { relation in
      PlaceRelation.allCases.first { $0.name.description == relation.rawValue }
    }
    place.relatedTo = mention.relatedTo.compactMap { Text($0) }
    place.settlement = mention.settlement.flatMap { Text($0) }
    place.admin3 = mention.admin3.flatMap { Text($0) }
    place.admin2 = mention.admin2.flatMap { Text($0) }
    place.admin1 = mention.admin1.flatMap { Text($0) }
    place.admin1Code = mention.admin1Code.flatMap { Text($0) }
    place.region = mention.region.flatMap { Text($0) }
    place.country = mention.country.flatMap { Text($0) }
    place.countryName = mention.countryName.flatMap { Text($0) }
    if let longitude = mention.longitude, let latitude = mention.latitude {
      place.longitude = longitude
      place.latitude = latitude
    }
    place.precision = PlacePrecision.allCases.first { $0.name.description == mention.precision.rawValue }
    place.radius = mention.radius.map(Double.init)
    place.basis = mention.basis == .gazetteer ? .gazetteer : .source
    return place
  }

  private func addCause(_ draft: IncidentDraft, to incident: inout Incident) {
    guard draft.intent != nil || draft.mechanism != nil else { return }
    var cause = Cause()
    if let intent = draft.intent {
      cause.intent = intent.value == "accidental" ? .accidental : .deliberate
      add("/cause/intent", intent.tokens, intent.rule, to: &incident)
    }
    if let mechanism = draft.mechanism {
      cause.mechanism = Text(mechanism.value)
      add("/cause/mechanism", mechanism.tokens, mechanism.rule, to: &incident)
    }
    incident.cause = cause
  }

  // MARK: People and things

  private func addParticipants(_ draft: IncidentDraft, to incident: inout Incident) {
    let agent: ParticipantRole = draft.kind.value.isWithin(.force) ? .operator : .perpetrator
    for country in draft.actingCountries {
      let pointer = "/participants/\(incident.participants.count)"
      var participant = Participant()
      participant.name = CountryNames.name(country.value).flatMap { Text($0) }
      participant.kind = .state
      participant.country = Text(country.value)
      participant.roles = [agent]
      participant.certainty = .stated
      incident.participants.append(participant)
      add(pointer, country.tokens, country.rule, to: &incident)
    }
    for entity in draft.organisations {
      let isClaimant = entity.rule == "role.claimant"
      add(entity, isClaimant ? [agent, .claimant] : [agent], isClaimant ? .alleged : .stated, to: &incident)
    }
    for entity in draft.perpetrators { add(entity, [.perpetrator], .stated, to: &incident) }
    for entity in draft.victims { add(entity, [.victim], nil, to: &incident) }
    for entity in draft.targets { add(entity, [.target], nil, to: &incident) }
  }

  private func add(
    _ entity: Finding<Entity>, _ roles: [ParticipantRole], _ certainty: Certainty?, to incident: inout Incident
  ) {
    let pointer = "/participants/\(incident.participants.count)"
    var participant = Participant()
    participant.name = Text(entity.value.name)
    participant.kind = entity.value.kind.flatMap { Text($0.rawValue) }.map { ParticipantKind($0) }
    participant.country = entity.value.country.flatMap { Text($0) }
    participant.roles = roles
    participant.certainty = certainty
    incident.participants.append(participant)
    add(pointer, entity.tokens, entity.rule, to: &incident)
  }

  private func addMunitions(_ draft: IncidentDraft, to incident: inout Incident) {
    let platforms = draft.munitions.filter { $0.value.platform != nil }
    let weapons = draft.munitions.filter { $0.value.platform == nil }
    for finding in weapons.isEmpty ? Array(platforms.prefix(1)) : weapons {
      let pointer = "/munitions/\(incident.munitions.count)"
      var munition = Munition()
      munition.class = Text(finding.value.munitionClass).map { MunitionClass($0) }
      munition.designation = finding.value.designation.flatMap { Text($0) }
      if let platform = finding.value.platform ?? platforms.first?.value.platform {
        munition.platform = Text(platform.value)
        add(pointer + "/platform", platform.tokens, platform.rule, to: &incident)
      }
      if let count = finding.value.count {
        munition.best = count.value
        add(pointer + "/best", count.tokens, count.rule, to: &incident)
      }
      incident.munitions.append(munition)
      if finding.value.platform == nil { add(pointer, finding.tokens, finding.rule, to: &incident) }
    }
  }

  // MARK: Harm

  private func addCasualties(_ draft: IncidentDraft, to incident: inout Incident) {
    for finding in draft.casualties.prefix(24) {
      let entry = finding.value
      var casualty = Casualty(status: entry.status == .none ? .none : entry.status == .unknown ? .unknown : .reported)
      casualty.outcome = entry.outcome.flatMap { outcome in
        Outcome.allCases.first { $0.name.description == outcome.rawValue }
      }
      casualty.group = entry.group.flatMap { Text($0) }.map { CasualtyGroup($0) }
      casualty.low = entry.low
      casualty.best = entry.best
      casualty.high = entry.high
      casualty.qualifier = entry.qualifier.flatMap { Text($0) }
      guard !incident.casualties.contains(casualty) else { continue }
      let pointer = "/casualties/\(incident.casualties.count)"
      incident.casualties.append(casualty)
      add(pointer, finding.tokens, finding.rule, to: &incident)
    }
  }

  private func addDamage(_ draft: IncidentDraft, to incident: inout Incident) {
    for finding in draft.damage.prefix(16) {
      let entry = finding.value
      var damage = Damage(status: entry.status == .none ? .none : .reported)
      damage.object = entry.object.flatMap { Text($0) }
      damage.extent = entry.extent.flatMap { extent in DamageExtent.allCases.first { $0.name.description == extent } }
      damage.best = entry.count
      guard !incident.damage.contains(damage) else { continue }
      let pointer = "/damage/\(incident.damage.count)"
      incident.damage.append(damage)
      add(pointer, finding.tokens, finding.rule, to: &incident)
    }
  }

  // MARK: Claims

  private func addClaims(_ draft: IncidentDraft, to incident: inout Incident) {
    for finding in draft.claims {
      let pointer = "/claims/\(incident.claims.count)"
      incident.claims.append(Self.claim(finding.value, hasCause: incident.cause?.intent != nil))
      add(pointer, finding.tokens, finding.rule, to: &incident)
    }
  }

  static func claim(_ draft: ClaimDraft, hasCause: Bool) -> Claim {
    var claim = Claim(stance: draft.stance)
    if hasCause, draft.stance == .admits || draft.hedge == "apparently" {
      claim.field = "/cause/intent"
      if draft.hedge != nil, draft.stance == .reports { claim.stance = .speculates }
    }
    claim.speaker = Text(draft.speaker)
    claim.speakerRole = draft.speakerRole.flatMap { Text($0) }
    claim.via = draft.via.compactMap { Text($0) }
    claim.hedge = draft.hedge.flatMap { Text($0) }
    claim.quote = draft.quote.flatMap { Text($0) }
    claim.text = draft.text.flatMap { Text($0) }
    return claim
  }
}
