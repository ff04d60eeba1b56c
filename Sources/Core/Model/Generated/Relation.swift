// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// How an incident stands to another.
public struct Relation: Hashable, Sendable {
  /// The relation, from this incident to the target.
  public var relation: RelationKind?

  /// The other's id, or its identifier at the source.
  public var target: Text?

  /// What the source calls it.
  public var label: Text?

  /// An object without any field.
  public init() {}
}

extension Relation: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Relation")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    relation == nil && target == nil && label == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x62EB5531033EB521: if ("relation" as StaticString).hasBytes(key) { return 0 }
    case 0x16F3E46051EEE3E8: if ("target" as StaticString).hasBytes(key) { return 1 }
    case 0x39F7FCEC8FCB623D: if ("label" as StaticString).hasBytes(key) { return 2 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let relation { try visitor.visit(FieldKey(0, "relation"), term: relation) }
    if let target { try visitor.visit(FieldKey(1, "target"), target) }
    if let label { try visitor.visit(FieldKey(2, "label"), label) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: RelationKind.self) else { return false }
      self.relation = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.target = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.label = value
      return true
    default: return false
    }
  }
}
