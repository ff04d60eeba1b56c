import DatelineValidation

extension RuleCase {
  static let atomCases: [RuleCase] = [
    RuleCase(.iriWhereUri, in: .rss(channel: "<link>⟦http://e.org/é⟦</link>", without: ["link"])),
    RuleCase(.iriWhereUri, notIn: .rss()),
    RuleCase(.atomIdTitleUpdatedMissing, in: .atom(without: ["title"])),
    RuleCase(.atomIdTitleUpdatedMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .atomIdTitleUpdatedMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(.atomAuthorMissing, in: .atom(entry: "⟦<author>⟦<uri>http://a.org/</uri></author>")),
    RuleCase(.atomAuthorMissing, in: .atom(without: ["author"])),
    RuleCase(.atomAuthorMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .atomAuthorMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(.atomSourceIncomplete, in: .atom(entry: "⟦<source>⟦<title>a</title><title>a</title></source>")),
    RuleCase(.atomSourceIncomplete, notIn: .atom()),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦Sat, 13 Dec 2003 18:30:02 GMT⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13T18:30Z⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13T18:30:02⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13 18:30:02Z⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13T18:30:02+0100⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13T24:00:00Z⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-13-13T18:30:02Z⟦</published>")),
    RuleCase(.atomDateInvalid, in: .atom(entry: "<published>⟦2003-12-13T8:30:02Z⟦</published>")),
    RuleCase(.atomDateInvalid, notIn: .atom(entry: "<published>2003-12-13T18:30:02Z</published>")),
    RuleCase(.atomDateInvalid, notIn: .atom(entry: "<published>2003-12-13T18:30:02.25Z</published>")),
    RuleCase(.atomDateInvalid, notIn: .atom(entry: "<published>2003-12-13T18:30:02+01:00</published>")),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦tag:example.org,24:x⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦tag:example.org:x⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦tag:,2024:x⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦tag:example.org,2024:x y⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦tag:example.org,2024⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦urn:isbn⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦urn:a+b:x⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, in: .atom(feed: "<id>⟦urn:isbn:⟦</id>", without: ["id"])),
    RuleCase(
      .atomIdInvalid, in: .atom(feed: "<id>⟦urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6⟦</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, notIn: .atom(feed: "<id>tag:example.org,2024:x</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, notIn: .atom(feed: "<id>tag:example.org,2024-01:x</id>", without: ["id"])),
    RuleCase(.atomIdInvalid, notIn: .atom(feed: "<id>tag:example.org,2024-01-02:x</id>", without: ["id"])),
    RuleCase(.atomIdNotCanonical, in: .atom(feed: "<id>⟦HTTP://example.org/⟦</id>", without: ["id"])),
    RuleCase(.atomIdNotCanonical, notIn: .atom(feed: "<id>http://example.org/</id>", without: ["id"])),
    RuleCase(.atomIdNotCanonical, notIn: .atom(feed: "<id>http://example.org/a?b#c</id>", without: ["id"])),
    RuleCase(.atomIdNotCanonical, notIn: .atom(feed: "<id>http://example.org:8080/</id>", without: ["id"])),
    RuleCase(
      .atomIdRepeated,
      in: .atom(
        entry:
          "<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id>⟦<id>⟦urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id>"
      )),
    RuleCase(
      .atomIdRepeated,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry><entry><title>F</title>⟦<id>⟦urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-14T18:30:02Z</updated><link href="http://example.org/b"/><summary>s</summary></entry></feed>"#
      )),
    RuleCase(
      .atomIdRepeated,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed"},{"id": ⟦"1"⟦, "content_text": "Closed"}]}"#
      )),
    RuleCase(
      .atomIdRepeated,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry><entry><title>F</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b</id><updated>2003-12-14T18:30:02Z</updated><link href="http://example.org/b"/><summary>s</summary></entry></feed>"#
      )),
    RuleCase(
      .atomIdRepeated,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed"},{"id": "2", "content_text": "Closed"}]}"#
      )),
    RuleCase(
      .atomUpdatedRepeated,
      in: .atom(entry: "⟦<updated>⟦2003-12-13T18:30:02Z</updated>⟦<updated>⟦2003-12-13T18:30:02Z</updated>")),
    RuleCase(
      .atomUpdatedRepeated, as: .feedvalidator,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry><entry><title>F</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b</id>⟦<updated>⟦2003-12-13T18:30:02Z</updated><link href="http://example.org/b"/><summary>s</summary></entry></feed>"#
      )),
    RuleCase(.atomUpdatedRepeated, notIn: .atom()),
    RuleCase(.atomSelfMissing, in: .atom(feed: "<title>a</title><title>a</title>", without: ["self"])),
    RuleCase(.atomSelfMissing, in: .text(#"⟦{⟦"title": "x"} x"#)),
    RuleCase(.atomSelfMissing, notIn: .atom()),
    RuleCase(.atomSelfRelative, in: .atom(feed: #"⟦<link rel="self" href="feed.atom"/⟦>"#, without: ["self"])),
    RuleCase(
      .atomSelfRelative,
      notIn: .atom(
        feed: #"<link rel="self" href="feed.atom"/>"#, root: #"xml:base="http://example.org/""#, without: ["self"])),
    RuleCase(
      .selfLocation, as: .feedvalidator,
      in: .atom(
        feed: #"⟦<link rel="self" href="feed.atom"/⟦>"#, root: #"xml:base="http://example.org/""#, without: ["self"])),
    RuleCase(.selfLocation, as: .feedvalidator, in: .rss(root: #"xml:base="http://e.org/other.xml""#)),
    RuleCase(.selfLocation, notIn: .atom()),
    RuleCase(
      .selfType,
      in: .atom(feed: #"⟦<link rel="self" type="text/html" href="http://example.org/feed.atom"/⟦>"#, without: ["self"])),
    RuleCase(.selfType, notIn: .atom()),
    RuleCase(.atomLinkHref, in: .atom(feed: #"⟦<link rel="related"/⟦>"#)),
    RuleCase(.atomLinkHref, notIn: .atom()),
    RuleCase(.atomAlternateRepeated, in: .atom(feed: #"<link href="http://a.org/"/>⟦<link href="http://b.org/"/⟦>"#)),
    RuleCase(
      .atomAlternateRepeated,
      notIn: .atom(
        feed:
          #"<link type="text/html" href="http://a.org/"/><link rel="alternate" type="text/plain" href="http://b.org/"/>"#
      )),
    RuleCase(
      .atomAlternateRepeated,
      notIn: .atom(
        feed:
          #"<link type="text/html" hreflang="en" href="http://a.org/"/><link rel="alternate" hreflang="fr" type="text/html" href="http://b.org/"/>"#
      )),
    RuleCase(
      .atomAlternateRepeated,
      notIn: .atom(entry: #"<link rel="related" href="http://b.org/"/><link rel="related" href="http://c.org/"/>"#)),
    RuleCase(.atomLinkText, in: .atom(feed: #"⟦<link rel="related" href="http://a.org/">⟦x</link>"#)),
    RuleCase(.atomLinkText, notIn: .atom()),
    RuleCase(.atomRelUnregistered, in: .atom(feed: #"<link rel="⟦ related ⟦" href="http://a.org/"/>"#)),
    RuleCase(.atomRelUnregistered, notIn: .atom(feed: #"<link rel="http://a.org/foo" href="http://a.org/"/>"#)),
    RuleCase(.atomRelUnregistered, notIn: .atom(feed: #"<link rel="alternate" href="http://a.org/"/>"#)),
    RuleCase(.atomRelUnregistered, notIn: .atom(feed: #"<link rel="current" href="http://a.org/"/>"#)),
    RuleCase(.atomNoContentNoAlternate, in: .atom(entryWithout: ["link", "summary"])),
    RuleCase(.atomNoContentNoAlternate, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .atomNoContentNoAlternate,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(.atomNoText, in: .atom(entryWithout: ["link", "summary"])),
    RuleCase(.atomNoText, notIn: .atom(entry: "<content>x</content>", entryWithout: ["summary"])),
    RuleCase(
      .atomSummaryRequired, in: .atom(entry: #"<content type="image/png">AAAA</content>"#, entryWithout: ["summary"])),
    RuleCase(.atomSummaryRequired, notIn: .atom()),
    RuleCase(.atomContentTypeMissing, in: .atom(entry: #"⟦<content src="http://a.org/"/⟦>"#)),
    RuleCase(.atomContentTypeMissing, notIn: .atom()),
    RuleCase(.atomTextType, in: .atom(entry: #"<summary type="⟦ text ⟦">x</summary>"#, entryWithout: ["summary"])),
    RuleCase(.atomTextType, notIn: .atom()),
    RuleCase(.mimeInvalid, in: .atom(feed: #"<link rel="related" type="⟦ text/html ⟦" href="http://a.org/"/>"#)),
    RuleCase(.mimeInvalid, in: .atom(entry: #"<content type="⟦multipart/mixed⟦">x</content>"#)),
    RuleCase(
      .mimeInvalid,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":⟦"mp3"⟦}]}]}"#
      )),
    RuleCase(.mimeInvalid, notIn: .atom(entry: #"<content type="text">AAAA</content>"#)),
    RuleCase(.mimeInvalid, notIn: .atom(entry: #"<content type="html">AAAA</content>"#)),
    RuleCase(.mimeInvalid, notIn: .atom(entry: #"<content type="xhtml">AAAA</content>"#)),
    RuleCase(.atomXhtmlDiv, in: .atom(entry: #"<content type="xhtml">⟦AAAA⟦</content>"#)),
    RuleCase(
      .atomXhtmlDiv,
      in: .atom(
        entry: #"<title type="xhtml">⟦<p xmlns="http://www.w3.org/1999/xhtml">⟦x</p></title>"#, entryWithout: ["title"])
    ),
    RuleCase(
      .atomXhtmlDiv, in: .atom(entry: #"<summary type="xhtml">⟦<b>⟦x</b></summary>"#, entryWithout: ["summary"])),
    RuleCase(.atomXhtmlDiv, in: .atom(entry: #"⟦<summary type="xhtml">⟦</summary>"#, entryWithout: ["summary"])),
    RuleCase(.atomXhtmlDiv, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .atomXhtmlDiv,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .atomUndeclaredHtml,
      in: .atom(entry: #"<title type="text">&lt;b&gt;x⟦&lt;/b&gt;⟦</title>"#, entryWithout: ["title"])),
    RuleCase(
      .atomUndeclaredHtml, in: .atom(entry: #"<title type="text">a ⟦&amp;lt;⟦ b</title>"#, entryWithout: ["title"])),
    RuleCase(
      .atomUndeclaredHtml,
      in: .rss(
        item: "<media:title>&lt;b&gt;x⟦&lt;/b&gt;⟦</media:title>", root: #"xmlns:media="http://search.yahoo.com/mrss/""#
      )),
    RuleCase(.atomUndeclaredHtml, notIn: .atom(entry: "<author><name>a &amp; b &lt; c</name></author>")),
    RuleCase(.atomUndeclaredHtml, notIn: .atom(entry: "<contributor><name>a &amp; b &lt; c</name></contributor>")),
    RuleCase(
      .atomUndeclaredHtml, notIn: .atom(entry: #"<title type="text">a &amp; b &lt;</title>"#, entryWithout: ["title"])),
    RuleCase(
      .atomXhtmlEscaped,
      in: .atom(
        entry: #"<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;p&gt;x⟦&lt;/p&gt;⟦</div></title>"#,
        entryWithout: ["title"])),
    RuleCase(
      .atomXhtmlEscaped,
      notIn: .atom(
        entry: #"<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &lt; b &amp; c</div></title>"#,
        entryWithout: ["title"])),
    RuleCase(
      .atomXhtmlEscaped,
      notIn: .atom(
        entry: #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &lt; b &amp; c</div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .atomXhtmlEscaped,
      notIn: .atom(
        entry: #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a &lt; b &amp; c</div></content>"#,
        entryWithout: ["content"])),
    RuleCase(
      .atomEscapedNot,
      in: .atom(entry: #"<content type="html">⟦<b xmlns="http://www.w3.org/1999/xhtml">⟦x</b></content>"#)),
    RuleCase(.atomEscapedNot, notIn: .atom()),
    RuleCase(.atomBase64, in: .atom(entry: #"<content type=" text/plain ">⟦x⟦</content>"#, entryWithout: ["x"])),
    RuleCase(.atomBase64, notIn: .atom(entry: #"<content type="image/png">QUJD\#nREVG</content>"#)),
    RuleCase(.atomHtmlFragment, in: .atom(entry: #"<content type="text/html">⟦AAAA⟦</content>"#)),
    RuleCase(
      .atomHtmlFragment,
      in: .atom(
        entry: #"<content type="application/xhtml+xml">⟦<div xmlns="http://www.w3.org/1999/xhtml">⟦x</div></content>"#)),
    RuleCase(
      .atomHtmlFragment,
      notIn: .atom(
        entry:
          #"<content type="text/html">&lt;html&gt;&lt;head&gt;&lt;title&gt;x&lt;/title&gt;&lt;/head&gt;&lt;body&gt;x&lt;/body&gt;&lt;/html&gt;</content>"#
      )),
    RuleCase(
      .atomHtmlFragment,
      notIn: .atom(
        entry:
          #"<content type="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>x</p></body></html></content>"#
      )),
    RuleCase(
      .atomMetadataAfterEntry,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry>⟦<subtitle>⟦x</subtitle></feed>"#
      )),
    RuleCase(.atomMetadataAfterEntry, notIn: .rss()),
    RuleCase(.atomEmail, in: .atom(entry: "<author><name>a</name><email>⟦x⟦</email></author>")),
    RuleCase(.atomEmail, notIn: .rss(channel: "<managingEditor>a@b.org (A B)</managingEditor>")),
    RuleCase(.atomEmail, notIn: .rss(channel: "<managingEditor>a@b.org</managingEditor>")),
    RuleCase(.atomEmail, notIn: .rss(channel: "<managingEditor>a+b@c.org (X)</managingEditor>")),
    RuleCase(.atomNameEmail, in: .atom(entry: "⟦<author>⟦<name>x &lt;a@b.org&gt;</name></author>")),
    RuleCase(.atomNameEmail, notIn: .atom()),
    RuleCase(
      .iriInvalid,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry xml:base="http://⟦[x⟦/"><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .iriInvalid,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry xml:base="http://e.org/é/"><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .sameDocument, as: .feedvalidator, in: .atom(entry: #"⟦<link rel="related" xml:base="http://e.org/a" href=""/⟦>"#)
    ),
    RuleCase(.sameDocument, notIn: .atom()),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="next" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="previous" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="first" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="last" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="current" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="prev-archive" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, in: .atom(entry: #"⟦<link rel="next-archive" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhRelInEntry, notIn: .atom()),
    RuleCase(
      .fhComplete,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="next" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .rss(
        channel: #"<fh:complete/>⟦<atom:link rel="next" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="previous" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .rss(
        channel: #"<fh:complete/>⟦<atom:link rel="previous" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="first" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .rss(
        channel: #"<fh:complete/>⟦<atom:link rel="first" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="last" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .rss(
        channel: #"<fh:complete/>⟦<atom:link rel="last" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhComplete,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="prev-archive" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(.fhComplete, notIn: .atom()),
    RuleCase(
      .fhCompleteCurrent,
      in: .atom(
        feed: #"<fh:complete/>⟦<link rel="current" href="http://e.org/"/⟦>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhCompleteCurrent,
      notIn: .atom(
        feed: #"<fh:complete/><link rel="current" href="http://example.org/feed.atom"/>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhPastEnd,
      in: .atom(
        feed: #"<link rel="first" href="http://example.org/feed.atom"/>⟦<link rel="previous" href="http://e.org/"/⟦>"#)),
    RuleCase(
      .fhPastEnd,
      in: .atom(
        feed: #"<link rel="last" href="http://example.org/feed.atom"/>⟦<link rel="next" href="http://e.org/"/⟦>"#)),
    RuleCase(.fhPastEnd, notIn: .atom()),
    RuleCase(
      .fhArchive,
      in: .atom(
        feed: #"<fh:archive/><link rel="prev-archive" href="http://e.org/"/>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhArchive,
      notIn: .atom(
        feed:
          #"<fh:archive/><link rel="prev-archive" href="http://e.org/"/><link rel="current" href="http://e.org/x"/>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(
      .fhArchiveIncomplete,
      in: .atom(
        feed: #"<fh:archive/><link rel="current" href="http://e.org/x"/>"#,
        root: #"xmlns:fh="http://purl.org/syndication/history/1.0""#)),
    RuleCase(.fhArchiveIncomplete, notIn: .atom()),
    RuleCase(
      .thrWhen,
      in: .atom(
        entry: #"<link rel="replies" href="http://e.org/" thr:when="⟦2005-07-28T12:10:00Z⟦"/>"#,
        root: #"xmlns:thr="http://purl.org/syndication/thread/1.0""#)),
    RuleCase(
      .thrWhen, notIn: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .thrWhen, notIn: .rss(item: "<dc:creator>en</dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .thrWhen, notIn: .rss(item: "<dc:subject>en</dc:subject>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .atomContentSrcType,
      in: .atom(
        entry:
          #"<content src="http://e.org/a" type="text/html"/><link rel="related" href="http://e.org/a" type="application/pdf"/>"#
      )),
    RuleCase(
      .atomContentSrcType,
      notIn: .atom(
        entry:
          #"<content src="http://e.org/a" type="text/html"/><link rel="related" href="http://e.org/a" type="text/html"/>"#
      )),
  ]
}
