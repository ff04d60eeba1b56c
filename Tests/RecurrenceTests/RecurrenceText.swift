import DatelineCore
import DatelineRecurrence
import Testing

/// The DATE or DATE-TIME `text`, without a zone.
func start(_ text: String) throws -> RecurrenceStart {
  let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
  try #require(digits.count == 8 || digits.count == 14)
  let date = try #require(CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)))
  guard digits.count == 14 else { return .date(date) }
  let second = number(8..<10) * 3_600 + number(10..<12) * 60 + number(12..<14)
  return .dateTime(LocalDateTime(date, secondOfDay: second))
}

/// The date-time `text`; midnight of a date.
func time(_ text: String) throws -> LocalDateTime { try start(text).dateTime }

/// The form in which `start` is written.
func written(_ time: LocalDateTime, like start: RecurrenceStart) -> String {
  let until: RecurrenceRule.Until = if case .date = start { .date(time.date) } else { .local(time) }
  return until.description
}

/// The first occurrences of a rule, at most `limit`, and how it ended.
func expand(
  _ rule: String, from text: String, limit: Int = 60, unmatchedStart: Recurrence.UnmatchedStart = .omitted
) throws -> (occurrences: [String], outcome: RecurrenceOutcome?) {
  let start = try start(text)
  let rule = try RecurrenceRule.parse(rule).rule
  var occurrences = Recurrence(rule, from: start, unmatchedStart: unmatchedStart).makeIterator()
  var found: [String] = []
  while found.count < limit, let time = occurrences.next() { found.append(written(time, like: start)) }
  return (found, occurrences.outcome)
}
