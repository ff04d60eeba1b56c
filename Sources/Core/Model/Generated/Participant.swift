// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Somebody who took part in an incident or suffered from it.
public struct Participant: Hashable, Sendable {
  /// The name as the source gives it.
  public var name: Text?

  /// What sort of party it is.
  public var kind: ParticipantKind?

  /// The country that it belongs to.
  public var country: Text?

  /// What it did or suffered.
  public var roles: [ParticipantRole] = []

  /// The slot in which the source lists it: a position, never a meaning.
  public var side: Text?

  /// How surely it took part.
  public var certainty: Certainty?

  /// Its identifiers at the source.
  public var externalIDs: [Text] = []

  /// An object without any field.
  public init() {}
}

extension Participant: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Participant")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    name == nil && kind == nil && country == nil && roles.isEmpty && side == nil && certainty == nil && externalIDs.isEmpty
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xC4BCADBA8E631B86: if ("name" as StaticString).hasBytes(key) { return 0 }
    case 0xEF9C96D721673243: if ("kind" as StaticString).hasBytes(key) { return 1 }
    case 0x7772757416326F71: if ("country" as StaticString).hasBytes(key) { return 2 }
    case 0x584D04462430003E: if ("roles" as StaticString).hasBytes(key) { return 3 }
    case 0x4E0C8A18E635803E: if ("side" as StaticString).hasBytes(key) { return 4 }
    case 0x6216780F82EA92DA: if ("certainty" as StaticString).hasBytes(key) { return 5 }
    case 0x54E2D0BFC5582E1C: if ("externalIDs" as StaticString).hasBytes(key) { return 6 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let name { try visitor.visit(FieldKey(0, "name"), name) }
    if let kind { try visitor.visit(FieldKey(1, "kind"), kind.name) }
    if let country { try visitor.visit(FieldKey(2, "country"), country) }
    if !roles.isEmpty { try visitor.visit(FieldKey(3, "roles"), terms: roles) }
    if let side { try visitor.visit(FieldKey(4, "side"), side) }
    if let certainty { try visitor.visit(FieldKey(5, "certainty"), term: certainty) }
    if !externalIDs.isEmpty { try visitor.visit(FieldKey(6, "externalIDs"), externalIDs) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.name = value
      return true
    case 1:
      guard let value = try source.readTerm(of: ParticipantKind.self) else { return false }
      self.kind = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.country = value
      return true
    case 3:
      roles = try source.readTerms(of: ParticipantRole.self)
      return !roles.isEmpty
    case 4:
      guard let value = try source.readText() else { return false }
      self.side = value
      return true
    case 5:
      guard let value = try source.readTerm(of: Certainty.self) else { return false }
      self.certainty = value
      return true
    case 6:
      externalIDs = try source.readTexts()
      return !externalIDs.isEmpty
    default: return false
    }
  }
}
