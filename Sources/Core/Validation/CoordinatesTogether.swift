/// A place has both coordinates or neither.
public struct CoordinatesTogether: Rule {
  /// `model.half-coordinates`.
  public let code: DiagnosticCode = "model.half-coordinates"

  /// Makes the rule.
  public init() {}

  /// Looks at the places of an incident.
  public func check(_ incident: borrowing Incident) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    for index in incident.places.indices
    where (incident.places[index].longitude == nil) != (incident.places[index].latitude == nil) {
      let there = incident.places[index].longitude == nil ? "latitude" : "longitude"
      problems.append(
        RuleProblem(at: "/places/\(index)/\(there)", "the place has a \(there) alone, which marks no point"))
    }
    return problems
  }
}
