/// The words of an evidence entry start before they end.
public struct EvidenceInOrder: Rule {
  /// `model.evidence-out-of-order`.
  public let code: DiagnosticCode = "model.evidence-out-of-order"

  /// Makes the rule.
  public init() {}

  /// Looks at the evidence of an incident.
  public func check(_ incident: borrowing Incident) -> [RuleProblem] { check(incident.evidence) }

  /// Looks at the evidence of a report.
  public func check(_ report: borrowing Report) -> [RuleProblem] { check(report.evidence) }

  private func check(_ evidence: [Evidence]) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    let evidence = evidence.span
    for index in evidence.indices where evidence[index].start >= evidence[index].end {
      let entry = evidence[index]
      problems.append(
        RuleProblem(
          at: "/evidence/\(index)/start", "the words start at \(entry.start) and end at \(entry.end); both are kept"))
    }
    return problems
  }
}
