import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// Where an entry's incident happened: GeoRSS in its simple and its GML form, and the W3C's vocabulary.
enum FeedPlace {
  /// What an entry says of a place.
  enum Shape: Equatable {
    case point(latitude: Double, longitude: Double)
    /// A GeoJSON geometry.
    case geometry(String)
  }

  /// The shape that elements give, the finest first.
  static func shape(of elements: [FeedElement]) -> Shape? {
    for element in elements {
      if let shape = shape(element) { return shape }
    }
    return point(ofParts: elements)
  }

  private static func shape(_ element: FeedElement) -> Shape? {
    let numbers = { (element.text ?? "").split { $0.isWhitespace || $0 == "," }.map { Double($0) } }
    switch (element.name.namespace, element.name.local) {
    case (FeedNamespace.geoRSS.uri, "point"), (FeedNamespace.gml.uri, "pos"): return point(numbers())
    case (FeedNamespace.geoRSS.uri, "line"): return geometry("LineString", numbers(), isRing: false)
    case (FeedNamespace.geoRSS.uri, "polygon"): return geometry("Polygon", numbers(), isRing: true)
    case (FeedNamespace.geoRSS.uri, "box"): return box(numbers())
    case (FeedNamespace.geo.uri, "Point"): return point(ofParts: element.elements)
    case (FeedNamespace.geoRSS.uri, "where"), (FeedNamespace.gml.uri, "Point"):
      return element.elements.lazy.compactMap { shape($0) }.first
    default: return nil
    }
  }

  private static func point(_ numbers: [Double?]) -> Shape? {
    guard numbers.count >= 2, let latitude = numbers[0], let longitude = numbers[1], -90...90 ~= latitude,
      -180...180 ~= longitude
    else { return nil }
    return .point(latitude: latitude, longitude: longitude)
  }

  private static func point(ofParts elements: [FeedElement]) -> Shape? {
    func number(_ local: String) -> Double? {
      elements.first { $0.isNamed(.geo, local) }?.text.flatMap { Double($0) }
    }
    return point([number("lat"), number("long")])
  }

  /// A geometry of GeoJSON, which has the longitude first.
  static func geometry(_ type: String, _ numbers: [Double?], isRing: Bool) -> Shape? {
    let values = numbers.compactMap { $0 }
    guard values.count == numbers.count, values.count >= 4, values.count.isMultiple(of: 2) else { return nil }
    var pairs = stride(from: 0, to: values.count, by: 2).map { (latitude: values[$0], longitude: values[$0 + 1]) }
    guard pairs.allSatisfy({ -90...90 ~= $0.latitude && -180...180 ~= $0.longitude }) else { return nil }
    if isRing, let first = pairs.first, let last = pairs.last, first != last { pairs.append(first) }
    guard !isRing || pairs.count >= 4 else { return nil }
    let list = pairs.map { "[\(text($0.longitude)),\(text($0.latitude))]" }.joined(separator: ",")
    return .geometry("{\"type\":\"\(type)\",\"coordinates\":\(isRing ? "[[\(list)]]" : "[\(list)]")}")
  }

  private static func box(_ numbers: [Double?]) -> Shape? {
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

  /// The place of an incident that has coordinates.
  static func elements(for incident: Incident) -> [FeedElement] {
    guard let index = incident.shownPlace, let latitude = incident.places[index].latitude,
      let longitude = incident.places[index].longitude
    else { return [] }
    return [FeedElement(.geoRSS, "point", [:], "\(text(latitude)) \(text(longitude))")]
  }

  /// Makes the shape that of an incident's place.
  static func set(_ shape: Shape?, of incident: inout Incident) {
    let index = incident.shownPlace ?? incident.places.indices.first
    guard let shape else {
      guard let index = incident.shownPlace else { return }
      (incident.places[index].latitude, incident.places[index].longitude) = (nil, nil)
      if incident.places[index].isEmpty { incident.places.remove(at: index) }
      return
    }
    var place = index.map { incident.places[$0] } ?? DatelineCore.Place()
    switch shape {
    case .point(let latitude, let longitude): (place.latitude, place.longitude) = (latitude, longitude)
    case .geometry(let text): place.geometry = Text(text).map { JSONText(checked: $0) }
    }
    place.basis = .source
    if let index {
      incident.places[index] = place
    } else {
      place.role = .scene
      incident.places.append(place)
    }
  }
}

extension Incident {
  /// The index of the place whose coordinates a feed shows.
  fileprivate var shownPlace: Int? {
    places.firstIndex { $0.latitude != nil && ($0.role == .scene || $0.role == .impact || $0.role == .target) }
      ?? places.firstIndex { $0.latitude != nil }
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
