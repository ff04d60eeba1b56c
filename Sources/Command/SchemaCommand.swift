import ArgumentParser
import Dateline

/// `dateline schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the schema of a canonical format, for other programs.",
    discussion: """
      Without a name the schemas are listed. Metadata of CSV on the Web (csvw) belong to one table: --url names it.

      EXAMPLES:
        dateline schema
        dateline schema json -o incident.schema.json
        dateline schema csvw --url events.csv -o events.csv-metadata.json
      """)

  @Argument(help: "Which: json, csvw, xsd or rng.")
  var name: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to <file> instead of standard output; - is standard output.")
  var output: String?

  @Option(help: "csvw: where the table is, seen from the metadata (default: incidents.csv).")
  var url: String?

  func run() throws {
    try exitingOnFailure(DiagnosticPrinter(showsErrorsOnly: false)) { () throws(ConversionError) in
      let language = try name.map { name throws(ConversionError) in try Self.language(called: name) }
      if url != nil, language != .csvw { throw .unsupported("--url goes with csvw alone") }
      let text = language.map { Schema.standard.text(in: $0, tableURL: url) } ?? Self.list
      let sink = if let output, output != "-" { try FileSink(path: output) } else { FileSink.standardOutput }
      try sink.write(Array(text.utf8).span)
      try sink.commit()
    }
  }

  private static func language(called name: String) throws(ConversionError) -> SchemaLanguage {
    if let language = SchemaLanguage(rawValue: name) { return language }
    let near = nearestName(to: name, among: SchemaLanguage.allCases.map(\.rawValue))
    let hint = near.map { "did you mean '\($0)'?" } ?? "'dateline schema' lists them"
    throw .unsupported("no schema is called \(quoted(name)); \(hint)")
  }

  private static var list: String {
    let width = SchemaLanguage.allCases.map(\.rawValue.count).max() ?? 0
    return SchemaLanguage.allCases.map { language in
      let name = language.rawValue
      return "\(name)\(String(repeating: " ", count: width - name.count))  \(language.summary)\n"
    }.joined()
  }
}
