import DatelineValidation

extension RuleCase {
  static let rssCases: [RuleCase] = [
    RuleCase(.rssVersion, in: .rss(version: "1.0")),
    RuleCase(.rssVersion, notIn: .rss(version: "0.91")),
    RuleCase(.rssVersion, notIn: .rss(version: "0.92")),
    RuleCase(.rssVersion, notIn: .rss()),
    RuleCase(.rssChannelMissing, in: .text(#"⟦<rss version="2.0">⟦</rss>"#)),
    RuleCase(.rssChannelMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssChannelMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssTitleMissing,
      in: .rss(
        channel:
          "⟦<image>⟦<url>http://e.org/a.png</url><link>http://example.org/</link><width>88</width><height>31</height><description>d</description></image>"
      )),
    RuleCase(.rssTitleMissing, in: .rdf(without: ["title"])),
    RuleCase(.rssTitleMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssTitleMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssLinkMissing,
      in: .rss(
        channel:
          "⟦<image>⟦<url>http://e.org/a.png</url><title>T</title><width>88</width><height>31</height><description>d</description></image>"
      )),
    RuleCase(.rssLinkMissing, in: .rdf(without: ["link"])),
    RuleCase(.rssLinkMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssLinkMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .rssDescriptionMissing,
      in: .rss(channel: "⟦<textInput>⟦<title>t</title><name>n</name><link>http://e.org/</link></textInput>")),
    RuleCase(.rssDescriptionMissing, in: .rdf(without: ["description"])),
    RuleCase(.rssDescriptionMissing, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssDescriptionMissing,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(.rssItemEmpty, in: .rss(itemWithout: ["title", "description"])),
    RuleCase(.rssItemEmpty, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rssItemEmpty,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(.rssItemEmpty, notIn: .rss(itemWithout: ["title"])),
    RuleCase(.rssGuidMissing, in: .rss(itemWithout: ["guid"])),
    RuleCase(.rssGuidMissing, notIn: .rss(version: "0.92", itemWithout: ["guid"])),
    RuleCase(.rssGuidNotUrl, in: .rss(item: "<guid>⟦foo⟦</guid>", itemWithout: ["guid"])),
    RuleCase(.rssGuidNotUrl, in: .rss(item: #"⟦<guid isPermaLink="false">⟦</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .rssGuidNotUrl, notIn: .rss(item: #"<guid isPermaLink="true">http://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .rssGuidNotUrl, notIn: .rss(item: #"<guid isPermaLink="true">https://e.org/a</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .rssGuidNotUrl, notIn: .rss(item: #"<guid isPermaLink="true">ftp://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .rssGuidRepeated,
      in: .rss(
        channel: "<skipHours><hour>1</hour></skipHours><skipHours>⟦<hour>⟦1</hour></skipHours>", without: ["skipHours"])
    ),
    RuleCase(
      .rssGuidRepeated, in: .rss(item: "<guid>http://e.org/</guid><guid>⟦http://e.org/⟦</guid>", itemWithout: ["guid"])),
    RuleCase(
      .rssGuidRepeated,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><item><title>x</title><guid>⟦http://example.org/a⟦</guid></item></channel></rss>"#
      )),
    RuleCase(
      .rssGuidRepeated,
      in: .rdf(below: #"⟦<item rdf:about="http://example.org/a">⟦<title>x</title><link>http://e.org/</link></item>"#)),
    RuleCase(.rssGuidRepeated, notIn: .rss()),
    RuleCase(.rssGuidWeak, in: .rss(item: #"<guid isPermaLink="false">⟦12345⟦</guid>"#, itemWithout: ["guid"])),
    RuleCase(.rssGuidWeak, notIn: .rss()),
    RuleCase(
      .booleanInvalid,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" isDefault="⟦yes⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .booleanInvalid,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" isDefault="⟦yes⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .booleanInvalid, in: .rss(item: #"<guid isPermaLink="⟦yes⟦">http://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .booleanInvalid,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid isPermaLink="⟦no⟦">x</guid></item></channel></rss>"#
      )),
    RuleCase(.booleanInvalid, notIn: .rss()),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦2003-12-13T18:30:02Z⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13 Dez 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 32 Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 25:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Xyz, 13 Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "⟦<pubDate>⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13-Dec-2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateInvalid, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.rssDateInvalid, notIn: .rss(item: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.rssDateInvalid, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 +0100</pubDate>")),
    RuleCase(.rssDateWeekday, in: .rss(channel: "<pubDate>⟦Mon, 13 Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateWeekday, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.rssDateWeekday, notIn: .rss(item: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.rssDateWeekday, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 +0100</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 03 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦sat, 13 dec 2003 18:30:02 gmt⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat,  13  Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02 (x) GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Saturday, 13 Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat,13 Dec 2003 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 8:30:02 GMT⟦</pubDate>")),
    RuleCase(.rssDateLenient, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02 A⟦</pubDate>")),
    RuleCase(
      .rssDateLenient, as: .feedvalidator, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02 +0130⟦</pubDate>")),
    RuleCase(.rssDateLenient, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(.rssDateLenient, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 +0100</pubDate>")),
    RuleCase(.rssDateLenient, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 EST</pubDate>")),
    RuleCase(.enclosureUrl, in: .rss(item: #"<enclosure url="⟦ftp://e.org/a.mp3⟦" length="1" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureUrl, in: .rss(item: #"<enclosure url="⟦foo⟦" length="1" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureUrl, notIn: .rss()),
    RuleCase(.enclosureLength, in: .atom(feed: #"<link rel="related" length="⟦ 1 ⟦" href="http://a.org/"/>"#)),
    RuleCase(
      .enclosureLength, in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦x⟦" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureLength,
      in: .rss(channel: #"<cloud domain="e.org" port="⟦x⟦" path="/x" registerProcedure="r" protocol="soap"/>"#)),
    RuleCase(
      .enclosureLength,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":"a/b","size_in_bytes":⟦-1⟦}]}]}"#
      )),
    RuleCase(.enclosureLength, notIn: .atom()),
    RuleCase(
      .enclosureLengthMinusOne,
      in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦-1⟦" type="audio/mpeg"/>"#)),
    RuleCase(.enclosureLengthMinusOne, notIn: .rss()),
    RuleCase(
      .enclosureType,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" type="⟦foo⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .enclosureType,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" type="⟦foo⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.enclosureType, notIn: .rss()),
    RuleCase(
      .enclosureSeveral,
      in: .rss(
        item:
          #"<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/>⟦<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/⟦>"#
      )),
    RuleCase(.enclosureSeveral, notIn: .rss()),
    RuleCase(
      .languageMissing, in: .rdf(channel: "<dc:rights>en</dc:rights><dc:rights>en</dc:rights>", without: ["lang"])),
    RuleCase(.languageMissing, in: .rss(without: ["language"])),
    RuleCase(
      .languageMissing,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n⟦<feed xmlns="http://www.w3.org/2005/Atom"  >⟦<title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .languageMissing, in: .text(#"⟦{⟦"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}"#)),
    RuleCase(
      .languageMissing,
      notIn: .rss(
        channel: #"<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">en</dc:language>"#, without: ["language"])),
    RuleCase(.languageMissing, notIn: .rss(root: #"xml:lang="en""#, without: ["language"])),
    RuleCase(
      .rssTtl,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" height="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .rssTtl,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" height="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.rssTtl, notIn: .rss()),
    RuleCase(.rssSelfLink, in: .rss(without: ["self"])),
    RuleCase(.rssSelfLink, notIn: .rss()),
    RuleCase(
      .rssItemBeforeMetadata,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/>⟦<item>⟦<title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><copyright>x</copyright></channel></rss>"#
      )),
    RuleCase(
      .rssItemBeforeMetadata,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item><dc:rights>x</dc:rights></channel></rss>"#
      )),
    RuleCase(
      .rssTextinput,
      in: .rss(
        channel:
          "⟦<textInput>⟦<title>t</title><description>d</description><name>n</name><link>http://e.org/</link></textInput>⟦<textInput>⟦<title>t</title><description>d</description><name>n</name><link>http://e.org/</link></textInput>",
        without: ["textInput"])),
    RuleCase(.rssTextinput, notIn: .rss()),
    RuleCase(
      .rssContentBeforeDescription,
      in: .rss(
        item: "⟦<content:encoded>⟦x</content:encoded>",
        root: #"xmlns:content="http://purl.org/rss/1.0/modules/content/""#, itemWithout: ["description"])),
    RuleCase(.rssContentBeforeDescription, notIn: .rss()),
    RuleCase(
      .rssSlashNeedsDate,
      in: .rss(
        item: "⟦<slash:comments>⟦</slash:comments>", root: #"xmlns:slash="http://purl.org/rss/1.0/modules/slash/""#)),
    RuleCase(
      .rssSlashNeedsDate,
      notIn: .rss(
        channel: "<lastBuildDate>Sat, 13 Dec 2003 18:30:02 GMT</lastBuildDate>",
        item: "<slash:comments>1</slash:comments>", root: #"xmlns:slash="http://purl.org/rss/1.0/modules/slash/""#)),
    RuleCase(.rssBlink, in: .rss(channel: "⟦<blink>⟦http://e.org/</blink>")),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:creator>en</dc:creator>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)
    ),
    RuleCase(
      .rssBlink, notIn: .rss(item: "<dc:subject>en</dc:subject>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)
    ),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(item: "<dc:title>en</dc:title>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(item: "<dc:description>en</dc:description>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(item: "<dc:identifier>en</dc:identifier>", root: #"xmlns:dc="http://purl.org/dc/elements/1.1/""#)),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: "<dc:date>2003</dc:date><pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>",
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: "<dc:creator>x</dc:creator><managingEditor>a@b.org (x)</managingEditor>",
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: "<dc:publisher>x</dc:publisher><webMaster>a@b.org (x)</webMaster>",
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: #"<admin:generatorAgent rdf:resource="http://e.org/"/><generator>en</generator>"#,
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: "<dc:rights>x</dc:rights><copyright>en</copyright>",
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      in: .rss(
        channel: "<dc:language>en</dc:language><language>en</language>",
        root:
          #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/""#,
        without: ["language"])),
    RuleCase(
      .sameMeaningTwice,
      notIn: .rss(
        item: "<content:encoded>x</content:encoded>", root: #"xmlns:content="http://purl.org/rss/1.0/modules/content/""#
      )),
    RuleCase(
      .sameMeaningTwice,
      notIn: .rss(
        item: "<xhtml:body><xhtml:p>x</xhtml:p></xhtml:body>", root: #"xmlns:xhtml="http://www.w3.org/1999/xhtml""#)),
    RuleCase(
      .imageWidth,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>⟦0⟦</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>1</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>88</width></image>"
      )),
    RuleCase(
      .imageWidth,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><width>144</width></image>"
      )),
    RuleCase(
      .imageHeight,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>⟦0⟦</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>1</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>31</height></image>"
      )),
    RuleCase(
      .imageHeight,
      notIn: .rss(
        channel:
          "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link><height>400</height></image>"
      )),
    RuleCase(
      .imageLink,
      in: .rss(channel: "<image><url>http://e.org/a.png</url><title>T</title>⟦<link>⟦http://e.org/z</link></image>")),
    RuleCase(.imageLink, notIn: .rss()),
    RuleCase(
      .imageTitle,
      in: .rss(
        channel:
          "<image><url>http://e.org/a.png</url>⟦<title>⟦&lt;b&gt;x&lt;/b&gt;</title><link>http://example.org/</link></image>"
      )),
    RuleCase(.imageTitle, notIn: .rss()),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.tiff⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.bmp⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      in: .rss(
        channel: "<image><url>⟦http://e.org/a.svg⟦</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.png</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.PNG</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(
      .imageFormat,
      notIn: .rss(
        channel: "<image><url>http://e.org/a.jpg</url><title>T</title><link>http://example.org/</link></image>")),
    RuleCase(.skipHour, in: .rss(channel: "<skipHours><hour>⟦24⟦</hour></skipHours>")),
    RuleCase(.skipHour, in: .rss(channel: "<skipHours><hour>⟦25⟦</hour></skipHours>")),
    RuleCase(
      .skipHour,
      in: .rss(
        channel:
          "⟦<skipHours>⟦<hour>0</hour><hour>1</hour><hour>2</hour><hour>3</hour><hour>4</hour><hour>5</hour><hour>6</hour><hour>7</hour><hour>8</hour><hour>9</hour><hour>10</hour><hour>11</hour><hour>12</hour><hour>13</hour><hour>14</hour><hour>15</hour><hour>16</hour><hour>17</hour><hour>18</hour><hour>19</hour><hour>20</hour><hour>21</hour><hour>22</hour><hour>23</hour><hour>0</hour></skipHours>"
      )),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>0</hour></skipHours>")),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>1</hour></skipHours>")),
    RuleCase(.skipHour, notIn: .rss(channel: "<skipHours><hour>23</hour></skipHours>")),
    RuleCase(
      .skipDay,
      in: .rss(
        channel:
          "⟦<skipDays>⟦<day>Monday</day><day>Tuesday</day><day>Wednesday</day><day>Thursday</day><day>Friday</day><day>Saturday</day><day>Sunday</day><day>Monday</day></skipDays>"
      )),
    RuleCase(.skipDay, in: .rss(channel: "<skipDays><day>⟦monday⟦</day></skipDays>")),
    RuleCase(.skipDay, in: .rss(channel: "<skipDays><day>⟦Mon⟦</day></skipDays>")),
    RuleCase(.skipDay, notIn: .rss()),
    RuleCase(
      .textinputName,
      in: .rss(
        channel:
          "<textInput><title>t</title><description>d</description><name>⟦1 n⟦</name><link>http://e.org/</link></textInput>"
      )),
    RuleCase(.textinputName, notIn: .rss()),
    RuleCase(
      .rss10Rdf,
      in: .rdf(
        item:
          #"⟦<dc:creator>⟦x <foaf:Person xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:name>x</foaf:name></foaf:Person></dc:creator>"#
      )),
    RuleCase(.rss10Rdf, in: .rdf(below: "⟦stray⟦")),
    RuleCase(.rss10Rdf, in: .rdf(item: "<title>⟦<b/⟦></title>", itemWithout: ["title"])),
    RuleCase(.rss10Rdf, notIn: .rdf()),
    RuleCase(
      .rss10About,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" >⟦<channel>⟦<title>T</title><link>http://example.org/</link><description>D</description><items><rdf:Seq><rdf:li resource="http://example.org/a"/></rdf:Seq></items><dc:language>en</dc:language></channel><item rdf:about="http://example.org/a"><title>I</title><link>http://example.org/a</link><description>X</description></item></rdf:RDF>"#
      )),
    RuleCase(
      .rss10About,
      in: .rdf(below: "⟦<image>⟦<title>t</title><url>http://e.org/a.png</url><link>http://example.org/</link></image>")),
    RuleCase(.rss10About, notIn: .rdf()),
    RuleCase(.rss10Items, in: .rdf(without: ["items"])),
    RuleCase(.rss10Items, notIn: .atom(entry: "<author><name>x</name></author>", without: ["author"])),
    RuleCase(
      .rss10Items,
      notIn: .atom(
        entry:
          "<source><title>a</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af7</id><updated>2003-12-13T18:30:02Z</updated><author><name>x</name></author></source>",
        without: ["author"])),
    RuleCase(
      .enclosureLengthZero, in: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="⟦0⟦" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureLengthZero, notIn: .rss(item: #"<enclosure url="http://e.org/a.mp3" length="1" type="audio/mpeg"/>"#)),
    RuleCase(
      .enclosureTypeVsExtension, in: .rss(item: #"⟦<enclosure url="http://e.org/a.mp3" length="1" type="mp3"/⟦>"#)),
    RuleCase(
      .enclosureTypeVsExtension,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a.mp4","mime_type":⟦"audio/mpeg"⟦}]}]}"#
      )),
    RuleCase(
      .enclosureTypeVsExtension,
      in: .rss(item: #"⟦<enclosure url="http://e.org/a.m4a" length="1" type="audio/mpeg"/⟦>"#)),
    RuleCase(
      .enclosureTypeVsExtension,
      notIn: .rss(item: #"<enclosure url="http://e.org/a.m4a?x.mp3" length="1" type="audio/mp4"/>"#)),
  ]
}
