/// A pattern and what its words mean.
struct DateRule: Sendable {
  /// What a rule makes of its words.
  enum Product: Sendable {
    case expression(DateExpression)
    case time(TimeOfDay)
    case amounts([CalendarAmount])
    /// A number, composed of several words.
    case number(DateNumber)
    /// An expression that is too weak to stand alone, such as a bare number between others.
    case weak(DateExpression)
  }

  let id: String
  let pattern: DatePattern
  let make: @Sendable (DateMatch) -> Product?

  /// - Returns: nil where the pattern names what is not known.
  init?(_ id: String, _ pattern: String, _ make: @escaping @Sendable (DateMatch) -> Product?) {
    guard let pattern = DatePattern(pattern) else { return nil }
    self.id = id
    self.pattern = pattern
    self.make = make
  }

  /// A rule that makes an expression.
  static func date(_ id: String, _ pattern: String, _ make: @escaping @Sendable (DateMatch) -> DateExpression?)
    -> DateRule?
  {
    DateRule(id, pattern) { match in make(match).map { .expression($0) } }
  }

  /// A rule that makes a clock time.
  static func time(_ id: String, _ pattern: String, _ make: @escaping @Sendable (DateMatch) -> TimeOfDay?) -> DateRule?
  {
    DateRule(id, pattern) { match in make(match).map { .time($0) } }
  }
}

/// Rules that are tried together: at each item the longest match is taken, of equally long ones the first.
struct DateRuleLayer: Sendable {
  let rules: [DateRule]
  /// How many rules were written down; more than there are where a pattern names what is not known.
  let written: Int

  init(_ rules: [DateRule?]) {
    self.rules = rules.compactMap { $0 }
    written = rules.count
  }

  /// The items with every match replaced by what its rule makes.
  func apply(to items: [DateItem]) -> [DateItem] {
    var result: [DateItem]?
    var index = 0
    while index < items.count {
      if let (item, end) = longest(in: items, at: index) {
        if result == nil { result = Array(items[..<index]) }
        result?.append(item)
        index = end
      } else {
        result?.append(items[index])
        index += 1
      }
    }
    return result ?? items
  }

  private func longest(in items: [DateItem], at index: Int) -> (DateItem, Int)? {
    var best: (DateItem, Int)?
    for rule in rules {
      guard let match = rule.pattern.match(items, at: index), match.end > (best?.1 ?? index) else { continue }
      guard let product = rule.make(match) else { continue }
      var item = Self.item(product, rule: rule, of: items[index..<match.end])
      item.timeTokens = item.timeTokens ?? match.item(.part)?.tokens
      item.classify()
      best = (item, match.end)
    }
    return best
  }

  private static func item(_ product: DateRule.Product, rule: DateRule, of items: ArraySlice<DateItem>) -> DateItem {
    let first = items.first?.tokens.lowerBound ?? 0
    var item = DateItem(tokens: first..<max(first, items.last?.tokens.upperBound ?? first))
    item.isGlued = items.first?.isGlued ?? false
    item.isCapitalized = items.first?.isCapitalized ?? false
    let inner = items.flatMap(\.rules)
    // A rule that only puts parts together adds nothing to what took them.
    item.rules = rule.id.isEmpty ? inner : inner.contains(rule.id) ? inner : inner + [rule.id]
    item.timeTokens = items.compactMap(\.timeTokens).first
    switch product {
    case .expression(let expression): item.expression = expression
    case .weak(let expression):
      item.expression = expression
      item.isMention = false
    case .time(let time):
      item.time = time
      item.timeTokens = item.tokens
    case .amounts(let amounts): item.amounts = amounts
    case .number(let number): item.reading.number = number
    }
    return item
  }
}
