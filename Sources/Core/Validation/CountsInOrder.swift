/// The low count is not above the best, nor the best above the high one. Rows of real tables break this, so it is a
/// warning, and the numbers stay as they are.
public struct CountsInOrder: Rule {
  /// `model.counts-out-of-order`.
  public let code: DiagnosticCode = "model.counts-out-of-order"

  /// Makes the rule.
  public init() {}

  /// Looks at munitions, casualties and damage.
  public func check(_ record: Record) -> [RuleProblem] {
    guard case .incident(let incident) = record else { return [] }
    var problems: [RuleProblem] = []
    for (index, item) in incident.munitions.enumerated() {
      check(item.low, item.best, item.high, at: "/munitions/\(index)", &problems)
    }
    for (index, item) in incident.casualties.enumerated() {
      check(item.low, item.best, item.high, at: "/casualties/\(index)", &problems)
    }
    for (index, item) in incident.damage.enumerated() {
      check(item.low, item.best, item.high, at: "/damage/\(index)", &problems)
    }
    return problems
  }

  private func check(_ low: Int?, _ best: Int?, _ high: Int?, at pointer: String, _ problems: inout [RuleProblem]) {
    let counts = [("low", low), ("best", best), ("high", high)].compactMap { name, count in count.map { (name, $0) } }
    for (lesser, greater) in zip(counts, counts.dropFirst()) where lesser.1 > greater.1 {
      problems.append(
        RuleProblem(
          at: "\(pointer)/\(lesser.0)",
          "'\(lesser.0)' is \(lesser.1) and '\(greater.0)' is \(greater.1), which is less; both are kept"))
    }
  }
}
