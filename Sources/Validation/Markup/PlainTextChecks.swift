internal import DatelineCore
internal import DatelineHTML

/// Looks for HTML in text that is not HTML.
package enum PlainTextChecks {
  /// - Parameters:
  ///   - rule: The rule that such text breaks.
  ///   - tellsCause: Whether references that were cut or escaped twice break rules of their own.
  ///   - isLiteral: Whether the character at an offset was written in a way that says that it is meant: `&#x26;`.
  package static func check(
    _ value: Span<UInt8>, rule: RuleID, tellsCause: Bool = true, isLiteral: (Int) -> Bool,
    _ problems: inout [ValueProblem]
  ) {
    if let place = endTag(value, isLiteral) {
      let tag = value.extracting(place).string
      return problems.append(
        ValueProblem(
          rule, "this is plain text, and \(quoted(tag)) is shown to people as it stands; take the markup out", at: place
        ))
    }
    if let (place, isCut) = reference(value, takesCut: tellsCause, isLiteral) {
      let text = quoted(value.extracting(place).string)
      let message = "this is plain text, and \(text) is shown to people as it stands; write the character itself"
      let cause: RuleID =
        isCut ? .textTruncatedEntity : tellsCause && isEscapedTwice(value, place) ? .textDoubleEscaped : rule
      problems.append(ValueProblem(cause, message, at: place))
    }
  }

  /// Whether `&amp;` stands where the `&` of another reference was.
  private static func isEscapedTwice(_ value: Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard value.extracting(place).equals("&amp;") else { return false }
    var inner = [UInt8(ascii: "&")]
    for index in place.upperBound..<min(value.count, place.upperBound + 40) { inner.append(value[index]) }
    return HTMLReference.match(inner.span, at: 0).map { !$0.lacksSemicolon } ?? false
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

  /// The first `&name;` or `&#number;` that HTML knows, and whether its semicolon is missing.
  private static func reference(
    _ value: Span<UInt8>, takesCut: Bool, _ isLiteral: (Int) -> Bool
  ) -> (Range<Int>, isCut: Bool)? {
    var index = 0
    while true {
      index = value.firstIndex(of: UInt8(ascii: "&"), from: index)
      guard index < value.count else { return nil }
      // The rule of attributes leaves names alone that go on, as in the parameters of a URL.
      if !isLiteral(index), let match = HTMLReference.match(value, at: index, inAttribute: true),
        takesCut || !match.lacksSemicolon
      {
        return (index..<(index + match.length), match.lacksSemicolon)
      }
      index += 1
    }
  }
}
