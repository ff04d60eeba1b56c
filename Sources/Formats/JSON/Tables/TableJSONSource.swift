import DatelineCore
import DatelineRecord

/// Finds the objects of a table in a JSON text, however they stand there: in lines, in a list, or in the list of an
/// envelope. Holds one at a time.
struct TableJSONSource: ~Copyable {
  private var stream: JSONStream
  private let context: ReadContext
  private var form = Form.lines
  /// The place of the object that was read last.
  private(set) var valueStart = SourcePosition()
  private var count = 0
  private var statedCount: Int?

  private enum Form {
    /// An object a line.
    case lines
    /// Objects one after the other, over several lines.
    case values
    /// In a list, which may be a member of an envelope.
    case list(inEnvelope: Bool)
    case end
  }

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    stream = JSONStream(input)
    self.context = context
  }

  /// Finds out the form; called once, first.
  mutating func open() throws(ConversionError) {
    switch try stream.peek() {
    case UInt8(ascii: "[")?:
      stream.advance()
      form = .list(inEnvelope: false)
    case UInt8(ascii: "{")?:
      let start = try stream.peek(64 * 1024)
      switch Self.formOfObject(start) {
      case .envelope:
        stream.advance()
        try readMembers()
      case .line: form = .lines
      case .value: form = .values
      }
    case nil: form = .end
    default: throw fault("'{' or '[' should stand here: rows are objects")
    }
  }

  private enum ObjectForm { case envelope, line, value }

  /// Whether the object that `bytes` start with holds the rows, or is one on a line of its own or over several.
  private static func formOfObject(_ bytes: [UInt8]) -> ObjectForm {
    var cursor = JSONCursor(bytes)
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      while cursor.peek() == UInt8(ascii: "\"") {
        let key = try cursor.decode(try cursor.readRawString()).bytes
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        if ("data" as StaticString).hasBytes(key.span), cursor.peek() == UInt8(ascii: "[") { return .envelope }
        try cursor.skipValue()
        guard cursor.peek() == UInt8(ascii: ",") else { break }
        cursor.index += 1
      }
    } catch {
      // What is cut off or broken is for the reader of rows to say.
    }
    let end = bytes.span.firstIndex(of: 0x0A, from: 0)
    return cursor.index <= end ? .line : .value
  }

  /// The next object; nil at the end. What is no object is reported and passed over.
  mutating func next() throws(ConversionError) -> [UInt8]? {
    while true {
      switch form {
      case .lines:
        valueStart = stream.position
        switch try stream.readLine(limit: context.limits.recordSize) {
        case nil:
          form = .end
        case .tooLong(let count)?: try reportTooLarge(count)
        case .whole(let bytes)?:
          if bytes.contains(where: { !isJSONSpace($0) }) { return bytes }
        }
      case .values:
        guard try stream.peek() != nil else {
          form = .end
          continue
        }
        if let value = try readValue() { return value }
      case .list(let inEnvelope):
        if let value = try readItem(inEnvelope: inEnvelope) { return value }
      case .end: return nil
      }
    }
  }

  /// Reads the next object where it is a whole line at hand that may be one, and plain UTF-8, so that nothing is to be said
  /// of it.
  ///
  /// - Parameter bytes: Empty; gets the line.
  /// - Returns: Whether there was one; if not, ``next()`` says what is there.
  mutating func nextAtHand(into bytes: inout [UInt8]) -> Bool {
    guard case .lines = form else { return false }
    let start = stream.position
    let isRead = stream.readLineAtHand(limit: context.limits.recordSize, into: &bytes) { line in
      line.count > 0 && line[0] == UInt8(ascii: "{") && line.isPlainUTF8()
    }
    if isRead { valueStart = start }
    return isRead
  }

  /// - Returns: nil where the list has ended or the item can't be taken.
  private mutating func readItem(inEnvelope: Bool) throws(ConversionError) -> [UInt8]? {
    guard let byte = try stream.peek() else { throw truncated() }
    if byte == UInt8(ascii: "]") {
      stream.advance()
      form = .end
      if inEnvelope { try readMembers() } else { try readEnd() }
      return nil
    }
    if count > 0 {
      guard byte == UInt8(ascii: ",") else { throw fault("a comma or ']' should stand here") }
      stream.advance()
      _ = try stream.peek()
    }
    count += 1
    return try readValue()
  }

  private mutating func readValue() throws(ConversionError) -> [UInt8]? {
    _ = try stream.peek()
    valueStart = stream.position
    switch try stream.readValue(limit: context.limits.recordSize) {
    case .whole(let bytes)? where bytes.isEmpty: throw fault("a value should stand here")
    case .whole(let bytes)?: return bytes
    case .tooLarge(let count)?:
      try reportTooLarge(count)
      return nil
    case .cutOff?, nil: throw truncated()
    }
  }

  private func reportTooLarge(_ count: Int) throws(ConversionError) {
    try context.log.report(
      .error, .jsonRecordTooLarge,
      "the row has \(count) bytes, more than the \(context.limits.recordSize) of --max-record; it is skipped",
      at: valueStart)
  }

  // MARK: - Envelope

  /// Reads members up to the list of rows, or to the end of the envelope.
  private mutating func readMembers() throws(ConversionError) {
    var isFirst = count == 0 && statedCount == nil
    while let byte = try stream.peek() {
      if byte == UInt8(ascii: "}") {
        stream.advance()
        form = .end
        try checkCount()
        return try readEnd()
      }
      if !isFirst || byte == UInt8(ascii: ",") {
        guard byte == UInt8(ascii: ",") else { throw fault("a comma or '}' should stand here") }
        stream.advance()
      }
      isFirst = false
      _ = try stream.peek()
      let keyStart = stream.position
      guard try stream.peek() == UInt8(ascii: "\""), case .whole(let raw)? = try stream.readValue(limit: 4096) else {
        throw fault("a key should stand here")
      }
      guard try stream.peek() == UInt8(ascii: ":") else { throw fault("a colon should stand here") }
      stream.advance()
      let key = JSONRecognition.key(raw)
      if key == "data", try stream.peek() == UInt8(ascii: "[") {
        stream.advance()
        form = .list(inEnvelope: true)
        return
      }
      guard let value = try readValue() else { continue }
      try noteMember(key, String(decoding: value, as: UTF8.self), at: keyStart)
    }
    throw truncated()
  }

  /// What the envelope says of the answer, and not of events, is only checked.
  private mutating func noteMember(_ key: String, _ value: String, at start: SourcePosition) throws(ConversionError) {
    switch key {
    case "count": statedCount = Int(value)
    case "success" where value == "false":
      try context.log.report(.error, .jsonAnswerFailed, "the answer says that it did not succeed", at: start)
    case "messages" where value != "[]", "error":
      try context.log.report(.warning, .jsonAnswerFailed, "the answer has a message: \(quoted(value))", at: start)
    case "status", "success", "last_update", "messages", "filename", "total_count", "data_query_restrictions": break
    default:
      try context.log.report(
        .warning, .jsonUnknownMember, "\(quoted(key)) is no member of an answer that is known; it is skipped", at: start
      )
    }
  }

  private func checkCount() throws(ConversionError) {
    guard let statedCount, statedCount != count else { return }
    try context.log.report(
      .warning, .jsonCountDiffers, "the answer announces \(statedCount) rows and has \(count)", at: stream.position)
  }

  private mutating func readEnd() throws(ConversionError) {
    guard try stream.peek() != nil else { return }
    try context.log.report(
      .error, .jsonTrailingText, "the document has ended; what follows is not read", at: stream.position)
  }

  private mutating func fault(_ message: String) -> ConversionError {
    form = .end
    return context.log.fatal("json.syntax", message, at: stream.position)
  }

  private mutating func truncated() -> ConversionError {
    form = .end
    return context.log.fatal(
      .jsonTruncatedDocument, "the document ends before it is whole; the records before this place have been read",
      at: stream.position)
  }
}

extension DiagnosticCode {
  static let jsonAnswerFailed: Self = "json.answer-failed"
  static let jsonCountDiffers: Self = "json.count-differs"
}
