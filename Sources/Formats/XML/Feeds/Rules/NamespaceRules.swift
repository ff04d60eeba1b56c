internal import DatelineCore
internal import DatelineValidation

/// Declarations of namespaces and their prefixes.
extension FeedState {
  /// Looks at the namespaces that a start tag declares, each pair of prefix and URI once.
  mutating func checkNamespaceDeclarations(_ event: XMLEvent) {
    let source = parser.source(startPosition.offset..<event.offset)
    let tag = source.span
    var index = 0
    while true {
      index = tag.firstIndex(of: UInt8(ascii: "x"), from: index)
      guard index + 6 < tag.count else { return }
      if tag.extracting(index..<tag.count).starts(with: "xmlns"), tag[index - 1].isXMLSpace {
        index = checkDeclaration(tag, at: index, event)
      } else {
        index += 1
      }
    }
  }

  /// - Returns: Where to look on.
  private mutating func checkDeclaration(_ tag: Span<UInt8>, at start: Int, _ event: XMLEvent) -> Int {
    var index = start + 5
    let nameStart = index
    while index < tag.count, tag[index] != UInt8(ascii: "="), !tag[index].isXMLSpace { index += 1 }
    let prefix = nameStart < index ? tag.extracting((nameStart + 1)..<index).string : ""
    while index < tag.count, tag[index] != UInt8(ascii: "\""), tag[index] != UInt8(ascii: "'") { index += 1 }
    guard index < tag.count else { return tag.count }
    let first = index + 1
    let end = tag.firstIndex(of: tag[index], from: first)
    guard end < tag.count else { return tag.count }
    let uri = tag.extracting(first..<end).string
    guard document.declarations.count < 1000, document.declarations.insert("\(prefix)=\(uri)").inserted else {
      return end
    }
    let place = Place(
      start: parser.position(at: startPosition.offset + start), end: parser.position(at: startPosition.offset + end + 1)
    )
    checkNamespace(uri, prefix, place)
    return end
  }

  private mutating func checkNamespace(_ uri: String, _ prefix: String, _ place: Place) {
    guard !uri.isEmpty else { return }
    if uri == "http://search.yahoo.com/mrss" {
      report(
        .mediaNamespaceSlash, "the namespace of Media RSS ends with a slash; write 'http://search.yahoo.com/mrss/'",
        at: place)
    }
    if uri == "http://www.usemod.com/cgi-bin/mb.pl?ModWiki" {
      report(.wikiNamespaceOld, "the wiki module moved; write '\(FeedNamespace.wiki.uri)'", at: place)
    }
    guard let known = FeedNamespace.of(uri: uri) else { return checkUnknownNamespace(uri, prefix, place) }
    if known == .itunes { document.hasItunes = true }
    if !isChecked(known) {
      report(.namespaceUnchecked, "elements of '\(uri.prefix(80))' are taken as they are", at: place)
    }
    if isAtomRoot, !prefix.isEmpty, known == .atom || known == .xhtml {
      report(
        .prefixAtomXhtml,
        "some readers know \(known == .atom ? "Atom" : "XHTML") in Atom only without a prefix; declare it as the default",
        at: place)
    }
    if !prefix.isEmpty, prefix != known.prefix, !FeedNamespace.usual(prefix: prefix).contains(known) {
      report(
        .prefixUnusual,
        "'\(prefix.prefix(80))' is an unusual prefix for this namespace; everybody writes '\(known.prefix)'",
        at: place)
    }
    checkReserved(prefix, uri, place)
  }

  private var isAtomRoot: Bool {
    format.isAtom
      || (frames.isEmpty && (startEvent.map { names[$0.name].namespace == FeedNamespace.atom.uri } ?? false))
  }

  private mutating func checkUnknownNamespace(_ uri: String, _ prefix: String, _ place: Place) {
    let isRoot = frames.isEmpty && prefix.isEmpty
    if !isRoot, !log.options.knownNamespaces.contains(uri) {
      report(
        .namespaceUnknown,
        "nothing is known about the namespace '\(uri.prefix(80))'; its elements are taken as they are", at: place)
    }
    checkReserved(prefix, uri, place)
  }

  private mutating func checkReserved(_ prefix: String, _ uri: String, _ place: Place) {
    let usual = FeedNamespace.usual(prefix: prefix)
    guard !prefix.isEmpty, !usual.isEmpty, !usual.contains(where: { $0.uri == uri }),
      FeedNamespace.of(uri: uri)?.prefix != prefix
    else {
      return
    }
    report(
      .prefixReserved,
      "everybody takes '\(prefix.prefix(80))' for '\(usual[0].uri)'; use another prefix, or that namespace",
      at: place)
  }
}
