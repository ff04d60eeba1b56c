internal import DatelineValidation

/// RSS 1.0 and 0.90: elements in a namespace of their own, below `rdf:RDF`.
enum RSS10Vocabulary {
  /// RSS 1.0.
  static let root = makeRoot(isOld: false)
  /// RSS 0.90, which has no `rdf:about` and no list of items.
  static let oldRoot = makeRoot(isOld: true)

  /// The elements of RDF (RDF/XML Syntax, section 5.1, and RDF Schema).
  static let rdfNames: Set<String> = [
    "RDF", "Description", "Seq", "Bag", "Alt", "List", "Statement", "Property", "XMLLiteral", "li", "type", "value",
    "subject", "predicate", "object", "first", "rest", "nil",
  ]

  private static let about: [AttributeModel] = [.needed("rdf:about", .uri([.absolute, .international]), .rss10About)]
  private static let resource: [AttributeModel] = [.needed("rdf:resource", .uri([.absolute, .international]))]

  private static func makeRoot(isOld: Bool) -> ElementModel {
    ElementModel(
      "RDF", .rdf, place: .rdf,
      children: [
        .needed(channel(isOld), .rssChannelMissing), .once(image(isOld), .image), .many(item(isOld), .item),
        .once(textInput(isOld)),
      ])
  }

  private static func channel(_ isOld: Bool) -> ElementModel {
    let extra: [ChildModel] =
      isOld
      ? []
      : [
        .once(ElementModel("image", attributes: resource)), .once(ElementModel("textinput", attributes: resource)),
        .needed(items, .rss10Items, .items),
      ]
    return ElementModel(
      "channel", .channel, attributes: isOld ? [] : about, place: .channel,
      twins: RSSVocabulary.channel.twins,
      children: [
        .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
        .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
        .needed("description", .plainText, .rssDescriptionMissing, .description),
      ] + extra)
  }

  private static let items = ElementModel("items", .items)

  private static func item(_ isOld: Bool) -> ElementModel {
    ElementModel(
      "item", .item, attributes: isOld ? [] : about, place: .item, twins: RSSVocabulary.item.twins,
      children: [
        .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
        .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
        .once("description", .html, .description),
      ])
  }

  private static func image(_ isOld: Bool) -> ElementModel {
    ElementModel(
      "image", attributes: isOld ? [] : about, place: .image,
      children: [
        .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
        .needed("url", .custom(.imageURL), .elementMissing, filled: true),
        .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
      ])
  }

  private static func textInput(_ isOld: Bool) -> ElementModel {
    ElementModel(
      "textinput", .textInput, attributes: isOld ? [] : about, place: .textInput,
      children: [
        .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
        .needed("description", .plainText, .rssDescriptionMissing, .description),
        .needed("name", .custom(.formControl), .elementMissing, filled: true),
        .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
      ])
  }

  /// `rdf:Seq` and its members.
  static let sequence = ElementModel(
    "Seq",
    children: [
      .many(
        ElementModel(
          "li",
          attributes: [.optional("rdf:resource", .uri(.international)), .optional("resource", .uri(.international))]))
    ])
}
