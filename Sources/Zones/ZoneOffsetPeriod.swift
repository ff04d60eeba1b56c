public import DatelineCore

/// What the clocks of a zone show between two transitions.
public struct ZoneOffsetPeriod: Hashable, Sendable {
  /// What local time is ahead of UTC, in seconds: local mean times of the 19th century have seconds.
  public var utcOffset: Int
  /// Whether the zone calls this daylight saving (summer) time. In Europe/Dublin it is winter time that counts as the
  /// exception, with an offset below the standard one.
  public var isDaylight: Bool
  /// The abbreviation in use, such as `CET`, or digits such as `+03` where there is none; empty where nobody says.
  public var abbreviation: String

  /// A period with these properties.
  public init(utcOffset: Int, isDaylight: Bool = false, abbreviation: String) {
    self.utcOffset = utcOffset
    self.isDaylight = isDaylight
    self.abbreviation = abbreviation
  }
}

/// A moment at which the clocks of a zone, or what they are called, change.
public struct ZoneTransition: Hashable, Sendable {
  /// The first second of the new period, in seconds since 1970-01-01T00:00:00Z.
  public var instant: Int
  /// What held before.
  public var before: ZoneOffsetPeriod
  /// What holds from then on.
  public var after: ZoneOffsetPeriod

  /// The transition as clocks show it that were not changed yet: what DTSTART of a VTIMEZONE's part says.
  public var localOnset: LocalDateTime { LocalDateTime(secondsSince1970: instant, utcOffset: before.utcOffset) }
}

/// The instants that a local time may mean, in seconds since 1970-01-01T00:00:00Z.
public enum LocalTimeResolution: Hashable, Sendable {
  /// The local time comes once.
  case unique(Int)
  /// The local time comes twice, as where summer time ends. RFC 5545, section 3.3.5, takes the earlier one.
  case ambiguous(earlier: Int, later: Int)
  /// The local time is left out, as where summer time begins. `before` reckons with the offset before the gap, which is
  /// what RFC 5545, section 3.3.5, asks for, and lies behind the transition; `after` reckons with the offset after it.
  case gap(before: Int, after: Int)

  /// The instant that RFC 5545, section 3.3.5, takes.
  public var instant: Int {
    switch self {
    case .unique(let instant), .ambiguous(earlier: let instant, later: _), .gap(before: let instant, after: _): instant
    }
  }
}

extension LocalDateTime {
  /// What clocks show that are `utcOffset` seconds ahead of UTC, `seconds` after 1970-01-01T00:00:00Z.
  ///
  /// - Precondition: the sum does not overflow; ``ZoneRules/instantRange`` is safe.
  public init(secondsSince1970 seconds: Int, utcOffset: Int) {
    self.init(CalendarDate(dayNumber: 0), secondOfDay: seconds + utcOffset)
  }

  /// The seconds since 1970-01-01T00:00:00Z if this were UTC; the nearest of ``ZoneRules/instantRange`` for years that
  /// have no such number, of eleven digits and more.
  package var secondsIfUTC: Int {
    let range = ZoneRules.instantRange
    guard date.year > -range.upperBound / 31_556_952 else { return range.lowerBound }
    guard date.year < range.upperBound / 31_556_952 else { return range.upperBound }
    return date.dayNumber * 86_400 + secondOfDay
  }
}
