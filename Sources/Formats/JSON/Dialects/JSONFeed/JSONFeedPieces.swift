import DatelineCore
import DatelineRecord

/// Cuts a JSON Feed into its members and the items of its list, as they stream past.
struct JSONFeedPieces: ~Copyable {
  private var stream: JSONStream
  private let context: ReadContext
  private var state = State.start

  /// An item as it stands.
  struct Item {
    var bytes: [UInt8] = []
    var position = SourcePosition()
  }

  /// What comes next.
  enum Piece {
    /// A member of the feed other than the list of its items.
    case member(JSONMember, SourcePosition)
    /// The list of items begins.
    case items
    case item(Item)
  }

  private enum State: Equatable {
    case start
    case members(isFirst: Bool)
    case items(isFirst: Bool)
    case end
  }

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    stream = JSONStream(input)
    self.context = context
  }

  /// The next piece; nil at the end of the feed.
  ///
  /// - Throws: ``ConversionError/malformed(_:)`` where the feed is no JSON; a broken item alone is skipped.
  mutating func next() throws(ConversionError) -> Piece? {
    while true {
      switch state {
      case .start:
        guard try stream.peek() == UInt8(ascii: "{") else { throw fault("'{' should stand here: a feed is an object") }
        stream.advance()
        state = .members(isFirst: true)
      case .members(let isFirst):
        guard try goOn(isFirst, closing: "}") else {
          state = .end
          try checkEnd()
          return nil
        }
        state = .members(isFirst: false)
        if let piece = try readMember() { return piece }
      case .items(let isFirst):
        guard try goOn(isFirst, closing: "]") else {
          state = .members(isFirst: false)
          continue
        }
        state = .items(isFirst: false)
        let position = stream.position
        if let bytes = try readValue() { return .item(Item(bytes: bytes, position: position)) }
      case .end: return nil
      }
    }
  }

  /// Reads the comma before a member or an item, or what closes their container.
  ///
  /// - Returns: Whether one more comes.
  private mutating func goOn(_ isFirst: Bool, closing: Unicode.Scalar) throws(ConversionError) -> Bool {
    guard let byte = try stream.peek() else { throw truncated() }
    if byte == UInt8(ascii: closing) {
      stream.advance()
      return false
    }
    guard !isFirst else { return true }
    guard byte == UInt8(ascii: ",") else { throw fault("a comma or '\(closing)' should stand here") }
    stream.advance()
    guard try stream.peek() != nil else { throw truncated() }
    return true
  }

  private mutating func readMember() throws(ConversionError) -> Piece? {
    let start = stream.position
    guard try stream.peek() == UInt8(ascii: "\""), let name = try readValue() else {
      throw fault("a key should stand here")
    }
    guard try stream.peek() == UInt8(ascii: ":") else { throw fault("a colon should stand here") }
    stream.advance()
    let key = JSONRecognition.key(name)
    if key == "items", try stream.peek() == UInt8(ascii: "[") {
      stream.advance()
      state = .items(isFirst: true)
      return .items
    }
    _ = try stream.peek()
    let position = stream.position
    guard let bytes = try readValue(), let value = try value(of: bytes, at: position, "the member") else { return nil }
    return .member(JSONMember(key, value), start)
  }

  /// The next value; nil where it is too large, which has been reported.
  private mutating func readValue() throws(ConversionError) -> [UInt8]? {
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

  /// What `bytes` say; nil where they are no JSON, which is reported.
  ///
  /// - Parameter name: What they are, for the message.
  func value(of bytes: [UInt8], at position: SourcePosition, _ name: String) throws(ConversionError) -> JSONValue? {
    let checked: [UInt8]
    do throws(ConversionError) {
      checked = try CanonicalJSON.checked(bytes, at: position, log: context.log)
    } catch .malformed(let diagnostic) {
      try context.log.report(
        .error, diagnostic.code, diagnostic.message + "; \(name) is skipped", at: diagnostic.position)
      return nil
    }
    let fault: JSONFault
    do throws(JSONFault) {
      return try JSONValue(checked, depthLimit: context.limits.depth)
    } catch {
      fault = error
    }
    try context.log.report(
      .error, fault.code, fault.message + "; \(name) is skipped",
      at: position.advanced(over: checked.span, upTo: fault.offset))
    return nil
  }

  private mutating func checkEnd() throws(ConversionError) {
    guard try stream.peek() != nil else { return }
    try context.log.report(
      .error, .jsonTrailingText, "the feed has ended; what follows is not read", at: stream.position)
  }

  private mutating func fault(_ message: String) -> ConversionError {
    state = .end
    return context.log.fatal("json.syntax", message, at: stream.position)
  }

  private mutating func truncated() -> ConversionError {
    state = .end
    return context.log.fatal(
      .jsonTruncatedDocument, "the feed ends before it is whole; the items before this place have been read",
      at: stream.position)
  }
}
