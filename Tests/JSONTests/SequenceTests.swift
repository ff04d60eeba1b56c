import DatelineCore
import DatelineJSON
import TestSupport
import Testing

/// Sequences of JSON texts (RFC 8142): RS before each text, and whatever programs and joined files make of them.
@Suite struct SequenceTests {
  private static func record(_ id: String) -> String { #"{"type":"incident","id":"\#(id)"}"# }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let ids: [String]
    let messages: [String]

    init(_ name: String, _ text: String, ids: [String] = ["a", "b"], _ messages: String...) {
      testDescription = name
      // RS is hard to see in a source.
      self.text = text.replacing("␞", with: "\u{1E}")
      self.ids = ids
      self.messages = messages
    }
  }

  static let a = record("a")
  static let b = record("b")
  static let cases = [
    Case("as the RFC has it", "␞\(a)\n␞\(b)\n"),
    Case("no line ends", "␞\(a)␞\(b)"),
    Case("CRLF", "␞\(a)\r\n␞\(b)\r\n"),
    Case("several RS", "␞␞\n␞\(a)\n␞␞\(b)\n␞"),
    Case("white space before the first", " \n␞\(a)\n␞\(b)\n"),
    Case(
      "texts of several lines", "␞{\"type\":\n\"incident\",\n\"id\":\"a\"\n}\n␞{\n\"id\":\"b\",\"type\":\"incident\"}\n"
    ),
    Case("lines behind a sequence", "␞\(a)\n\(b)\n\n\(record("c"))\n", ids: ["a", "b", "c"]),
    Case("a sequence behind lines", "\(a)\n␞\(b)\n␞{\"type\":\"incident\",\n\"id\":\"c\"}\n", ids: ["a", "b", "c"]),
    Case("a byte order mark before a line", "\(a)\n\u{FEFF}\(b)\n"),
    Case("a byte order mark before RS", "\u{FEFF}␞\(a)\n\u{FEFF}␞\(b)\n"),
    Case("a byte order mark behind RS", "␞\u{FEFF}\(a)\n␞\u{FEFF}\(b)\n"),
    Case(
      "a text that is cut off costs no other", "␞{\"type\":\"incident\",\"id\":\"x\"⟦␞\(a)\n␞\(b)\n",
      "error: the text ends where a comma or '}' should stand; the text is skipped [json.truncated]"),
    Case(
      "a text that is cut off in a string", "␞{\"type\":\"incident\",\"id\":⟦\"x\n␞\(a)\n␞\(b)\n",
      "error: the control character U+000A may not stand in a string; write it as an escape; the text is skipped "
        + "[json.control-character]"),
    Case(
      "the last text is cut off", "␞\(a)\n␞\(b)\n␞{\"type\":\n\"inc⟦",
      "error: the string that opens here is never closed; the text is skipped [json.unterminated-string]"),
    Case(
      "text behind a text on its line", "␞\(a)\n␞\(record("x")) ⟦x\n␞\(b)\n",
      "error: the end of the record should stand here, not 'x'; the text is skipped [json.syntax]"),
    Case(
      "text that is no JSON", "␞⟦hello\n␞\(a)\n␞\(b)\n",
      "error: '{' should stand here, not 'hello'; the text is skipped [json.syntax]"),
    Case(
      "an unknown key on a later line", "␞\(a)\n␞{\"type\":\"incident\",\n \"id\":\"b\",\n ⟦\"x\":1}\n",
      "warning: 'x' is no field of Incident; it goes to 'extras' [json.unknown-field]"),
  ]

  @Test(arguments: cases, [1, 2, 3, 7, 64, .max])
  func `a sequence is read text by text`(example: Case, chunkSize: Int) throws {
    let input = MarkedText(example.text)
    let result = CanonicalNDJSON().read(input.bytes, chunkSize: chunkSize)
    #expect(result.records.map(\.id.description) == example.ids)
    if example.testDescription.hasSuffix("in a string") || example.testDescription.hasSuffix("is cut off") {
      // The place is within the string; where, the case of a whole text shows.
      #expect(result.lines.count == 1 && result.lines.first?.hasSuffix(example.messages[0]) == true, "\(result.lines)")
    } else {
      #expect(
        result.lines == zip(input.positions, example.messages).map { "input:\($0.line):\($0.column): \($1)" })
    }
  }

  @Test func `a text that is too large is passed over`() {
    let long = Self.record(String(repeating: "x", count: 200))
    let input = "\u{1E}\(Self.a)\n\u{1E}\(long)\n\u{1E}\(Self.b)\n"
    let result = CanonicalNDJSON().read(Array(input.utf8), limits: Limits(recordSize: 100))
    #expect(result.records.map(\.id) == ["a", "b"])
    #expect(
      result.lines == [
        "input:2:2: error: the text has \(long.utf8.count + 1) bytes, more than the 100 of --max-record; it is skipped "
          + "[json.record-too-large]"
      ])
  }

  @Test(arguments: [
    ("\u{1E}\(a)\n", true), ("\u{1E}\n\u{1E}{\n\"type\":\"incident\",\n\"id\":\"a\"}", true), ("\u{1E}[1]", false),
    ("\u{1E}", false), ("\u{1E}{\"a\":1}", false),
  ])
  func `a sequence is recognised by its first text`(text: String, isRecognised: Bool) {
    let recognition = CanonicalNDJSON().recognise(Array(text.utf8).span)
    #expect((recognition != nil) == isRecognised)
    if isRecognised { #expect((recognition?.confidence ?? 0) >= 90) }
  }
}
