internal import DatelineCore

/// The members that a finding has in JSON.
private func members(of finding: Finding, in file: String) -> String {
  func string(_ name: String, _ value: String) -> String { "\"\(name)\":\(ReportText.json(value))" }
  let reference = finding.reference.map { ReportText.json($0) }.joined(separator: ",")
  var parts = [
    string("file", file), "\"line\":\(finding.start.line)", "\"column\":\(finding.start.column)",
    "\"endLine\":\(finding.end.line)", "\"endColumn\":\(finding.end.column)", "\"offset\":\(finding.start.offset)",
    "\"endOffset\":\(finding.end.offset)", string("level", finding.level.word), string("rule", finding.code),
    string("message", finding.message), string("clause", finding.clause), string("element", finding.element),
    string("path", finding.path), "\"reference\":[\(reference)]",
  ]
  if let fix = finding.fix {
    parts.append(
      "\"fix\":{\"offset\":\(fix.range.lowerBound),\"endOffset\":\(fix.range.upperBound),\(string("replacement", fix.replacement))}"
    )
  }
  return parts.joined(separator: ",")
}

/// One finding a line.
struct JSONLinesReport: FindingReport {
  func text(of findings: FileFindings) -> String {
    findings.findings.map { "{\(members(of: $0, in: findings.file))}\n" }.joined()
  }

  func end() -> String { "" }
}

/// One object: documents with their findings and counts.
struct JSONReport: FindingReport {
  private var isFirst = true

  mutating func text(of findings: FileFindings) -> String {
    let counts = findings.counts.sorted { $0.key < $1.key }.map { "\(ReportText.json($0.key)):\($0.value)" }
      .joined(separator: ",")
    let list = findings.findings.map { "\n    {\(members(of: $0, in: findings.file))}" }.joined(separator: ",")
    let start = isFirst ? "{\"files\":[\n" : ",\n"
    isFirst = false
    return start
      + "  {\"file\":\(ReportText.json(findings.file)),\"kind\":\(ReportText.json(findings.kind)),\"counts\":{\(counts)},\"findings\":[\(list)]}"
  }

  mutating func end() -> String { isFirst ? "{\"files\":[]}\n" : "\n]}\n" }
}
