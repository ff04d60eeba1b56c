import DatelineCore

/// Rules for numbers in words and for times of the day.
enum ClockRules {
  /// `twenty-one`.
  static let tens = DateRuleLayer([
    DateRule("", "NUM NUM") { match in
      guard let tens = match.number(.cardinal), let ones = match.number(.cardinal, 1), isWord(match, 0),
        isWord(match, 1),
        [20, 30, 40, 50, 60, 70, 80, 90].contains(tens), 1...9 ~= ones
      else { return nil }
      return .number(DateNumber(value: tens + ones))
    },
    DateRule("", "NUM ORD") { match in
      guard let tens = match.number(.cardinal), let ones = match.number(.ordinal), isWord(match, 0),
        [20, 30].contains(tens), 1...9 ~= ones, match.item(.ordinal)?.reading.number?.digits == 0
      else { return nil }
      return .number(DateNumber(value: tens + ones, isOrdinal: true))
    },
  ])

  /// `nineteen ninety-seven`, `two thousand and five`.
  static let years = DateRuleLayer([
    DateRule("", "NUM NUM") { match in
      guard let century = match.number(.cardinal), let rest = match.number(.cardinal, 1), isWord(match, 0),
        isWord(match, 1), 13...20 ~= century, 10...99 ~= rest
      else { return nil }
      return .number(DateNumber(value: century * 100 + rest, digits: 4))
    },
    DateRule("", "NUM oh NUM") { match in
      guard let century = match.number(.cardinal), let rest = match.number(.cardinal, 1), isWord(match, 0),
        isWord(match, 1), 13...20 ~= century, 1...9 ~= rest
      else { return nil }
      return .number(DateNumber(value: century * 100 + rest, digits: 4))
    },
    DateRule("", "NUM thousand and? NUM") { match in
      guard match.number(.cardinal) == 2, let rest = match.number(.cardinal, 1), isWord(match, 0), isWord(match, 1),
        1...99 ~= rest
      else { return nil }
      return .number(DateNumber(value: 2_000 + rest, digits: 4))
    },
  ])

  private static func isWord(_ match: DateMatch, _ index: Int) -> Bool {
    let item = index == 0 ? match.takenItems.first : match.takenItems.last
    return item?.reading.number?.digits == 0
  }

  private static let zone = "local? time? gmt|utc|est|edt|cst|cdt|pst|pdt|bst|cet|msk|z?"

  /// `10:30 p.m.`, `8 am`, `noon`, `0100 GMT`, `half past five`.
  static let clocks = DateRuleLayer(
    [
      .time("time.clock", "PLAINCLOCK hours? \(zone)") { $0.item(.plainClock)?.clock.map { .clock($0, .minute) } },
      .time("time.clock", "at|approximately|by CLOCK hours? \(zone)") {
        $0.item(.clock)?.clock.map { .clock($0, .minute) }
      },
      .time("time.clock", "CLOCK hours|gmt|utc|local time?") { $0.item(.clock)?.clock.map { .clock($0, .minute) } },
      .time("time.clock", "HHMM hours|gmt|utc|local time? gmt?") { match in match.number(.digits4).map(fourDigits) },
      .time("time.clock", "at approximately? HHMM") { match in match.number(.digits4).map(fourDigits) },
      .time("time.clock", "HOUR o'clock") { match in match.number(.hour).map { hour($0, .ambiguousHour) } },
      .time("time.clock", "noon") { _ in .clock(ClockTime(hour: 12), .minute) },
      .time("time.clock", "midnight") { _ in .clock(ClockTime(hour: 0), .minute) },
      .time("time.clock", "half past HOUR") { match in match.number(.hour).map { past($0, 30) } },
      .time("time.clock", "a? quarter past|after HOUR") { match in match.number(.hour).map { past($0, 15) } },
      .time("time.clock", "a? quarter to|of|before HOUR") { match in match.number(.hour).map { past($0, -15) } },
      .time("time.clock", "MINUTE minutes? past HOUR") { match in
        guard let minutes = match.number(.minute), let hour = match.number(.hour) else { return nil }
        return past(hour, minutes)
      },
    ] + halfDay("am") + halfDay("pm"))

  /// The rules for clock times with `a.m.` or `p.m.`, before or after noon.
  private static func halfDay(_ half: String) -> [DateRule?] {
    let isAfternoon = half == "pm"
    return [
      .time("time.clock", "CLOCK \(half) \(zone)") { match in
        guard let clock = match.item(.clock)?.clock, clock.hour <= 12 else { return nil }
        return .clock(ClockTime(hour: clock.hour % 12 + (isAfternoon ? 12 : 0), at: clock.minute), .minute)
      },
      .time("time.clock", "HOUR \(half) \(zone)") { match in
        guard let hour = match.number(.hour), 1...12 ~= hour else { return nil }
        return .clock(ClockTime(hour: hour % 12 + (isAfternoon ? 12 : 0)), .hour)
      },
      .time("time.clock", "HOUR MINUTE \(half)") { match in
        guard let hour = match.number(.hour), 1...12 ~= hour, let minute = match.number(.minute) else { return nil }
        return .clock(ClockTime(hour: hour % 12 + (isAfternoon ? 12 : 0), at: minute), .minute)
      },
    ]
  }

  private static func fourDigits(_ number: Int) -> TimeOfDay {
    .clock(ClockTime(hour: number / 100 % 24, at: number % 100), .minute)
  }

  private static func hour(_ hour: Int, _ precision: DateExpression.ClockPrecision) -> TimeOfDay {
    .clock(ClockTime(hour: hour % 24), hour > 12 ? .hour : precision)
  }

  /// Minutes past the hour, or before it where negative.
  private static func past(_ hour: Int, _ minutes: Int) -> TimeOfDay {
    let total = (hour % 24 * 60 + minutes + 1_440) % 1_440
    return .clock(ClockTime(hour: total / 60, at: total % 60), .minute)
  }

  /// Parts of the day without a day: `in the early morning`, `at night`.
  static let parts = DateRuleLayer([
    .time("time.part-of-day", "PART hours?") { $0.part.map { .part($0) } },
    .time("time.part-of-day", "in|during|at|by|before|through|of the? PART hours?") { $0.part.map { .part($0) } },
    .time("time.part-of-day", "in|during|at|by|before|of? the? early PART hours?") { $0.part.map { .part(early($0)) } },
    .time("time.part-of-day", "in|during|at|by|before|of? the? late PART hours?") { $0.part.map { .part(late($0)) } },
    .time("time.part-of-day", "in|during|at|by|before|of? the? mid PART hours?") { $0.part.map { .part($0) } },
    .time("time.part-of-day", "in|during|at|by|before|of? the? pre PART hours?") { $0.part.map { .part(early($0)) } },
    .time("time.part-of-day", "in|during|at the? middle of the PART") { $0.part.map { .part($0) } },
    .time("time.part-of-day", "in|during|at the early hours of? the? PART?") { _ in .part(.earlyMorning) },
    .time("time.part-of-day", "in|during|at the small hours of? the? PART?") { _ in .part(.night) },
    .time("time.clock", "at? HOUR in the PART") { match in
      guard let hour = match.number(.hour), let part = match.part else { return nil }
      return .clock(ClockTime(hour: adjusted(hour, to: part)), .hour)
    },
    .time("time.clock", "at? HOUR at PART") { match in
      guard let hour = match.number(.hour), let part = match.part else { return nil }
      return .clock(ClockTime(hour: adjusted(hour, to: part)), .hour)
    },
  ])

  /// The hour of 24 for an hour of 12 in a part of the day.
  static func adjusted(_ hour: Int, to part: PartOfDay) -> Int {
    guard hour <= 12 else { return hour % 24 }
    switch part {
    case .earlyMorning, .morning: return hour % 12
    case .midday: return hour < 6 ? hour + 12 : hour
    case .afternoon, .evening, .lateEvening: return hour % 12 + 12
    case .night: return hour == 12 ? 0 : hour < 5 ? hour : hour % 12 + 12
    }
  }

  /// `early morning` and its like.
  static func early(_ part: PartOfDay) -> PartOfDay {
    switch part {
    case .morning, .earlyMorning: .earlyMorning
    default: part
    }
  }

  static func late(_ part: PartOfDay) -> PartOfDay {
    switch part {
    case .evening, .night, .lateEvening: .lateEvening
    default: part
    }
  }
}
