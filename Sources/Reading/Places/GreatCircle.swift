#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances on the Earth.
enum GreatCircle {
  /// The mean radius of the Earth in metres.
  private static let earthRadius = 6_371_008.8

  /// The distance in metres between two points in degrees; nil where one is unknown.
  static func metres(
    _ first: (longitude: Double, latitude: Double)?, _ second: (longitude: Double, latitude: Double)?
  ) -> Double? {
    guard let first, let second else { return nil }
    let radians = Double.pi / 180
    let latitude = (second.latitude - first.latitude) * radians
    let longitude = (second.longitude - first.longitude) * radians
    let chord =
      sin(latitude / 2) * sin(latitude / 2)
      + cos(first.latitude * radians) * cos(second.latitude * radians) * sin(longitude / 2) * sin(longitude / 2)
    return 2 * earthRadius * asin(min(1, chord.squareRoot()))
  }
}
