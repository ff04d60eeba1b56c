internal import DatelineCore

/// The members that a finding has in JSON.
private func members(of finding: Finding, in file: String) -> String {
  func string(_ name: String, _ value: String) -> String { "\"\(name)\":\(ReportText.json(value))" }
  let reference = finding.reference.map { ReportText.json($0) }.joined(separator: ",")
  var parts = [
    string("file", file), place(finding.start, finding.end), string("level", finding.level.word),
    string("rule", finding.code),
    string("message", finding.message), string("clause", finding.clause), string("element", finding.element),
    string("path", finding.path), "\"reference\":[\(reference)]",
  ]
  if finding.occurrenceCount > 1 { parts.append("\"count\":\(finding.occurrenceCount)") }
  if let fix = finding.fix {
    parts.append(
      "\"fix\":{\(place(fix.start, fix.end)),\(string("replacement", fix.replacement))}"
    )
  }
  return parts.joined(separator: ",")
}

private func place(_ start: SourcePosition, _ end: SourcePosition) -> String {
  "\"line\":\(start.line),\"column\":\(start.column),\"endLine\":\(end.line),\"endColumn\":\(end.column),\"offset\":\(start.offset),\"endOffset\":\(end.offset)"
}

/// One finding a line, and one for those of a level of which none like them is told.
struct JSONLinesReport: FindingReport {
  func text(of findings: FileFindings) -> String {
    let others = findings.otherCounts.sorted { $0.key > $1.key }.map { other(findings.file, $0.key, $0.value) }
    return (findings.findings.map { "{\(members(of: $0, in: findings.file))}\n" } + others).joined()
  }

  private func other(_ file: String, _ level: FindingLevel, _ count: Int) -> String {
    var finding = Finding(
      .limitReached, level: level, message: UntoldFindings.message(count, level), start: SourcePosition(),
      end: SourcePosition(), element: "", path: "")
    finding.occurrenceCount = count
    return "{\(members(of: finding, in: file))}\n"
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
