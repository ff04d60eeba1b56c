internal import DatelineValidation

/// Podcasts: Apple's namespace, and Podcasting 2.0.
enum PodcastVocabulary {
  private static let channels: Places = [.channel, .feed]
  private static let items: Places = [.item, .entry]
  private static let both: Places = [.channel, .feed, .item, .entry]

  static let itunes: [ExtensionElement] = [
    ExtensionElement("author", .custom(.itunesText(255)), in: both, once: both, .itunesAny),
    ExtensionElement("block", .custom(.itunesBlock), in: both, once: both, .itunesAny),
    ExtensionElement(
      ElementModel("category", .itunesCategory, .none, attributes: [.needed("text", .text)]), in: channels,
      [.itunesAny, .itunesCategory]),
    ExtensionElement(ElementModel("complete", .plain, .text), in: channels, .itunesAny),
    ExtensionElement("duration", .custom(.duration), in: items, once: items, .itunesAny),
    ExtensionElement("explicit", .custom(.itunesExplicit), in: both, once: both, [.itunesAny, .itunesExplicit]),
    ExtensionElement(
      "image", .any, in: both, once: both, [.itunesAny, .itunesImage],
      attributes: [.needed("href", .uri(.absolute)), .optional("url", .uri(.absolute)), .optional("rel", .text)]),
    ExtensionElement("keywords", .custom(.keywords), in: both, once: both, .itunesAny),
    ExtensionElement("new-feed-url", .uri(.absolute), in: channels, once: channels, .itunesAny),
    ExtensionElement(
      ElementModel(
        "owner", .itunesOwner,
        children: [.needed("email", .email(.emailInvalid), .elementMissing), .once("name", .plainText)]),
      in: channels, once: channels, [.itunesAny, .itunesOwner]),
    ExtensionElement("pubDate", .rfc822, in: items, .itunesAny, role: .date),
    ExtensionElement("subtitle", .custom(.itunesText(255)), in: both, once: both, .itunesAny),
    ExtensionElement("summary", .custom(.itunesText(4000)), in: both, once: both, [.itunesAny, .itunesSummary]),
    ExtensionElement("title", .plainText, in: both, once: both, .itunesAny),
    ExtensionElement("type", .word(["episodic", "serial"], .itunesType), in: channels, once: channels, .itunesAny),
    ExtensionElement(
      "episodeType", .word(["full", "trailer", "bonus"], .itunesType), in: items, once: items, .itunesAny),
    ExtensionElement("episode", .integer(1...Int.max, .integerInvalid), in: items, once: items, .itunesAny),
    ExtensionElement("season", .integer(1...Int.max, .integerInvalid), in: items, once: items, .itunesAny),
    ExtensionElement("order", .integer(0...Int.max, .integerInvalid), in: items, once: items, .itunesAny),
    ExtensionElement("isClosedCaptioned", .text, in: items, once: items, .itunesAny),
    ExtensionElement("link", .any, in: both, .itunesAny, role: .foreign),
    ExtensionElement("applepodcastsverify", .text, in: channels, once: channels, .itunesAny),
  ]

  static let podcast: [ExtensionElement] =
    [
      ExtensionElement("guid", .custom(.uuid), in: channels, once: channels),
      ExtensionElement(
        "locked", .word(["yes", "no"], .podcastNamespace), in: channels, once: channels,
        attributes: [.optional("owner", .email(.podcastNamespace))]),
      ExtensionElement(
        "transcript", .none, in: items,
        attributes: [
          .needed("url", .uri(.absolute)), .needed("type", .mediaType(.enclosureType)),
          .optional("language", .language),
          .optional("rel", .word(["captions"], .podcastNamespace)),
        ]),
      ExtensionElement(
        "chapters", .none, in: items, once: items,
        attributes: [.needed("url", .uri(.absolute)), .needed("type", .mediaType(.enclosureType))]),
      ExtensionElement(
        "funding", .text, in: channels, attributes: [.needed("url", .uri(.absolute))]),
      ExtensionElement(
        "person", .text, in: both,
        attributes: [
          .optional("role", .text), .optional("group", .text), .optional("img", .uri(.absolute)),
          .optional("href", .uri(.absolute)),
        ]),
      ExtensionElement(value, in: both),
      ExtensionElement("medium", .text, in: channels, once: channels),
      ExtensionElement(
        "soundbite", .text, in: items,
        attributes: [
          .needed("startTime", .decimal(.podcastNamespace)), .needed("duration", .decimal(.podcastNamespace)),
        ]),
    ]
    + [
      "season", "episode", "location", "trailer", "license", "alternateEnclosure", "images", "image",
      "liveItem",
      "socialInteract", "block", "txt", "remoteItem", "podroll", "updateFrequency", "podping", "publisher", "chat",
      "contentLink", "follow",
    ]
    .map { ExtensionElement(.foreign(named: $0), in: both) }

  /// Who gets what part of a payment.
  private static let value = ElementModel(
    "value",
    attributes: [
      .needed("type", .text), .needed("method", .text), .optional("suggested", .decimal(.podcastNamespace)),
    ],
    children: [
      .many(
        ElementModel(
          "valueRecipient",
          attributes: [
            .needed("type", .text), .needed("address", .text),
            .needed("split", .integer(0...Int.max, .podcastNamespace)), .optional("name", .text),
            .optional("customKey", .text), .optional("customValue", .text),
            .optional("fee", .word(["true", "false"], .podcastNamespace)),
          ])),
      .many(.foreign(named: "valueTimeSplit")),
    ])

  /// Apple's categories, as of 2024; a subcategory behind its category and a slash.
  static let categories: Set<String> = table(
    """
    Arts: Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts
    Business: Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit
    Comedy: Comedy Interviews, Improv, Stand-Up
    Education: Courses, How To, Language Learning, Self-Improvement
    Fiction: Comedy Fiction, Drama, Science Fiction
    Government:
    History:
    Health & Fitness: Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality
    Kids & Family: Education for Kids, Parenting, Pets & Animals, Stories for Kids
    Leisure: Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, Video Games
    Music: Music Commentary, Music History, Music Interviews
    News: Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, Tech News
    Religion & Spirituality: Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality
    Science: Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, Nature, Physics, Social Sciences
    Society & Culture: Documentary, Personal Journals, Philosophy, Places & Travel, Relationships
    Sports: Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, Running, Soccer, Swimming, Tennis, Volleyball, Wilderness, Wrestling
    Technology:
    True Crime:
    TV & Film: After Shows, Film History, Film Interviews, Film Reviews, TV Reviews
    """)

  /// Those of before August 2019.
  static let oldCategories: Set<String> = table(
    """
    Arts: Literature
    Arts & Entertainment: Architecture, Books, Design, Entertainment, Games, Performing Arts, Photography, Poetry, Science Fiction
    Audio Blogs:
    Business: Business News, Management & Marketing, Shopping, Finance
    Comedy:
    Education: Education Technology, Higher Education, K-12, Language Courses, Training, Educational Technology
    Family:
    Food:
    Games & Hobbies: Automotive, Aviation, Hobbies, Other Games, Video Games
    Government & Organizations: Local, National, Non-Profit, Regional
    Health: Fitness & Nutrition, Self-Help, Sexuality, Alternative Health, Diet & Nutrition, Fitness, Relationships
    International: Australian, Belgian, Brazilian, Canadian, Chinese, Dutch, French, German, Hebrew, Italian, Japanese, Norwegian, Polish, Portuguese, Spanish, Swedish
    Movies & Television:
    News & Politics: Conservative (Right), Liberal (Left)
    Politics:
    Public Radio:
    Religion & Spirituality: Other
    Science & Medicine: Medicine, Natural Sciences, Social Sciences
    Society & Culture: History
    Sports & Recreation: Amateur, College & High School, Outdoor, Professional
    Talk Radio:
    Technology: Computers, Developers, Gadgets, Information Technology, News, Operating Systems, Podcasting, Smart Phones, Text/Speech, Tech News, Software How-To
    Transportation: Automotive, Aviation, Bicycles, Commuting
    Travel:
    """)

  private static func table(_ text: String) -> Set<String> {
    var names: Set<String> = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      names.insert(String(parts[0]))
      for name in parts[1].split(separator: ",") { names.insert("\(parts[0])/\(name.drop { $0 == " " })") }
    }
    return names
  }
}
