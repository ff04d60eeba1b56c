/// A name inside a phrase that tells a place.
struct PlacePart {
  /// The name's tokens.
  var name: Range<Int>
  /// The name with the noun that says what it is.
  var tokens: Range<Int>
  /// What that noun says; `unknown` without one.
  var level: PlaceWords.Level = .unknown
  /// The name's entry in the gazetteer.
  var entry: Gazetteer.Entry?
  /// The words that gave this part, and by which rule.
  var evidence: Range<Int>
  var rule: String
  /// A country's adjective beside the name.
  var country: UInt8?
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
  /// Further names that stand beside the first: `the villages of A and B`.
  var siblings: [PlacePart] = []
  var rule: String
}

/// Reads phrases that tell places from the tokens of one sentence.
///
/// Each function looks at a bounded number of tokens, so that reading at every token stays linear.
struct PlacePhraseReader {
  let tokens: [Token]
  let gazetteer: Gazetteer
  /// Whether the text is in capitals, as on a newswire, so that they tell nothing.
  let isInCapitals: Bool
  /// The end of the sentence.
  var end: Int

  private static let depthLimit = 4

  func key(_ index: Int) -> String { index >= 0 && index < end ? tokens[index].key : "" }

  func isWord(_ index: Int) -> Bool { index >= 0 && index < end && tokens[index].kind == .word }

  /// Whether the token starts with a capital that a sentence's start alone does not explain.
  private func isCapitalized(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    if tokens[index].isCapitalized { return true }
    guard let hyphen = tokens[index].text.utf8.firstIndex(of: 0x2D) else { return false }
    // `al-Hasakah`.
    let behind = tokens[index].text.utf8[tokens[index].text.utf8.index(after: hyphen)...]
    return behind.first.map { 0x41...0x5A ~= $0 } == true && PlaceWords.particles.contains(String(key(index).prefix(2)))
  }

  // MARK: Names

  /// The name of a place that starts at `index`.
  ///
  /// - Parameter isStrong: Whether the words before say that a place follows, so that an unknown name is one too.
  func name(at index: Int, isStrong: Bool) -> PlacePart? {
    guard isWord(index) else { return nil }
    guard
      var part = isInCapitals ? nameInCapitals(at: index, isStrong: isStrong) : mixedName(at: index, isStrong: isStrong)
    else { return nil }
    addNoun(to: &part)
    return part
  }

  private func part(_ name: Range<Int>, _ entry: Gazetteer.Entry?, rule: String = "place.gazetteer") -> PlacePart {
    PlacePart(name: name, tokens: name, entry: entry, evidence: name, rule: entry == nil ? "place.context" : rule)
  }

  /// Takes the noun behind a name: `Kherson region`.
  private func addNoun(to part: inout PlacePart) {
    let next = part.tokens.upperBound
    guard part.level == .unknown, next < end, !tokens[next - 1].isPossessive, isWord(next),
      let level = PlaceWords.level(of: key(next))
    else { return }
    // `Lima Bridge` names a bridge, `Lima bridge` perhaps; but a body behind the noun takes it: `city council`.
    if PlaceWords.bodies.contains(key(next + 1)), !isInCapitals { return }
    part.level = level
    part.tokens = part.tokens.lowerBound..<(next + 1)
    part.evidence = part.tokens
    if level == .site || level == .quarter { part.name = level == .site ? part.tokens : part.name }
  }

  /// The longest entry at `index` that names a place, taking at most the tokens before `limit`.
  private func entry(at index: Int, before limit: Int) -> (count: Int, entry: Gazetteer.Entry)? {
    for (count, entry) in gazetteer.entries(in: tokens, at: index, upTo: limit).reversed() {
      if count == 1 {
        if PlaceWords.never.contains(key(index)) && !(entry.isAcronym && tokens[index].text.utf8.contains(0x2E)) {
          continue
        }
        if entry.isAcronym,
          isInCapitals ? entry.isCommonWord && !tokens[index].text.utf8.contains(0x2E) : !isAcronym(index)
        {
          continue
        }
      }
      if isPlace(entry) { return (count, entry) }
    }
    return nil
  }

  private func isAcronym(_ index: Int) -> Bool {
    tokens[index].isAllCapitals || tokens[index].text.utf8.contains(0x2E)
  }

  private func isPlace(_ entry: Gazetteer.Entry) -> Bool {
    gazetteer.places(of: entry).prefix(3).contains { $0.kind != .people && $0.kind != .cue }
  }

  private func mixedName(at index: Int, isStrong: Bool) -> PlacePart? {
    let first = tokens[index]
    let isParticle = PlaceWords.particles.contains(first.key) && isCapitalized(index + 1)
    guard isCapitalized(index) || isParticle && isStrong else { return nil }
    if PlaceWords.never.contains(first.key) && !first.isAllCapitals { return nil }
    let run = run(at: index)
    let match = entry(at: index, before: run.upperBound)
    if let match, match.count == run.count { return part(run, match.entry) }
    // A noun inside the run ends the name: `Kech District Police`.
    if let noun = (index + 1..<run.upperBound).first(where: { PlaceWords.level(of: key($0)) != nil }),
      let level = PlaceWords.level(of: key(noun))
    {
      if noun + 1 < run.upperBound, PlaceWords.bodies.contains(key(noun + 1)), !isStrong { return nil }
      if let match, match.count > noun - index { return part(index..<(index + match.count), match.entry) }
      if match == nil || match?.count == noun - index || level == .site || level == .quarter {
        if PlaceWords.titles.contains(first.key) { return nil }
        if (index..<noun).contains(where: { PlaceWords.bodies.contains(key($0)) }) { return nil }
        if match == nil, isDemonym(index), noun == index + 1 { return nil }
        var found = part(index..<noun, match?.count == noun - index ? match?.entry : nil, rule: "place.gazetteer")
        found.level = level
        found.tokens = index..<(noun + 1)
        found.evidence = found.tokens
        if level == .site { found.name = found.tokens }
        return found
      }
    }
    guard isStrong else { return nil }
    if PlaceWords.titles.contains(first.key) { return nil }
    let isBody = run.contains { PlaceWords.bodies.contains(key($0)) }
    if match != nil {
      if isBody { return nil }
      var found = part(run, nil)
      found.level = .site
      return found
    }
    if isBody || run.count > 5 || first.isAbbreviation || isDemonym(index) { return nil }
    if run.count == 1, first.isAllCapitals, first.text.utf8.count <= 6 { return nil }
    return part(run, nil)
  }

  /// The capitalised words from `index`, with the particles between them.
  private func run(at index: Int) -> Range<Int> {
    var next = index + 1
    while next < end, next - index < 8, !tokens[next - 1].isPossessive, isJoined(next) {
      if isCapitalized(next) {
        if PlaceWords.never.contains(key(next)) || PlaceWords.titles.contains(key(next)) && isCapitalized(next + 1) {
          break
        }
        next += 1
      } else if PlaceWords.particles.contains(key(next)), isWord(next), isCapitalized(next + 1), isJoined(next + 1) {
        next += 2
      } else {
        break
      }
    }
    return index..<min(next, end)
  }

  /// Whether nothing but a space stands before the token.
  private func isJoined(_ index: Int) -> Bool {
    index > 0 && index < end && tokens[index].range.lowerBound - tokens[index - 1].range.upperBound <= 2
  }

  private func nameInCapitals(at index: Int, isStrong: Bool) -> PlacePart? {
    guard !PlaceWords.never.contains(key(index)) || key(index) == "us" else { return nil }
    if let (count, entry) = entry(at: index, before: min(end, index + 7)) {
      let next = index + count
      let isTyped = PlaceWords.level(of: key(next)) != nil
      if !entry.isCommonWord || isTyped && isStrong { return part(index..<next, entry) }
      if isStrong, key(next) == ",", self.entry(at: next + 1, before: min(end, next + 6)) != nil {
        return part(index..<next, entry)
      }
    }
    guard isStrong else { return nil }
    // An unknown name before a noun of places, or before a known place.
    for next in (index + 1)..<max(index + 2, min(end, index + 5)) {
      if next < end, let level = PlaceWords.level(of: key(next)), level != .line {
        if PlaceWords.modifiers.contains(key(next - 1)) || isDemonym(index) { return nil }
        var found = part(index..<next, nil)
        found.level = level
        found.tokens = index..<(next + 1)
        found.evidence = found.tokens
        if level == .site { found.name = found.tokens }
        return found
      }
      guard isWord(next), !PlaceWords.never.contains(key(next)), PlaceWords.prepositions[key(next)] == nil else {
        break
      }
    }
    return nil
  }

  /// The adjective or people of a country at `index`.
  func demonym(at index: Int) -> (count: Int, country: UInt8)? {
    guard isWord(index), isInCapitals || tokens[index].isCapitalized else { return nil }
    for (count, entry) in gazetteer.entries(in: tokens, at: index, upTo: min(end, index + 3)).reversed() {
      if let people = gazetteer.places(of: entry).prefix(3).first(where: { $0.kind == .people }) {
        return (count, people.country)
      }
    }
    return nil
  }

  private func isDemonym(_ index: Int) -> Bool { demonym(at: index) != nil }

  // MARK: Phrases

  /// The phrase that starts at `index`.
  func phrase(at index: Int, isStrong: Bool, depth: Int = 0) -> PlacePhrase? {
    guard depth < Self.depthLimit, index < end else { return nil }
    var next = index
    if PlaceWords.determiners.contains(key(next)) { next += 1 }
    var country: UInt8?
    for _ in 0..<5 {
      if isCapitalized(next) || isInCapitals, let found = entry(at: next, before: min(end, next + 5)), found.count > 1 {
        break
      }
      if PlaceWords.modifiers.contains(key(next)) || isStateAdjective(key(next)) {
        next += 1
      } else if let found = demonym(at: next),
        entry(at: next, before: min(end, next + 5)) == nil || PlaceWords.level(of: key(next + found.count)) != nil
      {
        country = found.country
        next += found.count
      } else {
        break
      }
    }
    guard next < end else { return nil }
    var phrase: PlacePhrase?
    if PlaceWords.level(of: key(next)) != nil { phrase = nounPhrase(at: next, from: index, depth: depth) }
    if phrase == nil { phrase = namedPhrase(at: next, from: index, isStrong: isStrong, depth: depth) }
    guard var phrase else { return nil }
    if let country, !phrase.parts.isEmpty { phrase.parts[0].country = country }
    readTails(of: &phrase, depth: depth)
    return phrase
  }

  private func isStateAdjective(_ key: String) -> Bool {
    guard let hyphen = key.utf8.lastIndex(of: 0x2D) else { return false }
    return [
      "held", "controlled", "administered", "occupied", "run", "ruled", "populated", "majority", "dominated", "hit",
      "torn",
    ]
    .contains(String(key[key.utf8.index(after: hyphen)...]))
  }

  /// `town of X`, `tambon X`, `village in the X region`, `capital, X`.
  private func nounPhrase(at noun: Int, from start: Int, depth: Int) -> PlacePhrase? {
    guard let level = PlaceWords.level(of: key(noun)) else { return nil }
    let rule = level == .settlement ? "place.settlement-of" : "place.division-of"
    if key(noun + 1) == "of", var part = name(at: noun + (key(noun + 2) == "the" ? 3 : 2), isStrong: true) {
      if part.level == .unknown { part.level = level }
      part.tokens = noun..<part.tokens.upperBound
      part.evidence = start..<part.tokens.upperBound
      part.rule = rule
      var phrase = PlacePhrase(tokens: part.evidence, extent: part.evidence, parts: [part], rule: rule)
      addSiblings(to: &phrase)
      return phrase
    }
    if level != .line, !tokens[noun].isPossessive, var part = name(at: noun + 1, isStrong: !key(noun).hasSuffix("s")),
      part.level == .unknown || level == .admin3
    {
      part.level = level
      if level == .site || level == .water, tokens[noun].isCapitalized { part.name = noun..<part.name.upperBound }
      part.tokens = noun..<part.tokens.upperBound
      part.evidence = start..<part.tokens.upperBound
      part.rule = rule
      return PlacePhrase(tokens: part.evidence, extent: part.evidence, parts: [part], rule: rule)
    }
    let next = noun + 1
    if ["in", "near", "outside", "of", "within", "around", "along", "on"].contains(key(next)),
      let inner = phrase(at: next + 1, isStrong: true, depth: depth + 1)
    {
      var phrase = inner
      phrase.tokens = start..<inner.tokens.upperBound
      phrase.extent = start..<inner.extent.upperBound
      phrase.unnamed = level
      phrase.rule = key(next) == "near" || key(next) == "outside" ? "place.near" : "place.in-region"
      if phrase.rule == "place.near", !phrase.parts.isEmpty { phrase.near = phrase.parts.removeFirst() }
      return phrase
    }
    if level == .settlement, key(next) == ",", let part = name(at: next + 1, isStrong: false) {
      return PlacePhrase(
        tokens: start..<part.tokens.upperBound, extent: start..<part.tokens.upperBound, parts: [part], rule: rule)
    }
    return nil
  }

  private func addSiblings(to phrase: inout PlacePhrase) {
    var next = phrase.extent.upperBound
    while phrase.siblings.count < 6, key(next) == "," || key(next) == "and",
      let part = name(at: next + (key(next) == "," && key(next + 1) == "and" ? 2 : 1), isStrong: key(next) == "and")
    {
      guard key(next) == "and" || key(part.tokens.upperBound) == "," || key(part.tokens.upperBound) == "and" else {
        break
      }
      // A comma and a wider place is no list: the tails read that.
      if key(next) == ",", key(part.tokens.upperBound) != "and", part.level != .unknown { break }
      if key(next) == ",", !hasAnd(from: part.tokens.upperBound) { break }
      phrase.siblings.append(part)
      next = part.tokens.upperBound
      phrase.extent = phrase.extent.lowerBound..<next
    }
  }

  private func hasAnd(from index: Int) -> Bool {
    (index..<min(index + 8, end)).contains { key($0) == "and" }
  }

  private func namedPhrase(at index: Int, from start: Int, isStrong: Bool, depth: Int) -> PlacePhrase? {
    guard let part = name(at: index, isStrong: isStrong) else { return nil }
    if tokens[part.name.upperBound - 1].isPossessive {
      // `Ukraine's Donbas region`.
      if var inner = phrase(at: part.tokens.upperBound, isStrong: true, depth: depth + 1), inner.near == nil {
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
    }
    return PlacePhrase(
      tokens: start..<part.tokens.upperBound, extent: start..<part.tokens.upperBound, parts: [part], rule: part.rule)
  }
}
