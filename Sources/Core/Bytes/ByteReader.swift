/// A forward-only cursor over a ``ByteSource`` that knows its line and column.
///
/// It holds one window of the input, so memory stays constant whatever the input's size. Formats whose records are lines
/// or parts between marks ask for them whole (``readLine(limit:)``, ``readPart(upTo:limit:)``).
public struct ByteReader: ~Copyable {
  private let source: any ByteSource
  private var window: [UInt8] = []
  /// The next unread byte, as an index into `window`.
  private var cursor = 0
  private var hasEnded = false
  /// The place of the next unread byte.
  public private(set) var position = SourcePosition()

  private static let windowSize = 256 * 1024

  /// Reads from `source`.
  public init(_ source: any ByteSource) { self.source = source }

  /// The unread bytes at hand, at least `count` of them unless the input ends before. They stay unread.
  public mutating func peek(_ count: Int) throws(ConversionError) -> [UInt8] {
    while window.count - cursor < count, try refill() {}
    return Array(window[cursor..<min(window.count, cursor + count)])
  }

  /// Passes over `count` bytes that ``peek(_:)`` showed.
  package mutating func skip(_ count: Int) {
    let end = min(window.count, cursor + count)
    position = position.advanced(over: window.span.extracting(cursor..<end), upTo: end - cursor)
    cursor = end
  }

  /// A run of bytes that was asked for whole.
  package enum Part: Sendable {
    /// The bytes, without what ended them.
    case whole([UInt8])
    /// More than the limit came without an end: so many bytes at least. They have been passed over, to the end.
    case tooLong(Int)
  }

  /// Reads up to the next LF, and the LF.
  ///
  /// - Parameter limit: The most bytes that a line may have.
  /// - Returns: The line without LF or CRLF; nil at the end of the input.
  package mutating func readLine(limit: Int) throws(ConversionError) -> Part? {
    guard var part = try readPart(upTo: 0x0A, limit: limit) else { return nil }
    if case .whole(var bytes) = part, bytes.last == 0x0D {
      bytes.removeLast()
      part = .whole(bytes)
    }
    return part
  }

  /// Reads the next line if all of it has been read from the source already, and `accepts` takes it.
  ///
  /// - Parameters:
  ///   - limit: The most bytes that the line may have.
  ///   - bytes: Gets the line without LF or CRLF behind what is in it.
  /// - Returns: Whether it was read.
  package mutating func readLineAtHand(
    limit: Int, into bytes: inout [UInt8], where accepts: (Span<UInt8>) -> Bool
  ) -> Bool {
    let end = window.span.firstIndex(of: 0x0A, from: cursor)
    guard end < window.count else { return false }
    let lineEnd = end > cursor && window[end - 1] == 0x0D ? end - 1 : end
    // The limit counts what stands before the LF, as in ``readLine(limit:)``.
    guard end - cursor <= limit, accepts(window.span.extracting(cursor..<lineEnd)) else { return false }
    bytes.append(copying: window.span.extracting(cursor..<lineEnd))
    position.offset += end + 1 - cursor
    position.line += 1
    position.column = 1
    cursor = end + 1
    return true
  }

  /// Reads up to the next `mark`, and the mark.
  ///
  /// - Parameter limit: The most bytes that a part may have.
  /// - Returns: The bytes before the mark, or before the end of the input; nil where the input has ended before.
  package mutating func readPart(upTo mark: UInt8, limit: Int) throws(ConversionError) -> Part? {
    if cursor == window.count { guard try refill() else { return nil } }
    var part: [UInt8] = []
    var dropped = 0
    while true {
      let end = window.span.firstIndex(of: mark, from: cursor)
      if dropped > 0 || part.count + (end - cursor) > limit {
        dropped += part.count + (end - cursor)
        part = []
      } else if part.isEmpty, end < window.count {
        part = Array(window[cursor..<end])
      } else {
        part.append(contentsOf: window[cursor..<end])
      }
      let found = end < window.count
      if mark == 0x0A {
        // The line feed is the only one.
        position.offset += end - cursor
        position.column += end - cursor
        cursor = end
      }
      skipCounting(to: found ? end + 1 : end)
      if found { break }
      guard try refill() else { break }
    }
    return dropped > 0 ? .tooLong(dropped) : .whole(part)
  }

  /// Hands the unread bytes at hand to `body`, again and again, until it is done or the input ends.
  ///
  /// - Parameter body: Says how many of the bytes it took, at least one unless it is done, and whether it is done.
  /// - Returns: Whether `body` was done; if not, the input has ended.
  package mutating func consume(
    _ body: (Span<UInt8>) -> (taken: Int, isDone: Bool)
  ) throws(ConversionError) -> Bool {
    while true {
      if cursor == window.count { guard try refill() else { return false } }
      let (taken, isDone) = body(window.span.extracting(cursor..<window.count))
      skipCounting(to: min(window.count, cursor + taken))
      if isDone { return true }
    }
  }

  private mutating func skipCounting(to end: Int) {
    let lines = window.span.lineFeeds(in: cursor..<end)
    position.offset += end - cursor
    if let last = lines.last {
      position.line += lines.count
      position.column = end - last
    } else {
      position.column += end - cursor
    }
    cursor = end
  }

  /// Drops what has been read from the window and appends what the source has.
  ///
  /// - Returns: False at the end of the input.
  private mutating func refill() throws(ConversionError) -> Bool {
    guard !hasEnded else { return false }
    window.removeSubrange(0..<cursor)
    cursor = 0
    hasEnded = !(try window.append(from: source, atMost: Self.windowSize))
    return !hasEnded
  }

  /// Gives up the cursor and returns its source, for a parser that does its own buffering.
  ///
  /// - Returns: The source, and what had been read from it but not used.
  package consuming func takeSource() -> (source: any ByteSource, unread: [UInt8]) {
    (source, Array(window[cursor...]))
  }
}
