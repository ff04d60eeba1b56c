import DatelineCore

/// `geo_precision`: 1 a town, 2 near one, 3 a province. The codebook means the named place by 1, not the very spot.
enum ACLEDPrecision {
  /// What a code says.
  static func level(of code: Int) -> PlacePrecision? {
    switch code {
    case 1: .settlement
    case 2: .near
    case 3: .admin1
    default: nil
    }
  }

  /// The code that says best how precise a place is; nil where nobody knows.
  static func code(of level: PlacePrecision?) -> Int? {
    switch level {
    case .exact?, .settlement?: 1
    case .near?, .admin3?: 2
    case .admin2?, .admin1?, .region?, .country?, .line?, .water?: 3
    case .unknown?, nil: nil
    }
  }
}
