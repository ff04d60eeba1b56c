import DatelineCore

/// Dates and times as iCalendar spells them: years 0 to 9999, no hyphens, no colons (RFC 5545, sections 3.3.4 and 3.3.5).
extension OutputCursor {
  /// Writes a DATE: `20240113`.
  mutating func write(date: CalendarDate) {
    write(twoDigits: date.year / 100)
    write(twoDigits: date.year % 100)
    write(twoDigits: date.month)
    write(twoDigits: date.day)
  }

  /// Writes a time of day as the canonical formats spell it: `22:15`.
  mutating func write(_ time: ClockTime) {
    write(twoDigits: time.hour)
    write(UInt8(ascii: ":"))
    write(twoDigits: time.minute)
    guard let second = time.second else { return }
    write(UInt8(ascii: ":"))
    write(twoDigits: second)
  }

  /// Writes a DATE-TIME without zone: `20240113T221500`.
  mutating func write(local time: LocalDateTime) {
    write(date: time.date)
    write(UInt8(ascii: "T"))
    write(twoDigits: time.secondOfDay / 3600)
    write(twoDigits: time.secondOfDay / 60 % 60)
    write(twoDigits: time.secondOfDay % 60)
  }

  /// Writes a DATE-TIME in UTC: `20240113T191500Z`.
  mutating func write(utc time: LocalDateTime) {
    write(local: time)
    write(UInt8(ascii: "Z"))
  }
}

extension LocalDateTime {
  /// The second in UTC that lies `seconds` after 1970-01-01T00:00:00Z.
  init(secondsSince1970 seconds: Int) {
    self.init(CalendarDate(dayNumber: 0), secondOfDay: seconds)
  }
}
