/// The words of an evidence entry start before they end.
public struct EvidenceInOrder: Rule {
  /// `model.evidence-out-of-order`.
  public let code: DiagnosticCode = "model.evidence-out-of-order"

  /// Makes the rule.
  public init() {}

  /// Looks at the evidence of reports and incidents.
  public func check(_ record: Record) -> [RuleProblem] {
    let evidence: [Evidence]
    switch record {
    case .report(let report): evidence = report.evidence
    case .incident(let incident): evidence = incident.evidence
    case .tombstone: return []
    }
    var problems: [RuleProblem] = []
    for (index, entry) in evidence.enumerated() where entry.start >= entry.end {
      problems.append(
        RuleProblem(
          at: "/evidence/\(index)/start", "the words start at \(entry.start) and end at \(entry.end); both are kept"))
    }
    return problems
  }
}
