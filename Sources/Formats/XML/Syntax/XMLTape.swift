package import DatelineCore

/// What a parser found, in the order of the document: a flat list, so that an event costs no allocation, and so that the
/// bytes of a record's texts lie in one buffer that they can be slices of.
package struct XMLTape {
  /// Names, texts, attribute values and start tags as they stood. Well-formed UTF-8.
  package var bytes: [UInt8] = []
  /// The events.
  package var events: [XMLEvent] = []
  /// The attributes of the start tags among the events.
  package var attributes: [XMLAttribute] = []

  /// An empty tape.
  package init() {}

  /// Forgets everything and keeps the room.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
  }

  /// The bytes of `range` as a `String`.
  package func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// One event of a document.
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
  package var kind: Kind
  /// The name of the element or the instruction, as an index of ``XMLPushParser/names``.
  package var name: Int
  /// The text, or for a start the tag as it stood without its end, in the tape's bytes.
  package var bytes: Range<Int>
  /// The attributes of a start, in the tape's list. Declarations of namespaces are not among them.
  package var attributes: Range<Int>
  /// Where it begins. Within an entity's text, where the reference stands.
  package var position: SourcePosition
}

/// One attribute of a start tag.
package struct XMLAttribute {
  /// Its name, as an index of ``XMLPushParser/names``.
  package var name: Int
  /// The value, with references resolved, in the tape's bytes.
  package var value: Range<Int>
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

extension XMLTape {
  /// Where the name of the attribute at `index` among those of `event` stands, found in the tag as it was written.
  package func position(ofAttribute index: Int, in event: XMLEvent) -> SourcePosition {
    var scanner = StartTagScanner(bytes, event.bytes)
    var remaining = index
    while let name = scanner.nextAttribute() {
      if StartTagScanner.declaresNamespace(bytes.span.extracting(name)) { continue }
      if remaining == 0 {
        let tag = bytes.span.extracting(event.bytes)
        return event.position.advanced(over: tag, upTo: name.lowerBound - event.bytes.lowerBound)
      }
      remaining -= 1
    }
    return event.position
  }
}

/// Finds the attributes of a start tag that is known to be well-formed (XML 1.0, production 40).
private struct StartTagScanner {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

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
  static func declaresNamespace(_ name: Span<UInt8>) -> Bool {
    name.starts(with: "xmlns") && (name.count == 5 || name[5] == UInt8(ascii: ":"))
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
    skip { $0 != quote }
    index += 1
    return name
  }
}
