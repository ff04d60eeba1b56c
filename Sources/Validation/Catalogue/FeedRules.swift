extension RuleCatalogue {
  /// The feed as a whole.
  static let feedRules: [ValidationRule] = [
    ValidationRule(
      .orderDates, .info, .practice, "practice",
      "Items do not stand from the newest to the oldest, or the feed says that it is older than its newest item. Some readers stop at the first item that they know.",
      wrong:
        "<channel><lastBuildDate>Mon, 01 Jan 2024 18:30:02 GMT</lastBuildDate><item><title>Bridge closed</title><pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate></item></channel>",
      right:
        "<channel><lastBuildDate>Sat, 13 Jan 2024 18:30:02 GMT</lastBuildDate><item><title>Bridge closed</title><pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate></item></channel>"
    ),
    ValidationRule(
      .feedEmpty, .info, .practice, "RSS 2.0 Elements of channel; RFC 4287 §4.1.1",
      "The feed has no items. That is legal, and often a sign that a query failed.",
      wrong: "<channel><title>News</title></channel>",
      right: "<channel><title>News</title><item><title>Bridge closed</title></item></channel>"),
    ValidationRule(
      .feedTooLarge, .info, .practice, "practice",
      "The feed is larger than readers take: several cut off after 1 to 25 megabytes.",
      wrong: "a feed of 1001 items",
      right: "a feed of the newest 50 items, and archives (RFC 5005)"),
    ValidationRule(
      .itemIdentical, .warning, .practice, "RSS 2.0 guid",
      "Two items have the same title, link and text under different ids. Readers show both.",
      wrong:
        #"<item><title>Bridge closed</title><link>https://example.org/42</link><description>Until May</description><guid isPermaLink="false">tag:example.org,2024:1</guid></item><item><title>Bridge closed</title><link>https://example.org/42</link><description>Until May</description><guid isPermaLink="false">tag:example.org,2024:2</guid></item>"#,
      right:
        #"<item><title>Bridge closed</title><link>https://example.org/42</link><description>Until May</description><guid isPermaLink="false">tag:example.org,2024:1</guid></item>"#
    ),
    ValidationRule(
      .crossFileID, .warning, .practice, "RSS 2.0 guid; RFC 4287 §4.2.6; Specs/incident.md",
      "Two files of one run have different content under the same id, and nothing says that one is a later version. Whoever reads both keeps one of them.",
      wrong: "one guid in two files, with different titles",
      right: "a guid of its own for each"),
    ValidationRule(
      .carriedRecord, .warning, .must, "Specs/xml.md; Specs/json.md",
      "The feed was written by dateline and carries the whole record, which has been damaged. Whoever reads the feed back gets what is visible, and the rest of the record is lost.",
      wrong: #"<dateline:record>{"type":"report","id":</dateline:record>"#,
      right: #"<dateline:record>{"type":"report","id":"urn:example:1"}</dateline:record>"#),
    ValidationRule(
      .httpContentType, .warning, .must, "RFC 7303 §3; RFC 4287 §7; JSON Feed 1.1 (MIME type)",
      like: ["UnexpectedContentType", "NonSpecificMediaType", "TextXml"],
      "The media type with which the server sends the feed, as --content-type gives it, does not say what the document is. Browsers and readers go by it.",
      wrong: "a feed of RSS that is sent as text/html",
      right: "the same, sent as application/rss+xml"),
    ValidationRule(
      .httpCharset, .warning, .must, "RFC 7303 §3",
      like: ["EncodingMismatch"],
      "The parameter charset of the media type, as --content-type gives it, is not the encoding of the document. It comes before what the document says.",
      wrong: "a feed in UTF-8 that is sent as application/rss+xml; charset=iso-8859-1",
      right: "the same, sent as application/rss+xml"),
  ]
}
