import DatelineCore
import DatelineRecord

/// An entry of a feed: an item of RSS or an entry of Atom, as it was read or as it will be written.
///
/// Its elements are sorted by what they say, whatever namespace they come from: feeds of all kinds mix them.
struct FeedEntry: VisibleEntry {
  /// What an entry says. Later versions add behind the others: fingerprints have a hash for each, in order.
  enum Field: Int, CaseIterable {
    case id, title, link, summary, content, published, updated, author, category, media, source, rights, language
    case place, time, other, attributes
  }

  /// What an entry is of: a report, an incident, or a report and the incident that it is the report of.
  struct Content: Equatable {
    var report: Report?
    var incident: Incident?
  }

  let context: FeedContext
  var form: FeedForm { context.form }
  /// For each field its elements, in order.
  private(set) var elements = [[FeedElement]](repeating: [], count: Field.allCases.count)
  /// `xml:lang` of the entry; only Atom writes it.
  var language: String?
  /// The attributes of the entry that no field takes.
  var attributes: [FeedElement.Attribute] = []
  /// What carries records.
  private(set) var carriers: [FeedElement] = []
  /// The fields that were made up where the form demands them and the record has none.
  var madeUp: Set<Field> = []
  /// Against which relative addresses are read.
  private var base: String?

  /// An entry that says nothing yet.
  init(_ context: FeedContext) { self.context = context }

  /// Sorts the elements of an entry that was read.
  init(_ element: FeedElement, _ context: FeedContext, base: String?) {
    self.init(context)
    self.base = base
    for attribute in element.attributes {
      let value = attribute.value
      switch (attribute.name.namespace, attribute.name.local) {
      case (FeedNamespace.xml.uri, "lang") where form == .atom: language = value.isEmpty ? nil : value
      case (FeedNamespace.xml.uri, "base"):
        self.base = base.map { RelativeReference.resolve(value, against: $0) } ?? value
        attributes.append(attribute)
      case (FeedNamespace.rdf.uri, "about"): self[.id].append(FeedElement(nil, "guid", ["isPermaLink": "false"], value))
      default: attributes.append(attribute)
      }
    }
    for case .element(let child) in element.children {
      guard !child.isCarrier else {
        carriers.append(child)
        continue
      }
      elements[Self.field(of: child, form).rawValue].append(child)
    }
    // RSS 1.0 says the address of an item twice.
    let about = element.attribute(.rdf, "about")
    if about != nil, self[.id].count == 2, self[.id][1].text == about { self[.id].removeFirst() }
  }

  subscript(field: Field) -> [FeedElement] {
    get { elements[field.rawValue] }
    set { elements[field.rawValue] = newValue }
  }

  static func name(of field: Field) -> String { names[field.rawValue] }

  // Asking an enumeration for the name of a case costs as much as reading an entry.
  private static let names = Field.allCases.map { "\($0)" }

  func value(of field: Field) -> [UInt8] {
    switch field {
    case .language where form == .atom: Array((language ?? "").utf8)
    case .attributes:
      attributes.isEmpty ? [] : [FeedElement(XMLName(nil, "x"), attributes)].normalised
    default: self[field].normalised
    }
  }

  /// Whether another entry has the same in `field`, spelling and all: then their values are the same.
  func hasSame(_ field: Field, as other: FeedEntry) -> Bool {
    field != .attributes && self[field] == other[field] && (field != .language || language == other.language)
  }

  /// The attributes of the entry, `xml:lang` with them.
  var allAttributes: [FeedElement.Attribute] { language.map { [.language($0)] + attributes } ?? attributes }

  /// The field as XML, as far as it is elements; the language of Atom is plain text.
  func source(of field: Field) -> [UInt8] {
    field == .language && form == .atom ? value(of: field) : self[field].source(in: form.scope)
  }

  /// An address as it is meant.
  func resolved(_ address: String, in element: FeedElement) -> String {
    var base = base
    if let own = element.attribute(.xml, "base") {
      base = base.map { RelativeReference.resolve(own, against: $0) } ?? own
    }
    return base.map { RelativeReference.resolve(address, against: $0) } ?? address
  }

  // MARK: - What elements say

  private static func field(of element: FeedElement, _ form: FeedForm) -> Field {
    let name = element.name
    if name.namespace == FeedNamespace.atom.uri, name.local == "link" {
      return element.attribute("rel") == "enclosure" ? .media : .link
    }
    if name.namespace == FeedNamespace.geoRSS.uri { return .place }
    let isDublinCoreLanguage = name.local == "language" && name.namespace == FeedNamespace.dublinCore.uri
    if isDublinCoreLanguage { return form == .rss ? .language : .other }
    return fields[Key(uri: name.namespace ?? "", local: name.local)] ?? .other
  }

  private struct Key: Hashable {
    var uri: String
    var local: String
  }

  private static let fields: [Key: Field] = {
    let table: [(FeedNamespace?, KeyValuePairs<String, Field>)] = [
      (
        nil,
        [
          "guid": .id, "title": .title, "link": .link, "description": .summary, "pubDate": .published,
          "author": .author, "category": .category, "enclosure": .media, "comments": .link, "source": .source,
        ]
      ),
      (
        .atom,
        [
          "id": .id, "title": .title, "summary": .summary, "content": .content, "published": .published,
          "updated": .updated, "author": .author, "contributor": .author, "category": .category, "source": .source,
          "rights": .rights,
        ]
      ),
      (
        .dublinCore,
        [
          "title": .title, "description": .summary, "date": .published, "creator": .author, "subject": .category,
          "rights": .rights, "publisher": .source, "source": .source,
        ]
      ),
      (.dublinCoreTerms, ["created": .published, "issued": .published, "modified": .updated]),
      (.content, ["encoded": .content]),
      (.media, ["content": .media, "thumbnail": .media, "group": .media]),
      (.geo, ["Point": .place, "lat": .place, "long": .place]),
      (.event, ["startdate": .time, "enddate": .time, "location": .place]),
      (.threading, ["in-reply-to": .link]),
      (.creativeCommons, ["license": .rights]),
    ]
    var fields: [Key: Field] = [:]
    for (space, names) in table {
      for (local, field) in names { fields[Key(uri: space?.uri ?? "", local: local)] = field }
    }
    return fields
  }()
}

extension FeedEntry.Content {
  /// The records, in the order in which they are written.
  var records: [Record] { (report.map { [.report($0)] } ?? []) + (incident.map { [.incident($0)] } ?? []) }

  /// The extras of the record that the entry is of first.
  var extras: Extras {
    get { report?.extras ?? incident?.extras ?? Extras() }
    set { if report != nil { report?.extras = newValue } else { incident?.extras = newValue } }
  }
}

extension FeedElement {
  /// Whether it carries a record or a header of ours.
  var isCarrier: Bool {
    name.namespace == XMLLayout.namespace && ["record", "header", "visible", "derived"].contains(name.local)
  }
}
