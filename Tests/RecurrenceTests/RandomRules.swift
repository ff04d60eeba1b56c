import DatelineCore
import DatelineRecurrence
import TestSupport

/// A start, a rule and how the start is written.
struct RandomRule: CustomStringConvertible {
  var start: RecurrenceStart
  var rule: RecurrenceRule

  var description: String { "\(written(start.dateTime, like: start)) \(rule)" }
}

extension SeededRandom {
  /// A rule that RFC 5545 allows, from the years 1 to 9990, mostly of our time.
  mutating func nextRule() -> RandomRule {
    let frequencies: [RecurrenceRule.Frequency] = [
      .secondly, .minutely, .hourly, .daily, .weekly, .weekly, .monthly, .monthly, .yearly, .yearly,
    ]
    var rule = RecurrenceRule(pick(frequencies))
    let isDate = rule.frequency >= .daily && isOne(in: 3)
    if isOne(in: 2) { rule.interval = pick([2, 3, 4, 5, 7, 12, Int.random(in: 1...100, using: &self)]) }
    addDays(&rule)
    if !isDate { addTimes(&rule) }
    let hasPart = !rule.byMonth.isEmpty || !rule.byDay.isEmpty || !rule.byMonthDay.isEmpty || !rule.byHour.isEmpty
    if hasPart, isOne(in: 4) { rule.bySetPosition = numbers(1...5, signed: true) }
    if isOne(in: 3) { rule.weekStart = pick(RecurrenceRule.Weekday.allCases) }
    let year = isOne(in: 3) ? Int.random(in: 1...9_990, using: &self) : Int.random(in: 1_995...2_030, using: &self)
    let first = CalendarDate(year: year, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
    let date = first.adding(days: Int.random(in: 0...365, using: &self))
    let time = LocalDateTime(date, secondOfDay: isDate ? 0 : Int.random(in: 0..<86_400, using: &self))
    addBound(&rule, time, isDate: isDate)
    return RandomRule(start: isDate ? .date(date) : .dateTime(time), rule: rule)
  }

  private mutating func addDays(_ rule: inout RecurrenceRule) {
    let frequency = rule.frequency
    if isOne(in: 3) { rule.byMonth = numbers(1...12).map { RecurrenceRule.Month($0) } }
    if frequency == .yearly, isOne(in: 5) { rule.byWeekNumber = numbers(1...53, signed: true) }
    if frequency == .yearly || frequency < .daily, isOne(in: 5) { rule.byYearDay = numbers(1...366, signed: true) }
    if frequency != .weekly, isOne(in: 3) { rule.byMonthDay = numbers(1...31, signed: true) }
    guard isOne(in: 2) else { return }
    let hasOrdinals = frequency >= .monthly && rule.byWeekNumber.isEmpty && isOne(in: 2)
    let largest = frequency == .monthly || !rule.byMonth.isEmpty ? 5 : 53
    rule.byDay = RecurrenceRule.Weekday.allCases.shuffled(using: &self).prefix(Int.random(in: 1...4, using: &self))
      .map { weekday in
        let ordinal = Int.random(in: 1...largest, using: &self) * (isOne(in: 2) ? 1 : -1)
        return RecurrenceRule.WeekdayPosition(weekday, ordinal: hasOrdinals ? ordinal : nil)
      }
  }

  private mutating func addTimes(_ rule: inout RecurrenceRule) {
    if isOne(in: 4) { rule.byHour = numbers(0...23) }
    if isOne(in: 5) { rule.byMinute = numbers(0...59) }
    if isOne(in: 6) { rule.bySecond = numbers(0...59) }
  }

  private mutating func addBound(_ rule: inout RecurrenceRule, _ start: LocalDateTime, isDate: Bool) {
    if isOne(in: 3) {
      rule.count = Int.random(in: 1...40, using: &self)
    } else if isOne(in: 3) {
      let until = start.adding(seconds: Int.random(in: 0...1_500, using: &self) * 86_400)
      if until.date.year <= 9_999 { rule.until = isDate ? .date(until.date) : .local(until) }
    }
  }

  private mutating func numbers(_ range: ClosedRange<Int>, signed: Bool = false) -> [Int] {
    var numbers: [Int] = []
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let number = Int.random(in: range, using: &self) * (signed && isOne(in: 3) ? -1 : 1)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }
}
