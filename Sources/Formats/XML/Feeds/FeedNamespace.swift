/// A namespace that feeds use.
///
/// There is one object for each, so that comparing two costs nothing.
final class FeedNamespace: Hashable, Sendable {
  /// How much is known about the elements of a namespace.
  enum Knowledge: Sendable {
    /// Elements and attributes are checked.
    case checked
    /// The same, and the W3C service takes them as they are.
    case checkedHere
    /// It is known, and its elements are taken as they are.
    case unchecked
  }

  let uri: String
  /// The prefix that everybody uses.
  let prefix: String
  let knowledge: Knowledge

  private init(_ prefix: String, _ uri: String, _ knowledge: Knowledge = .checked) {
    self.uri = uri
    self.prefix = prefix
    self.knowledge = knowledge
  }

  static func == (lhs: FeedNamespace, rhs: FeedNamespace) -> Bool { lhs === rhs }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  static let atom = FeedNamespace("atom", "http://www.w3.org/2005/Atom")
  static let rss10 = FeedNamespace("rss", "http://purl.org/rss/1.0/")
  static let rss09 = FeedNamespace("rss090", "http://my.netscape.com/rdf/simple/0.9/")
  static let rdf = FeedNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
  static let xhtml = FeedNamespace("xhtml", "http://www.w3.org/1999/xhtml")
  static let svg = FeedNamespace("svg", "http://www.w3.org/2000/svg")
  static let mathML = FeedNamespace("mml", "http://www.w3.org/1998/Math/MathML")
  static let xml = FeedNamespace("xml", "http://www.w3.org/XML/1998/namespace")
  static let dublinCore = FeedNamespace("dc", "http://purl.org/dc/elements/1.1/")
  static let dublinCoreTerms = FeedNamespace("dcterms", "http://purl.org/dc/terms/")
  static let content = FeedNamespace("content", "http://purl.org/rss/1.0/modules/content/")
  static let syndication = FeedNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/")
  static let slash = FeedNamespace("slash", "http://purl.org/rss/1.0/modules/slash/")
  static let taxonomy = FeedNamespace("taxo", "http://purl.org/rss/1.0/modules/taxonomy/")
  static let event = FeedNamespace("ev", "http://purl.org/rss/1.0/modules/event/")
  static let aggregation = FeedNamespace("ag", "http://purl.org/rss/modules/aggregation/")
  static let annotation = FeedNamespace("annotate", "http://purl.org/rss/1.0/modules/annotate/")
  static let company = FeedNamespace("company", "http://purl.org/rss/1.0/modules/company")
  static let changedPage = FeedNamespace("cp", "http://my.theinfo.org/changed/1.0/rss/")
  static let admin = FeedNamespace("admin", "http://webns.net/mvcb/")
  static let blogChannel = FeedNamespace("blogChannel", "http://backend.userland.com/blogChannelModule")
  static let creativeCommons = FeedNamespace("creativeCommons", "http://backend.userland.com/creativeCommonsRssModule")
  static let creativeCommonsTerms = FeedNamespace("cc", "http://web.resource.org/cc/")
  static let commentAPI = FeedNamespace("wfw", "http://wellformedweb.org/CommentAPI/")
  static let trackback = FeedNamespace("trackback", "http://madskills.com/public/xml/rss/module/trackback/")
  static let threading = FeedNamespace("thr", "http://purl.org/syndication/thread/1.0")
  static let history = FeedNamespace("fh", "http://purl.org/syndication/history/1.0")
  static let publishing = FeedNamespace("app", "http://www.w3.org/2007/app")
  static let tombstones = FeedNamespace("at", "http://purl.org/atompub/tombstones/1.0")
  static let media = FeedNamespace("media", "http://search.yahoo.com/mrss/")
  static let itunes = FeedNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd")
  static let podcast = FeedNamespace("podcast", "https://podcastindex.org/namespace/1.0")
  static let geoRSS = FeedNamespace("georss", "http://www.georss.org/georss")
  static let gml = FeedNamespace("gml", "http://www.opengis.net/gml")
  static let geo = FeedNamespace("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#")
  static let geoURL = FeedNamespace("geourl", "http://geourl.org/rss/module/")
  static let icbm = FeedNamespace("icbm", "http://postneo.com/icbm")
  static let links = FeedNamespace("l", "http://purl.org/rss/1.0/modules/link/")
  static let wiki = FeedNamespace("wiki", "http://purl.org/rss/1.0/modules/wiki/")
  static let alert = FeedNamespace("cap", "urn:oasis:names:tc:emergency:cap:1.2", .checkedHere)
  static let dateline = FeedNamespace("dateline", XMLLayout.namespace, .checkedHere)
  static let alert11 = FeedNamespace("cap", "urn:oasis:names:tc:emergency:cap:1.1", .checkedHere)

  /// Their elements are checked.
  static let checked: [FeedNamespace] = [
    .atom, .rss10, .rss09, .rdf, .xhtml, .svg, .mathML, .xml, .dublinCore, .dublinCoreTerms, .content, .syndication,
    .slash, .taxonomy, .event, .aggregation, .annotation, .changedPage, .admin, .blogChannel, .creativeCommons,
    .creativeCommonsTerms, .commentAPI, .trackback, .threading, .history, .publishing, .tombstones, .media, .itunes,
    .podcast, .geoRSS, .gml, .geo, .geoURL, .icbm, .links, .wiki, .company,
    .alert, .alert11, .dateline,
  ]

  /// They are known, and taken as they are.
  static let unchecked: [FeedNamespace] = [
    ("audio", "http://media.tangent.org/rss/1.0/"), ("cf", "http://www.microsoft.com/schemas/rss/core/2005"),
    ("ccterms", "http://creativecommons.org/ns#"),
    ("email", "http://purl.org/rss/1.0/modules/email/"), ("excerpt", "http://wordpress.org/export/1.2/excerpt/"),
    ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"), ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("g", "http://base.google.com/ns/1.0"), ("gCal", "http://schemas.google.com/gCal/2005"),
    ("gd", "http://schemas.google.com/g/2005"), ("gdacs", "http://www.gdacs.org"),
    ("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"), ("indexing", "urn:atom-extension:indexing"),
    ("image", "http://purl.org/rss/1.0/modules/image/"), ("jskitcomments", "http://js-kit.com/rss"),
    ("kml", "http://www.opengis.net/kml/2.2"), ("opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
    ("opensearch", "http://a9.com/-/spec/opensearchrss/1.0/"), ("photo", "http://www.pheed.com/pheed/"),
    ("pingback", "http://madskills.com/public/xml/rss/module/pingback/"),
    ("prism", "http://prismstandard.org/namespaces/1.2/basic/"),
    ("prism", "http://prismstandard.org/namespaces/basic/2.0/"), ("psc", "http://podlove.org/simple-chapters"),
    ("rawvoice", "http://www.rawvoice.com/rawvoiceRssModule/"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("ref", "http://purl.org/rss/1.0/modules/reference/"), ("reqv", "http://purl.org/rss/1.0/modules/richequiv/"),
    ("rss091", "http://purl.org/rss/1.0/modules/rss091#"), ("search", "http://purl.org/rss/1.0/modules/search/"),
    ("source", "http://source.scripting.com/"), ("spotify", "http://www.spotify.com/ns/rss"),
    ("ss", "http://purl.org/rss/1.0/modules/servicestatus/"), ("str", "http://hacks.benhammersley.com/rss/streaming/"),
    ("streaming", "http://purl.org/rss/1.0/modules/streaming/"),
    ("sub", "http://purl.org/rss/1.0/modules/subscription/"), ("sx", "http://feedsync.org/2007/feedsync"),
    ("szf", "http://schemas.storyzfactory.com/rss/"), ("wp", "http://wordpress.org/export/1.2/"),
    ("xlink", "http://www.w3.org/1999/xlink"), ("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("yt", "http://www.youtube.com/xml/schemas/2015"), ("z", "http://www.zemanta.com/ns"),
  ].map { FeedNamespace($0, $1, .unchecked) }

  private static let byURI: [String: FeedNamespace] =
    Dictionary((checked + unchecked).map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
    .merging(
      [
        "https://podcastindex.org/namespace/1.0": .podcast,
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": .podcast,
        "http://search.yahoo.com/mrss": .media, "http://www.opengis.net/gml/3.2": .gml,
        "http://www.usemod.com/cgi-bin/mb.pl?ModWiki": .wiki,
        "http://purl.org/atom/app#": .publishing,
      ]) { first, _ in first }

  /// The namespace of `uri`; nil where nothing is known about it.
  static func of(uri: String) -> FeedNamespace? { byURI[uri] }

  /// The namespace that everybody uses `prefix` for; nil where there is none.
  static func usual(prefix: String) -> [FeedNamespace] { byPrefix[prefix] ?? [] }

  private static let byPrefix = Dictionary(grouping: checked + unchecked, by: \.prefix)
}
