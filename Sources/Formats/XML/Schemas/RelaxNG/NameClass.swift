/// The names that an element or attribute of a schema may have (RELAX NG, section 3, `nameClass`).
indirect enum NameClass: Hashable {
  case name(namespace: String, local: String)
  case anyName(except: NameClass?)
  case anyLocal(namespace: String, except: NameClass?)
  case choice([NameClass])

  /// Whether it has a name.
  func contains(_ namespace: String, _ local: String) -> Bool {
    switch self {
    case .name(let ownNamespace, let ownLocal): ownLocal == local && ownNamespace == namespace
    case .anyName(let except): !(except?.contains(namespace, local) ?? false)
    case .anyLocal(let own, let except): own == namespace && !(except?.contains(namespace, local) ?? false)
    case .choice(let all): all.contains { $0.contains(namespace, local) }
    }
  }

  /// The names, as messages have them.
  var written: [String] {
    switch self {
    case .name(_, let local): [local]
    case .anyName: ["any other"]
    case .anyLocal(let namespace, _): ["any of \(namespace)"]
    case .choice(let all): all.flatMap(\.written)
    }
  }
}
