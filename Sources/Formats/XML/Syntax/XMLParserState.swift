import CLibXML2
import DatelineCore
import DatelineRecord

/// What the callbacks of libxml2 work on: the tape that is being written, and where in the document they are.
///
/// A struct that lies in memory of its own, whose address is kept in the parser: the callbacks come a hundred times for a
/// record, and the checks of access that a class has would cost more than what they do. All of it is used by one thread.
@safe
struct XMLParserState {
  /// The parser of the document, set once it is made.
  var parser: xmlParserCtxtPtr?
  /// The offset that the parser had when it was asked last.
  var lastOffset = 0
  var tape = XMLTape()
  /// How many events have been dropped from the tape.
  private(set) var droppedEvents = 0
  var names: [XMLName] = []
  let limits: XMLLimits
  /// What was found and has not been reported.
  private(set) var findings: [Finding] = []
  /// What ends the reading.
  private(set) var failure: Finding?
  private var warningCount = 0

  private var nameIndexes: [NameKey: Int] = [:]
  /// The names that were asked for last, by a few bits of their addresses: documents have few, and ask for them all the
  /// time.
  private var recentNames = Array(repeating: (key: NameKey(local: 0, prefix: 0, namespace: 0), index: -1), count: 256)
  /// What each of ``names`` asks for, decided once for a document.
  private var requests: [Request] = []
  private var hasRequests = false
  /// The elements that are open, the innermost last.
  private(set) var open: [OpenElement] = []
  /// The identifiers of the document type.
  var documentType: (publicID: String?, systemID: String?) = (nil, nil)
  private var textLength = 0
  private var expansion = 0
  private var declarations = 0
  private var parameterReferences = 0
  private var hasEntityMarkup = false

  /// The bytes that have been fed, from `windowStart` on: where lines are counted and tags are found again.
  private(set) var window: [UInt8] = []
  private(set) var windowStart = 0
  private var windowPlace = SourcePosition()
  /// Where the lines of the window begin; made when a place is asked for.
  private var lines: LineIndex?
  /// Where the last event began, or its tag ended.
  private var lastEvent = 0
  /// Where text behind the last event begins, as far as that is known: it may begin with a reference.
  private(set) var textStart: Int?

  /// Something to report.
  struct Finding {
    let severity: Diagnostic.Severity
    let code: DiagnosticCode
    let message: String
    let offset: Int
    /// How many events came before.
    let event: Int
  }

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

  /// An element whose end has not come.
  struct OpenElement {
    /// Where its event stands, counted from the document's first.
    let event: Int
    let name: Int
  }

  private struct NameKey: Hashable {
    var local: UInt
    var prefix: UInt
    var namespace: UInt
  }

  /// - Parameter start: The place of the first byte that will be fed.
  init(limits: XMLLimits, at start: SourcePosition) {
    self.limits = limits
    windowPlace = start
  }

  // MARK: Places

  /// Takes the bytes that are about to be parsed.
  mutating func fed(_ bytes: [UInt8]) {
    lines = nil
    window.append(contentsOf: bytes)
  }

  /// The number of bytes that have been fed.
  var end: Int { windowStart + window.count }

  /// The place of a byte of the window.
  mutating func position(at offset: Int) -> SourcePosition {
    let lines = self.lines ?? LineIndex(window.span)
    self.lines = lines
    return lines.position(of: max(0, offset - windowStart), from: windowPlace)
  }

  /// The offset at which what ends at `end` and begins with `mark` begins.
  func start(of mark: StaticString, before end: Int, after first: Int? = nil) -> Int {
    var index = min(end - windowStart, window.count) - mark.utf8CodeUnitCount
    let first = max(0, (first ?? lastEvent) - windowStart)
    while index > first, !window.span.extracting(index..<window.count).starts(with: mark) { index -= 1 }
    return windowStart + max(index, first)
  }

  /// The offset at which an event of the tape begins.
  func start(of event: XMLEvent) -> Int {
    guard !event.isInEntity, event.kind == .start || event.kind == .end else { return event.offset }
    // No value of an attribute holds this byte.
    return start(of: "<", before: event.offset, after: windowStart)
  }

  /// Forgets the first `count` events, and the bytes before the others.
  mutating func drop(_ count: Int) {
    let count = min(count, tape.events.count)
    tape.drop(count)
    droppedEvents += count
    // What has been found is still to be told of, with its place.
    let told = min(findings.first?.offset ?? .max, failure?.offset ?? .max)
    let first = min(told, tape.events.first.map { start(of: $0) } ?? lastEvent)
    let used = min(window.count, max(0, first - windowStart - limits.history))
    guard used > 0 else { return }
    windowPlace = windowPlace.advanced(over: window.span, upTo: used)
    window.removeFirst(used)
    windowStart += used
    lines = nil
  }

  // MARK: Events

  /// The index of a name whose parts are strings of the parser's dictionary, which has each once.
  mutating func name(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let key = NameKey(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix),
      namespace: UInt(bitPattern: namespace))
    // Strings of the dictionary lie behind each other, so the low bits differ. An element and an attribute of one name
    // have the same string.
    let slot = Int(truncatingIfNeeded: (key.local ^ key.local >> 8 ^ (key.namespace == 0 ? 0 : 0x55)) & 0xFF)
    if recentNames[slot].key == key, recentNames[slot].index >= 0 { return recentNames[slot].index }
    let index = unsafe nameIndexes[key] ?? add(key, local, prefix, namespace)
    recentNames[slot] = (key, index)
    return index
  }

  private mutating func add(
    _ key: NameKey, _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let name = XMLName(
      namespace: unsafe namespace.map { unsafe String(cString: $0) },
      prefix: unsafe prefix.map { unsafe String(cString: $0) },
      local: unsafe local.map { unsafe String(cString: $0) } ?? "")
    names.append(name)
    let request = Request(name)
    requests.append(request)
    if request != .nothing { hasRequests = true }
    nameIndexes[key] = names.count - 1
    return names.count - 1
  }

  /// Takes an attribute of the tag that ``start(_:before:attributes:bytes:declarationCount:isInEntity:)`` is told next.
  mutating func attribute(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    let start = tape.bytes.count
    unsafe tape.bytes.append(contentsOf: value)
    tape.attributes.append(XMLAttribute(name: name, value: start..<tape.bytes.count))
  }

  /// Takes the start of an element whose tag ends, but for its `>` or `/>`, at `end`.
  ///
  /// - Parameters:
  ///   - attributes: Where its attributes begin in the tape's list.
  ///   - bytes: Where their values begin.
  ///   - isInEntity: Whether it stands in the text of an entity and not in the document.
  /// - Returns: Whether the limits hold.
  mutating func start(
    _ name: Int, before end: Int, attributes: Int, bytes: Int, declarationCount: Int, isInEntity: Bool
  ) -> Bool {
    let event = XMLEvent(
      .start, name: name, bytes: bytes..<bytes, attributes: attributes..<tape.attributes.count, depth: open.count + 1,
      offset: end, isInEntity: isInEntity)
    open.append(OpenElement(event: droppedEvents + tape.events.count, name: name))
    textLength = 0
    lastEvent = end
    textStart = isInEntity ? nil : end + 1
    if isInEntity, !hasEntityMarkup {
      hasEntityMarkup = true
      warn(.xmlEntityMarkup, "elements come from an entity's text here; many programs lose them", at: end)
    }
    if open.count > limits.depth {
      fail(.xmlLimit, "elements nest deeper than \(limits.depth) levels", at: start(of: event))
    } else if event.attributes.count + declarationCount > limits.attributes {
      fail(.xmlLimit, "the element has more than \(limits.attributes) attributes", at: start(of: event))
    }
    guard failure == nil else { return false }
    if hasRequests { warnOfRequests(event) }
    tape.events.append(event)
    return true
  }

  /// Says what is not followed, so that nobody thinks that it was.
  private mutating func warnOfRequests(_ event: XMLEvent) {
    if requests[event.name] == .inclusion {
      warn(.xmlNotRead, "XInclude is never followed; what it would include is missing here", at: start(of: event))
    }
    for attribute in tape.attributes[event.attributes] where requests[attribute.name] == .reference {
      let scheme = String(decoding: tape.bytes[attribute.value].prefix(24), as: UTF8.self).lowercased()
        .trimmingPrefix { $0.isWhitespace }.prefix { $0 != ":" }
      if ["file", "javascript", "vbscript", "data"].contains(scheme) {
        warn(
          .xmlLocalReference,
          "'\(names[attribute.name].written)' is a \(scheme) link, which is kept and never followed",
          at: start(of: event))
      }
    }
  }

  /// Takes the end of an element whose tag ends at `end`.
  mutating func end(_ name: Int, before end: Int, isInEntity: Bool) {
    let depth = open.count
    let first = (open.last?.event ?? 0) - droppedEvents
    if depth > 0 { open.removeLast() }
    if first >= 0 { tape.events[first].length = UInt32(truncatingIfNeeded: tape.events.count - first) }
    textLength = 0
    lastEvent = end
    textStart = isInEntity ? nil : end
    tape.events.append(
      XMLEvent(
        .end, name: name, bytes: tape.bytes.count..<tape.bytes.count,
        attributes: tape.attributes.count..<tape.attributes.count, depth: depth, offset: end, isInEntity: isInEntity))
  }

  /// Takes text, or something else that is written without tags, which begins at `start`.
  ///
  /// - Returns: Whether the limits hold.
  mutating func text(
    _ kind: XMLEvent.Kind, _ text: UnsafeBufferPointer<UInt8>, name: Int = 0, from start: Int, isInEntity: Bool
  ) -> Bool {
    let first = tape.bytes.count
    if kind == .text || kind == .cdata {
      textLength += text.count
      guard textLength <= limits.text else {
        fail(.xmlLimit, "the text has more than \(limits.text) bytes without an element between", at: start)
        return false
      }
      if let last = tape.events.indices.last, tape.events[last].kind == kind,
        tape.events[last].bytes.upperBound == first
      {
        // The parser gives text by the piece, as its bytes come.
        unsafe tape.bytes.append(contentsOf: text)
        tape.events[last].extend(to: tape.bytes.count)
        return true
      }
    }
    unsafe tape.bytes.append(contentsOf: text)
    lastEvent = start
    textStart = nil
    tape.events.append(
      XMLEvent(
        kind, name: name, bytes: first..<tape.bytes.count,
        attributes: tape.attributes.count..<tape.attributes.count, depth: open.count, offset: start,
        isInEntity: isInEntity))
    return true
  }

  // MARK: What is wrong

  mutating func warn(_ code: DiagnosticCode, _ message: String, at offset: Int) {
    warningCount += 1
    guard warningCount <= limits.warnings else {
      return fail(.xmlLimit, "there are more than \(limits.warnings) warnings; no more is read", at: offset)
    }
    findings.append(
      Finding(
        severity: .warning, code: code, message: message, offset: offset, event: droppedEvents + tape.events.count))
  }

  /// Notes what ends the reading; only the first counts.
  mutating func fail(_ code: DiagnosticCode, _ message: String, at offset: Int) {
    guard failure == nil else { return }
    failure = Finding(
      severity: .error, code: code, message: message, offset: offset, event: droppedEvents + tape.events.count)
  }

  /// Notes that the document ends too early: whatever else was noted at its end follows from that.
  mutating func failAtEnd(_ code: DiagnosticCode, _ message: String) {
    failure = Finding(
      severity: .error, code: code, message: message, offset: end, event: droppedEvents + tape.events.count)
  }

  /// Takes away what was found before the event at `index` of the tape.
  mutating func takeFindings(before index: Int) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    let count = findings.prefix { $0.event < droppedEvents + index }.count
    defer { findings.removeFirst(count) }
    return Array(findings.prefix(count))
  }

  // MARK: Entities

  mutating func mayDeclare(at offset: Int) -> Bool {
    declarations += 1
    guard declarations > limits.declarations else { return true }
    fail(.xmlLimit, "the document type has more than \(limits.declarations) declarations", at: offset)
    return false
  }

  mutating func mayReferToParameter(at offset: Int) -> Bool {
    parameterReferences += 1
    guard parameterReferences > limits.parameterReferences else { return true }
    fail(
      .xmlLimit, "there are more than \(limits.parameterReferences) references to parameter entities", at: offset)
    return false
  }

  mutating func mayExpand(_ length: Int, at offset: Int) -> Bool {
    expansion += length + 1
    guard expansion > limits.expansion else { return true }
    fail(.xmlLimit, "entities expand to more than \(limits.expansion) bytes", at: offset)
    return false
  }
}

extension DiagnosticCode {
  static let xmlSyntax: Self = "xml.syntax"
  static let xmlTruncated: Self = "xml.truncated"
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
