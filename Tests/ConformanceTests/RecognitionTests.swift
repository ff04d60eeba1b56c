import Dateline
import DatelineCore
import TestSupport
import Testing

/// Every format knows its own documents from all others, by their content alone.
@Suite struct RecognitionTests {
  /// Formats that are read and written, canonical or not.
  static let formats: [FormatCase] = FormatRegistry.standard.formats.compactMap { format in
    (format as? any ReadableFormat & WritableFormat).map { FormatCase(format: $0) }
  }

  /// A document with a random header, and one whose header has only what it must, so that records stand near the start.
  private static func documents(_ format: FormatCase) throws -> [[UInt8]] {
    try (0..<8).flatMap { seed throws in
      let document = try format.document(seed: 40 + seed, records: 3, fill: [0.3, 1, 0, 0.1][seed % 4])
      let plain = try format.format.write(Header(schemaVersion: Schema.version), document.records)
      return [document.bytes, plain]
    } + [try format.format.write(Header(schemaVersion: Schema.version), [])]
  }

  @Test(arguments: formats, [64 * 1024, 512])
  func `a document is recognised as what it is, and as nothing else so surely`(format: FormatCase, size: Int) throws {
    for (index, bytes) in try Self.documents(format).enumerated() {
      let found = FormatRegistry.standard.recognise(Array(bytes.prefix(size)))
      let first = try #require(found.first, "document \(index)")
      #expect(first.format.info.id == format.format.info.id, "document \(index)")
      #expect(first.recognition.confidence >= 50, "document \(index)")
      #expect(!first.recognition.reason.isEmpty)
      for other in found.dropFirst() {
        #expect(other.recognition.confidence < first.recognition.confidence, "\(other.format.info.id) as well")
      }
    }
  }

  /// What may stand before a document without changing what it is.
  static let openings = ["", "\u{FEFF}", "\n\n", "\r\n\r\n", "\u{FEFF}\n\n"]

  @Test(arguments: FormatCase.lossless, openings)
  func `blank lines and a byte order mark before a document change nothing`(format: FormatCase, opening: String) throws
  {
    let document = try format.document(seed: 50, records: 2, fill: 0.2)
    let conversion = Conversion(to: "ndjson")
    let isFeed = ["rss", "atom"].contains(format.format.info.id)
    for name in ["<stdin>", "x", "x.dat", "x.txt", "x.json", "x.csv", "x.xml"] {
      let log = DiagnosticLog(input: name)
      let input = Input(Array(opening.utf8) + document.bytes, name: name)
      guard !isFeed || !opening.contains(where: \.isNewline) else {
        // Blank lines before its declaration are a fault of a feed, which is mended only when asked.
        let error = #expect(throws: ConversionError.self) { try conversion.open(input, log: log) }
        #expect(error.map { "\($0)".contains("feed.lead") } == true, "\(name)")
        continue
      }
      let (identification, reader) = try conversion.open(input, log: log)
      #expect(identification.format.info.id == format.format.info.id, "\(name)")
      #expect(identification.basis == .content, "\(name)")
      _ = try reader.readHeader()
      var count = 0
      while try reader.next() != nil { count += 1 }
      #expect(count == 2 && log.errorCount == 0 && log.warningCount == 0, "\(name)")
    }
  }

  @Test(arguments: FormatCase.lossless, [2, 4])
  func `UTF-16 and UTF-32 of either order change nothing`(format: FormatCase, width: Int) throws {
    let document = try format.document(seed: 51, records: 2, fill: 0.2)
    let conversion = Conversion(to: "ndjson")
    for isLittleEndian in [true, false] {
      for mark in ["", "\u{FEFF}"] {
        // XML says what it is in, and has to be right.
        let text = (mark + String(decoding: document.bytes, as: UTF8.self)).replacing(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "<?xml version=\"1.0\" encoding=\"UTF-\(width * 8)\"?>")
        let units = width == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
        let bytes = units.flatMap { unit in
          let shifts = (0..<width).map { UInt32($0 * 8) }
          return (isLittleEndian ? shifts : shifts.reversed()).map { UInt8(truncatingIfNeeded: unit >> $0) }
        }
        let (identification, reader) = try conversion.open(
          Input(bytes, name: "x"), log: DiagnosticLog(input: "x"))
        #expect(identification.format.info.id == format.format.info.id)
        #expect(identification.encoding.rawValue == "UTF-\(width * 8)\(isLittleEndian ? "LE" : "BE")")
        #expect(try reader.readHeader() == document.header)
        #expect(try reader.next() == document.records.first)
      }
    }
  }

  @Test(arguments: [
    ("", "x.json", "error: the input is empty, so its format can't be told; name it with --from [input.empty]"),
    (
      " \n\r\n\t", "x",
      "error: the input has only white space, so its format can't be told; name it with --from [input.empty]"
    ),
    (
      "{\"a\":1}", "x",
      "error: the format can't be told from content or name: it looks like JSON, but has no records of a form known here; name it with --from ('dateline formats' lists them) [input.unknown-format]"
    ),
    (
      "<html><p>x</p></html>", "x",
      "error: the format can't be told from content or name: it looks like XML or HTML, but of no form known here; name it with --from ('dateline formats' lists them) [input.unknown-format]"
    ),
    (
      "{\n  \"a\": 1\n}", "x.txt",
      "error: the format can't be told from content or name: it looks like JSON, but has no records of a form known here; name it with --from ('dateline formats' lists them) [input.unknown-format]"
    ),
    (
      "<?xml version=\"1.0\"?><x/>", "x.md",
      "error: the format can't be told from content or name: it looks like XML or HTML, but of no form known here; name it with --from ('dateline formats' lists them) [input.unknown-format]"
    ),
    (
      "1234", "x",
      "error: the format can't be told from content or name; name it with --from ('dateline formats' lists them) [input.unknown-format]"
    ),
    (
      "\u{1F}\u{8}", "x",
      "error: the input is binary (it has control characters), not text; only text can be converted [input.binary]"
    ),
    (
      "%PDF-1.7\n\u{0}", "x",
      "error: the input is a PDF document, not text; export its text first: pdftotext FILE - | dateline ... [input.binary]"
    ),
  ])
  func `an input that is nothing is refused with what to do`(text: String, name: String, message: String) {
    var line = ""
    do throws(ConversionError) {
      _ = try Conversion(to: "ndjson").open(Input(Array(text.utf8), name: name), log: DiagnosticLog(input: name))
    } catch {
      if case .malformed(let diagnostic) = error { line = diagnostic.description }
    }
    #expect(line == "\(name):1:1: \(message)")
  }

  @Test(arguments: [
    ("x.ics", 1), ("x.xml", FormatRegistry.standard.format(forExtension: "xml", writing: false) == nil ? 0 : 1),
    ("x.json", 0), ("x.txt", 0), ("x.dat", 0), ("x", 0),
  ])
  func `a name that promises another syntax is noted`(name: String, count: Int) throws {
    let bytes = Array(#"{"type":"incident","id":"a"}"#.utf8)
    var notes: [Diagnostic] = []
    let log = DiagnosticLog(input: name) { notes.append($0) }
    _ = try Conversion(to: "ndjson").open(Input(bytes, name: name), log: log)
    let isReadable =
      Input.fileExtension(of: name).flatMap {
        FormatRegistry.standard.format(forExtension: $0, writing: false)
      } != nil
    #expect(notes.count == (isReadable ? count : 0))
    for note in notes { #expect(note.severity == .note && note.code == "input.name-differs") }
  }
}
