import DatelineCore
import DatelineValidation

/// Holds a document against a schema of RELAX NG, element by element: what has been found out of one is known of all that
/// are alike.
struct RelaxNGStream: SchemaStream {
  private var derivatives: Derivatives
  private var pattern: Int
  private var faults: [SchemaFault] = []
  private var open: [Element] = []
  private var namespaces: [(prefix: String, namespace: String)] = []
  /// How many elements are open that the schema does not have; what is in them is not looked at.
  private var skipped = 0

  private struct Element {
    var hasChildren = false
    var hasText = false
    let firstNamespace: Int
  }

  init(_ grammar: RelaxNGGrammar) {
    derivatives = Derivatives(grammar)
    pattern = grammar.start
  }

  // MARK: Elements

  mutating func start(
    _ event: XMLEvent, _ tape: XMLTape, _ names: [XMLName], _ declared: ArraySlice<XMLDeclaredNamespace>
  ) {
    guard skipped == 0 else { return skipped += 1 }
    if !open.isEmpty { open[open.count - 1].hasChildren = true }
    let name = names[event.name]
    pattern = derivatives.compact(pattern)
    let next = derivatives.start(pattern, event.name, name.namespace ?? "", name.local)
    guard !derivatives.table.isOverwhelmed else {
      // Nothing more is looked at, to the end of the document.
      skipped = .max / 2
      return fail("the schema has too many ways to read <\(name.written)>; from here on nothing is checked")
    }
    guard next != PatternTable.notAllowed else {
      let expected = derivatives.expected(pattern, .elements)
      fail(
        expected.isEmpty
          ? "<\(name.written)> does not belong here; take it out"
          : "<\(name.written)> does not belong here; expected is \(Self.written(expected))")
      skipped = 1
      return
    }
    pattern = next
    open.append(Element(firstNamespace: namespaces.count))
    for one in declared { namespaces.append((one.prefix, one.namespace)) }
    for attribute in tape.attributes[event.attributes] { take(attribute, tape, names, of: name) }
    close(name)
  }

  private mutating func take(_ attribute: XMLAttribute, _ tape: XMLTape, _ names: [XMLName], of element: XMLName) {
    let name = names[attribute.name]
    let place = name.namespace.map { "{\($0)}\(name.local)" } ?? name.local
    let next = derivatives.attribute(pattern, attribute.name, name.namespace ?? "", name.local)
    guard next != PatternTable.notAllowed else {
      return fail("<\(element.written)> has no attribute \(name.written); take it out", attribute: place)
    }
    let value = SchemaText(Array(tape.bytes[attribute.value]), namespace: resolver)
    let after = derivatives.value(next, value)
    if after == PatternTable.notAllowed {
      let expected = derivatives.expected(next, .values)
      let words = expected.isEmpty ? "" : "; expected is \(Self.written(expected))"
      fail(
        "<\(element.written)>, attribute \(name.written): \(Self.quoted(value)) is no value for it\(words)",
        attribute: place)
      pattern = derivatives.anyValue(next)
    } else {
      pattern = after
    }
  }

  private mutating func close(_ name: XMLName) {
    let next = derivatives.close(pattern)
    guard next == PatternTable.notAllowed else { return pattern = next }
    let missing = derivatives.expected(pattern, .attributes)
    let what = missing.count == 1 ? "the attribute" : "an attribute:"
    fail("<\(name.written)> needs \(what) \(Self.written(missing)); add it")
    pattern = derivatives.close(pattern, isLenient: true)
  }

  mutating func end() {
    guard skipped == 0 else { return skipped -= 1 }
    guard let element = open.popLast() else { return }
    if !element.hasChildren, !element.hasText { take([], isWhole: true) }
    namespaces.removeSubrange(element.firstNamespace...)
    let next = derivatives.end(pattern)
    guard next == PatternTable.notAllowed else { return pattern = next }
    let expected = derivatives.expected(pattern, .elements)
    let values = derivatives.expected(pattern, .values)
    if !expected.isEmpty {
      fail("the element is not complete; what comes next is \(Self.written(expected))")
    } else if !values.isEmpty {
      fail("the element needs a value: \(Self.written(values))")
    } else {
      fail("the element is not complete")
    }
    pattern = derivatives.end(pattern, isLenient: true)
  }

  mutating func finish() {}

  // MARK: Text

  mutating func text(_ bytes: Span<UInt8>, hasSection: Bool, isLast: Bool) {
    guard skipped == 0, let element = open.last else { return }
    open[open.count - 1].hasText = true
    let isWhole = isLast && !element.hasChildren
    let isBlank = bytes.isBlank
    guard isWhole || !isBlank else { return }
    if !isBlank, !derivatives.readsText(pattern) {
      // Where no value is looked at, any text will do.
      let next = derivatives.text(pattern, anyText)
      guard next == PatternTable.notAllowed else { return pattern = next }
    }
    var text: [UInt8] = []
    text.append(copying: bytes)
    take(text, isWhole: isWhole)
  }

  private let anyText = SchemaText(Array("text".utf8)) { _ in nil }

  /// Takes the text between two tags.
  ///
  /// - Parameter isWhole: Whether it is all that the element has.
  private mutating func take(_ text: [UInt8], isWhole: Bool) {
    let value = SchemaText(text, namespace: resolver)
    let next = derivatives.text(pattern, value)
    if value.isBlank {
      // Space may be nothing.
      pattern = derivatives.either(pattern, next)
    } else if next != PatternTable.notAllowed {
      pattern = next
    } else {
      let expected = derivatives.expected(pattern, .values)
      fail(
        expected.isEmpty
          ? "no text belongs here: \(Self.quoted(value)); take it out"
          : "\(Self.quoted(value)) is no value for the element; expected is \(Self.written(expected))")
      // Whatever value there is.
      pattern = derivatives.withoutValues(pattern)
    }
  }

  private var resolver: (String) -> String? {
    let known = namespaces
    return { prefix in
      if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
      return known.last { $0.prefix == prefix }?.namespace
    }
  }

  // MARK: Faults

  var hasFaults: Bool { !faults.isEmpty }

  mutating func takeFaults(at element: String) -> [SchemaFault] {
    defer { faults.removeAll() }
    return faults
  }

  private mutating func fail(_ message: String, attribute: String? = nil) {
    faults.append(SchemaFault(message: message, attribute: attribute))
  }

  private static func quoted(_ text: SchemaText) -> String {
    "'" + String(decoding: text.bytes.prefix(200), as: UTF8.self).prefix(60) + (text.bytes.count > 60 ? "…'" : "'")
  }

  private static func written(_ names: [String]) -> String {
    let shown = names.prefix(8)
    if names.count > 8 { return shown.joined(separator: ", ") + " or another" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " or " + last
  }
}
