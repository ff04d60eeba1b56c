extension RuleCatalogue {
  /// Elements, attributes and namespaces: what may stand where, and how often.
  static let structureRules: [ValidationRule] = [
    ValidationRule(
      .rootUnknown, .error, .must, "format definitions",
      like: ["UndefinedElement"],
      "The root of a feed is rss, feed (or entry) of Atom, or rdf:RDF. Anything else is no feed. A web page often names its feed in its head.",
      wrong: "<html><head><title>News</title></head></html>",
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .rootNamespace, .error, .must, "RFC 4287 §2; RSS 2.0 Extending",
      like: ["InvalidNamespace"],
      "RSS 2.0 is in no namespace, and Atom in exactly one, letter for letter. In another one readers see elements that they do not know.",
      wrong: #"<feed xmlns="https://www.w3.org/2005/Atom"/>"#,
      right: #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#),
    ValidationRule(
      .atom03, .error, .must, "RFC 4287 §2",
      like: ["ObsoleteNamespace"],
      "This is a draft of Atom from before RFC 4287. Several elements were renamed since, and readers drop it. Nothing more of it is checked.",
      wrong: #"<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>"#,
      right: #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#),
    ValidationRule(
      .versionObsolete, .warning, .practice, "RSS 2.0 About this document; JSON Feed 1.1",
      like: ["ObsoleteVersion"],
      "The version of the format was replaced by one that takes every document of it. New programs are tested with the new one.",
      wrong:
        #"<rss version="0.91"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .rssDtdWithdrawn, .error, .must, "RSS 0.91 (Netscape) notice",
      like: ["DeprecatedDTD"],
      "The document type of RSS 0.91 was on a server of Netscape that is gone. Programs that look for it fail.",
      wrong:
        #"<!DOCTYPE rss SYSTEM "http://my.netscape.com/publish/formats/rss-0.91.dtd">\#n<rss version="0.91"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<rss version="0.91"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .rssDoctypeVersion, .error, .must, "RSS 0.91",
      like: ["InvalidDoctype"],
      "The document type is that of RSS 0.91, and the version on rss is another. One of them is wrong; the document type is not needed.",
      wrong:
        #"<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd">\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .elementUnknown, .error, .must, "RSS 2.0 (elements lists); RFC 4287 §6.2",
      like: ["UndefinedElement"],
      "The format has no such element in this place. Often it is a misspelling, or an element that belongs one level up. What a format does not have goes into a namespace of its own.",
      wrong: "<pubdate>Sat, 13 Jan 2024 18:30:02 GMT</pubdate>",
      right: "<pubDate>Sat, 13 Jan 2024 18:30:02 GMT</pubDate>"),
    ValidationRule(
      .attributeUnknown, .error, .must, "RSS 2.0; RFC 4287 §4",
      like: ["UnexpectedAttribute"],
      "The element has no attribute of this name. Names are compared with their case.",
      wrong: #"<guid isPermalink="false">42</guid>"#,
      right: #"<guid isPermaLink="false">42</guid>"#),
    ValidationRule(
      .textStray, .error, .must, "RSS 2.0; RFC 4287 App. B",
      like: ["UnexpectedText"],
      "The element holds elements only, and here is text between them. No reader shows it.",
      wrong: "<channel>News of the town <title>News</title></channel>",
      right: "<channel><title>News</title></channel>"),
    ValidationRule(
      .elementRepeated, .error, .must, "RSS 2.0; RFC 4287 §4.1.1, §4.1.2, §3.2",
      like: ["DuplicateElement"],
      "The element may stand once only, and readers take the first, the last or none of two. Keep one.",
      wrong: "<item><title>A</title><title>B</title></item>",
      right: "<item><title>A</title></item>"),
    ValidationRule(
      .elementMissing, .error, .must, "the specification of each element",
      like: ["MissingElement"],
      "The format asks for an element that is not there.",
      wrong:
        "<textInput><title>Search</title><description>Search the news</description><link>https://example.org/search</link></textInput>",
      right:
        "<textInput><title>Search</title><description>Search the news</description><name>q</name><link>https://example.org/search</link></textInput>"
    ),
    ValidationRule(
      .attributeMissing, .error, .must, "RSS 2.0; RFC 4287 §4.2.2.1; RSS 1.0 §5.3",
      like: ["MissingAttribute"],
      "The format asks for an attribute that is not there.",
      wrong: "<enclosure url=\"https://example.org/a.mp3\"/>",
      right: "<enclosure url=\"https://example.org/a.mp3\" length=\"1234\" type=\"audio/mpeg\"/>"),
    ValidationRule(
      .valueBlank, .warning, .should, "RSS 2.0; RFC 4287 §4.2",
      like: ["NotBlank"],
      "The element or attribute has to say something and is empty. Leave it out where there is nothing to say.",
      wrong: "<title></title>",
      right: "<title>Bridge closed</title>"),
    ValidationRule(
      .attributeBlank, .warning, .should, "RFC 4287 §4.2.7",
      like: ["AttrNotBlank"],
      "The attribute is there and empty. Leave it out where there is nothing to say.",
      wrong: "<link rel=\"\" href=\"https://example.org/\"/>",
      right: "<link href=\"https://example.org/\"/>"),
    ValidationRule(
      .whitespaceAroundValue, .error, .must, "RFC 4287 §3.3, §4.2.6; App. B",
      like: ["UnexpectedWhitespace"],
      "Atom takes ids, dates and addresses as they stand, with any space or line end around them, so that the value is another one or none.",
      wrong: "<icon>\n  https://example.org/icon.png\n</icon>",
      right: "<icon>https://example.org/icon.png</icon>"),
    ValidationRule(
      .namespaceUnknown, .info, .practice, "RSS 2.0 Extending; RFC 4287 §6.3",
      like: ["UnknownNamespace"], at: .warning,
      "Nothing is known here about this namespace, so its elements are taken as they are. That is legal; the note helps to find misspelt ones. Settings can name namespaces of your own.",
      wrong: "xmlns:media=\"http://search.yahoo.com/rss/media\"",
      right: "xmlns:media=\"http://search.yahoo.com/mrss/\""),
    ValidationRule(
      .namespaceUnchecked, .info, .practice, "practice",
      like: ["UnsupportedNamespace"],
      "The namespace is known, and there are no rules for its elements here.",
      wrong: "xmlns:gd=\"http://schemas.google.com/g/2005\"",
      right: "xmlns:media=\"http://search.yahoo.com/mrss/\""),
    ValidationRule(
      .prefixReserved, .warning, .practice, "Namespaces; practice",
      like: ["ReservedPrefix"],
      "Everybody uses this prefix for another namespace. Readers that look at prefixes, and there are some, are misled.",
      wrong: "xmlns:dc=\"http://example.org/my\"",
      right: "xmlns:my=\"http://example.org/my\""),
    ValidationRule(
      .prefixUnusual, .info, .practice, "practice",
      like: ["NonstdPrefix"],
      "The namespace is usually bound to another prefix. Both are legal; some readers look for the usual one.",
      wrong: "xmlns:d=\"http://purl.org/dc/elements/1.1/\"",
      right: "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""),
    ValidationRule(
      .prefixAtomXhtml, .info, .practice, "practice (reader bugs)",
      like: ["AvoidNamespacePrefix"], at: .warning,
      "Old readers know Atom and the XHTML in it only as default namespaces, without a prefix.",
      wrong: #"<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>"#,
      right: #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#),
    ValidationRule(
      .mediaNamespaceSlash, .error, .must, "Media RSS §Namespace",
      like: ["MediaRssNamespace"],
      "The namespace of Media RSS ends with a slash. Without it, it is another one, which readers do not know.",
      wrong: "xmlns:media=\"http://search.yahoo.com/mrss\"",
      right: "xmlns:media=\"http://search.yahoo.com/mrss/\""),
    ValidationRule(
      .wikiNamespaceOld, .warning, .practice, "RSS 1.0 module",
      like: ["ObsoleteWikiNamespace"],
      "The wiki module of RSS 1.0 was moved to purl.org.",
      wrong: "xmlns:wiki=\"http://www.usemod.com/cgi-bin/mb.pl?ModWiki\"",
      right: "xmlns:wiki=\"http://purl.org/rss/1.0/modules/wiki/\""),
    ValidationRule(
      .extensionWithoutNamespace, .error, .must, "RSS 2.0 Extending; RFC 4287 §6.1",
      like: ["NotInANamespace", "UndeterminableVocabulary"],
      "The element is in no namespace, where the format or the extension around it asks for one. Nobody can know what it means.",
      wrong: "<feed/>",
      right: #"<feed xmlns="http://www.w3.org/2005/Atom"/>"#),
    ValidationRule(
      .extensionAttributeOnCore, .warning, .practice, "RSS 2.0 Extending; RSS Profile",
      like: ["UseOfExtensionAttr"],
      "RSS speaks of elements of other namespaces, not of attributes on its own. They do no harm, and nobody looks at them.",
      wrong: #"<rss version="2.0" xmlns:my="https://example.org/my" my:house="1"><channel/></rss>"#,
      right: #"<rss version="2.0"><channel/></rss>"#),
    ValidationRule(
      .usageUndocumented, .warning, .practice, "the specification of each extension",
      like: ["QuestionableUsage"],
      "The element is known, and no specification has it in this parent. Programs look for it where it is documented, and overlook it here.",
      wrong: "<entry><sy:updatePeriod>daily</sy:updatePeriod></entry>",
      right: "<sy:updatePeriod>daily</sy:updatePeriod>"),
    ValidationRule(
      .xhtmlMisplaced, .warning, .should, "RSS Profile; RFC 4287 §3.1.1.3",
      like: ["MisplacedXHTMLContent"],
      "XHTML stands where the format has no markup. Put it into the content of the entry.",
      wrong: #"<entry><xhtml:img src="https://example.org/a.png"/></entry>"#,
      right:
        #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="https://example.org/a.png"/></div></content>"#
    ),
  ]
}
