import DatelineValidation

extension RuleCase {
  static let structureCases: [RuleCase] = [
    RuleCase(
      .rssDtdWithdrawn,
      in: .text(
        #"<?xml version="1.0"?>⟦<!D⟦OCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .rssDtdWithdrawn,
      notIn: .text(
        #"<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd"><rss version="0.91" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .rssDoctypeVersion,
      in: .text(
        #"<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">⟦<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" >⟦<channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .rssDoctypeVersion,
      notIn: .text(
        #"<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd"><rss version="0.91" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.versionObsolete, in: .rss(version: "0.92", itemWithout: ["guid"])),
    RuleCase(
      .versionObsolete,
      in: .text(
        #"{"version": ⟦"https://jsonfeed.org/version/1"⟦, "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(
      .versionObsolete,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", ⟦"author"⟦: {"name": "x"}, "items": []}"#
      )),
    RuleCase(
      .versionObsolete,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "authors": [{"name": "x"}], "items": []}"#
      )),
    RuleCase(.versionObsolete, notIn: .rss()),
    RuleCase(.rootUnknown, in: .text("⟦<html>⟦<body/></html>")),
    RuleCase(.rootUnknown, in: .text("⟦<foo/⟦>")),
    RuleCase(
      .rootUnknown, notIn: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .rootUnknown,
      notIn: .rss(item: "<dc:creator>en</dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .rootUnknown,
      notIn: .rss(item: "<dc:subject>en</dc:subject>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .rootNamespace,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<rss xmlns="http://backend.userland.com/rss2" version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" >⟦<channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .rootNamespace,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<feed xmlns="http://www.w3.org/2005/atom" xml:lang="en" >⟦<title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(.rootNamespace, in: .text("⟦<dateline xmlns=\"urn:dateline:2\">⟦</dateline>")),
    RuleCase(.rootNamespace, notIn: .rss()),
    RuleCase(
      .atom03,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<feed xmlns="http://purl.org/atom/ns#" xml:lang="en" >⟦<title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(.atom03, notIn: .rss()),
    RuleCase(.elementUnknown, in: .atom(entry: "<author><name>a</name>⟦<foo/⟦></author>")),
    RuleCase(.elementUnknown, in: .atom(entry: "<author><name>a</name>⟦<url>⟦http://a.org/</url></author>")),
    RuleCase(.elementUnknown, in: .rss(channel: "⟦<foo/⟦>")),
    RuleCase(.elementUnknown, in: .rss(channel: "⟦<Title>⟦x</Title>")),
    RuleCase(.elementUnknown, in: .rdf(channel: "⟦<foo/⟦>")),
    RuleCase(
      .elementUnknown,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel>⟦<foo/⟦></rss>"#
      )),
    RuleCase(
      .elementUnknown,
      in: .rss(item: "<dc:creator>⟦<foo/⟦></dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .elementUnknown, in: .rss(item: "⟦<dc:foo>⟦x</dc:foo>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .elementUnknown, in: .atom(entry: "⟦<dc:foo>⟦x</dc:foo>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .elementUnknown,
      notIn: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .elementUnknown,
      notIn: .rss(item: "<dc:creator>en</dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .elementUnknown,
      notIn: .rss(item: "<dc:subject>en</dc:subject>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .attributeUnknown,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" ⟦foo="x"⟦/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .attributeUnknown,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" ⟦foo="x"⟦/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .attributeUnknown,
      in: .atom(
        entry: #"<link rel="replies" href="http://e.org/" ⟦thr:foo="1"⟦/>"#,
        root: #"xmlns:thr="http://purl.org/syndication/thread/1.0""#)),
    RuleCase(
      .attributeUnknown, in: .rss(item: #"<guid ⟦ispermalink="false"⟦>http://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(.attributeUnknown, in: .atom(feed: #"<generator version="1" ⟦url="http://e.org/"⟦>x</generator>"#)),
    RuleCase(.elementUnknown, in: .rss(item: "⟦<PubDate>⟦Sat, 13 Dec 2003 18:30:02 GMT</PubDate>")),
    RuleCase(.elementUnknown, in: .rss(item: "⟦<Title/⟦>")),
    RuleCase(.elementUnknown, in: .rss(item: "⟦<Category >⟦<![CDATA[a]]></Category >")),
    RuleCase(.elementUnknown, in: .atom(entry: "⟦<Summary>⟦S</Summary>", entryWithout: ["summary"])),
    RuleCase(.attributeUnknown, in: .rdf(itemAttributes: #" ⟦foo="x"⟦"#)),
    RuleCase(.attributeUnknown, in: .rdf(itemAttributes: #" ⟦about="x"⟦"#)),
    RuleCase(
      .attributeUnknown,
      in: .rss(item: #"<guid isPermaLink="true" ⟦ispermalink="false"⟦>http://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .attributeUnknown, in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="9" ⟦Type="audio/mpeg"⟦/>"#)),
    RuleCase(.attributeUnknown, notIn: .rss()),
    RuleCase(.textStray, in: .rdf(below: "⟦stray⟦")),
    RuleCase(.textStray, in: .rss(channel: "⟦stray⟦")),
    RuleCase(.textStray, in: .atom(feed: "⟦stray⟦")),
    RuleCase(.textStray, in: .atom(entry: #"⟦<content src="http://e.org/" type="text/html">⟦x</content>"#)),
    RuleCase(.textStray, notIn: .rdf()),
    RuleCase(.elementRepeated, in: .atom(feed: "⟦<title>⟦a</title>⟦<title>⟦a</title>", without: ["self"])),
    RuleCase(.elementRepeated, in: .rss(channel: "<title>t</title>⟦<title>⟦t</title>", without: ["title"])),
    RuleCase(
      .elementRepeated,
      in: .rdf(channel: "<dc:language>en</dc:language>⟦<dc:language>⟦en</dc:language>", without: ["lang"])),
    RuleCase(
      .elementRepeated,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", ⟦"id"⟦: "2"}]}"#
      )),
    RuleCase(.elementRepeated, notIn: .rss(channel: "<title>t</title>", without: ["title"])),
    RuleCase(.elementRepeated, notIn: .rss(channel: "<link>http://e.org/</link>", without: ["link"])),
    RuleCase(.elementRepeated, notIn: .rss(channel: "<description>d</description>", without: ["description"])),
    RuleCase(
      .elementMissing,
      in: .rss(
        channel:
          "⟦<image>⟦<title>T</title><link>http://example.org/</link><width>88</width><height>31</height><description>d</description></image>"
      )),
    RuleCase(.elementMissing, in: .text(#"⟦{⟦"title": "x"} x"#)),
    RuleCase(
      .elementMissing,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [⟦{⟦"content_text": "x"}]}"#
      )),
    RuleCase(
      .elementMissing,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [⟦{⟦"url":"https://e.org/a"}]}]}"#
      )),
    RuleCase(
      .elementMissing,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "authors": [⟦{⟦}], "items": []}"#
      )),
    RuleCase(
      .elementMissing,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "hubs": [⟦{⟦"type":"x"}], "items": []}"#
      )),
    RuleCase(.elementMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .elementMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .elementMissing,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "hubs": [{"type":"x","url":"https://e.org/"}], "items": []}"#
      )),
    RuleCase(
      .attributeMissing,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<rss xmlns:atom="http://www.w3.org/2005/Atom" >⟦<channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .attributeMissing,
      in: .rss(
        channel: "⟦<admin:generatorAgent/⟦>",
        root: #"xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#""#)),
    RuleCase(
      .attributeMissing, in: .atom(entry: "⟦<media:thumbnail/⟦>", root: #"xmlns:media="http://search.yahoo.com/mrss/""#)
    ),
    RuleCase(.attributeMissing, notIn: .rss()),
    RuleCase(.valueBlank, in: .atom(entry: "<author>⟦<name>⟦</name></author>")),
    RuleCase(
      .valueBlank,
      in: .rss(
        channel: "⟦<sy:updateFrequency>⟦</sy:updateFrequency>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .valueBlank,
      in: .rdf(
        channel: "⟦<sy:updateFrequency>⟦</sy:updateFrequency>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .valueBlank,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": ⟦""⟦, "feed_url": "https://example.org/feed.json", "language": "en", "items": []}"#
      )),
    RuleCase(.valueBlank, notIn: .atom()),
    RuleCase(.attributeBlank, in: .atom(feed: #"<link ⟦rel=""⟦ href="http://a.org/"/>"#)),
    RuleCase(.attributeBlank, notIn: .atom()),
    RuleCase(.whitespaceAroundValue, in: .atom(feed: "<icon>⟦ http://a.org/i.png ⟦</icon>")),
    RuleCase(.whitespaceAroundValue, notIn: .atom()),
    RuleCase(.namespaceUnknown, in: .atom(entry: #"<content type="application/xml"><x ⟦xmlns="urn:x:y"⟦/></content>"#)),
    RuleCase(.namespaceUnknown, in: .rss(root: #"⟦xmlns:foo="http://e.org/foo"⟦"#)),
    RuleCase(.namespaceUnknown, notIn: .atom()),
    RuleCase(
      .namespaceUnchecked,
      in: .rdf(below: #"<foaf:Person ⟦xmlns:foaf="http://xmlns.com/foaf/0.1/"⟦><foaf:name>x</foaf:name></foaf:Person>"#)
    ),
    RuleCase(.namespaceUnchecked, in: .rss(root: #"⟦xmlns:g="http://base.google.com/ns/1.0"⟦"#)),
    RuleCase(.namespaceUnchecked, notIn: .rdf()),
    RuleCase(.prefixReserved, in: .rss(root: #"⟦xmlns:dc="http://e.org/foo"⟦"#)),
    RuleCase(.prefixReserved, notIn: .rss()),
    RuleCase(.prefixUnusual, in: .rss(root: #"⟦xmlns:dublin="http://purl.org/dc/elements/1.1/"⟦"#)),
    RuleCase(.prefixUnusual, notIn: .rss()),
    RuleCase(
      .prefixAtomXhtml,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<atom:feed ⟦xmlns:atom="http://www.w3.org/2005/Atom"⟦ xml:lang="en" ><atom:title>T</atom:title><atom:id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</atom:id><atom:updated>2003-12-13T18:30:02Z</atom:updated><atom:author><atom:name>John Doe</atom:name></atom:author><atom:link rel="self" href="http://example.org/feed.atom"/><atom:entry><atom:title>E</atom:title><atom:id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</atom:id><atom:updated>2003-12-13T18:30:02Z</atom:updated><atom:link href="http://example.org/a"/><atom:summary>S</atom:summary></atom:entry></atom:feed>"#
      )),
    RuleCase(.prefixAtomXhtml, notIn: .rss()),
    RuleCase(.mediaNamespaceSlash, in: .rss(root: #"⟦xmlns:media="http://search.yahoo.com/mrss"⟦"#)),
    RuleCase(.mediaNamespaceSlash, notIn: .rss(root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.wikiNamespaceOld, in: .rdf(root: #"⟦xmlns:wiki="http://www.usemod.com/cgi-bin/mb.pl?ModWiki"⟦"#)),
    RuleCase(.wikiNamespaceOld, notIn: .rdf()),
    RuleCase(
      .extensionWithoutNamespace,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<feed  xml:lang="en" >⟦<title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(.extensionWithoutNamespace, in: .atom(entry: #"⟦<foo xmlns="">⟦x</foo>"#)),
    RuleCase(.extensionWithoutNamespace, in: .rss(item: #"<foo:bar xmlns:foo="http://e.org/foo">⟦<baz/⟦></foo:bar>"#)),
    RuleCase(
      .extensionWithoutNamespace,
      in: .atom(
        entry: #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">⟦<b xmlns="">⟦x</b></div></summary>"#,
        entryWithout: ["summary"])),
    RuleCase(.extensionWithoutNamespace, notIn: .atom()),
    RuleCase(.extensionAttributeOnCore, in: .rss(root: #"xmlns:h="http://e.org/h" ⟦h:foo="x"⟦"#)),
    RuleCase(.extensionAttributeOnCore, notIn: .rss()),
    RuleCase(
      .usageUndocumented,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: #"<itunes:category text="Arts"/>"#, root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .usageUndocumented,
      in: .atom(
        feed: "⟦<trackback:ping>⟦http://e.org/</trackback:ping>",
        root: #"xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/""#)),
    RuleCase(
      .usageUndocumented,
      notIn: .rss(
        channel: "<sy:updatePeriod>daily</sy:updatePeriod>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(.xhtmlMisplaced, in: .atom(entry: #"⟦<div xmlns="http://www.w3.org/1999/xhtml">⟦x</div>"#)),
    RuleCase(.xhtmlMisplaced, in: .rss(item: #"⟦<p xmlns="http://www.w3.org/1999/xhtml">⟦x</p>"#)),
    RuleCase(.xhtmlMisplaced, notIn: .atom()),
  ]
}
