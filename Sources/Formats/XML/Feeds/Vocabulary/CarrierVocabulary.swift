/// What feeds of ours carry: records and headers as canonical JSON, and the hashes of what was visible.
enum CarrierVocabulary {
  static let elements = [
    ExtensionElement("record", .custom(.carriedRecord), in: .both),
    ExtensionElement("header", .custom(.carriedHeader), in: .feeds, once: .feeds),
    ExtensionElement("visible", .any, in: .both, once: .both),
    ExtensionElement("derived", .any, in: .both, once: .both),
  ]
}
