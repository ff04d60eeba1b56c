import DatelineCore
import DatelineZones

/// The zones of a calendar that is being written, and which of them the file has a VTIMEZONE of.
///
/// A VTIMEZONE stands before the first event that needs it and is never written again. It holds from the year of that
/// event on, or from 1970 where that is earlier. What it doesn't cover, because an earlier event comes later in the
/// document, is written in UTC: so no time depends on rules that the file does not state.
struct WrittenZones {
  /// A zone of the database.
  private struct Zone {
    let rules: ZoneRules
    /// What the file says of the zone, once it does.
    var declared: ZoneRules?
    /// The first instant for which the file says something.
    var start = Int.max
  }

  private var zones: [Text: Zone?] = [:]
  private var lastName: Text?
  private var lastRules: ZoneRules?
  private let database: ZoneDatabase
  private var isDatabaseMissing = false

  /// The most zones that are remembered: a few more than the database has.
  private static let limit = 1024
  /// 1970, and the end of 2037, up to which zones without rules are written out.
  private static let usualYears = (0, 2_145_916_800)

  init(_ database: ZoneDatabase = .system) { self.database = database }

  /// The rules of the zone called `name`; nil where there are none, which is reported once.
  mutating func rules(of name: Text, log: DiagnosticLog) throws(ConversionError) -> ZoneRules? {
    if name == lastName { return lastRules }
    if zones[name] == nil {
      if zones.count >= Self.limit { zones.removeAll() }
      zones[name.copied] = .some(try lookUp(name, log: log).map { Zone(rules: $0) })
    }
    lastName = name.copied
    lastRules = zones[name]??.rules
    return lastRules
  }

  private mutating func lookUp(_ name: Text, log: DiagnosticLog) throws(ConversionError) -> ZoneRules? {
    do {
      return try database.zone(named: name.description)
    } catch {
      if case .databaseMissing = error {
        guard !isDatabaseMissing else { return nil }
        isDatabaseMissing = true
        try log.report(
          .warning, .icalendarNoZones, "\(error); times in named zones are written without their zone", at: nil)
      } else {
        try log.report(
          .warning, .icalendarZoneNotWritten, "\(error); times in it are written without their zone", at: nil)
      }
      return nil
    }
  }

  /// Whether the file says, or can be made to say, what clocks show at `time`.
  ///
  /// - Returns: The parts of the VTIMEZONE to write before the event; none where the file has it already. nil where the
  ///   event can't be written in its zone.
  mutating func declare(_ time: ZonedTime) -> [ZoneObservance]? {
    guard var zone = zones[time.zone] ?? nil else { return nil }
    var observances: [ZoneObservance] = []
    if zone.declared == nil {
      observances = zone.rules.observances(
        usedFrom: min(time.firstOfYear, Self.usualYears.0), to: max(time.last, Self.usualYears.1))
      guard let first = observances.first, let declared = ZoneRules(observances: observances) else { return nil }
      zone.declared = declared
      zone.start = first.onset.secondsSince1970 - first.offsetFrom
    }
    guard let declared = zone.declared, time.first >= zone.start,
      [time.first, time.last].allSatisfy({
        declared.offset(at: $0).utcOffset == zone.rules.offset(at: $0).utcOffset
      })
    else { return nil }
    zones[time.zone] = .some(zone)
    return observances
  }
}

/// The time from one instant to another, as the clocks of a zone show it.
struct ZonedTime: Hashable {
  /// The zone's name in the tz database.
  let zone: Text
  /// What the clocks show at the beginning, and at the end, which does not belong to it.
  let start: LocalDateTime
  let end: LocalDateTime
  /// The same in seconds since 1970-01-01T00:00:00Z.
  let first: Int
  let last: Int

  /// - Returns: nil where clocks show one of the two twice, or are not whole minutes ahead of UTC, so that programs may
  ///   differ about what is meant.
  init?(_ first: Int, _ last: Int, zone: Text, _ rules: ZoneRules) {
    func local(_ instant: Int) -> LocalDateTime? {
      let offset = rules.offset(at: instant).utcOffset
      let local = LocalDateTime(secondsSince1970: instant, utcOffset: offset)
      return offset % 60 == 0 && rules.instants(for: local) == .unique(instant) ? local : nil
    }
    guard let start = local(first), let end = local(last), start < end else { return nil }
    self.zone = zone
    self.start = start
    self.end = end
    self.first = first
    self.last = last
  }

  /// The beginning of the year in which it begins.
  fileprivate var firstOfYear: Int {
    (CalendarDate(year: start.date.year, month: 1, day: 1)?.dayNumber ?? 0) * 86_400
  }
}

extension ContentLines {
  /// Writes a VTIMEZONE (RFC 5545, section 3.6.5).
  mutating func zone(_ name: Text, _ observances: [ZoneObservance]) {
    line("BEGIN:VTIMEZONE")
    write("TZID:")
    name.withUTF8 { write($0) }
    end()
    for observance in observances { self.observance(observance) }
    line("END:VTIMEZONE")
  }

  private mutating func observance(_ observance: ZoneObservance) {
    line(observance.isDaylight ? "BEGIN:DAYLIGHT" : "BEGIN:STANDARD")
    write("DTSTART:")
    writeShort { $0.write(local: observance.onset) }
    end()
    write("TZOFFSETFROM:")
    writeShort { $0.write(utcOffset: observance.offsetFrom) }
    end()
    write("TZOFFSETTO:")
    writeShort { $0.write(utcOffset: observance.offsetTo) }
    end()
    let name = Array(observance.name.utf8)
    write("TZNAME", text: name.span)
    if let recurrence = observance.recurrence { rule(recurrence) }
    line(observance.isDaylight ? "END:DAYLIGHT" : "END:STANDARD")
  }

  private mutating func rule(_ recurrence: ZoneObservance.Recurrence) {
    write("RRULE:FREQ=YEARLY")
    switch recurrence.rule {
    case .date(let month, let day):
      part(";BYMONTH=", month)
      part(";BYMONTHDAY=", day)
    case .weekday(let weekday, let ordinal, let month):
      part(";BYMONTH=", month)
      part(";BYDAY=", ordinal)
      write(weekdayName(weekday))
    case .weekdayOnOrAfter(let weekday, let month, let day):
      part(";BYMONTH=", month)
      part(";BYMONTHDAY=", day)
      for later in 1..<7 { part(",", day + later) }
      write(";BYDAY=")
      write(weekdayName(weekday))
    case .dayOfYear(let number): part(";BYYEARDAY=", number)
    }
    if let until = recurrence.until {
      write(";UNTIL=")
      writeShort(atMost: 16) { $0.write(utc: LocalDateTime(secondsSince1970: until)) }
    }
    end()
  }

  private mutating func part(_ name: StaticString, _ value: Int) {
    write(name)
    writeShort(atMost: 3) { $0.write(decimal: value) }
  }

  private func weekdayName(_ weekday: Int) -> StaticString {
    switch weekday {
    case 1: "MO"
    case 2: "TU"
    case 3: "WE"
    case 4: "TH"
    case 5: "FR"
    case 6: "SA"
    default: "SU"
    }
  }
}

extension OutputCursor {
  /// Writes a UTC-OFFSET (RFC 5545, section 3.3.14): `+0300`.
  fileprivate mutating func write(utcOffset seconds: Int) {
    write(seconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let magnitude = Int(seconds.magnitude)
    write(twoDigits: magnitude / 3600)
    write(twoDigits: magnitude / 60 % 60)
    if magnitude % 60 != 0 { write(twoDigits: magnitude % 60) }
  }
}
