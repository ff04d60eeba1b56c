import DatelineCore
import DatelineRecord

/// Reads the fields of one record from the events of its element.
///
/// A value that a field can't take is reported, and kept for the record's extras under its JSON Pointer.
struct XMLFieldSource {
  let parser: XMLPushParser
  let tape: XMLTape
  let log: DiagnosticLog
  let limits: Limits
  let names: DocumentNames
  /// What the names mean, and the form of the schema, at hand.
  let meanings: [DocumentNames.Meaning]
  let layout = XMLLayout.standard
  /// Whether some text of the record may hold characters that the model does not allow.
  let hasCarriageReturns: Bool
  /// The attributes and elements of the objects that are being read, those of the innermost last.
  private var members: [XMLMember] = []
  /// Those of the field that is being read.
  var current: Range<Int> = 0..<0
  /// The form of the object that the field holds, as an index of the layout.
  var form = -1
  private var path: [PathStep] = []
  /// What goes to the record's extras when it is whole; pointers may repeat.
  private var setAside: [Extras.Field] = []

  private enum PathStep {
    /// A field, by its index in the layout.
    case field(Int)
    /// A name that the schema does not know, by its index.
    case name(Int)
    case index(Int)
  }

  /// - Parameter element: The event at which the record starts.
  init(_ parser: XMLPushParser, _ element: Int, names: DocumentNames, log: DiagnosticLog, limits: Limits) {
    self.parser = parser
    tape = parser.tape
    self.log = log
    self.limits = limits
    self.names = names
    meanings = names.meanings
    let tape = tape
    let first = tape.events[element].bytes.lowerBound
    let end = tape.events[element + Int(tape.events[element].length)].bytes.upperBound
    hasCarriageReturns = tape.bytes.span.extracting(first..<end).firstIndex(of: 0x0D, from: 0) < end - first
    members.reserveCapacity(64)
    path.reserveCapacity(8)
  }

  // There is one function for each type of record and not a generic one, so that the compiler makes code for each in this
  // module.

  /// Reads the incident that starts at `element`; nil where a required field is missing, which has been reported.
  mutating func readIncident(_ element: Int, form: Int) throws(ConversionError) -> Incident? {
    var record = Incident(unread: ())
    guard try read(element, form, into: &record, consequence: "; the record is skipped") != nil else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a report, as ``readIncident(_:form:)`` reads an incident.
  mutating func readReport(_ element: Int, form: Int) throws(ConversionError) -> Report? {
    var record = Report(unread: ())
    guard try read(element, form, into: &record, consequence: "; the record is skipped") != nil else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a tombstone, as ``readIncident(_:form:)`` reads an incident.
  mutating func readTombstone(_ element: Int, form: Int) throws(ConversionError) -> Tombstone? {
    var record = Tombstone(unread: ())
    guard try read(element, form, into: &record, consequence: "; the record is skipped") != nil else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a header, as ``readIncident(_:form:)`` reads an incident.
  mutating func readHeader(_ element: Int, form: Int) throws(ConversionError) -> Header? {
    var record = Header(unread: ())
    guard try read(element, form, into: &record, consequence: "; the header is skipped") != nil else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads the fields of the object whose element starts at `element`.
  ///
  /// - Returns: How many fields were filled; nil where a required one was not.
  private mutating func read<Object: SchemaObject>(
    _ element: Int, _ form: Int, into object: inout Object, consequence: String
  ) throws(ConversionError) -> Int? {
    let first = members.count
    try collect(element, form, object: Object.self)
    let outer = (current, self.form)
    let fields = layout.forms[form].first
    let end = members.count
    var seen: UInt64 = 0
    var index = first
    while index < end {
      let field = members[index].field
      var next = index + 1
      while next < end, members[next].field == field { next += 1 }
      current = index..<next
      self.form = layout.fields[fields + field].form
      path.append(.field(fields + field))
      if try object.readField(at: field, from: &self) { seen |= 1 << UInt64(field) }
      path.removeLast()
      index = next
    }
    members.removeLast(members.count - first)
    (current, self.form) = outer
    let missing = Object.requiredFields & ~seen
    guard missing != 0 else { return seen.nonzeroBitCount }
    let name = Object.declaration.fields[missing.trailingZeroBitCount].key
    try log.report(
      .error, .xmlMissingField, "'\(name)' is missing, and every \(Object.self) has one\(consequence)",
      at: parser.position(of: tape.events[element]))
    return nil
  }
}

// MARK: Members

/// What holds the value of a field: an element, an attribute, or what an element has in it beside its attributes.
struct XMLMember {
  /// The field, as an index of its object's declaration.
  var field: Int
  /// The event at which the element starts.
  let element: Int
  /// For an attribute of that element, its index in the tape's list; -1 for the element, -2 for its content.
  private let part: Int

  init(_ field: Int, element: Int) {
    self.field = field
    self.element = element
    part = -1
  }

  init(_ field: Int, contentOf element: Int) {
    self.field = field
    self.element = element
    part = -2
  }

  init(_ field: Int, attribute: Int, of element: Int) {
    self.field = field
    self.element = element
    part = attribute
  }

  /// The attribute, as an index of the tape's list; nil where it is none.
  var attribute: Int? { part >= 0 ? part : nil }
  /// Whether it is only the content of the element: attributes and elements of it are other fields.
  var isContent: Bool { part == -2 }
}

extension XMLFieldSource {
  /// Finds the attributes and elements that are fields and say something, those of each field together. Others are set
  /// aside.
  private mutating func collect<Object: SchemaObject>(
    _ element: Int, _ form: Int, object: Object.Type
  ) throws(ConversionError) {
    let first = members.count
    let start = tape.events[element]
    var seen: UInt64 = 0
    var isGrouped = true
    var last = -1
    func note(_ field: Int) {
      let bit: UInt64 = 1 << UInt64(field)
      if seen & bit != 0, last != field { isGrouped = false }
      seen |= bit
      last = field
    }
    for attribute in start.attributes {
      guard let field = try field(ofAttribute: attribute, of: element, form, "\(Object.self)") else { continue }
      note(field)
      members.append(XMLMember(field, attribute: attribute, of: element))
    }
    let content = layout.forms[form].content
    if content >= 0, hasText(element) {
      note(content)
      members.append(XMLMember(content, contentOf: element))
    }
    var index = element + 1
    let end = element + Int(start.length)
    while index < end {
      let event = tape.events[index]
      switch event.kind {
      case .start:
        if let field = try field(ofElement: index, form, "\(Object.self)") {
          note(field)
          members.append(XMLMember(field, element: index))
        }
        index += Int(event.length)
      case .text, .cdata: if content < 0 { try checkSpace(event) }
      case .end, .comment, .instruction, .doctype: break
      }
      index += 1
    }
    guard !isGrouped else { return }
    // The sort keeps the order of equal ones.
    members[first...].sort { $0.field < $1.field }
  }

  /// The field that an attribute stands for, if it is one and says something.
  private mutating func field(
    ofAttribute attribute: Int, of element: Int, _ form: Int, _ object: @autoclosure () -> String
  ) throws(ConversionError) -> Int? {
    let one = tape.attributes[attribute]
    let name = meanings[one.name]
    guard name.isPlain else {
      try passOver(one.name, at: position(ofAttribute: attribute, of: element))
      return nil
    }
    let field = name.number < 0 ? -1 : layout.field(name.number, in: form)
    guard field >= 0, layout.fields[layout.forms[form].first + field].isText else {
      try setAsideUnknown(XMLMember(-1, attribute: attribute, of: element), one.name, object())
      return nil
    }
    if one.value.isEmpty {
      try reportEmpty(one.name, at: position(ofAttribute: attribute, of: element))
      return nil
    }
    if !layout.fields[layout.forms[form].first + field].isAttribute {
      try log.report(
        .warning, .xmlMisplacedField, "'\(local(one.name))' of \(object()) is no attribute; it is read all the same",
        at: position(ofAttribute: attribute, of: element))
    }
    return field
  }

  /// The field that an element stands for, if it is one and says something.
  private mutating func field(
    ofElement element: Int, _ form: Int, _ object: @autoclosure () -> String
  ) throws(ConversionError) -> Int? {
    let event = tape.events[element]
    let name = meanings[event.name]
    guard name.isOwn else {
      try passOver(element: element)
      return nil
    }
    let field = name.number < 0 ? -1 : layout.field(name.number, in: form)
    guard field >= 0 else {
      try setAsideUnknown(XMLMember(-1, element: element), event.name, object())
      return nil
    }
    let known = layout.fields[layout.forms[form].first + field]
    if known.isText, event.length == 1, event.attributes.isEmpty {
      try reportEmpty(event.name, at: parser.position(of: event))
      return nil
    }
    if known.isAttribute || known.isContent {
      let right = known.isAttribute ? "an attribute" : "the content of its element"
      try log.report(
        .warning, .xmlMisplacedField,
        "'\(local(event.name))' of \(object()) is \(right), not an element; it is read all the same",
        at: parser.position(of: event))
    }
    return field
  }

  /// Whether an element has text of its own.
  private func hasText(_ element: Int) -> Bool {
    var index = element + 1
    let end = element + Int(tape.events[element].length)
    while index < end {
      let event = tape.events[index]
      if event.kind == .text || event.kind == .cdata { return true }
      index += 1 + (event.kind == .start ? Int(event.length) : 0)
    }
    return false
  }

  /// Tells of text where only elements should stand, and keeps it.
  private mutating func checkSpace(_ event: XMLEvent) throws(ConversionError) {
    for index in event.bytes where !XMLSpace.isSpace(tape.bytes[index]) { return try reportStrayText(event) }
  }

  private mutating func reportStrayText(_ event: XMLEvent) throws(ConversionError) {
    guard let text = XMLSpace.text(of: event, in: tape) else { return }
    try log.report(
      .warning, .xmlStrayText, "\(quoted(text)) stands between elements, where no text counts; it goes to 'extras'",
      at: parser.positionOfText(in: event))
    keep(Array(text.utf8), under: "xml.text")
  }
}

// MARK: What is wrong

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
  private func passOver(_ name: Int, at position: @autoclosure () -> SourcePosition) throws(ConversionError) {
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

  private mutating func setAsideUnknown(
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
