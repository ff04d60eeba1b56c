import DatelineCore

/// What the parsers work on: the tape that is being written, and where in the document they are.
///
/// A struct that lies in memory of its own, whose address libxml2 keeps for its callbacks: they come a hundred times for a
/// record, and the checks of access that a class has would cost more than what they do. All of it is used by one thread.
struct XMLParserState {
  /// The offset that libxml2 had when it was asked last.
  var lastOffset = 0
  var tape = XMLTape()
  /// How many events have been dropped from the tape.
  private(set) var droppedEvents = 0
  var names = XMLNameList()
  let limits: XMLLimits
  /// What was found and has not been reported.
  private(set) var findings: [Finding] = []
  /// What ends the reading.
  private(set) var failure: Finding?
  private var warningCount = 0

  /// The elements that are open, the innermost last.
  var open: [OpenElement] = []
  /// The identifiers of the document type.
  var documentType: (publicID: String?, systemID: String?) = (nil, nil)
  /// The bytes of text since the last tag, and where they began.
  var textLength = 0
  var textStart = 0
  private var expansion = 0
  private var declarations = 0
  private var parameterReferences = 0
  var hasEntityMarkup = false

  /// The bytes that have been fed.
  private(set) var window: DocumentWindow
  /// Bytes of the window that ``PlainScanner`` is about to look at and that are on the tape already, all in one go: most
  /// texts are as they are written, and to copy each by itself would cost more than to find it.
  var mirror: Mirror?

  /// A part of the tape that is as the document is written.
  struct Mirror {
    /// Where it begins on the tape.
    let start: Int
    /// Where it ends there.
    let end: Int
    /// What to add to an index of the window to have that on the tape.
    let shift: Int
  }

  private let firstLine: Int
  /// Where the last tag, text, comment, section or instruction ended: there the next begins, but for space outside of the
  /// root. The text of entities does not count.
  var tokenEnd = 0

  /// Something to report.
  struct Finding {
    let severity: Diagnostic.Severity
    let code: DiagnosticCode
    let message: String
    let offset: Int
    /// Where the parser was when it found it: there or behind it.
    var found: Int?
    /// How many events came before.
    let event: Int
    /// Whether it may be no more than that the document ends too early.
    var relation = RelationToEnd.none
  }

  /// What an error that is found when a document ends has to do with that.
  enum RelationToEnd {
    /// It would be wrong whatever came behind it.
    case none
    /// At the end of the document it says that something is missing there.
    case byPlace
    /// It says that elements are open.
    case always
  }

  /// An element whose end has not come.
  struct OpenElement {
    /// Where its event stands, counted from the document's first.
    let event: Int
    let name: Int
    /// Where its tag ends, before the `>`.
    let tagEnd: Int
    /// The line of its tag, where the first that was fed is 1; 0 where it has not been counted.
    var line = 0
  }

  /// - Parameter start: The place of the first byte that will be fed.
  init(limits: XMLLimits, at start: SourcePosition) {
    self.limits = limits
    window = DocumentWindow(at: start)
    firstLine = start.line
  }

  // MARK: Places

  /// Takes the bytes that are about to be parsed.
  mutating func fed(_ bytes: [UInt8]) { window.append(bytes) }

  /// Puts the bytes of the window from `index` on on the tape.
  mutating func mirror(from index: Int) {
    let start = tape.bytes.count
    let bytes = window.bytes
    tape.bytes.append(copying: bytes.span.extracting(index..<bytes.count))
    mirror = Mirror(start: start, end: tape.bytes.count, shift: start - index)
  }

  /// Takes the bytes from `index` of the window on off the tape again, as far as that can be: nobody refers to them.
  mutating func endMirror(at index: Int) {
    let end = tape.bytes.count
    if let mirror, mirror.end == end { tape.bytes.removeLast(end - index - mirror.shift) }
    mirror = nil
  }

  /// The number of bytes that have been fed.
  var end: Int { window.end }

  /// The place of a byte of the window.
  mutating func position(at offset: Int) -> SourcePosition { window.position(at: offset) }

  /// The line of a byte of the window, where the first that was fed is 1.
  mutating func line(at offset: Int) -> Int { window.position(at: offset).line - firstLine + 1 }

  /// The offset at which an event of the tape begins.
  func start(of event: XMLEvent) -> Int {
    if let start = event.start { return start }
    // No value of an attribute holds this byte.
    return window.start(of: "<", before: event.offset, after: window.start)
  }

  /// Counts the lines of the tags of open elements that end before `offset`.
  mutating func countLines(before offset: Int) {
    for index in open.indices where open[index].line == 0 {
      guard open[index].tagEnd < offset else { return }
      let start = window.start(of: "<", before: open[index].tagEnd, after: window.start)
      open[index].line = line(at: start)
    }
  }

  /// Forgets the first `count` events, and the bytes before the others.
  mutating func drop(_ count: Int) {
    let count = min(count, tape.events.count)
    tape.drop(count)
    droppedEvents += count
    // What has been found is still to be told of, with its place.
    let told = min(findings.first?.offset ?? .max, failure?.offset ?? .max)
    let first = min(told, tape.events.first.map { start(of: $0) } ?? tokenEnd) - limits.history
    countLines(before: first)
    window.drop(before: first)
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
  mutating func fail(
    _ code: DiagnosticCode, _ message: String, at offset: Int, found: Int? = nil, relation: RelationToEnd = .none
  ) {
    guard failure == nil else { return }
    failure = Finding(
      severity: .error, code: code, message: message, offset: offset, found: found,
      event: droppedEvents + tape.events.count, relation: relation)
  }

  /// Whether what was noted at the end of the document is not due to that end.
  var hasOtherFailure: Bool {
    guard let failure else { return false }
    return switch failure.relation {
    case .none: true
    case .byPlace: (failure.found ?? failure.offset) < end
    case .always: false
    }
  }

  /// Notes that the document ends too early: whatever else was noted at its end follows from that.
  mutating func failAtEnd(_ code: DiagnosticCode, _ message: String) {
    failure = Finding(
      severity: .error, code: code, message: message, offset: end, event: droppedEvents + tape.events.count)
  }

  /// Notes a tag, comment, CDATA section or instruction that has not ended and is too long already.
  mutating func failOfToken() {
    fail(.xmlLimit, "a tag, comment, section or instruction here has more than \(limits.token) bytes", at: tokenEnd)
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
