internal import DatelineValidation

/// What an element may have: its children, its attributes and its text. The tables of `Vocabulary` are made of these.
final class ElementModel: Sendable {
  /// What is done with the element besides what its table says.
  enum Role: Sendable {
    case plain
    case rss, channel, item, image, textInput, guid, enclosure, skipHours, skipDays, hour
    case rdf, items
    case feed, entry, atomSource, person, link, textConstruct, atomContent, category, identifier, deletedEntry
    case date, itunesCategory, itunesOwner, mediaGroup, mediaContent, historyComplete, historyArchive
    case alert, alertInfo, alertResource, alertArea, alertField
    /// Inside of it is XHTML.
    case markup
    /// Nothing inside of it is checked but that names have namespaces.
    case foreign
  }

  /// The local name.
  let name: String
  let role: Role
  /// What its text is.
  let value: ValueType
  /// Whether a text of nothing but white space is a fault.
  let isFilled: Bool
  let attributes: [AttributeModel]
  let children: [ChildModel]
  /// What it is to elements of other namespaces that may stand in it.
  let place: Places
  /// Pairs of children that say the same thing.
  let twins: [(Marks, Marks)]

  init(
    _ name: String, _ role: Role = .plain, _ value: ValueType = .none, filled: Bool = false,
    attributes: [AttributeModel] = [], place: Places = [], twins: [(Marks, Marks)] = [], children: [ChildModel] = []
  ) {
    self.name = name
    self.role = role
    self.value = value
    isFilled = filled
    self.attributes = attributes
    self.children = children
    self.place = place
    self.twins = twins
  }

  /// An element of whose inside nothing is known.
  static let foreign = ElementModel("", .foreign, .any)
}

/// A child of an element.
struct ChildModel: Sendable {
  enum Occurs: Sendable {
    case once, many
    /// Once, and its absence breaks the rule.
    case needed(RuleID)
  }

  let model: ElementModel
  let occurs: Occurs
  /// By what the rules of the parent know it.
  let mark: Marks

  static func once(
    _ name: String, _ value: ValueType, filled: Bool = false, _ mark: Marks = [], role: ElementModel.Role = .plain,
    attributes: [AttributeModel] = []
  ) -> ChildModel {
    ChildModel(
      model: ElementModel(name, role, value, filled: filled, attributes: attributes), occurs: .once, mark: mark)
  }

  static func many(
    _ name: String, _ value: ValueType, filled: Bool = false, _ mark: Marks = [], role: ElementModel.Role = .plain,
    attributes: [AttributeModel] = []
  ) -> ChildModel {
    ChildModel(
      model: ElementModel(name, role, value, filled: filled, attributes: attributes), occurs: .many, mark: mark)
  }

  static func needed(
    _ name: String, _ value: ValueType, _ rule: RuleID, filled: Bool = false, _ mark: Marks = [],
    role: ElementModel.Role = .plain, attributes: [AttributeModel] = []
  ) -> ChildModel {
    ChildModel(
      model: ElementModel(name, role, value, filled: filled, attributes: attributes), occurs: .needed(rule), mark: mark)
  }

  static func once(_ model: ElementModel, _ mark: Marks = []) -> ChildModel {
    ChildModel(model: model, occurs: .once, mark: mark)
  }

  static func many(_ model: ElementModel, _ mark: Marks = []) -> ChildModel {
    ChildModel(model: model, occurs: .many, mark: mark)
  }

  static func needed(_ model: ElementModel, _ rule: RuleID, _ mark: Marks = []) -> ChildModel {
    ChildModel(model: model, occurs: .needed(rule), mark: mark)
  }
}

/// An attribute of an element.
struct AttributeModel: Sendable {
  let name: String
  let value: ValueType
  /// The rule that its absence breaks.
  let missing: RuleID?
  /// The rule that an empty value breaks.
  let blank: RuleID?

  static func needed(
    _ name: String, _ value: ValueType, _ rule: RuleID = .attributeMissing, blank: RuleID? = nil
  ) -> AttributeModel {
    AttributeModel(name: name, value: value, missing: rule, blank: blank)
  }

  static func optional(_ name: String, _ value: ValueType, blank: RuleID? = nil) -> AttributeModel {
    AttributeModel(name: name, value: value, missing: nil, blank: blank)
  }
}

/// An element of an extension, which may stand in several places.
struct ExtensionElement: Sendable {
  let model: ElementModel
  /// Where it may stand.
  let places: Places
  /// Where it may stand once only.
  let once: Places
  let mark: Marks

  init(_ model: ElementModel, in places: Places, once: Places = [], _ mark: Marks = []) {
    self.model = model
    self.places = places
    self.once = once
    self.mark = mark
  }

  init(
    _ name: String, _ value: ValueType, in places: Places, once: Places = [], _ mark: Marks = [], filled: Bool = false,
    role: ElementModel.Role = .plain, attributes: [AttributeModel] = []
  ) {
    self.init(
      ElementModel(name, role, value, filled: filled, attributes: attributes), in: places, once: once, mark)
  }
}

/// Where elements of extensions can stand.
struct Places: OptionSet, Sendable {
  let rawValue: UInt16
  static let rss = Self(rawValue: 1)
  static let channel = Self(rawValue: 2)
  static let item = Self(rawValue: 4)
  static let image = Self(rawValue: 8)
  static let textInput = Self(rawValue: 16)
  static let feed = Self(rawValue: 32)
  static let entry = Self(rawValue: 64)
  static let atomSource = Self(rawValue: 128)
  static let person = Self(rawValue: 256)
  static let rdf = Self(rawValue: 512)
  static let mediaGroup = Self(rawValue: 1024)
  static let mediaContent = Self(rawValue: 2048)
  static let link = Self(rawValue: 4096)

  static let feeds: Self = [.channel, .feed]
  static let entries: Self = [.item, .entry]
  static let both: Self = [.channel, .feed, .item, .entry]
  static let media: Self = [.channel, .feed, .item, .entry, .mediaGroup, .mediaContent]
}

/// The children that the rules of an element ask about, one bit each.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  private static func bit(_ index: UInt64) -> Self { Self(rawValue: 1 << index) }
  static let title = bit(0), link = bit(1), description = bit(2), guid = bit(3), pubDate = bit(4), author = bit(5)
  static let category = bit(6), enclosure = bit(7), source = bit(8), item = bit(9), image = bit(10), language = bit(11)
  static let copyright = bit(12), webMaster = bit(13), managingEditor = bit(14), generator = bit(15)
  static let lastBuildDate = bit(16), id = bit(17), updated = bit(18), published = bit(19), content = bit(20)
  static let summary = bit(21), entry = bit(22), rights = bit(23), name = bit(24)
  static let dcDate = bit(25), dcCreator = bit(26), dcSubject = bit(27), dcLanguage = bit(28), dcRights = bit(29)
  static let dcPublisher = bit(30), dcTitle = bit(31), dcDescription = bit(32), adminGenerator = bit(33)
  static let contentEncoded = bit(34), atomContent = bit(35), atomSummary = bit(36), atomPublished = bit(37)
  static let atomUpdated = bit(38), atomID = bit(39), atomAuthor = bit(40), slashComments = bit(41), selfLink = bit(42)
  static let itunesAny = bit(44), itunesImage = bit(45), itunesCategory = bit(46)
  static let itunesExplicit = bit(47), itunesOwner = bit(48), itunesEmail = bit(49), xhtmlBody = bit(50)
  static let atomTitle = bit(51), atomRights = bit(52), atomCategory = bit(53), dctermsModified = bit(54)
  static let dcIdentifier = bit(55), dcSource = bit(56), atomLink = bit(57), mediaContent = bit(58), items = bit(59)
  static let complete = bit(60), archive = bit(61), itunesSummary = bit(62)
  static let geoLatitude = bit(43), geoLongitude = bit(63)
}

/// What a text or an attribute's value is.
enum ValueType: Sendable {
  /// No text but white space.
  case none
  /// Anything.
  case any
  /// Text that is checked as text.
  case text
  /// Text in which HTML is a mistake.
  case plainText
  /// Escaped HTML.
  case html
  case uri(URIDemand, RuleID = .uriInvalid)
  case rfc822, rfc3339, w3cDate, localDate
  case language
  /// An e-mail address alone.
  case email(RuleID)
  /// An e-mail address with a name.
  case contact
  case mediaType(RuleID)
  case integer(ClosedRange<Int>, RuleID)
  case decimal(RuleID)
  case latitude, longitude
  case point, line, polygon, box, circle
  case integerList(RuleID)
  /// One of these words.
  case word([String], RuleID)
  case custom(CustomValue)
}

/// Values that have a grammar of their own.
enum CustomValue: Sendable {
  case guid, permaLink, enclosureURL, enclosureLength, version, skipHour, imageURL, formControl
  case linkRelation, atomTextType, atomContentType
  case duration, itunesExplicit, itunesBlock, keywords, itunesText(Int)
  case nptTime, mediaHash, mediaRating, mediaRestriction, creditRole, countries
  case uuid, size, oldThreadingDate, trackback, mediaScheme, position, positions
  case alertName, alertDate, alertReferences, alertPolygon, alertCircle, alertLink
  case carriedRecord, carriedHeader
}
