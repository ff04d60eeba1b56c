internal import DatelineCore
internal import DatelineValidation

/// The root: which kind of feed it is, or why it is none.
extension FeedState {
  /// The root, and whether the document is what the caller says.
  mutating func statedRoot(_ event: XMLEvent) -> ElementMatch {
    var match = root(event)
    guard let stated, match.problem == nil, format.isRSS != (stated == .rss) || format.isAtom != (stated == .atom)
    else {
      return match
    }
    match.problem = (.rootUnknown, "this is \(format.name), and not \(stated.rawValue), as which it should be read")
    return match
  }

  private mutating func root(_ event: XMLEvent) -> ElementMatch {
    let name = names[event.name]
    switch (name.namespace, name.local) {
    case (nil, "rss"):
      format = .rss(attribute("version", of: event) ?? "")
      log.setKind(format.name)
      return ElementMatch(model: RSSVocabulary.root, problem: doctypeProblem)
    case (FeedNamespace.rdf.uri, "RDF"):
      // RSS 0.90 has a namespace of its own, which is declared on the root.
      format = declares(FeedNamespace.rss09.uri, event) ? .rss090 : .rss10
      log.setKind(format.name)
      return ElementMatch(model: format == .rss090 ? RSS10Vocabulary.oldRoot : RSS10Vocabulary.root)
    case (FeedNamespace.atom.uri, "feed"): return atomRoot(.atom, AtomVocabulary.feed)
    case (FeedNamespace.atom.uri, "entry"): return atomRoot(.atomEntry, AtomVocabulary.entry)
    case (let uri?, "alert") where AlertVocabulary.namespaces[uri] != nil && !isReference:
      format = .alert(String(uri.suffix(3)))
      log.setKind(format.name)
      return ElementMatch(model: AlertVocabulary.alert)
    case ("http://purl.org/atom/ns#", "feed"), ("http://purl.org/atom/ns#", "entry"):
      return refused(.atom03, "this is Atom 0.3, which was a draft; write Atom 1.0 (RFC 4287)")
    case (_?, "rss"): return refused(.rootNamespace, "<rss> is in no namespace; take 'xmlns' away")
    case (let uri?, "feed"), (let uri?, "entry"):
      return refused(
        .rootNamespace, "the namespace of Atom is '\(FeedNamespace.atom.uri)', not \(quoted(uri)); write it exactly so",
        also: uri.hasPrefix("http://purl.org/atom/") || uri.hasPrefix("http://example.com/newformat") ? .atom03 : nil)
    case (nil, "feed"), (nil, "entry"):
      return refused(
        .extensionWithoutNamespace, "<\(name.local)> is in no namespace; write xmlns=\"\(FeedNamespace.atom.uri)\"")
    case (let uri, "dateline"):
      return refused(
        .rootNamespace,
        "the namespace of canonical XML is '\(XMLLayout.namespace)', not \(quoted(uri ?? "")); write it exactly so")
    case (_, let local) where local.lowercased() == "html":
      return refused(
        .rootUnknown,
        "this is a web page, not a feed; look in its head for a link with rel=\"alternate\" and check that")
    default:
      return refused(.rootUnknown, "<\(name.written.prefix(80))> is no feed; the root is <rss>, <feed> or <rdf:RDF>")
    }
  }

  private mutating func atomRoot(_ format: FeedFormat, _ model: ElementModel) -> ElementMatch {
    self.format = format
    log.setKind(format.name)
    return ElementMatch(model: model)
  }

  private func refused(_ rule: RuleID, _ message: String, also other: RuleID? = nil) -> ElementMatch {
    ElementMatch(model: .foreign, problem: (other ?? rule, message))
  }

  private func declares(_ uri: String, _ event: XMLEvent) -> Bool {
    String(decoding: parser.source(startPosition.offset..<event.offset), as: UTF8.self).contains(uri)
  }

  /// Netscape's document type belongs to RSS 0.91.
  private var doctypeProblem: (RuleID, String)? {
    guard let publicID = document.publicID, publicID.contains("RSS 0.91"), format != .rss("0.91") else { return nil }
    return (
      .rssDoctypeVersion,
      "the document type is that of RSS 0.91 and the version is another; take the document type away"
    )
  }

  // MARK: Before the root

  mutating func checkDoctype(_ event: XMLEvent) {
    (document.publicID, document.systemID) = parser.documentType
    document.hasExternalSubset = document.systemID != nil
    resolveNames()
    let place = place(of: event)
    report(.xmlDtdPresent, "readers of feeds ignore document types, and some refuse them; take it away", at: place)
    if document.hasExternalSubset {
      report(
        .xmlExternalEntity,
        "the document type refers to another file, which is never fetched; write what is needed into this one",
        at: place)
    }
    if !document.hasExternalSubset, declaresExternalEntity(from: place.start.offset) {
      report(
        .xmlExternalEntity, "an entity here is in another file, which is never fetched; write its text into this one",
        at: place)
    }
    if let system = document.systemID, system.contains("my.netscape.com/publish/formats/rss-0.91.dtd") {
      report(
        .rssDtdWithdrawn, "Netscape withdrew that document type; use http://www.rssboard.org/rss-0.91.dtd, or none",
        at: place)
    }
  }

  /// Whether the internal subset names a file or address for an entity (XML 1.0, productions 70 to 75).
  private func declaresExternalEntity(from start: Int) -> Bool {
    let text = String(decoding: parser.source(start..<(start + (64 << 10))), as: UTF8.self)
    let head = text.prefix { $0 != ">" }
    guard let open = head.firstIndex(of: "["), let end = text.firstRange(of: "]>") else { return false }
    return text[open..<end.lowerBound].split(separator: "<!ENTITY").dropFirst().contains { declaration in
      let beforeValue = declaration.prefix { $0 != "\"" && $0 != "'" && $0 != ">" }
      return beforeValue.split(whereSeparator: \.isWhitespace).contains { $0 == "SYSTEM" || $0 == "PUBLIC" }
    }
  }

  mutating func checkInstruction(_ event: XMLEvent) {
    guard names[event.name].local == "xml-stylesheet" else { return }
    let text = tape.string(event.bytes)
    if text.contains("href=\"http") || text.contains("href='http") || text.contains("//") {
      report(
        .xmlStylesheet, "the style sheet is on another server, which browsers refuse; serve it beside the feed",
        at: place(of: event))
    }
  }
}
