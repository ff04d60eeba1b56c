import DatelineCore
import DatelineText
import TestSupport
import Testing

/// Articles from a stream: parted, decoded, and refused where they are no text.
@Suite struct ArticleFormatTests {
  static let article = """
    Bomb Explodes in Lima

    LIMA, Peru, March 3, 2024 (NW) - A bomb exploded near a bank in Lima on Sunday, killing two people, police said.

    The blast broke windows “for blocks”, a spokesman said.
    """

  /// Records and diagnostics of an input that is read as articles.
  private static func read(
    _ bytes: [UInt8], limits: Limits = Limits(), chunkSize: Int = .max
  ) throws -> (records: [Record], diagnostics: [String]) {
    let result = ArticleFormat().read(bytes, chunkSize: chunkSize, limits: limits)
    return (result.records, result.lines)
  }

  private static func read(_ text: String) throws -> (records: [Record], diagnostics: [String]) {
    try read(Array(text.utf8))
  }

  @Test func `an article gives a report, then its incidents, which name it`() throws {
    let (records, diagnostics) = try Self.read(Self.article)
    guard case .report(let report)? = records.first, case .incident(let incident)? = records.dropFirst().first else {
      Issue.record("no report and incident: \(records)")
      return
    }
    #expect(records.count == 2 && diagnostics == [])
    #expect(report.body.map(\.text.description).joined(separator: "\n\n") == Self.article)
    #expect(incident.reports.map(\.id) == [report.id])
    #expect(incident.when?.date == EDTF("2024-03-03"))
  }

  @Test func `every span of evidence gives its quote`() throws {
    let (records, _) = try Self.read(Self.article)
    guard case .report(let report)? = records.first else { return }
    let scalars = Array(report.body.map(\.text.description).joined(separator: "\n\n").unicodeScalars)
    for case .incident(let incident) in records {
      #expect(!incident.evidence.isEmpty)
      for entry in incident.evidence {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[entry.start..<entry.end])
        #expect(String(text) == (entry.quote ?? incident.summary)?.description)
        #expect(entry.report == report.id)
      }
    }
  }

  @Test(arguments: [1, 3, 64, 1 << 20])
  func `form feeds part articles, and each is read as if it stood alone`(chunkSize: Int) throws {
    let other = Self.article.replacing("Lima", with: "Cusco").replacing("LIMA", with: "CUSCO")
    let alone = try Self.read(Self.article).records + Self.read(other).records
    let stream = Array((Self.article + "\u{0C}" + other + "\n\u{0C}\n").utf8)
    let (records, diagnostics) = try Self.read(stream, chunkSize: chunkSize)
    #expect(records.count == 4 && diagnostics == [])
    #expect(records.last?.type == alone.last?.type)
    #expect(records.prefix(2).elementsEqual(alone.prefix(2)))
  }

  @Test func `CRLF and CR give the same records as LF`() throws {
    let plain = try Self.read(Self.article).records
    #expect(try Self.read(Self.article.replacing("\n", with: "\r\n")).records == plain)
    #expect(try Self.read(Self.article.replacing("\n", with: "\r")).records == plain)
  }

  @Test func `Windows-1252 gives the same records, with a warning at its first byte`() throws {
    var bytes: [UInt8] = []
    for scalar in Self.article.unicodeScalars {
      switch scalar {
      case "“": bytes.append(0x93)
      case "”": bytes.append(0x94)
      default: bytes.append(UInt8(scalar.value))
      }
    }
    let (records, diagnostics) = try Self.read(bytes)
    #expect(records == (try Self.read(Self.article).records))
    #expect(
      diagnostics == [
        "input:5:25: warning: the bytes here are not UTF-8; the article is read as Windows-1252 [article.not-utf8]"
      ])
  }

  @Test func `an article without an incident is a report alone, and a note`() throws {
    let (records, diagnostics) = try Self.read("\nCats\n\nThe cats of Lima sleep through the day, people say.\n")
    #expect(records.map(\.type) == [.report])
    #expect(
      diagnostics == [
        "input:2:1: note: no incident is found in the article; it is kept as a report [article.no-incident]"
      ])
  }

  @Test(arguments: ["", " \n\t\n", "\u{0C}\u{0C}"])
  func `an input without text is refused`(text: String) throws {
    let (records, diagnostics) = try Self.read(text)
    #expect(records == [])
    #expect(diagnostics.count == 1 && diagnostics[0].hasSuffix("error: there is no text to read [article.empty]"))
  }

  @Test func `control characters are refused at their place`() throws {
    let (records, diagnostics) = try Self.read("one\ntwo\u{1}three")
    #expect(records == [])
    #expect(diagnostics.count == 1 && diagnostics[0].hasPrefix("input:2:4: error: a control character"))
  }

  @Test func `an article over the limit is refused, what came before is kept`() throws {
    let long = Self.article + "\u{0C}" + String(repeating: "long ", count: 1000)
    let (records, diagnostics) = try Self.read(Array(long.utf8), limits: Limits(recordSize: 1000), chunkSize: 100)
    #expect(records.count == 2)
    #expect(diagnostics.count == 1 && diagnostics[0].contains("5000 bytes, more than the 1000 of --max-record"))
  }

  @Test func `the reference date dates what has no year`() throws {
    let text = "Fire in Lima\n\nA fire destroyed a warehouse in Lima on March 3, killing one man, officials said."
    let format = ArticleFormat()
    let options = try FormatOptions([(name: "reference-date", value: "2019-03-05")], for: format.info)
    let reader = try format.makeReader(
      ByteReader(MemorySource(Array(text.utf8))), ReadContext(log: DiagnosticLog(input: "a.txt"), options: options))
    guard case .report(let report)? = try reader.next(), case .incident(let incident)? = try reader.next() else {
      Issue.record("no report and incident")
      return
    }
    #expect(report.publishedBasis == .assumed)
    #expect(incident.when?.date == EDTF("2019-03-03"))
  }

  @Test(arguments: [
    ("A bomb exploded in Lima on Sunday, police said.", true), ("{\"type\":\"incident\"}", false),
    ("<?xml version=\"1.0\"?><rss/>", false), ("BEGIN:VCALENDAR\r\nVERSION:2.0", false),
    ("Dateline-Text: 1\nschemaVersion: 1.0", false), ("a,b,c\n1,2,3\n", false),
  ])
  func `prose is told from other syntax`(text: String, isProse: Bool) {
    #expect((ArticleFormat().recognise(text.utf8.span) != nil) == isProse)
  }
}
