import Dateline
import DatelineCore
import DatelineValidation
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

@Suite struct ReportTests {
  /// Findings whose texts try everything that a report could take for its own.
  private static func findings(file: String = "a b,c:%.xml") -> FileFindings {
    var findings = FileFindings(file: file)
    let start = SourcePosition(offset: 20, line: 3, column: 5)
    let end = SourcePosition(offset: 24, line: 3, column: 9)
    let message = "bad '\u{1B}[31m\n::error::x\u{9B}\u{202E}\u{2028}%0A \"<&]]>'"
    for (rule, level) in [(RuleID.rssDateInvalid, FindingLevel.error), (.rssSelfLink, .warning), (.feedEmpty, .info)] {
      findings.findings.append(
        Finding(
          rule, level: level, message: message, start: start, end: end, element: "pubDate",
          path: "/rss/channel/pubDate",
          fix: FindingFix(start: start, end: end, replacement: "a&amp;\"b"), line: "\tab\u{1B}cdefgh"))
      findings.counts[rule.rawValue] = 1
      findings.levelCounts[level] = 1
    }
    return findings
  }

  private static func text(_ form: ReportForm, _ findings: [FileFindings]) -> String {
    var report = form.makeReport(failLevel: .error, version: "1")
    return findings.map { report.text(of: $0) }.joined() + report.end()
  }

  @Test(arguments: [
    ("<a></a>", "<a></a>"), ("<a>\n</a>", "<a>"), ("é洪🙂", "é洪🙂"), ("", ""), ("\n", ""),
  ])
  func `the line of a finding is whole, with a line feed behind it and without`(text: String, line: String) {
    #expect(Finding.firstLine(of: Array(text.utf8)[...]) == line)
    #expect(Finding.firstLine(of: ("x" + text).utf8.map { $0 }.dropFirst()) == line)
  }

  @Test func `a character that is cut is left out of the line of a finding`() {
    for text in ["aé", "a洪", "a🙂"] {
      for cut in 1..<(text.utf8.count - 1) { #expect(Finding.firstLine(of: Array(text.utf8).dropLast(cut)) == "a") }
    }
  }

  @Test func `what is taken for an article is said to have no rules`() {
    var article = FileFindings(file: "a.txt")
    article.kind = "article"
    #expect(Self.text(.text, [article]) == "1 file, read as plain text, which has no rules: nothing found\n")
    let both = Self.text(.text, [article, FileFindings(file: "b.xml")])
    #expect(both == "2 files, 1 of them read as plain text, which has no rules: nothing found\n")
  }

  @Test(arguments: ReportForm.allCases)
  func `no report lets a document write controls or lines of its own`(_ form: ReportForm) {
    let text = Self.text(form, [Self.findings(file: "x\u{1B}\n::error file=y::z")])
    let bad = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}" || $0 == "\u{2028}"
    }
    #expect(bad.isEmpty)
    let forged = text.split(separator: "\n").filter { $0.hasPrefix("::") && !$0.contains("title=") }
    #expect(forged.isEmpty)
  }

  @Test(arguments: [ReportForm.json, .sarif])
  func `reports in JSON are JSON`(_ form: ReportForm) throws {
    for findings in [[], [Self.findings()], [Self.findings(), FileFindings(file: "empty")]] {
      _ = try JSONSerialization.jsonObject(with: Data(Self.text(form, findings).utf8))
    }
  }

  @Test func `each finding is a line of JSON with its place, rule and fix`() throws {
    let lines = Self.text(.jsonl, [Self.findings()]).split(separator: "\n")
    #expect(lines.count == 3)
    let object = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(object?["line"] as? Int == 3 && object?["endColumn"] as? Int == 9 && object?["level"] as? String == "error")
    #expect(
      object?["rule"] as? String == "rss-date-invalid" && object?["reference"] as? [String] == ["InvalidRFC2822Date"])
    #expect((object?["message"] as? String)?.contains("\u{1B}[31m\n::error") == true)
    #expect((object?["fix"] as? [String: Any])?["replacement"] as? String == "a&amp;\"b")
  }

  @Test func `text shows the line with a caret`() {
    #expect(
      Self.text(.text, [Self.findings()]).hasPrefix(
        """
        a b,c:%.xml:3:5: error: bad '\\u{1B}[31m\\u{A}::error::x\\u{9B}\\u{202E}\\u{2028}%0A "<&]]>' [rss-date-invalid]
           ab\\u{1B}cdefgh
                   ^~~~

        """))
  }

  @Test func `GitHub gets the worst first and no more than it shows`() {
    var many = Self.findings()
    many.findings += Array(repeating: many.findings[0], count: 30)
    many.levelCounts[.error] = 31
    let lines = Self.text(.github, [many]).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("::error ") }.count == 10)
    #expect(lines[9] == "::error title=22 more::22 more of level error are not shown")
    #expect(
      lines[0].hasPrefix("::error file=a b%2Cc%3A%25.xml,line=3,endLine=3,col=5,endColumn=9,title=rss-date-invalid::"))
  }

  /// The reports about 600 items without a title, and one that is no text.
  private static func many(_ form: ReportForm, findingLimit: Int = 1000) throws -> String {
    var validation = Validation()
    validation.options.findingLimit = findingLimit
    let feed = CaseDocument.rss(
      channel: String(repeating: "<item/>", count: 599), itemWithout: ["title", "description"])
    var report = form.makeReport(failLevel: .error, version: "1")
    return report.text(of: try validation.check(Input(Array(feed.text.utf8), name: "many.rss"))) + report.end()
  }

  @Test func `what is counted and not told is told as a count`() throws {
    let lines = try Self.many(.jsonl).split(separator: "\n").map { try Self.object(Data($0.utf8)) }
    let empty = lines.filter { $0["rule"] as? String == "rss-item-empty" }
    #expect(empty.count == 20 && empty.last?["count"] as? Int == 581 && empty.first?["count"] == nil)

    let sarif = try Self.object(Data(try Self.many(.sarif).utf8))
    let run = (sarif["runs"] as? [[String: Any]])?.first
    let results = (run?["results"] as? [[String: Any]])?.filter { $0["ruleId"] as? String == "rss-item-empty" } ?? []
    #expect(results.reduce(0) { $0 + ($1["occurrenceCount"] as? Int ?? 1) } == 600 && run?["invocations"] == nil)

    let cases = try Self.many(.junit)
    #expect(
      cases.contains("<failure type=\"limit-reached\" message=\"580 more of level error are not shown; in all: 600 ×"))
    #expect(cases.contains("failures=\"21\""))
    #expect(try Self.many(.github).contains("\n::error title=591 more::591 more of level error are not shown\n"))
  }

  @Test func `what has nobody to be counted with is told by itself`() throws {
    let last = try #require(try Self.many(.jsonl, findingLimit: 0).split(separator: "\n").first)
    let object = try Self.object(Data(last.utf8))
    #expect(object["rule"] as? String == "limit-reached" && object["count"] as? Int == 600)
    #expect(object["level"] as? String == "error")
    let sarif = try Self.many(.sarif, findingLimit: 0)
    #expect(sarif.contains("\"toolExecutionNotifications\":[{\"level\":\"error\",\"message\":{\"text\":\"600 more of"))
    _ = try Self.object(Data(sarif.utf8))
  }

  private static func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `the change of SARIF is told by lines and columns, which hold in every encoding`() throws {
    let feed =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<rss version=\"2.0\"><channel><title>é é</title><link>http://e.org/é b</link></channel></rss>"
    let bytes = feed.unicodeScalars.map { UInt8($0.value) }
    var report = ReportForm.sarif.makeReport(failLevel: .error, version: "1")
    let text = report.text(of: try Validation().check(Input(bytes, name: "f"))) + report.end()
    let start = "<rss version=\"2.0\"><channel><title>é é</title><link>".count + 1
    #expect(
      text.contains(
        "\"deletedRegion\":{\"startLine\":2,\"startColumn\":\(start),\"endLine\":2,\"endColumn\":\(start + 16)}"))
    #expect(!text.contains("byteOffset"))
  }

  @Test func `JUnit counts as failures what fails the run`() {
    let text = Self.text(.junit, [Self.findings(), FileFindings(file: "fine.xml")])
    #expect(
      text.contains("tests=\"3\" failures=\"1\"") && text.contains("<testcase classname=\"fine.xml\" name=\"valid\"/>"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }
}
