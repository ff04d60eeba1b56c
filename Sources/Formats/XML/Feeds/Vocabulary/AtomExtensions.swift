internal import DatelineValidation

/// What other RFCs add to Atom.
enum AtomExtensions {
  /// RFC 4685.
  static let threading = [
    ExtensionElement(
      "in-reply-to", .any, in: .both,
      attributes: [
        .needed("ref", .uri([.absolute, .international])), .optional("href", .uri(.international)),
        .optional("type", .mediaType(.mimeInvalid)),
        .optional("source", .uri(.international)),
      ]),
    ExtensionElement("total", .integer(0...Int.max, .integerInvalid), in: .entries, once: .entries),
  ]

  /// RFC 5005.
  static let history = [
    ExtensionElement("complete", .none, in: .feeds, .complete),
    ExtensionElement("archive", .none, in: .feeds, .archive),
  ]

  /// RFC 5023.
  static let publishing = [
    ExtensionElement("edited", .rfc3339, in: [.entry, .item], once: [.entry, .item], role: .date),
    ExtensionElement(.foreign(named: "control"), in: .entry, once: .entry),
    ExtensionElement(.foreign(named: "collection"), in: [.feed, .atomSource]),
  ]

  /// RFC 6721.
  static let tombstones = [ExtensionElement(AtomVocabulary.deletedEntry, in: [.feed, .channel])]
}
