import Dateline
import DatelineCore
import TestSupport
import Testing

/// What every reader promises for any input: no trap, no record lost in silence, and the same result however the bytes
/// arrive.
@Suite struct RobustnessTests {
  @Test(arguments: FormatCase.lossless, [1, 2, 3, 7, 64])
  func `the size of chunks changes nothing`(format: FormatCase, chunkSize: Int) throws {
    var document = try format.document(seed: 11, records: 4, fill: 0.25)
    for _ in 0..<12 {
      let whole = format.format.read(document.bytes)
      let chunked = format.format.read(document.bytes, chunkSize: chunkSize)
      #expect(chunked.lines == whole.lines)
      #expect(chunked == whole)
      mutate(&document)
    }
  }

  @Test(arguments: FormatCase.lossless, [3, 8])
  func `a document cut off at any byte gives its whole records and one error`(format: FormatCase, seed: Int) throws {
    let document = try format.document(seed: seed, records: 3, fill: 0.12)
    // Where records end, and the cuts that leave a document that is whole.
    let documents = try (0...3).map { try format.format.write(document.header, Array(document.records[..<$0])) }
    let ends = documents.map { shared($0, document.bytes) }
    let complete = Set(documents.flatMap { whole in spaceEnds(of: whole, in: document.bytes) })
    for cut in 0..<document.bytes.count {
      let result = format.format.read(Array(document.bytes[..<cut]))
      let count = ends.dropFirst().count { $0 <= cut }
      #expect(result.records.count >= count && result.records.count <= count + 1, "cut at \(cut)")
      // Calendars give what is left of a component too. Of a row with a cell for each column, and of whole lines of
      // labelled text, no one can say whether they are all of a record.
      let mayBePart =
        switch format.testDescription {
        case "ics": true
        case "csv": result.lines.contains { $0.contains("the last row has no line end") }
        case "text": document.bytes[..<cut].last == 0x0A
        default: false
        }
      let wholes = mayBePart ? count : result.records.count
      #expect(result.records.prefix(wholes).elementsEqual(document.records.prefix(wholes)), "cut at \(cut)")
      let mayBeWhole = cut == 0 || complete.contains(cut)
      #expect(
        result.errorCount == 1 || mayBeWhole && result.errorCount == 0, "cut at \(cut): \(result.lines)")
    }
  }

  /// How many bytes both begin with.
  private func shared(_ first: [UInt8], _ second: [UInt8]) -> Int {
    zip(first, second).prefix { $0 == $1 }.count
  }

  /// The cuts of `bytes` that leave `whole`, or `whole` without line ends behind it.
  private func spaceEnds(of whole: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard bytes.starts(with: whole) else { return [] }
    let end = whole.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1
    return Array((end + 1)...whole.count)
  }

  @Test(arguments: FormatCase.lossless, 0..<30)
  func `changed bytes never trap`(format: FormatCase, seed: Int) throws {
    var document = try format.document(seed: 500 + seed, records: 2, fill: 0.2)
    for _ in 0..<10 {
      mutate(&document)
      let result = format.format.read(document.bytes)
      // Whatever was read can be written and read again.
      let header = result.header ?? Header(schemaVersion: Schema.version)
      let again = format.format.read(try format.format.write(header, result.records))
      #expect(again.records == result.records)
      #expect(again.lines.filter { !$0.contains("[schema.") } == [])
    }
  }

  /// Changes, removes, repeats or inserts some bytes.
  private func mutate(_ document: inout RandomDocument) {
    var bytes = document.bytes
    let syntax = Array("{}[]\",:;|=\\<>&/!?'\n\r\t 0-.eE#\u{0}\u{FF}xé".utf8)
    for _ in 0...document.random.pick([0, 1, 4]) {
      guard !bytes.isEmpty else { break }
      let index = Int.random(in: bytes.indices, using: &document.random)
      let end = min(bytes.count, index + document.random.pick([1, 2, 8, 40]))
      switch Int.random(in: 0..<5, using: &document.random) {
      case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &document.random)
      case 1: bytes[index] = document.random.pick(syntax)
      case 2: bytes.removeSubrange(index..<end)
      case 3: bytes.insert(contentsOf: bytes[index..<end], at: index)
      default: bytes.insert(document.random.pick(syntax), at: index)
      }
    }
    document = RandomDocument(
      header: document.header, records: document.records, bytes: bytes, random: document.random)
  }
}
