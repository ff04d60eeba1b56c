extension RuleCatalogue {
  /// Values: dates, links, addresses, languages, numbers.
  static let valueRules: [ValidationRule] = [
    ValidationRule(
      .rssDateInvalid, .error, .must, "RSS 2.0; RFC 822 §5 / RFC 5322 §3.3",
      like: ["InvalidRFC2822Date"],
      "Dates of RSS are written as in e-mail: day, English month of three letters, year, time and zone. Readers that cannot read the date sort the item wrongly or call it new for ever.",
      wrong: "<pubDate>2024-01-13</pubDate>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ValidationRule(
      .rssDateWeekday, .error, .must, "RFC 822 §5.2",
      like: ["IncorrectDOW"],
      "The day of the week is not that of the date, so one of them is wrong. The name of the day may be left out.",
      wrong: "<pubDate>Sun, 13 Jan 2024 18:30:02 GMT</pubDate>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ValidationRule(
      .rssDateLenient, .warning, .should, "RSS Profile data-types-datetime",
      like: ["ProblematicalRFC822Date"],
      "The date is legal in old e-mail, and not every reader takes it: years of two digits, comments, names in full, zones of one letter.",
      wrong: "<pubDate>13 Jan 24 18:30 Z</pubDate>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:00 GMT</pubDate>"),
    ValidationRule(
      .dateImplausible, .warning, .practice, "practice",
      like: ["ImplausibleDate"],
      "The date is before there were feeds, or in the future. Mostly a field was not set, or a clock is wrong. The option --now says from when on the future begins.",
      wrong: "<updated>0001-01-01T00:00:00Z</updated>",
      right: "<updated>2024-01-13T18:30:02Z</updated>"),
    ValidationRule(
      .dateZoneLocal, .info, .practice, "RFC 822 §5.1; RFC 5322 §4.3",
      "Names of zones other than GMT and UT are not the same everywhere: CST is UTC−6 in America and UTC+8 in China. Write the offset.",
      wrong: "<pubDate>Sat, 13 Jan 2024 18:30:02 CST</pubDate>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:02 -0600</pubDate>"),
    ValidationRule(
      .dcDate, .error, .must, "W3C NOTE-datetime; DC §date",
      like: ["InvalidW3CDTFDate", "InvalidISO8601DateTime", "InvalidISO8601Date"],
      "Dates of Dublin Core and of the modules of RSS 1.0 are a year, a month, a day, or a day with a time and a zone.",
      wrong: "<dc:date>13 Jan 2024</dc:date>",
      right: "<dc:date>2024-01-13T18:30:02Z</dc:date>"),
    ValidationRule(
      .uriCharacter, .error, .must, "RFC 3986 §2",
      like: ["InvalidUriChar"],
      "The address has a character that no URI has, such as a space, a quotation mark or a backslash. Write it as a percent sign and two digits.",
      wrong: "<link>https://example.org/my file.mp3</link>",
      right: "<link>https://example.org/my%20file.mp3</link>"),
    ValidationRule(
      .urlNotAbsolute, .error, .must, "RSS 2.0 (IANA scheme note); RSS Profile data-types-url",
      like: ["InvalidFullLink"],
      "The place needs a full address with its scheme: a feed is read far from the page that it belongs to.",
      wrong: "<link>/news/42</link>",
      right: "<link>https://example.org/news/42</link>"),
    ValidationRule(
      .uriInvalid, .error, .must, "RFC 3986 §3, §4.1",
      like: ["InvalidLink", "InvalidURIAttribute"],
      "The address keeps not to the grammar of URIs: a host is missing, or a port is no number.",
      wrong: "<link>http:///news/42</link>",
      right: "<link>http://example.org/news/42</link>"),
    ValidationRule(
      .iriWhereUri, .warning, .should, "RFC 3987 §3.1; RSS Profile",
      like: ["UriNotIri"], at: .error,
      "The address has characters outside of ASCII where RSS asks for a URI. Most readers take it; the encoded form is taken by all.",
      wrong: "<link>https://example.org/café</link>",
      right: "<link>https://example.org/caf%C3%A9</link>"),
    ValidationRule(
      .iriInvalid, .error, .must, "RFC 4287 §2; RFC 3987 §2.2",
      like: ["InvalidIRI"],
      "The address is no IRI reference.",
      wrong: #"xml:base="http://[example/""#,
      right: #"xml:base="http://example.org/""#),
    ValidationRule(
      .uriSchemeUnregistered, .warning, .practice, "RFC 7595",
      like: ["SchemeNotIANARegistered"],
      "The scheme of the address is not in IANA's list. Often it is misspelt.",
      wrong: "<link>htp://example.org/</link>",
      right: "<link>http://example.org/</link>"),
    ValidationRule(
      .linkSchemeUnsafe, .warning, .practice, "RFC 4287 §8.1; RFC 3986 §7",
      "A link with the scheme javascript, vbscript, data or file runs code, shows what the link itself holds, or reads the reader's own files. Careful readers drop it.",
      wrong: "<link>javascript:alert(1)</link>",
      right: "<link>https://example.org/</link>"),
    ValidationRule(
      .linkBaseUnsafe, .warning, .practice, "XML Base §4; RFC 3986 §7",
      "An xml:base changes what every link below it means, and this one makes them unsafe.",
      wrong: "xml:base=\"javascript:void/\"",
      right: "xml:base=\"https://example.org/\""),
    ValidationRule(
      .linkInsecure, .info, .practice, "practice; RFC 9110 §4.2.2",
      "The same address stands in the document with http: and with https:. Others on the way can read and change what comes by the first.",
      wrong: "<link>https://example.org/42</link><comments>http://example.org/42</comments>",
      right: "<link>https://example.org/42</link><comments>https://example.org/42</comments>"),
    ValidationRule(
      .linkTracking, .info, .practice, "practice",
      "The link carries parameters that count where readers came from. They make two addresses of one page, and some readers show the item twice.",
      wrong: "<link>https://example.org/42?utm_source=rss</link>",
      right: "<link>https://example.org/42</link>"),
    ValidationRule(
      .sameDocument, .warning, .practice, "RFC 3986 §4.4",
      like: ["SameDocumentReference"],
      "The link resolves to the base of its element, which is not that of the document. By RFC 3986 such a reference means the document itself, and programs differ.",
      wrong:
        #"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><entry xml:base="42"><link href=""/></entry></feed>"#,
      right:
        #"<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><entry xml:base="42"><link href="https://example.org/43"/></entry></feed>"#
    ),
    ValidationRule(
      .emailInvalid, .error, .must, "RSS 2.0; RFC 5322 §3.4.1",
      like: ["InvalidContact"],
      "The element holds an e-mail address, and this is none.",
      wrong: "<managingEditor>Jane Doe</managingEditor>",
      right: "<managingEditor>jane@example.org (Jane Doe)</managingEditor>"),
    ValidationRule(
      .emailForm, .info, .should, "RSS Profile data-types-email",
      like: ["EmailFormat", "MissingRealName"], at: .warning,
      "The RSS Profile recommends the address first and the name in parentheses behind it.",
      wrong: "<author>Jane Doe &lt;jane@example.org&gt;</author>",
      right: "<author>jane@example.org (Jane Doe)</author>"),
    ValidationRule(
      .emailHostUnknown, .info, .practice, "RFC 5321 §2.3.5",
      like: ["UnknownHost"], at: .warning,
      "The host of the address has no dot, so it cannot be reached from outside. No name is ever looked up here.",
      wrong: "<email>jane@localhost</email>",
      right: "<email>jane@example.org</email>"),
    ValidationRule(
      .languageInvalid, .error, .must, "RSS 2.0 language; RFC 5646 §2.2.9; RFC 4287 §2",
      like: ["InvalidLanguage"],
      "A language is a code of ISO 639, maybe with a script or a country behind it.",
      wrong: "<language>english</language>",
      right: "<language>en</language>"),
    ValidationRule(
      .languageMissing, .info, .practice, "practice",
      like: ["MissingDCLanguage"],
      "Nothing says which language the feed is in. Readers that speak or translate have to guess.",
      wrong: "<channel><title>News</title></channel>",
      right: "<channel><title>News</title><language>en</language></channel>"),
    ValidationRule(
      .integerInvalid, .error, .must, "per module",
      like: ["InvalidInteger", "InvalidNonNegativeInteger", "InvalidPositiveInteger"],
      "The value is no whole number in its range.",
      wrong: "<slash:comments>many</slash:comments>",
      right: "<slash:comments>12</slash:comments>"),
    ValidationRule(
      .floatInvalid, .error, .must, "per module",
      like: ["InvalidFloat", "InvalidFloatUnit"],
      "The value is no decimal number.",
      wrong: #"<media:content url="https://example.org/a.mp4" framerate="PAL"/>"#,
      right: #"<media:content url="https://example.org/a.mp4" framerate="25"/>"#),
    ValidationRule(
      .booleanInvalid, .error, .must, "RSS 2.0 guid",
      like: ["InvalidBooleanAttribute"],
      "The value is exactly true or false, in lower case.",
      wrong: #"<guid isPermaLink="no">42</guid>"#,
      right: #"<guid isPermaLink="false">42</guid>"#),
  ]
}
