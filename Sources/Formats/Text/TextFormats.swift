public import DatelineCore

/// The formats of the text family.
public enum TextFormats {
  /// In the order in which they are listed.
  public static let all: [any Format] = [ArticleFormat(), LabelledText()]
}
