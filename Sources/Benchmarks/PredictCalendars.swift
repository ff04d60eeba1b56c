import Dateline
import DatelineCore
import Foundation

/// Compares what is read of calendars with what four other parsers agree on, value by value.
///
/// The input has a line for each calendar, whose file lies in `files` beside it. It prints a line for each difference, and
/// counts at the end.
enum PredictCalendars {
  private static let fields = ["type", "uid", "summary", "dtstart", "dtend", "due", "recurrence_id", "rrule"]

  static func run(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("files")
    var agreed = 0
    var compared = 0
    var silent = 0
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let file = row["file"] as? String
      else { continue }
      let reading = try read(folder.appendingPathComponent(file).path)
      let differences = differences(row, reading.components, compared: &compared, agreed: &agreed)
      if reading.components.isEmpty, reading.diagnostics == 0 { silent += 1 }
      for difference in differences { print("\(file): \(difference) (\(reading.diagnostics) diagnostics)") }
    }
    print("\(agreed) of \(compared) values agree; \(silent) files without component or diagnostic")
  }

  private static func differences(
    _ row: [String: Any], _ read: [[String: String]], compared: inout Int, agreed: inout Int
  ) -> [String] {
    let counts = row["counts"] as? [String: Int] ?? row["raw_begin"] as? [String: Int] ?? [:]
    var differences: [String] = []
    for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
      let found = read.count { $0["type"] == type }
      compared += 1
      if found == count { agreed += 1 } else { differences.append("\(count) \(type), \(found) read") }
    }
    let expected = row["components"] as? [[String: Any]] ?? []
    guard expected.count == read.count else { return differences }
    let disputed = Set(
      (row["disagreements"] as? [[String: Any]] ?? []).map { "\($0["i"] ?? "") \($0["field"] ?? "")" })
    for (index, (wanted, found)) in zip(expected, read).enumerated() {
      for field in fields where wanted[field] != nil && !disputed.contains("\(index) \(field)") {
        let value = field == "rrule" ? (wanted[field] as? Bool == true ? "true" : "") : wanted[field] as? String ?? ""
        compared += 1
        if found[field] ?? "" == value {
          agreed += 1
        } else {
          differences.append("component \(index): \(field) '\(value)', read as '\(found[field] ?? "")'")
        }
      }
    }
    return differences
  }

  /// The components of a file, events first, and how many diagnostics there were.
  private static func read(_ path: String) throws -> (components: [[String: String]], diagnostics: Int) {
    var count = 0
    let log = DiagnosticLog(input: path, errorLimit: .max) { _ in count += 1 }
    var conversion = Conversion(to: "ndjson")
    conversion.inputFormat = "ics"
    var components: [[String: String]] = []
    do throws(ConversionError) {
      let (_, reader) = try conversion.open(Input(path: path), log: log)
      _ = try reader.readHeader()
      while let record = try reader.next() {
        if case .incident(let incident) = record { components.append(component(incident)) }
      }
    } catch {
      count += 1
    }
    let order = ["VEVENT", "VTODO", "VJOURNAL"]
    let sorted = order.flatMap { type in components.filter { $0["type"] == type } }
    return (sorted, count)
  }

  private static func component(_ incident: Incident) -> [String: String] {
    var result: [String: String] = ["summary": incident.title?.description ?? ""]
    let uid = incident.externalIDs.first { $0.description.hasPrefix("ics.uid:") }
    result["uid"] = uid.map { String($0.description.dropFirst(8)) } ?? ""
    guard let kept = incident.extras["ics.component"],
      let lines = try? JSONSerialization.jsonObject(with: Data(kept.description.utf8)) as? [String]
    else { return result }
    result["type"] = lines.first.map { $0.dropFirst(6).trimmingCharacters(in: .whitespaces).uppercased() } ?? ""
    var depth = 0
    for line in lines.dropFirst().dropLast() {
      let name = line.prefix { $0 != ":" && $0 != ";" }.uppercased()
      if name == "END" { depth -= 1 }
      let field = name.lowercased().replacingOccurrences(of: "-", with: "_")
      if depth == 0, result[field] == nil, ["dtstart", "dtend", "due", "recurrence_id"].contains(field) {
        result[field] = time(line)
      }
      if depth == 0, name == "RRULE" { result["rrule"] = "true" }
      if name == "BEGIN" { depth += 1 }
    }
    return result
  }

  /// `DATE:`, `UTC:`, `TZID=name:` or `FLOATING:` and the value.
  private static func time(_ line: String) -> String {
    guard let match = line.firstMatch(of: /^[^:;]+((?:;(?:"[^"]*"|[^":])*)?):(.*)$/) else { return line }
    let value = match.2.trimmingCharacters(in: .whitespaces)
    if value.count == 8 { return "DATE:\(value)" }
    if value.hasSuffix("Z") { return "UTC:\(value)" }
    if let zone = match.1.firstMatch(of: /(?i);TZID=(?:"([^"]*)"|([^";]*))/) {
      return "TZID=\(zone.1 ?? zone.2 ?? ""):\(value)"
    }
    return "FLOATING:\(value)"
  }
}
