public import DatelineCore

/// The canonical calendar: an event for each incident with a date, and every record whole in a property that clients keep
/// (`Specs/icalendar.md`).
public struct CanonicalICalendar: WritableFormat {
  public let info = FormatInfo(
    id: "ics", family: .icalendar, summary: "iCalendar: a calendar to subscribe to, with every record inside",
    fileExtensions: ["ics"], carries: .everything, options: [Self.imprecise, Self.reports])

  static let imprecise = FormatOption(
    "ics-imprecise", choices: ["auto", "anchor", "span"], default: "auto",
    help: "events of unknown day: on the first day (anchor), on all of them (span), or on all up to 31 days (auto)")
  static let reports = FormatOption(
    "ics-reports", choices: ["default", "none"], default: "default",
    help: "none leaves out the header and the reports, which stand in the file as journal entries")

  public init() {}

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    ICalendarWriter(output, context)
  }
}
