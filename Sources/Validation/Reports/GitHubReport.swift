internal import DatelineCore

/// Workflow commands of GitHub Actions. GitHub shows ten annotations of each level for a step, so the worst of all
/// documents come first and the rest is summed up.
struct GitHubReport: FindingReport {
  private static let limit = 10
  private var findings: [(file: String, finding: Finding)] = []
  private var counts: [FindingLevel: Int] = [:]

  mutating func text(of findings: FileFindings) -> String {
    for (level, count) in findings.levelCounts { counts[level, default: 0] += count }
    for finding in findings.findings {
      let same = self.findings.count { $0.finding.level == finding.level }
      if same < Self.limit { self.findings.append((findings.file, finding)) }
    }
    return ""
  }

  mutating func end() -> String {
    var text = ""
    for level in FindingLevel.allCases.reversed() {
      let own = findings.filter { $0.finding.level == level }
      let count = counts[level] ?? 0
      // Where there are more, the last annotation says so.
      let told = count > own.count ? own.prefix(Self.limit - 1) : own[...]
      for (file, finding) in told { text += command(finding, file) }
      if count > told.count {
        text +=
          "::\(word(level)) title=\(count - told.count) more::\(UntoldFindings.message(count - told.count, level))\n"
      }
    }
    return text
  }

  private func command(_ finding: Finding, _ file: String) -> String {
    // Columns count for a single line only.
    let end = finding.end.line == finding.start.line ? ",endColumn=\(finding.end.column)" : ""
    return
      "::\(word(finding.level)) file=\(property(file)),line=\(finding.start.line),endLine=\(finding.end.line),col=\(finding.start.column)\(end),title=\(property(finding.code))::\(data(finding.message))\n"
  }

  private func word(_ level: FindingLevel) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private func data(_ text: String) -> String {
    // Dangerous characters are made visible first, so that no line end is left for a forged command.
    escapedForTerminal(text).replacing("%", with: "%25")
  }

  private func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
