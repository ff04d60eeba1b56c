import Foundation
import TestSupport

/// The built command, run as a user would run it.
enum Command {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with the products of this build.
  static let products: URL = {
    let executable = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return executable.deletingLastPathComponent()
  }()

  /// What a run gave.
  struct Result: Equatable {
    var output: String
    var errors: String
    var status: Int32
  }

  /// Runs a line of shell in `folder`, with the built `dateline` first in the path.
  static func shell(
    _ line: String, in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["PATH": "\(products.path):/usr/bin:/bin"]) { own, _ in own }
    // Files and not pipes: nothing blocks, however much is written.
    let scratch = try Scratch()
    let output = scratch.folder.appendingPathComponent("output")
    let errors = scratch.folder.appendingPathComponent("errors")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: process.terminationStatus)
  }
}
