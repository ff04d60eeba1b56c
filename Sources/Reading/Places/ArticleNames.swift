/// A name of the gazetteer that stands at some token of an article.
struct NameMatch: Sendable {
  /// How many tokens it takes.
  var count: Int
  var isCommonWord: Bool
  /// What bears the name, the most populous first.
  var places: [Gazetteer.Place]
  /// Whether any of the likeliest bearers is a place, and not a people or an organisation.
  var isPlace: Bool
}

/// The names of the gazetteer in an article, looked up once for each token.
struct ArticleNames: Sendable {
  /// Whether the text is in capitals, so that they tell nothing.
  let isInCapitals: Bool
  private let tokens: [Token]
  private let gazetteer: Gazetteer
  /// For each token the number of the list of its matches; zero for none.
  private var lists: [Int32]
  private var matches: [[NameMatch]] = [[]]

  init(of article: ArticleText, gazetteer: Gazetteer) {
    tokens = article.tokens
    self.gazetteer = gazetteer
    var capitals = 0
    var words = 0
    for token in tokens where token.kind == .word && token.key.utf8.count > 2 {
      words += 1
      if token.isAllCapitals { capitals += 1 }
    }
    isInCapitals = capitals * 10 > words * 7
    lists = Array(repeating: 0, count: tokens.count)
    var places: [Int: [Gazetteer.Place]] = [:]
    for sentence in article.sentences {
      for index in sentence.tokens where mayStartName(tokens[index]) {
        add(index, gazetteer.entries(in: tokens, at: index, upTo: sentence.tokens.upperBound), gazetteer, &places)
      }
    }
  }

  /// Whether a token is worth a look: a word with a capital, or one of the few without that tell a country.
  private func mayStartName(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    if isInCapitals { return !PlaceWords.never.contains(token.key) || token.text.utf8.contains(0x2E) }
    return token.isCapitalized || token.text.utf8.contains(0x2D) || PlaceWords.particles.contains(token.key)
      || CountryContext.lowerCaseCues.contains(token.key)
  }

  private mutating func add(
    _ index: Int, _ entries: [(count: Int, entry: Gazetteer.Entry)], _ gazetteer: Gazetteer,
    _ cache: inout [Int: [Gazetteer.Place]]
  ) {
    var found: [NameMatch] = []
    let token = tokens[index]
    let hasStop = token.text.utf8.contains(0x2E)
    for (count, entry) in entries {
      if count == 1 {
        if PlaceWords.never.contains(token.key), !(entry.isAcronym && (hasStop || token.isAllCapitals && !isInCapitals))
        {
          continue
        }
        if entry.isAcronym, !hasStop, isInCapitals ? entry.isCommonWord : !token.isAllCapitals { continue }
      }
      let places = cache[entry.id] ?? gazetteer.places(of: entry)
      cache[entry.id] = places
      found.append(
        NameMatch(
          count: count, isCommonWord: entry.isCommonWord, places: places,
          isPlace: places.prefix(3).contains { $0.kind != .people && $0.kind != .cue }))
    }
    guard !found.isEmpty else { return }
    lists[index] = Int32(clamping: matches.count)
    matches.append(found)
  }

  /// The matches at a token that end at or before `end`, the longest first.
  func matches(at index: Int, upTo end: Int) -> [NameMatch] {
    guard lists.indices.contains(index) else { return [] }
    return matches[Int(lists[index])].reversed().filter { index + $0.count <= end }
  }

  /// The longest match at a token that may be a place.
  func place(at index: Int, upTo end: Int) -> NameMatch? {
    guard lists.indices.contains(index), lists[index] != 0 else { return nil }
    return matches[Int(lists[index])].last { $0.isPlace && index + $0.count <= end }
  }

  /// The longest match at a token that is the adjective or people of a country, and that country.
  func people(at index: Int, upTo end: Int) -> (count: Int, country: UInt8)? {
    guard lists.indices.contains(index), lists[index] != 0 else { return nil }
    for match in matches[Int(lists[index])].reversed() where index + match.count <= end {
      if let people = match.places.prefix(3).first(where: { $0.kind == .people }) {
        return (match.count, people.country)
      }
    }
    return nil
  }

  /// The country with a folded name.
  func country(_ key: String) -> UInt8? {
    gazetteer.find(Array(key.utf8)).entry.flatMap { gazetteer.places(of: $0).first { $0.kind == .country }?.country }
  }

  /// A match that a whole name is, whatever its letters' case.
  func exact(_ name: Range<Int>) -> NameMatch? {
    place(at: name.lowerBound, upTo: name.upperBound).flatMap { $0.count == name.count ? $0 : nil }
  }
}
