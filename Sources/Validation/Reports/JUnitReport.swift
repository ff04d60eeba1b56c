internal import DatelineCore

/// JUnit XML: a suite for each document and a case for each finding.
struct JUnitReport: FindingReport {
  let failLevel: FindingLevel?
  private var isFirst = true

  init(failLevel: FindingLevel?) { self.failLevel = failLevel }

  mutating func text(of findings: FileFindings) -> String {
    let start = isFirst ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dateline validate\">\n" : ""
    isFirst = false
    let name = ReportText.xml(findings.file)
    var cases = findings.findings.map { testCase($0, name) }
    var failures = findings.findings.count { isFailure($0.level) }
    for level in FindingLevel.allCases.reversed() where findings.untoldCount(of: level) > 0 {
      cases.append(untold(findings, level, name))
      if isFailure(level) { failures += 1 }
    }
    if cases.isEmpty { cases = ["    <testcase classname=\"\(name)\" name=\"valid\"/>\n"] }
    return start + "  <testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\">\n" + cases.joined()
      + "  </testsuite>\n"
  }

  mutating func end() -> String {
    isFirst
      ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dateline validate\"/>\n" : "</testsuites>\n"
  }

  private func isFailure(_ level: FindingLevel) -> Bool { failLevel.map { level >= $0 } ?? false }

  /// One case for all findings of a level that are counted and not told.
  private func untold(_ findings: FileFindings, _ level: FindingLevel, _ file: String) -> String {
    let title = UntoldFindings.message(findings.untoldCount(of: level), level)
    let message = ReportText.xml("\(title); in all: \(findings.commonest)")
    let body =
      isFailure(level)
      ? "<failure type=\"\(RuleID.limitReached.rawValue)\" message=\"\(message)\"/>"
      : "<system-out>\(message)</system-out>"
    return "    <testcase classname=\"\(file)\" name=\"\(ReportText.xml(title))\">\(body)</testcase>\n"
  }

  private func testCase(_ finding: Finding, _ file: String) -> String {
    let title = "\(finding.code) at \(finding.start.line):\(finding.start.column)"
    let message = ReportText.xml(finding.message)
    let body =
      isFailure(finding.level)
      ? "<failure type=\"\(ReportText.xml(finding.code))\" message=\"\(message)\"/>"
      : "<system-out>\(finding.level.word): \(message)</system-out>"
    return "    <testcase classname=\"\(file)\" name=\"\(ReportText.xml(title))\">\(body)</testcase>\n"
  }
}
