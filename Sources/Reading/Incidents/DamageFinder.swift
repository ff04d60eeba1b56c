/// Reads the harm to things: from events that damage and destroy, and from "no damage", "damage to".
struct DamageFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence

  private func key(_ word: Int) -> String {
    guard sentence.words.indices.contains(word) else { return "" }
    return article.key(sentence.words[word].tokens.lowerBound)
  }

  /// The damage that an event itself tells.
  func damage(of mention: EventMention) -> [Finding<DamageDraft>] {
    guard mention.status == .actual else { return [] }
    let extent: String?
    switch mention.frame {
    case .destroy: extent = "destroyed"
    case .damage: extent = extentAdverb(of: mention)
    case .burn where mention.kind == .arson || mention.kind == .fire: extent = nil
    case .collapse: extent = "severe"
    default: return []
    }
    return mention.targets.map { target in
      let draft = DamageDraft(
        status: .reported, object: target.name, extent: extent, count: target.number.flatMap { $0 > 0 ? $0 : nil })
      return Finding(draft, target.tokens, "damage.\(mention.isNominal ? "nominal" : "verb")")
    }
  }

  private func extentAdverb(of mention: EventMention) -> String? {
    guard let group = sentence.verb(mention.chunk) else { return nil }
    for word in group.words {
      switch key(word) {
      case "slightly": return "minor"
      case "partially", "partly": return "moderate"
      case "badly", "severely", "heavily", "seriously", "extensively": return "severe"
      default: break
      }
    }
    return nil
  }

  /// Damage told without a verb of damaging: "no reported damage", "caused extensive damage to the building".
  func phrases() -> [Finding<DamageDraft>] {
    var found: [Finding<DamageDraft>] = []
    for index in sentence.words.indices where key(index) == "damage" || key(index) == "damages" {
      guard sentence.words[index].part == .noun || sentence.words[index].part == .verb && !hasObject(index) else {
        continue
      }
      if isAbsent(index) {
        let first = firstOfAbsence(index)
        found.append(
          Finding(
            DamageDraft(status: .none),
            sentence.words[first].tokens.lowerBound..<sentence.words[index].tokens.upperBound, "damage.none"))
      } else if isCaused(index) {
        var draft = DamageDraft(status: .reported)
        draft.extent = extent(before: index)
        draft.object = object(after: index)
        found.append(Finding(draft, sentence.words[index].tokens, "damage.nominal"))
      }
    }
    return found
  }

  private func hasObject(_ index: Int) -> Bool {
    index + 1 < sentence.words.count && [.determiner, .number].contains(sentence.words[index + 1].part)
  }

  private func isAbsent(_ index: Int) -> Bool { firstOfAbsence(index) < index }

  private func firstOfAbsence(_ index: Int) -> Int {
    var first = index - 1
    while first >= 0, first >= index - 6 {
      let word = key(first)
      if word == "no" || word == "without" || word == "any" || word == "nor" {
        return first > 0 && key(first - 1).hasPrefix("caus") ? first - 1 : first
      }
      guard sentence.words[first].part != .comma, sentence.words[first].part != .mark else { break }
      first -= 1
    }
    return index
  }

  private func isCaused(_ index: Int) -> Bool {
    for near in max(0, index - 6)..<min(sentence.words.count, index + 4) {
      let lemma = sentence.words[near].lexeme?.lemma ?? ""
      if ["cause", "report", "suffer", "sustain", "result", "inflict", "do", "leave"].contains(lemma) { return true }
      let word = key(near)
      if ["property", "material", "extensive", "heavy", "serious", "severe", "minor", "slight", "considerable", "to"]
        .contains(word)
      {
        return true
      }
    }
    return false
  }

  private func extent(before index: Int) -> String? {
    for near in max(0, index - 4)..<index {
      switch key(near) {
      case "minor", "slight", "light": return "minor"
      case "extensive", "heavy", "serious", "severe", "considerable", "major", "great": return "severe"
      default: break
      }
    }
    return nil
  }

  private func object(after index: Int) -> String? {
    guard key(index + 1) == "to" || key(index + 1) == "at" || key(index + 1) == "in" else { return nil }
    for chunk in sentence.chunks {
      guard case .noun(let group) = chunk, group.words.lowerBound == index + 2 else { continue }
      return article.string(Semantics(article: article).strippedTokens(group, in: sentence))
    }
    return nil
  }
}
