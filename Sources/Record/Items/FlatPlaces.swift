package import DatelineCore

/// Where the fields of a record that was read from flat members stand in the input.
package struct FlatPlaces {
  private let text: PlacedBytes
  private let start: SourcePosition
  private let declaration: ObjectDeclaration
  private let members: [FlatMember]
  /// The members of each field, with what is left of their labels; made when the first place is asked for.
  private lazy var membersOfFields: [Int: [FlatMember]] = groupMembers()

  /// - Parameter start: Where the record starts: the answer where there is no better one.
  package init(
    _ members: [FlatMember], in text: PlacedBytes, of declaration: ObjectDeclaration, from start: SourcePosition
  ) {
    self.members = members
    self.text = text
    self.declaration = declaration
    self.start = start
  }

  /// The place of the field that `pointer` (RFC 6901) names, or of the nearest one around it.
  package mutating func position(of pointer: String) -> SourcePosition {
    let tokens = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.decoded)
    guard let key = tokens.first, let field = declaration.fields.firstIndex(where: { "\($0.key)" == key }),
      let found = membersOfFields[field], let first = found.first
    else { return start }
    let rest = tokens.dropFirst()
    let place: Int?
    if case .extras = declaration.fields[field].type {
      place = found.first { String(decoding: label($0), as: UTF8.self) == rest.first }.map(\.value.lowerBound)
    } else if declaration.fields[field].singular != nil {
      place = item(Array(rest), among: found, isObject: declaration.fields[field].type.isObject)
    } else {
      place = rest.first.flatMap { name in found.first { label($0).elementsEqual(name.utf8) } }.map(\.value.lowerBound)
    }
    return text.position(of: place ?? first.value.lowerBound)
  }

  private static func decoded(_ token: Substring) -> String {
    token.split(separator: "~1", omittingEmptySubsequences: false).map {
      $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }.joined(separator: "/")
  }

  private func label(_ member: FlatMember) -> [UInt8] {
    if member.isCell {
      let inner = member.innerField < 0 ? nil : declaration.fields[member.field].innerObject
      return inner.map { Array("\($0.fields[member.innerField].key)".utf8) } ?? []
    }
    return labelBytes(member)
  }

  private func labelBytes(_ member: FlatMember) -> [UInt8] {
    ItemEscapes.decode(text.bytes.span.extracting(member.label)).bytes
  }

  /// Where the item with the index that `path` begins with starts, or the field of it that `path` goes on with.
  private func item(_ path: [String], among members: [FlatMember], isObject: Bool) -> Int? {
    guard let name = path.first, var index = Int(name), index >= 0 else { return nil }
    for member in members {
      var ranges = [member.value]
      if member.partList < 0, isObject || member.form != .line {
        ranges = ItemEscapes.split(text.bytes, member.value, at: UInt8(ascii: isObject ? "|" : ","))
      }
      guard index < ranges.count else {
        index -= ranges.count
        continue
      }
      let range = ItemEscapes.trimmed(text.bytes, ranges[index])
      guard path.count > 1, member.partList < 0 else { return range.lowerBound }
      return value(of: path[1], in: range) ?? range.lowerBound
    }
    return nil
  }

  /// Where the value of `key` starts in the item at `range`.
  private func value(of key: String, in range: Range<Int>) -> Int? {
    for part in ItemEscapes.split(text.bytes, range, at: UInt8(ascii: ";")) {
      let part = ItemEscapes.trimmed(text.bytes, part)
      guard let equals = text.bytes[part].firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = text.bytes[ItemEscapes.trimmed(text.bytes, part.lowerBound..<equals)]
      guard name.elementsEqual(key.utf8) else { continue }
      return ItemEscapes.trimmed(text.bytes, (equals + 1)..<part.upperBound).lowerBound
    }
    return nil
  }

  private func groupMembers() -> [Int: [FlatMember]] {
    var groups: [Int: [FlatMember]] = [:]
    for member in members {
      if member.isCell {
        groups[member.field, default: []].append(member)
        continue
      }
      guard let label = declaration.field(of: member.label, in: text.bytes) else { continue }
      var inner = member
      inner.label = label.rest
      groups[label.field, default: []].append(inner)
    }
    return groups
  }
}

extension FieldType {
  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }
}
