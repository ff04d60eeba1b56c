import CLibXML2
import DatelineCore

/// The functions that libxml2 calls, and what each guards against. `Specs/xml.md` has the limits.
///
/// Invariant: the first argument is the parser's context, or that of a parser for an entity's text which libxml2 makes of
/// it; both have the address of a ``Link`` in `_private`, which lives as long as the parser.
enum XMLCallbacks {
  /// The callbacks over libxml2's own, which keep what a document type declares.
  static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe xmlSAXVersion(&handler, 2)
    unsafe setElements(&handler)
    unsafe setEntities(&handler)
    unsafe handler.serror = { context, error in
      guard let context = unsafe context, let error = unsafe error?.pointee else { return }
      unsafe XMLCallbacks.report(error, Context(context))
    }
    return unsafe handler
  }

  /// What the parser of a document has to do with that document.
  @unsafe
  struct Link {
    /// The parser of the document itself.
    let parser: xmlParserCtxtPtr
    /// What is known of the document.
    let state: UnsafeMutablePointer<XMLParserState>
    /// What is added to the parser's offsets to make those of the document.
    var shift = 0
  }

  /// The context that a callback is given.
  @unsafe
  struct Context {
    let parser: xmlParserCtxtPtr
    let link: UnsafeMutablePointer<Link>
    let state: UnsafeMutablePointer<XMLParserState>

    @inline(__always)
    init(_ context: UnsafeMutableRawPointer) {
      unsafe parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      unsafe link = parser.pointee._private.assumingMemoryBound(to: Link.self)
      unsafe state = link.pointee.state
    }

    /// The offset of the next byte that the parser will look at, in the document. While an entity's text is parsed, the
    /// place behind the reference, which the state remembers as its last.
    @inline(__always)
    var offset: Int {
      guard unsafe !isInEntity else { return unsafe state.pointee.lastOffset }
      guard unsafe parser.pointee.inputNr > 0, let input = unsafe parser.pointee.inputTab[0] else {
        return unsafe state.pointee.lastOffset
      }
      let shift = unsafe link.pointee.shift
      let offset = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base) + shift
      unsafe state.pointee.lastOffset = offset
      return offset
    }

    /// Where a text ends that libxml2 gives, as a piece of its input before it moves on or behind it, or as a copy.
    @inline(__always)
    func end(of text: UnsafePointer<xmlChar>, _ count: Int) -> Int {
      let offset = unsafe offset
      guard unsafe !isInEntity, let input = unsafe parser.pointee.input, unsafe input.pointee.cur == text else {
        return offset
      }
      return offset + count
    }

    /// Whether an entity's text is being parsed.
    @inline(__always)
    var isInEntity: Bool { unsafe parser != link.pointee.parser }

    /// Where what ends at `end` and begins with `mark` begins: behind the last token, but for space outside of the root
    /// and declarations in a document type.
    func start(of mark: StaticString, before end: Int) -> Int {
      guard unsafe !isInEntity else { return unsafe state.pointee.lastOffset }
      let next = unsafe state.pointee.window.skippingSpace(from: state.pointee.tokenEnd)
      if unsafe state.pointee.window.has(mark, at: next) { return next }
      return unsafe state.pointee.window.start(of: mark, before: end, after: state.pointee.tokenEnd)
    }

    @inline(__always)
    func stopUnless(_ holds: Bool) {
      if !holds { unsafe xmlStopParser(link.pointee.parser) }
    }
  }

  private static func setElements(_ handler: inout xmlSAXHandler) {
    unsafe handler.startDocument = { context in
      unsafe xmlSAX2StartDocument(context)
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      // Behind the XML declaration.
      unsafe own.state.pointee.tokenEnd = unsafe own.offset
    }
    unsafe handler.startElementNs = {
      context, local, prefix, uri, namespaceCount, declared, count, defaultCount, attributes in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.failure == nil else { return }
      let firstAttribute = unsafe own.state.pointee.tape.attributes.count
      // Defaults of the document type stand last, and are dropped: they would put what the document does not say into
      // every element.
      if let attributes = unsafe attributes {
        for index in 0..<Int(max(0, count - defaultCount)) {
          // Five pointers for each: local name, prefix, URI, and the value's start and end.
          let parts = unsafe attributes + 5 * index
          let name = unsafe own.state.pointee.names.index(parts[0], parts[1], parts[2])
          guard let start = unsafe parts[3], let end = unsafe parts[4] else { continue }
          unsafe own.state.pointee.attribute(name, Span(_unsafeStart: start, count: end - start))
        }
      }
      if unsafe own.state.pointee.limits.keepsDeclarations {
        for index in 0..<Int(namespaceCount) {
          let prefix = unsafe declared?[2 * index].map { unsafe String(cString: $0) } ?? ""
          let namespace = unsafe declared?[2 * index + 1].map { unsafe String(cString: $0) } ?? ""
          unsafe own.state.pointee.declare(prefix, as: namespace)
        }
      }
      let name = unsafe own.state.pointee.names.index(local, prefix, uri)
      let offset = unsafe own.offset
      let holds = unsafe own.state.pointee.start(
        name, before: offset, attributes: firstAttribute, declarationCount: Int(namespaceCount),
        isInEntity: own.isInEntity)
      unsafe own.stopUnless(holds)
    }
    unsafe handler.endElementNs = { context, local, prefix, uri in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.failure == nil else { return }
      let name = unsafe own.state.pointee.names.index(local, prefix, uri)
      let offset = unsafe own.offset
      unsafe own.state.pointee.end(name, before: offset, isInEntity: own.isInEntity)
    }
    unsafe handler.characters = { context, text, count in
      guard let context = unsafe context, let text = unsafe text else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.failure == nil else { return }
      let end = unsafe own.end(of: text, Int(count))
      let bytes = unsafe Span(_unsafeStart: text, count: Int(count))
      unsafe own.stopUnless(own.state.pointee.text(bytes, upTo: end, isInEntity: own.isInEntity))
    }
    // The very same function: where they differ, libxml2 looks at every text to find out which of them to call.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = { unsafe XMLCallbacks.section($0, $1, Int($2)) }
    unsafe handler.comment = { context, text in
      guard let text = unsafe text else { return }
      unsafe XMLCallbacks.marked(.comment, context, text, Int(xmlStrlen(text)), by: "<!--")
    }
    unsafe handler.processingInstruction = { context, target, data in
      guard let context = unsafe context, let target = unsafe target else { return }
      let name = unsafe Context(context).state.pointee.names.index(target, nil, nil)
      unsafe XMLCallbacks.marked(.instruction, context, data, Int(xmlStrlen(data)), name: name, by: "<?")
    }
    unsafe handler.reference = nil
  }

  /// Takes a CDATA section, or a piece of a long one, whose line ends are as the document has them.
  private static func section(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int
  ) {
    guard let context = unsafe context, let text = unsafe text else { return }
    let own = unsafe Context(context)
    guard unsafe own.state.pointee.failure == nil else { return }
    let mark: StaticString = "<![CDATA["
    let end = unsafe own.end(of: text, count)
    let start = end - count
    // A piece begins where the last one ended.
    let continues = unsafe own.state.pointee.tokenEnd == start
    let isLast = unsafe own.state.pointee.window.has("]]>", at: end)
    let bytes = unsafe withLineFeeds(Span(_unsafeStart: text, count: count), before: own.state.pointee.window, at: end)
    let holds = unsafe own.state.pointee.section(
      bytes.span, from: continues || own.isInEntity ? start : start - mark.utf8CodeUnitCount,
      upTo: isLast ? end + 3 : end, continues: continues, isInEntity: own.isInEntity)
    unsafe own.stopUnless(holds)
  }

  /// The bytes with LF for each CR LF and CR (XML 1.0, section 2.11), which libxml2 leaves to others here.
  private static func withLineFeeds(_ text: Span<UInt8>, before window: DocumentWindow, at end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices {
      guard text[index] == 0x0D else {
        bytes.append(text[index])
        continue
      }
      let isBeforeFeed = index + 1 < text.count ? text[index + 1] == 0x0A : window.has("\n", at: end)
      if !isBeforeFeed { bytes.append(0x0A) }
    }
    return bytes
  }

  /// Takes what begins with a mark of its own.
  private static func marked(
    _ kind: XMLEvent.Kind, _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int,
    name: Int = 0, by mark: StaticString
  ) {
    guard let context = unsafe context else { return }
    let own = unsafe Context(context)
    guard unsafe own.state.pointee.failure == nil else { return }
    let end = unsafe own.offset
    let bytes = unsafe Span<UInt8>(_unsafeElements: UnsafeBufferPointer(start: text, count: count))
    let start = unsafe own.start(of: mark, before: end)
    unsafe own.state.pointee.marked(kind, bytes, name: name, from: start, upTo: end, isInEntity: own.isInEntity)
  }

  private static func setEntities(_ handler: inout xmlSAXHandler) {
    unsafe handler.internalSubset = { context, name, publicID, systemID in
      guard let context = unsafe context, let name = unsafe name else { return }
      let own = unsafe Context(context)
      unsafe own.state.pointee.documentType = unsafe (
        publicID.map { unsafe String(cString: $0) }, systemID.map { unsafe String(cString: $0) }
      )
      unsafe XMLCallbacks.marked(.doctype, context, name, Int(xmlStrlen(name)), by: "<!DOCTYPE")
      if unsafe publicID != nil || systemID != nil {
        let end = unsafe own.offset
        unsafe own.state.pointee.warn(
          .xmlNotRead, "the external document type is not read; entities that only it declares are unknown", at: end)
      }
      unsafe xmlSAX2InternalSubset(context, name, publicID, systemID)
    }
    unsafe handler.externalSubset = { _, _, _, _ in }
    unsafe handler.getEntity = { context, name in
      guard let context = unsafe context else { return nil }
      let own = unsafe Context(context)
      guard let entity = unsafe xmlSAX2GetEntity(context, name) else { return nil }
      let type = unsafe entity.pointee.etype
      if type == XML_INTERNAL_PREDEFINED_ENTITY { return unsafe entity }
      let offset = unsafe own.offset
      // What the entity says stands nowhere in the document.
      if unsafe !own.isInEntity { unsafe own.state.pointee.tokenEnd = offset }
      guard type == XML_INTERNAL_GENERAL_ENTITY else {
        unsafe own.state.pointee.warn(
          .xmlExternalEntity, "an external entity is never fetched; its text is missing here",
          at: offset)
        return nil
      }
      guard unsafe own.state.pointee.mayExpand(Int(entity.pointee.length), at: offset) else {
        unsafe own.stopUnless(false)
        return nil
      }
      return unsafe entity
    }
    unsafe handler.getParameterEntity = { context, name in
      guard let context = unsafe context else { return nil }
      let own = unsafe Context(context)
      let offset = unsafe own.offset
      guard unsafe own.state.pointee.mayReferToParameter(at: offset) else {
        unsafe own.stopUnless(false)
        return nil
      }
      guard let entity = unsafe xmlSAX2GetParameterEntity(context, name) else { return nil }
      // The loader, which refuses everything, is what keeps an external one out; without an entity the document would
      // not be well-formed.
      if unsafe entity.pointee.etype == XML_EXTERNAL_PARAMETER_ENTITY {
        unsafe own.state.pointee.warn(
          .xmlExternalEntity, "an external entity is never fetched; what it declares is unknown", at: offset)
      }
      return unsafe entity
    }
    unsafe handler.entityDecl = { context, name, type, publicID, systemID, content in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.mayDeclare(at: own.offset) else { return unsafe own.stopUnless(false) }
      unsafe xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
    }
    unsafe handler.attributeDecl = { context, _, _, _, _, _, tree in
      guard let context = unsafe context else { return }
      unsafe xmlFreeEnumeration(tree)
      let own = unsafe Context(context)
      unsafe own.stopUnless(own.state.pointee.mayDeclare(at: own.offset))
    }
  }

  /// What an error has to do with the end of the document, if it is found there.
  private static func relation(of code: Int32) -> XMLParserState.RelationToEnd {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED: .always
    // Each of these is wrong whatever comes behind it.
    case XML_ERR_INVALID_CHAR, XML_ERR_UNDECLARED_ENTITY, XML_ERR_MISPLACED_CDATA_END, XML_ERR_TAG_NAME_MISMATCH,
      XML_ERR_INVALID_ENCODING, XML_ERR_ATTRIBUTE_REDEFINED:
      .none
    default: .byPlace
    }
  }

  /// Whether an error is that the document is in another language than XML 1.0: another major version, or 1.1. Other minor
  /// versions are read as 1.0 (XML 1.0, fifth edition, section 2.8).
  private static func isOfOtherLanguage(_ code: Int32, _ text: String) -> Bool {
    code == Int32(XML_ERR_UNKNOWN_VERSION.rawValue)
      || code == Int32(XML_WAR_UNKNOWN_VERSION.rawValue) && text.contains("'1.1'")
  }

  /// Takes an error of libxml2. Each but a warning ends the reading: after it text may be missing.
  private static func report(_ error: xmlError, _ own: Context) {
    let code = unsafe error.code
    // The parser was stopped by one of the guards, which have said why.
    guard code != Int32(XML_ERR_USER_STOP.rawValue), unsafe own.state.pointee.failure == nil else { return }
    var offset = unsafe own.offset
    if code == Int32(XML_ERR_MISPLACED_CDATA_END.rawValue), unsafe !own.isInEntity {
      // libxml2 is here or at the beginning of the text, as it came there.
      offset = unsafe own.state.pointee.window.first("]]>", from: offset - 2) ?? offset
    }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "the document is not well-formed"
    let text = escapedForTerminal(String(message.prefix { $0 != "\n" }.prefix(200)))
    let isNamespace = unsafe error.domain == Int32(XML_FROM_NAMESPACE.rawValue)
    switch unsafe error.level {
    case XML_ERR_WARNING where code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue):
      unsafe own.state.pointee.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: offset)
    case _ where isOfOtherLanguage(code, text):
      unsafe own.state.pointee.fail(.xmlVersion, "only XML 1.0 is read: \(text)", at: offset)
      unsafe own.stopUnless(false)
    case XML_ERR_WARNING: unsafe own.state.pointee.warn(.xmlWarning, text, at: offset)
    default:
      if code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue) {
        unsafe own.state.pointee.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: offset)
      } else {
        let fault = unsafe own.isInEntity ? nil : XMLFault(code, text, at: offset, in: own.state.pointee.window)
        unsafe own.state.pointee.fail(
          isNamespace ? .xmlNamespace : .xmlSyntax,
          fault?.message ?? (isNamespace ? text : XMLErrorWords.explained(text)), at: fault?.offset ?? offset,
          found: offset, relation: isNamespace ? .none : relation(of: code))
        unsafe own.stopUnless(false)
      }
    }
  }
}
