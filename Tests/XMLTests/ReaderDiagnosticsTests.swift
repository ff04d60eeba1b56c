import DatelineCore
import DatelineXML
import TestSupport
import Testing

/// An input with marks, what should be reported at each, and how many records are kept.
struct DiagnosedInput: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let messages: [String]
  let count: Int

  init(_ name: String, _ text: String, _ messages: String..., count: Int = 1) {
    self.name = name
    self.text = text
    self.messages = messages
    self.count = count
  }

  /// The fields of an incident with the id `a`.
  static func incident(_ name: String, _ text: String, _ messages: String..., count: Int = 1) -> Self {
    var input = Self(
      name, "<dateline xmlns='urn:dateline:1'>\n<incident><id>a</id>\(text)</incident>\n</dateline>", count: count)
    input = Self(name: name, text: input.text, messages: messages, count: count)
    return input
  }

  private init(name: String, text: String, messages: [String], count: Int) {
    self.name = name
    self.text = text
    self.messages = messages
    self.count = count
  }

  var testDescription: String { name }

  /// Compares what is reported, place and words, however the bytes come.
  @discardableResult
  func check(limits: Limits = Limits()) -> ReadResult {
    let marked = MarkedText(text)
    let whole = CanonicalXML().read(marked.bytes, limits: limits)
    let expected = zip(marked.positions, messages).map { "input:\($0.line):\($0.column): \($1)" }
    #expect(whole.lines == expected)
    #expect(marked.positions.count == messages.count)
    #expect(whole.records.count == count)
    for chunkSize in [1, 7, 64] {
      #expect(CanonicalXML().read(marked.bytes, chunkSize: chunkSize, limits: limits) == whole)
    }
    return whole
  }
}

/// What is reported about a document, and where: the exact words, since people read them.
@Suite struct ReaderDiagnosticsTests {
  private static let fields: [DiagnosedInput] = [
    .incident("nothing", ""),
    .incident(
      "unknown element", "<title>b</title>\n  ⟦<altitude unit='m'>5</altitude>",
      "warning: 'altitude' is no field of Incident; it goes to 'extras' [xml.unknown-field]"),
    .incident(
      "unknown attribute", "<place name='b'/>\n<place\n  ⟦altitude='5' name='c'/>",
      "warning: 'altitude' is no field of Place; it goes to 'extras' [xml.unknown-field]"),
    .incident(
      "attribute of a value", "<title ⟦lang='en'>b</title>",
      "warning: 'lang' is no attribute of 'title'; it goes to 'extras' [xml.unknown-field]"),
    .incident(
      "second value", "<title>b</title><kind>force</kind>⟦<title>c</title>",
      "error: 'title' stands here a second time; this value goes to 'extras' [xml.duplicate-field]"),
    .incident(
      "second extra", "<extra key='b'>1</extra>⟦<extra key='b'>2</extra>",
      "error: 'b' stands here a second time; it gets another key [xml.duplicate-field]"),
    .incident(
      "extra without key", "⟦<extra>1</extra>",
      "error: 'key' is missing, and every 'extra' has one; its value is kept under another key [xml.missing-field]"),
    .incident(
      "extra that is no JSON", "⟦<extra key='b'>four</extra>",
      "warning: 'b' should be a JSON value; it is kept as text [xml.bad-value]"),
    .incident(
      "empty values", "⟦<title/><place ⟦name=''/>⟦<place/>",
      "warning: 'title' is empty, which says no more than leaving it out [xml.empty-value]",
      "warning: 'name' is empty, which says no more than leaving it out [xml.empty-value]",
      "warning: 'place' is empty, which says no more than leaving it out [xml.empty-value]"),
    .incident(
      "impossible day", "<when>⟦<date>2023-02-29</date></when>",
      "warning: 'when/date' should be an EDTF date, such as 2024-01-13, not '2023-02-29'; it goes to 'extras' [xml.bad-value]"
    ),
    .incident(
      "unknown term", "<cause>⟦<intent>mistake</intent></cause>",
      "warning: 'cause/intent' should be one of deliberate, accidental, negligent, disputed, unknown, not 'mistake'; it goes to 'extras' [xml.bad-value]"
    ),
    .incident(
      "number out of range", "<place/>\n<place ⟦latitude='91' longitude='0'/>".replacing("<place/>\n", with: ""),
      "warning: 'places/0/latitude' should be a number from -90 to 90, not '91'; it goes to 'extras' [xml.bad-value]"),
    .incident(
      "elements in a value", "⟦<title>b <dateline>c</dateline></title>",
      "warning: 'title' should be text, without elements in it, not '<title>b <dateline>c</dateline></title>'; it goes to 'extras' [xml.bad-value]"
    ),
    .incident(
      "text between elements", "\n  ⟦b, c\n <title>d</title>",
      "warning: 'b, c' stands between elements, where no text counts; it goes to 'extras' [xml.stray-text]"),
    .incident(
      "element for an attribute", "<place>⟦<name>b</name></place>",
      "warning: 'name' of Place is an attribute, not an element; it is read all the same [xml.misplaced-field]"),
    DiagnosedInput(
      "attribute for an element", "<dateline xmlns='urn:dateline:1'><incident ⟦id='a'/></dateline>",
      "warning: 'id' of Incident is no attribute; it is read all the same [xml.misplaced-field]"),
    .incident(
      "missing field inside", "⟦<damage object='mill'/>",
      "error: 'status' is missing, and every Damage has one; it goes to 'extras' [xml.missing-field]"),
    .incident(
      "carriage return", "⟦<title>b&#13;c</title>",
      "warning: the text has carriage returns, which no canonical format can carry; they become LF [xml.replaced-character]"
    ),
    .incident(
      "names of others", "⟦<x:a xmlns:x='urn:x'><title>c</title></x:a><x:b xmlns:x='urn:x'/><title>d</title>",
      "warning: 'x:a' is of the namespace 'urn:x', which canonical XML does not have; what is of it is passed over [xml.foreign-namespace]"
    ),
    .incident(
      "no namespace", "⟦<a xmlns=''/>",
      "warning: 'a' is in no namespace, and every element here is in urn:dateline:1; such elements are passed over [xml.foreign-namespace]"
    ),
  ]

  @Test(arguments: fields) func `a field is diagnosed at its place`(input: DiagnosedInput) { input.check() }

  private static let head = "<dateline xmlns='urn:dateline:1'>"

  private static let documents: [DiagnosedInput] = [
    DiagnosedInput(
      "missing id", "\(head)<incident><id>a</id></incident>\n⟦<incident><title>b</title></incident></dateline>",
      "error: 'id' is missing, and every Incident has one; the record is skipped [xml.missing-field]"),
    DiagnosedInput(
      "unknown record", "\(head)\n ⟦<event><id>b</id></event><incident><id>a</id></incident></dateline>",
      "error: 'event' is no record type; known are header, report, incident and tombstone; the element is skipped [xml.unknown-type]"
    ),
    DiagnosedInput(
      "late header",
      "\(head)<incident><id>a</id></incident>⟦<header><schemaVersion>1.0</schemaVersion></header></dateline>",
      "warning: a header stands only before the first record; this one is skipped [xml.late-header]"),
    DiagnosedInput(
      "text between records", "\(head)\n  ⟦x<incident><id>a</id></incident></dateline>",
      "warning: 'x' stands between records, where no text counts; it is skipped [xml.stray-text]"),
    DiagnosedInput(
      "attribute of the root",
      "<dateline xmlns='urn:dateline:1' ⟦version='1'><incident><id>a</id></incident></dateline>",
      "warning: 'version' is no attribute of the root; it is skipped [xml.unknown-field]"),
    DiagnosedInput(
      "wrong root", "<?xml version='1.0'?>\n⟦<rss version='2.0'><channel/></rss>",
      "error: the root of canonical XML is 'dateline' in the namespace urn:dateline:1, not 'rss' in none [xml.wrong-root]",
      count: 0),
    DiagnosedInput(
      "no namespace at all", "⟦<dateline><incident><id>a</id></incident></dateline>",
      "error: the root of canonical XML is 'dateline' in the namespace urn:dateline:1, not 'dateline' in none; write <dateline xmlns=\"urn:dateline:1\"> [xml.wrong-root]",
      count: 0),
    DiagnosedInput(
      "another namespace", "⟦<dateline xmlns='urn:dateline:2'/>",
      "error: the root of canonical XML is 'dateline' in the namespace urn:dateline:1, not 'dateline' in the namespace 'urn:dateline:2' [xml.wrong-root]",
      count: 0),
    DiagnosedInput(
      "document type", "⟦<!DOCTYPE dateline [<!ENTITY a 'b'>]>\n\(head)<incident><id>&a;</id></incident></dateline>",
      "error: canonical XML has no document type; take '<!DOCTYPE' out [xml.document-type]", count: 0),
    DiagnosedInput(
      "cut off", "\(head)<incident><id>a</id></incident>\n<incident><id>b</id><place name='c⟦",
      "error: the document ends before it is whole: 'incident' is still open [xml.truncated]"),
    DiagnosedInput(
      "later version", "\(head)<header>⟦<schemaVersion>2.0</schemaVersion></header></dateline>",
      "error: the document keeps to schema 2.0, and this version reads 1.x only; a later version of dateline reads it [schema.version-too-new]",
      count: 0),
  ]

  @Test(arguments: documents) func `a document is diagnosed at its place`(input: DiagnosedInput) { input.check() }

  @Test func `an undeclared prefix ends the reading, and what was whole is kept`() {
    let bytes = Array("\(Self.head)<incident><id>a</id></incident><incident><x:id>b</x:id></incident></dateline>".utf8)
    let result = CanonicalXML().read(bytes)
    #expect(result.lines.count == 1 && result.lines[0].hasSuffix("[xml.namespace]"), "\(result.lines)")
    #expect(result.records.count == 1)
  }

  @Test func `what a field can't take is kept for the extras under its pointer`() throws {
    let input = DiagnosedInput.incident(
      "", "⟦<altitude unit='m'>5</altitude><place name='b' ⟦latitude='91'/>⟦<depth>7</depth>",
      "warning: 'altitude' is no field of Incident; it goes to 'extras' [xml.unknown-field]",
      "warning: 'depth' is no field of Incident; it goes to 'extras' [xml.unknown-field]",
      "warning: 'places/0/latitude' should be a number from -90 to 90, not '91'; it goes to 'extras' [xml.bad-value]")
    let result = CanonicalXML().read(MarkedText(input.text).bytes)
    guard case .incident(let incident)? = result.records.first else {
      Issue.record("\(result.lines)")
      return
    }
    #expect(incident.extras["/altitude"]?.description == #""<altitude unit='m'>5</altitude>""#)
    #expect(incident.extras["/depth"]?.description == #""7""#)
    #expect(incident.extras["/places/0/latitude"]?.description == #""91""#)
    #expect(incident.places.count == 1)
  }

  @Test func `a record that is too large is passed over`() {
    let long = String(repeating: "b", count: 200_000)
    for count in [1, 3] {
      let good = "<incident><id>a</id></incident>\n"
      DiagnosedInput(
        "",
        "\(Self.head)\(good)⟦<incident><id>\(long)</id><place/></incident>\(String(repeating: good, count: count))</dateline>",
        "error: the record has more than the 1000 bytes of --max-record; it is skipped [xml.record-too-large]",
        count: count + 1
      ).check(limits: Limits(recordSize: 1000))
    }
  }

  @Test func `places of fields are those of their attributes and elements`() throws {
    let marked = MarkedText(
      "\(Self.head)\n⟦<incident><id>a</id><title>b</title>\n  ⟦<when>⟦<date>2024</date></when><place name='c'/>\n <place\n ⟦latitude='1'>⟦<relatedTo>d</relatedTo></place>⟦<extra key='e'>1</extra></incident></dateline>"
    )
    let log = DiagnosticLog(input: "input")
    let reader = try CanonicalXML().makeReader(ByteReader(MemorySource(marked.bytes)), ReadContext(log: log))
    _ = try reader.readHeader()
    _ = try reader.next()
    let pointers = ["", "/when", "/when/date", "/places/1/latitude", "/places/1/relatedTo/0", "/extras/e"]
    for (pointer, position) in zip(pointers, marked.positions) {
      #expect(reader.position(of: pointer) == position, "\(pointer)")
    }
    #expect(reader.position(of: "/summary") == marked.positions[0])
  }
}
