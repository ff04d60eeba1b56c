// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// The line that says where and when a story was filed.
public struct DatelineLine: Hashable, Sendable {
  /// The line, verbatim.
  public var text: Text?

  /// The place in it, as printed.
  public var place: Text?

  /// The date in it.
  public var date: EDTF?

  /// An object without any field.
  public init() {}
}

extension DatelineLine: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "DatelineLine")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    text == nil && place == nil && date == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 0 }
    case 0xFD6F0E4E166F85BC: if ("place" as StaticString).hasBytes(key) { return 1 }
    case 0x855B516730A34339: if ("date" as StaticString).hasBytes(key) { return 2 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let text { try visitor.visit(FieldKey(0, "text"), text) }
    if let place { try visitor.visit(FieldKey(1, "place"), place) }
    if let date { try visitor.visit(FieldKey(2, "date"), date) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.place = value
      return true
    case 2:
      guard let value = try source.readDate() else { return false }
      self.date = value
      return true
    default: return false
    }
  }
}
