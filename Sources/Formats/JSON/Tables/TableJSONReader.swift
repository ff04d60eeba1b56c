import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads rows of a table that are flat JSON objects.
final class TableJSONReader: RecordReader {
  private var source: TableJSONSource
  private let dialect: any TableDialect
  private let context: ReadContext
  private var object = FlatObject()
  private var rows: any TableRowReader
  private var row = TableRow()
  private var rowStart = SourcePosition()
  private var pending: Record?
  private var reportedColumns = 0

  init(_ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext) {
    source = TableJSONSource(input, context)
    self.dialect = dialect
    self.context = context
    rows = dialect.makeRowReader(columns: [])
  }

  func readHeader() throws(ConversionError) -> Header? {
    try source.open()
    pending = try readRecord()
    return rows.header
  }

  func next() throws(ConversionError) -> Record? {
    if let record = pending {
      pending = nil
      return record
    }
    return try readRecord()
  }

  private func readRecord() throws(ConversionError) -> Record? {
    while var bytes = try source.next() {
      rowStart = source.valueStart
      if !bytes.span.isPlainUTF8() {
        do throws(ConversionError) {
          bytes = try CanonicalJSON.checked(bytes, at: rowStart, log: context.log)
        } catch .malformed(let diagnostic) {
          try context.log.report(
            .error, diagnostic.code, "\(diagnostic.message); the row is skipped", at: diagnostic.position)
          continue
        }
      }
      do throws(JSONFault) {
        // The row takes the bytes over: strings with escapes are decoded where they stand.
        if try !object.read(consume bytes, into: &row, depth: context.limits.depth) {
          rows = dialect.makeRowReader(columns: object.columns)
        }
      } catch {
        try context.log.report(
          .error, error.code, "\(error.message); the row is skipped", at: position(at: error.offset))
        continue
      }
      try reportColumns()
      let record = rows.record(of: row)
      if !rows.problems.isEmpty || !object.repeated.isEmpty || !object.nested.isEmpty { try reportProblems() }
      if let record { return record }
    }
    return nil
  }

  /// Says once of each new column what is wrong with it.
  private func reportColumns() throws(ConversionError) {
    guard reportedColumns < object.columns.count else { return }
    // What the columns lack, a later object may have.
    for problem in rows.columnProblems where problem.column.map({ $0 >= reportedColumns }) ?? false {
      try context.log.report(problem.severity, problem.code, problem.message, at: place(of: problem.column))
    }
    reportedColumns = object.columns.count
  }

  private func reportProblems() throws(ConversionError) {
    for (key, offset) in object.repeated {
      try context.log.report(
        .error, "json.duplicate-key", "\(quoted(key.description)) stands here a second time; the first counts",
        at: position(at: offset))
    }
    for column in object.nested {
      try context.log.report(
        .warning, .jsonNestedValue, "the cell is an object or a list; its text is kept", at: place(of: column))
    }
    for problem in rows.problems {
      try context.log.report(problem.severity, problem.code, problem.message, at: place(of: problem.column))
    }
  }

  func position(of pointer: String) -> SourcePosition? { place(of: rows.column(of: pointer)) }

  /// Where the cell of a column stands; the row's start where it has none.
  private func place(of column: Int?) -> SourcePosition {
    guard let column, column < row.cells.count, !row.cells[column].isEmpty else { return rowStart }
    let start = row.cells[column].range.lowerBound
    return position(at: start > 0 && row.storage[start - 1] == UInt8(ascii: "\"") ? start - 1 : start)
  }

  /// The place of a byte of the row. Line feeds of the cells were escapes in the text.
  private func position(at offset: Int) -> SourcePosition {
    var position = rowStart
    position.offset += offset
    for index in 0..<min(offset, row.storage.count) {
      if row.storage[index] == 0x0A, !row.cells.contains(where: { $0.range.contains(index) }) {
        position.line += 1
        position.column = 1
      } else {
        position.column += 1
      }
    }
    return position
  }
}

extension DiagnosticCode {
  static let jsonNestedValue: Self = "json.nested-value"
}
