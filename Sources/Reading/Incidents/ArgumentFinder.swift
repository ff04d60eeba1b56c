/// Finds the subject, the objects and the prepositional phrases of a verb, and those of a noun, in the chunks around.
///
/// No tree is built: a walk over at most `reach` chunks in each direction skips relative clauses and appositions between
/// commas, so that the time is linear in the sentence.
struct ArgumentFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence
  static let reach = 16

  /// A prepositional phrase: the preposition and the chunk of its noun.
  struct Phrase {
    let preposition: String
    let noun: Int
  }

  func key(_ word: Int) -> String { article.key(sentence.words[word].tokens.lowerBound) }

  // MARK: Subject

  /// The noun chunks that are the grammatical subject of the verb at `chunk`, nearest first.
  func subjects(ofVerbAt chunk: Int) -> [Int] {
    guard let nearest = nearestSubject(before: chunk, depth: 0) else { return [] }
    return [nearest] + coordinated(leftOf: nearest)
  }

  private func nearestSubject(before chunk: Int, depth: Int) -> Int? {
    guard depth < 4 else { return nil }
    var index = chunk - 1
    let limit = max(0, chunk - Self.reach)
    var isRelative = false
    while index >= limit {
      switch sentence.chunks[index] {
      case .other(let word):
        if isClauseBreak(word) { return nil }
        index -= 1
      case .relative:
        isRelative = true
        index -= 1
      case .comma:
        if isRelative {
          index -= 1
        } else {
          guard let before = beforeParenthesis(endingAt: index) else { return nil }
          index = before
        }
      case .noun(let group):
        if group.classes.contains(.time), !isGoverned(index), index > limit {
          index -= 1
        } else if isGoverned(index) {
          let next = isRelative && group.classes.isDisjoint(with: [.place, .time]) ? governor(of: index) : index - 2
          guard let next, next >= limit else { return nil }
          if sentence.noun(next) != nil, !isGoverned(next) { return next }
          index = min(next, index - 1)
        } else {
          return index
        }
      case .conjunction(let word):
        // "shot and killed": the subject of the first verb.
        guard key(word) == "and" || key(word) == "but" || key(word) == "or" else { return nil }
        index -= 1
        if case .comma? = sentence.chunks[safe: index] { index -= 1 }
        while index >= limit {
          if case .verb = sentence.chunks[index] { return nearestSubject(before: index, depth: depth + 1) }
          if case .noun = sentence.chunks[index] {} else if sentence.preposition(index) == nil { return nil }
          index -= 1
        }
        return nil
      case .preposition:
        index -= 1
      case .verb(let group):
        // "The man arrested on Monday killed": a participle after a noun.
        guard isReducedPassive(group, at: index) else { return nil }
        index -= 1
      }
    }
    return nil
  }

  private func isClauseBreak(_ word: Int) -> Bool {
    let key = key(word)
    return key == ";" || key == ":" || key == "\"" || key == "--"
  }

  /// The chunk before the phrase between two commas, the second at `comma`: "the group, known as X, attacked".
  private func beforeParenthesis(endingAt comma: Int) -> Int? {
    var index = comma - 1
    let limit = max(0, comma - Self.reach)
    while index >= limit {
      if case .comma = sentence.chunks[index] { return index - 1 >= 0 ? index - 1 : nil }
      index -= 1
    }
    return nil
  }

  func isGoverned(_ chunk: Int) -> Bool { sentence.preposition(chunk - 1) != nil }

  /// The noun that a governed noun depends on: "members" for "the FMLN" in "members of the FMLN".
  private func governor(of chunk: Int) -> Int? {
    var index = chunk
    while index >= 2, sentence.preposition(index - 1) != nil {
      guard sentence.noun(index - 2) != nil else { return nil }
      index -= 2
    }
    return index
  }

  /// Noun chunks that "and" or commas join to the left of one.
  private func coordinated(leftOf chunk: Int) -> [Int] {
    var found: [Int] = []
    var index = chunk
    while found.count < 5 {
      guard index >= 2 else { break }
      var before = index - 1
      guard isJoint(sentence.chunks[before]) else { break }
      // A comma joins only the members of a list that "and" ends: "In Acapulco, Guerrero, a woman was shot".
      if found.isEmpty, case .comma = sentence.chunks[before] { break }
      before -= 1
      if before >= 0, case .comma = sentence.chunks[before] { before -= 1 }
      guard before >= 0, let group = sentence.noun(before), !group.classes.contains(.time), !isGoverned(before) else {
        break
      }
      found.append(before)
      index = before
    }
    return found
  }

  private func isJoint(_ chunk: Chunk) -> Bool {
    switch chunk {
    case .comma: true
    case .conjunction(let word): key(word) == "and" || key(word) == "or"
    default: false
    }
  }

  // MARK: Objects

  /// The noun chunks that follow the verb at `chunk` without preposition, with what is joined to them.
  func objects(ofVerbAt chunk: Int) -> [Int] {
    var index = chunk + 1
    while case .other(let word)? = sentence.chunks[safe: index], sentence.words[word].part == .adverb { index += 1 }
    guard let first = sentence.noun(index), !first.classes.contains(.time) || first.classes.contains(.person) else {
      return []
    }
    return [index] + coordinated(rightOf: index)
  }

  /// Noun chunks joined to the right, unless they begin a clause of their own.
  func coordinated(rightOf chunk: Int) -> [Int] {
    var found: [Int] = []
    var index = skipPhrases(after: chunk)
    while found.count < 6, index < sentence.chunks.count, isJoint(sentence.chunks[index]) {
      var next = index + 1
      let isComma: Bool = if case .comma = sentence.chunks[index] { true } else { false }
      if case .conjunction? = sentence.chunks[safe: next] {
        next += 1
      } else if isComma, !listGoesOn(after: next) {
        break
      }
      guard let group = sentence.noun(next), !group.classes.contains(.time), !group.isPronoun else { break }
      let after = skipPhrases(after: next)
      if case .verb(let verb)? = sentence.chunks[safe: after], !verb.isGerund, !isReducedPassive(verb, at: after) {
        break
      }
      found.append(next)
      index = after
    }
    return found
  }

  /// Whether "and" or another comma with a noun follows a member of a list.
  private func listGoesOn(after chunk: Int) -> Bool {
    let after = skipPhrases(after: chunk)
    guard let joint = sentence.chunks[safe: after], isJoint(joint) else { return false }
    if case .conjunction = joint { return sentence.noun(after + 1) != nil }
    if case .conjunction? = sentence.chunks[safe: after + 1] { return true }
    return sentence.noun(after + 1) != nil && sentence.chunks[safe: after + 2].map(isJoint) ?? false
  }

  /// The chunk after a noun and its "of" phrases.
  private func skipPhrases(after chunk: Int) -> Int {
    var index = chunk + 1
    while let word = sentence.preposition(index), key(word) == "of", sentence.noun(index + 1) != nil { index += 2 }
    return index
  }

  // MARK: Phrases

  /// The prepositional phrases after a chunk, up to the next verb or clause.
  func phrases(after chunk: Int) -> [Phrase] {
    var found: [Phrase] = []
    var index = chunk + 1
    let limit = min(sentence.chunks.count, chunk + Self.reach)
    while index < limit {
      switch sentence.chunks[index] {
      case .preposition(let word):
        if sentence.noun(index + 1) != nil {
          found.append(Phrase(preposition: preposition(word), noun: index + 1))
          index += 1
        }
      case .noun, .comma: break
      case .other(let word): if isClauseBreak(word), index > chunk + 1 { return found }
      case .verb(let group): if !isReducedPassive(group, at: index) || index > chunk + 6 { return found }
      case .conjunction, .relative:
        if index > chunk + 4 { return found }
        if case .comma? = sentence.chunks[safe: index - 1] { return found }
      }
      index += 1
    }
    return found
  }

  func preposition(_ word: Int) -> String { sentence.words[word].lexeme?.lemma ?? key(word) }

  /// Whether a verb without auxiliary is a participle that describes the noun before: "people killed in the blast".
  func isReducedPassive(_ group: VerbGroup, at chunk: Int) -> Bool {
    guard !group.hasAuxiliary, !group.isModal, !group.isGerund else { return false }
    let word = sentence.words[group.head]
    guard word.forms.contains(.participle) else { return false }
    guard sentence.noun(chunk - 1) != nil || isCommaAfterNoun(chunk - 1) else { return false }
    var next = chunk + 1
    while case .other(let other)? = sentence.chunks[safe: next], sentence.words[other].part == .adverb { next += 1 }
    guard let following = sentence.chunks[safe: next] else { return isTransitive(word) }
    switch following {
    case .preposition(let preposition):
      if key(preposition) == "by" { return true }
      return isTransitive(word)
    case .noun(let object): return object.classes.contains(.time) && isTransitive(word)
    case .conjunction:
      // "shot and killed two officers": the second verb tells the voice of both.
      if let verb = sentence.verb(next + 1), !verb.isPassive, let object = sentence.noun(next + 2),
        !object.classes.contains(.time)
      {
        return verb.isGerund && isTransitive(word)
      }
      return isTransitive(word)
    case .comma, .other: return isTransitive(word)
    case .verb, .relative: return isTransitive(word)
    }
  }

  private func isCommaAfterNoun(_ chunk: Int) -> Bool {
    if case .comma? = sentence.chunks[safe: chunk] { return sentence.noun(chunk - 1) != nil }
    return false
  }

  /// Whether the verb needs an object, so that a bare past form without one is a participle.
  private func isTransitive(_ word: TaggedWord) -> Bool {
    guard let sense = word.lexeme?.verbTrigger else { return word.lexeme == nil || !word.has(.reporting) }
    switch sense.frame {
    case .explode, .land, .die, .crash, .collapse, .clash, .demonstrate, .strike: return false
    default: return !word.has(.reporting)
    }
  }
}
