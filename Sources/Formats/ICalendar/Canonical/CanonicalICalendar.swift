public import DatelineCore

/// The canonical calendar: an event for each incident with a date, and every record whole in a property that clients keep
/// (`Specs/icalendar.md`).
public struct CanonicalICalendar: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "ics", family: .icalendar, summary: "iCalendar: a calendar to subscribe to, with every record inside",
    fileExtensions: ["ics"], carries: .everything,
    options: [
      Self.profile, Self.imprecise, Self.time, Self.undated, Self.reports, Self.prefer, Self.fromDate, Self.toDate,
    ])

  static let profile = FormatOption(
    "ics-profile", choices: ["compat", "modern"], default: "compat",
    help: "modern adds people, places, sources and concepts as of RFC 9073 and RFC 9253, which older clients lose")
  static let imprecise = FormatOption(
    "ics-imprecise", choices: ["auto", "anchor", "span"], default: "auto",
    help: "events of unknown day: on the first day (anchor), on all of them (span), or on all up to 31 days (auto)")
  static let time = FormatOption(
    "ics-time", choices: ["local", "utc"], default: "local",
    help: "times as clocks at the place show them, or in UTC, for clients that know no time zones")
  static let undated = FormatOption(
    "undated", choices: ["journal", "skip", "anchor"], default: "journal",
    help: "incidents without a date: as journal entries, left out, or on the day of their first report")
  static let reports = FormatOption(
    "reports", choices: ["journal", "none"], default: "journal",
    help: "none leaves out the header and the reports, which stand in the file as journal entries")
  static let prefer = FormatOption(
    "prefer", choices: ["edits", "record", "visible"], default: "edits",
    help: "of our own calendars: what was edited in a client counts (edits), nothing (record), or all that is visible")
  static let fromDate = FormatOption(
    "from-date", help: "the first day, such as 2024-01-14, of those that recurring events are written out for")
  static let toDate = FormatOption(
    "to-date", help: "the last such day; with it each instance of a series is an incident, and others are left out")

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? { CalendarRecognition.recognise(prefix) }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    try ICalendarReader(input, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    ICalendarWriter(output, context)
  }
}

/// What was asked for when writing.
struct CalendarSettings {
  var isModern: Bool
  var time: EventTime.Rules
  var undated: Undated
  var writesReports: Bool

  /// What becomes of incidents that no day can be named for.
  enum Undated: String {
    /// VJOURNAL without DTSTART.
    case journal
    /// They are left out, and reported as lost.
    case skip
    /// They stand on the day on which their first report was published; without one, as `journal`.
    case anchor
  }

  init(_ options: FormatOptions) {
    isModern = options[CanonicalICalendar.profile] == "modern"
    time = EventTime.Rules(
      imprecision: EventTime.Imprecision(rawValue: options[CanonicalICalendar.imprecise]) ?? .auto,
      isUTCOnly: options[CanonicalICalendar.time] == "utc")
    undated = Undated(rawValue: options[CanonicalICalendar.undated]) ?? .journal
    writesReports = options[CanonicalICalendar.reports] != "none"
  }
}
