public import DatelineCore

/// The formats of the XML family.
public enum XMLFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] = [CanonicalXML(), RSS(), Atom()]
}
