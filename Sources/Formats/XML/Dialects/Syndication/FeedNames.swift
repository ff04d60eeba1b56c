import DatelineCore

/// Older forms, as what took their place says it: RSS 0.90 and 1.0 as RSS 2.0, Atom 0.3 as Atom 1.0.
enum FeedNames {
  static let atom03 = "http://purl.org/atom/ns#"

  /// The element in today's names.
  static func modern(_ element: FeedElement) -> FeedElement {
    switch element.name.namespace {
    case FeedNamespace.rss10.uri, FeedNamespace.rss09.uri:
      var result = element
      result.name = XMLName(namespace: nil, prefix: nil, local: element.name.local)
      result.children = children(of: element)
      return result
    case atom03:
      return modernAtom(element)
    case "http://search.yahoo.com/mrss":
      var result = element
      result.name = XMLName(.media, element.name.local)
      result.children = children(of: element)
      return result
    default: return element
    }
  }

  private static func children(of element: FeedElement) -> [FeedElement.Node] {
    element.children.map { node in
      if case .element(let child) = node { return .element(modern(child)) }
      return node
    }
  }

  private static let atomNames = [
    "tagline": "subtitle", "copyright": "rights", "modified": "updated", "issued": "published", "created": "published",
    "url": "uri",
  ]

  private static func modernAtom(_ element: FeedElement) -> FeedElement {
    let local = element.name.local
    var result = element
    result.name = XMLName(namespace: FeedNamespace.atom.uri, prefix: nil, local: atomNames[local] ?? local)
    result.children = children(of: element)
    guard ["title", "summary", "content", "tagline", "copyright", "info"].contains(local) else { return result }
    // The mode said how the type's text was written down.
    let mode = element.attribute("mode") ?? "xml"
    let type = element.attribute("type") ?? "text/plain"
    result.attributes.removeAll { $0.name.namespace == nil && ($0.name.local == "mode" || $0.name.local == "type") }
    let isMarkup = type == "text/html" || type == "application/xhtml+xml"
    let modern = mode == "escaped" && isMarkup ? "html" : mode == "xml" && isMarkup ? "xhtml" : "text"
    if modern != "text" {
      result.attributes.append(FeedElement.Attribute(name: XMLName(nil, "type"), value: modern))
    }
    return result
  }
}
