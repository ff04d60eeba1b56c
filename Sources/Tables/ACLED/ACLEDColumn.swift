import DatelineCore

/// The columns of the layout of March 2023, in its order.
enum ACLEDColumn: Int, CaseIterable, Sendable {
  case eventID, eventDate, year, timePrecision, disorderType, eventType, subEventType
  case actor1, associates1, inter1, actor2, associates2, inter2, interaction, civilianTargeting
  case iso, region, country, admin1, admin2, admin3, location, latitude, longitude, geoPrecision
  case source, sourceScale, notes, fatalities, tags, timestamp

  /// The name in the header.
  var name: String { Self.names[rawValue] }

  /// The key under which a value of the column stands in a record's extras.
  var extraKey: Text { Self.extraKeys[rawValue] }

  static let names = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
  ]

  private static let extraKeys = names.map { Text("acled.\($0)") ?? "acled" }

  /// Names that earlier layouts have for the same columns.
  private static let aliases: [String: ACLEDColumn] = [
    "ally_actor_1": .associates1, "ally_actor_2": .associates2, "geo_precis": .geoPrecision,
  ]

  /// Columns of earlier layouts that have no counterpart.
  static let homeless: Set<String> = ["data_id", "event_id_no_cnty", "iso3", "gwno"]

  private static let byName: [String: ACLEDColumn] = {
    var columns = aliases
    for column in allCases { columns[column.name] = column }
    return columns
  }()

  /// The column called `name` in any layout, in upper or lower case.
  init?(_ name: String) {
    guard let column = Self.byName[name.lowercased()] else { return nil }
    self = column
  }

  /// Whether `NA`, which R writes for nothing, is nothing here: everywhere but in the id and in the notes.
  var takesNA: Bool { self != .notes && self != .eventID }
}
