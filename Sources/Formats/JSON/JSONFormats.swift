public import DatelineCore
import DatelineTables

/// The formats of the JSON family.
public enum JSONFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] =
    [CanonicalNDJSON(), CanonicalJSONDocument(), JSONFeed()] + TableDialects.all.map { TableJSON($0) }
}
