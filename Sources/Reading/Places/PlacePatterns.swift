// Patterns of words around places that are more than a preposition and a name.
extension PlaceFinder {
  /// `between A and B`, `between two villages, A and B`.
  func between(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> Found? {
    guard reader.key(index) == "between" else { return nil }
    var first = index + 1
    var hasNoun = false
    for _ in 0..<6 {
      let key = reader.key(first)
      let isNoun = PlaceWords.level(of: key) != nil
      guard isNoun || PlaceWords.determiners.contains(key) || PlaceWords.modifiers.contains(key) || key == "," else {
        break
      }
      hasNoun = hasNoun || isNoun
      first += 1
    }
    guard let one = reader.name(at: first, isStrong: true), reader.key(one.tokens.upperBound) == "and" else {
      return nil
    }
    var second = one.tokens.upperBound + 1
    if PlaceWords.determiners.contains(reader.key(second)) { second += 1 }
    if PlaceWords.level(of: reader.key(second)) != nil { second += reader.key(second + 1) == "of" ? 2 : 1 }
    guard let other = reader.name(at: second, isStrong: true) else { return nil }
    let tokens = index..<other.tokens.upperBound
    var wider = PlacePhrase(tokens: tokens, parts: [other], rule: "place.between")
    reader.readTails(of: &wider, depth: 1)
    guard hasNoun || one.entry != nil || other.entry != nil || one.level != .unknown || wider.parts.count > 1 else {
      return nil
    }
    guard
      let mention = builder.between(
        one, other, wider: Array(wider.parts.dropFirst()), tokens: tokens, extent: wider.extent, sentence: sentence)
    else { return nil }
    return ([mention], wider.extent.upperBound)
  }

  /// `10 km north of X`, `250 KM NORTHWEST OF BOGOTA`, `about 5 kilometres from X`, `north of X`.
  func distance(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> Found? {
    var next = index
    var metres: Double?
    if article.tokens[index].kind == .number {
      let (number, unit) = Self.number(reader.key(index))
      if let length = PlaceWords.units[unit] {
        metres = number * length
        next = index + 1
      } else if unit.isEmpty, let length = PlaceWords.units[reader.key(index + 1)] {
        metres = number * length
        next = index + 2
      } else {
        return nil
      }
      if reader.key(next) == "(" {
        next = (next..<min(next + 8, max(reader.end, next))).first { reader.key($0) == ")" }.map { $0 + 1 } ?? next
      }
      if reader.key(next) == "away" { next += 1 }
      if reader.key(next) == "to", reader.key(next + 1) == "the" { next += 2 }
    }
    let hasDirection = PlaceWords.directions.contains(reader.key(next))
    if hasDirection { next += 1 }
    guard hasDirection || metres != nil, reader.key(next) == "of" || reader.key(next) == "from" && metres != nil,
      let phrase = reader.phrase(at: next + 1, isStrong: true), !phrase.parts.isEmpty, !phrase.isPossessor
    else { return nil }
    let mentions = builder.mentions(
      of: phrase, relation: .near, preposition: index, sentence: sentence, isLocative: true, radius: metres ?? 20_000)
    return (mentions, phrase.extent.upperBound)
  }

  /// The digits of a number token, and the unit behind them.
  private static func number(_ key: String) -> (Double, String) {
    let digits = key.utf8.prefix { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2C }
    let value = Double(String(Substring(digits)).filter { $0 != "," }) ?? 0
    return (min(value, 20_000), String(Substring(key.utf8.dropFirst(digits.count))))
  }

  /// `on their own territory`: the country of whoever does it.
  func ownTerritory(at index: Int, from start: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> Found? {
    guard reader.key(index) == "own", ["territory", "soil", "land"].contains(reader.key(index + 1)) else { return nil }
    var before = index - 1
    if ["their", "its", "his", "her"].contains(reader.key(before)) { before -= 1 }
    let first = before >= start && PlaceWords.prepositions[reader.key(before)] != nil ? before : before + 1
    for subject in stride(from: first - 1, through: max(start, first - 40), by: -1) {
      let country =
        reader.demonym(at: subject)?.country
        ?? names.place(at: subject, upTo: first)?.places.first.flatMap { $0.kind == .country ? $0.country : nil }
      guard let country else { continue }
      let mention = builder.unnamed(
        tokens: first..<(index + 2), country: country, sentence: sentence, rule: "place.own-territory",
        precision: .country)
      return ([mention], index + 2)
    }
    return nil
  }

  /// `in an empty field`, `on a residential area`.
  func openPlace(at index: Int, _ reader: PlacePhraseReader, _ sentence: Int) -> Found? {
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
