import DatelineCore

/// A DESCRIPTION as text and trailer.
struct DescriptionEdit {
  private let summary: [UInt8]
  private let trailer: [TrailerLine]

  init(_ description: [UInt8]) {
    let parts = TrailerLine.split(description)
    summary = parts.text
    trailer = parts.lines
  }

  /// The record's summary and the fields of those lines of the trailer that were changed become what is visible.
  func apply(to incident: inout Incident, reports: RecentReports) {
    var text: [UInt8] = []
    text.append(atMost: 4096) { output in
      var trailer = Trailer(output)
      trailer.write(incident, reports: reports)
      output = trailer.output
    }
    let old = TrailerLine.lines(of: text)
    incident.summary = Self.summary(of: incident, is: summary) ? incident.summary : Text(utf8: summary)
    for label in TrailerLine.Label.groups
    where trailer.filter({ $0.label.group == label }) != old.filter({ $0.label.group == label }) {
      TrailerReader.apply(
        trailer.filter { $0.label.group == label }, of: label, insteadOf: old.filter { $0.label.group == label },
        to: &incident)
    }
  }

  private static func summary(of incident: Incident, is text: [UInt8]) -> Bool {
    var shown: [UInt8] = []
    if let summary = incident.summary { shown.append(visible: summary) }
    shown.trim()
    return shown == text
  }
}
