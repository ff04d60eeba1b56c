import DatelineCore
import DatelineRecurrence
import TestSupport
import Testing

@Suite struct RecurrenceSetTests {
  private static func set(_ first: String, _ rules: String...) throws -> RecurrenceSet<Int> {
    var set = RecurrenceSet<Int>(start: try start(first))
    set.rules = try rules.map { try RecurrenceRule.parse($0).rule }
    return set
  }

  private static func starts(_ set: RecurrenceSet<Int>, limit: Int = 20) -> [String] {
    set.prefix(limit).map { written($0.start, like: set.start) }
  }

  @Test func `rules and dates are merged in order, each once, and say where they come from`() throws {
    var set = try Self.set("20240101", "FREQ=DAILY;INTERVAL=2;COUNT=3", "FREQ=DAILY;INTERVAL=4;COUNT=3")
    set.dates = [try start("20240104"), try start("20240103"), try start("20231231"), try start("20240104")]
    #expect(Self.starts(set) == ["20231231", "20240101", "20240103", "20240104", "20240105", "20240109"])
    #expect(set.map(\.source) == [.date(2), .rule(0), .rule(0), .date(0), .rule(0), .rule(1)])
  }

  @Test func `a set without rules has its start and its dates`() throws {
    var set = try Self.set("20240101T120000")
    set.dates = [try start("20240103"), try start("20240102T080000")]
    #expect(Self.starts(set) == ["20240101T120000", "20240102T080000", "20240103T120000"])
    #expect(set.first { _ in true }?.source == .start)
  }

  @Test func `excluded dates, days and rules take instances away`() throws {
    var set = try Self.set("20240101T120000", "FREQ=HOURLY;INTERVAL=12;COUNT=10")
    set.excludedDates = [try start("20240102"), try start("20240103T120000")]
    set.excludedRules = [try RecurrenceRule.parse("FREQ=DAILY;INTERVAL=3;COUNT=2").rule]
    #expect(
      Self.starts(set) == [
        "20240103T000000", "20240104T000000", "20240105T000000", "20240105T120000", "20240106T000000",
      ])
  }

  @Test func `a replacement stands where it was moved, and its payload tells it`() throws {
    var set = try Self.set("20240101T120000", "FREQ=DAILY;COUNT=4")
    set.overrides = [
      .init(id: try start("20240102T120000"), start: try time("20240104T060000"), payload: 7),
      .init(id: try start("20240103"), start: try time("20231231T060000"), payload: 8),
    ]
    set.excludedDates = [try start("20240102T120000")]
    let found = Array(set)
    #expect(
      found.map { written($0.start, like: set.start) }
        == ["20231231T060000", "20240101T120000", "20240104T060000", "20240104T120000"])
    #expect(found.map(\.payload) == [8, nil, 7, nil])
    #expect(found.map(\.source) == [.override, .rule(0), .override, .rule(0)])
    #expect(
      try found.map(\.id) == ["20240103T120000", "20240101T120000", "20240102T120000", "20240104T120000"].map(time))
  }

  @Test func `THISANDFUTURE moves what follows as far, until the next one`() throws {
    var set = try Self.set("20240101T120000", "FREQ=DAILY;COUNT=6")
    set.overrides = [
      .init(id: try start("20240105T120000"), start: try time("20240105T130000"), includesFuture: true, payload: 2),
      .init(id: try start("20240103T120000"), start: try time("20240101T110000"), includesFuture: true, payload: 1),
      .init(id: try start("20240106T120000"), start: try time("20240106T090000"), payload: 3),
    ]
    let found = Array(set)
    #expect(
      found.map { written($0.start, like: set.start) } == [
        "20240101T110000", "20240101T120000", "20240102T110000", "20240102T120000", "20240105T130000",
        "20240106T090000",
      ])
    #expect(found.map(\.payload) == [1, nil, 1, nil, 2, 3])
    let window = Array(set.instances(from: try time("20240101T120000"), to: try time("20240105T130000")))
    #expect(window.map(\.start) == found[1..<4].map(\.start))
  }

  @Test func `what is not known is said at the end`() throws {
    var set = try Self.set("20240101", "FREQ=DAILY;COUNT=2", "RSCALE=HEBREW;FREQ=YEARLY")
    var instances = set.makeIterator()
    while instances.next() != nil {}
    #expect(instances.outcome == .notExpandable)
    set.rules = [try RecurrenceRule.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").rule]
    var none = set.makeIterator()
    #expect(none.next() == nil)
    #expect(none.outcome == .neverOccurs)
  }

  @Test(arguments: 1...4) func `a set is what its parts are, put together`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<TestScale.records {
      var set = RecurrenceSet<Int>(start: .date(CalendarDate(dayNumber: 19_800)))
      let days = (0..<12).map { _ in Int.random(in: 19_780...19_880, using: &random) }
      set.rules = (0..<2).map { _ in Self.rule(&random) }
      set.excludedRules = [Self.rule(&random)]
      set.dates = days[..<4].map { .date(CalendarDate(dayNumber: $0)) }
      set.excludedDates = days[4..<7].map { .date(CalendarDate(dayNumber: $0)) }
      set.overrides = (7..<10).map { index in
        let start = LocalDateTime(CalendarDate(dayNumber: days[index] + Int.random(in: -9...9, using: &random)))
        return .init(
          id: .date(CalendarDate(dayNumber: days[index])), start: start, includesFuture: index > 8, payload: index)
      }
      var keys = Set(set.rules.flatMap { Recurrence($0, from: set.start).map(\.date.dayNumber) } + days[..<4])
      keys.subtract(set.excludedRules.flatMap { Recurrence($0, from: set.start).map(\.date.dayNumber) } + days[4..<9])
      let shift = set.overrides[2].start.date.dayNumber - days[9]
      var starts = keys.map { $0 >= days[9] ? $0 + shift : $0 }
      starts += Dictionary(set.overrides[..<2].map { ($0.id, $0.start.date.dayNumber) }) { $1 }.values
      #expect(set.map(\.start.date.dayNumber) == starts.sorted())
      let window = set.instances(
        from: LocalDateTime(CalendarDate(dayNumber: 19_820)), to: LocalDateTime(CalendarDate(dayNumber: 19_850)))
      #expect(window.map(\.start.date.dayNumber) == starts.sorted().filter { 19_820..<19_850 ~= $0 })
    }
  }

  private static func rule(_ random: inout SeededRandom) -> RecurrenceRule {
    var rule = RecurrenceRule(random.pick([.daily, .weekly, .monthly]))
    rule.interval = Int.random(in: 1...4, using: &random)
    rule.count = Int.random(in: 1...20, using: &random)
    return rule
  }
}
