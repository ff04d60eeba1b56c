/// What a word does in its sentence.
package enum PartOfSpeech: UInt8, Sendable {
  case determiner, adjective, number, noun, name, verb, be, have, doVerb, modal, to, preposition, conjunction
  case pronoun, relative, adverb, negation, comma, mark
}

/// A word of a sentence, or a fixed phrase of the lexicon that counts as one word.
package struct TaggedWord: Sendable {
  /// Indices into the article's tokens.
  package var tokens: Range<Int>
  package var lexeme: Lexeme?
  package var part: PartOfSpeech
  /// What verb forms it can be; empty where it is no verb.
  package var forms: VerbForm = []
  /// The value of a number or number word; -1 for a plural of untold size.
  package var number: Int?

  package func has(_ classes: WordClass) -> Bool { lexeme.map { !$0.classes.isDisjoint(with: classes) } ?? false }
}

/// Cuts a sentence into words and fixed phrases and gives each its part of speech.
///
/// Two passes: the first takes the longest entry of the lexicon at every place, the second resolves what English leaves
/// open ("the attack", "to attack", "they attack") from the neighbours, left to right.
struct Tagger {
  let tokens: [Token]
  /// Whether capital letters tell names apart: false in text that is all in capitals.
  let capitalsMatter: Bool

  func words(in sentence: Range<Int>) -> [TaggedWord] {
    var words = segments(of: sentence)
    for index in words.indices { resolve(index, in: &words) }
    return words
  }

  // MARK: First pass

  private func segments(of sentence: Range<Int>) -> [TaggedWord] {
    var words: [TaggedWord] = []
    words.reserveCapacity(sentence.count)
    let slice = tokens[sentence]
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .mark:
        words.append(TaggedWord(tokens: index..<index + 1, part: token.text == "," ? .comma : .mark))
        index += 1
      case .number:
        let value = Self.integer(token.text)
        words.append(TaggedWord(tokens: index..<index + 1, part: .number, number: value))
        index += 1
      case .word:
        let match = Lexicon.shared.longestMatch(at: index, in: slice)
        let count = match?.count ?? (isDesignation(at: index, before: sentence.upperBound) ? 2 : 1)
        var word = TaggedWord(tokens: index..<index + count, lexeme: match?.lexeme, part: .noun)
        word.number = match?.lexeme.number
        word.forms = match?.lexeme.forms ?? []
        words.append(word)
        index += count
      }
    }
    return words
  }

  /// The value of `12`, `1,200` or `2nd`; nil for times and fractions.
  static func integer(_ text: String) -> Int? {
    var value = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        guard digits < 12 else { return nil }
        value = value * 10 + Int(byte - 48)
        digits += 1
      case UInt8(ascii: ","): continue
      case UInt8(ascii: ":"), UInt8(ascii: "."): return nil
      default: return digits > 0 ? value : nil
      }
    }
    return digits > 0 ? value : nil
  }

  /// Whether a maker's letters and a number stand apart: `Mk 82`, `FAB 500`.
  private func isDesignation(at index: Int, before end: Int) -> Bool {
    guard index + 1 < end, tokens[index + 1].kind == .number, tokens[index].isCapitalized || !capitalsMatter else {
      return false
    }
    return MunitionFinder.designationClass(tokens[index].key + tokens[index + 1].key) != nil
      && tokens[index].key.count > 1
  }

  // MARK: Second pass

  private func resolve(_ index: Int, in words: inout [TaggedWord]) {
    let word = words[index]
    guard word.part != .comma, word.part != .mark, word.part != .number else { return }
    guard let lexeme = word.lexeme else {
      words[index].part = partOfUnknown(index, &words)
      return
    }
    let classes = lexeme.classes
    if let closed = closedPart(classes, index, words) {
      words[index].part = closed
    } else if classes.contains(.verb) {
      words[index].part = partOfVerb(index, words)
    } else if classes.contains(.quantity) {
      words[index].part = .number
    } else if isName(index, words) {
      words[index].part = .name
    } else if classes.contains(.noun) || classes.contains(.title) {
      words[index].part = .noun
    } else if classes.contains(.adjective) {
      words[index].part = .adjective
    } else if classes.contains(.adverb) {
      words[index].part = .adverb
    }
    if words[index].part != .verb { words[index].forms = [] }
  }

  private func closedPart(_ classes: WordClass, _ index: Int, _ words: [TaggedWord]) -> PartOfSpeech? {
    let key = key(words, index)
    if key == "to" { return infinitiveFollows(index, words) ? .to : .preposition }
    if key == "that" { return partOfThat(index, words) }
    if key == "no one" { return .pronoun }
    if !classes.isDisjoint(with: [.relative]) { return .relative }
    if classes.contains(.modal) { return key == "may" && isDateContext(index, words) ? .noun : .modal }
    if classes.contains(.be) { return .be }
    if classes.contains(.have) { return .have }
    if classes.contains(.doVerb) { return .doVerb }
    if classes.contains(.negation) { return .negation }
    if classes.contains(.determiner) {
      if key == "her" || key == "his" || key == "other" { return .determiner }
      return .determiner
    }
    if classes.contains(.conjunction) { return .conjunction }
    if classes.contains(.preposition), !classes.contains(.noun) { return .preposition }
    if classes.contains(.pronoun) { return .pronoun }
    if classes.contains(.adverb), classes.isDisjoint(with: [.noun, .verb]) {
      return classes.contains(.adjective) && nounFollows(index, words) ? .adjective : .adverb
    }
    return nil
  }

  private func partOfThat(_ index: Int, _ words: [TaggedWord]) -> PartOfSpeech {
    guard index > 0 else { return .determiner }
    let before = words[index - 1]
    if index + 1 < words.count, words[index + 1].lexeme?.nounTrigger != nil,
      !(words[index + 1].lexeme?.isPlural ?? true)
    {
      return .determiner
    }
    if before.has(.reporting) || before.part == .verb || before.part == .comma || before.part == .conjunction {
      return .conjunction
    }
    return before.part == .noun || before.part == .name ? .relative : .determiner
  }

  private func isDateContext(_ index: Int, _ words: [TaggedWord]) -> Bool {
    let before = index > 0 ? words[index - 1] : nil
    let after = index + 1 < words.count ? words[index + 1] : nil
    return before?.part == .number || before?.part == .preposition || after?.part == .number
  }

  private func infinitiveFollows(_ index: Int, _ words: [TaggedWord]) -> Bool {
    var next = index + 1
    while next < words.count, words[next].has(.adverb) { next += 1 }
    guard next < words.count, let lexeme = words[next].lexeme else { return false }
    if key(words, next) == "be" || key(words, next) == "have" || key(words, next) == "do" { return true }
    guard lexeme.forms.contains(.base) else { return false }
    // "to attacks" and "to fire stations" are nouns; a base form that is also a noun is a verb after "to" here.
    guard lexeme.classes.contains(.noun) else { return true }
    let after = next + 1
    guard after < words.count else { return false }
    return words[after].has([.determiner, .quantity, .nationality, .pronoun]) || words[after].part == .number
  }

  private func partOfVerb(_ index: Int, _ words: [TaggedWord]) -> PartOfSpeech {
    guard let lexeme = words[index].lexeme else { return .noun }
    let before = previousPart(index, words)
    let isNoun = lexeme.classes.contains(.noun)
    let forms = lexeme.forms
    if !forms.isDisjoint(with: [.past, .participle]), !forms.contains(.base) {
      if isNoun, before == .determiner, !nounFollows(index, words) { return .noun }
      return isModifier(index, words, before) ? .adjective : .verb
    }
    if forms.contains(.gerund) { return partOfGerund(index, words, before, isNoun) }
    switch before {
    case .to, .modal, .doVerb: return .verb
    case .determiner, .adjective, .preposition, .number: return isNoun || forms.contains(.base) ? .noun : .verb
    case .pronoun, .relative: return .verb
    default: break
    }
    if forms == .third, !isNoun { return .verb }
    if forms.contains(.past) {
      // "hit", "set", "put", "cut": a verb where an object or a preposition follows a noun.
      return before == .noun || before == .name || before == .be || before == .have ? .verb : isNoun ? .noun : .verb
    }
    guard isNoun else { return before == nil ? .noun : .verb }
    // "Tourist ship strikes highway bridge": third person after a noun, with an object.
    if forms.contains(.third), before == .noun || before == .name, objectFollows(index, words) { return .verb }
    return .noun
  }

  private func partOfGerund(_ index: Int, _ words: [TaggedWord], _ before: PartOfSpeech?, _ isNoun: Bool)
    -> PartOfSpeech
  {
    switch before {
    case .be: return .verb
    case .determiner, .adjective, .number: return nounFollows(index, words) && !isNoun ? .adjective : .noun
    case .noun, .name: return objectFollows(index, words) || !isNoun ? .verb : .noun
    default:
      return objectFollows(index, words) || !isNoun ? .verb : .noun
    }
  }

  /// Whether a participle stands before its noun: "the wounded soldiers", "suspected rebels".
  private func isModifier(_ index: Int, _ words: [TaggedWord], _ before: PartOfSpeech?) -> Bool {
    guard nounFollows(index, words) else { return false }
    switch before {
    case .determiner, .adjective, .preposition, .number: return true
    default: return false
    }
  }

  private func nounFollows(_ index: Int, _ words: [TaggedWord]) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    guard next.part != .comma, next.part != .mark, next.part != .number else { return false }
    guard let lexeme = next.lexeme else { return tokens[next.tokens.lowerBound].kind == .word }
    return !lexeme.classes.isDisjoint(with: [.noun, .adjective, .title])
      && lexeme.classes.isDisjoint(with: [.preposition, .determiner, .be])
  }

  private func objectFollows(_ index: Int, _ words: [TaggedWord]) -> Bool {
    guard index + 1 < words.count else { return false }
    let next = words[index + 1]
    if next.part == .number { return true }
    if next.has([.determiner, .quantity, .person, .nationality, .adjective, .organisation, .structure]) { return true }
    if next.has([.preposition, .conjunction, .be, .adverb, .pronoun]) {
      return next.part == .adverb || next.has(.adverb)
        ? index + 2 < words.count && words[index + 2].has(.quantity)
          || index + 2 < words.count && words[index + 2].part == .number : false
    }
    return next.lexeme == nil && next.part != .comma && next.part != .mark
  }

  private func previousPart(_ index: Int, _ words: [TaggedWord]) -> PartOfSpeech? {
    var before = index - 1
    while before >= 0, words[before].part == .adverb || words[before].part == .negation { before -= 1 }
    guard before >= 0 else { return nil }
    if tokens[words[before].tokens.upperBound - 1].isPossessive { return .determiner }
    return words[before].part
  }

  private func partOfUnknown(_ index: Int, _ words: inout [TaggedWord]) -> PartOfSpeech {
    let token = tokens[words[index].tokens.lowerBound]
    if isName(index, words) { return .name }
    let key = token.key
    if key.hasSuffix("ly"), key.utf8.count > 4 { return .adverb }
    let before = previousPart(index, words)
    if key.hasSuffix("ed"), key.utf8.count > 4 {
      if isModifier(index, words, before) { return .adjective }
      words[index].forms = [.past, .participle]
      return .verb
    }
    if key.hasSuffix("ing"), key.utf8.count > 5 {
      if before == .determiner || before == .adjective { return nounFollows(index, words) ? .adjective : .noun }
      if before == .be || objectFollows(index, words) {
        words[index].forms = .gerund
        return .verb
      }
    }
    return .noun
  }

  /// Whether a capitalised word in ordinary text is a name: never the first word of a sentence unless unknown.
  private func isName(_ index: Int, _ words: [TaggedWord]) -> Bool {
    guard capitalsMatter else { return false }
    let token = tokens[words[index].tokens.lowerBound]
    guard token.isCapitalized else { return false }
    guard let lexeme = words[index].lexeme else { return true }
    if lexeme.classes.contains(.nationality) { return false }
    if index == 0 || words[index].tokens.count > 1 { return false }
    // Known nouns with a capital ("Air Force", "Opera House", "President") keep their meaning.
    return lexeme.classes.isDisjoint(with: [.noun, .adjective, .title, .time, .verb])
  }

  func key(_ words: [TaggedWord], _ index: Int) -> String {
    let range = words[index].tokens
    if range.count == 1 { return tokens[range.lowerBound].key }
    return tokens[range].map(\.key).joined(separator: " ")
  }
}
