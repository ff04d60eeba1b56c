import DatelineCore
import DatelineRecord
import DatelineSyndication

/// What feeds show in fields of their own, which is all that is left of a record that does not travel along.
enum FeedFields {
  static func carried(_ options: FormatOptions) -> FieldSet { Carry(options) == .full ? .everything : shown }

  /// Of these the writer tells itself what comes over.
  static let shown = FieldSet(
    "report.id", "report.externalIDs", "report.kind", "report.headlines", "report.authors", "report.published",
    "report.publishedBasis", "report.updated", "report.publisher", "report.language", "report.rights", "report.links",
    "report.media", "report.subjects", "report.body", "report.extras", "incident.id", "incident.externalIDs",
    "incident.title", "incident.summary", "incident.language", "incident.codes", "incident.when", "incident.places",
    "incident.reports.id", "incident.revision", "tombstone.id", "tombstone.recordType", "tombstone.externalIDs",
    "tombstone.withdrawn", "tombstone.reason", "tombstone.extras")

  /// What of some records does not come back from their entry, where they do not travel along.
  static func losses(of content: FeedEntry.Content, in entry: FeedEntry, _ context: FeedContext, _ carry: Carry) -> [(
    Text, ReadBack.Loss
  )] {
    let back = content.readBack(from: entry, context, carry)
    let madeUp = Set(entry.madeUp.map { field in field == .title ? "headlines.text" : "\(field)" })
    let keys = entry.form.sourceKeys
    var losses: [(Text, ReadBack.Loss)] = []
    if let report = content.report {
      losses += ReadBack.losses(
        of: report, in: back.report ?? Report(id: "?"), called: "report", butExtras: keys, where: shown.covers,
        madeUp: { carry == .none && madeUp.contains(String($0.dropFirst(7))) }
      ).map { (report.id, $0) }
    }
    if let incident = content.incident {
      losses += ReadBack.losses(
        of: incident, in: back.incident ?? Incident(id: "?"), called: "incident", butExtras: keys, where: shown.covers,
        madeUp: { carry == .none && content.report == nil && $0 == "incident.title" && entry.madeUp.contains(.title) }
      ).map { (incident.id, $0) }
    }
    return losses
  }
}

extension FeedForm {
  /// The keys of what is kept of a source of the form's own, which is no data.
  var sourceKeys: [Text] { [writtenKey, FeedExtra.content] }
}

extension FeedEntry.Content {
  /// What a reader makes of the entry that was written.
  fileprivate func readBack(from entry: FeedEntry, _ context: FeedContext, _ carry: Carry) -> FeedEntry.Content {
    var element = entry.form.element(entry.form.entryName)
    element.attributes = entry.allAttributes
    element.children = FeedEntry.Field.allCases.flatMap { entry[$0] }.map { .element($0) }
    var back = FeedEntry(element, context, base: nil)
    if carry == .none, report != nil { return back.content() }
    var content = FeedEntry.Content()
    // An incident alone comes back as a report, and what it says is in that.
    if carry == .none { content.incident = Incident(id: "?") } else { content = reduced(carry) }
    if carry == .ids { for field in entry.madeUp { back[field] = [] } }
    for field in FeedEntry.Field.allCases { _ = back.take(field, into: &content) }
    return content
  }

  private func reduced(_ carry: Carry) -> FeedEntry.Content {
    var content = FeedEntry.Content()
    for record in records {
      switch carry.carried(record) {
      case .report(let report): content.report = report
      case .incident(let incident): content.incident = incident
      default: break
      }
    }
    return content
  }
}
