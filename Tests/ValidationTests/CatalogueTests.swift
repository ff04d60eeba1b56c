import DatelineValidation
import Testing

@Suite struct CatalogueTests {
  @Test(arguments: RuleID.allCases)
  func `each rule says what it is, and why`(_ id: RuleID) {
    let rule = RuleCatalogue.rule(id)
    #expect(rule.explanation.hasSuffix("."))
    #expect(!rule.clause.isEmpty && !rule.wrong.isEmpty && !rule.right.isEmpty && rule.wrong != rule.right)
    #expect(rule.page.contains(id.rawValue))
  }

  @Test func `names of rules are unique words with hyphens`() {
    let names = RuleID.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D } })
  }

  @Test func `settings change the level of rules`() throws {
    var options = ValidationOptions()
    try ValidationConfiguration.apply(
      "# comment\nrss-self-link = off\nhtml-invalid=error # why\nnamespace = urn:x\nprofile = feedvalidator\n",
      to: &options)
    #expect(options.levels[.rssSelfLink] == .some(nil) && options.levels[.htmlInvalid] == .error)
    #expect(options.knownNamespaces == ["urn:x"] && options.profile == .feedvalidator)
  }

  @Test(arguments: [
    ("x", "a setting is written 'name = value'"),
    ("rss-self-lnk = off", "there is no rule 'rss-self-lnk'; was 'rss-self-link' meant?"),
    ("rss-self-link = loud", "the level of a rule is error, warning, info or off, not 'loud'"),
  ])
  func `a wrong setting says what to do`(line: String, message: String) {
    var options = ValidationOptions()
    do throws(ValidationConfiguration.Fault) {
      try ValidationConfiguration.apply("\n" + line, to: &options)
      Issue.record("nothing is said about \(line)")
    } catch {
      #expect(error.line == 2 && error.message == message)
    }
  }
}
