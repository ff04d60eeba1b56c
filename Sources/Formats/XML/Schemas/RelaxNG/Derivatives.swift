/// What is left of patterns after a piece of a document (James Clark, "An algorithm for RELAX NG validation").
struct Derivatives {
  private(set) var table: PatternTable
  private let names: [NameClass]
  private let types: [SchemaDatatype]
  private let values: [SchemaValue]

  /// What was found out, by the numbers of patterns, and with those of names above them.
  private var starts: [Int: Int] = [:]
  private var attributes: [Int: Int] = [:]
  private var closed: [Int: Int] = [:]
  private var ended: [Int: Int] = [:]
  private var afterText: [Int: Int] = [:]

  init(_ grammar: RelaxNGGrammar) {
    table = grammar.table
    names = grammar.names
    types = grammar.types
    values = grammar.values
  }

  /// More patterns than this are made anew from what is needed.
  private static let limit = 200_000

  /// Forgets what is not needed, if it has become much.
  mutating func compact(_ pattern: Int) -> Int {
    guard table.nodes.count > Self.limit else { return pattern }
    let (smaller, own) = PatternTable.compacted(table, keeping: pattern)
    table = smaller
    starts = [:]
    attributes = [:]
    closed = [:]
    ended = [:]
    afterText = [:]
    return own
  }

  /// Changes what comes behind an element that is open.
  private mutating func behind(_ pattern: Int, _ change: (inout Derivatives, Int) -> Int) -> Int {
    switch table.nodes[pattern] {
    case .after(let first, let second): return table.after(first, change(&self, second))
    case .choice(let all): return table.choice(all.map { behind($0, change) })
    default: return PatternTable.notAllowed
    }
  }

  // MARK: Start tags

  /// After the name of an element, which has the number `key`.
  mutating func start(_ pattern: Int, _ key: Int, _ namespace: String, _ local: String) -> Int {
    let own = key << 32 | pattern
    if let known = starts[own] { return known }
    let result: Int
    switch table.nodes[pattern] {
    case .choice(let all): result = table.choice(all.map { start($0, key, namespace, local) })
    case .element(let names, let content):
      result =
        self.names[names].contains(namespace, local)
        ? table.after(table.contents[content], PatternTable.empty) : PatternTable.notAllowed
    case .interleave(let first, let second):
      let one = behind(start(first, key, namespace, local)) { $0.table.interleave($1, second) }
      let other = behind(start(second, key, namespace, local)) { $0.table.interleave(first, $1) }
      result = table.choice([one, other])
    case .group(let first, let second):
      let one = behind(start(first, key, namespace, local)) { $0.table.group($1, second) }
      result = table.nullable[first] ? table.choice([one, start(second, key, namespace, local)]) : one
    case .oneOrMore(let one):
      let more = table.choice([pattern, PatternTable.empty])
      result = behind(start(one, key, namespace, local)) { $0.table.group($1, more) }
    case .after(let first, let second):
      result = behind(start(first, key, namespace, local)) { $0.table.after($1, second) }
    default: result = PatternTable.notAllowed
    }
    starts[own] = result
    return result
  }

  /// After the name of an attribute: what its value has to be, and behind that the rest.
  mutating func attribute(_ pattern: Int, _ key: Int, _ namespace: String, _ local: String) -> Int {
    let own = key << 32 | pattern
    if let known = attributes[own] { return known }
    let result: Int
    switch table.nodes[pattern] {
    case .choice(let all): result = table.choice(all.map { attribute($0, key, namespace, local) })
    case .attribute(let names, let value):
      result =
        self.names[names].contains(namespace, local)
        ? table.after(value, PatternTable.empty) : PatternTable.notAllowed
    case .interleave(let first, let second):
      let one = behind(attribute(first, key, namespace, local)) { $0.table.interleave($1, second) }
      let other = behind(attribute(second, key, namespace, local)) { $0.table.interleave(first, $1) }
      result = table.choice([one, other])
    case .group(let first, let second):
      let one = behind(attribute(first, key, namespace, local)) { $0.table.group($1, second) }
      let other = behind(attribute(second, key, namespace, local)) { $0.table.group(first, $1) }
      result = table.choice([one, other])
    case .oneOrMore(let one):
      let more = table.choice([pattern, PatternTable.empty])
      result = behind(attribute(one, key, namespace, local)) { $0.table.group($1, more) }
    case .after(let first, let second):
      result = behind(attribute(first, key, namespace, local)) { $0.table.after($1, second) }
    default: result = PatternTable.notAllowed
    }
    attributes[own] = result
    return result
  }

  /// After the value of the attribute of which ``attribute(_:_:_:_:)`` gave `pattern`.
  mutating func value(_ pattern: Int, _ text: SchemaText) -> Int {
    switch table.nodes[pattern] {
    case .choice(let all): return table.choice(all.map { value($0, text) })
    case .after(let first, let second):
      let holds =
        first == PatternTable.text || table.nullable[first] && text.isBlank || table.nullable[self.text(first, text)]
      return holds ? second : PatternTable.notAllowed
    default: return PatternTable.notAllowed
    }
  }

  /// After the attributes. `isLenient` takes those that are missing for there.
  mutating func close(_ pattern: Int, isLenient: Bool = false) -> Int {
    if !isLenient, let known = closed[pattern] { return known }
    let result: Int
    switch table.nodes[pattern] {
    case .choice(let all): result = table.choice(all.map { close($0, isLenient: isLenient) })
    case .interleave(let first, let second):
      result = table.interleave(close(first, isLenient: isLenient), close(second, isLenient: isLenient))
    case .group(let first, let second):
      result = table.group(close(first, isLenient: isLenient), close(second, isLenient: isLenient))
    case .oneOrMore(let one): result = table.oneOrMore(close(one, isLenient: isLenient))
    case .after(let first, let second): result = table.after(close(first, isLenient: isLenient), second)
    case .attribute: result = isLenient ? PatternTable.empty : PatternTable.notAllowed
    default: result = pattern
    }
    if !isLenient { closed[pattern] = result }
    return result
  }

  // MARK: Text and end tags

  /// Whether it matters which text comes.
  func readsText(_ pattern: Int) -> Bool { table.readsText[pattern] }

  /// After a text that is all between two tags.
  mutating func text(_ pattern: Int, _ text: SchemaText) -> Int {
    let readsText = table.readsText[pattern]
    if !readsText, let known = afterText[pattern] { return known }
    let result: Int
    switch table.nodes[pattern] {
    case .choice(let all): result = table.choice(all.map { self.text($0, text) })
    case .interleave(let first, let second):
      let one = table.interleave(self.text(first, text), second)
      result = table.choice([one, table.interleave(first, self.text(second, text))])
    case .group(let first, let second):
      let one = table.group(self.text(first, text), second)
      result = table.nullable[first] ? table.choice([one, self.text(second, text)]) : one
    case .after(let first, let second): result = table.after(self.text(first, text), second)
    case .oneOrMore(let one): result = table.group(self.text(one, text), table.choice([pattern, PatternTable.empty]))
    case .text: result = pattern
    case .value(let value):
      result = values[value].isEqual(to: text) ? PatternTable.empty : PatternTable.notAllowed
    case .data(let type, let except):
      let holds =
        types[type].allows(text)
        && (except == PatternTable.notAllowed || !table.nullable[self.text(except, text)])
      result = holds ? PatternTable.empty : PatternTable.notAllowed
    case .list(let one):
      var rest = one
      for word in text.words { rest = self.text(rest, word) }
      result = table.nullable[rest] ? PatternTable.empty : PatternTable.notAllowed
    case .empty, .notAllowed, .attribute, .element: result = PatternTable.notAllowed
    }
    if !readsText { afterText[pattern] = result }
    return result
  }

  /// After an end tag. `isLenient` takes what is missing for there.
  mutating func end(_ pattern: Int, isLenient: Bool = false) -> Int {
    if !isLenient, let known = ended[pattern] { return known }
    let result: Int
    switch table.nodes[pattern] {
    case .choice(let all): result = table.choice(all.map { end($0, isLenient: isLenient) })
    case .after(let first, let second):
      result = isLenient || table.nullable[first] ? second : PatternTable.notAllowed
    default: result = PatternTable.notAllowed
    }
    if !isLenient { ended[pattern] = result }
    return result
  }

  /// After an attribute's value, whatever it was.
  mutating func anyValue(_ pattern: Int) -> Int { end(pattern, isLenient: true) }

  /// One or the other.
  mutating func either(_ one: Int, _ other: Int) -> Int { table.choice([one, other]) }

  /// With every value that is still to come taken for there.
  mutating func withoutValues(_ pattern: Int) -> Int {
    guard table.readsText[pattern] else { return pattern }
    switch table.nodes[pattern] {
    case .choice(let all): return table.choice(all.map { withoutValues($0) })
    case .interleave(let first, let second): return table.interleave(withoutValues(first), withoutValues(second))
    case .group(let first, let second): return table.group(withoutValues(first), withoutValues(second))
    case .oneOrMore(let one): return table.oneOrMore(withoutValues(one))
    case .after(let first, let second): return table.after(withoutValues(first), second)
    case .value, .data, .list: return PatternTable.empty
    default: return pattern
    }
  }

  // MARK: What is expected

  /// What may come next, as messages have it.
  func expected(_ pattern: Int, _ kind: Expectation) -> [String] {
    var found: [String] = []
    var seen: Set<Int> = []
    collect(pattern, kind, &found, &seen)
    return found
  }

  /// What is looked for.
  enum Expectation { case elements, attributes, values }

  private func collect(_ pattern: Int, _ kind: Expectation, _ found: inout [String], _ seen: inout Set<Int>) {
    guard found.count < 40, seen.insert(pattern).inserted else { return }
    func add(_ text: String) { if !found.contains(text) { found.append(text) } }
    switch table.nodes[pattern] {
    case .choice(let all): for one in all { collect(one, kind, &found, &seen) }
    case .interleave(let first, let second):
      collect(first, kind, &found, &seen)
      collect(second, kind, &found, &seen)
    case .group(let first, let second):
      collect(first, kind, &found, &seen)
      if kind == .attributes || table.nullable[first] { collect(second, kind, &found, &seen) }
    case .oneOrMore(let one), .after(let one, _): collect(one, kind, &found, &seen)
    case .element(let names, _) where kind == .elements: self.names[names].written.forEach { add("<\($0)>") }
    case .attribute(let names, _) where kind == .attributes: self.names[names].written.forEach(add)
    case .value(let value) where kind == .values: add("'\(values[value].text)'")
    case .data(let type, _) where kind == .values: add(types[type].description)
    case .list where kind == .values: add("a list")
    default: break
    }
  }
}
