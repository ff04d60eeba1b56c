import DatelineCore

/// The bytes of a calendar, a window at a time. The scanner counts lines itself, so nobody else does.
struct CalendarInput: ~Copyable {
  private let source: any ByteSource
  private var window: [UInt8]
  private var cursor = 0

  private static let windowSize = 256 * 1024

  init(_ reader: consuming ByteReader) { (source, window) = reader.takeSource() }

  /// The bytes to come, as many as `limit` and the input give. They stay to be read.
  mutating func ahead(_ limit: Int) throws(ConversionError) -> [UInt8] {
    window.removeSubrange(..<cursor)
    cursor = 0
    while window.count < limit {
      guard try window.append(from: source, atMost: limit - window.count) else { break }
    }
    return Array(window.prefix(limit))
  }

  /// Hands the unread bytes at hand to `body`, again and again, until it is done or the input ends.
  ///
  /// - Parameter body: Says how many of the bytes it took, all of them unless it is done, and whether it is done.
  /// - Returns: Whether `body` was done; if not, the input has ended.
  mutating func consume(
    _ body: (Span<UInt8>) -> (taken: Int, isDone: Bool)
  ) throws(ConversionError) -> Bool {
    while true {
      if cursor == window.count {
        window.removeAll(keepingCapacity: true)
        cursor = 0
        guard try window.append(from: source, atMost: Self.windowSize) else { return false }
      }
      let (taken, isDone) = body(window.span.extracting(cursor..<window.count))
      cursor = min(window.count, cursor + taken)
      if isDone { return true }
    }
  }
}
