import DatelineCore
import DatelineZones

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
    case utc(LocalDateTime, LocalDateTime)
    /// Times that clocks show, wherever that is; the second not included.
    case floating(LocalDateTime, LocalDateTime)
    /// Times that clocks in a zone show.
    case zoned(ZonedTime)

    /// The same in UTC, where it is in a zone.
    var inUTC: Extent {
      guard case .zoned(let time) = self else { return self }
      return .utc(LocalDateTime(secondsSince1970: time.first), LocalDateTime(secondsSince1970: time.last))
    }
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
  private(set) var precision: StaticString = "unknown"
  private let rules: Rules
  /// The zone of the clocks.
  private let zone: (name: Text, rules: ZoneRules)?

  /// What was asked for.
  struct Rules {
    var imprecision = Imprecision.auto
    /// Whether times are written in UTC, and those of which only the clock is known as whole days: there are clients that
    /// know no zones, and Outlook takes no time without one.
    var isUTCOnly = false
  }

  private static let spanLimit = 31

  /// - Parameter zone: The rules of the zone that `when` names; nil where they are not known.
  init(_ when: When?, _ rules: Rules = Rules(), zone: ZoneRules? = nil) {
    self.rules = rules
    self.zone =
      if let zone, let name = when?.timeZone, !name.isUTC { (name, zone) } else { nil }
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
    if "\(precision)" == "day" { precision = "partOfDay" }
    var words: [UInt8] = []
    words.append(atMost: 32) { $0.write(words: part.name) }
    remarks.append(String(decoding: words, as: UTF8.self))
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
    let first = place(of: earliest)
    let last = place(of: latest)
    guard last.seconds >= first.seconds else { return false }
    // What has no length is given the length of a time on the clock.
    let isMoment = last.seconds == first.seconds
    let end = isMoment ? first.seconds + 60 : last.seconds + (latest.nanosecond > 0 ? 1 : 0)
    let days = (end - first.seconds + 86_399) / 86_400
    if days <= Self.spanLimit || rules.imprecision == .span,
      first.isUTC == last.isUTC, placeClock(first.seconds, end, isUTC: first.isUTC)
    {
      if end - first.seconds > 3600, rules.imprecision != .span || days <= 1 { remarks.append("time uncertain") }
      return true
    }
    return placeDays(from: earliest, to: latest)
  }

  private mutating func placeDays(from earliest: Instant, to latest: Instant) -> Bool {
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
    precision = date.precision.name
    let clock = date.time ?? when.time
    if let clock {
      if date.precision <= .day { precision = clock.second == nil ? "minute" : "second" }
      if placeClock(clock, on: date, when) { return }
    }
    placeDays(of: date)
    if let clock, extent != .none { remarks.append(clock.description) }
  }

  /// Places a time of day; false where it has no day, or may not stand without a zone.
  private mutating func placeClock(_ clock: ClockTime, on date: EDTF, _ when: When) -> Bool {
    guard
      let local = date.time == nil
        ? date.plainDay.map({ LocalDateTime($0, secondOfDay: clock.secondOfDay) }) : date.earliest
    else { return false }
    let offset = date.offset ?? (when.timeZone?.isUTC == true ? .utc : nil)
    let start = place(of: local, offset)
    return placeClock(start.seconds, start.seconds + 60, isUTC: start.isUTC)
  }

  /// An instant in seconds since 1970 in UTC, or, where its distance to UTC is not known, on the same clock.
  private func place(of instant: Instant) -> (seconds: Int, isUTC: Bool) {
    instant.secondsSince1970.map { ($0, true) } ?? place(of: instant.local, nil)
  }

  private func place(of local: LocalDateTime, _ offset: ZoneOffset?) -> (seconds: Int, isUTC: Bool) {
    if let offset { return (local.secondsSince1970 - offset.minutes * 60, true) }
    if let zone { return (zone.rules.instants(for: local).instant, true) }
    return (local.secondsSince1970, false)
  }

  /// Places the time from `first` to `last`; false where that can't be.
  private mutating func placeClock(_ first: Int, _ last: Int, isUTC: Bool) -> Bool {
    let start = LocalDateTime(secondsSince1970: first)
    let end = LocalDateTime(secondsSince1970: last)
    guard Self.isRepresentable(start.date), Self.isRepresentable(end.date), isUTC || !rules.isUTCOnly else {
      return false
    }
    guard isUTC else {
      extent = .floating(start, end)
      return true
    }
    extent = .utc(start, end)
    if !rules.isUTCOnly, let zone, let time = ZonedTime(first, last, zone: zone.name, zone.rules),
      Self.isRepresentable(time.start.date), Self.isRepresentable(time.end.date)
    {
      extent = .zoned(time)
    }
    return true
  }

  private mutating func placeDays(of date: EDTF) {
    // Nearly all dates are days, of which there is nothing to say.
    if let day = date.plainDay, 1...9998 ~= day.year {
      extent = .days(day, day.adding(days: 1))
      return
    }
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
      switch rules.imprecision {
      case .auto: count > Self.spanLimit
      case .anchor: count > Self.spanLimit || isImprecise
      case .span: false
      }
    let last = isAnchored ? first.adding(days: 1) : end
    guard Self.isRepresentable(first), Self.isRepresentable(last), first < last else { return }
    extent = .days(first, last)
  }

  /// Writes a time in a zone in UTC instead.
  mutating func leaveZone() { extent = extent.inUTC }

  /// Places what stands nowhere on the day of `published`.
  mutating func anchor(on published: DateOrInstant?) {
    guard let first = published?.earliest?.date, Self.isRepresentable(first), first.year < 9999 else { return }
    extent = .days(first, first.adding(days: 1))
    if remarks.isEmpty { remarks.append("date unknown") }
  }

  private static func isRepresentable(_ day: CalendarDate) -> Bool { 1...9999 ~= day.year }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  var secondsSince1970: Int { date.dayNumber * 86_400 + secondOfDay }
}

extension EDTF.Precision {
  /// The name of the case.
  var name: StaticString {
    switch self {
    case .second: "second"
    case .day: "day"
    case .month: "month"
    case .season: "season"
    case .quarter: "quarter"
    case .quadrimester: "quadrimester"
    case .semester: "semester"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .millennium: "millennium"
    case .indefinite: "indefinite"
    case .open: "open"
    }
  }
}

extension Text {
  /// Whether the zone's name is one of those for UTC.
  var isUTC: Bool { equals("UTC") || equals("Etc/UTC") || equals("Z") || equals("Etc/GMT") }
}
