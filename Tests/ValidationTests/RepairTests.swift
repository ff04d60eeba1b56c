import Dateline
import DatelineValidation
import DatelineCore
import TestSupport
import Testing

/// `--fix`: what it changes, and that it changes nothing else.
@Suite struct RepairTests {
  private static func repaired(_ bytes: [UInt8]) throws -> (bytes: [UInt8], outcome: Validation.RepairOutcome) {
    var validation = Validation()
    validation.inputFormat = "feed"
    let scratch = try Scratch()
    let path = try scratch.write([], to: "repaired.xml")
    let outcome = try validation.repair(Input(bytes, name: "case.xml"), toFile: path)
    return (try scratch.bytes(of: "repaired.xml"), outcome)
  }

  /// The cases of all rules, some of which have fixes.
  @Test func `fixing twice is fixing once, and bytes outside of fixes stay`() throws {
    var fixCount = 0
    for one in RuleCase.all where one.isBroken {
      let original = one.text.bytes
      guard original.span.isWellFormedUTF8 else { continue }
      // Some are meant as another encoding all the same.
      guard let (once, outcome) = try? Self.repaired(original) else { continue }
      fixCount += outcome.mended
      let (twice, _) = try Self.repaired(once)
      #expect(twice == once, "\(one.testDescription)")
      // A change of each round, and nothing besides.
      var bytes = original
      var findings = outcome.findings
      while let changed = Self.changed(bytes, findings), changed != bytes {
        bytes = changed
        var validation = Validation()
        validation.inputFormat = "feed"
        findings = try validation.check(Input(bytes, name: "case.xml"))
      }
      #expect(bytes == once, "\(one.testDescription)")
    }
    #expect(fixCount > 20)
  }

  @Test(arguments: RuleID.allCases)
  func `each fix mends its own finding, alone too`(_ rule: RuleID) throws {
    var validation = Validation()
    validation.inputFormat = "feed"
    for one in RuleCase.all where one.isBroken && one.rule == rule {
      let bytes = one.text.bytes
      guard bytes.span.isWellFormedUTF8 else { continue }
      let before = try validation.check(Input(bytes, name: "case.xml"))
      for finding in before.findings {
        guard let fix = finding.fix else { continue }
        #expect(finding.start.offset <= fix.range.upperBound && fix.range.lowerBound <= finding.end.offset)
        var mended = bytes
        mended.replaceSubrange(fix.range, with: fix.replacement.utf8)
        let after = try validation.check(Input(mended, name: "case.xml"))
        #expect(Self.count(after, like: finding) < Self.count(before, like: finding), "\(finding)")
        #expect(after.findings.count <= before.findings.count, "\(finding): \(after.findings)")
      }
    }
  }

  /// How many findings of the same rule there are at the same element.
  private static func count(_ findings: FileFindings, like one: Finding) -> Int {
    findings.findings.filter { $0.rule == one.rule && $0.path == one.path }.count
  }

  /// The bytes with the changes of `findings`, of which one begins where another ended or later; nil where there are none.
  private static func changed(_ bytes: [UInt8], _ findings: FileFindings) -> [UInt8]? {
    let fixes = Set(findings.findings.compactMap(\.fix)).sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.replacement)
        < ($1.range.lowerBound, $1.range.upperBound, $1.replacement)
    }
    guard !fixes.isEmpty else { return nil }
    var kept: [UInt8] = []
    var end = 0
    for fix in fixes where fix.range.lowerBound >= end {
      kept += bytes[end..<fix.range.lowerBound] + Array(fix.replacement.utf8)
      end = fix.range.upperBound
    }
    return kept + bytes[end...]
  }

  @Test(arguments: [
    ("<guid>tag:e.org,2024:1</guid>", "<guid isPermaLink=\"false\">tag:e.org,2024:1</guid>"),
    ("<guid isPermalink=\"false\">tag:e.org,2024:1</guid>", "<guid isPermaLink=\"false\">tag:e.org,2024:1</guid>"),
    ("<guid isPermaLink=\"FALSE\">a-1</guid>", "<guid isPermaLink=\"false\">a-1</guid>"),
    ("<guid isPermaLink=\"True\" >http://e.org/a</guid>", "<guid isPermaLink=\"true\" >http://e.org/a</guid>"),
    // A second title, guid or attribute would be worse.
    ("<guid>http://e.org/a</guid><Title>x</Title>", "<guid>http://e.org/a</guid><Title>x</Title>"),
    ("<guid>http://e.org/a</guid><PubDate/><PUBDATE/>", "<guid>http://e.org/a</guid><PubDate/><PUBDATE/>"),
    (
      "<guid isPermaLink=\"true\" ispermalink=\"false\">http://e.org/a</guid>",
      "<guid isPermaLink=\"true\" ispermalink=\"false\">http://e.org/a</guid>"
    ),
    ("<guid isPermaLink=\"true\">tag:e.org,2024:1</guid>", "<guid isPermaLink=\"true\">tag:e.org,2024:1</guid>"),
  ])
  func `a name in the wrong case and a guid that is no URL are mended where nothing else is there`(
    wrong: String, right: String
  ) throws {
    let document = { (item: String) in Array(CaseDocument.rss(item: item, itemWithout: ["guid"]).text.utf8) }
    #expect(try Self.repaired(document(wrong)).bytes == document(right))
  }

  /// Their bytes can be right UTF-8 all the same.
  @Test func `documents that are meant as another encoding are not repaired`() throws {
    let item = "<title>\u{E3}\u{A9}</title><pubDate>Sun, 13 Jan 2024 18:30:02 GMT</pubDate>"
    let feed = CaseDocument.rss(item: item, itemWithout: ["title"]).text
    let latin = Array(feed.replacing("utf-8", with: "ISO-8859-1").utf8)
    let wide: [UInt8] = feed.replacing("utf-8", with: "UTF-16").replacing("\u{E3}\u{A9}", with: "I").utf8.flatMap {
      [$0, 0] as [UInt8]
    }
    for bytes in [latin, wide] {
      let isUTF8 = bytes.span.isWellFormedUTF8
      #expect(isUTF8)
      #expect(throws: ConversionError.self) { try Self.repaired(bytes) }
    }
    let plain = Array(
      feed.replacing("utf-8", with: "ISO-8859-1").replacing("\u{E3}\u{A9}", with: "I").utf8)
    #expect(try Self.repaired(plain).outcome.mended == 1)
  }

  @Test(arguments: [
    ("<pubDate>Sun, 13 Jan 2024 18:30:02 GMT</pubDate>", "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ("<link>http://e.org/a b</link>", "<link>http://e.org/a%20b</link>"),
    ("<comments>http://e.org/é</comments>", "<comments>http://e.org/%C3%A9</comments>"),
    (
      "<enclosure url=\"http://e.org/a.mp3\" length=\"-1\" type=\"audio/mpeg\"/>",
      "<enclosure url=\"http://e.org/a.mp3\" length=\"0\" type=\"audio/mpeg\"/>"
    ),
    ("<PubDate>Sat, 13 Jan 2024 18:30:02 GMT</PubDate>", "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ("<Link\n>http://e.org/</Link >", "<link\n>http://e.org/</link >"), ("<Category/>", "<category/>"),
  ])
  func `a fix mends its finding`(wrong: String, right: String) throws {
    let document = { (item: String) in Array(CaseDocument.rss(item: item, itemWithout: ["link"]).text.utf8) }
    #expect(try Self.repaired(document(wrong)).bytes == document(right))
  }
}

extension Span<UInt8> {
  fileprivate var isWellFormedUTF8: Bool { firstInvalidUTF8() == nil }
}
