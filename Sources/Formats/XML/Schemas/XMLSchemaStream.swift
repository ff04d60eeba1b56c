import CLibXML2
import DatelineCore

/// Holds a document against an XML Schema, with libxml2's validator of streams, which is written for being plugged into
/// libxml2's own parser. It is given the events of ``XMLPushParser`` instead, so that every guard of that holds.
@safe
struct XMLSchemaStream: SchemaStream {
  private let plug: XMLSchemaPlug
  private var names: [Name] = unsafe []
  private var open: [Int] = []
  private var parts: [UnsafePointer<xmlChar>?] = unsafe []
  private var namespaces: [UnsafePointer<xmlChar>?] = unsafe []

  /// A name as libxml2 wants it. It keeps the addresses until the element ends; these are kept until the stream is.
  @unsafe
  private struct Name {
    let local: UnsafePointer<xmlChar>?
    let prefix: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
  }

  /// - Returns: nil where there is no memory.
  init?(_ schema: XMLSchema) {
    guard let plug = XMLSchemaPlug(schema) else { return nil }
    self.plug = plug
  }

  // MARK: Events

  mutating func start(
    _ event: XMLEvent, _ tape: XMLTape, _ document: [XMLName], _ declared: ArraySlice<XMLDeclaredNamespace>
  ) {
    learn(document)
    open.append(event.name)
    if unsafe !namespaces.isEmpty { unsafe namespaces.removeAll(keepingCapacity: true) }
    for one in declared {
      unsafe namespaces.append(one.prefix.isEmpty ? nil : UnsafePointer(plug.text(one.prefix)))
      unsafe namespaces.append(UnsafePointer(plug.text(one.namespace)))
    }
    let attributes = tape.attributes[event.attributes]
    let hasReference = attributes.contains { tape.bytes[$0.value].contains(UInt8(ascii: "&")) }
    if hasReference {
      // libxml2 makes an ampersand of every `&#38;`, whatever it was (xmlSchemaSAXHandleStartElementNs).
      var values: [UInt8] = []
      let escaped = attributes.map { attribute in
        let first = values.count
        for byte in tape.bytes[attribute.value] {
          if byte == UInt8(ascii: "&") { values += Array("&#38;".utf8) } else { values.append(byte) }
        }
        return XMLAttribute(name: attribute.name, value: first..<values.count)
      }
      start(event.name, escaped[...], in: values)
    } else {
      start(event.name, attributes, in: tape.bytes)
    }
  }

  /// Invariant: what the attributes point at lives until the call returns, and libxml2 copies values.
  private mutating func start(_ name: Int, _ attributes: ArraySlice<XMLAttribute>, in bytes: [UInt8]) {
    let own = unsafe names[name]
    let sax = unsafe plug.handler.pointee?.pointee.startElementNs
    let (declared, count) = unsafe (Int32(namespaces.count / 2), Int32(attributes.count))
    guard !attributes.isEmpty else {
      var none: UnsafePointer<xmlChar>?
      unsafe sax?(
        UnsafeMutableRawPointer(plug.context), own.local, own.prefix, own.namespace, declared, &namespaces, 0, 0, &none)
      return
    }
    // The room is taken out while it is used, so that it need not be looked at whether others do.
    var parts = unsafe self.parts
    unsafe self.parts = []
    unsafe parts.removeAll(keepingCapacity: true)
    unsafe bytes.withUnsafeBufferPointer { all in
      // An empty value may have no byte to point at; any address does, twice.
      guard let base = unsafe all.baseAddress ?? UnsafePointer(plug.text("")) else { return }
      for attribute in attributes {
        let name = unsafe names[attribute.name]
        unsafe parts.append(name.local)
        unsafe parts.append(name.prefix)
        unsafe parts.append(name.namespace)
        unsafe parts.append(base + attribute.value.lowerBound)
        unsafe parts.append(base + attribute.value.upperBound)
      }
      unsafe sax?(
        UnsafeMutableRawPointer(plug.context), own.local, own.prefix, own.namespace, declared, &namespaces, count, 0,
        &parts)
    }
    unsafe self.parts = parts
  }

  mutating func text(_ bytes: Span<UInt8>, hasSection: Bool, isLast: Bool) {
    unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return }
      let (pointer, count) = unsafe (UnsafeMutableRawPointer(plug.context), Int32(clamping: all.count))
      if hasSection {
        unsafe plug.handler.pointee?.pointee.cdataBlock?(pointer, base, count)
      } else {
        unsafe plug.handler.pointee?.pointee.characters?(pointer, base, count)
      }
    }
  }

  mutating func end() {
    guard let index = open.popLast() else { return }
    let name = unsafe names[index]
    unsafe plug.handler.pointee?.pointee.endElementNs?(
      UnsafeMutableRawPointer(plug.context), name.local, name.prefix, name.namespace)
  }

  mutating func finish() { plug.pull() }

  var hasFaults: Bool { !plug.messages.isEmpty }

  mutating func takeFaults(at element: String) -> [SchemaFault] {
    plug.messages.take().map { message in
      let words = SchemaWords(message.text, of: element)
      return SchemaFault(message: words.text, attribute: words.attribute)
    }
  }

  // MARK: Names

  private mutating func learn(_ document: [XMLName]) {
    while unsafe names.count < document.count {
      let name = unsafe document[names.count]
      unsafe names.append(
        Name(
          local: UnsafePointer(plug.text(name.local)),
          prefix: name.prefix.flatMap { unsafe UnsafePointer(plug.text($0)) },
          namespace: name.namespace.flatMap { unsafe UnsafePointer(plug.text($0)) }))
    }
  }
}

/// What is plugged into libxml2: it keeps the addresses of these until the plug is pulled.
@safe
private final class XMLSchemaPlug {
  private let schema: XMLSchema
  let messages = SchemaMessages()
  @unsafe let context: xmlSchemaValidCtxtPtr
  private var plug: xmlSchemaSAXPlugPtr?
  @unsafe let handler: UnsafeMutablePointer<UnsafeMutablePointer<xmlSAXHandler>?>
  /// Names, prefixes and namespaces, each once.
  private var texts: [String: UnsafeMutablePointer<xmlChar>] = unsafe [:]

  /// - Returns: nil where there is no memory.
  init?(_ schema: XMLSchema) {
    guard let context = unsafe xmlSchemaNewValidCtxt(schema.schema) else { return nil }
    self.schema = schema
    unsafe self.context = context
    unsafe handler = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe handler.initialize(to: nil)
    unsafe xmlSchemaSetValidStructuredErrors(context, SchemaMessages.listener, messages.pointer)
    // The handler's address is kept until the plug is pulled.
    var data: UnsafeMutableRawPointer?
    unsafe plug = xmlSchemaSAXPlug(context, handler, &data)
    guard unsafe plug != nil, unsafe handler.pointee != nil else { return nil }
  }

  deinit {
    pull()
    unsafe xmlSchemaFreeValidCtxt(context)
    unsafe texts.values.forEach { unsafe free($0) }
    unsafe handler.deinitialize(count: 1)
    unsafe handler.deallocate()
  }

  func pull() {
    if let plug = unsafe plug { unsafe xmlSchemaSAXUnplug(plug) }
    unsafe plug = nil
  }

  /// The text with a zero behind it.
  func text(_ text: String) -> UnsafeMutablePointer<xmlChar>? {
    if let known = unsafe texts[text] { return unsafe known }
    let made = unsafe xmlCharStrdup(text)
    unsafe texts[text] = made
    return unsafe made
  }
}
