package import DatelineCore

/// Reads the fields of one record from canonical JSON that lies in memory whole.
///
/// Text without escapes is a slice of the record's own bytes. A value that a field can't take is reported, and kept in the
/// record's extras under its JSON Pointer.
package struct JSONFieldSource {
  package var cursor: JSONCursor
  private let start: SourcePosition
  private let log: DiagnosticLog
  /// The keys and indexes that lead to the value being read.
  private var path: [PathStep] = []
  /// What goes to the record's extras when it is whole.
  private(set) var setAside: [Extras.Field] = []

  private enum PathStep {
    case field(StaticString)
    case key(String)
    case index(Int)
  }

  /// - Parameters:
  ///   - bytes: One JSON object; well-formed UTF-8.
  ///   - start: The place of the first byte.
  package init(_ bytes: [UInt8], at start: SourcePosition, log: DiagnosticLog, limits: Limits) {
    cursor = JSONCursor(bytes, depthLimit: limits.depth)
    self.start = start
    self.log = log
  }

  /// Reads the members of an object up to its closing brace; the opening one has been read.
  ///
  /// - Parameter skipping: A key that the caller has dealt with.
  /// - Returns: The fields that were read, as bits; nil where a required one is missing.
  package mutating func readMembers<Object: SchemaObject>(
    into object: inout Object, skipping skipped: StaticString? = nil
  ) throws(ConversionError) -> UInt64? {
    var seen: UInt64 = 0
    let opening = cursor.index
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.index += 1
    } else {
      repeat {
        try readMember(into: &object, skipping: skipped, seen: &seen)
      } while try readSeparator(closing: UInt8(ascii: "}"))
    }
    let missing = Object.requiredFields & ~seen
    guard missing != 0 else { return seen }
    let name = Object.declaration.fields[missing.trailingZeroBitCount].key
    try report(.error, .jsonMissingField, "'\(name)' is missing, and every \(Object.self) has one", at: opening)
    return nil
  }

  private mutating func readMember<Object: SchemaObject>(
    into object: inout Object, skipping skipped: StaticString?, seen: inout UInt64
  ) throws(ConversionError) {
    let keyStart = cursor.index
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    try syntax { cursor throws(JSONFault) in try cursor.expect(UInt8(ascii: ":"), "a colon") }
    let index: Int?
    if raw.hasEscapes {
      let key = try syntax { cursor throws(JSONFault) in try cursor.decode(raw).bytes }
      index = Object.fieldIndex(forKey: key.span)
    } else {
      if let skipped, skipped.hasBytes(cursor.bytes.span.extracting(raw.range)) {
        try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
        return
      }
      index = Object.fieldIndex(forKey: cursor.bytes.span.extracting(raw.range))
    }
    let key = { [bytes = cursor.bytes] in String(decoding: bytes[raw.range], as: UTF8.self) }
    guard let index else {
      try report(
        .warning, .jsonUnknownField, "\(quoted(key())) is no field of \(Object.self); it goes to 'extras'", at: keyStart
      )
      path.append(.key(key()))
      try setAsideValue()
      path.removeLast()
      return
    }
    if seen & 1 << UInt64(index) != 0 {
      try report(
        .error, .jsonDuplicateKey, "\(quoted(key())) stands here a second time; this value goes to 'extras'",
        at: keyStart)
      path.append(.key(key()))
      try setAsideValue()
      path.removeLast()
      return
    }
    try readKnown(index, into: &object, key: key, seen: &seen)
  }

  private mutating func readKnown<Object: SchemaObject>(
    _ index: Int, into object: inout Object, key: () -> String, seen: inout UInt64
  ) throws(ConversionError) {
    if try skipEmpty(key) { return }
    path.append(.field(Object.declaration.fields[index].key))
    if try object.readField(at: index, from: &self) { seen |= 1 << UInt64(index) }
    path.removeLast()
  }

  /// Passes over `null`, `""`, `[]` and `{}`, which say nothing, with a warning.
  private mutating func skipEmpty(_ key: () -> String) throws(ConversionError) -> Bool {
    guard let byte = cursor.peek() else { return false }
    let bytes = cursor.bytes
    let start = cursor.index
    switch byte {
    case UInt8(ascii: "n"):
      guard bytes[start...].starts(with: "null".utf8) else { return false }
      cursor.index += 4
    case UInt8(ascii: "\""):
      guard start + 1 < bytes.count, bytes[start + 1] == byte else { return false }
      cursor.index += 2
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      var ahead = cursor
      ahead.index += 1
      guard ahead.peek() == byte + 2 else { return false }
      cursor.index = ahead.index + 1
    default: return false
    }
    try report(
      .warning, .jsonEmptyValue, "\(quoted(key())) is empty, which says no more than leaving it out", at: start)
    return true
  }

  /// Reads a comma, or `closing`.
  ///
  /// - Returns: Whether it was a comma.
  package mutating func readSeparator(closing: UInt8) throws(ConversionError) -> Bool {
    guard let byte = cursor.peek(), byte == UInt8(ascii: ",") || byte == closing else {
      throw fatal(cursor.unexpected("a comma or '\(Unicode.Scalar(closing))'"))
    }
    cursor.index += 1
    return byte == UInt8(ascii: ",")
  }
}

// MARK: What is wrong

extension JSONFieldSource {
  /// Runs a step of the grammar and turns its fault into the error that ends the record.
  @discardableResult
  package mutating func syntax<Value>(
    _ step: (inout JSONCursor) throws(JSONFault) -> Value
  ) throws(ConversionError) -> Value {
    do { return try step(&cursor) } catch { throw fatal(error) }
  }

  package func fatal(_ fault: JSONFault) -> ConversionError {
    .malformed(Diagnostic(.error, fault.code, fault.message, input: log.input, at: place(of: fault.offset)))
  }

  private func place(of offset: Int) -> SourcePosition {
    start.advanced(over: cursor.bytes.span, upTo: offset)
  }

  package func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: @autoclosure () -> String, at offset: Int
  ) throws(ConversionError) {
    try log.report(severity, code, message(), at: place(of: offset))
  }

  private var pointer: String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "/\(index)"
      case .field(let name): text += "/\(name)"
      case .key(let key):
        text += "/"
        for character in key {
          switch character {
          case "~": text += "~0"
          case "/": text += "~1"
          default: text.append(character)
          }
        }
      }
    }
    return text
  }

  /// Keeps the next value for the record's extras.
  private mutating func setAsideValue() throws(ConversionError) {
    let value = try syntax { cursor throws(JSONFault) in try cursor.readMinimal() }
    guard let key = Text(pointer), let text = Text(minimalJSON: value) else { return }
    var unique = key
    var count = 2
    while setAside.contains(where: { $0.key == unique }) {
      guard let next = Text("\(pointer)#\(count)") else { return }
      unique = next
      count += 1
      if count > 1000 { return }
    }
    setAside.append(Extras.Field(key: unique, value: JSONText(checked: text)))
  }

  /// Reports that the next value does not fit, and keeps it for the record's extras.
  private mutating func refuse(_ wanted: @autoclosure () -> String) throws(ConversionError) {
    _ = cursor.peek()
    let offset = cursor.index
    var ahead = cursor
    let range: Range<Int>
    do { range = try ahead.skipValue() } catch { throw fatal(error) }
    let found = String(decoding: cursor.bytes[range.prefix(100)], as: UTF8.self)
    try report(
      .warning, .jsonBadValue,
      "'\(pointer.dropFirst())' should be \(wanted()), not \(quoted(found)); it goes to 'extras'",
      at: offset)
    try setAsideValue()
  }
}

extension Text {
  /// Text of minimal JSON, which is never empty.
  fileprivate init?(minimalJSON bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    self.init(checked: bytes, 0..<bytes.count)
  }
}

// MARK: Values

extension JSONFieldSource: FieldSource {
  package mutating func readText() throws(ConversionError) -> Text? {
    guard cursor.peek() == UInt8(ascii: "\"") else {
      try refuse("text")
      return nil
    }
    let offset = cursor.index
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    guard raw.hasEscapes else {
      return raw.range.isEmpty ? nil : Text(checked: cursor.bytes, raw.range)
    }
    let decoded = try syntax { cursor throws(JSONFault) in try cursor.decode(raw) }
    if decoded.replacements > 0 {
      try report(
        .warning, .jsonReplacedCharacter,
        "the text has characters that no canonical format can carry; CR becomes LF, others U+FFFD",
        at: offset)
    }
    return decoded.bytes.isEmpty ? nil : Text(checked: decoded.bytes, 0..<decoded.bytes.count)
  }

  /// Reads a string and makes a value of it, or refuses it.
  private mutating func readString<Value>(
    _ wanted: @autoclosure () -> String, _ make: (Span<UInt8>) -> Value?
  ) throws(ConversionError) -> Value? {
    guard cursor.peek() == UInt8(ascii: "\"") else {
      try refuse(wanted())
      return nil
    }
    let before = cursor
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    let value: Value?
    if raw.hasEscapes {
      let decoded = try syntax { cursor throws(JSONFault) in try cursor.decode(raw).bytes }
      value = make(decoded.span)
    } else {
      value = make(cursor.bytes.span.extracting(raw.range))
    }
    if let value { return value }
    cursor = before
    try refuse(wanted())
    return nil
  }

  private mutating func readNumberText() throws(ConversionError) -> Range<Int>? {
    guard let byte = cursor.peek(), byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte else { return nil }
    return try syntax { cursor throws(JSONFault) in try cursor.readNumber() }
  }

  package mutating func readInteger(in range: ClosedRange<Int>) throws(ConversionError) -> Int? {
    let before = cursor
    if let text = try readNumberText(), let value = JSONNumber.integer(cursor.bytes.span.extracting(text)),
      range.contains(value)
    {
      return value
    }
    cursor = before
    try refuse(range.upperBound == .max ? "a whole number from \(range.lowerBound)" : "a whole number in \(range)")
    return nil
  }

  package mutating func readDecimal(in range: ClosedRange<Double>) throws(ConversionError) -> Double? {
    let before = cursor
    if let text = try readNumberText(), let value = JSONNumber.decimal(cursor.bytes.span.extracting(text)),
      range.contains(value)
    {
      return value
    }
    cursor = before
    try refuse("a number in \(range)")
    return nil
  }

  package mutating func readFlag() throws(ConversionError) -> Bool? {
    guard let byte = cursor.peek(), byte == UInt8(ascii: "t") || byte == UInt8(ascii: "f") else {
      try refuse("true")
      return nil
    }
    let value = try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
    return value.count == 4 ? true : nil
  }

  package mutating func readDate() throws(ConversionError) -> EDTF? {
    try readString("an EDTF date, such as 2024-01-13") { EDTF(utf8: $0) }
  }

  package mutating func readInstant() throws(ConversionError) -> Instant? {
    try readString("a date and time, such as 2024-01-13T22:15:00+03:00") { Instant(utf8: $0) }
  }

  package mutating func readDateOrInstant() throws(ConversionError) -> DateOrInstant? {
    try readString("a date, or a date and time") { DateOrInstant(utf8: $0) }
  }

  package mutating func readClockTime() throws(ConversionError) -> ClockTime? {
    try readString("a time, such as 22:15") { ClockTime(utf8: $0) }
  }

  package mutating func readTerm<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readString("one of \(Term.declaration.terms.map { "\($0.name)" }.joined(separator: ", "))") { Term(utf8: $0) }
  }

  package mutating func readTerm<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> Term? {
    try readText().map { Term($0) }
  }

  package mutating func readScalar() throws(ConversionError) -> JSONText? {
    guard let byte = cursor.peek(), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "[") else {
      try refuse("a text, a number, true or false")
      return nil
    }
    return try readAnyJSON()
  }

  package mutating func readJSON() throws(ConversionError) -> JSONText? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    return try readAnyJSON()
  }

  private mutating func readAnyJSON() throws(ConversionError) -> JSONText? {
    let value = try syntax { cursor throws(JSONFault) in try cursor.readMinimal() }
    return Text(minimalJSON: value).map { JSONText(checked: $0) }
  }

  package mutating func readExtras() throws(ConversionError) -> Extras? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    cursor.index += 1
    var extras = Extras()
    var keys: Set<Text> = []
    repeat {
      let offset = cursor.index
      guard let key = try readText() else { throw fatal(cursor.unexpected("a key")) }
      try syntax { cursor throws(JSONFault) in try cursor.expect(UInt8(ascii: ":"), "a colon") }
      guard let value = try readAnyJSON() else { continue }
      if keys.insert(key).inserted {
        extras.append(unique: Extras.Field(key: key, value: value))
      } else {
        try report(
          .error, .jsonDuplicateKey, "\(quoted(key.description)) stands here a second time; the last value counts",
          at: offset)
        extras[key] = value
      }
    } while try readSeparator(closing: UInt8(ascii: "}"))
    return extras
  }

  package mutating func readTexts() throws(ConversionError) -> [Text] {
    try readList { source throws(ConversionError) in try source.readText() }
  }

  package mutating func readTerms<Term: ClosedVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readTerms<Term: OpenVocabulary>(of type: Term.Type) throws(ConversionError) -> [Term] {
    try readList { source throws(ConversionError) in try source.readTerm(of: type) }
  }

  package mutating func readObject<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> Object? {
    guard cursor.peek() == UInt8(ascii: "{") else {
      try refuse("an object")
      return nil
    }
    let before = cursor
    cursor.index += 1
    let setAsideBefore = setAside.count
    var object = Object(unread: ())
    if let fields = try readMembers(into: &object) {
      // An object of which nothing could be taken is not there.
      return fields == 0 ? nil : object
    }
    // Without its required fields the object is kept as it was written.
    setAside.removeSubrange(setAsideBefore...)
    cursor = before
    try setAsideValue()
    return nil
  }

  package mutating func readObjects<Object: SchemaObject>(of type: Object.Type) throws(ConversionError) -> [Object] {
    try readList { source throws(ConversionError) in try source.readObject(of: type) }
  }

  private mutating func readList<Value>(
    _ read: (inout Self) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    guard cursor.peek() == UInt8(ascii: "[") else {
      try refuse("a list")
      return []
    }
    cursor.index += 1
    var values: [Value] = []
    var index = 0
    if cursor.peek() == UInt8(ascii: "]") {
      cursor.index += 1
      return []
    }
    repeat {
      path.append(.index(index))
      if let value = try read(&self) { values.append(value) }
      path.removeLast()
      index += 1
    } while try readSeparator(closing: UInt8(ascii: "]"))
    return values
  }
}

extension DiagnosticCode {
  static let jsonMissingField: Self = "json.missing-field"
  static let jsonUnknownField: Self = "json.unknown-field"
  static let jsonDuplicateKey: Self = "json.duplicate-key"
  static let jsonEmptyValue: Self = "json.empty-value"
  static let jsonBadValue: Self = "json.bad-value"
  static let jsonReplacedCharacter: Self = "json.replaced-character"
}
