/// A place has both coordinates or neither.
public struct CoordinatesTogether: Rule {
  /// `model.half-coordinates`.
  public let code: DiagnosticCode = "model.half-coordinates"

  /// Makes the rule.
  public init() {}

  /// Looks at the places of an incident.
  public func check(_ incident: borrowing Incident) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    let places = incident.places.span
    for index in places.indices where (places[index].longitude == nil) != (places[index].latitude == nil) {
      let there = places[index].longitude == nil ? "latitude" : "longitude"
      problems.append(
        RuleProblem(at: "/places/\(index)/\(there)", "the place has a \(there) alone, which marks no point"))
    }
    return problems
  }
}
