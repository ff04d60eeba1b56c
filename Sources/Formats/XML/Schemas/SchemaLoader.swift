import CLibXML2

/// What libxml2 may load by itself: nothing, but for the documents of a schema that is being compiled.
///
/// libxml2 has one loader for the whole process. ``LibXMLParser`` installs this one, once. It knows no files and no
/// addresses: it gives texts in memory that the running task has registered, under names that nothing else has.
enum SchemaLoader {
  @TaskLocal private static var texts: [[UInt8]] = []
  private static let scheme = "dateline-schema:"

  /// The name of the text at `index`: an absolute address, which stays as it is wherever it is resolved.
  static func name(of index: Int) -> String { "\(scheme)\(index)" }

  /// The index of the text that has a name; nil where none has.
  static func index(of name: String) -> Int? { name.hasPrefix(scheme) ? Int(name.dropFirst(scheme.utf8.count)) : nil }

  /// Runs `body`, in which libxml2 can load `texts`.
  static func serving<Result>(_ texts: [[UInt8]], _ body: () -> Result) -> Result {
    $texts.withValue(texts, operation: body)
  }

  /// What libxml2 asks for, as one of its inputs; nil where it is none of the texts.
  ///
  /// Invariant: libxml2 copies the bytes, and frees the input and its name with the context.
  @unsafe
  static func input(_ url: UnsafePointer<CChar>?, _ context: xmlParserCtxtPtr?) -> xmlParserInputPtr? {
    guard let name = unsafe url.map({ unsafe String(cString: $0) }), let index = index(of: name),
      texts.indices.contains(index), let context = unsafe context
    else { return nil }
    let buffer = unsafe texts[index].withUnsafeBytes { bytes in
      unsafe xmlParserInputBufferCreateMem(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), XML_CHAR_ENCODING_NONE)
    }
    guard let buffer = unsafe buffer, let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
    else { return nil }
    unsafe input.pointee.filename = unsafe UnsafeRawPointer(xmlCharStrdup(name))?.assumingMemoryBound(to: CChar.self)
    return unsafe input
  }
}
