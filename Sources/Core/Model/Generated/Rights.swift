// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Whose a text or a collection is, and what may be done with it.
public struct Rights: Hashable, Sendable {
  /// Who holds the rights.
  public var holder: Text?

  /// The year of the notice. 0...9999.
  public var year: Int?

  /// The notice, verbatim.
  public var notice: Text?

  /// A URI or an SPDX identifier.
  public var licence: Text?

  /// Terms of use in words.
  public var terms: Text?

  /// An object without any field.
  public init() {}
}

extension Rights: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Rights")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    holder == nil && year == nil && notice == nil && licence == nil && terms == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x630853B55C723D4F: if ("holder" as StaticString).hasBytes(key) { return 0 }
    case 0x7C64634977425EDC: if ("year" as StaticString).hasBytes(key) { return 1 }
    case 0xA8AF283DBBABEB71: if ("notice" as StaticString).hasBytes(key) { return 2 }
    case 0x31923591585250B4: if ("licence" as StaticString).hasBytes(key) { return 3 }
    case 0x180A95484A16608C: if ("terms" as StaticString).hasBytes(key) { return 4 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let holder { try visitor.visit(FieldKey(0, "holder"), holder) }
    if let year { try visitor.visit(FieldKey(1, "year"), year) }
    if let notice { try visitor.visit(FieldKey(2, "notice"), notice) }
    if let licence { try visitor.visit(FieldKey(3, "licence"), licence) }
    if let terms { try visitor.visit(FieldKey(4, "terms"), terms) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.holder = value
      return true
    case 1:
      guard let value = try source.readInteger(in: 0...9999) else { return false }
      self.year = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.notice = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.licence = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.terms = value
      return true
    default: return false
    }
  }
}
