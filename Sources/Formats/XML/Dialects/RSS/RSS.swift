public import DatelineCore

/// RSS 0.9x, 1.0 and 2.0, read; RSS 2.0, written (`Specs/dialects/rss.md`).
public struct RSS: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "rss", family: .xml, summary: "RSS feeds: 0.9x, 1.0 and 2.0 read, 2.0 written, with every record inside",
    fileExtensions: ["rss", "rdf"], carries: .everything, options: FeedOptions.all)

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    FeedRecognition.root(prefix) { root, text in
      switch (root.namespace, root.local) {
      case (nil, "rss"), (FeedNamespace.rss10.uri, "rss"): return Recognition(95, "the root is 'rss'")
      case (FeedNamespace.rdf.uri, "RDF"):
        let isFeed = text.contains(FeedNamespace.rss10.uri) || text.contains(FeedNamespace.rss09.uri)
        return isFeed ? Recognition(95, "the root is 'rdf:RDF', and it declares the namespace of RSS") : nil
      default: return nil
      }
    }
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    try FeedReader(FeedPieces(input, context), context, form: .rss)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    FeedWriter(output, context, form: .rss)
  }

  public func carries(with options: FormatOptions) -> FieldSet { FeedFields.carried(options) }
}
