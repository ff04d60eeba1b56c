import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads the rows of a table.
final class TableCSVReader: RecordReader {
  private var lexer: CSVLexer
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
    sample = try input.peek(TableForm.prefixSize)
    lexer = try CSVLexer(input, context)
    self.dialect = dialect
    self.context = context
    rows = dialect.makeRowReader(columns: [])
  }

  func readHeader() throws(ConversionError) -> Header? {
    guard try lexer.next(into: &row) else {
      try context.log.report(.error, .csvNoRows, "the table is empty", at: row.start)
      return nil
    }
    columnCount = row.cells.count
    lexer.expectedCells = columnCount
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
    let silent = ReadContext(log: DiagnosticLog(input: "", errorLimit: .max), limits: context.limits)
    var sampled = try CSVLexer(ByteReader(MemorySource(sample)), delimiter: lexer.delimiter, silent)
    var sampledRow = TableRow()
    var isFirst = true
    while try sampled.next(into: &sampledRow) {
      if !isFirst, sampledRow.isTerminated { rows.learn(from: sampledRow) }
      isFirst = false
    }
  }

  func next() throws(ConversionError) -> Record? {
    while try lexer.next(into: &row) {
      if row.cells.count != columnCount, try !reportRagged() { continue }
      unguard()
      let record = rows.record(of: row)
      if !rows.problems.isEmpty {
        for problem in rows.problems { try report(problem) }
      }
      switch record {
      case .incident(let incident)? where row.cells.count > columnCount: return .incident(withSurplus(incident))
      case nil: continue
      default: return record
      }
    }
    return nil
  }

  /// Takes the apostrophe away that stands before what a spreadsheet program would run.
  private func unguard() {
    for column in row.cells.indices {
      let cell = row.cells[column]
      guard !cell.isEmpty, row.storage[Int(cell.start)] == FormulaGuard.mark,
        FormulaGuard.isGuarded(row.storage.span.extracting(cell.range))
      else { continue }
      row.cells[column].start += 1
    }
  }

  /// - Returns: Whether the row is read nevertheless.
  private func reportRagged() throws(ConversionError) -> Bool {
    let count = row.cells.count
    if count > columnCount {
      try context.log.report(
        .warning, .csvLongRow,
        "the row has \(count) cells and the header \(columnCount); those from here on go to 'extras'",
        at: row.position(ofCell: columnCount))
      return true
    }
    if !row.isTerminated {
      try context.log.report(
        .error, .csvTruncated,
        "the table ends within a row, which has \(count) of \(columnCount) cells and no line end; it is skipped",
        at: row.start)
      return false
    }
    try context.log.report(
      .warning, .csvShortRow, "the row has \(count) cells and the header \(columnCount); the others are empty",
      at: row.position(ofCell: count - 1))
    return true
  }

  /// Cells behind the last column have no name; nothing of an input is dropped.
  private func withSurplus(_ incident: Incident) -> Incident {
    var incident = incident
    for column in columnCount..<row.cells.count {
      guard let text = row.text(column), let key = Text("\(dialect.name).column\(column + 1)") else { continue }
      incident.extras[key] = JSONText(string: text)
    }
    return incident
  }

  private func report(_ problem: TableProblem) throws(ConversionError) {
    try context.log.report(
      problem.severity, problem.code, problem.message, at: problem.column.map(row.position(ofCell:)) ?? row.start)
  }

  func position(of pointer: String) -> SourcePosition? {
    rows.column(of: pointer).map(row.position(ofCell:)) ?? row.start
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
