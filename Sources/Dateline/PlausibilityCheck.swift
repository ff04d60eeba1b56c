internal import DatelineJSON

/// Looks for what each field alone allows, and the fields of a record together do not: dates in the wrong order, shapes
/// that are none, records that speak of themselves as of others.
enum PlausibilityCheck {
  static func problems(of incident: Incident) -> [FieldProblem] {
    var problems = incident.when.map(problems) ?? []
    for (index, place) in incident.places.enumerated() {
      guard let fault = place.geometry.flatMap(GeoJSONGeometry.fault) else { continue }
      problems.append(FieldProblem(code: .badGeometry, pointer: "/places/\(index)/geometry", message: fault))
    }
    for (index, relation) in incident.relations.enumerated() where relation.target == incident.id {
      problems.append(
        FieldProblem(
          code: .ownRelation, pointer: "/relations/\(index)/target",
          message: "the incident is related to itself; name the other one, or take the relation out"))
    }
    if let revision = incident.revision, let created = revision.created, let modified = revision.modified,
      modified.precedes(created) == true
    {
      problems.append(
        disagreement(
          "/revision/modified", "the record was changed before it was made (\(created)); correct one of the dates"))
    }
    return problems
  }

  static func problems(of report: Report) -> [FieldProblem] {
    guard case .instant(let published)? = report.published, case .instant(let updated)? = report.updated,
      updated.precedes(published) == true
    else { return [] }
    return [
      disagreement(
        "/updated", "the report was changed before it was published (\(published)); correct one of the dates")
    ]
  }

  static func problems(of tombstone: Tombstone) -> [FieldProblem] {
    guard let other = tombstone.replacedBy, other == tombstone.id else { return [] }
    return [
      FieldProblem(
        code: .ownRelation, pointer: "/replacedBy",
        message: "the withdrawn record is replaced by itself; name the other one, or take this out")
    ]
  }

  /// Instants that lie outside of the date, in every zone that there is.
  private static func problems(of when: When) -> [FieldProblem] {
    guard let date = when.date else { return [] }
    return [("/when/earliest", when.earliest), ("/when/latest", when.latest)].compactMap { pointer, instant in
      guard let instant else { return nil }
      let day = instant.date.dayNumber
      let isBefore = date.earliestDay.map { day < $0.dayNumber - 1 } ?? false
      let isAfter = date.latestDay.map { day > $0.dayNumber + 1 } ?? false
      guard isBefore || isAfter else { return nil }
      return disagreement(pointer, "\(instant) is not of the date \(date); correct one of them")
    }
  }

  private static func disagreement(_ pointer: String, _ message: String) -> FieldProblem {
    FieldProblem(code: .datesDisagree, pointer: pointer, message: message)
  }
}

extension DiagnosticCode {
  static let badGeometry: Self = "model.geometry"
  static let ownRelation: Self = "model.own-relation"
  static let datesDisagree: Self = "model.dates-disagree"
}
