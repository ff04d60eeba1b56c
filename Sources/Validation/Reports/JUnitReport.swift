internal import DatelineCore

/// JUnit XML: a suite for each document and a case for each finding.
struct JUnitReport: FindingReport {
  let failLevel: FindingLevel?
  private var isFirst = true

  init(failLevel: FindingLevel?) { self.failLevel = failLevel }

  mutating func text(of findings: FileFindings) -> String {
    let start = isFirst ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dateline validate\">\n" : ""
    isFirst = false
    let failures = findings.findings.count { isFailure($0) }
    let name = ReportText.xml(findings.file)
    var text =
      start + "  <testsuite name=\"\(name)\" tests=\"\(max(1, findings.findings.count))\" failures=\"\(failures)\">\n"
    if findings.findings.isEmpty { text += "    <testcase classname=\"\(name)\" name=\"valid\"/>\n" }
    for finding in findings.findings { text += testCase(finding, name) }
    return text + "  </testsuite>\n"
  }

  mutating func end() -> String {
    isFirst
      ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dateline validate\"/>\n" : "</testsuites>\n"
  }

  private func isFailure(_ finding: Finding) -> Bool { failLevel.map { finding.level >= $0 } ?? false }

  private func testCase(_ finding: Finding, _ file: String) -> String {
    let title = "\(finding.code) at \(finding.start.line):\(finding.start.column)"
    let message = ReportText.xml(finding.message)
    let body =
      isFailure(finding)
      ? "<failure type=\"\(ReportText.xml(finding.code))\" message=\"\(message)\"/>"
      : "<system-out>\(finding.level.word): \(message)</system-out>"
    return "    <testcase classname=\"\(file)\" name=\"\(ReportText.xml(title))\">\(body)</testcase>\n"
  }
}
