package import DatelineCore

/// Reads the fields of one record from canonical JSON that lies in memory whole.
///
/// Text without escapes is a slice of the record's own bytes. A value that a field can't take is reported, and kept in the
/// record's extras under its JSON Pointer.
package struct JSONFieldSource {
  package var cursor: JSONCursor
  private let start: SourcePosition
  private let log: DiagnosticLog
  /// Found when the first place is asked for.
  private var lines: LineIndex?
  /// The keys and indexes that lead to the value being read.
  private(set) var path: [PathStep] = []
  /// What goes to the record's extras when it is whole, under JSON Pointers, of which some may be equal.
  private(set) var setAside: [Extras.Field] = []

  /// Kept small and without references, since every value costs one; names are looked up when something is reported.
  enum PathStep {
    case field(any SchemaObject.Type, Int)
    /// A key that the schema does not know, by the place of its string.
    case key(JSONCursor.RawString)
    case index(Int)
  }

  /// - Parameters:
  ///   - bytes: One JSON object; well-formed UTF-8.
  ///   - start: The place of the first byte.
  package init(_ bytes: [UInt8], at start: SourcePosition, log: DiagnosticLog, limits: Limits) {
    cursor = JSONCursor(bytes, depthLimit: limits.depth)
    self.start = start
    self.log = log
    path.reserveCapacity(8)
  }

  /// Reads the members of an object up to its closing brace; the opening one has been read.
  ///
  /// - Parameter isRecord: Whether the object has a `type`, which the caller has dealt with.
  /// - Returns: The fields that were read, as bits; nil where a required one is missing.
  package mutating func readMembers<Object: SchemaObject>(
    into object: inout Object, isRecord: Bool = false
  ) throws(ConversionError) -> UInt64? {
    var seen: UInt64 = 0
    var awaitsType = isRecord
    let opening = cursor.index - 1
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.index += 1
    } else {
      repeat {
        try readMember(into: &object, seen: &seen, awaitsType: &awaitsType, isRecord: isRecord)
      } while try readSeparator(closing: UInt8(ascii: "}"))
    }
    let missing = Object.requiredFields & ~seen
    guard missing != 0 else { return seen }
    let name = Object.declaration.fields[missing.trailingZeroBitCount].key
    let consequence =
      isRecord ? "the \(Object.self == Header.self ? "header" : "record") is skipped" : "it goes to 'extras'"
    try report(
      .error, .jsonMissingField, "'\(name)' is missing, and every \(Object.self) has one; \(consequence)", at: opening)
    return nil
  }

  private mutating func readMember<Object: SchemaObject>(
    into object: inout Object, seen: inout UInt64, awaitsType: inout Bool, isRecord: Bool
  ) throws(ConversionError) {
    let raw = try syntax { cursor throws(JSONFault) in
      let raw = try cursor.readRawString()
      try cursor.expect(UInt8(ascii: ":"), "a colon")
      return raw
    }
    let index: Int?
    var isType = false
    if raw.hasEscapes {
      let key = try decoded(raw).bytes
      index = Object.fieldIndex(forKey: key.span)
      isType = isRecord && ("type" as StaticString).hasBytes(key.span)
    } else {
      index = Object.fieldIndex(forKey: cursor.bytes.span.extracting(raw.range))
      isType = isRecord && ("type" as StaticString).hasBytes(cursor.bytes.span.extracting(raw.range))
    }
    if isType, awaitsType {
      awaitsType = false
      try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
    } else if let index, seen & 1 << UInt64(index) == 0 {
      try readKnown(index, raw, into: &object, seen: &seen)
    } else if isType || index != nil {
      try setAside(raw, .error, .jsonDuplicateKey) {
        "\(quoted($0)) stands here a second time; this value goes to 'extras'"
      }
    } else {
      try setAside(raw, .warning, .jsonUnknownField) {
        "\(quoted($0)) is no field of \(Object.self); it goes to 'extras'"
      }
    }
  }

  private mutating func readKnown<Object: SchemaObject>(
    _ index: Int, _ key: JSONCursor.RawString, into object: inout Object, seen: inout UInt64
  ) throws(ConversionError) {
    if try skipEmpty(key) { return }
    path.append(.field(Object.self, index))
    if try object.readField(at: index, from: &self) { seen |= 1 << UInt64(index) }
    path.removeLast()
  }

  /// Reports something about a key and keeps its value for the record's extras.
  private mutating func setAside(
    _ key: JSONCursor.RawString, _ severity: Diagnostic.Severity, _ code: DiagnosticCode,
    _ message: (String) -> String
  ) throws(ConversionError) {
    try report(severity, code, message(try text(of: key)), at: key.range.lowerBound - 1)
    path.append(.key(key))
    try setAsideValue()
    path.removeLast()
  }

  /// Passes over `null`, `""`, `[]` and `{}`, which say nothing, with a warning.
  private mutating func skipEmpty(_ key: JSONCursor.RawString) throws(ConversionError) -> Bool {
    guard let byte = cursor.peek() else { return false }
    let start = cursor.index
    switch byte {
    case UInt8(ascii: "n"):
      guard cursor.bytes[start...].starts(with: "null".utf8) else { return false }
      cursor.index += 4
    case UInt8(ascii: "\""):
      guard start + 1 < cursor.bytes.count, cursor.bytes[start + 1] == byte else { return false }
      cursor.index += 2
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      cursor.index += 1
      guard cursor.peek() == byte + 2 else {
        cursor.index = start
        return false
      }
      cursor.index += 1
    default: return false
    }
    let name = try text(of: key)
    try report(.warning, .jsonEmptyValue, "\(quoted(name)) is empty, which says no more than leaving it out", at: start)
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

  /// Reads the items of a list up to its closing bracket; the opening one has been read.
  mutating func readItems<Value>(
    _ read: (inout Self) throws(ConversionError) -> Value?
  ) throws(ConversionError) -> [Value] {
    var values: [Value] = []
    var index = 0
    repeat {
      path.append(.index(index))
      if let value = try read(&self) { values.append(value) }
      path.removeLast()
      index += 1
    } while try readSeparator(closing: UInt8(ascii: "]"))
    return values
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

  package mutating func fatal(_ fault: JSONFault) -> ConversionError {
    .malformed(Diagnostic(.error, fault.code, fault.message, input: log.input, at: place(of: fault.offset)))
  }

  private mutating func place(of offset: Int) -> SourcePosition {
    let lines = self.lines ?? LineIndex(cursor.bytes.span)
    self.lines = lines
    return lines.position(of: offset, from: start)
  }

  package mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, at offset: Int
  ) throws(ConversionError) {
    try log.report(severity, code, message, at: place(of: offset))
  }

  mutating func decoded(_ raw: JSONCursor.RawString) throws(ConversionError) -> JSONCursor.DecodedString {
    try syntax { cursor throws(JSONFault) in try cursor.decode(raw) }
  }

  /// What the string says.
  private mutating func text(of raw: JSONCursor.RawString) throws(ConversionError) -> String {
    String(decoding: try decoded(raw).bytes, as: UTF8.self)
  }

  /// What the string at `index` says; nil where there is another value. The cursor stays where it is.
  mutating func string(at index: Int) throws(ConversionError) -> String? {
    let before = cursor.index
    cursor.index = index
    guard cursor.peek() == UInt8(ascii: "\"") else {
      cursor.index = before
      return nil
    }
    let raw = try syntax { cursor throws(JSONFault) in try cursor.readRawString() }
    cursor.index = before
    return try text(of: raw)
  }

  /// The JSON Pointer of the value being read.
  private mutating func pointer() throws(ConversionError) -> String {
    var text = ""
    for step in path {
      switch step {
      case .index(let index): text += "/\(index)"
      case .field(let object, let index): text += "/\(object.declaration.fields[index].key)"
      case .key(let key):
        let name = try self.text(of: key)
        text +=
          "/"
          + name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
          .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
      }
    }
    return text
  }

  /// Reads one value of any kind in its minimal form, and reports characters in it that had to be replaced.
  mutating func readAnyJSON() throws(ConversionError) -> JSONText? {
    let first = cursor.peek()
    let offset = cursor.index
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "["),
      let end = cursor.bytes.span.endOfMinimalTexts(from: offset)
    {
      cursor.index = end
      return JSONText(checked: Text(checked: cursor.bytes, offset..<end))
    }
    let before = cursor.replacements
    let value = try syntax { cursor throws(JSONFault) in try cursor.readMinimal() }
    if cursor.replacements > before { try reportReplacement(at: offset) }
    return value.isEmpty ? nil : JSONText(checked: Text(checked: value, 0..<value.count))
  }

  mutating func reportReplacement(at offset: Int) throws(ConversionError) {
    try report(
      .warning, .jsonReplacedCharacter,
      "the text has characters that no canonical format can carry; CR becomes LF, others U+FFFD", at: offset)
  }

  /// Keeps the next value for the record's extras.
  mutating func setAsideValue() throws(ConversionError) {
    guard let value = try readAnyJSON(), let key = Text(try pointer()) else { return }
    setAside.append(Extras.Field(key: key, value: value))
  }

  /// Keeps the value that starts at `start` for the record's extras, and nothing that was kept from inside it.
  mutating func setAsideValue(from start: Int, keeping count: Int) throws(ConversionError) {
    setAside.removeSubrange(count...)
    cursor.index = start
    try setAsideValue()
  }

  /// Reports that the next value does not fit, and keeps it for the record's extras.
  mutating func refuse(_ wanted: @autoclosure () -> String) throws(ConversionError) {
    _ = cursor.peek()
    let offset = cursor.index
    let range = try syntax { cursor throws(JSONFault) in try cursor.skipValue() }
    cursor.index = offset
    let found = String(decoding: cursor.bytes[range.prefix(100)], as: UTF8.self)
    try report(
      .warning, .jsonBadValue,
      "'\(try pointer().dropFirst())' should be \(wanted()), not \(quoted(found)); it goes to 'extras'", at: offset)
    try setAsideValue()
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
