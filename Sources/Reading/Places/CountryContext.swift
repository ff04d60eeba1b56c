/// Which countries an article and its sentences speak of, as far as names, peoples and places tell.
struct CountryContext {
  /// Shares that add up to one, by the gazetteer's number of the country; empty where nothing tells any.
  private(set) var shares: [UInt8: Double] = [:]
  /// Countries named by name, people or organisation, sentence by sentence.
  private(set) var named: [[UInt8: Double]] = []

  init(of article: ArticleText, gazetteer: Gazetteer, isInCapitals: Bool) {
    var votes: [UInt8: Double] = [:]
    var seen: [String: Int] = [:]
    named.reserveCapacity(article.sentences.count)
    for sentence in article.sentences {
      var local: [UInt8: Double] = [:]
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard
          let (count, entry) = Self.entry(
            in: article, at: index, end: sentence.tokens.upperBound, gazetteer, isInCapitals)
        else {
          index += 1
          continue
        }
        let name = article.tokens[index..<(index + count)].map(\.key).joined(separator: " ")
        let repeats = seen[name, default: 0]
        seen[name] = repeats + 1
        Self.vote(for: entry, gazetteer, weight: 1 / Double(1 + repeats), into: &votes, named: &local)
        index += count
      }
      named.append(local)
    }
    let sum = votes.values.reduce(0, +)
    if sum > 0 { shares = votes.mapValues { $0 / sum } }
  }

  /// The longest entry at a token that could be meant.
  private static func entry(
    in article: ArticleText, at index: Int, end: Int, _ gazetteer: Gazetteer, _ isInCapitals: Bool
  ) -> (count: Int, entry: Gazetteer.Entry)? {
    let token = article.tokens[index]
    guard token.kind == .word,
      isInCapitals || token.isCapitalized || token.text.utf8.contains(0x2D) || token.key.utf8.count > 4
    else { return nil }
    if PlaceWords.never.contains(token.key), !token.isAllCapitals || isInCapitals, !token.text.utf8.contains(0x2E) {
      return nil
    }
    for (count, entry) in gazetteer.entries(in: article.tokens, at: index, upTo: end).reversed() {
      if entry.isAcronym, count == 1 {
        if isInCapitals
          ? entry.isCommonWord && !token.text.utf8.contains(0x2E)
          : !(token.isAllCapitals || token.text.utf8.contains(0x2E))
        {
          continue
        }
      }
      if !token.isCapitalized, !isInCapitals {
        // Only words such as `tambon` tell a country without a capital.
        guard let first = gazetteer.places(of: entry).first, first.kind == .cue else { continue }
      }
      if count == 1, entry.isCommonWord, isInCapitals { continue }
      return (count, entry)
    }
    return nil
  }

  /// Adds what one name says: all for a country's own name, a share of one vote to each country with a place of it.
  private static func vote(
    for entry: Gazetteer.Entry, _ gazetteer: Gazetteer, weight: Double, into votes: inout [UInt8: Double],
    named: inout [UInt8: Double]
  ) {
    let places = gazetteer.places(of: entry)
    if let country = places.first(where: { $0.kind == .country }) {
      votes[country.country, default: 0] += 3 * weight
      named[country.country, default: 0] += 1
      return
    }
    let peoples = places.filter { $0.kind == .people || $0.kind == .cue }
    if !peoples.isEmpty {
      for people in peoples where people.country != Gazetteer.noCountry {
        votes[people.country, default: 0] += 2.5 * weight / Double(peoples.count)
        named[people.country, default: 0] += 1 / Double(peoples.count)
      }
      return
    }
    var best: [UInt8: Double] = [:]
    for place in places.prefix(200) where place.country != Gazetteer.noCountry {
      let weight = (Double(place.population) + 500).squareRoot() * (place.kind == .region ? 3 : 1)
      best[place.country] = max(best[place.country] ?? 0, weight)
    }
    let sum = best.values.reduce(0, +)
    guard sum > 0 else { return }
    let trust = entry.isCommonWord ? 0.15 : 1
    for (country, share) in best { votes[country, default: 0] += trust * weight * share / sum }
  }

  /// How much the article and one sentence speak of a country, from 0 to 2.
  func weight(of country: UInt8, inSentence sentence: Int) -> Double {
    let local = named.indices.contains(sentence) ? named[sentence] : [:]
    let sum = local.values.reduce(0, +)
    return (shares[country] ?? 0) + (sum > 0 ? (local[country] ?? 0) / sum : 0)
  }

  /// The country that the article is most about, and its share; nil where nothing tells.
  var likeliest: (country: UInt8, share: Double)? {
    shares.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}
