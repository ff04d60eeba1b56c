/// Whose choices count where the W3C feed validation service and this library differ on purpose.
public enum ValidationProfile: String, CaseIterable, Sendable {
  /// Ours.
  case standard = "default"
  /// Those of the W3C feed validation service, for comparing.
  case feedvalidator
}

/// What is checked, and how much is told.
public struct ValidationOptions: Sendable {
  /// Whose choices count.
  public var profile = ValidationProfile.standard
  /// Levels that differ from the catalogue's; nil turns a rule off.
  public var levels: [RuleID: FindingLevel?] = [:]
  /// How many findings of each level are told for a document; the rest is counted.
  public var findingLimit = 1000
  /// How many findings of one rule at one element are told; the rest is counted.
  public var repeatLimit = 20
  /// How many seconds of the processor a document may take, besides one for each megabyte of it; then no more is read.
  public var secondsLimit = 60.0
  /// Where the document is published; the self link is compared with it.
  public var address: String?
  /// The media type with which the server sends the document, such as `application/rss+xml; charset=utf-8`.
  public var contentType: String?
  /// The moment, in seconds since 1970, after which dates lie in the future; nil where no date does but those after 2099.
  public var now: Int?
  /// Namespaces that are known besides those of the library.
  public var knownNamespaces: Set<String> = []

  /// The options as they are.
  public init() {}

  /// The level of `rule`; nil where it is off.
  func level(of rule: RuleID) -> FindingLevel? {
    if let level = levels[rule] { return level }
    let entry = RuleCatalogue.rule(rule)
    return profile == .feedvalidator ? entry.referenceLevel : entry.level
  }
}
