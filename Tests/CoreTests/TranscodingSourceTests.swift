import DatelineCore
import Foundation
import Testing

/// Unicode encodings on the way in.
@Suite struct TranscodingSourceTests {
  private static func decoded(_ bytes: [UInt8], chunkSize: Int) throws -> (text: String, source: TranscodingSource) {
    let source = TranscodingSource(MemorySource(bytes, chunkSize: chunkSize))
    var reader = ByteReader(source)
    var result: [UInt8] = []
    while case .whole(let part)? = try reader.readPart(upTo: 0x0C, limit: 1 << 20) { result += part }
    return (String(decoding: result, as: UTF8.self), source)
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
        let (result, source) = try Self.decoded(bytes, chunkSize: chunkSize)
        #expect(Array(result.utf8) == Array(text.utf8))
        #expect(source.encoding == expected)
        #expect(source.replacements == 0)
      }
    }
  }

  @Test func `half a surrogate pair becomes a replacement character and is counted`() throws {
    let (text, source) = try Self.decoded([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43], chunkSize: 3)
    #expect(text == "A\u{FFFD}B\u{FFFD}")
    #expect(source.replacements == 2)
  }

  @Test func `what is not Unicode passes as it is`() throws {
    let bytes: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x0A, 0x80]
    var reader = ByteReader(TranscodingSource(MemorySource(bytes, chunkSize: 2)))
    #expect(try reader.peek(100) == bytes)
  }
}
