import DatelineCore

/// Cuts a text into the parts between its separators, one after the other; empty ones are left out.
struct TextParts {
  private var start: Int
  private let end: Int
  /// Whether the parts so far, joined by the separator, are the text: none was empty.
  private(set) var isExact = true

  /// - Parameter range: Where the text stands in its bytes.
  init(_ range: Range<Int>) { (start, end) = (range.lowerBound, range.upperBound) }

  /// The next part; nil where there is none any more.
  ///
  /// - Parameter separator: Two ASCII characters, such as `; `.
  @inline(__always)
  mutating func next(in bytes: Span<UInt8>, at separator: StaticString) -> Range<Int>? {
    let (first, second) = separator.withUTF8Buffer { unsafe ($0[0], $0[1]) }
    let text = bytes.extracting(0..<end)
    while start < end {
      var stop = text.firstIndex(of: first, from: start)
      while stop &+ 1 < end, text[stop &+ 1] != second { stop = text.firstIndex(of: first, from: stop &+ 1) }
      if stop &+ 1 >= end { stop = end }
      let part = start..<stop
      start = stop &+ 2
      // A separator at the end has an empty part behind it.
      if part.isEmpty || start == end { isExact = false }
      if !part.isEmpty { return part }
    }
    return nil
  }
}

extension Text {
  /// Gives `body` each part between the separators; empty ones are left out.
  ///
  /// - Parameter separator: Two ASCII characters, such as `; `.
  /// - Returns: Whether the parts, joined by the separator, are this text: no part was empty.
  func forEachPart(at separator: StaticString, _ body: (Text) -> Void) -> Bool {
    var parts = TextParts(start..<end)
    while let part = parts.next(in: storage.span, at: separator) { body(Text(checked: storage, part)) }
    return parts.isExact
  }
}
