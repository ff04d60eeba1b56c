internal import DatelineValidation

/// Media RSS 1.5.1.
enum MediaVocabulary {
  private static let places = Places.media
  private static let positive = ValueType.integer(1...Int.max, .integerInvalid)
  private static let seconds = ValueType.integer(0...Int.max, .integerInvalid)

  private static let content = ElementModel(
    "content", .mediaContent,
    attributes: [
      .optional("url", .uri([.absolute])), .optional("fileSize", seconds),
      .optional("type", .mediaType(.enclosureType)),
      .optional("medium", .word(["image", "audio", "video", "document", "executable"], .mediaEnum)),
      .optional("isDefault", .word(["true", "false"], .booleanInvalid)),
      .optional("expression", .word(["sample", "full", "nonstop"], .mediaEnum)),
      .optional("bitrate", .decimal(.floatInvalid)), .optional("framerate", .decimal(.floatInvalid)),
      .optional("samplingrate", .decimal(.floatInvalid)), .optional("channels", .integer(0...Int.max, .integerInvalid)),
      .optional("duration", seconds), .optional("height", positive), .optional("width", positive),
      .optional("lang", .language),
    ],
    place: .mediaContent)

  private static let group = ElementModel("group", .mediaGroup, place: .mediaGroup)

  static let elements: [ExtensionElement] =
    [
      ExtensionElement(content, in: places, .mediaContent),
      ExtensionElement(group, in: [.item, .entry]),
      ExtensionElement("adult", .word(["true", "false"], .booleanInvalid), in: places),
      ExtensionElement(
        "rating", .custom(.mediaRating), in: places,
        attributes: [.optional("scheme", .custom(.mediaScheme))]),
      ExtensionElement("title", .custom(.itunesText(0)), in: places, attributes: [textType]),
      ExtensionElement("description", .custom(.itunesText(0)), in: places, attributes: [textType]),
      ExtensionElement("keywords", .plainText, in: places),
      ExtensionElement(
        "thumbnail", .none, in: places,
        attributes: [
          .needed("url", .uri([.absolute])), .optional("height", positive), .optional("width", positive),
          .optional("time", .custom(.nptTime)),
        ]),
      ExtensionElement(
        "category", .plainText, in: places,
        attributes: [.optional("scheme", .custom(.mediaScheme)), .optional("label", .plainText)]),
      ExtensionElement(
        "hash", .custom(.mediaHash), in: places, attributes: [.optional("algo", .word(["md5", "sha-1"], .mediaEnum))]),
      ExtensionElement(
        "player", .none, in: places,
        attributes: [.needed("url", .uri([.absolute])), .optional("height", positive), .optional("width", positive)]),
      ExtensionElement(
        "credit", .text, in: places,
        attributes: [.optional("role", .text), .optional("scheme", .custom(.mediaScheme))]),
      ExtensionElement("copyright", .plainText, in: places, attributes: [.optional("url", .uri([.absolute]))]),
      ExtensionElement(
        "text", .custom(.itunesText(0)), in: places,
        attributes: [
          textType, .optional("lang", .language), .optional("start", .custom(.nptTime)),
          .optional("end", .custom(.nptTime)),
        ]),
      ExtensionElement(
        "restriction", .custom(.mediaRestriction), in: places,
        attributes: [
          .needed("relationship", .word(["allow", "deny"], .mediaEnum)),
          .optional("type", .word(["country", "uri", "sharing"], .mediaEnum)),
        ]),
    ]
    + [
      "community", "comments", "embed", "responses", "backLinks", "status", "price", "license", "subTitle", "peerLink",
      "location", "rights", "scenes",
    ].map { ExtensionElement(.foreign(named: $0), in: places) }

  /// The schemes of Media RSS itself, which look like URNs and are none.
  static let schemes: Set<String> = [
    "urn:simple", "urn:icra", "urn:mpaa", "urn:v-chip", "urn:ebu", "urn:yvs", "urn:flickr:tags",
  ]

  private static let textType = AttributeModel.optional("type", .word(["plain", "html"], .mediaEnum))

  /// The roles of `media:credit` in the scheme `urn:ebu` (EBU Tech 3311, role codes), in lower case.
  static let creditRoles: Set<String> = Set(
    """
    actor|adaptor|anchor person|animal trainer|animator|announcer|armourer|art director|artist/performer|\
    assistant camera|assistant chief lighting technician|assistant director|assistant producer|\
    assistant visual editor|author|broadcast assistant|broadcast journalist|camera operator|\
    carpenter|casting|causeur|choreographer|clapper loader|commentary or commentator|commissioning broadcaster|\
    composer|computer programmer|conductor|consultant|continuity checker|correspondent|costume designer|dancer|\
    dialogue coach|director|director of photography|distribution company|draughtsman|dresser|dubber|\
    editor/producer (news)|editor|editor-in-chief|editor-of-the-day|ensemble|executive producer|expert|\
    fight director|floor manager|focus puller|foley artist|foley editor|foley mixer|graphic assistant|\
    graphic designer|greensman|grip|hairdresser|illustrator|interviewed guest|interviewer|key character|key grip|\
    key talents|leadman|librettist|lighting director|lighting technician|location manager|lyricist|make up artist|\
    manufacturer|matte artist|music arranger|music group|musician|news reader|orchestra|participant|\
    photographer|post|post production editor|producer|production assistant|production company|production department|\
    production manager|production secretary|programme production researcher|property manager|publishing company|\
    puppeteer|pyrotechnician|reporter|rigger|runner|scenario|scenic operative|script supervisor|second assistant camera|\
    second assistant director|second unit director|set designer|set dresser|sign language|singer|\
    sound designer|sound mixer|sound recordist|special effects|stunts|subtitles|technical director|term|translation|\
    transportation manager|treatment/programme proposal|vision mixer|visual editor|visual effects|wardrobe|witness|\
    writer
    """.split(separator: "|").map(String.init))
}
