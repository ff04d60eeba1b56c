package import DatelineCore

/// When something is, as read by the date rules: what the assembly of incidents needs of it.
package struct TimeFact: Sendable {
  package var tokens: Range<Int>
  /// The day or days; nil for a part of the day alone whose day is not known.
  package var first: CalendarDate?
  package var last: CalendarDate?
  package var edtf: String?
  /// The model's part of day.
  package var partOfDay: String?
  /// `HH:MM`.
  package var time: String?
  /// `stated`, `resolved`, `inferred`.
  package var basis: String
  /// Whether the words give the day themselves.
  package var hasOwnDay: Bool
  /// Whether it is one day or a night, not a month, a year or a longer stretch.
  package var isDay: Bool
  /// Whether it says "since", "until", "before" or "after" rather than "at".
  package var isBound: Bool
  /// UTF-8 offsets of the words.
  package var range: Range<Int>
  package var evidence: [DateEvidence]

  package init(_ mention: DateMention) {
    tokens = mention.tokens
    first = mention.interval?.first
    last = mention.interval?.last
    edtf = mention.edtf?.description
    partOfDay = mention.partOfDay.map { $0.name.description }
    if mention.precision.rawValue <= 1, let clock = mention.time { time = clock.description }
    switch mention.basis {
    case .stated: basis = "stated"
    case .resolved: basis = "resolved"
    case .inferred: basis = "inferred"
    }
    hasOwnDay = mention.hasOwnDay
    var days = Int.max
    if let interval = mention.interval { days = interval.last.dayNumber - interval.first.dayNumber }
    isDay = mention.precision <= DateMention.Precision.day || days <= 1
    isBound = mention.relation != .at
    range = mention.utf8Range
    evidence = mention.evidence
  }
}

/// Where something is, as read by the place rules.
package struct PlaceFact: Sendable {
  package var mention: PlaceMention
  package var tokens: Range<Int> { mention.tokens }
  /// Names from the country down to the finest.
  package var names: [String]
  /// The finest name.
  package var name: String
  package var country: String? { mention.country }
  /// Whether only a country is named.
  package var isCountry: Bool
  package var isLocative: Bool { mention.isLocative }

  package init(_ mention: PlaceMention) {
    self.mention = mention
    isCountry = mention.precision == .country
    var names: [String] = []
    if let country = mention.countryName ?? mention.country.flatMap(CountryNames.name) { names.append(country) }
    names += [mention.region, mention.admin1, mention.admin2, mention.admin3, mention.settlement, mention.name]
      .compactMap(\.self)
    names += mention.relatedTo
    self.names = names
    name = mention.name ?? mention.relatedTo.first ?? mention.settlement ?? mention.text
  }
}

/// Names of countries by code, from the gazetteer.
package enum CountryNames {
  private static let names: [String: String] = {
    var result: [String: String] = [:]
    let gazetteer = Gazetteer.shared
    for number in 0..<gazetteer.countryCount {
      guard let index = UInt8(exactly: number), let code = gazetteer.countryCode(index),
        let place = gazetteer.countryPlace(index)
      else { continue }
      result[code] = gazetteer.name(of: place)
    }
    return result
  }()

  package static func name(_ code: String) -> String? { names[code] }
}
