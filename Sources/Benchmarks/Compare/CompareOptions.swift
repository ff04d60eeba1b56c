import Foundation

/// What `compare` was asked to do. Nothing in it belongs to one machine: programs and folders come from the caller.
struct CompareOptions {
  static let usage = """
    usage: dateline-bench compare [--records N] [--rounds N] [--program PROGRAM] [--data FOLDER] [--tools FOLDER]
                                  [--python PYTHON] [--rust PROGRAM] [--sax PROGRAM] [JOB...]
      --records   records of the load, a multiple of 10,000, or 1,000 to 9,000 (100000)
      --rounds    counted rounds (5)
      --program   the dateline to measure (the one beside this program)
      --data      where the load is, or is to be made (DATELINE_BENCH_DATA, else a folder for temporary files)
      --tools     where gen.py and pypeers.py are (DATELINE_BENCH_TOOLS)
      --python    a Python with orjson for gen.py, and with duckdb and polars for pypeers.py (DATELINE_PYTHON, else python3)
      --rust      the typed Rust harness of the tools (DATELINE_BENCH_RUST)
      --sax       the bare SAX2 parse, sax.c of the tools (DATELINE_BENCH_SAX)
      JOB         run only jobs whose name has every one of these words in it
    """

  var records = 100_000
  var rounds = 5
  var program: String
  var data: String
  var tools: String?
  var python: String
  var rust: String?
  var sax: String?
  var jobs: [String] = []
  var isHelp = false

  init(_ arguments: some Sequence<String>) throws {
    let environment = ProcessInfo.processInfo.environment
    let here = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    program = here.appendingPathComponent("dateline").path
    data = environment["DATELINE_BENCH_DATA"] ?? NSTemporaryDirectory() + "dateline-bench"
    tools = environment["DATELINE_BENCH_TOOLS"]
    python = environment["DATELINE_PYTHON"] ?? "python3"
    rust = environment["DATELINE_BENCH_RUST"]
    sax = environment["DATELINE_BENCH_SAX"]
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        jobs.append(word)
        continue
      }
      if ["-h", "--help"].contains(word) {
        isHelp = true
        return
      }
      guard let value = rest.popFirst() else { throw CompareError("\(word) needs a value\n\(Self.usage)") }
      try set(word, to: value)
    }
  }

  private mutating func set(_ name: String, to value: String) throws {
    switch name {
    case "--records":
      guard let count = Int(value), count >= 1_000, count % (count < 10_000 ? 1_000 : 10_000) == 0 else {
        throw CompareError("--records is a multiple of 10,000, or 1,000 to 9,000; '\(value)' is not")
      }
      records = count
    case "--rounds":
      guard let count = Int(value), count > 0 else {
        throw CompareError("--rounds is a number above 0; '\(value)' is not")
      }
      rounds = count
    case "--program": program = value
    case "--data": data = value
    case "--tools": tools = value
    case "--python": python = value
    case "--rust": rust = value
    case "--sax": sax = value
    default: throw CompareError("no option is called '\(name)'\n\(Self.usage)")
    }
  }
}

/// What keeps a comparison from being run, in words.
struct CompareError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
