import DatelineCSV
import DatelineCore
import DatelineJSON
import TestSupport

/// A table of events, made up for tests.
struct ACLEDTable {
  static let columns = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
  ]

  /// One row, in the writer's spelling.
  static let row: [String: String] = [
    "event_id_cnty": "XXA17", "event_date": "2024-05-04", "year": "2024", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Violence against civilians", "sub_event_type": "Attack",
    "actor1": "Military Forces of Exampleland", "assoc_actor_1": "Group A; Group B", "inter1": "1",
    "actor2": "Civilians (Exampleland)", "assoc_actor_2": "Farmers", "inter2": "7", "interaction": "17",
    "civilian_targeting": "Civilian targeting", "iso": "170", "region": "South America", "country": "Colombia",
    "admin1": "North", "admin2": "Upper", "admin3": "Third", "location": "Valle", "latitude": "5.5",
    "longitude": "-75.25", "geo_precision": "1", "source": "El Correo; Radio Norte", "source_scale": "National",
    "notes": "Shots were fired, \"many\" of them.\nNobody saw them.", "fatalities": "3", "tags": "women targeted",
    "timestamp": "1715688000",
  ]

  var columns = ACLEDTable.columns
  var rows: [[String: String]]

  init(_ changes: [String: String]...) {
    rows = changes.map { Self.row.merging($0) { $1 } }
  }

  var csv: [UInt8] { csv(delimiter: ",", lineEnd: "\n") }

  func csv(delimiter: String, lineEnd: String) -> [UInt8] {
    let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
    let text = lines.map { line in
      line.map { cell in
        let needsQuotes = [delimiter, "\"", "\n", "\r"].contains { cell.contains($0) }
        return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: delimiter)
    }
    return Array((text.joined(separator: lineEnd) + lineEnd).utf8)
  }

  /// The rows as objects, one a line, every value a string.
  var json: [String] {
    rows.map { row in
      "{" + columns.map { "\"\($0)\":\(Self.string(row[$0] ?? ""))" }.joined(separator: ",") + "}"
    }
  }

  private static func string(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t")
    return "\"\(escaped)\""
  }

  static func format(_ id: String) throws -> any Format {
    struct NoSuchFormat: Error {}
    guard let format = (CSVFormats.all + JSONFormats.all).first(where: { $0.info.id.rawValue == id }) else {
      throw NoSuchFormat()
    }
    return format
  }

  static func readable(_ id: String) throws -> any ReadableFormat {
    struct NotReadable: Error {}
    guard let format = try format(id) as? any ReadableFormat else { throw NotReadable() }
    return format
  }

  static func writable(_ id: String) throws -> any WritableFormat {
    struct NotWritable: Error {}
    guard let format = try format(id) as? any WritableFormat else { throw NotWritable() }
    return format
  }

  func read() throws -> ReadResult { try Self.readable("acled").read(csv) }

  /// The incident of the first row, and what was reported.
  func first() throws -> (incident: Incident, lines: [String]) {
    struct NoIncident: Error {}
    let result = try read()
    guard case .incident(let incident)? = result.records.first else { throw NoIncident() }
    return (incident, result.lines)
  }

  /// The cells of the rows of a CSV, by column.
  static func cells(_ csv: [UInt8]) -> [[String: String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    for (index, byte) in csv.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        if isQuoted, index > 0, csv[index - 1] == byte { cell.append(byte) }
      } else if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
        rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == UInt8(ascii: "\n") { rows.append([]) }
      } else {
        cell.append(byte)
      }
    }
    let names = rows[0]
    return rows.dropFirst().filter { !$0.isEmpty }.map { row in
      Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The rows that a format's own writer makes of `records`.
  static func written(_ header: Header, _ records: [Record]) throws -> [[String: String]] {
    cells(try writable("acled").write(header, records))
  }
}
