/// Holds the elements of one document against a schema, as they come.
///
/// A stream is changed in place: what classes hold costs a look at who else uses it, each time.
protocol SchemaStream {
  /// Takes a start tag.
  ///
  /// - Parameters:
  ///   - tape: Has the attributes.
  ///   - names: The names of the document.
  ///   - declared: The namespaces that the tag declares.
  mutating func start(
    _ event: XMLEvent, _ tape: XMLTape, _ names: [XMLName], _ declared: ArraySlice<XMLDeclaredNamespace>)
  /// Takes all the text between two tags.
  ///
  /// - Parameters:
  ///   - hasSection: Whether some of it stood in a CDATA section.
  ///   - isLast: Whether an end tag comes next.
  mutating func text(_ bytes: Span<UInt8>, hasSection: Bool, isLast: Bool)
  /// Takes an end tag.
  mutating func end()
  /// Takes the end of the document.
  mutating func finish()
  /// Whether something has been found since it was taken last.
  var hasFaults: Bool { get }
  /// What has been found since it was taken last, at an element of this name.
  mutating func takeFaults(at element: String) -> [SchemaFault]
}

/// What a schema does not allow.
struct SchemaFault {
  /// What is wrong and what to do, without a final period.
  let message: String
  /// The attribute that is wrong, as `{namespace}local` or as a local name; nil where it is the element or its text.
  let attribute: String?
}
