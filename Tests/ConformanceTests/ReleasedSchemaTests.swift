import Dateline
import DatelineCore
import Foundation
import TestSupport
import Testing

/// Documents of each released version of the schema stay readable, and come back byte for byte.
@Suite struct ReleasedSchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/schema")

  private static let files: [String] = {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !URL(fileURLWithPath: $0).pathExtension.isEmpty && $0.contains("/") }.sorted()
  }()

  @Test func `there is a document of the present version`() {
    #expect(Self.files.contains { $0.hasPrefix("\(Schema.version)/") })
  }

  @Test(arguments: files) func `a released document is read without a word and written as it was`(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(file)))
    let id = try #require(
      FormatRegistry.standard.format(forExtension: URL(fileURLWithPath: file).pathExtension, writing: true))
    let result = try FormatRegistry.standard.readable(id).read(bytes)
    #expect(result.lines == [])
    #expect(result.records.count >= 5)
    let again = try FormatRegistry.standard.writable(id).write(try #require(result.header), result.records)
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func `the documents of the present version fill every field of every record`() throws {
    let url = Self.folder.appendingPathComponent("\(Schema.version)/full.ndjson")
    let records = try FormatRegistry.standard.readable("ndjson").read([UInt8](try Data(contentsOf: url))).records
    // Nothing is carried by an empty set, so every filled field is missing.
    let filled = Set(records.flatMap { FieldSet().missing(in: $0) })
    #expect(SchemaPaths.leaves.subtracting(filled).sorted() == [])
  }
}
