import DatelineCore

/// Takes what the trailer of a description says where the carrier was lost: calcurse and remind keep no X- property.
///
/// Anybody may end a description with `When:` and `Where:`. So the lines have to be ours beyond doubt, and what a property
/// says counts more than they do.
enum LostCarrier {
  /// - Parameters:
  ///   - lines: Where the properties of the component are.
  ///   - times: When the component is.
  /// - Returns: Whether the description had a trailer of ours.
  static func restore(
    _ incident: inout Incident, _ part: CalendarPart, _ lines: EventLines, _ times: EventTimes
  ) -> Bool {
    guard let summary = incident.summary else { return false }
    let parts = TrailerLine.split(Array(summary.description.utf8))
    guard !parts.lines.isEmpty, parts.lines.allSatisfy(TrailerReader.reads) else { return false }
    var said = Incident(id: incident.id)
    for label in TrailerLine.Label.groups {
      TrailerReader.apply(parts.lines.filter { $0.label.group == label }, of: label, insteadOf: [], to: &said)
    }
    let isSameTime = said.when.map { EventTime.mayShow($0, as: times) } ?? false
    let isOurs =
      lines.date != nil || lines.carrier != nil || hasOwnUID(part, lines)
      || isSameTime && parts.lines.allSatisfy(TrailerReader.isWhole)
    guard isOurs else { return false }
    incident.summary = Text(utf8: parts.text)
    if isSameTime || incident.when == nil || incident.when?.isEmpty == true {
      incident.when = said.when ?? incident.when
    }
    addPlaces(said, to: &incident)
    addState(said, to: &incident, status: status(part, lines))
    addReports(said, to: &incident)
    incident.participants += said.participants
    incident.munitions = said.munitions
    incident.casualties = said.casualties
    incident.damage = said.damage
    incident.cause = said.cause
    incident.claims = said.claims
    if isSameTime, let title = incident.title {
      incident.title = Text(utf8: VisibleEdits.withoutRemark(Array(title.description.utf8), incident.when))
    }
    return true
  }

  /// Whether the UID is a UUIDv5 in lower case, as the writer makes them.
  private static func hasOwnUID(_ part: CalendarPart, _ lines: EventLines) -> Bool {
    guard let index = lines.uid else { return false }
    let uid = Array(part.storage[part.storage.span.trimmed(part.lines[index].value)])
    guard uid.count == 36, uid[14] == UInt8(ascii: "5") else { return false }
    return uid.indices.allSatisfy { index in
      index == 8 || index == 13 || index == 18 || index == 23
        ? uid[index] == UInt8(ascii: "-") : 0x30...0x39 ~= uid[index] || 0x61...0x66 ~= uid[index]
    }
  }

  private static func status(_ part: CalendarPart, _ lines: EventLines) -> String? {
    lines.status.map { part.string(part.storage.span.trimmed(part.lines[$0].value)).uppercased() }
  }

  /// LOCATION and GEO count where they say otherwise, and the first line about places gives way.
  private static func addPlaces(_ said: Incident, to incident: inout Incident) {
    guard let main = said.mainPlaceIndex else { return }
    guard let shown = incident.places.first else { return incident.places = said.places }
    var address: [UInt8] = []
    address.append(atMost: 256) { said.places[main].writeAddress(to: &$0) }
    address.trim()
    var places = said.places
    if let name = shown.name, !name.utf8Equals(address) {
      places.remove(at: main)
      incident.places += places
      return
    }
    if let position = shown.position, places[main].position.map({ $0 != position }) ?? true {
      places[main].latitude = shown.latitude
      places[main].longitude = shown.longitude
    }
    incident.places = places
  }

  private static func addState(_ said: Incident, to incident: inout Incident, status: String?) {
    if let kind = said.kind {
      let category = VisibleValues.category(kind)
      if incident.codes.isEmpty || incident.codes.contains(where: { $0.code?.utf8Equals(category) == true }) {
        incident.kind = kind
      }
    }
    incident.stage = incident.stage ?? said.stage
    guard let verification = said.verification else { return }
    let own = VisibleValues.status(of: said)
    let words = own.map { [$0, EventTime.Extent.none.status($0)].map { "\($0)" } } ?? []
    if status.map(words.contains) ?? true { incident.verification = verification }
  }

  /// A source that URL or ATTACH names too is that one.
  private static func addReports(_ said: Incident, to incident: inout Incident) {
    let shown = incident.reports.filter { shown in
      !said.reports.contains { source in
        guard let url = source.url, let address = shown.url else { return false }
        return url == address || address.utf8Equals(url.asURI)
      }
    }
    incident.reports = said.reports + shown
  }
}

extension Text {
  fileprivate func utf8Equals(_ bytes: [UInt8]) -> Bool {
    withUTF8 { text in
      guard text.count == bytes.count else { return false }
      for index in text.indices where text[index] != bytes[index] { return false }
      return true
    }
  }
}

extension DiagnosticCode {
  static let icalendarTrailerRead: Self = "icalendar.trailer-read"
}
