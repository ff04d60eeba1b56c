import CLibXML2
import DatelineCore

/// What the callbacks of libxml2 work on: the tape that is being written, and where in the document they are.
///
/// A class, so that its address can be kept in the parser; all of it is used by one thread.
@safe
final class XMLParserState {
  /// The parser of the document, set once it is made.
  var parser: xmlParserCtxtPtr?
  /// The offset that the parser had when it was asked last.
  var lastOffset = 0
  var tape = XMLTape()
  var names: [XMLName] = []
  let limits: XMLLimits
  /// What was found since the last piece was fed.
  var diagnostics: [(Diagnostic.Severity, DiagnosticCode, String, SourcePosition)] = []
  /// What ends the reading.
  var failure: (code: DiagnosticCode, message: String, position: SourcePosition)?
  var warningCount = 0

  private var nameIndexes: [NameKey: Int] = [:]
  /// What each of ``names`` asks for, decided once for a document.
  private var requests: [Request] = []
  private var depth = 0
  private var textLength = 0
  private var expansion = 0
  private var declarations = 0
  private var parameterReferences = 0
  private var hasEntityMarkup = false

  /// The bytes that have been fed, from `windowStart` on: where lines are counted and tags are found again.
  private var window: [UInt8] = []
  private var windowStart = 0
  /// Where the last event began. Lines are counted from there.
  private var place = SourcePosition()

  /// What a name asks of those who read the document, and is never done.
  private enum Request {
    case nothing
    /// An element of XInclude 1.0.
    case inclusion
    /// An attribute whose value is a base or a resource (XML Base; RDF/XML, section 2.14).
    case reference

    init(_ name: XMLName) {
      switch (name.namespace, name.local) {
      case ("http://www.w3.org/2001/XInclude", _): self = .inclusion
      case ("http://www.w3.org/XML/1998/namespace", "base"): self = .reference
      case ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "resource"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "about"):
        self = .reference
      default: self = .nothing
      }
    }
  }

  private struct NameKey: Hashable {
    var local: UInt
    var prefix: UInt
    var namespace: UInt
  }

  init(limits: XMLLimits) { self.limits = limits }

  // MARK: Places

  /// Takes the bytes that are about to be parsed.
  func fed(_ bytes: [UInt8]) {
    // What lies before the last event is not asked for again.
    let used = min(window.count, place.offset - windowStart)
    window.removeFirst(used)
    windowStart += used
    window.append(contentsOf: bytes)
  }

  /// The place of `offset`, or that of the last event where it is before that.
  func position(at offset: Int) -> SourcePosition {
    let fed = window
    let first = min(place.offset - windowStart, fed.count)
    let rest = fed.span.extracting(first..<fed.count)
    return place.advanced(over: rest, upTo: min(offset - windowStart, fed.count) - first)
  }

  /// The place behind all that has been fed.
  var end: SourcePosition { position(at: windowStart + window.count) }

  /// The place of an event that begins at `offset`. What comes after lies behind it.
  private func advance(to offset: Int) -> SourcePosition {
    place = position(at: offset)
    return place
  }

  /// The offset at which what ends at `end` and begins with `mark` begins.
  func start(of mark: StaticString, before end: Int) -> Int {
    var index = min(end - windowStart, window.count) - mark.utf8CodeUnitCount
    let first = max(0, place.offset - windowStart)
    while index > first, !window.span.extracting(index..<window.count).starts(with: mark) { index -= 1 }
    return windowStart + max(index, first)
  }

  /// The bytes between two offsets, added to the tape.
  private func appendWindow(_ range: Range<Int>) -> Range<Int> {
    let start = tape.bytes.count
    let clamped = range.clamped(to: windowStart..<(windowStart + window.count))
    tape.bytes.append(contentsOf: window[(clamped.lowerBound - windowStart)..<(clamped.upperBound - windowStart)])
    return start..<tape.bytes.count
  }

  // MARK: Events

  /// The index of a name whose parts are strings of the parser's dictionary, which has each once.
  func name(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let key = NameKey(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix),
      namespace: UInt(bitPattern: namespace))
    if let index = nameIndexes[key] { return index }
    let name = XMLName(
      namespace: unsafe namespace.map { unsafe String(cString: $0) },
      prefix: unsafe prefix.map { unsafe String(cString: $0) },
      local: unsafe local.map { unsafe String(cString: $0) } ?? "")
    names.append(name)
    requests.append(Request(name))
    nameIndexes[key] = names.count - 1
    return names.count - 1
  }

  /// Takes the start of an element whose tag ends, but for its `>` or `/>`, at `end`.
  ///
  /// - Parameter isInEntity: Whether it stands in the text of an entity and not in the document.
  /// - Returns: Whether the limits hold.
  func start(
    _ name: Int, before end: Int, attributes: Range<Int>, declarationCount: Int, isInEntity: Bool
  ) -> Bool {
    let start = isInEntity ? end : start(of: "<", before: end)
    let position = advance(to: start)
    if isInEntity, !hasEntityMarkup {
      hasEntityMarkup = true
      warn(.xmlEntityMarkup, "elements come from an entity's text here; many programs lose them", at: position)
    }
    depth += 1
    textLength = 0
    if depth > limits.depth {
      fail(.xmlLimit, "elements nest deeper than \(limits.depth) levels", at: position)
    } else if attributes.count + declarationCount > limits.attributes {
      fail(.xmlLimit, "the element has more than \(limits.attributes) attributes", at: position)
    }
    guard failure == nil else { return false }
    warnOfReferences(name, attributes, at: position)
    let tag = appendWindow(start..<end)
    tape.events.append(
      XMLEvent(kind: .start, name: name, bytes: tag, attributes: attributes, position: position))
    return true
  }

  /// Says what is not followed, so that nobody thinks that it was.
  private func warnOfReferences(_ name: Int, _ attributes: Range<Int>, at position: SourcePosition) {
    if requests[name] == .inclusion {
      warn(.xmlNotRead, "XInclude is never followed; what it would include is missing here", at: position)
    }
    for attribute in tape.attributes[attributes] where requests[attribute.name] == .reference {
      let scheme = String(decoding: tape.bytes[attribute.value].prefix(24), as: UTF8.self).lowercased()
        .trimmingPrefix { $0.isWhitespace }.prefix { $0 != ":" }
      if ["file", "javascript", "vbscript", "data"].contains(scheme) {
        warn(
          .xmlLocalReference,
          "'\(names[attribute.name].written)' is a \(scheme) link, which is kept and never followed", at: position)
      }
    }
  }

  func end(_ name: Int, before end: Int) {
    depth -= 1
    textLength = 0
    append(.end, name, at: start(of: "<", before: end))
  }

  private func append(_ kind: XMLEvent.Kind, _ name: Int, at start: Int) {
    tape.events.append(
      XMLEvent(
        kind: kind, name: name, bytes: tape.bytes.count..<tape.bytes.count,
        attributes: tape.attributes.count..<tape.attributes.count, position: advance(to: start)))
  }

  /// Takes text that ends at `end`.
  ///
  /// - Returns: Whether the limits hold.
  func text(_ kind: XMLEvent.Kind, _ text: UnsafeBufferPointer<UInt8>, name: Int = 0, from start: Int) -> Bool {
    textLength += text.count
    guard textLength <= limits.text || (kind != .text && kind != .cdata) else {
      fail(
        .xmlLimit, "the text has more than \(limits.text) bytes without an element between", at: position(at: start))
      return false
    }
    let first = tape.bytes.count
    unsafe tape.bytes.append(contentsOf: text)
    tape.events.append(
      XMLEvent(
        kind: kind, name: name, bytes: first..<tape.bytes.count,
        attributes: tape.attributes.count..<tape.attributes.count, position: advance(to: start)))
    return true
  }

  // MARK: What is wrong

  func warn(_ code: DiagnosticCode, _ message: String, at position: SourcePosition) {
    warningCount += 1
    guard warningCount <= limits.warnings else {
      return fail(.xmlLimit, "there are more than \(limits.warnings) warnings; no more is read", at: position)
    }
    diagnostics.append((.warning, code, message, position))
  }

  /// Notes what ends the reading; only the first counts.
  func fail(_ code: DiagnosticCode, _ message: String, at position: SourcePosition) {
    if failure == nil { failure = (code, message, position) }
  }

  // MARK: Entities

  func mayDeclare(at offset: Int) -> Bool {
    declarations += 1
    guard declarations > limits.declarations else { return true }
    fail(.xmlLimit, "the document type has more than \(limits.declarations) declarations", at: position(at: offset))
    return false
  }

  func mayReferToParameter(at offset: Int) -> Bool {
    parameterReferences += 1
    guard parameterReferences > limits.parameterReferences else { return true }
    fail(
      .xmlLimit, "there are more than \(limits.parameterReferences) references to parameter entities",
      at: position(at: offset))
    return false
  }

  func mayExpand(_ length: Int, at offset: Int) -> Bool {
    expansion += length + 1
    guard expansion > limits.expansion else { return true }
    fail(.xmlLimit, "entities expand to more than \(limits.expansion) bytes", at: position(at: offset))
    return false
  }
}

extension DiagnosticCode {
  static let xmlSyntax: Self = "xml.syntax"
  static let xmlNamespace: Self = "xml.namespace"
  static let xmlLimit: Self = "xml.limit"
  static let xmlCompressed: Self = "xml.compressed"
  static let xmlEncoding: Self = "xml.encoding"
  static let xmlEncodingMismatch: Self = "xml.encoding-mismatch"
  static let xmlBadCharacter: Self = "xml.bad-character"
  static let xmlSuspectCharacter: Self = "xml.suspect-character"
  static let xmlVersion: Self = "xml.version"
  static let xmlExternalEntity: Self = "xml.external-entity"
  static let xmlEntityMarkup: Self = "xml.entity-markup"
  static let xmlUndeclaredEntity: Self = "xml.undeclared-entity"
  static let xmlLocalReference: Self = "xml.local-reference"
  static let xmlNotRead: Self = "xml.not-read"
  static let xmlWarning: Self = "xml.warning"
}
