import Foundation
import TestSupport
import Testing

/// `dateline validate --schema`.
@Suite struct OwnSchemaTests {
  private static let town = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="town" type="xs:NCName"/></xs:schema>
    """

  @Test(arguments: [
    ("--schema town.xsd good.xml", 0, ""), ("--schema town.xsd wrong.xml good.xml", 1, "wrong.xml:1:1: error: "),
    ("--schema town.xsd .", 1, "2 files: 1 error"),
    ("--schema town.xsd wrong.xml --fail-on never", 0, "[schema-invalid]"),
    ("--schema town.xsd wrong.xml --rule schema-invalid=warning", 0, "warning: "),
    ("--schema town.xsd wrong.xml --report sarif", 1, #""ruleId":"schema-invalid""#),
    ("--schema town.xsd wrong.xml --report jsonl", 1, #""path":"/town""#),
    ("--schema town.xsd wrong.xml --report github", 1, "::error file=wrong.xml,line=1"),
    ("--schema town.xsd wrong.xml --report junit", 1, "schema-invalid"),
    ("--schema far.xsd good.xml", 1, "far.xsd:1:68: error: "), ("--schema none.xsd good.xml", 66, ""),
    ("--schema town.xsd none.xml", 66, ""), ("--schema town.xsd --fix copy.xml wrong.xml", 64, ""),
  ])
  func `it ends with the status of what it finds`(arguments: String, status: Int32, part: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.town, to: "town.xsd")
    try scratch.write(
      Self.town.replacing("<xs:element", with: "<xs:include schemaLocation='/a'/><xs:element"), to: "far.xsd")
    try scratch.write("<town>Lviv</town>", to: "good.xml")
    try scratch.write("<town>New York</town>", to: "wrong.xml")
    let result = try Command.shell("dateline validate \(arguments)", in: scratch.folder)
    #expect(result.status == status, "\(result)")
    #expect(result.output.contains(part) || part.isEmpty, "\(result)")
  }

  @Test func `our own documents keep to the schemas that it prints`() throws {
    let scratch = try Scratch()
    let sample = Command.root.appendingPathComponent("Samples/ferry.txt").path
    for language in ["xsd", "rng"] {
      let line =
        "dateline schema \(language) -o own.\(language) && dateline '\(sample)' --from article -o own.xml 2> notes"
      _ = try Command.shell(line, in: scratch.folder)
      let result = try Command.shell("dateline validate --schema own.\(language) own.xml", in: scratch.folder)
      #expect(result.status == 0, "\(result)")
    }
  }
}
