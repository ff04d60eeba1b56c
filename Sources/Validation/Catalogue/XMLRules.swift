extension RuleCatalogue {
  /// XML: what every document has to keep, whatever its vocabulary.
  static let xmlRules: [ValidationRule] = [
    ValidationRule(
      .xmlMalformed, .error, .must, "XML 1.0 §2.1, §5.1",
      like: ["SAXError"],
      "XML that is not well-formed cannot be read, and readers must stop at the first error. The message says what the parser met; the cause often stands a little before it: an element that was not closed, an ampersand or a less-than sign that was not escaped.",
      wrong: "<title>Fish & chips</title>",
      right: "<title>Fish &amp; chips</title>"),
    ValidationRule(
      .xmlNamespace, .error, .must, "Namespaces in XML 1.0 §3, §6.3, §7",
      like: ["MissingNamespace"],
      "Every prefix has to be declared on the element or above it, and no element has the same attribute twice by its full name. Many parsers go on after such an error and give other names than were meant.",
      wrong: "<dc:date>2024-01-13</dc:date>",
      right: #"<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2024-01-13</dc:date>"#),
    ValidationRule(
      .xmlEntityUndefined, .error, .must, "XML 1.0 §4.1 WFC Entity Declared",
      like: ["UndefinedNamedEntity"],
      "XML has five named references: lt, gt, amp, quot and apos. The names of HTML, such as nbsp or eacute, mean nothing in it unless the document declares them. Write the character itself, or its number.",
      wrong: "<title>caf&eacute;</title>",
      right: "<title>caf&#xE9;</title>"),
    ValidationRule(
      .xmlTextBeforeDeclaration, .error, .must, "XML 1.0 §2.8",
      like: ["WPBlankLine"],
      "The XML declaration is the very first thing of a document. One empty line before it, which a script easily prints, makes the whole document unreadable.",
      wrong:
        #"\#n<?xml version="1.0"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml version="1.0"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlBytesNotInEncoding, .error, .must, "XML 1.0 §4.3.3",
      like: ["UnicodeError"],
      "The bytes are no text of the encoding that the document declares or that its byte order mark shows. Usually a text in Windows-1252 was pasted into a document that says UTF-8. Convert all of it to UTF-8.",
      wrong: #"<title>caf\xE9</title>"#,
      right: #"<title>caf\xC3\xA9</title>"#),
    ValidationRule(
      .xmlEncodingUnknown, .error, .must, "XML 1.0 §4.3.3",
      like: ["UnknownEncoding"],
      "The document declares an encoding that programs do not know. Every program knows UTF-8.",
      wrong:
        #"<?xml version="1.0" encoding="utf8mb4"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml version="1.0" encoding="UTF-8"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlEncodingObscure, .warning, .practice, "XML 1.0 §4.3.3",
      like: ["ObscureEncoding"],
      "The encoding exists, and hardly any reader of feeds knows it. Of these UTF-32 alone is read here. Write the document in UTF-8.",
      wrong:
        #"<?xml version="1.0" encoding="UTF-32"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml version="1.0" encoding="UTF-8"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlEncodingNotUtf, .info, .practice, "XML 1.0 §4.3.3",
      like: ["NonstdEncoding"],
      "Readers have to know UTF-8 and UTF-16 only. Other encodings work mostly, and break where a program guesses.",
      wrong:
        #"<?xml version="1.0" encoding="windows-1252"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml version="1.0" encoding="UTF-8"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlEncodingUnstated, .info, .practice, "XML 1.0 §4.3.3",
      like: ["MissingEncoding"],
      "The document has characters outside of ASCII and does not say its encoding. That is UTF-8 then, and people who open the file in an editor may not know. A document in UTF-16 begins with a byte order mark.",
      wrong:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description><copyright>© Example</copyright></channel></rss>"#,
      right:
        #"<?xml version="1.0" encoding="UTF-8"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description><copyright>© Example</copyright></channel></rss>"#
    ),
    ValidationRule(
      .xmlVersion, .error, .must, "XML 1.0 §2.8",
      like: ["BadXmlVersion"],
      "Feeds are written in XML 1.0. Programs may refuse any other version.",
      wrong:
        #"<?xml version="1.1"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml version="1.0"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlExternalEntity, .warning, .practice, "XML 1.0 §4.2.2; RFC 7303 §10",
      like: ["ContainsSystemEntity"], at: .info,
      "The document refers to another file for a part of its text or for declarations. Careful readers never fetch such files, since they can be made to reveal secrets, so that part is missing for them. Nothing is fetched here either.",
      wrong:
        #"<!DOCTYPE rss [<!ENTITY legal SYSTEM "legal.txt">]>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description><copyright>&legal;</copyright></channel></rss>"#,
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description><copyright>© 2024 Example</copyright></channel></rss>"#
    ),
    ValidationRule(
      .xmlDtdPresent, .info, .practice, "practice",
      "A document type in a feed does nothing for readers, and some refuse a feed that has one, for safety. Take it away.",
      wrong:
        #"<!DOCTYPE rss>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .xmlEntityDeclared, .warning, .practice, "XML 1.0 §4.4.2",
      "Elements come from the text of an entity that the document declares. Many programs do not put them in. Write them where they belong.",
      wrong:
        #"<!DOCTYPE rss [<!ENTITY town "<category>Town</category>">]>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description>&town;</channel></rss>"#,
      right:
        #"<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description><category>Town</category></channel></rss>"#
    ),
    ValidationRule(
      .xmlStylesheet, .info, .practice, "Associating Style Sheets with XML §3",
      "The document names a style sheet on another server. Browsers refuse to load it, and readers of feeds do not look.",
      wrong:
        #"<?xml-stylesheet href="https://cdn.example.org/feed.xsl" type="text/xsl"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#,
      right:
        #"<?xml-stylesheet href="/feed.xsl" type="text/xsl"?>\#n<rss version="2.0"><channel><title>News</title><link>https://example.org/</link><description>News of the town</description></channel></rss>"#
    ),
    ValidationRule(
      .schemaLocation, .info, .practice, "XML Schema 1 §4.3.2",
      "xsi:schemaLocation tells a validator where a schema may be. No reader of feeds looks at it, and no schema for RSS is official.",
      wrong:
        #"<rss version="2.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="rss.xsd"><channel/></rss>"#,
      right: #"<rss version="2.0"><channel/></rss>"#),
    ValidationRule(
      .limitReached, .error, .must, "tool",
      like: ["ValidatorLimit"],
      "A limit that protects this program was reached: depth, attributes, the length of a tag or a text, or how much entities expand to. The rest of the document was not checked. Real feeds stay far below each limit.",
      wrong: "300 elements inside of each other",
      right: "10 elements inside of each other"),
  ]
}
