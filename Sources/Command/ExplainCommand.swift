import ArgumentParser
import Dateline

/// `dateline explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule that feeds are checked against.",
    discussion: """
      EXAMPLES:
        dateline explain rss-guid-not-url
      """)

  @Argument(help: "The name of the rule, as findings show it.")
  var rule: String

  func run() throws {
    guard let id = RuleID(rawValue: rule) else {
      let near = RuleCatalogue.nearest(to: rule).map { "; was '\($0)' meant?" } ?? "; 'dateline rules' lists them"
      throw ValidationError("there is no rule \(quoted(rule))\(near)")
    }
    print(RuleCatalogue.rule(id).page, terminator: "")
  }
}
