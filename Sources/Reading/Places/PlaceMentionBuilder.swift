/// Makes mentions of phrases: which name fills which part, where the place is, and how closely it is known.
struct PlaceMentionBuilder {
  let article: ArticleText
  let gazetteer: Gazetteer
  let resolver: PlaceResolver

  private func text(_ tokens: Range<Int>) -> String { article.string(in: article.utf8Range(ofTokens: tokens)) }

  /// The words of a name without a possessive ending.
  private func name(_ tokens: Range<Int>) -> String {
    var words = text(tokens)
    if let last = tokens.last, article.tokens[last].isPossessive {
      for ending in ["'s", "’s", "'S", "’S"] where words.hasSuffix(ending) { words.removeLast(2) }
    }
    return words
  }

  /// A mention without data.
  private func blank(_ tokens: Range<Int>, extent: Range<Int>, sentence: Int, rule: String) -> PlaceMention {
    let range = article.utf8Range(ofTokens: tokens)
    return PlaceMention(
      range: range, tokens: tokens, extent: extent, sentence: sentence, text: article.string(in: range), rule: rule,
      isLocative: true)
  }

  /// The mentions that a phrase makes: one for its place, one for each that stands beside it.
  func mentions(
    of phrase: PlacePhrase, relation: PlaceMention.Relation?, preposition: Int?, sentence: Int, isLocative: Bool,
    radius: Double? = nil
  ) -> [PlaceMention] {
    var mention = blank(
      phrase.tokens, extent: (preposition ?? phrase.extent.lowerBound)..<phrase.extent.upperBound, sentence: sentence,
      rule: phrase.rule)
    mention.isLocative = isLocative && !phrase.isPossessor
    mention.isActor = phrase.isPossessor
    mention.relation = phrase.isPossessor ? nil : relation
    let parts = phrase.parts
    var places = resolver.resolve(parts, sentence: sentence)
    if let alternative = phrase.alternative, let head = parts.first,
      places.first ?? nil == nil || alternative.entry != nil
    {
      var other = alternative
      other.level = head.level
      let found = resolver.resolve([other] + parts.dropFirst(), sentence: sentence)
      if found.first ?? nil != nil { places = found }
    }
    for (index, part) in parts.enumerated() {
      fill(&mention, with: part, place: places[index], isHead: index == 0 && phrase.unnamed == nil)
    }
    if phrase.unnamed != nil {
      mention.relatedTo = parts.first.map { [text($0.tokens)] } ?? []
      mention.relation = .in
    }
    if let alternative = phrase.alternative, phrase.unnamed == nil, mention.name != nil {
      mention.name = name(alternative.name)
      mention.evidence.append(
        .init(field: .name, range: article.utf8Range(ofTokens: alternative.name), rule: "place.coder-bracket"))
    }
    var near: Gazetteer.Place?
    if let part = phrase.near {
      mention.relatedTo = [name(part.name)]
      mention.relation = .near
      near = resolver.resolve([part] + parts.dropFirst(phrase.unnamed == nil ? 1 : 0), sentence: sentence).first ?? nil
    }
    locate(&mention, parts: parts, places: places, near: near, isNamed: phrase.unnamed == nil, radius: radius)
    if radius != nil, let head = parts.first {
      mention.relatedTo = [name(head.name)]
    }
    finishCountry(&mention, sentence: sentence)
    var siblings: [PlaceMention] = []
    for part in phrase.siblings {
      let other = PlacePhrase(tokens: part.tokens, parts: [part] + parts.dropFirst(), rule: phrase.rule)
      siblings += mentions(of: other, relation: relation, preposition: nil, sentence: sentence, isLocative: isLocative)
    }
    return [mention] + siblings
  }

  /// Puts a name where its noun, or else what the gazetteer holds it to be, says that it belongs.
  private func fill(_ mention: inout PlaceMention, with part: PlacePart, place: Gazetteer.Place?, isHead: Bool) {
    let words = name(part.name)
    let full =
      part.level == .unknown || part.level == .settlement
      ? words : name(part.evidence == part.tokens || !isHead ? part.tokens : part.name)
    let field = field(of: part, place: place)
    switch field {
    case .settlement:
      if mention.settlement == nil, part.level != .site, part.level != .quarter { mention.settlement = words }
    case .admin3: mention.admin3 = mention.admin3 ?? full
    case .admin2: mention.admin2 = mention.admin2 ?? full
    case .admin1: mention.admin1 = part.rule == "place.known-as" ? words : mention.admin1 ?? full
    case .region: mention.region = mention.region ?? words
    case .country: mention.countryName = mention.countryName ?? words
    case .name:
      // A wider name that nothing is known of: `(Anzourou, Tillaberi)`.
      if !isHead, part.level == .unknown {
        if mention.admin2 == nil { mention.admin2 = words } else if mention.admin3 == nil { mention.admin3 = words }
      }
    }
    if isHead { mention.name = words }
    if !isHead || part.rule == "place.known-as" {
      mention.evidence.append(.init(field: field, range: article.utf8Range(ofTokens: part.evidence), rule: part.rule))
    }
    if place != nil { mention.basis = .gazetteer }
  }

  private func field(of part: PlacePart, place: Gazetteer.Place?) -> PlaceMention.Field {
    switch part.level {
    case .settlement: return .settlement
    case .admin3: return .admin3
    case .admin2: return place?.kind == .admin1 ? .admin1 : .admin2
    case .admin1: return place?.kind == .admin2 ? .admin2 : place?.kind == .region ? .region : .admin1
    case .region:
      switch place?.kind {
      case .admin1: return .admin1
      case .admin2: return .admin2
      case .settlement: return .settlement
      default: return .region
      }
    case .quarter, .site, .water, .line, .country: return .name
    case .unknown:
      switch place?.kind {
      case .settlement: return .settlement
      case .admin1: return .admin1
      case .admin2: return .admin2
      case .region: return .region
      case .water: return .region
      case .country: return .country
      default: return .name
      }
    }
  }

  /// Sets codes, country, coordinates and precision from the places that the names stand for.
  private func locate(
    _ mention: inout PlaceMention, parts: [PlacePart], places: [Gazetteer.Place?], near: Gazetteer.Place?,
    isNamed: Bool, radius: Double?
  ) {
    let known = places.compactMap { $0 } + [near].compactMap { $0 }
    if let country = known.first(where: { $0.country != Gazetteer.noCountry }) {
      mention.country = gazetteer.countryCode(of: country)
    }
    if let division = known.first(where: { $0.admin1 != Gazetteer.noDivision }) {
      mention.admin1Code = gazetteer.divisionCode(of: division)
      if mention.admin1 == nil { mention.admin1 = gazetteer.firstDivision(of: division).map(gazetteer.name) }
      if division.id == known.first?.id, mention.admin2 == nil, division.kind == .settlement {
        mention.admin2 = gazetteer.secondDivision(of: division).map(gazetteer.name)
      }
    }
    if let first = known.first, mention.region == nil || !first.isDisputed {
      mention.timeZone = known.contains { $0.isDisputed } ? nil : gazetteer.timeZone(of: first)
    }
    let head = isNamed ? places.first ?? nil : nil
    mention.precision = precision(parts.first, head, isNamed: isNamed, parts: parts, places: places)
    if let head, head.kind == .settlement, let point = head.coordinate {
      mention.longitude = point.longitude
      mention.latitude = point.latitude
    } else if let near, near.kind == .settlement, let point = near.coordinate {
      mention.longitude = point.longitude
      mention.latitude = point.latitude
      mention.precision = .near
      mention.radius = Int(radius ?? 15_000)
      mention.basis = .gazetteer
    } else if head == nil, let wider = places.first(where: { $0?.kind == .settlement }) ?? nil,
      let point = wider.coordinate
    {
      // A quarter, or a place that only its town is known of.
      mention.longitude = point.longitude
      mention.latitude = point.latitude
      mention.radius = parts.first?.level == .quarter || parts.first?.level == .site ? 5_000 : 20_000
      if mention.precision != .settlement { mention.precision = .near }
    }
    if let radius, mention.longitude != nil {
      mention.precision = .near
      mention.radius = Int(radius)
    }
  }

  private func precision(
    _ part: PlacePart?, _ head: Gazetteer.Place?, isNamed: Bool, parts: [PlacePart], places: [Gazetteer.Place?]
  ) -> PlaceMention.Precision {
    guard let part else { return .unknown }
    switch part.level {
    case .settlement: if isNamed { return .settlement }
    case .quarter: if isNamed { return .near }
    case .site: if isNamed { return .near }
    case .admin3: return .admin3
    case .admin2: return .admin2
    case .admin1: return .admin1
    case .water: return .water
    case .line: return .line
    case .region where head == nil: return places.first.flatMap { $0 }.map(precision(of:)) ?? .region
    default: break
    }
    if let head { return precision(of: head) }
    if isNamed, part.entry == nil { return .settlement }
    return places.first.flatMap { $0 }.map(precision(of:)) ?? .unknown
  }

  private func precision(of place: Gazetteer.Place) -> PlaceMention.Precision {
    switch place.kind {
    case .settlement: .settlement
    case .country: .country
    case .admin1: .admin1
    case .admin2: .admin2
    case .region: .region
    case .water: .water
    case .people, .cue: .unknown
    }
  }

  /// The country of the article, for a place that says none itself.
  private func finishCountry(_ mention: inout PlaceMention, sentence: Int) {
    guard mention.country == nil, mention.precision != .water, mention.precision != .region else { return }
    let local = resolver.context.named.indices.contains(sentence) ? resolver.context.named[sentence] : [:]
    if local.count == 1, let only = local.keys.first {
      mention.country = gazetteer.countryCode(only)
    } else if let likeliest = resolver.context.likeliest, likeliest.share >= 0.35 {
      mention.country = gazetteer.countryCode(likeliest.country)
    }
  }

  /// `between A and B`.
  func between(
    _ first: PlacePart, _ second: PlacePart, wider: [PlacePart], tokens: Range<Int>, extent: Range<Int>, sentence: Int
  ) -> PlaceMention? {
    var mention = blank(tokens, extent: extent, sentence: sentence, rule: "place.between")
    mention.relation = .between
    mention.relatedTo = [name(first.name), name(second.name)]
    let (one, other) = resolver.resolvePair(first, second, sentence: sentence)
    if let one, one.kind == .country, other?.kind == .country { return nil }
    for part in wider { fill(&mention, with: part, place: nil, isHead: false) }
    let known = [one, other].compactMap { $0 }
    if let place = known.first {
      mention.basis = .gazetteer
      if Set(known.map(\.country)).count == 1 { mention.country = gazetteer.countryCode(of: place) }
      if Set(known.map(\.admin1)).count == 1 {
        mention.admin1Code = gazetteer.divisionCode(of: place)
        mention.admin1 = mention.admin1 ?? gazetteer.firstDivision(of: place).map(gazetteer.name)
      }
      if Set(known.map { gazetteer.timeZone(of: $0) }).count == 1 { mention.timeZone = gazetteer.timeZone(of: place) }
    }
    mention.precision = .near
    if known.count == 1, let point = known.first?.coordinate {
      mention.longitude = point.longitude
      mention.latitude = point.latitude
      mention.radius = 15_000
    }
    if let from = one?.coordinate, let to = other?.coordinate, let distance = GreatCircle.metres(from, to),
      distance < 500_000
    {
      mention.longitude = rounded((from.longitude + to.longitude) / 2)
      mention.latitude = rounded((from.latitude + to.latitude) / 2)
      // Half the way, so that the circle holds both, in hundreds of metres.
      mention.radius = Int((distance / 200).rounded(.up)) * 100
    }
    finishCountry(&mention, sentence: sentence)
    return mention
  }

  private func rounded(_ degrees: Double) -> Double { (degrees * 1e5).rounded() / 1e5 }

  /// A place without any name.
  func unnamed(tokens: Range<Int>, country: UInt8?, sentence: Int, rule: String, precision: PlaceMention.Precision)
    -> PlaceMention
  {
    var mention = blank(tokens, extent: tokens, sentence: sentence, rule: rule)
    mention.precision = precision
    mention.relation = nil
    mention.country = country.flatMap(gazetteer.countryCode)
    return mention
  }
}
