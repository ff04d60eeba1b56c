// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Why an incident happened.
public struct Cause: Hashable, Sendable {
  /// Whether it was meant.
  public var intent: Intent?

  /// How it came about.
  public var mechanism: Text?

  /// An object without any field.
  public init() {}
}

extension Cause: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Cause")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    intent == nil && mechanism == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xD053586F9C8E048B: if ("intent" as StaticString).hasBytes(key) { return 0 }
    case 0x720108AC89BAB3D6: if ("mechanism" as StaticString).hasBytes(key) { return 1 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let intent { try visitor.visit(FieldKey(0, "intent"), term: intent) }
    if let mechanism { try visitor.visit(FieldKey(1, "mechanism"), mechanism) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: Intent.self) else { return false }
      self.intent = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.mechanism = value
      return true
    default: return false
    }
  }
}
