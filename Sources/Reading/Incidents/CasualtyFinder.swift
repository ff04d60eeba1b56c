/// Reads how many people were killed, wounded, abducted, ... from the victims of an event and from set phrases.
struct CasualtyFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence

  private func key(_ word: Int) -> String {
    guard sentence.words.indices.contains(word) else { return "" }
    return article.key(sentence.words[word].tokens.lowerBound)
  }

  // MARK: From events

  /// Adds what killing, wounding and taking say of the number of victims.
  func addEffects(of mention: inout EventMention) {
    guard let outcome = Self.outcome(of: mention.frame) ?? outcomeOfShooting(mention),
      mention.status == .actual || mention.status == .attempted
    else { return }
    guard mention.status == .actual else { return }
    for victim in mention.victims + mention.unnamedVictims {
      var draft = casualty(outcome, victim)
      draft.trigger = mention.tokens.lowerBound
      mention.casualties.append(Finding(draft, victim.tokens, "casualty.\(outcome.rawValue)"))
    }
    addSeparateObject(outcome, to: &mention)
  }

  /// "were shot": wounded at least, where nothing says that they died.
  private func outcomeOfShooting(_ mention: EventMention) -> CasualtyDraft.Outcome? {
    guard mention.frame == .shoot, !mention.isNominal, !mention.victims.isEmpty || !mention.unnamedVictims.isEmpty
    else { return nil }
    if let group = sentence.verb(mention.chunk), group.words.contains(where: { key($0) == "fatally" }) {
      return .killed
    }
    let isDeadly = sentence.words.contains {
      ["killed", "dead", "kill", "killing", "died", "death"].contains(article.key($0.tokens.lowerBound))
    }
    return isDeadly ? nil : .wounded
  }

  static func outcome(of frame: EventFrame) -> CasualtyDraft.Outcome? {
    switch frame {
    case .kill, .die: .killed
    case .wound: .wounded
    case .abduct: .abducted
    case .detain: .detained
    case .displace: .displaced
    default: nil
    }
  }

  /// A verb whose object is only a number: "killing 12 and wounding dozens".
  private func addSeparateObject(_ outcome: CasualtyDraft.Outcome, to mention: inout EventMention) {
    guard mention.victims.isEmpty, mention.unnamedVictims.isEmpty, !mention.isNominal else { return }
    let arguments = ArgumentFinder(article: article, sentence: sentence)
    for chunk in arguments.objects(ofVerbAt: mention.chunk) {
      guard let group = sentence.noun(chunk), sentence.words[group.head].part == .number, let number = group.number
      else { continue }
      var entry = draft(outcome, number, group, lexeme: nil)
      entry.trigger = mention.tokens.lowerBound
      mention.casualties.append(Finding(entry, group.tokens, "casualty.\(outcome.rawValue)"))
    }
  }

  private func casualty(_ outcome: CasualtyDraft.Outcome, _ victim: Entity) -> CasualtyDraft {
    let number = victim.number ?? (victim.isPlural ? -1 : 1)
    var draft = CasualtyDraft(status: .reported, outcome: outcome)
    draft.group = Self.group(of: victim)
    if number >= 0 { draft.best = number } else { draft.low = 2 }
    draft.qualifier = qualifier(before: victim.tokens.lowerBound)
    if draft.qualifier != nil, draft.best != nil { applyQualifier(&draft) }
    draft.isPart = isPart(before: victim.tokens.lowerBound)
    return draft
  }

  private func draft(_ outcome: CasualtyDraft.Outcome, _ number: Int, _ group: NounGroup, lexeme: Lexeme?)
    -> CasualtyDraft
  {
    var draft = CasualtyDraft(status: .reported, outcome: outcome)
    if number >= 0 { draft.best = number } else { draft.low = 2 }
    draft.qualifier = qualifier(before: group.tokens.upperBound)
    if draft.qualifier != nil, draft.best != nil { applyQualifier(&draft) }
    draft.isPart = isPart(before: group.tokens.lowerBound)
    return draft
  }

  private func applyQualifier(_ draft: inout CasualtyDraft) {
    switch draft.qualifier {
    case "at least", "more than", "over", "no fewer than", "no less than": draft.low = draft.best
    case "up to", "at most", "as many as", "fewer than", "less than": draft.high = draft.best
    default: break
    }
  }

  /// "at least", "more than" before a number that ends before `token`.
  private func qualifier(before token: Int) -> String? {
    guard let word = sentence.words.firstIndex(where: { $0.tokens.contains(token) || $0.tokens.lowerBound >= token })
    else { return nil }
    var index = word - 1
    let limit = max(0, word - 5)
    while index >= limit {
      let text = sentence.words[index].lexeme?.lemma ?? key(index)
      if Self.qualifiers.contains(text) { return text }
      let part = sentence.words[index].part
      guard part == .number || part == .adjective || part == .noun || part == .determiner || part == .adverb else {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private static let qualifiers: Set<String> = [
    "at least", "more than", "about", "around", "over", "nearly", "almost", "approximately", "some", "up to",
    "as many as",
    "an estimated", "no fewer than", "no less than", "roughly", "fewer than", "less than",
  ]

  private func isPart(before token: Int) -> Bool {
    guard let word = sentence.words.firstIndex(where: { $0.tokens.lowerBound >= token }) else { return false }
    for index in max(0, word - 5)..<word where ["among", "including", "include", "included"].contains(key(index)) {
      return true
    }
    return false
  }

  static func group(of entity: Entity) -> String? {
    switch entity.head {
    case "child", "boy", "girl", "infant", "baby", "schoolchild", "minor", "toddler", "teenager": return "child"
    case "journalist", "reporter", "correspondent", "photographer", "cameraman", "newsman": return "journalist"
    case "aid worker", "relief worker", "humanitarian worker": return "aidWorker"
    case "civilian", "villager", "resident", "peasant", "student", "passenger", "farmer", "tourist": return "civilian"
    case "person", "other", "man", "woman": return nil
    default: break
    }
    switch entity.kind {
    case .armedForces?: return "military"
    case .police?: return "police"
    case .rebelGroup?, .militia?: return "combatant"
    default: return nil
    }
  }

  // MARK: Set phrases

  /// Numbers in phrases without a trigger verb: "leaving 12 dead", "27 hurt", "no casualties", "death toll of 9".
  func phrases() -> [Finding<CasualtyDraft>] {
    var found: [Finding<CasualtyDraft>] = []
    for index in sentence.words.indices {
      if let finding = absence(at: index) ?? stateAfterNumber(at: index) ?? countedNoun(at: index)
        ?? woundsOfPeople(at: index)
      {
        found.append(finding)
      }
    }
    return found
  }

  private static let stateWords: [String: CasualtyDraft.Outcome] = [
    "dead": .killed, "killed": .killed, "hurt": .wounded, "injured": .wounded, "wounded": .wounded, "missing": .missing,
    "unaccounted": .missing, "homeless": .displaced,
  ]

  /// "12 people dead", "three wounded", "27 hurt": a number, perhaps a noun, and a word for the state.
  private func stateAfterNumber(at index: Int) -> Finding<CasualtyDraft>? {
    guard let outcome = Self.stateWords[key(index)], sentence.words[index].part != .verb || isHeadline else {
      return nil
    }
    var first = index - 1
    while first >= 0, first >= index - 4 {
      let word = sentence.words[first]
      if word.part == .number, let number = word.number {
        var draft = CasualtyDraft(status: .reported, outcome: outcome)
        if number >= 0 { draft.best = number } else { draft.low = 2 }
        draft.qualifier = qualifier(before: word.tokens.lowerBound)
        if draft.best != nil { applyQualifier(&draft) }
        return Finding(
          draft, word.tokens.lowerBound..<sentence.words[index].tokens.upperBound, "casualty.state-after-number")
      }
      guard word.has(.person) || ["others", "other", "were", "are", "as", "were reported", "more"].contains(key(first))
      else { return nil }
      first -= 1
    }
    return nil
  }

  private var isHeadline: Bool { sentence.block == 0 }

  /// "five patients with gunshot wounds".
  private func woundsOfPeople(at index: Int) -> Finding<CasualtyDraft>? {
    guard ["wounds", "injuries"].contains(key(index)) else { return nil }
    var first = index - 1
    while first >= 0, first >= index - 5, key(first) != "with" { first -= 1 }
    guard first > 1, key(first) == "with", sentence.words[first - 1].has(.person) else { return nil }
    for before in stride(from: first - 2, through: max(0, first - 4), by: -1)
    where sentence.words[before].part == .number {
      guard let number = sentence.words[before].number else { return nil }
      return reported(.wounded, number, before, "casualty.people-with-wounds")
    }
    return nil
  }

  private static let countedNouns: [String: CasualtyDraft.Outcome] = [
    "death": .killed, "deaths": .killed, "fatality": .killed, "fatalities": .killed, "casualties": .killed,
    "injuries": .wounded, "injury": .wounded,
    "bodies": .killed, "corpses": .killed, "lives": .killed,
  ]

  /// "seven deaths", "the lives of 20 people", "a death toll of 9".
  private func countedNoun(at index: Int) -> Finding<CasualtyDraft>? {
    let word = key(index)
    if word == "toll", let number = numberAfter(index) { return reported(.killed, number, index, "casualty.toll") }
    guard let outcome = Self.countedNouns[word] else { return nil }
    if word == "lives" {
      guard key(index + 1) == "of", let number = numberAfter(index) else {
        guard index > 0, let number = sentence.words[index - 1].number else { return nil }
        return reported(.killed, number, index - 1, "casualty.lives")
      }
      return reported(.killed, number, index, "casualty.lives")
    }
    guard index > 0, sentence.words[index - 1].part == .number, let number = sentence.words[index - 1].number else {
      return nil
    }
    var finding = reported(word == "casualties" ? nil : outcome, number, index - 1, "casualty.counted-noun")
    if word == "casualties" { finding.value.outcome = nil }
    return finding
  }

  /// "the death of three soldiers", "the death of a militant".
  private func peopleAfterOf(_ index: Int) -> Int? {
    guard key(index) == "death" || key(index) == "deaths", key(index + 1) == "of" else { return nil }
    for chunk in sentence.chunks {
      guard case .noun(let group) = chunk, group.words.lowerBound == index + 2 else { continue }
      guard group.classes.contains(.person) || sentence.words[group.head].part == .number else { return nil }
      return group.number ?? (group.isPlural ? -1 : 1)
    }
    return nil
  }

  private func numberAfter(_ index: Int) -> Int? {
    for next in (index + 1)..<min(sentence.words.count, index + 5) where next < sentence.words.count {
      if sentence.words[next].part == .number { return sentence.words[next].number }
    }
    return nil
  }

  private func reported(_ outcome: CasualtyDraft.Outcome?, _ number: Int, _ index: Int, _ rule: String) -> Finding<
    CasualtyDraft
  > {
    var draft = CasualtyDraft(status: .reported, outcome: outcome)
    if number >= 0 { draft.best = number } else { draft.low = 2 }
    return Finding(draft, sentence.words[index].tokens, rule)
  }

  // MARK: None and unknown

  private static let generalHarm: Set<String> = ["casualties", "casualty", "victims"]
  private static let harmNouns: [String: CasualtyDraft.Outcome] = [
    "injuries": .wounded, "injury": .wounded, "injured": .wounded, "deaths": .killed,
    "death": .killed, "fatalities": .killed, "fatality": .killed, "wounded": .wounded,
  ]

  /// "no casualties", "no one was hurt", "casualties unknown", "without causing injuries".
  private func absence(at index: Int) -> Finding<CasualtyDraft>? {
    let word = key(index)
    if word == "nobody" || word == "none" || sentence.words[index].lexeme?.lemma == "no one" {
      return nobody(at: index)
    }
    if word == "no" || word == "without" || word == "nor" || word == "neither"
      || word == "any" && isNegatedBefore(index)
    {
      return absenceAfter(index)
    }
    if Self.harmNouns[word] != nil || Self.generalHarm.contains(word) {
      for next in index + 1..<min(index + 4, sentence.words.count)
      where next < sentence.words.count && index + 1 < sentence.words.count {
        if ["unknown", "unclear", "unspecified", "unconfirmed"].contains(key(next)) {
          return Finding(
            CasualtyDraft(status: .unknown),
            sentence.words[index].tokens.lowerBound..<sentence.words[next].tokens.upperBound, "casualty.unknown")
        }
      }
    }
    return nil
  }

  private func isNegatedBefore(_ index: Int) -> Bool {
    for before in max(0, index - 4)..<index where sentence.words[before].part == .negation { return true }
    return false
  }

  private func absenceAfter(_ index: Int) -> Finding<CasualtyDraft>? {
    var outcomes: [CasualtyDraft.Outcome?] = []
    var last = index
    for next in (index + 1)..<min(sentence.words.count, index + 8) where next < sentence.words.count {
      if Self.harmNouns[key(next)] != nil || Self.generalHarm.contains(key(next)) {
        outcomes.append(Self.harmNouns[key(next)])
        last = next
      } else if sentence.words[next].part == .comma || key(next) == "damage" || sentence.words[next].part == .be {
        break
      }
    }
    guard let first = outcomes.first else { return nil }
    var draft = CasualtyDraft(status: .none, outcome: outcomes.count == 1 ? first : nil)
    if outcomes.count == 1, first == .wounded { draft.outcome = .wounded }
    return Finding(
      draft, sentence.words[index].tokens.lowerBound..<sentence.words[last].tokens.upperBound, "casualty.none")
  }

  private func nobody(at index: Int) -> Finding<CasualtyDraft>? {
    for next in (index + 1)..<min(sentence.words.count, index + 6) where next < sentence.words.count {
      let state = key(next)
      guard let outcome = Self.stateWords[state] else { continue }
      let draft = CasualtyDraft(status: .none, outcome: state == "hurt" || state == "injured" ? nil : outcome)
      return Finding(
        draft, sentence.words[index].tokens.lowerBound..<sentence.words[next].tokens.upperBound, "casualty.nobody")
    }
    return nil
  }
}
