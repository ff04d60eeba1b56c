package import DatelineCore

/// Reads the fields of one record from flat members: the reading half of labelled text and of tables.
///
/// A value that a field can't take is reported, and kept for the record's extras under its JSON Pointer.
package struct FlatFieldSource {
  let text: PlacedBytes
  let log: DiagnosticLog
  let codes: FlatCodes
  let limits: Limits
  /// The members of the field that is being read, at least one.
  var current: ArraySlice<FlatMember> = []
  private var path: [PathStep] = []
  /// What goes to the record's extras when it is whole; pointers may repeat.
  var setAside: [Extras.Field] = []

  private enum PathStep {
    case field(StaticString)
    case key(String)
    case index(Int)
  }

  /// - Parameters:
  ///   - text: What the members point into.
  ///   - codes: What to call what is wrong.
  package init(_ text: PlacedBytes, log: DiagnosticLog, codes: FlatCodes, limits: Limits) {
    self.text = text
    self.log = log
    self.codes = codes
    self.limits = limits
  }

  /// Reads a record.
  ///
  /// There is one function for each type of record and not a generic one, so that the compiler makes code for each in
  /// this module: that halves the time.
  ///
  /// - Parameter start: Where the record starts, for the message that something is missing.
  /// - Returns: nil where a required field is missing, which has been reported.
  package mutating func readIncident(
    _ members: [FlatMember], at start: SourcePosition
  ) throws(ConversionError) -> Incident? {
    var record = Incident(unread: ())
    guard try readRecord(members, into: &record, at: start) else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a report, as ``readIncident(_:at:)`` reads an incident.
  package mutating func readReport(
    _ members: [FlatMember], at start: SourcePosition
  ) throws(ConversionError) -> Report? {
    var record = Report(unread: ())
    guard try readRecord(members, into: &record, at: start) else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a tombstone, as ``readIncident(_:at:)`` reads an incident.
  package mutating func readTombstone(
    _ members: [FlatMember], at start: SourcePosition
  ) throws(ConversionError) -> Tombstone? {
    var record = Tombstone(unread: ())
    guard try readRecord(members, into: &record, at: start) else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  /// Reads a header, as ``readIncident(_:at:)`` reads an incident.
  package mutating func readHeader(
    _ members: [FlatMember], at start: SourcePosition
  ) throws(ConversionError) -> Header? {
    var record = Header(unread: ())
    guard try readRecord(members, into: &record, at: start) else { return nil }
    if !setAside.isEmpty { record.extras.append(renaming: setAside) }
    return record
  }

  private mutating func readRecord<Object: SchemaObject>(
    _ members: [FlatMember], into object: inout Object, at start: SourcePosition
  ) throws(ConversionError) -> Bool {
    try read(members, into: &object, at: start, consequence: "; the record is skipped") != nil
  }

  /// Reads the members of an object.
  ///
  /// - Returns: How many fields were filled; nil where a required one was not.
  mutating func read<Object: SchemaObject>(
    _ members: [FlatMember], into object: inout Object, at start: SourcePosition, consequence: String
  ) throws(ConversionError) -> Int? {
    let outer = current
    defer { current = outer }
    var seen: UInt64 = 0
    let known = try known(members, of: Object.self)
    var first = 0
    while first < known.count {
      let field = known[first].field
      var end = first + 1
      while end < known.count, known[end].field == field { end += 1 }
      current = known[first..<end]
      path.append(.field(Object.declaration.fields[field].key))
      if try object.readField(at: field, from: &self) { seen |= 1 << UInt64(field) }
      path.removeLast()
      first = end
    }
    let missing = Object.requiredFields & ~seen
    guard missing != 0 else { return seen.nonzeroBitCount }
    let name = Object.declaration.fields[missing.trailingZeroBitCount].key
    try log.report(
      .error, codes.missingField, "'\(name)' is missing, and every \(Object.self) has one\(consequence)", at: start)
    return nil
  }

  /// The members that name a field and say something, in the schema's order. Unknown ones are set aside.
  private mutating func known<Object: SchemaObject>(
    _ members: [FlatMember], of type: Object.Type
  ) throws(ConversionError) -> [FlatMember] {
    var known: [FlatMember] = []
    known.reserveCapacity(members.count)
    let declaration = Object.declaration
    var last = 0
    var isInOrder = true
    for member in members {
      if member.isCell {
        known.append(member)
        if member.field < last { isInOrder = false }
        last = member.field
        continue
      }
      guard let label = declaration.field(of: member.label, in: text.bytes, hint: last) else {
        try reportUnknown(member, in: "\(Object.self)")
        continue
      }
      guard !member.value.isEmpty || member.partList >= 0 else {
        if member.form != .cell { try reportEmpty(member) }
        continue
      }
      var inner = member
      inner.label = label.rest
      inner.field = label.field
      known.append(inner)
      if label.field < last { isInOrder = false }
      last = label.field
    }
    // The sort keeps the order of equal ones.
    if !isInOrder { known.sort { $0.field < $1.field } }
    return known
  }

  private mutating func reportUnknown(_ member: FlatMember, in object: String) throws(ConversionError) {
    let name = String(decoding: text.bytes[member.label], as: UTF8.self)
    try report(
      .warning, codes.unknownField, "\(quoted(name)) is no field of \(object); it goes to 'extras'", at: member)
    guard !member.value.isEmpty else { return }
    let steps = name.split(separator: ".", omittingEmptySubsequences: false)
    for step in steps { path.append(.key(String(step))) }
    keep(member.value, member.form)
    path.removeLast(steps.count)
  }

  private func reportEmpty(_ member: FlatMember) throws(ConversionError) {
    let name = String(decoding: text.bytes[member.label], as: UTF8.self)
    try report(
      .warning, codes.emptyValue, "\(quoted(name)) is empty, which says no more than leaving it out", at: member)
  }
}

// MARK: What is wrong

extension FlatFieldSource {
  /// Keeps a cell for the record's extras under `key`, as a JSON string.
  package mutating func keep(cell value: Range<Int>, as key: String) {
    var string: [UInt8] = []
    string.appendJSONString(text.bytes.span.extracting(value))
    guard let key = Text(key) else { return }
    setAside.append(Extras.Field(key: key, value: JSONText(checked: Text(checked: string, 0..<string.count))))
  }

  /// Reports something about the label of `member`.
  func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, at member: FlatMember
  ) throws(ConversionError) {
    try log.report(severity, code, message, at: text.position(of: member.start))
  }

  /// The JSON Pointer of the value that is being read.
  private var pointer: String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "/\(index)"
      case .field(let name): text += "/\(name)"
      case .key(let key):
        text += "/"
        for scalar in key.unicodeScalars {
          switch scalar {
          case "~": text += "~0"
          case "/": text += "~1"
          default: text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text
  }

  /// Keeps a value for the record's extras, as a JSON string.
  mutating func keep(_ value: Range<Int>, _ form: FlatMember.Form) {
    var string: [UInt8] = []
    string.appendJSONString(decoded(value, form).span)
    guard let key = Text(pointer) else { return }
    setAside.append(Extras.Field(key: key, value: JSONText(checked: Text(checked: string, 0..<string.count))))
  }

  /// Reports that a value does not fit, and keeps it for the record's extras.
  mutating func refuse(
    _ value: Range<Int>, _ form: FlatMember.Form, _ wanted: @autoclosure () -> String
  ) throws(ConversionError) {
    let found = String(decoding: decoded(value, form), as: UTF8.self)
    try log.report(
      .warning, codes.badValue,
      "'\(pointer.dropFirst())' should be \(wanted()), not \(quoted(found)); it goes to 'extras'",
      at: text.position(of: value.lowerBound))
    keep(value, form)
  }

  /// The one member of a field that has one value. The first counts; others are reported and kept for the extras.
  mutating func single() throws(ConversionError) -> FlatMember? {
    guard current.count > 1 else { return current.first }
    for member in current.dropFirst() {
      try report(
        .error, codes.duplicateField, "'\(pointer.dropFirst())' stands here a second time; this value goes to 'extras'",
        at: member)
      keep(member.value, member.form)
    }
    return current.first
  }

  /// The bytes that `value` stands for.
  func decoded(_ value: Range<Int>, _ form: FlatMember.Form) -> [UInt8] {
    let bytes = text.bytes
    return form == .cell ? Array(bytes[value]) : ItemEscapes.decode(bytes.span.extracting(value)).bytes
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
}
