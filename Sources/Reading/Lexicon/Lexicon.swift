/// The words and fixed phrases that the reader knows, by `Token.key`.
///
/// Built once from the tables of this folder. A phrase is found under its first word; the longest wins.
package struct Lexicon: Sendable {
  /// A fixed phrase after its first word.
  struct Phrase: Sendable {
    let rest: [String]
    let lexeme: Lexeme
  }

  /// What is known under one key: the word itself, and the phrases that begin with it, longest first.
  struct Entry: Sendable {
    var word: Lexeme?
    var phrases: [Phrase] = []
  }

  private let entries: [String: Entry]

  /// The lexicon of all tables.
  package static let shared = Lexicon()

  private init() {
    var builder = LexiconBuilder()
    FunctionWordTable.add(to: &builder)
    CommonVerbTable.add(to: &builder)
    TriggerTable.add(to: &builder)
    ReportingTable.add(to: &builder)
    PersonTable.add(to: &builder)
    OrganisationTable.add(to: &builder)
    ThingTable.add(to: &builder)
    MunitionTable.add(to: &builder)
    NationalityTable.add(to: &builder)
    entries = builder.entries()
  }

  func entry(_ key: String) -> Entry? { entries[key] }

  /// The lexeme of a single word.
  package func word(_ key: String) -> Lexeme? { entries[key]?.word }

  /// The longest entry that begins at `index`, with the number of tokens that it takes.
  func longestMatch(at index: Int, in keys: ArraySlice<Token>) -> (lexeme: Lexeme, count: Int)? {
    guard keys.indices.contains(index), let entry = entries[keys[index].key] else { return nil }
    for phrase in entry.phrases where index + phrase.rest.count < keys.endIndex {
      var fits = true
      for (offset, word) in phrase.rest.enumerated() where keys[index + 1 + offset].key != word {
        fits = false
        break
      }
      if fits { return (phrase.lexeme, phrase.rest.count + 1) }
    }
    return entry.word.map { ($0, 1) }
  }
}

/// Gathers the tables' entries.
struct LexiconBuilder {
  private var drafts: [String: LexemeDraft] = [:]

  /// Adds a written form.
  mutating func add(_ text: String, _ draft: LexemeDraft) {
    if drafts[text]?.merge(draft) == nil { drafts[text] = draft }
  }

  /// Adds words that have one form each; entries are separated by semicolons.
  mutating func words(_ list: String, _ make: (String) -> LexemeDraft) {
    for entry in Self.split(list) { add(entry, make(entry)) }
  }

  /// Adds nouns with their plurals.
  mutating func nouns(_ list: String, _ make: (String) -> LexemeDraft) {
    for entry in Self.split(list) {
      let parts = entry.split(separator: "/").map(String.init)
      guard let base = parts.first else { continue }
      var draft = make(base)
      draft.classes.insert(.noun)
      add(base, draft)
      draft.isPlural = true
      let plural = parts.count > 1 ? parts[1] : Inflection.plural(base)
      // An entry whose plural looks the same is taken as a singular.
      if plural != base { add(plural, draft) }
    }
  }

  /// Adds verbs with their forms.
  mutating func verbs(_ list: String, _ make: (String) -> LexemeDraft) {
    for entry in Self.split(list) {
      let forms = Inflection.verbForms(entry)
      for (text, form) in forms {
        var draft = make(forms.first?.text ?? text)
        draft.classes.insert(.verb)
        draft.forms = form
        add(text, draft)
      }
    }
  }

  func entries() -> [String: Lexicon.Entry] {
    var result: [String: Lexicon.Entry] = [:]
    for (text, draft) in drafts {
      let words = text.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let lexeme = Lexeme(draft)
      if words.count == 1 {
        result[first, default: .init()].word = lexeme
      } else {
        result[first, default: .init()].phrases.append(.init(rest: Array(words.dropFirst()), lexeme: lexeme))
      }
    }
    for key in result.keys {
      // Same length: by spelling, so that the order never depends on hashing.
      result[key]?.phrases.sort {
        ($1.rest.count, $0.rest.joined(separator: " ")) < ($0.rest.count, $1.rest.joined(separator: " "))
      }
    }
    return result
  }

  private static func split(_ list: String) -> [String] {
    list.split(whereSeparator: { $0 == ";" || $0 == "\n" }).compactMap { part in
      let words = part.split(separator: " ").joined(separator: " ")
      return words.isEmpty ? nil : words
    }
  }
}
