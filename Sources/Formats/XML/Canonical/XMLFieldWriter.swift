import DatelineCore
import DatelineRecord

/// Writes the fields of a record as canonical XML (`Specs/xml.md`): elements in the schema's order, two spaces a level; of an
/// item of a list, its attributes first.
struct XMLFieldWriter: FieldVisitor {
  typealias Failure = Never

  /// Where the record goes.
  private(set) var output: OutputCursor
  private let layout: XMLLayout
  private var depth = 1
  /// Where the fields of the object begin in the layout.
  private var first = 0
  /// Which fields of the object are written.
  private var part = Part.elements
  /// Whether the item has more than attributes.
  private var hasContent = false

  private enum Part {
    /// Every field, as an element.
    case elements
    /// Of an item, those that are attributes.
    case attributes
    /// Of an item, those that are not.
    case content
  }

  /// Writes to `output`, from where it stands.
  init(_ output: OutputCursor, _ layout: XMLLayout) {
    self.output = output
    self.layout = layout
  }

  /// Writes a record or a header.
  mutating func write<Object: FieldBearing & ~Copyable>(_ object: borrowing Object, as name: StaticString, form: Int) {
    first = layout.forms[form].first
    output.write("  <")
    output.write(name)
    output.write(">\n")
    depth = 2
    object.visitFields(&self)
    output.write("  </")
    output.write(name)
    output.write(">\n")
  }

  @inline(__always)
  private mutating func indent() {
    output.write("    ")
    for _ in 2..<depth { output.write("  ") }
  }

  @inline(__always)
  private mutating func openElement(_ name: StaticString) {
    indent()
    output.write(UInt8(ascii: "<"))
    output.write(name)
    output.write(UInt8(ascii: ">"))
  }

  @inline(__always)
  private mutating func closeElement(_ name: StaticString) {
    output.write("</")
    output.write(name)
    output.write(">\n")
  }

  @inline(__always)
  private mutating func openAttribute(_ name: StaticString) {
    output.write(UInt8(ascii: " "))
    output.write(name)
    output.write("=\"")
  }

  /// Writes a value that has nothing to escape.
  @inline(__always)
  private mutating func writePlain(_ key: FieldKey, _ write: (inout OutputCursor) -> Void) {
    switch part {
    case .elements:
      openElement(key.name)
      write(&output)
      closeElement(key.name)
    case .attributes:
      openAttribute(key.name)
      write(&output)
      output.write(UInt8(ascii: "\""))
    case .content: break
    }
  }

  @inline(__always)
  mutating func visit(_ key: FieldKey, _ value: Text) {
    switch part {
    case .elements:
      openElement(key.name)
      value.withUTF8 { output.write(xmlContent: $0) }
      closeElement(key.name)
    case .attributes:
      guard !layout.fields[first + key.index].isContent else { return hasContent = true }
      openAttribute(key.name)
      value.withUTF8 { output.write(xmlAttribute: $0) }
      output.write(UInt8(ascii: "\""))
    case .content:
      guard layout.fields[first + key.index].isContent else { return }
      value.withUTF8 { output.write(xmlContent: $0) }
    }
  }

  mutating func visit(_ key: FieldKey, json: JSONText) {
    let isAttribute = part != .elements && layout.fields[first + key.index].isAttribute
    switch part {
    case .attributes where isAttribute:
      openAttribute(key.name)
      json.text.withUTF8 { output.write(xmlAttribute: $0) }
      output.write(UInt8(ascii: "\""))
    case .attributes: hasContent = true
    case .content where isAttribute: break
    case .elements, .content:
      openElement(key.name)
      json.text.withUTF8 { output.write(xmlContent: $0) }
      closeElement(key.name)
    }
  }

  mutating func visit(_ key: FieldKey, _ value: Int) { writePlain(key) { $0.write(decimal: value) } }
  mutating func visit(_ key: FieldKey, _ value: Double) { writePlain(key) { $0.write(shortest: value) } }
  mutating func visitFlag(_ key: FieldKey) { writePlain(key) { $0.write("true") } }
  mutating func visit(_ key: FieldKey, _ value: EDTF) { writePlain(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: Instant) { writePlain(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) { writePlain(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: ClockTime) { writePlain(key) { $0.write { value.write(to: &$0) } } }
  @inline(__always)
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) { writePlain(key) { $0.write(term.name) } }

  mutating func visit(_ key: FieldKey, _ value: Extras) {
    guard part != .attributes else { return hasContent = true }
    value.fields.span.forEachInPlace { field in
      indent()
      output.write("<extra key=\"")
      field.key.withUTF8 { output.write(xmlAttribute: $0) }
      output.write("\">")
      field.value.text.withUTF8 { output.write(xmlContent: $0) }
      output.write("</extra>\n")
    }
  }

  mutating func visit(_ key: FieldKey, _ values: [Text]) {
    guard part != .attributes else { return hasContent = true }
    let name = layout.fields[first + key.index].name
    values.span.forEachInPlace { value in
      openElement(name)
      value.withUTF8 { output.write(xmlContent: $0) }
      closeElement(name)
    }
  }

  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    guard part != .attributes else { return hasContent = true }
    let name = layout.fields[first + key.index].name
    for term in terms {
      openElement(name)
      output.write(term.name)
      closeElement(name)
    }
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    guard part != .attributes else { return hasContent = true }
    let outer = (first, part)
    first = layout.forms[layout.fields[first + key.index].form].first
    part = .elements
    openElement(key.name)
    output.write(UInt8(ascii: "\n"))
    depth += 1
    object.visitFields(&self)
    depth -= 1
    indent()
    closeElement(key.name)
    (first, part) = outer
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    guard part != .attributes else { return hasContent = true }
    write(each: objects.span, layout.fields[first + key.index])
  }

  private mutating func write<Object: FieldBearing & ~Copyable>(each objects: Span<Object>, _ field: XMLLayout.Field) {
    let outer = (first, part)
    let form = layout.forms[field.form]
    first = form.first
    objects.forEachInPlace { object in
      indent()
      output.write(UInt8(ascii: "<"))
      output.write(field.name)
      part = .attributes
      hasContent = false
      object.visitFields(&self)
      guard hasContent else { return output.write("/>\n") }
      output.write(UInt8(ascii: ">"))
      part = .content
      if form.content >= 0 {
        object.visitFields(&self)
      } else {
        output.write(UInt8(ascii: "\n"))
        depth += 1
        object.visitFields(&self)
        depth -= 1
        indent()
      }
      closeElement(field.name)
    }
    (first, part) = outer
  }
}
