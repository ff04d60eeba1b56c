import DatelineCore
import DatelineText
import TestSupport
import Testing

/// What is said about labelled text that is not as it should be, and where.
@Suite struct TextDiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    let message: String
    /// What the record's extras hold afterwards, as `key=value`; nil where the record is skipped.
    let extras: [String]?

    init(_ lines: String, _ message: String, extras: [String]? = []) {
      self.lines = lines
      self.message = message
      self.extras = extras
    }

    var testDescription: String { lines }
  }

  static let cases = [
    Case(
      "⟦foo: a b", "warning: 'foo' is no field of Incident; it goes to 'extras' [text.unknown-label]",
      extras: [#"/foo="a b""#]),
    Case(
      "⟦when.foo: a", "warning: 'foo' is no field of When; it goes to 'extras' [text.unknown-label]",
      extras: [#"/when/foo="a""#]),
    Case(
      "place: role=scene; ⟦foo=1", "warning: 'foo' is no field of Place; it goes to 'extras' [text.unknown-label]",
      extras: [#"/places/0/foo="1""#]),
    Case(
      "title: a\n⟦Title: b",
      "error: 'title' stands here a second time; this value goes to 'extras' [text.duplicate-label]",
      extras: [#"/title="b""#]),
    Case(
      "when.date: ⟦yesterday",
      "warning: 'when/date' should be an EDTF date, such as 2024-01-13, not 'yesterday'; it goes to 'extras' "
        + "[text.bad-value]",
      extras: [#"/when/date="yesterday""#]),
    Case(
      "munition: best=⟦two",
      "warning: 'munitions/0/best' should be a whole number from 0, not 'two'; it goes to 'extras' [text.bad-value]",
      extras: [#"/munitions/0/best="two""#]),
    Case(
      "relation: relation=partOf\nrelation: ⟦Alder",
      "warning: 'relations/1' should be 'key=value; key=value', not 'Alder'; it goes to 'extras' [text.bad-value]",
      extras: [#"/relations/1="Alder""#]),
    Case(
      "Casualties: ⟦two hurt",
      "warning: 'casualties/0' should be 'key=value; key=value', not 'two hurt'; it goes to 'extras' [text.bad-value]",
      extras: [#"/casualties/0="two hurt""#]),
    Case(
      "Location: Alder\nTime: ⟦late",
      "warning: 'when/time' should be a time, such as 22:15, not 'late'; it goes to 'extras' [text.bad-value]",
      extras: [#"/when/time="late""#]),
    Case(
      "report: id=urn:x:1\nevidence: field=/title; report=⟦#2; start=0; end=1",
      "warning: '#2' is none of the record's 1 reports, so it is taken for an id [text.unknown-report]"),
    Case(
      "evidence: ⟦field=/title; start=0",
      "error: 'unit' is missing, and every Evidence has one; it goes to 'extras' [text.missing-field]",
      extras: [#"/evidence/0="field=/title; start=0""#]),
    Case(
      "casualty: ⟦best=2",
      "error: 'status' is missing, and every Casualty has one; it goes to 'extras' [text.missing-field]",
      extras: [#"/casualties/0="best=2""#]),
    Case(
      "extras.a.b: ⟦three", "warning: 'a.b' should be a JSON value; it is kept as text [text.bad-value]",
      extras: [#"a.b="three""#]),
    Case(
      "⟦title:", "warning: 'title' is empty, which says no more than leaving it out [text.empty-value]"),
    Case(
      #"title: C:⟦\Users"#,
      #"warning: the backslash here escapes nothing, so it stands for itself; write '\\' [text.bad-escape]"#),
    Case(
      "claim: stance=denies; text=no; ⟦never",
      "warning: the semicolon before this has no 'key=value' behind it, so it belongs to the value; write '\\;' "
        + "[text.loose-semicolon]"),
    Case(
      "title: a\n⟦b",
      "warning: the line has no label, so it goes on with the value before; lines that go on are indented "
        + "[text.missing-indentation]"),
    Case(
      "title: a\n\n⟦b",
      "error: the line has no label, nor a value before that it could go on with; it is skipped [text.missing-label]"),
    Case(
      "⟦over the border\ntitle: a",
      "error: the line has no label, nor a value before that it could go on with; it is skipped [text.missing-label]"),
    Case(
      "title: a\n\n⟦incidnet: urn:example:2\ntitle: b",
      "error: 'incidnet' is no record type; known are report, incident and tombstone; the record is skipped "
        + "[text.unknown-record]"),
    Case(
      "title: ⟦\u{1}",
      "warning: the line has characters that no canonical format can carry; they become U+FFFD "
        + "[text.replaced-character]"),
    Case(
      "title: a\n\n⟦Dateline-Text: 1\nschemaVersion: 1.0\n\nDateline-Text: end",
      "warning: a header stands only before the first record; this one is skipped [text.late-header]"),
  ]

  @Test(arguments: cases) func `a diagnostic names its place and what happens`(example: Case) throws {
    let input = MarkedText("Dateline-Text: 1\n\nincident: urn:example:1\n\(example.lines)\n")
    let result = LabelledText().read(input.bytes)
    let place = try #require(input.positions.first)
    #expect(result.lines == ["input:\(place.line):\(place.column): \(example.message)"])
    #expect(result.records.count == 1)
    guard case .incident(let incident) = result.records.first else { return }
    #expect(incident.extras.fields.map { "\($0.key)=\($0.value)" } == example.extras)
  }

  @Test(arguments: [
    (
      "Dateline-Text: ⟦2\n",
      "error: the document is labelled text of version 2, and this version reads 1 only; a later version of dateline "
        + "reads it [text.version-too-new]"
    ),
    (
      "Dateline-Text: 1\nschemaVersion: ⟦2.0\n\nincident: a:b\n",
      "error: the document keeps to schema 2.0, and this version reads 1.x only; a later version of dateline reads it "
        + "[schema.version-too-new]"
    ),
    (
      "⟦LIMA, March 3 (NW) - Two shells fell.\n",
      "error: the first line should be 'Dateline-Text: 1', and this is no labelled text; prose is read with --from "
        + "article [text.missing-signature]"
    ),
    (
      "Dateline-Text: 1\nschemaVersion: 1.0\n\nincident: a:b\n⟦",
      "error: the document ends without 'Dateline-Text: end', so it may be cut off; what is here has been read "
        + "[text.truncated]"
    ),
    (
      "⟦incident: a:b\n",
      "warning: the first line should be 'Dateline-Text: 1'; it is taken as said [text.missing-signature]"
    ),
    (
      "Dateline-Text: 1\n\n⟦incident:\ntitle: a\n",
      "warning: 'id' is empty, which says no more than leaving it out [text.empty-value]"
    ),
    (
      "Dateline-Text: 1\n\nincident: a:b\nDateline-Text: end\n⟦title: x\n",
      "error: the line belongs to no record; it is skipped [text.no-record]"
    ),
    (
      "Dateline-Text: 1\n\nincident: a:b\nDateline-Text: end\n\n⟦incident: a:c\n",
      "warning: this stands behind the end of the document; it is read all the same [text.behind-end]"
    ),
  ])
  func `what is wrong with the document is said at its place`(marked: String, message: String) throws {
    let input = MarkedText(marked)
    let place = try #require(input.positions.first)
    #expect(LabelledText().read(input.bytes).lines.first == "input:\(place.line):\(place.column): \(message)")
  }

  @Test func `a record without id is skipped and the next is read`() throws {
    let input = MarkedText("Dateline-Text: 1\n\n⟦incident:\ntitle: a\n\nincident: a:b\n")
    let result = LabelledText().read(input.bytes)
    #expect(result.records.map(\.id) == ["a:b"])
    let place = try #require(input.positions.first)
    #expect(
      result.lines.last
        == "input:\(place.line):1: error: 'id' is missing, and every Incident has one; the record is skipped "
        + "[text.missing-field]")
  }

  @Test(arguments: [1, 3, .max])
  func `a record that is too large is skipped, in whatever pieces it comes`(chunkSize: Int) {
    let large = String(repeating: "title: abcdefgh\n  abcdefgh\n", count: 20)
    let longLine = String(repeating: "a", count: 500)
    let blankLines = String(repeating: "\n", count: 100)
    for text in [large, "summary: \(longLine)\ntitle: x\n", "title: a\(blankLines)  b\n"] {
      let input = "Dateline-Text: 1\n\nincident: a:1\n\(text)\nincident: a:2\n\nDateline-Text: end\n"
      let result = LabelledText().read(Array(input.utf8), chunkSize: chunkSize, limits: Limits(recordSize: 200))
      #expect(result.records.map(\.id) == ["a:2"])
      #expect(result.lines.count == 1)
      #expect(result.lines.first?.hasPrefix("input:3:1: error: the record has ") == true)
      #expect(result.lines.first?.hasSuffix("it is skipped [text.record-too-large]") == true)
    }
  }

  @Test func `bytes that are no UTF-8 are replaced at their place`() {
    var bytes = Array("Dateline-Text: 1\n\nincident: a:1\ntitle: ab".utf8)
    bytes += [0xFF, 0x0A]
    let result = LabelledText().read(bytes)
    #expect(
      result.lines == ["input:4:10: error: the bytes here are not UTF-8; they become U+FFFD [text.invalid-utf8]"])
    guard case .incident(let incident) = result.records.first else { return }
    #expect(incident.title == "ab\u{FFFD}")
  }
}
