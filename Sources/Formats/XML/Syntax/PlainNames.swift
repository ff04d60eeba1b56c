import CLibXML2
import DatelineCore

/// The names that ``PlainScanner`` has met, as they are written, and the namespaces that are declared.
struct PlainNames {
  /// A name as it is written, with its prefix.
  struct Name {
    /// Its first sixteen bytes, with zeros behind a shorter one.
    fileprivate let words: (UInt64, UInt64)
    fileprivate let length: Int
    fileprivate let text: [UInt8]
    fileprivate let local: String
    /// The prefix, as an index of the prefixes: 0 for none.
    fileprivate let prefix: Int
    /// The prefix that it declares, if it is that of a declaration; else -1.
    let declares: Int
    /// Whether it is the attribute xml:space, of which two values are legal.
    let isSpace: Bool
    /// As an index of the document's names in the namespace `namespace`; that of an attribute without prefix is in none.
    fileprivate var namespace = -2
    fileprivate var index = -1
    fileprivate var plainIndex = -1
  }

  private struct Prefix {
    let text: String
    /// The namespace that it stands for, as an index; -1 for none.
    var namespace = -1
  }

  private struct Declaration {
    let depth: Int
    let prefix: Int
    let before: Int
  }

  private struct Resolved: Hashable {
    let name: Int
    let namespace: Int
  }

  private var names: [Name] = []
  /// The name that was found last for some bits of its bytes.
  private var recent = Array(repeating: Int16(-1), count: 4096)
  private var byText: [[UInt8]: Int] = [:]
  private var length = 0
  private var prefixes = [Prefix(text: ""), Prefix(text: "xml", namespace: 0)]
  private var namespaces = ["http://www.w3.org/XML/1998/namespace"]
  private var byURI: [[UInt8]: Int] = [:]
  private var declarations: [Declaration] = []
  private var resolved: [Resolved: Int] = [:]

  /// More names than this are no plain document.
  private static let nameLimit = 4096
  private static let lengthLimit = 64 << 10

  subscript(index: Int) -> Name { names[index] }

  // MARK: Names

  /// The name that begins at `start`, and where it ends; -1 where it is none that is read here. A name that goes to the end
  /// of the bytes may be cut.
  @inline(__always)
  mutating func find(_ bytes: Span<UInt8>, from start: Int) -> (name: Int, end: Int) {
    guard start &+ 16 <= bytes.count else { return findSlowly(bytes, from: start) }
    let length = Span.nameLength(bytes.block(at: start))
    guard length < 16 else { return findSlowly(bytes, from: start) }
    let words = Self.words(bytes.word(at: start), bytes.word(at: start &+ 8), length)
    let slot = Self.slot(words)
    let index = Int(recent[slot])
    if index >= 0, names[index].words == words { return (index, start &+ length) }
    let found = findSlowly(bytes, from: start)
    if found.name >= 0 { recent[slot] = Int16(truncatingIfNeeded: found.name) }
    return found
  }

  private mutating func findSlowly(_ bytes: Span<UInt8>, from start: Int) -> (name: Int, end: Int) {
    var end = start
    while end < bytes.count, Span.isNameByte(bytes[end]) { end += 1 }
    guard end < bytes.count, end > start, end - start < 1000, bytes[end] < 0x80 else {
      return (-1, end < bytes.count || end - start >= 1000 ? start : end)
    }
    var text: [UInt8] = []
    text.append(copying: bytes.extracting(start..<end))
    if let index = byText[text] { return (index, end) }
    return (add(text), end)
  }

  /// The name that begins at `start`, if it is `name`: where it ends; -1 where it is another, or cut.
  @inline(__always)
  func end(of name: Int, _ bytes: Span<UInt8>, from start: Int) -> Int {
    let length = names[name].length
    guard start &+ 16 <= bytes.count, length < 16 else {
      let end = start + length
      let text = names[name].text
      guard end < bytes.count, bytes.extracting(start..<end).hasSameBytes(as: text.span) else { return -1 }
      return end
    }
    // Whatever stands behind it is looked at by the caller.
    let words = Self.words(bytes.word(at: start), bytes.word(at: start &+ 8), length)
    return names[name].words == words ? start &+ length : -1
  }

  /// The first `length` of sixteen bytes, with zeros behind.
  @inline(__always)
  private static func words(_ first: UInt64, _ second: UInt64, _ length: Int) -> (UInt64, UInt64) {
    let bits = UInt64(truncatingIfNeeded: length &* 8)
    let low = length >= 8 ? UInt64.max : (1 &<< bits) &- 1
    let high = length > 8 ? (1 &<< (bits &- 64)) &- 1 : 0
    return (first & low, second & high)
  }

  @inline(__always)
  private static func slot(_ words: (UInt64, UInt64)) -> Int {
    let mixed = (words.0 ^ (words.1 &* 0x9E37_79B9_7F4A_7C15)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 52)
  }

  /// Takes a name that is new.
  ///
  /// - Returns: Its index; -1 where it is no name with at most one colon, or where there are too many.
  private mutating func add(_ text: [UInt8]) -> Int {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    length += text.count
    guard parts.count <= 2, names.count < Self.nameLimit, length < Self.lengthLimit else { return -1 }
    for part in parts {
      // A name begins with a letter or a low line.
      guard let first = part.first, first > UInt8(ascii: ":") else { return -1 }
    }
    let local = String(decoding: parts[parts.count - 1], as: UTF8.self)
    let prefix = parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : ""
    var declares = -1
    if prefix == "xmlns" {
      guard local != "xml", local != "xmlns" else { return -1 }
      declares = index(ofPrefix: local)
    } else if prefix.isEmpty, local == "xmlns" {
      declares = 0
    }
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in text.prefix(16).enumerated() {
      if index < 8 { words.0 |= UInt64(byte) << (8 * index) } else { words.1 |= UInt64(byte) << (8 * (index - 8)) }
    }
    names.append(
      Name(
        words: words, length: text.count, text: text, local: local, prefix: index(ofPrefix: prefix),
        declares: declares, isSpace: prefix == "xml" && local == "space"))
    byText[text] = names.count - 1
    return names.count - 1
  }

  private mutating func index(ofPrefix text: String) -> Int {
    if let index = prefixes.firstIndex(where: { $0.text == text }) { return index }
    prefixes.append(Prefix(text: text))
    return prefixes.count - 1
  }

  /// The number of bytes of a name.
  func length(of name: Int) -> Int { names[name].length }

  /// Whether libxml2 takes a name as the target of an instruction without a word.
  func isTarget(_ name: Int) -> Bool {
    guard names[name].prefix == 0 else { return false }
    return !names[name].local.lowercased().hasPrefix("xml") || names[name].local == "xml-stylesheet"
  }

  /// The name of an instruction among those of the document.
  mutating func target(_ name: Int, _ list: inout XMLNameList) -> Int { attribute(name, &list) }

  // MARK: Namespaces

  /// Declares that a prefix stands for a namespace, until ``end(depth:)``.
  ///
  /// - Returns: False where libxml2 has something to say of it: the address is none, or reserved, or the prefix is declared
  ///   twice by one element.
  mutating func declare(_ prefix: Int, _ uri: [UInt8], depth: Int) -> Bool {
    var index = declarations.count - 1
    while index >= 0, declarations[index].depth == depth {
      if declarations[index].prefix == prefix { return false }
      index -= 1
    }
    guard let namespace = namespace(uri, isDefault: prefix == 0) else { return false }
    declarations.append(Declaration(depth: depth, prefix: prefix, before: prefixes[prefix].namespace))
    prefixes[prefix].namespace = namespace
    return true
  }

  private mutating func namespace(_ uri: [UInt8], isDefault: Bool) -> Int? {
    if uri.isEmpty { return isDefault ? -1 : nil }
    if let index = byURI[uri] { return index }
    let text = String(decoding: uri, as: UTF8.self)
    guard text != namespaces[0], text != "http://www.w3.org/2000/xmlns/", namespaces.count < Self.nameLimit,
      uri.count < 1000, let parsed = unsafe xmlParseURI(text)
    else { return nil }
    defer { unsafe xmlFreeURI(parsed) }
    // libxml2 warns of a relative address only for the default namespace.
    guard unsafe parsed.pointee.scheme != nil else { return nil }
    namespaces.append(text)
    byURI[uri] = namespaces.count - 1
    return namespaces.count - 1
  }

  /// What the element at `depth`, which is the innermost, declares.
  func declared(at depth: Int) -> [(prefix: String, namespace: String)] {
    declarations.reversed().prefix { $0.depth == depth }.reversed().map {
      let prefix = prefixes[$0.prefix]
      return (prefix.text, prefix.namespace < 0 ? "" : namespaces[prefix.namespace])
    }
  }

  /// Forgets the declarations of the element at `depth`.
  @inline(__always)
  mutating func end(depth: Int) {
    while let last = declarations.last, last.depth >= depth {
      prefixes[last.prefix].namespace = last.before
      declarations.removeLast()
    }
  }

  /// The element's name among those of the document; -1 where its prefix is not declared.
  @inline(__always)
  mutating func element(_ name: Int, _ list: inout XMLNameList) -> Int {
    let namespace = prefixes[names[name].prefix].namespace
    if names[name].namespace == namespace { return names[name].index }
    return resolve(name, namespace, &list)
  }

  /// The attribute's name among those of the document; -1 where its prefix is not declared.
  @inline(__always)
  mutating func attribute(_ name: Int, _ list: inout XMLNameList) -> Int {
    if names[name].prefix != 0 { return element(name, &list) }
    if names[name].plainIndex >= 0 { return names[name].plainIndex }
    let index = list.add(XMLName(namespace: nil, prefix: nil, local: names[name].local))
    names[name].plainIndex = index
    // An element without a namespace has the very same name.
    resolved[Resolved(name: name, namespace: -1)] = index
    return index
  }

  private mutating func resolve(_ name: Int, _ namespace: Int, _ list: inout XMLNameList) -> Int {
    let prefix = names[name].prefix
    guard prefix == 0 || namespace >= 0 else { return -1 }
    let key = Resolved(name: name, namespace: namespace)
    let index =
      resolved[key]
      ?? list.add(
        XMLName(
          namespace: namespace >= 0 ? namespaces[namespace] : nil, prefix: prefix > 0 ? prefixes[prefix].text : nil,
          local: names[name].local))
    resolved[key] = index
    if prefix == 0, namespace < 0 { names[name].plainIndex = index }
    names[name].namespace = namespace
    names[name].index = index
    return index
  }

  /// Whether two attributes have one name, though they may have different prefixes (Namespaces in XML 1.0, section 6.3).
  func isSame(_ one: Int, _ other: Int) -> Bool {
    guard one != other else { return true }
    let (first, second) = (names[one], names[other])
    guard first.prefix > 0, second.prefix > 0, first.local == second.local else { return false }
    return prefixes[first.prefix].namespace == prefixes[second.prefix].namespace
  }

  /// Whether an attribute has a prefix.
  func hasPrefix(_ name: Int) -> Bool { names[name].prefix > 0 }

  // MARK: For libxml2

  /// A start tag with nothing but the namespaces that the element at `depth` declares.
  func tag(_ name: Int, depth: Int) -> [UInt8] {
    var tag = [UInt8(ascii: "<")] + names[name].text
    for (index, declaration) in declarations.enumerated() where declaration.depth == depth {
      // What it stands for is what the next declaration found there.
      let next = declarations[(index + 1)...].first { $0.prefix == declaration.prefix }
      let namespace = next?.before ?? prefixes[declaration.prefix].namespace
      let prefix = prefixes[declaration.prefix].text
      tag += Array((prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"").utf8)
      if namespace >= 0 { tag += Array(XMLEscapes.escaped(namespaces[namespace]).utf8) }
      tag.append(UInt8(ascii: "\""))
    }
    return tag + [UInt8(ascii: ">")]
  }
}
