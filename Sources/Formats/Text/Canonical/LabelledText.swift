public import DatelineCore

/// Labelled text, the canonical form for people: blocks of lines that say what they are (`Specs/text.md`).
public struct LabelledText: WritableFormat {
  public let info = FormatInfo(
    id: "text", family: .text, summary: "labelled text: blocks of lines to read and to edit",
    fileExtensions: ["txt"], carries: .everything)

  /// What the first line of a document says.
  static let signature: StaticString = "Dateline-Text"
  /// The version of the form that this library reads and writes.
  static let version: StaticString = "1"

  public init() {}

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    LabelledTextWriter(output)
  }
}
