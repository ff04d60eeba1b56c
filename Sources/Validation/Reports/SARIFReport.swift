internal import DatelineCore

/// SARIF 2.1.0: one run, with the rules that were broken.
struct SARIFReport: FindingReport {
  let version: String
  private var results: [String] = []
  private var rules: [String] = []
  private var indexes: [String: Int] = [:]
  private var notifications: [String] = []

  init(version: String) { self.version = version }

  mutating func text(of findings: FileFindings) -> String {
    for finding in findings.findings { results.append(result(finding, findings.file)) }
    for (level, count) in findings.otherCounts.sorted(by: { $0.key > $1.key }) {
      notifications.append(
        "{\"level\":\"\(Self.level(level))\",\"message\":{\"text\":\(ReportText.json(UntoldFindings.message(count, level)))},"
          + "\"locations\":[{\"physicalLocation\":{\(artifact(findings.file))}}]}")
    }
    return ""
  }

  mutating func end() -> String {
    """
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"dateline",\
    "version":\(ReportText.json(version)),"rules":[\(rules.joined(separator: ","))]}},"columnKind":"unicodeCodePoints",\
    \(invocation)"results":[\(results.map { "\n" + $0 }.joined(separator: ","))
    ]}]}

    """
  }

  /// What is counted in no result; the run itself did what it should.
  private var invocation: String {
    notifications.isEmpty
      ? ""
      : "\"invocations\":[{\"executionSuccessful\":true,\"toolExecutionNotifications\":[\(notifications.joined(separator: ","))]}],"
  }

  private func artifact(_ file: String) -> String {
    "\"artifactLocation\":{\"uri\":\(ReportText.json(Self.uri(file)))}"
  }

  private mutating func index(of finding: Finding) -> Int {
    if let index = indexes[finding.code] { return index }
    var parts = ["\"id\":\(ReportText.json(finding.code))"]
    if let rule = finding.rule.map(RuleCatalogue.rule) {
      parts.append("\"shortDescription\":{\"text\":\(ReportText.json(Self.firstSentence(rule.explanation)))}")
      parts.append("\"fullDescription\":{\"text\":\(ReportText.json(rule.explanation))}")
      parts.append(
        "\"help\":{\"text\":\(ReportText.json("\(rule.explanation)\n\nWrong: \(rule.wrong)\nRight: \(rule.right)\n\n\(rule.clause)"))}"
      )
      parts.append("\"defaultConfiguration\":{\"level\":\"\(Self.level(rule.level))\"}")
    }
    rules.append("{\(parts.joined(separator: ","))}")
    indexes[finding.code] = rules.count - 1
    return rules.count - 1
  }

  private static func firstSentence(_ text: String) -> String {
    text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
  }

  private static func level(_ level: FindingLevel) -> String { level == .info ? "note" : level.word }

  private mutating func result(_ finding: Finding, _ file: String) -> String {
    let index = index(of: finding)
    let artifact = artifact(file)
    let end =
      (finding.end.line, finding.end.column) > (finding.start.line, finding.start.column)
      ? ",\"endLine\":\(finding.end.line),\"endColumn\":\(finding.end.column)" : ""
    var location =
      "\"physicalLocation\":{\(artifact),\"region\":{\"startLine\":\(finding.start.line),\"startColumn\":\(finding.start.column)\(end)}}"
    if !finding.path.isEmpty {
      location +=
        ",\"logicalLocations\":[{\"fullyQualifiedName\":\(ReportText.json(finding.path)),\"kind\":\"element\"}]"
    }
    var parts = [
      "\"ruleId\":\(ReportText.json(finding.code))", "\"ruleIndex\":\(index)",
      "\"level\":\"\(Self.level(finding.level))\"",
      "\"message\":{\"text\":\(ReportText.json(finding.message))}", "\"locations\":[{\(location)}]",
    ]
    if finding.occurrenceCount > 1 { parts.append("\"occurrenceCount\":\(finding.occurrenceCount)") }
    if let fix = finding.fix {
      parts.append(
        "\"fixes\":[{\"description\":{\"text\":\(ReportText.json("Write \(fix.replacement)"))},\"artifactChanges\":[{\(artifact),"
          // Offsets would be those of the artifact in its own encoding (section 3.30.11); lines and columns hold in all.
          + "\"replacements\":[{\"deletedRegion\":{\"startLine\":\(fix.start.line),\"startColumn\":\(fix.start.column),"
          + "\"endLine\":\(fix.end.line),\"endColumn\":\(fix.end.column)},"
          + "\"insertedContent\":{\"text\":\(ReportText.json(fix.replacement))}}]}]}]")
    }
    return "{\(parts.joined(separator: ","))}"
  }

  /// A file name as a URI reference (RFC 3986).
  private static func uri(_ file: String) -> String {
    var result = ""
    for byte in file.utf8 {
      let isPlain =
        byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/")
      result += isPlain ? String(Character(Unicode.Scalar(byte))) : URIChecks.percentEncoded(byte)
    }
    return result
  }
}
