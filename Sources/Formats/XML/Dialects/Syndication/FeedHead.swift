import DatelineCore
import DatelineIdentity
import DatelineRecord
import DatelineSyndication

/// What a feed says of itself: the channel of RSS without its items, the feed of Atom without its entries.
struct FeedHead: VisibleEntry {
  /// What it says. Later versions add behind the others.
  enum Field: Int, CaseIterable {
    case title, language, rights, publisher, created, generator, other, attributes
    case link, description, image, icon
  }

  let form: FeedForm
  private(set) var elements = [[FeedElement]](repeating: [], count: Field.allCases.count)
  /// `xml:lang` of the feed; only Atom writes it.
  var language: String?
  var attributes: [FeedElement.Attribute] = []
  /// What carries the header.
  private(set) var carriers: [FeedElement] = []
  /// The fields that the form demands and nobody told.
  private(set) var madeUp: Set<Field> = []

  /// A feed that says nothing of itself yet.
  init(_ form: FeedForm) { self.form = form }

  subscript(field: Field) -> [FeedElement] {
    get { elements[field.rawValue] }
    set { elements[field.rawValue] = newValue }
  }

  /// Takes an element of the feed that was read.
  mutating func add(_ element: FeedElement) {
    guard !element.isCarrier else { return carriers.append(element) }
    self[Self.field(of: element, form)].append(element)
  }

  /// Takes the attributes of the root or the channel.
  mutating func add(_ attributes: [FeedElement.Attribute]) {
    for attribute in attributes {
      if form == .atom, attribute.name == XMLName(namespace: FeedNamespace.xml.uri, prefix: "xml", local: "lang") {
        language = attribute.value.isEmpty ? nil : attribute.value
      } else if !(attribute.name.namespace == nil && attribute.name.local == "version") {
        self.attributes.append(attribute)
      }
    }
  }

  /// The attributes of the feed, `xml:lang` with them.
  var allAttributes: [FeedElement.Attribute] { language.map { [.language($0)] + attributes } ?? attributes }

  static func name(of field: Field) -> String { "\(field)" }

  func value(of field: Field) -> [UInt8] {
    switch field {
    case .language where form == .atom: Array((language ?? "").utf8)
    case .attributes: attributes.isEmpty ? [] : [FeedElement(XMLName(nil, "x"), attributes)].normalised
    default: self[field].normalised
    }
  }

  private static func field(of element: FeedElement, _ form: FeedForm) -> Field {
    let own = form.space?.uri
    switch (element.name.namespace, element.name.local) {
    case (own, "title"): return .title
    case (own, "language") where form == .rss, (FeedNamespace.dublinCore.uri, "language") where form == .rss:
      return .language
    case (own, "copyright") where form == .rss, (FeedNamespace.dublinCore.uri, "rights"),
      (FeedNamespace.atom.uri, "rights"):
      return .rights
    case (FeedNamespace.dublinCore.uri, "publisher"),
      (own, "author") where form == .atom, (nil, "managingEditor"):
      return .publisher
    case (own, "lastBuildDate") where form == .rss, (own, "pubDate") where form == .rss,
      (FeedNamespace.atom.uri, "updated"), (FeedNamespace.dublinCore.uri, "date"):
      return .created
    case (own, "generator"): return .generator
    case (nil, "link"): return .link
    case (FeedNamespace.atom.uri, "link") where form == .atom:
      return (element.attribute("rel") ?? "alternate") == "alternate" ? .link : .other
    case (nil, "description"), (FeedNamespace.atom.uri, "subtitle"): return .description
    case (nil, "image"), (FeedNamespace.atom.uri, "logo"): return .image
    case (FeedNamespace.atom.uri, "icon"): return .icon
    default: return .other
    }
  }

  // MARK: - Into the header

  /// When the feed was made, and the zone of that date where it is read without it.
  private var created: (instant: Instant, unreadZone: String?)? {
    let last = self[.created].first { $0.name.local == "lastBuildDate" || $0.name.local == "updated" }
    for text in ([last].compactMap { $0 } + self[.created]).compactMap(\.text) {
      guard !FeedStandIn.isDate(text), case .instant(let instant)? = FeedDate.read(text) else { continue }
      return (instant, instant.offset == nil ? FeedDate.unreadZone(in: text) : nil)
    }
    return nil
  }

  /// See ``FeedDate/unreadZone(in:)``.
  var unreadZone: String? { created?.unreadZone }

  func take(_ field: Field, into header: inout Header) -> Bool {
    switch field {
    case .title:
      header.title = self[.title].lazy.compactMap { text($0) }.first { $0.description != FeedStandIn.title }
    case .language:
      let inherited = attributes.first { $0.name.namespace == FeedNamespace.xml.uri && $0.name.local == "lang" }?.value
      header.language = (language ?? self[.language].first?.text ?? inherited).flatMap { Text($0) }
    case .rights:
      var rights = header.rights ?? Rights()
      rights.notice = self[.rights].lazy.compactMap { text($0) }.first
      header.rights = rights.isEmpty ? nil : rights
    case .publisher: takePublisher(into: &header)
    case .created:
      header.created = created?.instant
    case .generator: header.generator = self[.generator].first?.text.flatMap { Text($0) }
    case .other:
      let elements = self[.other].filter { !isStandIn($0, header) }
      header.extras[form.elementsKey] =
        elements.isEmpty ? nil : JSONText(strings: elements.map { [$0].source(in: form.scope) })
    case .attributes:
      header.extras[form.attributesKey] =
        attributes.isEmpty ? nil : JSONText(strings: attributes.map { $0.source(in: form.scope) })
    case .link:
      let addresses = self[.link].lazy.compactMap { $0.name.namespace == nil ? $0.text : $0.attribute("href") }
      header.extras.set(addresses.first { $0 != FeedStandIn.address }.map(resolved), as: FeedExtra.link)
    case .description:
      header.extras.set(self[.description].lazy.compactMap { text($0) }.first, as: FeedExtra.description)
    case .image:
      let addresses = self[.image].lazy.compactMap { $0.name.namespace == nil ? $0.first(nil, "url")?.text : $0.text }
      header.extras.set(addresses.first.map(resolved), as: FeedExtra.image)
    case .icon: header.extras.set(self[.icon].first?.text.map(resolved), as: FeedExtra.icon)
    }
    return true
  }

  private func takePublisher(into header: inout Header) {
    var author = Author()
    if let element = self[.publisher].first(where: { $0.name.local == "author" }) {
      author.name = element.first(.atom, "name")?.text.flatMap { Text($0) }
      author.email = element.first(.atom, "email")?.text.flatMap { Text($0) }
      author.url = element.first(.atom, "uri")?.text.flatMap { Text(resolved($0)) }
    } else if let name = self[.publisher].first(where: { $0.name.local == "publisher" && $0.text != nil })?.text {
      author.name = Text(name)
    } else if let text = self[.publisher].lazy.compactMap(\.text).first {
      (author.name, author.email) = FeedPerson.parts(of: text)
    }
    header.publisher = author.name.flatMap { $0.description == FeedStandIn.name ? nil : $0 }
    header.extras.set(author.email, as: FeedExtra.email)
    header.extras.set(author.url, as: FeedExtra.page)
  }

  private func text(_ element: FeedElement) -> Text? {
    var text = FeedText(element).withoutMarkup
    // Atom says what its texts are.
    if element.name.namespace != FeedNamespace.atom.uri { text = FeedHTML.plainText(text) }
    return Text(text.withSingleSpaces)
  }

  private func resolved(_ address: String) -> String {
    let base = attributes.last { $0.name.namespace == FeedNamespace.xml.uri && $0.name.local == "base" }?.value
    return base.map { RelativeReference.resolve(address, against: $0) } ?? address
  }

  /// The fields that say of themselves that they were made up.
  var markedFields: [Field] { madeUpFields(by: FeedCarrier.madeUp(carriers)) }

  /// The head without what was made up.
  var withoutMadeUp: FeedHead {
    var head = self
    for field in markedFields { head[field] = [] }
    return head
  }

  /// Keeps in the extras of `header` what this head, which was read, says otherwise than the writer would.
  func keep(_ fields: [Field], in header: inout Header) {
    var kept = KeptSource(header.extras[form.writtenKey])
    let shown = FeedHead(generating: header, form, stamp: nil)
    for field in fields where field != .other && field != .attributes {
      let source = field == .language && form == .atom ? value(of: field) : self[field].source(in: form.scope)
      kept.keep(source, value: value(of: field), of: Self.name(of: field), insteadOf: shown.value(of: field))
    }
    header.extras[form.writtenKey] = kept.json
  }

  // MARK: - From the header

  /// - Parameters:
  ///   - stamp: When the first record was last changed: the date of an Atom feed whose header has none.
  ///   - address: The address that the feed will have, if it is known.
  init(showing header: Header, _ form: FeedForm, stamp: String?, address: String) {
    self.init(generating: header, form, stamp: stamp, address: address)
    let extras = header.extras
    self[.other] = (extras[form.elementsKey]?.strings ?? []).flatMap { FeedElement.parse($0, in: form.scope) ?? [] }
    attributes = (extras[form.attributesKey]?.strings ?? []).flatMap {
      FeedElement.Attribute.parse($0, in: form.scope)
    }
    let kept = KeptSource(extras[form.writtenKey])
    for field in Field.allCases where field != .other && field != .attributes {
      guard let text = kept.text(of: Self.name(of: field), insteadOf: value(of: field)) else { continue }
      if field == .language, form == .atom {
        language = text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
      } else if let elements = FeedElement.parse(text, in: form.scope) {
        self[field] = elements
        madeUp.remove(field)
      }
    }
    addStandIns(header, address)
  }

  private init(generating header: Header, _ form: FeedForm, stamp: String?, address: String = "") {
    self.init(form)
    if header.title == nil { madeUp.insert(.title) }
    self[.title] = [form.textElement("title", header.title?.description ?? FeedStandIn.title)]
    if let language = header.language?.description {
      if form == .atom { self.language = language } else { self[.language] = [form.element("language", [:], language)] }
    }
    if let notice = header.rights?.notice?.description {
      self[.rights] = [form.textElement(form == .rss ? "copyright" : "rights", notice)]
    }
    showPublisher(header)
    let created = header.created.flatMap { $0.offset == nil ? nil : $0 }
    if form == .atom {
      if created == nil { madeUp.insert(.created) }
      self[.created] = [form.element("updated", [:], created?.description ?? stamp ?? FeedStandIn.date)]
    } else if let text = created.flatMap(FeedDate.rfc822) {
      self[.created] = [form.element("lastBuildDate", [:], text)]
    }
    if let generator = header.generator { self[.generator] = [form.element("generator", [:], generator.description)] }
    showSite(header, address)
  }

  private mutating func showPublisher(_ header: Header) {
    let name = header.publisher?.description
    let email = header.extras.string(FeedExtra.email)
    if form == .atom {
      if name == nil { madeUp.insert(.publisher) }
      var author = form.element("author")
      author.children = [.element(form.element("name", [:], name ?? FeedStandIn.name))]
      if let page = header.extras.string(FeedExtra.page), FeedAddress.isAbsolute(page) {
        author.children.append(.element(form.element("uri", [:], page)))
      }
      if let email { author.children.append(.element(form.element("email", [:], email))) }
      self[.publisher] = [author]
    } else if let email {
      self[.publisher] = [form.element("managingEditor", [:], email + (name.map { " (\($0))" } ?? ""))]
    } else if let name {
      self[.publisher] = [FeedElement(.dublinCore, "publisher", [:], name)]
    }
  }

  /// What leads from the feed to its site, and what the feed looks like.
  private mutating func showSite(_ header: Header, _ address: String) {
    let extras = header.extras
    let link = extras.string(FeedExtra.link).flatMap { FeedAddress.isAbsolute($0) ? $0 : nil }
    let description = extras.string(FeedExtra.description)
    let image = extras.string(FeedExtra.image)
    if form == .rss {
      if link == nil { madeUp.insert(.link) }
      let shown = link ?? (address.isEmpty ? FeedStandIn.address : address)
      self[.link] = [form.element("link", [:], shown)]
      self[.description] = [form.element("description", [:], description)]
      if let image, FeedAddress.isWeb(image) {
        var element = form.element("image")
        element.children = [
          .element(form.element("url", [:], image)),
          .element(form.element("title", [:], header.title?.description ?? FeedStandIn.title)),
          .element(form.element("link", [:], shown)),
        ]
        self[.image] = [element]
      }
    } else {
      if let link { self[.link] = [form.atomElement("link", ["rel": "alternate", "href": link])] }
      if let description { self[.description] = [form.textElement("subtitle", description)] }
      if let image { self[.image] = [form.element("logo", [:], image)] }
    }
    if let icon = extras.string(FeedExtra.icon) {
      var element = form.atomElement("icon", [:])
      element.children = [.text(icon)]
      self[.icon] = [element]
    }
  }

  /// What a reader makes of the head where the header does not travel along.
  func readBack(_ carry: Carry) -> Header {
    var shown = FeedHead(form)
    shown.add(allAttributes)
    for field in Field.allCases {
      for element in self[field] { shown.add(element) }
    }
    if carry == .ids { for field in madeUp { shown[field] = [] } }
    var back = Header(schemaVersion: Schema.version)
    for field in Field.allCases { _ = shown.take(field, into: &back) }
    return back
  }

  /// What of `header` is not in `back`, which is what comes back.
  func losses(of header: Header, in back: Header, _ carry: Carry) -> [ReadBack.Loss] {
    var back = back
    back.schemaVersion = header.schemaVersion
    let supplied = Set(madeUp.map { $0 == .link ? "header.extras" : "header.\($0)" })
    return ReadBack.losses(
      of: header, in: back, called: "header", butExtras: form.sourceKeys,
      madeUp: { carry == .none && supplied.contains($0) })
  }

  /// Adds the feed's identifier and its own address.
  private mutating func addStandIns(_ header: Header, _ address: String) {
    func has(_ local: String) -> Bool { self[.other].contains { $0.isNamed(form.space, local) } }
    func hasSelf() -> Bool {
      self[.other].contains { $0.isNamed(.atom, "link") && $0.attribute("rel") == "self" }
    }
    var added: [FeedElement] = []
    if form == .atom, !has("id") {
      added.append(form.element("id", [:], address.isEmpty ? Self.standInID(header) : address))
    }
    if !address.isEmpty, !hasSelf() {
      let type = form == .rss ? "application/rss+xml" : "application/atom+xml"
      added.append(form.atomElement("link", ["rel": "self", "href": address, "type": type]))
    }
    self[.other] = added + self[.other]
  }

  private func isStandIn(_ element: FeedElement, _ header: Header) -> Bool {
    guard element.attributes.isEmpty, element.name.namespace == form.space?.uri else { return false }
    return form == .atom && element.name.local == "id" && element.text == Self.standInID(header)
  }

  private static func standInID(_ header: Header) -> String {
    "urn:uuid:\(Identifier.uuid(of: "feed:\(header.title?.description ?? "")"))"
  }
}

extension FeedElement.Attribute {
  /// `xml:lang`.
  static func language(_ value: String) -> Self {
    FeedElement.Attribute(name: XMLName(namespace: FeedNamespace.xml.uri, prefix: "xml", local: "lang"), value: value)
  }

  /// The attribute as it stands in a tag, with the declaration that it needs.
  func source(in scope: FeedElement.Scope) -> [UInt8] {
    var text: [UInt8] = []
    FeedElement(XMLName(nil, "x"), [self]).append(to: &text, in: scope)
    // Without `<x ` and `/>`, and without the declaration that `x` may need.
    let head = scope[""] == nil ? "<x " : "<x xmlns=\"\" "
    return Array(text.dropFirst(head.utf8.count).dropLast(2))
  }

  /// The attributes of a text that ``source(in:)`` made.
  static func parse(_ text: [UInt8], in scope: FeedElement.Scope) -> [FeedElement.Attribute] {
    FeedElement.parse(Array("<x ".utf8) + text + Array("/>".utf8), in: scope)?.first?.attributes ?? []
  }
}
