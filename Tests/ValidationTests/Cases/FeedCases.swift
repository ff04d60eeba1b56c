import DatelineValidation

extension RuleCase {
  static let feedCases: [RuleCase] = [
    RuleCase(
      .wfwCommentrss,
      in: .rss(
        item: "⟦<wfw:commentRSS>⟦http://e.org/</wfw:commentRSS>",
        root: #"xmlns:wfw="http://wellformedweb.org/CommentAPI/""#)),
    RuleCase(.wfwCommentrss, notIn: .rss()),
    RuleCase(
      .orderDates,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>⟦<updated>⟦2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><link href="http://b.org/"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry>⟦<entry>⟦<title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b</id><updated>2003-12-13T18:30:03Z</updated><link href="http://example.org/b"/><summary>s</summary></entry></feed>"#
      )),
    RuleCase(
      .orderDates,
      in: .rss(
        channel: "⟦<lastBuildDate>⟦Fri, 12 Dec 2003 18:30:02 GMT</lastBuildDate>",
        item: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.orderDates, in: .atom(entry: "<updated>2004-12-13T18:30:02Z</updated>", entryWithout: ["updated"])),
    RuleCase(
      .orderDates,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "date_published": "2024-02-13T00:00:00Z"},{"id": "2", "content_text": "Closed", "date_published": "2024-01-13T00:00:00Z"}]}"#
      )),
    RuleCase(
      .orderDates,
      notIn: .rss(
        channel: "<lastBuildDate>Sat, 13 Dec 2003 18:30:02 GMT</lastBuildDate>",
        item: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(
      .guidChangesWithUrl, in: .rss(item: "⟦<guid>⟦http://example.org/a?utm_source=x</guid>", itemWithout: ["guid"])),
    RuleCase(.guidChangesWithUrl, notIn: .rss()),
    RuleCase(
      .linkTracking,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": ⟦"https://e.org/a?utm_source=x"⟦}]}"#
      )),
    RuleCase(.linkTracking, in: .rss(item: "<link>http://example.org/a?utm_source=x</link>", itemWithout: ["link"])),
    RuleCase(.linkTracking, notIn: .rss(item: "<link>http://example.org/a?x=y</link>", itemWithout: ["link"])),
    RuleCase(
      .linkInsecure,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": "https://e.org/a", "external_url": ⟦"http://e.org/a"⟦}]}"#
      )),
    RuleCase(
      .linkInsecure, in: .rss(channel: "<docs>https://e.org/</docs>", item: "<comments>⟦http://e.org/⟦</comments>")),
    RuleCase(
      .linkInsecure, in: .rss(channel: "<docs>http://e.org/</docs>", item: "<comments>⟦https://e.org/⟦</comments>")),
    RuleCase(
      .linkInsecure,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": "https://e.org/a", "external_url": "http://e.org/b"}]}"#
      )),
    RuleCase(
      .linkInsecure, notIn: .rss(channel: "<docs>https://e.org/</docs>", item: "<comments>http://e.org/b</comments>")),
    RuleCase(
      .linkSchemeUnsafe,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": "⟦javascript⟦:x"}]}"#
      )),
    RuleCase(.linkSchemeUnsafe, in: .rss(item: "<link>⟦javascript⟦:x</link>", itemWithout: ["link"])),
    RuleCase(.linkSchemeUnsafe, in: .atom(feed: #"<link rel="related" href="⟦javascript⟦:x"/>"#)),
    RuleCase(
      .linkSchemeUnsafe,
      in: .rss(
        item: #"<description>&lt;a href="⟦javascript:x⟦"&gt;x&lt;/a&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .linkSchemeUnsafe,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="⟦javascript:x⟦">x</a></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(.linkSchemeUnsafe, in: .rss(item: "<link>⟦data⟦:text/html,x</link>", itemWithout: ["link"])),
    RuleCase(.linkSchemeUnsafe, in: .atom(feed: #"<link rel="related" href="⟦data⟦:text/html,x"/>"#)),
    RuleCase(
      .linkSchemeUnsafe,
      in: .rss(
        item: #"<description>&lt;a href="⟦data:text/html,x⟦"&gt;x&lt;/a&gt;</description>"#,
        itemWithout: ["description"])),
    RuleCase(
      .linkSchemeUnsafe,
      in: .atom(
        entry:
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="⟦data:text/html,x⟦">x</a></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(
      .linkSchemeUnsafe,
      notIn: .rss(
        item: #"<description>&lt;img src="data:image/png;base64,AA"&gt;</description>"#, itemWithout: ["description"])),
    RuleCase(
      .linkBaseUnsafe,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry ⟦xml:base="javascript:x"⟦><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(.linkBaseUnsafe, in: .rss(itemAttributes: #" ⟦xml:base="file:///etc/"⟦"#)),
    RuleCase(
      .linkBaseUnsafe,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry xml:base="http://e.org/"><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .feedEmpty,
      in: .text(
        #"⟦{⟦"version": "https://jsonfeed.org/version/1.1", "title": 42, "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .feedEmpty,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" >⟦<channel>⟦<title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/></channel></rss>"#
      )),
    RuleCase(.feedEmpty, notIn: .atom()),
    RuleCase(.feedEmpty, notIn: .rss()),
    RuleCase(
      .itemIdentical,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title":"a","url":"https://e.org/a"},⟦{⟦"id": "2", "content_text": "Closed", "title":"a","url":"https://e.org/a"}]}"#
      )),
    RuleCase(
      .itemIdentical,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title":"a","url":"https://e.org/a"},{"id": "2", "content_text": "Closed", "title":"b","url":"https://e.org/a"}]}"#
      )),
    RuleCase(
      .itemIdentical,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><item><title>x</title><link>http://e.org/x</link><description>d</description><guid isPermaLink="false">tag:e.org,2004:1</guid></item></channel></rss>"#
      )),
    RuleCase(
      .itemIdentical,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry><entry><title>E</title><id>urn:x-a:1</id><updated>2003-12-13T18:30:03Z</updated><link href="http://example.org/b"/><summary>s</summary></entry><entry><title>E</title><id>urn:x-a:2</id><updated>2003-12-13T18:30:04Z</updated><link href="http://example.org/b"/><summary>t</summary></entry></feed>"#
      )),
    RuleCase(
      .carriedRecord,
      in: .rss(
        item: #"<dateline:record>⟦{"type":"report","id":⟦</dateline:record>"#, root: #"xmlns:dateline="urn:dateline:1""#
      )),
    RuleCase(
      .carriedRecord,
      in: .atom(
        feed: #"<d:header xmlns:d="urn:dateline:1">⟦{"type":"report","id":"urn:example:1"}⟦</d:header>"#)),
    RuleCase(
      .carriedRecord,
      in: .atom(
        entry: #"<d:record xmlns:d="urn:dateline:1">⟦{"type":"header","schemaVersion":"9.0"}⟦</d:record>"#)),
    RuleCase(
      .carriedRecord,
      notIn: .rss(
        channel: #"<dateline:header>{"type":"header","schemaVersion":"1.0"}</dateline:header>"#,
        item:
          #"<dateline:visible>....</dateline:visible><dateline:record>{"type":"report","id":"urn:example:1"}</dateline:record>"#,
        root: #"xmlns:dateline="urn:dateline:1""#)),
    RuleCase(
      .schemaLocation,
      in: .rss(root: #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ⟦xsi:noNamespaceSchemaLocation="a.xsd"⟦"#)),
    RuleCase(
      .schemaLocation,
      in: .atom(root: #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ⟦xsi:schemaLocation="a b"⟦"#)),
    RuleCase(.schemaLocation, notIn: .rss(root: #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#)),
  ]
}
