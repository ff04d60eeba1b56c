import DatelineCore
import DatelineRecord

/// Makes fields of lines of the trailer.
enum TrailerReader {
  /// Sets the field that the lines stand for. An item whose line is as it was stays as it was.
  ///
  /// - Parameters:
  ///   - label: What all lines are about.
  ///   - old: The lines that the incident had before, one for each item.
  ///   - stays: Whether an item stays though its line is gone.
  /// - Returns: Whether an item stayed so.
  @discardableResult static func apply(
    _ lines: [TrailerLine], of label: TrailerLine.Label, insteadOf old: [TrailerLine], to incident: inout Incident,
    stays: (Int) -> Bool = { _ in false }
  ) -> Bool {
    var items = Items(lines: lines, old: old)
    switch label {
    case .place: incident.places = items.read(incident.places, place, stays)
    case .participant: incident.participants = items.read(incident.participants, participant, stays)
    case .munition: incident.munitions = items.read(incident.munitions, munition, stays)
    case .casualties: incident.casualties = items.read(incident.casualties, casualty, stays)
    case .damage: incident.damage = items.read(incident.damage, damage, stays)
    case .claim: incident.claims = items.read(incident.claims, claim, stays)
    case .source: incident.reports = items.read(incident.reports, source, stays)
    default:
      if lines.isEmpty, !old.isEmpty, stays(0) { return true }
      apply(lines.first, of: label, to: &incident)
    }
    return items.hasKept
  }

  private static func apply(_ line: TrailerLine?, of label: TrailerLine.Label, to incident: inout Incident) {
    switch label {
    case .when: incident.when = line.map(when).filled
    case .kind:
      incident.kind = line?.head.flatMap { Text($0) }
      let stage = line?.term(Stage.self)
      // That something occurred is not written.
      if incident.stage != .occurred || stage != nil { incident.stage = stage }
    case .cause: incident.cause = line.map(cause).filled
    case .verification: incident.verification = line.map(verification).filled
    default: break
    }
  }

  /// A list of items, and the lines that they have now.
  private struct Items {
    let lines: [TrailerLine]
    let old: [TrailerLine]
    /// Whether an item was kept whose line is gone.
    var hasKept = false

    mutating func read<Item>(
      _ items: [Item], _ read: (TrailerLine) -> Item?, _ stays: (Int) -> Bool
    ) -> [Item] {
      var isTaken = [Bool](repeating: false, count: min(old.count, items.count))
      var result = lines.compactMap { line in
        if let index = isTaken.indices.first(where: { !isTaken[$0] && old[$0] == line }) {
          isTaken[index] = true
          return items[index]
        }
        return read(line)
      }
      for index in isTaken.indices where !isTaken[index] && stays(index) {
        result.insert(items[index], at: min(index, result.count))
        hasKept = true
      }
      return result
    }
  }

  /// Whether a line says nothing but what a field can hold, in our words.
  static func isWhole(_ line: TrailerLine) -> Bool { rewritten(line) == [line] }

  /// Whether a line gives a field.
  static func reads(_ line: TrailerLine) -> Bool { rewritten(line).first?.label == line.label }

  private static func rewritten(_ line: TrailerLine) -> [TrailerLine] {
    var incident = Incident(id: Schema.unreadText)
    apply([line], of: line.label.group, insteadOf: [], to: &incident)
    return TrailerLine.lines(of: DescriptionEdit.trailer(of: incident, reports: RecentReports()))
  }

  static func when(_ line: TrailerLine) -> When {
    var when = When()
    when.date = line.head.flatMap { EDTF($0) }
    when.partOfDay = line.term(PartOfDay.self)
    when.time = line.value("at").flatMap { ClockTime($0) }
    when.earliest = line.value("from").flatMap { Instant($0) }
    when.latest = line.value("until").flatMap { Instant($0) }
    when.timeZone = line.details.first { $0.hasPrefix("zone ") && !$0.hasPrefix("zone by ") }.flatMap {
      Text($0.dropFirst(5))
    }
    when.timeZoneBasis = TrailerLine.term(TimeZoneBasis.self, line.value("zone by"))
    when.dateBasis = TrailerLine.term(DateBasis.self, line.value("date"))
    when.text = line.text("words")
    return when
  }

  static func place(_ line: TrailerLine) -> Place? {
    var place = Place()
    place.role = line.term(PlaceRole.self)
    if let lies = line.value("lies") {
      let relation = PlaceRelation.allCases.first { lies.hasPrefix(words($0.name) + " ") }
      place.relation = relation
      if let relation {
        place.relatedTo = lies.dropFirst(words(relation.name).count + 1).split(separator: " and ").compactMap {
          Text($0)
        }
      }
      if let head = line.head, head != lies { place.name = Text(head) }
    } else {
      place.name = line.head.flatMap { Text($0) }
    }
    place.text = line.text("words")
    place.settlement = line.text("settlement")
    place.admin3 = line.text("admin3")
    place.admin2 = line.text("admin2")
    place.admin1 = line.text("admin1")
    place.region = line.text("region")
    place.countryName = line.text("country name")
    place.country = line.details.first { $0.hasPrefix("country ") && !$0.hasPrefix("country name ") }.flatMap {
      Text($0.dropFirst(8))
    }
    let names = [place.settlement, place.admin3, place.admin2, place.admin1, place.region]
    if let name = place.name, names.contains(name) { place.name = nil }
    let numbers = (line.value("at") ?? "").split(separator: " ").compactMap { Double($0) }
    if numbers.count == 2, numbers[0].magnitude <= 90, numbers[1].magnitude <= 180 {
      place.latitude = numbers[0]
      place.longitude = numbers[1]
    }
    if let radius = line.value("within metres").flatMap({ Double($0) }), radius >= 0, radius.isFinite {
      place.radius = radius
    }
    place.precision = TrailerLine.term(PlacePrecision.self, line.value("known to"))
    return place.isEmpty ? nil : place
  }

  static func participant(_ line: TrailerLine) -> Participant? {
    var participant = Participant()
    participant.name = line.head.flatMap { Text($0) }
    participant.roles = line.details.compactMap { TrailerLine.term(ParticipantRole.self, $0) }
    participant.kind = line.value("kind").flatMap { TrailerLine.name(ParticipantKind.declaration, $0) }.map(
      ParticipantKind.init)
    participant.country = line.text("country")
    participant.side = line.text("side")
    participant.certainty = line.term(Certainty.self)
    return participant.isEmpty ? nil : participant
  }

  static func munition(_ line: TrailerLine) -> Munition? {
    var munition = Munition()
    if let words = line.value("class") {
      munition.class = TrailerLine.name(MunitionClass.declaration, words).map(MunitionClass.init)
      munition.designation = line.head.flatMap { Text($0) }
    } else if let head = line.head {
      let isClass = MunitionClass.declaration.terms.contains { spacedWords($0.name).elementsEqual(head.utf8) }
      if isClass {
        munition.class = TrailerLine.name(MunitionClass.declaration, head).map(MunitionClass.init)
      } else {
        munition.designation = Text(head)
      }
    }
    munition.best = count(line.value("number"))
    munition.low = count(line.value("low"))
    munition.high = count(line.value("high"))
    munition.platform = line.text("from")
    munition.state = line.term(MunitionState.self)
    return munition.isEmpty ? nil : munition
  }

  static func casualty(_ line: TrailerLine) -> Casualty? {
    let number = count(line.head)
    guard
      let status = number == nil
        ? TrailerLine.term(HarmStatus.self, line.head) : line.term(HarmStatus.self) ?? .reported
    else { return nil }
    var casualty = Casualty(status: status)
    casualty.outcome = line.label.outcome
    casualty.best = number
    casualty.low = count(line.value("low"))
    casualty.high = count(line.value("high"))
    casualty.group = line.value("group").flatMap { TrailerLine.name(CasualtyGroup.declaration, $0) }.map(
      CasualtyGroup.init)
    casualty.side = line.text("side")
    casualty.qualifier = line.text("words")
    return casualty
  }

  static func damage(_ line: TrailerLine) -> Damage? {
    let number = count(line.head)
    let status = TrailerLine.term(HarmStatus.self, line.head) ?? line.term(HarmStatus.self) ?? .reported
    var damage = Damage(status: status)
    damage.best = number
    damage.object = line.text("of")
    if number == nil, TrailerLine.term(HarmStatus.self, line.head) == nil {
      damage.object = line.head.flatMap { Text($0) }
    }
    damage.low = count(line.value("low"))
    damage.high = count(line.value("high"))
    damage.extent = TrailerLine.term(DamageExtent.self, line.value("extent"))
    damage.text = line.text("words")
    return damage
  }

  static func cause(_ line: TrailerLine) -> Cause {
    var cause = Cause()
    cause.intent = TrailerLine.term(Intent.self, line.head)
    cause.mechanism = line.text("by")
    return cause
  }

  static func claim(_ line: TrailerLine) -> Claim? {
    guard let stance = line.term(Stance.self) else { return nil }
    var claim = Claim(stance: stance)
    claim.speaker = line.head.flatMap { Text($0) }
    // A pointer leads to nothing where the carrier is lost, but says what was meant.
    claim.field = line.text("on")
    claim.speakerRole = line.text("as")
    claim.via = line.values("via").compactMap { Text($0) }
    claim.hedge = line.text("hedge")
    claim.said = line.value("when").flatMap { DateOrInstant($0) }
    claim.text = line.text("text")
    claim.quote = line.text("quote")
    return claim
  }

  static func verification(_ line: TrailerLine) -> Verification {
    var verification = Verification()
    verification.status = TrailerLine.term(VerificationStatus.self, line.head)
    verification.methods = line.values("by").compactMap {
      TrailerLine.name(VerificationMethod.declaration, $0).map(VerificationMethod.init)
    }
    return verification
  }

  static func source(_ line: TrailerLine) -> ReportReference? {
    var reference = ReportReference()
    reference.publisher = line.text("in")
    reference.published = line.value("on").flatMap { DateOrInstant($0) }
    reference.url = line.text("at")
    if let head = line.head {
      if head.hasPrefix("urn:") {
        reference.id = Text(head)
      } else if head != reference.publisher?.description, head != reference.url?.description {
        reference.headline = Text(head)
      }
    }
    return reference.isEmpty ? nil : reference
  }

  private static func words(_ term: StaticString) -> String { String(decoding: spacedWords(term), as: UTF8.self) }

  private static func count(_ text: String?) -> Int? {
    guard let text, let number = Int(text), number >= 0, number <= 1 << 53 else { return nil }
    return number
  }
}

extension Optional where Wrapped: FieldBearing {
  /// The object, or nil where no field of it is filled: the model has no such objects.
  var filled: Wrapped? { self?.isEmpty == true ? nil : self }
}
