import DatelineCore
import Foundation
import Testing

@testable import dateline_generate

/// Files that are derived from the schema are what the generator would write now.
@Suite struct DerivedFilesTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: Generate.derivedFiles(of: .standard).map(\.path))
  func `a derived file is up to date`(path: String) throws {
    let derived = Generate.derivedFiles(of: .standard).first { $0.path == path }?.text
    let file = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    // The files are long, so the difference is not printed: dateline-generate writes it.
    let isUpToDate = file == derived
    #expect(isUpToDate, "run dateline-generate")
  }

  @Test func `no file of the generated model is left over`() throws {
    let folder = "Sources/Core/Model/Generated"
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(folder).path)
    let derived = Generate.derivedFiles(of: .standard).map(\.path)
    for file in files { #expect(derived.contains("\(folder)/\(file)"), "\(file)") }
  }
}
