// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// People harmed, or the statement that nobody was.
public struct Casualty: Hashable, Sendable {
  /// What is known.
  public var status: HarmStatus

  /// The harm; absent is any.
  public var outcome: Outcome?

  /// Who they were; absent is all.
  public var group: CasualtyGroup?

  /// The side they belonged to, as the source numbers it.
  public var side: Text?

  /// The lowest number reported. At least 0.
  public var low: Int?

  /// The number reported, or the likeliest. At least 0.
  public var best: Int?

  /// The highest number reported. At least 0.
  public var high: Int?

  /// The words that go with the number, or stand for it.
  public var qualifier: Text?

  /// An object with its required fields.
  public init(status: HarmStatus) {
    self.status = status
  }
}

extension Casualty: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Casualty")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xC4D5696D6CC12C2F: if ("status" as StaticString).hasBytes(key) { return 0 }
    case 0x75FE2A8465B02E53: if ("outcome" as StaticString).hasBytes(key) { return 1 }
    case 0xDC57E42946F6E08C: if ("group" as StaticString).hasBytes(key) { return 2 }
    case 0x4E0C8A18E635803E: if ("side" as StaticString).hasBytes(key) { return 3 }
    case 0x125083191DAF6F61: if ("low" as StaticString).hasBytes(key) { return 4 }
    case 0x76244E9B9543CA87: if ("best" as StaticString).hasBytes(key) { return 5 }
    case 0x7360EECC9B38343D: if ("high" as StaticString).hasBytes(key) { return 6 }
    case 0x417092863DBBC23F: if ("qualifier" as StaticString).hasBytes(key) { return 7 }
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
    if let outcome { try visitor.visit(FieldKey(1, "outcome"), term: outcome) }
    if let group { try visitor.visit(FieldKey(2, "group"), group.name) }
    if let side { try visitor.visit(FieldKey(3, "side"), side) }
    if let low { try visitor.visit(FieldKey(4, "low"), low) }
    if let best { try visitor.visit(FieldKey(5, "best"), best) }
    if let high { try visitor.visit(FieldKey(6, "high"), high) }
    if let qualifier { try visitor.visit(FieldKey(7, "qualifier"), qualifier) }
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
      guard let value = try source.readTerm(of: Outcome.self) else { return false }
      self.outcome = value
      return true
    case 2:
      guard let value = try source.readTerm(of: CasualtyGroup.self) else { return false }
      self.group = value
      return true
    case 3:
      guard let value = try source.readText() else { return false }
      self.side = value
      return true
    case 4:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.low = value
      return true
    case 5:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.best = value
      return true
    case 6:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.high = value
      return true
    case 7:
      guard let value = try source.readText() else { return false }
      self.qualifier = value
      return true
    default: return false
    }
  }
}
