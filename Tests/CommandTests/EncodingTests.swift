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
      let marked = "\u{FEFF}" + declared(text, in: encoding)
      try scratch.write(Array(try #require(marked.data(using: encoding))), to: name)
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
    let bytes = Array(try #require(("\u{FEFF}" + declared(text, in: encoding)).data(using: encoding)))
    try scratch.write(bytes + [0x20], to: name)
    let result = try Command.shell("dateline --from \(format.id) \(name)", in: scratch.folder)
    let errors = result.errors.split(separator: "\n").filter { $0.contains(" error: ") }
    #expect(result.status == 1 || result.status == 65, "\(result.errors)")
    #expect(errors.count == 1, "\(result.errors)")
    #expect(result.output.hasPrefix(try document.lines(records: 2)))
  }

  /// The text with a declaration that is true: XML says what it is in.
  private func declared(_ text: String, in encoding: String.Encoding) -> String {
    let name =
      switch encoding {
      case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
      case .utf32LittleEndian, .utf32BigEndian: "UTF-32"
      default: "UTF-8"
      }
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    return text.hasPrefix(declaration) ? text.replacing("\"UTF-8\"", with: "\"\(name)\"", maxReplacements: 1) : text
  }

  private static let records =
    "<dateline xmlns='urn:dateline:1'><incident><id>a</id><title>Взрыв é</title></incident></dateline>"

  @Test func `XML in an encoding of single bytes is read by its declaration`() throws {
    let scratch = try Scratch()
    for (name, encoding, title) in [
      ("ISO-8859-1", String.Encoding.isoLatin1, "Café"), ("windows-1251", .windowsCP1251, "Взрыв"),
    ] {
      let text = "<?xml version='1.0' encoding='\(name)'?>" + Self.records.replacing("Взрыв é", with: title)
      try scratch.write(Array(try #require(text.data(using: encoding))), to: "in.xml")
      for line in ["dateline in.xml", "dateline < in.xml", "dateline --from xml in.xml"] {
        let result = try Command.shell(line, in: scratch.folder)
        #expect(result.status == 0 && result.errors == "", "\(name): \(result.errors)")
        #expect(result.output.contains("\"title\":\"\(title)\""), "\(name)")
      }
    }
  }

  @Test func `a declaration that contradicts the byte order mark is an error`() throws {
    let scratch = try Scratch()
    for (name, encoding) in [
      ("ISO-8859-1", String.Encoding.utf8), ("UTF-8", .utf16LittleEndian), ("windows-1251", .utf16BigEndian),
      ("UTF-16", .utf8),
    ] {
      let text = "\u{FEFF}<?xml version='1.0' encoding='\(name)'?>" + Self.records
      try scratch.write(Array(try #require(text.data(using: encoding))), to: "in.xml")
      let result = try Command.shell("dateline in.xml", in: scratch.folder)
      #expect(result.status == 65 && result.output == "")
      #expect(result.errors.hasPrefix("in.xml:1:1: error:") && result.errors.contains("[xml.encoding-mismatch]"))
    }
  }
}
