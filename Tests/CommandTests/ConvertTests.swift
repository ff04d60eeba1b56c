import Foundation
import TestSupport
import Testing

/// `dateline convert` as a user meets it: files, streams, statuses, and what it says when something is wrong.
@Suite struct ConvertTests {
  static let record = #"{"type":"incident","id":"urn:example:1","title":"Fire in a mill","when":{"date":"2024-02-29"}}"#
  static let document = #"{"type":"header","schemaVersion":"1.0"}"# + "\n" + record + "\n"

  @Test func `standard input becomes standard output in canonical lines`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.record, to: "in.ndjson")
    let result = try Command.shell("dateline < in.ndjson", in: scratch.folder)
    #expect(result == Command.Result(output: Self.document, errors: "", status: 0))
  }

  @Test func `formats are taken from the names of files`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    let result = try Command.shell("dateline in.ndjson -o out.json && dateline out.json", in: scratch.folder)
    #expect(result == Command.Result(output: Self.document, errors: "", status: 0))
    #expect(try scratch.text(of: "out.json").hasPrefix(#"{"header":{"schemaVersion":"1.0"},"records":["#))
  }

  @Test func `a name with the ending of no format is noted`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    let result = try Command.shell("dateline in.ndjson -o out.xlsx", in: scratch.folder)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "dateline: note: no format that can be written has files that end in '.xlsx', so ndjson is written; name another with --to [call.unknown-ending]\n"
    )
    #expect(try scratch.text(of: "out.xlsx") == Self.document)
    let quiet = try Command.shell("dateline in.ndjson -o out --quiet && dateline in.ndjson -o -", in: scratch.folder)
    #expect(quiet == Command.Result(output: Self.document, errors: "", status: 0))
  }

  @Test func `an option of a format that nothing was read or written as is told`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    let result = try Command.shell("dateline in.ndjson --to-date 2024-01-01", in: scratch.folder)
    #expect(result.status == 0 && result.output == Self.document)
    #expect(result.errors.contains("the option 'to-date' is one of 'ics', as which nothing was read or written"))
  }

  @Test func `several inputs become one document with the first header`() throws {
    let scratch = try Scratch()
    try scratch.write(#"{"type":"header","schemaVersion":"1.0","title":"One"}"# + "\n" + Self.record, to: "1.ndjson")
    try scratch.write(
      #"{"type":"header","schemaVersion":"1.0","title":"Two"}"# + "\n"
        + Self.record.replacing("urn:example:1", with: "urn:example:2"),
      to: "2.ndjson")
    let result = try Command.shell("dateline 1.ndjson 2.ndjson", in: scratch.folder)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 3)
    #expect(result.output.hasPrefix(#"{"type":"header","schemaVersion":"1.0","title":"One"}"#))
    #expect(result.errors.contains("2.ndjson:1:1: warning: 'title' of this header differs"))
  }

  @Test(arguments: [
    ("dateline --to nsjson in.ndjson", 64, "did you mean 'ndjson'?"),
    ("dateline --from bogus in.ndjson", 64, "no format is called 'bogus'"),
    ("dateline missing.ndjson", 66, "'missing.ndjson' can't be opened: No such file or directory"),
    ("dateline .", 66, "Is a directory"),
    ("dateline in.ndjson -o nowhere/out.json", 73, "'nowhere/out.json' can't be created"),
    ("dateline in.ndjson -o /dev/full", 74, "'/dev/full' can't be written: No space left on device"),
    ("dateline in.ndjson > /dev/full", 74, "'<stdout>' can't be written"),
    ("dateline empty", 65, "empty:1:1: error: the input is empty"),
    ("dateline binary", 65, "binary:1:1: error: the input is binary"),
    ("dateline packed.gz", 65, "compressed with gzip"),
    ("dateline bad.ndjson", 1, "bad.ndjson:3:49: error: the string that opens here is never closed"),
    ("dateline newer.ndjson", 65, "newer.ndjson:1:34: error: the document keeps to schema 2.0"),
    ("dateline in.ndjson --reference-date tomorrow", 64, "--reference-date takes a date"),
    ("dateline in.ndjson --max-record 0", 64, "--max-record takes a size"),
    ("dateline in.ndjson --write-option x", 64, "name=value"),
    ("dateline in.ndjson --write-option x=y", 64, "has no option 'x'"),
    ("dateline in.ndjson --option x=y", 64, "no format has an option 'x'"),
    ("dateline in.ndjson --ics-profile", 64, "Missing value"),
    ("dateline --from ndjson in.ndjson --ics-profile modern", 64, "'ics-profile' is one of 'ics', which nothing here"),
    ("dateline in.ndjson --to ics --ics-profile old", 64, "option 'ics-profile' takes compat, modern, not 'old'"),
    ("dateline --from ndjson --max-record 50 in.ndjson", 1, "more than the 50 of --max-record"),
  ])
  func `what goes wrong is said, with the status that stands for it`(
    line: String, status: Int32, message: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    try scratch.write("", to: "empty")
    try scratch.write([0x41, 0x00, 0x01, 0x02, 0x03], to: "binary")
    try scratch.write([0x1F, 0x8B, 0x08, 0x00, 0x00], to: "packed.gz")
    try scratch.write(
      Self.document + #"{"type":"incident","id":"urn:example:2","title":"x"# + "\n", to: "bad.ndjson")
    try scratch.write(#"{"type":"header","schemaVersion":"2.0"}"# + "\n", to: "newer.ndjson")
    let result = try Command.shell(line, in: scratch.folder)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!result.errors.contains("Fatal"))
  }

  @Test func `options of formats are given like any other`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    let lines = [
      "dateline in.ndjson --to csv --delimiter tab", "dateline in.ndjson --to csv --delimiter=tab",
      "dateline convert --delimiter tab --to csv in.ndjson", "dateline in.ndjson --to csv --write-option delimiter=tab",
      "dateline in.ndjson --to csv --option delimiter=tab",
    ]
    let results = try lines.map { try Command.shell($0, in: scratch.folder) }
    #expect(results[0].output.contains("\t") && results[0].status == 0 && results[0].errors.isEmpty)
    for result in results { #expect(result == results[0]) }
    // Behind the two hyphens stand names of files.
    #expect(try Command.shell("dateline -- --delimiter", in: scratch.folder).status == 66)
  }

  @Test func `a target is as it was when the conversion fails`() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "out.json")
    try scratch.write(#"{"header":{"schemaVersion":"1.0"},"records":["# + Self.record, to: "cut.json")
    let result = try Command.shell("dateline cut.json -o out.json", in: scratch.folder)
    #expect(result.status == 65)
    #expect(try scratch.text(of: "out.json") == "old")
    #expect(scratch.files == ["cut.json", "out.json"])
  }

  @Test func `a reader that goes away ends the conversion quietly`() throws {
    let scratch = try Scratch()
    try scratch.write(String(repeating: Self.record + "\n", count: 20_000), to: "many.ndjson")
    let result = try Command.shell("dateline many.ndjson | head -n 1", in: scratch.folder)
    #expect(result == Command.Result(output: #"{"type":"header","schemaVersion":"1.0"}"# + "\n", errors: "", status: 0))
  }

  @Test func `the same input gives the same bytes in every zone and language`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.ndjson")
    let plain = try Command.shell("dateline in.ndjson --to json", in: scratch.folder)
    for (zone, language) in [("Asia/Kathmandu", "tr_TR.UTF-8"), ("America/St_Johns", "C"), ("UTC", "ar_EG.UTF-8")] {
      let other = try Command.shell(
        "dateline in.ndjson --to json", in: scratch.folder, environment: ["TZ": zone, "LC_ALL": language])
      #expect(other == plain)
    }
  }

  @Test func `UTF-16 and UTF-32 are read by their marks, and without`() throws {
    let scratch = try Scratch()
    let plain = try Command.shell("printf '%s' '\(Self.record)' | dateline", in: scratch.folder)
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian] {
      for mark in ["\u{FEFF}", ""] {
        let data = try #require((mark + Self.record).data(using: encoding))
        try scratch.write(Array(data), to: "in.json")
        #expect(try Command.shell("dateline in.json", in: scratch.folder) == plain, "\(encoding) \(mark.isEmpty)")
      }
    }
  }

  @Test func `inspect says what an input is and what it holds`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.document, to: "in.dat")
    let result = try Command.shell("dateline inspect in.dat", in: scratch.folder)
    #expect(
      result.output == """
        in.dat: ndjson (95 %, by content: the first line is a canonical record or header)
          holds: 0 reports, 1 incident, 0 tombstones
          incidents from 2024-02-29 to 2024-02-29

        """)
  }

  @Test func `formats are listed in plain words and as JSON`() throws {
    let text = try Command.shell("dateline formats")
    #expect(text.output.contains("ndjson") && text.output.contains("rw="))
    let json = try Command.shell("dateline formats --json")
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(list.contains { $0["id"] as? String == "ndjson" && $0["lossless"] as? Bool == true })
  }

  @Test func `the version names the schema`() throws {
    #expect(try Command.shell("dateline --version").output.contains("schema 1.0"))
  }
}
