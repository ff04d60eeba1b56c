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
          fix: FindingFix(range: 20..<24, replacement: "a&amp;\"b"), line: "\tab\u{1B}cdefgh"))
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
    #expect(
      lines[0].hasPrefix("::error file=a b%2Cc%3A%25.xml,line=3,endLine=3,col=5,endColumn=9,title=rss-date-invalid::"))
    #expect(lines.contains("21 more of level error are not shown"))
  }

  @Test func `JUnit counts as failures what fails the run`() {
    let text = Self.text(.junit, [Self.findings(), FileFindings(file: "fine.xml")])
    #expect(
      text.contains("tests=\"3\" failures=\"1\"") && text.contains("<testcase classname=\"fine.xml\" name=\"valid\"/>"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }
}
