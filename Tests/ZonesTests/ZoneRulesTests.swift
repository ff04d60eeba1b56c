import DatelineCore
import TestSupport
import Testing

@testable import DatelineZones

@Suite struct ZoneRulesTests {
  private static func zone(_ name: String) throws -> ZoneRules { try ZoneDatabase.system.zone(named: name) }

  private static func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) throws
    -> LocalDateTime
  {
    LocalDateTime(
      try #require(CalendarDate(year: year, month: month, day: day)), secondOfDay: hour * 3600 + minute * 60)
  }

  @Test func `winter and summer time have their offsets`() throws {
    let berlin = try Self.zone("Europe/Berlin")
    #expect(
      berlin.offset(at: 1_700_000_000) == ZoneOffsetPeriod(utcOffset: 3600, isDaylight: false, abbreviation: "CET"))
    #expect(
      berlin.offset(at: 1_690_000_000) == ZoneOffsetPeriod(utcOffset: 7200, isDaylight: true, abbreviation: "CEST"))
  }

  @Test func `before the first transition clocks show local mean time, to the second`() throws {
    let berlin = try Self.zone("Europe/Berlin")
    for instant in [Int.min, -62_135_596_800, -2_422_054_409] {
      #expect(berlin.offset(at: instant) == ZoneOffsetPeriod(utcOffset: 3208, abbreviation: "LMT"))
    }
    #expect(berlin.offset(at: -2_422_054_408).abbreviation == "CET")
    #expect(berlin.instants(for: try Self.local(-500, 1, 1)) == .unique(try Self.local(-500, 1, 1).secondsIfUTC - 3208))
  }

  @Test func `a local time that comes twice has two instants`() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let resolution = berlin.instants(for: try Self.local(2024, 10, 27, 2, 30))
    #expect(resolution == .ambiguous(earlier: 1_729_989_000, later: 1_729_992_600))
    #expect(resolution.instant == 1_729_989_000)
  }

  @Test func `a local time that is left out is reckoned with the offset before`() throws {
    let berlin = try Self.zone("Europe/Berlin")
    let resolution = berlin.instants(for: try Self.local(2024, 3, 31, 2, 30))
    #expect(resolution == .gap(before: 1_711_848_600, after: 1_711_845_000))
    #expect(resolution.instant == 1_711_848_600)
  }

  @Test func `a day that is left out is a gap`() throws {
    let apia = try Self.zone("Pacific/Apia")
    guard case .gap(let before, let after) = apia.instants(for: try Self.local(2011, 12, 30, 12)) else {
      Issue.record("Samoa had no 30 December 2011")
      return
    }
    #expect(before - after == 86_400)
  }

  @Test(arguments: ["Europe/Berlin", "Africa/Cairo", "America/Santiago", "Europe/Dublin", "Antarctica/Troll"])
  func `rules hold for ever, and repeat after four hundred years`(name: String) throws {
    let rules = try Self.zone(name)
    var random = SeededRandom(seed: UInt64(TestScale.seed))
    for _ in 0..<2_000 {
      let instant = Int.random(in: 3_000_000_000...9_000_000_000_000, using: &random)
      #expect(rules.offset(at: instant) == rules.offset(at: instant + ZoneRules.cycle))
      let local = LocalDateTime(secondsSince1970: instant, utcOffset: rules.offset(at: instant).utcOffset)
      switch rules.instants(for: local) {
      case .unique(let found): #expect(found == instant)
      case .ambiguous(let earlier, let later): #expect(instant == earlier || instant == later)
      case .gap: Issue.record("\(local) is shown at \(instant)")
      }
    }
  }

  @Test func `transitions are those at which the offset changes`() throws {
    for name in try ZoneDatabase.system.zoneNames.filter({ $0.utf8.count % 3 == 0 }) {
      let rules = try Self.zone(name)
      var last: ZoneTransition?
      for transition in rules.transitions(in: -5_000_000_000..<7_000_000_000) {
        #expect(rules.offset(at: transition.instant - 1) == transition.before)
        #expect(rules.offset(at: transition.instant) == transition.after)
        #expect(last.map { $0.after == transition.before && $0.instant < transition.instant } ?? true)
        #expect(rules.transition(upTo: transition.instant) == transition)
        #expect(rules.transition(after: transition.instant - 1) == transition)
        last = transition
      }
    }
  }

  @Test func `a range without transitions has none, and its end does not belong to it`() throws {
    let berlin = try Self.zone("Europe/Berlin")
    #expect(Array(berlin.transitions(in: 1_711_846_800..<1_711_846_801)).count == 1)
    #expect(Array(berlin.transitions(in: 1_711_846_799..<1_711_846_800)).isEmpty)
    #expect(Array(berlin.transitions(in: 1_711_846_801..<1_729_990_800)).isEmpty)
    #expect(berlin.transitions(in: Int.max - 1..<Int.max).map(\.instant).isEmpty)
    #expect(
      berlin.transitions(in: Int.min..<Int.max).prefix(3).map(\.instant) == [
        -2_422_054_408, -1_693_706_400, -1_680_483_600,
      ])
  }

  @Test func `instants and local times beyond all that is counted are answered`() throws {
    for name in ["Europe/Berlin", "Asia/Tokyo", "EST5EDT", "UTC"] {
      let rules = try Self.zone(name)
      for instant in [Int.min, Int.min + 1, -1 << 61, 1 << 61, Int.max - 1, Int.max] {
        _ = rules.offset(at: instant)
        _ = rules.transition(after: instant)
        _ = rules.transition(upTo: instant)
        _ = rules.observances(usedFrom: instant, to: Int.max)
      }
      for year in [-999_999_999_999_999, -146_000_000_000, 146_000_000_000, 999_999_999_999_999] {
        _ = rules.instants(for: try Self.local(year, 12, 31, 23, 59)).instant
      }
    }
  }

  @Test func `rules without a beginning hold before 1970 too`() throws {
    let zone = try #require(POSIXZoneText("CET-1CEST,M3.5.0,M10.5.0/3".utf8))
    let rules = ZoneRules(periods: zone.periods, initial: 0, transitions: [], yearly: zone.onsets)
    #expect(rules.offset(at: -13_000_000_000) == rules.offset(at: -13_000_000_000 + 3 * ZoneRules.cycle))
    #expect(rules.instants(for: try Self.local(1500, 7, 1)) == .unique(try Self.local(1500, 7, 1).secondsIfUTC - 7200))
    #expect(rules.transition(upTo: -20_000_000_000)?.after.abbreviation == "CET")
    #expect(
      rules.transitions(in: -20_000_000_000..<(-20_000_000_000 + 31_556_952)).map(\.after.abbreviation).sorted() == [
        "CEST", "CET",
      ])
  }
}
