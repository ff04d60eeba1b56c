import DatelineCore
import DatelineJSON
import TestSupport
import Testing

/// An input with marks, what should be reported at each, and whether the record is kept.
struct DiagnosedInput: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let messages: [String]
  let keeps: Bool

  init(_ name: String, _ text: String, _ messages: String..., keeps: Bool = true) {
    self.name = name
    self.text = text
    self.messages = messages
    self.keeps = keeps
  }

  var testDescription: String { name }

  /// Reads the input as `format` and compares what is reported, place and words.
  func check(as format: any ReadableFormat, limits: Limits = Limits(), count: Int? = nil) {
    let marked = MarkedText(text)
    let result = format.read(marked.bytes, limits: limits)
    let expected = zip(marked.positions, messages).map { "input:\($0.line):\($0.column): \($1)" }
    #expect(result.lines == expected)
    #expect(marked.positions.count == messages.count)
    #expect(result.records.count == (count ?? (keeps ? 1 : 0)))
  }
}

/// What is reported about a line, and where: the exact words, since people read them.
@Suite struct LineDiagnosticsTests {
  private static let fields: [DiagnosedInput] = [
    DiagnosedInput("nothing", #"{"type":"incident","id":"a"}"#),
    DiagnosedInput(
      "unknown field", #"{"type":"incident","id":"a", ⟦"x":{"y":[1, 2]}}"#,
      "warning: 'x' is no field of Incident; it goes to 'extras' [json.unknown-field]"),
    DiagnosedInput(
      "unknown field inside", #"{"type":"incident","id":"a","places":[{"name":"b"},{⟦"a/~\"":1,"name":"c"}]}"#,
      #"warning: 'a/~"' is no field of Place; it goes to 'extras' [json.unknown-field]"#),
    DiagnosedInput(
      "second value", #"{"type":"incident","id":"a",⟦"id":"b"}"#,
      "error: 'id' stands here a second time; this value goes to 'extras' [json.duplicate-key]"),
    DiagnosedInput(
      "second type", #"{"type":"incident","id":"a",⟦"type":"report"}"#,
      "error: 'type' stands here a second time; this value goes to 'extras' [json.duplicate-key]"),
    DiagnosedInput(
      "second extra", #"{"type":"incident","id":"a","extras":{"b":1,⟦"b":2}}"#,
      "error: 'b' stands here a second time; this value is kept under another name [json.duplicate-key]"),
    DiagnosedInput(
      "extra without name", #"{"type":"incident","id":"a","extras":{⟦"":1,"b":2}}"#,
      "warning: a field of 'extras' has no name; it is skipped [json.empty-value]"),
    DiagnosedInput(
      "null", #"{"type":"incident","id":"a","title":⟦null}"#,
      "warning: 'title' is empty, which says no more than leaving it out [json.empty-value]"),
    DiagnosedInput(
      "empty text", #"{"type":"incident","id":"a","title":⟦""}"#,
      "warning: 'title' is empty, which says no more than leaving it out [json.empty-value]"),
    DiagnosedInput(
      "empty list", #"{"type":"incident","id":"a","places":⟦[ ]}"#,
      "warning: 'places' is empty, which says no more than leaving it out [json.empty-value]"),
    DiagnosedInput(
      "empty object", #"{"type":"incident","id":"a","when":⟦{ }}"#,
      "warning: 'when' is empty, which says no more than leaving it out [json.empty-value]"),
    DiagnosedInput(
      "empty items", #"{"type":"incident","id":"a","externalIDs":[⟦""],"places":[⟦{}]}"#,
      "warning: an empty value says nothing; it is skipped [json.empty-value]",
      "warning: an empty value says nothing; it is skipped [json.empty-value]"),
    DiagnosedInput(
      "number for text", #"{"type":"incident","id":"a","title":⟦5}"#,
      "warning: 'title' should be text, not '5'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "text for list", #"{"type":"incident","id":"a","places":⟦"here"}"#,
      "warning: 'places' should be a list, not '\"here\"'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "list for object", #"{"type":"incident","id":"a","when":⟦[1]}"#,
      "warning: 'when' should be an object, not '[1]'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "impossible day", #"{"type":"incident","id":"a","when":{"date":⟦"2023-02-29"}}"#,
      "warning: 'when/date' should be an EDTF date, such as 2024-01-13, not '\"2023-02-29\"'; it goes to 'extras' [json.bad-value]"
    ),
    DiagnosedInput(
      "unknown term", #"{"type":"incident","id":"a","cause":{"intent":⟦"mistake"}}"#,
      "warning: 'cause/intent' should be one of deliberate, accidental, negligent, disputed, unknown, not '\"mistake\"'; it goes to 'extras' [json.bad-value]"
    ),
    DiagnosedInput(
      "number out of range", #"{"type":"incident","id":"a","places":[{"latitude":⟦91,"longitude":0}]}"#,
      "warning: 'places/0/latitude' should be a number from -90 to 90, not '91'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "fraction for count", #"{"type":"incident","id":"a","munitions":[{"best":⟦1.5,"low":1}]}"#,
      "warning: 'munitions/0/best' should be a whole number from 0, not '1.5'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "text for flag", #"{"type":"incident","id":"a","titleDerived":⟦"yes"}"#,
      "warning: 'titleDerived' should be true, not '\"yes\"'; it goes to 'extras' [json.bad-value]"),
    DiagnosedInput(
      "list for scalar", #"{"type":"incident","id":"a","claims":[{"stance":"denies","value":⟦[1]}]}"#,
      "warning: 'claims/0/value' should be a text, a number, true or false, not '[1]'; it goes to 'extras' [json.bad-value]"
    ),
    DiagnosedInput(
      "missing field inside", #"{"type":"incident","id":"a","damage":[⟦{"object":"mill"}]}"#,
      "error: 'status' is missing, and every Damage has one; it goes to 'extras' [json.missing-field]"),
    DiagnosedInput(
      "missing id", #"⟦{"type":"incident","title":"a"}"#,
      "error: 'id' is missing, and every Incident has one; the record is skipped [json.missing-field]", keeps: false),
    DiagnosedInput(
      "no type", #"⟦{"id":"a"}"#,
      "error: the object has no 'type', so it is no record; it is skipped [json.missing-type]",
      keeps: false),
    DiagnosedInput(
      "wrong type", #"{"id":"a","type": ⟦"event"}"#,
      "error: 'event' is no record type; known are header, report, incident and tombstone; the record is skipped [json.unknown-type]",
      keeps: false),
    DiagnosedInput(
      "type that is no text", #"{"type":⟦5}"#,
      "error: this value is no record type; known are header, report, incident and tombstone; the record is skipped [json.unknown-type]",
      keeps: false),
    DiagnosedInput("escaped keys", #"{"\u0074ype":"incid\u0065nt","i\u0064":"a"}"#),
    DiagnosedInput(
      "lone surrogate", #"{"type":"incident","id":"a","title":⟦"b\uD800"}"#,
      "warning: the text has characters that no canonical format can carry; CR becomes LF, others U+FFFD [json.replaced-character]"
    ),
    DiagnosedInput(
      "NUL in extras", #"{"type":"incident","id":"a","extras":{"b":⟦["\u0000"]}}"#,
      "warning: the text has characters that no canonical format can carry; CR becomes LF, others U+FFFD [json.replaced-character]"
    ),
    DiagnosedInput(
      "noncharacter", "{\"type\":\"incident\",\"id\":\"a\",\"title\":\"⟦\u{FFFF}\"}",
      "warning: U+FFFE and U+FFFF can't stand in text; they become U+FFFD [json.replaced-character]"),
  ]

  private static let syntax: [DiagnosedInput] = [
    DiagnosedInput(
      "trailing text", #"{"type":"incident","id":"a"} ⟦x"#,
      "error: the end of the record should stand here, not 'x'; the line is skipped [json.syntax]", keeps: false),
    DiagnosedInput(
      "no object", #"⟦[1]"#, "error: '{' should stand here, not '['; the line is skipped [json.syntax]", keeps: false),
    DiagnosedInput(
      "cut off", #"{"type":"incident","id":"a"⟦"#,
      "error: the text ends where a comma or '}' should stand; the line is skipped [json.truncated]", keeps: false),
    DiagnosedInput(
      "cut off in a string", #"{"type":"incident","id":⟦"a"#,
      "error: the string that opens here is never closed; the line is skipped [json.unterminated-string]", keeps: false),
    DiagnosedInput(
      "bad escape", #"{"type":"incident","id":"a⟦\x41"}"#,
      #"error: '\x' is no escape of JSON; the line is skipped [json.bad-escape]"#, keeps: false),
    DiagnosedInput(
      "control character", "{\"type\":\"incident\",\"id\":\"a⟦\u{1}\"}",
      "error: the control character U+0001 may not stand in a string; write it as an escape; the line is skipped [json.control-character]",
      keeps: false),
    DiagnosedInput(
      "comma too many", #"{"type":"incident","id":"a",⟦}"#,
      "error: a string should stand here, not '}'; the line is skipped [json.syntax]", keeps: false),
    DiagnosedInput(
      "number that starts with 0", #"{"type":"report","id":"a","version":⟦01}"#,
      "error: a number should stand here, not '01'; the line is skipped [json.syntax]", keeps: false),
  ]

  @Test(arguments: fields) func `a field is diagnosed at its place`(input: DiagnosedInput) {
    input.check(as: CanonicalNDJSON())
  }

  @Test(arguments: syntax) func `a line that is no JSON is diagnosed and skipped`(input: DiagnosedInput) {
    input.check(as: CanonicalNDJSON())
  }

  @Test func `a bad line costs no other`() {
    let good = #"{"type":"incident","id":"a"}"#
    DiagnosedInput(
      "", "\(good)\n\n{\"type\" ⟦1}\r\n\(good)\n",
      "error: a colon should stand here, not '1'; the line is skipped [json.syntax]"
    ).check(as: CanonicalNDJSON(), count: 2)
  }

  @Test func `bytes that are not UTF-8 are found on the second line too`() {
    var bytes = Array("{\"type\":\"incident\",\"id\":\"a\"}\n{\"type\":\"incident\",\"id\":\"".utf8)
    bytes += [0xC3, 0x28] + Array("\"}".utf8)
    let result = CanonicalNDJSON().read(bytes)
    #expect(
      result.lines == ["input:2:26: error: the bytes here are not UTF-8; the line is skipped [json.invalid-utf8]"])
    #expect(result.records.count == 1)
  }

  @Test func `a value that nests too deep is refused`() {
    let deep = String(repeating: "[", count: 4) + "⟦[" + String(repeating: "]", count: 5)
    DiagnosedInput(
      "", #"{"type":"incident","id":"a","extras":{"b":"# + deep + "}}",
      "error: values nest deeper than 4 levels; the line is skipped [json.too-deep]", keeps: false
    ).check(as: CanonicalNDJSON(), limits: Limits(depth: 4))
  }

  @Test func `a line that is too long is passed over`() {
    let good = #"{"type":"incident","id":"a"}"#
    let long = #"{"type":"incident","id":"\#(String(repeating: "a", count: 100))"}"#
    DiagnosedInput(
      "", "\(good)\n⟦\(long)\n\(good)\n",
      "error: the line has \(long.utf8.count) bytes, more than the 60 of --max-record; it is skipped [json.record-too-large]"
    ).check(as: CanonicalNDJSON(), limits: Limits(recordSize: 60), count: 2)
  }
}

/// Headers and the version of the schema.
@Suite struct HeaderDiagnosticsTests {
  private static let record = #"{"type":"incident","id":"a"}"#

  @Test func `a later minor version is noted and read`() {
    DiagnosedInput(
      "", #"{"type":"header","schemaVersion":⟦"1.7"}"# + "\n" + Self.record,
      "note: the document keeps to schema 1.7, newer than 1.0; fields unknown here go to 'extras' [schema.version-newer]"
    ).check(as: CanonicalNDJSON())
  }

  @Test func `a later major version is refused`() {
    DiagnosedInput(
      "", #"{"type":"header","schemaVersion":⟦"2.0"}"# + "\n" + Self.record,
      "error: the document keeps to schema 2.0, and this version reads 1.x only; a later version of dateline reads it [schema.version-too-new]",
      keeps: false
    ).check(as: CanonicalNDJSON())
  }

  @Test func `a version that is none is taken for ours`() {
    DiagnosedInput(
      "", #"{"type":"header","schemaVersion":⟦"one"}"# + "\n" + Self.record,
      "warning: the schema version 'one' is not of the form 'major.minor'; 1.0 is assumed [schema.version-unreadable]"
    ).check(as: CanonicalNDJSON())
  }

  @Test func `a header that comes late is skipped`() {
    DiagnosedInput(
      "", Self.record + "\n" + #"⟦{"type":"header","schemaVersion":"1.0"}"#,
      "warning: a header stands only before the first record; this one is skipped [json.late-header]"
    ).check(as: CanonicalNDJSON())
  }
}
