import DatelineCore
import DatelineZones

extension EventTime {
  /// Where `when` may stand, however the writer was asked to set it.
  static func all(of when: When?) -> [EventTime] {
    let zone = when?.timeZone.flatMap { try? ZoneDatabase.system.zone(named: $0.description) }
    return [Imprecision.auto, .anchor, .span].flatMap { imprecision in
      [false, true].map { EventTime(when, Rules(imprecision: imprecision, isUTCOnly: $0), zone: zone) }
    }
  }

  /// Whether the writer may have set `when` as a component has it. Clients leave an end out, and zones.
  static func mayShow(_ when: When, as times: EventTimes) -> Bool {
    all(of: when).contains { $0.extent.matches(times) }
  }
}

extension EventTime.Extent {
  fileprivate func matches(_ times: EventTimes) -> Bool {
    guard let start = times.start else { return self == .none }
    guard let (first, last) = bounds else { return false }
    return matches(start, first) && times.end.map { matches($0, last) } ?? true
  }

  private func matches(_ time: EventTimes.Time, _ own: LocalDateTime) -> Bool {
    if case .days = self { return time.value.clock == nil && time.value.date == own.date }
    guard time.value.clock != nil else { return false }
    switch self {
    case .zoned(let zoned):
      if time.value.local == own, !time.value.isUTC { return true }
      let seconds = own == zoned.start ? zoned.first : zoned.last
      return time.utcSeconds == seconds
    case .utc: return time.utcSeconds == own.secondsSince1970
    default: return time.zone == nil && !time.value.isUTC && time.value.local == own
    }
  }

  /// The two times as clocks show them.
  var bounds: (first: LocalDateTime, last: LocalDateTime)? {
    switch self {
    case .none: nil
    case .days(let first, let last): (LocalDateTime(first), LocalDateTime(last))
    case .utc(let first, let last), .floating(let first, let last): (first, last)
    case .zoned(let time): (time.start, time.end)
    }
  }
}

/// When an incident was, after somebody has moved its event.
enum EditedTime {
  /// - Parameters:
  ///   - times: What the event says now.
  ///   - old: What the record says. Of an event that only stands on another day the day alone is another.
  ///   - isEndEdited: Whether DTEND is another too.
  static func when(_ times: EventTimes, insteadOf old: When?, isEndEdited: Bool) -> When? {
    guard let old, let start = times.start else { return times.when.filled }
    let isMoment = old.earliest == nil && old.latest == nil && (old.time != nil || old.date?.time != nil)
    var times = times
    // The minute that a time lasts is the writer's, and not the record's.
    if isMoment, !isEndEdited || times.isMinute { times.end = nil }
    if old.earliest == nil, old.latest == nil {
      for time in EventTime.all(of: old) {
        guard let days = time.extent.days(to: times, isMoment: isMoment) else { continue }
        if days == 0 { return old }
        if let date = old.date?.moved(byDays: days) {
          var when = old
          when.date = date
          return when
        }
      }
    }
    guard var when = times.when else { return nil }
    if when.timeZone == nil, let zone = old.timeZone, times.end == nil, start.value.isUTC,
      let rules = try? ZoneDatabase.system.zone(named: zone.description), let seconds = start.utcSeconds
    {
      // A client that writes all times in UTC has not moved the event to another zone.
      let local = LocalDateTime(secondsSince1970: seconds, utcOffset: rules.offset(at: seconds).utcOffset)
      times.start = EventTimes.Time(value: TimeValue(local))
      when = times.when ?? when
      when.timeZone = zone
    }
    if when.timeZone == old.timeZone { when.timeZoneBasis = old.timeZoneBasis }
    // What a source wrote stays what it wrote.
    when.text = old.text
    return when.isEmpty ? nil : when
  }
}

extension EventTimes {
  /// Whether the end is a minute behind the start.
  fileprivate var isMinute: Bool {
    guard let start, let end, start.value.clock != nil, end.value.clock != nil else { return false }
    if let first = start.utcSeconds, let last = end.utcSeconds { return last - first == 60 }
    return end.value.local.secondsSince1970 - start.value.local.secondsSince1970 == 60
  }
}

extension EventTime.Extent {
  /// By how many days an event at `times` is behind this one, where nothing else of it is another.
  fileprivate func days(to times: EventTimes, isMoment: Bool) -> Int? {
    guard let start = times.start, let (first, last) = bounds, hasForm(of: start) else { return nil }
    let moved = start.value.local.secondsSince1970 - first.secondsSince1970
    guard moved % 86_400 == 0 else { return nil }
    if let end = times.end {
      guard hasForm(of: end), end.value.local.secondsSince1970 - last.secondsSince1970 == moved else { return nil }
    } else if !isMoment {
      // A day without DTEND is one day.
      guard case .days(let first, let last) = self, last.dayNumber - first.dayNumber == 1, times.duration == nil else {
        return nil
      }
    }
    return moved / 86_400
  }

  private func hasForm(of time: EventTimes.Time) -> Bool {
    switch self {
    case .none: false
    case .days: time.value.clock == nil
    case .utc: time.value.clock != nil && time.value.isUTC
    case .floating: time.value.clock != nil && !time.value.isUTC && time.zone == nil
    case .zoned(let zoned): time.value.clock != nil && time.zone?.name == zoned.zone
    }
  }
}

extension EDTF {
  /// The same day and time so many days later; nil where the date is no day.
  fileprivate func moved(byDays days: Int) -> EDTF? {
    if let plainDay { return EDTF(plainDay.adding(days: days)) }
    guard time != nil, let day = earliest?.date, 1...9999 ~= day.year, 1...9999 ~= day.adding(days: days).year else {
      return nil
    }
    let text = description
    let prefix = "\(day)"
    return text.hasPrefix(prefix) ? EDTF("\(day.adding(days: days))" + text.dropFirst(prefix.count)) : nil
  }
}
