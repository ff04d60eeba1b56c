extension RuleCatalogue {
  /// RSS 0.9x, 1.0 and 2.0.
  static let rssRules: [ValidationRule] = [
    ValidationRule(
      .rssVersion, .error, .must, "RSS 2.0 \"What is RSS\"",
      like: ["InvalidRSSVersion"],
      "The version of RSS is one that was published: 0.91, 0.92, 0.93, 0.94 or 2.0.",
      wrong: #"<rss version="2.1"><channel/></rss>"#,
      right: #"<rss version="2.0"><channel/></rss>"#),
    ValidationRule(
      .rssChannelMissing, .error, .must, "RSS 2.0 (Required channel elements)",
      like: ["MissingElement"],
      "An RSS document is one channel, which holds everything else.",
      wrong: #"<rss version="2.0"/>"#,
      right: #"<rss version="2.0"><channel/></rss>"#),
    ValidationRule(
      .rssTitleMissing, .error, .must, "RSS 2.0 Required channel elements, image, textInput",
      like: ["MissingTitle"],
      "A channel, an image and a text input have a title.",
      wrong: "<channel><link>https://example.org/</link></channel>",
      right: "<channel><title>News</title><link>https://example.org/</link></channel>"),
    ValidationRule(
      .rssLinkMissing, .error, .must, "RSS 2.0 Required channel elements, image, textInput",
      like: ["MissingLink"],
      "A channel, an image and a text input have a link: the page that they belong to.",
      wrong: "<channel><title>News</title></channel>",
      right: "<channel><title>News</title><link>https://example.org/</link></channel>"),
    ValidationRule(
      .rssDescriptionMissing, .error, .must, "RSS 2.0 Required channel elements, image, textInput",
      like: ["MissingDescription"],
      "A channel and a text input have a description. It may be empty.",
      wrong: "<channel><title>News</title></channel>",
      right: "<channel><title>News</title><description>News of the town</description></channel>"),
    ValidationRule(
      .rssItemEmpty, .error, .must, "RSS 2.0 Elements of item",
      like: ["ItemMustContainTitleOrDescription"],
      "Everything in an item is optional, but it has a title or a description.",
      wrong: "<item><link>https://example.org/42</link></item>",
      right: "<item><title>Bridge closed</title><link>https://example.org/42</link></item>"),
    ValidationRule(
      .rssGuidMissing, .warning, .should, "RSS 2.0 guid; RSS Profile",
      like: ["MissingGuid"],
      "The guid tells readers whether they have shown an item already. Without it they compare titles and links, and show changed items again.",
      wrong: "<item><title>Bridge closed</title></item>",
      right: "<item><title>Bridge closed</title><guid>https://example.org/42</guid></item>"),
    ValidationRule(
      .rssGuidNotUrl, .error, .must, "RSS 2.0 guid",
      like: ["InvalidHttpGUID", "InvalidPermalink"],
      "A guid is the item's permanent address unless isPermaLink=\"false\" says that it is not. Readers open it.",
      wrong: "<guid>item-42</guid>",
      right: "<guid isPermaLink=\"false\">item-42</guid>"),
    ValidationRule(
      .rssGuidRepeated, .error, .must, "RSS 2.0 guid; RSS 1.0 §5.5",
      like: ["DuplicateValue"],
      "Two items have one guid (or rdf:about), or an hour or day to skip stands twice. Readers show one of the items only.",
      wrong: "<item><guid>https://example.org/42</guid></item><item><guid>https://example.org/42</guid></item>",
      right: "<item><guid>https://example.org/42</guid></item><item><guid>https://example.org/43</guid></item>"),
    ValidationRule(
      .rssGuidWeak, .warning, .should, "RSS Profile guid",
      like: ["NotSufficientlyUnique"],
      "A guid is unique in the world, not in the feed: a short number will be that of another feed's item too.",
      wrong: "<guid isPermaLink=\"false\">42</guid>",
      right: "<guid isPermaLink=\"false\">tag:example.org,2024:42</guid>"),
    ValidationRule(
      .guidChangesWithUrl, .info, .practice, "RSS 2.0 guid",
      "The guid is the link with tracking parameters. When they change, readers show every item again.",
      wrong: "<link>https://example.org/42</link><guid>https://example.org/42?utm_source=rss</guid>",
      right: "<link>https://example.org/42</link><guid>https://example.org/42</guid>"),
    ValidationRule(
      .rssTtl, .error, .must, "RSS 2.0 ttl",
      like: ["InvalidPositiveInteger"],
      "The minutes for which a copy may be kept are a whole number of 1 or more.",
      wrong: "<ttl>0</ttl>",
      right: "<ttl>60</ttl>"),
    ValidationRule(
      .rssSelfLink, .warning, .should, "RSS Profile namespace-elements-atom-link",
      like: ["MissingAtomSelfLink"],
      "The RSS Profile recommends that a feed says its own address, so that a copy of it leads back.",
      wrong: "<channel><title>News</title></channel>",
      right:
        #"<channel><title>News</title><atom:link rel="self" href="https://example.org/feed.xml" type="application/rss+xml"/></channel>"#
    ),
    ValidationRule(
      .rssItemBeforeMetadata, .warning, .should, "RSS Profile element-channel-item",
      like: ["MisplacedItem"],
      "Readers that stop after the first items miss what stands behind them. What is about the channel comes first.",
      wrong: "<channel><item><title>Bridge closed</title></item><language>en</language></channel>",
      right: "<channel><language>en</language><item><title>Bridge closed</title></item></channel>"),
    ValidationRule(
      .rssTextinput, .warning, .should, "RSS Profile textInput",
      like: ["AvoidTextInput"],
      "Hardly any reader shows the form of a text input.",
      wrong:
        "<textInput><title>Search</title><description>Search the news</description><name>q</name><link>https://example.org/search</link></textInput>",
      right: #"<description>&lt;a href="https://example.org/search">Search the news&lt;/a></description>"#),
    ValidationRule(
      .rssContentBeforeDescription, .warning, .should, "RSS Profile namespace-elements-content",
      like: ["NeedDescriptionBeforeContent"],
      "Readers take the first of description and content:encoded. With content:encoded there should be a description before it, as the summary.",
      wrong: "<item><content:encoded>The bridge is closed.</content:encoded></item>",
      right: "<item><description>Closed</description><content:encoded>The bridge is closed.</content:encoded></item>"),
    ValidationRule(
      .rssSlashNeedsDate, .warning, .should, "RSS Profile slash",
      like: ["SlashDate"],
      "slash:comments changes while the item does not. lastBuildDate tells readers that something did.",
      wrong: "<channel><item><slash:comments>3</slash:comments></item></channel>",
      right:
        "<channel><lastBuildDate>Sat, 13 Jan 2024 18:30:02 GMT</lastBuildDate><item><slash:comments>3</slash:comments></item></channel>"
    ),
    ValidationRule(
      .rssBlink, .error, .must, "blogChannel module",
      like: ["NoBlink"],
      "blink is an element of the blogChannel module and needs its namespace.",
      wrong: "<blink>https://example.org/</blink>",
      right: "<blogChannel:blink>https://example.org/</blogChannel:blink>"),
    ValidationRule(
      .sameMeaningTwice, .warning, .should, "RSS Profile (namespaces)",
      like: ["DuplicateSemantics", "DuplicateItemSemantics", "DuplicateDescriptionSemantics"],
      "An element of RSS and its twin of another namespace are both there. Readers take either, so a difference between them is seen by some only.",
      wrong: "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate><dc:date>2024-01-13</dc:date>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ValidationRule(
      .enclosureUrl, .error, .must, "RSS 2.0 enclosure",
      like: ["InvalidURLAttribute"],
      "The file of an enclosure is at an http or https address.",
      wrong: #"<enclosure url="ftp://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#),
    ValidationRule(
      .enclosureLength, .error, .must, "RSS 2.0 enclosure, cloud",
      like: ["InvalidIntegerAttribute", "InvalidNonNegativeInteger"],
      "The length is the size of the file in bytes, and a port a number up to 65535: whole numbers without a sign.",
      wrong: #"<enclosure url="https://example.org/a.mp3" length="4 MB" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#),
    ValidationRule(
      .enclosureLengthZero, .info, .practice, "RSS Profile enclosure",
      "The length is 0. That is legal for a size that is not known; players then cannot show how far a download has come.",
      wrong: #"<enclosure url="https://example.org/a.mp3" length="0" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#),
    ValidationRule(
      .enclosureLengthMinusOne, .error, .must, "RSS Profile enclosure",
      like: ["UseZeroForUnknown"],
      "A size that is not known is written as 0.",
      wrong: #"<enclosure url="https://example.org/a.mp3" length="-1" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="0" type="audio/mpeg"/>"#),
    ValidationRule(
      .enclosureType, .error, .must, "RSS 2.0 enclosure; RFC 2045 §5.1",
      like: ["InvalidMIMEAttribute"],
      "The type is a media type, such as audio/mpeg.",
      wrong: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="mp3"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#),
    ValidationRule(
      .enclosureTypeVsExtension, .warning, .practice, "RSS 2.0 enclosure",
      "The type is not that of files with this ending. Players go by one of them and fail.",
      wrong: #"<enclosure url="https://example.org/a.m4a" length="4194304" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.m4a" length="4194304" type="audio/mp4"/>"#),
    ValidationRule(
      .enclosureSeveral, .warning, .should, "RSS Profile enclosure",
      like: ["DuplicateEnclosure"],
      "Many readers take one enclosure of an item only, and not all the same.",
      wrong:
        #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/><enclosure url="https://example.org/b.mp3" length="4194304" type="audio/mpeg"/>"#,
      right: #"<enclosure url="https://example.org/a.mp3" length="4194304" type="audio/mpeg"/>"#),
    ValidationRule(
      .imageWidth, .error, .must, "RSS 2.0 image",
      like: ["InvalidWidth"],
      "The width of a channel's image is from 1 to 144 pixels.",
      wrong: "<width>600</width>",
      right: "<width>144</width>"),
    ValidationRule(
      .imageHeight, .error, .must, "RSS 2.0 image",
      like: ["InvalidHeight"],
      "The height of a channel's image is from 1 to 400 pixels.",
      wrong: "<height>600</height>",
      right: "<height>400</height>"),
    ValidationRule(
      .imageLink, .warning, .should, "RSS 2.0 image",
      like: ["ImageLinkDoesntMatch"],
      "The link of the image is the page of the channel.",
      wrong:
        "<channel><title>News</title><link>https://example.org/</link><image><url>https://example.org/logo.png</url><title>News</title><link>https://example.org/logo</link></image></channel>",
      right:
        "<channel><title>News</title><link>https://example.org/</link><image><url>https://example.org/logo.png</url><title>News</title><link>https://example.org/</link></image></channel>"
    ),
    ValidationRule(
      .imageTitle, .warning, .should, "RSS Profile image",
      like: ["ImageTitleDoesntMatch"],
      "The title of the image is that of the channel.",
      wrong:
        "<channel><title>News</title><link>https://example.org/</link><image><url>https://example.org/logo.png</url><title>Logo</title><link>https://example.org/</link></image></channel>",
      right:
        "<channel><title>News</title><link>https://example.org/</link><image><url>https://example.org/logo.png</url><title>News</title><link>https://example.org/</link></image></channel>"
    ),
    ValidationRule(
      .imageFormat, .warning, .should, "RSS 2.0 image",
      like: ["ImageUrlFormat"],
      "Images of RSS are GIF, JPEG or PNG.",
      wrong: "<url>https://example.org/logo.tiff</url>",
      right: "<url>https://example.org/logo.png</url>"),
    ValidationRule(
      .skipHour, .error, .must, "RSS 2.0 skipHours",
      like: ["InvalidHour", "UseZeroForMidnight", "NotEnoughHoursInTheDay"],
      "Hours are from 0 to 23, and there are 24 of them. Midnight is 0.",
      wrong: "<hour>25</hour>",
      right: "<hour>1</hour>"),
    ValidationRule(
      .skipDay, .error, .must, "RSS 2.0 skipDays",
      like: ["InvalidDay", "EightDaysAWeek"],
      "Days have their full English names, and there are seven of them.",
      wrong: "<day>Mon</day>",
      right: "<day>Monday</day>"),
    ValidationRule(
      .textinputName, .error, .must, "RSS 2.0 textInput; HTML 4 §17",
      like: ["InvalidFormComponentName"],
      "The name is that of a form's field: a letter, and then letters, digits, hyphens, underscores, colons and periods.",
      wrong:
        "<textInput><title>Search</title><description>Search the news</description><name>search term</name><link>https://example.org/search</link></textInput>",
      right:
        "<textInput><title>Search</title><description>Search the news</description><name>q</name><link>https://example.org/search</link></textInput>"
    ),
    ValidationRule(
      .rss10Rdf, .error, .must, "RSS 1.0 §5; RDF/XML §2",
      like: ["InvalidRDF"],
      "RSS 1.0 is RDF, in which an element is either a thing or one of its properties. Text and elements do not mix.",
      wrong:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item rdf:about="https://example.org/42"><description><content>Closed</content></description></item></rdf:RDF>"#,
      right:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item rdf:about="https://example.org/42"><description>Closed</description></item></rdf:RDF>"#
    ),
    ValidationRule(
      .rss10About, .error, .must, "RSS 1.0 §5.3-5.6",
      like: ["MissingAttribute"],
      "In RSS 1.0 the channel, items, image and text input name themselves with rdf:about.",
      wrong:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><title>Bridge closed</title></item></rdf:RDF>"#,
      right:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item rdf:about="https://example.org/42"><title>Bridge closed</title></item></rdf:RDF>"#
    ),
    ValidationRule(
      .rss10Items, .error, .must, "RSS 1.0 §5.3.5",
      like: ["MissingElement"],
      "The channel of RSS 1.0 lists its items.",
      wrong:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="https://example.org/"><title>News</title></channel></rdf:RDF>"#,
      right:
        #"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="https://example.org/"><items><rdf:Seq><rdf:li rdf:resource="https://example.org/42"/></rdf:Seq></items></channel></rdf:RDF>"#
    ),
  ]
}
