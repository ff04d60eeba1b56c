/// Which countries an article and its sentences speak of, as far as names, peoples and places tell.
struct CountryContext {
  /// Shares that add up to one, by the gazetteer's number of the country; empty where nothing tells any.
  private(set) var shares: [UInt8: Double] = [:]
  /// Countries named by name, people or organisation, sentence by sentence.
  private(set) var named: [[UInt8: Double]] = []

  /// Votes by country names alone, and by peoples and organisations, over the whole article.
  private(set) var byName: [UInt8: Double] = [:]
  private(set) var byPeople: [UInt8: Double] = [:]

  /// Words without a capital that are used in few countries.
  static let lowerCaseCues: Set<String> = [
    "tambon", "banda", "hartal", "upazila", "lathi", "lathi-charge", "dharna", "bandh", "tehsil", "panchayat",
    "barangay",
    "favela", "baht", "naira", "taka", "kyat", "lakh", "crore", "matatu", "gendarmerie", "sicarios", "cocaleros",
    "colectivos",
  ]

  init(of article: ArticleText, names: ArticleNames) {
    var votes: [UInt8: Double] = [:]
    var seen: [String: Int] = [:]
    named.reserveCapacity(article.sentences.count)
    for sentence in article.sentences {
      var local: [UInt8: Double] = [:]
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let match = names.matches(at: index, upTo: sentence.tokens.upperBound).first,
          !(match.count == 1 && match.isCommonWord && names.isInCapitals)
        else {
          index += 1
          continue
        }
        let name = article.tokens[index].key
        let repeats = seen[name, default: 0]
        seen[name] = repeats + 1
        vote(for: match, weight: 1 / Double(1 + repeats), into: &votes, named: &local)
        index += match.count
      }
      named.append(local)
    }
    let sum = votes.values.reduce(0, +)
    if sum > 0 { shares = votes.mapValues { $0 / sum } }
  }

  /// Adds what one name says: all for a country's own name, a share of one vote to each country with a place of it.
  private mutating func vote(
    for match: NameMatch, weight: Double, into votes: inout [UInt8: Double], named: inout [UInt8: Double]
  ) {
    let places = match.places
    if let country = places.first(where: { $0.kind == .country }) {
      votes[country.country, default: 0] += 3 * weight
      named[country.country, default: 0] += 1
      byName[country.country, default: 0] += weight
      return
    }
    let peoples = places.filter { $0.kind == .people || $0.kind == .cue }
    if !peoples.isEmpty {
      for people in peoples where people.country != Gazetteer.noCountry {
        votes[people.country, default: 0] += 2 * weight / Double(peoples.count)
        byPeople[people.country, default: 0] += weight / Double(peoples.count)
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
    let trust = match.isCommonWord ? 0.15 : 1
    for (country, share) in best { votes[country, default: 0] += trust * weight * share / sum }
  }

  /// How much the article and one sentence speak of a country, from 0 to 2.
  func weight(of country: UInt8, inSentence sentence: Int) -> Double {
    let local = named.indices.contains(sentence) ? named[sentence] : [:]
    let sum = local.values.reduce(0, +)
    return (shares[country] ?? 0) + (sum > 0 ? (local[country] ?? 0) / sum : 0)
  }

  /// How much speaks against a small place of a country that the article does not name while it names others.
  func mismatch(of country: UInt8) -> Double {
    if byName[country] != nil || byPeople[country] != nil { return 0 }
    return !byName.isEmpty ? 3.5 : !byPeople.isEmpty ? 2 : 0
  }

  /// The country that the article is most about, and its share; nil where nothing tells.
  var likeliest: (country: UInt8, share: Double)? {
    shares.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}
