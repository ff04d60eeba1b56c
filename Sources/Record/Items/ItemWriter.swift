public import DatelineCore

/// Writes an object that stands in a list as `key=value; key=value`, keys in the schema's order: a line of labelled text,
/// or part of a cell of a table.
///
/// Lists of texts inside are joined by commas. The schema has no objects inside list items, so neither has this form.
///
/// What other modules use of it is `@usableFromInline`: else they would not get the generic functions themselves, and each
/// field would be asked for its type.
@usableFromInline
package struct ItemWriter: FieldVisitor {
  @usableFromInline package typealias Failure = Never
  @usableFromInline package var output: [UInt8]
  @usableFromInline var isFirst = true

  /// Appends to `output`.
  @usableFromInline
  package init(_ output: [UInt8] = []) { self.output = output }

  /// Appends one item; `{}` for an object that says nothing.
  @inlinable
  package mutating func write<Object: SchemaObject>(_ object: Object) {
    isFirst = true
    object.visitFields(&self)
    if isFirst { output.append("{}") }
  }

  /// Appends items with ` | ` between them: the content of a cell.
  @inlinable
  package mutating func write<Object: SchemaObject>(items: [Object]) {
    for index in items.indices {
      if index > 0 { output.append(" | ") }
      write(items[index])
    }
  }

  /// Appends texts with commas between them.
  @usableFromInline
  package mutating func write(texts: [Text]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { output.append(", ") }
      text.withUTF8 { output.append(escaped: $0, in: .element) }
    }
  }

  /// Appends names of terms with commas between them; no such name has anything to escape.
  @inlinable
  package mutating func write<Term: ClosedVocabulary>(terms: [Term]) {
    for (index, term) in terms.enumerated() {
      if index > 0 { output.append(", ") }
      output.append(term.name)
    }
  }

  @usableFromInline
  mutating func write(_ key: FieldKey) {
    if !isFirst { output.append("; ") }
    isFirst = false
    output.append(key.name)
    output.append(UInt8(ascii: "="))
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: Text) {
    write(key)
    value.withUTF8 { output.append(escaped: $0, in: .value) }
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: Int) {
    write(key)
    output.append(decimal: value)
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: Double) {
    write(key)
    output.append(shortest: value)
  }

  @usableFromInline
  package mutating func visitFlag(_ key: FieldKey) {
    write(key)
    output.append("true")
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: EDTF) {
    write(key)
    value.write(to: &output)
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: Instant) {
    write(key)
    value.write(to: &output)
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: DateOrInstant) {
    write(key)
    value.write(to: &output)
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: ClockTime) {
    write(key)
    value.write(to: &output)
  }

  @inlinable
  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) {
    write(key)
    output.append(term.name)
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, json: JSONText) {
    write(key)
    json.text.withUTF8 { output.append(escaped: $0, in: .value) }
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ value: Extras) {
    preconditionFailure("the schema has no extras inside a list item")
  }

  @usableFromInline
  package mutating func visit(_ key: FieldKey, _ values: [Text]) {
    write(key)
    write(texts: values)
  }

  @inlinable
  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    write(key)
    write(terms: terms)
  }

  @usableFromInline
  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    preconditionFailure("the schema has no objects inside a list item")
  }

  @usableFromInline
  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    preconditionFailure("the schema has no objects inside a list item")
  }
}
