import DatelineCore
import DatelineReading
import Foundation

/// Answers to a set of date expressions, in the form that its scorer takes.
enum PredictDates {
  /// Reads lines with `id`, `text` (the expression), `context` and `reference`; writes `id`, `start` and `end`.
  static func run(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any],
        let id = object["id"] as? String,
        let text = object["text"] as? String, let written = object["reference"] as? String,
        let reference = reference(written)
      else { continue }
      let mention = DateFinder.resolve(expression: text, context: object["context"] as? String, reference: reference)
      var answer: [String: Any] = ["id": id, "start": NSNull(), "end": NSNull()]
      if let mention, let interval = mention.interval {
        let single = mention.precision != .range && interval.from == nil
        let first = single ? mention.nominal ?? interval.first : interval.first
        answer["start"] = iso(first, interval.from)
        answer["end"] = iso(interval.last, interval.to)
      }
      let output = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
      print(String(decoding: output, as: UTF8.self))
    }
  }

  /// Reads `2012-08-10` or `2012-08-10T12:00`.
  static func reference(_ text: String) -> DateReference? {
    let fields = text.split(whereSeparator: { "-T:".contains($0) }).compactMap { Int($0) }
    guard fields.count >= 3, let date = CalendarDate(year: fields[0], month: fields[1], day: fields[2]) else {
      return nil
    }
    let time = fields.count >= 5 ? ClockTime(hour: fields[3], minute: fields[4]) : nil
    return DateReference(date, time: time)
  }

  private static func iso(_ date: CalendarDate, _ time: ClockTime?) -> String {
    let day = String(format: "%04d-%02d-%02d", date.year, date.month, date.day)
    return time.map { day + "T" + $0.description } ?? day
  }
}
