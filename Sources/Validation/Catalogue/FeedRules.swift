extension RuleCatalogue {
  /// The feed as a whole.
  static let feedRules: [ValidationRule] = [
    ValidationRule(
      .orderDates, .info, .practice, "practice",
      "Items do not stand from the newest to the oldest, or the feed says that it is older than its newest item. Some readers stop at the first item that they know.",
      wrong: "<lastBuildDate>Mon, 01 Jan 2024 …</lastBuildDate> … <pubDate>Sat, 13 Jan 2024 …</pubDate>",
      right: "<lastBuildDate>Sat, 13 Jan 2024 …</lastBuildDate> … <pubDate>Sat, 13 Jan 2024 …</pubDate>"),
    ValidationRule(
      .feedEmpty, .info, .practice, "RSS 2.0 Elements of channel; RFC 4287 §4.1.1",
      "The feed has no items. That is legal, and often a sign that a query failed.",
      wrong: "<channel>…</channel>",
      right: "<channel>… <item>…</item></channel>"),
    ValidationRule(
      .feedTooLarge, .info, .practice, "practice",
      "The feed is larger than readers take: several cut off after 1 to 25 megabytes.",
      wrong: "a feed of 40 MB",
      right: "the newest 50 items, and archives (RFC 5005)"),
    ValidationRule(
      .itemIdentical, .warning, .practice, "RSS 2.0 guid",
      "Two items have the same title, link and text under different ids. Readers show both.",
      wrong: "<item>… <guid>1</guid></item><item>… <guid>2</guid></item>",
      right: "<item>… <guid>1</guid></item>"),
  ]
}
