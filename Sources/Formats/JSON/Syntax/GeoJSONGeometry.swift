package import DatelineCore

/// Geometries of GeoJSON (RFC 7946, section 3.1), as places of incidents have them.
package enum GeoJSONGeometry {
  /// What is wrong with a geometry, and what to do; nil where nothing is.
  package static func fault(of json: JSONText) -> String? {
    guard let value = try? JSONValue(Array(json.description.utf8)) else { return nil }
    return fault(of: value)
  }

  /// How deep the positions of a type lie in lists, and whether the innermost of these are rings.
  private static let types: [String: (depth: Int, isArea: Bool)] = [
    "Point": (0, false), "MultiPoint": (1, false), "LineString": (1, false), "MultiLineString": (2, false),
    "Polygon": (2, true), "MultiPolygon": (3, true),
  ]

  private static func fault(of value: JSONValue) -> String? {
    guard let name = value["type"]?.text else { return "a geometry is an object with 'type' and 'coordinates'" }
    if name == "GeometryCollection" {
      guard case .list(let geometries)? = value["geometries"] else { return "a collection has a list 'geometries'" }
      return geometries.lazy.compactMap { fault(of: $0) }.first
    }
    guard let type = types[name] else {
      let near = nearestName(to: name, among: Array(types.keys).sorted())
      return "\(quoted(name)) is no geometry of GeoJSON\(near.map { "; was '\($0)' meant?" } ?? "")"
    }
    guard let coordinates = value["coordinates"] else { return "the \(name) has no 'coordinates'" }
    return fault(of: coordinates, depth: type.depth, isArea: type.isArea, isLine: name.hasSuffix("LineString"))
  }

  private static func fault(of value: JSONValue, depth: Int, isArea: Bool, isLine: Bool) -> String? {
    guard case .list(let items) = value else { return "coordinates are lists of numbers, and here is something else" }
    guard depth > 0 else { return fault(ofPosition: items) }
    if let fault = items.lazy.compactMap({ fault(of: $0, depth: depth - 1, isArea: isArea, isLine: isLine) }).first {
      return fault
    }
    guard depth == 1 else { return nil }
    if isLine, items.count < 2 { return "a line has two positions at least, and this has \(items.count)" }
    if isArea, items.count < 4 { return "a ring has four positions at least, and this has \(items.count)" }
    if isArea, items.first != items.last { return "the last position of a ring is its first again; repeat it" }
    return nil
  }

  private static func fault(ofPosition items: [JSONValue]) -> String? {
    let numbers = items.compactMap { item in if case .number(let text) = item { Double(text) } else { nil } }
    guard numbers.count == items.count, numbers.count >= 2 else {
      return "a position is a longitude and a latitude, two numbers or three, and here is something else"
    }
    let (longitude, latitude) = (numbers[0], numbers[1])
    if abs(longitude) <= 180, abs(latitude) <= 90 { return nil }
    let hint = abs(longitude) <= 90 && abs(latitude) <= 180 ? "; the longitude comes first" : ""
    return "[\(longitude), \(latitude)] is not on Earth: longitudes go to 180 and latitudes to 90\(hint)"
  }
}
