import Testing

@testable import DatelineReading

@Suite struct SentencesTests {
  private func sentences(_ text: String) -> [String] {
    let article = ArticleText(text)
    return article.sentences.map { article.string(in: article.utf8Range(ofTokens: $0.tokens)) }
  }

  @Test(arguments: [
    ("One fell. Two rose.", ["One fell.", "Two rose."]),
    ("He met Gen. Paz at 5 p.m. on Friday. She left.", ["He met Gen. Paz at 5 p.m. on Friday.", "She left."]),
    (
      "It hit the U.S. Embassy. It hit the U.S. The fire spread.",
      ["It hit the U.S. Embassy.", "It hit the U.S.", "The fire spread."]
    ),
    ("“We saw it.” She cried. \"It burned.\" He ran.", ["“We saw it.”", "She cried.", "\"It burned.\"", "He ran."]),
    ("Shots rang out (two died). Nobody fled!", ["Shots rang out (two died).", "Nobody fled!"]),
    ("Some 3.5 km away, at 22.15 it ended. 13 died.", ["Some 3.5 km away, at 22.15 it ended.", "13 died."]),
    (
      "THE BOMB WENT OFF.  NO ONE\nDIED.  NO. 4 BATTALION CAME.",
      ["THE BOMB WENT OFF.", "NO ONE\nDIED.", "NO. 4 BATTALION CAME."]
    ),
    ("J. K. Rowe spoke. “Why?” he asked.", ["J. K. Rowe spoke.", "“Why?” he asked."]),
  ])
  func `a paragraph falls into sentences`(text: String, expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func `blocks end sentences and are counted`() {
    let article = ArticleText("Headline without stop\n\nFirst. Second")
    #expect(article.sentences.map(\.block) == [0, 1, 1])
    #expect(article.blocks.count == 2)
  }

  @Test func `text without stops is cut before words that open sentences`() {
    let clause = "warplanes hit the eastern suburbs of the city and destroyed dozens of homes near the market yesterday"
    let text = (0..<8).map { _ in "The " + clause }.joined(separator: " ")
    #expect(sentences(text).count == 8)
  }

  @Test func `a break given from outside starts a sentence`() {
    let article = ArticleText(blocks: ["Title", "KYIV, Jan 3 – rockets fell"], breaks: [22])
    #expect(article.sentences.count == 3)
  }

  @Test func `scalar offsets agree with counting`() {
    let text = String(repeating: "Łódź “x” 東京 plain ", count: 40)
    let article = ArticleText(text)
    var count = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      #expect(article.scalarOffset(ofUTF8: offset) == count)
      count += 1
      offset += UTF8.width(scalar)
    }
    #expect(article.scalarOffset(ofUTF8: offset + 99) == count)
    #expect(article.scalarOffset(ofUTF8: -1) == 0)
  }
}
