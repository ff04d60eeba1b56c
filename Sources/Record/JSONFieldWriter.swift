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
    let start = output.written
    object.visitFields(&self)
    output.closeJSONObject(from: start)
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
  private mutating func write(_ key: FieldKey) { output.write(jsonMember: key.name) }

  private mutating func write(_ text: borrowing Text) { output.write(jsonString: text) }

  @inline(__always)
  private mutating func write(_ json: borrowing JSONText) {
    output.write(text: json.text)
  }

  // The visits are calls: what they do, once for each field of each object, would not stay in the processor's fast memory.

  @inline(__always)
  package mutating func visit(_ key: FieldKey, _ value: Text) { output.write(jsonMember: key.name, value) }

  @inline(never)
  package mutating func visit(_ key: FieldKey, _ value: Int) {
    write(key)
    output.write(decimal: value)
  }

  @inline(never)
  package mutating func visit(_ key: FieldKey, _ value: Double) {
    write(key)
    output.write(shortest: value)
  }

  package mutating func visitFlag(_ key: FieldKey) {
    write(key)
    output.write("true")
  }

  @inline(never)
  package mutating func visit(_ key: FieldKey, _ value: EDTF) {
    write(key)
    output.write(UInt8(ascii: "\""))
    value.write(to: &output)
    output.write(UInt8(ascii: "\""))
  }

  @inline(never)
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
  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) { visit(key, constant: term.name) }

  @inline(never)
  private mutating func visit(_ key: FieldKey, constant: StaticString) {
    write(key)
    output.write(quoted: constant)
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
      output.write(quoted: term.name)
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
