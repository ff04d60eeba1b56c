import Foundation

/// A program that others use for a job of ours. All command lines stand in the one table below.
struct Peer: Sendable {
  let job: String
  let name: String
  /// The part of the peer's time that ours may take at most.
  var target: Double?
  /// The words of its command line, or nil where it is not installed.
  let command: @Sendable (PeerContext) throws -> [String]?

  init(
    _ job: String, _ name: String, target: Double? = nil,
    _ command: @escaping @Sendable (PeerContext) throws -> [String]?
  ) {
    self.job = job
    self.name = name
    self.target = target
    self.command = command
  }

  /// The bare SAX2 parse does a part of our work, so it is allowed to be faster: ours may take twice its time.
  static let all = [
    Peer("acled-to-ndjson", "Rust csv + serde, typed", target: 0.75) { $0.rust("csv2ndjson-owned") },
    Peer("acled-to-ndjson", "Miller", target: 0.1) { $0.installed("mlr", ["--icsv", "--ojsonl", "cat", $0.input]) },
    Peer("acled-to-ndjson", "DuckDB") { try $0.python("duckdb", "duck_csv_ndjson", "1") },
    Peer("acled-to-ndjson", "polars") { try $0.python("polars", "polars_csv_ndjson_lazy") },
    Peer("acled-json-to-acled", "Rust csv + serde, typed", target: 0.75) { $0.rust("ndjson2csv") },
    Peer("acled-json-to-acled", "jq @csv", target: 1.0 / 15) {
      let columns = try $0.load.columns(records: $0.options.records).map { "." + $0 }.joined(separator: ",")
      return $0.installed("jq", ["-r", "[\(columns)]|@csv", $0.input])
    },
    Peer("acled-json-to-acled", "Miller") { $0.installed("mlr", ["--ijsonl", "--ocsv", "cat", $0.input]) },
    Peer("acled-json-to-acled", "DuckDB") { try $0.python("duckdb", "duck_ndjson_csv", "1") },
    Peer("acled-json-to-acled", "polars") { try $0.python("polars", "polars_ndjson_csv_lazy") },
    Peer("xml-to-ndjson", "libxml2 SAX2, parse only", target: 2) { $0.built($0.options.sax, [$0.input]) },
  ]
}

/// What a peer's command line is made from.
struct PeerContext {
  let input: String
  let load: CompareLoad
  let options: CompareOptions

  /// A program found along `PATH`.
  func installed(_ program: String, _ arguments: [String]) -> [String]? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let isFound = folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    return isFound ? [program] + arguments : nil
  }

  /// A program that the caller built and named.
  func built(_ program: String?, _ arguments: [String]) -> [String]? {
    guard let program, FileManager.default.isExecutableFile(atPath: program) else { return nil }
    return [program] + arguments
  }

  func rust(_ mode: String) -> [String]? { built(options.rust, [mode, input]) }

  /// A mode of `pypeers.py`, where the Python has the module that it needs.
  func python(_ module: String, _ mode: String, _ arguments: String...) throws -> [String]? {
    guard let tools = options.tools else { return nil }
    let script = tools + "/pypeers.py"
    guard FileManager.default.isReadableFile(atPath: script),
      try MeasuredProcess.run([options.python, "-c", "import \(module)"], isQuiet: true).status == 0
    else { return nil }
    return [options.python, script, mode, input, "/dev/null"] + arguments
  }
}
