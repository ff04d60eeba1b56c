package import DatelineCore

/// Takes what the rules of one document find, counts all of it and keeps what is told.
package final class FindingLog {
  /// What is checked.
  package let options: ValidationOptions
  /// What was found so far.
  package private(set) var result: FileFindings

  private struct Repeat: Hashable {
    var rule: RuleID
    var element: String
  }

  /// How many findings of a kind there were, and where the last is that is told.
  private var repeats: [Repeat: (count: Int, last: Int?)] = [:]
  private let levels: [RuleID: FindingLevel]
  private let registry: ItemRegistry?

  /// - Parameter registry: What the files of this run have had so far; nil where they are not compared.
  package init(file: String, options: ValidationOptions, registry: ItemRegistry? = nil) {
    self.options = options
    result = FileFindings(file: file)
    var levels: [RuleID: FindingLevel] = [:]
    for rule in RuleID.allCases { levels[rule] = options.level(of: rule) }
    self.levels = levels
    self.registry = registry
    registry?.begin(file)
  }

  /// Whether ids are compared with those of other files.
  package var comparesFiles: Bool { registry != nil }

  /// Where another file has other content under this id; see ``ItemRegistry/remember(id:content:version:line:)``.
  package func conflict(id: Int, content: Int, version: Int, line: Int) -> (file: String, line: Int)? {
    registry?.remember(id: id, content: content, version: version, line: line)
  }

  /// Whether the choices of the W3C feed validation service count.
  package var isReference: Bool { options.profile == .feedvalidator }

  /// Whether anything is done with findings of `rule`.
  package func isOn(_ rule: RuleID) -> Bool { levels[rule] != nil }

  /// Says what the document is.
  package func setKind(_ kind: String) { result.kind = kind }

  /// Says in which encoding the document is.
  package func setEncoding(_ name: String) { result.encoding = name }

  /// Takes a finding.
  ///
  /// - Parameters:
  ///   - level: The level where this case of the rule has another than the rule; the caller's options come first.
  ///   - details: Makes the finding, if it is to be told, from its level.
  package func add(
    _ rule: RuleID, level: FindingLevel? = nil, element: String, _ details: (FindingLevel) -> Finding
  ) {
    guard let usual = levels[rule] else { return }
    let isChosen = options.levels[rule] != nil
    let level = isChosen ? usual : level ?? usual
    result.counts[rule.rawValue, default: 0] += 1
    result.levelCounts[level, default: 0] += 1
    let key = Repeat(rule: rule, element: element)
    // Elements come from the document: only so many are told apart.
    guard repeats.count < 10_000 || repeats[key] != nil else { return leaveOut(level, after: nil) }
    let (count, last) = repeats[key] ?? (0, nil)
    guard count < options.repeatLimit, told[level, default: 0] < options.findingLimit else {
      return leaveOut(level, after: last)
    }
    repeats[key] = (count + 1, result.findings.count)
    told[level, default: 0] += 1
    result.findings.append(details(level))
  }

  /// Counts a finding that is not told with the last of its kind that is.
  private func leaveOut(_ level: FindingLevel, after last: Int?) {
    if let last {
      result.findings[last].occurrenceCount += 1
    } else {
      result.otherCounts[level, default: 0] += 1
    }
  }

  /// Takes what the reader of a format says.
  package func add(_ diagnostic: Diagnostic) {
    let finding = Finding(diagnostic)
    result.counts[finding.code, default: 0] += 1
    result.levelCounts[finding.level, default: 0] += 1
    guard told[finding.level, default: 0] < options.findingLimit else { return leaveOut(finding.level, after: nil) }
    told[finding.level, default: 0] += 1
    result.findings.append(finding)
  }

  private var told: [FindingLevel: Int] = [:]

  /// Puts what is told into the order of the document.
  package func finish() -> FileFindings {
    result.findings.sort {
      ($0.start.offset, $1.level, $0.code) < ($1.start.offset, $0.level, $1.code)
    }
    return result
  }
}
