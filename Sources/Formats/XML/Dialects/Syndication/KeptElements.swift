import DatelineCore

/// Reads the elements that a record keeps of its source, which we wrote ourselves nearly always: tags, attributes, text and
/// references, and nothing else of XML. A parser takes twenty times as long to make ready as to read one of them.
///
/// Whatever might be something else, or an error, is left to the parser: ``elements(of:in:)`` gives nil.
struct KeptElements {
  private let bytes: [UInt8]
  private var index = 0

  /// Deeper texts are left to the parser.
  private static let depthLimit = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The elements of a text that stood in a document that declares `scope`.
  static func elements(of text: [UInt8], in scope: FeedElement.Scope) -> [FeedElement]? {
    guard isPlain(text.span) else { return nil }
    var reader = KeptElements(text)
    guard let nodes = reader.nodes(in: scope, depth: 0), reader.index == text.count else { return nil }
    return nodes.compactMap { node in if case .element(let element) = node { element } else { nil } }
  }

  /// Whether there is nothing that XML does not allow or changes: control characters, U+FFFE and U+FFFF, bytes that are
  /// no UTF-8.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return false }
      if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
    }
    return bytes.firstInvalidUTF8() == nil
  }

  /// What stands up to the end tag of the element around it, or the end.
  private mutating func nodes(in scope: FeedElement.Scope, depth: Int) -> [FeedElement.Node]? {
    guard depth < Self.depthLimit else { return nil }
    var nodes: [FeedElement.Node] = []
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        guard let text = text(until: UInt8(ascii: "<")) else { return nil }
        nodes.append(.text(text))
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") { return nodes }
      guard let element = element(in: scope, depth: depth) else { return nil }
      nodes.append(.element(element))
    }
    return nodes
  }

  private mutating func element(in outer: FeedElement.Scope, depth: Int) -> FeedElement? {
    index += 1
    guard let written = name() else { return nil }
    var scope = outer
    var attributes: [(name: Range<Int>, value: String)] = []
    while let byte = peek(), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") {
      guard skipSpace() else { return nil }
      if let next = peek(), next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { break }
      guard let name = name(), skip("=\""), let value = text(until: UInt8(ascii: "\"")), skip("\"") else { return nil }
      guard isDeclaration(name) else {
        attributes.append((name, value))
        continue
      }
      guard declare(name, value, in: &scope) else { return nil }
    }
    guard let name = resolved(written, in: scope, isAttribute: false) else { return nil }
    var element = FeedElement(name)
    for attribute in attributes {
      guard let name = resolved(attribute.name, in: scope, isAttribute: true),
        !element.attributes.contains(where: { $0.name.local == name.local && $0.name.namespace == name.namespace })
      else { return nil }
      element.attributes.append(FeedElement.Attribute(name: name, value: attribute.value))
    }
    if skip("/>") { return element }
    guard skip(">"), let children = nodes(in: scope, depth: depth + 1), skip("</"), let end = self.name(),
      bytes[end].elementsEqual(bytes[written])
    else { return nil }
    _ = skipSpace()
    guard skip(">") else { return nil }
    element.children = children
    return element
  }

  // MARK: - Names

  /// A name of ASCII letters, digits, hyphens, underscores and full stops, with one colon at most.
  private mutating func name() -> Range<Int>? {
    let start = index
    var colons = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        guard index > start else { return nil }
        colons += 1
      } else if !Self.isNameByte(byte, isFirst: index == start || bytes[index - 1] == UInt8(ascii: ":")) {
        break
      }
      index += 1
    }
    // A name of other letters goes on.
    guard index > start, colons < 2, bytes[index - 1] != UInt8(ascii: ":"), (peek() ?? 0) < 0x80 else { return nil }
    return start..<index
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    if 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "_") { return true }
    return !isFirst && (0x30...0x39 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
  }

  private func isDeclaration(_ name: Range<Int>) -> Bool {
    bytes[name].starts(with: "xmlns".utf8) && (name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
  }

  /// Takes a declaration of a namespace.
  ///
  /// - Returns: Whether it is one that everybody writes; the parser has to look at others.
  private func declare(_ name: Range<Int>, _ uri: String, in scope: inout FeedElement.Scope) -> Bool {
    let prefix = String(decoding: bytes[name].dropFirst(6), as: UTF8.self)
    guard !prefix.hasPrefix("xml"), Self.isUsual(uri) || prefix.isEmpty && uri.isEmpty else { return false }
    scope[prefix] = uri
    return true
  }

  /// Whether a namespace is an address or a name as everybody writes them, and none of XML's own.
  private static func isUsual(_ uri: String) -> Bool {
    uri != FeedNamespace.xml.uri && uri != "http://www.w3.org/2000/xmlns/"
      && (uri.hasPrefix("http://") || uri.hasPrefix("https://") || uri.hasPrefix("urn:"))
      && uri.utf8.allSatisfy { byte in
        0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || ":/.-_#~".utf8.contains(byte)
      }
  }

  private func resolved(_ written: Range<Int>, in scope: FeedElement.Scope, isAttribute: Bool) -> XMLName? {
    let name = bytes[written]
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else {
      let local = String(decoding: name, as: UTF8.self)
      guard !isAttribute, let uri = scope[""], !uri.isEmpty else {
        return XMLName(namespace: nil, prefix: nil, local: local)
      }
      return XMLName(namespace: uri, prefix: nil, local: local)
    }
    let prefix = String(decoding: name[..<colon], as: UTF8.self)
    let local = String(decoding: name[(colon + 1)...], as: UTF8.self)
    if prefix == "xml" { return XMLName(namespace: FeedNamespace.xml.uri, prefix: prefix, local: local) }
    guard let uri = scope[prefix] else { return nil }
    return XMLName(namespace: uri, prefix: prefix, local: local)
  }

  // MARK: - Text

  /// Text with its references resolved, up to a byte that does not belong to it; in attributes a line end is something
  /// else to XML, and is left to the parser.
  private mutating func text(until end: UInt8) -> String? {
    var output: [UInt8] = []
    let isAttribute = end == UInt8(ascii: "\"")
    while index < bytes.count, bytes[index] != end {
      let start = index
      while index < bytes.count, bytes[index] != end, bytes[index] != UInt8(ascii: "&") {
        let byte = bytes[index]
        if byte == UInt8(ascii: "<") || isAttribute && byte < 0x20 { return nil }
        // The end of a section stands nowhere else.
        if byte == UInt8(ascii: ">"), index >= 2, bytes[index - 1] == UInt8(ascii: "]"), !isAttribute { return nil }
        index += 1
      }
      output += bytes[start..<index]
      guard index < bytes.count, bytes[index] == UInt8(ascii: "&") else { continue }
      guard let scalar = reference() else { return nil }
      output.append(contentsOf: String(Character(scalar)).utf8)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func reference() -> Unicode.Scalar? {
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.first != "+", let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value), value >= 0x20 || value == 9 || value == 10 || value == 13,
      value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return scalar
  }

  // MARK: - Bytes

  private func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ text: StaticString) -> Bool {
    guard bytes.span.extracting(index..<bytes.count).starts(with: text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// - Returns: Whether there was any.
  private mutating func skipSpace() -> Bool {
    let start = index
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x09 { index += 1 }
    return index > start
  }
}
