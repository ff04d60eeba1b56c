public import DatelineCore

/// One place in a document that breaks a rule.
public struct Finding: Sendable {
  /// The rule; nil where the reader of a format found it, and ``code`` is its diagnostic.
  public var rule: RuleID?
  /// The name of the rule, or of the diagnostic (`Specs/diagnostics.md`).
  public var code: String
  /// How bad it is.
  public var level: FindingLevel
  /// A sentence without a final period: what is wrong, and what to do.
  public var message: String
  /// Where it begins. Columns count characters, offsets bytes (of the UTF-8 form, for documents in other encodings).
  public var start: SourcePosition
  /// Where it ends: behind its last character.
  public var end: SourcePosition
  /// The element as the document writes its name; empty where there is none.
  public var element: String
  /// The way to the element from the root, such as `/rss/channel/item[17]/pubDate`.
  public var path: String
  /// A change that mends it.
  public var fix: FindingFix?
  /// The line of the document in which it begins; nil where it is gone.
  public var line: String?
  /// How many findings of its rule it stands for: itself, and those at elements of the same name that are not told.
  public var occurrenceCount = 1

  /// Stores its parts.
  public init(
    _ rule: RuleID, level: FindingLevel, message: String, start: SourcePosition, end: SourcePosition, element: String,
    path: String, fix: FindingFix? = nil, line: String? = nil
  ) {
    self.rule = rule
    code = rule.rawValue
    self.level = level
    self.message = message
    self.start = start
    self.end = end
    self.element = element
    self.path = path
    self.fix = fix
    self.line = line
  }
}

extension Finding {
  /// What the reader of a format says about a document.
  public init(_ diagnostic: Diagnostic) {
    let place = diagnostic.position ?? SourcePosition()
    let level: FindingLevel =
      switch diagnostic.severity {
      case .note: .info
      case .warning: .warning
      case .error: .error
      }
    code = diagnostic.code.rawValue
    self.level = level
    message = diagnostic.message
    start = place
    end = place
    element = ""
    path = ""
  }

  /// The first line of `bytes`, which may end anywhere: within a line, or within a character, which is then left out.
  package static func firstLine(of bytes: ArraySlice<UInt8>) -> String {
    var line = bytes.prefix { $0 != 0x0A }
    if let lead = line.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      let length = line[lead] < 0xC0 ? 1 : line[lead] < 0xE0 ? 2 : line[lead] < 0xF0 ? 3 : 4
      if line.endIndex - lead < length { line = line[..<lead] }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Where the source of its rule says so; empty for diagnostics.
  public var clause: String { rule.map { RuleCatalogue.rule($0).clause } ?? "" }

  /// What the W3C feed validation service calls its rule.
  public var reference: [String] { rule.map { RuleCatalogue.rule($0).reference } ?? [] }
}

/// A change of a document that mends a finding and touches nothing else.
public struct FindingFix: Sendable, Hashable {
  /// Where what is replaced begins. Columns count characters, offsets bytes (of the UTF-8 form).
  public var start: SourcePosition
  /// Where it ends: behind its last character.
  public var end: SourcePosition
  /// What replaces it, escaped as the place asks.
  public var replacement: String

  /// Stores its parts.
  public init(start: SourcePosition, end: SourcePosition, replacement: String) {
    self.start = start
    self.end = end
    self.replacement = replacement
  }

  /// The bytes to replace, of the UTF-8 form for documents in other encodings.
  public var range: Range<Int> { start.offset..<max(start.offset, end.offset) }
}

/// All findings about one document.
public struct FileFindings: Sendable {
  /// What messages call the document.
  public var file: String
  /// The findings that are told, in the order of the document.
  public var findings: [Finding] = []
  /// How often each rule was broken, told or not.
  public var counts: [String: Int] = [:]
  /// How many findings there are of each level, told or not.
  public var levelCounts: [FindingLevel: Int] = [:]
  /// How many findings of each level are counted in no ``Finding/occurrenceCount``, since none of their kind is told.
  public var otherCounts: [FindingLevel: Int] = [:]
  /// What the document is, such as `rss 2.0`; empty where that is not known.
  public var kind = ""
  /// The name of the encoding that the document is in, in capitals; empty where that is not known.
  public var encoding = ""

  /// No findings yet.
  public init(file: String) { self.file = file }

  /// How many findings are counted and not told.
  public var untoldCount: Int { levelCounts.values.reduce(0, +) - findings.count }

  /// How many findings of `level` are counted and not told.
  public func untoldCount(of level: FindingLevel) -> Int {
    max(0, (levelCounts[level] ?? 0) - findings.count { $0.level == level })
  }

  /// The rules that were broken most often, such as `600 × rss-title-missing`.
  var commonest: String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map { "\($0.value) × \($0.key)" }
      .joined(separator: ", ")
  }

  /// The worst level; nil where there are no findings.
  public var worst: FindingLevel? { levelCounts.filter { $0.value > 0 }.keys.max() }
}
