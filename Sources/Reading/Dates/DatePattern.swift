import DatelineCore

/// A row of words and classes of words that a rule looks for.
///
/// Written as in `MONTH DAY ,? YEAR`: capitals name a `DateSlot`, small words and marks stand for themselves, `|` parts
/// alternatives, `?` makes an element optional.
struct DatePattern: Sendable {
  private enum Element: Sendable {
    case words([UInt16], isOptional: Bool)
    case slot(DateSlot, isOptional: Bool)
  }

  private let elements: [Element]

  /// - Returns: nil where a name or word is not known.
  init?(_ text: String) {
    var elements: [Element] = []
    for var name in text.split(separator: " ").map(String.init) {
      let isOptional = name.count > 1 && name.hasSuffix("?")
      if isOptional { name.removeLast() }
      if let slot = DateSlot(rawValue: name) {
        elements.append(.slot(slot, isOptional: isOptional))
        continue
      }
      var words: [UInt16] = []
      for word in name.split(separator: "|").map(String.init) {
        guard let index = DateLexicon.index(ofWord: word) else { return nil }
        words.append(index)
      }
      elements.append(.words(words, isOptional: isOptional))
    }
    guard !elements.isEmpty else { return nil }
    self.elements = elements
  }

  /// The longest match at `start`: its end and what the classes took.
  func match(_ items: [DateItem], at start: Int) -> DateMatch? {
    var match = DateMatch()
    guard step(items, start, element: 0, &match) else { return nil }
    return match
  }

  private func step(_ items: [DateItem], _ index: Int, element: Int, _ match: inout DateMatch) -> Bool {
    guard element < elements.count else {
      match.end = index
      return true
    }
    let isOptional: Bool
    if index < items.count {
      let item = items[index]
      switch elements[element] {
      case .words(let words, let optional):
        isOptional = optional
        if item.isPlain, words.contains(item.reading.word), step(items, index + 1, element: element + 1, &match) {
          return true
        }
      case .slot(let slot, let optional):
        isOptional = optional
        if item.fits(slot) {
          match.taken.append((slot, item))
          if step(items, index + 1, element: element + 1, &match) { return true }
          match.taken.removeLast()
        }
      }
    } else {
      switch elements[element] {
      case .words(_, let optional), .slot(_, let optional): isOptional = optional
      }
    }
    return isOptional && step(items, index, element: element + 1, &match)
  }
}

extension DateItem {
  /// Whether it is still a word, and nothing that rules have made.
  var isPlain: Bool { expression == nil && amounts.isEmpty && time == nil }
}

/// What a pattern has found.
struct DateMatch {
  var end = 0
  var taken: [(slot: DateSlot, item: DateItem)] = []

  /// The n-th item that a class took.
  func item(_ slot: DateSlot, _ index: Int = 0) -> DateItem? {
    var index = index
    for entry in taken where entry.slot == slot {
      if index == 0 { return entry.item }
      index -= 1
    }
    return nil
  }

  /// The number that a class took.
  func number(_ slot: DateSlot, _ index: Int = 0) -> Int? { item(slot, index)?.reading.number?.value }

  var month: Int? { item(.month)?.reading.month ?? item(.plainMonth)?.reading.month }
  var weekday: Int? { item(.weekday)?.reading.weekday ?? item(.plainWeekday)?.reading.weekday }
  var day: Int? { number(.day) ?? number(.number31) }
  /// The year; two digits mean the years from 1950 through 2049.
  var year: Int? { number(.year) ?? number(.shortYear).map(Self.fullYear) }
  var unit: CalendarUnit? { item(.unit)?.reading.unit ?? item(.dayUnit)?.reading.unit }
  var date: DateExpression? { (item(.date) ?? item(.dayDate))?.expression }
  var time: TimeOfDay? { item(.time)?.time }
  var part: PartOfDay? { item(.part)?.reading.part }
  var amounts: [CalendarAmount] { item(.amount)?.amounts ?? [] }

  /// Two-digit years as news and registers write them.
  static func fullYear(_ short: Int) -> Int { short >= 100 ? short : short < 50 ? 2_000 + short : 1_900 + short }
}
