@_exported public import DatelineCore
import DatelineCSV
import DatelineICalendar
import DatelineJSON
import DatelineText
import DatelineXML

extension FormatRegistry {
  /// Every format of this library.
  public static let standard = FormatRegistry(
    TextFormats.all + JSONFormats.all + CSVFormats.all + XMLFormats.all + ICalendarFormats.all)
}
