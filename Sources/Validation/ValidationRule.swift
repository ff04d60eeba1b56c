/// What a rule is, and why.
public struct ValidationRule: Sendable {
  /// How strongly its source asks for what the rule checks.
  public enum Requirement: String, Sendable {
    /// The specification says MUST, or a document that breaks it cannot be understood.
    case must = "MUST"
    /// The specification says SHOULD, or its authors recommend it.
    case should = "SHOULD"
    /// Experience: programs differ, or people are misled.
    case practice = "practice"
  }

  /// Its stable name.
  public let id: RuleID
  /// How bad a breach is, unless the caller says otherwise.
  public let level: FindingLevel
  /// The level under ``ValidationProfile/feedvalidator``; nil where the rule is off there.
  public let referenceLevel: FindingLevel?
  /// How strongly its source asks for it.
  public let requirement: Requirement
  /// Where its source says so.
  public let clause: String
  /// The names that the W3C feed validation service has for the same thing.
  public let reference: [String]
  /// One paragraph for those who write feeds.
  public let explanation: String
  /// An example that breaks it.
  public let wrong: String
  /// The same, as it should be.
  public let right: String

  init(
    _ id: RuleID, _ level: FindingLevel, _ requirement: Requirement, _ clause: String, like reference: [String] = [],
    at referenceLevel: FindingLevel? = nil, _ explanation: String, wrong: String, right: String
  ) {
    self.id = id
    self.level = level
    self.referenceLevel = reference.isEmpty ? nil : referenceLevel ?? level
    self.requirement = requirement
    self.clause = clause
    self.reference = reference
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }
}
