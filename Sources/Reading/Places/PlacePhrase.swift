/// A name inside a phrase that tells a place.
struct PlacePart {
  /// The name's tokens.
  var name: Range<Int>
  /// The name with the noun that says what it is.
  var tokens: Range<Int>
  /// What that noun says; `unknown` without one.
  var level: PlaceWords.Level = .unknown
  /// What the gazetteer has under the name.
  var entry: NameMatch?
  /// The words that gave this part, and by which rule.
  var evidence: Range<Int>
  var rule: String
  /// A country's adjective beside the name.
  var country: UInt8?

  init(name: Range<Int>, entry: NameMatch?) {
    self.name = name
    tokens = name
    evidence = name
    self.entry = entry
    rule = entry == nil ? "place.context" : "place.gazetteer"
  }
}

/// A phrase that tells a place, from the narrowest name to the widest.
struct PlacePhrase {
  /// The words of the place itself, and those with all that follows and tells more of it.
  var tokens: Range<Int>
  var extent: Range<Int>
  /// The named place and those that it lies in.
  var parts: [PlacePart] = []
  /// The level of the noun at the head of a place without a name: `a village in the Voronezh region`.
  var unnamed: PlaceWords.Level?
  /// The place that it is near.
  var near: PlacePart?
  /// A second spelling in square brackets.
  var alternative: PlacePart?
  /// Whether it is a name in the possessive before something that is no place: `Ukraine's minister`.
  var isPossessor = false
  /// Further names that stand beside the first: `the villages of A and B`.
  var siblings: [PlacePart] = []
  var rule: String

  init(tokens: Range<Int>, parts: [PlacePart], rule: String) {
    self.tokens = tokens
    extent = tokens
    self.parts = parts
    self.rule = rule
  }
}

/// Reads phrases that tell places from the tokens of one sentence.
///
/// Each function looks at a bounded number of tokens, so that reading at every token stays linear.
struct PlacePhraseReader {
  let tokens: [Token]
  let names: ArticleNames
  /// Whether the sentence is in capitals, as on a newswire or in a headline, so that they tell nothing.
  let isInCapitals: Bool
  /// The end of the sentence.
  var end: Int

  private static let depthLimit = 4

  func key(_ index: Int) -> String { index >= 0 && index < end ? tokens[index].key : "" }

  func isWord(_ index: Int) -> Bool { index >= 0 && index < end && tokens[index].kind == .word }

  /// The adjective or people of a country at `index`.
  func demonym(at index: Int) -> (count: Int, country: UInt8)? { names.people(at: index, upTo: end) }

  /// The phrase that starts at `index`.
  ///
  /// - Parameter isStrong: Whether the words before say that a place follows, so that an unknown name is one too.
  func phrase(at index: Int, isStrong: Bool, depth: Int = 0) -> PlacePhrase? {
    guard depth < Self.depthLimit, index < end else { return nil }
    var next = index
    if PlaceWords.determiners.contains(key(next)) { next += 1 }
    let country = skipModifiers(from: &next, isBehindDeterminer: next > index)
    guard next < end else { return nil }
    var phrase: PlacePhrase?
    if PlaceWords.level(of: key(next)) != nil { phrase = nounPhrase(at: next, from: index, depth: depth) }
    if phrase == nil { phrase = namedPhrase(at: next, from: index, isStrong: isStrong, depth: depth) }
    guard var phrase else { return nil }
    if let country, !phrase.parts.isEmpty { phrase.parts[0].country = country }
    readTails(of: &phrase, depth: depth)
    return phrase
  }

  /// Goes over `the restive northern`, `the Russian`; returns a country that is told on the way.
  private func skipModifiers(from next: inout Int, isBehindDeterminer: Bool) -> UInt8? {
    var country: UInt8?
    for step in 0..<5 {
      let known = names.place(at: next, upTo: end)
      if let known, known.count > 1 { break }
      if PlaceWords.modifiers.contains(key(next)) || isStateAdjective(key(next)) {
        // `South Remu`: the direction is a part of a name that is not known without it.
        if !isInCapitals, step > 0 || isBehindDeterminer || next > 0, PlaceWords.directions.contains(key(next)),
          tokens[next].isCapitalized, isCapitalized(next + 1), names.place(at: next + 1, upTo: end) == nil
        {
          break
        }
        next += 1
      } else if let found = demonym(at: next),
        known == nil || PlaceWords.level(of: key(next + found.count)) != nil || isCapitalized(next + found.count)
      {
        country = found.country
        next += found.count
      } else if let possessor = bareCountry(at: next) {
        country = possessor
        next += 1
      } else {
        break
      }
    }
    return country
  }

  /// The country before a name that lost its apostrophe: `Syrias Aleppo`.
  private func bareCountry(at index: Int) -> UInt8? {
    guard !isInCapitals, isCapitalized(index), isCapitalized(index + 1), key(index).hasSuffix("s"),
      names.matches(at: index, upTo: end).isEmpty
    else { return nil }
    return names.country(String(key(index).dropLast()))
  }

  private func isStateAdjective(_ key: String) -> Bool {
    guard let hyphen = key.utf8.lastIndex(of: 0x2D) else { return false }
    return PlaceWords.stateAdjectives.contains(String(key[key.utf8.index(after: hyphen)...]))
  }

  /// `town of X`, `tambon X`, `village in the X region`, `capital, X`.
  private func nounPhrase(at noun: Int, from start: Int, depth: Int) -> PlacePhrase? {
    guard let level = PlaceWords.level(of: key(noun)) else { return nil }
    let rule = level == .settlement ? "place.settlement-of" : "place.division-of"
    let next = noun + 1
    let isIndefinite = noun > start && ["a", "an", "another", "some", "several"].contains(key(start))
    if key(next) == "of", !isIndefinite,
      var part = name(at: next + (key(next + 1) == "the" ? 2 : 1), isStrong: true, isNamed: true)
    {
      if part.level == .unknown { part.level = level }
      part.tokens = noun..<part.tokens.upperBound
      part.evidence = start..<part.tokens.upperBound
      part.rule = rule
      var phrase = PlacePhrase(tokens: part.evidence, parts: [part], rule: rule)
      addSiblings(to: &phrase)
      return phrase
    }
    if level != .line, !tokens[noun].isPossessive, var part = name(at: next, isStrong: !key(noun).hasSuffix("s")),
      part.level == .unknown || level == .admin3
    {
      part.level = level
      if level == .site || level == .water, tokens[noun].isCapitalized, !isInCapitals {
        part.name = noun..<part.name.upperBound
      }
      part.tokens = noun..<part.tokens.upperBound
      part.evidence = start..<part.tokens.upperBound
      part.rule = rule
      return PlacePhrase(tokens: part.evidence, parts: [part], rule: rule)
    }
    if level == .settlement, key(next) == ",", let part = name(at: next + 1, isStrong: false) {
      return PlacePhrase(tokens: start..<part.tokens.upperBound, parts: [part], rule: rule)
    }
    return unnamedPhrase(behind: noun, level, from: start, depth: depth)
  }

  /// `village in the X region`, `a district of X`.
  private func unnamedPhrase(
    behind noun: Int, _ level: PlaceWords.Level, from start: Int, depth: Int
  ) -> PlacePhrase? {
    guard [.settlement, .admin3, .admin2, .admin1, .region].contains(level),
      ["in", "near", "outside", "of", "within", "around", "along", "on"].contains(key(noun + 1)),
      var phrase = phrase(at: noun + 2, isStrong: true, depth: depth + 1), !phrase.isPossessor
    else { return nil }
    phrase.tokens = start..<phrase.tokens.upperBound
    phrase.extent = start..<phrase.extent.upperBound
    phrase.unnamed = level
    let isNear = key(noun + 1) == "near" || key(noun + 1) == "outside"
    phrase.rule = isNear ? "place.near" : "place.in-region"
    if isNear, !phrase.parts.isEmpty { phrase.near = phrase.parts.removeFirst() }
    return phrase
  }

  private func addSiblings(to phrase: inout PlacePhrase) {
    var next = phrase.extent.upperBound
    while phrase.siblings.count < 6, key(next) == "," || key(next) == "and" {
      let isLast = key(next) == "and" || key(next + 1) == "and"
      guard let part = name(at: next + (key(next) == "," && key(next + 1) == "and" ? 2 : 1), isStrong: isLast) else {
        break
      }
      // A comma and a wider place is no list: the tails read that.
      if !isLast, part.level != .unknown || !hasAnd(from: part.tokens.upperBound) { break }
      phrase.siblings.append(part)
      next = part.tokens.upperBound
      phrase.extent = phrase.extent.lowerBound..<next
    }
  }

  private func hasAnd(from index: Int) -> Bool {
    index < end && (index..<min(index + 8, end)).contains { key($0) == "and" }
  }

  private func namedPhrase(at index: Int, from start: Int, isStrong: Bool, depth: Int) -> PlacePhrase? {
    guard let part = name(at: index, isStrong: isStrong) else { return nil }
    guard tokens[part.name.upperBound - 1].isPossessive else {
      return PlacePhrase(tokens: start..<part.tokens.upperBound, parts: [part], rule: part.rule)
    }
    // `Ukraine's Donbas region`.
    if var inner = phrase(at: part.tokens.upperBound, isStrong: true, depth: depth + 1), inner.near == nil,
      !inner.isPossessor
    {
      if inner.unnamed == nil, !inner.parts.isEmpty {
        inner.parts[0].evidence = index..<inner.parts[0].tokens.upperBound
        inner.parts[0].rule = "place.possessive"
        inner.rule = "place.possessive"
      }
      inner.parts.append(part)
      inner.tokens = start..<inner.tokens.upperBound
      inner.extent = start..<inner.extent.upperBound
      return inner
    }
    guard part.entry != nil else { return nil }
    var phrase = PlacePhrase(tokens: start..<part.tokens.upperBound, parts: [part], rule: part.rule)
    phrase.isPossessor = true
    return phrase
  }
}
