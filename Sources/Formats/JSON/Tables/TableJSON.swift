import DatelineCore
import DatelineTables

/// An event table as flat JSON: an object for each row, with the columns of the table for keys. Read from lines, from a
/// list, and from the envelope of an interface, whose member `data` is the list.
struct TableJSON: ReadableFormat {
  let dialect: any TableDialect
  let info: FormatInfo

  init(_ dialect: any TableDialect) {
    self.dialect = dialect
    info = FormatInfo(
      id: FormatID(rawValue: "\(dialect.name)-json"), family: .json,
      summary: "\(dialect.summary), flat JSON: lines, a list, or the answer of its API",
      fileExtensions: ["ndjson", "json"], carries: dialect.carries)
  }

  func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    guard let (columns, form) = TableJSONRecognition.columns(of: prefix),
      var recognition = dialect.recognise(columns: columns)
    else { return nil }
    recognition.reason = "\(form); \(recognition.reason)"
    return recognition
  }

  func makeReader(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) -> any RecordReader {
    TableJSONReader(input, dialect, context)
  }
}
