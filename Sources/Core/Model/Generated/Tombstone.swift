// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A record that is withdrawn.
public struct Tombstone: Hashable, Sendable {
  /// The id of the withdrawn record.
  public var id: Text

  /// What the record was.
  public var recordType: RecordType?

  /// The identifiers that it had at its source.
  public var externalIDs: [Text] = []

  /// When it was withdrawn.
  public var withdrawn: Instant?

  /// Why.
  public var reason: Text?

  /// The id of the record that takes its place.
  public var replacedBy: Text?

  /// What the source had and the schema has no field for.
  public var extras: Extras = Extras()

  /// An object with its required fields.
  public init(id: Text) {
    self.id = id
  }
}

extension Tombstone: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Tombstone")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x8B72E07B55C3AC0: if ("id" as StaticString).hasBytes(key) { return 0 }
    case 0xD0A540921C95A644: if ("recordType" as StaticString).hasBytes(key) { return 1 }
    case 0x54E2D0BFC5582E1C: if ("externalIDs" as StaticString).hasBytes(key) { return 2 }
    case 0x8131D200A7A3743B: if ("withdrawn" as StaticString).hasBytes(key) { return 3 }
    case 0x65E8D7F3474F2639: if ("reason" as StaticString).hasBytes(key) { return 4 }
    case 0x90D142CB5224F114: if ("replacedBy" as StaticString).hasBytes(key) { return 5 }
    case 0xA80AA3B5F9F41D2E: if ("extras" as StaticString).hasBytes(key) { return 6 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(id: Schema.unreadText)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit(FieldKey(0, "id"), id)
    if let recordType { try visitor.visit(FieldKey(1, "recordType"), term: recordType) }
    if !externalIDs.isEmpty { try visitor.visit(FieldKey(2, "externalIDs"), externalIDs) }
    if let withdrawn { try visitor.visit(FieldKey(3, "withdrawn"), withdrawn) }
    if let reason { try visitor.visit(FieldKey(4, "reason"), reason) }
    if let replacedBy { try visitor.visit(FieldKey(5, "replacedBy"), replacedBy) }
    if !extras.isEmpty { try visitor.visit(FieldKey(6, "extras"), extras) }
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
      guard let value = try source.readTerm(of: RecordType.self) else { return false }
      self.recordType = value
      return true
    case 2:
      externalIDs = try source.readTexts()
      return !externalIDs.isEmpty
    case 3:
      guard let value = try source.readInstant() else { return false }
      self.withdrawn = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.reason = value
      return true
    case 5:
      guard let value = try source.readText() else { return false }
      self.replacedBy = value
      return true
    case 6:
      guard let value = try source.readExtras() else { return false }
      extras.merge(value)
      return true
    default: return false
    }
  }
}
