import DatelineValidation

/// The document of which the examples of the catalogue are parts: `dateline explain` shows parts, and rules look at wholes.
enum ExampleDocument {
  /// A document with `example` in the place where it belongs.
  static func around(_ example: String, of rule: RuleID) -> String {
    let roots = ["<?xml", "\n<?xml", "<!DOCTYPE", "<rss", "<feed", "<a:feed", "<rdf:RDF", "<html", "{"]
    if roots.contains(where: { example.hasPrefix($0) }) { return example }
    if example.hasPrefix("xml") { return feed("", attributes: example) }
    if example.hasPrefix("&lt;") { return item("<description>\(example)</description>") }
    let name = String(example.dropFirst().prefix { $0 != ">" && $0 != " " && $0 != "/" })
    if name == "channel" { return rss(example, in: example, isWhole: true) }
    if name == "item" { return rss(example, in: example) }
    if name == "entry" { return feed(example) }
    let isAtom = ["atom-", "fh-", "thr-", "self-", "mime-", "whitespace-", "attribute-blank", "date-impl"].contains {
      rule.rawValue.hasPrefix($0)
    }
    if isAtom || ["content", "name", "author", "email"].contains(name) && rule != .emailForm {
      return atom(example, name, rule)
    }
    return inRSS(example, name)
  }

  private static func atom(_ example: String, _ name: String, _ rule: RuleID) -> String {
    if ["name", "email"].contains(name) { return feed("<author>\(example)</author>") }
    let isOfEntry =
      ["content", "summary", "source"].contains(name) || [.thrWhen, .atomAlternateRepeated].contains(rule)
    return feed(isOfEntry ? "<entry>\(example)</entry>" : example)
  }

  private static func inRSS(_ example: String, _ name: String) -> String {
    switch name {
    case "width", "height", "url": rss("<image>\(example)</image>", in: example)
    case "hour": rss("<skipHours>\(example)</skipHours>", in: example)
    case "day": rss("<skipDays>\(example)</skipDays>", in: example)
    case "name": rss("<textInput>\(example)</textInput>", in: example)
    case "language", "managingEditor", "ttl", "textInput", "blink", "lastBuildDate", "sy:updatePeriod",
      "blogChannel:blink", "itunes:category", "itunes:type", "podcast:guid", "podcast:locked":
      rss(example, in: example)
    default: item(example)
    }
  }

  private static func item(_ content: String) -> String { rss("<item>\(content)</item>", in: content) }

  private static func rss(_ content: String, in example: String, isWhole: Bool = false) -> String {
    let channel = isWhole ? content : "<channel>\(content)</channel>"
    return "<rss version=\"2.0\"\(declarations(for: example))>\(channel)</rss>"
  }

  private static func feed(_ content: String, attributes: String = "") -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)\(declarations(for: content))>\(content)</feed>"
  }

  private static func declarations(for example: String) -> String {
    namespaces.filter { example.contains("\($0.key):") && !example.contains("xmlns:\($0.key)") && $0.key != "dc" }
      .map { " xmlns:\($0.key)=\"\($0.value)\"" }.sorted().joined()
      // The example of undeclared prefixes is one of Dublin Core.
      + (example.contains("<dc:") && example.contains("<pubDate>") || example.contains("Jan 2024</dc:date>")
        || example.contains("T18:30:02Z</dc:date>") ? " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" : "")
  }

  private static let namespaces = [
    "atom": "http://www.w3.org/2005/Atom", "blogChannel": "http://backend.userland.com/blogChannelModule",
    "cap": "urn:oasis:names:tc:emergency:cap:1.2",
    "content": "http://purl.org/rss/1.0/modules/content/", "dateline": "urn:dateline:1",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0", "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/", "podcast": "https://podcastindex.org/namespace/1.0",
    "slash": "http://purl.org/rss/1.0/modules/slash/", "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0", "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
  ]
}
