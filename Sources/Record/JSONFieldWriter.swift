package import DatelineCore

/// Writes the fields of a record as canonical JSON: keys in the schema's order, no space, nothing that is empty.
package struct JSONFieldWriter: FieldVisitor {
  package typealias Failure = Never
  /// Where the record goes.
  package var output: OutputCursor

  /// Writes to `output`, from where it stands.
  package init(_ output: OutputCursor) { self.output = output }

  /// Writes an object.
  package mutating func write<Object: FieldBearing & ~Copyable>(_ object: borrowing Object) {
    output.write(UInt8(ascii: "{"))
    object.visitFields(&self)
    output.write(UInt8(ascii: "}"))
  }

  /// Writes a record.
  ///
  /// - Parameter opening: The brace, and what stands under the key `type`.
  mutating func write<Object: FieldBearing & ~Copyable>(_ object: borrowing Object, after opening: StaticString) {
    output.write(opening)
    object.visitFields(&self)
    output.write(UInt8(ascii: "}"))
  }

  @inline(__always)
  private mutating func write(_ key: FieldKey) {
    if output.last != UInt8(ascii: "{") { output.write(UInt8(ascii: ",")) }
    output.write(UInt8(ascii: "\""))
    output.write(key.name)
    output.write("\":")
  }

  @inline(__always)
  private mutating func write(quoted value: StaticString) {
    output.write(UInt8(ascii: "\""))
    output.write(value)
    output.write(UInt8(ascii: "\""))
  }

  @inline(__always)
  private mutating func write(_ text: borrowing Text) {
    text.withUTF8 { output.write(jsonString: $0) }
  }

  @inline(__always)
  private mutating func write(_ json: borrowing JSONText) {
    json.text.withUTF8 { output.write($0) }
  }

  @inline(__always)
  package mutating func visit(_ key: FieldKey, _ value: Text) {
    write(key)
    write(value)
  }

  package mutating func visit(_ key: FieldKey, _ value: Int) {
    write(key)
    output.write(decimal: value)
  }

  package mutating func visit(_ key: FieldKey, _ value: Double) {
    write(key)
    output.write(shortest: value)
  }

  package mutating func visitFlag(_ key: FieldKey) {
    write(key)
    output.write("true")
  }

  package mutating func visit(_ key: FieldKey, _ value: EDTF) {
    write(key)
    output.write(UInt8(ascii: "\""))
    value.write(to: &output)
    output.write(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: Instant) {
    write(key)
    output.write(UInt8(ascii: "\""))
    value.write(to: &output)
    output.write(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: DateOrInstant) {
    write(key)
    output.write(UInt8(ascii: "\""))
    value.write(to: &output)
    output.write(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: ClockTime) {
    write(key)
    output.write(UInt8(ascii: "\""))
    output.write { value.write(to: &$0) }
    output.write(UInt8(ascii: "\""))
  }

  @inline(__always)
  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) {
    write(key)
    write(quoted: term.name)
  }

  package mutating func visit(_ key: FieldKey, json: JSONText) {
    write(key)
    write(json)
  }

  package mutating func visit(_ key: FieldKey, _ value: Extras) {
    write(key)
    var separator = UInt8(ascii: "{")
    value.fields.span.forEachInPlace { field in
      output.write(separator)
      write(field.key)
      output.write(UInt8(ascii: ":"))
      write(field.value)
      separator = UInt8(ascii: ",")
    }
    output.write(UInt8(ascii: "}"))
  }

  package mutating func visit(_ key: FieldKey, _ values: [Text]) {
    write(key)
    var separator = UInt8(ascii: "[")
    values.span.forEachInPlace { value in
      output.write(separator)
      write(value)
      separator = UInt8(ascii: ",")
    }
    output.write(UInt8(ascii: "]"))
  }

  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    write(key)
    var separator = UInt8(ascii: "[")
    for term in terms {
      output.write(separator)
      write(quoted: term.name)
      separator = UInt8(ascii: ",")
    }
    output.write(UInt8(ascii: "]"))
  }

  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    write(key)
    write(object)
  }

  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    write(key)
    write(each: objects.span)
  }

  private mutating func write<Object: FieldBearing & ~Copyable>(each objects: Span<Object>) {
    var separator = UInt8(ascii: "[")
    objects.forEachInPlace { object in
      output.write(separator)
      write(object)
      separator = UInt8(ascii: ",")
    }
    output.write(UInt8(ascii: "]"))
  }
}
