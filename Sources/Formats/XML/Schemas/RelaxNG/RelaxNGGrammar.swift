import DatelineCore
import DatelineValidation

/// A schema of RELAX NG as patterns (RELAX NG, sections 3 and 4).
struct RelaxNGGrammar {
  private(set) var table = PatternTable()
  private(set) var names: [NameClass] = []
  private(set) var types: [SchemaDatatype] = []
  private(set) var values: [SchemaValue] = []
  /// What a document is held against.
  private(set) var start = PatternTable.notAllowed

  private var nameNumbers: [NameClass: Int] = [:]
  private var files: SchemaFiles
  /// The contents of elements that have not been made yet, by their numbers.
  private var pending: [(content: Int, place: Place)] = []
  private var depth = 0
  /// The documents that are being included, so that none includes itself.
  private var including: [Int] = []

  /// How deep definitions may nest in each other.
  private static let depthLimit = 1000

  /// An element of a schema, and what it inherits from those around it.
  private struct Place {
    var document: Int
    var element: Int
    var namespace = ""
    var library = ""
    var grammar: Grammar?
  }

  /// What a grammar defines.
  private final class Grammar {
    let parent: Grammar?
    var definitions: [String: [Place]] = [:]
    var made: [String: Int] = [:]
    /// The definitions that are being made.
    var open: Set<String> = []

    init(parent: Grammar?) { self.parent = parent }
  }

  /// The name under which the start of a grammar is kept, which no definition has.
  private static let startName = ""

  /// - Returns: nil where the schema is wrong, with the reasons among the problems of `files`.
  init?(_ files: inout SchemaFiles) {
    self.files = files
    start = pattern(Place(document: 0, element: 0))
    while let (content, place) = pending.popLast(), !self.files.isWrong {
      let inside = inherited(place)
      table.contents[content] = group(patterns(in: inside))
    }
    files.problems = self.files.problems
    if files.isWrong { return nil }
  }

  // MARK: Elements of the schema

  private func element(_ place: Place) -> SchemaElement { files.documents[place.document].elements[place.element] }

  /// Says that an element is wrong.
  ///
  /// - Returns: A pattern for it.
  private mutating func fail(_ place: Place, _ message: String) -> Int {
    files.problems.append(
      SchemaProblem(rule: .schemaUnusable, message: message, document: place.document, element: place.element))
    return PatternTable.notAllowed
  }

  /// The place with what its own attributes say.
  private func inherited(_ place: Place) -> Place {
    var result = place
    let own = element(place)
    if let namespace = own["ns"] { result.namespace = namespace }
    if let library = own["datatypeLibrary"] { result.library = library }
    return result
  }

  /// The elements of RELAX NG in an element; others are annotations.
  private func children(_ place: Place) -> [Place] {
    element(place).children.compactMap { child in
      guard files.documents[place.document].elements[child].name.namespace == SchemaFiles.relaxNG else { return nil }
      var result = place
      result.element = child
      return result
    }
  }

  /// The namespace of a prefix at an element of the schema.
  private static func namespace(_ prefix: String, _ document: SchemaDocument, _ element: Int) -> String? {
    var index = element
    while document.elements.indices.contains(index) {
      if let declared = document.elements[index].declarations.first(where: { $0.prefix == prefix }) {
        return declared.namespace
      }
      index = document.elements[index].parent
    }
    return prefix == "xml" ? "http://www.w3.org/XML/1998/namespace" : nil
  }

  // MARK: Patterns

  /// The patterns in an element, without its name class, parameters and exceptions.
  private mutating func patterns(in place: Place) -> [Int] {
    children(place).enumerated().compactMap { index, child in
      let name = element(child).name.local
      let isName =
        index == 0 && ["element", "attribute"].contains(element(place).name.local) && element(place)["name"] == nil
      return isName || name == "param" || name == "except" ? nil : pattern(child)
    }
  }

  private mutating func group(_ parts: [Int]) -> Int { table.balanced(parts) { $0.group($1, $2) } }

  private mutating func pattern(_ outer: Place) -> Int {
    guard depth < Self.depthLimit else {
      return files.isWrong
        ? PatternTable.notAllowed : fail(outer, "definitions nest deeper than \(Self.depthLimit) levels")
    }
    depth += 1
    defer { depth -= 1 }
    let own = element(outer)
    let place = inherited(outer)
    guard own.name.namespace == SchemaFiles.relaxNG else {
      return fail(place, "<\(own.name.written)> is no element of RELAX NG")
    }
    switch own.name.local {
    case "element": return namedElement(place)
    case "attribute":
      let content = patterns(in: place)
      let names = nameClass(place, isAttribute: true)
      return table.attribute(names, content.isEmpty ? PatternTable.text : group(content))
    case "group": return group(patterns(in: place))
    case "interleave":
      let parts = patterns(in: place)
      return table.balanced(parts) { $0.interleave($1, $2) }
    case "choice": return table.choice(patterns(in: place))
    case "optional": return table.choice([group(patterns(in: place)), PatternTable.empty])
    case "zeroOrMore": return table.zeroOrMore(group(patterns(in: place)))
    case "oneOrMore": return table.oneOrMore(group(patterns(in: place)))
    case "list": return table.list(group(patterns(in: place)))
    case "mixed": return table.interleave(group(patterns(in: place)), PatternTable.text)
    case "empty": return PatternTable.empty
    case "notAllowed": return PatternTable.notAllowed
    case "text": return PatternTable.text
    case "value": return value(place)
    case "data": return data(place)
    case "ref", "parentRef":
      let grammar = own.name.local == "ref" ? place.grammar : place.grammar?.parent
      return reference(Self.trimmed(own["name"]), of: grammar, at: place)
    case "externalRef": return external(place)
    case "grammar":
      var inner = place
      inner.grammar = Grammar(parent: place.grammar)
      collect(inner, replacing: [])
      return reference(Self.startName, of: inner.grammar, at: inner)
    default: return fail(place, "RELAX NG has no <\(own.name.local)> here")
    }
  }

  private static func trimmed(_ text: String?) -> String { text.map { String(XMLSpace.trimmed($0)) } ?? "" }

  private mutating func namedElement(_ place: Place) -> Int {
    let names = nameClass(place, isAttribute: false)
    let content = table.contents.count
    table.contents.append(PatternTable.notAllowed)
    pending.append((content, place))
    return table.element(names, content)
  }

  private mutating func external(_ place: Place) -> Int {
    guard let document = element(place)["href"].flatMap(SchemaLoader.index) else {
      return fail(place, "<externalRef> needs the attribute href")
    }
    guard !including.contains(document) else { return fail(place, "the file refers to itself") }
    including.append(document)
    defer { including.removeLast() }
    guard !files.documents[document].elements.isEmpty else { return PatternTable.notAllowed }
    return pattern(Place(document: document, element: 0, namespace: place.namespace))
  }

  // MARK: Definitions

  private mutating func reference(_ name: String, of grammar: Grammar?, at place: Place) -> Int {
    guard let grammar, let all = grammar.definitions[name] else {
      return fail(place, name.isEmpty ? "the grammar has no <start>" : "nothing defines \(quoted(name))")
    }
    if let known = grammar.made[name] { return known }
    guard grammar.open.insert(name).inserted else {
      return fail(place, "\(quoted(name)) refers to itself without an element between")
    }
    defer { grammar.open.remove(name) }
    let parts = all.map { definition in
      var inner = inherited(definition)
      inner.grammar = grammar
      return group(patterns(in: inner))
    }
    let ways = Set(all.compactMap { element($0)["combine"].map { Self.trimmed($0) } })
    guard parts.count == 1 || ways.count == 1 else {
      return fail(all[all.count - 1], "\(quoted(name)) is defined twice; say how to combine the definitions")
    }
    let result = ways.first == "interleave" ? table.balanced(parts) { $0.interleave($1, $2) } : table.choice(parts)
    grammar.made[name] = result
    return result
  }

  /// Takes what a grammar or a part of it defines, but for what is replaced.
  private mutating func collect(_ place: Place, replacing replaced: Set<String>) {
    for child in children(place) {
      let own = element(child)
      switch own.name.local {
      case "start", "define":
        let name = own.name.local == "start" ? Self.startName : Self.trimmed(own["name"])
        if own.name.local == "define", name.isEmpty { _ = fail(child, "<define> needs the attribute name") }
        if !replaced.contains(name) { place.grammar?.definitions[name, default: []].append(child) }
      case "div": collect(inherited(child), replacing: replaced)
      case "include": include(inherited(child), replacing: replaced)
      default: _ = fail(child, "a grammar has no <\(own.name.local)>")
      }
    }
  }

  private mutating func include(_ place: Place, replacing replaced: Set<String>) {
    guard let document = element(place)["href"].flatMap(SchemaLoader.index) else {
      _ = fail(place, "<include> needs the attribute href")
      return
    }
    guard !including.contains(document), document != place.document else {
      _ = fail(place, "the file includes itself")
      return
    }
    guard let root = files.documents[document].elements.first else { return }
    guard root.name.namespace == SchemaFiles.relaxNG, root.name.local == "grammar" else {
      _ = fail(place, "'\(files.documents[document].path)' is no grammar of RELAX NG")
      return
    }
    including.append(document)
    defer { including.removeLast() }
    let inner = Place(document: document, element: 0, namespace: place.namespace, grammar: place.grammar)
    collect(inherited(inner), replacing: replaced.union(definedNames(place)))
    collect(place, replacing: replaced)
  }

  /// What an include defines itself, in the place of what it takes.
  private func definedNames(_ place: Place) -> Set<String> {
    var names: Set<String> = []
    for child in children(place) {
      switch element(child).name.local {
      case "start": names.insert(Self.startName)
      case "define": names.insert(Self.trimmed(element(child)["name"]))
      default: names.formUnion(definedNames(child))
      }
    }
    return names
  }

  // MARK: Values

  private mutating func value(_ place: Place) -> Int {
    let own = element(place)
    let name = own["type"].map { Self.trimmed($0) } ?? "token"
    guard let type = SchemaDatatype(name, library: own["type"] == nil ? "" : place.library) else {
      return failOfType(name, place)
    }
    let (document, element) = (files.documents[place.document], place.element)
    let text = SchemaText(Array(own.text.utf8)) { prefix in
      // Without a prefix a name is in the namespace of ns.
      prefix.isEmpty ? place.namespace : Self.namespace(prefix, document, element)
    }
    types.append(type)
    values.append(SchemaValue(type: type, value: text))
    return table.value(values.count - 1)
  }

  private mutating func data(_ place: Place) -> Int {
    let name = Self.trimmed(element(place)["type"])
    guard let type = SchemaDatatype(name, library: place.library) else { return failOfType(name, place) }
    var excepted: [Int] = []
    for child in children(place) {
      let own = element(child)
      if own.name.local == "param" {
        guard type.add(Self.trimmed(own["name"]), own.text) else {
          return fail(child, "\(type) has no facet \(quoted(own["name"] ?? "")) with the value \(quoted(own.text))")
        }
      } else if own.name.local == "except" {
        excepted += patterns(in: inherited(child))
      }
    }
    types.append(type)
    return table.data(types.count - 1, except: table.choice(excepted))
  }

  private mutating func failOfType(_ name: String, _ place: Place) -> Int {
    let library = place.library.isEmpty ? "RELAX NG itself" : quoted(place.library)
    return fail(
      place,
      "\(library) has no type \(quoted(name)) that is known here; those of \(SchemaDatatype.xsd) and 'string' and 'token' are"
    )
  }

  // MARK: Names

  private mutating func number(of names: NameClass) -> Int {
    if let known = nameNumbers[names] { return known }
    self.names.append(names)
    nameNumbers[names] = self.names.count - 1
    return self.names.count - 1
  }

  /// The names of an element or attribute.
  private mutating func nameClass(_ place: Place, isAttribute: Bool) -> Int {
    let own = element(place)
    if let name = own["name"] {
      // An attribute without a prefix is in no namespace, unless it says so itself.
      var inner = place
      if isAttribute { inner.namespace = own["ns"] ?? "" }
      return number(of: self.name(Self.trimmed(name), inner))
    }
    guard let first = children(place).first else {
      return fail(place, "<\(own.name.local)> needs a name")
    }
    return number(of: nameClass(first))
  }

  private mutating func nameClass(_ outer: Place) -> NameClass {
    let place = inherited(outer)
    let own = element(place)
    switch own.name.local {
    case "name": return name(Self.trimmed(own.text), place)
    case "anyName": return .anyName(except: exception(place))
    case "nsName": return .anyLocal(namespace: place.namespace, except: exception(place))
    case "choice": return .choice(children(place).map { nameClass($0) })
    default:
      _ = fail(place, "<\(own.name.local)> is no name class")
      return .choice([])
    }
  }

  private mutating func exception(_ place: Place) -> NameClass? {
    guard let except = children(place).first(where: { element($0).name.local == "except" }) else { return nil }
    return .choice(children(inherited(except)).map { nameClass($0) })
  }

  private mutating func name(_ text: String, _ place: Place) -> NameClass {
    guard let colon = text.firstIndex(of: ":") else { return .name(namespace: place.namespace, local: text) }
    let local = String(text[text.index(after: colon)...])
    guard let namespace = Self.namespace(String(text[..<colon]), files.documents[place.document], place.element) else {
      _ = fail(place, "the prefix of \(quoted(text)) is not declared")
      return .name(namespace: "", local: local)
    }
    return .name(namespace: namespace, local: local)
  }
}
