import DatelineValidation

extension RuleCase {
  static let xmlCases: [RuleCase] = [
    RuleCase(.xmlMalformed, in: .text("<rss⟦⟦")),
    RuleCase(.xmlMalformed, in: .text(#"<rss version="2.0"><channel>⟦</rss>⟦"#)),
    RuleCase(.xmlMalformed, in: .rss(channel: "<title>a & b</title>")),
    RuleCase(.xmlMalformed, in: .rss(channel: "⟦\u{1}⟦")),
    RuleCase(.xmlMalformed, in: .rss(root: #"foo="x" ⟦foo⟦="y""#)),
    RuleCase(.xmlMalformed, in: .text("⟦⟦")),
    RuleCase(.xmlMalformed, in: .text(#"<rss version="2.0"><channel>⟦⟦"#)),
    RuleCase(.xmlMalformed, in: .text(#"⟦ï»¿⟦<rss version="2.0"/>"#)),
    // A byte order mark that was made UTF-8 twice, which has a fix.
    RuleCase(.xmlMalformed, in: .text("ï»¿" + CaseDocument.rss().text)),
    RuleCase(.xmlMalformed, notIn: .rss()),
    RuleCase(.xmlNamespace, in: .rss(channel: "⟦<foo:bar⟦/>")),
    RuleCase(.xmlNamespace, in: .rss(channel: #"<title ⟦foo:bar⟦="x">t</title>"#, without: ["title"])),
    RuleCase(.xmlNamespace, notIn: .rss()),
    RuleCase(.xmlEntityUndefined, in: .rss(item: "<title>a ⟦&nbsp;⟦ b</title>", itemWithout: ["title"])),
    RuleCase(
      .xmlEntityUndefined,
      notIn: .text(
        #"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid><title>a &nbsp; b</title></item></channel></rss>"#
      )),
    RuleCase(
      .xmlTextBeforeDeclaration,
      in: .text(
        #"⟦\#n⟦<?xml version="1.0" encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlTextBeforeDeclaration, notIn: .rss()),
    RuleCase(
      .xmlBytesNotInEncoding,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="utf-16"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlBytesNotInEncoding, notIn: .rss()),
    RuleCase(
      .xmlEncodingUnknown,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="foo"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlEncodingUnknown, notIn: .rss()),
    RuleCase(
      .xmlEncodingObscure,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="utf-32"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlEncodingObscure, notIn: .rss()),
    RuleCase(
      .xmlEncodingNotUtf,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="iso-8859-1"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .xmlEncodingNotUtf,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="windows-1252"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .xmlEncodingNotUtf,
      in: .text(
        #"⟦⟦<?xml version="1.0" encoding="us-ascii"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlEncodingNotUtf, notIn: .rss()),
    RuleCase(.xmlEncodingUnstated, in: .text(#"⟦⟦ï»¿<rss version="2.0"/>"#)),
    RuleCase(.xmlEncodingUnstated, notIn: .rss()),
    RuleCase(
      .xmlVersion,
      in: .text(
        #"<?xml version="1.1"⟦⟦ encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .xmlVersion,
      in: .text(
        #"<?xml version="2.0"⟦⟦ encoding="utf-8"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlVersion, notIn: .rss()),
    RuleCase(.textMojibake, in: .rss(item: "<title>a⟦\u{93}⟦b</title>", itemWithout: ["title"])),
    RuleCase(.textMojibake, in: .rss(item: "<title>a⟦\u{FFFD}⟦b</title>", itemWithout: ["title"])),
    RuleCase(.textMojibake, in: .atom(entry: #"<link rel="related" href="http://e.org/" title="⟦a&#147;b⟦"/>"#)),
    RuleCase(.textMojibake, in: .rss(item: "<description>⟦&amp;#147;⟦x</description>", itemWithout: ["description"])),
    RuleCase(.textMojibake, in: .rss(item: "<title>Ã\u{201A}⟦Â©⟦x</title>", itemWithout: ["title"])),
    RuleCase(
      .textMojibake,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title": "\ud800"}]}"#
      )),
    RuleCase(
      .textMojibake,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "title": "caf⟦Ã©⟦"}]}"#
      )),
    RuleCase(.textMojibake, notIn: .rss(item: "<title>é ü © x</title>", itemWithout: ["title"])),
    RuleCase(
      .xmlExternalEntity,
      in: .text(
        #"<?xml version="1.0"?>⟦<!D⟦OCTYPE rss SYSTEM "foo.dtd"><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .xmlExternalEntity,
      in: .text(
        #"<?xml version="1.0"?>⟦<!D⟦OCTYPE rss [<!ENTITY x SYSTEM "foo">]><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.xmlExternalEntity, notIn: .rss()),
    RuleCase(
      .xmlDtdPresent,
      in: .text(
        #"<?xml version="1.0"?>⟦<!D⟦OCTYPE rss [<!ENTITY nbsp "&#160;">]><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid><title>a &nbsp; b</title></item></channel></rss>"#
      )),
    RuleCase(.xmlDtdPresent, notIn: .rss()),
    RuleCase(
      .xmlEntityDeclared,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "<category>x</category>">]><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid>&a;⟦⟦</item></channel></rss>"#
      )),
    RuleCase(.xmlEntityDeclared, notIn: .rss()),
    RuleCase(
      .xmlStylesheet,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>⟦<?xml-stylesheet href="https://e.org/a.xsl⟦" type="text/xsl"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(
      .xmlStylesheet,
      notIn: .text(
        #"<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="/a.xsl" type="text/xsl"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" ><channel><title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
  ]
}
