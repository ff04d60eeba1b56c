/// Dublin Core: the element set 1.1 and the terms (DCMI Metadata Terms; RSS 1.0 modules).
enum DublinCoreVocabulary {
  private static let everywhere: Places = [
    .channel, .feed, .item, .entry, .image, .textInput, .rdf, .atomSource, .mediaGroup, .mediaContent,
  ]

  static let elements: [ExtensionElement] = [
    ExtensionElement("title", .text, in: everywhere, .dcTitle),
    ExtensionElement("creator", .any, in: everywhere, once: .channel, .dcCreator, filled: false, role: .foreign),
    ExtensionElement("contributor", .any, in: everywhere, role: .foreign),
    ExtensionElement("subject", .any, in: everywhere, .dcSubject, role: .foreign),
    ExtensionElement("description", .html, in: everywhere, .dcDescription),
    ExtensionElement("publisher", .any, in: everywhere, once: .channel, .dcPublisher, role: .foreign),
    ExtensionElement("date", .w3cDate, in: everywhere, once: .channel, .dcDate, role: .date),
    ExtensionElement("type", .text, in: everywhere),
    ExtensionElement("format", .text, in: everywhere),
    ExtensionElement("identifier", .text, in: everywhere, .dcIdentifier),
    ExtensionElement("source", .text, in: everywhere, .dcSource),
    ExtensionElement("language", .language, in: everywhere, once: .channel, .dcLanguage, filled: true),
    ExtensionElement("relation", .any, in: everywhere, role: .foreign),
    ExtensionElement("coverage", .any, in: everywhere, role: .foreign),
    ExtensionElement("rights", .plainText, in: everywhere, once: .channel, .dcRights),
  ]

  private static let dates: [ExtensionElement] =
    ["created", "dateAccepted", "dateCopyrighted", "dateSubmitted", "issued"].map {
      ExtensionElement($0, .w3cDate, in: everywhere, role: .date)
    } + [ExtensionElement("modified", .w3cDate, in: everywhere, .dctermsModified, role: .date)]

  static let terms: [ExtensionElement] =
    dates
      + """
      abstract accessRights available accrualMethod accrualPeriodicity accrualPolicy alternative audience bibliographicCitation \
      conformsTo contributor coverage creator date description educationLevel extent format hasFormat hasPart hasVersion \
      identifier instructionalMethod isFormatOf isPartOf isReferencedBy isReplacedBy isRequiredBy isVersionOf language \
      license mediator medium provenance publisher references relation replaces requires rights rightsHolder source \
      spatial subject tableOfContents temporal title type valid
      """.split(separator: " ").map { ExtensionElement(.foreign(named: String($0)), in: everywhere) }
}
