import DatelineValidation

extension RuleCase {
  /// What stands in an item.
  static let rssItemCases: [RuleCase] = [
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
    RuleCase(.rssGuidNotUrl, in: .rss(item: "<guid>⟦tag:e.org,2024:1⟦</guid>", itemWithout: ["guid"])),
    RuleCase(
      .rssGuidNotUrl, in: .rss(item: #"<guid isPermaLink="true">⟦urn:x:1⟦</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .rssGuidNotUrl, in: .rss(item: #"<guid ispermalink="false">⟦tag:e.org,2024:1⟦</guid>"#, itemWithout: ["guid"])),
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
    RuleCase(
      .booleanInvalid, in: .rss(item: #"<guid isPermaLink="⟦FALSE⟦">x-1</guid>"#, itemWithout: ["guid"])),
    RuleCase(
      .booleanInvalid, in: .rss(item: #"<guid isPermaLink="⟦True⟦">http://e.org/</guid>"#, itemWithout: ["guid"])),
    RuleCase(.booleanInvalid, notIn: .rss()),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦2003-12-13T18:30:02Z⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦2003-12-13T18:30:02+05:30⟦</pubDate>")),
    RuleCase(.rssDateInvalid, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02 +01:00⟦</pubDate>")),
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
      in: .rss(
        item:
          "<atom:published>2003-12-13T18:30:02Z</atom:published><pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(
      .sameMeaningTwice,
      notIn: .rss(
        item: "<atom:updated>2003-12-13T18:30:02Z</atom:updated><pubDate>Sat, 13 Dec 2003 18:30:02 GMT</pubDate>")),
    RuleCase(
      .sameMeaningTwice,
      notIn: .rss(
        item: "<content:encoded>x</content:encoded>", root: #"xmlns:content="http://purl.org/rss/1.0/modules/content/""#
      )),
    RuleCase(
      .sameMeaningTwice,
      notIn: .rss(
        item: "<xhtml:body><xhtml:p>x</xhtml:p></xhtml:body>", root: #"xmlns:xhtml="http://www.w3.org/1999/xhtml""#)),
  ]
}
