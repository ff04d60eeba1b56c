import DatelineCore
import DatelineZones

/// When an event is, as its DTSTART, DTEND, DUE and DURATION say.
///
/// A day or a span of days is its date. A span of time is its days and the two instants between which it lies. A time
/// without end is a day and a time on the clock, or a date-time where its offset is known. Nothing is made of the look of
/// a span: one from the first of a month to the first of the next is 31 days, not a month.
struct EventTimes {
  /// A time with its zone.
  struct Time {
    var value: TimeValue
    /// nil for UTC and for times that float.
    var zone: CalendarZones.Zone?
    /// Seconds since 1970-01-01T00:00:00Z where they were reckoned: a clock that is set back shows some times twice.
    var reckoned: Int?

    /// Seconds since 1970-01-01T00:00:00Z; nil where the zone's rules are not known.
    var utcSeconds: Int? {
      if let reckoned { return reckoned }
      let local = value.local
      if value.isUTC { return local.date.dayNumber * 86_400 + local.secondOfDay }
      return zone?.rules?.instants(for: local).instant
    }

    /// The zone's name, where it has one and the zone database means the same by it at this time.
    var zoneName: Text? {
      guard let zone, let name = zone.name else { return nil }
      if let seconds = utcSeconds, zone.contradictsDatabase(at: seconds) { return nil }
      return name
    }

    /// The point of time as a record has it.
    var instant: Instant? {
      guard let clock = value.clock else { return Instant(value.local, offset: nil) }
      if !value.isUTC, let rules = zone?.rules, let seconds = utcSeconds {
        let offset = rules.offset(at: seconds).utcOffset
        // Local mean times have seconds, which no offset of RFC 3339 has.
        if offset % 60 == 0, let offset = ZoneOffset(minutes: offset / 60) {
          return Instant(secondsSince1970: seconds, offset: offset)
        }
        return Instant(secondsSince1970: seconds)
      }
      return Instant(
        date: value.date, hour: clock.hour, minute: clock.minute, second: clock.second ?? 0,
        offset: value.isUTC ? .utc : nil)
    }
  }

  var start: Time?
  var end: Time?
  var duration: DurationValue?

  /// What the record has.
  var when: When? {
    guard let start else { return nil }
    var when = When()
    let zoneName = start.zoneName
    if let zoneName, let zone = start.zone {
      when.timeZone = zoneName
      when.timeZoneBasis = zone.basis
    }
    guard start.value.clock != nil else {
      when.date = Self.date(from: start.value.date, to: lastDay(start.value.date))
      return when
    }
    if let end = resolvedEnd(of: start), let first = start.instant, let last = end.instant, isLater(end, than: start) {
      let lastDay = last.local.secondOfDay == 0 ? last.date.adding(days: -1) : last.date
      when.date = Self.date(from: first.date, to: max(first.date, lastDay))
      when.earliest = first
      when.latest = last
      return when
    }
    if start.value.isUTC || start.zone != nil && zoneName == nil, let instant = start.instant {
      var text: [UInt8] = []
      instant.write(to: &text)
      when.date = EDTF(utf8: text.span)
    }
    if when.date == nil {
      when.date = EDTF(start.value.date)
      // Every time of the format has seconds: 00 says nothing.
      when.time = start.value.clock.flatMap {
        ClockTime(hour: $0.hour, minute: $0.minute, second: $0.second == 0 ? nil : $0.second)
      }
    }
    return when
  }

  /// Whether the end stands before the start.
  var endsBeforeStart: Bool {
    guard let start, let end else { return false }
    if start.value.clock == nil, end.value.clock == nil { return end.value.date < start.value.date }
    return start.value != end.value && !isLater(end, than: start)
  }

  /// Whether the duration leads behind the years that dates have.
  var endsBehindYears: Bool {
    guard let start, duration != nil else { return false }
    guard start.value.clock != nil else { return lastDay(start.value.date).year > 9999 }
    return resolvedEnd(of: start).map { $0.value.date.year > 9999 } ?? false
  }

  private func isLater(_ end: Time, than start: Time) -> Bool {
    if let first = start.utcSeconds, let last = end.utcSeconds { return last > first }
    return end.value.local > start.value.local
  }

  /// The last day of an event of whole days, which the end does not belong to.
  private func lastDay(_ first: CalendarDate) -> CalendarDate {
    if let end { return end.value.clock == nil ? end.value.date.adding(days: -1) : end.value.date }
    guard let duration else { return first }
    let days = duration.days + (duration.seconds + 86_399) / 86_400
    return days > 1 ? first.adding(days: days - 1) : first
  }

  private func resolvedEnd(of start: Time) -> Time? {
    if let end {
      guard end.value.clock == nil else { return end }
      // A day as the end of a time is that day's beginning.
      return Time(
        value: TimeValue(date: end.value.date, clock: ClockTime(hour: 0, minute: 0, second: 0)), zone: start.zone)
    }
    guard let duration, duration.days > 0 || duration.seconds > 0, let clock = start.value.clock else { return nil }
    // Days are those of the calendar, the rest is exact.
    var time = start
    time.value.date = start.value.date.adding(days: duration.days)
    guard duration.seconds > 0 else { return time }
    if let rules = start.zone?.rules, let seconds = time.utcSeconds {
      let end = seconds + duration.seconds
      let local = LocalDateTime(secondsSince1970: end, utcOffset: rules.offset(at: end).utcOffset)
      return Time(value: TimeValue(local), zone: start.zone, reckoned: end)
    }
    let local = LocalDateTime(time.value.date, secondOfDay: clock.secondOfDay + duration.seconds)
    return Time(value: TimeValue(local, isUTC: start.value.isUTC), zone: start.zone)
  }

  private static func date(from first: CalendarDate, to last: CalendarDate) -> EDTF? {
    guard let start = EDTF(first) else { return nil }
    guard last > first, let end = EDTF(last) else { return start }
    return EDTF(from: .date(start), to: .date(end))
  }
}

extension TimeValue {
  /// The second of a day.
  init(_ local: LocalDateTime, isUTC: Bool = false) {
    let seconds = local.secondOfDay
    self.init(
      date: local.date,
      clock: ClockTime(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60), isUTC: isUTC)
  }
}
