import DatelineCore
import DatelineText
import Foundation
import TestSupport
import Testing

/// The example in `Specs/text.md`.
@Suite struct TextPageTests {
  @Test func `the page's example reads without complaint and is written as it stands`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("Specs/text.md"), encoding: .utf8)
    let example = try #require(page.split(separator: "```text\n").dropFirst().first?.split(separator: "```").first)
    let result = LabelledText().read(Array(example.utf8))
    #expect(result.lines == [])
    #expect(result.records.count == 3)
    let written = try LabelledText().write(try #require(result.header), result.records)
    #expect(String(decoding: written, as: UTF8.self) == String(example))
  }
}
