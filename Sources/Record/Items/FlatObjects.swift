package import DatelineCore

/// Objects in flat forms: `when.date` and its like, and the items of lists.
extension FlatFieldSource {
  package mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object? {
    var members: [FlatMember] = []
    for member in current {
      if member.isCell {
        var part = member
        part.field = member.innerField
        members.append(part)
      } else if !member.label.isEmpty {
        members.append(member)
      } else if let parts = try parts(of: member.value) {
        // A person may write the whole object as an item.
        members += parts
      } else {
        try refuse(member.value, member.form, "'key=value', or have lines for its parts")
      }
    }
    guard let first = members.first else { return nil }
    var object = Object(unread: ())
    let place = text.position(of: first.label.lowerBound)
    // The model has no empty objects.
    return try read(members, into: &object, at: place, consequence: "") ?? 0 > 0 ? object : nil
  }

  package mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object] {
    var objects: [Object] = []
    var index = 0
    for member in current {
      var start = member.value.lowerBound
      while true {
        var end = member.value.upperBound
        if member.partList < 0 {
          end = ItemEscapes.firstSeparator(UInt8(ascii: "|"), in: text.bytes, start..<end)
        }
        let item = ItemEscapes.trimmed(text.bytes, start..<end)
        if !item.isEmpty || member.partList >= 0 {
          let object: Object? = try withItem(index) { source throws(ConversionError) in
            try source.readItem(item, parts: source.text.parts(of: member))
          }
          if let object { objects.append(object) }
          index += 1
        }
        guard end < member.value.upperBound else { break }
        start = end + 1
      }
    }
    return objects
  }

  private mutating func readItem<Object: SchemaObject>(
    _ item: Range<Int>, parts known: [FlatMember]?
  ) throws(ConversionError) -> Object? {
    var parts = known
    if parts == nil { parts = try self.parts(of: item) }
    guard let parts else {
      try refuse(item, .item, "'key=value; key=value'")
      return nil
    }
    let keptBefore = setAside.count
    var object = Object(unread: ())
    let place = text.position(of: item.lowerBound)
    if let count = try read(parts, into: &object, at: place, consequence: "; it goes to 'extras'") {
      return count > 0 || parts.isEmpty ? object : nil
    }
    // Without its required fields the object is kept as it was written.
    setAside.removeSubrange(keptBefore...)
    keep(item, .item)
    return nil
  }

  /// The members of an item `key=value; key=value`, none for `{}`; nil where it is no item.
  ///
  /// A semicolon without a key behind it belongs to the value, as a person may have meant it.
  private mutating func parts(of item: Range<Int>) throws(ConversionError) -> [FlatMember]? {
    let bytes = text.bytes
    if ("{}" as StaticString).hasBytes(bytes.span.extracting(item)) { return [] }
    var parts: [FlatMember] = []
    parts.reserveCapacity(8)
    var start = item.lowerBound
    while start < item.upperBound {
      let semicolon = ItemEscapes.firstSeparator(UInt8(ascii: ";"), in: bytes, start..<item.upperBound)
      let part = ItemEscapes.trimmed(bytes, start..<semicolon)
      start = semicolon + 1
      if part.isEmpty { continue }
      var end = part.lowerBound
      while end < part.upperBound, bytes[end].isLetterOrDigit { end += 1 }
      let equals = ItemEscapes.trimmed(bytes, end..<part.upperBound).lowerBound
      if end > part.lowerBound, equals < part.upperBound, bytes[equals] == UInt8(ascii: "=") {
        let value = ItemEscapes.trimmed(bytes, (equals + 1)..<part.upperBound)
        parts.append(FlatMember(label: part.lowerBound..<end, value: value, form: .item))
        continue
      }
      guard let last = parts.indices.last else { return nil }
      try log.report(
        .warning, codes.looseSemicolon,
        "the semicolon before this has no 'key=value' behind it, so it belongs to the value; write '\\;'",
        at: text.position(of: part.lowerBound))
      parts[last].value = parts[last].value.lowerBound..<part.upperBound
    }
    return parts
  }
}

extension UInt8 {
  /// Whether the byte is a letter or a digit of ASCII.
  package var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
