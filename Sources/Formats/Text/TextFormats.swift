public import DatelineCore

/// The formats of the Text family.
public enum TextFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] = [LabelledText()]
}
