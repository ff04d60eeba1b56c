public import DatelineCore
import DatelineTables

/// The formats of the CSV family.
public enum CSVFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] = [CanonicalCSV()] + TableDialects.all.map { TableCSV($0) }
}
