import Dateline
import DatelineCore
import TestSupport
import Testing

/// The promise of the canonical formats: any record survives any chain of them, byte for byte. Held against random
/// records; ``TestScale`` says how many. A failure names the seed.
@Suite struct ProofTests {
  /// A document's worth of random records.
  struct Batch: Sendable, CustomTestStringConvertible {
    static let size = 10

    let seed: Int
    let header: Header
    let records: [Record]

    var testDescription: String { "seed \(seed)" }

    /// - Parameter seed: Also says how much of a record is filled, from nothing to all.
    init(seed: Int) throws {
      self.seed = seed
      let fill = [0.3, 0.05, 0.5, 0, 0.15, 1, 0.4, 0.1][(seed % 8 + 8) % 8]
      var random = RandomRecords(seed: seed, fill: fill)
      header = try random.header()
      records = try random.records(fill == 1 ? 2 : Self.size)
    }

    /// As many as ``TestScale`` asks for.
    static func all() throws -> [Batch] {
      try (0..<max(1, TestScale.records / size)).map { try Batch(seed: TestScale.seed + $0) }
    }
  }

  /// Canonical lines, which say all that the model holds.
  private static func lines(_ header: Header, _ records: [Record]) throws -> [UInt8] {
    try FormatRegistry.standard.writable("ndjson").write(header, records)
  }

  /// Converts, and requires that nothing is lost or found fault with on the way. Rules may have their say.
  private static func converted(
    _ bytes: [UInt8], from source: FormatCase, to target: FormatCase, _ context: String
  ) throws -> [UInt8] {
    let result = try convert(bytes, from: source.format, to: target.format)
    let faults = result.diagnostics.filter { !$0.code.rawValue.hasPrefix("model.") }
    #expect(faults.isEmpty, "\(context): \(source.testDescription) to \(target.testDescription): \(faults)")
    #expect(result.losses.isEmpty, "\(context): \(source.testDescription) to \(target.testDescription)")
    return result.bytes
  }

  /// Requires that `format` reads `bytes` as exactly the records of `batch`.
  private static func check(_ bytes: [UInt8], in format: FormatCase, are batch: Batch, _ context: String) throws {
    let result = format.format.read(bytes)
    #expect(result.lines == [], "\(context)")
    #expect(result.header == batch.header, "\(context)")
    #expect(result.records.count == batch.records.count, "\(context)")
    for (index, (record, original)) in zip(result.records, batch.records).enumerated() where record != original {
      Issue.record("\(context): record \(index):\n\(record)\nshould be\n\(original)")
    }
    let isExact = try lines(result.header ?? batch.header, result.records) == lines(batch.header, batch.records)
    #expect(isExact, "\(context): the canonical lines differ")
  }

  @Test(arguments: FormatCase.lossless, FormatCase.lossless)
  func `a record survives every pair of formats`(first: FormatCase, second: FormatCase) throws {
    for batch in try Batch.all() {
      let context = "seed \(batch.seed)"
      let original = try first.format.write(batch.header, batch.records)
      let there = try Self.converted(original, from: first, to: second, context)
      try Self.check(there, in: second, are: batch, context)
      let back = try Self.converted(there, from: second, to: first, context)
      #expect(back == original, "\(context): the bytes differ")
    }
  }

  @Test(arguments: try Batch.all())
  func `a record survives a chain of six formats`(batch: Batch) throws {
    var random = SeededRandom(seed: UInt64(truncatingIfNeeded: batch.seed))
    let chain = (0..<6).map { _ in random.pick(FormatCase.lossless) }
    let lines = FormatCase.lossless.filter { $0.format.info.id == "ndjson" }
    let start = try #require(lines.first)
    let original = try Self.lines(batch.header, batch.records)
    var bytes = original
    var last = start
    let context = "seed \(batch.seed), \(chain.map(\.testDescription).joined(separator: " > "))"
    for next in chain {
      bytes = try Self.converted(bytes, from: last, to: next, context)
      last = next
    }
    try Self.check(bytes, in: last, are: batch, context)
    #expect(try Self.converted(bytes, from: last, to: start, context) == original, "\(context): the bytes differ")
  }

  @Test(arguments: FormatCase.lossless)
  func `lists of thousands and values that nest deep survive`(format: FormatCase) throws {
    var incident = Incident(id: "urn:example:1")
    incident.externalIDs = (0..<3000).compactMap { Text("a:\($0)") }
    incident.claims = (0..<3000).map { index in
      var claim = Claim(stance: .reports)
      claim.speaker = Text("speaker, \(index); | \\")
      return claim
    }
    for index in 0..<1000 {
      incident.extras[Text("key \(index):=") ?? "?"] = JSONText(checked: Text("\(index).0e400") ?? "0")
    }
    let depth = Limits().depth - 4
    let deep = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    incident.extras["deep"] = JSONText(checked: Text(deep) ?? "0")
    let header = Header(schemaVersion: Schema.version)
    let result = format.format.read(try format.format.write(header, [.incident(incident)]))
    #expect(result.lines == [])
    #expect(result.records == [.incident(incident)])
  }
}
