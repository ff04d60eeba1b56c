import DatelineCore
import DatelineRecord
import DatelineSyndication

/// The members of a feed or of an entry, sorted by what they say.
struct JSONFeedMembers<Field: CaseIterable & RawRepresentable<Int>>: Equatable {
  private var members = [[JSONMember]](repeating: [], count: Field.allCases.count)

  subscript(field: Field) -> [JSONMember] {
    get { members[field.rawValue] }
    set { members[field.rawValue] = newValue }
  }

  /// The value of the first member called `key` that is in `field`.
  subscript(field: Field, key: String) -> JSONValue? { self[field].first { $0.key == key }?.value }

  /// What `field` says, in one form whatever the order of the members.
  func value(of field: Field) -> [UInt8] { text(of: field, sorted: true) }

  /// The members of `field` as an object; nothing where there are none.
  func source(of field: Field) -> [UInt8] { text(of: field, sorted: false) }

  private func text(of field: Field, sorted: Bool) -> [UInt8] {
    guard !self[field].isEmpty else { return [] }
    var output: [UInt8] = []
    JSONValue.object(self[field]).append(to: &output, sorted: sorted)
    return output
  }

  /// All of them, in the order of the fields.
  var all: [JSONMember] { members.flatMap { $0 } }

  /// Keeps in `extras` what was read in `fields` and would be written otherwise.
  ///
  /// - Parameter shown: What would be written.
  func keep(_ fields: [Field], insteadOf shown: Self, but other: Field, in extras: inout Extras) {
    var kept = KeptSource(extras[JSONFeedExtras.written])
    for field in fields where field != other {
      kept.keep(source(of: field), value: value(of: field), of: "\(field)", insteadOf: shown.value(of: field))
    }
    extras[JSONFeedExtras.written] = kept.json
  }

  /// Puts in what `extras` keep.
  mutating func restore(from extras: Extras, but other: Field) {
    self[other] = JSONFeedExtras.members(extras)
    let kept = KeptSource(extras[JSONFeedExtras.written])
    guard !kept.isEmpty else { return }
    for field in Field.allCases where field != other {
      guard let text = kept.text(of: "\(field)", insteadOf: value(of: field)) else { continue }
      self[field] = text.isEmpty ? [] : ((try? JSONValue(text))?.members ?? self[field])
    }
  }
}

/// Where the extras of records hold what JSON Feed has and the schema has no field for.
enum JSONFeedExtras {
  /// An object of members.
  private static let elements: Text = "jsonfeed.members"
  /// What the source said otherwise than it would be written.
  static let written: Text = "jsonfeed.written"

  /// The keys of what is kept of a source of the form, which is no data.
  static let source: [Text] = [written, FeedExtra.content]

  static func members(_ extras: Extras) -> [JSONMember] {
    guard let json = extras[elements] else { return [] }
    return (try? JSONValue(Array(json.text.description.utf8)))?.members ?? []
  }

  static func set(_ members: [JSONMember], in extras: inout Extras) {
    guard !members.isEmpty else {
      extras[elements] = nil
      return
    }
    var output: [UInt8] = []
    JSONValue.object(members).append(to: &output)
    extras[elements] = JSONText(checked: Text(checked: output, 0..<output.count))
  }
}
