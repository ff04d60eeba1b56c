import DatelineCore
import DatelineRecurrence
import DatelineZones

/// Reads a VTIMEZONE (RFC 5545, section 3.6.5).
struct ZoneReader {
  private let part: CalendarPart
  private(set) var name: [UInt8]?
  /// X-LIC-LOCATION: the name in the zone database.
  private(set) var location: [UInt8]?
  private var observances: [ZoneObservance] = []
  /// What of it can't be used, as the end of a sentence, and where.
  private(set) var problems: [(message: String, position: SourcePosition)] = []

  /// What a STANDARD or DAYLIGHT says, line by line.
  private struct Parts {
    var start: TimeValue?
    var offsetFrom: Int?
    var offsetTo: Int?
    var name = ""
    var rules: [ContentLine] = []
    var position = SourcePosition()
    var dates: [TimeValue] = []
    var isDaylight = false
  }

  /// The most dates of all observances; zones with more are no zones.
  private static let dateLimit = 10_000

  init(_ part: CalendarPart) {
    self.part = part
    var parts = Parts()
    for index in part.componentLines {
      let line = part.lines[index]
      switch line.property {
      case .begin:
        parts = Parts()
        parts.position = line.position
        parts.isDaylight = line.component == .daylight
      case .end where line.component == .standard || line.component == .daylight: add(parts)
      case .tzid where line.depth == 1 && name == nil: name = Array(part.storage[line.value])
      case .xLicLocation where location == nil: location = Array(part.storage[line.value])
      case .dtstart where line.depth == 2: parts.start = TimeValue(part.storage.span.extracting(line.value))
      case .tzOffsetFrom: parts.offsetFrom = offset(line)
      case .tzOffsetTo: parts.offsetTo = offset(line)
      case .rrule: parts.rules.append(line)
      case .rdate where parts.dates.count < Self.dateLimit:
        for item in part.listItems(line.value) {
          if let date = TimeValue(part.storage.span.extracting(item)) { parts.dates.append(date) }
        }
      default: break
      }
    }
  }

  /// How many changes of its clocks it lists one by one.
  var changeCount: Int { observances.count }

  /// The rules of the zone; nil where no observance can be read.
  var rules: ZoneRules? { ZoneRules(observances: observances) }

  /// `+HHMM` or `+HHMMSS`, in seconds.
  private func offset(_ line: ContentLine) -> Int? {
    part.storage.span.extracting(part.storage.span.trimmed(line.value)).utcOffset
  }

  private mutating func add(_ parts: Parts) {
    guard let start = parts.start, let offsetTo = parts.offsetTo, observances.count < Self.dateLimit else { return }
    let offsetFrom = parts.offsetFrom ?? offsetTo
    func observance(_ onset: LocalDateTime, _ recurrence: ZoneObservance.Recurrence? = nil) -> ZoneObservance {
      ZoneObservance(
        onset: onset, offsetFrom: offsetFrom, offsetTo: offsetTo, name: parts.name, isDaylight: parts.isDaylight,
        recurrence: recurrence)
    }
    // An onset in UTC is wrong, and what is meant is clear.
    let onset = start.isUTC ? start.local.adding(seconds: offsetFrom) : start.local
    if parts.rules.isEmpty,
      observances.contains(where: { $0.onset == onset && $0.recurrence == nil && $0.offsetTo != offsetTo })
    {
      problems.append(("has two observances with one beginning and different offsets", parts.position))
    }
    observances.append(observance(onset))
    for date in parts.dates {
      observances.append(observance(date.isUTC ? date.local.adding(seconds: offsetFrom) : date.local))
    }
    for line in parts.rules {
      let text = part.string(line.value)
      let rule: RecurrenceRule
      do throws(RecurrenceProblem) { rule = try RecurrenceRule.parse(text).rule } catch {
        problems.append(("has the rule \(quoted(text)), which can't be read: \(error.message)", line.position))
        continue
      }
      if let yearly = YearlyRule(rule, onset: onset.date) {
        observances.append(
          observance(onset, ZoneObservance.Recurrence(rule: yearly, until: rule.until?.instant(offset: offsetFrom))))
      } else {
        let occurrences = Array(Recurrence(rule, from: .dateTime(onset), budget: 1000).prefix(Self.dateLimit / 10))
        if occurrences.isEmpty {
          problems.append(("has the rule \(quoted(text)), which gives no date", line.position))
        }
        for time in occurrences { observances.append(observance(time)) }
      }
    }
  }
}

extension Span<UInt8> {
  /// The seconds that `+HHMM`, `+HHMMSS` or `+HH` says.
  var utcOffset: Int? {
    var digits = indices.map { self[$0] }
    var sign = 1
    if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      digits.removeFirst()
    }
    digits.removeAll { $0 == UInt8(ascii: ":") }
    guard [2, 4, 6].contains(digits.count), digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let numbers = digits.map { Int($0) - 0x30 } + [0, 0, 0, 0]
    return sign
      * ((numbers[0] * 10 + numbers[1]) * 3600 + (numbers[2] * 10 + numbers[3]) * 60 + numbers[4] * 10 + numbers[5])
  }
}

extension YearlyRule {
  /// The rule as one of the forms that zones have; nil where it is none of them.
  fileprivate init?(_ rule: RecurrenceRule, onset: CalendarDate) {
    guard rule.frequency == .yearly, rule.interval == 1, rule.count == nil, rule.bySetPosition.isEmpty,
      rule.byWeekNumber.isEmpty, rule.byHour.isEmpty, rule.byMinute.isEmpty, rule.bySecond.isEmpty, rule.skip == nil,
      rule.isExpandable, rule.byMonth.count <= 1, rule.byDay.count <= 1
    else { return nil }
    let month = rule.byMonth.first?.number ?? onset.month
    switch (rule.byDay.first, rule.byMonthDay.count, rule.byYearDay.count) {
    case (nil, 0, 0): self = .date(month: month, day: onset.day)
    case (nil, 1, 0) where rule.byMonthDay[0] > 0: self = .date(month: month, day: rule.byMonthDay[0])
    case (nil, 0, 1) where rule.byYearDay[0] > 0 && rule.byMonth.isEmpty: self = .dayOfYear(rule.byYearDay[0])
    case (nil, 0, 1) where -306 ... -1 ~= rule.byYearDay[0] && rule.byMonth.isEmpty:
      // Behind February a day has the same place from the end of every year.
      let day = CalendarDate(dayNumber: -1).adding(days: rule.byYearDay[0] + 1)
      self = .date(month: day.month, day: day.day)
    case (let day?, 0, 0):
      guard let ordinal = day.ordinal, rule.byMonth.count == 1 else { return nil }
      self = .weekday(day.weekday.rawValue, ordinal: ordinal, month: month)
    case (let day?, 7, 0):
      let first = rule.byMonthDay.min() ?? 0
      guard day.ordinal == nil, rule.byMonth.count == 1, first > 0, rule.byMonthDay.max() == first + 6 else {
        return nil
      }
      self = .weekdayOnOrAfter(day.weekday.rawValue, month: month, day: first)
    default: return nil
    }
  }
}

extension RecurrenceRule.Until {
  /// The last instant, in seconds since 1970-01-01T00:00:00Z, where clocks are `offset` seconds ahead of UTC.
  fileprivate func instant(offset: Int) -> Int {
    switch self {
    case .date(let date): date.dayNumber * 86_400 + 86_399 - offset
    case .local(let time): time.date.dayNumber * 86_400 + time.secondOfDay - offset
    case .utc(let time): time.date.dayNumber * 86_400 + time.secondOfDay
    }
  }
}
