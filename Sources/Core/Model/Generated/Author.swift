// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A person or desk that wrote a report.
public struct Author: Hashable, Sendable {
  /// The name as printed.
  public var name: Text?

  /// The role as printed.
  public var role: Text?

  /// The author's page.
  public var url: Text?

  /// The author's address.
  public var email: Text?

  /// An object without any field.
  public init() {}
}

extension Author: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Author")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    name == nil && role == nil && url == nil && email == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xC4BCADBA8E631B86: if ("name" as StaticString).hasBytes(key) { return 0 }
    case 0xA358EC1FF0C833B9: if ("role" as StaticString).hasBytes(key) { return 1 }
    case 0x4C4E8B193DC8BE7E: if ("url" as StaticString).hasBytes(key) { return 2 }
    case 0x123467B419ACBC07: if ("email" as StaticString).hasBytes(key) { return 3 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let name { try visitor.visit(FieldKey(0, "name"), name) }
    if let role { try visitor.visit(FieldKey(1, "role"), role) }
    if let url { try visitor.visit(FieldKey(2, "url"), url) }
    if let email { try visitor.visit(FieldKey(3, "email"), email) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.name = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.role = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.url = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.email = value
      return true
    default: return false
    }
  }
}
