import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

/// Our own output keeps to the schemas that we publish. Needs Python with `jsonschema`; skipped where there is none.
@Suite struct SchemaFilesTests {
  private static let python = Python(importing: "jsonschema")

  private static let validation = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    bad = 0
    text = open(sys.argv[2], encoding="utf-8", newline="\\n")
    for number, line in enumerate([text.read()] if sys.argv[3] == "document" else text, 1):
        if not validator.is_valid(json.loads(line)):
            bad += 1
            print(number, line[:200].rstrip())
    sys.exit(1 if bad else 0)
    """

  private func validate(_ bytes: [UInt8], as kind: String = "lines") throws -> (status: Int32, output: String) {
    let folder = try Scratch()
    let schema = DerivedFilesTests.root.appendingPathComponent("Specs/json/incident.schema.json")
    return try #require(Self.python).run(Self.validation, [schema.path, try folder.write(bytes, to: "bytes"), kind])
  }

  @Test(.enabled(if: python != nil, "there is no python3 with jsonschema"))
  func `random records keep to the JSON Schema, as lines and as documents`() throws {
    var lines: [UInt8] = []
    for seed in 0..<60 {
      var random = RandomRecords(seed: seed, fill: seed < 3 ? 1 : 0.3)
      let (header, records) = (try random.header(), try random.records(4))
      lines += try CanonicalNDJSON().write(header, records)
      guard seed % 20 == 0 else { continue }
      let document = try validate(try CanonicalJSONDocument().write(header, records), as: "document")
      #expect(document.status == 0, "\(document.output.prefix(2000))")
    }
    let result = try validate(lines)
    #expect(result.status == 0, "\(result.output.prefix(2000))")
  }

  @Test(
    .enabled(if: python != nil, "there is no python3 with jsonschema"),
    arguments: [
      #"{"type":"incident"}"#, #"{"type":"event","id":"a"}"#, #"{"type":"incident","id":""}"#,
      #"{"type":"incident","id":"a","x":1}"#, #"{"type":"incident","id":"a","when":{"date":"yesterday"}}"#,
      #"{"type":"incident","id":"a","places":[]}"#, #"{"type":"incident","id":"a","places":[{}]}"#,
      #"{"type":"incident","id":"a","places":[{"latitude":91}]}"#, #"{"type":"incident","id":"a","stage":"maybe"}"#,
      #"{"type":"incident","id":"a","when":{"time":"24h"}}"#, #"{"header":{"schemaVersion":"1.0"}}"#,
      #"{"header":{"schemaVersion":"1.0"},"records":[{"id":"a"}]}"#, #"{"header":{},"records":[]}"#,
      #"{"type":"incident","id":"a","titleDerived":false}"#,
    ])
  func `what is not canonical does not keep to it`(line: String) throws {
    #expect(try validate(Array((line + "\n").utf8)).status != 0)
  }
}
