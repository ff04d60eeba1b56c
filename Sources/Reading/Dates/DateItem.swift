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
enum DateSlot: String, Sendable {
  case month = "MONTH"
  /// A month whose name is nothing else.
  case plainMonth = "PLAINMONTH"
  case weekday = "WEEKDAY"
  case plainWeekday = "PLAINWEEKDAY"
  /// 1...31, as a number or ordinal.
  case day = "DAY"
  /// 1...31 in digits without ordinal ending.
  case number31 = "DD"
  case ordinal = "ORD"
  case cardinal = "NUM"
  /// Four digits, 1000...2199.
  case year = "YEAR"
  /// Two digits.
  case shortYear = "YY"
  case hour = "HOUR"
  case minute = "MINUTE"
  /// Four digits that make a time: `0100`, `2230`.
  case digits4 = "HHMM"
  case clock = "CLOCK"
  case plainClock = "PLAINCLOCK"
  case numbers = "NUMBERS"
  case decade = "DECADE"
  case unit = "UNIT"
  /// Day, week, month, quarter, year, decade.
  case dayUnit = "DAYUNIT"
  case part = "PART"
  case season = "SEASON"
  case holiday = "HOLIDAY"
  case time = "TIME"
  case amount = "AMOUNT"
  case date = "DATE"
  /// An expression that means single days.
  case dayDate = "DAYDATE"
}

extension DateItem {
  /// Whether the item is of the class.
  func fits(_ slot: DateSlot) -> Bool {
    if let isMade = fitsMade(slot) { return isMade }
    guard expression == nil, amounts.isEmpty, time == nil else { return false }
    let number = reading.number
    switch slot {
    case .month: return reading.month != nil && (!reading.isAmbiguous || isCapitalized)
    case .plainMonth: return reading.month != nil && !reading.isAmbiguous
    case .weekday: return reading.weekday != nil && (!reading.isAmbiguous || isCapitalized)
    case .plainWeekday: return reading.weekday != nil && !reading.isAmbiguous
    case .day: return number.map { 1...31 ~= $0.value && $0.digits <= 2 && ($0.digits > 0 || $0.isOrdinal) } ?? false
    case .number31: return number.map { 1...31 ~= $0.value && 1...2 ~= $0.digits && !$0.isOrdinal } ?? false
    case .ordinal: return number?.isOrdinal ?? false
    case .cardinal: return number.map { !$0.isOrdinal && $0.value < 10_000 } ?? false
    case .year: return number.map { $0.digits == 4 && !$0.isOrdinal && 1_000...2_199 ~= $0.value } ?? false
    case .shortYear: return number.map { $0.digits == 2 && !$0.isOrdinal } ?? false
    case .hour: return number.map { 0...24 ~= $0.value && $0.digits <= 2 && !$0.isOrdinal } ?? false
    case .minute: return number.map { 0...59 ~= $0.value && $0.digits <= 2 && !$0.isOrdinal } ?? false
    case .digits4: return number.map { $0.digits == 4 && $0.value < 2_400 && $0.value % 100 < 60 } ?? false
    case .clock: return clock != nil
    case .plainClock: return clock != nil && !isClockDoubtful
    case .numbers: return !numbers.isEmpty
    case .decade: return decade != nil
    case .unit: return reading.unit != nil
    case .dayUnit: return reading.unit.map { $0 >= .day } ?? false
    case .part: return reading.part != nil
    case .season: return reading.season != nil
    case .holiday: return reading.holiday != nil
    case .time, .amount, .date, .dayDate: return false
    }
  }

  /// The answer for classes that rules make; nil for those of words.
  private func fitsMade(_ slot: DateSlot) -> Bool? {
    switch slot {
    case .time: time != nil
    case .amount: !amounts.isEmpty
    case .date: expression != nil
    case .dayDate: expression?.meansDay ?? false
    default: nil
    }
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
