public import DatelineCore

/// The formats of the iCalendar family.
public enum ICalendarFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] = [CanonicalICalendar()]
}
