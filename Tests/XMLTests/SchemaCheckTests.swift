import DatelineCore
import DatelineSchemas
import DatelineValidation
import DatelineXML
import Foundation
import TestSupport
import Testing

/// A schema in a folder of its own, and what it says of documents.
struct SchemaFixture {
  private let scratch: Scratch
  let schema: DocumentSchema
  let path: String

  /// - Parameter files: The files of the folder; the schema is the one called `main` with some extension.
  init(_ files: [String: String]) throws {
    scratch = try Scratch()
    for (name, text) in files {
      let folder = scratch.folder.appendingPathComponent(name).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try scratch.write(text, to: name)
    }
    let main = files.keys.first { $0.hasPrefix("main.") } ?? "main"
    path = scratch.folder.appendingPathComponent(main).path
    schema = try DocumentSchema(path: path)
  }

  /// What is wrong with the schema, by file.
  var problems: [(file: String, finding: Finding)] {
    schema.problems(ValidationOptions()).flatMap { file in
      file.findings.map { (String(file.file.split(separator: "/").last ?? ""), $0) }
    }
  }

  func findings(_ document: [UInt8], chunkSize: Int = .max) throws -> [Finding] {
    let log = FindingLog(file: "document.xml", options: ValidationOptions())
    try schema.check(MemorySource(document, chunkSize: chunkSize), log: log)
    return log.finish().findings
  }

  func findings(_ document: String, chunkSize: Int = .max) throws -> [Finding] {
    try findings(Array(document.utf8), chunkSize: chunkSize)
  }

  /// Writes a document beside the schema, for programs of others.
  func write(_ document: String, to name: String) throws -> String {
    try scratch.write(document, to: name)
    return scratch.folder.appendingPathComponent(name).path
  }

  static func xsd(_ content: String, attributes: String = "") -> String {
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" \(attributes)>\(content)</xs:schema>"
  }

  static func relaxNG(_ content: String, attributes: String = "") -> String {
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" \
    \(attributes)>\(content)</grammar>
    """
  }

  /// Towns, in both languages: a code, names, and maybe how many people.
  static let towns: [[String: String]] = [
    [
      "main.xsd": xsd(
        """
        <xs:element name="towns"><xs:complexType><xs:sequence><xs:element name="town" maxOccurs="unbounded">
        <xs:complexType><xs:sequence><xs:element name="name" type="xs:string" maxOccurs="unbounded"/>
        <xs:element name="people" type="xs:int" minOccurs="0"/></xs:sequence>
        <xs:attribute name="code" type="xs:NCName" use="required"/></xs:complexType></xs:element></xs:sequence>
        </xs:complexType></xs:element>
        """)
    ],
    [
      "main.rng": relaxNG(
        """
        <start><element name="towns"><oneOrMore><ref name="town"/></oneOrMore></element></start>
        <define name="town"><element name="town"><attribute name="code"><data type="NCName"/></attribute>
        <oneOrMore><element name="name"><text/></element></oneOrMore>
        <optional><element name="people"><data type="int"/></element></optional></element></define>
        """)
    ],
  ]
}

/// A user's own schema.
@Suite struct SchemaCheckTests {
  @Test(arguments: SchemaFixture.towns)
  func `a document that keeps to its schema gives no finding`(files: [String: String]) throws {
    let fixture = try SchemaFixture(files)
    let town =
      "<town code='a'><name>é &amp; <![CDATA[x]]></name><name/>\n<people><!-- 1 -->1<![CDATA[2]]></people></town>"
    for chunkSize in [1, 2, 3, 7, 64, .max] {
      #expect(try fixture.findings("<towns>\(town)\(town)</towns>", chunkSize: chunkSize).map(\.message) == [])
    }
  }

  @Test(arguments: SchemaFixture.towns)
  func `a finding has the place of what the schema does not allow`(files: [String: String]) throws {
    let fixture = try SchemaFixture(files)
    let cases = [
      ("<towns><town code='a'><name>é</name>\n⟦<mayor>⟦y</mayor></town></towns>", "mayor", "/towns/town/mayor"),
      ("<towns>⟦<town>⟦<name>x</name></town></towns>", "code", "/towns/town"),
      ("<towns><town code='a'><name/></town><town ⟦code='1'⟦><name/></town></towns>", "'1'", "/towns/town[2]"),
      ("<towns>⟦<town code='a'>⟦</town></towns>", "complete", "/towns/town"),
      ("⟦<city>⟦</city>", "city", "/city"),
      ("<towns><town code='a' ⟦x=''⟦><name/></town></towns>", "no attribute x", "/towns/town"),
    ]
    for (marked, word, path) in cases {
      let text = MarkedText(marked)
      for chunkSize in [1, 2, 3, 7, 64, .max] {
        let found = try fixture.findings(text.bytes, chunkSize: chunkSize)
        let first = try #require(found.first, "\(marked)")
        #expect(
          first.rule == .schemaInvalid && first.level == .error && first.message.contains(word), "\(first.message)")
        #expect([first.start.offset, first.end.offset] == text.positions.map(\.offset), "\(first)")
        #expect(first.path == path && found.count == 1, "\(found.map(\.message))")
      }
    }
  }

  @Test func `columns count characters, and places are kept for what a document has at its end`() throws {
    let fixture = try SchemaFixture(SchemaFixture.towns[0])
    let filler = String(repeating: "<town code='é'><name>ééé</name></town>", count: 20_000)
    let found = try fixture.findings("<towns>\n<town code='a'><name/></town>\(filler)<ü/></towns>")
    #expect(found.first?.start.line == 2 && found.first?.start.column == 30 + 20_000 * 38)
  }

  @Test func `a document that is not well-formed, or too much, is a finding`() throws {
    for files in SchemaFixture.towns {
      let fixture = try SchemaFixture(files)
      func codes(_ document: String) throws -> [String] { try fixture.findings(document).map(\.code) }
      #expect(try codes("<towns><town code='a'><name>x</town></towns>").contains("xml.syntax"))
      let deep = String(repeating: "<towns>", count: 300)
      #expect(try codes(deep).contains("xml.limit"))
      let laughs = (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()
      #expect(
        try codes("<!DOCTYPE towns [<!ENTITY l0 'ha'>\(laughs)]><towns>&l9;</towns>").last?.hasPrefix("xml.") == true)
      let outside = "<!DOCTYPE towns [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><towns>&e;</towns>"
      #expect(try codes(outside).contains("xml.external-entity"))
      #expect(try codes("<towns>").contains("xml.truncated"))
    }
  }

  /// Two hundred thousand pieces of text in one element must not be put together one by one.
  @Test(arguments: SchemaFixture.towns)
  func `pieces of a text are one text`(files: [String: String]) throws {
    let fixture = try SchemaFixture(files)
    let pieces = String(repeating: "1<!---->", count: 200_000)
    let document = "<towns><town code='a'><name>\(pieces)</name><people>1<!-- -->x<![CDATA[2]]></people></town></towns>"
    let found = try fixture.findings(document)
    #expect(found.count == 1 && found.first?.message.contains("'1x2'") == true, "\(found.map(\.message))")
  }

  @Test func `our own documents keep to our own schemas`() throws {
    let files = [
      ["main.xsd": XSDFile(schema: .standard).text], ["main.rng": RelaxNGFile(schema: .standard).text],
    ]
    for one in files {
      let fixture = try SchemaFixture(one)
      #expect(fixture.problems.map(\.finding.message) == [])
      for (seed, fill) in [1, 0.5, 0, 0.2].enumerated() {
        var random = RandomRecords(seed: 900 + seed, fill: fill)
        let header = try random.header()
        let document = try CanonicalXML().write(header, try random.records(4))
        #expect(try fixture.findings(document).map(\.message) == [])
      }
      #expect(try !fixture.findings("<dateline xmlns='urn:dateline:1'><incident/></dateline>").isEmpty)
    }
  }
}
