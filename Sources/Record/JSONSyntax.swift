package import DatelineCore

/// A place in JSON text at which it breaks the grammar of RFC 8259 or a limit.
package struct JSONFault: Error {
  /// The index of the offending byte.
  package let offset: Int
  /// The stable name of what is wrong.
  package let code: DiagnosticCode
  /// A sentence without a final period.
  package let message: String

  /// Stores its parts.
  package init(offset: Int, code: DiagnosticCode, message: String) {
    self.offset = offset
    self.code = code
    self.message = message
  }
}

/// A cursor over JSON text that lies in memory whole: one record, or one value.
///
/// It knows bytes and the grammar of RFC 8259, and nothing of records.
package struct JSONCursor {
  /// Well-formed UTF-8.
  package let bytes: [UInt8]
  /// The next unread byte.
  package var index: Int
  /// How many times a string in a value read by ``readMinimal()`` had characters replaced.
  private(set) var replacements = 0
  private let depthLimit: Int

  /// Reads `bytes` from their start.
  package init(_ bytes: [UInt8], depthLimit: Int = Limits().depth) {
    self.bytes = bytes
    index = 0
    self.depthLimit = depthLimit
  }

  /// The next byte that is not white space, which stays unread; nil at the end.
  @inline(__always)
  package mutating func peek() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20 || !(byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09) { return byte }
      index += 1
    }
    return nil
  }

  /// Reads `byte`, which must be next but for white space.
  package mutating func expect(_ byte: UInt8, _ name: StaticString) throws(JSONFault) {
    guard peek() == byte else { throw unexpected("\(name)") }
    index += 1
  }

  /// The fault that something else than `wanted` is next.
  package mutating func unexpected(_ wanted: String) -> JSONFault {
    guard peek() != nil else {
      return JSONFault(offset: index, code: .jsonTruncated, message: "the text ends where \(wanted) should stand")
    }
    let delimiters = Array(" \t\r\n,:[]{}\"".utf8)
    var end = index + 1
    if !delimiters.contains(bytes[index]) {
      while end < min(bytes.count, index + 20), !delimiters.contains(bytes[end]) { end += 1 }
    }
    let found = String(decoding: bytes[index..<end], as: UTF8.self)
    return JSONFault(offset: index, code: .jsonSyntax, message: "\(wanted) should stand here, not \(quoted(found))")
  }

  /// The content of a string, before escapes are decoded.
  package struct RawString {
    /// The bytes between the quotes.
    package var range: Range<Int>
    /// Whether there is a backslash among them.
    package var hasEscapes: Bool

    /// Stores its parts.
    package init(range: Range<Int>, hasEscapes: Bool) {
      self.range = range
      self.hasEscapes = hasEscapes
    }
  }

  /// Reads a string.
  package mutating func readRawString() throws(JSONFault) -> RawString {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let opening = index
    let start = index + 1
    var cursor = start
    var hasEscapes = false
    while true {
      cursor = bytes.span.firstJSONStringStop(from: cursor)
      guard cursor < bytes.count else {
        throw JSONFault(
          offset: opening, code: .jsonUnterminatedString, message: "the string that opens here is never closed")
      }
      switch bytes[cursor] {
      case UInt8(ascii: "\""):
        index = cursor + 1
        return RawString(range: start..<cursor, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        cursor += 2
      default:
        let value = String(bytes[cursor], radix: 16, uppercase: true)
        throw JSONFault(
          offset: cursor, code: .jsonControlCharacter,
          message:
            "the control character U+00\(value.count < 2 ? "0" : "")\(value) may not stand in a string; write it as an escape"
        )
      }
    }
  }

  /// Passes over one value of any kind.
  ///
  /// - Returns: The bytes of the value.
  @discardableResult
  package mutating func skipValue() throws(JSONFault) -> Range<Int> {
    var discarded: [UInt8]?
    return try readValue(minimisedInto: &discarded)
  }

  /// Reads one value of any kind and appends its minimal form: no space outside strings, strings escaped as the canonical
  /// writer does, numbers as written.
  package mutating func readMinimal() throws(JSONFault) -> [UInt8] {
    var output: [UInt8]? = []
    _ = try readValue(minimisedInto: &output)
    return output ?? []
  }

  private mutating func readValue(minimisedInto output: inout [UInt8]?) throws(JSONFault) -> Range<Int> {
    _ = peek()
    let start = index
    // The kinds of the open containers: true for objects.
    var open: [Bool] = []
    repeat {
      guard let byte = peek() else { throw unexpected("a value") }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < depthLimit else {
          throw JSONFault(offset: index, code: .jsonTooDeep, message: "values nest deeper than \(depthLimit) levels")
        }
        let isObject = byte == UInt8(ascii: "{")
        index += 1
        output?.append(byte)
        open.append(isObject)
        if peek() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
        if isObject { try readKey(into: &output) }
        continue
      case UInt8(ascii: "\""): try readString(into: &output)
      default: try readLiteral(into: &output)
      }
      try closeContainers(&open, into: &output)
    } while !open.isEmpty
    return start..<index
  }

  /// After a value: closes what ends here, or reads the comma and, in an object, the next key.
  private mutating func closeContainers(_ open: inout [Bool], into output: inout [UInt8]?) throws(JSONFault) {
    while let isObject = open.last {
      guard let byte = peek() else { throw unexpected("a comma or the end of the value") }
      if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        index += 1
        output?.append(byte)
        open.removeLast()
      } else if byte == UInt8(ascii: ",") {
        index += 1
        output?.append(byte)
        if isObject { try readKey(into: &output) }
        return
      } else {
        throw unexpected(isObject ? "a comma or '}'" : "a comma or ']'")
      }
    }
  }

  private mutating func readKey(into output: inout [UInt8]?) throws(JSONFault) {
    try readString(into: &output)
    try expect(UInt8(ascii: ":"), "a colon")
    output?.append(UInt8(ascii: ":"))
  }

  private mutating func readString(into output: inout [UInt8]?) throws(JSONFault) {
    let raw = try readRawString()
    guard output != nil || raw.hasEscapes else { return }
    let decoded = try decode(raw)
    guard output != nil else { return }
    if decoded.replacements > 0 { replacements += 1 }
    output?.appendJSONString(decoded.bytes.span)
  }

  private mutating func readLiteral(into output: inout [UInt8]?) throws(JSONFault) {
    let start = index
    if bytes[index] == UInt8(ascii: "-") || 0x30...0x39 ~= bytes[index] {
      _ = try readNumber()
    } else {
      var end = index
      while end < bytes.count, 0x61...0x7A ~= bytes[end] { end += 1 }
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      guard word == "true" || word == "false" || word == "null" else { throw unexpected("a value") }
      index = end
    }
    output?.append(contentsOf: bytes[start..<index])
  }

  /// Reads a number.
  ///
  /// - Returns: Its bytes.
  package mutating func readNumber() throws(JSONFault) -> Range<Int> {
    _ = peek()
    let start = index
    var cursor = index
    func digits() -> Int {
      var end = cursor
      while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
      return end - cursor
    }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[cursor] != UInt8(ascii: "0") else { throw unexpected("a number") }
    cursor += whole
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ".") {
      cursor += 1
      guard digits() > 0 else { throw unexpected("a number") }
      cursor += digits()
    }
    if cursor < bytes.count, bytes[cursor] | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "+") || bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
      guard digits() > 0 else { throw unexpected("a number") }
      cursor += digits()
    }
    index = cursor
    return start..<cursor
  }
}

extension Span<UInt8> {
  /// The end of a string, or of a list of strings, that stands in its minimal form already: so do nearly all values that
  /// extras have.
  ///
  /// - Returns: nil where it is another value, or no JSON.
  func endOfMinimalTexts(from start: Int) -> Int? {
    let isList = self[start] == UInt8(ascii: "[")
    guard var index = endOfMinimalString(from: isList ? start + 1 : start) else { return nil }
    guard isList else { return index }
    while index < count, self[index] == UInt8(ascii: ",") {
      guard let end = endOfMinimalString(from: index + 1) else { return nil }
      index = end
    }
    return index < count && self[index] == UInt8(ascii: "]") ? index + 1 : nil
  }

  /// The end of a string that has no other escapes than the canonical writer writes; nil where it is another value.
  private func endOfMinimalString(from start: Int) -> Int? {
    guard start < count, self[start] == UInt8(ascii: "\"") else { return nil }
    var index = start + 1
    while true {
      index = firstJSONStringStop(from: index)
      guard index < count else { return nil }
      if self[index] == UInt8(ascii: "\"") { return index + 1 }
      guard self[index] == UInt8(ascii: "\\"), index + 1 < count else { return nil }
      switch self[index + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"): index += 2
      default: return nil
      }
    }
  }
}

extension DiagnosticCode {
  static let jsonSyntax: Self = "json.syntax"
  package static let jsonTruncated: Self = "json.truncated"
  static let jsonUnterminatedString: Self = "json.unterminated-string"
  static let jsonControlCharacter: Self = "json.control-character"
  static let jsonBadEscape: Self = "json.bad-escape"
  static let jsonTooDeep: Self = "json.too-deep"
}
