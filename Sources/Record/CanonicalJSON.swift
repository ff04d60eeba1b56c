public import DatelineCore

/// Canonical JSON of one record or header: what `ndjson` has on a line, `json` in its list, and carriers carry.
public enum CanonicalJSON {
  /// A record, or a header.
  package enum Line: Hashable, Sendable {
    case header(Header)
    case record(Record)
  }

  /// The canonical JSON of `record`.
  public static func text(of record: Record) -> String {
    var output: [UInt8] = []
    append(record, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the canonical JSON of `record`.
  package static func append(_ record: Record, to output: inout [UInt8]) {
    switch record {
    case .report(let report): append(report, after: "{\"type\":\"report\"", to: &output)
    case .incident(let incident): append(incident, to: &output)
    case .tombstone(let tombstone): append(tombstone, after: "{\"type\":\"tombstone\"", to: &output)
    }
  }

  /// Appends the canonical JSON of `incident`, as a record.
  package static func append(_ incident: borrowing Incident, to output: inout [UInt8]) {
    append(incident, after: "{\"type\":\"incident\"", to: &output)
  }

  /// Appends the canonical JSON of `header`, with or without its `type`.
  package static func append(_ header: Header, to output: inout [UInt8], typed: Bool = true) {
    append(header, after: typed ? "{\"type\":\"header\"" : nil, to: &output)
  }

  private static func append<Object: FieldBearing & ~Copyable>(
    _ object: borrowing Object, after opening: StaticString?, to output: inout [UInt8]
  ) {
    output.append(atMost: 4096) { cursor in
      var writer = JSONFieldWriter(cursor)
      if let opening { writer.write(object, after: opening) } else { writer.write(object) }
      cursor = writer.output
    }
  }

  /// Reads one record or header.
  ///
  /// - Parameters:
  ///   - bytes: The JSON object, well-formed UTF-8 or not.
  ///   - start: The place of the first byte.
  ///   - expectedType: What it is where it has no `type`: `header` inside a JSON document.
  /// - Returns: nil where the object can't be a record, which has been reported.
  /// - Throws: ``ConversionError/malformed(_:)`` with the place where the text is no JSON; nothing has been reported then.
  package static func read(
    _ bytes: [UInt8], at start: SourcePosition, log: DiagnosticLog, limits: Limits = Limits(),
    assuming expectedType: StaticString? = nil
  ) throws(ConversionError) -> Line? {
    let bytes = try checked(bytes, at: start, log: log)
    var source = JSONFieldSource(bytes, at: start, log: log, limits: limits)
    try source.syntax { cursor throws(JSONFault) in try cursor.expect(UInt8(ascii: "{"), "'{'") }
    guard let type = try recordType(&source, expectedType) else { return nil }
    let line: Line?
    switch type {
    case "header": line = try readHeader(&source, at: start, log: log)
    case "report":
      line = try read(Report.self, &source) { $0.extras.append(renaming: $1) }.map { .record(.report($0)) }
    case "incident":
      line = try read(Incident.self, &source) { $0.extras.append(renaming: $1) }.map { .record(.incident($0)) }
    default:
      line = try read(Tombstone.self, &source) { $0.extras.append(renaming: $1) }.map { .record(.tombstone($0)) }
    }
    if source.cursor.peek() != nil {
      let fault = source.cursor.unexpected("the end of the record")
      throw source.fatal(fault)
    }
    return line
  }

  private static func read<Object: SchemaObject>(
    _ type: Object.Type, _ source: inout JSONFieldSource, keep: (inout Object, [Extras.Field]) -> Void
  ) throws(ConversionError) -> Object? {
    var object = Object(unread: ())
    guard try source.readMembers(into: &object, isRecord: true) != nil else { return nil }
    if !source.setAside.isEmpty { keep(&object, source.setAside) }
    return object
  }

  private static func readHeader(
    _ source: inout JSONFieldSource, at start: SourcePosition, log: DiagnosticLog
  ) throws(ConversionError) -> Line? {
    guard let header = try read(Header.self, &source, keep: { $0.extras.append(renaming: $1) }) else { return nil }
    let place = position(of: "/schemaVersion", in: source.cursor.bytes, from: start)
    try SchemaVersion.check(header.schemaVersion, at: place, log: log)
    return .header(header)
  }

  /// The value of `type`, wherever it stands among the members; nil where it names no record, which has been reported.
  private static func recordType(
    _ source: inout JSONFieldSource, _ expected: StaticString?
  ) throws(ConversionError) -> String? {
    let place = try typeValue(&source)
    if place == nil, let expected { return "\(expected)" }
    guard let place else {
      try source.report(.error, .jsonMissingType, "the object has no 'type', so it is no record; it is skipped", at: 0)
      return nil
    }
    let name = try source.string(at: place)
    if let name, ["header", "report", "incident", "tombstone"].contains(name) { return name }
    let found = name.map { quoted($0) } ?? "this value"
    try source.report(
      .error, .jsonUnknownType,
      "\(found) is no record type; known are header, report, incident and tombstone; the record is skipped", at: place)
    return nil
  }

  /// The index of the value of `type`; nil where there is none.
  private static func typeValue(_ source: inout JSONFieldSource) throws(ConversionError) -> Int? {
    try source.syntax { cursor throws(JSONFault) -> Int? in
      let start = cursor.index
      defer { cursor.index = start }
      if cursor.peek() == UInt8(ascii: "}") { return nil }
      while true {
        let key = try cursor.readRawString()
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        _ = cursor.peek()
        if try cursor.isType(key) { return cursor.index }
        try cursor.skipValue()
        guard cursor.peek() == UInt8(ascii: ",") else { return nil }
        cursor.index += 1
      }
    }
  }

  /// The bytes of a JSON text, once they are known to be UTF-8 and to hold only characters of the model; others are
  /// reported and replaced.
  ///
  /// - Parameter start: The place of the first byte.
  /// - Throws: ``ConversionError/malformed(_:)`` at the first byte that is not UTF-8.
  package static func checked(
    _ bytes: [UInt8], at start: SourcePosition, log: DiagnosticLog
  ) throws(ConversionError) -> [UInt8] {
    if bytes.span.isPlainUTF8() { return bytes }
    if let invalid = bytes.span.firstInvalidUTF8() {
      let place = start.advanced(over: bytes.span, upTo: invalid)
      throw .malformed(
        Diagnostic(.error, .jsonInvalidUTF8, "the bytes here are not UTF-8", input: log.input, at: place))
    }
    guard let illegal = TextRules.firstNoncharacter(in: bytes.span) else { return bytes }
    try log.report(
      .warning, .jsonReplacedCharacter, "U+FFFE and U+FFFF can't stand in text; they become U+FFFD",
      at: start.advanced(over: bytes.span, upTo: illegal))
    var repaired = bytes
    var next: Int? = illegal
    while let index = next {
      repaired[index + 2] = 0xBD
      next = TextRules.firstNoncharacter(in: repaired.span, from: index + 3)
    }
    return repaired
  }
}

extension JSONCursor {
  /// Whether the key says `type`.
  fileprivate func isType(_ key: RawString) throws(JSONFault) -> Bool {
    guard key.hasEscapes else { return ("type" as StaticString).hasBytes(bytes.span.extracting(key.range)) }
    let name = try decode(key).bytes
    return ("type" as StaticString).hasBytes(name.span)
  }
}

/// The versions of the schema that can be read.
package enum SchemaVersion {
  /// Throws where `version` is of a later major version, and notes a later minor one.
  package static func check(_ version: Text, at position: SourcePosition, log: DiagnosticLog) throws(ConversionError) {
    let own = parts(Schema.version.description)
    guard let own, let found = parts(version.description) else {
      try log.report(
        .warning, .schemaVersionUnreadable,
        "the schema version \(quoted(version.description)) is not of the form 'major.minor'; \(Schema.version) is assumed",
        at: position)
      return
    }
    if found.major > own.major {
      throw log.fatal(
        .schemaVersionTooNew,
        "the document keeps to schema \(version), and this version reads \(own.major).x only; a later version of dateline reads it",
        at: position)
    }
    if found.major == own.major, found.minor > own.minor {
      try log.report(
        .note, .schemaVersionNewer,
        "the document keeps to schema \(version), newer than \(Schema.version); fields unknown here go to 'extras'",
        at: position)
    }
  }

  private static func parts(_ version: String) -> (major: Int, minor: Int)? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]), major >= 0, minor >= 0 else {
      return nil
    }
    return (major, minor)
  }
}

extension DiagnosticCode {
  static let jsonMissingType: Self = "json.missing-type"
  static let jsonUnknownType: Self = "json.unknown-type"
  static let jsonInvalidUTF8: Self = "json.invalid-utf8"
  static let schemaVersionUnreadable: Self = "schema.version-unreadable"
  static let schemaVersionTooNew: Self = "schema.version-too-new"
  static let schemaVersionNewer: Self = "schema.version-newer"
}
