// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A weapon or munition, or what carried it.
public struct Munition: Hashable, Sendable {
  /// What sort it is.
  public var `class`: MunitionClass?

  /// The type, as the source names it.
  public var designation: Text?

  /// What carried or fired it.
  public var platform: Text?

  /// The lowest number reported. At least 0.
  public var low: Int?

  /// The number reported, or the likeliest. At least 0.
  public var best: Int?

  /// The highest number reported. At least 0.
  public var high: Int?

  /// What became of it.
  public var state: MunitionState?

  /// An object without any field.
  public init() {}
}

extension Munition: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Munition")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    `class` == nil && designation == nil && platform == nil && low == nil && best == nil && high == nil && state == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xD11655952FCBAB9F: if ("class" as StaticString).hasBytes(key) { return 0 }
    case 0x9E39808F77D5054: if ("designation" as StaticString).hasBytes(key) { return 1 }
    case 0x3E4BD4E31C5C3AD2: if ("platform" as StaticString).hasBytes(key) { return 2 }
    case 0x125083191DAF6F61: if ("low" as StaticString).hasBytes(key) { return 3 }
    case 0x76244E9B9543CA87: if ("best" as StaticString).hasBytes(key) { return 4 }
    case 0x7360EECC9B38343D: if ("high" as StaticString).hasBytes(key) { return 5 }
    case 0xEE63AAAD45B1B116: if ("state" as StaticString).hasBytes(key) { return 6 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let `class` { try visitor.visit(FieldKey(0, "class"), `class`.name) }
    if let designation { try visitor.visit(FieldKey(1, "designation"), designation) }
    if let platform { try visitor.visit(FieldKey(2, "platform"), platform) }
    if let low { try visitor.visit(FieldKey(3, "low"), low) }
    if let best { try visitor.visit(FieldKey(4, "best"), best) }
    if let high { try visitor.visit(FieldKey(5, "high"), high) }
    if let state { try visitor.visit(FieldKey(6, "state"), term: state) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: MunitionClass.self) else { return false }
      self.`class` = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.designation = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.platform = value
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
      guard let value = try source.readTerm(of: MunitionState.self) else { return false }
      self.state = value
      return true
    default: return false
    }
  }
}
