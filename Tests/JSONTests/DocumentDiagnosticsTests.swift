import DatelineCore
import DatelineJSON
import TestSupport
import Testing

/// What is reported about a document, and where.
@Suite struct DocumentDiagnosticsTests {
  private static let documents: [DiagnosedInput] = [
    DiagnosedInput(
      "nothing",
      "{\n \"header\" : {\"schemaVersion\":\"1.0\"},\n \"records\" : [ {\"type\":\"incident\",\"id\":\"a\"} ]\n}\n"),
    DiagnosedInput("a plain list", #"[{"type":"incident","id":"a"}]"#),
    DiagnosedInput("escaped keys", #"{"rec\u006Frds":[{"type":"incident","id":"a"}]}"#),
    DiagnosedInput(
      "unknown member", #"{⟦"x":[{"y":"]"}],"records":[{"type":"incident","id":"a"}]}"#,
      "warning: 'x' is no member of a document; it is skipped [json.unknown-member]"),
    DiagnosedInput(
      "records that are no list", #"{"records":⟦5}"#,
      "error: 'records' should be a list; it is skipped [json.unknown-member]", keeps: false),
    DiagnosedInput(
      "late header", #"{"records":[{"type":"incident","id":"a"}],⟦"header":{"schemaVersion":"1.0"}}"#,
      "warning: the header stands after the records; it is skipped [json.unknown-member]"),
    DiagnosedInput(
      "second header",
      #"{"header":{"schemaVersion":"1.0"},⟦"header":{"schemaVersion":"1.0"},"records":[{"type":"incident","id":"a"}]}"#,
      "error: 'header' stands here a second time; the first counts [json.duplicate-key]"),
    DiagnosedInput(
      "second records", #"{"records":[],⟦"records":[{"type":"incident","id":"a"}]}"#,
      "error: 'records' stands here a second time; its records are read too [json.duplicate-key]"),
    DiagnosedInput(
      "record as header", #"{"header":⟦{"type":"incident","id":"b"},"records":[{"type":"incident","id":"a"}]}"#,
      "error: the value of 'header' is a record; it is skipped [json.bad-header]"),
    DiagnosedInput(
      "header that is no JSON", #"{"header":{"schemaVersion"⟦},"records":[{"type":"incident","id":"a"}]}"#,
      "error: a colon should stand here, not '}'; the header is skipped [json.syntax]"),
    DiagnosedInput(
      "bad record", "{\"records\":[{\"type\":\"incident\",\n\"id\" ⟦5},{\"type\":\"incident\",\"id\":\"a\"}]}",
      "error: a colon should stand here, not '5'; the record is skipped [json.syntax]"),
    DiagnosedInput(
      "record that is none", #"{"records":[⟦12,{"type":"incident","id":"a"}]}"#,
      "error: '{' should stand here, not '12'; the record is skipped [json.syntax]"),
    DiagnosedInput(
      "trailing text", #"{"records":[{"type":"incident","id":"a"}]} ⟦x"#,
      "error: the document has ended; what follows is not read [json.trailing-text]"),
    DiagnosedInput(
      "no comma between records", #"{"records":[{"type":"incident","id":"a"}⟦{"type":"incident","id":"b"}]}"#,
      "error: a comma or ']' should stand here [json.syntax]"),
    DiagnosedInput(
      "comma at the end", #"{"records":[{"type":"incident","id":"a"},⟦]}"#,
      "error: a value should stand here [json.syntax]"),
    DiagnosedInput(
      "no comma between members", #"{"header":{"schemaVersion":"1.0"} ⟦"records":[]}"#,
      "error: a comma or '}' should stand here [json.syntax]", keeps: false),
    DiagnosedInput(
      "comma after the members", #"{"records":[{"type":"incident","id":"a"}],⟦}"#,
      "error: a key should stand here [json.syntax]"),
    DiagnosedInput(
      "cut off", #"{"records":[{"type":"incident","id":"a"},{"type":"inc⟦"#,
      "error: the document ends before it is whole; the records before this place have been read [json.truncated-document]"
    ),
    DiagnosedInput(
      "no document", "⟦hello",
      "error: '{' should stand here: a document is an object with 'header' and 'records' [json.syntax]", keeps: false),
    DiagnosedInput(
      "unknown members first", #"{⟦"x":1,⟦"y":[2],"records":[{"type":"incident","id":"a"}]}"#,
      "warning: 'x' is no member of a document; it is skipped [json.unknown-member]",
      "warning: 'y' is no member of a document; it is skipped [json.unknown-member]"),
    DiagnosedInput(
      "record by itself", #"{⟦"type":"incident","id":"a"}"#,
      "error: the object has neither 'header' nor 'records', so it is no document; a record by itself is read in brackets, as '[…]' [json.no-records]",
      keeps: false),
    DiagnosedInput(
      "something else", #"{"a":1⟦}"#,
      "error: the object has neither 'header' nor 'records', so it is no document; a record by itself is read in brackets, as '[…]' [json.no-records]",
      keeps: false),
    DiagnosedInput(
      "late header record", #"{"records":[{"type":"incident","id":"a"},⟦{"type":"header","schemaVersion":"1.0"}]}"#,
      "warning: a header stands only before the first record; this one is skipped [json.late-header]"),
  ]

  @Test(arguments: documents) func `a document is diagnosed at the place`(input: DiagnosedInput) {
    input.check(as: CanonicalJSONDocument())
  }

  @Test func `a record that is too large is passed over`() {
    let large = #"{"type":"incident","id":"\#(String(repeating: "a", count: 100))"}"#
    DiagnosedInput(
      "", "[⟦\(large),{\"type\":\"incident\",\"id\":\"a\"}]",
      "error: the value has \(large.utf8.count) bytes, more than the 60 of --max-record; it is skipped [json.record-too-large]"
    ).check(as: CanonicalJSONDocument(), limits: Limits(recordSize: 60))
  }
}
