import DatelineCore
import DatelineRecord
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
    let head = prefix.extracting(0..<min(prefix.count, 16 * 1024))
    var bytes: [UInt8] = []
    bytes.append(copying: head)
    let row = TableForm.firstRow(of: bytes)
    return dialect.recognise(
      columns: row.cells.map { String(decoding: row.storage[$0.range], as: UTF8.self) })
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
