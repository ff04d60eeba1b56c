import DatelineCore
import DatelineRecord
import DatelineSyndication

/// What a JSON Feed says of itself.
struct JSONFeedHead: VisibleEntry {
  /// What it says. Later versions add behind the others.
  enum Field: Int, CaseIterable {
    case version, title, language, publisher, other
    case link, description, image, icon
  }

  typealias Content = Header

  var members = JSONFeedMembers<Field>()
  /// What carries the header.
  private(set) var carrier: JSONValue?
  /// The fields that the format demands and nobody told.
  private(set) var madeUp: Set<Field> = []

  /// Sorts the members of a feed.
  init(_ members: [JSONMember]) {
    for member in members where member.value != .null {
      switch member.key {
      case JSONFeedCarrier.key: carrier = member.value
      case "version": self.members[.version].append(member)
      case "title": self.members[.title].append(member)
      case "language": self.members[.language].append(member)
      case "authors", "author": self.members[.publisher].append(member)
      case "home_page_url": self.members[.link].append(member)
      case "description": self.members[.description].append(member)
      case "icon": self.members[.image].append(member)
      case "favicon": self.members[.icon].append(member)
      default: self.members[.other].append(member)
      }
    }
  }

  static func name(of field: Field) -> String { field == .publisher ? "authors" : "\(field)" }

  func value(of field: Field) -> [UInt8] {
    // Whichever version it was is no matter of the header.
    field == .version ? [] : members.value(of: field)
  }

  func take(_ field: Field, into header: inout Header) -> Bool {
    switch field {
    case .version: break
    case .title: header.title = members[.title, "title"]?.text.flatMap { $0 == FeedStandIn.title ? nil : Text($0) }
    case .language: header.language = members[.language, "language"]?.text.flatMap { Text($0) }
    case .publisher:
      let author = JSONFeedAuthors.read(members[.publisher]).first { $0.name != nil }
      header.publisher = author?.name
      header.extras.set(author?.url, as: FeedExtra.page)
    case .link: header.extras.set(members[.link, "home_page_url"]?.text, as: FeedExtra.link)
    case .description: header.extras.set(members[.description, "description"]?.text, as: FeedExtra.description)
    case .image: header.extras.set(members[.image, "icon"]?.text, as: FeedExtra.image)
    case .icon: header.extras.set(members[.icon, "favicon"]?.text, as: FeedExtra.icon)
    case .other: JSONFeedExtras.set(members[.other], in: &header.extras)
    }
    return true
  }

  /// The fields that say of themselves that they were made up.
  var markedFields: [Field] { madeUpFields(by: JSONFeedCarrier.madeUp(carrier)) }

  /// The head without what was made up.
  var withoutMadeUp: JSONFeedHead {
    var head = self
    for field in markedFields { head.members[field] = [] }
    return head
  }

  /// Keeps in the extras of `header` what this head, which was read, says otherwise than the writer would.
  func keep(_ fields: [Field], in header: inout Header) {
    members.keep(
      fields.filter { $0 != .version }, insteadOf: JSONFeedHead(generating: header).members, but: .other,
      in: &header.extras)
  }

  // MARK: - From the header

  /// - Parameter address: The address that the feed will have; empty where it is not known.
  init(showing header: Header, address: String) {
    self.init(generating: header)
    members.restore(from: header.extras, but: .other)
    if value(of: .title) != JSONFeedHead(generating: header).value(of: .title) { madeUp.remove(.title) }
    guard !address.isEmpty else { return }
    members[.other].removeAll { $0.key == "feed_url" }
    members[.other].insert(JSONMember("feed_url", .string(address)), at: 0)
  }

  private init(generating header: Header) {
    self.init([])
    members[.version] = [JSONMember("version", .string(JSONFeed.versionPrefix + ".1"))]
    if header.title == nil { madeUp.insert(.title) }
    members[.title] = [JSONMember("title", .string(header.title?.description ?? FeedStandIn.title))]
    set(.link, "home_page_url", header.extras.string(FeedExtra.link))
    set(.description, "description", header.extras.string(FeedExtra.description))
    set(.image, "icon", header.extras.string(FeedExtra.image))
    set(.icon, "favicon", header.extras.string(FeedExtra.icon))
    if let language = header.language { members[.language] = [JSONMember("language", .string(language.description))] }
    if let publisher = header.publisher {
      let page = header.extras.string(FeedExtra.page).flatMap { Text($0) }
      members[.publisher] = JSONFeedAuthors.members([(publisher, page)])
    }
  }

  private mutating func set(_ field: Field, _ key: String, _ text: String?) {
    if let text { members[field] = [JSONMember(key, .string(text))] }
  }

  /// What a reader makes of the head where the header does not travel along.
  func readBack(_ version: Text) -> Header {
    let shown = JSONFeedHead(members.all)
    var back = Header(schemaVersion: version)
    for field in Field.allCases { _ = shown.take(field, into: &back) }
    return back
  }

  /// What of `header` is not in `back`, which is what comes back.
  func losses(of header: Header, in back: Header) -> [ReadBack.Loss] {
    ReadBack.losses(of: header, in: back, called: "header", butExtras: JSONFeedExtras.source)
  }
}
