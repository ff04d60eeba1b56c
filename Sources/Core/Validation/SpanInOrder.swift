/// The earliest instant of an incident is before the latest.
public struct SpanInOrder: Rule {
  /// `model.span-out-of-order`.
  public let code: DiagnosticCode = "model.span-out-of-order"

  /// Makes the rule.
  public init() {}

  /// Looks at `when`.
  public func check(_ incident: borrowing Incident) -> [RuleProblem] {
    guard let earliest = incident.when?.earliest,
      let latest = incident.when?.latest, let start = earliest.secondsSince1970, let end = latest.secondsSince1970,
      start > end
    else { return [] }
    return [RuleProblem(at: "/when/earliest", "'earliest' is after 'latest' (\(latest)); both are kept")]
  }
}
