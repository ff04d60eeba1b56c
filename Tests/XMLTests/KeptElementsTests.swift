import DatelineCore
import TestSupport
import Testing

@testable import DatelineXML

/// The reader of kept elements and the parser agree on whatever the reader takes.
@Suite struct KeptElementsTests {
  private static let scope = FeedForm.rss.scope

  private static let texts = [
    "<title>Two &amp; &lt;three&gt; &#x26; &#233; é</title>", "<a/><b x=\"1\"/>", "<a b=\"&quot;&#10;&amp;\"> x </a>",
    "<a><b>c</b> d <e/></a>", "<dc:date>2024</dc:date>", "<x:a xmlns:x=\"urn:x\" x:b=\"1\" b=\"2\"/>",
    "<a xmlns=\"http://example.org/a\"><b/><c xmlns=\"\"/></a>",
    "<a xml:lang=\"en\" xml:base=\"http://example.org/\"/>",
    "<a xmlns:p=\"urn:1\"><p:b/><c xmlns:p=\"urn:2\"><p:b/></c></a>", "<a><![CDATA[<b>]]></a>", "<a><!-- b --></a>",
    "<a>b]]>c</a>", "<a>b]>c</a>", "<a>\u{FFFE}</a>", "<a>\u{1}</a>", "<a>b\r\nc</a>", "<a b=\"c\td\"/>",
    "<a b='c'/>", "<a b=\"1\" b=\"2\"/>", "<x:a/>", "<a></b>", "<a>", "</a>", "</x><y>", "<a b/>", "<a b=c/>",
    "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xFFFF;</a>", "<a>&#+65;</a>", "<a>& b</a>", "<é>1</é>", "<aé/>", "<1/>",
    "<a:b:c/>", "<:a/>", "<a:/>", "<a xmlns:xml=\"urn:x\"/>", "<a xmlns:p=\"\"/>", "<a xmlns=\"a b\"/>",
    "<xmlns:a/>", "<a xmlns:xmlns=\"urn:x\"/>", "<a\n b=\"1\"\n/>", "<a >b</a >", "< a/>", "text", " <a/> text <b/> ",
    "<dc:a xmlns:q=\"http://purl.org/dc/elements/1.1/\" dc:b=\"1\" q:b=\"2\"/>", "<a b=\"1\"c=\"2\"/>", "<a b=\"<\"/>",
    String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
  ]

  private static func check(_ text: [UInt8], _ taken: inout Int) {
    guard let kept = KeptElements.elements(of: text, in: scope) else { return }
    taken += 1
    #expect(kept == FeedElement.parseWhole(text, in: scope), "\(String(decoding: text, as: UTF8.self))")
  }

  @Test func `what is read is what the parser reads`() {
    var taken = 0
    for text in Self.texts { Self.check(Array(text.utf8), &taken) }
    #expect(taken >= 13)
  }

  @Test func `a change of any byte makes no difference between the two`() {
    var generator = SeededRandom(seed: 42)
    let marks = Array("<>/=\"'&;:#x \n\t]!?-.é\u{FFFF}\u{0}a1".utf8)
    var taken = 0
    for text in Self.texts.prefix(14) {
      for _ in 0..<400 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          let mark = marks[Int.random(in: 0..<marks.count, using: &generator)]
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[index] = mark
          case 1: bytes.insert(mark, at: index)
          default: if bytes.count > 1 { bytes.remove(at: index) }
          }
        }
        Self.check(bytes, &taken)
      }
    }
    #expect(taken > 400)
  }

  @Test func `what elements are written as is read without the parser`() throws {
    for text in Self.texts {
      guard let elements = FeedElement.parseWhole(Array(text.utf8), in: Self.scope), !elements.isEmpty else { continue }
      let written = elements.source(in: Self.scope)
      guard written.allSatisfy({ $0 < 0x80 }), elements.count < 10, !text.contains(String(repeating: "<a>", count: 9))
      else { continue }
      #expect(KeptElements.elements(of: written, in: Self.scope) == elements, "\(text)")
    }
  }
}
