public import DatelineCore

/// Labelled text, the canonical form for people: blocks of lines that say what they are (`Specs/text.md`).
public struct LabelledText: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "text", family: .text, summary: "labelled text: blocks of lines to read and to edit",
    fileExtensions: ["txt"], carries: .everything)

  /// What the first line of a document says.
  static let signature: StaticString = "Dateline-Text"
  /// The version of the form that this library reads and writes.
  static let version: StaticString = "1"

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    let length = Self.signature.utf8CodeUnitCount
    guard prefix.count > length, prefix.extracting(0..<length).isEqual(to: Self.signature),
      prefix[length] == UInt8(ascii: ":")
    else { return nil }
    return Recognition(100, "the first line is 'Dateline-Text'")
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    LabelledTextReader(input, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    LabelledTextWriter(output)
  }
}
