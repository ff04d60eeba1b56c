import DatelineValidation

extension RuleCase {
  static let jsonCases: [RuleCase] = [
    RuleCase(.jsonMalformed, in: .text("{⟦⟦'title': 1}")),
    RuleCase(.jsonMalformed, in: .text(#"{"title": "x"} ⟦⟦x"#)),
    RuleCase(.jsonMalformed, in: .text(#"{"title": "x",⟦⟦}"#)),
    RuleCase(.jsonMalformed, in: .text(#"{"title": "x"⟦⟦"#)),
    RuleCase(.jsonMalformed, in: .text("⟦⟦[]")),
    RuleCase(.jsonMalformed, in: .text(#"{"a":"⟦⟦\#u{1}"}"#)),
    RuleCase(.jsonMalformed, in: .text(#"{"title":"⟦⟦\x"}"#)),
    RuleCase(
      .jsonMalformed,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed"}]}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": ⟦42⟦, "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": ⟦null⟦, "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "tags": ⟦"x"⟦}]}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": ⟦1⟦, "content_text": "x"}]}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "expired": ⟦"yes"⟦, "items": []}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "authors": ⟦{}⟦, "items": []}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "authors": [⟦1⟦], "items": []}"#
      )),
    RuleCase(
      .jsonType,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":"a/b","size_in_bytes":⟦"1"⟦}]}]}"#
      )),
    RuleCase(
      .jsonType,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "expired": true, "items": [{"id": "1", "content_text": "Closed"}]}"#
      )),
    RuleCase(
      .jsonFeedVersion,
      in: .text(
        #"{"version": ⟦"1.1"⟦, "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .jsonFeedVersion,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .jsonFeedVersion,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .jsonFeedContentMissing,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [⟦{⟦"id": "1"}]}"#
      )),
    RuleCase(
      .jsonFeedContentMissing,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_html": "x"}]}"#
      )),
  ]
}
