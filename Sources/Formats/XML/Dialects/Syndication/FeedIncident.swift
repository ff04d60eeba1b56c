import DatelineCore
import DatelineIdentity
import DatelineSyndication

/// Entries that are themselves incidents: those with a place or a time, and the alerts of CAP and GDACS.
enum FeedIncident {
  /// The id of the incident that the entry of `report` is about. By it the writer knows the two as one entry again.
  static func id(of report: Report) -> Text {
    Identifier.record(.incident, scheme: "report", nativeID: report.id.description)
  }

  /// An incident that rests on `report`, and says nothing more yet.
  static func of(_ report: Report) -> Incident {
    var incident = Incident(id: id(of: report))
    incident.externalIDs = report.externalIDs
    var reference = ReportReference()
    reference.id = report.id
    incident.reports = [reference]
    return incident
  }

  /// Adds what alerts say of their incident. Their elements stay in the report's extras, word for word.
  ///
  /// - Parameter elements: Those of the entry and of its content. An alert may stand there whole, or in its parts.
  static func addAlert(_ elements: [FeedElement], to content: inout FeedEntry.Content) {
    guard let report = content.report else { return }
    let isGDACS = elements.contains { $0.name.namespace == gdacs }
    let alert = elements.filter { isGDACS ? $0.name.namespace == gdacs : isCAP($0) }
    guard !alert.isEmpty else { return }
    var incident = content.incident ?? of(report)
    incident.title = report.headlines.first?.text
    incident.language = report.language
    if isGDACS {
      addGDACS({ local in alert.first { $0.name.local == local }?.text }, to: &incident)
    } else {
      addCAP(alert, to: &incident)
    }
    content.report?.kind = .alert
    content.incident = incident
  }

  private static func isCAP(_ element: FeedElement) -> Bool { element.name.namespace?.hasPrefix(capPrefix) == true }

  private static let gdacs = "http://www.gdacs.org"
  private static let capPrefix = "urn:oasis:names:tc:emergency:cap:"

  /// The Global Disaster Alert and Coordination System.
  private static func addGDACS(_ text: (String) -> String?, to incident: inout Incident) {
    if let type = text("eventtype") {
      incident.codes.append(code("gdacs.eventtype", type))
      if let id = text("eventid").flatMap({ Text("gdacs:\(type)\($0)") }), !incident.externalIDs.contains(id) {
        incident.externalIDs.append(id)
      }
    }
    if let level = text("alertlevel") { incident.codes.append(code("gdacs.alertlevel", level)) }
    incident.when = FeedTime.when(text("fromdate").flatMap(FeedDate.read), text("todate").flatMap(FeedDate.read))
    guard let country = text("country") else { return }
    var place = incident.places.first ?? DatelineCore.Place()
    place.role = .scene
    place.countryName = Text(country)
    if incident.places.isEmpty { incident.places = [place] } else { incident.places[0] = place }
  }

  /// The Common Alerting Protocol: a whole alert, of which the first information counts, or its parts.
  private static func addCAP(_ elements: [FeedElement], to incident: inout Incident) {
    let alert = elements.first { $0.name.local == "alert" }?.elements ?? elements
    let info = alert.first { $0.name.local == "info" }?.elements ?? alert
    func text(_ local: String) -> String? { (info + alert).first { $0.name.local == local && isCAP($0) }?.text }
    if let headline = text("headline") { incident.title = Text(headline.withSingleSpaces) }
    for name in ["event", "category", "severity", "certainty", "urgency"] {
      if let value = text(name) { incident.codes.append(code("cap.\(name)", value)) }
    }
    let start = text("onset") ?? text("effective")
    incident.when = FeedTime.when(start.flatMap(FeedDate.read), text("expires").flatMap(FeedDate.read)) ?? incident.when
    if text("msgType") == "Cancel" {
      var revision = Revision()
      revision.status = .cancelled
      incident.revision = revision
    }
    let areas = info.filter { $0.name.local == "area" && isCAP($0) }.map(\.elements)
    for (index, area) in (areas.isEmpty ? [info] : areas).enumerated() { addArea(area, at: index, to: &incident) }
  }

  /// Adds an area of an alert: the first to the place that the entry tells of besides.
  private static func addArea(_ elements: [FeedElement], at index: Int, to incident: inout Incident) {
    func text(_ local: String) -> String? { elements.first { $0.name.local == local && isCAP($0) }?.text }
    func numbers(_ text: String) -> [Double?] { text.split { $0.isWhitespace || $0 == "," }.map { Double($0) } }
    let polygon = text("polygon").flatMap { FeedPlace.geometry("Polygon", numbers($0), isRing: true) }
    let circle = text("circle").map(numbers).flatMap(FeedPlace.circle)
    guard text("areaDesc") != nil || polygon != nil || circle != nil else { return }
    var place = index == 0 ? incident.places.first ?? DatelineCore.Place() : DatelineCore.Place()
    place.role = .scene
    place.text = text("areaDesc").flatMap { Text($0) }
    if let json = polygon { place.geometry = Text(json).map { JSONText(checked: $0) } }
    if let circle, place.latitude == nil {
      (place.latitude, place.longitude) = (circle.point.latitude, circle.point.longitude)
      (place.radius, place.basis) = (circle.radius, .source)
    }
    if index == 0, !incident.places.isEmpty { incident.places[0] = place } else { incident.places.append(place) }
  }

  private static func code(_ scheme: String, _ value: String) -> Code {
    var code = Code()
    code.scheme = Text(scheme)
    code.code = Text(value)
    return code
  }
}
