// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A block of a report's text.
public struct Block: Hashable, Sendable {
  /// What the block is.
  public var role: BlockRole?

  /// Its text, without markup.
  public var text: Text

  /// Its language, where not the report's.
  public var language: Text?

  /// An object with its required fields.
  public init(text: Text) {
    self.text = text
  }
}

extension Block: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Block")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 1 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xA358EC1FF0C833B9: if ("role" as StaticString).hasBytes(key) { return 0 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 1 }
    case 0xD2FD35287F0A935B: if ("language" as StaticString).hasBytes(key) { return 2 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(text: Schema.unreadText)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let role { try visitor.visit(FieldKey(0, "role"), term: role) }
    try visitor.visit(FieldKey(1, "text"), text)
    if let language { try visitor.visit(FieldKey(2, "language"), language) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: BlockRole.self) else { return false }
      self.role = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.language = value
      return true
    default: return false
    }
  }
}
