package import DatelineCore

/// Reads XML 1.0 with namespaces (W3C, fifth and third edition) from a stream, with every guard that a hostile document
/// calls for: nothing is fetched, and each kind of excess has a limit.
///
/// The bytes are made UTF-8 first, so that one place decides which encodings there are. Then ``PlainScanner`` reads them,
/// and libxml2 from the first thing on that is not plain.
@safe
package final class XMLPushParser {
  private let source: any ByteSource
  private let log: DiagnosticLog
  private let state: UnsafeMutablePointer<XMLParserState>
  private var plain: PlainScanner?
  private var library: LibXMLParser?
  private let outerEncoding: UnicodeEncoding?
  private var converter: EncodingConverter?
  private var head: [UInt8]? = []
  private var hasEnded = false
  /// Whether bytes that are probably of Windows-1252 are still to be told of.
  private var watchesControls = false

  static let chunkSize = 32 * 1024

  /// What the encoding is and how it was found; nil until enough has been read.
  package private(set) var encoding: (name: String, declared: String?, hasMark: Bool)?
  /// Whether a byte outside of ASCII has been read.
  package private(set) var hasNonASCII = false

  /// The names that events refer to.
  package var names: [XMLName] { unsafe state.pointee.names.names }
  /// What has been found and not been dropped.
  package var tape: XMLTape { unsafe state.pointee.tape }
  /// The number of bytes that have been read, as UTF-8.
  package var readCount: Int { unsafe state.pointee.end }

  /// Reads from `source`.
  ///
  /// - Parameters:
  ///   - unread: What has been taken of it already, and not been used.
  ///   - start: The place of the first byte.
  ///   - encoding: What the document was in where it has been made UTF-8 before; nil where its bytes are as they came.
  ///   - isPlainFirst: Whether libxml2 is used only for what is not plain. What is found is the same; tests compare.
  package init(
    _ source: any ByteSource, unread: [UInt8] = [], at start: SourcePosition = SourcePosition(),
    encoding: UnicodeEncoding? = nil, log: DiagnosticLog, limits: XMLLimits = XMLLimits(), isPlainFirst: Bool = true
  ) throws(ConversionError) {
    self.source = source
    self.log = log
    outerEncoding = encoding
    head = unread
    unsafe state = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe state.initialize(to: XMLParserState(limits: limits, at: start))
    if isPlainFirst { plain = PlainScanner() } else { useLibrary(from: LibXMLParser.Beginning()) }
  }

  deinit {
    library = nil
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Reads some more of the document, and adds what is found to the tape: maybe nothing.
  ///
  /// - Returns: Whether there can be more.
  /// - Throws: ``ConversionError/malformed(_:)`` where the document can't be read on; what came before has been added by
  ///   earlier calls.
  package func read() throws(ConversionError) -> Bool {
    if let failure = unsafe state.pointee.failure {
      try reportFindings()
      throw log.fatal(failure.code, failure.message, at: unsafe state.pointee.position(at: failure.offset))
    }
    guard !hasEnded else { return false }
    try readChunk()
    return unsafe state.pointee.failure != nil || !hasEnded
  }

  /// Whether nothing can be added to the tape.
  package var isAtEnd: Bool { unsafe hasEnded || state.pointee.failure != nil }

  /// Takes the first `count` events from the tape, and what belongs to them.
  package func drop(_ count: Int) { unsafe state.pointee.drop(count) }

  /// Reports what was found before the event at `index` of the tape, or all of it.
  package func reportFindings(before index: Int = .max / 2) throws(ConversionError) {
    for finding in unsafe state.pointee.takeFindings(before: index) {
      let position = unsafe state.pointee.position(at: finding.offset)
      try log.report(finding.severity, finding.code, finding.message, at: position)
    }
  }

  private func readChunk() throws(ConversionError) {
    var raw: [UInt8] = []
    let isLast = !(try raw.append(from: source, atMost: Self.chunkSize))
    if var head {
      head.append(contentsOf: raw)
      // The declaration is looked at whole.
      guard isLast || head.count >= XMLEncoding.headLength else { return self.head = head }
      self.head = nil
      raw = head
      do throws(XMLEncoding.Fault) {
        let encoding = try XMLEncoding(head: raw, decodedFrom: outerEncoding)
        raw.removeFirst(encoding.markLength)
        self.encoding = (encoding.name, encoding.declaredName, encoding.markLength > 0)
        watchesControls = encoding.hasUnusedControls
        if encoding.name != "UTF-8" {
          converter = EncodingConverter(from: encoding.name)
          if converter == nil {
            unsafe state.pointee.fail(.xmlEncoding, "this system does not know the encoding \(encoding.name)", at: 0)
          }
        }
      } catch {
        unsafe state.pointee.fail(error.code, error.message, at: 0)
      }
      guard unsafe state.pointee.failure == nil else { return }
    }
    let bytes = decoded(raw, isLast: isLast)
    if !bytes.isEmpty { feed(bytes) }
    guard isLast, unsafe state.pointee.failure == nil else { return }
    hasEnded = true
    finishDocument()
  }

  /// The bytes as UTF-8.
  private func decoded(_ raw: [UInt8], isLast: Bool) -> [UInt8] {
    guard let converter else { return raw }
    var bytes: [UInt8] = []
    let isText = converter.convert(raw, into: &bytes)
    warnOfControls(in: bytes)
    if !isText || (isLast && converter.isInsideCharacter) {
      feed(bytes)
      unsafe state.pointee.fail(
        .xmlBadCharacter, "the bytes here are no text of the document's encoding", at: state.pointee.end)
      return []
    }
    return bytes
  }

  /// Tells once of the first of U+0080 to U+009F, in UTF-8 0xC2 and the same byte again.
  private func warnOfControls(in bytes: [UInt8]) {
    guard watchesControls else { return }
    let lead = bytes.indices.dropLast().first { bytes[$0] == 0xC2 && 0x80...0x9F ~= bytes[$0 + 1] }
    guard let lead else { return }
    watchesControls = false
    let byte = String(bytes[lead + 1], radix: 16, uppercase: true)
    unsafe state.pointee.warn(
      .xmlSuspectCharacter,
      "the byte 0x\(byte) is a control character in this encoding; the document is probably Windows-1252",
      at: state.pointee.end + lead)
  }

  private func feed(_ bytes: [UInt8]) {
    if !hasNonASCII { hasNonASCII = bytes.contains { $0 >= 0x80 } }
    let start = unsafe state.pointee.end
    unsafe state.pointee.fed(bytes)
    if plain != nil {
      scan(isLast: false)
    } else {
      library?.feed(from: start)
    }
  }

  private func scan(isLast: Bool) {
    guard let outcome = unsafe plain?.scan(&state.pointee, isLast: isLast), outcome == .isStrange,
      let beginning = unsafe plain?.beginning(&state.pointee)
    else { return }
    plain = nil
    useLibrary(from: beginning)
    library?.feed(from: beginning.offset)
  }

  private func useLibrary(from beginning: LibXMLParser.Beginning) {
    if beginning.offset > 0 { unsafe state.pointee.names.expectNamesAgain() }
    library = unsafe LibXMLParser(state, from: beginning)
    if library == nil {
      unsafe state.pointee.fail(.xmlLimit, "there is no memory for a parser", at: beginning.offset)
    }
  }

  private func finishDocument() {
    if plain != nil { scan(isLast: true) }
    guard let library, unsafe state.pointee.failure == nil else { return }
    let open = unsafe state.pointee.open
    let isWhole = library.finish()
    // libxml2 comes late to some errors: what is wrong before the end is no matter of the end.
    guard unsafe !state.pointee.hasOtherFailure, unsafe state.pointee.failure != nil || !isWhole else { return }
    guard let innermost = open.last else {
      unsafe state.pointee.fail(.xmlSyntax, "the document is not well-formed", at: state.pointee.end)
      return
    }
    // Whatever libxml2 missed at the end, the document ends too early.
    unsafe state.pointee.failAtEnd(
      .xmlTruncated, "the document ends before it is whole: '\(names[innermost.name].written)' is still open")
  }
}

extension XMLPushParser {
  /// Where an event of the tape begins. Within an entity's text, where the reference stands.
  package func position(of event: XMLEvent) -> SourcePosition { position(at: offset(of: event)) }

  /// How many bytes came before an event of the tape.
  package func offset(of event: XMLEvent) -> Int { unsafe event.start ?? state.pointee.start(of: event) }

  /// How many bytes stand from the beginning of `start` to the end of `end`.
  package func length(from start: XMLEvent, through end: XMLEvent) -> Int { end.offset - offset(of: start) }

  /// Whether what begins at the event at `index` of the tape, and has not ended, is larger than allowed already: as it is
  /// written, or on the tape, where an element of four bytes costs ten times as many.
  package func exceeds(_ limit: Int, from index: Int) -> Bool {
    let events = tape.events
    return readCount - offset(of: events[index]) > limit || 16 * (events.count - index) > limit + 65_536
  }

  /// The place of a byte that has not been dropped, by the number of bytes before it.
  package func position(at offset: Int) -> SourcePosition { unsafe state.pointee.position(at: offset) }

  /// Where the name of the attribute at `index` among those of `event` stands, found in the tag as it was written.
  package func position(ofAttribute index: Int, in event: XMLEvent) -> SourcePosition {
    guard !event.isInEntity else { return position(of: event) }
    let start = unsafe state.pointee.start(of: event)
    let windowStart = unsafe state.pointee.window.start
    let tag = (start - windowStart)..<(event.offset - windowStart)
    var scanner = unsafe StartTagScanner(state.pointee.window.bytes, tag)
    guard let name = scanner.name(ofAttribute: index) else { return position(of: event) }
    return position(at: windowStart + name.lowerBound)
  }

  /// Where the first character of a text stands that is no space.
  package func positionOfText(in event: XMLEvent) -> SourcePosition {
    let start = unsafe event.offset - state.pointee.window.start
    let space = unsafe state.pointee.window.bytes.dropFirst(max(0, start)).prefix { $0 <= 0x20 }.count
    return position(at: event.offset + space)
  }

  /// The bytes of the document from the beginning of `start` to the end of `end`, as UTF-8.
  package func source(from start: XMLEvent, through end: XMLEvent) -> [UInt8] {
    let window = unsafe state.pointee.window.bytes
    let windowStart = unsafe state.pointee.window.start
    let first = unsafe max(0, state.pointee.start(of: start) - windowStart)
    return Array(window[min(first, window.count)..<max(first, min(end.offset - windowStart, window.count))])
  }

  /// The identifiers of the document type, as far as it has some.
  package var documentType: (publicID: String?, systemID: String?) { unsafe state.pointee.documentType }

  /// The bytes of the document between two offsets, in UTF-8, as far as they are kept (see ``XMLLimits/history``).
  package func source(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let start = unsafe state.pointee.window.start
    let clamped = unsafe range.clamped(to: start..<state.pointee.end)
    return unsafe state.pointee.window.bytes[(clamped.lowerBound - start)..<(clamped.upperBound - start)]
  }

  /// The offset at which the line of `offset` begins; nil where that is no longer kept.
  package func lineStart(of offset: Int) -> Int? {
    let start = unsafe state.pointee.window.start
    guard offset >= start, unsafe offset <= state.pointee.end else { return nil }
    let before = source(start..<offset)
    if let feed = before.lastIndex(of: 0x0A) { return offset - (before.endIndex - feed) + 1 }
    return start == 0 ? 0 : nil
  }

  /// Where the value of the attribute at `index` among those of `event` stands, without its quotation marks, as offsets.
  package func writtenValue(ofAttribute index: Int, in event: XMLEvent) -> Range<Int>? {
    guard !event.isInEntity else { return nil }
    let start = unsafe state.pointee.start(of: event)
    let windowStart = unsafe state.pointee.window.start
    let tag = (start - windowStart)..<(event.offset - windowStart)
    var scanner = unsafe StartTagScanner(state.pointee.window.bytes, tag)
    guard scanner.name(ofAttribute: index) != nil else { return nil }
    return (scanner.value.lowerBound + windowStart)..<(scanner.value.upperBound + windowStart)
  }
}
