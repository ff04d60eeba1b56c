// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Whether and how an incident has been checked.
public struct Verification: Hashable, Sendable {
  /// The result.
  public var status: VerificationStatus?

  /// How.
  public var methods: [VerificationMethod] = []

  /// An object without any field.
  public init() {}
}

extension Verification: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Verification")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    status == nil && methods.isEmpty
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xC4D5696D6CC12C2F: if ("status" as StaticString).hasBytes(key) { return 0 }
    case 0x91A1C8C98823F459: if ("methods" as StaticString).hasBytes(key) { return 1 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let status { try visitor.visit(FieldKey(0, "status"), term: status) }
    if !methods.isEmpty { try visitor.visit(FieldKey(1, "methods"), methods.map(\.name)) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: VerificationStatus.self) else { return false }
      self.status = value
      return true
    case 1:
      methods = try source.readTerms(of: VerificationMethod.self)
      return !methods.isEmpty
    default: return false
    }
  }
}
