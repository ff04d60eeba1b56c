import Foundation

/// A Python with which tests compare: `DATELINE_PYTHON`, or a `python3` of the search path.
package struct Python: Sendable {
  private let program: URL

  /// Finds one that can import `modules`; nil where there is none.
  package init?(importing modules: String...) {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    let candidates =
      (environment["DATELINE_PYTHON"].map { [$0] } ?? []) + folders.map { $0 + "/python3" }
    let check = modules.map { "import \($0)" }.joined(separator: "\n")
    let found = candidates.first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? Self.run(URL(fileURLWithPath: path), check, []))?.status == 0
    }
    guard let found else { return nil }
    program = URL(fileURLWithPath: found)
  }

  /// Runs a script.
  ///
  /// - Returns: Its status, and what it wrote to standard output and standard error.
  package func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    try Self.run(program, script, arguments)
  }

  private static func run(
    _ program: URL, _ script: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = ["-I", "-c", script] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
