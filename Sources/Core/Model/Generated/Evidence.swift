// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// The words from which a value was taken, and the rule that took them.
public struct Evidence: Hashable, Sendable {
  /// The field that the words are about.
  public var field: Text

  /// The report that they stand in. Absent in an incident, the offsets are into its own summary; in a report, into
  /// its own text.
  public var report: Text?

  /// What the offsets count.
  public var unit: OffsetUnit

  /// The first unit of the words, from 0. At least 0.
  public var start: Int

  /// The first unit after them. At least 0.
  public var end: Int

  /// The words; absent only where the field's value is these words.
  public var quote: Text?

  /// The rule, by its id.
  public var rule: Text?

  /// An object with its required fields.
  public init(field: Text, unit: OffsetUnit, start: Int, end: Int) {
    self.field = field
    self.unit = unit
    self.start = start
    self.end = end
  }
}

extension Evidence: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Evidence")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 1 << 0 | 1 << 2 | 1 << 3 | 1 << 4 }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x2C5D047FF4E6FFC7: if ("field" as StaticString).hasBytes(key) { return 0 }
    case 0xADAE49645DF2840B: if ("report" as StaticString).hasBytes(key) { return 1 }
    case 0x6498DFE4855BB3A7: if ("unit" as StaticString).hasBytes(key) { return 2 }
    case 0xEE5D97AD45AD251F: if ("start" as StaticString).hasBytes(key) { return 3 }
    case 0xC2F00318F053500A: if ("end" as StaticString).hasBytes(key) { return 4 }
    case 0x5A60F1143B2FD6F7: if ("quote" as StaticString).hasBytes(key) { return 5 }
    case 0xBFE6BE1F6F51FD33: if ("rule" as StaticString).hasBytes(key) { return 6 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) {
    self.init(field: Schema.unreadText, unit: .scalar, start: 0, end: 0)
  }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    try visitor.visit(FieldKey(0, "field"), field)
    if let report { try visitor.visit(FieldKey(1, "report"), report) }
    try visitor.visit(FieldKey(2, "unit"), term: unit)
    try visitor.visit(FieldKey(3, "start"), start)
    try visitor.visit(FieldKey(4, "end"), end)
    if let quote { try visitor.visit(FieldKey(5, "quote"), quote) }
    if let rule { try visitor.visit(FieldKey(6, "rule"), rule) }
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
      guard let value = try source.readText() else { return false }
      self.report = value
      return true
    case 2:
      guard let value = try source.readTerm(of: OffsetUnit.self) else { return false }
      self.unit = value
      return true
    case 3:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.start = value
      return true
    case 4:
      guard let value = try source.readInteger(in: 0...Int.max) else { return false }
      self.end = value
      return true
    case 5:
      guard let value = try source.readText() else { return false }
      self.quote = value
      return true
    case 6:
      guard let value = try source.readText() else { return false }
      self.rule = value
      return true
    default: return false
    }
  }
}
