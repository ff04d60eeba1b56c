internal import DatelineValidation

/// The modules of RSS 1.0 and those of RSS 2.0, small vocabularies each.
enum RSSModules {
  private static let resource: [AttributeModel] = [.needed("rdf:resource", .uri([.absolute, .international]))]

  static let content = [
    ExtensionElement("encoded", .html, in: [.channel, .item, .entry, .feed, .image], once: .item, .contentEncoded),
    ExtensionElement(.foreign(named: "items"), in: [.item, .channel]),
  ]

  static let syndication = [
    ExtensionElement(
      "updatePeriod", .word(["hourly", "daily", "weekly", "monthly", "yearly"], .syPeriod), in: .feeds, once: .feeds),
    ExtensionElement(
      "updateFrequency", .integer(1...Int.max, .integerInvalid), in: .feeds, once: .feeds, filled: true),
    ExtensionElement("updateBase", .w3cDate, in: .feeds, once: .feeds),
  ]

  static let slash = [
    ExtensionElement(
      "comments", .integer(0...Int.max, .integerInvalid), in: .entries, once: .entries, .slashComments, filled: true),
    ExtensionElement("hit_parade", .integerList(.slashHitParade), in: .entries, once: .entries, filled: true),
    ExtensionElement("section", .text, in: .entries, once: .entries, filled: true),
    ExtensionElement("department", .text, in: .entries, once: .entries, filled: true),
  ]

  static let taxonomy = [
    ExtensionElement(.foreign(named: "topics"), in: [.channel, .item, .feed, .entry, .rdf]),
    ExtensionElement(.foreign(named: "topic"), in: [.rdf, .channel, .item, .feed, .entry]),
    ExtensionElement("link", .uri([.absolute, .international]), in: [.rdf, .channel, .item, .feed, .entry]),
  ]

  static let event = [
    ExtensionElement("startdate", .localDate, in: .entries, role: .date),
    ExtensionElement("enddate", .localDate, in: .entries, role: .date),
    ExtensionElement("location", .text, in: .entries), ExtensionElement("organizer", .text, in: .entries),
    ExtensionElement("type", .text, in: .entries),
  ]

  static let aggregation = [
    ExtensionElement("source", .text, in: .entries),
    ExtensionElement("sourceURL", .uri([.absolute, .international]), in: .entries),
    ExtensionElement("timestamp", .localDate, in: .entries),
  ]

  static let annotation = [ExtensionElement("reference", .none, in: .both, attributes: resource)]
  static let changedPage = [ExtensionElement("server", .none, in: .both, attributes: resource)]
  static let company = [
    ExtensionElement("name", .text, in: .both), ExtensionElement("symbol", .text, in: .both),
    ExtensionElement("market", .text, in: .both), ExtensionElement("category", .text, in: .both),
  ]

  static let admin = [
    ExtensionElement("generatorAgent", .none, in: .both, once: .feeds, .adminGenerator, attributes: resource),
    ExtensionElement("errorReportsTo", .none, in: .both, once: .feeds, attributes: resource),
  ]

  static let blogChannel = [
    ExtensionElement("blogRoll", .uri(.absolute), in: .feeds, once: .feeds),
    ExtensionElement("mySubscriptions", .uri(.absolute), in: .feeds, once: .feeds),
    ExtensionElement("blink", .uri(.absolute), in: .feeds, once: .feeds),
    ExtensionElement("changes", .uri(.absolute), in: .feeds, once: .feeds),
  ]

  static let creativeCommons = [ExtensionElement("license", .uri([.absolute, .international]), in: .both)]
  static let creativeCommonsTerms = [
    ExtensionElement("license", .none, in: .both, attributes: [.optional("rdf:resource", .uri(.absolute))]),
    ExtensionElement(.foreign(named: "License"), in: [.rdf, .channel, .item]),
    ExtensionElement(.foreign(named: "Work"), in: .rdf),
  ]

  static let commentAPI = [
    ExtensionElement("comment", .uri(.absolute), in: .entries, once: .entries),
    ExtensionElement("commentRss", .uri(.absolute), in: .entries, once: .entries),
  ]

  static let trackback = [
    ExtensionElement(
      "ping", .custom(.trackback), in: .entries, once: .entries,
      attributes: [.optional("rdf:resource", .uri(.absolute))]),
    ExtensionElement(
      "about", .custom(.trackback), in: .entries, attributes: [.optional("rdf:resource", .uri(.absolute))]),
  ]

  static let links = [
    ExtensionElement(.foreign(named: "permalink"), in: .both), ExtensionElement(.foreign(named: "link"), in: .both),
  ]

  static let wiki = ["version", "status", "importance", "diff", "history", "host", "interwiki"].map {
    ExtensionElement(.foreign(named: $0), in: [.channel, .item, .entry, .feed])
  }
}
