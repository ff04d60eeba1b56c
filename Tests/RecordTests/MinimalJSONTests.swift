import DatelineCore
import DatelineRecord
import TestSupport
import Testing

/// Values that are carried without being looked into.
@Suite struct MinimalJSONTests {
  private static func read(_ value: String) throws -> String? {
    let bytes = Array(#"{"type":"incident","id":"a","extras":{"x.y":\#(value)}}"#.utf8)
    let line = try CanonicalJSON.read(bytes, at: SourcePosition(), log: DiagnosticLog(input: "test"))
    guard case .record(.incident(let incident))? = line else { return nil }
    return incident.extras["x.y"]?.description
  }

  @Test(arguments: 0..<40)
  func `a minimal value is carried as it is`(seed: UInt64) throws {
    var values = RandomJSON(random: SeededRandom(seed: seed))
    for _ in 0..<50 {
      let value = values.value()
      #expect(try Self.read(value) == value)
      let list = "[\(values.scalar()),\(value)]"
      #expect(try Self.read(list) == list)
    }
  }

  @Test(arguments: [
    (#"[ "a" , "b" ]"#, #"["a","b"]"#), (#"["a","\u0062"]"#, #"["a","b"]"#), (#"["\/"]"#, #"["/"]"#),
    (#"["\r\n"]"#, #"["\n"]"#), (#""\u00e9""#, #""é""#), (#"["a",1]"#, #"["a",1]"#), ("[ ]", "[]"),
    (#"["\"\\\n\t"]"#, #"["\"\\\n\t"]"#),
  ])
  func `another spelling becomes minimal`(value: String, minimal: String) throws {
    #expect(try Self.read(value) == minimal)
  }

  @Test(arguments: [#"["a""#, #"["a",]"#, #"["a" "b"]"#, "[\"a\n\"]", #"["a\x"]"#, #"["a"#, "["])
  func `what is no JSON is refused`(value: String) {
    #expect(throws: ConversionError.self) { try Self.read(value) }
  }
}
