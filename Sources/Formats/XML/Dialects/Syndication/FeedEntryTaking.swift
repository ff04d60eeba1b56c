import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// From an entry to its records, field by field.
extension FeedEntry {
  func take(_ field: Field, into content: inout Content) -> Bool {
    switch field {
    case .other:
      content.extras[form.elementsKey] = strings(self[.other])
      return true
    case .attributes:
      content.extras[form.attributesKey] =
        attributes.isEmpty ? nil : JSONText(strings: attributes.map { $0.source(in: form.scope) })
      return true
    case .place, .time: return takeCircumstance(field, into: &content)
    default: break
    }
    if content.report != nil {
      take(field, intoReport: &content)
      return true
    }
    guard content.incident != nil else { return false }
    return take(field, intoIncident: &content)
  }

  private func strings(_ elements: [FeedElement]) -> JSONText? {
    elements.isEmpty ? nil : JSONText(strings: elements.map { [$0].source(in: form.scope) })
  }

  private func take(_ field: Field, intoReport content: inout Content) {
    guard var report = content.report.take() else { return }
    switch field {
    case .id:
      if let id = nativeID.flatMap({ Text("\(form.idScheme):\($0)") }), !report.externalIDs.contains(id) {
        report.externalIDs.append(id)
      }
    case .title: report.setMainHeadline(title.flatMap { Text($0) })
    case .link:
      report.links = links
      report.extras[FeedExtra.inReplyTo] = references
    case .summary, .content:
      report.setBody(bodyBlocks)
      report.dropMovedEvidence()
      keepText(in: &report)
    case .published:
      report.published = date(.published)
      report.publishedBasis = report.published == nil ? nil : .stated
    case .updated: report.updated = date(.updated)
    case .author: report.authors = authors
    case .category: report.subjects = subjects
    case .media: report.media = media
    case .source: report.publisher = publisher ?? context.publisher
    case .rights: setRights(of: &report)
    case .language: report.language = ownLanguage ?? context.language
    default: break
    }
    content.report = report
  }

  private func take(_ field: Field, intoIncident content: inout Content) -> Bool {
    guard var incident = content.incident else { return false }
    switch field {
    case .title:
      incident.title = title.flatMap { Text($0) }
      incident.titleDerived = nil
    case .summary, .content: incident.summary = Text(bodyBlocks.map(\.text.description).joined(separator: "\n\n"))
    case .language: incident.language = ownLanguage ?? context.language
    case .updated where incident.revision != nil:
      if case .instant(let instant) = date(.updated) { incident.revision?.modified = instant }
    default: return false
    }
    content.incident = incident
    return true
  }

  // MARK: - Values

  /// The identifier that the source gives the entry.
  var nativeID: String? {
    (self[.id].first { $0.isNamed(form.space, form == .rss ? "guid" : "id") } ?? self[.id].first)?.text
  }

  /// The first element of the form's own, else the first at all.
  private func main(_ field: Field) -> FeedElement? {
    self[field].first { $0.name.namespace == form.space?.uri && $0.text != nil }
      ?? self[field].first { $0.text != nil } ?? self[field].first
  }

  private var title: String? {
    guard let element = main(.title) else { return nil }
    let text: String
    switch FeedText(element) {
    case .plain(let plain): text = element.name.namespace == FeedNamespace.atom.uri ? plain : FeedHTML.plainText(plain)
    case .html(let html): text = FeedHTML.plainText(html)
    }
    let title = text.withSingleSpaces
    return title == FeedStandIn.title ? nil : title
  }

  /// The element of the content, where that is text.
  private var textContent: FeedElement? {
    main(.content).flatMap { $0.isNamed(.atom, "content") && !FeedText.isText($0) ? nil : $0 }
  }

  /// The text: the content, else what summarises it.
  private var bodyBlocks: [Block] {
    guard let element = textContent ?? main(.summary) else { return [] }
    switch FeedText(element) {
    case .plain(let text): return FeedHTML.blocks(ofText: text)
    case .html(let html): return FeedHTML.blocks(of: html)
    }
  }

  /// Keeps the HTML of the text, and what summarises it besides.
  private func keepText(in report: inout Report) {
    let content = textContent
    let summary = content == nil ? nil : main(.summary).map { FeedText($0).withoutMarkup.withSingleSpaces }
    report.extras.set(summary?.isEmpty == true ? nil : summary, as: FeedExtra.summary)
    var kept = KeptSource()
    if let element = content ?? main(.summary), case .html(let html) = FeedText(element) {
      let generated = Array((FeedHTML.html(of: report.bodyWithoutHeadline) ?? "").utf8)
      let html = Array(html.utf8)
      kept.keep(html, value: html, of: "html", insteadOf: generated)
    }
    report.extras[FeedExtra.content] = kept.json
  }

  private func date(_ field: Field) -> DateOrInstant? {
    if let date = main(field).flatMap(date) { return date }
    for element in self[field] {
      if let date = date(element) { return date }
    }
    return nil
  }

  /// The zone of the date that is read for `field` where it is read without it; see ``FeedDate/unreadZone(in:)``.
  func unreadZone(_ field: Field) -> String? {
    let texts = [main(field)?.text].compactMap { $0 } + self[field].compactMap(\.text)
    return texts.first { FeedDate.read($0) != nil }.flatMap { FeedDate.unreadZone(in: $0) }
  }

  private func date(_ element: FeedElement) -> DateOrInstant? {
    element.text.flatMap { element.isNamed(.atom, "updated") && FeedStandIn.isDate($0) ? nil : FeedDate.read($0) }
  }

  private var ownLanguage: Text? {
    let stated = language ?? self[.language].first?.text
    let inherited = attributes.first { $0.name.namespace == FeedNamespace.xml.uri && $0.name.local == "lang" }?.value
    return (stated ?? inherited).flatMap { Text($0) }
  }

  private var publisher: Text? {
    for element in self[.source] {
      if element.isNamed(.atom, "source") {
        if let title = element.first(.atom, "title")?.text { return Text(title) }
      } else if let text = element.text {
        return Text(text)
      }
    }
    return nil
  }

  private func setRights(of report: inout Report) {
    var rights = report.rights ?? Rights()
    let licence = self[.rights].first { $0.isNamed(.creativeCommons, "license") }?.text
    let notice = self[.rights].first { !$0.isNamed(.creativeCommons, "license") && $0.text != nil }
    rights.licence = licence.flatMap { Text($0) }
    rights.notice = notice.flatMap { Text(FeedText($0).withoutMarkup) }
    report.rights = rights.isEmpty ? nil : rights
  }

  private var authors: [Author] {
    self[.author].compactMap { element in
      var author = Author()
      if element.name.namespace == FeedNamespace.atom.uri {
        author.name = element.first(.atom, "name")?.text.flatMap { Text($0) }
        author.url = element.first(.atom, "uri")?.text.flatMap { Text(resolved($0, in: element)) }
        author.email = element.first(.atom, "email")?.text.flatMap { Text($0) }
        if author.name?.description == FeedStandIn.name { author.name = nil }
        if element.name.local == "contributor" { author.role = "contributor" }
      } else if let text = element.text {
        (author.name, author.email) = FeedPerson.parts(of: text)
      }
      return author.isEmpty ? nil : author
    }
  }

  private var subjects: [Subject] {
    self[.category].compactMap { element in
      var subject = Subject()
      if element.name.namespace == FeedNamespace.atom.uri {
        subject.scheme = element.attribute("scheme").flatMap { Text($0) }
        subject.code = element.attribute("term").flatMap { Text($0) }
        subject.label = element.attribute("label").flatMap { Text($0) }
      } else {
        subject.scheme = element.attribute("domain").flatMap { Text($0) }
        subject.label = element.text.flatMap { Text($0) }
      }
      return subject.isEmpty ? nil : subject
    }
  }

  private var links: [Link] {
    self[.link].compactMap { element in
      var link = Link()
      if element.isNamed(.atom, "link") {
        guard let address = element.attribute("href") else { return nil }
        link.rel = Text(element.attribute("rel") ?? "alternate")
        link.url = Text(resolved(address, in: element))
        link.mediaType = element.attribute("type").flatMap { Text($0) }
        link.title = element.attribute("title").flatMap { Text($0) }
      } else if element.isNamed(.threading, "in-reply-to") {
        link.rel = "in-reply-to"
        link.url = (element.attribute("href") ?? element.attribute("ref")).flatMap { Text(resolved($0, in: element)) }
        link.mediaType = element.attribute("type").flatMap { Text($0) }
      } else {
        link.rel = element.name.local == "comments" ? "replies" : "canonical"
        link.url = element.text.flatMap { Text(resolved($0, in: element)) }
      }
      return link.url == nil || link.url?.description == FeedStandIn.address ? nil : link
    }
  }

  /// The identifiers of what is answered, where an address stands beside them.
  private var references: JSONText? {
    let pairs = self[.link].compactMap { element -> [UInt8]? in
      guard element.isNamed(.threading, "in-reply-to"), let reference = element.attribute("ref"),
        let address = element.attribute("href").map({ resolved($0, in: element) }), address != reference,
        !reference.contains(" ")
      else { return nil }
      return Array("\(reference) \(address)".utf8)
    }
    return pairs.isEmpty ? nil : JSONText(strings: pairs)
  }

  private var media: [Medium] {
    self[.media].flatMap { element -> [Medium] in
      if element.isNamed(.media, "group") {
        return element.elements.filter { $0.name.namespace == FeedNamespace.media.uri }.compactMap(medium)
      }
      return medium(element).map { [$0] } ?? []
    } + remoteContent
  }

  private func medium(_ element: FeedElement) -> Medium? {
    guard let address = element.attribute(element.isNamed(.atom, "link") ? "href" : "url") else { return nil }
    guard ["enclosure", "link", "content", "thumbnail"].contains(element.name.local) else { return nil }
    var medium = Medium()
    medium.url = Text(resolved(address, in: element))
    medium.mediaType = element.attribute("type").flatMap { Text($0) }
    let length = element.attribute(element.name.namespace == FeedNamespace.media.uri ? "fileSize" : "length")
    medium.bytes = length.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    switch element.name.local {
    case "enclosure", "link":
      medium.role = "enclosure"
      medium.title = element.attribute("title").flatMap { Text($0) }
    case "thumbnail": medium.role = "thumbnail"
    default:
      medium.title = element.first(.media, "title")?.text.flatMap { Text($0) }
      medium.credit = element.first(.media, "credit")?.text.flatMap { Text($0) }
    }
    return medium
  }

  /// Content that stands elsewhere (RFC 4287, section 4.1.3.2).
  private var remoteContent: [Medium] {
    self[.content].compactMap { element in
      guard let address = element.attribute("src") else { return nil }
      var medium = Medium()
      medium.url = Text(resolved(address, in: element))
      medium.mediaType = element.attribute("type").flatMap { Text($0) }
      medium.role = "content"
      return medium
    }
  }
}

extension Report {
  /// Forgets evidence whose words no longer stand where it says, since the text was edited.
  fileprivate mutating func dropMovedEvidence() {
    guard !evidence.isEmpty else { return }
    let scalars = Array(body.map(\.text.description).joined(separator: "\n\n").unicodeScalars)
    evidence.removeAll { entry in
      guard entry.report == nil, entry.unit == .scalar, let quote = entry.quote else { return false }
      guard entry.start < entry.end, entry.end <= scalars.count else { return true }
      return !scalars[entry.start..<entry.end].elementsEqual(quote.description.unicodeScalars)
    }
  }
}

/// The text of a construct that may hold markup (RFC 4287, section 3.1).
enum FeedText {
  case plain(String)
  case html(String)

  /// Descriptions and encoded content of RSS are HTML; Atom says what its texts are.
  init(_ element: FeedElement) {
    guard element.name.namespace == FeedNamespace.atom.uri else {
      let isHTML = ["description", "encoded"].contains(element.name.local)
      let text = element.rawText
      self = isHTML ? .html(text) : .plain(text.trimmedXMLSpace)
      return
    }
    switch element.attribute("type") {
    case "html", "text/html": self = .html(element.rawText)
    case "xhtml", "application/xhtml+xml":
      var output: [UInt8] = []
      for child in element.children { FeedText.append(child, to: &output) }
      self = .html(String(decoding: output, as: UTF8.self))
    default: self = .plain(element.rawText.trimmedXMLSpace)
    }
  }

  /// Whether the content of an entry is text, and neither a medium nor a document of another kind.
  static func isText(_ element: FeedElement) -> Bool {
    guard element.attribute("src") == nil else { return false }
    let type = element.attribute("type") ?? "text"
    return !type.contains("/") || type.hasPrefix("text/") || type == "application/xhtml+xml"
  }

  /// The words.
  var withoutMarkup: String {
    switch self {
    case .plain(let text): text
    case .html(let html): FeedHTML.plainText(html)
    }
  }

  /// XHTML as HTML: the tags without their prefixes.
  private static func append(_ node: FeedElement.Node, to output: inout [UInt8]) {
    switch node {
    case .text(let text): output.appendContent(text)
    case .element(let element):
      output.append(contentsOf: "<\(element.name.local)".utf8)
      for attribute in element.attributes where attribute.name.namespace == nil {
        output.appendAttribute(attribute.name.local, attribute.value)
      }
      output.append(UInt8(ascii: ">"))
      for child in element.children { append(child, to: &output) }
      guard !["br", "hr", "img", "wbr", "input", "col", "area"].contains(element.name.local) else { return }
      output.append(contentsOf: "</\(element.name.local)>".utf8)
    }
  }
}

/// A person as RSS writes one: `ana@example.org (Ana Ruiz)`.
enum FeedPerson {
  static func parts(of text: String) -> (name: Text?, email: Text?) {
    guard text.contains("@") else { return (Text(text), nil) }
    if let open = text.lastIndex(of: "("), text.last == ")" {
      let address = text[..<open].trimmedXMLSpace
      let name = text[text.index(after: open)...].dropLast().trimmedXMLSpace
      if isAddress(address) { return (Text(name), Text(address)) }
    }
    if let open = text.lastIndex(of: "<"), text.last == ">" {
      let address = text[text.index(after: open)...].dropLast().trimmedXMLSpace
      if isAddress(address) { return (Text(text[..<open].trimmedXMLSpace), Text(address)) }
    }
    return isAddress(text) ? (nil, Text(text)) : (Text(text), nil)
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && !$0.contains { $0.isWhitespace || "()<>".contains($0) } }
  }
}
