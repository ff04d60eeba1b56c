/// A JSON value that the model carries without looking into it, as minimal JSON text: no space outside strings, strings
/// escaped as the canonical writer escapes them, numbers as the source wrote them.
public struct JSONText: Hashable, Sendable, CustomStringConvertible {
  /// The JSON text.
  public let text: Text

  /// - Parameter text: Already minimal JSON, checked by the JSON reader.
  package init(checked text: Text) { self.text = text }

  /// The JSON text as a `String`.
  public var description: String { text.description }
}

/// What a source had and the model has no field for, in the source's order.
///
/// A key is `scheme.field`, such as `acled.inter1`; for a field of the canonical form that this version does not know, or
/// whose value it could not take, the JSON Pointer (RFC 6901) of that field in the record, such as `/places/0/altitude`.
public struct Extras: Hashable, Sendable {
  /// One field and its value.
  public struct Field: Hashable, Sendable {
    /// `scheme.field` or a JSON Pointer.
    public var key: Text
    /// Any JSON value, untouched.
    public var value: JSONText

    /// Stores its parts.
    public init(key: Text, value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// The fields in order. No two have the same key.
  public private(set) var fields: [Field] = []

  /// No fields.
  public init() {}

  /// - Parameter fields: No two have the same key.
  package init(distinct fields: [Field]) { self.fields = fields }

  /// Whether there are none.
  public var isEmpty: Bool { fields.isEmpty }

  /// The value under `key`; setting it replaces the value in place, appends it, or removes the field.
  public subscript(key: Text) -> JSONText? {
    get { fields.first { $0.key == key }?.value }
    set {
      let index = fields.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(Field(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds fields; one whose key is taken gets the first free of `key#2`, `key#3` and so on, so that nothing is lost.
  package mutating func append(renaming added: [Field]) {
    if fields.isEmpty, Self.haveDistinctKeys(added) {
      fields = added
      return
    }
    var taken = Set(fields.map(\.key))
    var counts: [Text: Int] = [:]
    for var field in added {
      let key = field.key
      while !taken.insert(field.key).inserted {
        let count = (counts[key] ?? 1) + 1
        counts[key] = count
        field.key = Text("\(key)#\(count)") ?? key
      }
      fields.append(field)
    }
  }

  /// Whether no two have the same key, found without hashing where there are few, which is nearly always so.
  private static func haveDistinctKeys(_ fields: [Field]) -> Bool {
    guard fields.count <= 16 else { return Set(fields.map(\.key)).count == fields.count }
    for index in fields.indices {
      for earlier in 0..<index where fields[earlier].key == fields[index].key { return false }
    }
    return true
  }

  /// Becomes a list of `count` fields. Those that are there are given to `set` to be changed where they lie, so that a record
  /// that is filled again costs no memory.
  ///
  /// - Parameter set: Gives the field at the index its key and its value. No two keys are the same.
  package mutating func replace(count: Int, _ set: (Int, inout Field) -> Void) {
    if fields.count > count { fields.removeLast(fields.count - count) }
    for index in 0..<count {
      if index == fields.count {
        fields.append(Field(key: Schema.unreadText, value: JSONText(checked: Schema.unreadText)))
      }
      set(index, &fields[index])
    }
  }

  /// Adds the fields of `other`; its values win where both have a key.
  public mutating func merge(_ other: Extras) {
    guard !isEmpty else {
      self = other
      return
    }
    var places: [Text: Int] = [:]
    for (index, field) in fields.enumerated() { places[field.key] = index }
    for field in other.fields {
      if let index = places[field.key] { fields[index].value = field.value } else { fields.append(field) }
    }
  }
}
