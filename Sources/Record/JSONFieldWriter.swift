package import DatelineCore

/// Writes the fields of a record as canonical JSON: keys in the schema's order, no space, nothing that is empty.
package struct JSONFieldWriter: FieldVisitor {
  package typealias Failure = Never
  package var output: [UInt8]

  /// Appends to `output`.
  package init(_ output: [UInt8] = []) { self.output = output }

  /// Writes an object.
  ///
  /// - Parameter type: What stands under the key `type`, for a record.
  package mutating func write<Object: SchemaObject>(_ object: Object, type: StaticString? = nil) {
    output.append(UInt8(ascii: "{"))
    if let type {
      output.append("\"type\":\"")
      output.append(type)
      output.append(UInt8(ascii: "\""))
    }
    object.visitFields(&self)
    output.append(UInt8(ascii: "}"))
  }

  @inline(__always)
  private mutating func write(_ key: FieldKey) {
    if output.last != UInt8(ascii: "{") { output.append(UInt8(ascii: ",")) }
    output.append(UInt8(ascii: "\""))
    output.append(key.name)
    output.append("\":")
  }

  private mutating func write(quoted value: StaticString) {
    output.append(UInt8(ascii: "\""))
    output.append(value)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ text: Text) {
    text.withUTF8 { output.appendJSONString($0) }
  }

  package mutating func visit(_ key: FieldKey, _ value: Text) {
    write(key)
    write(value)
  }

  package mutating func visit(_ key: FieldKey, _ value: Int) {
    write(key)
    output.append(decimal: value)
  }

  package mutating func visit(_ key: FieldKey, _ value: Double) {
    write(key)
    output.append(shortest: value)
  }

  package mutating func visitFlag(_ key: FieldKey) {
    write(key)
    output.append("true")
  }

  package mutating func visit(_ key: FieldKey, _ value: EDTF) {
    write(key)
    output.append(UInt8(ascii: "\""))
    value.write(to: &output)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: Instant) {
    write(key)
    output.append(UInt8(ascii: "\""))
    value.write(to: &output)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: DateOrInstant) {
    write(key)
    output.append(UInt8(ascii: "\""))
    value.write(to: &output)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func visit(_ key: FieldKey, _ value: ClockTime) {
    write(key)
    output.append(UInt8(ascii: "\""))
    value.write(to: &output)
    output.append(UInt8(ascii: "\""))
  }

  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) {
    write(key)
    write(quoted: term.name)
  }

  package mutating func visit(_ key: FieldKey, json: JSONText) {
    write(key)
    json.text.withUTF8 { output.append(copying: $0) }
  }

  package mutating func visit(_ key: FieldKey, _ value: Extras) {
    write(key)
    var separator = UInt8(ascii: "{")
    for field in value.fields {
      output.append(separator)
      write(field.key)
      output.append(UInt8(ascii: ":"))
      field.value.text.withUTF8 { output.append(copying: $0) }
      separator = UInt8(ascii: ",")
    }
    output.append(UInt8(ascii: "}"))
  }

  package mutating func visit(_ key: FieldKey, _ values: [Text]) {
    write(key)
    writeList(values) { writer, value in writer.write(value) }
  }

  package mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    write(key)
    writeList(terms) { writer, term in writer.write(quoted: term.name) }
  }

  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, object: Object) {
    write(key)
    write(object)
  }

  package mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    write(key)
    writeList(objects) { writer, object in writer.write(object) }
  }

  private mutating func writeList<Value>(_ values: [Value], _ write: (inout Self, Value) -> Void) {
    var separator = UInt8(ascii: "[")
    for value in values {
      output.append(separator)
      write(&self, value)
      separator = UInt8(ascii: ",")
    }
    output.append(UInt8(ascii: "]"))
  }
}
