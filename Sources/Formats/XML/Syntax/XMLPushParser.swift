import CLibXML2
package import DatelineCore

/// Reads XML 1.0 with namespaces (W3C, fifth and third edition) from a stream, through libxml2's push interface, with
/// every guard that a hostile document calls for: nothing is fetched, and each kind of excess has a limit.
///
/// The bytes are made UTF-8 before libxml2 sees them, so that one place decides which encodings there are.
@safe
package final class XMLPushParser {
  private let source: any ByteSource
  private let log: DiagnosticLog
  private let state: XMLParserState
  private let parser: xmlParserCtxtPtr
  private var converter: EncodingConverter?
  private var head: [UInt8]? = []
  private var hasEnded = false
  /// Whether bytes that are probably of Windows-1252 are still to be told of.
  private var watchesControls = false

  private static let chunkSize = 64 * 1024

  /// The names that events refer to.
  package var names: [XMLName] { state.names }

  /// Reads from `source`, of which `unread` has been taken already.
  package init(
    _ source: any ByteSource, unread: [UInt8] = [], log: DiagnosticLog, limits: XMLLimits = XMLLimits()
  ) throws(ConversionError) {
    Self.prepareLibrary
    self.source = source
    self.log = log
    head = unread
    state = XMLParserState(limits: limits)
    var handler = unsafe XMLCallbacks.handler()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
      throw log.fatal(.xmlLimit, "there is no memory for a parser", at: nil)
    }
    unsafe self.parser = parser
    unsafe parser.pointee.userData = UnsafeMutableRawPointer(parser)
    unsafe parser.pointee._private = Unmanaged.passUnretained(state).toOpaque()
    unsafe state.parser = parser
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe xmlCtxtUseOptions(parser, Int32(bitPattern: options))
  }

  deinit {
    if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(parser)
  }

  /// Settings of the whole process, made once: no catalogues, and no entity is ever loaded.
  private static let prepareLibrary: Void = {
    xmlInitParser()
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Reads some more of the document.
  ///
  /// - Parameter tape: Gets what was found: maybe nothing.
  /// - Returns: Whether there can be more.
  /// - Throws: ``ConversionError/malformed(_:)`` where the document can't be read on; what came before has been returned
  ///   by earlier calls.
  package func read(into tape: inout XMLTape) throws(ConversionError) -> Bool {
    if let failure = state.failure { throw log.fatal(failure.code, failure.message, at: failure.position) }
    guard !hasEnded else { return false }
    swap(&tape, &state.tape)
    try readChunk()
    swap(&tape, &state.tape)
    for (severity, code, message, position) in state.diagnostics {
      try log.report(severity, code, message, at: position)
    }
    state.diagnostics.removeAll()
    return state.failure != nil || !hasEnded
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
        let encoding = try XMLEncoding(head: raw)
        raw.removeFirst(encoding.markLength)
        watchesControls = encoding.hasUnusedControls
        if encoding.name != "UTF-8" {
          converter = EncodingConverter(from: encoding.name)
          if converter == nil {
            state.fail(
              .xmlEncoding, "this system does not know the encoding \(encoding.name)", at: SourcePosition())
          }
        }
      } catch {
        state.fail(error.code, error.message, at: SourcePosition())
      }
      guard state.failure == nil else { return }
    }
    let bytes = decoded(raw, isLast: isLast)
    if !bytes.isEmpty { feed(bytes) }
    guard isLast, state.failure == nil else { return }
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
      state.fail(
        .xmlBadCharacter, "the bytes here are no text of the document's encoding",
        at: state.end)
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
    state.warn(
      .xmlSuspectCharacter,
      "the byte 0x\(byte) is a control character in this encoding; the document is probably Windows-1252",
      at: state.end.advanced(over: bytes.span, upTo: lead))
  }

  private func feed(_ bytes: [UInt8]) {
    state.fed(bytes)
    var start = 0
    while start < bytes.count, state.failure == nil {
      let count = min(bytes.count - start, 16 * 1024)
      unsafe bytes.withUnsafeBytes { memory in
        guard let base = memory.baseAddress else { return }
        let chars = unsafe (base + start).assumingMemoryBound(to: CChar.self)
        _ = unsafe xmlParseChunk(parser, chars, Int32(count), 0)
      }
      start += count
      guard let input = unsafe parser.pointee.input?.pointee else { continue }
      if unsafe input.end - input.cur > state.limits.token, state.failure == nil {
        state.fail(
          .xmlLimit, "a tag, comment or instruction here has more than \(state.limits.token) bytes",
          at: state.position(at: state.lastOffset))
        unsafe xmlStopParser(parser)
      }
    }
  }

  private func finishDocument() {
    _ = unsafe xmlParseChunk(parser, nil, 0, 1)
    guard state.failure == nil else { return }
    let context = unsafe parser.pointee
    if unsafe context.wellFormed == 0 || context.nsWellFormed == 0 {
      state.fail(.xmlSyntax, "the document is not well-formed", at: state.end)
    }
  }
}
