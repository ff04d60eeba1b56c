import Dateline
import DatelineValidation
import TestSupport
import Testing

/// Each branch of each rule, and what comes close and is right.
@Suite struct RuleCasesTests {
  /// Rules that no document breaks by itself: options, other files and sheer size bring them about.
  private static let aroundDocuments: Set<RuleID> = [
    .limitReached, .feedTooLarge, .httpContentType, .httpCharset, .selfLocation, .crossFileID,
    // Those of SchemaRuleTests.
    .schemaInvalid, .schemaImport, .schemaUnusable,
  ]

  private static func findings(
    _ bytes: [UInt8], _ rule: RuleID, _ change: (inout ValidationOptions) -> Void = { _ in }
  ) throws -> [Finding] {
    var validation = Validation()
    validation.inputFormat = "feed"
    change(&validation.options)
    return try validation.check(Input(bytes, name: "case")).findings.filter { $0.rule == rule }
  }

  @Test(arguments: RuleID.allCases)
  func `a rule finds what breaks it, where it stands, and nothing else`(_ rule: RuleID) throws {
    for one in RuleCase.all where one.rule == rule {
      let text = one.text
      let found = try Self.findings(text.bytes, rule) { $0.profile = one.profile }
      #expect(found.isEmpty != one.isBroken, "\(one.testDescription)")
      guard one.isBroken, !text.positions.isEmpty else { continue }
      let places = Set(found.flatMap { [$0.start.offset, $0.end.offset] })
      #expect(places == Set(text.positions.map(\.offset)), "\(one.testDescription)")
    }
  }

  @Test(arguments: RuleID.allCases.filter { !aroundDocuments.contains($0) })
  func `each rule has a case that breaks it and one that does not`(_ rule: RuleID) {
    #expect(RuleCase.all.contains { $0.rule == rule && $0.isBroken }, "no case breaks \(rule.rawValue)")
    #expect(RuleCase.all.contains { $0.rule == rule && !$0.isBroken }, "no case keeps to \(rule.rawValue)")
  }

  private static let rss = CaseDocument.rss().text
  private static let json = #"{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}"#

  private static let sent: [(document: String, type: String, rules: [RuleID])] = [
    (rss, "application/rss+xml", []), (rss, "application/rss+xml; charset=UTF-8", []),
    (rss, "text/html", [.httpContentType]), (rss, "text/xml", [.httpContentType]),
    (rss, "rss", [.httpContentType]),
    (rss, "application/rss+xml; charset=iso-8859-1", [.httpCharset]), (json, "application/feed+json", []),
    (json, "application/json", [.httpContentType]), (json, "text/plain", [.httpContentType]),
    (CaseDocument.atom().text, "application/atom+xml", []),
    (CaseDocument.atom().text, "application/rss+xml", [.httpContentType]),
    (CaseDocument.rdf().text, "application/rdf+xml", []),
  ]

  @Test(arguments: sent)
  func `the media type has to say what the document is`(document: String, type: String, rules: [RuleID]) throws {
    var validation = Validation()
    validation.options.contentType = type
    let found = try validation.check(Input(Array(document.utf8), name: "feed")).findings.compactMap(\.rule)
    #expect(found.filter { [.httpContentType, .httpCharset].contains($0) } == rules)
  }

  @Test func `one id for two things in two files is told of, and a newer version is not`() throws {
    func feed(_ title: String, _ date: String) -> Input {
      let item = "<title>\(title)</title><pubDate>Sat, \(date) Dec 2003 18:30:02 GMT</pubDate>"
      return Input(Array(CaseDocument.rss(item: item, itemWithout: ["title"]).text.utf8), name: title)
    }
    var found: [String: [RuleID]] = [:]
    try Validation().check([feed("a", "13"), feed("b", "13"), feed("a", "13"), feed("c", "20")]) { findings in
      found[findings.file, default: []] += findings.findings.compactMap(\.rule).filter { $0 == .crossFileID }
    }
    #expect(found == ["a": [], "b": [.crossFileID], "c": []])
  }

  @Test func `limits are told of`() throws {
    let deep = Array(String(repeating: "<a>", count: 300).utf8)
    #expect(try Self.findings(deep, .limitReached).count == 1)
    #expect(try Self.findings(Array(String(repeating: "<a>", count: 10).utf8), .limitReached).isEmpty)
    let item = "<item><title>x</title></item>"
    for (count, isLarge) in [(1000, false), (1001, true)] {
      let feed = CaseDocument.rss(channel: String(repeating: item, count: count - 1)).text
      #expect(try Self.findings(Array(feed.utf8), .feedTooLarge).isEmpty != isLarge)
    }
  }

  @Test func `the self link is compared with the address that is given`() throws {
    let feed = Array(CaseDocument.atom().text.utf8)
    #expect(try Self.findings(feed, .selfLocation) { $0.address = "http://example.org/feed.atom" }.isEmpty)
    #expect(try Self.findings(feed, .selfLocation) { $0.address = "http://example.org/other" }.count == 1)
  }
}
