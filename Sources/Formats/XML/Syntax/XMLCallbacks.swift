import CLibXML2
import DatelineCore

/// The functions that libxml2 calls, and what each guards against. `Specs/xml.md` has the limits.
///
/// Invariant: the first argument is the parser's context, or that of a parser for an entity's text which libxml2 makes of
/// it; both have the address of the ``XMLParserState`` in `_private`, which lives as long as the parser.
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

  /// The context that a callback is given.
  @unsafe
  struct Context {
    let parser: xmlParserCtxtPtr
    let state: UnsafeMutablePointer<XMLParserState>

    @inline(__always)
    init(_ context: UnsafeMutableRawPointer) {
      unsafe parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      unsafe state = parser.pointee._private.assumingMemoryBound(to: XMLParserState.self)
    }

    /// The offset of the next byte that the parser will look at, in the document. While an entity's text is parsed, the
    /// place behind the reference, which the state remembers as its last.
    @inline(__always)
    var offset: Int {
      guard unsafe !isInEntity else { return unsafe state.pointee.lastOffset }
      guard unsafe parser.pointee.inputNr > 0, let input = unsafe parser.pointee.inputTab[0] else {
        return unsafe state.pointee.lastOffset
      }
      let offset = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
      unsafe state.pointee.lastOffset = offset
      return offset
    }

    /// Whether an entity's text is being parsed.
    @inline(__always)
    var isInEntity: Bool { unsafe parser != state.pointee.parser }

    @inline(__always)
    func stopUnless(_ holds: Bool) {
      if !holds { unsafe xmlStopParser(state.pointee.parser) }
    }
  }

  private static func setElements(_ handler: inout xmlSAXHandler) {
    unsafe handler.startElementNs = { context, local, prefix, uri, namespaceCount, _, count, defaultCount, attributes in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.failure == nil else { return }
      let firstAttribute = unsafe own.state.pointee.tape.attributes.count
      let firstByte = unsafe own.state.pointee.tape.bytes.count
      // Defaults of the document type stand last, and are dropped: they would put what the document does not say into
      // every element.
      if let attributes = unsafe attributes {
        for index in 0..<Int(max(0, count - defaultCount)) {
          // Five pointers for each: local name, prefix, URI, and the value's start and end.
          let parts = unsafe attributes + 5 * index
          let name = unsafe own.state.pointee.name(parts[0], parts[1], parts[2])
          guard let start = unsafe parts[3], let end = unsafe parts[4] else { continue }
          unsafe own.state.pointee.attribute(name, UnsafeBufferPointer(start: start, count: end - start))
        }
      }
      let name = unsafe own.state.pointee.name(local, prefix, uri)
      let offset = unsafe own.offset
      let holds = unsafe own.state.pointee.start(
        name, before: offset, attributes: firstAttribute, bytes: firstByte, declarationCount: Int(namespaceCount),
        isInEntity: own.isInEntity)
      unsafe own.stopUnless(holds)
    }
    unsafe handler.endElementNs = { context, local, prefix, uri in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.pointee.failure == nil else { return }
      let name = unsafe own.state.pointee.name(local, prefix, uri)
      let offset = unsafe own.offset
      unsafe own.state.pointee.end(name, before: offset, isInEntity: own.isInEntity)
    }
    unsafe handler.characters = { unsafe XMLCallbacks.text(.text, $0, $1, Int($2)) }
    // The very same function: where they differ, libxml2 looks at every text to find out which of them to call.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.cdataBlock = { unsafe XMLCallbacks.text(.cdata, $0, $1, Int($2)) }
    unsafe handler.comment = { context, text in
      guard let text = unsafe text else { return }
      unsafe XMLCallbacks.marked(.comment, context, text, Int(xmlStrlen(text)), by: "<!--")
    }
    unsafe handler.processingInstruction = { context, target, data in
      guard let context = unsafe context, let target = unsafe target else { return }
      let name = unsafe Context(context).state.pointee.name(target, nil, nil)
      unsafe XMLCallbacks.marked(.instruction, context, data, Int(xmlStrlen(data)), name: name, by: "<?")
    }
    unsafe handler.reference = nil
  }

  @inline(__always)
  private static func text(
    _ kind: XMLEvent.Kind, _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int
  ) {
    guard let context = unsafe context, let text = unsafe text else { return }
    let own = unsafe Context(context)
    guard unsafe own.state.pointee.failure == nil else { return }
    let end = unsafe own.offset
    let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
    // A CDATA section is given while the parser stands behind its opening, or behind an earlier piece.
    let start =
      unsafe kind == .cdata
      ? own.state.pointee.start(of: "<![CDATA[", before: end) : own.state.pointee.textStart ?? end - count
    unsafe own.stopUnless(own.state.pointee.text(kind, bytes, from: start, isInEntity: own.isInEntity))
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
    let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
    let start = unsafe own.state.pointee.start(of: mark, before: end)
    unsafe own.stopUnless(own.state.pointee.text(kind, bytes, name: name, from: start, isInEntity: own.isInEntity))
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

  /// Takes an error of libxml2. Each but a warning ends the reading: after it text may be missing.
  private static func report(_ error: xmlError, _ own: Context) {
    let code = unsafe error.code
    // The parser was stopped by one of the guards, which have said why.
    guard code != Int32(XML_ERR_USER_STOP.rawValue), unsafe own.state.pointee.failure == nil else { return }
    let offset = unsafe own.offset
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "the document is not well-formed"
    let text = escapedForTerminal(String(message.prefix { $0 != "\n" }.prefix(200)))
    let isNamespace = unsafe error.domain == Int32(XML_FROM_NAMESPACE.rawValue)
    switch unsafe error.level {
    case XML_ERR_WARNING where code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue):
      unsafe own.state.pointee.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: offset)
    // Another minor version is read as 1.0 (XML 1.0, fifth edition, section 2.8); 1.1 is a language of its own.
    case XML_ERR_WARNING where code == Int32(XML_WAR_UNKNOWN_VERSION.rawValue) && text.contains("'1.1'"):
      unsafe own.state.pointee.fail(.xmlVersion, "only XML 1.0 is read: \(text)", at: offset)
      unsafe own.stopUnless(false)
    case XML_ERR_WARNING: unsafe own.state.pointee.warn(.xmlWarning, text, at: offset)
    default:
      if code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue) {
        unsafe own.state.pointee.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: offset)
      } else {
        unsafe own.state.pointee.fail(isNamespace ? .xmlNamespace : .xmlSyntax, text, at: offset)
        unsafe own.stopUnless(false)
      }
    }
  }
}
