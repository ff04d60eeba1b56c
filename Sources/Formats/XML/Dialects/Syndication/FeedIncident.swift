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
  static func addAlert(_ elements: [FeedElement], to content: inout FeedEntry.Content) {
    guard let report = content.report else { return }
    let alert = elements.filter { element in
      element.name.namespace == gdacs || element.name.namespace?.hasPrefix(capPrefix) == true
    }
    guard !alert.isEmpty else { return }
    var incident = content.incident ?? of(report)
    incident.title = report.headlines.first?.text
    incident.language = report.language
    func text(_ local: String) -> String? { alert.first { $0.name.local == local }?.text }
    if alert.contains(where: { $0.name.namespace == gdacs }) {
      addGDACS(text, to: &incident)
    } else {
      addCAP(text, to: &incident)
    }
    content.report?.kind = .alert
    content.incident = incident
  }

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

  /// The Common Alerting Protocol, whose elements some feeds put into their entries.
  private static func addCAP(_ text: (String) -> String?, to incident: inout Incident) {
    for name in ["event", "category", "severity", "certainty", "urgency"] {
      if let value = text(name) { incident.codes.append(code("cap.\(name)", value)) }
    }
    let start = text("onset") ?? text("effective")
    incident.when = FeedTime.when(start.flatMap(FeedDate.read), text("expires").flatMap(FeedDate.read))
    if text("msgType") == "Cancel" {
      var revision = Revision()
      revision.status = .cancelled
      incident.revision = revision
    }
    let polygon = text("polygon").flatMap { polygon in
      FeedPlace.geometry(
        "Polygon", polygon.split { $0.isWhitespace || $0 == "," }.map { Double($0) }, isRing: true)
    }
    guard text("areaDesc") != nil || polygon != nil else { return }
    var place = incident.places.first ?? DatelineCore.Place()
    place.role = .scene
    place.text = text("areaDesc").flatMap { Text($0) }
    if let json = polygon { place.geometry = Text(json).map { JSONText(checked: $0) } }
    if incident.places.isEmpty { incident.places = [place] } else { incident.places[0] = place }
  }

  private static func code(_ scheme: String, _ value: String) -> Code {
    var code = Code()
    code.scheme = Text(scheme)
    code.code = Text(value)
    return code
  }
}
