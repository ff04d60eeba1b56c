/// Chooses the times and places of a sentence that belong to an event in it.
struct CircumstanceFinder {
  let article: ParsedArticle
  let sentence: ParsedSentence
  private let sentenceTimes: [TimeFact]
  private let sentencePlaces: [PlaceFact]

  init(article: ParsedArticle, sentence: ParsedSentence, times: [TimeFact], places: [PlaceFact]) {
    self.article = article
    self.sentence = sentence
    sentenceTimes = Self.slice(times, sentence.tokens) { $0.tokens }
    sentencePlaces = Self.slice(places, sentence.tokens) { $0.tokens }
  }

  /// The facts inside a token range, of a list in order.
  private static func slice<Fact>(_ facts: [Fact], _ range: Range<Int>, _ tokens: (Fact) -> Range<Int>) -> [Fact] {
    var low = 0
    var high = facts.count
    while low < high {
      let middle = (low + high) / 2
      if tokens(facts[middle]).lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [Fact] = []
    while low < facts.count, tokens(facts[low]).lowerBound < range.upperBound {
      found.append(facts[low])
      low += 1
    }
    return found
  }

  /// Whether some words belong to a date: "March 3" tells of no march.
  func isInTime(_ tokens: Range<Int>) -> Bool { sentenceTimes.contains { $0.tokens.overlaps(tokens) } }

  /// Every place of the sentence.
  var all: [PlaceFact] { sentencePlaces }

  /// The times of the sentence that are not the time of a statement.
  func times(inSentence: Bool) -> [TimeFact] { sentenceTimes.filter { !isTimeOfStatement($0) } }

  /// "police said Wednesday", "told reporters on Friday": the day of the statement, unless more of the event follows.
  private func isTimeOfStatement(_ fact: TimeFact) -> Bool {
    guard let word = sentence.words.lastIndex(where: { $0.tokens.upperBound <= fact.tokens.lowerBound }) else {
      return false
    }
    var index = word
    var steps = 0
    while index >= 0, steps < 3 {
      if sentence.words[index].has(.reporting), sentence.words[index].part == .verb { return true }
      let part = sentence.words[index].part
      guard
        part == .preposition || part == .adverb
          || article.key(sentence.words[index].tokens.lowerBound).hasPrefix("reporter")
      else { return false }
      index -= 1
      steps += 1
    }
    // "authorities today reported"
    return isBeforeReportingVerb(fact)
  }

  private func isBeforeReportingVerb(_ fact: TimeFact) -> Bool {
    guard let word = sentence.words.firstIndex(where: { $0.tokens.lowerBound >= fact.tokens.upperBound }),
      fact.tokens.lowerBound > sentence.tokens.lowerBound
    else { return false }
    let next = sentence.words[word]
    return next.part == .verb && next.has(.reporting)
  }

  /// The time nearest to the event, of those that say a day; a range or month only where there is no day.
  func time(of mention: EventMention) -> TimeFact? {
    let facts = times(inSentence: true).filter { !$0.isBound || $0.isDay }
    let days = facts.filter { $0.isDay && $0.first != nil }
    return nearest(days, to: mention) { $0.tokens } ?? nearest(facts.filter { $0.first != nil }, to: mention) {
      $0.tokens
    } ?? facts.first
  }

  func partOfDay(of mention: EventMention) -> String? {
    nearest(times(inSentence: true).filter { $0.partOfDay != nil }, to: mention) { $0.tokens }?.partOfDay
  }

  private func nearest<Fact>(_ facts: [Fact], to mention: EventMention, _ tokens: (Fact) -> Range<Int>) -> Fact? {
    facts.min { distance(tokens($0), mention) < distance(tokens($1), mention) }
  }

  /// Tokens between; what stands before the event counts double.
  private func distance(_ range: Range<Int>, _ mention: EventMention) -> Int {
    range.lowerBound >= mention.tokens.lowerBound
      ? range.lowerBound - mention.tokens.upperBound : (mention.tokens.lowerBound - range.upperBound) * 2
  }

  /// The places of the sentence, without those inside the name of a speaker.
  func places(of mention: EventMention) -> [PlaceFact] {
    let found = sentencePlaces.filter { !$0.mention.isActor && !isInSpeaker($0) }
    let locative = found.filter(\.isLocative)
    return locative.isEmpty ? found.filter { $0.mention.basis == .gazetteer && $0.isCountry } : locative
  }

  /// "the mayor of Belgorod said", "Lima police".
  private func isInSpeaker(_ place: PlaceFact) -> Bool {
    for (index, chunk) in sentence.chunks.enumerated() {
      guard case .noun(let group) = chunk, group.tokens.overlaps(place.tokens) else { continue }
      if place.tokens.upperBound < group.tokens.upperBound,
        group.classes.contains(.person) || group.classes.contains(.organisation)
      {
        return true
      }
      if let word = sentence.preposition(index - 1), article.key(sentence.words[word].tokens.lowerBound) == "of",
        let head = sentence.noun(index - 2),
        head.classes.contains(.person) || head.classes.contains(.organisation)
      {
        return !place.isCountry || true
      }
      return false
    }
    return false
  }
}
