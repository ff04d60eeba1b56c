import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// An item of a JSON Feed, as it was read or as it will be written.
struct JSONFeedEntry: VisibleEntry {
  /// What an item says. Later versions add behind the others: fingerprints have a hash for each, in order.
  enum Field: Int, CaseIterable {
    case id, url, title, content, summary, image, published, updated, author, tags, language, attachments, other
  }

  typealias Content = Record

  let context: JSONFeedContext
  var members = JSONFeedMembers<Field>()
  /// What carries the record.
  private(set) var carrier: JSONValue?
  /// The fields that were made up.
  var madeUp: Set<Field> = []

  /// An item that says nothing yet.
  init(_ context: JSONFeedContext) { self.context = context }

  /// Sorts the members of an item that was read.
  init(_ members: [JSONMember], _ context: JSONFeedContext) {
    self.context = context
    for member in members where member.value != .null {
      if member.key == JSONFeedCarrier.key {
        carrier = member.value
      } else {
        self.members[Self.field(of: member.key)].append(member)
      }
    }
  }

  private static func field(of key: String) -> Field {
    switch key {
    case "id": .id
    case "url", "external_url": .url
    case "title": .title
    case "content_html", "content_text": .content
    case "summary": .summary
    case "image", "banner_image": .image
    case "date_published": .published
    case "date_modified": .updated
    case "authors", "author": .author
    case "tags": .tags
    case "language": .language
    case "attachments": .attachments
    default: .other
    }
  }

  static func name(of field: Field) -> String {
    switch field {
    case .content: "content_html"
    case .published: "date_published"
    case .updated: "date_modified"
    case .author: "authors"
    case .other: "another member"
    default: "\(field)"
    }
  }

  func value(of field: Field) -> [UInt8] { members.value(of: field) }

  /// What makes the item the one that it is: its id, else its address, else all of it.
  var identity: String {
    if let id = nativeID ?? members[.url, "url"]?.text { return id }
    return String(decoding: Field.allCases.flatMap { value(of: $0) }, as: UTF8.self)
  }

  /// The identifier that the source gives the item, which early feeds wrote as a number.
  var nativeID: String? { members[.id, "id"]?.scalarText.flatMap { $0.isEmpty ? nil : $0 } }

  /// The fields that say of themselves that they were made up.
  var markedFields: [Field] { madeUpFields(by: JSONFeedCarrier.madeUp(carrier)) }

  /// The item without what was made up.
  var withoutMadeUp: JSONFeedEntry {
    var entry = self
    for field in markedFields { entry.members[field] = [] }
    return entry
  }

  /// The report of an item that carries no record.
  func report() -> Report {
    var report = Report(id: Identifier.record(.report, scheme: JSONFeedContext.scheme, nativeID: identity))
    report.kind = .feedEntry
    report.publisher = context.publisher
    let told = withoutMadeUp
    // Either of them reads the text, and with it what the other says.
    let skipped: Field = told.members[.content].isEmpty ? .content : .summary
    for field in Field.allCases where field != skipped { told.take(field, into: &report) }
    var record = Record.report(report)
    let marked = markedFields
    keep(Field.allCases.filter { !marked.contains($0) }, in: &record)
    if case .report(let kept) = record { report = kept }
    return report
  }

  // MARK: - Into a record

  func take(_ field: Field, into record: inout Record) -> Bool {
    switch record {
    case .report(var report):
      take(field, into: &report)
      record = .report(report)
      return true
    case .incident(var incident):
      let hasPlace = take(field, into: &incident)
      record = .incident(incident)
      return hasPlace
    case .tombstone(var tombstone):
      guard field == .other else { return false }
      JSONFeedExtras.set(members[.other], in: &tombstone.extras)
      record = .tombstone(tombstone)
      return true
    }
  }

  private func take(_ field: Field, into report: inout Report) {
    switch field {
    case .id:
      if let id = nativeID.flatMap({ Text("\(JSONFeedContext.scheme):\($0)") }), !report.externalIDs.contains(id) {
        report.externalIDs.append(id)
      }
    case .url: report.links = links
    case .title: report.setMainHeadline(title)
    case .content, .summary:
      report.setBody(blocks)
      keepText(in: &report)
    case .image, .attachments: report.media = media
    case .published:
      report.published = date(.published, "date_published")
      report.publishedBasis = report.published == nil ? nil : .stated
    case .updated: report.updated = date(.updated, "date_modified")
    case .author: report.authors = JSONFeedAuthors.read(members[.author])
    case .tags: report.subjects = subjects
    case .language: report.language = members[.language, "language"]?.text.flatMap { Text($0) } ?? context.language
    case .other: JSONFeedExtras.set(members[.other], in: &report.extras)
    }
  }

  private func take(_ field: Field, into incident: inout Incident) -> Bool {
    switch field {
    case .title:
      incident.title = title
      incident.titleDerived = nil
    case .content, .summary: incident.summary = Text(blocks.map(\.text.description).joined(separator: "\n\n"))
    case .language: incident.language = members[.language, "language"]?.text.flatMap { Text($0) } ?? context.language
    case .updated where incident.revision != nil:
      guard case .instant(let instant) = date(.updated, "date_modified") else { return false }
      incident.revision?.modified = instant
    case .other: JSONFeedExtras.set(members[.other], in: &incident.extras)
    default: return false
    }
    return true
  }

  private var title: Text? {
    let title = members[.title, "title"]?.text?.split { $0.isWhitespace }.joined(separator: " ")
    return title.flatMap { $0 == FeedStandIn.title ? nil : Text($0) }
  }

  /// Keeps the HTML of the text, and what summarises it besides.
  private func keepText(in report: inout Report) {
    let html = members[.content, "content_html"]?.text
    let hasContent = html != nil || members[.content, "content_text"]?.text?.isEmpty == false
    report.extras.set(hasContent ? members[.summary, "summary"]?.text : nil, as: FeedExtra.summary)
    var kept = KeptSource()
    if let html {
      let generated = Array((FeedHTML.html(of: report.bodyWithoutHeadline) ?? "").utf8)
      kept.keep(Array(html.utf8), value: Array(html.utf8), of: "html", insteadOf: generated)
    }
    report.extras[FeedExtra.content] = kept.json
  }

  /// The text: the content, else what summarises it.
  private var blocks: [Block] {
    if let html = members[.content, "content_html"]?.text { return FeedHTML.blocks(of: html) }
    let content = members[.content, "content_text"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    let text = content ?? members[.summary, "summary"]?.text
    return text.map { FeedHTML.blocks(ofText: $0) } ?? []
  }

  private func date(_ field: Field, _ key: String) -> DateOrInstant? {
    members[field, key]?.text.flatMap(FeedDate.read)
  }

  private var links: [Link] {
    [("url", "canonical" as Text), ("external_url", "related")].compactMap { key, rel in
      guard let url = members[.url, key]?.text.flatMap({ Text($0) }) else { return nil }
      var link = Link()
      link.rel = rel
      link.url = url
      return link
    }
  }

  private var subjects: [Subject] {
    (members[.tags, "tags"]?.items ?? []).compactMap { tag in
      guard let label = tag.text.flatMap({ Text($0) }) else { return nil }
      var subject = Subject()
      subject.label = label
      return subject
    }
  }

  private var media: [Medium] {
    let images = [("image", "image" as Text), ("banner_image", "banner")].compactMap { key, role -> Medium? in
      guard let url = members[.image, key]?.text.flatMap({ Text($0) }) else { return nil }
      var medium = Medium()
      medium.url = url
      medium.role = role
      return medium
    }
    let attachments = (members[.attachments, "attachments"]?.items ?? []).compactMap { attachment -> Medium? in
      guard let url = attachment["url"]?.text.flatMap({ Text($0) }) else { return nil }
      var medium = Medium()
      medium.url = url
      medium.mediaType = attachment["mime_type"]?.text.flatMap { Text($0) }
      medium.role = "enclosure"
      medium.title = attachment["title"]?.text.flatMap { Text($0) }
      medium.bytes = attachment["size_in_bytes"]?.integer.flatMap { $0 >= 0 ? $0 : nil }
      return medium
    }
    return images + attachments
  }
}

/// What holds for all items of a feed, and need not be said in each.
struct JSONFeedContext {
  /// What ids and extras are marked with.
  static let scheme = "jsonfeed"
  var language: Text?
  var publisher: Text?
  /// Whether nothing can say of a title that it was made up, so that none is shown.
  var showsOnlyData = false

  init(_ header: Header? = nil) {
    language = header?.language
    publisher = header?.publisher
  }
}

/// The people of an item or a feed: `authors`, which version 1 had as a single `author`.
enum JSONFeedAuthors {
  static func read(_ members: [JSONMember]) -> [Author] {
    let people =
      members.first { $0.key == "authors" }?.value.items ?? members.first { $0.key == "author" }.map { [$0.value] }
      ?? []
    return people.compactMap { person in
      var author = Author()
      author.name = person["name"]?.text.flatMap { Text($0) }
      author.url = person["url"]?.text.flatMap { Text($0) }
      return author.isEmpty ? nil : author
    }
  }

  static func members(_ authors: [(name: Text?, url: Text?)]) -> [JSONMember] {
    let people = authors.compactMap { author -> JSONValue? in
      var person: [JSONMember] = []
      if let name = author.name { person.append(JSONMember("name", .string(name.description))) }
      if let url = author.url?.description, FeedAddress.isAbsolute(url) {
        person.append(JSONMember("url", .string(url)))
      }
      return person.isEmpty ? nil : .object(person)
    }
    return people.isEmpty ? [] : [JSONMember("authors", .list(people))]
  }
}
