/// The low count is not above the best, nor the best above the high one. Rows of real tables break this, so it is a
/// warning, and the numbers stay as they are.
public struct CountsInOrder: Rule {
  /// `model.counts-out-of-order`.
  public let code: DiagnosticCode = "model.counts-out-of-order"

  /// Makes the rule.
  public init() {}

  /// Looks at munitions, casualties and damage.
  public func check(_ incident: borrowing Incident) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    for index in incident.munitions.indices {
      let item = incident.munitions[index]
      check(item.low, item.best, item.high, at: "/munitions", index, &problems)
    }
    for index in incident.casualties.indices {
      let item = incident.casualties[index]
      check(item.low, item.best, item.high, at: "/casualties", index, &problems)
    }
    for index in incident.damage.indices {
      let item = incident.damage[index]
      check(item.low, item.best, item.high, at: "/damage", index, &problems)
    }
    return problems
  }

  private func check(
    _ low: Int?, _ best: Int?, _ high: Int?, at list: StaticString, _ index: Int, _ problems: inout [RuleProblem]
  ) {
    // Nearly every count is single or in order.
    let isInOrder = (low ?? .min) <= (best ?? low ?? .min) && (best ?? low ?? .min) <= (high ?? .max)
    guard !isInOrder else { return }
    let counts = [("low", low), ("best", best), ("high", high)].compactMap { name, count in count.map { (name, $0) } }
    for (lesser, greater) in zip(counts, counts.dropFirst()) where lesser.1 > greater.1 {
      problems.append(
        RuleProblem(
          at: "\(list)/\(index)/\(lesser.0)",
          "'\(lesser.0)' is \(lesser.1) and '\(greater.0)' is \(greater.1), which is less; both are kept"))
    }
  }
}
