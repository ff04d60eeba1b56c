extension PlacePhraseReader {
  /// Whether the token starts with a capital, if need be behind an article: `al-Hasakah`.
  func isCapitalized(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    if tokens[index].isCapitalized { return true }
    let letters = tokens[index].text.utf8
    guard let hyphen = letters.firstIndex(of: 0x2D), let first = letters[letters.index(after: hyphen)...].first else {
      return false
    }
    return 0x41...0x5A ~= first && PlaceWords.particles.contains(String(key(index).prefix(2)))
  }

  /// Whether nothing but a space stands before the token.
  func isJoined(_ index: Int) -> Bool {
    index > 0 && index < end && tokens[index].range.lowerBound - tokens[index - 1].range.upperBound <= 2
  }

  private func isDemonym(_ index: Int) -> Bool { demonym(at: index) != nil }

  /// The name of a place that starts at `index`, with the noun beside it.
  ///
  /// - Parameters:
  ///   - isStrong: Whether the words before say that a place follows, so that an unknown name is one too.
  ///   - isNamed: Whether a noun and `of` stand before it: `town of X`.
  func name(at index: Int, isStrong: Bool, isNamed: Bool = false) -> PlacePart? {
    guard isWord(index) else { return nil }
    guard
      var part = isInCapitals
        ? nameInCapitals(at: index, isStrong: isStrong, isNamed: isNamed) : mixedName(at: index, isStrong: isStrong)
    else { return nil }
    takeNounOut(of: &part)
    addNoun(to: &part)
    return part
  }

  /// Leaves the noun of a division out of the name, where the gazetteer has it in: `San Miguel Department`.
  private func takeNounOut(of part: inout PlacePart) {
    guard part.level == .unknown, part.name.count > 1, let kind = part.entry?.places.first?.kind,
      kind == .admin1 || kind == .admin2, key(part.name.upperBound - 1) != "republic",
      let level = PlaceWords.level(of: key(part.name.upperBound - 1)),
      [.admin1, .admin2, .admin3].contains(level)
    else { return }
    part.level = level
    part.name = part.name.dropLast()
  }

  /// Takes the noun behind a name: `Kherson region`, `Qalandia refugee camp`.
  private func addNoun(to part: inout PlacePart) {
    var next = part.tokens.upperBound
    guard part.level == .unknown || part.level == .settlement && part.tokens.count == part.name.count, next < end,
      !tokens[next - 1].isPossessive, isWord(next)
    else { return }
    if PlaceWords.middleNouns.contains(key(next)), PlaceWords.level(of: key(next + 1)) != nil { next += 1 }
    guard let level = PlaceWords.level(of: key(next)) else { return }
    // A body behind the noun takes it: `city council`.
    if PlaceWords.bodies.contains(key(next + 1)), !isInCapitals { return }
    set(level, to: &part, through: next + 1)
  }

  /// Notes the noun that ends before `next`, and takes it into the name where it is a part of it: `Umayyad Square`.
  private func set(_ level: PlaceWords.Level, to part: inout PlacePart, through next: Int) {
    part.level = level
    part.tokens = part.tokens.lowerBound..<next
    part.evidence = part.tokens
    if level == .site, !PlaceWords.looseNouns.contains(key(next - 1)) { part.name = part.tokens }
  }

  // MARK: Mixed case

  private func mixedName(at index: Int, isStrong: Bool) -> PlacePart? {
    let first = tokens[index]
    let isParticle =
      PlaceWords.particles.contains(first.key) && isCapitalized(index + 1) && isJoined(index + 1)
      && (first.isCapitalized || isStrong) && !PlaceWords.never.contains(key(index + 1))
    guard isCapitalized(index) || isParticle else { return nil }
    if PlaceWords.never.contains(first.key), !isAcronym(index), !isParticle, !isAmbiguousName(index) { return nil }
    let run = run(at: index)
    let match = names.place(at: index, upTo: min(index + 7, end))
    if let match, match.count >= run.count { return PlacePart(name: index..<(index + match.count), entry: match) }
    if let found = nounInside(run, match: match, isStrong: isStrong) { return found }
    guard isStrong, !PlaceWords.titles.contains(first.key) else { return nil }
    if run.contains(where: { PlaceWords.bodies.contains(key($0)) }) { return nil }
    if match != nil {
      var found = PlacePart(name: run, entry: nil)
      found.level = .site
      return found
    }
    if run.count > 5 || first.isAbbreviation || isDemonym(index) { return nil }
    if run.count == 1, first.isAllCapitals, first.text.utf8.count <= 6 { return nil }
    return PlacePart(name: run, entry: nil)
  }

  private func isAcronym(_ index: Int) -> Bool {
    tokens[index].isAllCapitals || tokens[index].text.utf8.contains(0x2E)
  }

  /// The capitalised words from `index`, with the particles between them.
  private func run(at index: Int) -> Range<Int> {
    var next = index + 1
    while next < end, next - index < 8, !tokens[next - 1].isPossessive, isJoined(next) {
      if isCapitalized(next) {
        if PlaceWords.never.contains(key(next)) && !isAmbiguousName(next) && !PlaceWords.particles.contains(key(next))
          || PlaceWords.titles.contains(key(next)) && isCapitalized(next + 1)
        {
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

  /// The name that a noun inside a run of capitals ends: `Kech District Police`, `Regi Model Town`.
  private func nounInside(_ run: Range<Int>, match: NameMatch?, isStrong: Bool) -> PlacePart? {
    let index = run.lowerBound
    guard let noun = (index + 1..<run.upperBound).first(where: { PlaceWords.level(of: key($0)) != nil }),
      let level = PlaceWords.level(of: key(noun))
    else { return nil }
    if noun + 1 < run.upperBound, PlaceWords.bodies.contains(key(noun + 1)) { return nil }
    if let match, match.count > noun - index { return PlacePart(name: index..<(index + match.count), entry: match) }
    guard match == nil || match?.count == noun - index || level == .site || level == .quarter else { return nil }
    if PlaceWords.titles.contains(key(index)) { return nil }
    if (index..<noun).contains(where: { PlaceWords.bodies.contains(key($0)) }) { return nil }
    if match == nil, noun == index + 1, isDemonym(index) || !isStrong && EnglishWords.contains(key(index)) {
      return nil
    }
    var found = PlacePart(name: index..<noun, entry: match?.count == noun - index ? match : nil)
    set(level, to: &found, through: noun + 1)
    if found.entry == nil, level == .settlement { found.name = found.tokens }
    return found
  }

  /// Whether a month's or day's name is meant as a name: it stands behind a capital, and no number beside it.
  private func isAmbiguousName(_ index: Int) -> Bool {
    PlaceWords.ambiguousDates.contains(key(index)) && index > 0 && isCapitalized(index - 1) && isJoined(index)
      && (index + 1 >= end || tokens[index + 1].kind != .number)
  }

  // MARK: Capitals

  private func nameInCapitals(at index: Int, isStrong: Bool, isNamed: Bool) -> PlacePart? {
    guard !PlaceWords.never.contains(key(index)) || tokens[index].text.utf8.contains(0x2E) else { return nil }
    let match = names.place(at: index, upTo: min(end, index + 7))
    if isStrong, let typed = typedName(at: index, behind: match?.count ?? 0) { return typed }
    if let match {
      let next = index + match.count
      let longer = extended(index..<next)
      if longer.count > match.count { return PlacePart(name: longer, entry: nil) }
      let isTyped = PlaceWords.level(of: key(next)) != nil
      let isBeforePlace = key(next) == "," && names.place(at: next + 1, upTo: min(end, next + 6)) != nil
      guard !match.isCommonWord || isNamed || isStrong && (isTyped || isBeforePlace) else { return nil }
      return PlacePart(name: index..<next, entry: match)
    }
    // An unknown word that is none of the language.
    guard isStrong, !isDemonym(index),
      isUnknown(index) || isNamed && !EnglishWords.contains(key(index)) || isParticleName(index)
    else { return nil }
    var next = index + 1
    while next < min(end, index + 4), isUnknown(next), isJoined(next) { next += 1 }
    return PlacePart(name: extended(index..<next), entry: nil)
  }

  /// Whether `LA`, `EL`, `SAN` and the like start a name.
  private func isParticleName(_ index: Int) -> Bool {
    PlaceWords.spanishParticles.contains(key(index)) && isWord(index + 1) && isJoined(index + 1)
      && !PlaceWords.never.contains(key(index + 1)) && !isDemonym(index + 1)
  }

  /// Whether the word is neither English nor anything else that is known.
  private func isUnknown(_ index: Int) -> Bool {
    guard isWord(index), key(index).utf8.count > 3, !tokens[index].text.utf8.contains(0x2E) else { return false }
    let key = key(index)
    return !PlaceWords.never.contains(key) && PlaceWords.level(of: key) == nil && PlaceWords.prepositions[key] == nil
      && !PlaceWords.modifiers.contains(key) && !PlaceWords.titles.contains(key) && !EnglishWords.contains(key)
      && names.matches(at: index, upTo: end).isEmpty
  }

  /// A name with `DE LA X` behind it.
  private func extended(_ name: Range<Int>) -> Range<Int> {
    var next = name.upperBound
    if isParticleName(name.lowerBound), name.count == 1 { next += 1 }
    var behind = next
    while behind < next + 2, ["de", "del", "la", "las", "los", "el"].contains(key(behind)) { behind += 1 }
    if behind > next, isWord(behind), isJoined(behind), !PlaceWords.never.contains(key(behind)) { next = behind + 1 }
    return name.lowerBound..<min(next, end)
  }

  /// An unknown name before a noun of places: `IVU NEIGHBORHOOD`, `LA FINCA HILL`.
  private func typedName(at index: Int, behind count: Int) -> PlacePart? {
    let first = index + max(count, 1)
    for next in first..<(first + 4) {
      guard next < end else { return nil }
      if let level = PlaceWords.level(of: key(next)), level != .line {
        // A known name alone before the noun is read as one.
        if next == index + count || PlaceWords.modifiers.contains(key(next - 1)) || isDemonym(index) { return nil }
        var start = index
        while start < next - 1, EnglishWords.contains(key(start)), !isParticleName(start) { start += 1 }
        if start == next - 1, EnglishWords.contains(key(start)) { return nil }
        var found = PlacePart(name: start..<next, entry: names.exact(start..<next))
        set(level, to: &found, through: next + 1)
        return found
      }
      guard isWord(next), isJoined(next), !PlaceWords.never.contains(key(next)),
        PlaceWords.prepositions[key(next)] == nil
      else { return nil }
    }
    return nil
  }
}
