import DatelineValidation

/// Every place of the tables from which rules of several places are told.
extension RuleCase {
  static let branchCases: [RuleCase] =
    missingPartCases + missingInAtomCases + blankCases + integerCases + decimalCases + mediaTypeCases + xmlBranchCases

  private static let channelParts = [
    ("title", "<title>T</title>", RuleID.rssTitleMissing),
    ("link", "<link>http://example.org/</link>", .rssLinkMissing),
  ]

  /// Channels, items, images and text inputs of RSS without a title or a link.
  private static let missingPartCases: [RuleCase] = channelParts.flatMap { name, _, rule -> [RuleCase] in
    let others = channelParts.filter { $0.0 != name }.map(\.1).joined()
    let image = "<url>http://example.org/a.png</url>\(others)"
    let input = "<description>D</description><name>q</name>\(others)"
    let about = #" rdf:about="http://example.org/a.png""#
    return [
      RuleCase(rule, in: .rss(without: [name])), RuleCase(rule, in: .rdf(itemWithout: [name])),
      RuleCase(rule, in: .rss(channel: "⟦<image>⟦\(image)</image>")),
      RuleCase(rule, in: .rss(channel: "⟦<textInput>⟦\(input)</textInput>")),
      RuleCase(rule, in: .rss(channel: "⟦<textinput>⟦\(input)</textinput>")),
      RuleCase(rule, in: .rdf(below: "⟦<image\(about)>⟦\(image)</image>")),
      RuleCase(rule, in: .rdf(below: "⟦<textinput\(about)>⟦\(input)</textinput>")),
      RuleCase(rule, notIn: .rss(itemWithout: [name])),
    ]
  }

  private static let metadata = [
    ("id", "<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>"), ("title", "<title>T</title>"),
    ("updated", "<updated>2003-12-13T18:30:02Z</updated>"),
  ]

  /// Feeds, entries, documents of one entry and sources without one of the three.
  private static let missingInAtomCases: [RuleCase] = metadata.flatMap { name, _ -> [RuleCase] in
    let others = metadata.filter { $0.0 != name }.map(\.1).joined()
    let alone = "<author><name>J</name></author><summary>S</summary><link href=\"http://e.org/\"/>"
    return [
      RuleCase(.atomIdTitleUpdatedMissing, in: .atom(without: [name])),
      RuleCase(.atomIdTitleUpdatedMissing, in: .atom(entryWithout: [name])),
      RuleCase(
        .atomIdTitleUpdatedMissing,
        in: .text("⟦<entry xmlns=\"http://www.w3.org/2005/Atom\">⟦\(others)\(alone)</entry>")),
      RuleCase(.atomSourceIncomplete, in: .atom(entry: "⟦<source>⟦\(others)</source>")),
      RuleCase(.atomSourceIncomplete, notIn: .atom(entry: "<source>\(metadata.map(\.1).joined())</source>")),
    ]
  }

  private static let blankCases: [RuleCase] =
    [
      #"<generator ⟦uri=""⟦>x</generator>"#, #"<generator ⟦version=""⟦>x</generator>"#,
      #"<subtitle ⟦type=""⟦>x</subtitle>"#,
      #"<link ⟦type=""⟦ href="http://a.org/" rel="related"/>"#,
      #"<link ⟦title=" "⟦ href="http://a.org/" rel="related"/>"#,
    ].map { RuleCase(.attributeBlank, in: .atom(feed: $0)) }
    + [#"<content ⟦type=""⟦>x</content>"#, #"<content ⟦src=""⟦ type="a/b"/>"#].map {
      RuleCase(.attributeBlank, in: .atom(entry: $0))
    }

  private static let spaces = """
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:thr="http://purl.org/syndication/thread/1.0" \
    xmlns:georss="http://www.georss.org/georss" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"
    """

  private static func alert(_ info: String) -> CaseDocument {
    .atom(
      entry: """
        <content type="application/cap+xml"><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>b1</identifier>\
        <sender>desk@example.org</sender><sent>2024-01-13T18:30:02-00:00</sent><status>Actual</status>\
        <msgType>Alert</msgType><scope>Public</scope><info><category>Safety</category><event>Bridge closed</event>\
        <urgency>Expected</urgency><severity>Minor</severity><certainty>Observed</certainty>\(info)</info></alert></content>
        """)
  }

  private static let integerCases: [RuleCase] =
    [
      #"<media:content url="http://e.org/a" width="⟦1.5⟦"/>"#, #"<media:content url="http://e.org/a" height="⟦0⟦"/>"#,
      #"<media:content url="http://e.org/a" duration="⟦1:30⟦"/>"#,
      #"<media:content url="http://e.org/a" channels="⟦x⟦"/>"#,
      #"<media:thumbnail url="http://e.org/a" width="⟦-1⟦"/>"#, "<itunes:episode>⟦0⟦</itunes:episode>",
      "<itunes:season>⟦one⟦</itunes:season>", "<itunes:order>⟦x⟦</itunes:order>",
      "<slash:comments>⟦many⟦</slash:comments>", "<thr:total>⟦x⟦</thr:total>",
    ].map { RuleCase(.integerInvalid, in: .rss(item: $0, root: spaces)) }
    + [
      RuleCase(
        .integerInvalid,
        in: .atom(entry: #"<link rel="replies" href="http://e.org/" thr:count="⟦x⟦"/>"#, root: spaces)),
      RuleCase(
        .integerInvalid,
        in: alert(
          "<resource><resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType><size>⟦big⟦</size></resource>")),
      RuleCase(
        .integerInvalid,
        notIn: .rss(
          item: #"<media:content url="http://e.org/a" width="1" duration="0"/><itunes:episode>7</itunes:episode>"#,
          root: spaces)),
      RuleCase(.rssTtl, notIn: .rss(item: #"<media:content url="http://e.org/a" width="1.5"/>"#, root: spaces)),
    ]

  private static let decimalCases: [RuleCase] =
    [
      #"<media:content url="http://e.org/a" framerate="⟦PAL⟦"/>"#,
      #"<media:content url="http://e.org/a" samplingrate="⟦44,1⟦"/>"#, "<georss:elev>⟦high⟦</georss:elev>",
      "<georss:radius>⟦5 km⟦</georss:radius>", "<geo:alt>⟦x⟦</geo:alt>",
      "<geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long><geo:alt>⟦x⟦</geo:alt></geo:Point>",
    ].map { RuleCase(.floatInvalid, in: .rss(item: $0, root: spaces)) }
    + ["altitude", "ceiling"].map {
      RuleCase(
        .floatInvalid,
        in: alert("<area><areaDesc>A</areaDesc><altitude>1</altitude><\($0)>⟦high⟦</\($0)></area>"))
    }
    + [RuleCase(.floatInvalid, notIn: .rss(item: "<georss:elev>-12.5</georss:elev>", root: spaces))]

  private static let mediaTypeCases: [RuleCase] = [
    RuleCase(.mimeInvalid, in: .atom(entry: #"<content type="⟦foo⟦">x</content>"#)),
    RuleCase(.mimeInvalid, in: .atom(entry: #"<content type="⟦message/rfc822⟦">x</content>"#)),
    RuleCase(
      .mimeInvalid,
      in: .atom(entry: #"<thr:in-reply-to ref="urn:x:1" type="⟦text⟦"/>"#, root: spaces)),
    RuleCase(
      .mimeInvalid,
      in: alert("<resource><resourceDesc>Map</resourceDesc><mimeType>⟦png⟦</mimeType></resource>")),
    RuleCase(
      .mimeInvalid, as: .feedvalidator, in: .atom(feed: #"<title type="⟦foo⟦">x</title>"#, without: ["title"])),
    RuleCase(.mimeInvalid, notIn: .atom(feed: #"<title type="foo">x</title>"#, without: ["title"])),
  ]

  private static func declared(_ subset: String, _ title: String = "T") -> CaseDocument {
    .text(
      #"<?xml version="1.0"?><!DOCTYPE rss \#(subset)><rss version="2.0"><channel><title>\#(title)</title></channel></rss>"#
    )
  }

  private static func starting(_ declaration: String, title: String = "T") -> CaseDocument {
    .text(#"\#(declaration)<rss version="2.0"><channel><title>\#(title)</title></channel></rss>"#)
  }

  private static let xmlBranchCases: [RuleCase] = [
    RuleCase(.xmlExternalEntity, in: declared(#"[<!ENTITY x SYSTEM "foo">]"#, "&x;")),
    RuleCase(.xmlExternalEntity, in: declared(#"[<!ENTITY x PUBLIC "a" "foo">]"#)),
    RuleCase(.xmlExternalEntity, in: declared(#"[<!ENTITY % x SYSTEM "foo"> %x;]"#)),
    RuleCase(.xmlExternalEntity, in: declared(#"SYSTEM "foo.dtd""#, "a&nbsp;b")),
    RuleCase(
      .xmlExternalEntity, in: .rss(channel: #"<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a.xml"/>"#)),
    RuleCase(.xmlExternalEntity, notIn: declared(#"[<!ENTITY x "SYSTEM foo">]"#, "&x;")),
    RuleCase(.xmlEntityUndefined, in: .rss(item: #"<enclosure url="http://e.org/&eacute;" length="1" type="a/b"/>"#)),
    RuleCase(.xmlEntityUndefined, in: declared(#"[<!ENTITY x "y">]"#, "a&nbsp;b")),
    RuleCase(.xmlEntityUndefined, in: declared(#"[<!ENTITY x "&y;">]"#, "&x;")),
    RuleCase(.xmlEntityUndefined, notIn: .rss(item: "<title>&amp;nbsp; &#160;&lt;</title>", itemWithout: ["title"])),
    RuleCase(.xmlBytesNotInEncoding, in: starting("\u{FEFF}<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>")),
    RuleCase(.xmlBytesNotInEncoding, in: starting("<?xml version=\"1.0\" encoding=\"us-ascii\"?>", title: "é")),
    RuleCase(.xmlBytesNotInEncoding, notIn: starting("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf8\"?>", title: "é")),
    RuleCase(.xmlVersion, in: starting("<?xml version=\"1.2\"?>")),
    RuleCase(.xmlVersion, in: starting("<?xml version='3.0' encoding='utf-8'?>")),
    RuleCase(.xmlVersion, notIn: starting("<?xml version='1.0'?>")),
  ]
}
