import DatelineValidation
import Foundation
import Testing

/// `Specs/validation.md` lists the rules as the catalogue has them.
@Suite struct RulesPageTests {
  @Test func `the page has the table of the catalogue`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("Specs/validation.md"), encoding: .utf8)
    #expect(page.hasSuffix("|---|---|---|---|\n" + RuleCatalogue.markdownTable))
  }
}
