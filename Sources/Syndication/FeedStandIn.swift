package import DatelineCore

/// What stands where a form of feed demands something that nobody told. Each says of itself that it is none, so that
/// readers take it for nothing, whatever travelled along.
package enum FeedStandIn {
  /// For a title.
  package static let title = "Untitled"
  /// For a person.
  package static let name = "Unknown"
  /// For an address.
  package static let address = "urn:dateline:1"
  /// For a date: some years before there were feeds.
  package static let date = "1990-01-01T00:00:00Z"

  /// Whether a date of RFC 3339 is none: ours, or the zero that programs write for a date that they do not have.
  package static func isDate(_ text: String) -> Bool { text == date || text == "1970-01-01T00:00:00Z" }
}

/// The keys of what feeds of every form say and the schema has no field for. Their readers and writers share them, so that
/// it comes over from one form into another.
package enum FeedExtra {
  /// The address of the site that a feed belongs to.
  package static let link: Text = "feed.link"
  /// What a feed is about, as text.
  package static let description: Text = "feed.description"
  /// The address of the picture that stands for a feed.
  package static let image: Text = "feed.image"
  /// The address of the small picture that stands for a feed.
  package static let icon: Text = "feed.icon"
  /// The e-mail address of a feed's publisher.
  package static let email: Text = "feed.email"
  /// The address of a page about a feed's publisher.
  package static let page: Text = "feed.page"
  /// What summarises an entry that has its content besides, as HTML.
  package static let summary: Text = "feed.summary"
  /// The HTML of an entry's text, kept for as long as the text is what it was.
  package static let content: Text = "feed.content"
  /// What an entry answers: identifiers (RFC 4685, section 3), each with a space and the address beside it.
  package static let inReplyTo: Text = "feed.inReplyTo"
}
