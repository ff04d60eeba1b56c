internal import DatelineValidation

/// What a member of an object of JSON Feed holds.
enum JSONFeedValue: Sendable {
  case text(JSONFeedText)
  /// A number of 0 or more, and whether it is a whole one.
  case number(isWhole: Bool)
  case boolean
  case object(JSONFeedObject)
  indirect case list(JSONFeedValue)
}

/// What a string is.
enum JSONFeedText: Sendable {
  case any, plain, html, url, date, language, mediaType, version
  /// What tells an item from the others of its feed.
  case identifier
}

/// A member of an object.
struct JSONFeedMember: Sendable {
  /// Which versions of the specification have it.
  enum Versions: Sendable {
    case both
    /// It came with 1.1.
    case new
    /// 1.1 replaced it by the member of this name.
    case replaced(by: String)
  }

  let name: String
  let value: JSONFeedValue
  let isNeeded: Bool
  /// Whether an empty string is a fault.
  let isFilled: Bool
  let versions: Versions

  init(
    _ name: String, _ value: JSONFeedValue, isNeeded: Bool = false, isFilled: Bool = false, _ versions: Versions = .both
  ) {
    self.name = name
    self.value = value
    self.isNeeded = isNeeded
    self.isFilled = isFilled
    self.versions = versions
  }
}

/// An object: which members it has.
final class JSONFeedObject: Sendable {
  /// What is done with it besides what its table says.
  enum Role: Sendable { case feed, item, author, attachment, hub }

  let role: Role
  /// As messages call it.
  let name: String
  let members: [JSONFeedMember]

  init(_ role: Role, _ name: String, _ members: [JSONFeedMember]) {
    self.role = role
    self.name = name
    self.members = members
  }

  func member(_ name: String) -> JSONFeedMember? { members.first { $0.name == name } }
}

/// The objects of JSON Feed 1 and 1.1 (jsonfeed.org/version/1, jsonfeed.org/version/1.1).
enum JSONFeedVocabulary {
  static let feed = JSONFeedObject(
    .feed, "the feed",
    [
      JSONFeedMember("version", .text(.version), isNeeded: true),
      JSONFeedMember("title", .text(.plain), isNeeded: true, isFilled: true),
      JSONFeedMember("home_page_url", .text(.url), isFilled: true),
      JSONFeedMember("feed_url", .text(.url), isFilled: true),
      JSONFeedMember("description", .text(.plain)), JSONFeedMember("user_comment", .text(.any)),
      JSONFeedMember("next_url", .text(.url), isFilled: true), JSONFeedMember("icon", .text(.url), isFilled: true),
      JSONFeedMember("favicon", .text(.url), isFilled: true),
      JSONFeedMember("author", .object(author), .replaced(by: "authors")),
      JSONFeedMember("authors", .list(.object(author)), .new),
      JSONFeedMember("language", .text(.language), isFilled: true, .new), JSONFeedMember("expired", .boolean),
      JSONFeedMember("hubs", .list(.object(hub))), JSONFeedMember("items", .list(.object(item)), isNeeded: true),
    ])

  static let item = JSONFeedObject(
    .item, "an item",
    [
      JSONFeedMember("id", .text(.identifier), isNeeded: true, isFilled: true),
      JSONFeedMember("url", .text(.url), isFilled: true), JSONFeedMember("external_url", .text(.url), isFilled: true),
      JSONFeedMember("title", .text(.plain)), JSONFeedMember("content_html", .text(.html)),
      JSONFeedMember("content_text", .text(.any)), JSONFeedMember("summary", .text(.plain)),
      JSONFeedMember("image", .text(.url), isFilled: true),
      JSONFeedMember("banner_image", .text(.url), isFilled: true),
      JSONFeedMember("date_published", .text(.date)), JSONFeedMember("date_modified", .text(.date)),
      JSONFeedMember("author", .object(author), .replaced(by: "authors")),
      JSONFeedMember("authors", .list(.object(author)), .new), JSONFeedMember("tags", .list(.text(.plain))),
      JSONFeedMember("language", .text(.language), isFilled: true, .new),
      JSONFeedMember("attachments", .list(.object(attachment))),
    ])

  private static let author = JSONFeedObject(
    .author, "an author",
    [
      JSONFeedMember("name", .text(.plain), isFilled: true), JSONFeedMember("url", .text(.url), isFilled: true),
      JSONFeedMember("avatar", .text(.url), isFilled: true),
    ])

  private static let attachment = JSONFeedObject(
    .attachment, "an attachment",
    [
      JSONFeedMember("url", .text(.url), isNeeded: true, isFilled: true),
      JSONFeedMember("mime_type", .text(.mediaType), isNeeded: true), JSONFeedMember("title", .text(.plain)),
      JSONFeedMember("size_in_bytes", .number(isWhole: true)),
      JSONFeedMember("duration_in_seconds", .number(isWhole: false)),
    ])

  private static let hub = JSONFeedObject(
    .hub, "a hub",
    [
      JSONFeedMember("type", .text(.any), isNeeded: true, isFilled: true),
      JSONFeedMember("url", .text(.url), isNeeded: true, isFilled: true),
    ])
}
