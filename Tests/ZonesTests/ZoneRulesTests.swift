import DatelineCore
import Testing

@testable import DatelineZones

@Suite struct ZoneRulesTests {
  @Test func `winter and summer time have their offsets`() throws {
    let berlin = try ZoneDatabase.system.zone(named: "Europe/Berlin")
    #expect(
      berlin.offset(at: 1_700_000_000) == ZoneOffsetPeriod(utcOffset: 3600, isDaylight: false, abbreviation: "CET"))
    #expect(
      berlin.offset(at: 1_690_000_000) == ZoneOffsetPeriod(utcOffset: 7200, isDaylight: true, abbreviation: "CEST"))
  }
}
