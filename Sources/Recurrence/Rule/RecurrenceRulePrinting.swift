import DatelineCore

extension RecurrenceRule: CustomStringConvertible {
  /// The rule as RFC 5545 writes it, parts in one order; ``parse(_:)`` gives the same rule back.
  public var description: String {
    var parts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { parts.append("\(name)=\(value)") }
    }
    func add(_ name: String, _ numbers: [Int]) {
      if !numbers.isEmpty { parts.append("\(name)=\(numbers.map(String.init).joined(separator: ","))") }
    }
    add("RSCALE", scale)
    add("FREQ", frequency.name)
    add("UNTIL", until?.description)
    add("COUNT", count.map(String.init))
    add("INTERVAL", interval == 1 ? nil : String(interval))
    add("BYSECOND", bySecond)
    add("BYMINUTE", byMinute)
    add("BYHOUR", byHour)
    add("BYDAY", byDay.isEmpty ? nil : byDay.map(\.description).joined(separator: ","))
    add("BYMONTHDAY", byMonthDay)
    add("BYYEARDAY", byYearDay)
    add("BYWEEKNO", byWeekNumber)
    add("BYMONTH", byMonth.isEmpty ? nil : byMonth.map(\.description).joined(separator: ","))
    add("BYSETPOS", bySetPosition)
    add("WKST", weekStart?.name)
    add("SKIP", skip?.rawValue)
    for part in otherParts { add(part.name, part.value) }
    return parts.joined(separator: ";")
  }
}

extension RecurrenceRule.WeekdayPosition: CustomStringConvertible {
  /// Such as `MO` or `-1FR`.
  public var description: String { (ordinal.map(String.init) ?? "") + weekday.name }
}

extension RecurrenceRule.Month: CustomStringConvertible {
  /// Such as `5`, or `5L` for the leap month after the fifth.
  public var description: String { isLeap ? "\(number)L" : String(number) }
}

extension RecurrenceRule.Until: CustomStringConvertible {
  /// The DATE or DATE-TIME of RFC 5545; years must have four digits to be read again.
  public var description: String {
    switch self {
    case .date(let date): Self.text(date)
    case .local(let time): Self.text(time)
    case .utc(let time): Self.text(time) + "Z"
    }
  }

  private static func text(_ date: CalendarDate) -> String {
    padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
  }

  private static func text(_ time: LocalDateTime) -> String {
    let (hour, minute, second) = (time.secondOfDay / 3_600, time.secondOfDay / 60 % 60, time.secondOfDay % 60)
    return text(time.date) + "T" + padded(hour, 2) + padded(minute, 2) + padded(second, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
