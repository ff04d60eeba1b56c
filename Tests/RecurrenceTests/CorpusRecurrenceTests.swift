import DatelineCore
import DatelineRecurrence
import Foundation
import TestSupport
import Testing

/// Rules of calendars in the field, with the answers on which at least two of libical, ical.js and dateutil agree.
@Suite struct CorpusRecurrenceTests {
  private struct Case: Decodable {
    var dtstart: String
    var rrule: String
    var first60: [String]?
  }

  @Test func `every rule on which calendar programs agree has their occurrences`() throws {
    guard let bytes = Corpora.bytes("ical/recurrences.jsonl") else { return }
    let cases = try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Case.self, from: Data($0)) }
    try #require(!cases.isEmpty)
    for item in cases {
      guard let expected = item.first60 else { continue }
      let found = try expand(item.rrule, from: item.dtstart)
      #expect(found.occurrences == expected, "\(item.dtstart) \(item.rrule)")
    }
  }
}
