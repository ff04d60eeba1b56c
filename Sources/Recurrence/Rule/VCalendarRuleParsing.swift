public import DatelineCore

extension RecurrenceRule {
  /// Reads a recurrence rule of vCalendar 1.0 (versit, 1996), such as `W2 MO WE #10`, as the rule that says the same.
  ///
  /// `#n` becomes COUNT, `#0` no bound. A rule without `#n` and without an end has two occurrences, the default of
  /// vCalendar, which is reported. Rules within rules, and times of the day that are not every minute of every hour
  /// named, have no equal.
  ///
  /// - Parameter start: the first day, from which `MP` takes what it does not say.
  /// - Throws: What can't be read, or has no equal in RFC 5545.
  public static func parse(
    vCalendar text: String, start: CalendarDate
  ) throws(RecurrenceProblem) -> ParsedRecurrenceRule {
    var parser = VCalendarRuleParser(text)
    return try parser.parse(start: start)
  }
}

/// Reads one rule of vCalendar 1.0: words with spaces between.
private struct VCalendarRuleParser {
  private typealias Word = (text: String, offset: Int)

  private var words: [Word] = []
  private var rule = RecurrenceRule(.daily)
  private var problems: [RecurrenceProblem] = []
  private var isBounded = false
  /// Of `MP`: ordinals, and the weekdays behind them, group by group. Other rules have weekdays alone.
  private var groups: [(ordinals: [Int], weekdays: [RecurrenceRule.Weekday])] = [([], [])]
  /// Minutes of the day.
  private var times: Set<Int> = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if start < index { words.append((String(decoding: bytes[start..<index], as: UTF8.self).uppercased(), start)) }
      start = index + 1
    }
  }

  mutating func parse(start: CalendarDate) throws(RecurrenceProblem) -> ParsedRecurrenceRule {
    guard let head = words.first else {
      throw RecurrenceProblem(.missingFrequency, "the rule is empty", offset: 0)
    }
    let kind = head.text.prefix { $0.isLetter }
    guard let frequency = Self.frequencies[String(kind)] else {
      throw RecurrenceProblem(
        .badValue, "'\(head.text)' is no M, D, W, MP, MD, YM or YD with a number", offset: head.offset)
    }
    rule.frequency = frequency
    rule.interval = try number(head.text.dropFirst(kind.count), 1...999_999_999, head)
    for word in words.dropFirst() { try read(word, kind: kind) }
    if kind == "MP" { takeWeekdays(start) } else { rule.byDay = groups[0].weekdays.map { WeekdayPosition($0) } }
    try takeTimes(at: head.offset)
    if !isBounded {
      rule.count = 2
      problems.append(
        RecurrenceProblem(
          .assumedCount, "neither a number of occurrences nor an end is given; vCalendar's default is two",
          offset: head.offset))
    }
    return ParsedRecurrenceRule(rule: rule, problems: problems)
  }

  private typealias WeekdayPosition = RecurrenceRule.WeekdayPosition

  private static let frequencies: [String: RecurrenceRule.Frequency] = [
    "M": .minutely, "D": .daily, "W": .weekly, "MP": .monthly, "MD": .monthly, "YM": .yearly, "YD": .yearly,
  ]

  private mutating func read(_ word: Word, kind: Substring) throws(RecurrenceProblem) {
    var text = Substring(word.text)
    if text.hasPrefix("#") {
      let count = try number(text.dropFirst(), 0...999_999_999, word)
      rule.count = count == 0 ? nil : count
      isBounded = true
      return
    }
    if let until = ParsedUntil(Array(text.utf8)) {
      rule.until = until.until
      isBounded = true
      return
    }
    if text.hasSuffix("$") {
      text.removeLast()
      problems.append(
        RecurrenceProblem(.strayText, "the mark '$' of the last event is passed over", offset: word.offset))
    }
    if ["D", "W", "MP"].contains(kind), text.utf8.count == 4, let time = Self.time(text) {
      times.insert(time)
      return
    }
    switch kind {
    case "W": groups[0].weekdays.append(try weekday(text, word))
    case "MP":
      if text.first?.isNumber == true {
        // An ordinal behind weekdays begins a group of its own: `1+ TU 2- FR`.
        if !groups[groups.count - 1].weekdays.isEmpty { groups.append(([], [])) }
        groups[groups.count - 1].ordinals.append(try signed(text, 1...5, word))
      } else {
        groups[groups.count - 1].weekdays.append(try weekday(text, word))
      }
    case "MD": rule.byMonthDay.append(text == "LD" ? -1 : try signed(text, 1...31, word))
    case "YM": rule.byMonth.append(RecurrenceRule.Month(try number(text, 1...12, word)))
    case "YD": rule.byYearDay.append(try signed(text, 1...366, word))
    default: throw notTranslatable(word)
    }
  }

  /// `MP`: the weekdays at each ordinal; what is not said is the start's.
  private mutating func takeWeekdays(_ start: CalendarDate) {
    for group in groups {
      let ordinals = group.ordinals.isEmpty ? [(start.day - 1) / 7 + 1] : group.ordinals
      let weekdays =
        group.weekdays.isEmpty ? [RecurrenceRule.Weekday(rawValue: start.weekday) ?? .monday] : group.weekdays
      for ordinal in ordinals { rule.byDay += weekdays.map { WeekdayPosition($0, ordinal: ordinal) } }
    }
  }

  /// RFC 5545 has every minute named in every hour named.
  private mutating func takeTimes(at offset: Int) throws(RecurrenceProblem) {
    guard !times.isEmpty else { return }
    let hours = Set(times.map { $0 / 60 })
    let minutes = Set(times.map { $0 % 60 })
    guard hours.count * minutes.count == times.count else {
      throw RecurrenceProblem(
        .notTranslatable, "RFC 5545 can't say these times of the day in one rule", part: "BYHOUR", offset: offset)
    }
    rule.byHour = hours.sorted()
    rule.byMinute = minutes.sorted()
    rule.bySecond = [0]
  }

  private static func time(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(text), number / 100 < 24, number % 100 < 60
    else {
      return nil
    }
    return number / 100 * 60 + number % 100
  }

  private func weekday(_ text: Substring, _ word: Word) throws(RecurrenceProblem) -> RecurrenceRule.Weekday {
    guard let weekday = RecurrenceRule.Weekday(name: text) else { throw notTranslatable(word) }
    return weekday
  }

  /// A number with its sign behind it: `2-` is the last but one.
  private func signed(
    _ text: Substring, _ allowed: ClosedRange<Int>, _ word: Word
  ) throws(RecurrenceProblem) -> Int {
    let isNegative = text.hasSuffix("-")
    let number = try number(isNegative || text.hasSuffix("+") ? text.dropLast() : text, allowed, word)
    return isNegative ? -number : number
  }

  private func number(
    _ text: Substring, _ allowed: ClosedRange<Int>, _ word: Word
  ) throws(RecurrenceProblem) -> Int {
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw notTranslatable(word) }
    guard let number = Int(text), allowed ~= number else {
      throw RecurrenceProblem(
        .outOfRange, "'\(word.text)' stands where \(allowed.lowerBound) to \(allowed.upperBound) may stand",
        offset: word.offset)
    }
    return number
  }

  private func notTranslatable(_ word: Word) -> RecurrenceProblem {
    RecurrenceProblem(.notTranslatable, "'\(word.text)' has no equal in RFC 5545 here", offset: word.offset)
  }
}
