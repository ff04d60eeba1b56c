import Dateline
import DatelineCore
import TestSupport
import Testing

/// What every lossless format promises, held against random records. The seed in a test's name is the reproduction.
@Suite struct LosslessTests {
  @Test(arguments: FormatCase.lossless, 0..<40)
  func `a document gives back its header and its records`(format: FormatCase, seed: Int) throws {
    let document = try format.document(seed: seed, records: 5, fill: seed < 4 ? 1 : Double(seed % 10) / 10)
    let result = format.format.read(document.bytes)
    #expect(result.lines == [])
    #expect(result.header == document.header)
    #expect(result.records.count == document.records.count)
    for (record, original) in zip(result.records, document.records) where record != original {
      Issue.record("\(record)\nshould be\n\(original)")
    }
  }

  @Test(arguments: FormatCase.lossless, 0..<10)
  func `what is read is written as it was`(format: FormatCase, seed: Int) throws {
    let document = try format.document(seed: 100 + seed, records: 5, fill: 0.4)
    let result = format.format.read(document.bytes)
    let again = try format.format.write(try #require(result.header), result.records)
    #expect(again == document.bytes)
  }

  @Test(arguments: FormatCase.lossless, FormatCase.lossless)
  func `a conversion there and back changes no byte`(from: FormatCase, to: FormatCase) throws {
    let document = try from.document(seed: 7, records: 6, fill: 0.5)
    let there = try convert(document.bytes, from: from.format, to: to.format)
    let back = try convert(there.bytes, from: to.format, to: from.format)
    #expect(back.bytes == document.bytes)
    #expect(there.losses.isEmpty && back.losses.isEmpty)
  }

  @Test(arguments: FormatCase.lossless)
  func `a document without records gives none`(format: FormatCase) throws {
    let header = Header(schemaVersion: Schema.version)
    let result = format.format.read(try format.format.write(header, []))
    #expect(result == ReadResult(header: header))
  }

  @Test(arguments: FormatCase.lossless)
  func `records whose fields are all filled fill every field`(format: FormatCase) throws {
    var audit = RandomRecords(seed: 1, fill: 1)
    for record in [
      Record.report(try audit.object(Report.self)), .incident(try audit.object(Incident.self)),
      .tombstone(try audit.object(Tombstone.self)),
    ] {
      #expect(format.format.info.carries.missing(in: record).isEmpty)
    }
  }
}
