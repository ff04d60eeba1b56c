import CLibXML2
import DatelineCore

/// An error of libxml2, which tells of it behind what is wrong and in words of its own: at the place of what is wrong, and
/// in plain words, for the causes that are common.
struct XMLFault {
  /// Where what is wrong begins.
  private(set) var offset: Int
  /// What is wrong, and what to do.
  private(set) var message: String
  private let window: DocumentWindow
  /// Where libxml2 was.
  private let found: Int

  /// - Parameters:
  ///   - text: What libxml2 says.
  ///   - found: Where it was, in the document itself and in no entity.
  init(_ code: Int32, _ text: String, at found: Int, in window: DocumentWindow) {
    self.window = window
    self.found = found
    offset = found
    message = XMLErrorWords.explained(text)
    let code = xmlParserErrors(UInt32(bitPattern: code))
    switch code {
    case XML_ERR_NAME_REQUIRED where text.contains("EntityRef"), XML_ERR_ENTITYREF_SEMICOL_MISSING,
      XML_ERR_UNDECLARED_ENTITY, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      takeReference(code)
    case XML_ERR_INVALID_CHAR where text.contains("CharRef"): takeReference(code)
    case XML_ERR_INVALID_CHAR: takeCharacter()
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_UNDEFINED_NAMESPACE:
      takeTag(code)
    case XML_ERR_TAG_NAME_MISMATCH: takeEndTag(text)
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: takeAttribute()
    case XML_ERR_NAME_REQUIRED where text.contains("StartTag") && moveBack(to: "<"):
      message = "a '<' begins no tag here; write '&lt;' for a less-than sign"
    case XML_ERR_RESERVED_XML_NAME where text.contains("XML declaration"): takeDeclaration()
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END: takeOutside(isBefore: code == XML_ERR_DOCUMENT_EMPTY)
    default: if let words = Self.words[code.rawValue] { message = words }
    }
  }

  private static let words: [UInt32: String] = [
    XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: "the value of an attribute stands in quotation marks; write them around it",
    XML_ERR_LT_IN_ATTRIBUTE.rawValue:
      "a '<' stands in the value of an attribute; write '&lt;', or close the quotation marks before it",
    XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
      "the document ends inside of an attribute's value; it was cut off, or a quotation mark is missing",
  ]

  /// Moves the place to the last `mark` before libxml2.
  private mutating func moveBack(to mark: StaticString) -> Bool {
    let start = window.start(of: mark, before: found, after: max(window.start, found - 64 * 1024))
    guard start < found, window.has(mark, at: start) else { return false }
    offset = start
    return true
  }

  /// What stands at the place, as far as it belongs together.
  private var token: String { XMLToken.text(at: offset - window.start, in: window.bytes) }

  private mutating func takeReference(_ code: xmlParserErrors) {
    guard moveBack(to: "&") else { return }
    switch code {
    case XML_ERR_NAME_REQUIRED: message = "a '&' begins no reference here; write '&amp;' for an ampersand"
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      message = "\(quoted(token)) begins no reference, since no semicolon ends it; write '&amp;' for an ampersand"
    case XML_ERR_UNDECLARED_ENTITY:
      message =
        "\(XMLErrorWords.entityMark)\(quoted(token)) is not declared; XML knows lt, gt, amp, quot and apos alone, so write the character itself, or its number as &#…;"
    default: message = "\(quoted(token)) stands for no character of XML; take it out, or write the one that is meant"
    }
  }

  private mutating func takeCharacter() {
    let index = offset - window.start
    guard window.bytes.indices.contains(index), window.bytes[index] < 0x20 else { return }
    let digits = String(window.bytes[index], radix: 16, uppercase: true)
    message =
      "the control character U+\(String(repeating: "0", count: 4 - digits.count))\(digits) is not legal in XML; take it out"
  }

  private mutating func takeEndTag(_ text: String) {
    // The element that is open, "line", its line, "and" the one that ends.
    let words = text.split(separator: " ").suffix(5).map(String.init)
    guard moveBack(to: "</"), words.count == 5, words[1] == "line" else { return }
    message =
      "\(quoted(token)) does not close '<\(words[0])>' of line \(words[2]), which is open; an end tag is missing, or two are in the wrong order"
  }

  private mutating func takeAttribute() {
    var index = min(found - window.start, window.bytes.count)
    while index > 0, XMLSpace.isSpace(window.bytes[index - 1]) { index -= 1 }
    while index > 0, XMLToken.isOfName(window.bytes[index - 1]) { index -= 1 }
    guard index < found - window.start, XMLToken.isOfName(window.bytes[index]) else { return }
    offset = window.start + index
    message = "the attribute \(quoted(token)) has no value; write \(token)=\"…\", or take it out"
  }

  /// Finds the name of the element or the attribute in the start tag before libxml2.
  private mutating func takeTag(_ code: xmlParserErrors) {
    let words = message.split(separator: " ").map(String.init)
    let isUndeclared = code == XML_NS_ERR_UNDEFINED_NAMESPACE
    // libxml2 names the prefix; the whole name of an attribute, or its local name where prefixes differ.
    guard let mark = words.firstIndex(where: { $0.lowercased() == (isUndeclared ? "prefix" : "attribute") }),
      mark + 1 < words.count, moveBack(to: "<")
    else { return }
    let name = words[mark + 1]
    if !isUndeclared {
      let isByNamespace = code == XML_NS_ERR_ATTRIBUTE_REDEFINED
      moveToAttribute(number: 2) { written in
        isByNamespace ? written.hasSuffix(":\(name)") && !written.hasPrefix("xmlns:") : written == name
      }
      message = "the attribute \(quoted(token)) stands twice in this tag; take one out"
    } else {
      if words.contains("for") { moveToAttribute(number: 1) { $0.hasPrefix("\(name):") } }
      message =
        "the prefix \(quoted(name)) of \(quoted(token)) is not declared; add xmlns:\(name)=\"…\" with its namespace, or take it out"
    }
  }

  /// Moves the place from the beginning of a tag to one of its attributes.
  private mutating func moveToAttribute(number: Int, _ isOne: (String) -> Bool) {
    var scanner = StartTagScanner(window.bytes, (offset - window.start)..<min(found - window.start, window.bytes.count))
    var count = 0
    while let name = scanner.nextAttribute() {
      let written = String(decoding: window.bytes[name], as: UTF8.self)
      guard isOne(written) else { continue }
      count += 1
      if count == number { return offset = window.start + name.lowerBound }
    }
  }

  private mutating func takeDeclaration() {
    guard moveBack(to: "<?xml") else { return }
    message =
      "\(XMLErrorWords.declarationMark) is the very first thing of a document and stands once; take this one out"
    guard window.start == 0, window.skippingSpace(from: 0) == offset else { return }
    offset = 0
    message = "white space stands before \(XMLErrorWords.declarationMark); take it out, so that '<?xml' comes first"
  }

  private mutating func takeOutside(isBefore: Bool) {
    if window.start == 0, window.skippingSpace(from: 0) >= window.end {
      offset = 0
      message = "the document is empty; there is nothing in it"
    } else if !isBefore {
      message = "a document has one root element and nothing behind it; take this out"
    } else if let next = window.first("<", from: offset), window.has("<?xml", at: next) {
      message =
        "\(XMLErrorWords.textMark) before \(XMLErrorWords.declarationMark); take it out, so that '<?xml' comes first"
    } else {
      message = "\(XMLErrorWords.textMark) before the root element; take it out"
    }
  }
}

/// What belongs together in a document, as it is written.
enum XMLToken {
  static func isOfName(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || byte >= 0x80 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// How many of the bytes are of the first token: a reference, the beginning of a tag, an end tag, a name, a control
  /// character; 0 for others.
  static func length(of bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    var index = bytes.startIndex
    if first < 0x20, !XMLSpace.isSpace(first) { return 1 }
    if first == UInt8(ascii: "&") || first == UInt8(ascii: "<") {
      index += 1
      if index < bytes.endIndex, "#/!?".utf8.contains(bytes[index]) { index += 1 }
    }
    while index < bytes.endIndex, isOfName(bytes[index]) { index += 1 }
    if index < bytes.endIndex, first == UInt8(ascii: "&"), bytes[index] == UInt8(ascii: ";") { index += 1 }
    if index < bytes.endIndex, bytes.starts(with: "</".utf8), bytes[index] == UInt8(ascii: ">") { index += 1 }
    return index - bytes.startIndex
  }

  /// The token at `index`, as far as messages show it.
  static func text(at index: Int, in bytes: [UInt8]) -> String {
    guard bytes.indices.contains(index) else { return "" }
    let rest = bytes[index...].prefix(Self.limit)
    return String(decoding: rest.prefix(length(of: rest)), as: UTF8.self)
  }

  /// No token that is longer counts as a whole.
  static let limit = 256
}
