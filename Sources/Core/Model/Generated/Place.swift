// swift-format-ignore-file
// Written by dateline-generate from Schema.standard. Change the schema, not this file.

/// A place, and its part in the incident.
public struct Place: Hashable, Sendable {
  /// Its part.
  public var role: PlaceRole?

  /// Its proper name.
  public var name: Text?

  /// The source's phrase.
  public var text: Text?

  /// How it lies to the places in `relatedTo`.
  public var relation: PlaceRelation?

  /// The places that `relation` refers to.
  public var relatedTo: [Text] = []

  /// The town or village, as the source says.
  public var settlement: Text?

  /// The third administrative level below the country.
  public var admin3: Text?

  /// The second administrative level.
  public var admin2: Text?

  /// The first administrative level, as the source says.
  public var admin1: Text?

  /// Its code.
  public var admin1Code: Text?

  /// A named area that is no administrative level.
  public var region: Text?

  /// The country's code.
  public var country: Text?

  /// The country's name, where the source prints it.
  public var countryName: Text?

  /// Degrees east of Greenwich (WGS 84); never without latitude. -180.0...180.0.
  public var longitude: Double?

  /// Degrees north of the equator (WGS 84); never without longitude. -90.0...90.0.
  public var latitude: Double?

  /// A GeoJSON geometry (RFC 7946) that is not a point.
  public var geometry: JSONText?

  /// How precisely the place is known.
  public var precision: PlacePrecision?

  /// The distance from the coordinates, in metres, within which it lies. 0.0...40075017.0.
  public var radius: Double?

  /// Where the coordinates or the names come from.
  public var basis: PlaceBasis?

  /// An object without any field.
  public init() {}
}

extension Place: SchemaObject {
  /// What the schema says of the object.
  public static let declaration = Schema.declaration(of: "Place")

  /// The fields that must be present.
  @inlinable public static var requiredFields: UInt64 { 0 }

  /// Whether no field is filled. The canonical formats know no such object: it is left out.
  @inlinable public var isEmpty: Bool {
    role == nil && name == nil && text == nil && relation == nil && relatedTo.isEmpty && settlement == nil && admin3 == nil && admin2 == nil && admin1 == nil && admin1Code == nil && region == nil && country == nil && countryName == nil && longitude == nil && latitude == nil && geometry == nil && precision == nil && radius == nil && basis == nil
  }

  /// The index of the field called `key`, or nil.
  @inlinable
  public static func fieldIndex(forKey key: Span<UInt8>) -> Int? {
    switch nameHash(key) {
    case 0xA358EC1FF0C833B9: if ("role" as StaticString).hasBytes(key) { return 0 }
    case 0xC4BCADBA8E631B86: if ("name" as StaticString).hasBytes(key) { return 1 }
    case 0xFA04F4EF1995407E: if ("text" as StaticString).hasBytes(key) { return 2 }
    case 0x62EB5531033EB521: if ("relation" as StaticString).hasBytes(key) { return 3 }
    case 0x646EBD24A6B63091: if ("relatedTo" as StaticString).hasBytes(key) { return 4 }
    case 0xFDDEA81D4D0E990A: if ("settlement" as StaticString).hasBytes(key) { return 5 }
    case 0xAF659B59C3D6FB05: if ("admin3" as StaticString).hasBytes(key) { return 6 }
    case 0xAF659A59C3D6F952: if ("admin2" as StaticString).hasBytes(key) { return 7 }
    case 0xAF659959C3D6F79F: if ("admin1" as StaticString).hasBytes(key) { return 8 }
    case 0x41B4C94E885AFD8E: if ("admin1Code" as StaticString).hasBytes(key) { return 9 }
    case 0xC755A623F50A24DD: if ("region" as StaticString).hasBytes(key) { return 10 }
    case 0x7772757416326F71: if ("country" as StaticString).hasBytes(key) { return 11 }
    case 0x97A6A4D7A188C94A: if ("countryName" as StaticString).hasBytes(key) { return 12 }
    case 0xA15440E7C01A3FEE: if ("longitude" as StaticString).hasBytes(key) { return 13 }
    case 0xF32BB51237E453A5: if ("latitude" as StaticString).hasBytes(key) { return 14 }
    case 0xE9417925E18C2D1: if ("geometry" as StaticString).hasBytes(key) { return 15 }
    case 0x288427F5BABD05F7: if ("precision" as StaticString).hasBytes(key) { return 16 }
    case 0xA293B946D5782CF3: if ("radius" as StaticString).hasBytes(key) { return 17 }
    case 0xD6E86E826DFB3BED: if ("basis" as StaticString).hasBytes(key) { return 18 }
    default: break
    }
    return nil
  }

  /// An object to read fields into.
  public init(unread: Void) { self.init() }

  /// Shows each filled field to `visitor`, in canonical order.
  @inlinable
  public func visitFields<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
    if let role { try visitor.visit(FieldKey(0, "role"), term: role) }
    if let name { try visitor.visit(FieldKey(1, "name"), name) }
    if let text { try visitor.visit(FieldKey(2, "text"), text) }
    if let relation { try visitor.visit(FieldKey(3, "relation"), term: relation) }
    if !relatedTo.isEmpty { try visitor.visit(FieldKey(4, "relatedTo"), relatedTo) }
    if let settlement { try visitor.visit(FieldKey(5, "settlement"), settlement) }
    if let admin3 { try visitor.visit(FieldKey(6, "admin3"), admin3) }
    if let admin2 { try visitor.visit(FieldKey(7, "admin2"), admin2) }
    if let admin1 { try visitor.visit(FieldKey(8, "admin1"), admin1) }
    if let admin1Code { try visitor.visit(FieldKey(9, "admin1Code"), admin1Code) }
    if let region { try visitor.visit(FieldKey(10, "region"), region) }
    if let country { try visitor.visit(FieldKey(11, "country"), country) }
    if let countryName { try visitor.visit(FieldKey(12, "countryName"), countryName) }
    if let longitude { try visitor.visit(FieldKey(13, "longitude"), longitude) }
    if let latitude { try visitor.visit(FieldKey(14, "latitude"), latitude) }
    if let geometry { try visitor.visit(FieldKey(15, "geometry"), json: geometry) }
    if let precision { try visitor.visit(FieldKey(16, "precision"), term: precision) }
    if let radius { try visitor.visit(FieldKey(17, "radius"), radius) }
    if let basis { try visitor.visit(FieldKey(18, "basis"), term: basis) }
  }

  /// Reads the value of the field at `index` from `source`.
  @inlinable
  public mutating func readField<Source: FieldSource>(
    at index: Int, from source: inout Source
  ) throws(ConversionError) -> Bool {
    switch index {
    case 0:
      guard let value = try source.readTerm(of: PlaceRole.self) else { return false }
      self.role = value
      return true
    case 1:
      guard let value = try source.readText() else { return false }
      self.name = value
      return true
    case 2:
      guard let value = try source.readText() else { return false }
      self.text = value
      return true
    case 3:
      guard let value = try source.readTerm(of: PlaceRelation.self) else { return false }
      self.relation = value
      return true
    case 4:
      relatedTo = try source.readTexts()
      return !relatedTo.isEmpty
    case 5:
      guard let value = try source.readText() else { return false }
      self.settlement = value
      return true
    case 6:
      guard let value = try source.readText() else { return false }
      self.admin3 = value
      return true
    case 7:
      guard let value = try source.readText() else { return false }
      self.admin2 = value
      return true
    case 8:
      guard let value = try source.readText() else { return false }
      self.admin1 = value
      return true
    case 9:
      guard let value = try source.readText() else { return false }
      self.admin1Code = value
      return true
    case 10:
      guard let value = try source.readText() else { return false }
      self.region = value
      return true
    case 11:
      guard let value = try source.readText() else { return false }
      self.country = value
      return true
    case 12:
      guard let value = try source.readText() else { return false }
      self.countryName = value
      return true
    case 13:
      guard let value = try source.readDecimal(in: -180.0...180.0) else { return false }
      self.longitude = value
      return true
    case 14:
      guard let value = try source.readDecimal(in: -90.0...90.0) else { return false }
      self.latitude = value
      return true
    case 15:
      guard let value = try source.readJSON() else { return false }
      self.geometry = value
      return true
    case 16:
      guard let value = try source.readTerm(of: PlacePrecision.self) else { return false }
      self.precision = value
      return true
    case 17:
      guard let value = try source.readDecimal(in: 0.0...40075017.0) else { return false }
      self.radius = value
      return true
    case 18:
      guard let value = try source.readTerm(of: PlaceBasis.self) else { return false }
      self.basis = value
      return true
    default: return false
    }
  }
}
