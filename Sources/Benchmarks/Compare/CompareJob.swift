import DatelineCore

/// A conversion that is measured: a file of the load, read as one format and written as another.
struct CompareJob {
  let input: CompareLoad.File
  let source: FormatID
  let target: FormatID
  var name: String { "\(source)-to-\(target)" }

  func command(_ program: String, _ input: String) -> [String] {
    [program, "convert", input, "--from", source.description, "--to", target.description, "--quiet"]
  }

  /// Foreign tables first, for which there are peers, then our own formats.
  static let all = [
    CompareJob(input: .acledTable, source: "acled", target: "ndjson"),
    CompareJob(input: .acledLines, source: "acled-json", target: "acled"),
    CompareJob(input: .canonical("csv"), source: "csv", target: "ndjson"),
    CompareJob(input: .canonical("ndjson"), source: "ndjson", target: "csv"),
    CompareJob(input: .canonical("ndjson"), source: "ndjson", target: "ndjson"),
    CompareJob(input: .canonical("text"), source: "text", target: "ndjson"),
    CompareJob(input: .canonical("xml"), source: "xml", target: "ndjson"),
  ]
}
