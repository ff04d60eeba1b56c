/// A place that an article names or describes, with what the gazetteer knows of it.
package struct PlaceMention: Sendable, Equatable {
  /// How the words relate the event to the place.
  package enum Relation: String, Sendable {
    case at, `in`, near, between, along, towards, from
  }

  /// How closely the place is known.
  package enum Precision: String, Sendable {
    case exact, near, settlement, admin3, admin2, admin1, region, country, line, water, unknown
  }

  /// Where the place's data come from.
  package enum Basis: String, Sendable {
    case source, gazetteer
  }

  /// The part of a place that some words gave.
  package enum Field: String, Sendable {
    case name, settlement, admin3, admin2, admin1, region, country
  }

  /// The words that gave one part of the place, where they are not those of the whole mention.
  package struct Evidence: Sendable, Equatable {
    package var field: Field
    /// UTF-8 offsets in the article's text, half-open.
    package var range: Range<Int>
    package var rule: String
  }

  /// UTF-8 offsets in the article's text, half-open.
  package var range: Range<Int>
  /// Indices of the article's tokens.
  package var tokens: Range<Int>
  /// The tokens of the mention with the preposition before it and all that tells more of the place behind it.
  package var extent: Range<Int>
  /// The index of the sentence that it stands in.
  package var sentence: Int
  /// The proper name; nil for `a village in the Voronezh region` and `an empty field`.
  package var name: String?
  /// The words of the source.
  package var text: String
  package var relation: Relation?
  /// The names that `relation` goes to, where the place is not itself named by them.
  package var relatedTo: [String] = []
  package var settlement: String?
  /// Names of divisions as the source has them; from the gazetteer where it says none and the place is known.
  package var admin3: String?
  package var admin2: String?
  package var admin1: String?
  /// ISO 3166-2.
  package var admin1Code: String?
  /// A named area that is no administrative level.
  package var region: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// The country's name where the source prints it.
  package var countryName: String?
  /// Degrees of WGS 84; both or neither.
  package var longitude: Double?
  package var latitude: Double?
  package var precision: Precision = .unknown
  /// Metres.
  package var radius: Int?
  package var basis: Basis = .source
  package var rule: String
  package var evidence: [Evidence] = []
  /// The IANA time zone where there can be only one.
  package var timeZone: String?
  /// Whether the words say that something is or happens there: `in Kherson`, not `Kherson officials`.
  package var isLocative: Bool
  /// Whether it is a country's name standing for its government or forces rather than a location.
  package var isActor: Bool = false

  /// How narrow the place is, from 0 for nothing known to 6 for a point or a part of a settlement.
  package var specificity: Int {
    switch precision {
    case .exact: 6
    case .near, .settlement, .line: name == nil && relatedTo.isEmpty ? 1 : 5
    case .admin3: 4
    case .admin2: 3
    case .admin1: 2
    case .region, .water, .country: 1
    case .unknown: name == nil ? 0 : 4
    }
  }
}
