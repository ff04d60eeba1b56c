package import DatelineCore

/// One line that names an incident to people.
package enum FeedTitle {
  /// - Returns: nil where nothing is known that could name it.
  package static func of(_ incident: Incident) -> String? {
    if let title = incident.title { return title.description }
    let place = incident.places.lazy.compactMap { $0.name ?? $0.settlement ?? $0.text }.first
    let kind = incident.kind.map { $0.description.replacing(".", with: " ").replacing("-", with: " ") }
    let parts = [kind, place?.description, incident.when?.date?.description].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
