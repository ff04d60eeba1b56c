import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// From records to the entry that shows them.
extension FeedEntry {
  /// The entry of some records, with what its source had besides and otherwise.
  init(showing content: Content, _ context: FeedContext) {
    self.init(generating: content, context)
    let extras = content.extras
    self[.other] += (extras[form.elementsKey]?.strings ?? []).flatMap { FeedElement.parse($0, in: form.scope) ?? [] }
    attributes = (extras[form.attributesKey]?.strings ?? []).flatMap {
      FeedElement.Attribute.parse($0, in: form.scope)
    }
    let kept = KeptSource(extras[form.writtenKey])
    guard !kept.isEmpty else { return }
    for field in Field.allCases where field != .other && field != .attributes {
      let name = Self.name(of: field)
      guard kept.has(name),
        let text = kept.text(of: name, insteadOf: value(of: field), hidden: content.hidden(field))
      else { continue }
      if field == .language, form == .atom {
        language = text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
      } else if let elements = FeedElement.parse(text, in: form.scope) {
        self[field] = elements
        madeUp.remove(field)
      }
    }
  }

  /// Keeps in the extras of `content` what this entry, which was read, says otherwise than the writer would.
  ///
  /// - Parameter fields: The fields that were read into the record; of others what was kept before stands.
  func keep(_ fields: [Field], in content: inout Content) {
    var kept = KeptSource(content.extras[form.writtenKey])
    let shown = FeedEntry(generating: content, context)
    for field in fields where field != .other && field != .attributes {
      if hasSame(field, as: shown) {
        kept.forget(Self.name(of: field))
        continue
      }
      kept.keep(
        source(of: field), value: value(of: field), of: Self.name(of: field), insteadOf: shown.value(of: field),
        hidden: content.hidden(field))
    }
    content.extras[form.writtenKey] = kept.json
  }

  /// What the writer makes of the records alone.
  private init(generating content: Content, _ context: FeedContext) {
    self.init(context)
    if let report = content.report { show(report) }
    if content.report == nil, let incident = content.incident { show(incident) }
    addDemanded(content)
    guard let incident = content.incident else { return }
    self[.place] = FeedPlace.elements(for: incident)
    self[.time] = FeedTime.elements(for: incident)
  }

  /// Adds what every entry has (RFC 4287, section 4.1.2; RSS demands a title or a description).
  private mutating func addDemanded(_ content: Content) {
    let needsTitle = form == .atom || self[.summary].isEmpty && self[.content].isEmpty
    if self[.title].isEmpty, needsTitle {
      let words = content.report?.body.first?.text.description.prefix(80).split { $0.isWhitespace }
      let title = words?.joined(separator: " ") ?? content.incident.flatMap(FeedTitle.of) ?? FeedStandIn.title
      self[.title] = [form.textElement("title", title)]
      madeUp.insert(.title)
    }
    guard form == .atom else { return }
    if self[.updated].isEmpty {
      let date = content.report?.updated ?? content.report?.published ?? content.incident?.feedDate
      self[.updated] = [form.element("updated", [:], date.flatMap(FeedDate.rfc3339) ?? FeedStandIn.date)]
      madeUp.insert(.updated)
    }
    let hasAlternate = self[.link].contains { $0.attribute("rel") == "alternate" }
    if self[.content].isEmpty, !hasAlternate {
      self[.link].append(form.atomElement("link", ["rel": "alternate", "href": FeedStandIn.address]))
    }
  }

  // MARK: - Reports

  private mutating func show(_ report: Report) {
    show(id: report.id, native: report.externalIDs, link: report.mainLink?.url)
    let headline = report.headlines.first { $0.role == .main } ?? report.headlines.first
    if let text = headline?.text { self[.title] = [form.textElement("title", text.description)] }
    showBody(of: report)
    self[.published] = dates(report.published, isUpdate: false)
    self[.updated] = dates(report.updated, isUpdate: true)
    showPeople(report)
    self[.category] = report.subjects.compactMap(category)
    showMedia(report.media)
    if let publisher = report.publisher, publisher != context.publisher {
      self[.source] = [FeedElement(.dublinCore, "publisher", [:], publisher.description)]
    }
    if let notice = report.rights?.notice?.description {
      self[.rights] = [
        form == .rss
          ? FeedElement(.dublinCore, "rights", [:], notice) : form.textElement("rights", notice)
      ]
    }
    if let licence = report.rights?.licence?.description {
      self[.rights].append(FeedElement(.creativeCommons, "license", [:], licence))
    }
    show(language: report.language)
    showLinks(report)
  }

  private mutating func show(id: Text, native: [Text], link: Text?) {
    let prefix = form.idScheme + ":"
    let own = native.lazy.map(\.description).first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    let id = own ?? FeedAddress.identifier(id)
    guard form == .rss else { return self[.id] = [form.element("id", [:], id)] }
    let isLink = own != nil && link?.description == id && FeedAddress.isWeb(id)
    self[.id] = [form.element("guid", ["isPermaLink": isLink ? nil : "false"], id)]
  }

  /// The text, and what summarises it where the source had both.
  private mutating func showBody(of report: Report) {
    let generated = FeedHTML.html(of: report.bodyWithoutHeadline)
    let kept = KeptSource(report.extras[FeedExtra.content])
      .text(of: "html", insteadOf: Array((generated ?? "").utf8)).map { String(decoding: $0, as: UTF8.self) }
    let summary = report.extras.string(FeedExtra.summary)
    guard let html = kept ?? generated else { return }
    if form == .atom {
      self[.content] = [text(html)]
      if let summary { self[.summary] = [form.textElement("summary", summary)] }
    } else if let summary {
      self[.summary] = [text(FeedMarkup.html(ofText: summary))]
      self[.content] = [FeedElement(.content, "encoded", [:], html)]
    } else {
      self[.summary] = [text(html)]
    }
  }

  /// Text with markup, in the element that the form has for an entry's.
  private func text(_ html: String) -> FeedElement {
    form == .rss ? form.element("description", [:], html) : form.element("content", ["type": "html"], html)
  }

  private func dates(_ date: DateOrInstant?, isUpdate: Bool) -> [FeedElement] {
    guard let date else { return [] }
    if form == .atom {
      guard case .instant(let instant) = date, instant.offset != nil else { return [] }
      return [form.element(isUpdate ? "updated" : "published", [:], instant.description)]
    }
    if isUpdate {
      guard case .instant(let instant) = date, instant.offset != nil else { return [] }
      return [FeedElement(.dublinCoreTerms, "modified", [:], instant.description)]
    }
    if case .instant(let instant) = date, let text = FeedDate.rfc822(instant) {
      return [form.element("pubDate", [:], text)]
    }
    return FeedDate.w3c(date).map { [FeedElement(.dublinCore, "date", [:], $0)] } ?? []
  }

  private mutating func showPeople(_ report: Report) {
    if form == .rss, report.authors.count == 1, let author = report.authors.first, let email = author.email {
      let name = author.name.map { " (\($0))" } ?? ""
      self[.author] = [form.element("author", [:], email.description + name)]
      return
    }
    self[.author] = report.authors.compactMap { author in
      guard let name = (author.name ?? author.email)?.description else { return nil }
      if form == .rss { return FeedElement(.dublinCore, "creator", [:], name) }
      var person = form.element(author.role?.equals("contributor") == true ? "contributor" : "author")
      person.children = [.element(form.element("name", [:], name))]
      if let url = author.url?.description, FeedAddress.isAbsolute(url) {
        person.children.append(.element(form.element("uri", [:], url)))
      }
      if let email = author.email { person.children.append(.element(form.element("email", [:], email.description))) }
      return person
    }
    guard self[.author].isEmpty, let byline = report.byline?.description else { return }
    var person = form.element("author")
    person.children = [.element(form.element("name", [:], byline))]
    self[.author] = [form == .rss ? FeedElement(.dublinCore, "creator", [:], byline) : person]
  }

  private func category(_ subject: Subject) -> FeedElement? {
    guard let term = subject.code ?? subject.label else { return nil }
    let scheme = subject.scheme?.description
    guard form == .atom else {
      return form.element("category", ["domain": scheme], (subject.label ?? term).description)
    }
    let label = subject.code == nil ? nil : subject.label?.description
    return form.element(
      "category",
      ["term": term.description, "scheme": scheme.flatMap { FeedAddress.isAbsolute($0) ? $0 : nil }, "label": label])
  }

  private mutating func showMedia(_ media: [Medium]) {
    var hasEnclosure = false
    self[.media] = media.compactMap { medium in
      guard let url = medium.url?.description, FeedAddress.isAbsolute(url) else { return nil }
      let type = medium.mediaType?.description
      let bytes = medium.bytes.map { "\($0)" }
      if medium.role?.equals("thumbnail") == true { return FeedElement(.media, "thumbnail", ["url": url]) }
      let isEnclosure = medium.role?.equals("enclosure") ?? true
      if form == .atom, isEnclosure {
        return form.element(
          "link",
          ["rel": "enclosure", "href": url, "type": type, "length": bytes, "title": medium.title?.description])
      }
      if isEnclosure, !hasEnclosure, let type, let bytes, FeedAddress.isWeb(url) {
        hasEnclosure = true
        return form.element("enclosure", ["url": url, "length": bytes, "type": type])
      }
      var element = FeedElement(.media, "content", ["url": url, "fileSize": bytes, "type": type])
      if let title = medium.title {
        element.children.append(.element(FeedElement(.media, "title", [:], title.description)))
      }
      if let credit = medium.credit {
        element.children.append(.element(FeedElement(.media, "credit", [:], credit.description)))
      }
      return element
    }
  }

  private mutating func showLinks(_ report: Report) {
    let main = report.mainLink
    for link in report.links {
      guard let url = link.url?.description, FeedAddress.isAbsolute(url) else { continue }
      if link == main, form == .rss {
        self[.link].append(form.element("link", [:], url))
      } else if form == .rss, link.rel?.equals("replies") == true, link.mediaType == nil, link.title == nil {
        self[.link].append(form.element("comments", [:], url))
      } else if link.rel?.equals("in-reply-to") == true {
        let reference = report.extras[FeedExtra.inReplyTo]?.strings?.lazy
          .map { $0.split(separator: 0x20, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) } }
          .first { $0.count == 2 && $0[1] == url }?.first
        self[.link].append(
          FeedElement(
            .threading, "in-reply-to",
            [
              "ref": reference ?? url, "href": reference != nil || FeedAddress.isWeb(url) ? url : nil,
              "type": link.mediaType?.description,
            ]))
      } else {
        let rel = link == main && link.rel?.equals("canonical") == true ? "alternate" : link.rel?.description
        self[.link].append(
          form.atomElement(
            "link",
            [
              "rel": rel ?? "related", "href": url, "type": link.mediaType?.description,
              "title": link.title?.description,
            ]))
      }
    }
  }

  private mutating func show(language: Text?) {
    guard let language, language != context.language else { return }
    if form == .atom {
      self.language = language.description
    } else {
      self[.language] = [FeedElement(.dublinCore, "language", [:], language.description)]
    }
  }

  // MARK: - Incidents

  private mutating func show(_ incident: Incident) {
    show(id: incident.id, native: incident.externalIDs, link: nil)
    if let title = incident.title {
      self[.title] = [form.textElement("title", title.description)]
    } else if !context.showsOnlyData, let title = FeedTitle.of(incident) {
      self[.title] = [form.textElement("title", title)]
      madeUp.insert(.title)
    }
    if let html = incident.summary.flatMap({ FeedHTML.html(of: FeedHTML.blocks(ofText: $0.description)) }) {
      self[form == .rss ? .summary : .content] = [text(html)]
    }
    let references = incident.reports
    self[.published] = dates(references.lazy.compactMap(\.published).first, isUpdate: false)
    self[.updated] = dates(
      (incident.revision?.modified ?? incident.revision?.created).map { .instant($0) }, isUpdate: true)
    if let publisher = references.first?.publisher, publisher != context.publisher {
      self[.source] = [FeedElement(.dublinCore, "publisher", [:], publisher.description)]
    }
    if let kind = incident.kind {
      self[.category] = [
        form.element("category", form == .rss ? [:] : ["term": kind.description], form == .rss ? kind.description : nil)
      ]
    }
    if let url = references.lazy.compactMap(\.url?.description).first(where: FeedAddress.isAbsolute) {
      self[.link] = [
        form == .rss
          ? form.element("link", [:], url) : form.atomElement("link", ["rel": "alternate", "href": url])
      ]
    }
    show(language: incident.language)
  }
}

extension FeedEntry.Content {
  /// What of the records the elements of a field may say, and those that are written do not: if it changes, what a source
  /// said of the field counts no more.
  fileprivate func hidden(_ field: FeedEntry.Field) -> [UInt8] {
    var part = Report(id: "?")
    switch field {
    case .place:
      let hidden =
        incident?.places.flatMap { [$0.geometry?.description, $0.name?.description].compactMap { $0 } } ?? []
      return Array(hidden.joined(separator: " ").utf8)
    case .time:
      guard let when = incident?.when else { return [] }
      let parts = [when.time?.description, when.earliest?.description, when.latest?.description]
      return Array(parts.compactMap { $0 }.joined(separator: " ").utf8)
    case .rights: return Array((report?.rights?.licence?.description ?? "").utf8)
    case .author: part.authors = report?.authors ?? []
    case .category: part.subjects = report?.subjects ?? []
    case .link: part.links = report?.links ?? []
    case .media: part.media = report?.media ?? []
    default: return []
    }
    guard part != Report(id: "?") else { return [] }
    var json: [UInt8] = []
    CanonicalJSON.append(.report(part), to: &json)
    return json
  }
}
