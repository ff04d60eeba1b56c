import DatelineCore

/// Dates and times as iCalendar spells them: years 1 to 9999, no hyphens, no colons (RFC 5545, sections 3.3.4 and 3.3.5).
extension [UInt8] {
  /// Appends a DATE: `20240113`.
  mutating func append(date: CalendarDate) {
    append(digits: date.year, width: 4)
    append(digits: date.month, width: 2)
    append(digits: date.day, width: 2)
  }

  /// Appends a DATE-TIME in UTC: `20240113T191500Z`.
  mutating func append(utc time: LocalDateTime) {
    append(date: time.date)
    append(UInt8(ascii: "T"))
    append(digits: time.secondOfDay / 3600, width: 2)
    append(digits: time.secondOfDay / 60 % 60, width: 2)
    append(digits: time.secondOfDay % 60, width: 2)
    append(UInt8(ascii: "Z"))
  }

  /// Appends the last `width` decimal digits of a number that is not negative.
  mutating func append(digits number: Int, width: Int) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    while power > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }
}

extension LocalDateTime {
  /// The second in UTC that lies `seconds` after 1970-01-01T00:00:00Z.
  init(secondsSince1970 seconds: Int) {
    self.init(CalendarDate(dayNumber: 0), secondOfDay: seconds)
  }
}
