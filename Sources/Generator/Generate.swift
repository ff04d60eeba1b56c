import DatelineCore
import DatelineSchemas
import Foundation

/// Writes the files that are derived from `Schema.standard`, or with `--check` says which are out of date.
@main
struct Generate {
  static func main() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let checks = CommandLine.arguments.contains("--check")
    var stale: [String] = []
    for (path, text) in derivedFiles(of: .standard) {
      let url = root.appendingPathComponent(path)
      if let old = try? String(contentsOf: url, encoding: .utf8), old == text { continue }
      stale.append(path)
      if !checks {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
      }
    }
    for path in stale { print(checks ? "out of date: \(path)" : "wrote \(path)") }
    if checks, !stale.isEmpty { exit(1) }
  }

  /// Paths below the package's root, and the text that each file should have.
  static func derivedFiles(of schema: Schema) -> [(path: String, text: String)] {
    SwiftModel(schema: schema).files().map { ("Sources/Core/Model/Generated/\($0.name)", $0.text) } + [
      ("Specs/incident.md", IncidentPage(schema: schema).text),
      ("Specs/vocabulary.md", VocabularyPage().text),
      ("Specs/json/incident.schema.json", JSONSchemaFile(schema: schema).text),
      ("Specs/xml/incident.xsd", XSDFile(schema: schema).text),
      ("Specs/xml/incident.rng", RelaxNGFile(schema: schema).text),
      ("Specs/csv/incident.csvw.json", CSVWFile(schema: schema, url: CSVWFile.standardURL).text),
    ]
  }
}
