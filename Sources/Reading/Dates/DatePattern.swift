import DatelineCore

/// A row of words and classes of words that a rule looks for.
///
/// Written as in `MONTH DAY ,? YEAR`: capitals name a `DateSlot`, small words and marks stand for themselves, `|` parts
/// alternatives, `?` makes an element optional.
struct DatePattern: Sendable {
  private enum Element: Sendable {
    case words([UInt16])
    case slot(DateSlot)
  }

  private let elements: [Element]
  private let areOptional: [Bool]
  /// The classes that a match can begin with, as in `DateItem.slots`, and the words.
  private let firstSlots: UInt64
  private let firstWords: [UInt16]

  /// - Returns: nil where a name or word is not known.
  init?(_ text: String) {
    var elements: [Element] = []
    var areOptional: [Bool] = []
    for var name in text.split(separator: " ").map(String.init) {
      let isOptional = name.count > 1 && name.hasSuffix("?")
      if isOptional { name.removeLast() }
      areOptional.append(isOptional)
      if let slot = DateSlot(name: name) {
        elements.append(.slot(slot))
        continue
      }
      var words: [UInt16] = []
      for word in name.split(separator: "|").map(String.init) {
        guard let index = DateLexicon.index(ofWord: word) else { return nil }
        words.append(index)
      }
      elements.append(.words(words))
    }
    guard !elements.isEmpty else { return nil }
    var slots: UInt64 = 0
    var words: [UInt16] = []
    for (element, isOptional) in zip(elements, areOptional) {
      switch element {
      case .words(let some): words += some
      case .slot(let slot): slots |= slot.bit
      }
      if !isOptional { break }
    }
    self.elements = elements
    self.areOptional = areOptional
    firstSlots = slots
    firstWords = words
  }

  /// The longest match at `start`, and what the classes took.
  func match(_ items: [DateItem], at start: Int) -> DateMatch? {
    guard items[start].slots & firstSlots != 0 || firstWords.contains(items[start].plainWord) else { return nil }
    var match = DateMatch(items: items)
    guard step(items, start, element: 0, &match) else { return nil }
    return match
  }

  private func step(_ items: [DateItem], _ index: Int, element: Int, _ match: inout DateMatch) -> Bool {
    guard element < elements.count else {
      match.end = index
      return true
    }
    if index < items.count {
      switch elements[element] {
      case .words(let words):
        if words.contains(items[index].plainWord), step(items, index + 1, element: element + 1, &match) { return true }
      case .slot(let slot):
        if items[index].slots & slot.bit != 0 {
          match.taken.append((slot, index))
          if step(items, index + 1, element: element + 1, &match) { return true }
          match.taken.removeLast()
        }
      }
    }
    return areOptional[element] && step(items, index, element: element + 1, &match)
  }
}

/// What a pattern has found.
struct DateMatch {
  /// The items that were looked at.
  let items: [DateItem]
  var end = 0
  /// The classes and the indices of what they took.
  var taken: [(slot: DateSlot, index: Int)] = []

  init(items: [DateItem]) { self.items = items }

  /// The n-th item that a class took.
  func item(_ slot: DateSlot, _ index: Int = 0) -> DateItem? {
    var index = index
    for entry in taken where entry.slot == slot {
      if index == 0 { return items[entry.index] }
      index -= 1
    }
    return nil
  }

  /// The items that classes took, in order.
  var takenItems: [DateItem] { taken.map { items[$0.index] } }

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
