import Dateline
import Foundation
import TestSupport
import Testing

/// UTF-16 and UTF-32 on the command line, in every canonical format.
@Suite struct EncodingTests {
  private static let encodings: [String.Encoding] = [
    .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
  ]

  @Test(arguments: ListedFormat.canonical)
  func `a document with a byte order mark is read in every encoding`(format: ListedFormat) throws {
    let scratch = try Scratch()
    let name = format.file("in")
    let document = try RandomDocument(seed: 31, records: 4, fill: 0.6)
    let lines = try document.lines(records: 4)
    let text = String(decoding: try document.bytes(in: format), as: UTF8.self)
    for encoding in Self.encodings {
      try scratch.write(Array(try #require(("\u{FEFF}" + text).data(using: encoding))), to: name)
      for line in ["dateline \(name)", "dateline < \(name)", "dateline --from \(format.id) \(name)"] {
        let result = try Command.shell(line, in: scratch.folder)
        #expect(result.status == 0, "\(encoding): \(result.errors)")
        let isSame = result.output == lines
        #expect(isSame, "\(encoding)")
      }
    }
  }

  @Test(arguments: ListedFormat.canonical, encodings.dropFirst())
  func `half a character at the end is one error, and whole records are kept`(
    format: ListedFormat, encoding: String.Encoding
  ) throws {
    let scratch = try Scratch()
    let name = format.file("in")
    let document = try RandomDocument(seed: 32, records: 2, fill: 0.2)
    let text = String(decoding: try document.bytes(in: format), as: UTF8.self)
    let bytes = Array(try #require(("\u{FEFF}" + text).data(using: encoding)))
    try scratch.write(bytes + [0x20], to: name)
    let result = try Command.shell("dateline --from \(format.id) \(name)", in: scratch.folder)
    let errors = result.errors.split(separator: "\n").filter { $0.contains(" error: ") }
    #expect(result.status == 1 || result.status == 65, "\(result.errors)")
    #expect(errors.count == 1, "\(result.errors)")
    #expect(result.output.hasPrefix(try document.lines(records: 2)))
  }
}
