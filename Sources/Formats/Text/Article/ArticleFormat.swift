public import DatelineCore

/// News articles in prose: one to an input, or several parted by form feeds (U+000C). See `Specs/article.md`.
public struct ArticleFormat: ReadableFormat {
  static let referenceDate = FormatOption(
    "reference-date",
    help: "the day from which dates are reckoned where an article has none of its own: 2024-01-14 or 2024-01")
  static let title = FormatOption("title", help: "the headline, where the text does not begin with it")

  public let info = FormatInfo(
    id: "article", family: .text, summary: "a news article in prose, read for the incidents that it tells of",
    fileExtensions: ["txt", "text", "md"], carries: .everything, options: [referenceDate, title])

  public init() {}

  /// Prose has no mark of its own: it is what reads like text and is in no other syntax.
  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    guard prefix.count > 0, !"{[<".utf8.contains(prefix[0]), !prefix.starts(with: "BEGIN:") else { return nil }
    guard !prefix.starts(with: "Dateline-Text:") else { return nil }
    var letters = 0
    var spaces = 0
    for index in prefix.indices {
      let byte = prefix[index]
      if byte < 0x09 || 0x0E...0x1A ~= byte { return nil }
      if byte == 0x20 { spaces += 1 } else if byte | 0x20 >= 0x61 { letters += 1 }
    }
    guard spaces > 0, letters > prefix.count / 2 else { return nil }
    return Recognition(20, "it is words and sentences, in no other format's syntax")
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    try ArticleReader(input, context)
  }
}
