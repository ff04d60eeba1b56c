extension RuleCatalogue {
  /// Atom 1.0 and what other RFCs add to it.
  static let atomRules: [ValidationRule] = [
    ValidationRule(
      .atomIdTitleUpdatedMissing, .error, .must, "RFC 4287 §4.1.1, §4.1.2",
      like: ["MissingElement"],
      "Every feed and every entry has exactly one id, one title and one updated.",
      wrong: #"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>"#,
      right:
        #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>News</title><updated>2024-01-13T18:30:02Z</updated></feed>"#
    ),
    ValidationRule(
      .atomAuthorMissing, .error, .must, "RFC 4287 §4.1.2, §3.2.1",
      like: ["MissingElement"],
      "An entry has an author of its own, or one of its source or of the feed. A person has a name.",
      wrong: "<author><email>jane@example.org</email></author>",
      right: "<author><name>Jane Doe</name><email>jane@example.org</email></author>"),
    ValidationRule(
      .atomSourceIncomplete, .warning, .should, "RFC 4287 §4.2.11",
      like: ["MissingSourceElement"],
      "The source of a copied entry should keep the id, title and updated of the feed that it came from.",
      wrong: "<source><title>News</title></source>",
      right:
        "<source><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>News</title><updated>2024-01-13T18:30:02Z</updated></source>"
    ),
    ValidationRule(
      .atomDateInvalid, .error, .must, "RFC 4287 §3.3; RFC 3339 §5.6",
      like: ["InvalidRFC3339Date"],
      "Dates of Atom are by RFC 3339, with seconds, a zone and capital letters.",
      wrong: "<updated>2024-01-13</updated>",
      right: "<updated>2024-01-13T18:30:02Z</updated>"),
    ValidationRule(
      .atomIdInvalid, .error, .must, "RFC 4287 §4.2.6; RFC 4151 §2.1; RFC 8141 §2; RFC 9562 §4",
      like: ["InvalidTAG", "InvalidURN", "InvalidUUID"],
      "The id is of a scheme with a grammar of its own, tag, urn or urn:uuid, and does not keep to it.",
      wrong: "<id>tag:example.org:42</id>",
      right: "<id>tag:example.org,2024:42</id>"),
    ValidationRule(
      .atomIdNotCanonical, .warning, .should, "RFC 4287 §4.2.6.1; RFC 3986 §6",
      like: ["NonCanonicalURI"],
      "Ids are compared character by character. One that is not in its simplest form will one day be written in another way, and be another id.",
      wrong: "<id>HTTP://Example.org:80/a/../b</id>",
      right: "<id>http://example.org/b</id>"),
    ValidationRule(
      .atomIdRepeated, .warning, .should, "RFC 4287 §4.1.1, §4.2.6",
      like: ["DuplicateEntries", "DuplicateIds"],
      "Two entries have one id, so readers take one for a newer version of the other.",
      wrong: "<entry><id>urn:x-a:1</id></entry><entry><id>urn:x-a:1</id></entry>",
      right: "<entry><id>urn:x-a:1</id></entry><entry><id>urn:x-a:2</id></entry>"),
    ValidationRule(
      .atomUpdatedRepeated, .warning, .should, "RFC 4287 §4.1.1 (SHOULD differ)",
      like: ["DuplicateUpdated"],
      "Two versions of one entry should differ in updated, so that readers know which is newer.",
      wrong:
        "<entry><id>urn:x-a:1</id><updated>2024-01-13T18:30:02Z</updated></entry><entry><id>urn:x-a:1</id><updated>2024-01-13T18:30:02Z</updated></entry>",
      right:
        "<entry><id>urn:x-a:1</id><updated>2024-01-13T18:30:02Z</updated></entry><entry><id>urn:x-a:1</id><updated>2024-01-14T09:00:00Z</updated></entry>"
    ),
    ValidationRule(
      .atomSelfMissing, .warning, .should, "RFC 4287 §4.1.1 (SHOULD)",
      like: ["MissingSelf"],
      "A feed should say its own address, so that a copy of it leads back.",
      wrong: #"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>"#,
      right:
        #"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link rel="self" href="https://example.org/feed.atom"/></feed>"#
    ),
    ValidationRule(
      .atomSelfRelative, .warning, .practice, "RFC 4287 §4.2.7.1",
      like: ["RelativeSelf"],
      "The feed's own address is relative, and nothing says against what. In a copy it leads nowhere.",
      wrong: #"<link rel="self" href="feed.atom"/>"#,
      right: #"<link rel="self" href="https://example.org/feed.atom"/>"#),
    ValidationRule(
      .selfLocation, .warning, .practice, "RFC 4287 §4.2.7.2",
      like: ["SelfDoesntMatchLocation"],
      "The feed says another address of itself than it was found at. Readers will go there instead. It is checked where --url says where the feed is.",
      wrong: #"<link rel="self" href="https://old.example.org/feed"/>"#,
      right: #"<link rel="self" href="https://example.org/feed"/>"#),
    ValidationRule(
      .selfType, .warning, .practice, "RFC 4287 §4.2.7.2",
      like: ["SelfNotAtom"],
      "The feed's own address has a type that no feed has.",
      wrong: #"<link rel="self" type="text/html" href="https://example.org/feed"/>"#,
      right: #"<link rel="self" type="application/atom+xml" href="https://example.org/feed"/>"#),
    ValidationRule(
      .atomLinkHref, .error, .must, "RFC 4287 §4.2.7.1",
      like: ["MissingHref"],
      "A link leads somewhere.",
      wrong: "<link rel=\"alternate\"/>",
      right: "<link rel=\"alternate\" href=\"https://example.org/42\"/>"),
    ValidationRule(
      .atomAlternateRepeated, .error, .must, "RFC 4287 §4.1.1, §4.1.2",
      like: ["DuplicateAtomLink"],
      "A feed, an entry or a source has at most one alternate of each type and language.",
      wrong: #"<link href="https://example.org/a"/><link href="https://example.org/b"/>"#,
      right: #"<link href="https://example.org/a" hreflang="en"/><link href="https://example.org/b" hreflang="fr"/>"#),
    ValidationRule(
      .atomLinkText, .warning, .should, "RFC 4287 §4.2.7",
      like: ["AtomLinkNotEmpty"],
      "A link of Atom is empty. Nobody shows what stands in it.",
      wrong: #"<link rel="related" href="https://example.org/42">Read more</link>"#,
      right: #"<link rel="related" href="https://example.org/42" title="Read more"/>"#),
    ValidationRule(
      .atomRelUnregistered, .warning, .should, "RFC 4287 §4.2.7.2; RFC 8288 §2.1.1",
      like: ["UnregisteredAtomLinkRel"],
      "A relation is a registered name, or an absolute IRI of your own.",
      wrong: #"<link rel="comments" href="https://example.org/42"/>"#,
      right: #"<link rel="replies" href="https://example.org/42"/>"#),
    ValidationRule(
      .atomNoContentNoAlternate, .error, .must, "RFC 4287 §4.1.2",
      like: ["MissingContentOrAlternate"],
      "An entry without content has a link to what it is about.",
      wrong: "<entry><title>Bridge closed</title></entry>",
      right: #"<entry><title>Bridge closed</title><link href="https://example.org/42"/></entry>"#),
    ValidationRule(
      .atomNoText, .warning, .should, "RFC 4287 §4.1.1.1",
      like: ["MissingTextualContent"],
      "The entry has neither content nor a summary, so that there is nothing to show but its title.",
      wrong: "<entry><title>Bridge closed</title></entry>",
      right: "<entry><title>Bridge closed</title><summary>The bridge is closed until May</summary></entry>"),
    ValidationRule(
      .atomSummaryRequired, .error, .must, "RFC 4287 §4.1.2",
      like: ["MissingSummary"],
      "Content that is elsewhere or in Base64 needs a summary for readers that cannot show it.",
      wrong: #"<entry><content src="report.pdf" type="application/pdf"/></entry>"#,
      right: #"<entry><summary>The report</summary><content src="report.pdf" type="application/pdf"/></entry>"#),
    ValidationRule(
      .atomContentTypeMissing, .warning, .should, "RFC 4287 §4.1.3.2",
      like: ["MissingTypeAttr"],
      "Content that is elsewhere should say its type.",
      wrong: "<content src=\"report.pdf\"/>",
      right: "<content src=\"report.pdf\" type=\"application/pdf\"/>"),
    ValidationRule(
      .atomContentSrcType, .warning, .practice, "RFC 4287 §4.1.3.2",
      "The content and a link say different types of one address.",
      wrong:
        #"<entry><content src="https://example.org/a" type="text/html"/><link rel="related" href="https://example.org/a" type="application/pdf"/></entry>"#,
      right:
        #"<entry><content src="https://example.org/a" type="application/pdf"/><link rel="related" href="https://example.org/a" type="application/pdf"/></entry>"#
    ),
    ValidationRule(
      .atomTextType, .error, .must, "RFC 4287 §3.1.1",
      like: ["InvalidTextType"],
      "The type of a text is text, html or xhtml.",
      wrong: #"<title type="text/html">Bridge closed</title>"#,
      right: #"<title type="html">Bridge closed</title>"#),
    ValidationRule(
      .mimeInvalid, .error, .must, "RFC 4287 §4.1.3.1, §4.2.7.3; RFC 6838 §4.2",
      like: ["InvalidMIMEType"],
      "The type is a media type. Content cannot be of several parts.",
      wrong: #"<link rel="related" type="html" href="https://example.org/42"/>"#,
      right: #"<link rel="related" type="text/html" href="https://example.org/42"/>"#),
    ValidationRule(
      .atomXhtmlDiv, .error, .must, "RFC 4287 §3.1.1.3",
      like: ["MissingXhtmlDiv"],
      "XHTML stands in one div of the namespace of XHTML, and nothing beside it.",
      wrong: #"<content type="xhtml"><p xmlns="http://www.w3.org/1999/xhtml">Closed</p></content>"#,
      right: #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Closed</p></div></content>"#),
    ValidationRule(
      .atomUndeclaredHtml, .warning, .should, "RFC 4287 §3.1.1.1",
      like: ["ContainsUndeclaredHTML"],
      "The text says that it is plain, and has markup in it, which readers show as it stands.",
      wrong: "<title>&lt;b>Bridge&lt;/b> closed</title>",
      right: "<title type=\"html\">&lt;b>Bridge&lt;/b> closed</title>"),
    ValidationRule(
      .atomXhtmlEscaped, .warning, .should, "RFC 4287 §3.1.1.3",
      like: ["NotInline"],
      "Tags are escaped inside of XHTML, so that people see them. Write elements.",
      wrong: #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;p>Closed&lt;/p></div></content>"#,
      right: #"<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Closed</p></div></content>"#),
    ValidationRule(
      .atomEscapedNot, .error, .must, "RFC 4287 §3.1.1.2",
      like: ["NotEscaped"],
      "The type says that there is text, and here is an element.",
      wrong: #"<summary type="html"><b>Closed</b></summary>"#,
      right: #"<summary type="html">&lt;b>Closed&lt;/b></summary>"#),
    ValidationRule(
      .atomBase64, .error, .must, "RFC 4287 §4.1.3.3",
      like: ["NotBase64"],
      "Content of a type that is neither text nor XML is in Base64.",
      wrong: #"<content type="image/png">PNG!</content>"#,
      right: #"<content type="image/png">iVBORw0KGgo=</content>"#),
    ValidationRule(
      .atomHtmlFragment, .warning, .should, "RFC 4287 §4.1.3.3",
      like: ["HtmlFragment"],
      "Content of the type text/html or application/xhtml+xml is a whole document. For a piece there are html and xhtml.",
      wrong: #"<content type="text/html">&lt;p>Closed&lt;/p></content>"#,
      right: #"<content type="html">&lt;p>Closed&lt;/p></content>"#),
    ValidationRule(
      .atomMetadataAfterEntry, .error, .must, "RFC 4287 §4.1.1",
      like: ["MisplacedMetadata"],
      "What is about the feed comes before its first entry, so that readers can start to show entries at once.",
      wrong:
        #"<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Bridge closed</title></entry><title>News</title></feed>"#,
      right:
        #"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Bridge closed</title></entry></feed>"#
    ),
    ValidationRule(
      .atomEmail, .error, .must, "RFC 4287 §3.2.3",
      like: ["InvalidAddrSpec"],
      "The element holds an e-mail address alone, and this is none.",
      wrong: "<email>Jane &lt;jane@example.org></email>",
      right: "<email>jane@example.org</email>"),
    ValidationRule(
      .atomNameEmail, .info, .practice, "practice",
      like: ["ContainsEmail"], at: .warning,
      "The name of a person holds an e-mail address, for which there is an element.",
      wrong: "<name>jane@example.org</name>",
      right: "<name>Jane Doe</name><email>jane@example.org</email>"),
    ValidationRule(
      .fhRelInEntry, .warning, .should, "RFC 5005 §3",
      like: ["FeedHistoryRelInEntry"],
      "Links to the next or last page are about the feed. In an entry they mean nothing.",
      wrong: #"<entry><link rel="next" href="https://example.org/2"/></entry>"#,
      right: #"<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="https://example.org/2"/></feed>"#),
    ValidationRule(
      .fhComplete, .error, .must, "RFC 5005 §2",
      like: ["FeedRelInCompleteFeed"],
      "A complete feed holds everything, so it has no other pages.",
      wrong: #"<fh:complete/><link rel="next" href="https://example.org/2"/>"#,
      right: "<fh:complete/>"),
    ValidationRule(
      .fhCompleteCurrent, .error, .must, "RFC 5005 §2",
      like: ["CurrentNotSelfInCompleteFeed"],
      "The current version of a complete feed is the feed itself.",
      wrong:
        #"<fh:complete/><link rel="self" href="https://example.org/1"/><link rel="current" href="https://example.org/2"/>"#,
      right:
        #"<fh:complete/><link rel="self" href="https://example.org/1"/><link rel="current" href="https://example.org/1"/>"#
    ),
    ValidationRule(
      .fhPastEnd, .error, .must, "RFC 5005 §3",
      like: ["LinkPastEnd"],
      "The first page has none before it, and the last none behind it.",
      wrong:
        #"<link rel="self" href="https://example.org/1"/><link rel="first" href="https://example.org/1"/><link rel="previous" href="https://example.org/0"/>"#,
      right: #"<link rel="self" href="https://example.org/1"/><link rel="first" href="https://example.org/1"/>"#),
    ValidationRule(
      .fhArchive, .warning, .should, "RFC 5005 §4",
      like: ["MissingCurrentInArchive"],
      "An archived page says where the current feed is, so that readers who find it get what came since.",
      wrong: "<fh:archive/><link rel=\"prev-archive\" href=\"https://example.org/2023.atom\"/>",
      right:
        "<fh:archive/><link rel=\"prev-archive\" href=\"https://example.org/2023.atom\"/><link rel=\"current\" href=\"https://example.org/feed.atom\"/>"
    ),
    ValidationRule(
      .fhArchiveIncomplete, .warning, .should, "RFC 5005 §4",
      like: ["ArchiveIncomplete"],
      "An archived page has links to the archives before and behind it, so that readers can put the whole together.",
      wrong: "<fh:archive/><link rel=\"current\" href=\"https://example.org/feed.atom\"/>",
      right:
        "<fh:archive/><link rel=\"prev-archive\" href=\"https://example.org/2023.atom\"/><link rel=\"current\" href=\"https://example.org/feed.atom\"/>"
    ),
    ValidationRule(
      .thrWhen, .error, .must, "RFC 4685 §4",
      like: ["NoThrWhen"],
      "thr:when was renamed thr:updated before RFC 4685 was published.",
      wrong: #"<link rel="replies" href="https://example.org/42/comments" thr:when="2024-01-13T18:30:02Z"/>"#,
      right: #"<link rel="replies" href="https://example.org/42/comments" thr:updated="2024-01-13T18:30:02Z"/>"#),
  ]
}
