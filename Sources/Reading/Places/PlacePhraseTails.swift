extension PlacePhraseReader {
  /// Reads what follows a place and tells more of it: `[Kopargo]`, `(Anzourou, Tillaberi)`, `, Sindh`, `in Kech district`.
  func readTails(of phrase: inout PlacePhrase, depth: Int) {
    if phrase.isPossessor { return }
    for _ in 0..<6 {
      let next = phrase.extent.upperBound
      guard next < end else { return }
      switch key(next) {
      case "[": guard readAlternative(of: &phrase, at: next) else { return }
      case "(": guard readBracket(of: &phrase, at: next) else { return }
      case ",": guard readComma(of: &phrase, at: next, depth: depth) else { return }
      case "in", "within", "inside": guard readWider(of: &phrase, at: next, depth: depth) else { return }
      case "of" where isPartOf(phrase): guard readWider(of: &phrase, at: next, depth: depth) else { return }
      case "near", "outside": guard readNear(of: &phrase, at: next, depth: depth) else { return }
      default: guard readKnownAs(of: &phrase, at: next) else { return }
      }
    }
  }

  /// Whether `of` behind the phrase leads to what it is a part of: `the X area of Y`.
  private func isPartOf(_ phrase: PlacePhrase) -> Bool {
    guard let last = phrase.parts.last else { return phrase.unnamed != nil }
    return last.level != .unknown
  }

  private func extend(_ phrase: inout PlacePhrase, to end: Int) { phrase.extent = phrase.extent.lowerBound..<end }

  /// A second spelling in square brackets.
  private func readAlternative(of phrase: inout PlacePhrase, at bracket: Int) -> Bool {
    guard phrase.alternative == nil, let close = closing("]", after: bracket, within: 6), isWord(bracket + 1),
      tokens[bracket + 1].isCapitalized, !key(bracket + 1).hasPrefix("size")
    else { return false }
    let name = (bracket + 1)..<close
    guard !name.contains(where: { tokens[$0].kind == .number }) else { return false }
    let entry = names.exact(name)
    if isInCapitals, entry == nil { return false }
    phrase.alternative = PlacePart(name: name, entry: entry)
    extend(&phrase, to: close + 1)
    return true
  }

  private func closing(_ mark: String, after index: Int, within count: Int) -> Int? {
    let limit = min(index + 2 + count, end)
    guard index + 2 < limit else { return nil }
    return ((index + 2)..<limit).first { key($0) == mark }
  }

  /// `(B district, C state)`: each wider than the one before.
  private func readBracket(of phrase: inout PlacePhrase, at bracket: Int) -> Bool {
    guard let close = closing(")", after: bracket, within: 14) else { return false }
    var reader = self
    reader.end = close
    var found: [PlacePart] = []
    var next = bracket + 1
    while next < close {
      guard let part = reader.name(at: next, isStrong: true) else { return false }
      found.append(part)
      next = part.tokens.upperBound
      if next < close {
        guard [",", "/", "-", "--", "and"].contains(key(next)) else { return false }
        next += 1
      }
    }
    guard !found.isEmpty, found.contains(where: { $0.entry != nil || $0.level != .unknown }) else { return false }
    for index in found.indices { found[index].rule = "place.bracket" }
    phrase.parts += found
    extend(&phrase, to: close + 1)
    return true
  }

  /// `, Sindh`, `, Usulutan Department`, `, which is in Y`, `, located in Y`.
  private func readComma(of phrase: inout PlacePhrase, at comma: Int, depth: Int) -> Bool {
    guard phrase.parts.count < 6 else { return false }
    var next = comma + 1
    if key(next) == "which" || key(next) == "that" {
      next += key(next + 1) == "is" || key(next + 1) == "lies" ? 2 : 1
      if ["located", "situated"].contains(key(next)) { next += 1 }
      guard key(next) == "in", let inner = self.phrase(at: next + 1, isStrong: true, depth: depth + 1) else {
        return false
      }
      return add(inner, to: &phrase)
    }
    if ["located", "situated"].contains(key(next)), key(next + 1) == "in" || key(next + 1) == "near" {
      guard let inner = self.phrase(at: next + 2, isStrong: true, depth: depth + 1) else { return false }
      return add(inner, to: &phrase)
    }
    if ["in", "near"].contains(key(next)) {
      guard let inner = self.phrase(at: next + 1, isStrong: true, depth: depth + 1), inner.parts.count > 0 else {
        return false
      }
      if key(next) == "near" { return readNear(of: &phrase, at: next, depth: depth) }
      guard let last = phrase.parts.last ?? phrase.near, let head = inner.parts.first, contains(head, last) else {
        return false
      }
      return add(inner, to: &phrase)
    }
    if key(next) == "a" || key(next) == "the" {
      // `Bara, a district of Khyber Pakhtunkhwa`.
      guard let inner = self.phrase(at: next, isStrong: false, depth: depth + 1), inner.unnamed != nil else {
        return false
      }
      return add(inner, to: &phrase)
    }
    guard let last = phrase.parts.last ?? phrase.near,
      var part = name(at: next, isStrong: false) ?? typedUnknownName(at: next)
    else { return false }
    let behind = key(part.tokens.upperBound)
    if behind == "and" || behind == "or", part.level == .unknown { return false }
    if tokens[part.tokens.upperBound - 1].isPossessive { return false }
    guard contains(part, last) else { return false }
    part.rule = "place.comma"
    phrase.parts.append(part)
    extend(&phrase, to: part.tokens.upperBound)
    return true
  }

  /// An unknown name that has a noun: `, Gombi LGA`.
  private func typedUnknownName(at index: Int) -> PlacePart? {
    guard let part = name(at: index, isStrong: true), part.level != .unknown, part.level != .site else { return nil }
    return part
  }

  private func add(_ inner: PlacePhrase, to phrase: inout PlacePhrase) -> Bool {
    phrase.parts += inner.parts
    if let near = inner.near, phrase.near == nil { phrase.near = near }
    extend(&phrase, to: inner.extent.upperBound)
    return true
  }

  /// `in Kech district` behind a place.
  private func readWider(of phrase: inout PlacePhrase, at preposition: Int, depth: Int) -> Bool {
    guard phrase.parts.count < 6, let inner = self.phrase(at: preposition + 1, isStrong: true, depth: depth + 1),
      let head = inner.parts.first
    else { return false }
    if let last = phrase.parts.last ?? phrase.near, !contains(head, last) { return false }
    return add(inner, to: &phrase)
  }

  private func readNear(of phrase: inout PlacePhrase, at preposition: Int, depth: Int) -> Bool {
    guard phrase.near == nil, let inner = self.phrase(at: preposition + 1, isStrong: true, depth: depth + 1) else {
      return false
    }
    var parts = inner.parts
    guard !parts.isEmpty else { return false }
    phrase.near = parts.removeFirst()
    phrase.parts += parts
    extend(&phrase, to: inner.extent.upperBound)
    return true
  }

  /// `now being referred to as the X`, `also known as X`, `called X`.
  private func readKnownAs(of phrase: inout PlacePhrase, at index: Int) -> Bool {
    let limit = min(index + 7, end)
    guard index < limit else { return false }
    var next = index
    while next < limit,
      [
        "now", "being", "also", "currently", "is", "formerly", "previously", "commonly", "referred", "known", "to",
        "so-called",
      ].contains(key(next))
    {
      next += 1
    }
    guard key(next) == "as" && next > index || key(next) == "called" else { return false }
    next += 1
    let start = next
    if key(next) == "the" { next += 1 }
    guard var part = name(at: next, isStrong: true), part.entry != nil || phrase.parts.isEmpty == false else {
      return false
    }
    part.rule = "place.known-as"
    part.evidence = start..<part.tokens.upperBound
    phrase.parts.append(part)
    extend(&phrase, to: part.tokens.upperBound)
    return true
  }

  /// Whether the places of `wider` may hold those of `narrower`.
  func contains(_ wider: PlacePart, _ narrower: PlacePart) -> Bool {
    switch wider.level {
    case .admin1, .admin2, .admin3, .region: return true
    default: break
    }
    guard let entry = wider.entry else { return wider.level != .unknown && wider.level != .site }
    guard let inner = narrower.entry else { return true }
    let outer = entry.places.prefix(12)
    let candidates = inner.places.prefix(60)
    if narrower.level == .quarter || narrower.level == .site { return true }
    return outer.contains { outer in
      candidates.contains { inner in
        switch outer.kind {
        case .country: inner.country == outer.country && inner.kind != .country
        case .region, .water:
          inner.kind != .country && (outer.country == Gazetteer.noCountry || outer.country == inner.country)
        case .admin1:
          inner.kind != .country && inner.kind != .admin1 && inner.admin1 == outer.admin1
            && inner.country == outer.country
        case .admin2: inner.kind == .settlement && inner.admin2 == outer.admin2 && inner.country == outer.country
        case .settlement:
          inner.kind == .settlement && inner.country == outer.country && inner.population < outer.population
            && (GreatCircle.metres(inner.coordinate, outer.coordinate) ?? 1e9) < 60_000
        case .people, .cue: false
        }
      }
    }
  }
}
