import DatelineCore
import DatelineRecord
import Foundation

/// Measures what `Text`, a slice of one storage for each record, gains over `String`: the same flat records of 31 fields
/// read from JSON lines and written back, through the same lexer and the same escaping. The figures are in
/// `Specs/DECISIONS.md`.
enum TextRepresentation {
  private static let fieldCount = 31
  private static let rowCount = 100_000

  static func run() throws {
    let lines = flatLines()
    let bytes = lines.reduce(0) { $0 + $1.count }
    print("\(rowCount) rows of \(fieldCount) fields, \(bytes / 1_000_000) MB; CPU seconds, best of 7")
    let texts = try best { try convert(lines, of: Text.self) }
    let strings = try best { try convert(lines, of: String.self) }
    let copied = try best { try convert(lines, of: CopiedString.self) }
    print("Text, slices of a copy of the line  \(texts)")
    print("String, from the line               \(strings), Text gains \(strings / texts) times")
    print("String, from a copy of the line     \(copied), Text gains \(copied / texts) times")
    let incidents = incidentLines()
    let incidentBytes = incidents.reduce(0) { $0 + $1.count }
    let whole = try best { try convertRecords(incidents) }
    print("real records, \(incidentBytes / 1_000_000) MB: \(whole), \(Double(incidentBytes) / whole / 1e6) MB/s")
  }

  private static func best(_ work: () throws -> Int) throws -> Double {
    var least = Double.infinity
    for _ in 0..<7 {
      let start = clock()
      let count = try work()
      least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      precondition(count > 0)
    }
    return least
  }

  // MARK: The two ways

  private static func convert<Value: FieldValue>(_ lines: [[UInt8]], of type: Value.Type) throws -> Int {
    var output: [UInt8] = []
    output.reserveCapacity(1 << 20)
    var written = 0
    for line in lines {
      let record = try FlatRecord<Value>(line)
      record.append(to: &output)
      if output.count > 1 << 19 {
        written += output.count
        output.removeAll(keepingCapacity: true)
      }
    }
    return written + output.count
  }

  private static func convertRecords(_ lines: [[UInt8]]) throws -> Int {
    let log = DiagnosticLog(input: "rows")
    var output: [UInt8] = []
    var written = 0
    for line in lines {
      guard
        case .record(let record) = try CanonicalJSON.read(
          copy(of: line), at: SourcePosition(), log: log)
      else { continue }
      CanonicalJSON.append(record, to: &output)
      written += output.count
      output.removeAll(keepingCapacity: true)
    }
    return written
  }

  // MARK: Rows

  private static let words = [
    "Police", "protest", "village", "district", "armed", "group", "attacked", "market", "Unidentified", "civilians",
    "near",
    "reported", "military", "forces", "clashed", "road", "border", "northern", "region", "killed", "Донецьк", "Côte",
  ]

  /// Lengths in words as event tables have them: mostly short cells, some names, one long note.
  private static let lengths = [
    1, 1, 1, 1, 2, 1, 3, 3, 1, 2, 2, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 1, 2, 2, 45, 1, 1, 3, 1, 1,
  ]

  private struct Draw {
    var state: UInt64 = 7

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func cell(_ count: Int) -> String {
      (0..<count).map { _ in words[next(words.count)] }.joined(separator: " ") + (next(200) == 0 ? "\n\"" : "")
    }
  }

  private static func flatLines() -> [[UInt8]] {
    var draw = Draw()
    return (0..<rowCount).map { _ in
      var line: [UInt8] = []
      for (index, length) in lengths.enumerated() {
        line.append(contentsOf: (index == 0 ? "{\"field\(index)\":" : ",\"field\(index)\":").utf8)
        line.appendJSONString(Array(draw.cell(length).utf8).span)
      }
      line.append(UInt8(ascii: "}"))
      return line
    }
  }

  private static func incidentLines() -> [[UInt8]] {
    var draw = Draw()
    return (0..<rowCount).map { row in
      var incident = Incident(id: Text("urn:example:\(row)") ?? "?")
      incident.externalIDs = [Text("acled:\(row)") ?? "?"]
      incident.summary = Text(draw.cell(45))
      incident.kind = "force"
      var when = When()
      when.date = EDTF("2024-0\(1 + draw.next(9))-1\(draw.next(10))")
      when.dateBasis = .stated
      incident.when = when
      var place = Place()
      place.role = .scene
      place.name = Text(draw.cell(2))
      place.admin1 = Text(draw.cell(1))
      place.country = "UA"
      place.longitude = Double(draw.next(36_000)) / 100 - 180
      place.latitude = Double(draw.next(18_000)) / 100 - 90
      incident.places = [place]
      for side in ["1", "2"] as [Text] {
        var participant = Participant()
        participant.name = Text(draw.cell(3))
        participant.roles = [.party]
        participant.side = side
        incident.participants.append(participant)
      }
      var casualty = Casualty(status: .reported)
      casualty.outcome = .killed
      casualty.best = draw.next(30)
      incident.casualties = [casualty]
      for name in ["acled.inter1", "acled.inter2", "acled.iso", "acled.time_precision"] as [Text] {
        var value: [UInt8] = []
        value.appendJSONString(Array(draw.cell(1).utf8).span)
        incident.extras[name] = Text(String(decoding: value, as: UTF8.self)).map { JSONText(checked: $0) }
      }
      var line: [UInt8] = []
      CanonicalJSON.append(.incident(incident), to: &line)
      return line
    }
  }

  private struct FlatRecord<Value: FieldValue> {
    private var fields: InlineArray<31, Value?> = .init(repeating: nil)

    init(_ line: [UInt8]) throws {
      let storage = Value.storage(of: line)
      _ = try UTF8Span(validating: storage.span)
      var cursor = JSONCursor(storage)
      try cursor.expect(UInt8(ascii: "{"), "'{'")
      var index = 0
      repeat {
        _ = try cursor.readRawString()
        try cursor.expect(UInt8(ascii: ":"), "a colon")
        let raw = try cursor.readRawString()
        fields[index] = raw.hasEscapes ? Value(decoded: try cursor.decode(raw).bytes) : Value(storage, raw.range)
        index += 1
        guard cursor.peek() == UInt8(ascii: ",") else { break }
        cursor.index += 1
      } while index < fieldCount
    }

    func append(to output: inout [UInt8]) {
      for index in 0..<fieldCount {
        guard let value = fields[index] else { continue }
        output.append(UInt8(ascii: ","))
        output.append("\"field\":")
        value.append(to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }
}

/// The bytes in an array of their own, as `ByteReader` hands a line out.
private func copy(of line: [UInt8]) -> [UInt8] {
  var copy: [UInt8] = []
  copy.append(copying: line.span)
  return copy
}

/// One of the two ways to hold text.
private protocol FieldValue {
  /// What a record is read from: slices need bytes of the record's own, strings do not.
  static func storage(of line: [UInt8]) -> [UInt8]
  init(_ bytes: [UInt8], _ range: Range<Int>)
  init(decoded: [UInt8])
  func append(to output: inout [UInt8])
}

extension Text: FieldValue {
  fileprivate static func storage(of line: [UInt8]) -> [UInt8] { copy(of: line) }
  fileprivate init(_ bytes: [UInt8], _ range: Range<Int>) { self.init(checked: bytes, range) }
  fileprivate init(decoded: [UInt8]) { self.init(checked: decoded, 0..<decoded.count) }
  fileprivate func append(to output: inout [UInt8]) { withUTF8 { output.appendJSONString($0) } }
}

extension String: FieldValue {
  fileprivate static func storage(of line: [UInt8]) -> [UInt8] { line }
  fileprivate init(_ bytes: [UInt8], _ range: Range<Int>) {
    // The line has been validated as a whole, as for slices.
    self = unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }
  fileprivate init(decoded: [UInt8]) { self = String(decoding: decoded, as: UTF8.self) }
  fileprivate func append(to output: inout [UInt8]) {
    _ = unsafe utf8.withContiguousStorageIfAvailable { unsafe output.appendJSONString($0.span) }
  }
}

/// A string from a line that was copied, as `ByteReader` hands lines out.
private struct CopiedString: FieldValue {
  private let string: String
  static func storage(of line: [UInt8]) -> [UInt8] { Text.storage(of: line) }
  init(_ bytes: [UInt8], _ range: Range<Int>) { string = String(bytes, range) }
  init(decoded: [UInt8]) { string = String(decoded: decoded) }
  func append(to output: inout [UInt8]) { string.append(to: &output) }
}
