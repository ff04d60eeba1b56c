import DatelineCore
import DatelineRecord
import DatelineSyndication

/// What feeds show in fields of their own, which is all that is left of a record that does not travel along.
enum FeedFields {
  static func carried(_ options: FormatOptions) -> FieldSet {
    switch Carry(options) {
    case .full: .everything
    case .ids: shown.union(Carry.identifiers)
    case .none: shown
    }
  }

  private static let shown = FieldSet(
    "report.kind", "report.headlines.text", "report.authors.name", "report.published", "report.publishedBasis",
    "report.updated", "report.publisher", "report.language", "report.rights.notice", "report.links", "report.media",
    "report.subjects", "report.body.text", "report.extras", "incident.title", "incident.summary", "incident.language",
    "incident.places.longitude", "incident.places.latitude", "incident.places.geometry", "incident.when.date",
    "tombstone.withdrawn",
    "tombstone.reason")

  /// A field that an entry shows in part.
  struct Loss {
    var reason: LossReport.Reason
    var field: String
    var record: Text
  }

  /// What of the shown fields of some records does not come over.
  static func partial(_ content: FeedEntry.Content, _ form: FeedForm) -> [Loss] {
    (content.report.map { partial($0, form) } ?? []) + (content.incident.map(partial) ?? [])
  }

  private static func partial(_ report: Report, _ form: FeedForm) -> [Loss] {
    var losses: [Loss] = []
    func lose(_ reason: LossReport.Reason, _ field: String) {
      losses.append(Loss(reason: reason, field: "report.\(field)", record: report.id))
    }
    if let kind = report.kind, kind != .feedEntry, kind != .alert { lose(.dropped, "kind") }
    if let basis = report.publishedBasis, basis != .stated { lose(.dropped, "publishedBasis") }
    let own = [form.elementsKey, form.attributesKey, form.writtenKey]
    if report.extras.fields.contains(where: { !own.contains($0.key) }) { lose(.dropped, "extras") }
    if report.headlines.count > 1 { lose(.dropped, "headlines") }
    for (field, date) in [("published", report.published), ("updated", report.updated)] {
      guard let date else { continue }
      if case .instant(let instant) = date, instant.offset != nil, instant.fractionDigits == 0 { continue }
      lose(.coarsened, field)
    }
    if report.links.contains(where: { !isShown($0.url) }) { lose(.dropped, "links") }
    if report.media.contains(where: { !isShown($0.url) }) { lose(.dropped, "media") }
    return losses
  }

  private static func partial(_ incident: Incident) -> [Loss] {
    var losses: [Loss] = []
    if incident.when?.date != nil, FeedTime.elements(for: incident).isEmpty {
      losses.append(Loss(reason: .dropped, field: "incident.when.date", record: incident.id))
    }
    let places = incident.unshownPlaces
    if places.isOneAmongSeveral {
      losses.append(Loss(reason: .dropped, field: "incident.places", record: incident.id))
    }
    if places.hasGeometry {
      losses.append(Loss(reason: .dropped, field: "incident.places.geometry", record: incident.id))
    }
    return losses
  }

  private static func isShown(_ address: Text?) -> Bool {
    address.map { FeedAddress.isAbsolute($0.description) } ?? false
  }
}
