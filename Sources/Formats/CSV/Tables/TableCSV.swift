import DatelineCore
import DatelineTables

/// An event table that others publish, as CSV.
struct TableCSV: ReadableFormat, WritableFormat {
  let dialect: any TableDialect
  let info: FormatInfo

  init(_ dialect: any TableDialect) {
    self.dialect = dialect
    info = FormatInfo(
      id: FormatID(rawValue: dialect.name), family: .csv, summary: "\(dialect.summary), CSV",
      fileExtensions: ["csv"], carries: dialect.carries)
  }

  func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    dialect.recognise(columns: TableHeader(prefix).columns)
  }

  func makeReader(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) -> any RecordReader {
    try TableCSVReader(input, dialect, context)
  }

  func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    TableCSVWriter(output, dialect.makeRowWriter(context))
  }
}
