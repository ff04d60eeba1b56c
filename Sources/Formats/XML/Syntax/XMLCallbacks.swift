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
    let state: XMLParserState

    init(_ context: UnsafeMutableRawPointer) {
      unsafe parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      unsafe state = Unmanaged<XMLParserState>.fromOpaque(parser.pointee._private).takeUnretainedValue()
    }

    /// The offset of the next byte that the parser will look at, in the document. While an entity's text is parsed, the
    /// place behind the reference, which the state remembers as its last.
    var offset: Int {
      guard unsafe !isInEntity else { return unsafe state.lastOffset }
      let inputs = unsafe parser.pointee
      guard unsafe inputs.inputNr > 0, let input = unsafe inputs.inputTab[0]?.pointee else {
        return unsafe state.lastOffset
      }
      let offset = unsafe Int(input.consumed) + (input.cur - input.base)
      unsafe state.lastOffset = offset
      return offset
    }

    /// Whether an entity's text is being parsed.
    var isInEntity: Bool { unsafe parser != state.parser }

    func stopUnless(_ holds: Bool) {
      if !holds { unsafe xmlStopParser(state.parser) }
    }
  }

  private static func setElements(_ handler: inout xmlSAXHandler) {
    unsafe handler.startElementNs = { context, local, prefix, uri, namespaceCount, _, count, defaultCount, attributes in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      let state = unsafe own.state
      guard state.failure == nil else { return }
      let first = state.tape.attributes.count
      // Defaults of the document type stand last, and are dropped: they would put what the document does not say into
      // every element.
      for index in 0..<Int(max(0, count - defaultCount)) {
        guard let attributes = unsafe attributes else { break }
        // Five pointers for each: local name, prefix, URI, and the value's start and end.
        let parts = unsafe attributes + 5 * index
        let name = unsafe state.name(parts[0], parts[1], parts[2])
        let start = state.tape.bytes.count
        if let value = unsafe parts[3], let end = unsafe parts[4] {
          unsafe state.tape.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
        }
        state.tape.attributes.append(XMLAttribute(name: name, value: start..<state.tape.bytes.count))
      }
      let holds = unsafe state.start(
        state.name(local, prefix, uri), before: own.offset, attributes: first..<state.tape.attributes.count,
        declarationCount: Int(namespaceCount), isInEntity: own.isInEntity)
      unsafe own.stopUnless(holds)
    }
    unsafe handler.endElementNs = { context, local, prefix, uri in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.failure == nil else { return }
      unsafe own.state.end(own.state.name(local, prefix, uri), before: own.offset)
    }
    unsafe handler.characters = { unsafe XMLCallbacks.text(.text, $0, $1, Int($2)) }
    unsafe handler.ignorableWhitespace = { unsafe XMLCallbacks.text(.text, $0, $1, Int($2)) }
    unsafe handler.cdataBlock = { unsafe XMLCallbacks.text(.cdata, $0, $1, Int($2)) }
    unsafe handler.comment = { context, text in
      guard let context = unsafe context, let text = unsafe text else { return }
      let own = unsafe Context(context)
      let end = unsafe own.offset
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
      unsafe own.stopUnless(own.state.text(.comment, bytes, from: own.state.start(of: "<!--", before: end)))
    }
    unsafe handler.processingInstruction = { context, target, data in
      guard let context = unsafe context, let target = unsafe target else { return }
      let own = unsafe Context(context)
      let end = unsafe own.offset
      let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(xmlStrlen(data)))
      let name = unsafe own.state.name(target, nil, nil)
      unsafe own.stopUnless(
        own.state.text(.instruction, bytes, name: name, from: own.state.start(of: "<?", before: end)))
    }
    unsafe handler.reference = nil
  }

  private static func text(
    _ kind: XMLEvent.Kind, _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int
  ) {
    guard let context = unsafe context, let text = unsafe text else { return }
    let own = unsafe Context(context)
    guard unsafe own.state.failure == nil else { return }
    let end = unsafe own.offset
    let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
    // A CDATA section is given while the parser stands behind its opening, or behind an earlier piece.
    let start = unsafe kind == .cdata ? own.state.start(of: "<![CDATA[", before: end) : end - count
    unsafe own.stopUnless(own.state.text(kind, bytes, from: start))
  }

  private static func setEntities(_ handler: inout xmlSAXHandler) {
    unsafe handler.internalSubset = { context, name, publicID, systemID in
      guard let context = unsafe context, let name = unsafe name else { return }
      let own = unsafe Context(context)
      let end = unsafe own.offset
      let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
      _ = unsafe own.state.text(.doctype, bytes, from: own.state.start(of: "<!DOCTYPE", before: end))
      if unsafe publicID != nil || systemID != nil {
        unsafe own.state.warn(
          .xmlNotRead, "the external document type is not read; entities that only it declares are unknown",
          at: own.state.position(at: end))
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
        unsafe own.state.warn(
          .xmlExternalEntity, "an external entity is never fetched; its text is missing here",
          at: own.state.position(at: offset))
        return nil
      }
      guard unsafe own.state.mayExpand(Int(entity.pointee.length), at: offset) else {
        unsafe own.stopUnless(false)
        return nil
      }
      return unsafe entity
    }
    unsafe handler.getParameterEntity = { context, name in
      guard let context = unsafe context else { return nil }
      let own = unsafe Context(context)
      guard unsafe own.state.mayReferToParameter(at: own.offset) else {
        unsafe own.stopUnless(false)
        return nil
      }
      guard let entity = unsafe xmlSAX2GetParameterEntity(context, name) else { return nil }
      guard unsafe entity.pointee.etype == XML_EXTERNAL_PARAMETER_ENTITY else { return unsafe entity }
      unsafe own.state.warn(
        .xmlExternalEntity, "an external entity is never fetched; what it declares is unknown",
        at: own.state.position(at: own.offset))
      return nil
    }
    unsafe handler.entityDecl = { context, name, type, publicID, systemID, content in
      guard let context = unsafe context else { return }
      let own = unsafe Context(context)
      guard unsafe own.state.mayDeclare(at: own.offset) else { return unsafe own.stopUnless(false) }
      unsafe xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
    }
    unsafe handler.attributeDecl = { context, _, _, _, _, _, tree in
      guard let context = unsafe context else { return }
      unsafe xmlFreeEnumeration(tree)
      let own = unsafe Context(context)
      unsafe own.stopUnless(own.state.mayDeclare(at: own.offset))
    }
  }

  /// Takes an error of libxml2. Each but a warning ends the reading: after it text may be missing.
  private static func report(_ error: xmlError, _ own: Context) {
    let code = unsafe error.code
    // The parser was stopped by one of the guards, which have said why.
    guard code != Int32(XML_ERR_USER_STOP.rawValue), unsafe own.state.failure == nil else { return }
    let position = unsafe own.state.position(at: own.offset)
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "the document is not well-formed"
    let text = escapedForTerminal(String(message.prefix { $0 != "\n" }.prefix(200)))
    let isNamespace = unsafe error.domain == Int32(XML_FROM_NAMESPACE.rawValue)
    switch unsafe error.level {
    case XML_ERR_WARNING where code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue):
      unsafe own.state.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: position)
    case XML_ERR_WARNING where code == Int32(XML_WAR_UNKNOWN_VERSION.rawValue):
      unsafe own.state.fail(.xmlVersion, "only XML 1.0 is read: \(text)", at: position)
      unsafe own.stopUnless(false)
    case XML_ERR_WARNING: unsafe own.state.warn(.xmlWarning, text, at: position)
    default:
      if code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue) {
        unsafe own.state.warn(.xmlUndeclaredEntity, "\(text); its text is missing here", at: position)
      } else {
        unsafe own.state.fail(isNamespace ? .xmlNamespace : .xmlSyntax, text, at: position)
        unsafe own.stopUnless(false)
      }
    }
  }
}
