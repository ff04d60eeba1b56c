import DatelineCore

/// Whether a mention tells of an incident that is known.
struct Compatibility {
  let drafts: [IncidentDraft]
  let current: Int?

  /// What a cluster of mentions brings.
  struct Probe {
    let cluster: [EventMention]
    let lead: EventMention
    let time: TimeFact?
    let places: [PlaceFact]
    let cue: NewEventCue.Kind?
    let partOfDay: String?
  }

  /// The incident that the cluster tells of: the current one first, then the others from the last.
  func match(for probe: Probe) -> Int? {
    var order = Array(drafts.indices.reversed().prefix(12))
    if let current { order.removeAll { $0 == current }; order.insert(current, at: 0) }
    for index in order where agrees(probe, drafts[index]) { return index }
    return nil
  }

  private func agrees(_ probe: Probe, _ draft: IncidentDraft) -> Bool {
    guard Self.agree(draft.kind.value, probe.lead.kind, frame: probe.lead.frame) else { return false }
    if let cue = probe.cue {
      if cue == .another, !(draft.isCollective && draft.mentions.count == 1) { return false }
      if cue == .separately { return false }
    }
    if probe.cue == .also, !probe.lead.isDefinite, countsConflict(probe, draft) { return false }
    if actorsConflict(probe, draft), !probe.lead.isDefinite || !probe.lead.isNominal { return false }
    if daysConflict(probe.time, draft.when) { return false }
    if let part = probe.partOfDay, let known = draft.partOfDay?.value, part != known,
      probe.lead.isStrong || probe.cue != nil || !probe.lead.isDefinite
    {
      if !Self.partsAgree(part, known) { return false }
    }
    if placesConflict(probe.places, draft.places), !probe.lead.isDefinite || probe.cue == .also { return false }
    return true
  }

  /// Whether the numbers of killed or wounded are told and differ.
  private func countsConflict(_ probe: Probe, _ draft: IncidentDraft) -> Bool {
    for entry in probe.cluster.flatMap(\.casualties) {
      guard let outcome = entry.value.outcome, let number = entry.value.best, number > 0 else { continue }
      if let known = CasualtySummary(of: outcome, in: draft).best, known > 0, known != number { return true }
      if CasualtySummary(of: outcome, in: draft).best == nil, !draft.casualties.isEmpty { return true }
    }
    return false
  }

  /// Whether both tell who acts, and it is not the same country or group.
  private func actorsConflict(_ probe: Probe, _ draft: IncidentDraft) -> Bool {
    let countries = Set(probe.cluster.flatMap { $0.actingCountries.map(\.value) })
    let known = Set(draft.actingCountries.map(\.value))
    let groups = Set(probe.cluster.flatMap { $0.organisations.map { $0.name.lowercased() } })
    let knownGroups = Set(draft.organisations.map { $0.value.name.lowercased() })
    if !countries.isEmpty, !known.isEmpty { return countries.isDisjoint(with: known) }
    return !known.isEmpty && knownGroups.isEmpty && countries.isEmpty && !groups.isEmpty
      || !countries.isEmpty && groups.isEmpty && known.isEmpty && !knownGroups.isEmpty && false
  }

  private func daysConflict(_ time: TimeFact?, _ known: TimeFact?) -> Bool {
    guard let time, let known, time.isDay, known.isDay, time.hasOwnDay || time.first != nil, !time.isBound,
      let first = time.first, let last = time.last, let knownFirst = known.first, let knownLast = known.last
    else { return false }
    return first > knownLast || knownFirst > last
  }

  static func partsAgree(_ one: String, _ other: String) -> Bool {
    let late: Set<String> = ["night", "evening", "lateEvening"]
    let early: Set<String> = ["night", "earlyMorning", "morning"]
    return one == other || late.isSuperset(of: [one, other]) || early.isSuperset(of: [one, other])
  }

  /// Whether two sets of places name different settlements or different countries.
  private func placesConflict(_ places: [PlaceFact], _ known: [PlaceFact]) -> Bool {
    let fine = places.filter { !$0.isCountry }
    let knownFine = known.filter { !$0.isCountry }
    guard !fine.isEmpty, !knownFine.isEmpty else { return false }
    for place in fine {
      for other in knownFine where !areApart(place, other) { return false }
    }
    return true
  }

  /// Whether two places, both in the gazetteer, lie in different settlements.
  private func areApart(_ one: PlaceFact, _ other: PlaceFact) -> Bool {
    if one.names.contains(other.name) || other.names.contains(one.name) { return false }
    guard let here = one.mention.settlement, let there = other.mention.settlement else {
      if let here = one.mention.admin1, let there = other.mention.admin1 { return here != there }
      return false
    }
    return here != there
  }

  // MARK: Kinds

  /// Whether two mentions of one sentence can tell of one event.
  static func kindsAgree(_ one: EventMention, _ other: EventMention) -> Bool {
    agree(one.kind, other.kind, frame: other.frame) || agree(other.kind, one.kind, frame: one.frame)
  }

  static func agree(_ known: IncidentKind, _ kind: IncidentKind, frame: EventFrame) -> Bool {
    if known == kind || known.isWithin(kind) || kind.isWithin(known) { return true }
    switch frame {
    case .strike where known.isWithin(.accident) && kind == .force: return true
    case .kill, .wound, .die: return known.family != "development" && (known != .abduction || frame == .wound)
    case .damage, .destroy: return known != .abduction
    case .collapse, .burn:
      if known.isWithin(.accident) || group(known) == .explosive {
        return frame == .collapse || kind == .fire || known.isWithin(.accident)
      }
    default: break
    }
    let groups = (group(known), group(kind))
    if groups.0 == groups.1, groups.0 != .other { return true }
    switch groups {
    case (.general, .explosive), (.explosive, .general), (.general, .aerial), (.aerial, .general), (.general, .gun),
      (.gun, .general),
      (.explosive, .aerial), (.aerial, .explosive), (.general, .effect), (.effect, _):
      return groups.1 != .other
    case (.accident, .explosive): return kind == .bombing && frame == .explode
    default: return false
    }
  }

  private enum Group { case general, explosive, aerial, gun, effect, accident, demonstration, other }

  private static func group(_ kind: IncidentKind) -> Group {
    switch kind {
    case .attack, .force, .vehicleAttack: .general
    case .killing, .massacre, .assassination, .sabotage: .effect
    case .shooting, .clash, .stabbing: .gun
    default:
      if kind.isWithin(.bombing) {
        .explosive
      } else if kind.isWithin(.force) {
        .aerial
      } else if kind.isWithin(.accident) {
        .accident
      } else if kind.isWithin("demo") {
        .demonstration
      } else {
        .other
      }
    }
  }

  static func isSameSeries(_ one: IncidentKind, _ other: IncidentKind) -> Bool {
    one == other || group(one) == group(other) || group(one) == .general || group(other) == .general
  }
}
