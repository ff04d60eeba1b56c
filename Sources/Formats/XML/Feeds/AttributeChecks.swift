internal import DatelineCore
internal import DatelineValidation

/// Attributes: those that the tables know, those of XML, and those that have no business there.
extension FeedState {
  mutating func checkAttributes(_ event: XMLEvent, _ model: ElementModel) {
    if model.role == .markup { return checkMarkupAttributes(event) }
    let depth = frames.count
    var found = 0
    for index in 0..<event.attributes.count {
      let attribute = tape.attributes[event.attributes.lowerBound + index]
      if checkInherited(attribute, index, event, depth) { continue }
      if model.role == .foreign, model.attributes.isEmpty { continue }
      guard let known = attributeModel(attribute.name, model) else {
        checkUnknown(attribute, index, event, model)
        continue
      }
      found += 1
      let taped = tape.bytes
      let value = taped.span.extracting(attribute.value)
      if let blank = known.blank, value.isBlank {
        report(
          blank, "'\(known.name)' is empty; give it a value, or leave it out", at: place(ofAttribute: index, in: event))
        if blank == .attributeBlank, !isReference { continue }
      }
      checkValue(of: attribute, known, index, event)
    }
    guard found < model.attributes.count else { return }
    for known in model.attributes where known.missing != nil {
      checkPresence(of: known, in: event)
    }
  }

  private mutating func checkPresence(of known: AttributeModel, in event: XMLEvent) {
    guard let rule = known.missing else { return }
    let isThere = tape.attributes[event.attributes].contains { matches($0.name, known) }
    if !isThere {
      report(rule, "<\(written(event.name))> needs the attribute '\(known.name)'; add it", at: place(ofTag: event))
    }
  }

  /// Whether a name is that of an attribute in the tables, which write `rdf:about` with its usual prefix.
  private func matches(_ name: Int, _ known: AttributeModel) -> Bool {
    if let colon = known.name.firstIndex(of: ":") {
      return namespace(name)?.prefix == String(known.name[..<colon])
        && known.name[known.name.index(after: colon)...] == names[name].local
    }
    return names[name].namespace == nil && names[name].local == known.name
  }

  private mutating func attributeModel(_ name: Int, _ model: ElementModel) -> AttributeModel? {
    let key = NameLookupCache.Key(parent: ObjectIdentifier(model), name: name)
    if let found = lookup.attributes[key] { return found }
    let known = model.attributes.first { matches(name, $0) }
    if lookup.attributes.count < 10_000 { lookup.attributes[key] = known }
    return known
  }

  private mutating func checkUnknown(_ attribute: XMLAttribute, _ index: Int, _ event: XMLEvent, _ model: ElementModel)
  {
    let name = names[attribute.name]
    guard let uri = name.namespace else {
      // Elements that nothing is known about may have any attribute.
      guard model.role != .foreign else { return }
      let hint =
        nearestName(to: name.local, among: model.attributes.map(\.name)).map { "; was '\($0)' meant?" }
        ?? "; take it out"
      if format.isRSSWithDetails(model), Self.isOldAttribute(name.local) { return }
      return report(
        .attributeUnknown, "<\(written(event.name))> has no attribute '\(name.local.prefix(80))'\(hint)",
        at: place(ofAttribute: index, in: event), fix: rename(name.local, index, event, model))
    }
    if uri == "http://www.w3.org/2001/XMLSchema-instance" {
      if name.local == "schemaLocation" || name.local == "noNamespaceSchemaLocation" {
        report(
          .schemaLocation, "no reader of feeds follows '\(name.written)'; leave it out",
          at: place(ofAttribute: index, in: event))
      }
      if case .rss = format, frames.count == 1 { reportExtension(index, event) }
      return
    }
    if namespace(attribute.name) == .rdf, !Self.rdfAttributes.contains(name.local) {
      let hint = nearestName(to: name.local, among: Array(Self.rdfAttributes)).map { "; was 'rdf:\($0)' meant?" } ?? ""
      report(
        .attributeUnknown, "RDF has no attribute '\(name.local.prefix(80))'\(hint)",
        at: place(ofAttribute: index, in: event))
    }
    if namespace(attribute.name) == .threading, model.role == .link {
      report(
        .attributeUnknown, "RFC 4685 has no attribute '\(name.local.prefix(80))'; it has 'count' and 'updated'",
        at: place(ofAttribute: index, in: event))
    }
    guard case .rss = format, names[event.name].namespace == nil else { return }
    // The RSS Board allows attributes of namespaces; the older text of the specification does not speak of them on `rss`.
    if frames.count == 1 { reportExtension(index, event) }
  }

  /// The change that writes a name as the format does, where only the case of letters differs.
  private func rename(_ name: String, _ index: Int, _ event: XMLEvent, _ model: ElementModel) -> FindingFix? {
    let likely = model.attributes.filter { $0.name.lowercased() == name.lowercased() }
    // An element has an attribute once.
    let rivals = tape.attributes[event.attributes].count {
      names[$0.name].namespace == nil && names[$0.name].local.lowercased() == name.lowercased()
    }
    let start = parser.position(ofAttribute: index, in: event)
    let end = start.offset + name.utf8.count
    guard likely.count == 1, rivals == 1, parser.source(start.offset..<end).elementsEqual(name.utf8) else { return nil }
    return FindingFix(start: start, end: parser.position(at: end), replacement: likely[0].name)
  }

  /// RDF/XML Syntax, section 5.1.
  private static let rdfAttributes: Set<String> = [
    "about", "resource", "parseType", "ID", "nodeID", "datatype", "type", "value", "subject", "predicate", "object",
    "aboutEach", "aboutEachPrefix", "bagID",
  ]

  private mutating func reportExtension(_ index: Int, _ event: XMLEvent) {
    report(
      .extensionAttributeOnCore,
      "RSS has no place for attributes of other namespaces on its own elements, and few readers look at them",
      at: place(ofAttribute: index, in: event))
  }

  private static func isOldAttribute(_ name: String) -> Bool { name == "xmlns" }

  /// Takes `xml:lang` and `xml:base`, which elements inherit.
  ///
  /// - Returns: Whether the attribute is one of XML's own.
  private mutating func checkInherited(_ attribute: XMLAttribute, _ index: Int, _ event: XMLEvent, _ depth: Int) -> Bool
  {
    guard namespace(attribute.name) == .xml else { return false }
    let taped = tape.bytes
    let value = taped.span.extracting(attribute.value)
    switch names[attribute.name].local {
    case "lang":
      inherited.languages.append((depth, value.string))
      // An empty one takes the language away (XML 1.0, section 2.12).
      if !value.isEmpty { check(value, .language, at: index, event) }
    case "base": checkBase(value, index, event, depth)
    default: break
    }
    return true
  }

  private mutating func checkBase(_ value: Span<UInt8>, _ index: Int, _ event: XMLEvent, _ depth: Int) {
    let text = value.string
    if let scheme = AttributeSafety.unsafeScheme(value, isPicture: false) {
      report(
        .linkBaseUnsafe, "a base that is a \(scheme): link changes what every link below means; take it out",
        at: place(ofAttribute: index, in: event))
    } else if value.count <= 8192 {
      problems.removeAll()
      URIChecks.check(value, .international, invalid: .iriInvalid, &problems)
      reportProblems(ofAttribute: index, event)
    }
    if value.count <= 8192 {
      inherited.bases.append((depth, RelativeReference.resolve(text, against: base ?? "")))
    }
  }

  /// The base of the element that is open.
  var base: String? { inherited.bases.last?.value }

  mutating func endInherited(at depth: Int) {
    while let last = inherited.languages.last, last.depth >= depth { inherited.languages.removeLast() }
    while let last = inherited.bases.last, last.depth >= depth { inherited.bases.removeLast() }
  }

  // MARK: Values

  mutating func check(_ value: Span<UInt8>, _ type: ValueType, at index: Int, _ event: XMLEvent) {
    problems.removeAll(keepingCapacity: true)
    checkValue(value, type, in: frames[frames.count - 1])
    if !problems.isEmpty { reportProblems(ofAttribute: index, event) }
  }

  private mutating func checkValue(of attribute: XMLAttribute, _ known: AttributeModel, _ index: Int, _ event: XMLEvent)
  {
    let taped = tape.bytes
    let value = taped.span.extracting(attribute.value)
    problems.removeAll(keepingCapacity: true)
    TextScan.check(value, &problems)
    if case .text = known.value {} else { checkValue(value, known.value, in: frames[frames.count - 1]) }
    if !problems.isEmpty { reportProblems(ofAttribute: index, event) }
  }

  mutating func reportProblems(ofAttribute index: Int, _ event: XMLEvent) {
    let found = problems
    problems.removeAll(keepingCapacity: true)
    guard let written = parser.writtenValue(ofAttribute: index, in: event) else {
      for problem in found { report(problem, at: place(ofTag: event)) }
      return
    }
    let value = tape.bytes[tape.attributes[event.attributes.lowerBound + index].value]
    let source = parser.source(written)
    let whole = place(written)
    let isPlain = source.elementsEqual(value)
    for problem in found {
      var place = whole
      if let range = problem.range, isPlain {
        place = self.place((written.lowerBound + range.lowerBound)..<(written.lowerBound + range.upperBound))
      }
      report(problem, at: place, whole: whole, source: source, value: value)
    }
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(start: parser.position(at: range.lowerBound), end: parser.position(at: range.upperBound))
  }

  func place(ofAttribute index: Int, in event: XMLEvent) -> Place {
    let start = parser.position(ofAttribute: index, in: event)
    guard let written = parser.writtenValue(ofAttribute: index, in: event) else {
      return Place(start: start, end: start)
    }
    // The quotation mark belongs to it.
    return Place(start: start, end: parser.position(at: written.upperBound + 1))
  }

  /// The place of the value of the attribute `name` of a start tag; of the tag where it has none.
  func place(ofValue name: String, in event: XMLEvent) -> Place {
    let index = tape.attributes[event.attributes].firstIndex {
      names[$0.name].namespace == nil && names[$0.name].local == name
    }
    guard let index, let written = parser.writtenValue(ofAttribute: index - event.attributes.lowerBound, in: event)
    else {
      return place(ofTag: event)
    }
    return place(written)
  }

  /// The value of the attribute `name` of a start tag, in no namespace.
  func attribute(_ name: String, of event: XMLEvent) -> String? {
    for attribute in tape.attributes[event.attributes]
    where names[attribute.name].namespace == nil && names[attribute.name].local == name {
      return tape.string(attribute.value)
    }
    return nil
  }
}

extension FeedFormat {
  /// Whether the element is of RSS before 1.0, whose documents have attributes that later versions dropped.
  fileprivate func isRSSWithDetails(_ model: ElementModel) -> Bool {
    if case .rss = self { return model.role == .rss }
    return false
  }
}
