import DatelineValidation

extension RuleCase {
  static let textCases: [RuleCase] = [
    RuleCase(.textContainsHtml, in: .atom(entry: "<author><name>&lt;b&gt;a⟦&lt;/b&gt;⟦</name></author>")),
    RuleCase(.textContainsHtml, in: .atom(entry: "<author><name>a ⟦&amp;nbsp;⟦ b</name></author>")),
    RuleCase(
      .textContainsHtml,
      in: .rss(
        item: "<media:keywords>&lt;b&gt;x⟦&lt;/b&gt;⟦</media:keywords>",
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.textContainsHtml, in: .rss(channel: "<title>x ⟦&amp;nbsp;⟦ y</title>", without: ["title"])),
    RuleCase(.textContainsHtml, in: .rdf(item: "<title>&lt;b&gt;x⟦&lt;/b&gt;⟦</title>", itemWithout: ["title"])),
    RuleCase(.textContainsHtml, in: .rdf(item: "<title>x ⟦&amp;nbsp;⟦ y</title>", itemWithout: ["title"])),
    RuleCase(
      .textContainsHtml,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title": "<b>x⟦</b>⟦"}]}"#
      )),
    RuleCase(
      .textContainsHtml,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "summary": "a ⟦&amp;⟦ b"}]}"#
      )),
    RuleCase(.textContainsHtml, notIn: .atom(entry: "<author><name>a &amp; b &lt; c</name></author>")),
    RuleCase(.textContainsHtml, notIn: .atom(entry: "<contributor><name>a &amp; b &lt; c</name></contributor>")),
    RuleCase(.textContainsHtml, notIn: .rss(channel: "<title>x &amp; y</title>", without: ["title"])),
    RuleCase(.textEncodeHex, in: .rss(channel: "<title>x ⟦&amp;⟦ y</title>", without: ["title"])),
    RuleCase(.textEncodeHex, in: .rss(channel: "<title>x ⟦&lt;⟦ y &gt; z</title>", without: ["title"])),
    RuleCase(.textEncodeHex, notIn: .atom(entry: "<author><name>a &amp; b &lt; c</name></author>")),
    RuleCase(.textEncodeHex, notIn: .atom(entry: "<contributor><name>a &amp; b &lt; c</name></contributor>")),
    RuleCase(
      .textEncodeHex,
      notIn: .rss(channel: #"<dc:rights xmlns:dc="http://purl.org/dc/elements/1.1/">x &amp; y</dc:rights>"#)),
    RuleCase(.htmlInvalid, in: .atom(entry: #"<title type="html">⟦&lt;b&gt;⟦x</title>"#, entryWithout: ["title"])),
    RuleCase(
      .htmlInvalid,
      in: .atom(entry: #"<title type="html">&lt;⟦bogus⟦&gt;x&lt;/bogus&gt;</title>"#, entryWithout: ["title"])),
    RuleCase(
      .htmlInvalid,
      in: .rss(
        item: #"<media:description type="html">⟦&lt;b&gt;⟦x</media:description>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .htmlInvalid,
      in: .rss(
        item: #"<media:title type="html">&lt;⟦bogus⟦&gt;x</media:title>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .htmlInvalid,
      in: .rss(item: #"<description>⟦&lt;a href="x&gt;y&lt;/a&gt;⟦</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlInvalid,
      in: .rss(
        item: "<description>&lt;b&gt;⟦&lt;i&gt;⟦x&lt;/b&gt;⟦&lt;/i&gt;⟦</description>", itemWithout: ["description"])),
    RuleCase(.htmlInvalid, in: .rss(item: "<description>⟦&amp;foo;⟦</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlInvalid,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "content_html": "⟦<b>⟦x"}]}"#
      )),
    RuleCase(.htmlInvalid, in: .atom(entry: #"<summary type="xhtml">⟦<b>⟦x</b></summary>"#, entryWithout: ["summary"])),
    RuleCase(
      .htmlInvalid, notIn: .atom(entry: #"<title type="html">&lt;p&gt;x&lt;br&gt;y</title>"#, entryWithout: ["title"])),
    RuleCase(
      .htmlInvalid,
      notIn: .atom(entry: #"<summary type="html">&lt;p&gt;x&lt;br&gt;y</summary>"#, entryWithout: ["summary"])),
    RuleCase(
      .htmlInvalid,
      notIn: .atom(entry: #"<content type="html">&lt;p&gt;x&lt;br&gt;y</content>"#, entryWithout: ["content"])),
    RuleCase(
      .htmlUnsafeElement,
      in: .atom(entry: #"<title type="html">⟦&lt;script&gt;⟦x&lt;/script&gt;</title>"#, entryWithout: ["title"])),
    RuleCase(
      .htmlUnsafeElement,
      in: .rss(item: "<description>⟦&lt;script&gt;⟦x&lt;/script&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeElement,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "content_html": "<p>a\n\u00e9</p>⟦<script>⟦x</script>"}]}"#
      )),
    RuleCase(
      .htmlUnsafeElement,
      notIn: .rss(item: "<description>&lt;a&gt;x&lt;/a&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeElement,
      notIn: .rss(item: "<description>&lt;abbr&gt;x&lt;/abbr&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeElement,
      notIn: .rss(item: "<description>&lt;acronym&gt;x&lt;/acronym&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeAttribute,
      in: .atom(entry: #"<title type="html">&lt;a ⟦onclick⟦="x"&gt;x&lt;/a&gt;</title>"#, entryWithout: ["title"])),
    RuleCase(
      .htmlUnsafeAttribute,
      in: .rss(item: #"<description>&lt;p ⟦onclick⟦="x"&gt;y&lt;/p&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeAttribute,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg" foo="⟦x⟦"/></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .htmlUnsafeAttribute,
      notIn: .rss(item: "<description>&lt;a&gt;x&lt;/a&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeAttribute,
      notIn: .rss(item: "<description>&lt;abbr&gt;x&lt;/abbr&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeAttribute,
      notIn: .rss(item: "<description>&lt;acronym&gt;x&lt;/acronym&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .atom(
        entry:
          #"<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="⟦position:absolute⟦">x</p></div></title>"#,
        entryWithout: ["title"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .rss(
        item: #"<description>&lt;p style="⟦position: absolute⟦"&gt;x&lt;/p&gt;</description>"#,
        itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .rss(
        item: #"<description>&lt;p style="⟦behavior: url(x)⟦"&gt;x&lt;/p&gt;</description>"#,
        itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .rss(item: #"<description>&lt;p style="⟦color⟦"&gt;x&lt;/p&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .rss(
        item: #"<description>&lt;p style="⟦color:red}⟦"&gt;x&lt;/p&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="⟦behavior: url(x)⟦">x</p></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="⟦color⟦">x</p></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .htmlUnsafeStyle,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p style="⟦color:red}⟦">x</p></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .htmlUnsafeStyle,
      notIn: .rss(item: "<description>&lt;a&gt;x&lt;/a&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      notIn: .rss(item: "<description>&lt;abbr&gt;x&lt;/abbr&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlUnsafeStyle,
      notIn: .rss(item: "<description>&lt;acronym&gt;x&lt;/acronym&gt;</description>", itemWithout: ["description"])),
    RuleCase(
      .htmlRelativeUrl,
      in: .rss(item: #"<description>&lt;a href="⟦foo⟦"&gt;x&lt;/a&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlRelativeUrl,
      notIn: .rss(
        item: #"<description>&lt;a href="http://e.org/"&gt;x&lt;/a&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlRelativeUrl,
      notIn: .rss(
        item: #"<description>&lt;a href="mailto:a@b.org"&gt;x&lt;/a&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .htmlRelativeUrl,
      notIn: .rss(
        item: ##"<description>&lt;a href="#note"&gt;x&lt;/a&gt;</description>"##, itemWithout: ["description"])),
    RuleCase(
      .htmlRelativeUrl,
      notIn: .rss(item: #"<description>&lt;a name="x"&gt;x&lt;/a&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .textControl,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title": "⟦\#u{202E}⟦x"}]}"#
      )),
    RuleCase(.textControl, in: .rss(item: "<title>a⟦\u{202E}⟦x</title>", itemWithout: ["title"])),
    RuleCase(.textControl, in: .rss(item: "<title>a⟦\u{2066}⟦x</title>", itemWithout: ["title"])),
    RuleCase(.textControl, in: .rss(item: "<title>a⟦\u{FEFF}⟦x</title>", itemWithout: ["title"])),
    RuleCase(.textControl, in: .rss(item: "<title>a⟦\u{200B}\u{200B}⟦x</title>", itemWithout: ["title"])),
    RuleCase(.textControl, notIn: .rss(item: "<title>a\u{200B}b</title>", itemWithout: ["title"])),
    RuleCase(
      .textTruncatedEntity, in: .rss(item: "<description>5⟦&amp;nbsp⟦ km</description>", itemWithout: ["description"])),
    RuleCase(.textTruncatedEntity, in: .rss(item: "<title>5⟦&amp;nbsp⟦ km</title>", itemWithout: ["title"])),
    RuleCase(.textTruncatedEntity, in: .atom(feed: "<title>5⟦&amp;nbsp⟦ km</title>", without: ["title"])),
    RuleCase(.textTruncatedEntity, notIn: .rss(item: "<title>AT&amp;T x?a&amp;copy=1</title>", itemWithout: ["title"])),
    RuleCase(
      .textTruncatedEntity, as: .feedvalidator,
      notIn: .rss(item: "<title>5&amp;nbsp km</title>", itemWithout: ["title"])),
    RuleCase(.textDoubleEscaped, in: .rss(item: "<title>a ⟦&amp;amp;⟦lt; b</title>", itemWithout: ["title"])),
    RuleCase(.textDoubleEscaped, notIn: .rss(item: "<title>a &amp;amp; b</title>", itemWithout: ["title"])),
    RuleCase(.textContainsHtml, notIn: .rss(item: "<title>a &amp;amp;lt; b</title>", itemWithout: ["title"])),
    RuleCase(
      .textTruncatedEntity, notIn: .rss(item: "<description>5&amp;nbsp;km</description>", itemWithout: ["description"])),
    RuleCase(
      .textDoubleEscaped, in: .rss(item: "<description>a ⟦&amp;amp;⟦amp; b</description>", itemWithout: ["description"])
    ),
    RuleCase(
      .textDoubleEscaped, notIn: .rss(item: "<description>a &amp;amp; b</description>", itemWithout: ["description"])),
  ]
}
