import DatelineCore

/// Where an incident stands in a calendar, and what has to be said besides because a calendar can't show it.
///
/// The extent is the half-open span of time in which the incident lies, as far as a grid of days can bear it. The remarks
/// go in front of the title: an event that stands on 1 January because only the year is known says so.
struct EventTime {
  /// The time from DTSTART to DTEND.
  enum Extent: Hashable {
    /// No day that iCalendar can name.
    case none
    /// Whole days, the second not included.
    case days(CalendarDate, CalendarDate)
    /// UTC, the second not included.
    case seconds(LocalDateTime, LocalDateTime)
  }

  /// What becomes of an extent that is longer than the incident, or too long for a grid of days.
  enum Imprecision: String {
    /// All of it up to 31 days, else the first day.
    case auto
    /// The first day.
    case anchor
    /// All of it.
    case span
  }

  private(set) var extent = Extent.none
  /// What stands in brackets before the title, in order.
  private(set) var remarks: [String] = []
  /// How precisely the time is known: a name of ``EDTF/Precision``, `partOfDay`, `minute` or `span`.
  private(set) var precision = "unknown"
  private let imprecision: Imprecision

  private static let spanLimit = 31

  init(_ when: When?, imprecision: Imprecision = .auto) {
    self.imprecision = imprecision
    guard let when else { return }
    if let earliest = when.earliest, let latest = when.latest, placeSpan(from: earliest, to: latest) {
      addPartOfDay(when)
      return
    }
    if let date = when.date {
      place(date, when)
    } else if let bound = when.earliest ?? when.latest, let day = EDTF(bound.date) {
      precision = "day"
      placeDays(of: day)
    }
    addPartOfDay(when)
    addBounds(when)
  }

  private mutating func addPartOfDay(_ when: When) {
    guard let part = when.partOfDay else { return }
    if precision == "day" { precision = "partOfDay" }
    remarks.append(String(decoding: spacedWords(part.name), as: UTF8.self))
  }

  private mutating func addBounds(_ when: When) {
    if let earliest = when.earliest, when.latest == nil { remarks.append("after \(Self.clock(earliest))") }
    if let latest = when.latest, when.earliest == nil { remarks.append("before \(Self.clock(latest))") }
  }

  private static func clock(_ instant: Instant) -> String {
    let time = ClockTime(hour: instant.hour, minute: instant.minute)?.description ?? ""
    guard let offset = instant.offset else { return time }
    return offset.isZulu ? time + " UTC" : time + " UTC\(offset)"
  }

  /// Places what lies between two instants; false where the second is not later.
  private mutating func placeSpan(from earliest: Instant, to latest: Instant) -> Bool {
    precision = "span"
    if let first = earliest.secondsSince1970, let last = latest.secondsSince1970 {
      guard last >= first else { return false }
      // What has no length is given the length of a time on the clock.
      let end = last == first ? first + 60 : last + (latest.nanosecond > 0 ? 1 : 0)
      let days = (end - first + 86_399) / 86_400
      if days <= Self.spanLimit || imprecision == .span {
        setSeconds(LocalDateTime(secondsSince1970: first), LocalDateTime(secondsSince1970: end))
        if end - first > 3600, imprecision != .span || days <= 1 { remarks.append("time uncertain") }
        return true
      }
    } else {
      guard earliest.local < latest.local else { return false }
    }
    let end = latest.local.secondOfDay == 0 ? latest.date : latest.date.adding(days: 1)
    guard earliest.date < end else { return false }
    let count = end.dayNumber - earliest.date.dayNumber
    if count == 1 {
      remarks.append("\(Self.clock(earliest))-\(Self.clock(latest))")
    } else {
      remarks.append("\(DateLabel.range(earliest.date, end.adding(days: -1))), day unknown")
    }
    setDays(earliest.date, end, isImprecise: true)
    return true
  }

  private mutating func place(_ date: EDTF, _ when: When) {
    precision = "\(date.precision)"
    let clock = date.time ?? when.time
    if let clock {
      if date.precision <= .day { precision = clock.second == nil ? "minute" : "second" }
      if placeClock(clock, on: date, when) { return }
    }
    placeDays(of: date)
    if let clock, extent != .none { remarks.append(clock.description) }
  }

  /// Places a time of day in UTC; false where its distance to UTC is not known.
  private mutating func placeClock(_ clock: ClockTime, on date: EDTF, _ when: When) -> Bool {
    guard let offset = date.offset ?? (when.timeZone?.isUTC == true ? .utc : nil),
      let local = date.time == nil
        ? date.plainDay.map({ LocalDateTime($0, secondOfDay: clock.secondOfDay) }) : date.earliest
    else { return false }
    let start = local.adding(seconds: -offset.minutes * 60)
    return setSeconds(start, start.adding(seconds: 60))
  }

  private mutating func placeDays(of date: EDTF) {
    let first = date.earliestDay
    let end = date.latestDay
    switch (first, end) {
    case (let first?, let end?):
      let isImprecise = date.precision > .day || date.form == .oneOf
      setDays(first, end, isImprecise: isImprecise)
      guard extent != .none else { break }
      if let label = DateLabel.label(of: date, isWhole: extent == .days(first, end)) { remarks.append(label) }
      return
    case (let first?, nil): setDays(first, first.adding(days: 1), isImprecise: false)
    case (nil, let end?): setDays(end.adding(days: -1), end, isImprecise: false)
    case (nil, nil): break
    }
    remarks.append(extent == .none ? DateLabel.historic(date) : DateLabel.open(date))
  }

  private mutating func setDays(_ first: CalendarDate, _ end: CalendarDate, isImprecise: Bool) {
    let count = end.dayNumber - first.dayNumber
    let isAnchored =
      switch imprecision {
      case .auto: count > Self.spanLimit
      case .anchor: count > Self.spanLimit || isImprecise
      case .span: false
      }
    let last = isAnchored ? first.adding(days: 1) : end
    guard Self.isRepresentable(first), Self.isRepresentable(last), first < last else { return }
    extent = .days(first, last)
  }

  @discardableResult
  private mutating func setSeconds(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool {
    guard Self.isRepresentable(start.date), Self.isRepresentable(end.date) else { return false }
    extent = .seconds(start, end)
    return true
  }

  private static func isRepresentable(_ day: CalendarDate) -> Bool { 1...9999 ~= day.year }
}

extension Text {
  /// Whether the zone's name is one of those for UTC.
  fileprivate var isUTC: Bool { equals("UTC") || equals("Etc/UTC") || equals("Z") || equals("Etc/GMT") }
}
