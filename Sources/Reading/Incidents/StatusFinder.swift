/// Tells what happened from what might, did not, or usually does.
struct StatusFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence

  private func key(_ word: Int) -> String { article.key(sentence.words[word].tokens.lowerBound) }

  // MARK: Verbs

  func status(ofVerb group: VerbGroup, at chunk: Int) -> EventMention.Status {
    if isSummary { return .background }
    if group.isNegated { return .negated }
    if hasCondition(before: chunk) { return .hypothetical }
    if group.isInfinitive { return statusOfInfinitive(at: chunk) }
    if group.isModal { return .hypothetical }
    let forms = sentence.words[group.head].forms
    // "when their own military is conducting attacks": habit in the present tense.
    if !group.hasAuxiliary, forms.contains(.base), !forms.contains(.past) { return .hypothetical }
    if group.isGerund, let word = sentence.preposition(chunk - 1), Self.unrealPrepositions.contains(key(word)) {
      return .hypothetical
    }
    if isGovernedByUnreal(chunk) { return .hypothetical }
    return .actual
  }

  private static let unrealPrepositions: Set<String> = ["without", "for", "from", "instead", "against", "despite"]

  private func statusOfInfinitive(at chunk: Int) -> EventMention.Status {
    guard let before = verbBefore(chunk) else { return .hypothetical }
    let lemma = sentence.words[before.head].lexeme?.lemma ?? ""
    if before.isNegated { return .negated }
    if Self.attempts.contains(lemma) { return .attempted }
    if Self.realising.contains(lemma) { return before.isModal ? .hypothetical : .actual }
    return .hypothetical
  }

  private static let attempts: Set<String> = ["try", "attempt", "fail", "seek"]
  private static let realising: Set<String> = [
    "manage", "begin", "start", "continue", "proceed", "succeed", "use", "force", "appear", "seem", "report", "believe",
    "say", "know", "allege", "go", "return", "come", "use", "claim", "admit", "presume", "suspect",
  ]

  private func verbBefore(_ chunk: Int) -> VerbGroup? {
    var index = chunk - 1
    while index >= 0, index >= chunk - 4 {
      if let group = sentence.verb(index) { return group }
      if case .comma = sentence.chunks[index] { return nil }
      index -= 1
    }
    return nil
  }

  private func isGovernedByUnreal(_ chunk: Int) -> Bool {
    guard let before = verbBefore(chunk), sentence.verb(chunk)?.isGerund == true else { return false }
    return Self.unrealVerbs.contains(sentence.words[before.head].lexeme?.lemma ?? "")
  }

  private static let unrealVerbs: Set<String> = [
    "prevent", "avoid", "plan", "consider", "deny", "stop", "threaten", "accuse", "warn",
  ]

  /// Whether a condition governs the clause: "if the army attacks".
  private func hasCondition(before chunk: Int) -> Bool {
    var index = chunk - 1
    while index >= 0, index >= chunk - 6 {
      switch sentence.chunks[index] {
      case .conjunction(let word):
        let key = key(word)
        if key == "if" || key == "unless" || key == "whether" { return true }
        if key == "and" || key == "but" { return false }
      case .comma, .verb: return false
      default: break
      }
      index -= 1
    }
    return false
  }

  // MARK: Nouns

  func status(ofNoun group: NounGroup, at chunk: Int) -> EventMention.Status {
    if isSummary { return .background }
    for index in group.words where index < group.head {
      let key = key(index)
      if key == "no" { return .negated }
      if Self.genericModifiers.contains(key) { return .hypothetical }
      if Self.backgroundModifiers.contains(key) { return .background }
    }
    if isGovernedByUnrealNoun(chunk) { return .hypothetical }
    if let before = verbBefore(chunk) {
      let lemma = sentence.words[before.head].lexeme?.lemma ?? ""
      if before.isModal || Self.unrealVerbs.contains(lemma) || Self.attitudes.contains(lemma) { return .hypothetical }
      if before.isNegated { return .negated }
      if Self.attempts.contains(lemma) { return .attempted }
      if presentHabit(before) { return .hypothetical }
    }
    if let after = verbAfter(chunk), after.isModal { return .hypothetical }
    return .actual
  }

  private static let genericModifiers: Set<String> = [
    "such", "any", "possible", "future", "further", "potential", "more", "every", "each", "new", "imminent", "planned",
    "alleged", "next", "nuclear",
  ]
  private static let backgroundModifiers: Set<String> = [
    "previous", "past", "earlier", "first", "daily", "constant", "repeated", "frequent", "continued", "increasing",
  ]
  private static let attitudes: Set<String> = [
    "condemn", "fear", "oppose", "criticize", "reject", "demand", "expect", "justify", "discuss", "repel", "intensify",
    "increase", "end",
  ]

  /// "is conducting missile attacks": the present progressive tells of a habit in news.
  private func presentHabit(_ group: VerbGroup) -> Bool {
    guard sentence.words[group.head].forms.contains(.gerund) else { return false }
    return group.words.contains { ["is", "are", "am"].contains(key($0)) }
  }

  private func isGovernedByUnrealNoun(_ chunk: Int) -> Bool {
    guard let word = sentence.preposition(chunk - 1), key(word) == "of" || key(word) == "for" || key(word) == "against",
      let governor = sentence.noun(chunk - 2), let lexeme = sentence.words[governor.head].lexeme
    else { return false }
    return Self.unrealNouns.contains(lexeme.lemma)
  }

  private static let unrealNouns: Set<String> = [
    "threat", "risk", "danger", "fear", "possibility", "plan", "kind", "sort", "type", "form", "use", "wave", "policy",
    "campaign", "victim",
    "act", "series", "lack", "prevention", "escalation", "end", "condemnation", "preparation", "number",
  ]

  private func verbAfter(_ chunk: Int) -> VerbGroup? {
    var index = chunk + 1
    while index < sentence.chunks.count, index <= chunk + 3 {
      switch sentence.chunks[index] {
      case .verb(let group): return group
      case .comma, .conjunction, .relative: return nil
      default: index += 1
      }
    }
    return nil
  }

  // MARK: Sentences

  /// Whether the sentence sums up or looks back: "in recent months", "this is not the first time".
  private var isSummary: Bool {
    var previous = ""
    var beforePrevious = ""
    for word in sentence.words.indices {
      let key = key(word)
      if Self.spans.contains(key),
        previous == "recent"
          || (previous == "past" || previous == "last") && beforePrevious == "the" && Self.plurals.contains(key)
      {
        return true
      }
      if key == "time", previous == "first", beforePrevious == "the" { return true }
      beforePrevious = previous
      previous = key
    }
    return false
  }

  private static let spans: Set<String> = ["days", "weeks", "months", "years", "decades", "times"]
  private static let plurals: Set<String> = ["weeks", "months", "years", "decades"]
}
