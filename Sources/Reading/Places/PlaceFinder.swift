/// Finds the places that an article speaks of.
///
/// Words around a name decide whether it is a place; the gazetteer says which one. A name that it does not hold is a
/// place too where the words say so, and then has no coordinates.
package struct PlaceFinder {
  /// The places, in the order of the text.
  package private(set) var mentions: [PlaceMention] = []
  /// ISO 3166-1 alpha-2 code of the country that the article is most about; nil where nothing tells.
  package private(set) var countryContext: String?

  private let article: ArticleText
  private let gazetteer: Gazetteer
  private let context: CountryContext
  private let builder: PlaceMentionBuilder
  private let isInCapitals: Bool

  /// Finds the places of an article.
  package init(_ article: ArticleText, gazetteer: Gazetteer = .shared) {
    self.article = article
    self.gazetteer = gazetteer
    var capitals = 0
    var words = 0
    for token in article.tokens where token.kind == .word && token.key.utf8.count > 2 {
      words += 1
      if token.isAllCapitals { capitals += 1 }
    }
    isInCapitals = capitals * 10 > words * 7
    context = CountryContext(of: article, gazetteer: gazetteer, isInCapitals: isInCapitals)
    builder = PlaceMentionBuilder(
      article: article, gazetteer: gazetteer, resolver: PlaceResolver(gazetteer: gazetteer, context: context))
    countryContext = context.likeliest.flatMap { gazetteer.countryCode($0.country) }
    for sentence in article.sentences.indices { read(sentence) }
  }

  private mutating func read(_ sentence: Int) {
    let range = article.sentences[sentence].tokens
    let reader = PlacePhraseReader(
      tokens: article.tokens, gazetteer: gazetteer, isInCapitals: isInCapitals, end: range.upperBound)
    var index = range.lowerBound
    var relation: PlaceMention.Relation?
    while index < range.upperBound {
      let found = find(at: index, from: range.lowerBound, with: reader, sentence: sentence, relation: relation)
      if let (new, next) = found, next > index {
        for mention in new { mentions.append(mention) }
        // `in Usulutan and Morazan`: the relation holds for the second name too.
        let goesOn = reader.key(next) == "and" || reader.key(next) == "," || reader.key(next) == "or"
        relation = goesOn ? new.last?.relation : nil
        index = goesOn && relation != nil ? next + 1 : next
        if goesOn, reader.key(index) == "and" { index += 1 }
      } else {
        relation = nil
        index += 1
      }
    }
  }

  /// What starts at a token: the places, and the first token behind them.
  private func find(
    at index: Int, from start: Int, with reader: PlacePhraseReader, sentence: Int, relation: PlaceMention.Relation?
  ) -> (mentions: [PlaceMention], next: Int)? {
    guard reader.isWord(index) || article.tokens[index].kind == .number else { return nil }
    if relation == nil {
      if let found = between(at: index, reader, sentence) { return found }
      if let found = distance(at: index, reader, sentence) { return found }
      if let found = ownTerritory(at: index, from: start, reader, sentence) { return found }
      if let own = PlaceWords.prepositions[reader.key(index)], own != .between {
        if let phrase = placePhrase(behind: index, reader) {
          return (
            builder.mentions(of: phrase, relation: own, preposition: index, sentence: sentence, isLocative: true),
            phrase.extent.upperBound
          )
        }
        if let found = openPlace(at: index, reader, sentence) { return found }
        return nil
      }
      if reader.key(index) == "of", isBehindPlaceNoun(index, reader),
        let phrase = reader.phrase(at: index + 1, isStrong: true), !phrase.parts.isEmpty
      {
        return (
          builder.mentions(of: phrase, relation: .in, preposition: index, sentence: sentence, isLocative: true),
          phrase.extent.upperBound
        )
      }
    }
    return bare(at: index, from: start, reader, sentence, relation)
  }

  /// The phrase behind a preposition, or behind what makes one together with it: `close to`, `on the outskirts of`.
  private func placePhrase(behind index: Int, _ reader: PlacePhraseReader) -> PlacePhrase? {
    var next = index + 1
    let first = reader.key(next) == "the" ? next + 1 : next
    if [
      "outskirts", "vicinity", "area", "suburbs", "heart", "centre", "center", "edge", "west", "east", "north", "south",
      "middle", "neighbourhood",
    ].contains(reader.key(first)),
      reader.key(first + 1) == "of"
    {
      next = first + 2
    }
    guard let phrase = reader.phrase(at: next, isStrong: true) else { return nil }
    if phrase.parts.isEmpty, phrase.near == nil { return nil }
    let key = reader.key(index)
    // `to`, `from`, `on`, `over` and `through` introduce much else: an unknown name behind them is no place.
    if [
      "to", "from", "on", "over", "through", "into", "at", "above", "off", "onto", "around", "across", "amid",
      "opposite",
    ].contains(key), phrase.unnamed == nil,
      phrase.parts.first?.entry == nil, phrase.parts.first?.level == .unknown
    {
      return nil
    }
    return phrase
  }

  private func isBehindPlaceNoun(_ index: Int, _ reader: PlacePhraseReader) -> Bool {
    let before = reader.key(index - 1)
    return [
      "outskirts", "vicinity", "suburbs", "outside", "centre", "center", "north", "south", "east", "west", "northeast",
      "northwest", "southeast", "southwest", "parts", "areas", "streets", "part", "coast",
    ].contains(before)
  }

  /// A name or a phrase with its noun that no preposition introduces.
  private func bare(
    at index: Int, from start: Int, _ reader: PlacePhraseReader, _ sentence: Int, _ relation: PlaceMention.Relation?
  ) -> (mentions: [PlaceMention], next: Int)? {
    let token = article.tokens[index]
    let isNoun = PlaceWords.level(of: token.key) != nil
    guard
      isInCapitals || token.isCapitalized || isNoun
        || PlaceWords.determiners.contains(token.key) && PlaceWords.level(of: reader.key(index + 1)) != nil
    else { return nil }
    if index > start, isBehindTitle(index, reader) { return nil }
    guard let phrase = reader.phrase(at: index, isStrong: false), phrase.unnamed != nil || !phrase.parts.isEmpty else {
      return nil
    }
    let head = phrase.parts.first
    if phrase.unnamed == nil, let head, head.level == .unknown, phrase.parts.count == 1, relation == nil {
      // A name alone: a person or body would take a capitalised word behind it.
      if head.entry?.isCommonWord == true { return nil }
      if let entry = head.entry, !isNotable(entry) { return nil }
    }
    var found = builder.mentions(
      of: phrase, relation: relation ?? (phrase.unnamed != nil && phrase.near == nil ? .in : nil), preposition: nil,
      sentence: sentence,
      isLocative: relation != nil || phrase.unnamed != nil || head?.level != .unknown || phrase.parts.count > 1)
    if PlaceWords.sayings.contains(reader.key(phrase.extent.upperBound)) {
      for index in found.indices { found[index].isActor = true; found[index].isLocative = false }
    }
    return (found, phrase.extent.upperBound)
  }

  private func isBehindTitle(_ index: Int, _ reader: PlacePhraseReader) -> Bool {
    PlaceWords.titles.contains(reader.key(index - 1)) && (isInCapitals || article.tokens[index - 1].isCapitalized)
  }

  /// Whether a name is known well enough, or fits the article well enough, to be a place without words that say so.
  private func isNotable(_ entry: Gazetteer.Entry) -> Bool {
    gazetteer.places(of: entry).prefix(20).contains { place in
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

// MARK: - Patterns

extension PlaceFinder {
  /// `between A and B`, `between two villages, A and B`.
  private func between(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> (
    mentions: [PlaceMention], next: Int
  )? {
    guard reader.key(index) == "between" else { return nil }
    var next = index + 1
    while next < index + 7, next < reader.end,
      !(article.tokens[next].isCapitalized && !PlaceWords.never.contains(reader.key(next)))
        || isInCapitals
          && (PlaceWords.never.contains(reader.key(next)) || PlaceWords.level(of: reader.key(next)) != nil)
    {
      let key = reader.key(next)
      guard
        PlaceWords.determiners.contains(key) || PlaceWords.level(of: key) != nil || PlaceWords.modifiers.contains(key)
          || key == ","
      else { return nil }
      next += 1
      if next >= reader.end { return nil }
    }
    guard let first = reader.name(at: next, isStrong: true), reader.key(first.tokens.upperBound) == "and" else {
      return nil
    }
    var second = first.tokens.upperBound + 1
    if PlaceWords.determiners.contains(reader.key(second)) { second += 1 }
    if PlaceWords.level(of: reader.key(second)) != nil { second += reader.key(second + 1) == "of" ? 2 : 1 }
    guard let other = reader.name(at: second, isStrong: true) else { return nil }
    guard
      first.entry != nil && other.entry != nil || first.level != .unknown
        || PlaceWords.level(of: reader.key(next - 1)) != nil || PlaceWords.level(of: reader.key(next - 2)) != nil
    else { return nil }
    var wider = PlacePhrase(
      tokens: index..<other.tokens.upperBound, extent: index..<other.tokens.upperBound, parts: [other],
      rule: "place.between")
    reader.readTails(of: &wider, depth: 1)
    guard
      let mention = builder.between(
        first, other, wider: Array(wider.parts.dropFirst()), tokens: index..<other.tokens.upperBound,
        extent: wider.extent, sentence: sentence)
    else { return nil }
    return ([mention], wider.extent.upperBound)
  }

  /// `10 km north of X`, `250 KM NORTHWEST OF BOGOTA`, `about 5 kilometres from X`.
  private func distance(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> (
    mentions: [PlaceMention], next: Int
  )? {
    var next = index
    var metres = 0.0
    let key = reader.key(index)
    if article.tokens[index].kind == .number {
      var (number, unit) = Self.number(key)
      if unit.isEmpty, let named = PlaceWords.units[reader.key(index + 1)] {
        metres = number * named
        next = index + 2
      } else if let named = PlaceWords.units[unit] {
        metres = number * named
        next = index + 1
      } else {
        return nil
      }
      unit = ""
      number = 0
      if reader.key(next) == "(" {
        while next < min(index + 9, reader.end), reader.key(next) != ")" { next += 1 }; next += 1
      }
      if reader.key(next) == "away" { next += 1 }
      if reader.key(next) == "to", reader.key(next + 1) == "the" { next += 2 }
    }
    let hasDirection = PlaceWords.directions.contains(reader.key(next))
    if hasDirection { next += 1 }
    guard reader.key(next) == "of" || reader.key(next) == "from" && metres > 0, hasDirection || metres > 0 else {
      return nil
    }
    guard let phrase = reader.phrase(at: next + 1, isStrong: true), !phrase.parts.isEmpty else { return nil }
    let mentions = builder.mentions(
      of: phrase, relation: .near, preposition: index, sentence: sentence, isLocative: true,
      radius: metres > 0 ? metres : 20_000)
    return (mentions, phrase.extent.upperBound)
  }

  /// The digits of a number token and the unit behind them.
  private static func number(_ key: String) -> (Double, String) {
    let digits = key.utf8.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2C }
    let value = Double(String(Substring(digits)).filter { $0 != "," }) ?? 0
    return (min(value, 20_000), String(Substring(key.utf8.dropFirst(digits.count))))
  }

  /// `on their own territory`: the country of whoever does it.
  private func ownTerritory(at index: Int, from start: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> (
    mentions: [PlaceMention], next: Int
  )? {
    guard reader.key(index) == "own", ["territory", "soil", "land"].contains(reader.key(index + 1)) else { return nil }
    var before = index - 1
    if ["their", "its", "his", "her"].contains(reader.key(before)) { before -= 1 }
    let first = PlaceWords.prepositions[reader.key(before)] != nil ? before : before + 1
    for subject in stride(from: first - 1, through: max(start, first - 40), by: -1) {
      var country = reader.demonym(at: subject)?.country
      if country == nil, reader.isWord(subject), article.tokens[subject].isCapitalized,
        let entry = gazetteer.entries(in: article.tokens, at: subject, upTo: first).last?.entry,
        let place = gazetteer.places(of: entry).first, place.kind == .country
      {
        country = place.country
      }
      guard let country else { continue }
      return (
        [
          builder.unnamed(
            tokens: first..<(index + 2), country: country, sentence: sentence, rule: "place.own-territory",
            precision: .country)
        ], index + 2
      )
    }
    return nil
  }

  /// `in an empty field`, `on a residential area`.
  private func openPlace(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> (
    mentions: [PlaceMention], next: Int
  )? {
    guard ["in", "on", "into", "near", "at", "onto", "inside"].contains(reader.key(index)) else { return nil }
    var next = index + 1
    if PlaceWords.determiners.contains(reader.key(next)) { next += 1 }
    var isDescribed = false
    for _ in 0..<3 {
      let key = reader.key(next)
      guard PlaceWords.describingAdjectives.contains(key) || PlaceWords.modifiers.contains(key) else { break }
      isDescribed = isDescribed || PlaceWords.describingAdjectives.contains(key)
      next += 1
    }
    let noun = reader.key(next)
    guard PlaceWords.openPlaces.contains(noun) || isDescribed && PlaceWords.describedPlaces.contains(noun) else {
      return nil
    }
    let mention = builder.unnamed(
      tokens: index..<(next + 1), country: nil, sentence: sentence, rule: "place.common-noun", precision: .unknown)
    return ([mention], next + 1)
  }
}
