import DatelineCore
import Testing

@testable import DatelineReading

/// Texts that nobody would write: nothing traps, every span is in the text, and time grows with length only.
@Suite(.serialized) struct HostileTextTests {
  /// A generator of the SplitMix64 kind, so that every run draws the same texts.
  private struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let pieces = [
    "Jan", "Jan.", "13", "2024", "the", "of", "last", "Monday", "two", "weeks", "ago", ",", ".", "-", "--", "(", ")",
    "[", "]", "\n",
    "\n\n", " ", " ", " ", "’s", "“", "”", "U.S.", "a.m.", "22:15", "99999999999999999999", "1,200", "°", "é",
    "e\u{301}", "東京", "👩‍👩‍👧", "\u{200B}",
    "©", "Copyright", "By", "Ann", "MOSCOW", "(AP)", "–", "between", "and", "to", "noon", "tonight", "0000-00-00",
    "31/02/2020",
    "year", "a", "in", "second", "first", "quarter", "'", "'80s", "1980s", "/", ":", "T", "2hr5min", "Published",
    "later", "that", "evening",
    "5", "9999", "0", "-9999", "weekend", "before", "Easter", "century", "decades", "hundred", "half", "\t", "\u{7}",
    "\u{2028}", "\r",
  ]

  @Test func `no text traps and every span lies on scalar boundaries`() {
    var draws = Draws(state: 7)
    for round in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<60, using: &draws) {
        text += Self.pieces.randomElement(using: &draws) ?? ""
        if Bool.random(using: &draws) { text += " " }
      }
      let reference =
        round % 3 == 0 ? nil : DateReference(year: 2019, month: round % 3 == 1 ? 3 : nil, day: round % 2 == 0 ? 6 : nil)
      check(ArticleLayout(text, reference: reference))
      _ = DateFinder.resolve(expression: text, context: nil, reference: DateReference(year: 2019, month: 3, day: 6))
    }
  }

  private func check(_ layout: ArticleLayout) {
    let article = layout.article
    let utf8 = Array(article.text.utf8)
    func isBoundary(_ offset: Int) -> Bool {
      offset == utf8.count || utf8.indices.contains(offset) && utf8[offset] & 0xC0 != 0x80
    }
    var end = 0
    for token in article.tokens {
      #expect(token.range.lowerBound >= end && !token.range.isEmpty)
      #expect(isBoundary(token.range.lowerBound) && isBoundary(token.range.upperBound))
      end = token.range.upperBound
    }
    #expect(end <= utf8.count)
    #expect(article.sentences.flatMap { Array($0.tokens) } == Array(article.tokens.indices))
    var ranges = layout.evidence.map(\.utf8Range)
    for mention in DateFinder(reference: layout.reference).mentions(in: article) {
      ranges += [mention.utf8Range] + mention.evidence.map(\.utf8Range)
      if let interval = mention.interval { #expect(interval.first <= interval.last) }
    }
    for range in ranges { #expect(isBoundary(range.lowerBound) && isBoundary(range.upperBound)) }
  }

  @Test(arguments: [
    "(", "Jan ", "a-", "a.", "1", "1,", "“", "the ", "By A", "year ", "in the ", "last ", "two weeks ", "U.S. ", "- ",
    "[", "MOSCOW, ", "22:15 ",
    "'", "\n", "X\n", "© ", "1 year, ", "Jan 1 - ",
  ])
  func `time grows with length only`(piece: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count / piece.utf8.count)
      return clock.measure {
        let layout = ArticleLayout(text)
        _ = DateFinder(reference: DateReference(year: 2019, month: 3, day: 6)).mentions(in: layout.article)
      }
    }
    // Unoptimised code on a busy machine: generous, and still far below what squares would take.
    let short = time(1_000)
    #expect(time(8_000) < max(short * 30, .milliseconds(500)))
  }
}
