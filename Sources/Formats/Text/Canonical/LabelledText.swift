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
    // As the reader does: in any case of letters, and behind comments and blank lines.
    var start = 0
    while start < prefix.count {
      let end = min(prefix.firstIndex(of: 0x0A, from: start), prefix.firstIndex(of: 0x0D, from: start))
      var line: [UInt8] = []
      line.append(copying: prefix.extracting(start..<min(end, start + 256)))
      switch LabelledLine(line) {
      case .blank, .comment: start = end + 1
      case .labelled(let label, _) where line.span.extracting(label).isEqual(to: Self.signature):
        return Recognition(100, "the first line is 'Dateline-Text'")
      default: return nil
      }
    }
    return nil
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
