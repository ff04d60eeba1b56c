import DatelineCore
import Testing

@testable import DatelineZones

@Suite struct POSIXZoneTextTests {
  @Test(arguments: [
    ("UTC0", 0, "UTC"), ("CET-1", 3600, "CET"), ("EST5", -18_000, "EST"), ("EST+5", -18_000, "EST"),
    ("<+0545>-5:45", 20_700, "+0545"), ("<-03>3", -10_800, "-03"), ("LMT0:01:15", -75, "LMT"),
    ("XXX-24", 86_400, "XXX"), ("abcdefgh-1:2:3", 3723, "abcdefgh"), ("<A1b>0", 0, "A1b"),
  ])
  func `a zone without summer time has an offset, positive to the east`(text: String, offset: Int, name: String) throws
  {
    let zone = try #require(POSIXZoneText(text.utf8))
    #expect(zone.periods == [ZoneOffsetPeriod(utcOffset: offset, abbreviation: name)])
    #expect(zone.onsets.isEmpty)
  }

  /// The instants, as UTC, at which summer time begins and ends in 2023 and in 2024, which is a leap year.
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", ["2023-03-26 01:00", "2023-10-29 01:00", "2024-03-31 01:00", "2024-10-27 01:00"]),
    ("EST5EDT,M3.2.0,M11.1.0", ["2023-03-12 07:00", "2023-11-05 06:00", "2024-03-10 07:00", "2024-11-03 06:00"]),
    ("AAA0BBB,J60,J365/0", ["2023-03-01 02:00", "2023-12-30 23:00", "2024-03-01 02:00", "2024-12-30 23:00"]),
    ("AAA0BBB,59,364/0", ["2023-03-01 02:00", "2023-12-30 23:00", "2024-02-29 02:00", "2024-12-29 23:00"]),
    ("AAA0BBB,J1/0,J59/24", ["2023-01-01 00:00", "2023-02-28 23:00", "2024-01-01 00:00", "2024-02-28 23:00"]),
    (
      "EET-2EEST,M3.4.4/50,M10.4.4/50",
      ["2023-03-25 00:00", "2023-10-27 23:00", "2024-03-30 00:00", "2024-10-25 23:00"]
    ),
    (
      "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
      ["2023-03-26 01:00", "2023-10-29 01:00", "2024-03-31 01:00", "2024-10-27 01:00"]
    ),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", ["2023-10-29 01:00", "2023-03-26 01:00", "2024-10-27 01:00", "2024-03-31 01:00"]),
    (
      "AAA0BBB,M1.1.1/167:59:59,M6.1.0/-167",
      ["2023-01-08 23:59", "2023-05-28 00:00", "2024-01-07 23:59", "2024-05-26 00:00"]
    ),
    ("AAA0BBB-2:30,M1.1.1/0,M6.1.0", ["2023-01-02 00:00", "2023-06-03 23:30", "2024-01-01 00:00", "2024-06-01 23:30"]),
  ])
  func `summer time begins and ends where the rules say`(text: String, expected: [String]) throws {
    let zone = try #require(POSIXZoneText(text.utf8))
    let instants = [2023, 2024].flatMap { year in zone.onsets.map { $0.instant(in: year) } }
    #expect(instants.map { $0.map(Self.minute) ?? "none" } == expected)
  }

  private static func minute(_ instant: Int) -> String {
    let local = LocalDateTime(secondsSince1970: instant, utcOffset: 0)
    return "\(local.date) " + ZoneOffsetText.text(local.secondOfDay / 60 * 60).dropFirst()
  }

  @Test(arguments: [
    "", "C", "CE-1", "CET", "CET-", "CET-1 ", "CET-25", "CET-1:60", "CET-1:00:60", "CET-1:", "<+1>-1", "<+01-1",
    "<+0 1>-1", "+01-1", "C1T-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,", "CET-1CEST,M3.5.0,M10.5.0/",
    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J1,J366", "CET-1CEST,0,366", "CET-1CEST,M3.5.0/168,0",
    "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-1CEST,M3.5.0,M10.5.0,0", "CET-1CEST-25,M3.5.0,M10.5.0",
    "CET-1CEST,M3.5,M10.5.0",
    "CET-1CEST,,", "CET-1CEST,99999999999999999999,1", "ÇET-1", "CET-1\0", ":Europe/Berlin",
  ])
  func `a text that is something else is refused`(text: String) {
    #expect(POSIXZoneText(text.utf8) == nil)
  }

  @Test func `summer time that ends when it begins lasts all the year`() throws {
    let zone = try #require(POSIXZoneText("EST5EDT,0/0,J365/25".utf8))
    let rules = ZoneRules(periods: zone.periods, initial: 0, transitions: [], yearly: zone.onsets)
    for instant in stride(from: -99_999_999_999, to: 399_999_999_999, by: 86_400 * 9_973) {
      #expect(rules.offset(at: instant).abbreviation == "EDT")
    }
    #expect(rules.transition(after: 0) == nil)
  }
}
