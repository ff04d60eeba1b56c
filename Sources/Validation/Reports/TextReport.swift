internal import DatelineCore

/// `file:line:column: level: message [rule]`, and below it the line with a caret.
struct TextReport: FindingReport {
  let hasColour: Bool
  private var totals: [FindingLevel: Int] = [:]
  private var fileCount = 0
  /// Files that are taken for articles: no rule is about those.
  private var articleCount = 0

  init(hasColour: Bool) { self.hasColour = hasColour }

  mutating func text(of findings: FileFindings) -> String {
    fileCount += 1
    if findings.kind == "article" { articleCount += 1 }
    for (level, count) in findings.levelCounts { totals[level, default: 0] += count }
    var text = findings.findings.map { one($0, in: findings.file) }.joined()
    if findings.untoldCount > 0 {
      text +=
        escapedForTerminal(
          "\(findings.file): \(findings.untoldCount) more findings are not shown; in all: \(findings.commonest)")
        + "\n"
    }
    return text
  }

  mutating func end() -> String {
    let parts = FindingLevel.allCases.reversed().compactMap { level -> String? in
      let count = totals[level] ?? 0
      guard count > 0 else { return nil }
      let word = level == .info ? "note" : level.word
      return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    var files = "\(fileCount) file\(fileCount == 1 ? "" : "s")"
    if articleCount > 0 {
      let share = articleCount == fileCount ? "" : "\(articleCount) of them "
      files += ", \(share)read as plain text, which has no rules"
    }
    return parts.isEmpty ? "\(files): nothing found\n" : "\(files): \(parts.joined(separator: ", "))\n"
  }

  private func one(_ finding: Finding, in file: String) -> String {
    let place = "\(file):\(finding.start.line):\(finding.start.column): "
    let word = hasColour ? "\(colour(finding.level))\(finding.level.word):\u{1B}[0m" : "\(finding.level.word):"
    var text = escapedForTerminal(place) + word + escapedForTerminal(" \(finding.message) [\(finding.code)]") + "\n"
    if let line = finding.line { text += excerpt(line, finding) }
    return text
  }

  private func colour(_ level: FindingLevel) -> String {
    switch level {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;35m"
    case .info: "\u{1B}[1;36m"
    }
  }

  private static let width = 100

  /// The part of the line around the finding, and a caret below its start.
  private func excerpt(_ line: String, _ finding: Finding) -> String {
    let scalars = Array(line.unicodeScalars)
    let column = min(max(0, finding.start.column - 1), scalars.count)
    let first = column > Self.width - 20 ? column - 40 : 0
    let shown = scalars[first..<min(scalars.count, first + Self.width)]
    var text = first > 0 ? "  …" : "  "
    var marks = first > 0 ? "   " : "  "
    let end = finding.end.line == finding.start.line ? max(finding.end.column - 1, column + 1) : scalars.count
    for (offset, scalar) in shown.enumerated() {
      let piece = scalar == "\t" ? " " : escapedForTerminal(String(Character(scalar)))
      text += piece
      let position = first + offset
      let mark = position == column ? "^" : position > column && position < end ? "~" : " "
      marks += mark + String(repeating: mark == "^" ? "~" : mark, count: max(0, piece.unicodeScalars.count - 1))
    }
    if column == scalars.count { marks += "^" }
    while marks.last == " " { marks.removeLast() }
    return text + "\n" + marks + "\n"
  }
}
