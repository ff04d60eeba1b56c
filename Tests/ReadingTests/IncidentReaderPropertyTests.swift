import DatelineCore
import DatelineReading
import TestSupport
import Testing

/// What holds for any text whatever.
@Suite("Incidents of any text") struct IncidentReaderPropertyTests {
  private static let words = [
    "gunmen", "killed", "shot", "and", ",", "who", "the", "attack", "by", "of", "bombs", "exploded", "\"", "said", "he",
    "on Monday", "in Lima", "no", "casualties", "12", "dozens", "was", "were", "[", "]", "to", "that", ".", "\n\n",
    "an",
    "missile", "FAB-250", "\u{2019}s", "\u{1F4A5}", "wounding", "at least", "army", "as", "sources", "referred",
    "another",
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `arbitrary words are read without a trap and with spans inside`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 0..<300, using: &random)
    let text = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    let result = ArticleReading(referenceDate: EDTF("2023-05-10")).read(text)
    let length = text.unicodeScalars.count
    for evidence in result.incidents.flatMap(\.evidence) {
      #expect(0 <= evidence.start && evidence.start <= evidence.end && evidence.end <= length)
    }
  }

  @Test(arguments: [
    "gunmen attacked ", "killed and ", "the attack of ", "who , ", "a, ", "[ ", "he said that ", "bomb bomb ",
    "another missile fell. ",
  ])
  func `repetition costs linear time`(_ piece: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count)
      return ContinuousClock().measure { _ = IncidentReader.read(text) }
    }
    _ = time(20)
    let short = time(150)
    let long = time(1_200)
    // Eight times the text: a quadratic step would take 64 times as long.
    #expect(long < short * 25 + .milliseconds(500), "\(piece): \(short) then \(long)")
  }
}
