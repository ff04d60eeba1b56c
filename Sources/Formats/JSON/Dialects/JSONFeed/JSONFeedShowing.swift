import DatelineCore
import DatelineRecord
import DatelineSyndication

/// From records to the items that show them.
extension JSONFeedEntry {
  /// The item of a record, with what its source had besides and otherwise.
  init(showing record: Record, _ context: JSONFeedContext) {
    self.init(generating: record, context)
    members.restore(from: record.extras, but: .other)
  }

  /// Keeps in the extras of `record` what this item, which was read, says otherwise than the writer would.
  ///
  /// - Parameter fields: The fields that were read into the record; of others what was kept before stands.
  func keep(_ fields: [Field], in record: inout Record) {
    let shown = JSONFeedEntry(generating: record, context)
    var extras = record.extras
    members.keep(fields, insteadOf: shown.members, but: .other, in: &extras)
    record.extras = extras
  }

  /// What the writer makes of the record alone.
  private init(generating record: Record, _ context: JSONFeedContext) {
    self.init(context)
    switch record {
    case .report(let report): show(report)
    case .incident(let incident): show(incident)
    case .tombstone(let tombstone): show(tombstone)
    }
    // Every item has content (JSON Feed 1.1, "Items").
    if members[.content].isEmpty { set(.content, "content_text", "") }
  }

  private mutating func set(_ field: Field, _ key: String, _ text: String?) {
    if let text { members[field].append(JSONMember(key, .string(text))) }
  }

  private mutating func show(_ report: Report) {
    let prefix = JSONFeedContext.scheme + ":"
    let own = report.externalIDs.lazy.map(\.description).first { $0.hasPrefix(prefix) }
    set(.id, "id", own.map { String($0.dropFirst(prefix.count)) } ?? report.id.description)
    let main = report.mainLink
    set(.url, "url", main?.url?.description)
    let external = report.links.first { $0 != main && $0.rel?.equals("related") == true }?.url?.description
    set(.url, "external_url", external.flatMap { FeedAddress.isAbsolute($0) ? $0 : nil })
    set(.title, "title", (report.headlines.first { $0.role == .main } ?? report.headlines.first)?.text?.description)
    showBody(of: report)
    set(.published, "date_published", Self.timestamp(report.published))
    set(.updated, "date_modified", Self.timestamp(report.updated))
    let authors = report.authors.isEmpty ? [(name: report.byline, url: nil)] : report.authors.map { ($0.name, $0.url) }
    members[.author] = JSONFeedAuthors.members(authors)
    let tags = report.subjects.compactMap { $0.label ?? $0.code }.map { JSONValue.string($0.description) }
    if !tags.isEmpty { members[.tags] = [JSONMember("tags", .list(tags))] }
    show(language: report.language)
    show(report.media)
  }

  /// The text, and what summarises it where the source had both.
  private mutating func showBody(of report: Report) {
    let generated = FeedHTML.html(of: report.bodyWithoutHeadline)
    let kept = KeptSource(report.extras[FeedExtra.content])
      .text(of: "html", insteadOf: Array((generated ?? "").utf8)).map { String(decoding: $0, as: UTF8.self) }
    guard let html = kept ?? generated else { return }
    set(.content, "content_html", html)
    set(.summary, "summary", report.extras.string(FeedExtra.summary))
  }

  private mutating func show(_ media: [Medium]) {
    var attachments: [JSONValue] = []
    for medium in media {
      guard let url = medium.url?.description, FeedAddress.isAbsolute(url) else { continue }
      if medium.role?.equals("image") == true, members[.image, "image"] == nil {
        set(.image, "image", url)
      } else if medium.role?.equals("banner") == true, members[.image, "banner_image"] == nil {
        set(.image, "banner_image", url)
      } else if let type = medium.mediaType?.description {
        var attachment = [JSONMember("url", .string(url)), JSONMember("mime_type", .string(type))]
        if let title = medium.title { attachment.append(JSONMember("title", .string(title.description))) }
        if let bytes = medium.bytes { attachment.append(JSONMember("size_in_bytes", .number("\(bytes)"))) }
        attachments.append(.object(attachment))
      }
    }
    if !attachments.isEmpty { members[.attachments] = [JSONMember("attachments", .list(attachments))] }
  }

  private mutating func show(_ incident: Incident) {
    set(.id, "id", incident.id.description)
    set(.url, "url", incident.reports.lazy.compactMap(\.url?.description).first(where: FeedAddress.isAbsolute))
    if let title = incident.title {
      set(.title, "title", title.description)
    } else if !context.showsOnlyData, let title = FeedTitle.of(incident) {
      set(.title, "title", title)
      madeUp.insert(.title)
    }
    if let summary = incident.summary {
      set(.content, "content_html", FeedHTML.html(of: FeedHTML.blocks(ofText: summary.description)))
    }
    set(.published, "date_published", Self.timestamp(incident.reports.lazy.compactMap(\.published).first))
    set(
      .updated, "date_modified",
      (incident.revision?.modified ?? incident.revision?.created).flatMap { Self.timestamp(.instant($0)) })
    if let kind = incident.kind { members[.tags] = [JSONMember("tags", .list([.string(kind.description)]))] }
    show(language: incident.language)
  }

  /// A withdrawn record is an item with the identifier that it had, so that subscribers see that it is withdrawn.
  private mutating func show(_ tombstone: Tombstone) {
    set(.id, "id", tombstone.id.description)
    set(.title, "title", "Withdrawn")
    set(.content, "content_text", tombstone.reason?.description ?? "This entry has been withdrawn.")
    set(.updated, "date_modified", tombstone.withdrawn.flatMap { Self.timestamp(.instant($0)) })
  }

  private mutating func show(language: Text?) {
    if let language, language != context.language { set(.language, "language", language.description) }
  }

  /// A date as the format has them: an instant with its offset.
  private static func timestamp(_ date: DateOrInstant?) -> String? {
    guard case .instant(let instant) = date, instant.offset != nil else { return nil }
    return instant.description
  }
}
