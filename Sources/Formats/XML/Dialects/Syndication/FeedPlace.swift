import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// Where an entry's incident happened: GeoRSS in its simple and its GML form, and the W3C's vocabulary.
enum FeedPlace {
  /// What an entry says of a place.
  struct Shape: Equatable {
    struct Point: Equatable {
      var latitude: Double
      var longitude: Double
    }

    var point: Point?
    /// A GeoJSON geometry.
    var geometry: String?
    /// In metres around the point.
    var radius: Double?
    var name: String?
  }

  /// What elements say, the first point and the first line or area, radius and name; nil where there is nothing.
  static func shape(of elements: [FeedElement]) -> Shape? {
    var shape = Shape(point: point(ofParts: elements))
    for element in elements { add(element, to: &shape) }
    return shape == Shape() ? nil : shape
  }

  private static func add(_ element: FeedElement, to shape: inout Shape) {
    switch (element.name.namespace, element.name.local) {
    case (FeedNamespace.geoRSS.uri, "point"), (FeedNamespace.gml.uri, "pos"):
      shape.point = shape.point ?? point(numbers(element))
    case (FeedNamespace.geo.uri, "Point"): shape.point = shape.point ?? point(ofParts: element.elements)
    case (FeedNamespace.geoRSS.uri, "where"), (FeedNamespace.gml.uri, "Point"):
      for child in element.elements { add(child, to: &shape) }
    case (FeedNamespace.geoRSS.uri, "circle"):
      guard shape.point == nil, let point = point(numbers(element)) else { return }
      shape.point = point
      shape.radius = shape.radius ?? radius(numbers(element).dropFirst(2).first ?? nil)
    case (FeedNamespace.geoRSS.uri, "radius"): shape.radius = shape.radius ?? radius(numbers(element).first ?? nil)
    case (FeedNamespace.geoRSS.uri, "featurename"), (FeedNamespace.geoRSS.uri, "featureName"),
      (FeedNamespace.event.uri, "location"):
      shape.name = shape.name ?? element.text?.withSingleSpaces
    default: shape.geometry = shape.geometry ?? geometry(element)
    }
  }

  private static func geometry(_ element: FeedElement) -> String? {
    switch (element.name.namespace, element.name.local) {
    case (FeedNamespace.geoRSS.uri, "line"): geometry("LineString", numbers(element), isRing: false)
    case (FeedNamespace.geoRSS.uri, "polygon"): geometry("Polygon", numbers(element), isRing: true)
    case (FeedNamespace.geoRSS.uri, "box"): box(numbers(element))
    case (FeedNamespace.gml.uri, "LineString"):
      element.first(.gml, "posList").flatMap { geometry("LineString", numbers($0), isRing: false) }
    case (FeedNamespace.gml.uri, "Polygon"):
      element.first(.gml, "exterior")?.first(.gml, "LinearRing")?.first(.gml, "posList")
        .flatMap { geometry("Polygon", numbers($0), isRing: true) }
    case (FeedNamespace.gml.uri, "Envelope"):
      box(["lowerCorner", "upperCorner"].flatMap { element.first(.gml, $0).map(numbers) ?? [] })
    default: nil
    }
  }

  /// A circle of CAP: latitude, longitude and a radius in kilometres.
  static func circle(_ numbers: [Double?]) -> (point: Shape.Point, radius: Double)? {
    guard numbers.count == 3, let point = point(numbers), let radius = radius(numbers[2].map { $0 * 1000 }) else {
      return nil
    }
    return (point, radius)
  }

  /// A radius in metres as the model takes it.
  private static func radius(_ number: Double?) -> Double? {
    number.flatMap { 0...40_075_017 ~= $0 ? $0 : nil }
  }

  private static func numbers(_ element: FeedElement) -> [Double?] {
    guard let text = element.text else { return [] }
    // To ask a character for its properties costs more than to read the numbers.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split { 0x09...0x0D ~= $0 || $0 == 0x20 || $0 == UInt8(ascii: ",") }
        .map { Double(Substring($0)) }
    }
    return text.split { $0.isWhitespace || $0 == "," }.map { Double($0) }
  }

  private static func point(_ numbers: [Double?]) -> Shape.Point? {
    guard numbers.count >= 2, let latitude = numbers[0], let longitude = numbers[1], -90...90 ~= latitude,
      -180...180 ~= longitude
    else { return nil }
    return Shape.Point(latitude: latitude, longitude: longitude)
  }

  private static func point(ofParts elements: [FeedElement]) -> Shape.Point? {
    func number(_ local: String) -> Double? {
      elements.first { $0.isNamed(.geo, local) }?.text.flatMap { Double($0) }
    }
    return point([number("lat"), number("long")])
  }

  /// A geometry of GeoJSON, which has the longitude first, from latitudes and longitudes.
  static func geometry(_ type: String, _ numbers: [Double?], isRing: Bool) -> String? {
    let values = numbers.compactMap { $0 }
    guard values.count == numbers.count, values.count >= 4, values.count.isMultiple(of: 2) else { return nil }
    var pairs = stride(from: 0, to: values.count, by: 2).map { (latitude: values[$0], longitude: values[$0 + 1]) }
    guard pairs.allSatisfy({ -90...90 ~= $0.latitude && -180...180 ~= $0.longitude }) else { return nil }
    if isRing, let first = pairs.first, let last = pairs.last, first != last { pairs.append(first) }
    guard !isRing || pairs.count >= 4 else { return nil }
    let list = pairs.map { "[\(text($0.longitude)),\(text($0.latitude))]" }.joined(separator: ",")
    return "{\"type\":\"\(type)\",\"coordinates\":\(isRing ? "[[\(list)]]" : "[\(list)]")}"
  }

  private static func box(_ numbers: [Double?]) -> String? {
    let values = numbers.compactMap { $0 }
    guard values.count == 4 else { return nil }
    let (south, west, north, east) = (values[0], values[1], values[2], values[3])
    return geometry("Polygon", [south, west, south, east, north, east, north, west], isRing: true)
  }

  /// The shortest text of a number.
  static func text(_ number: Double) -> String {
    var output: [UInt8] = []
    output.append(atMost: 32) { $0.write(shortest: number) }
    return String(decoding: output, as: UTF8.self)
  }

  // MARK: - From incidents

  /// The place of an incident that has coordinates, or a line or an area.
  static func elements(for incident: Incident) -> [FeedElement] {
    guard let index = incident.shownPlace else { return [] }
    let place = incident.places[index]
    var elements: [FeedElement] = []
    if let latitude = place.latitude, let longitude = place.longitude {
      elements.append(FeedElement(.geoRSS, "point", [:], "\(text(latitude)) \(text(longitude))"))
      if let radius = place.radius { elements.append(FeedElement(.geoRSS, "radius", [:], text(radius))) }
    }
    if let name = place.name { elements.append(FeedElement(.geoRSS, "featurename", [:], name.description)) }
    return elements + [place.geometry.flatMap(element)].compactMap { $0 }
  }

  /// A line, or an area without holes, as GeoRSS has them; nil for other geometries.
  static func element(for geometry: JSONText) -> FeedElement? {
    let json = String(decoding: geometry.description.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    let (name, brackets) =
      json.contains("\"type\":\"LineString\"")
      ? ("line", 2) : ("polygon", json.contains("\"type\":\"Polygon\"") ? 3 : 0)
    guard brackets > 0, let start = json.firstRange(of: "\"coordinates\":" + String(repeating: "[", count: brackets)),
      let end = json[start.upperBound...].firstRange(of: String(repeating: "]", count: brackets))
    else { return nil }
    var numbers: [Double?] = []
    for position in json[start.upperBound..<end.lowerBound].split(separator: "],[") {
      let parts = position.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
      // Heights have no place here, and the ring of a hole has a bracket more.
      guard parts.count == 2 else { return nil }
      numbers += [parts[1], parts[0]]
    }
    guard self.geometry("", numbers, isRing: brackets == 3) != nil else { return nil }
    return FeedElement(.geoRSS, name, [:], numbers.compactMap { $0.map(text) }.joined(separator: " "))
  }

  /// Makes the shape that of an incident's place.
  static func set(_ shape: Shape?, of incident: inout Incident) {
    guard let index = incident.shownPlace ?? (shape == nil ? nil : incident.places.indices.first) else {
      guard let shape else { return }
      var place = DatelineCore.Place()
      place.role = .scene
      place.show(shape)
      return incident.places.append(place)
    }
    incident.places[index].show(shape ?? Shape())
    if incident.places[index].isEmpty { incident.places.remove(at: index) }
  }
}

extension DatelineCore.Place {
  fileprivate var isShown: Bool { latitude != nil || geometry.flatMap(FeedPlace.element) != nil }

  /// Makes the shape the place's. A geometry that no feed shows stays.
  fileprivate mutating func show(_ shape: FeedPlace.Shape) {
    (latitude, longitude) = (shape.point?.latitude, shape.point?.longitude)
    radius = shape.point == nil ? nil : shape.radius
    name = shape.name.flatMap { Text($0) }
    if shape.geometry != nil || geometry.flatMap(FeedPlace.element) != nil {
      geometry = shape.geometry.flatMap { Text($0) }.map { JSONText(checked: $0) }
    }
    if shape.point != nil || shape.geometry != nil { basis = .source }
  }
}

extension Incident {
  /// The index of the place that a feed shows.
  fileprivate var shownPlace: Int? {
    places.firstIndex { $0.isShown && ($0.role == .scene || $0.role == .impact || $0.role == .target) }
      ?? places.firstIndex { $0.isShown }
  }
}

/// When an entry's incident happened: the event module of RSS, `ev:startdate` and `ev:enddate`, in dates of the W3C's
/// form, which may be as coarse as a year.
enum FeedTime {
  static func elements(for incident: Incident) -> [FeedElement] {
    guard let date = incident.when?.date?.description else { return [] }
    let parts = date.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { return [] }
    let dates = parts.map { EDTF($0).flatMap { FeedDate.w3c(.date($0)) } }
    guard dates.allSatisfy({ $0 != nil }) else { return [] }
    return zip(["startdate", "enddate"], dates).map { FeedElement(.event, $0, [:], $1) }
  }

  /// Makes the dates of the elements those of an incident.
  static func set(_ elements: [FeedElement], of incident: inout Incident) {
    func date(_ local: String) -> DateOrInstant? {
      elements.first { $0.isNamed(.event, local) }?.text.flatMap(FeedDate.read)
    }
    incident.when = when(date("startdate"), date("enddate"))
  }

  /// The time between two dates; to the minute only where the source gives a time.
  static func when(_ start: DateOrInstant?, _ end: DateOrInstant?) -> When? {
    guard let start = start ?? end else { return nil }
    let end = end ?? start
    var when = When()
    when.dateBasis = .stated
    let dates = (day(start), day(end))
    when.date = dates.0 == dates.1 ? EDTF(dates.0) : EDTF("\(dates.0)/\(dates.1)") ?? EDTF(dates.0)
    guard case .instant(let first) = start else { return when }
    if start == end {
      when.time = first.clockTime
      if first.offset?.isZulu == true || first.offset?.minutes == 0 {
        when.timeZone = "UTC"
        when.timeZoneBasis = .stated
      } else if first.offset != nil {
        when.earliest = first
      }
    } else if first.offset != nil {
      when.earliest = first
      if case .instant(let last) = end, last.offset != nil { when.latest = last }
    }
    return when
  }

  private static func day(_ date: DateOrInstant) -> String {
    switch date {
    case .date(let date): date.description
    case .instant(let instant): "\(instant.date)"
    }
  }
}

extension FeedEntry {
  /// Takes where and when it happened, which is an incident's; an entry that says so is the report of one.
  func takeCircumstance(_ field: Field, into content: inout Content) -> Bool {
    let shape = field == .place ? FeedPlace.shape(of: self[.place]) : nil
    if content.incident == nil {
      guard let report = content.report, field == .place ? shape != nil : !self[.time].isEmpty else { return true }
      content.incident = FeedIncident.of(report)
    }
    guard var incident = content.incident else { return false }
    if field == .place { FeedPlace.set(shape, of: &incident) } else { FeedTime.set(self[.time], of: &incident) }
    content.incident = incident
    return true
  }
}
