import Dateline
import DatelineCore
import TestSupport
import Testing

/// The promise of ``ProofTests``, held against the records that readers of foreign forms make of real texts and tables.
@Suite struct RealRecordsTests {
  /// Converts a document through every canonical format and back to lines, in both directions of the list.
  private func check(_ records: [Record], _ name: String) throws {
    guard !records.isEmpty else { return }
    let ndjson = try FormatRegistry.standard.writable("ndjson")
    let header = Header(schemaVersion: Schema.version)
    let original = try ndjson.write(header, records)
    let formats = FormatCase.lossless
    for format in formats {
      let there = try format.format.write(header, records)
      let result = format.format.read(there)
      #expect(result.lines == [], "\(name): \(format.testDescription)")
      #expect(result.records == records, "\(name): \(format.testDescription)")
    }
    for chain in [formats, formats.reversed()] {
      var bytes = original
      var last: any ReadableFormat = try FormatRegistry.standard.readable("ndjson")
      for next in chain {
        let result = try convert(bytes, from: last, to: next.format)
        #expect(result.losses.isEmpty, "\(name): to \(next.testDescription)")
        bytes = result.bytes
        last = next.format
      }
      #expect(try convert(bytes, from: last, to: ndjson).bytes == original, "\(name): the bytes differ")
    }
    print("\(name): \(records.count) records survive \(formats.count) formats")
  }

  private func records(ofArticles texts: [String]) throws -> [Record] {
    let article = try FormatRegistry.standard.readable("article")
    return article.read(Array(texts.joined(separator: "\u{0C}").utf8)).records
  }

  @Test func `the records of the seed survive`() throws {
    guard let bytes = Corpora.bytes("text/seed.txt") else { return }
    let records = try FormatRegistry.standard.readable("article").read(bytes).records
    #expect(records.count == 5)
    try check(records, "seed")
  }

  @Test(arguments: ["text/articles/dev.jsonl", "text/muc4/dev.jsonl", "text/notes/dev.jsonl"])
  func `the records of articles survive`(file: String) throws {
    let texts = Corpora.objects(file, limit: TestScale.records).compactMap { $0["text"] as? String }
    try check(try records(ofArticles: texts), file)
  }

  @Test(
    .enabled(if: FormatRegistry.standard["acled"] is any ReadableFormat, "there is no format 'acled'"),
    arguments: Corpora.files(in: "dialects/acled-csv"))
  func `the records of event tables survive`(file: String) throws {
    guard let bytes = Corpora.bytes(file) else { return }
    let format = try FormatRegistry.standard.readable("acled")
    guard (format.recognise(bytes.span)?.confidence ?? 0) >= 50 else {
      return print("skipped: \(file) is no such table")
    }
    let records = format.read(bytes).records
    #expect(!records.isEmpty)
    try check(records, file)
  }
}
