import DatelineCore
import TestSupport
import Testing

/// Rows as flat JSON, however they stand in the text.
@Suite struct FlatJSONTests {
  private static let table = ACLEDTable(
    [:], ["event_id_cnty": "XXA18", "time_precision": "2", "tags": "a\tb\u{1F600}"])

  private static func document(_ form: String) -> [UInt8] {
    let rows = table.json
    switch form {
    case "lines": return Array((rows.joined(separator: "\n") + "\n").utf8)
    case "spaced lines":
      return Array(("\n" + rows.map { $0.replacing("\",\"", with: "\" , \"") }.joined(separator: "\r\n\n")).utf8)
    case "list": return Array("[\(rows.joined(separator: ",\n"))]\n".utf8)
    case "values": return Array(rows.map { $0.replacing("{", with: "{\n ") }.joined(separator: "\n").utf8)
    default:
      return Array(
        "{\"status\":200,\"success\":true,\"count\":2,\"messages\":[],\"data\":[\(rows.joined(separator: ", "))],\"filename\":\"x\"}"
          .utf8)
    }
  }

  @Test(arguments: ["lines", "spaced lines", "list", "values", "envelope"], [1, 3, 64, Int.max])
  func `rows are the same in every form, and as those of the CSV`(form: String, chunkSize: Int) throws {
    let result = try ACLEDTable.readable("acled-json").read(Self.document(form), chunkSize: chunkSize)
    let expected = try Self.table.read().records
    #expect(result.lines == [] && result.records == expected)
  }

  @Test(arguments: ["lines", "spaced lines", "list", "values", "envelope"])
  func `every form is recognised`(form: String) throws {
    let bytes = Self.document(form).drop { $0 == 0x0A }
    let recognition = try ACLEDTable.format("acled-json").recognise(Array(bytes).span)
    #expect(recognition?.confidence == 95)
  }

  @Test func `tables of other things are not taken for events`() throws {
    let aggregate = Array("location_code,has_hrp,admin1_name,event_type,events,fatalities\nALB,N,,,0,0\n".utf8)
    #expect(try ACLEDTable.format("acled").recognise(aggregate.span) == nil)
    for text in ["{\"event_type\":\"x\",\"fatalities\":1}", "[]", "{}", "[1]", "{\"data\":[]}", "{"] {
      let bytes = Array(text.utf8)
      #expect(try ACLEDTable.format("acled-json").recognise(bytes.span) == nil, "\(text)")
    }
    let few = Array("event_id_cnty,notes\nX1,x\n".utf8)
    #expect(try ACLEDTable.format("acled").recognise(few.span) == nil)
  }

  @Test func `numbers and strings are the same`() throws {
    let numbers = Self.table.json.map { $0.replacing(/"(-?[0-9]+(?:\.[0-9]+)?)"/) { "\($0.output.1)" } }
    let result = try ACLEDTable.readable("acled-json").read(Array(numbers.joined(separator: "\n").utf8))
    let expected = try Self.table.read().records
    #expect(result.lines == [] && result.records == expected)
  }

  @Test func `a key is known however it is written, and wherever it stands`() throws {
    let long = String(repeating: "long_name_", count: 5)
    let rows = [
      "{\"event_id_cnty\":\"X1\",\"notes\":\"a \\\"b\\\" c\\n\\u00e9 d\\te\",\"\(long)\":\"v\",\"fatalities\":1}",
      "{\"fatalities\" : 1,\"\(long)\":\"v\", \"n\\u006ftes\":\"a \\\"b\\\" c\\n\u{E9} d\\te\", \"event_id_cnty\":\t\"X1\" }",
      "{\"event_id_cnty\":\"X1\",\"notes\":\"a \\u0022b\\\" c\\n\\u00E9 d\\te\",\"\(long)\":\"v\",\"tags\":null,\"fatalities\":1}",
    ]
    for row in rows {
      let result = try ACLEDTable.readable("acled-json").read(Array("\(rows[0])\n\(row)".utf8))
      #expect(result.records.count == 2 && result.records.first == result.records.last, "\(row)")
    }
  }

  @Test func `a key is known however it is spaced`() throws {
    let columns = ["event_id_cnty", "sub_event_type", "notes", "latitude", "longitude", "iso"]
    let values = ["\"X1\"", "\"Attack\"", "\"a \\\"b\\\" \u{E9}\"", "-12.5", "3", "4"]
    let spaces = ["", " ", "\t", "  ", String(repeating: " ", count: 40)]
    var rows: [String] = []
    for before in spaces {
      for behind in spaces {
        let members = zip(columns, values).map { "\"\($0)\"\(before):\(behind)\($1)\(before)" }
        let row = "{\(behind)\(members.joined(separator: ",\(behind)"))}"
        rows += [row, row]
      }
    }
    let result = try ACLEDTable.readable("acled-json").read(Array(rows.joined(separator: "\n").utf8))
    #expect(result.records.count == rows.count && Set(result.records).count == 1 && result.lines == [])
  }

  @Test func `of a key that stands twice the first counts, whatever the second has`() throws {
    for first in ["a", "a\\nb"] {
      let row = "{\"event_id_cnty\":\"X1\",\"notes\":\"\(first)\",\"notes\":\"longer than that\\n\\\"b\\\"\"}"
      let result = try ACLEDTable.readable("acled-json").read(Array("\(row)\n\(row)\n".utf8))
      #expect(result.diagnostics.map(\.code.rawValue) == ["json.duplicate-key", "json.duplicate-key"])
      for record in result.records {
        guard case .incident(let incident) = record else { continue }
        #expect(incident.summary?.description == first.replacing("\\n", with: "\n"))
      }
      #expect(result.records.count == 2)
    }
  }

  @Test(arguments: [
    ("01", "json.syntax"), ("1.", "json.syntax"), ("-", "json.syntax"), ("nul", "json.syntax"), ("1 2", "json.syntax"),
    ("\"a", "json.unterminated-string"), ("\"a\u{1}\"", "json.control-character"), ("\"\\q\"", "json.bad-escape"),
    ("[1]", "json.nested-value"), ("1,\"fatalities\":2", "json.duplicate-key"),
  ])
  func `a value that is not usual is read or refused as in any object`(value: String, code: String) throws {
    // The first row makes the key a known one.
    let first = "{\"event_id_cnty\":\"X1\",\"notes\":\"n\",\"fatalities\":1,\"tags\":\"t\"}"
    let row = "{\"event_id_cnty\":\"X2\",\"notes\":\"a\\nb\",\"fatalities\":\(value)}"
    let result = try ACLEDTable.readable("acled-json").read(Array("\(first)\n\(row)\n".utf8))
    #expect(result.diagnostics.first?.code.rawValue == code)
    #expect(result.diagnostics.first?.position?.line == 2)
  }

  @Test func `what is no text is told at its place`() throws {
    let bytes = Array("{\"event_id_cnty\":\"X1\",\"notes\":\"a\u{FFFE}b\"}\n{\"event_id_cnty\":\"".utf8) + [0xC3, 0x28]
    let result = try ACLEDTable.readable("acled-json").read(bytes + Array("\"}\n".utf8))
    #expect(result.records.count == 1)
    #expect(
      result.diagnostics.prefix(2).map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.code.rawValue)" }
        == ["1:33 json.replaced-character", "2:19 json.invalid-utf8"])
  }

  @Test func `null and absent keys are nothing`() throws {
    let text =
      "{\"event_id_cnty\":\"X1\",\"actor1\":null}\n{\"event_id_cnty\":\"X2\"}\n{\"notes\":\"n\",\"event_id_cnty\":\"X3\"}\n"
    let result = try ACLEDTable.readable("acled-json").read(Array(text.utf8))
    #expect(result.lines == [] && result.records.count == 3)
    guard case .incident(let last)? = result.records.last else { return }
    #expect(last.summary == "n" && last.participants == [])
  }

  @Test(arguments: [
    ("{\"event_id_cnty\":\"X1\",\"fatalities\":\"x\"}", "input:1:36: warning", "acled.bad-number"),
    ("{\"event_id_cnty\":\"X1\",\"notes\":[1]}", "input:1:31: warning", "json.nested-value"),
    ("{\"event_id_cnty\":\"X1\",\"notes\":\"a\",\"notes\":\"b\"}", "input:1:44: error", "json.duplicate-key"),
    ("{\"event_id_cnty\":\"X1\",\"comment\":\"c\"}", "input:1:33: warning", "acled.unknown-column"),
    ("{\"event_id_cnty\":\"X1\" \"notes\":\"b\"}", "input:1:23: error", "json.syntax"),
    ("{\"event_id_cnty\":\"X1\"} x", "input:1:24: error", "json.syntax"),
    ("{\"notes\":\"n\"}", "input:1:1: error", "acled.no-event-id"),
    ("{\"event_id_cnty\":\"X1", "input:1:18: error", "json.unterminated-string"),
    ("{\"event_id_cnty\":\"X1\",\"\":\"b\"}", "input:1:23: error", "json.syntax"),
    ("{\"success\":false,\"data\":[]}", "input:1:2: error", "json.answer-failed"),
    ("{\"messages\":[\"m\"],\"data\":[]}", "input:1:2: warning", "json.answer-failed"),
    ("{\"count\":2,\"data\":[]}", "input:1:22: warning", "json.count-differs"),
    ("{\"other\":2,\"data\":[]}", "input:1:2: warning", "json.unknown-member"),
    ("{\"data\":[]} x", "input:1:13: error", "json.trailing-text"),
    ("[{\"event_id_cnty\":\"X1\"}", "input:1:24: error", "json.truncated-document"),
    ("[{\"event_id_cnty\":\"X1\"} {}]", "input:1:25: error", "json.syntax"),
    ("[1]", "input:1:2: error", "json.syntax"), ("x", "input:1:1: error", "json.syntax"),
  ])
  func `what is wrong is told at its place`(text: String, place: String, code: String) throws {
    let result = try ACLEDTable.readable("acled-json").read(Array(text.utf8))
    #expect(result.lines.count == 1, "\(result.lines)")
    #expect(
      result.lines.first?.hasPrefix(place) == true && result.lines.first?.hasSuffix("[\(code)]") == true,
      "\(result.lines)")
  }

  @Test func `a table has no more keys than can be held`() throws {
    let many = (0..<1100).map { "\"k\($0)\":1" }.joined(separator: ",")
    let text = "{\"event_id_cnty\":\"X1\"}\n{\"event_id_cnty\":\"X2\",\(many)}\n{\"event_id_cnty\":\"X3\"}\n"
    let result = try ACLEDTable.readable("acled-json").read(Array(text.utf8), errorLimit: 5)
    #expect(result.lines.contains { $0.hasSuffix("[json.too-many-keys]") } && result.records.count == 2)
  }

  @Test(arguments: ["acled", "acled-json"], 0..<20)
  func `changed and cut bytes never trap, and chunks change nothing`(id: String, seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var bytes = id == "acled" ? Self.table.csv : Self.document(["lines", "list", "envelope"][seed % 3])
    let format = try ACLEDTable.readable(id)
    for _ in 0..<20 {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes = Array(bytes.prefix(max(40, index)))
      }
      let whole = format.read(bytes)
      #expect(format.read(bytes, chunkSize: 3) == whole)
      let header = whole.header ?? Header(schemaVersion: Schema.version)
      let canonical = try ACLEDTable.writable("ndjson").write(header, whole.records)
      #expect(try ACLEDTable.readable("ndjson").read(canonical).records == whole.records)
      _ = try ACLEDTable.writable("acled").write(header, whole.records)
    }
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `delimiters and line ends are found out`(delimiter: String, lineEnd: String) throws {
    let bytes = Self.table.csv(delimiter: delimiter, lineEnd: lineEnd)
    let result = try ACLEDTable.readable("acled").read(bytes, chunkSize: 5)
    let expected = try Self.table.read().records
    #expect(result.lines == [] && result.records == expected)
    let told = Array("sep=\(delimiter)\n".utf8) + bytes
    #expect(try ACLEDTable.readable("acled").read(told).records == result.records)
  }
}
