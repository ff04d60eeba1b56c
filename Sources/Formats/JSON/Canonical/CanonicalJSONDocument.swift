public import DatelineCore
import DatelineRecord

/// The canonical document form: `{"header":{…},"records":[…]}` (`Specs/json.md`).
public struct CanonicalJSONDocument: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "json", family: .json, summary: "canonical JSON: one document with a header and a list of records",
    fileExtensions: ["json"], carries: .everything)

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    if let confidence = JSONRecognition.canonicalList(prefix) {
      return Recognition(confidence, "the document is a list of canonical records")
    }
    return JSONRecognition.canonicalDocument(prefix).map { Recognition($0, "the document has 'header' or 'records'") }
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    JSONDocumentReader(input, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    JSONDocumentWriter(output)
  }
}

/// Reads a canonical JSON document record by record; a plain list of records too.
final class JSONDocumentReader: RecordReader {
  private var stream: JSONStream
  private let context: ReadContext
  private var state = State.start
  private var value: [UInt8] = []
  private var valueStart = SourcePosition()

  /// Members before `header` and `records`; nil behind either. If neither comes, they are not reported one by one.
  private var strangers: [(key: String, position: SourcePosition)]? = []
  /// How many of them there may be.
  private static let mostStrangers = 100

  private enum State {
    case start
    /// Among the members of the document.
    case members
    /// In the list of records.
    case records(inDocument: Bool, isFirst: Bool)
    case end
  }

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    stream = JSONStream(input)
    self.context = context
  }

  func readHeader() throws(ConversionError) -> Header? {
    switch try stream.peek() {
    case UInt8(ascii: "["):
      stream.advance()
      state = .records(inDocument: false, isFirst: true)
      return nil
    case UInt8(ascii: "{"):
      stream.advance()
      state = .members
      return try readMembers(isBeforeRecords: true)
    default: throw fault("'{' should stand here: a document is an object with 'header' and 'records'")
    }
  }

  /// Reads members up to the list of records, or to the end of the document.
  private func readMembers(isBeforeRecords: Bool) throws(ConversionError) -> Header? {
    var header: Header?
    var isFirst = isBeforeRecords
    while let byte = try stream.peek() {
      if byte == UInt8(ascii: "}") {
        guard strangers == nil else { throw foreign(at: stream.position) }
        stream.advance()
        try readEnd()
        return header
      }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { throw fault("a comma or '}' should stand here") }
        stream.advance()
      }
      isFirst = false
      _ = try stream.peek()
      let keyStart = stream.position
      let key = try readKey()
      try meet(key, at: keyStart)
      if key == "records", try stream.peek() == UInt8(ascii: "[") {
        if !isBeforeRecords { try reportTwice(key, "its records are read too", at: keyStart) }
        stream.advance()
        state = .records(inDocument: true, isFirst: true)
        return header
      }
      valueStart = stream.position
      guard let bytes = try readValue() else { continue }
      if key == "header", header == nil, isBeforeRecords {
        header = try readHeader(bytes)
      } else if strangers == nil {
        try reportMember(key, at: keyStart, hasHeader: header != nil)
      }
    }
    throw truncated()
  }

  /// Takes note of a member, until one tells that the object is a document.
  private func meet(_ key: String, at position: SourcePosition) throws(ConversionError) {
    guard let before = strangers else { return }
    if key == "header" || key == "records" {
      strangers = nil
      for one in before { try reportMember(one.key, at: one.position, hasHeader: false) }
    } else if key == "type" || before.count == Self.mostStrangers {
      throw foreign(at: position)
    } else {
      strangers?.append((key, position))
    }
  }

  private func readHeader(_ bytes: [UInt8]) throws(ConversionError) -> Header? {
    do throws(ConversionError) {
      let line = try CanonicalJSON.read(
        bytes, at: valueStart, log: context.log, limits: context.limits, assuming: "header")
      if case .header(let header) = line { return header }
      if line != nil {
        try context.log.report(
          .error, .jsonBadHeader, "the value of 'header' is a record; it is skipped", at: valueStart)
      }
    } catch .malformed(let diagnostic) where diagnostic.code != "schema.version-too-new" {
      try context.log.report(
        .error, diagnostic.code, diagnostic.message + "; the header is skipped", at: diagnostic.position)
    }
    return nil
  }

  /// Says why a member of the document is skipped.
  private func reportMember(_ key: String, at position: SourcePosition, hasHeader: Bool) throws(ConversionError) {
    switch key {
    case "header" where hasHeader: try reportTwice(key, "the first counts", at: position)
    case "header":
      try context.log.report(
        .warning, .jsonUnknownMember, "the header stands after the records; it is skipped", at: position)
    case "records":
      try context.log.report(.error, .jsonUnknownMember, "'records' should be a list; it is skipped", at: valueStart)
    default:
      try context.log.report(
        .warning, .jsonUnknownMember, "\(quoted(key)) is no member of a document; it is skipped", at: position)
    }
  }

  private func reportTwice(_ key: String, _ remedy: String, at position: SourcePosition) throws(ConversionError) {
    try context.log.report(
      .error, "json.duplicate-key", "\(quoted(key)) stands here a second time; \(remedy)", at: position)
  }

  private func readKey() throws(ConversionError) -> String {
    let start = stream.position
    guard try stream.peek() == UInt8(ascii: "\""), let bytes = try readValue() else {
      throw fault("a key should stand here", at: start)
    }
    guard try stream.peek() == UInt8(ascii: ":") else { throw fault("a colon should stand here") }
    stream.advance()
    _ = try stream.peek()
    return JSONRecognition.key(bytes)
  }

  /// The next value; nil where it is too large, which has been reported.
  private func readValue() throws(ConversionError) -> [UInt8]? {
    let start = stream.position
    switch try stream.readValue(limit: context.limits.recordSize) {
    case .whole(let bytes) where bytes.isEmpty: throw fault("a value should stand here")
    case .whole(let bytes): return bytes
    case .tooLarge(let count):
      try context.log.report(
        .error, .jsonRecordTooLarge,
        "the value has \(count) bytes, more than the \(context.limits.recordSize) of --max-record; it is skipped",
        at: start)
      return nil
    case .cutOff, nil: throw truncated()
    }
  }

  func next() throws(ConversionError) -> Record? {
    while case .records(let inDocument, let isFirst) = state {
      guard let byte = try stream.peek() else { throw truncated() }
      if byte == UInt8(ascii: "]") {
        stream.advance()
        if inDocument {
          state = .members
          _ = try readMembers(isBeforeRecords: false)
        } else {
          try readEnd()
        }
        continue
      }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else { throw fault("a comma or ']' should stand here") }
        stream.advance()
        _ = try stream.peek()
      }
      state = .records(inDocument: inDocument, isFirst: false)
      valueStart = stream.position
      guard let bytes = try readValue() else { continue }
      value = bytes
      if let record = try readRecord(bytes) { return record }
    }
    return nil
  }

  private func readRecord(_ bytes: [UInt8]) throws(ConversionError) -> Record? {
    do throws(ConversionError) {
      switch try CanonicalJSON.read(bytes, at: valueStart, log: context.log, limits: context.limits) {
      case .record(let record): return record
      case .header:
        try context.log.report(
          .warning, .jsonLateHeader, "a header stands only before the first record; this one is skipped", at: valueStart
        )
      case nil: break
      }
    } catch .malformed(let diagnostic) where diagnostic.code != "schema.version-too-new" {
      try context.log.report(
        .error, diagnostic.code, diagnostic.message + "; the record is skipped", at: diagnostic.position)
    }
    return nil
  }

  /// What follows the document is not part of it.
  private func readEnd() throws(ConversionError) {
    state = .end
    guard try stream.peek() != nil else { return }
    try context.log.report(
      .error, .jsonTrailingText, "the document has ended; what follows is not read", at: stream.position)
  }

  func position(of pointer: String) -> SourcePosition? {
    CanonicalJSON.position(of: pointer, in: value, from: valueStart)
  }

  private func fault(_ message: String, at position: SourcePosition? = nil) -> ConversionError {
    state = .end
    return context.log.fatal("json.syntax", message, at: position ?? stream.position)
  }

  /// An object that is no document, such as a record by itself.
  private func foreign(at position: SourcePosition) -> ConversionError {
    state = .end
    return context.log.fatal(
      .jsonNoRecords,
      "the object has neither 'header' nor 'records', so it is no document; a record by itself is read in brackets, as '[…]'",
      at: position)
  }

  private func truncated() -> ConversionError {
    state = .end
    return context.log.fatal(
      .jsonTruncatedDocument, "the document ends before it is whole; the records before this place have been read",
      at: stream.position)
  }
}

/// Writes a canonical JSON document, one record a line.
final class JSONDocumentWriter: RecordWriter {
  private var output: ByteWriter
  private var isFirst = true

  init(_ output: consuming ByteWriter) { self.output = output }

  func write(_ header: Header) throws(ConversionError) {
    output.write(constant: "{\"header\":")
    CanonicalJSON.append(header, to: &output.buffer, typed: false)
    output.write(constant: ",\"records\":[")
  }

  func write(_ record: Record) throws(ConversionError) {
    output.write(constant: isFirst ? "\n" : ",\n")
    isFirst = false
    CanonicalJSON.append(record, to: &output.buffer)
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) {
    output.write(constant: isFirst ? "]}\n" : "\n]}\n")
    try output.flush()
  }
}

extension DiagnosticCode {
  static let jsonBadHeader: Self = "json.bad-header"
  static let jsonNoRecords: Self = "json.no-records"
  static let jsonUnknownMember: Self = "json.unknown-member"
  static let jsonTrailingText: Self = "json.trailing-text"
  static let jsonTruncatedDocument: Self = "json.truncated-document"
}
