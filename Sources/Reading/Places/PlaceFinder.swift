/// Finds the places that an article speaks of.
///
/// Words around a name decide whether it is a place; the gazetteer says which one. A name that it does not hold is a
/// place too where the words say so, and then has no coordinates.
package struct PlaceFinder: Sendable {
  /// The places, in the order of the text.
  package private(set) var mentions: [PlaceMention] = []
  /// ISO 3166-1 alpha-2 code of the country that the article is most about; nil where nothing tells.
  package private(set) var countryContext: String?

  let article: ArticleText
  let names: ArticleNames
  let context: CountryContext
  let builder: PlaceMentionBuilder
  /// Words that stand behind another capital in what is no place: surnames, most of them.
  private var surnames: Set<String> = []

  /// What a pattern found: the places, and the first token behind them.
  typealias Found = (mentions: [PlaceMention], next: Int)

  /// Finds the places of an article.
  package init(_ article: ArticleText, gazetteer: Gazetteer = .shared) {
    self.article = article
    names = ArticleNames(of: article, gazetteer: gazetteer)
    context = CountryContext(of: article, names: names)
    builder = PlaceMentionBuilder(
      article: article, gazetteer: gazetteer, resolver: PlaceResolver(gazetteer: gazetteer, context: context))
    if !names.isInCapitals { collectSurnames() }
    for sentence in article.sentences.indices { read(sentence) }
    settleCountry(gazetteer)
  }

  /// The country of the places where something is, and what the context tells.
  private mutating func settleCountry(_ gazetteer: Gazetteer) {
    var votes: [String: Double] = [:]
    for (country, share) in context.shares {
      if let code = gazetteer.countryCode(country) { votes[code] = 2 * share }
    }
    let located = mentions.filter { $0.isLocative && $0.basis == .gazetteer }.compactMap(\.country)
    for country in located { votes[country, default: 0] += 2 / Double(located.count) }
    countryContext = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private mutating func collectSurnames() {
    let tokens = article.tokens
    for index in tokens.indices.dropLast() {
      let token = tokens[index]
      let next = tokens[index + 1]
      guard token.kind == .word, next.kind == .word, token.isCapitalized, next.isCapitalized, !token.isPossessive,
        next.range.lowerBound - token.range.upperBound == 1, !PlaceWords.never.contains(token.key),
        !PlaceWords.modifiers.contains(token.key), PlaceWords.level(of: token.key) == nil,
        PlaceWords.level(of: next.key) == nil
      else { continue }
      let match = names.matches(at: index, upTo: tokens.count).first
      if let match, match.count > 1 || match.places.contains(where: { $0.kind == .people || $0.kind == .country }) {
        continue
      }
      surnames.insert(next.key)
    }
  }

  private mutating func read(_ sentence: Int) {
    let range = article.sentences[sentence].tokens
    let reader = PlacePhraseReader(
      tokens: article.tokens, names: names, isInCapitals: names.isInCapitals || isHeadline(range),
      end: range.upperBound)
    var index = range.lowerBound
    var relation: PlaceMention.Relation?
    while index < range.upperBound {
      guard let found = find(at: index, from: range.lowerBound, reader, sentence, relation), found.next > index else {
        relation = nil
        index += 1
        continue
      }
      mentions += found.mentions
      // `in Usulutan and Morazan`: the relation holds for the second name too.
      index = found.next
      relation = nil
      if ["and", ",", "or"].contains(reader.key(index)), let last = found.mentions.last?.relation {
        relation = last
        index += reader.key(index + 1) == "and" ? 2 : 1
      }
    }
  }

  /// Whether nearly every word of a sentence has a capital, so that they tell nothing.
  private func isHeadline(_ range: Range<Int>) -> Bool {
    var words = 0
    var capitals = 0
    for token in article.tokens[range] where token.kind == .word && token.key.utf8.count > 3 {
      words += 1
      if token.isCapitalized { capitals += 1 }
    }
    return words >= 5 && capitals * 10 > words * 8
  }

  /// What starts at a token.
  private func find(
    at index: Int, from start: Int, _ reader: PlacePhraseReader, _ sentence: Int, _ relation: PlaceMention.Relation?
  ) -> Found? {
    guard reader.isWord(index) || article.tokens[index].kind == .number else { return nil }
    if let found = between(at: index, reader, sentence) { return found }
    if let found = distance(at: index, reader, sentence) { return found }
    if let found = ownTerritory(at: index, from: start, reader, sentence) { return found }
    let key = reader.key(index)
    if let own = PlaceWords.prepositions[key], own != .between {
      if let phrase = placePhrase(behind: index, reader) { return located(phrase, own, index, sentence) }
      return openPlace(at: index, reader, sentence)
    }
    if key == "of", let phrase = reader.phrase(at: index + 1, isStrong: true), !phrase.parts.isEmpty {
      if isBehindPlaceNoun(index, reader) { return located(phrase, .in, index, sentence) }
      // `a resident of Naraguta (Jos North, Plateau)`
      if isPlacedByMore(phrase) { return located(phrase, nil, index, sentence) }
    }
    if PlaceWords.attacks.contains(key), let phrase = reader.phrase(at: index + 1, isStrong: true),
      phrase.unnamed != nil || isPlacedByMore(phrase)
    {
      return located(phrase, nil, index, sentence)
    }
    return bare(at: index, from: start, reader, sentence, relation)
  }

  private func located(
    _ phrase: PlacePhrase, _ relation: PlaceMention.Relation?, _ preposition: Int, _ sentence: Int
  ) -> Found {
    let found = builder.mentions(
      of: phrase, relation: relation, preposition: preposition, sentence: sentence, isLocative: true)
    return (found, phrase.extent.upperBound)
  }

  /// Whether more than a lone unknown name says that it is a place.
  private func isPlacedByMore(_ phrase: PlacePhrase) -> Bool {
    guard !phrase.isPossessor, let head = phrase.parts.first else { return false }
    if phrase.near != nil || phrase.parts.count > 1 || head.level != .unknown || phrase.alternative != nil {
      return true
    }
    guard let entry = head.entry, !entry.isCommonWord else { return false }
    return entry.places.first?.kind != .country
  }

  /// The phrase behind a preposition, or behind what makes one together with it: `close to`, `on the outskirts of`.
  private func placePhrase(behind index: Int, _ reader: PlacePhraseReader) -> PlacePhrase? {
    var next = index + 1
    let first = reader.key(next) == "the" ? next + 1 : next
    if PlaceWords.partsOfPlaces.contains(reader.key(first)), reader.key(first + 1) == "of" { next = first + 2 }
    guard let phrase = reader.phrase(at: next, isStrong: true), !phrase.parts.isEmpty || phrase.near != nil else {
      return nil
    }
    if let head = phrase.parts.first, phrase.unnamed == nil, phrase.parts.count == 1, phrase.near == nil {
      let isUnknown = head.entry == nil && head.level == .unknown
      // `to`, `from`, `on`, `over` introduce much else: a lone unknown name behind them is no place.
      if isUnknown, PlaceWords.loosePrepositions.contains(reader.key(index)), phrase.alternative == nil { return nil }
      let name = reader.key(head.name.upperBound - 1)
      if head.level == .unknown, surnames.contains(name), !["in", "near", "at", "inside"].contains(reader.key(index)) {
        return nil
      }
      if head.entry?.isCommonWord == true, head.level == .unknown,
        PlaceWords.loosePrepositions.contains(reader.key(index))
          || PlaceWords.determiners.contains(reader.key(index + 1))
      {
        return nil
      }
    }
    return phrase
  }

  private func isBehindPlaceNoun(_ index: Int, _ reader: PlacePhraseReader) -> Bool {
    PlaceWords.partsOfPlaces.contains(reader.key(index - 1))
  }

  /// A name or a phrase with its noun that no preposition introduces.
  private func bare(
    at index: Int, from start: Int, _ reader: PlacePhraseReader, _ sentence: Int, _ relation: PlaceMention.Relation?
  ) -> Found? {
    let token = article.tokens[index]
    guard
      reader.isInCapitals || reader.isCapitalized(index) || PlaceWords.level(of: token.key) != nil
        || PlaceWords.determiners.contains(token.key)
    else { return nil }
    if index > start, isBehindTitle(index, reader) || isInsideRun(index, reader) { return nil }
    guard let phrase = reader.phrase(at: index, isStrong: false), phrase.unnamed != nil || !phrase.parts.isEmpty,
      isPlaceAlone(phrase, start: start, reader, relation)
    else { return nil }
    let head = phrase.parts.first
    let isLocative = relation != nil || phrase.unnamed != nil || head?.level != .unknown || phrase.parts.count > 1
    var found = builder.mentions(
      of: phrase, relation: relation, preposition: nil, sentence: sentence, isLocative: isLocative)
    if PlaceWords.sayings.contains(reader.key(phrase.extent.upperBound)) {
      for index in found.indices {
        found[index].isActor = true
        found[index].isLocative = false
      }
    }
    return (found, phrase.extent.upperBound)
  }

  private func isBehindTitle(_ index: Int, _ reader: PlacePhraseReader) -> Bool {
    PlaceWords.titles.contains(reader.key(index - 1))
      && (reader.isInCapitals || article.tokens[index - 1].isCapitalized)
  }

  /// Whether a capitalised word stands right before, so that the word is the rest of a name that is no place.
  private func isInsideRun(_ index: Int, _ reader: PlacePhraseReader) -> Bool {
    guard !reader.isInCapitals, reader.isCapitalized(index), reader.isCapitalized(index - 1), reader.isJoined(index)
    else { return false }
    let before = reader.key(index - 1)
    return !PlaceWords.never.contains(before) && !PlaceWords.modifiers.contains(before)
      && mentions.last?.extent.upperBound != index
  }

  /// Whether a phrase that nothing introduces is a place: a person's or a body's name would often be one too.
  private func isPlaceAlone(
    _ phrase: PlacePhrase, start: Int, _ reader: PlacePhraseReader, _ relation: PlaceMention.Relation?
  ) -> Bool {
    guard phrase.unnamed == nil, let head = phrase.parts.first else { return true }
    guard head.level == .unknown else { return head.entry != nil || !reader.isInCapitals || phrase.parts.count > 1 }
    guard let entry = head.entry else { return phrase.parts.count > 1 && head.name.count > 1 }
    if entry.isCommonWord { return false }
    let next = phrase.tokens.upperBound
    if ["backed", "based", "led"].contains(reader.key(next)) { return false }
    let token = article.tokens[head.name.lowerBound]
    let isDateline = head.name.lowerBound == start && ["(", ",", "-", "--"].contains(reader.key(next))
    if head.name.count == 1, !reader.isInCapitals, token.isAllCapitals, token.text.utf8.count <= 6, !isDateline,
      entry.places.first?.kind != .country
    {
      return false
    }
    if relation != nil || phrase.parts.count > 1 { return true }
    if surnames.contains(reader.key(head.name.upperBound - 1)), head.name.count == 1 { return false }
    return isNotable(entry)
  }

  /// Whether a name is known well enough, or fits the article well enough, to be a place without words that say so.
  private func isNotable(_ entry: NameMatch) -> Bool {
    entry.places.prefix(20).contains { place in
      switch place.kind {
      case .country, .admin1, .region, .water: true
      case .admin2, .settlement:
        place.population >= 50_000 || place.isCapital
          || (context.shares[place.country] ?? 0) > 0.3 && place.population > 3_000
      case .people, .cue: false
      }
    }
  }
}
