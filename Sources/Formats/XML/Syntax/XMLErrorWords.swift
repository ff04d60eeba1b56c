/// What the commonest errors of XML mean, in plain words.
enum XMLErrorWords {
  static func isEncodingError(_ message: String) -> Bool {
    message.contains("not proper UTF-8") || message.contains("Invalid bytes in character encoding")
      || message.contains("conversion failed")
  }

  // What the messages of ``XMLFault`` are known by.
  static let entityMark = "the entity "
  static let declarationMark = "the XML declaration"
  static let textMark = "text stands"

  static func isUndeclaredEntity(_ message: String) -> Bool {
    message.hasPrefix(entityMark) || message.hasPrefix("Entity '")
  }

  static func isTextBeforeRoot(_ message: String) -> Bool { message.hasPrefix(textMark) }

  /// Whether there is something before the XML declaration, or a second one.
  static func isMisplacedDeclaration(_ message: String) -> Bool {
    message.contains("XML declaration allowed only") || message.contains(declarationMark)
  }

  /// Whether the error is of a kind that ``FeedRepair`` mends.
  static func isMendable(_ message: String) -> Bool {
    isUndeclaredEntity(message) || message.contains("begins no reference") || message.contains("no character of XML")
      || message.hasPrefix("the control character")
      || ["EntityRef", "CharRef", "PCDATA invalid Char"].contains { message.contains($0) }
  }

  static func explained(_ message: String) -> String {
    guard let hint = hints.first(where: { message.contains($0.0) })?.1 else { return message }
    return "\(message): \(hint)"
  }

  private static let hints: [(String, String)] = [
    ("' not defined", "XML knows lt, gt, amp, quot and apos; write the character itself, or its number as &#…;"),
    ("Opening and ending tag mismatch", "an element is not closed, or closed in the wrong order"),
    ("Premature end of data", "the document ends while elements are open; it was cut off, or an end tag is missing"),
    ("xmlParseEntityRef: no name", "write '&amp;' for an ampersand"),
    ("EntityRef: expecting ';'", "write '&amp;' for an ampersand"),
    ("StartTag: invalid element name", "write '&lt;' for a less-than sign"),
    ("AttValue: \" or ' expected", "put the value of the attribute in quotation marks"),
    ("Unescaped '<' not allowed", "write '&lt;' for a less-than sign in an attribute"),
    ("Extra content at the end", "there is one root, and nothing behind it"),
    ("Start tag expected", "the document does not begin with an element"),
    ("Document is empty", "there is nothing in it"),
    ("not proper UTF-8", "save the document as UTF-8, or declare the encoding that it is in"),
    ("out of allowed range", "control characters are not legal in XML; take them out"),
    ("XML declaration allowed only", "it is the very first thing of a document, and stands once"),
    ("PCDATA invalid Char value", "control characters are not legal in XML; take them out"),
    ("Attribute", "the same attribute stands twice, or its value is not legal"),
    ("CData section not finished", "write ']]>' at its end"),
    ("Comment not terminated", "write '-->' at its end"),
    ("Double hyphen within comment", "write no '--' inside of a comment"),
  ]
}
