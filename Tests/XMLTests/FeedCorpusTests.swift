import DatelineCore
import TestSupport
import Testing

@testable import DatelineXML

/// Feeds of the field survive: read, written and read again they give the same records, and what was written has every
/// element that was read.
@Suite struct FeedCorpusTests {
  static let files = [
    "dialects/rss", "dialects/atom", "feeds/cases/rss/must", "feeds/cases/rss/should", "feeds/cases/atom/must",
    "feeds/cases/ext/must",
  ]
  .flatMap { Corpora.files(in: $0) }.filter { $0.hasSuffix(".xml") }

  /// The elements of a feed by what they say: of each entry, and of the feed.
  private func pieces(_ bytes: [UInt8]) throws -> (form: FeedForm?, entries: [[String]], metadata: Set<String>) {
    let context = ReadContext(log: DiagnosticLog(input: "x"), options: try options)
    let pieces = try FeedPieces(ByteReader(MemorySource(bytes)), context)
    var entries: [[String]] = []
    var metadata: Set<String> = []
    while let piece = try pieces.next() {
      let parts = piece.element.elements.filter { !$0.isCarrier }.map {
        String(decoding: [$0].normalised, as: UTF8.self)
      }
      switch piece.kind {
      case .entry: entries.append(parts.sorted())
      case .record: continue
      case .metadata:
        if !piece.element.isCarrier { metadata.insert(String(decoding: [piece.element].normalised, as: UTF8.self)) }
      }
    }
    return (pieces.form, entries, metadata)
  }

  private var options: FormatOptions {
    get throws { try FormatOptions([(name: "repair", value: "yes")], for: RSS().info) }
  }

  /// All that a reader gives, mended where that is needed.
  private func read(_ format: any ReadableFormat, _ bytes: [UInt8]) throws -> (header: Header?, records: [Record]) {
    let log = DiagnosticLog(input: "x")
    let reader = try format.makeReader(
      ByteReader(MemorySource(bytes)), ReadContext(log: log, options: try options))
    let header = try reader.readHeader()
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    return (header, records)
  }

  @Test(arguments: files)
  func `a feed comes back with all that it had`(file: String) throws {
    guard let bytes = Corpora.bytes(file), let source = try? pieces(bytes), let form = source.form else { return }
    let format: any ReadableFormat & WritableFormat = form == .rss ? RSS() : Atom()
    guard let (header, records) = try? read(format, bytes), let header else { return }
    let written = try format.write(header, records)
    let again = try read(format, written)
    #expect(again.header == header && again.records == records)
    let back = try pieces(written)
    // RSS 1.0 has the identifier of an item in an attribute.
    let isOld =
      String(decoding: bytes, as: UTF8.self).contains("purl.org/rss/1.0/\"")
      || String(decoding: bytes, as: UTF8.self).contains("netscape.com")
    if !isOld { #expect(back.entries == source.entries) }
    #expect(source.metadata.isSubset(of: back.metadata))
  }
}
