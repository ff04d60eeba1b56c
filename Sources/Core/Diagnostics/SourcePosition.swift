/// A place in an input, counted as compilers count it.
public struct SourcePosition: Hashable, Sendable {
  /// Bytes before this place, from 0. For an input that is not UTF-8, bytes of its UTF-8 form.
  public var offset: Int
  /// The line, from 1. LF ends a line, and so CRLF does.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int

  /// The start of an input, or the given place.
  public init(offset: Int = 0, line: Int = 1, column: Int = 1) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The place after `bytes`, which start at this place.
  package func advanced(over bytes: Span<UInt8>, upTo end: Int) -> SourcePosition {
    let count = max(0, min(end, bytes.count))
    let lineFeeds = bytes.lineFeeds(in: 0..<count)
    var result = self
    result.offset += count
    result.line += lineFeeds.count
    result.column = lineFeeds.last.map { count - $0 } ?? column + count
    return result
  }
}
