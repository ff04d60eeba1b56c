/// Words that tell that a sentence goes on to another event.
struct NewEventCue {
  enum Kind { case another, separately, also }

  let article: ParsedArticle
  let sentence: ParsedSentence

  /// The cue that stands before an event in its sentence, or in its noun group.
  func kind(before mention: EventMention) -> Kind? {
    var found: Kind?
    for (index, word) in sentence.words.enumerated() {
      guard word.tokens.lowerBound < mention.tokens.upperBound + 3 else { break }
      let key = article.key(word.tokens.lowerBound)
      switch key {
      case "another": if isEventOrMunition(after: index) { return .another }
      case "second", "third", "fourth":
        if isEventOrMunition(after: index), word.tokens.lowerBound < mention.tokens.upperBound { return .another }
      case "separately", "elsewhere", "meanwhile": if index < 4 { found = .separately }
      case "separate", "similar": if isEventOrMunition(after: index) { return .separately }
      case "earlier":
        if index < 3, index > 0, ["hours", "days"].contains(article.key(sentence.words[index - 1].tokens.lowerBound)) {
          return .separately
        }
      case "also", "later", "subsequently": if found == nil { found = .also }
      default: break
      }
    }
    return found
  }

  private func isEventOrMunition(after index: Int) -> Bool {
    for next in index + 1..<min(sentence.words.count, index + 5) where next < sentence.words.count {
      let word = sentence.words[next]
      if word.has(.munition) || word.lexeme?.nounTrigger != nil { return true }
      guard word.part == .adjective || word.part == .noun || word.part == .name || word.part == .number else {
        return false
      }
    }
    return false
  }
}
