/// A second of a calendar day in a zone that is not said: the bounds of what an ``EDTF`` expression may mean.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The day that a local calendar shows.
  public var date: CalendarDate
  /// Seconds since the day's midnight, 0..<86,400. Leap seconds have no number: 23:59:60 is the next day's midnight.
  public var secondOfDay: Int

  /// The second that lies `secondOfDay` after the midnight that begins `date`; any number counts, so 86,400 is the
  /// next day.
  public init(_ date: CalendarDate, secondOfDay: Int = 0) {
    let days = secondOfDay >= 0 ? secondOfDay / 86_400 : -1 - (-1 - secondOfDay) / 86_400
    self.date = days == 0 ? date : date.adding(days: days)
    self.secondOfDay = secondOfDay - days * 86_400
  }

  /// The date-time `seconds` later; earlier where negative.
  public func adding(seconds: Int) -> LocalDateTime { LocalDateTime(date, secondOfDay: secondOfDay + seconds) }

  /// Whether `lhs` is the earlier second.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.date == rhs.date ? lhs.secondOfDay < rhs.secondOfDay : lhs.date < rhs.date
  }
}
