/// What the names of a document mean in canonical XML, found once for each, and which namespaces have been told of.
final class DocumentNames {
  /// What a name means.
  struct Meaning {
    /// The number that ``XMLLayout`` gives its local part; -1 where the schema has no such name.
    let number: Int
    /// Whether it is in our namespace, as elements are.
    let isOwn: Bool
    /// Whether it is in none, as attributes are.
    let isPlain: Bool
    /// Whether it is the attribute `key`.
    var isKey = false
  }

  /// The meaning of each name of the parser.
  private(set) var meanings: [Meaning] = []
  private var names: [XMLName] = []
  private var toldNamespaces: Set<String> = []

  /// More namespaces than this are not told of.
  private static let namespaceLimit = 64

  /// Takes the names that have come up since it was called last.
  func update(_ names: [XMLName]) {
    guard names.count > meanings.count else { return }
    self.names = names
    for name in names[meanings.count...] {
      meanings.append(
        Meaning(
          number: XMLLayout.standard.numbers[name.local] ?? -1, isOwn: name.namespace == XMLLayout.namespace,
          isPlain: name.namespace == nil, isKey: name.namespace == nil && name.local == "key"))
    }
  }

  /// What the name at `index` means.
  subscript(index: Int) -> Meaning { meanings[index] }

  /// The local part of the name at `index`.
  func local(_ index: Int) -> String { names[index].local }

  /// The name at `index` as the document writes it.
  func written(_ index: Int) -> String { names[index].written }

  /// What to say of a name of another namespace; nil where that has been said, or where there is nothing to say.
  func messageOfForeign(_ index: Int) -> String? {
    let name = names[index]
    let namespace = name.namespace ?? ""
    // Hints for validators say nothing about the records.
    guard namespace != "http://www.w3.org/2001/XMLSchema-instance", toldNamespaces.count < Self.namespaceLimit,
      toldNamespaces.insert(namespace).inserted
    else { return nil }
    return namespace.isEmpty
      ? "'\(name.local)' is in no namespace, and every element here is in \(XMLLayout.namespace); such elements are passed over"
      : "'\(name.written)' is of the namespace '\(namespace.prefix(120))', which canonical XML does not have; what is of it is passed over"
  }
}
