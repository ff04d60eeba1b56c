extension RuleCatalogue {
  /// JSON, and JSON Feed where no rule of other feeds says the same.
  static let jsonRules: [ValidationRule] = [
    ValidationRule(
      .jsonMalformed, .error, .must, "RFC 8259 §2, §7, §8.1",
      "The text does not keep to the grammar of JSON, or is not in UTF-8. Readers stop at the first such place.",
      wrong: "{'title': 'News'}",
      right: #"{"title": "News"}"#),
    ValidationRule(
      .jsonType, .error, .must, "JSON Feed 1.1 (each member)",
      "The member holds a value of another type than its specification says. Readers drop it, or the whole feed. What is not known is left out; null is a value too.",
      wrong: #"{"title": 42}"#,
      right: #"{"title": "News"}"#),
    ValidationRule(
      .jsonFeedVersion, .error, .must, "JSON Feed 1.1 (version)",
      "The version is the address of the specification, letter for letter. By it readers tell a feed from other JSON.",
      wrong: #"{"version": "1.1"}"#,
      right: #"{"version": "https://jsonfeed.org/version/1.1"}"#),
    ValidationRule(
      .jsonFeedContentMissing, .error, .must, "JSON Feed 1.1 (content_html, content_text)",
      "An item has its content as HTML, as plain text, or both.",
      wrong: #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{"id": "1"}]}"#,
      right:
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{"id": "1", "content_text": "Closed"}]}"#
    ),
  ]
}
