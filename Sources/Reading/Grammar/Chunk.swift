/// A noun with its modifiers: "two South Korean fighter jets", "regional governor Oleksandr Prokudin".
package struct NounGroup: Sendable {
  /// Indices into the sentence's words.
  package var words: Range<Int>
  /// The index of the head noun.
  package var head: Int
  /// Tokens of the whole group.
  package var tokens: Range<Int>
  /// The number that the group begins with; -1 for a plural of untold size.
  package var number: Int?
  package var isPronoun = false
  /// The words of a name that ends the group, as tokens.
  package var name: Range<Int>?
  /// Union of the classes of the head and, before a name, of the noun that describes it.
  package var classes: WordClass = []
  package var isPlural = false
}

/// Auxiliaries, adverbs and a verb: "was mistakenly dropped".
package struct VerbGroup: Sendable {
  package var words: Range<Int>
  /// The index of the main verb.
  package var head: Int
  package var isPassive = false
  package var isNegated = false
  /// Whether a modal or `to` makes it a possibility: "would bomb", "to attack".
  package var isModal = false
  package var isInfinitive = false
  package var isGerund = false
  package var hasAuxiliary = false
  /// Whether only a form of "be" stands here: "there were no casualties".
  package var isCopula = false
}

/// A piece of a sentence.
package enum Chunk: Sendable {
  case noun(NounGroup)
  case verb(VerbGroup)
  /// A preposition; the index of its word.
  case preposition(Int)
  case conjunction(Int)
  case relative(Int)
  case comma(Int)
  /// Adverbs and marks; the index of the word.
  case other(Int)
}

/// A sentence with its words and chunks.
package struct ParsedSentence: Sendable {
  /// The sentence's number in the article.
  package var index: Int
  /// The number of its paragraph.
  package var block: Int
  package var tokens: Range<Int>
  package var words: [TaggedWord]
  package var chunks: [Chunk]
}

/// Groups tagged words into chunks, left to right, without looking back.
struct Chunker {
  let tokens: [Token]
  let words: [TaggedWord]

  func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var index = 0
    while index < words.count {
      if let (group, next) = verbGroup(from: index) {
        chunks.append(.verb(group))
        index = next
      } else if let (group, next) = nounGroup(from: index) {
        chunks.append(.noun(group))
        index = next
      } else {
        chunks.append(single(index))
        index += 1
      }
    }
    return chunks
  }

  private func single(_ index: Int) -> Chunk {
    switch words[index].part {
    case .preposition: .preposition(index)
    case .conjunction: .conjunction(index)
    case .relative: .relative(index)
    case .comma: .comma(index)
    default: .other(index)
    }
  }

  private func verbGroup(from start: Int) -> (VerbGroup, Int)? {
    var index = start
    var hasBe = false
    var group = VerbGroup(words: start..<start, head: start)
    scan: while index < words.count {
      switch words[index].part {
      case .be: hasBe = true
      case .have, .doVerb: group.hasAuxiliary = true
      case .modal: group.isModal = true
      case .to: group.isInfinitive = true
      case .negation: group.isNegated = true
      case .adverb where index > start || leadsVerb(index): break
      case .verb:
        finish(&group, at: index, hasBe)
        return (group, index + 1)
      default: break scan
      }
      index += 1
    }
    guard hasBe || group.hasAuxiliary else { return nil }
    // Trailing adverbs belong to what follows.
    while index > start, words[index - 1].part == .adverb { index -= 1 }
    group.words = start..<index
    group.head = index - 1
    group.isCopula = hasBe
    return (group, index)
  }

  /// Whether nothing but adverbs stands between here and a verb or an auxiliary.
  private func leadsVerb(_ start: Int) -> Bool {
    var index = start
    while index < words.count, words[index].part == .adverb, index < start + 4 { index += 1 }
    guard index < words.count else { return false }
    switch words[index].part {
    case .verb, .be, .have, .modal, .negation: return true
    default: return false
    }
  }

  private func finish(_ group: inout VerbGroup, at index: Int, _ hasBe: Bool) {
    group.words = group.words.lowerBound..<index + 1
    group.head = index
    let forms = words[index].forms
    group.isPassive = hasBe && forms.contains(.participle) && !forms.contains(.gerund)
    group.isGerund = forms.contains(.gerund) && !hasBe
    group.hasAuxiliary = group.hasAuxiliary || hasBe
    group.isModal = group.isModal || (group.isInfinitive && !group.hasAuxiliary)
  }

  private func nounGroup(from start: Int) -> (NounGroup, Int)? {
    if words[start].part == .pronoun {
      var group = NounGroup(words: start..<start + 1, head: start, tokens: words[start].tokens)
      group.isPronoun = true
      return (group, start + 1)
    }
    var index = start
    var lastNoun: Int?
    var number: Int?
    while index < words.count {
      let part = words[index].part
      if part == .noun || part == .name {
        // A second determiner-less noun after a possessive goes on; a time noun after a full noun does not.
        if let last = lastNoun, endsGroup(last, index) { break }
        lastNoun = index
      } else if part == .determiner || part == .number || part == .adjective {
        if lastNoun != nil, !continuesAfterNoun(index) { break }
        if part == .number, lastNoun == nil { number = Self.combine(number, words[index]) }
      } else if part == .adverb, lastNoun == nil, isQuantifier(index) {
      } else {
        break
      }
      index += 1
    }
    guard let head = lastNoun ?? numeralHead(start, index) else { return nil }
    let end = head + 1
    return (group(start..<end, head, number), end)
  }

  /// A number or adjective may stand for its noun: "killing two", "three others", "the wounded".
  private func numeralHead(_ start: Int, _ end: Int) -> Int? {
    guard end > start else { return nil }
    let last = words[end - 1]
    return last.part == .number || last.part == .adjective
      || (last.part == .determiner && end - 1 == start && last.has(.pronoun)) ? end - 1 : nil
  }

  private func isQuantifier(_ index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    return words[index + 1].part == .number || words[index + 1].part == .determiner
      || words[index + 1].part == .adjective
  }

  private func continuesAfterNoun(_ index: Int) -> Bool {
    // "Israel's two largest", "Mk82 500-pound bombs", "police special units"
    let before = words[index - 1]
    if tokens[before.tokens.upperBound - 1].isPossessive { return true }
    guard words[index].part == .adjective, index + 1 < words.count else { return false }
    return (words[index + 1].part == .noun || words[index + 1].part == .name) && !before.has(.time)
  }

  private func endsGroup(_ last: Int, _ index: Int) -> Bool {
    if tokens[words[last].tokens.upperBound - 1].isPossessive { return false }
    return words[index].has(.time) && !words[last].has(.time)
  }

  private static func combine(_ number: Int?, _ word: TaggedWord) -> Int? {
    guard let value = word.number else { return number }
    guard let number, number > 0 else { return value }
    guard value >= 100 || value == 12, number < 1_000_000, value > number else { return value < 0 ? number : value }
    return number &* value
  }

  private func group(_ range: Range<Int>, _ head: Int, _ number: Int?) -> NounGroup {
    let tokenRange = words[range.lowerBound].tokens.lowerBound..<words[range.upperBound - 1].tokens.upperBound
    var group = NounGroup(words: range, head: head, tokens: tokenRange, number: number)
    group.classes = words[head].lexeme?.classes ?? []
    group.isPlural = words[head].lexeme?.isPlural ?? false
    // A name that ends the group, and the noun or title before it.
    var nameStart = range.upperBound
    while nameStart > range.lowerBound, isNamePart(words[nameStart - 1]) { nameStart -= 1 }
    if nameStart < range.upperBound {
      group.name = words[nameStart].tokens.lowerBound..<tokenRange.upperBound
      if nameStart > range.lowerBound { group.classes.formUnion(words[nameStart - 1].lexeme?.classes ?? []) }
    }
    if group.number == nil, words[head].part == .number { group.number = words[head].number }
    return group
  }

  private func isNamePart(_ word: TaggedWord) -> Bool {
    word.part == .name || (word.part == .noun && word.lexeme == nil)
  }
}
