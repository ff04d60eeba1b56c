import Dateline
import DatelineValidation
import Testing

/// What `dateline explain` shows is held against the rules themselves.
@Suite struct ExampleTests {
  /// Examples that say in words what no short text can show.
  private static let inWords: Set<RuleID> = [
    .limitReached, .feedTooLarge, .itunesTooLong, .xmlBytesNotInEncoding, .httpContentType, .httpCharset, .crossFileID,
    // Those of SchemaRuleTests.
    .schemaInvalid, .schemaImport, .schemaUnusable,
  ]

  private static func codes(_ example: String, _ rule: RuleID) throws -> Set<String> {
    var validation = Validation()
    validation.inputFormat = "feed"
    validation.options.now = 1_735_689_600
    if rule == .selfLocation { validation.options.address = "https://example.org/feed" }
    let document = ExampleDocument.around(example, of: rule)
    return Set(try validation.check(Input(Array(document.utf8), name: "example")).findings.map(\.code))
  }

  @Test(arguments: RuleID.allCases.filter { !inWords.contains($0) })
  func `the wrong example of a rule breaks it, and the right one does not`(_ id: RuleID) throws {
    let rule = RuleCatalogue.rule(id)
    let wrong = try Self.codes(rule.wrong, id)
    #expect(wrong.contains(id.rawValue), "\(rule.wrong): \(wrong.sorted())")
    #expect(!(try Self.codes(rule.right, id).contains(id.rawValue)), "\(rule.right)")
  }
}
