import DatelineCore
import DatelineValidation
import DatelineXML
import TestSupport
import Testing

/// What is said of documents that are not well-formed, and where.
@Suite struct XMLFaultTests {
  /// `⟦` stands where what is wrong begins and ends.
  private static let faults: [(document: String, words: String)] = [
    ("<rss><title>a ⟦&⟦ b</title></rss>", "a '&' begins no reference here; write '&amp;' for an ampersand"),
    ("<rss a='x ⟦&⟦ y'/>", "a '&' begins no reference here; write '&amp;' for an ampersand"),
    (
      "<rss>a ⟦&nbsp⟦ b</rss>",
      "'&nbsp' begins no reference, since no semicolon ends it; write '&amp;' for an ampersand"
    ),
    ("<rss>a ⟦&foo;⟦ b</rss>", "the entity '&foo;' is not declared; XML knows lt, gt, amp, quot and apos alone"),
    ("<rss a='⟦&foo;⟦'/>", "the entity '&foo;' is not declared"),
    ("<rss>⟦&#0;⟦</rss>", "'&#0;' stands for no character of XML; take it out, or write the one that is meant"),
    ("<rss>⟦&#xZZ;⟦</rss>", "'&#xZZ;' stands for no character of XML"),
    ("<rss>⟦&#99999999;⟦</rss>", "'&#99999999;' stands for no character of XML"),
    ("<rss>a⟦\u{1}⟦</rss>", "the control character U+0001 is not legal in XML; take it out"),
    ("<rss a='⟦\u{2}⟦'/>", "the control character U+0002 is not legal in XML; take it out"),
    ("⟦<a:rss⟦/>", "the prefix 'a' of '<a:rss' is not declared; add xmlns:a=\"…\" with its namespace, or take it out"),
    ("<rss b='2' ⟦x:a⟦='1'/>", "the prefix 'x' of 'x:a' is not declared"),
    ("<rss a='1' b='a=2' ⟦a⟦='3'/>", "the attribute 'a' stands twice in this tag; take one out"),
    ("<rss xmlns:x='u' xmlns:y='u' x:a='1' ⟦y:a⟦='2'/>", "the attribute 'y:a' stands twice in this tag; take one out"),
    ("<rss ⟦a⟦/>", "the attribute 'a' has no value; write a=\"…\", or take it out"),
    ("<rss a=⟦1⟦/>", "the value of an attribute stands in quotation marks; write them around it"),
    (
      "<rss a='⟦<b⟦'/>",
      "a '<' stands in the value of an attribute; write '&lt;', or close the quotation marks before it"
    ),
    ("<rss>a ⟦<⟦ b</rss>", "a '<' begins no tag here; write '&lt;' for a less-than sign"),
    (
      "<rss>\n<a>⟦</b>⟦</a></rss>",
      "'</b>' does not close '<a>' of line 2, which is open; an end tag is missing, or two are in the wrong order"
    ),
    ("<rss/>⟦<rss⟦/>", "a document has one root element and nothing behind it; take this out"),
    ("⟦hello⟦ <rss/>", "text stands before the root element; take it out"),
    (
      "⟦\n  ⟦<?xml version='1.0'?><rss/>",
      "white space stands before the XML declaration; take it out, so that '<?xml' comes first"
    ),
    (
      "⟦hello⟦ <?xml version='1.0'?><rss/>",
      "text stands before the XML declaration; take it out, so that '<?xml' comes first"
    ),
    (
      "<rss>⟦<?xml⟦ version='1.0'?></rss>",
      "the XML declaration is the very first thing of a document and stands once; take this one out"
    ),
    ("<rss a='x⟦⟦", "the document ends inside of an attribute's value; it was cut off, or a quotation mark is missing"),
    ("⟦⟦   ", "the document is empty; there is nothing in it"), ("⟦⟦", "the document is empty; there is nothing in it"),
  ]

  private static let rules: Set<RuleID> = [
    .xmlMalformed, .xmlNamespace, .xmlEntityUndefined, .xmlTextBeforeDeclaration,
  ]

  private static func findings(_ bytes: [UInt8], chunkSize: Int = .max) throws -> [Finding] {
    let log = FindingLog(file: "feed.xml", options: ValidationOptions())
    try FeedValidator.check(MemorySource(bytes, chunkSize: chunkSize), log: log)
    return log.finish().findings.filter { $0.rule.map(rules.contains) == true }
  }

  @Test(arguments: faults)
  func `an error is told of in plain words, from its beginning to its end`(document: String, words: String) throws {
    let marked = MarkedText(document)
    for chunkSize in [Int.max, 1, 3] {
      let found = try Self.findings(marked.bytes, chunkSize: chunkSize)
      let one = try #require(found.first, "\(document)")
      #expect(found.count == 1 && one.message.hasPrefix(words), "\(one.message)")
      #expect(one.start.offset == marked.positions[0].offset && one.end.offset == marked.positions[1].offset)
      #expect(one.start.line == marked.positions[0].line && one.start.column == marked.positions[0].column)
    }
  }

  @Test func `text before the declaration breaks a rule of its own`() throws {
    for document in ["\n<?xml version='1.0'?><rss/>", "x <?xml version='1.0'?><rss/>"] {
      #expect(try Self.findings(Array(document.utf8)).map(\.rule) == [.xmlTextBeforeDeclaration])
    }
    #expect(try Self.findings(Array("x <rss/>".utf8)).map(\.rule) == [.xmlMalformed])
  }

  @Test func `the line of an error is whole, with a line feed behind it and without`() throws {
    for end in ["", "\n"] {
      let line = "<rss><title>é & b</title></rss>é"
      #expect(try Self.findings(Array((line + end).utf8)).map(\.line) == [line])
    }
  }
}
