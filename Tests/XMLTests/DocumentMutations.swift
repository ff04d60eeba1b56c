import TestSupport

/// Documents that differ from one in a few places, well-formed as it is.
struct DocumentMutations {
  /// Tags and texts.
  private var tokens: [String]
  private var random: SeededRandom

  init(_ document: String, seed: UInt64) {
    random = SeededRandom(seed: seed)
    tokens = []
    var rest = document[...]
    while let first = rest.first {
      let end = first == "<" ? rest.firstIndex(of: ">").map { rest.index(after: $0) } : rest.firstIndex(of: "<")
      tokens.append(String(rest[..<(end ?? rest.endIndex)]))
      rest = rest[(end ?? rest.endIndex)...]
    }
  }

  /// Changes something.
  mutating func mutate() -> String {
    var copy = self
    for _ in 0..<Int.random(in: 1...2, using: &random) { copy.changeOnce(using: &random) }
    return copy.tokens.joined()
  }

  private mutating func changeOnce(using random: inout SeededRandom) {
    let elements = tokens.indices.filter { isStart($0) && $0 > 0 }
    guard let start = elements.randomElement(using: &random) else { return }
    let range = start..<end(of: start)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: tokens.removeSubrange(range)
    case 1: tokens.insert(contentsOf: tokens[range], at: range.upperBound)
    case 2:
      let element = Array(tokens[range])
      tokens.removeSubrange(range)
      let places = tokens.indices.filter { isStart($0) && $0 > 0 }
      tokens.insert(contentsOf: element, at: places.randomElement(using: &random) ?? start)
    case 3:
      guard let other = elements.randomElement(using: &random) else { return }
      rename(start, as: name(other))
    case 4, 5: changeAttribute(start, using: &random)
    default:
      let texts = tokens.indices.filter { !tokens[$0].hasPrefix("<") }
      guard let text = texts.randomElement(using: &random) else { return }
      tokens[text] = Self.values.randomElement(using: &random) ?? ""
    }
  }

  private static let values = ["", " ", "12", "x", "2024-02-30", "2024-02-29", "-5", "a b", "true", "p:x", "1e3", "é"]

  private func isStart(_ index: Int) -> Bool { tokens[index].hasPrefix("<") && !tokens[index].hasPrefix("</") }

  private func name(_ index: Int) -> String {
    String(tokens[index].dropFirst().prefix { $0 != " " && $0 != ">" && $0 != "/" })
  }

  /// The index behind the end tag of an element.
  private func end(of start: Int) -> Int {
    var depth = 0
    for index in start..<tokens.count where tokens[index].hasPrefix("<") {
      if tokens[index].hasPrefix("</") { depth -= 1 } else if !tokens[index].hasSuffix("/>") { depth += 1 }
      if depth == 0 { return index + 1 }
    }
    return tokens.count
  }

  private mutating func rename(_ start: Int, as name: String) {
    let (old, end) = (self.name(start), end(of: start))
    tokens[start] = "<" + name + tokens[start].dropFirst(1 + old.count)
    if tokens[end - 1].hasPrefix("</") { tokens[end - 1] = "</\(name)>" }
  }

  private mutating func changeAttribute(_ start: Int, using random: inout SeededRandom) {
    let parts = tokens[start].split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count >= 3, !tokens[start].contains("xmlns") else {
      let name = name(start)
      tokens[start] = "<\(name) other='1'" + tokens[start].dropFirst(1 + name.count)
      return
    }
    let value = 2 * Int.random(in: 0..<(parts.count / 2), using: &random) + 1
    var changed = parts.map(String.init)
    if Bool.random(using: &random) {
      changed[value] = Self.values.randomElement(using: &random) ?? ""
      tokens[start] = changed.joined(separator: "'")
    } else {
      // The name goes too.
      let before = changed[value - 1]
      changed[value - 1] = String(before[..<(before.lastIndex(of: " ") ?? before.endIndex)])
      tokens[start] = changed[..<value].joined(separator: "'") + changed[(value + 1)...].joined(separator: "'")
    }
  }
}
