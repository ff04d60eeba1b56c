import DatelineCore
import DatelineValidation
import Testing

@Suite struct MarkupTests {
  private static func problems(_ html: String, _ demand: MarkupDemand = []) -> [String] {
    let bytes = Array(html.utf8)
    var problems: [ValueProblem] = []
    HTMLChecks.check(bytes, in: 0..<bytes.count, demand, &problems)
    return problems.map { problem in
      let part = problem.range.map { " " + String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      return problem.rule.rawValue + part
    }
  }

  @Test(arguments: [
    ("<p>a<p>b <b>c</b> &amp; &eacute; &nbsp;", []), ("<ul><li>a<li>b</ul>", []),
    ("<img src='data:image/png;base64,x'>", []),
    ("<svg><path d='x'/></svg>", []), ("<my-widget>x</my-widget>", []),
    ("<a aria-label='x' data-y='z' role='q' href='https://a.example'>x</a>", []),
    ("<zz>", ["html-invalid zz"]), ("<b>x", ["html-invalid <b>"]), ("x</b>", ["html-invalid </b>"]),
    ("<b><i>x</b></i>", ["html-invalid <i>", "html-invalid </i>"]), ("&nosuch;", ["html-invalid &nosuch;"]),
    ("<!-- x", ["html-invalid <!-- x"]),
    ("<script>x</script>", ["html-unsafe-element <script>"]),
    ("<SCRIPT src=x></SCRIPT>", ["html-unsafe-element <SCRIPT src=x>"]),
    ("<iframe></iframe>", ["html-unsafe-element <iframe>"]),
    ("<a onclick='x'>y</a>", ["html-unsafe-attribute onclick"]),
    ("<a href='java\tscript:x'>y</a>", ["link-scheme-unsafe java\tscript:x"]),
    ("<a href='&#106;avascript:x'>y</a>", ["link-scheme-unsafe &#106;avascript:x"]),
    ("<p style='position: fixed'>x", ["html-unsafe-style position: fixed"]), ("<p style='color: red'>x", []),
    ("<p style='background: url(x)'>x", ["html-unsafe-style background: url(x)"]), ("&#150;", ["text-mojibake &#150;"]),
  ])
  func `HTML that is broken or dangerous is found at its place`(html: String, expected: [String]) {
    #expect(Self.problems(html) == expected)
  }

  @Test func `a relative link is found where there is no base`() {
    #expect(Self.problems("<a href='/x'>y</a>", .absoluteLinks) == ["html-relative-url /x"])
    #expect(Self.problems("<a href='/x'>y</a>") == [])
  }

  @Test(arguments: [
    ("caf\u{C3}\u{A9}", ["text-mojibake"]), ("a\u{91}b", ["text-mojibake"]), ("a\u{FFFD}", ["text-mojibake"]),
    ("a\u{202E}b", ["text-control"]), ("a\u{FEFF}b", ["text-control"]), ("a\u{2066}b", ["text-control"]),
    ("café — 洪水 «пожар»", []),
    ("\u{200B}\u{200B}", ["text-control"]), ("a\u{200B}b", []),
  ])
  func `characters that nobody means are found`(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    var problems: [ValueProblem] = []
    TextScan.check(bytes.span, &problems)
    #expect(problems.map(\.rule.rawValue) == expected)
  }

  @Test(arguments: [
    ("a & b", nil), ("1 < 2", nil), ("AT&T", nil), ("<gorilla>", nil), ("<b>x</b>", "</b>"), ("x&nbsp;y", "&nbsp;"),
    ("&#38;", "&#38;"), ("</zz>", nil),
  ])
  func `HTML in plain text is found`(text: String, expected: String?) {
    let bytes = Array(text.utf8)
    var problems: [ValueProblem] = []
    PlainTextChecks.check(bytes.span, rule: .textContainsHtml, isLiteral: { _ in false }, &problems)
    #expect(problems.first?.range.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }
}
