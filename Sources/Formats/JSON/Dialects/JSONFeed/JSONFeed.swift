public import DatelineCore
import DatelineRecord

/// JSON Feed 1 and 1.1, read; 1.1, written (`Specs/dialects/jsonfeed.md`).
public struct JSONFeed: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "jsonfeed", family: .json, summary: "JSON Feed: 1 and 1.1 read, 1.1 written, with every record inside",
    fileExtensions: ["jsonfeed"], carries: .everything, options: [Carry.option, Self.address])

  static let address = FormatOption(
    "feed-url", help: "the address that the feed will have, which it then says itself (feed_url)")
  /// What versions begin with.
  static let versionPrefix = "https://jsonfeed.org/version/1"

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    guard let members = JSONRecognition.topLevel(prefix) else { return nil }
    if let version = members.first(where: { $0.key == "version" })?.value?.text,
      version.hasPrefix(Self.versionPrefix) || version.hasPrefix("http://jsonfeed.org/version/1")
    {
      return Recognition(98, "'version' is that of JSON Feed")
    }
    let keys = Set(members.map(\.key))
    guard keys.contains("items"), keys.contains("title"), keys.contains("home_page_url") || keys.contains("feed_url")
    else { return nil }
    return Recognition(60, "it has 'title', 'items' and an address, as a JSON Feed, but no 'version' of one")
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    JSONFeedReader(input, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    JSONFeedWriter(output, context)
  }

  public func carries(with options: FormatOptions) -> FieldSet {
    Carry(options) == .full ? .everything : Self.shown
  }

  /// What items show in members of their own; of these the writer tells itself what comes over.
  static let shown = FieldSet(
    "report.id", "report.externalIDs", "report.kind", "report.headlines", "report.authors", "report.published",
    "report.publishedBasis", "report.updated", "report.publisher", "report.language", "report.links", "report.media",
    "report.subjects", "report.body", "report.extras", "incident.id", "incident.externalIDs", "incident.title",
    "incident.summary", "incident.language", "incident.extras", "tombstone.id", "tombstone.externalIDs",
    "tombstone.extras")
}
