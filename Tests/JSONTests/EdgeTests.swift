import DatelineCore
import DatelineJSON
import DatelineRecord
import TestSupport
import Testing

/// The corners of JSON: what RFC 8259 leaves open, and what programs get wrong.
@Suite struct EdgeTests {
  private func incident(_ members: String, limits: Limits = Limits()) throws -> Incident {
    let result = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a",\#(members)}"#.utf8), limits: limits)
    guard case .incident(let incident)? = result.records.first else {
      throw ConversionError.unsupported("no incident: \(result.lines)")
    }
    return incident
  }

  // MARK: Numbers

  private static let numbers = [
    "0", "-0", "-0.0", "1.0", "1.50", "1e400", "-1e400", "1E+5", "1e-7", "0.1e0", "12345678901234567890",
    "-9223372036854775809", "0.30000000000000004", "3.141592653589793238462643383279502884197", "1e0000000000000000001",
    "123456789012345678901234567890123456789012345678901234567890",
  ]

  @Test(arguments: numbers)
  func `a number that no field takes is kept as it is written, also through a document`(number: String) throws {
    let members = [
      #""extras":{"b":\#(number),"c":{"d":[\#(number)]}}"#, #""claims":[{"stance":"reports","value":\#(number)}]"#,
      #""places":[{"geometry":{"type":"Point","coordinates":[\#(number),\#(number)]}}]"#,
    ].joined(separator: ",")
    let line = #"{"type":"incident","id":"a","places"#
    let read = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a",\#(members)}"#.utf8))
    #expect(read.lines == [])
    let header = Header(schemaVersion: Schema.version)
    let lines = try CanonicalNDJSON().write(header, read.records)
    let text = String(decoding: lines, as: UTF8.self)
    #expect(text.contains(#""extras":{"b":\#(number),"c":{"d":[\#(number)]}}"#), "\(text)")
    #expect(text.contains(#""value":\#(number)}"#) && text.contains("[\(number),\(number)]"), "\(text)")
    #expect(text.contains(line))
    let document = CanonicalJSONDocument().read(try CanonicalJSONDocument().write(header, read.records))
    #expect(document.lines == [])
    #expect(try CanonicalNDJSON().write(header, document.records) == lines)
  }

  @Test(arguments: ["01", "-", "+1", "1.", ".5", "1e", "1e+", "0x10", "NaN", "Infinity", "1_000", "--1", "1.0.0"])
  func `what is no number of JSON is refused`(number: String) {
    let result = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a","extras":{"b":\#(number)}}"#.utf8))
    #expect(result.records.isEmpty && result.errorCount == 1, "\(result.lines)")
  }

  @Test(arguments: [("1.0", 1), ("1e0", 1), ("10E-1", 1), ("-0", 0), ("-0.0", 0), ("9223372036854775807", Int.max)])
  func `a whole number has one value, however it is written`(number: String, value: Int) throws {
    #expect(try incident(#""munitions":[{"best":\#(number)}]"#).munitions.first?.best == value)
  }

  @Test(arguments: ["12345678901234567890", "1e400", "-1", "1.5"])
  func `a number that the field can't take is kept as it is written`(number: String) throws {
    let incident = try incident(#""munitions":[{"low":1,"best":\#(number)}]"#)
    #expect(incident.munitions.first?.best == nil)
    #expect(incident.extras["/munitions/0/best"]?.description == number)
  }

  // MARK: Surrogates

  @Test(arguments: [
    (#"\ud83d\ude00"#, "\u{1F600}", 0), (#"\uD83D\uDE00"#, "\u{1F600}", 0), (#"\ud800"#, "\u{FFFD}", 1),
    (#"x\udc00y"#, "x\u{FFFD}y", 1), (#"\ud800x"#, "\u{FFFD}x", 1), (#"\ud800\ud800"#, "\u{FFFD}\u{FFFD}", 1),
    (#"\ud800\ud83d\ude00"#, "\u{FFFD}\u{1F600}", 1), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}", 1),
    (#"\ud800\u0041"#, "\u{FFFD}A", 1), (#"\ud800\n"#, "\u{FFFD}\n", 1), (#"\udbff\udfff"#, "\u{10FFFF}", 0),
  ])
  func `surrogates are pairs, and alone a replacement with a warning`(
    escaped: String, text: String, warnings: Int
  ) throws {
    for members in [#""title":"\#(escaped)""#, #""extras":{"b":"\#(escaped)"}"#, #""extras":{"\#(escaped)":"b"}"#] {
      let result = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a",\#(members)}"#.utf8))
      #expect(result.errorCount == 0 && result.lines.count == warnings, "\(result.lines)")
      guard case .incident(let incident)? = result.records.first else {
        Issue.record("no incident")
        continue
      }
      let expected = try #require(Text(text))
      let quoted = "\"" + text.replacing("\n", with: #"\n"#) + "\""
      #expect(
        incident.title == expected || incident.extras["b"]?.description == quoted || incident.extras[expected] != nil,
        "\(incident)")
    }
  }

  @Test(arguments: [#"\ud83"#, #"\ud83g"#, #"\u"#, #"\ud83d\u"#, #"\U0041"#])
  func `an escape that is cut is no escape`(escaped: String) {
    let result = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a","title":"\#(escaped)"}"#.utf8))
    #expect(result.records.isEmpty && result.errorCount == 1, "\(result.lines)")
  }

  @Test(
    arguments: [
      [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 cost their line`(bytes: [UInt8]) {
    let good = Array("{\"type\":\"incident\",\"id\":\"b\"}\n".utf8)
    let bad = Array(#"{"type":"incident","id":"a","title":""#.utf8) + bytes + Array("\"}\n".utf8)
    let result = CanonicalNDJSON().read(good + bad + good)
    #expect(result.records.count == 2)
    #expect(result.lines.count == 1 && result.lines.first?.contains("input:2:38: error: ") == true, "\(result.lines)")
  }

  // MARK: Duplicate keys

  @Test(arguments: [
    (#""title":"x","title":"y""#, "/title", #""y""#), (#""title":"x","titl\u0065":"y""#, "/title", #""y""#),
    (#""when":{"date":"2024","date":"2025"}"#, "/when/date", #""2025""#),
    (#""when":{"date":"2024"},"when":{"date":"2025"}"#, "/when", #"{"date":"2025"}"#),
    (#""places":[{"name":"x","name":"y"}]"#, "/places/0/name", #""y""#),
    (#""places":[{"name":"x"}],"places":[{"name":"y"}]"#, "/places", #"[{"name":"y"}]"#),
  ])
  func `the second of two equal keys is kept beside`(members: String, key: String, value: String) throws {
    let result = CanonicalNDJSON().read(Array(#"{"type":"incident","id":"a",\#(members)}"#.utf8))
    #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[json.duplicate-key]") == true, "\(result.lines)")
    guard case .incident(let incident)? = result.records.first else {
      Issue.record("no incident")
      return
    }
    #expect(incident.extras.fields.map { "\($0.key)=\($0.value)" } == ["\(key)=\(value)"])
  }

  @Test func `equal keys inside a value that is not looked into are kept`() throws {
    let incident = try incident(#""extras":{"b":{"c":1,"c":2}}"#)
    #expect(incident.extras["b"]?.description == #"{"c":1,"c":2}"#)
  }

  // MARK: What follows

  @Test(arguments: [
    "x", "{}", "]", "}", ",", "\u{0}", "null", "{\"header\":{\"schemaVersion\":\"1.0\"},\"records\":[]}",
  ])
  func `what follows a document is one error, and no record is lost`(garbage: String) {
    for space in ["", " ", "\n", "\r\n\t"] {
      let text = #"{"header":{"schemaVersion":"1.0"},"records":[{"type":"incident","id":"a"}]}"# + space
      let result = CanonicalJSONDocument().read(Array((text + garbage).utf8))
      #expect(result.records.map(\.id) == ["a"])
      #expect(result.lines.count == 1 && result.lines.first?.hasSuffix("[json.trailing-text]") == true)
    }
  }

  @Test(arguments: ["", " ", "\n\n", "\t\r\n "]) func `space may follow a document`(space: String) {
    let text = #"{"header":{"schemaVersion":"1.0"},"records":[{"type":"incident","id":"a"}]}"# + space
    #expect(CanonicalJSONDocument().read(Array(text.utf8)).lines == [])
  }

  // MARK: Limits

  /// A record with a value in its extras that nests `depth` deep.
  private static func record(depth: Int) -> String {
    let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    return #"{"type":"incident","id":"a","extras":{"b":\#(value)}}"#
  }

  @Test(arguments: [true, false]) func `the limit of depth is the last that is read`(inDocument: Bool) {
    for (over, isRead) in [(0, true), (1, false), (100_000, false)] {
      let record = Self.record(depth: Limits().depth + over)
      let good = #"{"type":"incident","id":"b"}"#
      let result =
        inDocument
        ? CanonicalJSONDocument().read(Array(#"{"records":[\#(record),\#(good)]}"#.utf8))
        : CanonicalNDJSON().read(Array("\(record)\n\(good)\n".utf8))
      #expect(result.records.map(\.id) == (isRead ? ["a", "b"] : ["b"]), "\(over)")
      #expect(result.lines.count == (isRead ? 0 : 1))
      #expect(isRead || result.lines.first?.hasSuffix("[json.too-deep]") == true, "\(result.lines)")
    }
  }

  @Test(arguments: [1, 3, .max]) func `the limit of size is the last that is read`(chunkSize: Int) {
    let record = #"{"type":"incident","id":"a","title":"\#(String(repeating: "x", count: 50))"}"#
    let good = #"{"type":"incident","id":"b"}"#
    for (limit, isRead) in [(record.utf8.count, true), (record.utf8.count - 1, false)] {
      let results = [
        CanonicalNDJSON().read(
          Array("\(record)\n\(good)\n".utf8), chunkSize: chunkSize, limits: Limits(recordSize: limit)),
        CanonicalJSONDocument().read(
          Array(#"{"records":[\#(record),\#(good)]}"#.utf8), chunkSize: chunkSize, limits: Limits(recordSize: limit)),
      ]
      for result in results {
        #expect(result.records.map(\.id) == (isRead ? ["a", "b"] : ["b"]))
        #expect(result.lines.count == (isRead ? 0 : 1))
        #expect(isRead || result.lines.first?.hasSuffix("[json.record-too-large]") == true, "\(result.lines)")
      }
    }
  }
}
