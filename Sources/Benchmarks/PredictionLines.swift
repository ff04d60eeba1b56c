import DatelineCore
import DatelineReading
import Foundation

/// The lines of a prediction's input, of which only text, title, reference date and identifier are looked at.
struct PredictionInput {
  let id: String
  let title: String?
  let text: String
  /// The publication date as given: `2016-11-10`.
  let reference: String?

  /// Reads a JSON Lines file.
  static func read(_ path: String) throws -> [PredictionInput] {
    let content = try String(contentsOfFile: path, encoding: .utf8)
    return content.split(separator: "\n").compactMap { line in
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let text = object["text"] as? String
      else { return nil }
      let id = object["id"] as? String ?? object["docid"] as? String ?? ""
      return PredictionInput(
        id: id, title: object["title"] as? String, text: text,
        reference: object["publication_date"] as? String ?? object["reference"] as? String)
    }
  }

  static func print(_ object: [String: Any]) throws {
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    Swift.print(String(decoding: data, as: UTF8.self))
  }

  /// What the reader makes of the line.
  func reading() -> IncidentReader.Result {
    IncidentReader.read(
      text, title: title.flatMap { text.hasPrefix($0) || $0.isEmpty ? nil : $0 }, reference: dateReference)
  }

  /// The reference as year, month and day.
  private var dateReference: DateReference? {
    let fields = reference?.split(separator: "-").compactMap { Int($0) } ?? []
    guard let year = fields.first else { return nil }
    return DateReference(year: year, month: fields.count > 1 ? fields[1] : nil, day: fields.count > 2 ? fields[2] : nil)
  }
}
