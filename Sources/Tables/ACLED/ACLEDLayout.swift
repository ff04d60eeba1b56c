import DatelineCore
import DatelineRecord

/// What the reader and the writer of rows must say alike.
enum ACLEDLayout {
  static let disorderScheme: Text = "acled.disorder_type"
  static let eventScheme: Text = "acled.event_type"
  static let subEventScheme: Text = "acled.sub_event_type"
  static let firstSide: Text = "1"
  static let secondSide: Text = "2"
  static let party: [ParticipantRole] = [.party]
  static let partyAndTarget: [ParticipantRole] = [.party, .target]
  static let associate: [ParticipantRole] = [.associate]

  /// The key in the header's extras under which the columns stand that the layout of today does not have.
  static let columnsKey: Text = "acled.columns"

  /// The 0 of a table that nobody affirms.
  static let unstatedZero: Casualty = {
    var casualty = Casualty(status: .unstated)
    casualty.outcome = .killed
    casualty.best = 0
    return casualty
  }()

  /// A JSON list of names.
  static func list(_ names: [Text]) -> JSONText? {
    var json: [UInt8] = []
    for name in names {
      json.append(json.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      name.withUTF8 { json.appendJSONString($0) }
    }
    guard !json.isEmpty else { return nil }
    json.append(UInt8(ascii: "]"))
    return JSONText(checked: Text(checked: json, 0..<json.count))
  }

  /// The names of a JSON list; none where it is something else.
  static func names(_ list: JSONText) -> [Text] {
    var bytes: [UInt8] = []
    list.text.withUTF8 { bytes.append(copying: $0) }
    var cursor = JSONCursor(bytes)
    var names: [Text] = []
    do throws(JSONFault) {
      try cursor.expect(UInt8(ascii: "["), "'['")
      while cursor.peek() == UInt8(ascii: "\"") {
        let decoded = try cursor.decode(try cursor.readRawString()).bytes
        if !decoded.isEmpty { names.append(Text(checked: decoded, 0..<decoded.count)) }
        if cursor.peek() == UInt8(ascii: ",") { cursor.index += 1 }
      }
    } catch {
      return []
    }
    return names
  }

  /// The column that a field is read from.
  static func column(of pointer: String) -> ACLEDColumn? {
    let fields: [(prefix: String, column: ACLEDColumn)] = [
      ("/id", .eventID), ("/externalIDs", .eventID), ("/summary", .notes), ("/kind", .subEventType),
      ("/codes", .eventType), ("/when", .eventDate), ("/places/0/name", .location),
      ("/places/0/longitude", .longitude), ("/places/0/latitude", .latitude), ("/places/0/admin1", .admin1),
      ("/places/0/admin2", .admin2), ("/places/0/admin3", .admin3), ("/places/0/region", .region),
      ("/places/0/precision", .geoPrecision), ("/places", .country), ("/participants", .actor1),
      ("/casualties", .fatalities), ("/damage", .notes), ("/evidence", .notes), ("/revision", .timestamp),
      ("/reports", .source),
    ]
    return fields.first { pointer.hasPrefix($0.prefix) }?.column
  }
}
