extension RuleCatalogue {
  /// Extensions of feeds.
  static let extensionRules: [ValidationRule] = [
    ValidationRule(
      .wfwCommentrss, .warning, .practice, "CommentAPI",
      like: ["CommentRSS"],
      "The element is written commentRss. The other spelling stood in an old page.",
      wrong: "<wfw:commentRSS>https://example.org/42/comments</wfw:commentRSS>",
      right: "<wfw:commentRss>https://example.org/42/comments</wfw:commentRss>"),
    ValidationRule(
      .slashHitParade, .error, .must, "mod_slash",
      like: ["InvalidCommaSeparatedIntegers"],
      "A hit parade is whole numbers with commas between.",
      wrong: "<slash:hit_parade>many</slash:hit_parade>",
      right: "<slash:hit_parade>42,36,8</slash:hit_parade>"),
    ValidationRule(
      .syPeriod, .error, .must, "mod_syndication",
      like: ["InvalidUpdatePeriod"],
      "The period is hourly, daily, weekly, monthly or yearly.",
      wrong: "<sy:updatePeriod>often</sy:updatePeriod>",
      right: "<sy:updatePeriod>hourly</sy:updatePeriod>"),
    ValidationRule(
      .geoLatitude, .error, .must, "WGS84 vocab",
      like: ["InvalidLatitude"],
      "A latitude is a number of degrees from -90 to 90.",
      wrong: "<geo:lat>150.2</geo:lat>",
      right: "<geo:lat>50.2</geo:lat>"),
    ValidationRule(
      .geoLongitude, .error, .must, "WGS84 vocab",
      like: ["InvalidLongitude"],
      "A longitude is a number of degrees from -180 to 180.",
      wrong: "<geo:long>200.4</geo:long>",
      right: "<geo:long>36.4</geo:long>"),
    ValidationRule(
      .georssPoint, .error, .must, "GeoRSS Simple; GML 3.1 pos",
      like: ["InvalidCoord"],
      "A point is a latitude, a space and a longitude.",
      wrong: "<georss:point>50.2</georss:point>",
      right: "<georss:point>50.2 36.4</georss:point>"),
    ValidationRule(
      .georssList, .error, .must, "GeoRSS Simple §polygon, §circle",
      like: ["InvalidCoordList"],
      "A line has two points at least, a box two corners, and a polygon four points, of which the last is the first; a circle has a centre and a radius.",
      wrong: "<georss:polygon>45 -110 46 -109</georss:polygon>",
      right: "<georss:polygon>45 -110 46 -109 43 -108 45 -110</georss:polygon>"),
    ValidationRule(
      .georssComma, .warning, .should, "GeoRSS Simple",
      like: ["CoordComma"],
      "A space goes between the numbers. Some programs take commas too.",
      wrong: "<georss:point>50.2, 36.4</georss:point>",
      right: "<georss:point>50.2 36.4</georss:point>"),
    ValidationRule(
      .georssRange, .error, .must, "GeoRSS Simple; WGS84",
      "Latitudes go from -90 to 90 and longitudes from -180 to 180.",
      wrong: "<georss:point>95 200</georss:point>",
      right: "<georss:point>50.2 36.4</georss:point>"),
    ValidationRule(
      .georssSwapped, .warning, .practice, "GeoRSS Simple",
      "The first number can be a longitude only: the latitude comes first.",
      wrong: "<georss:point>136.4 50.2</georss:point>",
      right: "<georss:point>50.2 136.4</georss:point>"),
    ValidationRule(
      .itunesRequired, .warning, .should, "Apple Podcasts RSS requirements",
      like: ["MissingItunesElement", "MissingItunesEmail"],
      "Apple Podcasts lists a podcast only if its channel has a language, a category, an image and a statement on explicit content, and checks the owner's address.",
      wrong: "<channel><itunes:author>Jane Doe</itunes:author></channel>",
      right:
        #"<channel><language>en</language><itunes:author>Jane Doe</itunes:author><itunes:category text="News"/><itunes:image href="https://example.org/a.png"/><itunes:explicit>false</itunes:explicit><itunes:owner><itunes:email>jane@example.org</itunes:email></itunes:owner></channel>"#
    ),
    ValidationRule(
      .itunesCategory, .error, .must, "Apple categories",
      like: ["InvalidItunesCategory", "ObsoleteItunesCategory"],
      "The category is one of Apple's list. Those of before 2019 are taken with a warning.",
      wrong: "<itunes:category text=\"Talk Radio\"/>",
      right: "<itunes:category text=\"News\"/>"),
    ValidationRule(
      .itunesType, .error, .must, "Apple requirements",
      like: ["InvalidItunesChannelType", "InvalidItunesEpisodeType"],
      "A show is episodic or serial, an episode full, trailer or bonus.",
      wrong: "<itunes:type>daily</itunes:type>",
      right: "<itunes:type>episodic</itunes:type>"),
    ValidationRule(
      .itunesBoolean, .error, .must, "Apple requirements",
      like: ["InvalidTrueFalse", "InvalidYesNoClean"],
      "explicit is true or false; block is Yes or absent.",
      wrong: "<itunes:explicit>maybe</itunes:explicit>",
      right: "<itunes:explicit>false</itunes:explicit>"),
    ValidationRule(
      .itunesDuration, .error, .must, "Apple requirements",
      like: ["InvalidDuration"],
      "A duration is seconds, or hours, minutes and seconds with colons between.",
      wrong: "<itunes:duration>1h</itunes:duration>",
      right: "<itunes:duration>1:00:00</itunes:duration>"),
    ValidationRule(
      .itunesTooLong, .error, .must, "Apple requirements",
      like: ["TooLong"],
      "Apple cuts subtitles and keywords after 255 characters and summaries after 4000.",
      wrong: "<itunes:subtitle>more than 255 characters</itunes:subtitle>",
      right: "<itunes:subtitle>All about bridges</itunes:subtitle>"),
    ValidationRule(
      .itunesKeywords, .warning, .practice, "old Apple spec",
      like: ["InvalidKeywords"],
      "Keywords are separated by commas, not by spaces.",
      wrong: "<itunes:keywords>bridge river</itunes:keywords>",
      right: "<itunes:keywords>bridge,river</itunes:keywords>"),
    ValidationRule(
      .itunesEncoding, .warning, .should, "Apple requirements",
      like: ["NotUTF8"],
      "Apple asks for UTF-8.",
      wrong:
        #"<?xml version="1.0" encoding="ISO-8859-1"?>\#n<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel/></rss>"#,
      right:
        #"<?xml version="1.0" encoding="UTF-8"?>\#n<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel/></rss>"#
    ),
    ValidationRule(
      .itunesFormat, .warning, .should, "Apple requirements",
      like: ["UnsupportedItunesFormat"],
      "Apple Podcasts plays files that end in m4a, mp3, mov, mp4, m4v, pdf and epub.",
      wrong:
        #"<itunes:title>Bridges</itunes:title><enclosure url="https://example.org/a.ogg" length="4194304" type="audio/ogg"/>"#,
      right:
        #"<itunes:title>Bridges</itunes:title><enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#
    ),
    ValidationRule(
      .mediaEnum, .error, .must, "Media RSS 1.5.1, each element",
      like: [
        "InvalidMediaMedium", "InvalidMediaExpression", "InvalidMediaTextType", "InvalidMediaHash",
        "InvalidMediaRating", "InvalidMediaRestriction", "InvalidMediaRestrictionRel", "InvalidMediaRestrictionType",
        "InvalidCreditRole", "InvalidCountryCode", "InvalidNPTTime",
      ],
      "Media RSS has a list of words or a grammar for this value.",
      wrong: #"<media:content url="https://example.org/a.mp4" medium="film"/>"#,
      right: #"<media:content url="https://example.org/a.mp4" medium="video"/>"#),
    ValidationRule(
      .mediaGroupSingle, .error, .must, "Media RSS group",
      like: ["MediaGroupWithoutAlternatives"],
      "A group holds alternatives: two forms of one thing at least.",
      wrong: #"<media:group><media:content url="https://example.org/a.mp4"/></media:group>"#,
      right: #"<media:content url="https://example.org/a.mp4"/>"#),
    ValidationRule(
      .mediaAdult, .warning, .practice, "Media RSS adult",
      like: ["DeprecatedMediaAdult"],
      "media:adult was replaced by media:rating.",
      wrong: "<media:adult>true</media:adult>",
      right: "<media:rating>adult</media:rating>"),
    ValidationRule(
      .podcastGuid, .error, .must, "Podcasting 2.0 guid",
      "podcast:guid is a UUID of version 5, made from the address of the feed.",
      wrong: "<podcast:guid>my-show</podcast:guid>",
      right: "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>"),
    ValidationRule(
      .podcastNamespace, .error, .must, "Podcasting 2.0, each element",
      "Podcasting 2.0 has a list of words or a grammar for this value, or asks for one that is not there.",
      wrong: "<podcast:locked>true</podcast:locked>",
      right: "<podcast:locked>yes</podcast:locked>"),
  ]
}
