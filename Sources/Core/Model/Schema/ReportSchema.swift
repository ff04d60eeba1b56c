extension Schema {
  static let header = ObjectDeclaration(
    "Header", record: "header", "What a document says of itself, before its first record. At most one, and first.",
    [
      FieldDeclaration(
        "schemaVersion", .text(.plain), required: true,
        "The version of this schema that the document keeps to: `major.minor`.", example: "1.0"),
      FieldDeclaration("title", .text(.plain), "The title of the collection.", example: "Strikes, January 2024"),
      FieldDeclaration("language", .text(.language), "The language of the collection's text.", example: "en"),
      FieldDeclaration("publisher", .text(.plain), "Who publishes the collection.", example: "Field Desk"),
      FieldDeclaration("rights", .object("Rights"), "Whose the collection is and what may be done with it."),
      FieldDeclaration(
        "generator", .text(.plain), "The program that wrote the document.", example: "dateline 1.0"),
      FieldDeclaration(
        "created", .instant, "When the document was written; only where that was asked for.",
        example: "2024-01-14T09:30:00Z"),
      FieldDeclaration("extras", .extras, "What the source's head had and the schema has no field for."),
    ])

  static let report = ObjectDeclaration(
    "Report", record: "report",
    "A text that tells of incidents: an article, a feed entry, a bulletin. It is also written for a data set as a whole, never for each row of a table.",
    [
      FieldDeclaration(
        "id", .text(.uri), required: true, "The report's identifier, the same whenever the same source is read.",
        example: "urn:uuid:59877036-a368-5dd5-bc52-8491d19e6775"),
      FieldDeclaration(
        "externalIDs", .text(.curie), each: "externalID", "Every identifier that the source gives, verbatim.",
        example: "guid:https://example.org/a/17"),
      FieldDeclaration("kind", .term("ReportKind"), "What sort of text it is.", example: "article"),
      FieldDeclaration("headlines", .object("Headline"), each: "headline", "Its headlines, the main one first."),
      FieldDeclaration("byline", .text(.plain), "The byline, verbatim.", example: "By Ana Ruiz and Tom Lee"),
      FieldDeclaration("authors", .object("Author"), each: "author", "The authors, one by one."),
      FieldDeclaration("dateline", .object("DatelineLine"), "When and where the story was filed."),
      FieldDeclaration("published", .dateOrInstant, "When it was published.", example: "2024-01-14"),
      FieldDeclaration(
        "publishedBasis", .term("DateBasis"), "How the date of publication is known.", example: "stated"),
      FieldDeclaration(
        "updated", .dateOrInstant, "When it was last changed by its publisher.", example: "2024-01-14T10:05:00+01:00"),
      FieldDeclaration("publisher", .text(.plain), "Who published it.", example: "Northern Wire"),
      FieldDeclaration("language", .text(.language), "The language of its text.", example: "en-GB"),
      FieldDeclaration("rights", .object("Rights"), "Whose it is and what may be done with it."),
      FieldDeclaration("links", .object("Link"), each: "link", "Pages that belong to it."),
      FieldDeclaration("media", .object("Medium"), each: "medium", "Pictures, video, audio and documents of it."),
      FieldDeclaration("subjects", .object("Subject"), each: "subject", "What it is about, in its publisher's terms."),
      FieldDeclaration(
        "body", .object("Block"), each: "block",
        "The text, block by block. The blocks joined by two LF are the report's text, to which all offsets refer."),
      FieldDeclaration("version", .integer(0...Int.max), "The publisher's count of versions.", example: "2"),
      FieldDeclaration("status", .term("ReportStatus"), "Whether it may be used.", example: "usable"),
      FieldDeclaration(
        "claims", .object("Claim"), each: "claim",
        "What is said in it about no one incident, such as \"this is routine\"."),
      FieldDeclaration(
        "evidence", .object("Evidence"), each: "evidence",
        "Where in the text the values of this record come from; a span without `report` is in this report."),
      FieldDeclaration("extras", .extras, "What the source had and the schema has no field for."),
    ])

  static let reportObjects = [
    ObjectDeclaration(
      "Headline", "A headline.",
      [
        FieldDeclaration("role", .term("HeadlineRole"), "Which headline it is.", example: "main"),
        FieldDeclaration("text", .text(.plain), "Its words.", example: "Two missiles fall short"),
      ]),
    ObjectDeclaration(
      "Author", "A person or desk that wrote a report.",
      [
        FieldDeclaration("name", .text(.plain), "The name as printed.", example: "Ana Ruiz"),
        FieldDeclaration("role", .text(.plain), "The role as printed.", example: "photographer"),
        FieldDeclaration("url", .text(.uri), "The author's page.", example: "https://example.org/ana"),
        FieldDeclaration("email", .text(.plain), "The author's address.", example: "ana@example.org"),
      ]),
    ObjectDeclaration(
      "DatelineLine", "The line that says where and when a story was filed.",
      [
        FieldDeclaration("text", .text(.plain), "The line, verbatim.", example: "LIMA, March 3 (NW) -"),
        FieldDeclaration("place", .text(.plain), "The place in it, as printed.", example: "LIMA"),
        FieldDeclaration("date", .date, "The date in it.", example: "2024-03-03"),
      ]),
    ObjectDeclaration(
      "Rights", "Whose a text or a collection is, and what may be done with it.",
      [
        FieldDeclaration("holder", .text(.plain), "Who holds the rights.", example: "Northern Wire"),
        FieldDeclaration("year", .integer(0...9999), "The year of the notice.", example: "2024"),
        FieldDeclaration("notice", .text(.plain), "The notice, verbatim.", example: "Copyright 2024 Northern Wire"),
        FieldDeclaration("licence", .text(.plain), "A URI or an SPDX identifier.", example: "CC-BY-4.0"),
        FieldDeclaration("terms", .text(.plain), "Terms of use in words.", example: "Not for resale."),
      ]),
    ObjectDeclaration(
      "Link", "A page that belongs to a report.",
      [
        FieldDeclaration("rel", .text(.plain), "The relation, by its IANA name.", example: "canonical"),
        FieldDeclaration("url", .text(.uri), "The address.", example: "https://example.org/a/17"),
        FieldDeclaration("mediaType", .text(.mediaType), "The media type.", example: "text/html"),
        FieldDeclaration("title", .text(.plain), "The link's title.", example: "Full text"),
      ]),
    ObjectDeclaration(
      "Medium", "A picture, a video, a sound or a document.",
      [
        FieldDeclaration("url", .text(.uri), "The address.", example: "https://example.org/17.jpg"),
        FieldDeclaration("mediaType", .text(.mediaType), "The media type.", example: "image/jpeg"),
        FieldDeclaration("role", .text(.plain), "What it is for.", example: "thumbnail"),
        FieldDeclaration("title", .text(.plain), "Its title or caption.", example: "The crater"),
        FieldDeclaration("credit", .text(.plain), "Whom to credit.", example: "Photo: Tom Lee"),
        FieldDeclaration("bytes", .integer(0...Int.max), "Its length in bytes.", example: "48213"),
      ]),
    ObjectDeclaration(
      "Subject", "A topic, in its publisher's terms.",
      [
        FieldDeclaration("scheme", .text(.plain), "The scheme that the code belongs to.", example: "medtop"),
        FieldDeclaration("code", .text(.plain), "The code.", example: "20000053"),
        FieldDeclaration("label", .text(.plain), "The words.", example: "armed conflict"),
      ]),
    ObjectDeclaration(
      "Block", "A block of a report's text.",
      [
        FieldDeclaration("role", .term("BlockRole"), "What the block is.", example: "paragraph"),
        FieldDeclaration(
          "text", .text(.plain), required: true, "Its text, without markup.", example: "Nobody was hurt."),
        FieldDeclaration("language", .text(.language), "Its language, where not the report's.", example: "uk"),
      ]),
  ]

  static let reportVocabularies = [
    VocabularyDeclaration(
      "ReportKind", open: true,
      [
        ("article", "a news article"), ("feedEntry", "an entry of a feed"), ("wireMessage", "a message of an agency"),
        ("alert", "a warning to the public"), ("bulletin", "a periodic report of an authority or a monitor"),
        ("post", "a post on a social network"), ("page", "a web page"), ("dataset", "a data set as a whole"),
        ("calendarEntry", "an entry of a calendar"),
      ]),
    VocabularyDeclaration(
      "DateBasis",
      [
        ("stated", "the source says it in full"), ("resolved", "reckoned from relative words, such as a weekday"),
        ("inferred", "put together from several places, such as a year from the copyright line"),
        ("assumed", "taken from what the caller said"),
      ]),
    VocabularyDeclaration(
      "ReportStatus",
      [
        ("draft", "not yet published"), ("usable", "published"), ("corrected", "published again with a correction"),
        ("withheld", "not to be used for now"), ("cancelled", "never to be used again"),
      ]),
    VocabularyDeclaration(
      "HeadlineRole",
      [
        ("main", "the headline"), ("kicker", "the line above it"), ("sub", "the line below it"),
        ("alternative", "another wording"), ("short", "a short wording for small places"),
      ]),
    VocabularyDeclaration(
      "BlockRole",
      [
        ("headline", "a headline that is quoted from"), ("byline", "who wrote it"),
        ("dateline", "when and where it was filed"), ("paragraph", "a paragraph"), ("heading", "a heading in the text"),
        ("listItem", "an item of a list"), ("quotation", "a quotation set apart"), ("caption", "words under a picture"),
        ("rights", "a notice of rights"), ("boilerplate", "standing text that tells nothing of the story"),
      ]),
  ]
}
