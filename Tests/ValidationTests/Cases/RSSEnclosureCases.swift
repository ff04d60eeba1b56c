import DatelineValidation

extension RuleCase {
  /// What is enclosed in an item.
  static let rssEnclosureCases: [RuleCase] = [
    RuleCase(.enclosureUrl, in: .rss(item: #"<enclosure url="⟦ftp://e.org/a.mp3⟦" length="1" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureUrl, in: .rss(item: #"<enclosure url="⟦foo⟦" length="1" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureUrl, notIn: .rss()),
    RuleCase(.enclosureLength, in: .atom(feed: #"<link rel="related" length="⟦ 1 ⟦" href="http://a.org/"/>"#)),
    RuleCase(
      .enclosureLength, in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦x⟦" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureLength,
      in: .rss(channel: #"<cloud domain="e.org" port="⟦x⟦" path="/x" registerProcedure="r" protocol="soap"/>"#)),
    RuleCase(
      .enclosureLength,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":"a/b","size_in_bytes":⟦-1⟦}]}]}"#
      )),
    RuleCase(.enclosureLength, notIn: .atom()),
    RuleCase(
      .enclosureLengthMinusOne,
      in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦-1⟦" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureLengthMinusOne, notIn: .rss()),
    RuleCase(
      .enclosureType,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" type="⟦foo⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .enclosureType,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" type="⟦foo⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.enclosureType, notIn: .rss()),
    RuleCase(
      .enclosureSeveral,
      in: .rss(
        item:
          #"<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/>⟦<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/⟦>"#
      )),
    RuleCase(.enclosureSeveral, notIn: .rss()),
    RuleCase(
      .enclosureLengthZero, in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦0⟦" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureLengthZero, notIn: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureTypeVsExtension, in: .rss(item: #"⟦<enclosure url="http://e.org/a.mp3" length="1" type="mp3"/⟦>"#)),
    RuleCase(
      .enclosureTypeVsExtension,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a.mp4","mime_type":⟦"audio/mpeg"⟦}]}]}"#
      )),
    RuleCase(
      .enclosureTypeVsExtension,
      in: .rss(item: #"⟦<enclosure url="http://e.org/a.m4a" length="1" type="audio/mpeg"/⟦>"#)),
    RuleCase(
      .enclosureTypeVsExtension,
      notIn: .rss(item: #"<enclosure url="http://e.org/a.m4a?x.mp3" length="1" type="audio/mp4"/>"#)),
  ]
}
