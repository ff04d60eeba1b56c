package import Foundation

/// A program of others with which tests compare.
package struct Program: Sendable {
  private let path: String

  /// Finds `name` in the search path; nil where it is not installed.
  package init?(_ name: String) {
    let folders =
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  /// The program at `path`.
  package init(path: String) { self.path = path }

  /// Runs it.
  ///
  /// - Parameters:
  ///   - folder: Where it runs; nil for where the tests do.
  ///   - environment: Variables beside those of the tests.
  /// - Returns: Its status, and what it wrote to standard output and standard error.
  package func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
