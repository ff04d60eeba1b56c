import DatelineCore
import Testing

/// Lines and parts of a stream, however it is cut into chunks.
@Suite struct ByteReaderTests {
  static let chunkSizes = [1, 2, 3, 7, 64, 1 << 20]

  private static func lines(_ text: String, chunkSize: Int, limit: Int = 1000) throws -> [String] {
    var reader = ByteReader(MemorySource(Array(text.utf8), chunkSize: chunkSize))
    var lines: [String] = []
    while true {
      let start = reader.position
      guard let part = try reader.readLine(limit: limit) else { return lines }
      let place = "\(start.line):\(start.column)@\(start.offset) "
      switch part {
      case .whole(let bytes): lines.append(place + String(decoding: bytes, as: UTF8.self))
      case .tooLong(let count): lines.append(place + "too long: \(count)")
      }
    }
  }

  @Test(arguments: chunkSizes)
  func `lines end in LF or CRLF and know where they start`(chunkSize: Int) throws {
    #expect(
      try Self.lines("ab\r\n\nçd\nlast", chunkSize: chunkSize) == ["1:1@0 ab", "2:1@4 ", "3:1@5 çd", "4:1@9 last"])
    #expect(try Self.lines("", chunkSize: chunkSize) == [])
    #expect(try Self.lines("\n", chunkSize: chunkSize) == ["1:1@0 "])
  }

  @Test(arguments: chunkSizes)
  func `a line that is at hand is the line that would be read`(chunkSize: Int) throws {
    let text = "ab\r\n\nçd\nno, thanks\nbehind a long line\nlast"
    var reader = ByteReader(MemorySource(Array(text.utf8), chunkSize: chunkSize))
    var lines: [String] = []
    while true {
      let start = reader.position
      var bytes: [UInt8] = [0]
      let isAtHand = reader.readLineAtHand(limit: 12, into: &bytes) { $0.count != 10 }
      if !isAtHand {
        guard case .whole(let line)? = try reader.readLine(limit: 1000) else { break }
        bytes += line
      }
      lines.append(
        "\(start.line):\(start.column)@\(start.offset) " + String(decoding: bytes.dropFirst(), as: UTF8.self))
    }
    #expect(lines == (try Self.lines(text, chunkSize: .max)))
  }

  @Test(arguments: chunkSizes)
  func `a line over the limit is passed over and counted`(chunkSize: Int) throws {
    let text = "ok\n" + String(repeating: "x", count: 5000) + "\nafter"
    #expect(
      try Self.lines(text, chunkSize: chunkSize, limit: 100) == ["1:1@0 ok", "2:1@3 too long: 5000", "3:1@5004 after"])
  }

  @Test(arguments: chunkSizes)
  func `parts end at their mark, and lines inside them are counted`(chunkSize: Int) throws {
    var reader = ByteReader(MemorySource(Array("one\ntwo\u{0C}three".utf8), chunkSize: chunkSize))
    guard case .whole(let first) = try reader.readPart(upTo: 0x0C, limit: 100) else { throw Failure() }
    #expect(String(decoding: first, as: UTF8.self) == "one\ntwo")
    #expect(reader.position == SourcePosition(offset: 8, line: 2, column: 5))
    guard case .whole(let second) = try reader.readPart(upTo: 0x0C, limit: 100) else { throw Failure() }
    #expect(String(decoding: second, as: UTF8.self) == "three")
    if try reader.readPart(upTo: 0x0C, limit: 100) != nil { Issue.record("there is a third part") }
  }

  @Test(arguments: chunkSizes)
  func `what is peeked at stays unread`(chunkSize: Int) throws {
    var reader = ByteReader(MemorySource(Array("abcdef\ng".utf8), chunkSize: chunkSize))
    #expect(try reader.peek(4) == Array("abcd".utf8))
    #expect(try reader.peek(100) == Array("abcdef\ng".utf8))
    guard case .whole(let line) = try reader.readLine(limit: 100) else { throw Failure() }
    #expect(line == Array("abcdef".utf8))
  }

  struct Failure: Error {}
}
