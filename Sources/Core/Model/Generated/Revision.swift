// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// The history of a record.
public struct Revision: Hashable, Sendable {
  /// The count of versions. At least 0.
  public var version: Int?

  /// Whether the record may be used.
  public var status: ReportStatus?

  /// When it was first written.
  public var created: Instant?

  /// When it was last changed.
  public var modified: Instant?

  /// The ids of records that it replaces.
  public var replaces: [Text] = []

  /// Why it was changed.
  public var reason: Text?

  /// An object without any field.
  public init() {}
}

extension Revision: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Revision")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    version == nil && status == nil && created == nil && modified == nil && replaces.isEmpty && reason == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xBB62C62C9808EA37: if ("version" as StaticString).hasBytes(key) { return 0 }
    case 0xC4D5696D6CC12C2F: if ("status" as StaticString).hasBytes(key) { return 1 }
    case 0xE1A0951856896CFB: if ("created" as StaticString).hasBytes(key) { return 2 }
    case 0xD381B19C7FD35852: if ("modified" as StaticString).hasBytes(key) { return 3 }
    case 0xE7F16F44073D6E90: if ("replaces" as StaticString).hasBytes(key) { return 4 }
    case 0x65E8D7F3474F2639: if ("reason" as StaticString).hasBytes(key) { return 5 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let version { try visitor.visit(FieldKey(0, "version"), version) }
    if let status { try visitor.visit(FieldKey(1, "status"), term: status) }
    if let created { try visitor.visit(FieldKey(2, "created"), created) }
    if let modified { try visitor.visit(FieldKey(3, "modified"), modified) }
    if !replaces.isEmpty { try visitor.visit(FieldKey(4, "replaces"), replaces) }
    if let reason { try visitor.visit(FieldKey(5, "reason"), reason) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.version = value
      return true
    case 1:
      guard let value = try source.readTerm(of: ReportStatus.self) else { return false }
      self.status = value
      return true
    case 2:
      guard let value = try source.readInstant() else { return false }
      self.created = value
      return true
    case 3:
      guard let value = try source.readInstant() else { return false }
      self.modified = value
      return true
    case 4:
      replaces = try source.readTexts()
      return !replaces.isEmpty
    case 5:
      guard let value = try source.readText() else { return false }
      self.reason = value
      return true
    default: return false
    }
  }
}
