import DatelineCore

extension RecurrenceRule {
  /// Reads the value of RRULE or EXRULE, in capitals or not.
  ///
  /// What can be passed over without changing the sense is, and is reported in ``ParsedRecurrenceRule/problems``:
  /// unknown and second parts are kept in ``otherParts``, a number out of range is left out of a list that has others.
  ///
  /// - Throws: The problem that leaves the rule without a sense: no FREQ, or a value that can't be read or is out of
  ///   range in whole. To go on without it would make up occurrences.
  public static func parse(_ text: String) throws(RecurrenceProblem) -> ParsedRecurrenceRule {
    var parser = RecurrenceRuleParser(text)
    return try parser.parse()
  }
}

/// Reads one rule, part by part; FREQ may stand anywhere.
struct RecurrenceRuleParser {
  private let bytes: [UInt8]
  private var rule = RecurrenceRule(.daily)
  private var problems: [RecurrenceProblem] = []
  /// Where the value of each part begins that was read.
  private var places: [String: Int] = [:]

  /// Whether a calendar is named, so that a year may have a thirteenth month.
  private let namesCalendar: Bool

  init(_ text: String) {
    bytes = Array(text.utf8)
    namesCalendar = text.uppercased().contains("RSCALE=")
  }

  mutating func parse() throws(RecurrenceProblem) -> ParsedRecurrenceRule {
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
      try readPart(start..<end)
      start = end + 1
    }
    guard places["FREQ"] != nil else {
      throw RecurrenceProblem(.missingFrequency, "the rule has no FREQ, so it does not say how often", offset: 0)
    }
    checkParts()
    problems.sort { $0.offset < $1.offset }
    return ParsedRecurrenceRule(rule: rule, problems: problems)
  }

  private mutating func readPart(_ range: Range<Int>) throws(RecurrenceProblem) {
    guard !range.isEmpty else {
      if !bytes.isEmpty { report(.strayText, "an empty part is passed over", at: range.lowerBound) }
      return
    }
    let equals = bytes[range].firstIndex(of: UInt8(ascii: "="))
    let name = trimmed(range.lowerBound..<(equals ?? range.upperBound), of: nil)
    let part = capitals(name)
    let value = trimmed(equals.map { $0 + 1..<range.upperBound } ?? range.upperBound..<range.upperBound, of: part)
    guard Self.names.contains(part) else {
      report(.unknownPart, "'\(string(name))' is no part of a rule; it has no effect", part: part, at: range.lowerBound)
      return keep(name, value)
    }
    guard !value.isEmpty else {
      return report(.strayText, "\(part) has no value and is passed over", part: part, at: range.lowerBound)
    }
    guard places[part] == nil else {
      report(.duplicatePart, "a second \(part); the first one counts", part: part, at: range.lowerBound)
      return keep(name, value)
    }
    places[part] = value.lowerBound
    try readValue(of: part, value)
  }

  private static let names: Set<String> = [
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY",
    "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST", "RSCALE", "SKIP",
  ]

  private mutating func readValue(of part: String, _ value: Range<Int>) throws(RecurrenceProblem) {
    switch part {
    case "FREQ": rule.frequency = try frequency(value)
    case "INTERVAL": rule.interval = try interval(value)
    case "COUNT": rule.count = try count(value)
    case "UNTIL": rule.until = try until(value)
    case "BYSECOND": rule.bySecond = try numbers(part, value, 0...60)
    case "BYMINUTE": rule.byMinute = try numbers(part, value, 0...59)
    case "BYHOUR": rule.byHour = try numbers(part, value, 0...23)
    case "BYMONTHDAY": rule.byMonthDay = try numbers(part, value, 1...31, signed: true)
    case "BYYEARDAY": rule.byYearDay = try numbers(part, value, 1...366, signed: true)
    case "BYWEEKNO": rule.byWeekNumber = try numbers(part, value, 1...53, signed: true)
    case "BYSETPOS": rule.bySetPosition = try numbers(part, value, 1...366, signed: true)
    case "BYDAY":
      rule.byDay = try list(part, value) { (parser, item) throws(RecurrenceProblem) in
        try parser.weekdayPosition(item)
      }
    case "BYMONTH":
      rule.byMonth = try list(part, value) { (parser, item) throws(RecurrenceProblem) in try parser.month(item) }
    case "WKST": rule.weekStart = try weekday(part, value)
    case "RSCALE": readScale(value)
    default: rule.skip = try skip(value)
    }
  }
}

// MARK: Values

extension RecurrenceRuleParser {
  private func frequency(_ value: Range<Int>) throws(RecurrenceProblem) -> RecurrenceRule.Frequency {
    let name = capitals(value)
    if let frequency = RecurrenceRule.Frequency.allCases.first(where: { $0.name == name }) { return frequency }
    throw bad("FREQ", value, "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY")
  }

  private mutating func interval(_ value: Range<Int>) throws(RecurrenceProblem) -> Int {
    let number = try number("INTERVAL", value, 0...999_999_999_999, signed: false)
    if number == 0 { report(.outOfRange, "INTERVAL=0 is taken for 1", part: "INTERVAL", at: value.lowerBound) }
    return max(number, 1)
  }

  private mutating func count(_ value: Range<Int>) throws(RecurrenceProblem) -> Int {
    let number = try number("COUNT", value, 0...999_999_999_999_999_999, signed: false)
    if number == 0 { report(.outOfRange, "COUNT=0 leaves no occurrence", part: "COUNT", at: value.lowerBound) }
    return number
  }

  private mutating func until(_ value: Range<Int>) throws(RecurrenceProblem) -> RecurrenceRule.Until {
    guard let bound = ParsedUntil(Array(bytes[value])) else {
      throw bad("UNTIL", value, "a date or date-time such as 20240131 or 20240131T235959Z")
    }
    if bound.wasClamped {
      report(
        .outOfRange, "UNTIL names a day that its month lacks; the end of the month is taken", part: "UNTIL",
        at: value.lowerBound)
    }
    return bound.until
  }

  private func weekday(_ part: String, _ value: Range<Int>) throws(RecurrenceProblem) -> RecurrenceRule.Weekday {
    if let weekday = RecurrenceRule.Weekday(name: Substring(capitals(value))) { return weekday }
    throw bad(part, value, "a weekday: MO, TU, WE, TH, FR, SA or SU")
  }

  private func skip(_ value: Range<Int>) throws(RecurrenceProblem) -> RecurrenceRule.Skip {
    if let skip = RecurrenceRule.Skip(rawValue: capitals(value)) { return skip }
    throw bad("SKIP", value, "OMIT, BACKWARD or FORWARD")
  }

  private mutating func readScale(_ value: Range<Int>) {
    rule.scale = capitals(value)
    guard !rule.isExpandable else { return }
    report(
      .unknownCalendar, "the calendar \(capitals(value)) is not known; the rule is kept and can't be expanded",
      part: "RSCALE", at: value.lowerBound)
  }

  private mutating func weekdayPosition(
    _ item: Range<Int>
  ) throws(RecurrenceProblem) -> RecurrenceRule.WeekdayPosition {
    let split = max(item.lowerBound, item.upperBound - 2)
    let weekday = try weekday("BYDAY", split..<item.upperBound)
    let digits = item.lowerBound..<split
    guard !digits.isEmpty else { return RecurrenceRule.WeekdayPosition(weekday) }
    let ordinal = try number("BYDAY", digits, 0...53, signed: true)
    guard ordinal != 0 else {
      report(.outOfRange, "a weekday's ordinal of 0 is passed over", part: "BYDAY", at: item.lowerBound)
      return RecurrenceRule.WeekdayPosition(weekday)
    }
    return RecurrenceRule.WeekdayPosition(weekday, ordinal: ordinal)
  }

  private func month(_ item: Range<Int>) throws(RecurrenceProblem) -> RecurrenceRule.Month {
    let isLeap = bytes[item].last.map { $0 | 0x20 == UInt8(ascii: "l") } ?? false
    let digits = item.lowerBound..<(isLeap ? item.upperBound - 1 : item.upperBound)
    let largest = namesCalendar ? 13 : 12
    return RecurrenceRule.Month(try number("BYMONTH", digits, 1...largest, signed: false), isLeap: isLeap)
  }

  private mutating func numbers(
    _ part: String, _ value: Range<Int>, _ allowed: ClosedRange<Int>, signed: Bool = false
  ) throws(RecurrenceProblem) -> [Int] {
    try list(part, value) { (parser, item) throws(RecurrenceProblem) in
      try parser.number(part, item, allowed, signed: signed)
    }
  }

  /// The items between commas that can be read; the others are reported.
  private mutating func list<Item>(
    _ part: String, _ value: Range<Int>, _ read: (inout Self, Range<Int>) throws(RecurrenceProblem) -> Item
  ) throws(RecurrenceProblem) -> [Item] {
    var items: [Item] = []
    var failure: RecurrenceProblem?
    var start = value.lowerBound
    while start <= value.upperBound {
      let end = bytes[start..<value.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? value.upperBound
      let item = trimmed(start..<end, of: part)
      if item.isEmpty {
        report(.strayText, "an empty item of \(part) is passed over", part: part, at: start)
      } else {
        do throws(RecurrenceProblem) {
          items.append(try read(&self, item))
        } catch {
          if failure == nil { failure = error }
          problems.append(error)
        }
      }
      start = end + 1
    }
    if let failure, items.isEmpty { throw failure }
    // Nothing but commas is no value, as if the part were not there: a second one is the first.
    if items.isEmpty { places[part] = nil }
    return items
  }

  /// A decimal number; the sign is not part of `allowed`.
  private func number(
    _ part: String, _ range: Range<Int>, _ allowed: ClosedRange<Int>, signed: Bool
  ) throws(RecurrenceProblem) -> Int {
    var digits = bytes[range]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw bad(part, range, "a whole number") }
    let text = "\(part) has \(string(range)), and may have \(allowed.lowerBound) to \(allowed.upperBound)"
    guard let magnitude = Int(String(decoding: digits, as: UTF8.self)), allowed ~= magnitude,
      signed || !isNegative || magnitude == 0
    else {
      throw RecurrenceProblem(
        .outOfRange, text + (signed ? " or the negative of these" : ""), part: part, offset: range.lowerBound)
    }
    return isNegative ? -magnitude : magnitude
  }

  private func bad(_ part: String, _ value: Range<Int>, _ expected: String) -> RecurrenceProblem {
    RecurrenceProblem(
      .badValue, "\(part) has '\(string(value))' where \(expected) should stand", part: part, offset: value.lowerBound)
  }
}

// MARK: Text

extension RecurrenceRuleParser {
  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func capitals(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { 0x61...0x7A ~= $0 ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  /// The range without spaces and backslashes at its ends; these are reported for a `part`.
  private mutating func trimmed(_ range: Range<Int>, of part: String?) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isStray(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "\\") }
    while start < end, isStray(bytes[start]) { start += 1 }
    while end > start, isStray(bytes[end - 1]) { end -= 1 }
    if let part, start..<end != range {
      let place = start > range.lowerBound ? range.lowerBound : end
      report(.strayText, "spaces or backslashes in \(part) are passed over", part: part, at: place)
    }
    return start..<end
  }

  private mutating func keep(_ name: Range<Int>, _ value: Range<Int>) {
    rule.otherParts.append(RecurrenceRule.OtherPart(name: string(name), value: string(value)))
  }

  private mutating func report(
    _ code: RecurrenceProblem.Code, _ message: String, part: String? = nil, at offset: Int
  ) {
    problems.append(RecurrenceProblem(code, message, part: part, offset: offset))
  }

  /// Reports parts that RFC 5545 does not allow together. Each still has the effect that ``Recurrence`` describes.
  private mutating func checkParts() {
    func has(_ part: String) -> Bool { places[part] != nil }
    let frequency = rule.frequency
    var conflicts: [(part: String, message: String)] = []
    if has("COUNT"), has("UNTIL") {
      conflicts.append(("UNTIL", "COUNT and UNTIL exclude each other; both bound the rule"))
    }
    if has("BYWEEKNO"), frequency != .yearly {
      conflicts.append(("BYWEEKNO", "BYWEEKNO belongs to FREQ=YEARLY; it limits the days here"))
    }
    if has("BYYEARDAY"), [.daily, .weekly, .monthly].contains(frequency) {
      conflicts.append(("BYYEARDAY", "BYYEARDAY does not belong to FREQ=\(frequency.name); it limits the days here"))
    }
    if has("BYMONTHDAY"), frequency == .weekly {
      conflicts.append(("BYMONTHDAY", "BYMONTHDAY does not belong to FREQ=WEEKLY; it limits the days here"))
    }
    if rule.byDay.contains(where: { $0.ordinal != nil }) {
      if frequency < .monthly {
        conflicts.append(("BYDAY", "an ordinal of BYDAY means nothing with FREQ=\(frequency.name); it is passed over"))
      } else if frequency == .yearly, has("BYWEEKNO") {
        conflicts.append(("BYDAY", "ordinals of BYDAY and BYWEEKNO exclude each other; both limit the days"))
      }
    }
    if has("BYSETPOS"), !places.keys.contains(where: { $0.hasPrefix("BY") && $0 != "BYSETPOS" }) {
      conflicts.append(("BYSETPOS", "BYSETPOS stands with another BY part or not at all"))
    }
    if has("SKIP"), !has("RSCALE") {
      conflicts.append(("SKIP", "SKIP stands with RSCALE or not at all; it has its effect"))
    }
    for conflict in conflicts {
      report(.conflictingParts, conflict.message, part: conflict.part, at: places[conflict.part] ?? 0)
    }
  }
}
