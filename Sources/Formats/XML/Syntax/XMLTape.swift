import DatelineCore

/// What a parser found, in the order of the document: a flat list, so that an event costs no allocation, and so that the
/// bytes of a record's texts lie in one buffer that they can be slices of.
package struct XMLTape {
  /// Texts and attribute values, with references resolved. Well-formed UTF-8.
  package var bytes: [UInt8] = []
  /// The events.
  package var events: [XMLEvent] = []
  /// The attributes of the start tags among the events.
  package var attributes: [XMLAttribute] = []
  /// The namespaces that the start tags among the events declare, if ``XMLLimits/keepsDeclarations`` asks for them.
  package var declarations: [XMLDeclaredNamespace] = []

  /// An empty tape.
  package init() {}

  /// The bytes of `range` as a `String`.
  package func string(_ range: Range<Int>) -> String {
    let span = bytes.span.extracting(range)
    // The standard library takes three times as long to look.
    guard span.firstInvalidUTF8() == nil else { return String(decoding: bytes[range], as: UTF8.self) }
    // Invariant: they are UTF-8, as has just been seen.
    return unsafe String(copying: UTF8Span(unchecked: span))
  }

  /// Forgets the first events, and what belongs to them.
  mutating func drop(_ count: Int) {
    guard count < events.count else {
      events.removeAll(keepingCapacity: true)
      attributes.removeAll(keepingCapacity: true)
      declarations.removeAll(keepingCapacity: true)
      // Texts may be slices of these bytes, so they are left to them.
      bytes = []
      bytes.reserveCapacity(Self.usualSize)
      return
    }
    guard count > 0 else { return }
    events.removeFirst(count)
    let firstAttribute = events[0].attributes.lowerBound
    attributes.removeFirst(firstAttribute)
    let firstByte = self.firstByte
    for index in events.indices { events[index].shift(bytes: firstByte, attributes: firstAttribute) }
    for index in attributes.indices { attributes[index].shift(bytes: firstByte) }
    declarations.removeAll { $0.event < count }
    for index in declarations.indices { declarations[index].event -= count }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count - firstByte + Self.usualSize)
    kept.append(copying: bytes.span.extracting(firstByte..<bytes.count))
    bytes = kept
  }

  /// The first byte that belongs to an event or an attribute. They need not be in the order of their bytes.
  private var firstByte: Int {
    var first = bytes.count
    for event in events where !event.bytes.isEmpty { first = min(first, event.bytes.lowerBound) }
    for attribute in attributes where !attribute.value.isEmpty { first = min(first, attribute.value.lowerBound) }
    return first
  }

  /// A chunk of the document, and a few values that are not as they are written.
  private static let usualSize = XMLPushParser.chunkSize + 8192
}

/// One event of a document. It is kept small, since a record has a hundred.
package struct XMLEvent {
  /// What happened.
  package enum Kind: UInt8, Sendable {
    /// An element starts.
    case start
    /// An element ends.
    case end
    /// Text, or a piece of one: pieces follow each other. References are resolved.
    case text
    /// Text that stood in a CDATA section.
    case cdata
    /// A comment.
    case comment
    /// A processing instruction; its name is the target.
    case instruction
    /// A document type declaration; its text is the name of the root.
    case doctype
  }

  /// What happened.
  package let kind: Kind
  /// Whether it came from the text of an entity: its place is that of the reference.
  let isInEntity: Bool
  /// How many elements it is in, its own included: 1 for the root and for text in it.
  package let depth: UInt16
  /// For a start, how many events later the element ends; 0 where it has not ended yet.
  package internal(set) var length: UInt32 = 0
  private let nameIndex: UInt32
  private var firstByte: UInt32
  private var endByte: UInt32
  private var firstAttribute: UInt32
  private let attributeCount: UInt32
  /// The offset in the document where it begins; for tags where their text ends, before or behind the `>`.
  let offset: Int
  /// For tags, how many bytes before that they begin; 0 where that is not known.
  let tagLength: UInt32

  /// The name of the element or the instruction, as an index of ``XMLPushParser/names``.
  package var name: Int { Int(nameIndex) }
  /// The text, in the tape's bytes; empty for tags.
  package var bytes: Range<Int> { Int(firstByte)..<Int(endByte) }
  /// The attributes of a start, in the tape's list. Declarations of namespaces are not among them.
  package var attributes: Range<Int> { Int(firstAttribute)..<(Int(firstAttribute) + Int(attributeCount)) }

  init(
    _ kind: Kind, name: Int = 0, bytes: Range<Int>, attributes: Range<Int>, depth: Int, offset: Int,
    tagLength: Int = 0, isInEntity: Bool
  ) {
    self.kind = kind
    self.isInEntity = isInEntity
    self.depth = UInt16(truncatingIfNeeded: depth)
    nameIndex = UInt32(truncatingIfNeeded: name)
    // What is empty has no place: bytes at the end of the tape may be taken off again.
    firstByte = bytes.isEmpty ? 0 : UInt32(truncatingIfNeeded: bytes.lowerBound)
    endByte = bytes.isEmpty ? 0 : UInt32(truncatingIfNeeded: bytes.upperBound)
    firstAttribute = UInt32(truncatingIfNeeded: attributes.lowerBound)
    attributeCount = UInt32(truncatingIfNeeded: attributes.count)
    self.offset = offset
    self.tagLength = UInt32(truncatingIfNeeded: tagLength)
  }

  /// The offset at which it begins; nil for a tag whose length is not known.
  @inline(__always)
  var start: Int? {
    guard !isInEntity, kind == .start || kind == .end else { return offset }
    return tagLength > 0 ? offset - Int(tagLength) : nil
  }

  mutating func shift(bytes: Int, attributes: Int) {
    if firstByte < endByte {
      firstByte &-= UInt32(truncatingIfNeeded: bytes)
      endByte &-= UInt32(truncatingIfNeeded: bytes)
    }
    firstAttribute &-= UInt32(truncatingIfNeeded: attributes)
  }

  /// Takes another place of its text.
  mutating func move(to range: Range<Int>) {
    firstByte = UInt32(truncatingIfNeeded: range.lowerBound)
    endByte = UInt32(truncatingIfNeeded: range.upperBound)
  }
}

/// A prefix that a start tag declares.
package struct XMLDeclaredNamespace {
  /// The index of the start tag among the events.
  package internal(set) var event: Int
  /// The prefix; empty where it is the default namespace.
  package let prefix: String
  /// The namespace's URI; empty where the default is taken back.
  package let namespace: String
}

/// One attribute of a start tag.
package struct XMLAttribute {
  private let nameIndex: UInt32
  private var first: UInt32
  private var end: UInt32

  /// Its name, as an index of ``XMLPushParser/names``.
  package var name: Int { Int(nameIndex) }
  /// The value, with references resolved, in the tape's bytes.
  package var value: Range<Int> { Int(first)..<Int(end) }

  init(name: Int, value: Range<Int>) {
    nameIndex = UInt32(truncatingIfNeeded: name)
    first = value.isEmpty ? 0 : UInt32(truncatingIfNeeded: value.lowerBound)
    end = value.isEmpty ? 0 : UInt32(truncatingIfNeeded: value.upperBound)
  }

  mutating func shift(bytes: Int) {
    guard first < end else { return }
    first &-= UInt32(truncatingIfNeeded: bytes)
    end &-= UInt32(truncatingIfNeeded: bytes)
  }
}

/// A name with its namespace.
package struct XMLName: Hashable, Sendable {
  /// The namespace's URI; nil where it is in none.
  package var namespace: String?
  /// The prefix that the document used; nil where it used none.
  package var prefix: String?
  /// The local part.
  package var local: String

  /// Stores its parts.
  package init(namespace: String?, prefix: String?, local: String) {
    self.namespace = namespace
    self.prefix = prefix
    self.local = local
  }

  /// The name as the document writes it.
  package var written: String { prefix.map { "\($0):\(local)" } ?? local }
}

/// Finds the attributes of a start tag that is known to be well-formed (XML 1.0, production 40).
struct StartTagScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  /// The value of the attribute that was found last, without its quotation marks.
  private(set) var value = 0..<0

  /// - Parameter tag: The place of the tag in `bytes`, from its `<` on.
  init(_ bytes: [UInt8], _ tag: Range<Int>) {
    self.bytes = bytes
    end = tag.upperBound
    index = tag.lowerBound
    skip(while: { !Self.isSpace($0) })
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < end, condition(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether an attribute of this name declares a namespace and is no attribute (Namespaces in XML 1.0, section 3).
  private static func declaresNamespace(_ name: Span<UInt8>) -> Bool {
    name.starts(with: "xmlns") && (name.count == 5 || name[5] == UInt8(ascii: ":"))
  }

  /// The place of the name of the attribute at `index`, declarations of namespaces not counted; nil where there is none.
  mutating func name(ofAttribute index: Int) -> Range<Int>? {
    var remaining = index
    while let name = nextAttribute() {
      if Self.declaresNamespace(bytes.span.extracting(name)) { continue }
      if remaining == 0 { return name }
      remaining -= 1
    }
    return nil
  }

  /// The place of the next attribute's name; nil after the last.
  mutating func nextAttribute() -> Range<Int>? {
    skip(while: Self.isSpace)
    let start = index
    skip { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
    let name = start..<index
    skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard !name.isEmpty, index < end else { return nil }
    let quote = bytes[index]
    index += 1
    let first = index
    skip { $0 != quote }
    value = first..<index
    index += 1
    return name
  }
}
