import DatelineValidation

extension RuleCase {
  static let valueCases: [RuleCase] = [
    RuleCase(
      .dateImplausible, in: .atom(entry: "<updated>⟦2103-12-13T18:30:02Z⟦</updated>", entryWithout: ["updated"])),
    RuleCase(
      .dateImplausible, in: .atom(entry: "<updated>⟦1903-12-13T18:30:02Z⟦</updated>", entryWithout: ["updated"])),
    RuleCase(.dateImplausible, in: .rss(channel: "<pubDate>⟦Sun, 13 Dec 1970 18:30:02 GMT⟦</pubDate>")),
    RuleCase(.dateImplausible, in: .rss(item: "<pubDate>⟦Thu, 13 Dec 2103 18:30:02 GMT⟦</pubDate>")),
    RuleCase(
      .dateImplausible,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "date_modified": ⟦"0001-01-01T00:00:00Z"⟦}]}"#
      )),
    RuleCase(
      .dateImplausible,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "date_modified": ⟦"2190-01-01T00:00:00Z"⟦}]}"#
      )),
    RuleCase(.dateImplausible, notIn: .atom()),
    RuleCase(.uriCharacter, in: .atom(feed: #"<category term="a" scheme="⟦ ⟦http://a.org/ "/>"#)),
    RuleCase(
      .uriCharacter,
      in: .rss(
        channel: "<creativeCommons:license>foo⟦ ⟦bar</creativeCommons:license>",
        root: #"xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule""#)),
    RuleCase(.uriCharacter, in: .rss(channel: "<link>http://e.org/⟦&lt;⟦x&gt;</link>", without: ["link"])),
    RuleCase(.uriCharacter, in: .rss(channel: "<link>http://e.org/⟦{⟦x}</link>", without: ["link"])),
    RuleCase(
      .uriCharacter,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" ><channel rdf:about="http://example.org/x"><title>T</title><link>http://example.org/</link><description>D</description><items><rdf:Seq><rdf:li resource="http://example.org/a"/></rdf:Seq></items><dc:language>en</dc:language></channel><item rdf:about="foo⟦ ⟦bar"><title>I</title><link>http://example.org/a</link><description>X</description></item></rdf:RDF>"#
      )),
    RuleCase(.uriCharacter, in: .rss(item: "<comments>http://e.org/⟦%⟦zz</comments>")),
    RuleCase(.uriCharacter, notIn: .atom()),
    RuleCase(.urlNotAbsolute, in: .atom(feed: "<id>⟦foo⟦</id>", without: ["id"])),
    RuleCase(
      .urlNotAbsolute,
      in: .rss(
        channel: #"<admin:generatorAgent rdf:resource="⟦foo⟦"/>"#,
        root: #"xmlns:admin="http://webns.net/mvcb/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#""#)),
    RuleCase(
      .urlNotAbsolute,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": ⟦"/a"⟦}]}"#
      )),
    RuleCase(
      .urlNotAbsolute,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": "https://e.org/é"}]}"#
      )),
    RuleCase(.uriInvalid, in: .atom(feed: #"<link rel="related" href="http://⟦[::1⟦"/>"#)),
    RuleCase(.uriInvalid, in: .atom(feed: "<id>⟦http://⟦</id>", without: ["id"])),
    RuleCase(.uriInvalid, in: .rss(channel: "<link>⟦http://⟦</link>", without: ["link"])),
    RuleCase(.uriInvalid, in: .rss(channel: "<link>http://e.org:⟦x⟦/</link>", without: ["link"])),
    RuleCase(
      .uriInvalid,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "url": ⟦"https:///a"⟦}]}"#
      )),
    RuleCase(.uriInvalid, notIn: .atom()),
    RuleCase(.uriSchemeUnregistered, in: .atom(feed: "<id>⟦foo⟦:bar</id>", without: ["id"])),
    RuleCase(.uriSchemeUnregistered, notIn: .atom(feed: "<id>info:bar/x</id>", without: ["id"])),
    RuleCase(.uriSchemeUnregistered, notIn: .atom(entry: "<id>info:bar/x</id>", entryWithout: ["id"])),
    RuleCase(
      .emailInvalid,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>⟦x⟦</itunes:email></itunes:owner>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(.emailInvalid, in: .rss(channel: "<managingEditor>⟦A B⟦</managingEditor>")),
    RuleCase(.emailInvalid, notIn: .rss(channel: "<managingEditor>a@b.org (A B)</managingEditor>")),
    RuleCase(.emailInvalid, notIn: .rss(channel: "<managingEditor>a@b.org</managingEditor>")),
    RuleCase(.emailInvalid, notIn: .rss(channel: "<managingEditor>a+b@c.org (X)</managingEditor>")),
    RuleCase(.emailForm, in: .rss(channel: "<managingEditor>⟦a@b.org⟦</managingEditor>")),
    RuleCase(.emailForm, in: .rss(channel: "<managingEditor>⟦A B &lt;a@b.org&gt;⟦</managingEditor>")),
    RuleCase(.emailForm, notIn: .rss(channel: "<managingEditor>a@b.org (A B)</managingEditor>")),
    RuleCase(.emailForm, notIn: .rss(channel: "<webMaster>a@b.org (A B)</webMaster>")),
    RuleCase(.emailHostUnknown, in: .atom(entry: "<author><name>x</name><email>jane@⟦localhost⟦</email></author>")),
    RuleCase(.emailHostUnknown, notIn: .atom(entry: "<author><name>x</name><email>jane@example.org</email></author>")),
    RuleCase(.languageInvalid, in: .atom(feed: #"<link rel="related" hreflang="⟦ en ⟦" href="http://a.org/"/>"#)),
    RuleCase(
      .languageInvalid,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="⟦en ⟦" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title>E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(
      .languageInvalid,
      in: .text(
        #"<?xml version="1.0" encoding="utf-8"?>\#n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" ><title>T</title><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2003-12-13T18:30:02Z</updated><author><name>John Doe</name></author><link rel="self" href="http://example.org/feed.atom"/><entry><title xml:lang="⟦zz⟦">E</title><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><updated>2003-12-13T18:30:02Z</updated><link href="http://example.org/a"/><summary>S</summary></entry></feed>"#
      )),
    RuleCase(.languageInvalid, in: .rdf(item: "<dc:language>⟦2003⟦</dc:language><dc:language>⟦2003⟦</dc:language>")),
    RuleCase(
      .languageInvalid,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" lang="⟦xyz9⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .languageInvalid,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" lang="⟦xyz9⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.languageInvalid, in: .rss(channel: "<language>⟦qq⟦</language>", without: ["language"])),
    RuleCase(.languageInvalid, in: .rss(channel: "<language>⟦en_US⟦</language>", without: ["language"])),
    RuleCase(.languageInvalid, in: .rdf(channel: "<dc:language>⟦qq⟦</dc:language>", without: ["lang"])),
    RuleCase(.languageInvalid, notIn: .rss(channel: "<language>en</language>", without: ["language"])),
    RuleCase(.languageInvalid, notIn: .rss(channel: "<language>en-us</language>", without: ["language"])),
    RuleCase(.languageInvalid, notIn: .rss(channel: "<language>en-US</language>", without: ["language"])),
    RuleCase(
      .slashHitParade,
      in: .rss(
        item: "<slash:hit_parade>⟦1,x⟦</slash:hit_parade>",
        root: #"xmlns:slash="http://purl.org/rss/1.0/modules/slash/""#)),
    RuleCase(.slashHitParade, notIn: .rss()),
    RuleCase(
      .syPeriod,
      in: .rss(
        channel: "<sy:updatePeriod>⟦Daily⟦</sy:updatePeriod>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .syPeriod,
      in: .rss(
        channel: "<sy:updatePeriod>⟦foo⟦</sy:updatePeriod>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .syPeriod,
      in: .rdf(
        channel: "<sy:updatePeriod>⟦Daily⟦</sy:updatePeriod>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .syPeriod,
      in: .rdf(
        channel: "<sy:updatePeriod>⟦foo⟦</sy:updatePeriod>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(.syPeriod, notIn: .rss()),
    RuleCase(.dcDate, in: .rdf(channel: "<dc:date>⟦Sat, 13 Dec 2003 18:30:02 GMT⟦</dc:date>")),
    RuleCase(
      .dcDate,
      in: .rss(item: #"<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">⟦Sat, 13 Dec 2003 18:30:02 GMT⟦</dc:date>"#)
    ),
    RuleCase(.dcDate, notIn: .rdf(channel: "<dc:date>2003</dc:date>")),
    RuleCase(.dcDate, notIn: .rdf(channel: "<dc:date>2003-12</dc:date>")),
    RuleCase(.dcDate, notIn: .rdf(channel: "<dc:date>2003-12-13</dc:date>")),
    RuleCase(
      .integerInvalid,
      in: .rss(
        channel: "<sy:updateFrequency>⟦0⟦</sy:updateFrequency>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .integerInvalid,
      in: .rdf(
        channel: "<sy:updateFrequency>⟦0⟦</sy:updateFrequency>",
        root: #"xmlns:sy="http://purl.org/rss/1.0/modules/syndication/""#)),
    RuleCase(
      .integerInvalid,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" fileSize="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .integerInvalid,
      in: .rss(
        item: "<georss:floor>⟦2.5⟦</georss:floor>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .integerInvalid,
      in: .atom(
        entry: "<georss:floor>⟦2.5⟦</georss:floor>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(.integerInvalid, notIn: .rss()),
    RuleCase(
      .floatInvalid,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" bitrate="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .floatInvalid,
      in: .atom(
        entry: #"<media:content url="http://e.org/a.mpg" bitrate="⟦x⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .floatInvalid,
      in: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":"a/b","duration_in_seconds":⟦-1⟦}]}]}"#
      )),
    RuleCase(
      .floatInvalid,
      notIn: .text(
        #"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "feed_url": "https://example.org/feed.json", "language": "en", "items": [{"id": "1", "content_text": "Closed", "attachments": [{"url":"https://e.org/a","mime_type":"a/b","duration_in_seconds":1.5}]}]}"#
      )),
    RuleCase(
      .geoLatitude,
      in: .rss(item: "<geo:lat>⟦91⟦</geo:lat>", root: #"xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#""#)),
    RuleCase(.geoLatitude, notIn: .rss()),
    RuleCase(
      .geoLongitude,
      in: .rss(item: "<geo:long>⟦181⟦</geo:long>", root: #"xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#""#)),
    RuleCase(.geoLongitude, notIn: .rss()),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:circle>⟦45 -71⟦</georss:circle>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:circle>⟦45 -71 -5⟦</georss:circle>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:circle>⟦45 -71 5 6⟦</georss:circle>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      notIn: .rss(
        item: "<georss:circle>45 -71 5</georss:circle>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssRange,
      in: .rss(
        item: "<georss:circle>⟦95 200 5⟦</georss:circle>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssRange,
      in: .rss(
        item:
          #"<georss:where><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>⟦500000 4649776⟦</gml:pos></gml:Point></georss:where>"#,
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssRange,
      notIn: .rss(
        item:
          #"<georss:where><gml:Point srsName="urn:ogc:def:crs:EPSG::32633"><gml:pos>500000 4649776</gml:pos></gml:Point></georss:where>"#,
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssPoint,
      in: .rss(
        item:
          #"<georss:where><gml:Point srsName="urn:ogc:def:crs:EPSG::32633"><gml:pos>⟦500000⟦</gml:pos></gml:Point></georss:where>"#,
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .elementMissing,
      in: .rss(item: "<geo:lat>50</geo:lat>", root: #"xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#""#)),
    RuleCase(
      .elementMissing,
      in: .rss(
        item: "⟦<geo:Point>⟦<geo:long>50</geo:long></geo:Point>",
        root: #"xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#""#)),
    RuleCase(
      .elementMissing,
      notIn: .rss(
        item: "<geo:lat>50</geo:lat><geo:long>5</geo:long>",
        root: #"xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#""#)),
    RuleCase(
      .georssPoint,
      in: .rss(
        item: "<georss:point>⟦45.256⟦</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssPoint,
      in: .rss(
        item: "<georss:point>⟦x⟦ y</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssPoint,
      in: .atom(
        entry: "<georss:point>⟦45.256⟦</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssPoint,
      in: .atom(
        entry: "<georss:point>⟦x⟦ y</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(.georssPoint, notIn: .rss()),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:line>⟦45.256 -110.45 46.46⟦</georss:line>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:box>⟦42.943 -71.032 43.039⟦</georss:box>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .atom(
        entry: "<georss:line>⟦45.256 -110.45 46.46⟦</georss:line>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .atom(
        entry: "<georss:box>⟦42.943 -71.032 43.039⟦</georss:box>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssList,
      in: .rss(
        item: "<georss:polygon>⟦0 0 0 1 1 1 2 2⟦</georss:polygon>",
        root: #"xmlns:georss="http://www.georss.org/georss""#)),
    RuleCase(.georssList, notIn: .rss()),
    RuleCase(
      .georssComma,
      in: .rss(
        item: "<georss:point>⟦45.256,-71.92⟦</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(
      .georssComma,
      in: .atom(
        entry: "<georss:point>⟦45.256,-71.92⟦</georss:point>",
        root: #"xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml""#)),
    RuleCase(.georssComma, notIn: .rss()),
    RuleCase(.dateZoneLocal, in: .rss(channel: "<pubDate>⟦Sat, 13 Dec 2003 18:30:02 EST⟦</pubDate>")),
    RuleCase(.dateZoneLocal, notIn: .rss(channel: "<pubDate>Sat, 13 Dec 2003 18:30:02 -0600</pubDate>")),
    RuleCase(
      .georssRange,
      in: .rss(item: "<georss:point>⟦95 200⟦</georss:point>", root: #"xmlns:georss="http://www.georss.org/georss""#)),
    RuleCase(
      .georssRange,
      notIn: .rss(
        item: "<georss:point>50.2 136.4</georss:point>", root: #"xmlns:georss="http://www.georss.org/georss""#)),
    RuleCase(
      .georssSwapped,
      in: .rss(item: "<georss:point>⟦136.4 50.2⟦</georss:point>", root: #"xmlns:georss="http://www.georss.org/georss""#)
    ),
    RuleCase(
      .georssSwapped,
      notIn: .rss(
        item: "<georss:point>50.2 136.4</georss:point>", root: #"xmlns:georss="http://www.georss.org/georss""#)),
  ]
}
