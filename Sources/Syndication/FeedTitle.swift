package import DatelineCore

/// One line that names an incident to people.
package enum FeedTitle {
  package static func of(_ incident: Incident) -> String {
    if let title = incident.title { return title.description }
    let place = incident.places.lazy.compactMap { $0.name ?? $0.settlement ?? $0.text }.first
    let kind = incident.kind.map { $0.description.replacing(".", with: " ").replacing("-", with: " ") }
    let parts = [kind, place?.description, incident.when?.date?.description].compactMap { $0 }
    return parts.isEmpty ? "Incident" : parts.joined(separator: ", ")
  }
}
