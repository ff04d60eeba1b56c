import DatelineCore
import DatelineSyndication
import Testing

/// From the HTML of feeds to blocks, and back.
@Suite struct FeedHTMLTests {
  private static func blocks(_ html: String) -> [String] { FeedHTML.blocks(of: html).map(\.text.description) }

  @Test(arguments: [
    ("<table><tr><td>Killed</td><td>12</td></tr><tr><th>Hurt</th><td>3</td></tr></table>", ["Killed 12", "Hurt 3"]),
    ("<ul><li>a</li><li>b</li></ul>c", ["a", "b", "c"]), ("<p>a</p><p>b</p>", ["a", "b"]),
    ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", ["a", "b", "c"]),
    ("<select><option>a</option><option>b</option></select>", ["a", "b"]),
  ])
  func `an end tag that is left out parts as one that is written`(html: String, expected: [String]) {
    #expect(Self.blocks(html) == expected)
    var implied = html
    for name in ["td", "th", "tr", "li", "p", "dt", "dd", "option"] { implied.replace("</\(name)>", with: "") }
    #expect(Self.blocks(implied) == expected)
    #expect(FeedHTML.blocks(of: implied).map(\.role) == FeedHTML.blocks(of: html).map(\.role))
  }

  @Test(arguments: [
    ("a<noscript> <b>b</b> &amp; c</noscript>", ["a b & c"]), ("a<iframe>no frames</iframe>b", ["ab"]),
    ("a<iframe src=\"x\" />b", ["ab"]),
    ("<pre>  x\n   y</pre>", ["  x\n   y"]), ("<pre>\r\na\r\n\r\n\tb &lt;\n</pre>c  d", ["a\n\n\tb <", "c d"]),
    ("a<pre> </pre>b", ["a", "b"]), ("<pre>a<br>  b</pre>", ["a\n  b"]), ("a<br><br>b", ["a", "b"]),
  ])
  func `a block is what a reader sees`(html: String, expected: [String]) { #expect(Self.blocks(html) == expected) }

  @Test(
    arguments: ["  x\n   y", "a  b", "a\n\nb", "a\tb", " a", "a b\nc", "a<b>&amp;  \"c"],
    [BlockRole.paragraph, .listItem, .quotation])
  func `white space of a block is read as it is written`(text: String, role: BlockRole) throws {
    var block = Block(text: try #require(Text(text)))
    block.role = role
    let html = try #require(FeedHTML.html(of: [block, block]))
    #expect(FeedHTML.blocks(of: html) == [block, block], "\(html)")
  }
}
