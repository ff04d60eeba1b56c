internal import DatelineCore
internal import DatelineValidation

/// Links of Atom (RFC 4287, section 4.2.7) and paging (RFC 5005).
extension FeedState {
  mutating func startLink(_ event: XMLEvent) {
    let rel = attribute("rel", of: event) ?? "alternate"
    let link = FeedLink(
      rel: Self.registeredName(rel), href: attribute("href", of: event) ?? "", type: attribute("type", of: event) ?? "",
      language: attribute("hreflang", of: event) ?? "", place: place(ofTag: event))
    guard frames.count >= 2 else { return }
    switch frames[frames.count - 2].model.role {
    case .feed, .channel: takeFeedLink(link)
    case .entry, .item: takeEntryLink(link)
    case .atomSource: if link.rel == "alternate" { checkAlternate(link) }
    default: break
    }
    checkSameDocument(link)
  }

  /// A registered relation may be written as an IRI (RFC 4287, section 4.2.7.2).
  private static func registeredName(_ rel: String) -> String {
    guard rel.utf8.contains(UInt8(ascii: ":")), rel.contains("iana.org/assignments/relation/") else { return rel }
    return rel.split(separator: "/").last.map(String.init) ?? rel
  }

  private mutating func takeFeedLink(_ link: FeedLink) {
    if link.rel == "alternate" { checkAlternate(link) }
    if feed.links.count < 1000 { feed.links.append(link) }
    guard link.rel == "self" else { return }
    if feed.selfLink == nil { feed.selfLink = link }
    if !link.type.isEmpty,
      !["application/atom+xml", "application/rss+xml", "application/xml", "text/xml", "application/rdf+xml"].contains(
        link.type.prefix { $0 != ";" }.lowercased())
    {
      report(.selfType, "the feed's own address has the type \(quoted(link.type)), which is no feed", at: link.place)
    }
    let bytes = Array(link.href.utf8)
    if URIReference(bytes.span).scheme == nil, base.map({ !$0.contains(":") }) ?? true, !link.href.isEmpty {
      report(
        .atomSelfRelative,
        "the feed's own address is relative, so a copy of the feed cannot be traced back; write the full URL",
        at: link.place)
    }
    checkLocation(link)
  }

  private mutating func checkLocation(_ link: FeedLink) {
    let address = log.options.address ?? (isReference ? inherited.bases.first?.value : nil)
    guard let address else { return }
    let own = RelativeReference.resolve(link.href, against: base ?? "")
    if own != address,
      log.options.address != nil || own.split(separator: "/").last != log.result.file.split(separator: "/").last
    {
      report(
        .selfLocation, "the link to itself says \(quoted(own)), and the feed is at \(quoted(address))", at: link.place)
    }
  }

  private mutating func takeEntryLink(_ link: FeedLink) {
    if !link.type.isEmpty, entry.links.count < 50 { entry.links.append((link.href, link.type)) }
    if link.rel == "alternate" {
      entry.hasAlternate = true
      if entry.link.isEmpty { entry.link = Array(link.href.utf8) }
      checkAlternate(link)
    }
    if ["next", "previous", "prev", "first", "last", "current", "next-archive", "prev-archive"].contains(link.rel) {
      report(
        .fhRelInEntry, "rel=\"\(link.rel)\" is about pages of a feed, and this is an entry; move it to the feed",
        at: link.place)
    }
  }

  /// Two alternates with one type and language.
  private mutating func checkAlternate(_ link: FeedLink) {
    guard frames.count >= 2 else { return }
    let depth = frames.count - 1
    let key = "\(depth)|\(link.type.lowercased())|\(link.language.lowercased())"
    if let line = entry.alternates[key], frames[depth - 1].start.line <= line {
      return report(
        .atomAlternateRepeated,
        "an alternate with this type and language is in line \(line) already; keep one, or say how they differ",
        at: link.place)
    }
    if entry.alternates.count < 1000 { entry.alternates[key] = link.place.start.line }
  }

  /// A link to the base of its own element, where that is not the document's: it means "here", which nobody wants.
  private mutating func checkSameDocument(_ link: FeedLink) {
    guard let base, let document = documentAddress, base != document else { return }
    if RelativeReference.resolve(link.href, against: base) == base {
      report(
        .sameDocument,
        "the link is the base of its element, so it means this document; write the full URL of what is meant",
        at: link.place)
    }
  }

  /// Where the document is: as the caller says, else its outermost base. The reference validator compares file names.
  private var documentAddress: String? {
    if let address = log.options.address { return address }
    guard let first = inherited.bases.first?.value else { return nil }
    guard isReference else { return first }
    return first.split(separator: "/").last == log.result.file.split(separator: "/").last ? first : ""
  }

  mutating func endLink(_ frame: Frame) {
    let texts = text
    let all = texts.span.extracting(frame.textStart..<text.count)
    if !all.isBlank || frame.hasChildren {
      report(.atomLinkText, "a link is empty, and what stands in it is not shown; take it out", at: place(ofTag: frame))
    }
  }

  // MARK: Paging

  mutating func checkPaging(_ frame: Frame) {
    let place = place(ofTag: frame)
    func link(_ rel: String) -> FeedLink? { feed.links.first { $0.rel == rel } }
    let own = feed.selfLink?.href
    if frame.marks.contains(.complete) {
      for found in feed.links
      where ["first", "last", "previous", "prev", "next", "prev-archive", "next-archive", "current"].contains(found.rel)
      {
        if found.rel == "current", own == nil || found.href == own { continue }
        report(
          found.rel == "current" ? .fhCompleteCurrent : .fhComplete,
          "a complete feed has no other pages; take rel=\"\(found.rel)\" out", at: found.place)
      }
    }
    if frame.marks.contains(.archive), link("current") == nil {
      report(.fhArchive, "an archived page says where the current feed is; add <link rel=\"current\">", at: place)
    }
    if frame.marks.contains(.archive), link("prev-archive") == nil, link("next-archive") == nil {
      report(.fhArchiveIncomplete, "an archived page has links to other archives; add them", at: place)
    }
    guard let own else { return }
    if link("first")?.href == own, let previous = link("previous") ?? link("prev") {
      report(
        .fhPastEnd, "this is the first page, so none is before it; take rel=\"\(previous.rel)\" out", at: previous.place
      )
    }
    if link("last")?.href == own, let next = link("next") {
      report(.fhPastEnd, "this is the last page, so none is behind it; take rel=\"next\" out", at: next.place)
    }
  }
}
