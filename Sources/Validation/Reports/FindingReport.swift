/// A form in which findings are told.
public enum ReportForm: String, CaseIterable, Sendable {
  /// As compilers do, with the line and a caret.
  case text
  /// One JSON object for all documents.
  case json
  /// One JSON object a line and finding.
  case jsonl
  /// Static Analysis Results Interchange Format 2.1.0 (OASIS).
  case sarif
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
  /// The XML that test runners write.
  case junit
}

/// Writes the findings of documents, one document after the other.
public protocol FindingReport {
  /// What is written for a document.
  mutating func text(of findings: FileFindings) -> String
  /// What is written when there are no more.
  mutating func end() -> String
}

extension ReportForm {
  /// A report of this form.
  ///
  /// - Parameters:
  ///   - failLevel: From which level on a finding counts as a failed test.
  ///   - hasColour: Whether text goes to a terminal that shows colours.
  ///   - version: The version of the program, for forms that name it.
  public func makeReport(failLevel: FindingLevel?, hasColour: Bool = false, version: String) -> any FindingReport {
    switch self {
    case .text: TextReport(hasColour: hasColour)
    case .json: JSONReport()
    case .jsonl: JSONLinesReport()
    case .sarif: SARIFReport(version: version)
    case .github: GitHubReport()
    case .junit: JUnitReport(failLevel: failLevel)
    }
  }
}

/// What reports say of findings that are counted and not told.
enum UntoldFindings {
  static func message(_ count: Int, _ level: FindingLevel) -> String {
    "\(count) more of level \(level.word) \(count == 1 ? "is" : "are") not shown"
  }
}
