// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// What somebody says about an incident, or about one field of it.
public struct Claim: Hashable, Sendable {
  /// The field that it is about; absent is the whole record.
  public var field: Text?

  /// What the speaker does.
  public var stance: Stance

  /// What this speaker says instead; absent is the field as it stands.
  public var value: JSONText?

  /// Who says it.
  public var speaker: Text?

  /// In what capacity.
  public var speakerRole: Text?

  /// Through whom we know it, the nearest to us first.
  public var via: [Text] = []

  /// Direct speech.
  public var quote: Text?

  /// Reported speech.
  public var text: Text?

  /// The word that makes it less sure.
  public var hedge: Text?

  /// When it was said.
  public var said: DateOrInstant?

  /// An object with its required fields.
  public init(stance: Stance) {
    self.stance = stance
  }
}

extension Claim: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Claim")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 1 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x2C5D047FF4E6FFC7: if ("field" as StaticString).hasBytes(key) { return 0 }
    case 0x1BBEF16D9E109365: if ("stance" as StaticString).hasBytes(key) { return 1 }
    case 0x7CE4FD9430E80CEA: if ("value" as StaticString).hasBytes(key) { return 2 }
    case 0xFBF1AC4D96EBD022: if ("speaker" as StaticString).hasBytes(key) { return 3 }
    case 0x9DD4FD1F1D5DBE42: if ("speakerRole" as StaticString).hasBytes(key) { return 4 }
    case 0x68E8F7194EBA5D73: if ("via" as StaticString).hasBytes(key) { return 5 }
    case 0x5A60F1143B2FD6F7: if ("quote" as StaticString).hasBytes(key) { return 6 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 7 }
    case 0x5FD68A465A3834D2: if ("hedge" as StaticString).hasBytes(key) { return 8 }
    case 0x96E4D18BF89481C: if ("said" as StaticString).hasBytes(key) { return 9 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(stance: .reports)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let field { try visitor.visit(FieldKey(0, "field"), field) }
    try visitor.visit(FieldKey(1, "stance"), term: stance)
    if let value { try visitor.visit(FieldKey(2, "value"), json: value) }
    if let speaker { try visitor.visit(FieldKey(3, "speaker"), speaker) }
    if let speakerRole { try visitor.visit(FieldKey(4, "speakerRole"), speakerRole) }
    if !via.isEmpty { try visitor.visit(FieldKey(5, "via"), via) }
    if let quote { try visitor.visit(FieldKey(6, "quote"), quote) }
    if let text { try visitor.visit(FieldKey(7, "text"), text) }
    if let hedge { try visitor.visit(FieldKey(8, "hedge"), hedge) }
    if let said { try visitor.visit(FieldKey(9, "said"), said) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readText() else { return false }
      self.field = value
      return true
    case 1:
      guard let value = try source.readTerm(of: Stance.self) else { return false }
      self.stance = value
      return true
    case 2:
      guard let value = try source.readScalar() else { return false }
      self.value = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.speaker = value
      return true
    case 4:
      guard let value = try source.readText() else { return false }
      self.speakerRole = value
      return true
    case 5:
      via = try source.readTexts()
      return !via.isEmpty
    case 6:
      guard let value = try source.readText() else { return false }
      self.quote = value
      return true
    case 7:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    case 8:
      guard let value = try source.readText() else { return false }
      self.hedge = value
      return true
    case 9:
      guard let value = try source.readDateOrInstant() else { return false }
      self.said = value
      return true
    default: return false
    }
  }
}
