internal import DatelineValidation

/// RSS 0.91 to 0.94 and 2.0: elements in no namespace.
enum RSSVocabulary {
  static let root = ElementModel(
    "rss", .rss, attributes: [.needed("version", .custom(.version))], place: .rss,
    children: [.needed(channel, .rssChannelMissing)])

  static let channel = ElementModel(
    "channel", .channel, place: .channel,
    twins: [
      (.pubDate, .dcDate), (.managingEditor, .dcCreator), (.webMaster, .dcPublisher), (.generator, .adminGenerator),
      (.language, .dcLanguage), (.copyright, .dcRights), (.title, .dcTitle), (.description, .dcDescription),
      (.lastBuildDate, .dctermsModified), (.lastBuildDate, .atomUpdated), (.copyright, .atomRights),
      (.title, .atomTitle), (.managingEditor, .atomAuthor),
    ],
    children: [
      .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
      .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
      .needed("description", .plainText, .rssDescriptionMissing, .description),
      .once("language", .language, filled: true, .language),
      .once("copyright", .plainText, .copyright),
      .once("managingEditor", .contact, .managingEditor),
      .once("webMaster", .contact, .webMaster),
      .once("pubDate", .rfc822, .pubDate),
      .once("lastBuildDate", .rfc822, .lastBuildDate),
      .many(category, .category),
      .once("generator", .plainText, .generator),
      .once("docs", .uri(.absolute)),
      .once(cloud),
      .once("ttl", .integer(1...Int.max, .rssTtl), filled: true),
      .once(image, .image),
      .once("rating", .text, filled: true),
      .once(textInput), .once(lowerCaseTextInput),
      .once(skipHours), .once(skipDays),
      .many(item, .item),
    ])

  static let item = ElementModel(
    "item", .item, place: .item,
    twins: [
      (.pubDate, .dcDate), (.pubDate, .atomPublished), (.author, .dcCreator),
      (.author, .atomAuthor), (.category, .dcSubject), (.category, .atomCategory), (.title, .dcTitle),
      (.title, .atomTitle), (.guid, .atomID), (.guid, .dcIdentifier), (.source, .dcSource),
      (.description, .dcDescription),
    ],
    children: [
      .once("title", .plainText, filled: true, .title),
      .once("link", .uri(.absolute), filled: true, .link),
      .once("description", .html, .description),
      .once("author", .contact, .author),
      .many(category, .category),
      .once("comments", .uri(.absolute)),
      .many(enclosure, .enclosure),
      .once(
        "guid", .custom(.guid), filled: false, .guid, role: .guid,
        attributes: [.optional("isPermaLink", .custom(.permaLink))]),
      .once("pubDate", .rfc822, .pubDate),
      .once("source", .plainText, filled: true, .source, attributes: [.needed("url", .uri(.absolute))]),
    ])

  static let category = ElementModel(
    "category", .plain, .plainText, filled: true, attributes: [.optional("domain", .text)])

  static let enclosure = ElementModel(
    "enclosure", .enclosure,
    attributes: [
      .needed("url", .custom(.enclosureURL)), .needed("length", .custom(.enclosureLength)),
      .needed("type", .mediaType(.enclosureType)),
    ])

  static let cloud = ElementModel(
    "cloud",
    attributes: [
      .needed("domain", .text), .needed("port", .integer(0...65_535, .enclosureLength)), .needed("path", .text),
      .needed("registerProcedure", .text), .needed("protocol", .text),
    ])

  static let image = ElementModel(
    "image", .image, place: .image,
    children: [
      .needed("url", .custom(.imageURL), .elementMissing, filled: true),
      .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
      .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
      .once("width", .integer(1...144, .imageWidth)), .once("height", .integer(1...400, .imageHeight)),
      .once("description", .plainText, .description),
    ])

  static let textInput = makeTextInput("textInput")
  /// The spelling of RSS 0.91 and 1.0.
  static let lowerCaseTextInput = makeTextInput("textinput")

  private static func makeTextInput(_ name: String) -> ElementModel {
    ElementModel(
      name, .textInput, place: .textInput,
      children: [
        .needed("title", .plainText, .rssTitleMissing, filled: true, .title),
        .needed("description", .plainText, .rssDescriptionMissing, .description),
        .needed("name", .custom(.formControl), .elementMissing, filled: true),
        .needed("link", .uri(.absolute), .rssLinkMissing, filled: true, .link),
      ])
  }

  static let skipHours = ElementModel(
    "skipHours", .skipHours, children: [.many("hour", .custom(.skipHour), filled: true, role: .hour)])

  static let skipDays = ElementModel(
    "skipDays", .skipDays,
    children: [
      .many(
        "day",
        .word(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], .skipDay), role: .hour)
    ])
}
