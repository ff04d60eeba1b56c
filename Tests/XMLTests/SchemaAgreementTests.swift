import DatelineCore
import DatelineSchemas
import DatelineXML
import Foundation
import TestSupport
import Testing

/// What the writer writes keeps to the published schemas, as validators of others see it.
@Suite struct SchemaAgreementTests {
  /// A validator and how to call it.
  struct Validator: Sendable, CustomTestStringConvertible {
    let program: String
    let options: [String]
    let schema: String
    /// How much of records is filled.
    let fills: [Double]

    var testDescription: String { ([program] + options).joined(separator: " ") }
    var isInstalled: Bool { Program(program) != nil }

    /// libxml2 2.9 tries an element with each optional attribute and without, so that its time doubles with every attribute
    /// of a place that is there: it can't be given places with all twenty.
    static let all = [
      Validator(
        program: "xmllint", options: ["--nonet", "--noout", "--huge", "--schema"], schema: "xsd",
        fills: [1, 0.5, 0, 0.2]),
      Validator(
        program: "xmllint", options: ["--nonet", "--noout", "--huge", "--relaxng"], schema: "rng", fills: [0, 0.1, 0.2]),
      Validator(program: "jing", options: [], schema: "rng", fills: [1, 0.5, 0, 0.2]),
    ]
  }

  /// Writes documents and a schema into a folder of their own, and gives what the validator says of them.
  private func validate(_ documents: [String], _ validator: Validator) throws -> (status: Int32, output: String)? {
    guard let program = Program(validator.program) else {
      print("skipped: there is no \(validator.program) to validate with")
      return nil
    }
    let scratch = try Scratch()
    let text =
      validator.schema == "xsd" ? XSDFile(schema: .standard).text : RelaxNGFile(schema: .standard).text
    try scratch.write(text, to: "schema")
    let names = documents.indices.map { "\($0).xml" }
    for (document, name) in zip(documents, names) { try scratch.write(document, to: name) }
    let folder = scratch.folder
    let arguments = (["schema"] + names).map { folder.appendingPathComponent($0).path }
    return try program.run(validator.options + arguments)
  }

  @Test(arguments: Validator.all) func `random records are valid`(validator: Validator) throws {
    let documents = try (0..<12).map { seed in
      var random = RandomRecords(seed: 700 + seed, fill: validator.fills[seed % validator.fills.count])
      let header = try random.header()
      return String(decoding: try CanonicalXML().write(header, try random.records(4)), as: UTF8.self)
    }
    guard let result = try validate(documents, validator) else { return }
    #expect(result.status == 0, "\(result.output.prefix(2000))")
  }

  @Test(arguments: Validator.all) func `what the form does not allow is not valid`(validator: Validator) throws {
    let records = [
      "<incident/>", "<incident><id/></incident>", "<incident><id>a</id><id>b</id></incident>",
      "<incident><id>a</id><altitude>5</altitude></incident>", "<incident><id>a</id><place altitude='5'/></incident>",
      "<incident><title>b</title><id>a</id></incident>", "<incident><id>a</id><stage>done</stage></incident>",
      "<incident><id>a</id><place latitude='91'/></incident>", "<incident><id>a</id><damage/></incident>",
      "<incident><id>a</id>b</incident>", "<event><id>a</id></event>",
    ]
    for record in records {
      guard let result = try validate(["<dateline xmlns='urn:dateline:1'>\(record)</dateline>"], validator) else {
        return
      }
      #expect(result.status != 0, "\(record)")
    }
  }
}
