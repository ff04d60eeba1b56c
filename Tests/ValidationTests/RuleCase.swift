import DatelineValidation
import TestSupport
import Testing

/// A document, and a rule that it breaks or keeps to.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: RuleID
  let isBroken: Bool
  let profile: ValidationProfile
  private let document: CaseDocument

  /// A document that breaks `rule`; `⟦` stands where each of its findings begins and ends, if there are any in it.
  init(_ rule: RuleID, as profile: ValidationProfile = .standard, in document: CaseDocument) {
    self.rule = rule
    isBroken = true
    self.profile = profile
    self.document = document
  }

  /// A document that keeps to `rule`.
  init(_ rule: RuleID, as profile: ValidationProfile = .standard, notIn document: CaseDocument) {
    self.rule = rule
    isBroken = false
    self.profile = profile
    self.document = document
  }

  var text: MarkedText { MarkedText(document.text) }

  var testDescription: String { "\(rule.rawValue) \(isBroken ? "in" : "not in") \(document.part)" }

  static let all: [RuleCase] =
    xmlCases + structureCases + atomCases + rssChannelCases + rssImageCases + rssItemCases + rssEnclosureCases
    + valueCases + podcastCases + alertCases + textCases + jsonCases + feedCases + branchCases
}

/// A document of which a case shows only what matters.
enum CaseDocument: Sendable {
  case text(String)
  case rss(
    version: String = "2.0", channel: String = "", item: String = "", root: String = "", without: Set<String> = [],
    itemWithout: Set<String> = [], itemAttributes: String = "")
  case atom(
    feed: String = "", entry: String = "", root: String = "", without: Set<String> = [],
    entryWithout: Set<String> = [])
  case rdf(
    channel: String = "", item: String = "", below: String = "", root: String = "", without: Set<String> = [],
    itemWithout: Set<String> = [], itemAttributes: String = "")

  /// What the case is about.
  var part: String {
    switch self {
    case .text(let text): text
    case .rss(let version, let channel, let item, let root, _, _, let attributes):
      "\(version) \(root)\(channel)\(attributes)\(item)"
    case .atom(let feed, let entry, let root, _, _): "\(root)\(feed)\(entry)"
    case .rdf(let channel, let item, let below, let root, _, _, let attributes):
      "\(root)\(channel)\(attributes)\(item)\(below)"
    }
  }

  var text: String {
    switch self {
    case .text(let text): text
    case .rss(let version, let channel, let item, let root, let without, let itemWithout, let attributes):
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="\(version)" xmlns:atom="http://www.w3.org/2005/Atom" \(root)><channel>\
      \(Self.parts(Self.channel, without))\(channel)<item\(attributes)>\(Self.parts(Self.item, itemWithout))\(item)</item>\
      </channel></rss>
      """
    case .atom(let feed, let entry, let root, let without, let entryWithout):
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" \(root)>\(Self.parts(Self.feed, without))\(feed)<entry>\
      \(Self.parts(Self.entry, entryWithout))\(entry)</entry></feed>
      """
    case .rdf(let channel, let item, let below, let root, let without, let itemWithout, let attributes):
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" \(root)><channel rdf:about="http://example.org/x">\
      \(Self.parts(Self.rdfChannel, without))\(channel)</channel><item rdf:about="http://example.org/a"\(attributes)>\
      \(Self.parts(Array(Self.item.dropLast()), itemWithout))\(item)</item>\(below)</rdf:RDF>
      """
    }
  }

  private static func parts(_ all: [(name: String, text: String)], _ without: Set<String>) -> String {
    all.filter { !without.contains($0.name) }.map(\.text).joined()
  }

  private static let channel: [(name: String, text: String)] = [
    ("title", "<title>T</title>"), ("link", "<link>http://example.org/</link>"),
    ("description", "<description>D</description>"), ("language", "<language>en</language>"),
    ("self", "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"http://example.org/feed.rss\"/>"),
  ]
  private static let item: [(name: String, text: String)] = [
    ("title", "<title>I</title>"), ("link", "<link>http://example.org/a</link>"),
    ("description", "<description>X</description>"), ("guid", "<guid>http://example.org/a</guid>"),
  ]
  private static let feed: [(name: String, text: String)] = [
    ("title", "<title>T</title>"), ("id", "<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>"),
    ("updated", "<updated>2003-12-13T18:30:02Z</updated>"), ("author", "<author><name>John Doe</name></author>"),
    ("self", "<link rel=\"self\" href=\"http://example.org/feed.atom\"/>"),
  ]
  private static let entry: [(name: String, text: String)] = [
    ("title", "<title>E</title>"), ("id", "<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>"),
    ("updated", "<updated>2003-12-13T18:30:02Z</updated>"), ("link", "<link href=\"http://example.org/a\"/>"),
    ("summary", "<summary>S</summary>"),
  ]
  private static let rdfChannel: [(name: String, text: String)] = [
    ("title", "<title>T</title>"), ("link", "<link>http://example.org/</link>"),
    ("description", "<description>D</description>"),
    ("items", "<items><rdf:Seq><rdf:li resource=\"http://example.org/a\"/></rdf:Seq></items>"),
    ("lang", "<dc:language>en</dc:language>"),
  ]
}
