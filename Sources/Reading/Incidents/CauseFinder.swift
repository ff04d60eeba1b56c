/// Reads whether what happened was meant.
struct CauseFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence

  struct Cue: Sendable {
    var intent: String
    var mechanism: String?
    var tokens: Range<Int>
    var rule: String
  }

  private func key(_ word: Int) -> String {
    guard sentence.words.indices.contains(word) else { return "" }
    return article.key(sentence.words[word].tokens.lowerBound)
  }

  private static let adverbs: Set<String> = [
    "mistakenly", "accidentally", "inadvertently", "unintentionally", "erroneously", "unintended", "unintentional",
    "accidental",
  ]
  private static let nouns: Set<String> = ["mistake", "accident", "error", "mishap", "malfunction", "misfire"]
  private static let mechanisms: Set<String> = [
    "emergency discharge", "accidental discharge", "accidental release", "emergency release", "abnormal drop",
    "technical malfunction", "engine failure",
    "wrong coordinates",
  ]

  func cues() -> [Cue] {
    var found: [Cue] = []
    for index in sentence.words.indices {
      let word = sentence.words[index]
      let lemma = word.lexeme?.lemma ?? ""
      if Self.adverbs.contains(key(index)) {
        found.append(Cue(intent: "accidental", tokens: word.tokens, rule: "cause.accident-cue"))
      } else if Self.mechanisms.contains(lemma) {
        found.append(
          Cue(
            intent: "accidental", mechanism: article.string(word.tokens), tokens: word.tokens, rule: "cause.mechanism"))
      } else if key(index) == "by" || key(index) == "in" || key(index) == "an" || key(index) == "abnormal"
        || key(index) == "wrong", let cue = phrase(at: index)
      {
        found.append(cue)
      } else if key(index) == "deliberately" || key(index) == "intentionally" {
        found.append(Cue(intent: "deliberate", tokens: word.tokens, rule: "cause.deliberate-cue"))
      }
    }
    return found
  }

  /// "by mistake", "in error", "an accident", "abnormal drop accident", "wrong coordinates".
  private func phrase(at index: Int) -> Cue? {
    let next = index + 1
    guard next < sentence.words.count else { return nil }
    let tokens = sentence.words[index].tokens.lowerBound..<sentence.words[next].tokens.upperBound
    switch (key(index), key(next)) {
    case ("by", "mistake"), ("by", "accident"), ("in", "error"):
      return Cue(intent: "accidental", tokens: tokens, rule: "cause.accident-cue")
    case ("abnormal", _):
      return Cue(intent: "accidental", mechanism: article.string(tokens), tokens: tokens, rule: "cause.mechanism")
    case ("wrong", "coordinates"), ("wrong", "target"):
      return Cue(intent: "accidental", mechanism: article.string(tokens), tokens: tokens, rule: "cause.mechanism")
    default: return nil
    }
  }

  /// A sentence that takes up what was told as mistakes: "These mistakes have been admitted".
  func anaphor() -> Cue? {
    for chunk in sentence.chunks {
      guard case .noun(let group) = chunk,
        let lemma = sentence.words[group.head].lexeme?.lemma ?? Optional(key(group.head))
      else { continue }
      let first = key(group.words.lowerBound)
      guard first == "these" || first == "this" || first == "the", Self.nouns.contains(lemma) || lemma == "mistakes"
      else { continue }
      return Cue(intent: "accidental", tokens: group.tokens, rule: "cause.anaphor")
    }
    return nil
  }
}
