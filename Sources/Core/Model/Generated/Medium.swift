// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A picture, a video, a sound or a document.
public struct Medium: Hashable, Sendable {
  /// The address.
  public var url: Text?

  /// The media type.
  public var mediaType: Text?

  /// What it is for.
  public var role: Text?

  /// Its title or caption.
  public var title: Text?

  /// Whom to credit.
  public var credit: Text?

  /// Its length in bytes. At least 0.
  public var bytes: Int?

  /// An object without any field.
  public init() {}
}

extension Medium: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Medium")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    url == nil && mediaType == nil && role == nil && title == nil && credit == nil && bytes == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x4C4E8B193DC8BE7E: if ("url" as StaticString).hasBytes(key) { return 0 }
    case 0xF333F6DF2158455B: if ("mediaType" as StaticString).hasBytes(key) { return 1 }
    case 0xA358EC1FF0C833B9: if ("role" as StaticString).hasBytes(key) { return 2 }
    case 0xDA31296C0C1B6029: if ("title" as StaticString).hasBytes(key) { return 3 }
    case 0xDD92EFEAD02710A4: if ("credit" as StaticString).hasBytes(key) { return 4 }
    case 0x2F2EC0474F1C4FE4: if ("bytes" as StaticString).hasBytes(key) { return 5 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let url { try visitor.visit(FieldKey(0, "url"), url) }
    if let mediaType { try visitor.visit(FieldKey(1, "mediaType"), mediaType) }
    if let role { try visitor.visit(FieldKey(2, "role"), role) }
    if let title { try visitor.visit(FieldKey(3, "title"), title) }
    if let credit { try visitor.visit(FieldKey(4, "credit"), credit) }
    if let bytes { try visitor.visit(FieldKey(5, "bytes"), bytes) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.url = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.mediaType = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.role = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.title = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.credit = value
      return true
    case 5:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.bytes = value
      return true
    default: return false
    }
  }
}
