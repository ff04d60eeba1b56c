import DatelineCore

/// Finds the stretches of an article that can hold date expressions, as items with the readings of their words.
struct DateScanner {
  let tokens: [Token]
  /// Whether the text is a note: any words may be a date there, and names of months need no capitals.
  var isNote = false

  /// The stretches, in order; each holds at least one word that makes dates.
  func islands(in range: Range<Int>) -> [[DateItem]] {
    var islands: [[DateItem]] = []
    var island: [DateItem] = []
    var isWorthwhile = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let (item, end) = holiday(at: index, in: range) {
        var item = item
        item.classify()
        island.append(item)
        isWorthwhile = true
        index = end
        continue
      }
      let items = items(of: index)
      if items.isEmpty {
        if isWorthwhile { islands.append(island) }
        island.removeAll(keepingCapacity: true)
        isWorthwhile = false
      } else {
        isWorthwhile = isWorthwhile || isNote || makesIsland(items, behind: island.last)
        for var item in items {
          item.classify()
          island.append(item)
        }
      }
      index += 1
    }
    if isWorthwhile { islands.append(island) }
    return islands
  }

  /// Whether the items make their stretch worth parsing.
  private func makesIsland(_ items: [DateItem], behind last: DateItem?) -> Bool {
    if items.contains(where: \.isAnchor) { return true }
    guard let first = items.first else { return false }
    guard let number = last?.reading.number else { return last?.clock != nil && first.isHalfDay }
    // `8 am`, and years in words: `nineteen ninety-seven`.
    return first.isHalfDay || number.digits == 0 && 13...20 ~= number.value && first.reading.number?.digits == 0
  }

  /// A holiday of several words.
  private func holiday(at index: Int, in range: Range<Int>) -> (DateItem, Int)? {
    guard let phrases = Self.holidays[tokens[index].key] else { return nil }
    for (words, holiday) in phrases where index + words.count <= range.upperBound {
      let end = index + words.count
      guard zip(tokens[index..<end], words).allSatisfy({ $0.0.key == $0.1 }) else { continue }
      var item = DateItem(tokens: index..<end)
      item.reading.holiday = holiday
      item.isCapitalized = true
      return (item, end)
    }
    return nil
  }

  private static let holidays: [String: [([String], Holiday)]] = Dictionary(
    grouping: Holiday.phrases.sorted { $0.0.count > $1.0.count }.map { ($0.0, $0.1) }, by: { $0.0.first ?? "" })

  /// The items of one token; none where it can be no part of a date.
  private func items(of index: Int) -> [DateItem] {
    let token = tokens[index]
    var item = DateItem(tokens: index..<(index + 1))
    item.isCapitalized = token.isCapitalized || isNote
    item.isGlued = index > 0 && tokens[index - 1].range.upperBound == token.range.lowerBound
    switch token.kind {
    case .number: return number(token.key, item)
    case .mark, .word:
      if let decade = Self.decades[token.key] {
        item.decade = decade
        return [item]
      }
      if let reading = DateLexicon.reading(of: token.key) {
        item.reading = reading
        return [item]
      }
      return token.kind == .word ? pieces(of: token.key, item) : []
    }
  }

  /// The items of a number by the way it is written.
  private func number(_ key: String, _ template: DateItem) -> [DateItem] {
    var item = template
    let bytes = Array(key.utf8)
    let digits = bytes.prefix { 0x30...0x39 ~= $0 }.count
    guard digits > 0, digits <= 8, bytes.count <= 16 else { return [] }
    let value = bytes.prefix(digits).reduce(0) { $0 * 10 + Int($1 & 0xF) }
    if digits == bytes.count {
      if digits == 8, let date = Self.compactDate(value) { item.numbers = date }
      item.reading.number = DateNumber(value: value, digits: digits)
      return [item]
    }
    let rest = String(decoding: bytes.dropFirst(digits), as: UTF8.self)
    switch rest {
    case "st", "nd", "rd", "th":
      item.reading.number = DateNumber(value: value, digits: digits, isOrdinal: true)
      return [item]
    case "s":
      guard value % 10 == 0, digits == 4 || digits == 2 && isShortDecade(item.tokens.lowerBound) else { return [] }
      item.decade = digits == 4 ? value : 1_900 + value
      return [item]
    default: break
    }
    if let items = fields(bytes, digits: digits, value: value, item) { return items }
    return unitPieces(bytes, template)
  }

  /// Whether two digits with an s mean years: `the '80s`; a man `in his 40s` is no date.
  private func isShortDecade(_ index: Int) -> Bool { index > 0 && ["'", "the"].contains(tokens[index - 1].key) }

  private static let decades = [
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
  ]

  private static func compactDate(_ value: Int) -> [Int]? {
    let parts = [value / 10_000, value / 100 % 100, value % 100]
    return 1_900...2_100 ~= parts[0] && 1...12 ~= parts[1] && 1...31 ~= parts[2] ? parts : nil
  }

  /// Numbers with colons or stops, or an hour with `h`: times and dates.
  private func fields(_ bytes: [UInt8], digits: Int, value: Int, _ template: DateItem) -> [DateItem]? {
    var item = template
    let separator = bytes[digits]
    guard [0x3A, 0x2E, 0x68].contains(separator) else { return nil }
    var fields = [0]
    for byte in bytes {
      switch byte {
      case 0x30...0x39: fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte & 0xF)
      case 0x3A, 0x2E, 0x68: fields.append(0)
      default: return nil
      }
    }
    if separator == 0x2E, fields.count == 3 {
      item.numbers = fields
      return [item]
    }
    guard fields.count >= 2, fields[0] < 24, fields[1] < 60, fields.count < 5 else { return [] }
    let minuteDigits = bytes.dropFirst(digits + 1).prefix { 0x30...0x39 ~= $0 }.count
    guard minuteDigits == 2 || separator == 0x68 && minuteDigits == 0 else { return [] }
    item.clock = ClockTime(hour: fields[0], at: fields[1])
    item.isClockDoubtful = separator == 0x2E
    return [item]
  }

  /// The pieces of a word in hyphens, if each of them can be part of a date: `mid-1996`, `third-quarter`.
  private func pieces(of key: String, _ template: DateItem) -> [DateItem] {
    let bytes = Array(key.utf8)
    guard bytes.count <= 40 else { return [] }
    if bytes.contains(0x2D) {
      var items: [DateItem] = []
      for piece in key.split(separator: "-") {
        if let first = piece.utf8.first, 0x30...0x39 ~= first {
          items += number(String(piece), template)
          if items.isEmpty { return [] }
        } else if let reading = DateLexicon.reading(of: String(piece)) {
          var item = template
          item.reading = reading
          items.append(item)
        } else {
          return []
        }
      }
      return items
    }
    if let first = bytes.first, 0x30...0x39 ~= first { return unitPieces(bytes, template) }
    return []
  }

  /// Numbers and units without space between: `2hr5min`, `1d`, `04T10:00`.
  private func unitPieces(_ bytes: [UInt8], _ template: DateItem) -> [DateItem] {
    var items: [DateItem] = []
    var index = 0
    while index < bytes.count {
      let isNumber = 0x30...0x39 ~= bytes[index]
      var end = index
      while end < bytes.count, (0x30...0x3A ~= bytes[end]) == isNumber { end += 1 }
      let piece = String(decoding: bytes[index..<end], as: UTF8.self)
      if isNumber {
        let made = number(piece, template)
        if made.isEmpty { return [] }
        items += made
      } else if piece == "t", items.count == 1, end < bytes.count {
        // The T of ISO 8601 between date and time.
        index = end
        continue
      } else if piece == "am" || piece == "pm" || piece == "z", let reading = DateLexicon.reading(of: piece) {
        var item = template
        item.reading = reading
        items.append(item)
      } else if let reading = DateLexicon.reading(of: piece == "m" ? "min" : piece),
        reading.unit != nil || reading.month != nil
      {
        var item = template
        item.reading = reading
        items.append(item)
      } else {
        return []
      }
      index = end
    }
    return items
  }
}

extension DateItem {
  /// Whether it is `a.m.` or `p.m.`
  var isHalfDay: Bool { reading.word == Self.halves.0 || reading.word == Self.halves.1 }

  private static let halves = (DateLexicon.index(ofWord: "am"), DateLexicon.index(ofWord: "pm"))

  /// Whether it alone makes a stretch of text worth parsing.
  var isAnchor: Bool {
    if reading.isAnchor || clock != nil || !numbers.isEmpty || decade != nil || reading.holiday != nil { return true }
    return reading.number.map { $0.digits == 4 || $0.isOrdinal && $0.digits > 0 } ?? false
  }
}
