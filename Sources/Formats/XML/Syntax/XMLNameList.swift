/// The names of a document, each once, with an index that events have instead of them.
struct XMLNameList {
  /// The names.
  private(set) var names: [XMLName] = []
  /// What each of ``names`` asks for, decided once for a document.
  private(set) var requests: [Request] = []
  private(set) var hasRequests = false
  private var indexes: [Key: Int] = [:]
  /// The names that were asked for last, by a few bits of their addresses: documents have few, and ask for them all the
  /// time.
  private var recent = Array(repeating: (key: Key(local: 0, prefix: 0, namespace: 0), index: -1), count: 256)
  /// The names that were there before libxml2 took over.
  private var earlier: [XMLName: Int] = [:]

  /// What a name asks of those who read the document, and is never done.
  enum Request {
    case nothing
    /// An element of XInclude 1.0.
    case inclusion
    /// An attribute whose value is a base or a resource (XML Base; RDF/XML, section 2.14).
    case reference

    init(_ name: XMLName) {
      switch (name.namespace, name.local) {
      case ("http://www.w3.org/2001/XInclude", _): self = .inclusion
      case ("http://www.w3.org/XML/1998/namespace", "base"): self = .reference
      case ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "resource"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "about"):
        self = .reference
      default: self = .nothing
      }
    }
  }

  /// The addresses of a name's parts.
  private struct Key: Hashable {
    var local: UInt
    var prefix: UInt
    var namespace: UInt
  }

  /// Adds a name that is not there.
  mutating func add(_ name: XMLName) -> Int {
    names.append(name)
    let request = Request(name)
    requests.append(request)
    if request != .nothing { hasRequests = true }
    return names.count - 1
  }

  /// Lets names that libxml2 brings be found among those that are there.
  mutating func expectNamesAgain() {
    for (index, name) in names.enumerated() { earlier[name] = index }
  }

  /// The index of a name whose parts are strings of libxml2's dictionary, which has each once.
  mutating func index(
    _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let key = Key(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), namespace: UInt(bitPattern: namespace))
    // Strings of the dictionary lie behind each other, so the low bits differ. An element and an attribute of one name
    // have the same string.
    let slot = Int(truncatingIfNeeded: (key.local ^ key.local >> 8 ^ (key.namespace == 0 ? 0 : 0x55)) & 0xFF)
    if recent[slot].key == key, recent[slot].index >= 0 { return recent[slot].index }
    let index = unsafe indexes[key] ?? find(key, local, prefix, namespace)
    recent[slot] = (key, index)
    return index
  }

  private mutating func find(
    _ key: Key, _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let name = XMLName(
      namespace: unsafe namespace.map { unsafe String(cString: $0) },
      prefix: unsafe prefix.map { unsafe String(cString: $0) },
      local: unsafe local.map { unsafe String(cString: $0) } ?? "")
    let index = earlier[name] ?? add(name)
    indexes[key] = index
    return index
  }
}
