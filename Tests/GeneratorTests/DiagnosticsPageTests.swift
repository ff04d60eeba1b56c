import Foundation
import Testing

/// `Specs/diagnostics.md` lists the codes that the sources have, and no others.
@Suite struct DiagnosticsPageTests {
  private static let root = DerivedFilesTests.root

  private static func codesOfSources() throws -> Set<String> {
    let folder = root.appendingPathComponent("Sources")
    let patterns = [
      /static let \w+: (?:Self|DiagnosticCode) = "([a-z0-9]+\.[a-z0-9-]+)"/,
      /code: DiagnosticCode = "([a-z0-9]+\.[a-z0-9-]+)"/,
      /(?:fatal|report)\((?:\.\w+, )?"([a-z0-9]+\.[a-z0-9-]+)"/,
    ]
    var codes: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      // Other types have constants of that form too.
      guard text.contains("DiagnosticCode") || text.contains(".fatal(") else { continue }
      for pattern in patterns { codes.formUnion(text.matches(of: pattern).map { String($0.1) }) }
    }
    return codes
  }

  private static func rows() throws -> [[String]] {
    let page = try String(contentsOf: root.appendingPathComponent("Specs/diagnostics.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `the page has every code of the sources, and the sources every code of the page`() throws {
    let listed = try Self.rows().map { $0[0].trimmingCharacters(in: ["`"]) }
    let codes = try Self.codesOfSources()
    #expect(codes.count >= 40)
    #expect(Set(listed).count == listed.count)
    #expect(codes.subtracting(listed).sorted() == [])
    #expect(Set(listed).subtracting(codes).sorted() == [])
  }

  @Test func `each code has a level, a meaning and an example`() throws {
    for row in try Self.rows() {
      #expect(row.count == 4 && ["error", "warning", "note"].contains(row[1]), "\(row[0])")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(row[0])")
    }
  }
}
