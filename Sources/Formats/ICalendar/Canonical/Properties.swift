import DatelineCore

extension EventTime.Extent {
  /// The name of a status in the component for this extent: a VJOURNAL has others (RFC 5545, section 3.8.1.11).
  func status(_ status: StaticString) -> StaticString {
    guard self == .none else { return status }
    return switch "\(status)" {
    case "TENTATIVE": "DRAFT"
    case "CONFIRMED": "FINAL"
    default: status
    }
  }
}

extension EventTime {
  /// The beginning, for DTSTAMP; nil before 1970.
  var utcSeconds: Int? {
    let seconds =
      switch extent {
      case .none: 0
      case .days(let day, _): day.dayNumber * 86_400
      case .utc(let time, _), .floating(let time, _): time.secondsSince1970
      case .zoned(let time): time.first
      }
    return seconds > 0 ? seconds : nil
  }
}

extension Instant {
  /// Seconds since 1970-01-01T00:00:00Z; without offset, as if it were UTC.
  var utcSeconds: Int { secondsSince1970 ?? local.date.dayNumber * 86_400 + local.secondOfDay }
}

extension DateOrInstant {
  /// The beginning in seconds since 1970-01-01T00:00:00Z, as if a date were one of UTC; nil where it has none, or lies
  /// outside the years 1 to 9999.
  var utcSeconds: Int? {
    if case .instant(let instant) = self { return instant.utcSeconds }
    guard let first = earliest, 1...9999 ~= first.date.year else { return nil }
    return first.date.dayNumber * 86_400 + first.secondOfDay
  }
}

extension [UInt8] {
  /// The text without what vobject, libical and sabre change in the value of an X- property.
  var withoutSpecials: [UInt8] {
    var result = self
    result.removeAll { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x5C || $0 == UInt8(ascii: "\"") }
    return result
  }
}

extension Incident {
  /// When the record was last changed, in seconds since 1970-01-01T00:00:00Z.
  var changed: Int? { revision?.modified?.utcSeconds ?? revision?.created?.utcSeconds }
}

extension Revision {
  /// The highest SEQUENCE of a record that stands. Those above are of tombstones, which have to replace it.
  static let sequenceLimit = Int(Int32.max) - 1 << 20
}

extension Tombstone {
  /// SEQUENCE: above that of any record, and of a later withdrawal above that of an earlier one.
  var sequence: Int {
    let day = withdrawn?.date.dayNumber ?? 0
    return Revision.sequenceLimit + min(max(day, 1), 1 << 20)
  }
}

extension DiagnosticCode {
  static let icalendarUndated: Self = "icalendar.undated"
  static let icalendarNoZones: Self = "icalendar.no-zones"
  static let icalendarZoneNotWritten: Self = "icalendar.zone-not-written"
}
