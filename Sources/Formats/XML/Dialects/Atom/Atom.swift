public import DatelineCore

/// Atom: 0.3 and 1.0 (RFC 4287), read; 1.0, written (`Specs/dialects/atom.md`).
public struct Atom: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "atom", family: .xml, summary: "Atom feeds (RFC 4287), with deleted entries and with every record inside",
    fileExtensions: ["atom"], carries: .everything, options: FeedOptions.all)

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    FeedRecognition.root(prefix) { root, _ in
      switch (root.namespace, root.local) {
      case (FeedNamespace.atom.uri, "feed"): Recognition(95, "the root is 'feed' in the namespace of Atom")
      case (FeedNamespace.atom.uri, "entry"): Recognition(95, "the root is 'entry' in the namespace of Atom")
      case (FeedNames.atom03, "feed"): Recognition(90, "the root is 'feed' in the namespace of Atom 0.3")
      default: nil
      }
    }
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    try FeedReader(FeedPieces(input, context), context, form: .atom)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    FeedWriter(output, context, form: .atom)
  }

  public func carries(with options: FormatOptions) -> FieldSet { FeedFields.carried(options) }
}
