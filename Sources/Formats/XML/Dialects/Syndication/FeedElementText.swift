import DatelineCore
import DatelineSyndication

extension FeedElement {
  /// The namespaces that stand declared around an element, by prefix; the empty prefix is the default one.
  typealias Scope = [String: String]

  /// Appends the element as XML. What `scope` does not declare is declared where it is used, so that the text means the
  /// same wherever it stands in a document that declares the scope.
  func append(to output: inout [UInt8], in scope: Scope, hexadecimal: Bool = false) {
    var scope = scope
    let written = appendTag(to: &output, in: &scope)
    guard !children.isEmpty else {
      output.append(contentsOf: "/>".utf8)
      return
    }
    output.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .text(let text): output.appendContent(text, hexadecimal: hexadecimal)
      case .element(let element): element.append(to: &output, in: scope)
      }
    }
    output.append("</")
    output.append(contentsOf: written.utf8)
    output.append(UInt8(ascii: ">"))
  }

  /// Appends the start tag without its end.
  ///
  /// - Returns: The name as it is written; the scope has what the tag declares.
  @discardableResult
  func appendTag(to output: inout [UInt8], in scope: inout Scope) -> String {
    var declarations: [(prefix: String, uri: String)] = []
    let written = Self.writtenName(name, &scope, &declarations, isAttribute: false)
    let attributes = attributes.map { attribute in
      (Self.writtenName(attribute.name, &scope, &declarations, isAttribute: true), attribute.value)
    }
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: written.utf8)
    for declaration in declarations {
      let name = declaration.prefix.isEmpty ? "xmlns" : "xmlns:\(declaration.prefix)"
      output.appendAttribute(name, declaration.uri)
    }
    for (name, value) in attributes { output.appendAttribute(name, value) }
    return written
  }

  /// Appends the start tag of a root, without its end, with the namespaces that it declares.
  func appendTag(to output: inout [UInt8], declaring namespaces: [(prefix: String, uri: String)]) {
    var scope = Scope(namespaces) { first, _ in first }
    var tag: [UInt8] = []
    let written = appendTag(to: &tag, in: &scope)
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: written.utf8)
    for (prefix, uri) in namespaces { output.appendAttribute(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", uri) }
    output.append(contentsOf: tag[(1 + written.utf8.count)...])
  }

  /// The name as it is written, with the declaration that it needs added to the scope.
  private static func writtenName(
    _ name: XMLName, _ scope: inout Scope, _ declarations: inout [(prefix: String, uri: String)], isAttribute: Bool
  ) -> String {
    let uri = name.namespace ?? ""
    if uri == FeedNamespace.xml.uri { return "xml:\(name.local)" }
    if isAttribute, uri.isEmpty { return name.local }
    var prefix = uri.isEmpty ? "" : name.prefix ?? ""
    // An attribute without a prefix is in no namespace.
    if isAttribute, prefix.isEmpty { prefix = "ns" }
    if scope[prefix] ?? "" != uri, let other = usualPrefix(of: uri, in: scope, isAttribute: isAttribute) {
      prefix = other
    }
    if scope[prefix] ?? "" != uri {
      // Another name of the tag may need the prefix for its own.
      while declarations.contains(where: { $0.prefix == prefix }) { prefix = prefix.isEmpty ? "ns" : prefix + "_" }
      scope[prefix] = uri
      declarations.append((prefix, uri))
    }
    return prefix.isEmpty ? name.local : "\(prefix):\(name.local)"
  }

  /// A prefix that stands declared for the namespace.
  private static func usualPrefix(of uri: String, in scope: Scope, isAttribute: Bool) -> String? {
    guard !uri.isEmpty else { return nil }
    return scope.filter { $0.value == uri && !(isAttribute && $0.key.isEmpty) }.keys.min()
  }

  /// The elements of `text`, which stood in a document that declares `scope`; nil where the text is no such.
  static func parse(_ text: [UInt8], in scope: Scope) -> [FeedElement]? {
    guard !text.isEmpty else { return [] }
    return KeptElements.elements(of: text, in: scope) ?? parseWhole(text, in: scope)
  }

  /// The same by a parser, for whatever XML allows.
  static func parseWhole(_ text: [UInt8], in scope: Scope) -> [FeedElement]? {
    var document = Array("<x".utf8)
    for (prefix, uri) in scope.sorted(by: { $0.key < $1.key }) {
      document.appendAttribute(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", uri)
    }
    document.append(UInt8(ascii: ">"))
    document.append(contentsOf: text)
    document.append(contentsOf: "</x>".utf8)
    let log = DiagnosticLog(input: "")
    do throws(ConversionError) {
      let parser = try XMLPushParser(MemorySource(document), log: log)
      while try parser.read() {}
      guard parser.tape.events.first?.kind == .start else { return nil }
      return FeedElement(parser.tape, at: 0, parser.names).elements
    } catch {
      return nil
    }
  }

  /// Appends a form that two elements share exactly where they say the same: names by their namespaces, attributes in
  /// order, text without space at its ends, no space between elements.
  func appendNormalised(to output: inout [UInt8]) {
    func append(_ name: XMLName) {
      output.append(UInt8(ascii: "{"))
      if let namespace = name.namespace { output.append(contentsOf: namespace.utf8) }
      output.append(UInt8(ascii: "}"))
      output.append(contentsOf: name.local.utf8)
    }
    output.append(UInt8(ascii: "<"))
    append(name)
    for attribute in attributes.count < 2 ? attributes : sortedAttributes {
      output.append(UInt8(ascii: " "))
      append(attribute.name)
      output.append(UInt8(ascii: "="))
      output.appendContent(attribute.value.trimmedXMLSpace)
    }
    output.append(UInt8(ascii: ">"))
    let hasElements = children.contains { if case .element = $0 { true } else { false } }
    for child in children {
      switch child {
      case .element(let element): element.appendNormalised(to: &output)
      case .text(let text):
        let trimmed = text.trimmedXMLSpace
        if !trimmed.isEmpty { output.appendContent(hasElements ? text : trimmed) }
      }
    }
    output.append("</>")
  }

  private var sortedAttributes: [Attribute] {
    attributes.sorted { ($0.name.namespace ?? "", $0.name.local) < ($1.name.namespace ?? "", $1.name.local) }
  }
}

extension [FeedElement] {
  /// The normalised forms of all.
  var normalised: [UInt8] {
    var output: [UInt8] = []
    for element in self { element.appendNormalised(to: &output) }
    return output
  }

  /// The elements as XML.
  func source(in scope: FeedElement.Scope) -> [UInt8] {
    var output: [UInt8] = []
    for element in self { element.append(to: &output, in: scope) }
    return output
  }
}

extension [UInt8] {
  /// Appends an attribute with a space before it.
  mutating func appendAttribute(_ name: String, _ value: String) {
    append(UInt8(ascii: " "))
    append(contentsOf: name.utf8)
    append("=\"")
    Escapes.attribute.append(value, to: &self)
    append(UInt8(ascii: "\""))
  }

  /// Appends text as the content of an element.
  ///
  /// - Parameter hexadecimal: Whether `&` and `<` are written as numbers, which tells readers of RSS that they are meant
  ///   (RSS Profile, "Character data").
  mutating func appendContent(_ text: String, hexadecimal: Bool = false) {
    (hexadecimal ? Escapes.hexadecimalContent : .content).append(text, to: &self)
  }
}

extension Escapes {
  fileprivate static let attribute = Escapes([
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: "\""): "&quot;", 0x09: "&#9;", 0x0A: "&#10;",
    0x0D: "&#13;",
  ])
  fileprivate static let content = Escapes([
    UInt8(ascii: "&"): "&amp;", UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", 0x0D: "&#13;",
  ])
  fileprivate static let hexadecimalContent = Escapes([
    UInt8(ascii: "&"): "&#x26;", UInt8(ascii: "<"): "&#x3C;", UInt8(ascii: ">"): "&gt;", 0x0D: "&#13;",
  ])
}
