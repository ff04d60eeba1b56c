import DatelineCore
import DatelineRecord

/// What people write in an incident besides the schema's labels, where it can mean one thing only: `Where` for a place,
/// and a place's name alone. It is read and never written.
enum SpokenLabel {
  private static let labels: [(spoken: StaticString, label: StaticString)] = [
    ("where", "place"), ("location", "place"), ("locations", "place"), ("who", "participant"),
    ("weapon", "munition"), ("weapons", "munition"), ("said", "claim"), ("statement", "claim"),
    ("statements", "claim"), ("date", "when.date"), ("time", "when.time"), ("category", "kind"),
    ("headline", "title"), ("description", "summary"),
  ]

  /// What words alone stand for, where a list of objects has items.
  private static let keys: [(label: StaticString, plural: StaticString, key: StaticString, isStatus: Bool)] = [
    ("place", "places", "name", false), ("participant", "participants", "name", false),
    ("munition", "munitions", "designation", false), ("casualty", "casualties", "status", true),
    ("damage", "damage", "status", true),
  ]

  /// The schema's label for one that people use; nil where it is no such one.
  static func label(for name: Span<UInt8>) -> StaticString? {
    for (spoken, label) in labels where spoken.hasBytesIgnoringCase(name) { return label }
    return nil
  }

  /// The member that `member` stands for; often itself.
  ///
  /// - Parameter text: Takes the names that it needs.
  static func resolve(_ member: FlatMember, in text: inout PlacedBytes) -> FlatMember {
    let place = text.position(of: member.label.lowerBound)
    func append(_ name: StaticString) -> Range<Int> {
      let start = text.count
      text.append(name, at: place)
      return start..<text.count
    }
    var label = member.label
    if let known = self.label(for: text.bytes.span.extracting(label)) { label = append(known) }
    // Few labels are of those that words alone can follow, so the words come last.
    let isWhen = text.bytes.span.extracting(label).isEqual(to: "when")
    let key = isWhen ? nil : key(for: text.bytes.span.extracting(label), text.bytes.span.extracting(member.value))
    if isWhen || key != nil, isPlain(member.value, in: text.bytes) {
      guard let key else { return FlatMember(label: append("when.date"), value: member.value, form: .line) }
      let part = FlatMember(label: append(key), value: member.value, form: .line)
      return FlatMember(label: label, value: member.value, form: .line, partList: text.add(parts: [part]))
    }
    return label == member.label ? member : FlatMember(label: label, value: member.value, form: .line)
  }

  /// The field of an item of `label` that `value` alone is.
  private static func key(for label: Span<UInt8>, _ value: Span<UInt8>) -> StaticString? {
    for (name, plural, key, isStatus) in keys
    where name.hasBytesIgnoringCase(label) || plural.hasBytesIgnoringCase(label) {
      // Words about harm are no status, unless they are one of its terms.
      return !isStatus || HarmStatus(utf8: value) != nil ? key : nil
    }
    return nil
  }

  /// Whether there are words alone: no `key=`, no `{}` and no second item.
  private static func isPlain(_ value: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard !value.isEmpty, !bytes[value].elementsEqual("{}".utf8),
      ItemEscapes.firstSeparator(UInt8(ascii: "|"), in: bytes, value) == value.upperBound
    else { return false }
    return ItemEscapes.split(bytes, value, at: UInt8(ascii: ";"))
      .allSatisfy { LabelSyntax.splitKey(bytes, $0) == nil }
  }
}
