/// Patterns of RELAX NG, each once, by numbers: two that are equal have one number, so what was found out of one need not be
/// found out again.
///
/// They are those of James Clark's "An algorithm for RELAX NG validation": what is left of a pattern after some of a
/// document is a pattern again.
struct PatternTable {
  /// A pattern. Numbers are those of patterns, unless something else is said.
  enum Node: Hashable {
    case empty
    case notAllowed
    case text
    case choice([Int])
    case interleave(Int, Int)
    case group(Int, Int)
    case oneOrMore(Int)
    case list(Int)
    /// The number of a datatype, and the values that are not meant.
    case data(Int, except: Int)
    /// The number of a datatype with a value.
    case value(Int)
    /// The number of a name class, and the value.
    case attribute(Int, Int)
    /// The number of a name class, and that of the content among ``contents``.
    case element(Int, Int)
    /// What the element that is open still has to have, and what comes behind it.
    case after(Int, Int)
  }

  private static let wayLimit = 2000

  static let notAllowed = 0
  static let empty = 1
  static let text = 2

  private(set) var nodes: [Node] = []
  private var numbers: [Node: Int] = [:]
  /// Whether nothing need follow.
  private(set) var nullable: [Bool] = []
  /// Whether text is looked at, and not only there.
  private(set) var readsText: [Bool] = []
  /// Whether there were more ways to go on than can be followed.
  private(set) var isOverwhelmed = false
  /// The contents of elements.
  var contents: [Int] = []

  init() {
    for node in [Node.notAllowed, .empty, .text] { _ = number(of: node) }
  }

  private mutating func number(of node: Node) -> Int {
    if let known = numbers[node] { return known }
    let own = nodes.count
    numbers[node] = own
    nodes.append(node)
    nullable.append(isNullable(node))
    readsText.append(looksAtText(node))
    return own
  }

  private func isNullable(_ node: Node) -> Bool {
    switch node {
    case .empty, .text: true
    case .choice(let all): all.contains { nullable[$0] }
    case .interleave(let first, let second), .group(let first, let second): nullable[first] && nullable[second]
    case .oneOrMore(let one): nullable[one]
    case .notAllowed, .list, .data, .value, .attribute, .element, .after: false
    }
  }

  private func looksAtText(_ node: Node) -> Bool {
    switch node {
    case .list, .data, .value: true
    case .choice(let all): all.contains { readsText[$0] }
    case .interleave(let first, let second), .group(let first, let second): readsText[first] || readsText[second]
    case .oneOrMore(let one), .after(let one, _): readsText[one]
    case .empty, .notAllowed, .text, .attribute, .element: false
    }
  }

  // MARK: Making

  mutating func choice(_ parts: [Int]) -> Int {
    var all: Set<Int> = []
    for part in parts {
      if case .choice(let own) = nodes[part] { all.formUnion(own) } else { all.insert(part) }
    }
    all.remove(Self.notAllowed)
    // Nothing is said twice.
    if all.contains(Self.empty), all.contains(where: { $0 != Self.empty && nullable[$0] }) { all.remove(Self.empty) }
    guard all.count > 1 else { return all.first ?? Self.notAllowed }
    // Parts that may stand among each other and begin alike double the ways with each element.
    if all.count > Self.wayLimit, all.contains(where: { if case .after = nodes[$0] { true } else { false } }) {
      isOverwhelmed = true
      return Self.notAllowed
    }
    return number(of: .choice(all.sorted()))
  }

  mutating func interleave(_ first: Int, _ second: Int) -> Int {
    if first == Self.notAllowed || second == Self.notAllowed { return Self.notAllowed }
    if first == Self.empty { return second }
    if second == Self.empty { return first }
    return number(of: .interleave(min(first, second), max(first, second)))
  }

  mutating func group(_ first: Int, _ second: Int) -> Int {
    if first == Self.notAllowed || second == Self.notAllowed { return Self.notAllowed }
    if first == Self.empty { return second }
    if second == Self.empty { return first }
    return number(of: .group(first, second))
  }

  mutating func after(_ first: Int, _ second: Int) -> Int {
    if first == Self.notAllowed || second == Self.notAllowed { return Self.notAllowed }
    return number(of: .after(first, second))
  }

  mutating func oneOrMore(_ one: Int) -> Int {
    if one == Self.notAllowed || one == Self.empty { return one }
    if case .oneOrMore = nodes[one] { return one }
    return number(of: .oneOrMore(one))
  }

  mutating func zeroOrMore(_ one: Int) -> Int { choice([oneOrMore(one), Self.empty]) }

  mutating func list(_ one: Int) -> Int { one == Self.notAllowed ? one : number(of: .list(one)) }

  mutating func data(_ type: Int, except: Int = notAllowed) -> Int { number(of: .data(type, except: except)) }

  mutating func value(_ value: Int) -> Int { number(of: .value(value)) }

  mutating func attribute(_ names: Int, _ value: Int) -> Int {
    value == Self.notAllowed ? value : number(of: .attribute(names, value))
  }

  mutating func element(_ names: Int, _ content: Int) -> Int { number(of: .element(names, content)) }

  /// Puts patterns together two by two, so that the whole is not deep.
  mutating func balanced(_ parts: [Int], _ join: (inout PatternTable, Int, Int) -> Int) -> Int {
    guard parts.count > 1 else { return parts.first ?? Self.empty }
    let middle = parts.count / 2
    let first = balanced(Array(parts[..<middle]), join)
    let second = balanced(Array(parts[middle...]), join)
    return join(&self, first, second)
  }

  // MARK: Forgetting

  /// A table that has only what `other` needs for its elements and for one pattern.
  ///
  /// - Returns: The table, and the number of the pattern in it.
  static func compacted(_ other: PatternTable, keeping pattern: Int) -> (PatternTable, Int) {
    var table = PatternTable()
    var moved: [Int: Int] = [:]
    table.contents = other.contents.map { table.copy($0, of: other, &moved) }
    return (table, table.copy(pattern, of: other, &moved))
  }

  private mutating func copy(_ pattern: Int, of other: PatternTable, _ moved: inout [Int: Int]) -> Int {
    if let known = moved[pattern] { return known }
    let node: Node =
      switch other.nodes[pattern] {
      case .choice(let all): .choice(all.map { copy($0, of: other, &moved) }.sorted())
      case .interleave(let first, let second):
        Self.interleaved(copy(first, of: other, &moved), copy(second, of: other, &moved))
      case .group(let first, let second): .group(copy(first, of: other, &moved), copy(second, of: other, &moved))
      case .after(let first, let second): .after(copy(first, of: other, &moved), copy(second, of: other, &moved))
      case .oneOrMore(let one): .oneOrMore(copy(one, of: other, &moved))
      case .list(let one): .list(copy(one, of: other, &moved))
      case .data(let type, let except): .data(type, except: copy(except, of: other, &moved))
      case .attribute(let names, let value): .attribute(names, copy(value, of: other, &moved))
      case let same: same
      }
    let own = number(of: node)
    moved[pattern] = own
    return own
  }

  private static func interleaved(_ first: Int, _ second: Int) -> Node {
    .interleave(min(first, second), max(first, second))
  }
}
