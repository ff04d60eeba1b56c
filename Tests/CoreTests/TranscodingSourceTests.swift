import DatelineCore
import Foundation
import Testing

/// Unicode encodings on the way in.
@Suite struct TranscodingSourceTests {
  private static func decoded(
    _ bytes: [UInt8], chunkSize: Int
  ) throws -> (text: String, source: TranscodingSource, lines: [String]) {
    var lines: [String] = []
    let log = DiagnosticLog(input: "input") { lines.append($0.description) }
    let source = TranscodingSource(MemorySource(bytes, chunkSize: chunkSize), log: log)
    var reader = ByteReader(source)
    var result: [UInt8] = []
    while case .whole(let part)? = try reader.readPart(upTo: 0x0C, limit: 1 << 20) { result += part }
    return (String(decoding: result, as: UTF8.self), source, lines)
  }

  @Test(arguments: [
    (String.Encoding.utf8, UnicodeEncoding.utf8), (.utf16LittleEndian, .utf16LittleEndian),
    (.utf16BigEndian, .utf16BigEndian), (.utf32LittleEndian, .utf32LittleEndian), (.utf32BigEndian, .utf32BigEndian),
  ])
  func `every encoding gives the same text, in chunks of any size`(
    encoding: String.Encoding, expected: UnicodeEncoding
  ) throws {
    let text = "Kyiv – Київ 𝒳 \u{10FFFF} e\u{301}\nend"
    for mark in ["\u{FEFF}", ""] {
      let bytes = Array(try #require((mark + text).data(using: encoding)))
      for chunkSize in [1, 2, 3, 5, 64, 1 << 20] {
        let (result, source, lines) = try Self.decoded(bytes, chunkSize: chunkSize)
        #expect(Array(result.utf8) == Array(text.utf8))
        #expect(source.encoding == expected)
        #expect(lines == [])
      }
    }
  }

  @Test(arguments: [String.Encoding.utf8, .utf16LittleEndian, .utf32BigEndian], [1, 2, 3, 64])
  func `marks before the text are dropped, and reported but for the first`(
    encoding: String.Encoding, chunkSize: Int
  ) throws {
    let text = "\u{FEFF}\n \u{FEFF}\n\u{FEFF}\u{FEFF}a\u{FEFF}"
    let (result, _, lines) = try Self.decoded(Array(try #require(text.data(using: encoding))), chunkSize: chunkSize)
    #expect(Array(result.utf8) == Array("\n \na\u{FEFF}".utf8))
    #expect(lines.map { String($0.prefix(18)) } == ["input:2:2: warning", "input:3:1: warning", "input:3:1: warning"])
    #expect(lines.allSatisfy { $0.hasSuffix("[input.misplaced-mark]") })
  }

  @Test(arguments: [1, 3, 64]) func `half a character is reported at its place`(chunkSize: Int) throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x00, 0xD8, 0x42, 0, 0x43]
    let (text, _, lines) = try Self.decoded(bytes, chunkSize: chunkSize)
    #expect(text == "A\n\u{FFFD}B")
    #expect(
      lines == [
        "input:2:1: error: the UTF-16LE code D800 here is no character; it becomes U+FFFD [input.half-character]",
        "input:2:5: error: the input ends within a character of UTF-16LE, so it may be cut off; what is there of it is "
          + "skipped [input.half-character]",
      ])
  }

  @Test func `codes beyond Unicode are no characters`() throws {
    let (text, _, lines) = try Self.decoded(
      [0xFF, 0xFE, 0, 0, 0x00, 0x00, 0x11, 0x00, 0x41, 0, 0, 0], chunkSize: 2)
    #expect(text == "\u{FFFD}A")
    #expect(lines.count == 1 && lines.first?.contains("the UTF-32LE code 110000 here is no character") == true)
  }

  @Test func `what is not Unicode passes as it is`() throws {
    let bytes: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x0A, 0x80]
    var reader = ByteReader(TranscodingSource(MemorySource(bytes, chunkSize: 2), log: DiagnosticLog(input: "input")))
    #expect(try reader.peek(100) == bytes)
  }
}
