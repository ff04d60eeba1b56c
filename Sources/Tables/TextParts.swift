import DatelineCore

extension Text {
  /// Gives `body` each part between the separators; empty ones are left out.
  ///
  /// - Parameter separator: Two ASCII characters, such as `; `.
  /// - Returns: Whether the parts, joined by the separator, are this text: no part was empty.
  func forEachPart(at separator: StaticString, _ body: (Text) -> Void) -> Bool {
    var isExact = true
    let end = self.end
    var start = self.start
    let (first, second) = separator.withUTF8Buffer { unsafe ($0[0], $0[1]) }
    while start < end {
      var next = storage.span.extracting(start..<end).firstIndex(of: first, from: 0) + start
      while next + 1 < end, storage[next + 1] != second {
        next = storage.span.extracting((next + 1)..<end).firstIndex(of: first, from: 0) + next + 1
      }
      if next + 1 >= end { next = end }
      if next > start { body(Text(checked: storage, start..<next)) } else { isExact = false }
      start = next + 2
      // A separator at the end has an empty part behind it.
      if start == end { isExact = false }
    }
    return isExact
  }
}
