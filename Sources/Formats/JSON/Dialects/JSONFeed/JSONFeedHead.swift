import DatelineCore
import DatelineRecord
import DatelineSyndication

/// What a JSON Feed says of itself.
struct JSONFeedHead: VisibleEntry {
  /// What it says. Later versions add behind the others.
  enum Field: Int, CaseIterable {
    case version, title, language, publisher, other
  }

  typealias Content = Header

  var members = JSONFeedMembers<Field>()
  /// What carries the header.
  private(set) var carrier: JSONValue?

  /// Sorts the members of a feed.
  init(_ members: [JSONMember]) {
    for member in members where member.value != .null {
      switch member.key {
      case JSONFeedCarrier.key: carrier = member.value
      case "version": self.members[.version].append(member)
      case "title": self.members[.title].append(member)
      case "language": self.members[.language].append(member)
      case "authors", "author": self.members[.publisher].append(member)
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
    case .title: header.title = members[.title, "title"]?.text.flatMap { Text($0) }
    case .language: header.language = members[.language, "language"]?.text.flatMap { Text($0) }
    case .publisher: header.publisher = JSONFeedAuthors.read(members[.publisher]).lazy.compactMap(\.name).first
    case .other: JSONFeedExtras.set(members[.other], in: &header.extras)
    }
    return true
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
    guard !address.isEmpty else { return }
    members[.other].removeAll { $0.key == "feed_url" }
    members[.other].insert(JSONMember("feed_url", .string(address)), at: 0)
  }

  private init(generating header: Header) {
    self.init([])
    members[.version] = [JSONMember("version", .string(JSONFeed.versionPrefix + ".1"))]
    members[.title] = [JSONMember("title", .string(header.title?.description ?? "Incidents"))]
    if let language = header.language { members[.language] = [JSONMember("language", .string(language.description))] }
    if let publisher = header.publisher { members[.publisher] = JSONFeedAuthors.members([(publisher, nil)]) }
  }
}
