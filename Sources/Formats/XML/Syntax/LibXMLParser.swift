import CLibXML2
import DatelineCore

/// libxml2's push parser with every guard that a hostile document calls for (``XMLCallbacks``).
///
/// It can begin in the middle of a document, where ``PlainScanner`` met what it does not read: it is then told first which
/// elements are open.
@safe
final class LibXMLParser {
  private let state: UnsafeMutablePointer<XMLParserState>
  private let parser: xmlParserCtxtPtr
  private let link: UnsafeMutablePointer<XMLCallbacks.Link>

  /// What libxml2 is told of what came before.
  struct Beginning {
    /// The offset of the first byte that it will be fed.
    var offset = 0
    /// The XML declaration.
    var declaration: [UInt8] = []
    /// The start tags of the elements that are open, with nothing but declarations of namespaces, and their lines.
    var tags: [(text: [UInt8], line: Int)] = []
    /// The end of the root, where it has ended.
    var end: [UInt8] = []
    /// Whether a CDATA section is open.
    var isInSection = false
  }

  /// - Parameter state: What the callbacks write to. It has to live as long as the parser.
  /// - Returns: nil where there is no memory.
  init?(_ state: UnsafeMutablePointer<XMLParserState>, from beginning: Beginning) {
    Self.prepareLibrary
    // Elements of the beginning have been told of.
    var silent = unsafe XMLCallbacks.handler()
    unsafe silent.startElementNs = nil
    unsafe silent.endElementNs = nil
    guard let parser = unsafe xmlCreatePushParserCtxt(&silent, nil, nil, 0, nil) else { return nil }
    unsafe self.parser = parser
    unsafe self.state = state
    unsafe link = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe link.initialize(to: XMLCallbacks.Link(parser: parser, state: state))
    unsafe parser.pointee.userData = UnsafeMutableRawPointer(parser)
    unsafe parser.pointee._private = UnsafeMutableRawPointer(link)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe xmlCtxtUseOptions(parser, Int32(bitPattern: options))
    tell(beginning)
    unsafe parser.pointee.sax.pointee = XMLCallbacks.handler()
  }

  deinit {
    if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe xmlFreeParserCtxt(parser)
    unsafe link.deinitialize(count: 1)
    unsafe link.deallocate()
  }

  /// Settings of the whole process, made once: no catalogues, nothing is ever loaded but what ``SchemaLoader`` has, and the
  /// tables of types, which libxml2 would make without a lock when they are first needed.
  static let prepareLibrary: Void = {
    xmlInitParser()
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    unsafe xmlSetExternalEntityLoader { url, _, context in unsafe SchemaLoader.input(url, context) }
    xmlSchemaInitTypes()
  }()

  /// Feeds what puts libxml2 into the state that it would have had.
  private func tell(_ beginning: Beginning) {
    guard beginning.offset > 0 else { return }
    // libxml2 waits for four bytes before it looks at any.
    push(beginning.declaration.isEmpty ? Array("    ".utf8) : beginning.declaration)
    for tag in beginning.tags {
      setLine(tag.line)
      push(tag.text)
    }
    push(beginning.end)
    if beginning.isInSection { push(Array("<![CDATA[".utf8)) }
    setLine(unsafe state.pointee.line(at: beginning.offset))
    guard let input = unsafe parser.pointee.input?.pointee else { return }
    unsafe link.pointee.shift = beginning.offset - Int(input.consumed) - (input.cur - input.base)
    unsafe state.pointee.lastOffset = beginning.offset
  }

  private func setLine(_ line: Int) {
    guard let input = unsafe parser.pointee.input else { return }
    unsafe input.pointee.line = Int32(truncatingIfNeeded: line)
  }

  private func push(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    unsafe bytes.withUnsafeBytes { unsafe parse($0) }
  }

  /// Gives libxml2 some bytes, or says that there are no more.
  private func parse(_ bytes: UnsafeRawBufferPointer?) {
    Self.silently {
      let chars = unsafe bytes?.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlParseChunk(parser, chars, Int32(truncatingIfNeeded: bytes?.count ?? 0), bytes == nil ? 1 : 0)
    }
  }

  /// Calls libxml2, which says some things without a context, and would print them.
  @inline(__always)
  static func silently<Result>(_ body: () -> Result) -> Result {
    let (handler, context) = unsafe (__xmlStructuredError().pointee, __xmlStructuredErrorContext().pointee)
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { unsafe xmlSetStructuredErrorFunc(context, handler) }
    return body()
  }

  /// Feeds the bytes that the state's window has from `offset` on.
  func feed(from offset: Int) {
    // A copy, since the callbacks change the state.
    let window = unsafe state.pointee.window
    var start = offset - window.start
    while start < window.bytes.count, unsafe state.pointee.failure == nil {
      let count = min(window.bytes.count - start, 16 * 1024)
      unsafe window.bytes.withUnsafeBytes {
        unsafe parse(UnsafeRawBufferPointer(rebasing: $0[start..<(start + count)]))
      }
      start += count
      guard let input = unsafe parser.pointee.input?.pointee else { continue }
      if unsafe input.end - input.cur > state.pointee.limits.token, unsafe state.pointee.failure == nil {
        unsafe state.pointee.failOfToken()
        unsafe xmlStopParser(parser)
      }
    }
  }

  /// Says that there are no more bytes.
  ///
  /// - Returns: Whether the document is well-formed.
  func finish() -> Bool {
    unsafe parse(nil)
    return unsafe parser.pointee.wellFormed != 0 && parser.pointee.nsWellFormed != 0
  }
}
