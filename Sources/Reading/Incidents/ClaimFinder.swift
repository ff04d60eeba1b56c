import DatelineCore

/// Reads who says what: "X said", "according to X", "said X", "X, citing Y", "X referred to Y as sources".
///
/// Holds the speakers of the article so far, so that pronouns and repeated short names find them. Sentences are given in
/// order.
struct ClaimFinder {
  let article: ParsedArticle
  /// Speakers in order of their last statement.
  private(set) var speakers: [Speaker] = []

  struct Speaker: Sendable {
    var name: String
    var role: String?
    var via: [String] = []
    var head: String
    var isPerson: Bool
    var tokens: Range<Int>
  }

  init(article: ParsedArticle) { self.article = article }

  /// The statements of a sentence.
  mutating func claims(in sentence: ParsedSentence) -> [Finding<ClaimDraft>] {
    var found: [Finding<ClaimDraft>] = []
    for (index, chunk) in sentence.chunks.enumerated() {
      switch chunk {
      case .verb(let group):
        if let claim = statement(group, at: index, in: sentence) { found.append(claim) }
        found += cited(group, at: index, in: sentence)
      case .preposition(let word):
        if let claim = accordingTo(word, at: index, in: sentence) { found.append(claim) }
      default: break
      }
    }
    return found
  }

  private func key(_ word: Int, _ sentence: ParsedSentence) -> String {
    article.key(sentence.words[word].tokens.lowerBound)
  }

  // MARK: Statements

  private mutating func statement(_ group: VerbGroup, at index: Int, in sentence: ParsedSentence) -> Finding<
    ClaimDraft
  >? {
    let word = sentence.words[group.head]
    guard word.part == .verb, word.has(.reporting), let stance = word.lexeme?.stance else { return nil }
    if group.isInfinitive || group.isModal { return nil }
    if word.lexeme?.lemma == "refuse" || group.isNegated { return nil }
    if needsClause(word), !clauseFollows(index, in: sentence), !isAfterQuoteOrComma(index, in: sentence) { return nil }
    if group.isPassive { return passive(stance, at: index, in: sentence) }
    guard let speaker = subjectSpeaker(at: index, in: sentence) ?? invertedSpeaker(at: index, in: sentence) else {
      return nil
    }
    var settled = refinedStance(stance, word, index, sentence)
    if settled == .speculates, !speaker.isPerson, word.lexeme?.lemma == "suggest" { settled = .reports }
    return claim(settled, by: speaker, in: sentence, rule: "claim.subject-verb")
  }

  /// Verbs that report only with a clause or quotation; as plain verbs they mean other things.
  private func needsClause(_ word: TaggedWord) -> Bool {
    [
      "add", "note", "claim", "observe", "believe", "think", "suspect", "declare", "describe", "relate", "maintain",
      "reveal", "post", "write", "indicate", "suggest", "recognize", "recall", "insist", "show", "inform", "reject",
      "dismiss", "withdraw", "refute", "quote",
    ]
    .contains(word.lexeme?.lemma ?? "")
  }

  private func clauseFollows(_ index: Int, in sentence: ParsedSentence) -> Bool {
    guard let next = sentence.chunks[safe: index + 1] else { return false }
    switch next {
    case .conjunction(let word): return key(word, sentence) == "that"
    case .noun, .relative: return true
    case .other(let word): return key(word, sentence) == "\"" || key(word, sentence) == ":"
    case .comma: return true
    default: return false
    }
  }

  private func isAfterQuoteOrComma(_ index: Int, in sentence: ParsedSentence) -> Bool {
    for near in max(0, index - 3)..<index {
      if case .comma = sentence.chunks[near] { return true }
      if case .other(let word) = sentence.chunks[near], key(word, sentence) == "\"" { return true }
    }
    return false
  }

  private func passive(_ stance: Stance, at index: Int, in sentence: ParsedSentence) -> Finding<ClaimDraft>? {
    let arguments = ArgumentFinder(article: article, sentence: sentence)
    for phrase in arguments.phrases(after: index) where phrase.preposition == "by" {
      guard let speaker = speaker(at: phrase.noun, in: sentence) else { return nil }
      return claim(stance, by: speaker, in: sentence, rule: "claim.passive-by")
    }
    return nil
  }

  /// The subject of a verb of saying, with pronouns resolved to the last speaker.
  private mutating func subjectSpeaker(at index: Int, in sentence: ParsedSentence) -> Speaker? {
    let arguments = ArgumentFinder(article: article, sentence: sentence)
    guard let chunk = arguments.subjects(ofVerbAt: index).first ?? gerundSubject(at: index, in: sentence),
      let group = sentence.noun(chunk)
    else { return nil }
    if group.isPronoun {
      let pronoun = key(group.head, sentence)
      switch pronoun {
      case "he", "she", "who": return speakers.last(where: { $0.isPerson })
      case "it": return speakers.last(where: { !$0.isPerson })
      case "they": return speakers.last
      default: return nil
      }
    }
    // "No group has claimed": nobody speaks.
    if ["no", "none", "neither"].contains(key(group.words.lowerBound, sentence)) { return nil }
    return speaker(at: chunk, in: sentence)
  }

  /// "..., adding that", "posted on X, saying": the subject of the verb before.
  private func gerundSubject(at index: Int, in sentence: ParsedSentence) -> Int? {
    guard sentence.verb(index)?.isGerund == true else { return nil }
    var before = index - 1
    while before >= 0, before >= index - 12 {
      if let verb = sentence.verb(before), !verb.isGerund {
        return ArgumentFinder(article: article, sentence: sentence).subjects(ofVerbAt: before).first
      }
      before -= 1
    }
    return nil
  }

  /// "..., said the Observatory": the subject stands behind the verb.
  private func invertedSpeaker(at index: Int, in sentence: ParsedSentence) -> Speaker? {
    guard
      ["say", "report", "add", "tell", "announce", "state", "write", "explain", "note"].contains(
        sentence.words[sentence.verb(index)?.head ?? 0].lexeme?.lemma ?? ""),
      sentence.noun(index + 1) != nil
    else { return nil }
    return speaker(at: index + 1, in: sentence)
  }

  private func refinedStance(_ stance: Stance, _ word: TaggedWord, _ index: Int, _ sentence: ParsedSentence) -> Stance {
    if word.lexeme?.lemma == "claim", let object = sentence.noun(index + 1) {
      let head = key(object.head, sentence)
      if ["responsibility", "attack", "bombing", "credit", "blast", "strike"].contains(head) {
        return .claimsResponsibility
      }
    }
    guard word.lexeme?.lemma == "say" || word.lexeme?.lemma == "claim" || word.lexeme?.lemma == "announce" else {
      return stance
    }
    for next in index + 1..<min(index + 7, sentence.chunks.count) where index + 1 < sentence.chunks.count {
      guard let subject = sentence.noun(next), subject.isPronoun, let verb = sentence.verb(next + 1) else { continue }
      let acts = [
        "fire", "launch", "attack", "target", "shell", "strike", "bomb", "carry out", "hit", "shoot down", "kill",
      ]
      if acts.contains(sentence.words[verb.head].lexeme?.lemma ?? ""), !verb.isNegated, !verb.isModal {
        return .claimsResponsibility
      }
      break
    }
    return stance
  }

  // MARK: According to, citing

  private func accordingTo(_ word: Int, at index: Int, in sentence: ParsedSentence) -> Finding<ClaimDraft>? {
    let text = key(word, sentence)
    var nounIndex = index + 1
    if text == "according" {
      if sentence.preposition(nounIndex) != nil { nounIndex += 1 }
    } else {
      return nil
    }
    guard let speaker = speaker(at: nounIndex, in: sentence) else { return nil }
    return claim(.reports, by: speaker, in: sentence, rule: "claim.according-to")
  }

  /// "ASTRA referred to A, as well as B, as sources"; "X, citing Y".
  private func cited(_ group: VerbGroup, at index: Int, in sentence: ParsedSentence) -> [Finding<ClaimDraft>] {
    let lemma = sentence.words[group.head].lexeme?.lemma ?? key(group.head, sentence)
    let isCiting = lemma == "citing" || lemma == "cite" || lemma == "quoting" || lemma == "quote" || lemma == "cited"
    let isReferring =
      lemma == "refer" && sentence.words.contains { article.key($0.tokens.lowerBound).hasPrefix("source") }
    guard isCiting || isReferring else { return [] }
    var nouns: [Int] = []
    var next = index + 1
    while next < sentence.chunks.count, next <= index + 10 {
      switch sentence.chunks[next] {
      case .noun(let noun):
        if article.key(noun.tokens.upperBound - 1).hasPrefix("source"), isReferring {
          next = sentence.chunks.count
        } else {
          nouns.append(next)
        }
      case .verb, .relative: next = sentence.chunks.count
      default: break
      }
      next += 1
    }
    let via = ArgumentFinder(article: article, sentence: sentence).subjects(ofVerbAt: index).first.flatMap {
      speaker(at: $0, in: sentence)?.name
    }
    return nouns.compactMap { chunk in
      guard var speaker = speaker(at: chunk, in: sentence) else { return nil }
      if let via { speaker.via = [via] }
      return claim(
        .reports, by: speaker, in: sentence, rule: isReferring ? "claim.referred-to-as-source" : "claim.citing")
    }
  }

  private func claim(_ stance: Stance, by speaker: Speaker, in sentence: ParsedSentence, rule: String) -> Finding<
    ClaimDraft
  > {
    var draft = ClaimDraft(stance: stance, speaker: speaker.name, sentence: sentence.index)
    draft.speakerRole = speaker.role
    draft.via = speaker.via
    draft.hedge = hedge(in: sentence)
    return Finding(draft, speaker.tokens, rule)
  }

  private func hedge(in sentence: ParsedSentence) -> String? {
    for word in sentence.words
    where ["apparently", "reportedly", "allegedly", "presumably"].contains(article.key(word.tokens.lowerBound)) {
      return article.string(word.tokens).lowercased()
    }
    return nil
  }

  // MARK: Speakers

  /// Remembers who spoke, for pronouns.
  mutating func remember(_ claim: Finding<ClaimDraft>, isPerson: Bool) {
    speakers.append(
      Speaker(
        name: claim.value.speaker, role: claim.value.speakerRole, via: claim.value.via, head: claim.value.speaker,
        isPerson: isPerson, tokens: claim.tokens))
    if speakers.count > 64 { speakers.removeFirst(32) }
  }

  /// Whether a noun group can speak, and its name and role.
  func speaker(at chunk: Int, in sentence: ParsedSentence) -> Speaker? {
    guard let group = sentence.noun(chunk), !group.isPronoun else { return nil }
    let semantics = Semantics(article: article)
    let isPerson = semantics.isPerson(group, in: sentence)
    let isGroup = semantics.isOrganisation(group)
    let isNamed = group.name != nil && !semantics.isTime(group)
    guard isPerson || isGroup || isNamed else { return nil }
    if group.classes.contains(.hostile), !isGroup, group.name == nil, !article.capitalsMatter { return nil }
    let stripped = semantics.strippedTokens(group, in: sentence)
    var speaker = Speaker(
      name: article.string(stripped), head: sentence.words[group.head].lexeme?.lemma ?? "",
      isPerson: isPerson || !isGroup && isNamed, tokens: stripped)
    if isPerson, let name = group.name, name.lowerBound > stripped.lowerBound {
      speaker.name = article.string(name)
      speaker.role = article.string(stripped.lowerBound..<name.lowerBound)
      speaker.tokens = name
    } else if !isPerson, isGroup, let word = sentence.preposition(chunk + 1),
      ["of", "for"].contains(key(word, sentence)), let complement = sentence.noun(chunk + 2), !complement.isPronoun
    {
      let tokens = extended(stripped.lowerBound..<complement.tokens.upperBound, after: chunk + 2, in: sentence)
      speaker.name = article.string(tokens)
      speaker.tokens = tokens
    } else if isGroup || isPerson, group.name == nil, let word = sentence.preposition(chunk + 1),
      key(word, sentence) == "to" || key(word, sentence) == "close to", let complement = sentence.noun(chunk + 2)
    {
      speaker.name = article.string(stripped.lowerBound..<complement.tokens.upperBound)
    }
    nameOrganisation(&speaker, group, isGroup && !isPerson, in: sentence)
    addNameInApposition(to: &speaker, chunk, group, in: sentence)
    return resolved(speaker)
  }

  /// "news agency dpa", "the official SANA news agency": the proper name, with the description as role.
  private func nameOrganisation(
    _ speaker: inout Speaker, _ group: NounGroup, _ isGroup: Bool, in sentence: ParsedSentence
  ) {
    guard isGroup, article.capitalsMatter, group.words.count > 1 else { return }
    // A name has a capital, or stands behind what it is: "news agency dpa", not "provincial police".
    let first = group.words.first { index in
      let word = sentence.words[index]
      guard word.lexeme == nil || word.part == .name else { return false }
      return article.text.tokens[word.tokens.lowerBound].isCapitalized
        || group.words.contains { $0 < index && sentence.words[$0].has(.organisation) }
    }
    guard let first else { return }
    var last = first
    while last + 1 < group.words.upperBound, isProper(sentence.words[last + 1]) { last += 1 }
    let isDescribed = group.words.contains { index in
      let token = article.text.tokens[sentence.words[index].tokens.lowerBound]
      return (index < first || index > last) && sentence.words[index].has(.organisation) && !token.isCapitalized
    }
    guard isDescribed else { return }
    let tokens = sentence.words[first].tokens.lowerBound..<sentence.words[last].tokens.upperBound
    speaker.role = speaker.name
    speaker.name = article.string(tokens)
    speaker.tokens = tokens
  }

  private func isProper(_ word: TaggedWord) -> Bool {
    word.lexeme == nil || word.part == .name || article.text.tokens[word.tokens.lowerBound].isCapitalized
  }

  /// "Syrian Observatory for Human Rights": a name goes on over "of", "for", "and".
  private func extended(_ tokens: Range<Int>, after chunk: Int, in sentence: ParsedSentence) -> Range<Int> {
    guard let word = sentence.preposition(chunk + 1), key(word, sentence) == "of", let next = sentence.noun(chunk + 2),
      next.name != nil
    else { return tokens }
    return tokens.lowerBound..<next.tokens.upperBound
  }

  /// "The mayor of Belgorod, Valentin Demidov, took"; "Bilal Faizi, a spokesman for the service, said".
  private func addNameInApposition(
    to speaker: inout Speaker, _ chunk: Int, _ group: NounGroup, in sentence: ParsedSentence
  ) {
    guard article.capitalsMatter else { return }
    // Role before the name, perhaps with "of ..." in between.
    if speaker.isPerson, group.name == nil {
      var next = chunk + 1
      while sentence.preposition(next) != nil, sentence.noun(next + 1) != nil { next += 2 }
      if case .comma? = sentence.chunks[safe: next], let name = sentence.noun(next + 1),
        isPersonName(name, in: sentence)
      {
        speaker.role = article.string(
          speaker.tokens.lowerBound..<sentence.tokens(of: sentence.chunks[next - 1]).upperBound)
        speaker.name = article.string(name.tokens)
        speaker.tokens = name.tokens
      }
    } else if group.name == group.tokens, case .comma? = sentence.chunks[safe: chunk + 1],
      let role = sentence.noun(chunk + 2), role.classes.contains(.person)
    {
      var end = chunk + 2
      while sentence.preposition(end + 1) != nil, sentence.noun(end + 2) != nil { end += 2 }
      let tokens =
        Semantics(article: article).strippedTokens(role, in: sentence)
        .lowerBound..<sentence.tokens(of: sentence.chunks[end]).upperBound
      speaker.role = article.string(tokens)
    }
    // "a news channel called ASTRA"
    if !speaker.isPerson, let verb = sentence.verb(chunk + 1),
      ["called", "named", "dubbed"].contains(key(verb.head, sentence)), let name = sentence.noun(chunk + 2),
      name.name != nil
    {
      speaker.role = speaker.name
      speaker.name = article.string(name.tokens)
      speaker.tokens = name.tokens
    }
  }

  private func isPersonName(_ group: NounGroup, in sentence: ParsedSentence) -> Bool {
    group.name == group.tokens && group.words.count >= 2 && group.classes.isDisjoint(with: [.organisation, .place])
  }

  /// A short form of a speaker named before: "Merner", "the governor", "the ministry".
  private func resolved(_ speaker: Speaker) -> Speaker {
    for known in speakers.reversed() {
      if known.name == speaker.name { return speaker.role == nil ? with(speaker, role: known.role) : speaker }
      let isSurname = known.isPerson && known.name.hasSuffix(" " + speaker.name)
      let isRole = known.role?.lowercased().hasSuffix(speaker.name.lowercased()) ?? false
      let isShort =
        !known.isPerson && known.name.count > speaker.name.count && known.name.hasSuffix(speaker.name)
        && speaker.name.first?.isLowercase == true
      if isSurname || isRole || isShort { return with(known, tokens: speaker.tokens) }
    }
    return speaker
  }

  private func with(_ speaker: Speaker, role: String?) -> Speaker {
    var copy = speaker
    copy.role = role
    return copy
  }

  private func with(_ speaker: Speaker, tokens: Range<Int>) -> Speaker {
    var copy = speaker
    copy.tokens = tokens
    return copy
  }
}
