import DatelineValidation

extension RuleCase {
  static let podcastCases: [RuleCase] = [
    RuleCase(
      .itunesRequired,
      in: .rss(
        channel:
          #"<itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesRequired,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(.itunesRequired, notIn: .rss()),
    RuleCase(
      .itunesCategory,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:category text="⟦Foo⟦"/>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesCategory,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:category text="Technology"><itunes:category text="⟦Podcasting⟦"/></itunes:category>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesCategory,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:category text="Arts"><itunes:category text="⟦Foo⟦"/></itunes:category>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesCategory,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:category text="Arts"><itunes:category text="Design"/></itunes:category>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesCategory,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesType,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:episodeType>⟦foo⟦</itunes:episodeType>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesType,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><itunes:type>⟦foo⟦</itunes:type>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(.itunesType, notIn: .rss()),
    RuleCase(
      .itunesBoolean,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:explicit>⟦foo⟦</itunes:explicit>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesBoolean,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:block>⟦foo⟦</itunes:block>", root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)
    ),
    RuleCase(.itunesBoolean, notIn: .rss()),
    RuleCase(
      .itunesDuration,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:duration>⟦x⟦</itunes:duration>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesDuration,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:duration>7:04</itunes:duration>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesDuration,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:duration>01:07:04</itunes:duration>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesDuration,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:duration>3600</itunes:duration>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesTooLong,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item:
          "<itunes:subtitle>⟦xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx⟦</itunes:subtitle>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesTooLong,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item:
          "<itunes:subtitle>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</itunes:subtitle>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesKeywords,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: "<itunes:keywords>⟦a b c⟦</itunes:keywords>",
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(.itunesKeywords, notIn: .rss()),
    RuleCase(
      .itunesEncoding,
      in: .text(
        #"<?xml version="1.0" encoding="iso-8859-1"?>\#n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">⟦<channel>⟦<title>T</title><link>http://example.org/</link><description>D</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="http://example.org/feed.rss"/><itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner><item><title>I</title><link>http://example.org/a</link><description>X</description><guid>http://example.org/a</guid></item></channel></rss>"#
      )),
    RuleCase(.itunesEncoding, notIn: .rss()),
    RuleCase(
      .itunesFormat,
      in: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: #"⟦<enclosure url="http://e.org/a.ogg" length="1" type="audio/ogg"/⟦>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .itunesFormat,
      notIn: .rss(
        channel:
          #"<itunes:category text="Arts"/><itunes:explicit>true</itunes:explicit><itunes:image href="http://e.org/a.jpg"/><itunes:owner><itunes:email>a@b.org</itunes:email></itunes:owner>"#,
        item: #"<enclosure url="http://e.org/a.mp3?x=y.ogg" length="1" type="audio/mpeg"/>"#,
        root: #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" medium="⟦movie⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:content url="http://e.org/a.mpg" expression="⟦part⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(item: "<media:rating>⟦foo⟦</media:rating>", root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:rating scheme="urn:mpaa">⟦z⟦</media:rating>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:title type="⟦foo⟦">x</media:title>"#, root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:thumbnail url="http://e.org/" time="⟦12:05⟦"/>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:hash algo="md5">⟦xyz⟦</media:hash>"#, root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:hash algo="sha-1">⟦dfdec888b72151965a34b4b59031290a⟦</media:hash>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:hash algo="⟦sha-256⟦">x</media:hash>"#, root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaEnum,
      in: .rss(
        item: #"<media:credit role="⟦Author⟦">x</media:credit>"#, root: #"xmlns:media="http://search.yahoo.com/mrss/""#)
    ),
    RuleCase(
      .mediaEnum,
      notIn: .rss(
        item: #"<media:credit role="author">x</media:credit>"#, root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.mediaEnum, notIn: .rss()),
    RuleCase(
      .mediaGroupSingle,
      in: .rss(
        item: #"⟦<media:group>⟦<media:content url="http://e.org/a"/></media:group>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaGroupSingle,
      in: .atom(
        entry: #"⟦<media:group>⟦<media:content url="http://e.org/a"/></media:group>"#,
        root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.mediaGroupSingle, notIn: .rss()),
    RuleCase(
      .mediaAdult,
      in: .rss(item: "⟦<media:adult>⟦true</media:adult>", root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(
      .mediaAdult,
      in: .atom(entry: "⟦<media:adult>⟦true</media:adult>", root: #"xmlns:media="http://search.yahoo.com/mrss/""#)),
    RuleCase(.mediaAdult, notIn: .rss()),
    RuleCase(
      .podcastGuid,
      in: .rss(
        channel: "<podcast:guid>⟦x⟦</podcast:guid>", root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastGuid,
      in: .rss(
        channel: "<podcast:guid>⟦9b024349-ccf0-4f69-a609-6b82873eab3c⟦</podcast:guid>",
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastGuid,
      notIn: .rss(
        channel: "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>",
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      in: .rss(
        channel: "<podcast:locked>⟦true⟦</podcast:locked>",
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      in: .rss(
        channel: #"<podcast:locked owner="⟦x⟦">yes</podcast:locked>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      in: .rss(
        item: #"<podcast:transcript url="https://e.org/" type="text/vtt" rel="⟦x⟦"/>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      in: .rss(
        item: #"<podcast:soundbite startTime="⟦x⟦" duration="1">x</podcast:soundbite>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      in: .rss(
        item:
          #"<podcast:value type="lightning" method="keysend"><podcast:valueRecipient type="node" address="x" split="⟦a⟦"/></podcast:value>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      notIn: .rss(
        channel: #"<podcast:locked owner="a@b.org">yes</podcast:locked>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
    RuleCase(
      .podcastNamespace,
      notIn: .rss(
        item: #"<podcast:transcript url="https://e.org/" type="text/vtt" rel="captions"/>"#,
        root: #"xmlns:podcast="https://podcastindex.org/namespace/1.0""#)),
  ]
}
