import DatelineCore

/// A line of the trailer, taken apart (`Specs/icalendar.md`, "Trailer").
struct TrailerLine: Hashable {
  /// What stands before the colon.
  enum Label: String, CaseIterable {
    case when = "When"
    case place = "Where"
    case kind = "What"
    case participant = "Who"
    case munition = "Munition"
    case killed = "Killed"
    case injured = "Injured"
    case missing = "Missing"
    case detained = "Detained"
    case abducted = "Abducted"
    case displaced = "Displaced"
    case affected = "Affected"
    case casualties = "Casualties"
    case damage = "Damage"
    case cause = "Cause"
    case claim = "Said"
    case verification = "Checked"
    case source = "Source"

    /// The label that stands for all of one field: those of casualties are one.
    var group: Label {
      switch self {
      case .killed, .injured, .missing, .detained, .abducted, .displaced, .affected: .casualties
      default: self
      }
    }

    static let groups = allCases.filter { $0.group == $0 }

    /// Of a line about casualties.
    var outcome: Outcome? {
      switch self {
      case .killed: .killed
      case .injured: .wounded
      case .missing: .missing
      case .detained: .detained
      case .abducted: .abducted
      case .displaced: .displaced
      case .affected: .affected
      default: nil
      }
    }
  }

  var label: Label
  /// nil for `-`.
  var head: String?
  /// What stands in parentheses, between `; `.
  var details: [String]

  /// - Returns: nil where the text is no such line.
  init?(_ text: some StringProtocol) {
    guard let colon = text.firstIndex(of: ":"), let label = Label(rawValue: String(text[..<colon])) else { return nil }
    var rest = text[text.index(after: colon)...]
    guard rest.first == " " else { return nil }
    rest = rest.dropFirst()
    self.label = label
    details = []
    if rest.last == ")" {
      guard let opening = Self.lastOpening(rest) else { return nil }
      let inner = rest[rest.index(opening, offsetBy: 2)...].dropLast()
      if !inner.isEmpty { details = Self.details(inner) }
      rest = rest[..<opening]
    }
    guard !rest.isEmpty else { return nil }
    head = rest == "-" ? nil : String(rest)
  }

  private static func details(_ text: some StringProtocol) -> [String] {
    var details: [String] = []
    var current = ""
    var characters = text.makeIterator()
    var pending: Character?
    while let character = pending ?? characters.next() {
      pending = nil
      guard character == ";" else {
        current.append(character)
        continue
      }
      let next = characters.next()
      if next == " " {
        details.append(current)
        current = ""
      } else {
        current.append(character)
        pending = next
      }
    }
    return details + [current]
  }

  /// The index of the last ` (`.
  private static func lastOpening<Words: StringProtocol>(_ text: Words) -> Words.Index? {
    var found: Words.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == " ", next < text.endIndex, text[next] == "(" { found = index }
      index = next
    }
    return found
  }

  /// The lines of a trailer; those that are none are left out.
  static func lines(of trailer: [UInt8]) -> [TrailerLine] {
    String(decoding: trailer, as: UTF8.self).split(separator: "\n").compactMap { TrailerLine($0) }
  }

  /// Takes a description apart: the trailer is what stands behind the last blank line, if each line of it is one of a
  /// trailer; or all of the description.
  static func split(_ description: [UInt8]) -> (text: [UInt8], lines: [TrailerLine]) {
    var start = 0
    for index in description.indices.dropLast() where description[index] == 0x0A && description[index + 1] == 0x0A {
      start = index + 2
    }
    let candidates = String(decoding: description[start...], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    let lines = candidates.compactMap { TrailerLine($0) }
    guard !lines.isEmpty, lines.count == candidates.count else { return (description, []) }
    var text = Array(description[..<start])
    text.trim()
    return (text, lines)
  }

  /// Whether what stands behind the last blank line of a description begins as the trailer of an incident does: a look
  /// that costs little, since no other description does.
  static func mayEnd(_ description: Span<UInt8>) -> Bool {
    var start = 0
    var index = description.firstIndex(of: 0x0A, from: 0)
    while index &+ 1 < description.count {
      if description[index &+ 1] == 0x0A { start = index + 2 }
      index = description.firstIndex(of: 0x0A, from: index &+ 1)
    }
    let last = description.extracting(start..<description.count)
    return last.starts(with: "When: ") || last.starts(with: "Where: ") || last.starts(with: "What: ")
  }

  // MARK: - Details

  /// The value behind a keyword.
  func value(_ keyword: String) -> String? {
    details.first { $0.hasPrefix(keyword + " ") }.map { String($0.dropFirst(keyword.count + 1)) }
  }

  /// The text behind a keyword.
  func text(_ keyword: String) -> Text? { value(keyword).flatMap { Text($0) } }

  /// The values behind a keyword that may come again.
  func values(_ keyword: String) -> [String] {
    details.filter { $0.hasPrefix(keyword + " ") }.map { String($0.dropFirst(keyword.count + 1)) }
  }

  /// The first detail that is a term of a vocabulary.
  func term<Term: ClosedVocabulary>(_ type: Term.Type) -> Term? {
    details.lazy.compactMap { Self.term(type, $0) }.first
  }

  /// The term whose words these are.
  static func term<Term: ClosedVocabulary>(_ type: Term.Type, _ words: String?) -> Term? {
    guard let words else { return nil }
    return Term.allCases.first { spacedWords($0.name).elementsEqual(words.utf8) }
  }

  /// A term of a vocabulary to which sources may add: of the words of one that is known, else the words.
  static func name(_ declaration: VocabularyDeclaration, _ words: String) -> Text? {
    let known = declaration.terms.first { spacedWords($0.name).elementsEqual(words.utf8) }
    return known.map { Text("\($0.name)") } ?? Text(words)
  }
}

/// The words of a term of a vocabulary: `earlyMorning` is `early morning`.
func spacedWords(_ term: StaticString) -> [UInt8] {
  var words: [UInt8] = []
  words.append(atMost: 64) { $0.write(words: term) }
  return words
}
