import DatelineCore
import DatelineSyndication

/// Which of the two forms of feeds is read or written.
enum FeedForm: Sendable {
  case rss
  case atom

  /// What ids and extras are marked with.
  var scheme: String { self == .rss ? "rss" : "atom" }
  /// The scheme of native identifiers.
  var idScheme: String { self == .rss ? "guid" : "atom" }
  /// The namespace of the form's own elements.
  var space: FeedNamespace? { self == .rss ? nil : .atom }
  /// The element of an entry.
  var entryName: String { self == .rss ? "item" : "entry" }

  /// The namespaces that the root declares when it is written, in this order. Kept elements lean on them: none is ever
  /// taken out.
  var declarations: [(prefix: String, uri: String)] {
    let shared: [FeedNamespace] = [
      .content, .dublinCore, .event, .geoRSS, .media, .threading, .tombstones,
    ]
    let own = self == .rss ? [("atom", FeedNamespace.atom.uri)] : [("", FeedNamespace.atom.uri)]
    return own + [("dateline", XMLLayout.namespace)] + shared.map { ($0.prefix, $0.uri) }
  }

  /// ``declarations`` as elements look them up.
  var scope: FeedElement.Scope { self == .rss ? Self.rssScope : Self.atomScope }

  private static let rssScope = Dictionary(FeedForm.rss.declarations) { first, _ in first }
  private static let atomScope = Dictionary(FeedForm.atom.declarations) { first, _ in first }

  /// An element of the form's own.
  func element(
    _ local: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String? = nil
  ) -> FeedElement {
    var element = FeedElement(space, local, attributes, text)
    element.name.prefix = nil
    return element
  }

  /// An element of Atom, which RSS writes with its prefix.
  func atomElement(_ local: String, _ attributes: KeyValuePairs<String, String?>) -> FeedElement {
    var element = FeedElement(.atom, local, attributes)
    if self == .atom { element.name.prefix = nil }
    return element
  }

  /// A text without markup; Atom says so of one that looks like HTML, where readers would guess (RFC 4287, section 3.1.1).
  func textElement(_ local: String, _ text: String) -> FeedElement {
    guard self == .atom, FeedHTML.looksLikeHTML(text) else { return element(local, [:], text) }
    return element(local, ["type": "html"], FeedMarkup.html(ofText: text))
  }

  // MARK: - Extras

  /// The key of elements that the record has no field for.
  var elementsKey: Text { self == .rss ? "rss.elements" : "atom.elements" }
  /// The key of attributes of the entry or the feed that the record has no field for.
  var attributesKey: Text { self == .rss ? "rss.attributes" : "atom.attributes" }
  /// The key of what the source said otherwise than it would be written.
  var writtenKey: Text { self == .rss ? "rss.written" : "atom.written" }
}

/// What holds for all entries of a feed, and need not be said in each.
struct FeedContext {
  var form: FeedForm
  var language: Text?
  var publisher: Text?
  /// Whether nothing can say of a title that it was made up, so that only those are shown that the form demands.
  var showsOnlyData = false

  init(_ form: FeedForm, _ header: Header? = nil) {
    self.form = form
    language = header?.language
    publisher = header?.publisher
  }
}
