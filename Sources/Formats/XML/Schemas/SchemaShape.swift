import DatelineValidation

/// The shape of schemas that libxml2 would not survive, or not in a lifetime: its functions call themselves from one
/// definition to the next, and compare every element of a content with every other.
extension SchemaFiles {
  /// How many definitions may be made from each other in a row.
  static let chainLimit = 500
  /// How many parts a definition may have, values of an enumeration not counted.
  static let partLimit = 4000
  /// How many pairs of parts the definitions may have in all.
  static let pairLimit = 64_000_000

  /// Looks for chains of definitions and for contents that are too long.
  mutating func checkShape() {
    var graph = DefinitionGraph()
    var pairs = 0
    for (index, document) in documents.enumerated() {
      for (number, element) in document.elements.enumerated() {
        graph.add(number, of: index, in: document)
        guard element.parent >= 0, element.name.local != "div" else { continue }
        let parts = element.children.count { document.elements[$0].name.local != "enumeration" }
        pairs += parts * parts
        guard parts > Self.partLimit || pairs > Self.pairLimit else { continue }
        let message =
          parts > Self.partLimit
          ? "a definition may have \(Self.partLimit) parts, and this has \(parts)"
          : "the definitions up to here have more than \(Self.pairLimit) pairs of parts, which all would be compared"
        return problems.append(
          SchemaProblem(rule: .schemaUnusable, message: message, document: index, element: number))
      }
    }
    guard let longest = graph.longestChain(), longest.length > Self.chainLimit else { return }
    problems.append(
      SchemaProblem(
        rule: .schemaUnusable,
        message: "\(longest.length) definitions are made from each other in a row; \(Self.chainLimit) are read",
        document: longest.document, element: longest.element))
  }
}

/// Which definitions of a schema refer to which, by their kinds and local names.
private struct DefinitionGraph {
  private struct Definition {
    let document: Int
    let element: Int
    var references: [String] = []
  }

  private var definitions: [String: Definition] = [:]

  /// The definition that an element at the top of a schema makes.
  private static func key(_ element: SchemaElement) -> String? {
    guard let name = element["name"] else { return nil }
    switch element.name.local {
    case "complexType", "simpleType": return "type \(name)"
    case "group", "attributeGroup", "element", "define": return "\(element.name.local) \(name)"
    default: return nil
    }
  }

  /// The definitions that an element needs.
  private static func references(_ element: SchemaElement) -> [String] {
    func local(_ name: some StringProtocol) -> String { String(name.split(separator: ":").last ?? "") }
    switch element.name.local {
    case "restriction", "extension", "list", "union":
      let names = [element["base"], element["itemType"], element["memberTypes"]].compactMap { $0 }
      return names.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { "type \(local($0))" }
    case "group", "attributeGroup": return element["ref"].map { ["\(element.name.local) \(local($0))"] } ?? []
    case "element": return element["substitutionGroup"].map { ["element \(local($0))"] } ?? []
    case "ref", "parentRef": return element["name"].map { ["define \($0)"] } ?? []
    default: return []
    }
  }

  mutating func add(_ number: Int, of index: Int, in document: SchemaDocument) {
    let element = document.elements[number]
    let references = Self.references(element)
    guard !references.isEmpty else { return }
    var own = number
    while own >= 0, document.elements[own].name.local != "define", document.elements[own].parent > 0 {
      own = document.elements[own].parent
      // What is in an element is looked at when a document has it.
      if element.name.local == "ref", document.elements[own].name.local == "element" { return }
    }
    guard own >= 0, let key = Self.key(document.elements[own]) else { return }
    definitions[key, default: Definition(document: index, element: own)].references += references
  }

  /// The longest chain of references, as far as they do not lead back, and where it begins.
  func longestChain() -> (length: Int, document: Int, element: Int)? {
    var lengths: [String: Int] = [:]
    for key in definitions.keys where lengths[key] == nil { measure(key, &lengths) }
    guard let longest = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      let definition = definitions[longest.key]
    else { return nil }
    return (longest.value, definition.document, definition.element)
  }

  private func measure(_ key: String, _ lengths: inout [String: Int]) {
    var path = [(key: key, next: 0)]
    lengths[key] = 0
    while let (key, next) = path.last {
      let references = definitions[key]?.references ?? []
      guard next < references.count else {
        path.removeLast()
        lengths[key] = 1 + (references.compactMap { lengths[$0] }.max() ?? 0)
        continue
      }
      path[path.count - 1].next += 1
      // One that is on the path has no length yet.
      guard lengths[references[next]] == nil else { continue }
      lengths[references[next]] = 0
      path.append((references[next], 0))
    }
  }
}
