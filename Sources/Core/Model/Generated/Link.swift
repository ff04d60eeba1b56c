// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A page that belongs to a report.
public struct Link: Hashable, Sendable {
  /// The relation, by its IANA name.
  public var rel: Text?

  /// The address.
  public var url: Text?

  /// The media type.
  public var mediaType: Text?

  /// The link's title.
  public var title: Text?

  /// An object without any field.
  public init() {}
}

extension Link: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Link")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    rel == nil && url == nil && mediaType == nil && title == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x89E9C61960F4CFB4: if ("rel" as StaticString).hasBytes(key) { return 0 }
    case 0x4C4E8B193DC8BE7E: if ("url" as StaticString).hasBytes(key) { return 1 }
    case 0xF333F6DF2158455B: if ("mediaType" as StaticString).hasBytes(key) { return 2 }
    case 0xDA31296C0C1B6029: if ("title" as StaticString).hasBytes(key) { return 3 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let rel { try visitor.visit(FieldKey(0, "rel"), rel) }
    if let url { try visitor.visit(FieldKey(1, "url"), url) }
    if let mediaType { try visitor.visit(FieldKey(2, "mediaType"), mediaType) }
    if let title { try visitor.visit(FieldKey(3, "title"), title) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.rel = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.url = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.mediaType = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.title = value
      return true
    default: return false
    }
  }
}
