import DatelineCore
import Foundation
import TestSupport
import Testing

@testable import DatelineZones

@Suite struct ObservanceTests {
  private static let python = Python(importing: "dateutil.rrule")

  /// The seconds from the beginning of one year to the end of another.
  private static func span(_ first: Int, _ last: Int) throws -> ClosedRange<Int> {
    let start = try #require(CalendarDate(year: first, month: 1, day: 1)).dayNumber * 86_400
    return start...(try #require(CalendarDate(year: last + 1, month: 1, day: 1)).dayNumber * 86_400 - 1)
  }

  private static let years = [
    (1850, 1851), (1900, 1950), (1940, 1946), (1970, 2037), (2005, 2008), (2020, 2026), (2024, 2024), (1, 9999),
  ]

  @Test(arguments: years)
  func `the observances of every zone are its rules again`(first: Int, last: Int) throws {
    let span = try Self.span(first, last)
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    var zones: [String: ZoneRules] = [:]
    for name in try ZoneDatabase.system.zoneNames { zones[name] = try ZoneDatabase.system.zone(named: name) }
    // Links would only be asked again.
    let different = Dictionary(zones.map { ($0.value, $0.key) }, uniquingKeysWith: min)
    for (index, (name, rules)) in different.map({ ($0.value, $0.key) }).sorted(by: { $0.0 < $1.0 }).enumerated() {
      // All zones in the years in which most events lie, a third of them in each of the others.
      guard first == 1970 || index % 3 == last % 3 else { continue }
      let observances = rules.observances(usedFrom: span.lowerBound, to: span.upperBound)
      let again = try #require(ZoneRules(observances: observances), "\(name)")
      var instants = (0..<50).map { _ in Int.random(in: span, using: &random) } + [span.lowerBound, span.upperBound]
      for transition in rules.transitions(in: span.lowerBound..<span.upperBound).prefix(600) {
        instants += [transition.instant - 1, transition.instant].filter(span.contains)
      }
      let wrong = instants.first { again.offset(at: $0) != rules.offset(at: $0) }
      #expect(wrong == nil, "\(name)")
      #expect(observances.allSatisfy { $0.recurrence.map { $0.rule.recurrenceRule != nil } ?? true }, "\(name)")
      #expect(observances.allSatisfy { $0.instant <= span.upperBound }, "\(name)")
    }
  }

  private static func text(_ name: String, _ first: Int, _ last: Int) throws -> [String] {
    let span = try span(first, last)
    let observances = try ZoneDatabase.system.zone(named: name)
      .observances(usedFrom: span.lowerBound, to: span.upperBound)
    return observances.map { item in
      let rule = item.recurrence.map { recurrence in
        let until = recurrence.until.map { LocalDateTime(secondsSince1970: $0, utcOffset: 0) }
        return "\(recurrence.rule.recurrenceRule ?? "?")" + (until.map { " until \($0.date)" } ?? "")
      }
      let offsets = "\(ZoneOffsetText.text(item.offsetFrom)) \(ZoneOffsetText.text(item.offsetTo))"
      return "\(item.onset.date) \(ZoneOffsetText.text(item.onset.secondOfDay).dropFirst()) \(offsets) \(item.name)"
        + " \(rule ?? "once")"
    }
  }

  @Test func `rules in force are two observances without end`() throws {
    #expect(
      try Self.text("Europe/Berlin", 2024, 2024) == [
        "2023-10-29 03:00 +02:00 +01:00 CET FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "2024-03-31 02:00 +01:00 +02:00 CEST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      ])
    #expect(
      try Self.text("America/New_York", 2024, 2024) == [
        "2023-11-05 02:00 -04:00 -05:00 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "2024-03-10 02:00 -05:00 -04:00 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
      ])
  }

  @Test func `rules that ended have an end`() throws {
    #expect(
      try Self.text("America/Mexico_City", 2021, 2021) == [
        "2020-10-25 02:00 -05:00 -06:00 CST FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU until 2022-10-30",
        "2021-04-04 02:00 -06:00 -05:00 CDT FREQ=YEARLY;BYMONTH=4;BYDAY=1SU until 2022-04-03",
      ])
  }

  @Test func `a zone without transitions has one observance`() throws {
    #expect(try Self.text("Etc/GMT-3", 2024, 2024) == ["2024-01-01 00:00 +03:00 +03:00 +03 once"])
    #expect(try Self.text("Asia/Tokyo", 2024, 2024) == ["1951-09-09 01:00 +10:00 +09:00 JST once"])
    #expect(try Self.text("Asia/Kathmandu", 1850, 1850) == ["1850-01-01 00:00 +05:41:16 +05:41:16 LMT once"])
  }

  @Test func `a weekday on or after a day is a rule, across the end of a month too`() throws {
    #expect(
      try Self.text("Africa/Cairo", 2025, 2025) == [
        "2024-11-01 00:00 +03:00 +02:00 EET FREQ=YEARLY;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR",
        "2025-04-25 00:00 +02:00 +03:00 EEST FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR",
      ])
  }

  @Test(
    arguments: [
      .weekday(7, ordinal: -1, month: 2), .weekday(7, ordinal: 4, month: 2), .weekday(1, ordinal: 1, month: 1),
      .weekdayOnOrAfter(3, month: 1, day: 29), .weekdayOnOrAfter(3, month: 2, day: 20),
      .weekdayOnOrAfter(6, month: 11, day: 27), .weekdayOnOrAfter(5, month: 10, day: 2), .date(month: 12, day: 31),
      .dayOfYear(100),
    ] as [YearlyRule])
  func `a rule is found from its days`(rule: YearlyRule) throws {
    let days = (2000..<2400).compactMap { rule.day(in: $0) }
    var search = YearlyRuleSearch(days[0])
    for day in days.dropFirst() { search = try #require(search.narrowed(by: day), "\(day)") }
    let found = try #require(search.rule)
    #expect((1900..<2900).allSatisfy { found.day(in: $0) == rule.day(in: $0) })
  }

  @Test func `any observances are taken or refused`() throws {
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    let numbers = [Int.min, -93_600, -18_000, -5, -1, 0, 1, 2, 3, 5, 7, 12, 28, 29, 31, 366, 3600, 86_400, Int.max]
    let years = [-999_999_999_999_999, -9_999, 1, 1970, 1970, 2000, 2020, 9_999, 99_999, 999_999_999_999_999]
    var taken = 0
    for _ in 0..<3_000 {
      let observances = try (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let first = try #require(
          CalendarDate(year: random.pick(years), month: Int.random(in: 1...12, using: &random), day: 1))
        let number = { (random: inout SeededRandom) in random.pick(numbers) }
        let rules: [YearlyRule] = [
          .date(month: number(&random), day: number(&random)), .dayOfYear(number(&random)),
          .weekday(number(&random), ordinal: number(&random), month: 2),
          .weekdayOnOrAfter(number(&random), month: 2, day: number(&random)),
          .weekday(7, ordinal: -1, month: 3),
        ]
        let recurrence = ZoneObservance.Recurrence(
          rule: random.pick(rules), until: random.isOne(in: 3) ? number(&random) : nil)
        return ZoneObservance(
          onset: LocalDateTime(first, secondOfDay: 7200), offsetFrom: random.pick([0, 3600, -18_000, 3600, Int.max]),
          offsetTo: random.pick([0, 3600, 7200, -3600, Int.min]), name: "A", isDaylight: false,
          recurrence: random.isOne(in: 3) ? nil : recurrence)
      }
      guard let rules = ZoneRules(observances: observances) else { continue }
      taken += 1
      let instants = [Int.min, -1, 0, 1_700_000_000, 253_402_300_800, Int.max]
      for instant in instants { #expect(abs(rules.offset(at: instant).utcOffset) <= 86_400) }
      #expect(rules.transitions(in: 0..<10_000_000_000).allSatisfy { $0.before != $0.after })
      _ = rules.observances(usedFrom: 0, to: 4_000_000_000)
    }
    #expect(taken > 300)
  }

  @Test(.enabled(if: python != nil, "skipped: there is no python3 with dateutil to compare with"))
  func `dateutil finds the same onsets by the rules as text`() throws {
    let python = try #require(Self.python)
    var expected: [Int] = []
    var lines: [String] = []
    var seen: Set<ZoneRules> = []
    let span = try Self.span(1960, 2060)
    for name in try ZoneDatabase.system.zoneNames {
      let rules = try ZoneDatabase.system.zone(named: name)
      guard seen.insert(rules).inserted else { continue }
      for item in rules.observances(usedFrom: span.lowerBound, to: span.upperBound)
      where rules.transition(upTo: item.instant)?.instant == item.instant {
        let rule = (item.recurrence?.rule.recurrenceRule).map { $0 } ?? "FREQ=YEARLY;COUNT=1"
        let until = min(item.recurrence?.until ?? span.upperBound, span.upperBound)
        lines.append("\(item.onset.secondsIfUTC)|\(rule)|\(until + item.offsetFrom)|\(item.offsetFrom)\n")
      }
      expected += rules.transitions(in: span.lowerBound..<span.upperBound).map(\.instant)
    }
    let scratch = try Scratch()
    try scratch.write(lines.joined(), to: "observances")
    let (status, output) = try python.run(Self.script, [scratch.folder.path])
    try #require(status == 0, "\(output)")
    let found = try scratch.text(of: "onsets").split(separator: "\n").compactMap { Int($0) }
    print("agreed: \(lines.count) observances, \(expected.count) onsets")
    // Compared apart, since a difference would be printed with all that is equal.
    let isEqual = found.filter { $0 >= span.lowerBound && $0 < span.upperBound }.sorted() == expected.sorted()
    #expect(isEqual && expected.count > 10_000)
  }

  private static let script = """
    import sys, datetime
    from dateutil.rrule import rrulestr
    zero = datetime.datetime(1970, 1, 1)
    second = datetime.timedelta(seconds=1)
    with open(sys.argv[1] + '/observances') as observances, open(sys.argv[1] + '/onsets', 'w') as onsets:
        for line in observances:
            start, rule, until, offset = line.split('|')
            start = zero + int(start) * second
            for onset in rrulestr(rule, dtstart=start).between(start, zero + int(until) * second, inc=True):
                onsets.write('%d\\n' % ((onset - zero) // second - int(offset)))
    """
}
