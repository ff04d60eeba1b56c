// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// When an incident happened, as precisely as is known and no more.
public struct When: Hashable, Sendable {
  /// The day, month, year, interval or set of days.
  public var date: EDTF?

  /// How the date is known.
  public var dateBasis: DateBasis?

  /// The part of the day.
  public var partOfDay: PartOfDay?

  /// The local time on the clock.
  public var time: ClockTime?

  /// The start of the span in which it happened, where narrower than date, part and time say.
  public var earliest: Instant?

  /// The end of that span, not within it.
  public var latest: Instant?

  /// The zone of the clock, an IANA name.
  public var timeZone: Text?

  /// How the zone is known.
  public var timeZoneBasis: TimeZoneBasis?

  /// The source's words; parts that stand apart joined by ` … `.
  public var text: Text?

  /// An object without any field.
  public init() {}
}

extension When: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "When")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    date == nil && dateBasis == nil && partOfDay == nil && time == nil && earliest == nil && latest == nil && timeZone == nil && timeZoneBasis == nil && text == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0x855B516730A34339: if ("date" as StaticString).hasBytes(key) { return 0 }
    case 0x5DC747A7442D4609: if ("dateBasis" as StaticString).hasBytes(key) { return 1 }
    case 0x5EDBFB91EF0A7D3D: if ("partOfDay" as StaticString).hasBytes(key) { return 2 }
    case 0x1E5485EF2E9F9384: if ("time" as StaticString).hasBytes(key) { return 3 }
    case 0x44CC506C827BADD4: if ("earliest" as StaticString).hasBytes(key) { return 4 }
    case 0x376E34638197A4A6: if ("latest" as StaticString).hasBytes(key) { return 5 }
    case 0x31F5D45D4D2A44A2: if ("timeZone" as StaticString).hasBytes(key) { return 6 }
    case 0x644C9185E2E1E948: if ("timeZoneBasis" as StaticString).hasBytes(key) { return 7 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 8 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let date { try visitor.visit(FieldKey(0, "date"), date) }
    if let dateBasis { try visitor.visit(FieldKey(1, "dateBasis"), term: dateBasis) }
    if let partOfDay { try visitor.visit(FieldKey(2, "partOfDay"), term: partOfDay) }
    if let time { try visitor.visit(FieldKey(3, "time"), time) }
    if let earliest { try visitor.visit(FieldKey(4, "earliest"), earliest) }
    if let latest { try visitor.visit(FieldKey(5, "latest"), latest) }
    if let timeZone { try visitor.visit(FieldKey(6, "timeZone"), timeZone) }
    if let timeZoneBasis { try visitor.visit(FieldKey(7, "timeZoneBasis"), term: timeZoneBasis) }
    if let text { try visitor.visit(FieldKey(8, "text"), text) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readDate() else { return false }
      self.date = value
      return true
    case 1:
      guard let value = try source.readTerm(of: DateBasis.self) else { return false }
      self.dateBasis = value
      return true
    case 2:
      guard let value = try source.readTerm(of: PartOfDay.self) else { return false }
      self.partOfDay = value
      return true
    case 3:
      guard let value = try source.readClockTime() else { return false }
      self.time = value
      return true
    case 4:
      guard let value = try source.readInstant() else { return false }
      self.earliest = value
      return true
    case 5:
      guard let value = try source.readInstant() else { return false }
      self.latest = value
      return true
    case 6:
      guard let value = try source.readText() else { return false }
      self.timeZone = value
      return true
    case 7:
      guard let value = try source.readTerm(of: TimeZoneBasis.self) else { return false }
      self.timeZoneBasis = value
      return true
    case 8:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    default: return false
    }
  }
}
