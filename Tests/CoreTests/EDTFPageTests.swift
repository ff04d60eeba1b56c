import DatelineCore
import Foundation
import Testing

@Suite struct EDTFPageTests {
  /// The cells of every table line of `Specs/edtf.md` that begins with code, as they are.
  private static func rows() throws -> [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("Specs/edtf.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `every example of the page means what the page says`() throws {
    let examples = try Self.rows().filter { $0.count == 4 }
    #expect(examples.count >= 40)
    for cells in examples {
      let expression = cells[0].trimmingCharacters(in: ["`"])
      try expectMeaning(ofRow: ([expression] + cells[1...]).joined(separator: " | "))
    }
  }

  @Test func `everything that the page calls refused is refused`() throws {
    let refused = try Self.rows().filter { $0.count == 2 }.flatMap { cells in
      cells[0].split(separator: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
    #expect(refused.count >= 30)
    for text in refused { #expect(EDTF(text) == nil, "\(text)") }
  }
}
