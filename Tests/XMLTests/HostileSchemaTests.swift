import DatelineCore
import DatelineValidation
import DatelineXML
import Foundation
import TestSupport
import Testing

/// Schemas that want more than they get.
@Suite struct HostileSchemaTests {
  private static func xsd(_ content: String) -> [String: String] { ["main.xsd": SchemaFixture.xsd(content)] }

  @Test(arguments: [
    "/etc/passwd", "../outside.xsd", "a/../../outside.xsd", "http://127.0.0.1:9/a.xsd", "https://example.org/a.xsd",
    "file:///etc/passwd", "FILE:a.xsd", "//host/a.xsd", "..%2Foutside.xsd", "a.xsd#b", "a.xsd?b", "link.xsd", "", "sub",
    "missing.xsd", "dateline-schema:0",
  ])
  func `nothing is taken from outside of the schema's folder`(address: String) throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appendingPathComponent("in")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    try scratch.write(SchemaFixture.xsd(""), to: "outside.xsd")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("link.xsd").path, withDestinationPath: "../outside.xsd")
    let forms = [
      "main.xsd": SchemaFixture.xsd("\n<xs:include\n  schemaLocation='\(address)'/>"),
      "import.xsd": SchemaFixture.xsd("\n<xs:import namespace='urn:x'\n  schemaLocation='\(address)'/>"),
      "redefine.xsd": SchemaFixture.xsd("\n<xs:redefine\n  schemaLocation='\(address)'/>"),
      "main.rng": SchemaFixture.relaxNG("\n<include\n  href='\(address)'/>"),
      "external.rng":
        "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\n<externalRef\n  href='\(address)'/></element>",
    ]
    for (name, text) in forms {
      try scratch.write(text, to: "in/\(name)")
      let schema = try DocumentSchema(path: folder.appendingPathComponent(name).path)
      let found = schema.problems(ValidationOptions()).flatMap(\.findings)
      #expect(!schema.isUsable && found.map(\.rule) == [.schemaImport], "\(name) \(found.map(\.message))")
      #expect(found.first?.start.line == 3 && found.first?.start.column == 3, "\(name)")
    }
  }

  @Test func `a schema takes files of its own folder, by relative paths`() throws {
    let part = SchemaFixture.xsd(
      "<xs:include schemaLocation='../main.xsd'/><xs:simpleType name='t'><xs:restriction base='xs:int'/></xs:simpleType>"
    )
    let fixture = try SchemaFixture([
      "main.xsd": SchemaFixture.xsd(
        "<xs:include schemaLocation='./sub/my%20part.xsd'/><xs:element name='a' type='t'/>"), "sub/my part.xsd": part,
    ])
    #expect(fixture.problems.map(\.finding.message) == [])
    #expect(try fixture.findings("<a>1</a>").isEmpty)
    #expect(try fixture.findings("<a>x</a>").count == 1)
  }

  @Test func `a schema may have a document type, whose entities are bounded`() throws {
    let good = "<!DOCTYPE xs:schema [<!ENTITY n 'a'>]>" + SchemaFixture.xsd("<xs:element name='&n;'/>")
    let fixture = try SchemaFixture(["main.xsd": good])
    #expect(try fixture.findings("<a/>").isEmpty && !fixture.findings("<b/>").isEmpty)
    let laughs = (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()
    let wrong = [
      "<!DOCTYPE xs:schema [<!ENTITY l0 'ha'>\(laughs)]>" + SchemaFixture.xsd("<xs:element name='&l9;'/>"),
      "<!DOCTYPE xs:schema [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>" + SchemaFixture.xsd("<xs:element name='&a;'/>"),
      SchemaFixture.xsd(String(repeating: "<xs:sequence>", count: 300)), "<xs:schema", "",
      "not XML", SchemaFixture.xsd("<xs:element name='a' type='b'/>"), "<a/>",
      SchemaFixture.xsd("<xs:element name='a'><xs:complexType><xs:assert test='1'/></xs:complexType></xs:element>"),
    ]
    for text in wrong {
      let fixture = try SchemaFixture(["main.xsd": text])
      #expect(!fixture.schema.isUsable && fixture.problems.allSatisfy { $0.finding.rule == .schemaUnusable }, "\(text)")
    }
    let external = "<!DOCTYPE xs:schema [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + SchemaFixture.xsd("&e;")
    #expect(try SchemaFixture(["main.xsd": external]).schema.isUsable)
  }

  @Test func `the place of what is wrong in a schema is that of the element, in its own file`() throws {
    let fixture = try SchemaFixture([
      "main.xsd": SchemaFixture.xsd("<xs:include schemaLocation='part.xsd'/>"),
      "part.xsd": "<!-- é -->\n" + SchemaFixture.xsd("<!-- é -->\n<!-- é --> <xs:element\n name='a' type='b'/>"),
    ])
    let (file, finding) = try #require(fixture.problems.first)
    #expect(file == "part.xsd" && finding.start.line == 3 && finding.start.column == 12, "\(finding)")
    #expect(finding.path == "/xs:schema/xs:element")
  }

  @Test func `a schema may not be endless`() throws {
    let types = (0..<2000).map {
      "<xs:simpleType name='t\($0)'><xs:restriction base='t\($0 + 1)'/></xs:simpleType>"
    }.joined()
    let chain = Self.xsd("\(types)<xs:simpleType name='t2000'><xs:restriction base='xs:int'/></xs:simpleType>")
    let many = (0..<5000).map { "<xs:element name='e\($0)'/>" }.joined()
    let wide = Self.xsd(
      "<xs:element name='a'><xs:complexType><xs:choice>\(many)</xs:choice></xs:complexType></xs:element>")
    let defined = (0..<100_000).map { "<define name='d\($0)'><ref name='d\($0 + 1)'/></define>" }.joined()
    let rows = ["main.rng": SchemaFixture.relaxNG("<start><ref name='d0'/></start>\(defined)")]
    let large = Self.xsd(String(repeating: "<xs:annotation/>", count: 250_000))
    let long = Self.xsd("<!-- \(String(repeating: "x", count: 1 << 19)) -->".repeated(40))
    for files in [chain, wide, rows, large, long] {
      let fixture = try SchemaFixture(files)
      #expect(!fixture.schema.isUsable && fixture.problems.first?.finding.rule == .schemaUnusable)
    }
  }

  /// Each `a` may be that of any part: with fifteen of them there are 155 million ways.
  @Test func `a schema with too many ways to read a document is given up`() throws {
    let parts = (0..<30).map {
      "<group><optional><element name='a'><empty/></element></optional><element name='b\($0)'><empty/></element></group>"
    }.joined()
    let fixture = try SchemaFixture([
      "main.rng":
        "<element name='r' xmlns='http://relaxng.org/ns/structure/1.0'><interleave>\(parts)</interleave></element>"
    ])
    let found = try fixture.findings("<r>\(String(repeating: "<a/>", count: 15))</r>")
    #expect(found.count == 1 && found.allSatisfy { $0.message.contains("ways") }, "\(found.map(\.message))")
  }

  @Test func `more files than a schema may have are refused`() throws {
    var files: [String: String] = [:]
    for index in 0..<510 {
      files["\(index == 0 ? "main" : "p\(index)").xsd"] = SchemaFixture.xsd(
        "<xs:include schemaLocation='p\(index + 1).xsd'/>")
    }
    let problems = try SchemaFixture(files).problems
    #expect(problems.map(\.finding.rule) == [.schemaImport] && problems.first?.finding.message.contains("500") == true)
  }

  @Test(arguments: [
    ["main.rng": SchemaFixture.relaxNG("<include href='main.rng'/>")],
    [
      "main.rng": SchemaFixture.relaxNG("<include href='a.rng'/>"),
      "a.rng": SchemaFixture.relaxNG("<include href='b.rng'/>"),
      "b.rng": SchemaFixture.relaxNG("<include href='a.rng'/>"),
    ],
    [
      "main.rng": SchemaFixture.relaxNG(
        "<start><ref name='a'/></start><define name='a'><optional><ref name='a'/></optional></define>")
    ],
    [
      "main.rng": SchemaFixture.relaxNG("<start><externalRef href='a.rng'/></start>"),
      "a.rng": "<externalRef xmlns='http://relaxng.org/ns/structure/1.0' href='a.rng'/>",
    ],
    ["main.rng": SchemaFixture.relaxNG("<start><ref name='none'/></start>")],
    ["main.rng": SchemaFixture.relaxNG("<start><element name='a'><data type='none'/></element></start>")],
    ["main.rng": SchemaFixture.relaxNG("<start><element name='p:a'><empty/></element></start>")],
    ["main.rng": SchemaFixture.relaxNG("")],
    ["main.rnc": "start = element a { empty }"],
  ])
  func `a RELAX NG schema that says nothing is refused`(files: [String: String]) throws {
    let fixture = try SchemaFixture(files)
    #expect(!fixture.schema.isUsable && fixture.problems.first?.finding.rule == .schemaUnusable)
    if files["main.rnc"] != nil { #expect(fixture.problems.first?.finding.message.contains("trang") == true) }
  }

  /// Schemas and documents of several threads at once: what one may load is nothing to the others.
  @Test func `schemas can be read by several threads at once`() async throws {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<16 {
        group.addTask {
          guard
            let fixture = try? SchemaFixture([
              "main.xsd": SchemaFixture.xsd("<xs:include schemaLocation='part.xsd'/>"),
              "part.xsd": SchemaFixture.xsd("<xs:element name='a\(index)' type='xs:date'/>"),
            ])
          else { return false }
          let good = try? fixture.findings("<a\(index)>2024-01-01</a\(index)>")
          let wrong = try? fixture.findings("<a\(index + 1)/>")
          return good?.isEmpty == true && wrong?.count == 1
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
