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
  /// Whether some text on the tape may hold characters that the model does not allow.
  let hasCarriageReturns: Bool
  /// The attributes and elements of the objects that are being read, those of the innermost last.
  private(set) var members: [XMLMember] = []
  /// Those of the field that is being read.
  var current: Range<Int> = 0..<0
  /// The form of the object that the field holds, as an index of the layout.
  var form = -1
  var path: [PathStep] = []
  /// What goes to the record's extras when it is whole; pointers may repeat.
  var setAside: [Extras.Field] = []

  enum PathStep {
    /// A field, by its index in the layout.
    case field(Int)
    /// A name that the schema does not know, by its index.
    case name(Int)
    case index(Int)
  }

  init(
    _ parser: XMLPushParser, names: DocumentNames, hasCarriageReturns: Bool, log: DiagnosticLog, limits: Limits
  ) {
    self.parser = parser
    tape = parser.tape
    self.log = log
    self.limits = limits
    self.names = names
    meanings = names.meanings
    self.hasCarriageReturns = hasCarriageReturns
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
  mutating func read<Object: SchemaObject>(
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
