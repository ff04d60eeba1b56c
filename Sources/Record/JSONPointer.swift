package import DatelineCore

extension CanonicalJSON {
  /// The place in `bytes` of the value that `pointer` (RFC 6901) names, or of the nearest value around it that is there.
  package static func position(
    of pointer: String, in bytes: [UInt8], from start: SourcePosition
  ) -> SourcePosition {
    var cursor = JSONCursor(bytes)
    _ = cursor.peek()
    var found = cursor.index
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = token.split(separator: "~1", omittingEmptySubsequences: false).map {
        $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
      }.joined(separator: "/")
      guard let next = try? cursor.enter(key) else { break }
      found = next
    }
    return start.advanced(over: bytes.span, upTo: found)
  }
}

extension JSONCursor {
  /// Goes to the member or item called `token` of the value that is next.
  ///
  /// - Returns: The index of its value, or nil where there is none.
  fileprivate mutating func enter(_ token: String) throws(JSONFault) -> Int? {
    guard let opening = peek(), opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[") else { return nil }
    index += 1
    var count = 0
    while let byte = peek(), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
      var name = String(count)
      if opening == UInt8(ascii: "{") {
        name = String(decoding: try decode(try readRawString()).bytes, as: UTF8.self)
        try expect(UInt8(ascii: ":"), "a colon")
      }
      _ = peek()
      if name == token { return index }
      try skipValue()
      count += 1
      guard peek() == UInt8(ascii: ",") else { return nil }
      index += 1
    }
    return nil
  }
}
