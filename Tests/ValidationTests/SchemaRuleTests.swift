import Dateline
import DatelineValidation
import Foundation
import TestSupport
import Testing

/// The rules about schemas of users', by the examples that `dateline explain` shows.
@Suite struct SchemaRuleTests {
  private static let head = #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">"#
  private static let town = """
    \(head)<xs:element name="town"><xs:complexType><xs:attribute name="code" type="xs:NCName"/></xs:complexType>
    </xs:element></xs:schema>
    """

  private static func check(
    _ document: String, against schema: String, _ change: (inout Validation) -> Void = { _ in }
  ) throws -> [FileFindings] {
    let scratch = try Scratch()
    try scratch.write("\(head)</xs:schema>", to: "types.xsd")
    try scratch.write(schema, to: "main.xsd")
    var validation = Validation()
    validation.schema = scratch.folder.appendingPathComponent("main.xsd").path
    change(&validation)
    var found: [FileFindings] = []
    try validation.check([Input(Array(document.utf8), name: "town.xml")]) { found.append($0) }
    return found
  }

  @Test func `an example of a document breaks the schema, or keeps to it`() throws {
    let rule = RuleCatalogue.rule(.schemaInvalid)
    let wrong = try Self.check(rule.wrong, against: Self.town)
    #expect(wrong.flatMap(\.findings).map(\.rule) == [.schemaInvalid])
    #expect(wrong.first?.worst == .error && wrong.first?.file == "town.xml")
    #expect(try Self.check(rule.right, against: Self.town).flatMap(\.findings).isEmpty)
  }

  @Test(arguments: [RuleID.schemaImport, .schemaUnusable])
  func `an example of a schema can be used, or not`(_ id: RuleID) throws {
    let rule = RuleCatalogue.rule(id)
    let wrong = try Self.check("<town/>", against: rule.wrong)
    #expect(wrong.flatMap(\.findings).map(\.rule) == [id] && wrong.first?.file.hasSuffix("/main.xsd") == true)
    // Another finding than that about the schema would be one about the document.
    #expect(try !Self.check("<town/>", against: rule.right).flatMap(\.findings).contains { $0.rule == id })
  }

  @Test func `a rule that is off makes no schema of what is none`() throws {
    let wrong = RuleCatalogue.rule(.schemaUnusable).wrong
    #expect(throws: ConversionError.self) {
      try Self.check("<town/>", against: wrong) { $0.options.levels[.schemaUnusable] = .some(nil) }
    }
  }

  @Test func `one document is checked alone, too`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.town, to: "town.xsd")
    var validation = Validation()
    validation.schema = scratch.folder.appendingPathComponent("town.xsd").path
    #expect(try validation.check(Input(Array("<town code='1'/>".utf8), name: "a")).counts == ["schema-invalid": 1])
    #expect(try validation.check(Input(Array("<town code='a'/>".utf8), name: "a")).counts.isEmpty)
    validation.schema = "/nowhere/none.xsd"
    #expect(throws: ConversionError.self) { try validation.check(Input(Array("<a/>".utf8), name: "a")) }
  }
}
