import Foundation

/// A Python with which tests compare: `DATELINE_PYTHON`, or a `python3` of the search path.
package struct Python: Sendable {
  private let program: Program

  /// Finds one that can import `modules`; nil where there is none.
  package init?(importing modules: String...) {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    let candidates =
      (environment["DATELINE_PYTHON"].map { [$0] } ?? []) + folders.map { $0 + "/python3" }
    let check = modules.map { "import \($0)" }.joined(separator: "\n")
    let found = candidates.first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? Self.run(Program(path: path), check, []))?.status == 0
    }
    guard let found else { return nil }
    program = Program(path: found)
  }

  /// Runs a script.
  ///
  /// - Returns: Its status, and what it wrote to standard output and standard error.
  package func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    try Self.run(program, script, arguments)
  }

  private static func run(
    _ program: Program, _ script: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    try program.run(["-I", "-c", script] + arguments)
  }
}
