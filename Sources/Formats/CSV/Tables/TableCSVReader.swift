import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads the rows of a table.
final class TableCSVReader: RecordReader {
  private var source: TableRows
  private let dialect: any TableDialect
  private let context: ReadContext
  private let sample: [UInt8]
  private var rows: any TableRowReader
  private var row = TableRow()
  private var columnCount = 0

  init(
    _ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext
  ) throws(ConversionError) {
    var input = input
    let sample = try input.peek(TableHeader.sampleSize)
    let header = TableHeader(sample)
    self.sample = sample
    if header.skipped > 0 { input.skip(header.skipped) }
    source = TableRows(input, delimiter: header.delimiter, limit: context.limits.recordSize)
    self.dialect = dialect
    self.context = context
    rows = dialect.makeRowReader(columns: [])
  }

  func readHeader() throws(ConversionError) -> Header? {
    guard try readRow() else { return nil }
    columnCount = row.cells.count
    rows = dialect.makeRowReader(columns: row.cells.indices.map { row.text($0) ?? Text("column\($0 + 1)") ?? "column" })
    if let error = rows.columnProblems.first(where: { $0.severity == .error }) {
      throw context.log.fatal(error.code, error.message, at: row.start)
    }
    for problem in rows.columnProblems { try report(problem) }
    try learn()
    return rows.header
  }

  /// Shows the row reader the rows of the beginning, for it to judge columns by.
  private func learn() throws(ConversionError) {
    let header = TableHeader(sample)
    var sampled = TableRows(
      ByteReader(MemorySource(Array(sample[header.skipped...]))), delimiter: header.delimiter,
      limit: context.limits.recordSize)
    var row = TableRow()
    var isFirst = true
    while case .row = try sampled.next(into: &row) {
      if !isFirst, row.isTerminated { rows.learn(from: row) }
      isFirst = false
    }
  }

  func next() throws(ConversionError) -> Record? {
    while try readRow() {
      if row.cells.count != columnCount { try reportRagged() }
      let record = rows.record(of: row)
      if !rows.problems.isEmpty {
        for problem in rows.problems { try report(problem) }
      }
      if var record {
        keepSurplus(in: &record)
        return record
      }
    }
    return nil
  }

  private func readRow() throws(ConversionError) -> Bool {
    while true {
      switch try source.next(into: &row) {
      case .row:
        if source.replacements > 0 {
          try context.log.report(
            .warning, .csvReplacedCharacter,
            "\(source.replacements) bytes of the row are no UTF-8 or no character of text; each became '?'",
            at: row.start)
        }
        return true
      case .tooLarge(let count):
        try context.log.report(
          .error, .csvRowTooLarge,
          "the row has \(count) bytes, more than the \(context.limits.recordSize) of --max-record; it is skipped",
          at: row.start)
      case .cutOff(let quote):
        try context.log.report(
          .error, .csvOpenQuote, "the quote that opens here is never closed; the row is skipped", at: quote)
        return false
      case .end: return false
      }
    }
  }

  private func reportRagged() throws(ConversionError) {
    let count = row.cells.count
    try context.log.report(
      .warning, .csvRaggedRow,
      "the row has \(count) cells and the header \(columnCount); \(count < columnCount ? "the others are empty" : "the others go to 'extras'")",
      at: row.position(ofCell: min(count, columnCount) - (count < columnCount ? 1 : 0)))
  }

  /// Cells behind the last column have no name; nothing of an input is dropped.
  private func keepSurplus(in record: inout Record) {
    guard row.cells.count > columnCount, case .incident(var incident) = record else { return }
    for column in columnCount..<row.cells.count {
      guard let text = row.text(column), let key = Text("\(dialect.name).column\(column + 1)") else { continue }
      incident.extras[key] = JSONText(string: text)
    }
    record = .incident(incident)
  }

  private func report(_ problem: TableProblem) throws(ConversionError) {
    try context.log.report(
      problem.severity, problem.code, problem.message, at: problem.column.map(row.position(ofCell:)) ?? row.start)
  }

  func position(of pointer: String) -> SourcePosition? {
    rows.column(of: pointer).map(row.position(ofCell:)) ?? row.start
  }
}

/// What the first line of a table says of its syntax.
struct TableHeader {
  static let sampleSize = 64 * 1024

  /// The names of the columns.
  private(set) var columns: [String] = []
  /// What stands between them.
  private(set) var delimiter = UInt8(ascii: ",")
  /// A line `sep=;`, as spreadsheet programs write it, is no row.
  private(set) var skipped = 0

  /// - Parameter bytes: The beginning of the table.
  init(_ bytes: [UInt8]) { self.init(bytes.span) }

  /// - Parameter prefix: The beginning of the table.
  init(_ prefix: Span<UInt8>) {
    var start = 0
    if prefix.count > 5, prefix.starts(with: "sep=") {
      delimiter = prefix[4]
      skipped = min(prefix.count, prefix.firstIndex(of: 0x0A, from: 0) + 1)
      start = skipped
    }
    let end = (start..<prefix.count).first { prefix[$0] == 0x0A || prefix[$0] == 0x0D } ?? prefix.count
    let line = prefix.extracting(start..<end)
    if skipped == 0 {
      let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")].map { mark in
        (mark: mark, count: line.indices.count { line[$0] == mark })
      }
      // Of two that are as frequent the first is the likelier.
      var best = counts[0]
      for other in counts where other.count > best.count { best = other }
      delimiter = best.mark
    }
    let text = unsafe line.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    let mark = Character(Unicode.Scalar(delimiter))
    columns = text.split(separator: mark, omittingEmptySubsequences: false).map { name in
      name.count > 1 && name.first == "\"" && name.last == "\"" ? String(name.dropFirst().dropLast()) : String(name)
    }
  }
}

extension JSONText {
  /// A JSON string.
  fileprivate init(string: Text) {
    var bytes: [UInt8] = []
    string.withUTF8 { bytes.appendJSONString($0) }
    self.init(checked: Text(checked: bytes, 0..<bytes.count))
  }
}

extension DiagnosticCode {
  static let csvReplacedCharacter: Self = "csv.replaced-character"
  static let csvRowTooLarge: Self = "csv.row-too-large"
  static let csvOpenQuote: Self = "csv.open-quote"
  static let csvRaggedRow: Self = "csv.ragged-row"
}
