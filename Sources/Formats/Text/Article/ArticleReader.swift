import DatelineCore
import DatelineReading

/// Reads articles one by one: of each a report, then its incidents.
final class ArticleReader: RecordReader {
  private var input: ByteReader
  private let context: ReadContext
  private let reading: ArticleReading
  private var pending: [Record] = []
  private var hasArticle = false
  private var start = SourcePosition()

  private static let formFeed: UInt8 = 0x0C

  init(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) {
    let reference = context.options[ArticleFormat.referenceDate]
    let title = context.options[ArticleFormat.title]
    guard reference.isEmpty || EDTF(reference)?.earliestDay != nil else {
      throw .unsupported("option 'reference-date' takes a date such as 2024-01-14, not \(quoted(reference))")
    }
    reading = ArticleReading(referenceDate: EDTF(reference), title: title.isEmpty ? nil : title)
    self.input = input
    self.context = context
  }

  func readHeader() throws(ConversionError) -> Header? { nil }

  func next() throws(ConversionError) -> Record? {
    while pending.isEmpty {
      start = input.position
      switch try input.readPart(upTo: Self.formFeed, limit: context.limits.recordSize) {
      case .whole(let bytes): try read(bytes)
      case .tooLong(let count):
        throw context.log.fatal(
          .articleTooLarge,
          "the article has \(count) bytes, more than the \(context.limits.recordSize) of --max-record; articles are parted by form feeds",
          at: start)
      case nil:
        guard hasArticle else { throw context.log.fatal(.articleEmpty, "there is no text to read", at: start) }
        return nil
      }
    }
    return pending.removeLast()
  }

  func position(of pointer: String) -> SourcePosition? { start }

  /// Reads one article into `pending`, the last record first.
  private func read(_ bytes: [UInt8]) throws(ConversionError) {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return }
    start = start.advanced(over: bytes.span, upTo: first)
    if let control = bytes.firstIndex(where: { $0 < 0x09 || 0x0E...0x1A ~= $0 }) {
      throw context.log.fatal(
        .articleBinary, "a control character stands here, so this is no text; name the format with --from if it is one",
        at: start.advanced(over: bytes.span.extracting(first...), upTo: max(0, control - first)))
    }
    hasArticle = true
    let text = String(decoding: TextRules.legal(try decoded(bytes, from: first)), as: UTF8.self)
    let result = reading.read(text)
    if result.incidents.isEmpty {
      try context.log.report(
        .note, .articleWithoutIncident, "no incident is found in the article; it is kept as a report", at: start)
    }
    pending = result.incidents.reversed().map { .incident($0) } + [.report(result.report)]
  }

  /// The article as UTF-8: as it is, or from Windows-1252 where it is not.
  private func decoded(_ bytes: [UInt8], from first: Int) throws(ConversionError) -> [UInt8] {
    guard let invalid = bytes.span.firstInvalidUTF8() else { return bytes }
    try context.log.report(
      .warning, .articleEncoding, "the bytes here are not UTF-8; the article is read as Windows-1252",
      at: start.advanced(over: bytes.span.extracting(first...), upTo: max(first, invalid) - first))
    return Windows1252.utf8(bytes)
  }
}

extension DiagnosticCode {
  static let articleTooLarge: Self = "article.too-large"
  static let articleEmpty: Self = "article.empty"
  static let articleBinary: Self = "article.binary"
  static let articleWithoutIncident: Self = "article.no-incident"
  static let articleEncoding: Self = "article.not-utf8"
}
