import DatelineCore
import DatelineZones
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

@Suite struct EventTimeTests {
  /// The extent and the remarks of a time, as in the tables of `Specs/icalendar.md`.
  private static func text(of time: EventTime) -> String {
    let extent =
      switch time.extent {
      case .none: "none"
      case .days(let first, let end): "\(first) \(end)"
      case .utc(let first, let end): "\(Self.text(of: first, .utc)) \(Self.text(of: end, .utc))"
      case .floating(let first, let end): "\(Self.text(of: first, nil)) \(Self.text(of: end, nil))"
      case .zoned(let time): "\(Self.text(of: time.start, nil)) \(Self.text(of: time.end, nil)) \(time.zone)"
      }
    return time.remarks.isEmpty ? extent : "\(extent) [\(time.remarks.joined(separator: ", "))]"
  }

  private static func text(of time: LocalDateTime, _ offset: ZoneOffset?) -> String {
    Instant(time, offset: offset)?.description ?? "\(time)"
  }

  /// The rows of the page whose first cell is a date, and what the page says of each.
  private static func rows() throws -> [(date: String, cells: [String])] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("Specs/icalendar.md"), encoding: .utf8)
    let section = page.components(separatedBy: "## Dates").dropFirst().first?.components(separatedBy: "\n## ").first
    return (section ?? "").split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
      return (cells[0], Array(cells.dropFirst()))
    }
  }

  @Test func `every date of the page stands where the page says`() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 40)
    for (date, cells) in rows {
      try #require(cells.count == 2)
      let when = try #require(Self.when(date), "\(date)")
      let zone = when.timeZone.flatMap { try? ZoneDatabase.system.zone(named: "\($0)") }
      let found = Self.text(of: EventTime(when, zone: zone))
      #expect(found == (cells[1] == "none" ? cells[0] : "\(cells[0]) [\(cells[1])]"), "\(date)")
    }
  }

  /// A date, or fields as `key=value` with a space between them.
  private static func when(_ text: String) -> When? {
    var when = When()
    for field in text.split(separator: " ") {
      let pair = field.split(separator: "=").map(String.init)
      guard pair.count == 2 else {
        when.date = EDTF(String(field))
        continue
      }
      switch pair[0] {
      case "part": when.partOfDay = PartOfDay(pair[1])
      case "time": when.time = ClockTime(pair[1])
      case "earliest": when.earliest = Instant(pair[1])
      case "latest": when.latest = Instant(pair[1])
      case "zone": when.timeZone = Text(pair[1])
      default: return nil
      }
    }
    return when == When() ? nil : when
  }

  @Test(arguments: 0..<20, [EventTime.Imprecision.auto, .anchor, .span])
  func `any date begins before it ends, within the years that iCalendar has`(
    seed: Int, imprecision: EventTime.Imprecision
  ) throws {
    var generator = EDTFGenerator(random: SeededRandom(seed: UInt64(seed)))
    for _ in 0..<200 {
      let text = generator.text()
      guard let date = EDTF(text) else { continue }
      var when = When()
      when.date = date
      let time = EventTime(when, EventTime.Rules(imprecision: imprecision))
      switch time.extent {
      case .none:
        #expect(!time.remarks.isEmpty, "\(text) is nowhere, and nothing says when it was")
      case .days(let first, let end):
        #expect(first < end && first.year >= 1 && end.year <= 9999, "\(text)")
        if let earliest = date.earliestDay { #expect(first == earliest, "\(text)") }
        if let latest = date.latestDay, date.earliestDay != nil {
          #expect(end <= latest, "\(text)")
          #expect(end == latest || !time.remarks.isEmpty, "\(text) is cut, and nothing says so")
          if imprecision == .span { #expect(end == latest, "\(text)") }
          if imprecision == .auto { #expect(end == latest || latest.dayNumber - first.dayNumber > 31, "\(text)") }
        }
        if date.precision > .day { #expect(!time.remarks.isEmpty, "\(text) looks precise") }
      case .utc(let start, let end): #expect(start < end && date.offset != nil, "\(text)")
      case .floating(let start, let end): #expect(start < end && date.time != nil && date.offset == nil, "\(text)")
      case .zoned: Issue.record("\(text) has no zone")
      }
      for remark in time.remarks { #expect(!remark.contains("[") && !remark.isEmpty, "\(text)") }
    }
  }

  @Test(arguments: 0..<2000)
  func `any time whatever begins before it ends`(seed: Int) throws {
    var random = RandomRecords(seed: seed, fill: 0.5)
    let time = EventTime(try random.object(When.self))
    switch time.extent {
    case .none: break
    case .days(let first, let end): #expect(first < end && 1...9999 ~= first.year && 1...9999 ~= end.year)
    case .utc(let first, let end), .floating(let first, let end):
      #expect(first < end && 1...9999 ~= first.date.year && 1...9999 ~= end.date.year)
    case .zoned(let time): #expect(time.start < time.end && time.first < time.last)
    }
  }

  @Test func `anchor and span override the limit of 31 days`() {
    let dates: [(String, EventTime.Imprecision, String)] = [
      ("2024-02", .anchor, "2024-02-01 2024-02-02 [2024-02, day unknown]"),
      ("2024", .span, "2024-01-01 2025-01-01 [2024, date unknown]"),
      ("2024-01-13/2024-01-15", .anchor, "2024-01-13 2024-01-16"),
      ("[2024-01-13..2024-01-15]", .anchor, "2024-01-13 2024-01-14 [13-15 January, day unknown]"),
      ("2024-01-13/2024-03-01", .span, "2024-01-13 2024-03-02"),
    ]
    for (date, imprecision, wanted) in dates {
      var when = When()
      when.date = EDTF(date)
      #expect(Self.text(of: EventTime(when, EventTime.Rules(imprecision: imprecision))) == wanted)
    }
  }
}
