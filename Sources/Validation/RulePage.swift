internal import DatelineCore

extension ValidationRule {
  /// The first sentence of the explanation.
  public var summary: String {
    explanation.firstRange(of: ". ").map { String(explanation[..<$0.lowerBound]) } ?? String(explanation.dropLast())
  }

  /// All about the rule, for people.
  public var page: String {
    let levels = referenceLevel.map { $0 == level ? "" : " (\($0.word) under --profile feedvalidator)" } ?? ""
    let same = reference.isEmpty ? "" : "The W3C service calls it \(reference.joined(separator: ", ")).\n"
    return """
      \(id.rawValue): \(level.word)\(levels), \(requirement.rawValue), \(clause)

      \(Self.wrapped(explanation))

      Wrong:
      \(Self.indented(wrong))
      Right:
      \(Self.indented(right))
      \(same)
      """
  }

  /// All about the rule, as a JSON object.
  public var json: String {
    let text = [
      ("id", id.rawValue), ("level", level.word), ("requirement", requirement.rawValue), ("clause", clause),
      ("explanation", explanation), ("wrong", wrong), ("right", right),
    ].map { "\"\($0.0)\":\(ReportText.json($0.1))" }.joined(separator: ",")
    let names = reference.map { ReportText.json($0) }.joined(separator: ",")
    let other = referenceLevel.map { "\"\($0.word)\"" } ?? "null"
    return "{\(text),\"referenceLevel\":\(other),\"reference\":[\(names)]}"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.count + word.count >= 80 {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension RuleCatalogue {
  /// The rules as a table in Markdown, as `Specs/validation.md` has it.
  public static var markdownTable: String {
    all.map { rule in
      let summary = rule.summary.replacing("|", with: "\\|")
      return
        "| `\(rule.id.rawValue)` | \(rule.level.word) | \(summary) | \(rule.clause.replacing("|", with: "\\|")) |\n"
    }.joined()
  }

  /// The name of a rule that was likely meant by `name`.
  public static func nearest(to name: String) -> String? {
    nearestName(to: name, among: RuleID.allCases.map(\.rawValue))
  }
}
