import DatelineCore
import DatelineJSON
import Foundation
import TestSupport
import Testing

/// Our own output keeps to the schemas that we publish. Needs Python with `jsonschema`; skipped where there is none.
@Suite struct SchemaFilesTests {
  private static func python(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasJSONSchema = (try? python("import jsonschema", []).status) == 0

  private static let validation = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    bad = 0
    for number, line in enumerate(open(sys.argv[2], encoding="utf-8", newline="\\n"), 1):
        if not validator.is_valid(json.loads(line)):
            bad += 1
            print(number, line[:200].rstrip())
    sys.exit(1 if bad else 0)
    """

  private func validate(_ lines: [UInt8]) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(lines).write(to: file)
    let schema = DerivedFilesTests.root.appendingPathComponent("Specs/json/incident.schema.json")
    return try Self.python(Self.validation, [schema.path, file.path])
  }

  @Test(.enabled(if: hasJSONSchema, "Python has no jsonschema")) func `random records keep to the JSON Schema`() throws
  {
    var lines: [UInt8] = []
    for seed in 0..<60 {
      var random = RandomRecords(seed: seed, fill: seed < 3 ? 1 : 0.3)
      lines += try CanonicalNDJSON().write(try random.header(), try random.records(4))
    }
    let result = try validate(lines)
    #expect(result.status == 0, "\(result.output.prefix(2000))")
  }

  @Test(
    .enabled(if: hasJSONSchema, "Python has no jsonschema"),
    arguments: [
      #"{"type":"incident"}"#, #"{"type":"event","id":"a"}"#, #"{"type":"incident","id":""}"#,
      #"{"type":"incident","id":"a","x":1}"#, #"{"type":"incident","id":"a","when":{"date":"yesterday"}}"#,
      #"{"type":"incident","id":"a","places":[]}"#, #"{"type":"incident","id":"a","places":[{}]}"#,
      #"{"type":"incident","id":"a","places":[{"latitude":91}]}"#, #"{"type":"incident","id":"a","stage":"maybe"}"#,
      #"{"type":"incident","id":"a","when":{"time":"24h"}}"#, #"{"type":"incident","id":"a","titleDerived":false}"#,
    ])
  func `what is not canonical does not keep to it`(line: String) throws {
    #expect(try validate(Array((line + "\n").utf8)).status != 0)
  }
}
