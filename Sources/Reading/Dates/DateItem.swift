import DatelineCore

/// A word of a date expression, or what rules have made of several of them.
struct DateItem: Sendable {
  /// Indices of the tokens; the pieces of `mid-1996` share one.
  var tokens: Range<Int>
  var reading = DateReading()
  var isCapitalized = false
  /// Whether no white space stands before it.
  var isGlued = false

  /// Hours and minutes written with a colon, `h` or a stop.
  var clock: ClockTime?
  /// Whether `clock` is written with a stop, so that it may as well be a decimal number.
  var isClockDoubtful = false
  /// Numbers joined by stops or in one run of digits: `26.10.21`, `20240113`.
  var numbers: [Int] = []
  /// 1980 for `1980s` and `'80s`.
  var decade: Int?

  // What rules have made.
  var time: TimeOfDay?
  var amounts: [CalendarAmount] = []
  var expression: DateExpression?
  /// The tokens that tell the clock time or part of the day.
  var timeTokens: Range<Int>?
  /// Rule ids of the parts, the day's first.
  var rules: [String] = []
  /// Whether it is worth a mention of its own.
  var isMention = true

  /// The classes that it is of, a bit for each.
  private(set) var slots: UInt64 = 0
  /// The word that it is, by its index in the lexicon; 0 where rules have made something of it.
  private(set) var plainWord: UInt16 = 0
}

/// A clock time or a part of the day without a day.
enum TimeOfDay: Sendable, Equatable {
  case clock(ClockTime, DateExpression.ClockPrecision)
  case part(PartOfDay)

  /// The expression for this time on a day.
  func on(_ day: DateExpression) -> DateExpression {
    switch self {
    case .clock(let time, let precision): .clock(time, precision, day)
    case .part(let part): .part(part, day)
    }
  }
}

/// A class of items, as rules name it.
enum DateSlot: UInt8, Sendable {
  case month
  /// A month whose name is nothing else.
  case plainMonth
  case weekday
  case plainWeekday
  /// 1...31, as a number or ordinal.
  case day
  /// 1...31 in digits without ordinal ending.
  case number31
  case ordinal
  case cardinal
  /// Four digits, 1000...2199.
  case year
  /// Two digits.
  case shortYear
  case hour
  case minute
  /// Four digits that make a time: `0100`, `2230`.
  case digits4
  case clock
  case plainClock
  case numbers
  case decade
  case unit
  /// Day, week, month, quarter, year, decade.
  case dayUnit
  case part
  case season
  case holiday
  case time
  case amount
  case date
  /// An expression that means single days.
  case dayDate

  /// The class called so in patterns.
  init?(name: String) {
    guard let slot = Self.names[name] else { return nil }
    self = slot
  }

  /// A bit of its own.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  private static let names: [String: DateSlot] = [
    "MONTH": .month,
    "PLAINMONTH": .plainMonth,
    "WEEKDAY": .weekday,
    "PLAINWEEKDAY": .plainWeekday,
    "DAY": .day,
    "DD": .number31,
    "ORD": .ordinal,
    "NUM": .cardinal,
    "YEAR": .year,
    "YY": .shortYear,
    "HOUR": .hour,
    "MINUTE": .minute,
    "HHMM": .digits4,
    "CLOCK": .clock,
    "PLAINCLOCK": .plainClock,
    "NUMBERS": .numbers,
    "DECADE": .decade,
    "UNIT": .unit,
    "DAYUNIT": .dayUnit,
    "PART": .part,
    "SEASON": .season,
    "HOLIDAY": .holiday,
    "TIME": .time,
    "AMOUNT": .amount,
    "DATE": .date,
    "DAYDATE": .dayDate,
  ]
}

extension DateItem {
  /// Notes which classes it is of and which word it is; to be called when its readings have changed.
  mutating func classify() {
    slots = 0
    plainWord = 0
    if let expression {
      slots = DateSlot.date.bit | (expression.meansDay ? DateSlot.dayDate.bit : 0)
    } else if time != nil {
      slots = DateSlot.time.bit
    } else if !amounts.isEmpty {
      slots = DateSlot.amount.bit
    } else {
      plainWord = reading.word
      classifyNames()
      if let number = reading.number { classify(number) }
      if let clock { note(.clock, true); note(.plainClock, !isClockDoubtful && clock.hour < 24) }
      note(.numbers, !numbers.isEmpty)
      note(.decade, decade != nil)
    }
  }

  private mutating func note(_ slot: DateSlot, _ fits: Bool) {
    if fits { slots |= slot.bit }
  }

  private mutating func classifyNames() {
    note(.month, reading.month != nil && (!reading.isAmbiguous || isCapitalized))
    note(.plainMonth, reading.month != nil && !reading.isAmbiguous)
    note(.weekday, reading.weekday != nil && (!reading.isAmbiguous || isCapitalized))
    note(.plainWeekday, reading.weekday != nil && !reading.isAmbiguous)
    note(.unit, reading.unit != nil)
    note(.dayUnit, reading.unit.map { $0 >= .day } ?? false)
    note(.part, reading.part != nil)
    note(.season, reading.season != nil)
    note(.holiday, reading.holiday != nil)
  }

  private mutating func classify(_ number: DateNumber) {
    let isShort = number.digits <= 2
    note(.day, 1...31 ~= number.value && isShort && (number.digits > 0 || number.isOrdinal))
    note(.ordinal, number.isOrdinal)
    guard !number.isOrdinal else { return }
    note(.number31, 1...31 ~= number.value && isShort && number.digits > 0)
    note(.cardinal, number.value < 10_000)
    note(.year, number.digits == 4 && 1_000...2_199 ~= number.value)
    note(.shortYear, number.digits == 2)
    note(.hour, 0...24 ~= number.value && isShort)
    note(.minute, 0...59 ~= number.value && isShort)
    note(.digits4, number.digits == 4 && number.value < 2_400 && number.value % 100 < 60)
  }
}

extension DateExpression {
  /// Whether it means one day, or a time of one.
  var meansDay: Bool {
    switch self {
    case .calendar(_, _, let day): day != nil
    case .weekday, .holiday, .overnight, .ordinalWeekday, .part, .clock: true
    case .unit(let unit, _), .narrative(let unit, _): unit == .day
    case .ordinalUnit(_, let unit, _): unit == .day
    case .distance(let amounts, _): amounts.allSatisfy { $0.unit <= .day }
    default: false
    }
  }

  /// Whether a clock time or part of the day has been given.
  var hasTime: Bool {
    switch self {
    case .part, .clock, .now: true
    default: false
    }
  }
}
