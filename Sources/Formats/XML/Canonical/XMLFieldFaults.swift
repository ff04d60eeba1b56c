import DatelineCore
import DatelineRecord

/// What is wrong with a record, where it stands, and what becomes of it.
extension XMLFieldSource {
  /// Where the attribute at `attribute` of the tape's list stands.
  func position(ofAttribute attribute: Int, of element: Int) -> SourcePosition {
    let event = tape.events[element]
    return parser.position(ofAttribute: attribute - event.attributes.lowerBound, in: event)
  }

  /// Where a member stands: its name, if it is an attribute, else its tag.
  func position(of member: XMLMember) -> SourcePosition {
    member.attribute.map { position(ofAttribute: $0, of: member.element) }
      ?? parser.position(of: tape.events[member.element])
  }

  func member(_ index: Int) -> XMLMember { members[index] }

  /// The local part of a name.
  func local(_ name: Int) -> String { names.local(name) }

  /// Tells of a name of others, once for each namespace.
  func passOver(_ name: Int, at position: @autoclosure () -> SourcePosition) throws(ConversionError) {
    guard let message = names.messageOfForeign(name) else { return }
    try log.report(.warning, .xmlForeignNamespace, message, at: position())
  }

  /// Tells of an element of others, once for each namespace.
  func passOver(element: Int) throws(ConversionError) {
    let event = tape.events[element]
    try passOver(event.name, at: parser.position(of: event))
  }

  func reportEmpty(_ name: Int, at position: SourcePosition) throws(ConversionError) {
    try log.report(
      .warning, .xmlEmptyValue, "\(quoted(local(name))) is empty, which says no more than leaving it out", at: position)
  }

  /// The JSON Pointer (RFC 6901) of the value that is being read.
  private var pointer: String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "/\(index)"
      case .field(let field): text += "/\(layout.fields[field].key)"
      // Names of XML have neither tilde nor slash.
      case .name(let name): text += "/\(local(name))"
      }
    }
    return text
  }

  /// Keeps something for the record's extras, as a JSON string.
  mutating func keep(_ value: [UInt8], under key: String) {
    guard let key = Text(key) else { return }
    setAside.append(Extras.Field(key: key, value: FlatText.jsonString(TextRules.legal(value).span)))
  }

  /// Keeps the value of a member for the record's extras: its text, or where it has attributes or elements in it, its
  /// element as it was written.
  mutating func keep(_ member: XMLMember) { keep(written(member), under: pointer) }

  /// What a member says: its text, or where it has attributes or elements in it, its element as it was written.
  private func written(_ member: XMLMember) -> [UInt8] {
    if let attribute = member.attribute { return Array(tape.bytes[tape.attributes[attribute].value]) }
    let start = tape.events[member.element]
    let end = member.element + Int(start.length)
    let inside = tape.events[(member.element + 1)..<end]
    guard member.isContent || start.attributes.isEmpty && !inside.contains(where: { $0.kind == .start }) else {
      return parser.source(from: start, through: tape.events[end])
    }
    return inside.filter { $0.kind == .text || $0.kind == .cdata }.flatMap { tape.bytes[$0.bytes] }
  }

  /// Reports a name that the schema does not know, and keeps what it says.
  mutating func setAsideUnknown(
    _ member: XMLMember, _ name: Int, _ object: String
  ) throws(ConversionError) {
    try log.report(
      .warning, .xmlUnknownField, "\(quoted(local(name))) is no field of \(object); it goes to 'extras'",
      at: position(of: member))
    path.append(.name(name))
    keep(member)
    path.removeLast()
  }

  /// Sets aside an attribute of an element that has a value and should have none.
  mutating func setAside(attribute: Int, of element: Int) throws(ConversionError) {
    let name = tape.attributes[attribute].name
    guard meanings[name].isPlain else {
      return try passOver(name, at: position(ofAttribute: attribute, of: element))
    }
    try log.report(
      .warning, .xmlUnknownField,
      "\(quoted(local(name))) is no attribute of '\(local(tape.events[element].name))'; it goes to 'extras'",
      at: position(ofAttribute: attribute, of: element))
    path.append(.name(name))
    keep(XMLMember(-1, attribute: attribute, of: element))
    path.removeLast()
  }

  /// Reports that a value does not fit, and keeps it for the record's extras.
  mutating func refuse(_ member: XMLMember, _ wanted: @autoclosure () -> String) throws(ConversionError) {
    let found = String(decoding: written(member), as: UTF8.self)
    try log.report(
      .warning, .xmlBadValue,
      "'\(pointer.dropFirst())' should be \(wanted()), not \(quoted(found)); it goes to 'extras'",
      at: position(of: member))
    keep(member)
  }

  /// The one member of a field that has one value. The first counts; others are reported and kept for the extras.
  mutating func single() throws(ConversionError) -> XMLMember {
    if current.count == 1 { return members[current.lowerBound] }
    for index in current.dropFirst() {
      try log.report(
        .error, .xmlDuplicateField,
        "'\(pointer.dropFirst())' stands here a second time; this value goes to 'extras'",
        at: position(of: members[index]))
      keep(members[index])
    }
    return members[current.lowerBound]
  }

  /// Runs `read` for the item at `index` of a list.
  mutating func withItem<Value>(
    _ index: Int, _ read: (inout Self) throws(ConversionError) -> Value
  ) throws(ConversionError) -> Value {
    path.append(.index(index))
    let value = try read(&self)
    path.removeLast()
    return value
  }

  /// Reads the object of an element.
  ///
  /// - Returns: nil where it has no field, or not those that it must have; it is then kept as it was written.
  mutating func object<Object: SchemaObject>(
    of member: XMLMember, _ form: Int
  ) throws(ConversionError) -> Object? {
    let event = tape.events[member.element]
    if event.length == 1, event.attributes.isEmpty, Object.requiredFields == 0 {
      try reportEmpty(event.name, at: parser.position(of: event))
      return nil
    }
    let keptBefore = setAside.count
    var object = Object(unread: ())
    if let count = try read(member.element, form, into: &object, consequence: "; it goes to 'extras'") {
      // An object of which nothing could be taken is not there.
      return count == 0 ? nil : object
    }
    setAside.removeSubrange(keptBefore...)
    keep(member)
    return nil
  }
}

extension DiagnosticCode {
  static let xmlMissingField: Self = "xml.missing-field"
  static let xmlUnknownField: Self = "xml.unknown-field"
  static let xmlDuplicateField: Self = "xml.duplicate-field"
  static let xmlMisplacedField: Self = "xml.misplaced-field"
  static let xmlEmptyValue: Self = "xml.empty-value"
  static let xmlBadValue: Self = "xml.bad-value"
  static let xmlReplacedCharacter: Self = "xml.replaced-character"
  static let xmlStrayText: Self = "xml.stray-text"
  static let xmlForeignNamespace: Self = "xml.foreign-namespace"
}
