/// A place has both coordinates or neither.
public struct CoordinatesTogether: Rule {
  /// `model.half-coordinates`.
  public let code: DiagnosticCode = "model.half-coordinates"

  /// Makes the rule.
  public init() {}

  /// Looks at the places of an incident.
  public func check(_ record: Record) -> [RuleProblem] {
    guard case .incident(let incident) = record else { return [] }
    var problems: [RuleProblem] = []
    for (index, place) in incident.places.enumerated() where (place.longitude == nil) != (place.latitude == nil) {
      let there = place.longitude == nil ? "latitude" : "longitude"
      problems.append(
        RuleProblem(at: "/places/\(index)/\(there)", "the place has a \(there) alone, which marks no point"))
    }
    return problems
  }
}
