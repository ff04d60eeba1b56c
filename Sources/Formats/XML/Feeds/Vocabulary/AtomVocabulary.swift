internal import DatelineValidation

/// Atom 1.0 (RFC 4287).
enum AtomVocabulary {
  static let feed = ElementModel(
    "feed", .feed, place: .feed,
    children: [
      .many(author, .author), .many(category, .category), .many(contributor), .once(generator, .generator),
      .once("icon", .uri(.international), filled: true, role: .identifier),
      .needed(
        "id", .uri([.absolute, .international, .identifier]), .atomIdTitleUpdatedMissing, filled: true, .id,
        role: .identifier),
      .many(link, .link), .once("logo", .uri(.international), filled: true, role: .identifier),
      .once(text("rights"), .rights), .once(text("subtitle")),
      .needed(text("title"), .atomIdTitleUpdatedMissing, .title),
      .needed("updated", .rfc3339, .atomIdTitleUpdatedMissing, .updated, role: .date),
      .many(entry, .entry),
    ])

  static let entry = ElementModel(
    "entry", .entry, place: .entry,
    children: [
      .many(author, .author), .many(category, .category), .once(content, .content), .many(contributor),
      .needed(
        "id", .uri([.absolute, .international, .identifier]), .atomIdTitleUpdatedMissing, filled: true, .id,
        role: .identifier),
      .many(link, .link), .once("published", .rfc3339, .published, role: .date),
      .once(text("rights"), .rights), .once(source, .source), .once(text("summary"), .summary),
      .needed(text("title"), .atomIdTitleUpdatedMissing, .title),
      .needed("updated", .rfc3339, .atomIdTitleUpdatedMissing, .updated, role: .date),
    ])

  static let source = ElementModel(
    "source", .atomSource, place: .atomSource,
    children: [
      .many(author, .author), .many(category, .category), .many(contributor), .once(generator, .generator),
      .once("icon", .uri(.international), filled: true, role: .identifier),
      .needed(
        "id", .uri([.absolute, .international, .identifier]), .atomSourceIncomplete, filled: true, .id,
        role: .identifier),
      .many(link, .link), .once("logo", .uri(.international), filled: true, role: .identifier),
      .once(text("rights"), .rights), .once(text("subtitle")),
      .needed(text("title"), .atomSourceIncomplete, .title),
      .needed("updated", .rfc3339, .atomSourceIncomplete, .updated, role: .date),
    ])

  static let author = person("author")
  static let contributor = person("contributor")

  private static func person(_ name: String) -> ElementModel {
    ElementModel(
      name, .person, place: .person,
      children: [
        .needed("name", .plainText, .atomAuthorMissing, filled: true, .name),
        .once("uri", .uri(.international), filled: true, role: .identifier),
        .once("email", .email(.atomEmail), filled: true, role: .identifier),
      ])
  }

  static let category = ElementModel(
    "category", .category, .any,
    attributes: [
      .needed("term", .text, blank: .valueBlank), .optional("scheme", .uri([.absolute, .international])),
      .optional("label", .plainText),
    ])

  static let generator = ElementModel(
    "generator", .plain, .plainText, filled: true,
    attributes: [
      .optional("uri", .uri(.international), blank: .attributeBlank),
      .optional("version", .text, blank: .attributeBlank),
    ])

  static let link = ElementModel(
    "link", .link, .any,
    attributes: [
      .needed("href", .uri(.international), .atomLinkHref),
      .optional("rel", .custom(.linkRelation), blank: .attributeBlank),
      .optional("type", .mediaType(.mimeInvalid), blank: .attributeBlank), .optional("hreflang", .language),
      .optional("title", .plainText, blank: .attributeBlank),
      .optional("length", .integer(0...Int.max, .enclosureLength)),
      .optional("thr:count", .integer(0...Int.max, .integerInvalid)), .optional("thr:updated", .rfc3339),
      .optional("thr:when", .custom(.oldThreadingDate)),
    ],
    place: .link)

  static let content = ElementModel(
    "content", .atomContent, .any,
    attributes: [
      .optional("type", .custom(.atomContentType), blank: .attributeBlank),
      .optional("src", .uri(.international), blank: .attributeBlank),
    ])

  static func text(_ name: String) -> ElementModel {
    ElementModel(
      name, .textConstruct, .any,
      attributes: [.optional("type", .custom(.atomTextType), blank: .attributeBlank)])
  }

  /// RFC 6721.
  static let deletedEntry = ElementModel(
    "deleted-entry", .deletedEntry,
    attributes: [.needed("ref", .uri([.absolute, .international])), .needed("when", .rfc3339)], place: .entry,
    children: [])
}
