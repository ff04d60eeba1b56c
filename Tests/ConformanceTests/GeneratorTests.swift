import Dateline
import DatelineCore
import TestSupport
import Testing

/// The random records have in them what the proofs are meant to try.
@Suite struct GeneratorTests {
  private static func records() throws -> [Record] {
    try (0..<60).flatMap { seed throws in
      var random = RandomRecords(seed: seed, fill: seed < 3 ? 1 : 0.4)
      return try random.records(seed < 3 ? 3 : 5)
    }
  }

  /// What stands in the canonical lines of many records.
  private static func text() throws -> String {
    let ndjson = try FormatRegistry.standard.writable("ndjson")
    return String(decoding: try ndjson.write(Header(schemaVersion: Schema.version), try records()), as: UTF8.self)
  }

  @Test func `every field of every record is filled`() throws {
    let filled = Set(try Self.records().flatMap { FieldSet().missing(in: $0) })
    #expect(SchemaPaths.leaves.subtracting(filled).sorted() == [])
  }

  @Test func `text has characters of every plane and kind, and none that the model lacks`() throws {
    var planes: Set<UInt32> = []
    var kinds: Set<String> = []
    for scalar in try Self.text().unicodeScalars {
      planes.insert(scalar.value >> 16)
      switch scalar.value {
      case 0x0590...0x06FF: kinds.insert("right to left")
      case 0x300...0x36F: kinds.insert("combining")
      case 0x2028, 0x2029: kinds.insert("separator")
      case 0x202E: kinds.insert("override")
      case 0xFEFF: kinds.insert("byte order mark")
      case 0xE000...0xF8FF: kinds.insert("private use")
      case 0x7F...0x9F: kinds.insert("control")
      case 0xFFFE, 0xFFFF: Issue.record("the model has no \(scalar.value)")
      default: break
      }
    }
    #expect(planes == Set(0...16))
    #expect(
      kinds == [
        "right to left", "combining", "separator", "override", "byte order mark", "private use", "control",
      ])
  }

  @Test func `dates have every form of EDTF, and years before 1 and after 9999`() throws {
    var found: Set<String> = []
    var times = RandomTimes(random: SeededRandom(seed: 5))
    for _ in 0..<4000 {
      guard let date = times.date() else {
        Issue.record("the generator wrote what is no EDTF")
        continue
      }
      let text = date.description
      found.insert("\(date.form)")
      for (sign, name) in [
        ("?", "uncertain"), ("~", "approximate"), ("%", "both"), ("X", "unspecified"), ("E", "exponent"),
        ("S", "significant"), ("T", "time"), ("/..", "open end"), ("../", "open start"),
      ] where text.contains(sign) { found.insert(name) }
      if text.hasPrefix("/") { found.insert("unknown start") }
      if text.hasSuffix("/") { found.insert("unknown end") }
      if text.hasPrefix("-") { found.insert("before 0") }
      if text.hasPrefix("0000") { found.insert("year 0") }
      if text.hasPrefix("Y-") { found.insert("long before 0") }
      if text.hasPrefix("Y1") { found.insert("after 9999") }
      if text.contains("-41") { found.insert("last grouping") }
      if text.contains("-21") { found.insert("season") }
    }
    #expect(
      found == [
        "date", "interval", "oneOf", "allOf", "uncertain", "approximate", "both", "unspecified", "exponent",
        "significant", "time", "open end", "open start", "unknown start", "unknown end", "before 0", "year 0",
        "long before 0", "after 9999", "last grouping", "season",
      ])
  }

  @Test func `numbers, extras and lists are of every size and kind`() throws {
    let text = try Self.text()
    for part in [
      "9223372036854775807", "-180", "5e-324", "123456789012345678901234567890", ":null", ":-0.0", "[]", "{}",
      "\"\":", "[1.50,-2]",
    ] { #expect(text.contains(part), "\(part)") }
    let records = try Self.records()
    let lengths = records.map { record in
      guard case .incident(let incident) = record else { return 0 }
      return max(incident.externalIDs.count, incident.claims.count, incident.evidence.count, incident.places.count)
    }
    #expect(lengths.contains { $0 > 20 })
    #expect(records.contains { $0 == .tombstone(Tombstone(id: $0.id)) })
  }
}
