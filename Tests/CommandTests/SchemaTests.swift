import Dateline
import Foundation
import TestSupport
import Testing

/// `dateline schema` prints what stands in `Specs/`.
@Suite struct SchemaTests {
  private static let files: [SchemaLanguage: String] = [
    .json: "json/incident.schema.json", .csvw: "csv/incident.csvw.json", .xsd: "xml/incident.xsd",
    .rng: "xml/incident.rng",
  ]

  @Test(arguments: SchemaLanguage.allCases)
  func `a schema is printed, written and given by the library as it stands in Specs`(
    language: SchemaLanguage
  ) throws {
    let path = try #require(Self.files[language])
    let published = try String(contentsOf: Command.root.appendingPathComponent("Specs/\(path)"), encoding: .utf8)
    let scratch = try Scratch()
    let printed = try Command.shell("dateline schema \(language.rawValue)", in: scratch.folder)
    let written = try Command.shell("dateline schema \(language.rawValue) -o schema", in: scratch.folder)
    // The files are long, so differences are not printed.
    let isSame = printed == Command.Result(output: published, errors: "", status: 0)
    #expect(isSame)
    #expect(written == Command.Result(output: "", errors: "", status: 0))
    let fileIsSame = try scratch.text(of: "schema") == published
    #expect(fileIsSame)
    let libraryIsSame = Schema.standard.text(in: language) == published
    #expect(libraryIsSame)
  }

  @Test func `without a name the schemas are listed, one a line`() throws {
    let result = try Command.shell("dateline schema")
    #expect(result.status == 0 && result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } }.map(String.init) == SchemaLanguage.allCases.map(\.rawValue))
  }

  @Test func `metadata of a table name it`() throws {
    let result = try Command.shell(#"dateline schema csvw --url 'a "b".csv'"#)
    let metadata = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(metadata["url"] as? String == #"a "b".csv"#)
  }

  @Test(arguments: [
    ("dateline schema jsn", 64, "no schema is called 'jsn'; did you mean 'json'?"),
    ("dateline schema relational", 64, "no schema is called 'relational'; 'dateline schema' lists them"),
    ("dateline schema json --url a.csv", 64, "--url goes with csvw alone"),
    ("dateline schema json -o nowhere/x", 73, "'nowhere/x' can't be created"),
    ("dateline schema json > /dev/full", 74, "'<stdout>' can't be written"),
    ("dateline schema json xml", 64, "Unexpected argument 'xml'"),
  ])
  func `what goes wrong is said, with the status that stands for it`(
    line: String, status: Int32, message: String
  ) throws {
    let result = try Command.shell(line)
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test func `help has examples`() throws {
    #expect(try Command.shell("dateline schema --help").output.contains("dateline schema csvw --url events.csv"))
  }
}
