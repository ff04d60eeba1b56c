/// A value of the fields that hold either a date of any precision or a date-time.
///
/// A text is an instant where ``Instant`` reads it: a full date, `T` and a time to the second. Everything else is EDTF,
/// also the one date-time that EDTF has and RFC 3339 has not: an offset in hours alone, `2004-01-01T10:10:10+05`. So
/// each text has one reading, and what is read prints as it was.
public enum DateOrInstant: Hashable, Sendable, CustomStringConvertible {
  /// A date that is no full date-time: see ``EDTF``.
  case date(EDTF)
  /// A date-time: see ``Instant``.
  case instant(Instant)

  /// - Returns: nil where the text is neither.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// - Returns: nil where the text is neither.
  package init?(utf8 bytes: Span<UInt8>) {
    if let instant = Instant(utf8: bytes) {
      self = .instant(instant)
    } else if let date = EDTF(utf8: bytes) {
      self = .date(date)
    } else {
      return nil
    }
  }

  /// The calendar day, where one is named: of an instant, the day that local clocks show.
  public var day: CalendarDate? {
    switch self {
    case .date(let date): date.plainDay
    case .instant(let instant): instant.date
    }
  }

  /// The beginning of what is meant, in local time: see ``EDTF/earliest``. Of an instant, its second.
  public var earliest: LocalDateTime? {
    switch self {
    case .date(let date): date.earliest
    case .instant(let instant): instant.local
    }
  }

  /// The end of what is meant, in local time, which does not belong to it: see ``EDTF/latest``.
  public var latest: LocalDateTime? {
    switch self {
    case .date(let date): date.latest
    case .instant(let instant): instant.local.adding(seconds: 1)
    }
  }

  /// Appends the text, which reads back as an equal value.
  package func write(to output: inout [UInt8]) {
    switch self {
    case .date(let date): date.write(to: &output)
    case .instant(let instant): instant.write(to: &output)
    }
  }

  /// Writes the text.
  package func write(to output: inout OutputCursor) {
    switch self {
    case .date(let date): date.write(to: &output)
    case .instant(let instant): instant.write(to: &output)
    }
  }

  /// The text, which reads back as an equal value.
  public var description: String { String(writtenBy: write) }
}
