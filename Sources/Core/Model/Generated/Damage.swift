// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// Things harmed, or the statement that nothing was.
public struct Damage: Hashable, Sendable {
  /// What is known.
  public var status: HarmStatus

  /// What was harmed.
  public var object: Text?

  /// How badly.
  public var extent: DamageExtent?

  /// The lowest number of objects reported. At least 0.
  public var low: Int?

  /// The number of objects reported. At least 0.
  public var best: Int?

  /// The highest number of objects reported. At least 0.
  public var high: Int?

  /// The source's words.
  public var text: Text?

  /// An object with its required fields.
  public init(status: HarmStatus) {
    self.status = status
  }
}

extension Damage: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Damage")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xC4D5696D6CC12C2F: if ("status" as StaticString).hasBytes(key) { return 0 }
    case 0x8DFEAF9950DF0FFA: if ("object" as StaticString).hasBytes(key) { return 1 }
    case 0x5BE5DB62E943799: if ("extent" as StaticString).hasBytes(key) { return 2 }
    case 0x125083191DAF6F61: if ("low" as StaticString).hasBytes(key) { return 3 }
    case 0x76244E9B9543CA87: if ("best" as StaticString).hasBytes(key) { return 4 }
    case 0x7360EECC9B38343D: if ("high" as StaticString).hasBytes(key) { return 5 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 6 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(status: .reported)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit(FieldKey(0, "status"), term: status)
    if let object { try visitor.visit(FieldKey(1, "object"), object) }
    if let extent { try visitor.visit(FieldKey(2, "extent"), term: extent) }
    if let low { try visitor.visit(FieldKey(3, "low"), low) }
    if let best { try visitor.visit(FieldKey(4, "best"), best) }
    if let high { try visitor.visit(FieldKey(5, "high"), high) }
    if let text { try visitor.visit(FieldKey(6, "text"), text) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: HarmStatus.self) else { return false }
      self.status = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.object = value
      return true
    case 2:
      guard let value = try source.readTerm(of: DamageExtent.self) else { return false }
      self.extent = value
      return true
    case 3:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.low = value
      return true
    case 4:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.best = value
      return true
    case 5:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.high = value
      return true
    case 6:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    default: return false
    }
  }
}
