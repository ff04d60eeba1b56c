import DatelineCore
import Testing

/// The text of the model: legal, never empty, compared by bytes.
@Suite struct TextTests {
  @Test func `there is no empty text`() {
    #expect(Text("" as String) == nil)
  }

  @Test(arguments: [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("tab\tstays", "tab\tstays"), ("\u{0}\u{1F}\u{7F}", "\u{FFFD}\u{FFFD}\u{7F}"),
    ("x\u{FFFE}y\u{FFFF}", "x\u{FFFD}y\u{FFFD}"), ("\u{FFFD}\u{FEFF}", "\u{FFFD}\u{FEFF}"), ("\r\r\n", "\n\n"),
    ("\u{10FFFE}\u{1F6A8}", "\u{10FFFE}\u{1F6A8}"),
  ])
  func `characters that no format can carry are repaired once, here`(written: String, held: String) throws {
    let text = try #require(Text(written))
    #expect(Array(text.description.utf8) == Array(held.utf8))
    #expect(Text(held) == text)
  }

  @Test func `composed and decomposed letters differ`() {
    #expect(Text("\u{E9}") != Text("e\u{301}"))
    #expect("\u{E9}" == "e\u{301}")
  }

  @Test func `slices of one storage are texts of their own`() {
    let bytes = Array("one two".utf8)
    let one = Text(checked: bytes, 0..<3)
    let two = Text(checked: bytes, 4..<7)
    #expect(one == "one" && two == "two" && one.utf8Count == 3)
    #expect(Set([one, two, "one"]).count == 2)
    #expect(two.equals("two") && !two.equals("tw"))
  }
}
