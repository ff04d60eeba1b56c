// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A headline.
public struct Headline: Hashable, Sendable {
  /// Which headline it is.
  public var role: HeadlineRole?

  /// Its words.
  public var text: Text?

  /// An object without any field.
  public init() {}
}

extension Headline: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Headline")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    role == nil && text == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xA358EC1FF0C833B9: if ("role" as StaticString).hasBytes(key) { return 0 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 1 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let role { try visitor.visit(FieldKey(0, "role"), term: role) }
    if let text { try visitor.visit(FieldKey(1, "text"), text) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: HeadlineRole.self) else { return false }
      self.role = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    default: return false
    }
  }
}
