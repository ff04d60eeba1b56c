import DatelineCore
import DatelineRecord
import Testing

/// Values that no field can take are kept in the extras, and come to no harm there.
@Suite struct SetAsideTests {
  private func read(_ text: String) throws -> Incident {
    let line = try CanonicalJSON.read(Array(text.utf8), at: SourcePosition(), log: DiagnosticLog(input: "input"))
    guard case .record(.incident(let incident)) = line else { throw ConversionError.unsupported("no incident") }
    return incident
  }

  private func extras(_ text: String) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try read(text).extras.fields.map { ("\($0.key)", "\($0.value)") })
  }

  @Test func `unknown fields are kept under their pointers`() throws {
    #expect(
      try extras(#"{"type":"incident","id":"a","x/y~":{"b": [1.0, "\u0041"]},"places":[{"name":"b","alt":5}]}"#)
        == ["/x~1y~0": #"{"b":[1.0,"A"]}"#, "/places/0/alt": "5"])
  }

  @Test func `values of the wrong kind and second values are kept`() throws {
    #expect(
      try extras(#"{"type":"incident","id":"a","title":5,"id":"b","id":"c","when":{"time":"late"}}"#)
        == ["/title": "5", "/id": #""b""#, "/id#2": #""c""#, "/when/time": #""late""#])
  }

  @Test func `an object that lacks a required field is kept whole`() throws {
    let incident = try read(#"{"type":"incident","id":"a","damage":[{"object":"mill","x":1},{"status":"none"}]}"#)
    #expect(incident.damage == [Damage(status: .none)])
    #expect(incident.extras.fields.map { "\($0.key) \($0.value)" } == [#"/damage/0 {"object":"mill","x":1}"#])
  }

  @Test func `a field set aside does not replace an extra of that name`() throws {
    #expect(
      try extras(#"{"type":"incident","id":"a","x":1,"extras":{"/x":2,"b":3,"b":4}}"#)
        == ["/x": "2", "/x#2": "1", "b": "3", "b#2": "4"])
  }

  @Test func `what is set aside is written and read again without a word`() throws {
    let incident = try read(
      #"{"type":"incident","id":"a","title":5,"y":null,"places":[{"name":"b","alt":{"c":"\n"}}]}"#)
    #expect(try read(CanonicalJSON.text(of: .incident(incident))) == incident)
  }

  @Test func `an object without fields is not written`() throws {
    var incident = Incident(id: "a")
    incident.when = When()
    incident.places = [Place(), Place()]
    incident.codes = [Code(), Code()]
    incident.codes[1].code = "b"
    #expect(
      CanonicalJSON.text(of: .incident(incident)) == #"{"type":"incident","id":"a","codes":[{"code":"b"}]}"#)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      #""x":1,"#, #""title":5,"#, #""places":[{"x":1}],"#, #""extras":{},"#,
    ])
  func `twenty thousand faults cost linear time`(fault: String) throws {
    let text = #"{"type":"incident","# + String(repeating: fault, count: 20_000) + #""id":"a"}"#
    let log = DiagnosticLog(input: "input", errorLimit: .max)
    _ = try CanonicalJSON.read(Array(text.utf8), at: SourcePosition(), log: log)
    #expect(log.errorCount + log.warningCount >= 20_000)
  }

  @Test(.timeLimit(.minutes(1))) func `twenty thousand extras cost linear time`() throws {
    let fields = (0..<20_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    #expect(try read("{\"type\":\"incident\",\"id\":\"a\",\"extras\":{\(fields)}}").extras.fields.count == 20_000)
  }
}
