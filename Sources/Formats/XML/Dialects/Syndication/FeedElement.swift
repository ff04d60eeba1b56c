import DatelineCore

/// An element of a feed with all that is in it. Entries are small, so each is a tree; feeds are never held whole.
///
/// Comments and processing instructions say nothing about the entry and are left out. CDATA sections are text.
struct FeedElement: Sendable, Equatable {
  /// What is in an element.
  enum Node: Sendable, Equatable {
    case element(FeedElement)
    case text(String)
  }

  /// An attribute.
  struct Attribute: Sendable, Equatable {
    var name: XMLName
    var value: String
  }

  var name: XMLName
  /// Without declarations of namespaces.
  var attributes: [Attribute] = []
  var children: [Node] = []

  init(_ name: XMLName, _ attributes: [Attribute] = [], _ children: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// An element of one of the namespaces that feeds use; nil is none.
  init(
    _ space: FeedNamespace?, _ local: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String? = nil
  ) {
    name = XMLName(space, local)
    for (name, value) in attributes {
      if let value { self.attributes.append(Attribute(name: XMLName(nil, name), value: value)) }
    }
    if let text { children = [.text(text)] }
  }

  /// The element at `index` of a tape, which is whole there.
  init(_ tape: XMLTape, at index: Int, _ names: [XMLName]) {
    var index = index
    self.init(reading: tape, &index, names)
  }

  private init(reading tape: XMLTape, _ index: inout Int, _ names: [XMLName]) {
    let start = tape.events[index]
    name = names[start.name]
    attributes = tape.attributes[start.attributes].map {
      Attribute(name: names[$0.name], value: tape.string($0.value))
    }
    index += 1
    while index < tape.events.count {
      let event = tape.events[index]
      switch event.kind {
      // No deeper than the parser lets elements nest.
      case .start: children.append(.element(FeedElement(reading: tape, &index, names)))
      case .end:
        index += 1
        return
      case .text, .cdata:
        let text = tape.string(event.bytes)
        index += 1
        if text.isEmpty { continue }
        if case .text(let before) = children.last {
          children[children.count - 1] = .text(before + text)
        } else {
          children.append(.text(text))
        }
      default: index += 1
      }
    }
  }

  // MARK: - Looking

  /// The elements in it.
  var elements: [FeedElement] {
    children.compactMap { node in
      if case .element(let element) = node { return element }
      return nil
    }
  }

  /// All text in it, without space at the ends; nil where there is none.
  var text: String? {
    let text = rawText.trimmedXMLSpace
    return text.isEmpty ? nil : text
  }

  /// All text in it as it stands.
  var rawText: String {
    if children.count == 1, case .text(let text) = children[0] { return text }
    var result = ""
    for node in children {
      switch node {
      case .text(let text): result += text
      case .element(let element): result += element.rawText
      }
    }
    return result
  }

  /// The value of an attribute in no namespace, without space at the ends; nil where there is none.
  func attribute(_ local: String) -> String? {
    let value = attributes.first { $0.name.namespace == nil && $0.name.local == local }?.value.trimmedXMLSpace
    return value?.isEmpty == true ? nil : value
  }

  /// The value of an attribute in a namespace.
  func attribute(_ space: FeedNamespace, _ local: String) -> String? {
    attributes.first { $0.name.namespace == space.uri && $0.name.local == local }?.value.trimmedXMLSpace
  }

  /// Whether it is called so.
  func isNamed(_ space: FeedNamespace?, _ local: String) -> Bool {
    name.local == local && name.namespace == space?.uri
  }

  /// The first element in it of a name.
  func first(_ space: FeedNamespace?, _ local: String) -> FeedElement? {
    for case .element(let element) in children where element.isNamed(space, local) { return element }
    return nil
  }
}

extension XMLName {
  /// A name of a namespace that feeds use, with the prefix that everybody uses.
  init(_ space: FeedNamespace?, _ local: String) {
    self.init(namespace: space?.uri, prefix: space?.prefix, local: local)
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without white space of XML at its ends.
  var trimmedXMLSpace: String {
    // Most texts have none, and need not be made anew.
    guard utf8.first.map(XMLSpace.isSpace) == true || utf8.last.map(XMLSpace.isSpace) == true else {
      return String(self)
    }
    let bytes = Array(utf8)
    let range = XMLSpace.trimmed(bytes, bytes.indices)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text with each run of white space of XML as one space; others, such as those that don't break, stay.
  var withSingleSpaces: String {
    var isAfterSpace = true
    let isClean = utf8.allSatisfy { byte in
      let isSpace = XMLSpace.isSpace(byte)
      defer { isAfterSpace = isSpace }
      return !isSpace || byte == 0x20 && !isAfterSpace
    }
    if isClean, !isAfterSpace { return String(self) }
    let words = utf8.split { XMLSpace.isSpace($0) }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }
}
