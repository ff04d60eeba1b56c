import DatelineCore
import Foundation
import TestSupport
import Testing

@testable import DatelineICalendar

@Suite struct ContentLinesTests {
  @Test(arguments: 0..<200)
  func `unfolding gives back a folded line, and no fold splits a character or an escape pair`(seed: Int) throws {
    var random = RandomText(random: SeededRandom(seed: UInt64(seed)))
    var text = ""
    for _ in 0..<12 { text += random.string() + ["", "\\", "\\\\", ",", ";", "\n", "\u{1F1FA}", "ж"][seed % 8] }
    let output = Self.line("DESCRIPTION", Array(text.utf8))
    let physical = Self.physicalLines(output)
    var unfolded: [UInt8] = []
    for (index, line) in physical.enumerated() {
      #expect(line.count <= 75)
      #expect(String(validating: line, as: UTF8.self) != nil, "a character is split")
      let backslashes = line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      #expect(backslashes.isMultiple(of: 2), "an escape pair is split")
      #expect(index == 0 || line.first == 0x20)
      unfolded += index == 0 ? line[...] : line.dropFirst()
    }
    let value = String(decoding: unfolded.dropFirst("DESCRIPTION:".utf8.count), as: UTF8.self)
    let parsed = ParsedCalendar.Property(name: "", value: value).text
    #expect(Array(parsed.utf8) == Array(text.utf8))
  }

  @Test func `lines are as long as they may be`() {
    for count in [62, 63, 64, 136, 137, 138, 1000] {
      let output = Self.line("DESCRIPTION", [UInt8](repeating: 0x61, count: count))
      let physical = Self.physicalLines(output)
      #expect(physical.dropLast().allSatisfy { $0.count == 75 })
      #expect(physical.count == 1 + max(0, count - 63 + 73) / 74)
    }
  }

  @Test func `no line is folded behind an equals sign, where quoted-printable has a soft break`() throws {
    for length in 0..<80 {
      let text =
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:" + String(repeating: "x", count: length) + "=C3=A4=C3=BC=0A=0D=20"
      var output: [UInt8] = []
      output.append(linesAtMost: 1024) { $0.lines([Array(text.utf8)]) }
      let physical = Self.physicalLines(output)
      #expect(physical.allSatisfy { $0.last != UInt8(ascii: "=") })
      #expect(physical.reduce(into: []) { $0 += $0.isEmpty ? $1[...] : $1.dropFirst() } == Array(text.utf8))
    }
  }

  @Test func `a property without a value is not written`() {
    #expect(Self.line("SUMMARY", []).isEmpty)
  }

  @Test func `only a language tag becomes a parameter`() {
    for (language, line) in [
      ("en", "SUMMARY;LANGUAGE=en:x"), ("zh-Hant-TW", "SUMMARY;LANGUAGE=zh-Hant-TW:x"), ("e n", "SUMMARY:x"),
      ("en;X=1", "SUMMARY:x"), ("en:", "SUMMARY:x"), ("\"en\"", "SUMMARY:x"), ("ру", "SUMMARY:x"),
    ] {
      let output = Self.line("SUMMARY", [0x78], language: Text(language))
      #expect(String(decoding: output, as: UTF8.self) == line + "\r\n")
    }
  }

  @Test(arguments: [
    ("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd", "a b c d"), ("a\u{7F}b", "a\u{FFFD}b", "a\u{FFFD}b"),
    ("a\tb\nc", "a\tb\nc", "a b c"), ("\u{2027}\u{202A}\u{84}", "\u{2027}\u{202A}\u{84}", "\u{2027}\u{202A}\u{84}"),
  ])
  func `characters that some parser takes for a line end are none`(text: String, lines: String, line: String) throws {
    var output: [UInt8] = []
    output.append(visible: try #require(Text(text)))
    #expect(output == Array(lines.utf8))
    output = []
    output.append(visible: try #require(Text(text)), singleLine: true)
    #expect(output == Array(line.utf8))
  }

  @Test func `a long text ends with an ellipsis`() {
    var text = Array("жжжжж".utf8)
    text.truncate(toCharacters: 5)
    #expect(text == Array("жжжжж".utf8))
    text.truncate(toCharacters: 4)
    #expect(text == Array("жжж…".utf8))
  }

  @Test func `bytes are encoded as Foundation encodes them`() {
    var random = SeededRandom(seed: 3)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      var output: [UInt8] = []
      Base64URL.append(bytes.span, to: &output)
      let wanted = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
      #expect(String(decoding: output, as: UTF8.self) == wanted)
    }
  }

  private static func line(_ name: StaticString, _ text: [UInt8], language: Text? = nil) -> [UInt8] {
    var output: [UInt8] = []
    output.append(atMost: 16) { cursor in
      var lines = ContentLines(cursor)
      lines.write(name, text: text.span, language: language)
      cursor = lines.output
    }
    return output
  }

  private static func physicalLines(_ output: [UInt8]) -> [[UInt8]] {
    output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0.dropLast()) }
  }
}
