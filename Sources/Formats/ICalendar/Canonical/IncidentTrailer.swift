import DatelineCore
import DatelineRecord

extension Trailer {
  /// Writes the lines for `incident`.
  ///
  /// - Parameter reports: What is known of the reports that it names by id.
  mutating func write(_ incident: borrowing Incident, reports: RecentReports) {
    if let when = incident.when { write(when) }
    incident.places.span.forEachInPlace { write($0) }
    // That something occurred goes without saying among events.
    let stage = incident.stage == .occurred ? nil : incident.stage
    if incident.kind != nil || stage != nil {
      begin("What")
      head(incident.kind)
      detail(term: stage)
      end()
    }
    incident.participants.span.forEachInPlace { write($0) }
    for munition in incident.munitions { write(munition) }
    incident.casualties.span.forEachInPlace { write($0) }
    for damage in incident.damage { write(damage) }
    if let cause = incident.cause { write(cause) }
    for claim in incident.claims { write(claim) }
    if let verification = incident.verification { write(verification) }
    for report in incident.reports { write(report, known: report.id.flatMap { reports[$0] }) }
  }

  private mutating func write(_ when: When) {
    begin("When")
    if let date = when.date { head { date.write(to: &$0) } } else { head(nil) }
    detail(term: when.partOfDay)
    if let time = when.time { detail("at") { $0.write(time) } }
    if let earliest = when.earliest { detail("from") { earliest.write(to: &$0) } }
    if let latest = when.latest { detail("until") { latest.write(to: &$0) } }
    detail("zone", when.timeZone)
    detail("zone by", term: when.timeZoneBasis)
    detail("date", term: when.dateBasis)
    detail("words", when.text)
    end()
  }

  private mutating func write(_ place: borrowing Place) {
    begin("Where")
    if place.hasHead {
      head { place.writeHead(to: &$0) }
    } else {
      head(place.admin3 ?? place.admin2 ?? place.admin1 ?? place.region)
    }
    detail(term: place.role)
    if let relation = place.relation, !place.relatedTo.isEmpty {
      detail("lies") { output in
        output.write(words: relation.name)
        output.write(0x20)
        output.write(joined: place.relatedTo)
      }
    }
    if place.name != nil { detail("words", place.text) }
    detail("settlement", place.settlement)
    detail("admin3", place.admin3)
    detail("admin2", place.admin2)
    detail("admin1", place.admin1)
    detail("region", place.region)
    detail("country", place.country)
    detail("country name", place.countryName)
    if let latitude = place.latitude, let longitude = place.longitude {
      detail("at") { output in
        output.write(shortest: latitude)
        output.write(0x20)
        output.write(shortest: longitude)
      }
    }
    if let radius = place.radius {
      detail("within metres") { $0.write(shortest: radius) }
    }
    detail("known to", term: place.precision)
    end()
  }

  private mutating func write(_ participant: borrowing Participant) {
    begin("Who")
    head(participant.name)
    for role in participant.roles { detail(term: role) }
    if let kind = participant.kind { detail("kind") { $0.write(words: kind) } }
    detail("country", participant.country)
    detail("side", participant.side)
    if participant.certainty != .stated { detail(term: participant.certainty) }
    end()
  }

  private mutating func write(_ munition: Munition) {
    begin("Munition")
    if let designation = munition.designation {
      head(designation)
      if let kind = munition.class { detail("class") { $0.write(words: kind) } }
    } else if let kind = munition.class {
      head { $0.write(words: kind) }
    } else {
      head(nil)
    }
    detail("number", munition.best)
    detail("low", munition.low)
    detail("high", munition.high)
    detail("from", munition.platform)
    detail(term: munition.state)
    end()
  }

  private mutating func write(_ casualty: borrowing Casualty) {
    begin(Self.label(of: casualty.outcome))
    writeHarm(casualty.status, low: casualty.low, best: casualty.best, high: casualty.high)
    if let group = casualty.group { detail("group") { $0.write(words: group) } }
    detail("side", casualty.side)
    detail("words", casualty.qualifier)
    end()
  }

  private static func label(of outcome: Outcome?) -> StaticString {
    switch outcome {
    case .killed: "Killed"
    case .wounded: "Injured"
    case .missing: "Missing"
    case .detained: "Detained"
    case .abducted: "Abducted"
    case .displaced: "Displaced"
    case .affected: "Affected"
    case nil: "Casualties"
    }
  }

  /// Writes a head, the likeliest number, else what was harmed, else the status; then the bounds.
  private mutating func writeHarm(_ status: HarmStatus, of object: Text? = nil, low: Int?, best: Int?, high: Int?) {
    if let best {
      head { $0.write(decimal: best) }
    } else if status == .reported, let object {
      head(object)
    } else {
      head { $0.write(words: status.name) }
    }
    if best != nil, status != .reported { detail(term: status) }
    detail("low", low)
    detail("high", high)
  }

  private mutating func write(_ damage: Damage) {
    begin("Damage")
    writeHarm(damage.status, of: damage.object, low: damage.low, best: damage.best, high: damage.high)
    if damage.status != .reported || damage.best != nil { detail("of", damage.object) }
    detail("extent", term: damage.extent)
    detail("words", damage.text)
    end()
  }

  private mutating func write(_ cause: Cause) {
    begin("Cause")
    if let intent = cause.intent { head { $0.write(words: intent.name) } } else { head(nil) }
    detail("by", cause.mechanism)
    end()
  }

  private mutating func write(_ claim: Claim) {
    begin("Said")
    head(claim.speaker)
    detail(term: claim.stance)
    detail("on", claim.field)
    detail("value", claim.value?.text)
    detail("as", claim.speakerRole)
    for source in claim.via { detail("via", source) }
    detail("hedge", claim.hedge)
    if let said = claim.said { detail("when") { said.write(to: &$0) } }
    detail("text", claim.text)
    detail("quote", claim.quote)
    end()
  }

  private mutating func write(_ verification: Verification) {
    begin("Checked")
    if let status = verification.status { head { $0.write(words: status.name) } } else { head(nil) }
    for method in verification.methods { detail("by") { $0.write(words: method) } }
    end()
  }

  private mutating func write(_ reference: ReportReference, known report: RecentReports.Entry?) {
    begin("Source")
    let name = reference.headline ?? report?.headline ?? reference.publisher ?? report?.publisher ?? reference.url
    head(name ?? reference.id)
    detail("in", reference.publisher ?? report?.publisher)
    if let published = reference.published ?? report?.published { detail("on") { published.write(to: &$0) } }
    detail("at", reference.url ?? report?.url)
    end()
  }
}
