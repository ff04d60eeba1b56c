/// Every rule, with what it is and why.
public enum RuleCatalogue {
  /// In the order of ``RuleID``.
  public static let all: [ValidationRule] = RuleID.allCases.map(rule)

  /// The entry of `id`.
  public static func rule(_ id: RuleID) -> ValidationRule {
    // A test holds that there is an entry for each.
    table[id] ?? ValidationRule(id, .info, .practice, "", "", wrong: "", right: "")
  }

  private static let table: [RuleID: ValidationRule] = Dictionary(
    (xmlRules + structureRules + valueRules + textRules + rssRules + atomRules + extensionRules + alertRules + feedRules
      + schemaRules + jsonRules)
      .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
