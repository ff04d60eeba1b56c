internal import DatelineValidation

/// Places: GeoRSS Simple, GML inside GeoRSS, and three small vocabularies of latitude and longitude.
enum GeoVocabulary {
  private static let places: Places = [.channel, .feed, .item, .entry, .mediaGroup, .mediaContent, .atomSource]

  static let geoRSS =
    [
      ExtensionElement("point", .point, in: places), ExtensionElement("line", .line, in: places),
      ExtensionElement("polygon", .polygon, in: places), ExtensionElement("box", .box, in: places),
      ExtensionElement("circle", .circle, in: places),
      ExtensionElement(ElementModel("where", .plain, children: []), in: places),
      ExtensionElement("elev", .decimal(.floatInvalid), in: places),
      ExtensionElement("floor", .integer(-1_000_000...1_000_000, .integerInvalid), in: places),
      ExtensionElement("radius", .decimal(.floatInvalid), in: places),
    ]
    // Both spellings are in use: the second stands in the older text of the specification.
    + ["featuretypetag", "featurename", "relationshiptag", "featureTypeTag", "featureName", "relationshipTag"].map {
      ExtensionElement($0, .text, in: places)
    }

  /// The shapes that `georss:where` holds, and GML elements that people put beside it.
  static let gml = [
    ExtensionElement(.foreign(named: "Point"), in: places), ExtensionElement(.foreign(named: "Envelope"), in: places),
    ExtensionElement(.foreign(named: "LineString"), in: places),
    ExtensionElement(.foreign(named: "Polygon"), in: places),
    ExtensionElement(position("pos"), in: places), ExtensionElement(positions, in: places),
  ]

  private static let spatial: [AttributeModel] = [
    .optional("srsName", .text), .optional("srsDimension", .text), .optional("dimension", .text),
    .optional("count", .text), .optional("axisLabels", .text), .optional("uomLabels", .text),
  ]

  private static func position(_ name: String) -> ElementModel {
    ElementModel(name, .plain, .custom(.position), filled: true, attributes: spatial)
  }

  private static let positions = ElementModel("posList", .plain, .custom(.positions), filled: true, attributes: spatial)

  /// The coordinates inside of shapes, of which nothing else is checked.
  static let coordinates: [String: ElementModel] = [
    "pos": position("pos"), "lowerCorner": position("lowerCorner"), "upperCorner": position("upperCorner"),
    "posList": positions,
  ]

  static let geo = [
    ExtensionElement("lat", .latitude, in: places, once: .item, .geoLatitude),
    ExtensionElement("long", .longitude, in: places, once: .item, .geoLongitude),
    ExtensionElement("lon", .longitude, in: places, .geoLongitude),
    ExtensionElement("alt", .decimal(.floatInvalid), in: places),
    ExtensionElement(
      ElementModel(
        "Point",
        children: [
          .once("lat", .latitude, .geoLatitude), .once("long", .longitude, .geoLongitude),
          .once("alt", .decimal(.floatInvalid)),
        ]),
      in: places),
    ExtensionElement("lat_long", .text, in: places),
  ]

  static let geoURL = [
    ExtensionElement("latitude", .latitude, in: places), ExtensionElement("longitude", .longitude, in: places),
  ]

  static let icbm = [
    ExtensionElement("latitude", .latitude, in: places), ExtensionElement("longitude", .longitude, in: places),
  ]
}
