import ArgumentParser
import Dateline

/// `dateline rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that feeds are checked against.",
    discussion: """
      EXAMPLES:
        dateline rules
        dateline rules --json
      """)

  @Flag(help: "As JSON, with everything that is known about each.")
  var json = false

  func run() throws {
    let rules = RuleCatalogue.all
    if json { return print("[" + rules.map(\.json).joined(separator: ",\n ") + "]") }
    let width = rules.map { $0.id.rawValue.count }.max() ?? 0
    for rule in rules {
      let name = rule.id.rawValue + String(repeating: " ", count: width - rule.id.rawValue.count)
      let level = rule.level.word + String(repeating: " ", count: 7 - rule.level.word.count)
      print("\(name)  \(level)  \(rule.summary)")
    }
  }
}
