import DatelineHTML
import Testing

@Suite struct HTMLTokenizerTests {
  /// The tokens of `html`, one word and its text for each.
  private static func tokens(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    var tokenizer = HTMLTokenizer(bytes)
    var result: [String] = []
    while let token = tokenizer.next() {
      let text = String(
        decoding: bytes[token.kind == .startTag || token.kind == .endTag ? token.name : token.range], as: UTF8.self)
      result.append("\(token.kind) \(text)" + (token.isSelfClosing ? "/" : "") + (token.isUnfinished ? "…" : ""))
    }
    return result
  }

  @Test(arguments: [
    ("a<b>c</b>", ["text a", "startTag b", "text c", "endTag b"]),
    ("1 < 2 <3", ["text 1 < 2 <3"]),
    ("<br/>x", ["startTag br/", "text x"]),
    ("<!-- a > b -->c", ["comment <!-- a > b -->", "text c"]),
    ("<!-->x", ["comment <!-->", "text x"]),
    ("<!DOCTYPE html>x", ["doctype <!DOCTYPE html>", "text x"]),
    ("<?php echo ?>x", ["comment <?php echo ?>", "text x"]),
    ("<script>a<b</scr</script>c", ["startTag script", "text a<b</scr", "endTag script", "text c"]),
    ("<a href='>'>b", ["startTag a", "text b"]),
    ("<a href=x", ["startTag a…"]),
    ("</>x", ["comment </>", "text x"]),
    ("<textarea><p></textarea>", ["startTag textarea", "text <p>", "endTag textarea"]),
    ("<!-- never", ["comment <!-- never…"]),
  ])
  func `HTML is split as browsers split it`(html: String, expected: [String]) {
    #expect(Self.tokens(html) == expected)
  }

  @Test func `tokens follow each other and leave nothing out`() {
    var seed: UInt64 = 1
    let pieces = [
      "<", ">", "a", "/", "!", "-", "=", "\"", "'", " ", "<b>", "</b>", "<script>", "</script>", "<!--", "-->", "é",
    ]
    for _ in 0..<2000 {
      var html = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html += pieces[Int(seed >> 33) % pieces.count]
      }
      let bytes = Array(html.utf8)
      var tokenizer = HTMLTokenizer(bytes)
      var end = 0
      while let token = tokenizer.next() {
        #expect(token.range.lowerBound == end && !token.range.isEmpty, "\(html)")
        end = token.range.upperBound
      }
      #expect(end == bytes.count, "\(html)")
    }
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&eacute;", "é"), ("&#233;", "é"), ("&#xE9;", "é"), ("&#x80;", "€"), ("&#0;", "\u{FFFD}"),
    ("&#xD800;", "\u{FFFD}"), ("&nosuch;", "&nosuch;"), ("&copy 2024", "© 2024"), ("a & b", "a & b"),
    ("&NotEqualTilde;", "\u{2242}\u{338}"), ("&notit;", "¬it;"), ("&#99999999999;", "\u{FFFD}"),
    ("&AElig;&zwnj;&sup;&sup1;&supE;", "\u{C6}\u{200C}\u{2283}\u{B9}\u{2AC6}"), ("&Zwnj;&zz;&A;", "&Zwnj;&zz;&A;"),
    ("&vsupne;", "\u{228B}\u{FE00}"), ("&AMP&yuml&sup1x", "&ÿ¹x"), ("&CounterClockwiseContourIntegral;", "\u{2233}"),
  ])
  func `references stand for what HTML says`(html: String, expected: String) {
    let bytes = Array(html.utf8)
    #expect(String(decoding: HTMLText.resolved(bytes, 0..<bytes.count), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("<table><tr><td>Killed</td><td>12</td></tr><tr><th>Hurt</th><td>3</td></tr></table>", "Killed 12\nHurt 3"),
    ("<ul><li>a</li><li>b</li></ul>", "a\nb"), ("<p>a</p><p>b</p>", "a\nb"),
    ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", "a\nb\nc"),
    ("<select><option>a</option><option>b</option></select>", "a\nb"),
  ])
  func `an end tag that is left out parts as one that is written`(html: String, expected: String) {
    #expect(HTMLText.text(of: Array(html.utf8)) == expected)
    var implied = html
    for name in ["td", "th", "tr", "li", "p", "dt", "dd", "option"] { implied.replace("</\(name)>", with: "") }
    #expect(HTMLText.text(of: Array(implied.utf8)) == expected)
  }

  @Test func `what noscript holds is markup where no scripts run`() {
    let html = Array("<noscript><b>a</b></noscript>".utf8)
    func kinds(runsScripts: Bool) -> [HTMLToken.Kind] {
      var tokenizer = HTMLTokenizer(html, runsScripts: runsScripts)
      var kinds: [HTMLToken.Kind] = []
      while let token = tokenizer.next() { kinds.append(token.kind) }
      return kinds
    }
    #expect(kinds(runsScripts: true) == [.startTag, .text, .endTag])
    #expect(kinds(runsScripts: false) == [.startTag, .startTag, .text, .endTag, .endTag])
  }

  @Test(arguments: [
    ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
    ("a<br>b", "a\nb"), ("a  \n b", "a b"), ("<script>x</script>y", "y"), ("<title>x</title>y", "y"),
    ("<ul><li>a<li>b</ul>", "a\nb"), ("<pre>a\n  b</pre>", "a\n  b"), ("a<b>b</b>c", "abc"), ("", ""),
    (" a b  c \tд ж ", "a b c д ж"),
    ("<pre>  x\n   y</pre>", "  x\n   y"), ("a<noscript><b>b</b> &amp; c</noscript>", "ab & c"),
    ("a<iframe>no frames</iframe>b", "ab"), ("a<iframe src='x'/>b", "ab"),
    ("<select><option>a<option>b</select>", "a\nb"),
    ("<pre> a  b </pre>", " a  b "), ("a <b> b</b>", "a b"),
  ])
  func `the text of HTML is what a reader sees`(html: String, expected: String) {
    #expect(HTMLText.text(of: Array(html.utf8)) == expected)
  }
}
