/// Chooses among the places that bear the names of a phrase those that fit together, the article, and the words.
struct PlaceResolver {
  let gazetteer: Gazetteer
  let context: CountryContext

  private static let candidateLimit = 32

  private struct Candidate {
    var place: Gazetteer.Place?
    var score: Double
  }

  /// The places of a phrase's names, from the narrowest; nil where one is unknown.
  func resolve(_ parts: [PlacePart], sentence: Int) -> [Gazetteer.Place?] {
    guard !parts.isEmpty else { return [] }
    var choices = parts.enumerated().map { candidates(for: $1, at: $0, of: parts.count, sentence: sentence) }
    // The best wider place for each narrower one, from the widest down.
    var links: [[Int]] = Array(repeating: [], count: parts.count)
    for index in stride(from: parts.count - 2, through: 0, by: -1) {
      for narrow in choices[index].indices {
        var best = (score: -Double.infinity, link: 0)
        for wide in choices[index + 1].indices {
          let score = choices[index + 1][wide].score + fit(choices[index][narrow].place, choices[index + 1][wide].place)
          if score > best.score { best = (score, wide) }
        }
        choices[index][narrow].score += best.score
        links[index].append(best.link)
      }
    }
    var chosen = choices[0].indices.max { choices[0][$0].score < choices[0][$1].score } ?? 0
    var places: [Gazetteer.Place?] = []
    for index in parts.indices {
      places.append(choices[index].indices.contains(chosen) ? choices[index][chosen].place : nil)
      if index < parts.count - 1, links[index].indices.contains(chosen) { chosen = links[index][chosen] }
    }
    return places
  }

  /// The two nearest fitting places of two names.
  func resolvePair(_ first: PlacePart, _ second: PlacePart, sentence: Int) -> (Gazetteer.Place?, Gazetteer.Place?) {
    let firsts = candidates(for: first, at: 0, of: 2, sentence: sentence)
    let seconds = candidates(for: second, at: 0, of: 2, sentence: sentence)
    var best: (score: Double, Gazetteer.Place?, Gazetteer.Place?) = (-.infinity, nil, nil)
    for one in firsts {
      for other in seconds {
        var score = one.score + other.score
        if let distance = GreatCircle.metres(one.place?.coordinate, other.place?.coordinate) {
          score += distance < 60_000 ? 5 : distance < 200_000 ? 3 : distance < 500_000 ? 0 : -4
        }
        if let place = one.place, let neighbour = other.place, place.country == neighbour.country { score += 2 }
        if score > best.score { best = (score, one.place, other.place) }
      }
    }
    return (best.1, best.2)
  }

  private func candidates(for part: PlacePart, at position: Int, of count: Int, sentence: Int) -> [Candidate] {
    guard let entry = part.entry else { return [Candidate(place: nil, score: 0)] }
    var found: [Candidate] = []
    for place in entry.places where place.kind != .people && place.kind != .cue {
      found.append(
        Candidate(
          place: place, score: score(place, for: part, isHead: position == 0, isAlone: count == 1, sentence: sentence)))
    }
    guard !found.isEmpty else { return [Candidate(place: nil, score: 0)] }
    found.sort { $0.score > $1.score }
    return Array(found.prefix(Self.candidateLimit))
      + [Candidate(place: nil, score: part.level == .quarter || part.level == .site ? 0.5 : -0.5)]
  }

  private func score(_ place: Gazetteer.Place, for part: PlacePart, isHead: Bool, isAlone: Bool, sentence: Int)
    -> Double
  {
    var score = 0.6 * logarithm(place.population) + 4 * context.weight(of: place.country, inSentence: sentence)
    if place.population < 300_000, !place.isCapital { score -= context.mismatch(of: place.country) }
    if let country = part.country { score += country == place.country ? 4 : -2 }
    switch place.kind {
    case .country: score += part.level == .unknown || part.level == .country ? 3 : -3
    case .region: score += part.level == .region || part.level == .admin1 ? 4 : 1.5
    case .water: score += part.level == .water ? 4 : 0.5
    case .admin1:
      score +=
        part.level == .admin1
        ? 4 : part.level == .region || part.level == .admin2 ? 1.5 : part.level == .unknown ? (isHead ? -0.8 : 1.2) : -3
    case .admin2:
      score +=
        part.level == .admin2
        ? 4 : part.level == .admin1 || part.level == .admin3 ? 1 : part.level == .unknown ? (isHead ? -1.5 : 0.3) : -3
    case .settlement:
      score +=
        part.level == .settlement
        ? 2
        : part.level == .unknown
          ? 0
          : part.level == .admin1
            ? -3
            : part.level == .admin2
              ? -1.5 : part.level == .quarter || part.level == .site ? -2.5 : -0.5
      if place.isCapital { score += 0.5 }
    case .people, .cue: break
    }
    return score
  }

  /// The decimal logarithm of a population, roughly, from its binary length.
  private func logarithm(_ population: Int) -> Double {
    0.30103 * Double(Int.bitWidth - (population + 1).leadingZeroBitCount)
  }

  /// How well a place fits the wider one named with it.
  private func fit(_ narrow: Gazetteer.Place?, _ wide: Gazetteer.Place?) -> Double {
    guard let narrow, let wide else { return 0 }
    guard narrow.country == wide.country || wide.country == Gazetteer.noCountry || narrow.country == Gazetteer.noCountry
    else { return -6 }
    if narrow.id == wide.id { return -2 }
    switch wide.kind {
    case .country: return narrow.kind == .country ? -3 : 3
    case .admin1:
      return narrow.admin1 == wide.admin1 && narrow.kind != .country ? 5 : narrow.kind == .country ? -4 : 0.5
    case .admin2: return narrow.admin2 == wide.admin2 ? 6 : narrow.admin1 == wide.admin1 ? 4 : 0.5
    case .settlement:
      guard let distance = GreatCircle.metres(narrow.coordinate, wide.coordinate) else { return 1 }
      return distance < 30_000 ? 4.5 : distance < 100_000 ? 3 : distance < 300_000 ? 1 : 0
    default: return 2
    }
  }
}
