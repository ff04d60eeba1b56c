// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A report that an incident rests on.
public struct ReportReference: Hashable, Sendable {
  /// The id of a report record.
  public var id: Text?

  /// Who published it.
  public var publisher: Text?

  /// When.
  public var published: DateOrInstant?

  /// Its headline.
  public var headline: Text?

  /// Its address.
  public var url: Text?

  /// An object without any field.
  public init() {}
}

extension ReportReference: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "ReportReference")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    id == nil && publisher == nil && published == nil && headline == nil && url == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x8B72E07B55C3AC0: if ("id" as StaticString).hasBytes(key) { return 0 }
    case 0x1AE6A30EED204C9F: if ("publisher" as StaticString).hasBytes(key) { return 1 }
    case 0x1AE6B10EED206469: if ("published" as StaticString).hasBytes(key) { return 2 }
    case 0x1E936C82D02D9C09: if ("headline" as StaticString).hasBytes(key) { return 3 }
    case 0x4C4E8B193DC8BE7E: if ("url" as StaticString).hasBytes(key) { return 4 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let id { try visitor.visit(FieldKey(0, "id"), id) }
    if let publisher { try visitor.visit(FieldKey(1, "publisher"), publisher) }
    if let published { try visitor.visit(FieldKey(2, "published"), published) }
    if let headline { try visitor.visit(FieldKey(3, "headline"), headline) }
    if let url { try visitor.visit(FieldKey(4, "url"), url) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.id = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.publisher = value
      return true
    case 2:
      guard let value = try source.readDateOrInstant() else { return false }
      self.published = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.headline = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.url = value
      return true
    default: return false
    }
  }
}
