internal import DatelineCore

/// Splits HTML into tags, text and comments by the states of the WHATWG HTML Standard, section 13.2.5.
///
/// No input is an error: what is odd is read as browsers read it. The time is linear in the input.
public struct HTMLTokenizer {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  /// The element whose text is read to its end tag, whatever it holds; nil outside of one.
  private var textOnly: HTMLElement?
  private let runsScripts: Bool

  /// Reads all of `bytes`.
  ///
  /// - Parameter runsScripts: Whether scripts would run, so that what `noscript` holds is text that nobody sees, and not
  ///   markup (the scripting flag of section 13.2.4.5). Where none run, a frame ends with `/>` too, as programs write it
  ///   that take HTML for XML: the text behind it would be lost.
  public init(_ bytes: [UInt8], runsScripts: Bool = true) {
    self.init(bytes, in: 0..<bytes.count, runsScripts: runsScripts)
  }

  /// Reads `range` of `bytes`; see ``init(_:runsScripts:)``.
  public init(_ bytes: [UInt8], in range: Range<Int>, runsScripts: Bool = true) {
    self.bytes = bytes
    self.runsScripts = runsScripts
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next token; nil at the end.
  public mutating func next() -> HTMLToken? {
    guard index < end else { return nil }
    if let element = textOnly { return rawText(of: element) }
    if bytes[index] == UInt8(ascii: "<"), let token = markup() { return token }
    return text()
  }

  /// Text up to what may be markup. A `<` that starts none belongs to it.
  private mutating func text() -> HTMLToken {
    let start = index
    index += 1
    while index < end {
      index = min(end, bytes.span.firstIndex(of: UInt8(ascii: "<"), from: index))
      guard index < end, !startsMarkup(at: index) else { break }
      index += 1
    }
    return HTMLToken(kind: .text, range: start..<index, name: start..<start, attributes: start..<start)
  }

  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B }

  private func startsMarkup(at index: Int) -> Bool {
    let next = byte(index + 1)
    if next == UInt8(ascii: "/") { return index + 2 < end }
    return Self.isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  /// The markup that begins at the `<` here; nil where it is text.
  private mutating func markup() -> HTMLToken? {
    let start = index
    let next = byte(index + 1)
    if Self.isLetter(next) { return tag(.startTag, from: start, name: start + 1) }
    switch next {
    case UInt8(ascii: "/"):
      guard index + 2 < end else { return nil }
      if Self.isLetter(byte(index + 2)) { return tag(.endTag, from: start, name: start + 2) }
      return bogusComment(from: start, content: start + 2)
    case UInt8(ascii: "?"): return bogusComment(from: start, content: start + 1)
    case UInt8(ascii: "!"):
      if byte(index + 2) == UInt8(ascii: "-"), byte(index + 3) == UInt8(ascii: "-") { return comment(from: start) }
      let isDoctype = hasPrefix("doctype", at: index + 2)
      var token = bogusComment(from: start, content: start + 2)
      if isDoctype { token.kind = .doctype }
      return token
    default: return nil
    }
  }

  private func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      // A literal of ASCII letters has that many bytes.
      let letter = unsafe text.utf8Start[index]
      guard bytes[start + index] | 0x20 == letter else { return false }
    }
    return true
  }

  /// A comment ends at `-->` or `--!>`, or at once as `<!-->`.
  private mutating func comment(from start: Int) -> HTMLToken {
    var position = start + 4
    if byte(position) == UInt8(ascii: ">") || hasBytes("->", at: position) {
      index = min(end, position + (byte(position) == UInt8(ascii: ">") ? 1 : 2))
      return HTMLToken(kind: .comment, range: start..<index, name: start..<start, attributes: start..<start)
    }
    while position < end {
      position = min(end, bytes.span.firstIndex(of: UInt8(ascii: "-"), from: position))
      if hasBytes("-->", at: position) || hasBytes("--!>", at: position) {
        index = position + (byte(position + 2) == UInt8(ascii: ">") ? 3 : 4)
        return HTMLToken(kind: .comment, range: start..<index, name: start..<start, attributes: start..<start)
      }
      position += 1
    }
    index = end
    var token = HTMLToken(kind: .comment, range: start..<end, name: start..<start, attributes: start..<start)
    token.isUnfinished = true
    return token
  }

  private func hasBytes(_ text: StaticString, at start: Int) -> Bool {
    guard start < end else { return false }
    return bytes.span.extracting(start..<end).starts(with: text)
  }

  private mutating func bogusComment(from start: Int, content: Int) -> HTMLToken {
    let close = min(end, bytes.span.firstIndex(of: UInt8(ascii: ">"), from: content))
    index = min(end, close + 1)
    var token = HTMLToken(kind: .comment, range: start..<index, name: start..<start, attributes: start..<start)
    token.isUnfinished = close == end
    return token
  }

  private mutating func tag(_ kind: HTMLToken.Kind, from start: Int, name: Int) -> HTMLToken {
    var position = name
    while position < end, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: "/"),
      bytes[position] != UInt8(ascii: ">")
    {
      position += 1
    }
    let nameRange = name..<position
    var attributes = HTMLAttributes(bytes, in: position..<end)
    while attributes.next() != nil {}
    let isClosed = attributes.index < end
    index = min(end, attributes.index + 1)
    var token = HTMLToken(
      kind: kind, range: start..<index, name: nameRange, attributes: position..<attributes.index)
    token.isSelfClosing = attributes.isSelfClosing
    token.isUnfinished = !isClosed
    if kind == .startTag, let element = HTMLElement(bytes.span.extracting(nameRange)), opensText(element, token) {
      textOnly = element
    }
    return token
  }

  /// Whether what follows a start tag is text whatever it holds.
  private func opensText(_ element: HTMLElement, _ token: HTMLToken) -> Bool {
    guard element.isTextOnly, !runsScripts else { return element.isTextOnly }
    return element.name != "noscript" && !(element.isFrame && token.isSelfClosing)
  }

  /// Text up to the end tag of `element`.
  private mutating func rawText(of element: HTMLElement) -> HTMLToken? {
    let start = index
    var position = start
    while position < end {
      position = min(end, bytes.span.firstIndex(of: UInt8(ascii: "<"), from: position))
      if byte(position + 1) == UInt8(ascii: "/"), endsElement(element, at: position + 2) { break }
      position += 1
    }
    index = min(position, end)
    textOnly = nil
    guard index > start else { return next() }
    var token = HTMLToken(kind: .text, range: start..<index, name: start..<start, attributes: start..<start)
    token.isRaw = !element.resolvesReferences
    token.isUnfinished = index == end
    return token
  }

  private func endsElement(_ element: HTMLElement, at start: Int) -> Bool {
    let stop = start + element.name.utf8.count
    guard stop <= end, HTMLElement(bytes.span.extracting(start..<stop)) == element else { return false }
    let next = byte(stop)
    return stop == end || Self.isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }
}

/// The attributes of a tag, one after the other.
public struct HTMLAttributes {
  private let bytes: [UInt8]
  private let end: Int
  /// How far the tag has been read: behind the last attribute this is the `>`, or the end.
  private(set) var index: Int
  private(set) var isSelfClosing = false

  /// Reads `range`, the ``HTMLToken/attributes`` of a token.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next attribute; nil behind the last.
  public mutating func next() -> HTMLAttribute? {
    skipSpaceAndSlashes()
    guard index < end, bytes[index] != UInt8(ascii: ">") else { return nil }
    let name = index
    index += 1  // A `=` at the start is part of the name.
    while index < end, !HTMLTokenizer.isSpace(bytes[index]), !Self.endsName(bytes[index]) { index += 1 }
    let nameRange = name..<index
    skipSpace()
    guard index < end, bytes[index] == UInt8(ascii: "=") else {
      return HTMLAttribute(name: nameRange, value: nameRange.upperBound..<nameRange.upperBound)
    }
    index += 1
    skipSpace()
    return HTMLAttribute(name: nameRange, value: value())
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func value() -> Range<Int> {
    guard index < end else { return index..<index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      let close = min(end, bytes.span.firstIndex(of: quote, from: start))
      index = min(end, close + 1)
      return min(start, close)..<close
    }
    let start = index
    while index < end, !HTMLTokenizer.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  private mutating func skipSpace() {
    while index < end, HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
  }

  private mutating func skipSpaceAndSlashes() {
    isSelfClosing = false
    while index < end, HTMLTokenizer.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
      isSelfClosing = bytes[index] == UInt8(ascii: "/")
      index += 1
    }
    if index >= end || bytes[index] != UInt8(ascii: ">") { isSelfClosing = isSelfClosing && index >= end }
  }
}
