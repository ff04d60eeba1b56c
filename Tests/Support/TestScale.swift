import Foundation

/// How much the tests with random and real records try. CI tries little; to try much:
///
///     DATELINE_TEST_RECORDS=2000 DATELINE_TEST_SEED=7 swift test -c release -Xswiftc -enable-testing \
///       --filter ProofTests
package enum TestScale {
  /// How many records a test of losslessness takes: `DATELINE_TEST_RECORDS`.
  package static let records = number("DATELINE_TEST_RECORDS") ?? 60
  /// What random records are drawn from: `DATELINE_TEST_SEED`.
  package static let seed = number("DATELINE_TEST_SEED") ?? 1

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}

/// Texts of the field that lie beside the package, at `../shared/corpora` or where `DATELINE_CORPORA` says. Nothing of
/// them is part of it, and tests that need them say that they skip where they are not.
package enum Corpora {
  private static let folder: URL = {
    if let folder = ProcessInfo.processInfo.environment["DATELINE_CORPORA"] { return URL(fileURLWithPath: folder) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared/corpora").standardizedFileURL
  }()

  /// Where the file at `path` below their folder is, if it is.
  package static func location(_ path: String) -> String { folder.appendingPathComponent(path).path }

  /// The bytes of a file; nil where there is none, which is said.
  package static func bytes(_ path: String) -> [UInt8]? {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
      print("skipped: there is no \(path) beside the package")
      return nil
    }
    return [UInt8](data)
  }

  /// The objects of a file of JSON lines, at most `limit` that are spread over it.
  package static func objects(_ path: String, limit: Int) -> [[String: Any]] {
    guard let bytes = bytes(path) else { return [] }
    let lines = bytes.split(separator: 0x0A)
    let step = max(1, lines.count / max(1, limit))
    return stride(from: 0, to: lines.count, by: step).prefix(limit).compactMap { index in
      try? JSONSerialization.jsonObject(with: Data(lines[index])) as? [String: Any]
    }
  }

  /// The files in a folder, by name.
  package static func files(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)) ?? []
    if names.isEmpty { print("skipped: there is no \(path) beside the package") }
    return names.sorted().map { "\(path)/\($0)" }
  }
}
