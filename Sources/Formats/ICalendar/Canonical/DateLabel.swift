import DatelineCore

/// What a calendar's reader is told of a date that the grid of days shows more precisely, or more broadly, than it is known.
enum DateLabel {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// What to say of `date`; nil where the days say it all.
  ///
  /// - Parameter isWhole: Whether the event covers all the days that are meant.
  static func label(of date: EDTF, isWhole: Bool) -> String? {
    switch date.form {
    case .date: return single(date)
    case .interval: return interval(date, isWhole: isWhole)
    case .oneOf: return date.precision <= .day ? oneOf(date) : "\(list(date, joinedBy: " or ")), day unknown"
    case .allOf:
      if date.precision > .day { return "\(list(date, joinedBy: " and ")), days unknown" }
      return days(of: date, joinedBy: " and ") ?? (isWhole ? nil : list(date, joinedBy: " and "))
    }
  }

  /// What to say of a date with an end that is open or unknown.
  static func open(_ date: EDTF) -> String {
    switch (date.earliestDay, date.latestDay) {
    case (let first?, nil): "from \(first)"
    case (nil, let end?): "until \(end.adding(days: -1))"
    default: date.form == .allOf ? list(date, joinedBy: " and ") : list(date, joinedBy: " or ")
    }
  }

  /// The members of a set without its brackets; any other date as it is.
  private static func list(_ date: EDTF, joinedBy word: String) -> String {
    guard !date.members.isEmpty else { return "\(date)" }
    return date.members.map { member in
      switch member {
      case .date(let date): "\(date)"
      case .range(let first, let last): "\(first) to \(last)"
      case .onOrBefore(let last): "until \(last)"
      case .onOrAfter(let first): "from \(first)"
      }
    }.joined(separator: word)
  }

  /// What to say of a date outside the years 1 to 9999: `15 March 45 BC`.
  static func historic(_ date: EDTF) -> String {
    guard date.form == .date, let year = date.year, year <= 0, date.season == nil else {
      return list(date, joinedBy: date.form == .allOf ? " and " : " or ")
    }
    let era = "\(1 - year) BC"
    guard let month = date.month else { return qualified(era, date.qualification) }
    let name = "\(months[month - 1]) \(era)"
    return qualified(date.day.map { "\($0) \(name)" } ?? name, date.qualification)
  }

  /// The days from `first` to `last`: `8-10 March`, `28 December 2023-2 January 2024`.
  static func range(_ first: CalendarDate, _ last: CalendarDate) -> String {
    if first == last { return day(first) }
    if first.year != last.year { return "\(day(first)) \(first.year)-\(day(last)) \(last.year)" }
    if first.month != last.month { return "\(day(first))-\(day(last))" }
    return "\(first.day)-\(day(last))"
  }

  private static func day(_ day: CalendarDate) -> String {
    months.indices.contains(day.month - 1) ? "\(day.day) \(months[day.month - 1])" : "\(day)"
  }

  private static func single(_ date: EDTF) -> String? {
    if date.precision <= .day {
      guard !date.qualification.isEmpty, let first = date.earliestDay else { return nil }
      return qualified(day(first), date.qualification)
    }
    if date.precision == .month {
      guard let year = date.year, let month = date.month, let whole = EDTF(year: year, month: month),
        whole.earliest == date.earliest, whole.latest == date.latest
      else { return "\(date), day unknown" }
      return "\(qualified("\(whole)", date.qualification)), day unknown"
    }
    guard let year = date.year else { return "\(date), date unknown" }
    let name: String
    switch date.season {
    case nil where date.month == nil && date.precision == .year && date.day == nil: name = "\(year)"
    case 21, 25, 29: name = "spring \(year)"
    case 22, 26, 30: name = "summer \(year)"
    case 23, 27, 31: name = "autumn \(year)"
    case 24, 28, 32: name = "winter \(year)"
    case let quarter? where 33...36 ~= quarter: name = "quarter \(quarter - 32) of \(year)"
    default: return "\(date), date unknown"
    }
    guard isWholeYear(date) || date.season != nil else { return "\(date), date unknown" }
    return "\(qualified(name, date.qualification)), date unknown"
  }

  private static func isWholeYear(_ date: EDTF) -> Bool {
    guard let first = date.earliestDay, let end = date.latestDay else { return false }
    return end.year == first.year + 1 && first.month == 1 && first.day == 1 && end.month == 1 && end.day == 1
  }

  private static func interval(_ date: EDTF, isWhole: Bool) -> String? {
    guard let interval = date.interval, case .date(let start) = interval.start, case .date(let end) = interval.end
    else { return open(date) }
    if date.precision > .day { return "\(start) to \(end), days unknown" }
    guard isWhole, date.qualification.isEmpty else { return "\(start) to \(end)" }
    return nil
  }

  private static func oneOf(_ date: EDTF) -> String? {
    if let days = days(of: date, joinedBy: " or ") { return days }
    guard let first = date.earliestDay, let end = date.latestDay else { return "\(date)" }
    let last = end.adding(days: -1)
    if first == last { return date.qualification.isEmpty ? nil : qualified(day(first), date.qualification) }
    return "\(range(first, last)), day unknown"
  }

  /// Two or three single days by name; nil where there are others, or the set has ranges.
  private static func days(of date: EDTF, joinedBy word: String) -> String? {
    let members = date.members
    guard 2...3 ~= members.count else { return nil }
    var names: [String] = []
    for member in members {
      guard case .date(let member) = member, let first = member.earliestDay else { return nil }
      names.append(qualified(day(first), member.qualification))
    }
    return names.joined(separator: word)
  }

  private static func qualified(_ label: String, _ qualification: EDTF.Qualification) -> String {
    (qualification.contains(.approximate) ? "c. " : "") + label + (qualification.contains(.uncertain) ? "?" : "")
  }
}
