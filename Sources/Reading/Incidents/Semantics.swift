/// Questions about what a noun group names.
struct Semantics {
  let article: ParsedArticle

  func isPerson(_ group: NounGroup, in sentence: ParsedSentence) -> Bool {
    if group.classes.contains(.person) { return true }
    if group.classes.contains(.title), group.name != nil { return true }
    return false
  }

  func isOrganisation(_ group: NounGroup) -> Bool {
    group.classes.contains(.organisation) && !group.classes.contains(.person)
  }

  func isMunition(_ group: NounGroup) -> Bool { group.classes.contains(.munition) }
  func isStructure(_ group: NounGroup) -> Bool { group.classes.contains(.structure) }
  func isVehicle(_ group: NounGroup) -> Bool { group.classes.contains(.vehicle) }
  func isTime(_ group: NounGroup) -> Bool { group.classes.contains(.time) }
  func isPlace(_ group: NounGroup) -> Bool { group.classes.contains(.place) && !group.classes.contains(.structure) }

  func isEvent(_ group: NounGroup, in sentence: ParsedSentence) -> Bool {
    guard let lexeme = sentence.words[group.head].lexeme else { return false }
    return lexeme.nounTrigger != nil || lexeme.classes.contains(.eventAnaphor)
  }

  /// Whether nothing is known of the head: a name, most likely.
  func isName(_ group: NounGroup, in sentence: ParsedSentence) -> Bool {
    group.name != nil && sentence.words[group.head].lexeme == nil
  }

  /// Something that stands for a number of people: "six others", "two".
  func isBareNumber(_ group: NounGroup, in sentence: ParsedSentence) -> Bool {
    sentence.words[group.head].part == .number
  }

  /// The nationality or country in a group.
  func country(_ group: NounGroup, in sentence: ParsedSentence) -> String? {
    for index in group.words {
      if let code = sentence.words[index].lexeme?.country { return code }
    }
    return nil
  }

  /// The group as an entity, with the words that follow "of" for heads that say little alone.
  func entity(_ chunk: Int, in sentence: ParsedSentence) -> Entity? {
    guard let group = sentence.noun(chunk), !group.isPronoun else { return nil }
    let core = strippedTokens(group, in: sentence)
    let headWord = sentence.words[group.head]
    var entity = Entity(
      name: article.string(core), kind: participantKind(group, in: sentence), country: country(group, in: sentence),
      number: group.number, isPlural: group.isPlural || (group.number.map { $0 != 1 } ?? false),
      head: headWord.lexeme?.lemma ?? article.key(headWord.tokens.upperBound - 1), classes: group.classes, tokens: core)
    if let name = group.name, name != core, !name.isEmpty { entity.otherNames.append(article.string(name)) }
    addComplement(to: &entity, after: chunk, in: sentence)
    addAcronym(to: &entity, after: chunk, in: sentence)
    return entity
  }

  func participantKind(_ group: NounGroup, in sentence: ParsedSentence) -> ActorKind? {
    for index in group.words.reversed() {
      if let kind = sentence.words[index].lexeme?.participantKind { return kind }
    }
    return group.name != nil && group.classes.contains(.title) ? .person : nil
  }

  /// The tokens without leading determiners and numbers.
  func strippedTokens(_ group: NounGroup, in sentence: ParsedSentence) -> Range<Int> {
    var first = group.words.lowerBound
    while first < group.head {
      let word = sentence.words[first]
      guard word.part == .determiner || word.part == .number || word.part == .adverb else { break }
      if article.text.tokens[word.tokens.upperBound - 1].isPossessive { break }
      first += 1
    }
    return sentence.words[first].tokens.lowerBound..<group.tokens.upperBound
  }

  /// "a group of armed men": the complement is an alternative; "members of the FMLN" keeps both words.
  private func addComplement(to entity: inout Entity, after chunk: Int, in sentence: ParsedSentence) {
    guard let word = sentence.preposition(chunk + 1), article.key(sentence.words[word].tokens.lowerBound) == "of",
      let complement = sentence.noun(chunk + 2), !complement.isPronoun
    else { return }
    let whole = entity.tokens.lowerBound..<complement.tokens.upperBound
    if Self.partitives.contains(entity.head) {
      entity.otherNames.append(article.string(whole))
      entity.name = article.string(strippedTokens(complement, in: sentence))
      entity.classes = complement.classes
      entity.kind = participantKind(complement, in: sentence) ?? entity.kind
      entity.country = entity.country ?? country(complement, in: sentence)
      entity.isPlural = true
    } else if Self.relational.contains(entity.head) {
      entity.otherNames.append(article.string(whole))
    }
  }

  private static let partitives: Set<String> = [
    "group", "number", "dozen", "hundred", "series", "band", "column", "one", "two", "three", "couple", "crowd",
    "thousand",
    "dozens", "scores", "hundreds", "thousands", "team", "part", "stick", "kind", "several", "many", "some", "majority",
  ]
  private static let relational: Set<String> = [
    "member", "office", "headquarters", "residence", "house", "leader", "branch", "embassy", "home", "president",
    "mayor",
    "director", "commander", "building", "ministry", "party", "faction", "front", "army", "movement", "command",
    "facility",
  ]

  /// "Tehreek-e-Taliban Pakistan, or TTP"; "LIBERATION FRONT [FMLN]".
  private func addAcronym(to entity: inout Entity, after chunk: Int, in sentence: ParsedSentence) {
    var next = chunk + 1
    if case .comma? = sentence.chunks[safe: next] { next += 1 }
    if case .conjunction(let word)? = sentence.chunks[safe: next] {
      guard article.key(sentence.words[word].tokens.lowerBound) == "or" else { return }
      next += 1
    } else if case .other(let word)? = sentence.chunks[safe: next] {
      let mark = article.key(sentence.words[word].tokens.lowerBound)
      guard mark == "[" || mark == "(" else { return }
      next += 1
    } else {
      return
    }
    guard let group = sentence.noun(next), group.words.count <= 6 else { return }
    entity.otherNames.append(article.string(strippedTokens(group, in: sentence)))
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
