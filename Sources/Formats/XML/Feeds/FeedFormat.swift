internal import DatelineValidation

/// Which kind of feed a document is.
enum FeedFormat: Equatable {
  case unknown
  /// RSS 0.9x or 2.0, by its `version`.
  case rss(String)
  case rss10, rss090
  case atom, atomEntry
  /// A document that is one alert of the Common Alerting Protocol, by its version.
  case alert(String)

  var isAtom: Bool { self == .atom || self == .atomEntry }

  /// RSS with elements in no namespace, 2.0 and what calls itself so.
  var isRSS2: Bool {
    if case .rss(let version) = self { return version.hasPrefix("2.") }
    return false
  }

  var isRSS: Bool {
    switch self {
    case .rss, .rss10, .rss090: true
    default: false
    }
  }

  /// What a server has to say of it; nil where it is no feed.
  var document: ContentType.Document? {
    switch self {
    case .unknown, .alert: nil
    case .rss: .rss
    case .rss10, .rss090: .rdf
    case .atom, .atomEntry: .atom
    }
  }

  /// As people call it.
  var name: String {
    switch self {
    case .unknown: ""
    case .rss(let version): "rss \(version.prefix(8))"
    case .rss10: "rss 1.0"
    case .rss090: "rss 0.90"
    case .atom: "atom 1.0"
    case .atomEntry: "atom 1.0 entry"
    case .alert(let version): "cap \(version)"
    }
  }
}
