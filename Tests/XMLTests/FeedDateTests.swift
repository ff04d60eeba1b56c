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
    ("Sat, 13 Jan 2024 18:30:02 CEST", "2024-01-13T18:30:02"), ("January 13, 2024", "2024-01-13"),
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
  ])
  func `what is no date is none`(text: String) { #expect(FeedDate.read(text) == nil) }

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
