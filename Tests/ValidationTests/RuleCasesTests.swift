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

  private static let plain = #"<rss version="2.0"><channel><title>T</title></channel></rss>"#

  /// Encodings that no case can be written in.
  private static let encoded: [(bytes: [UInt8], rules: [RuleID])] = [
    (
      Array(#"<?xml version="1.0" encoding="utf-8"?><rss><title>"#.utf8) + [0xFF] + Array("</title></rss>".utf8),
      [.xmlBytesNotInEncoding]
    ),
    (Array(plain.utf8).flatMap { [$0, 0] }, [.xmlEncodingUnstated]),
    (Array(plain.utf8).flatMap { [0, $0] }, [.xmlEncodingUnstated]),
    ([0xFF, 0xFE] + Array(plain.utf8).flatMap { [$0, 0] }, []),
    (Array((#"<?xml version="1.0" encoding="UTF-16LE"?>"# + plain).utf8).flatMap { [$0, 0] }, []),
    (
      [0xFF, 0xFE] + Array((#"<?xml version="1.0" encoding="utf-8"?>"# + plain).utf8).flatMap { [$0, 0] },
      [.xmlBytesNotInEncoding]
    ),
    ([0xFF, 0xFE] + Array(plain.utf8).flatMap { [$0, 0] }.dropLast(), [.xmlBytesNotInEncoding]),
    ([0xFF, 0xFE, 0, 0] + Array(plain.utf8).flatMap { [$0, 0, 0, 0] }, [.xmlEncodingObscure]),
    (
      Array((#"<?xml version="1.0" encoding="UTF-32"?>"# + plain).utf8).flatMap { [0, 0, 0, $0] }, [.xmlEncodingObscure]
    ),
    ([0x4C, 0x6F, 0xA7, 0x94], [.xmlEncodingObscure]),
    (Array(#"<?xml version="1.0" encoding="UTF-7"?><rss/>"#.utf8), [.xmlEncodingObscure]),
  ]

  @Test(arguments: encoded.indices)
  func `what is wrong with an encoding is told once`(_ index: Int) throws {
    let (bytes, rules) = Self.encoded[index]
    let about: [RuleID] = [
      .xmlBytesNotInEncoding, .xmlEncodingUnstated, .xmlEncodingObscure, .xmlEncodingUnknown, .xmlEncodingNotUtf,
    ]
    var validation = Validation()
    validation.inputFormat = "feed"
    let found = try validation.check(Input(bytes, name: "feed.xml")).findings
    #expect(found.compactMap(\.rule).filter(about.contains) == rules)
  }

  @Test(arguments: [("atom", rss), ("rss", CaseDocument.atom().text), ("atom", CaseDocument.rdf().text)])
  func `a document of another kind than was said is told of`(format: String, document: String) throws {
    var validation = Validation()
    validation.inputFormat = FormatID(rawValue: format)
    let found = try validation.check(Input(Array(document.utf8), name: "feed")).findings
    #expect(found.contains { $0.rule == .rootUnknown && $0.message.contains("not \(format)") })
  }

  @Test(arguments: [("rss", rss), ("atom", CaseDocument.atom().text), ("rss", CaseDocument.rdf().text), ("feed", rss)])
  func `a document of the kind that was said is not told of`(format: String, document: String) throws {
    var validation = Validation()
    validation.inputFormat = FormatID(rawValue: format)
    #expect(
      !(try validation.check(Input(Array(document.utf8), name: "feed")).findings.contains { $0.rule == .rootUnknown }))
  }

  @Test func `an unsafe base is told of once`() throws {
    let feed = CaseDocument.atom(root: #"xml:base="javascript:x""#).text
    let unsafe: [RuleID] = [.linkBaseUnsafe, .linkSchemeUnsafe, .iriInvalid]
    let found = try Validation().check(Input(Array(feed.utf8), name: "feed")).findings
    #expect(found.compactMap(\.rule).filter(unsafe.contains) == [.linkBaseUnsafe])
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
