internal import DatelineCore
internal import DatelineRecord
internal import DatelineValidation

/// What is remembered of a feed.
struct JSONFeedFacts {
  enum Version { case unknown, old, new }

  var version = Version.unknown
  /// The places of members that only one of the versions has, by their names.
  var oldMembers: [String: (place: Range<Int>, path: [String], other: String)] = [:]
  var newMembers: [String: (place: Range<Int>, path: [String])] = [:]
  var hasLanguage = false
  var itemCount = 0
  var ids = IdentityMemory()
  var contents = IdentityMemory(limit: IdentityMemory.hintLimit)
  var lastDate: Int?
  var isOutOfOrder = false
  var links = LinkSecurity()
}

/// What is remembered of the item that is being read.
struct JSONFeedItemFacts {
  var id: [UInt8] = []
  var title: [UInt8] = []
  var url: [UInt8] = []
  var text: [UInt8] = []
  var published: Int?
  /// When this version was made, in seconds since 1970; 0 where nothing says so.
  var version = 0
  /// The address and the type of an attachment.
  var attachment: (url: [UInt8], type: [UInt8], place: Range<Int>) = ([], [], 0..<0)
}

/// What the tables cannot say.
extension JSONFeedState {
  mutating func start(_ model: JSONFeedObject, _ place: Range<Int>) {
    switch model.role {
    case .item:
      feed.itemCount += 1
      item = JSONFeedItemFacts()
    case .attachment: item.attachment = ([], [], place)
    case .feed, .author, .hub: break
    }
  }

  mutating func end(_ model: JSONFeedObject, _ seen: [String: Int], _ place: Range<Int>) {
    switch model.role {
    case .feed: endFeed(seen, place)
    case .item: endItem(seen, place)
    case .author:
      if seen["name"] == nil, seen["url"] == nil, seen["avatar"] == nil {
        report(.elementMissing, "an author needs one of 'name', 'url' and 'avatar'; add one", at: place)
      }
    case .attachment: checkAttachment()
    case .hub: break
    }
  }

  mutating func noteVersion(of member: JSONFeedMember, _ place: Range<Int>) {
    switch member.versions {
    case .both: break
    case .new: if feed.newMembers[member.name] == nil { feed.newMembers[member.name] = (place, path) }
    case .replaced(let other):
      if feed.oldMembers[member.name] == nil { feed.oldMembers[member.name] = (place, path, other) }
    }
    if member.name == "language" { feed.hasLanguage = true }
  }

  /// Keeps a string that rules of its object compare.
  mutating func note(_ text: [UInt8], _ place: Range<Int>) {
    let isInItem = path.count >= 2 && path[path.count - 2].hasPrefix("items[")
    let isInAttachment = path.count >= 2 && path[path.count - 2].hasPrefix("attachments[")
    switch path.last {
    case "title" where isInItem: item.title = text
    case "url" where isInItem:
      item.url = text
      checkTracking(text, place)
    case "content_html" where isInItem, "content_text" where isInItem: item.text = text
    case "url" where isInAttachment: item.attachment.url = text
    case "mime_type" where isInAttachment:
      item.attachment.type = text
      item.attachment.place = place
    case "feed_url" where path.count == 1: checkLocation(text, place)
    default: break
    }
  }

  mutating func noteID(_ id: ArraySlice<UInt8>, _ place: Range<Int>) {
    let bytes = Array(id)
    item.id = bytes
    let line = position(place.lowerBound).line
    let first = feed.ids.remember(bytes.span, line: line)
    if let first {
      report(
        .atomIdRepeated, "this id is that of the item in line \(first); readers show one of them", at: place,
        level: .error)
    }
  }

  private mutating func endItem(_ seen: [String: Int], _ place: Range<Int>) {
    if seen["content_html"] == nil, seen["content_text"] == nil {
      report(.jsonFeedContentMissing, "an item needs 'content_html' or 'content_text'; add one", at: place)
    }
    if !item.title.isEmpty, !item.url.isEmpty, !item.text.isEmpty {
      let key = item.title + [0] + item.url + [0] + item.text
      let here = position(place.lowerBound).line
      if let line = feed.contents.remember(key.span, line: here) {
        report(.itemIdentical, "this item has the title, link and text of the one in line \(line); keep one", at: place)
      }
    }
    if let published = item.published {
      if let last = feed.lastDate, published > last, !feed.isOutOfOrder {
        feed.isOutOfOrder = true
        report(.orderDates, "this is newer than what stands before it; the newest comes first", at: place)
      }
      feed.lastDate = published
    }
    checkOtherFiles(place)
  }

  private func checkOtherFiles(_ place: Range<Int>) {
    guard log.comparesFiles, !item.id.isEmpty else { return }
    var hasher = Hasher()
    hasher.combine(item.title)
    hasher.combine(item.url)
    hasher.combine(item.text)
    let other = log.conflict(
      id: item.id.span.hash, content: hasher.finalize(), version: item.version,
      line: position(place.lowerBound).line)
    guard let other else { return }
    report(
      .crossFileID,
      "line \(other.line) of '\(other.file)' has other content under this id; give each its own, or a date to each version",
      at: place)
  }

  private mutating func endFeed(_ seen: [String: Int], _ place: Range<Int>) {
    if seen["feed_url"] == nil {
      report(
        .atomSelfMissing, "add 'feed_url' with the address of the feed, so that a copy of it leads back", at: place)
    }
    if seen["items"] != nil, feed.itemCount == 0 { report(.feedEmpty, "the feed has no items", at: place) }
    if !feed.hasLanguage, feed.version == .new {
      report(.languageMissing, "nothing says which language the feed is in; add 'language'", at: place)
    }
    let here = path
    defer { path = here }
    if feed.version == .new {
      for (name, found) in feed.oldMembers {
        path = found.path
        report(
          .versionObsolete, "'\(found.other)' replaced '\(name)' in JSON Feed 1.1; write that", at: found.place,
          level: .info)
      }
    }
    if feed.version == .old {
      for (name, found) in feed.newMembers {
        path = found.path
        report(
          .elementUnknown, "'\(name)' came with JSON Feed 1.1, and this says that it is 1; change 'version'",
          at: found.place, level: .warning)
      }
    }
  }

  private func checkAttachment() {
    let url = String(decoding: item.attachment.url, as: UTF8.self)
    let type = String(decoding: item.attachment.type, as: UTF8.self)
    if let usual = FileTypes.contradiction(url: url, type: type) {
      report(
        .enclosureTypeVsExtension, "a file with this name is \(usual), not \(quoted(type)); write the type of the file",
        at: item.attachment.place)
    }
  }

  private func checkTracking(_ url: [UInt8], _ place: Range<Int>) {
    let text = String(decoding: url, as: UTF8.self)
    if text.contains("?utm_") || text.contains("&utm_") {
      report(.linkTracking, "the link tracks its readers by its parameters; the plain link does as well", at: place)
    }
  }

  private func checkLocation(_ url: [UInt8], _ place: Range<Int>) {
    let own = String(decoding: url, as: UTF8.self)
    if let address = log.options.address, own != address {
      report(
        .selfLocation, "'feed_url' says \(quoted(own)), and the feed is at \(quoted(address))", at: place)
    }
  }
}
