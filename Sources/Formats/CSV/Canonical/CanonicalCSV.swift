public import DatelineCore
import DatelineRecord

/// The canonical table: a row for each record, a column for each field (`Specs/csv.md`).
public struct CanonicalCSV: ReadableFormat, WritableFormat {
  static let delimiter = FormatOption(
    "delimiter", choices: ["auto", "comma", "semicolon", "tab", "pipe"], default: "auto",
    help: "what stands between cells; auto writes commas and reads any of them")
  static let byteOrderMark = FormatOption(
    "byte-order-mark", choices: ["off", "on"], default: "off",
    help: "whether to write a byte order mark, by which spreadsheet programs tell UTF-8")
  static let lineEnds = FormatOption(
    "line-ends", choices: ["crlf", "lf"], default: "crlf", help: "what ends the rows that are written")
  static let formulaGuard = FormatOption(
    "formula-guard", choices: ["on", "off"], default: "on",
    help: "whether to write an apostrophe before text that a spreadsheet program would run; reading takes it away")

  public let info = FormatInfo(
    id: "csv", family: .csv, summary: "canonical table: a row for each record, a column for each field",
    fileExtensions: ["csv", "tsv"], carries: .everything,
    options: [delimiter, byteOrderMark, lineEnds, formulaGuard])

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    // A canonical first line is below 4 KiB; a foreign one that is longer still shows its first names.
    let head = prefix.extracting(0..<min(prefix.count, 16 * 1024))
    var bytes: [UInt8] = []
    bytes.append(copying: head)
    let rows = TableForm.firstRows(of: bytes, atMost: 2)
    guard let row = rows.first, row.cells.count > 1 else { return nil }
    let names = row.cells.map { String(decoding: row.storage[$0.range], as: UTF8.self) }
    guard let type = names.firstIndex(of: "type"), names.contains("id") else { return nil }
    let layout = TableLayout(names)
    let known = names.indices.count { layout.isKnown($0) || names[$0] == "type" }
    let percent = known * 100 / names.count
    // Many a table has an id, a type and a title. What the first row says of its type then tells.
    guard known > 3 || rows.count > 1 && Self.isRecordType(rows[1], at: type), percent >= 50 else { return nil }
    let others = known == 3 ? "another column" : "\(known - 2) other columns"
    return Recognition(
      min(known > 3 ? 98 : 80, percent),
      known == 2
        ? "the first line names 'type' and 'id', and the first row has a record's type"
        : "the first line names 'type', 'id' and \(others) of the canonical table")
  }

  private static func isRecordType(_ row: TableRow, at column: Int) -> Bool {
    guard column < row.cells.count else { return false }
    let type = row.storage[row.cells[column].range]
    return ["header", "report", "incident", "tombstone"].contains { type.elementsEqual($0.utf8) }
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    let lexer = try CSVLexer(input, delimiter: Self.delimiterByte(context.options), context)
    return CanonicalTableReader(lexer, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    let style = TableStyle(
      delimiter: Self.delimiterByte(context.options) ?? UInt8(ascii: ","),
      hasByteOrderMark: context.options[Self.byteOrderMark] == "on",
      endsLinesWithCRLF: context.options[Self.lineEnds] == "crlf",
      guardsFormulas: context.options[Self.formulaGuard] == "on")
    return CanonicalTableWriter(output, style, log: context.log)
  }

  private static func delimiterByte(_ options: FormatOptions) -> UInt8? {
    switch options[delimiter] {
    case "comma": UInt8(ascii: ",")
    case "semicolon": UInt8(ascii: ";")
    case "tab": 0x09
    case "pipe": UInt8(ascii: "|")
    default: nil
    }
  }
}

/// How a table is written.
struct TableStyle {
  var delimiter = UInt8(ascii: ",")
  var hasByteOrderMark = false
  var endsLinesWithCRLF = true
  var guardsFormulas = true
}
