/// Finds the events that a sentence tells of and fills their roles from its chunks.
struct MentionFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence
  let arguments: ArgumentFinder
  let semantics: Semantics
  let roles: RoleFinder

  init(_ article: ParsedArticle, _ sentence: ParsedSentence, countries: [Range<Int>: String], places: [Range<Int>]) {
    self.article = article
    self.sentence = sentence
    arguments = ArgumentFinder(article: article, sentence: sentence)
    semantics = Semantics(article: article)
    roles = RoleFinder(article: article, sentence: sentence, semantics: semantics, countries: countries, places: places)
  }

  func mentions() -> [EventMention] {
    var found: [EventMention] = []
    for (index, chunk) in sentence.chunks.enumerated() {
      switch chunk {
      case .verb(let group):
        if let mention = verbal(group, at: index) { found.append(mention) }
      case .noun(let group):
        if let mention = nominal(group, at: index) { found.append(mention) }
      default: break
      }
    }
    addSupportVerbs(to: &found)
    return found
  }

  // MARK: Verbs

  private func verbal(_ group: VerbGroup, at index: Int) -> EventMention? {
    let word = sentence.words[group.head]
    guard word.part == .verb, let sense = word.lexeme?.verbTrigger else { return nil }
    let status = StatusFinder(article: article, sentence: sentence).status(ofVerb: group, at: index)
    var mention = EventMention(
      sentence: sentence.index, chunk: index, tokens: sentence.tokens(of: .verb(group)), sense: sense,
      isNominal: false, status: status, rule: "trigger.\(word.lexeme?.lemma ?? "verb")".replacingSpaces())
    let isReduced = !group.isPassive && arguments.isReducedPassive(group, at: index)
    let isPassive = group.isPassive || isReduced
    let subjects = isReduced && sentence.noun(index - 1) != nil ? [index - 1] : arguments.subjects(ofVerbAt: index)
    let objects = arguments.objects(ofVerbAt: index)
    if isPassive {
      for chunk in subjects { roles.addPatient(chunk, to: &mention) }
    } else {
      for chunk in subjects { roles.addSubject(antecedent(of: chunk), to: &mention) }
      for chunk in objects { roles.addPatient(chunk, to: &mention) }
    }
    for phrase in arguments.phrases(after: index) { roles.addPhrase(phrase, to: &mention, isPassive: isPassive) }
    if isPassive, case .conjunction? = sentence.chunks[safe: index + 1] {
      // "were shot and killed by": the phrases stand behind the next verb.
      for phrase in arguments.phrases(after: index + 2) where phrase.preposition == "by" {
        roles.addPhrase(phrase, to: &mention, isPassive: true)
      }
    }
    return settled(mention)
  }

  /// For a pronoun the subject of the verb of saying before it: "Hezbollah said that it had fired rockets".
  private func antecedent(of chunk: Int) -> Int {
    guard let group = sentence.noun(chunk), group.isPronoun else { return chunk }
    var index = chunk - 1
    while index >= 0, index >= chunk - 6 {
      if let verb = sentence.verb(index), sentence.words[verb.head].has(.reporting) {
        return arguments.subjects(ofVerbAt: index).first ?? chunk
      }
      index -= 1
    }
    return chunk
  }

  // MARK: Nouns

  private func nominal(_ group: NounGroup, at index: Int) -> EventMention? {
    let word = sentence.words[group.head]
    guard word.part == .noun, let sense = word.lexeme?.nounTrigger else { return nil }
    if isGunfireWord(word, group) { return nil }
    let status = StatusFinder(article: article, sentence: sentence).status(ofNoun: group, at: index)
    var mention = EventMention(
      sentence: sentence.index, chunk: index, tokens: word.tokens, sense: sense, isNominal: true, status: status,
      rule: "trigger.\(word.lexeme?.lemma ?? "noun")".replacingSpaces())
    mention.isPlural = word.lexeme?.isPlural ?? false
    let first = sentence.words[group.words.lowerBound]
    let firstKey = article.key(first.tokens.lowerBound)
    mention.isDefinite = ["the", "this", "that", "these", "those"].contains(firstKey)
    roles.addModifiers(of: group, to: &mention)
    for phrase in arguments.phrases(after: index) {
      if phrase.preposition == "of", phrase.noun > index + 3 { continue }
      if phrase.noun > index + 3, case .comma? = sentence.chunks[safe: phrase.noun - 2] { break }
      roles.addNominalPhrase(phrase, to: &mention)
    }
    return settled(mention)
  }

  /// "strike" as a stoppage of work; "fire" without what burns.
  private func isGunfireWord(_ word: TaggedWord, _ group: NounGroup) -> Bool {
    let key = article.key(word.tokens.lowerBound)
    if key == "strike" || key == "strikes" {
      return group.words.contains {
        ["hunger", "general", "labor", "labour", "rail"].contains(article.key(sentence.words[$0].tokens.lowerBound))
      }
    }
    return false
  }

  // MARK: Support verbs

  /// "carried out the attack", "the attack was staged by": who acts in an event that a noun names.
  private func addSupportVerbs(to mentions: inout [EventMention]) {
    for (index, chunk) in sentence.chunks.enumerated() {
      guard case .verb(let group) = chunk, let lemma = sentence.words[group.head].lexeme?.lemma,
        Self.supportVerbs.contains(lemma)
      else { continue }
      let isPassive = group.isPassive || arguments.isReducedPassive(group, at: index)
      let events = isPassive ? arguments.subjects(ofVerbAt: index) : arguments.objects(ofVerbAt: index)
      guard let position = mentions.firstIndex(where: { $0.isNominal && events.contains($0.chunk) }) else { continue }
      if isPassive {
        for phrase in arguments.phrases(after: index) where phrase.preposition == "by" {
          roles.addAgent(phrase.noun, to: &mentions[position], rule: "role.by-agent")
        }
      } else {
        for subject in arguments.subjects(ofVerbAt: index) {
          roles.addAgent(subject, to: &mentions[position], rule: "role.subject-of-support-verb")
        }
      }
    }
  }

  private static let supportVerbs: Set<String> = [
    "carry out", "perpetrate", "stage", "commit", "launch", "conduct", "execute", "perform", "make", "organize",
    "mount",
    "undertake", "claim responsibility", "carry", "lead", "claim", "order", "attribute",
  ]

  // MARK: Settling

  /// Refines the kind from what was found, or drops a weak trigger whose arguments do not fit.
  private func settled(_ mention: EventMention) -> EventMention? {
    var mention = mention
    KindRefiner(article: article, sentence: sentence).refine(&mention)
    CasualtyFinder(article: article, sentence: sentence).addEffects(of: &mention)
    guard KindRefiner(article: article, sentence: sentence).isPlausible(mention) else { return nil }
    return mention
  }
}

extension String {
  /// The text with hyphens for spaces, as rule ids need it.
  func replacingSpaces() -> String { String(map { $0 == " " ? "-" : $0 }) }
}
