import DatelineCore

/// Restores what the trailer of a description says where the carrier was lost: calcurse and remind keep no X- property.
enum LostCarrier {
  static func restore(_ incident: inout Incident) {
    guard let summary = incident.summary else { return }
    let parts = TrailerLine.split(Array(summary.description.utf8))
    guard !parts.lines.isEmpty else { return }
    incident.summary = Text(utf8: parts.text)
    let position = incident.places.first.map { ($0.latitude, $0.longitude) }
    for label in TrailerLine.Label.groups {
      let lines = parts.lines.filter { $0.label.group == label }
      guard !lines.isEmpty else { continue }
      if label == .place { incident.places = [] }
      if label == .source { incident.reports = [] }
      TrailerReader.apply(lines, of: label, insteadOf: [], to: &incident)
    }
    if let position, let main = incident.mainPlaceIndex, incident.places[main].latitude == nil {
      (incident.places[main].latitude, incident.places[main].longitude) = position
    }
    if let title = incident.title {
      incident.title = Text(utf8: VisibleEdits.withoutRemark(Array(title.description.utf8), incident.when))
    }
  }
}
