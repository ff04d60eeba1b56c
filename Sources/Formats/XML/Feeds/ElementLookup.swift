internal import DatelineCore
internal import DatelineValidation

/// What the tables say about an element in its parent.
struct ElementMatch {
  var model: ElementModel
  var isOnce = false
  var mark: Marks = []
  /// The rule that it breaks by standing there.
  var problem: (RuleID, String)?
  /// The child that it would be if its letters were of another case.
  var meant: ChildModel?

  static let foreign = ElementMatch(model: .foreign)
}

/// What has been looked up: documents use few names in few places.
struct NameLookupCache {
  struct Key: Hashable {
    var parent: ObjectIdentifier
    var name: Int
  }
  var elements: [Key: ElementMatch] = [:]
  var attributes: [Key: AttributeModel?] = [:]
  /// The namespaces of the document's names, and whether each name is one of HTML.
  var namespaces: [FeedNamespace?] = []
}

extension FeedState {
  /// Finds the namespaces of names that are new.
  mutating func resolveNames() {
    guard lookup.namespaces.count < names.count else { return }
    for name in names[lookup.namespaces.count...] {
      lookup.namespaces.append(name.namespace.flatMap(FeedNamespace.of(uri:)))
    }
  }

  func namespace(_ name: Int) -> FeedNamespace? { lookup.namespaces[name] }

  func isChecked(_ space: FeedNamespace) -> Bool {
    switch space.knowledge {
    case .checked: true
    case .checkedHere: !isReference
    case .unchecked: false
    }
  }

  /// What a child of the element that is open is.
  mutating func child(_ event: XMLEvent) -> ElementMatch {
    let parent = frames[frames.count - 1]
    switch parent.model.role {
    case .foreign: return foreignChild(parent, event.name)
    case .markup: return markupChild(event)
    case .textConstruct, .atomContent: return contentChild(parent, event)
    default: if parent.isLiteral { return .foreign }
    }
    let key = NameLookupCache.Key(parent: ObjectIdentifier(parent.model), name: event.name)
    if let found = lookup.elements[key] { return found }
    let match = lookUp(parent, event.name)
    // A document can make up names; those that are no one's are not kept.
    if lookup.elements.count < 10_000 { lookup.elements[key] = match }
    return match
  }

  private func lookUp(_ parent: Frame, _ name: Int) -> ElementMatch {
    let local = names[name].local
    if isOwn(name, of: parent), let child = parent.model.children.first(where: { $0.model.name == local }) {
      if case .many = child.occurs { return ElementMatch(model: child.model, mark: child.mark) }
      return ElementMatch(model: child.model, isOnce: true, mark: child.mark)
    }
    if let special = specialChild(parent, name) { return special }
    guard let uri = names[name].namespace else { return unnamespaced(parent, name) }
    guard let space = namespace(name) else {
      return isOwnNamespace(uri, of: parent) ? unknown(parent, name) : .foreign
    }
    if !isChecked(space) || space == .svg || space == .mathML { return .foreign }
    guard let element = ExtensionVocabulary.element(space, local) else {
      return unknownExtension(parent, name, space)
    }
    guard !element.places.isDisjoint(with: parent.model.place) else {
      if space == .xhtml { return misplacedMarkup(name) }
      if space == .atom, format.isAtom { return unknown(parent, name) }
      // A leaf of Atom may hold what nobody defined; below a table's element the place is known.
      return ElementMatch(
        model: .foreign,
        problem: (
          isReference ? .elementUnknown : .usageUndocumented,
          "<\(written(name))> has no place in <\(written(parent.name))>, and readers do not look for it there; move it"
        ))
    }
    return ElementMatch(
      model: element.model, isOnce: !element.once.isDisjoint(with: parent.model.place), mark: element.mark)
  }

  /// Whether a name is in the namespace in which the children of `parent` are.
  private func isOwn(_ name: Int, of parent: Frame) -> Bool {
    if parent.model.role == .rdf { return namespace(name) == (format == .rss090 ? .rss09 : .rss10) }
    return names[name].namespace == names[parent.name].namespace
  }

  private func isOwnNamespace(_ uri: String, of parent: Frame) -> Bool { names[parent.name].namespace == uri }

  private func specialChild(_ parent: Frame, _ name: Int) -> ElementMatch? {
    let local = names[name].local
    switch parent.model.role {
    case .itunesCategory where namespace(name) == .itunes && local == "category":
      return ElementMatch(model: parent.model)
    case .items where namespace(name) == .rdf && (local == "Seq" || local == "Bag"):
      return ElementMatch(model: RSS10Vocabulary.sequence)
    case .deletedEntry: return .foreign
    case .rdf where namespace(name) == .rdf && RSS10Vocabulary.rdfNames.contains(local): return .foreign
    case .plain where parent.model.name == "where" && namespace(name) == .gml: return .foreign
    case .rss where names[name].namespace != nil: return .foreign
    default: return nil
    }
  }

  private func unnamespaced(_ parent: Frame, _ name: Int) -> ElementMatch {
    if namespace(parent.name) == .dublinCore, format != .rss10 { return unknown(parent, name) }
    if names[parent.name].namespace != nil || format == .rss10 || format == .rss090 || format.isAtom {
      return ElementMatch(
        model: .foreign,
        problem: (
          .extensionWithoutNamespace,
          "<\(written(name))> is in no namespace, so nobody knows what it means; give it one"
        ))
    }
    return unknown(parent, name)
  }

  private func unknown(_ parent: Frame, _ name: Int) -> ElementMatch {
    let local = names[name].local
    if namespace(name) == .xhtml { return misplacedMarkup(name) }
    if format == .rss10, parent.model.place == [], parent.model.children.isEmpty {
      return ElementMatch(
        model: .foreign,
        problem: (
          .rss10Rdf, "<\(written(parent.name))> is a property, which holds text alone; escape the '<' of this element"
        ))
    }
    let choices = parent.model.children.map(\.model.name)
    let hint =
      nearestName(to: local, among: choices).map { "; was <\($0)> meant?" }
      ?? "; take it out, or give it a namespace of its own"
    let rule: RuleID = local == "blink" && parent.model.role == .channel ? .rssBlink : .elementUnknown
    return ElementMatch(
      model: .foreign, problem: (rule, "<\(written(parent.name))> has no <\(String(written(name).prefix(80)))>\(hint)"),
      meant: isOwn(name, of: parent) ? onlyChild(of: parent.model, named: local) : nil)
  }

  /// The child whose name has these letters, in whatever case.
  private func onlyChild(of model: ElementModel, named name: String) -> ChildModel? {
    let likely = model.children.filter { $0.model.name.lowercased() == name.lowercased() }
    return likely.count == 1 ? likely[0] : nil
  }

  private func unknownExtension(_ parent: Frame, _ name: Int, _ space: FeedNamespace) -> ElementMatch {
    let local = names[name].local
    if space == .xhtml { return misplacedMarkup(name) }
    if space == .threading, local == "when" {
      return ElementMatch(model: .foreign, problem: (.thrWhen, "thr:when was renamed thr:updated; rename it"))
    }
    if space == .commentAPI, local == "commentRSS" {
      return ElementMatch(
        model: ExtensionVocabulary.element(.commentAPI, "commentRss")?.model ?? .foreign,
        problem: (.wfwCommentrss, "wfw:commentRSS is written wfw:commentRss; rename it"))
    }
    if space == .rdf, RSS10Vocabulary.rdfNames.contains(local) || local.hasPrefix("_") { return .foreign }
    if space == .gml || space == .podcast || space == .tombstones || space == .xml { return .foreign }
    if space == .atom || space == .rss10 || space == .rss09
      || (isOwn(name, of: parent) && !parent.model.children.isEmpty)
    {
      return unknown(parent, name)
    }
    let hint = nearestName(to: local, among: ExtensionVocabulary.names(of: space)).map { "; was '\($0)' meant?" } ?? ""
    return ElementMatch(
      model: .foreign,
      problem: (.elementUnknown, "the namespace of \(space.prefix): has no '\(local.prefix(80))'\(hint)"))
  }

  private func misplacedMarkup(_ name: Int) -> ElementMatch {
    ElementMatch(
      model: Self.markup,
      problem: (.xhtmlMisplaced, "XHTML stands where no markup belongs; put <\(written(name))> into the content"))
  }

  static let markup = ElementModel("", .markup, .any)

  private func foreignChild(_ parent: Frame, _ name: Int) -> ElementMatch {
    if namespace(name) == .gml, let model = GeoVocabulary.coordinates[names[name].local] {
      return ElementMatch(model: model)
    }
    if namespace(parent.name) == .dublinCore, format != .rss10, !parent.model.name.isEmpty {
      return ElementMatch(
        model: .foreign,
        problem: (.elementUnknown, "<\(written(parent.name))> is text alone in RSS 2.0 and Atom; take this element out")
      )
    }
    guard names[name].namespace == nil, names[parent.name].namespace != nil, isKnownParent(parent) else {
      return .foreign
    }
    return ElementMatch(
      model: .foreign,
      problem: (
        .extensionWithoutNamespace, "<\(written(name))> is in no namespace inside an extension; give it the extension's"
      ))
  }

  private func isKnownParent(_ parent: Frame) -> Bool { format.isRSS || format.isAtom }
}
