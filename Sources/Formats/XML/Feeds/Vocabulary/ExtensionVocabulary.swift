internal import DatelineValidation

/// The elements of extension namespaces, by namespace.
enum ExtensionVocabulary {
  /// The element `name` of `namespace`; nil where it has none.
  static func element(_ namespace: FeedNamespace, _ name: String) -> ExtensionElement? {
    tables[namespace]?[name]
  }

  /// The names of its elements.
  static func names(of namespace: FeedNamespace) -> [String] { Array((tables[namespace] ?? [:]).keys) }

  private static let tables: [FeedNamespace: [String: ExtensionElement]] = {
    let lists: [(FeedNamespace, [ExtensionElement])] = [
      (.atom, atom), (.dublinCore, DublinCoreVocabulary.elements), (.dublinCoreTerms, DublinCoreVocabulary.terms),
      (.content, RSSModules.content), (.syndication, RSSModules.syndication), (.slash, RSSModules.slash),
      (.taxonomy, RSSModules.taxonomy), (.event, RSSModules.event), (.aggregation, RSSModules.aggregation),
      (.annotation, RSSModules.annotation), (.changedPage, RSSModules.changedPage), (.admin, RSSModules.admin),
      (.blogChannel, RSSModules.blogChannel), (.creativeCommons, RSSModules.creativeCommons),
      (.creativeCommonsTerms, RSSModules.creativeCommonsTerms), (.commentAPI, RSSModules.commentAPI),
      (.trackback, RSSModules.trackback), (.links, RSSModules.links), (.wiki, RSSModules.wiki),
      (.company, RSSModules.company),
      (.threading, AtomExtensions.threading), (.history, AtomExtensions.history),
      (.publishing, AtomExtensions.publishing), (.tombstones, AtomExtensions.tombstones),
      (.media, MediaVocabulary.elements), (.itunes, PodcastVocabulary.itunes), (.podcast, PodcastVocabulary.podcast),
      (.geoRSS, GeoVocabulary.geoRSS), (.geo, GeoVocabulary.geo), (.geoURL, GeoVocabulary.geoURL),
      (.icbm, GeoVocabulary.icbm), (.gml, GeoVocabulary.gml), (.xhtml, xhtml), (.rdf, rdf),
      (.alert, AlertVocabulary.elements), (.alert11, AlertVocabulary.elements),
      (.dateline, CarrierVocabulary.elements),
    ]
    return Dictionary(
      lists.map { namespace, list in
        (namespace, Dictionary(list.map { ($0.model.name, $0) }, uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// Atom's elements in RSS.
  private static let atom: [ExtensionElement] = [
    ExtensionElement(AtomVocabulary.link, in: [.channel, .item], .atomLink),
    ExtensionElement(AtomVocabulary.author, in: [.channel, .item], .atomAuthor),
    ExtensionElement(AtomVocabulary.contributor, in: [.channel, .item]),
    ExtensionElement(AtomVocabulary.category, in: [.channel, .item], .atomCategory),
    ExtensionElement(AtomVocabulary.text("title"), in: [.channel, .item], once: [.channel, .item], .atomTitle),
    ExtensionElement(AtomVocabulary.text("rights"), in: [.channel, .item], once: [.channel, .item], .atomRights),
    ExtensionElement(AtomVocabulary.text("subtitle"), in: .channel, once: .channel),
    ExtensionElement(AtomVocabulary.text("summary"), in: .item, once: .item, .atomSummary),
    ExtensionElement(AtomVocabulary.content, in: .item, once: .item, .atomContent),
    ExtensionElement(AtomVocabulary.source, in: .item, once: .item),
    ExtensionElement(AtomVocabulary.generator, in: .channel, once: .channel),
    ExtensionElement("icon", .uri(.international), in: .channel, once: .channel, filled: true, role: .identifier),
    ExtensionElement("logo", .uri(.international), in: .channel, once: .channel, filled: true, role: .identifier),
    ExtensionElement(
      "id", .uri([.absolute, .international, .identifier]), in: [.channel, .item], once: [.channel, .item], .atomID,
      filled: true, role: .identifier),
    ExtensionElement("updated", .rfc3339, in: [.channel, .item], once: [.channel, .item], .atomUpdated, role: .date),
    ExtensionElement("published", .rfc3339, in: .item, once: .item, .atomPublished, role: .date),
  ]

  /// Markup beside the fields, an old habit.
  private static let xhtml: [ExtensionElement] = [
    ExtensionElement(ElementModel("body", .markup, .any), in: [.item, .channel], .xhtmlBody),
    ExtensionElement(ElementModel("div", .markup, .any), in: [.item, .channel], .xhtmlBody),
  ]

  private static let rdf: [ExtensionElement] = [
    ExtensionElement(ElementModel.foreign(named: "type"), in: .both)
  ]
}

extension ElementModel {
  /// An element of whose inside nothing is known.
  static func foreign(named name: String, attributes: [AttributeModel] = []) -> ElementModel {
    ElementModel(name, .foreign, .any, attributes: attributes)
  }
}
