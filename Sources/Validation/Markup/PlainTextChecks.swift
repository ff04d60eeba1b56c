internal import DatelineCore
internal import DatelineHTML

/// Looks for HTML in text that is not HTML.
package enum PlainTextChecks {
  /// - Parameters:
  ///   - rule: The rule that such text breaks.
  ///   - isLiteral: Whether the character at an offset was written in a way that says that it is meant: `&#x26;`.
  package static func check(
    _ value: Span<UInt8>, rule: RuleID, isLiteral: (Int) -> Bool, _ problems: inout [ValueProblem]
  ) {
    if let place = endTag(value, isLiteral) {
      let tag = value.extracting(place).string
      return problems.append(
        ValueProblem(
          rule, "this is plain text, and \(quoted(tag)) is shown to people as it stands; take the markup out", at: place
        ))
    }
    if let place = reference(value, isLiteral) {
      let text = value.extracting(place).string
      problems.append(
        ValueProblem(
          rule, "this is plain text, and \(quoted(text)) is shown to people as it stands; write the character itself",
          at: place))
    }
  }

  /// The first `</name>` of an element that HTML knows.
  private static func endTag(_ value: Span<UInt8>, _ isLiteral: (Int) -> Bool) -> Range<Int>? {
    var index = 0
    while true {
      index = value.firstIndex(of: UInt8(ascii: "<"), from: index)
      guard index + 3 < value.count else { return nil }
      defer { index += 1 }
      guard value[index + 1] == UInt8(ascii: "/"), !isLiteral(index) else { continue }
      var end = index + 2
      while end < value.count, value[end].isLetter || value[end].isDigit { end += 1 }
      if value.has(UInt8(ascii: ">"), at: end), HTMLElement(value.extracting((index + 2)..<end)) != nil {
        return index..<(end + 1)
      }
    }
  }

  /// The first `&name;` or `&#number;` that HTML knows.
  private static func reference(_ value: Span<UInt8>, _ isLiteral: (Int) -> Bool) -> Range<Int>? {
    var index = 0
    while true {
      index = value.firstIndex(of: UInt8(ascii: "&"), from: index)
      guard index < value.count else { return nil }
      if !isLiteral(index), let match = HTMLReference.match(value, at: index), !match.lacksSemicolon {
        return index..<(index + match.length)
      }
      index += 1
    }
  }
}
