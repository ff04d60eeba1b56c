import DatelineCore
import DatelineSyndication
import TestSupport
import Testing

/// Dates in every spelling that feeds have.
@Suite struct FeedDateTests {
  @Test(arguments: [
    ("Sat, 13 Jan 2024 18:30:02 GMT", "2024-01-13T18:30:02Z"),
    ("Sat, 13 Jan 2024 18:30:02 +0300", "2024-01-13T18:30:02+03:00"),
    ("13 Jan 2024 18:30 EST", "2024-01-13T18:30:00-05:00"),
    ("Saturday, 13 January 2024 18:30:02 Z", "2024-01-13T18:30:02Z"),
    ("sat,13 JAN 24 8:30:02 ut", "2024-01-13T08:30:02Z"), ("Sat 13 Jan 2024 18:30:02 PDT", "2024-01-13T18:30:02-07:00"),
    ("Sat, 13 (a day) Jan 2024 18:30:02 +03:30", "2024-01-13T18:30:02+03:30"),
    ("13-Jan-2024 18:30:02 -0000", "2024-01-13T18:30:02-00:00"),
    ("Sat Jan 13 18:30:02 2024", "2024-01-13T18:30:02"), ("Sat, 13 Jan 2024 18:30:02", "2024-01-13T18:30:02"),
    ("January 13, 2024", "2024-01-13"), ("20240113", "2024-01-13"), ("2024/01/13", "2024-01-13"),
    ("2024-01-13T18:30:02+0100", "2024-01-13T18:30:02+01:00"), ("20240113T183002Z", "2024-01-13T18:30:02Z"),
    ("20240113T1830-0330", "2024-01-13T18:30:00-03:30"),
    ("2024-01-13 18:30:02.25 +0100", "2024-01-13T18:30:02.25+01:00"),
    ("2024-01-13 18:30:02 UTC", "2024-01-13T18:30:02Z"), ("2024-01-13T18:30:02 CET", "2024-01-13T18:30:02+01:00"),
    ("Sat, 13 Jan 2024 18:30:02 GMT+1", "2024-01-13T18:30:02+01:00"),
    ("Sat, 13 Jan 2024 18:30:02 GMT-10", "2024-01-13T18:30:02-10:00"),
    ("Sat, 13 Jan 2024 18:30:02 UTC+05:45", "2024-01-13T18:30:02+05:45"),
    ("Sat Jan 13 2024 18:30:02 GMT+0100 (Central European Standard Time)", "2024-01-13T18:30:02+01:00"),
    ("Sat, 13 Jan 2024 18:30:02 GMT +0100", "2024-01-13T18:30:02+01:00"),
    ("Sat, 13 Jan 2024 18:30:02 +0100 CET", "2024-01-13T18:30:02+01:00"),
    ("Sat, 13 Jan 2024 18:30:02 IST +0530", "2024-01-13T18:30:02+05:30"),
    ("Sat, 13 Jul 2024 18:30:02 CEST", "2024-07-13T18:30:02+02:00"),
    ("13 Jan 2024 18:30 jst", "2024-01-13T18:30:00+09:00"),
    ("Saturday, January 13, 2024 6:30 PM", "2024-01-13T18:30:00"),
    ("Sat, 13 Jan 2024 12:30 AM GMT", "2024-01-13T00:30:00Z"), ("13 Jan 2024 12:00:05pm", "2024-01-13T12:00:05"),
    ("January 13, 2024 at 6:30 a.m. CET", "2024-01-13T06:30:00+01:00"),
    ("18:30, 13 January 2024, Saturday", "2024-01-13T18:30:00"),
    ("13 Jan 2024", "2024-01-13"),
    ("13th January 2024", "2024-01-13"), ("Jan 2024", "2024-01"),
    ("Sat, 13 Jan 2024 18:30:02+0300", "2024-01-13T18:30:02+03:00"),
    ("2024-01-13T18:30:02Z", "2024-01-13T18:30:02Z"), ("2024-01-13t18:30:02.50+01:00", "2024-01-13T18:30:02.50+01:00"),
    ("2024-01-13 18:30Z", "2024-01-13T18:30:00Z"), ("2024-01-13", "2024-01-13"), ("2024-01", "2024-01"),
    ("2024", "2024"),
    ("  \n2024-01-13T18:30:02Z ", "2024-01-13T18:30:02Z"), ("Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z"),
  ])
  func `a date is read as it is meant`(text: String, expected: String) {
    #expect(FeedDate.read(text)?.description == expected)
  }

  @Test(arguments: [
    "", "soon", "Sat", "31 Feb 2024", "Thu, 29 Feb 2023 00:00:00 GMT", "13 Foo 2024", "99 Jan 2024", "13 Jan",
    "18:30:02",
    "13 Jan 2024 25:00:00 GMT", "13 Jan 2024 18:30:02 +9999", "1/2/3", "[2024-01-01..2024-01-07]",
    "13 Jan 2024 13:00 PM", "13 Jan 2024 0:30 PM", "13 Jan 2024 6:30 PM AM", "PM 13 Jan 2024", "13 Jan 2024 PM",
    "20241301",
    "20240113T1830021", "2024-01-13T", "2024-01-13 +0100", "2024-02-30T10:00:00+0100", "2024-01/13",
    "13 Jan 2024 18:30:02 EST +0100", "13 Jan 2024 18:30:02 CET CEST", "13 Jan 2024 18:30:02 GMT+123", "1705170602",
  ])
  func `what is no date is none`(text: String) { #expect(FeedDate.read(text) == nil) }

  @Test(arguments: [
    ("Sat, 13 Jan 2024 18:30:02 IST", "IST"), ("Sat, 13 Jan 2024 18:30:02 BST", "BST"),
    ("Sat, 13 Jan 2024 6:30 PM Moscow time", "Moscow time"), ("13 Jan 2024 18:30 A", "A"),
    ("2024-01-13 18:30 Uhr", "Uhr"),
    ("13 Jan 2024 18:30", nil), ("13 Jan 2024 18:30 IST +0530", nil), ("13 Jan 2024 18:30 PM", nil),
    ("13 Jan 2024 18:30 CET", nil), ("13 Jan 2024", nil), ("soon", nil),
  ])
  func `a zone that is not the same everywhere is told of, and the time stands without one`(text: String, zone: String?)
  {
    #expect(FeedDate.unreadZone(in: text) == zone)
    guard zone != nil, case .instant(let instant)? = FeedDate.read(text) else { return #expect(zone == nil) }
    #expect(instant.offset == nil && instant.hour == 18)
  }

  @Test func `the usual spelling is read as any other`() {
    var random = SeededRandom(seed: 7)
    func two(_ range: ClosedRange<Int>) -> String {
      let number = Int.random(in: range, using: &random)
      return number < 10 ? "0\(number)" : "\(number)"
    }
    var dates = 0
    for _ in 0..<2000 {
      let day = random.pick(["Mon", "tue", "SUN", "Day"])
      let month = random.pick(["Jan", "Feb", "jun", "DEC", "Foo"])
      let zone = random.pick(["GMT", "gmt", "EST", "+0000", "-0000", "+" + two(0...25) + two(0...61), "-0330", "+ 330"])
      let date = "\(two(0...32)) \(month) \(two(0...99))\(two(0...99))"
      let clock = "\(two(0...24)):\(two(0...60)):\(two(0...61))"
      // With a space more it is not the usual one.
      let usual = FeedDate.read("\(day), \(date) \(clock) \(zone)")
      #expect(usual == FeedDate.read("\(day),  \(date) \(clock) \(zone)"), "\(day), \(date) \(clock) \(zone)")
      if usual != nil { dates += 1 }
    }
    #expect(dates > 500)
  }

  @Test func `what is written is read as it was`() throws {
    for text in ["2024-02-29T23:59:59+05:45", "0001-01-01T00:00:00Z", "9999-12-31T12:00:00-11:00"] {
      let instant = try #require(Instant(text))
      let written = try #require(FeedDate.rfc822(instant))
      #expect(FeedDate.read(written) == .instant(instant), "\(written)")
    }
    #expect(FeedDate.rfc822(try #require(Instant("2024-01-13T18:30:02Z"))) == "Sat, 13 Jan 2024 18:30:02 GMT")
    #expect(FeedDate.rfc822(try #require(Instant("2024-01-13T18:30:02"))) == nil)
  }

  @Test(arguments: [
    ("2024-01", "2024-01"), ("2024~", nil), ("2024-01-01/2024-02", nil), ("2024-21", nil), ("2024-01-13", "2024-01-13"),
  ])
  func `only what the W3C's form has is written in it`(date: String, expected: String?) throws {
    #expect(FeedDate.w3c(.date(try #require(EDTF(date)))) == expected)
  }
}
