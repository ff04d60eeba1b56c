// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// What a document says of itself, before its first record. At most one, and first.
public struct Header: Hashable, Sendable {
  /// The version of this schema that the document keeps to: `major.minor`.
  public var schemaVersion: Text

  /// The title of the collection.
  public var title: Text?

  /// The language of the collection's text.
  public var language: Text?

  /// Who publishes the collection.
  public var publisher: Text?

  /// Whose the collection is and what may be done with it.
  public var rights: Rights?

  /// The program that wrote the document.
  public var generator: Text?

  /// When the document was written; only where that was asked for.
  public var created: Instant?

  /// What the source's head had and the schema has no field for.
  public var extras: Extras = Extras()

  /// An object with its required fields.
  public init(schemaVersion: Text) {
    self.schemaVersion = schemaVersion
  }
}

extension Header: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Header")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xB21D913BF97DEC7A: if ("schemaVersion" as StaticString).hasBytes(key) { return 0 }
    case 0xDA31296C0C1B6029: if ("title" as StaticString).hasBytes(key) { return 1 }
    case 0xD2FD35287F0A935B: if ("language" as StaticString).hasBytes(key) { return 2 }
    case 0x1AE6A30EED204C9F: if ("publisher" as StaticString).hasBytes(key) { return 3 }
    case 0xB8D7E19CF86BD082: if ("rights" as StaticString).hasBytes(key) { return 4 }
    case 0xE0779B743D8D7FA2: if ("generator" as StaticString).hasBytes(key) { return 5 }
    case 0xE1A0951856896CFB: if ("created" as StaticString).hasBytes(key) { return 6 }
    case 0xA80AA3B5F9F41D2E: if ("extras" as StaticString).hasBytes(key) { return 7 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(schemaVersion: Schema.unreadText)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit(FieldKey(0, "schemaVersion"), schemaVersion)
    if let title { try visitor.visit(FieldKey(1, "title"), title) }
    if let language { try visitor.visit(FieldKey(2, "language"), language) }
    if let publisher { try visitor.visit(FieldKey(3, "publisher"), publisher) }
    if let rights, !rights.isEmpty { try visitor.visit(FieldKey(4, "rights"), object: rights) }
    if let generator { try visitor.visit(FieldKey(5, "generator"), generator) }
    if let created { try visitor.visit(FieldKey(6, "created"), created) }
    if !extras.isEmpty { try visitor.visit(FieldKey(7, "extras"), extras) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.schemaVersion = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.title = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.language = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.publisher = value
      return true
    case 4:
      guard let value = try source.readObject(of: Rights.self) else { return false }
      self.rights = value
      return true
    case 5:
      guard let value = try source.readText() else { return false }
      self.generator = value
      return true
    case 6:
      guard let value = try source.readInstant() else { return false }
      self.created = value
      return true
    case 7:
      guard let value = try source.readExtras() else { return false }
      extras.merge(value)
      return true
    default: return false
    }
  }
}
