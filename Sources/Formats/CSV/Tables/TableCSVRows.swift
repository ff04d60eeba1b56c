import DatelineCore
import DatelineRecord
import DatelineTables

/// Makes incidents of the rows of a table. It is one value, so that nobody asks for each part of it who else uses it.
struct TableCSVRows: ~Copyable {
  private var lexer: CSVLexer
  private let dialect: any TableDialect
  private let context: ReadContext
  private let sample: [UInt8]
  private var rows: any TableRowReader
  private var batch = RowBatch()
  /// Whether the first row that has no incident has an identity, where it has been looked at, and there is something to say
  /// of it.
  private var stopped: Bool?
  private var columnCount = 0

  init(
    _ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext
  ) throws(ConversionError) {
    var input = input
    let sample = try input.peek(TableForm.prefixSize)
    let lexer = try CSVLexer(input, context)
    self.sample = sample
    self.lexer = lexer
    self.dialect = dialect
    self.context = context
    rows = dialect.makeRowReader(columns: [])
  }

  mutating func readHeader() throws(ConversionError) -> Header? {
    var row = TableRow()
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
    for problem in rows.columnProblems { try report(problem, of: row) }
    try learn()
    return rows.header
  }

  /// Shows the row reader the rows of the beginning, for it to judge columns by.
  private mutating func learn() throws(ConversionError) {
    let silent = ReadContext(log: DiagnosticLog(input: "", errorLimit: .max), limits: context.limits)
    var sampled = try CSVLexer(ByteReader(MemorySource(sample)), delimiter: lexer.delimiter, silent)
    var sampledRow = TableRow()
    var isFirst = true
    while try sampled.next(into: &sampledRow) {
      if !isFirst, sampledRow.isTerminated { rows.learn(from: sampledRow) }
      isFirst = false
    }
  }

  /// Makes the next incident.
  ///
  /// - Returns: Which of the incidents it is; nil at the end.
  mutating func next(into incidents: inout ReusedIncidents) throws(ConversionError) -> Int? {
    while !batch.hasFilled {
      if !batch.hasUnfilled, try !readAhead() { return nil }
      if stopped == nil { fillAhead(&incidents) }
      if !batch.hasFilled { try fillCarefully(&incidents) }
    }
    return batch.take()
  }

  /// Reads rows: one in any case, and those behind it of which there is nothing to say.
  private mutating func readAhead() throws(ConversionError) -> Bool {
    batch.removeAll()
    guard try lexer.next(into: &batch.rows[0]) else { return false }
    repeat {
      if batch.rows[batch.count].cells.count == columnCount, batch.rows[batch.count].mayHaveApostrophes {
        batch.rows[batch.count].unguard()
      }
      batch.append()
    } while batch.count < RowBatch.capacity && lexer.nextPlain(into: &batch.rows[batch.count])
    return true
  }

  /// Makes incidents, up to a row of which there is something to say: all is said in the order of the rows.
  private mutating func fillAhead(_ incidents: inout ReusedIncidents) {
    var end = batch.filled
    while end < batch.count, batch.rows.span[end].cells.count == columnCount { end += 1 }
    guard batch.filled < end else { return }
    let done = rows.fill(&incidents, from: batch.rows, batch.filled..<end)
    if done.hasIdentity, rows.problems.isEmpty { return batch.fill(to: done.end) }
    batch.fill(to: done.end - 1)
    stopped = done.hasIdentity
  }

  /// Makes an incident, and says what there is to say.
  private mutating func fillCarefully(_ incidents: inout ReusedIncidents) throws(ConversionError) {
    let index = batch.filled
    var hasIdentity = stopped ?? false
    if stopped == nil {
      if try !reportRagged(batch.rows[index]) { return batch.skip() }
      batch.rows[index].unguard()
      hasIdentity = rows.fill(&incidents, from: batch.rows, index..<(index + 1)).hasIdentity
    }
    stopped = nil
    for problem in rows.problems { try report(problem, of: batch.rows[index]) }
    guard hasIdentity else { return batch.skip() }
    if batch.rows[index].cells.count > columnCount { addSurplus(of: batch.rows[index], to: &incidents.list[index]) }
    batch.fill(to: index + 1)
  }

  /// - Returns: Whether the row is read nevertheless.
  private func reportRagged(_ row: TableRow) throws(ConversionError) -> Bool {
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
  private func addSurplus(of row: TableRow, to incident: inout Incident) {
    for column in columnCount..<row.cells.count {
      guard let text = row.text(column), let key = Text("\(dialect.name).column\(column + 1)") else { continue }
      incident.extras[key] = JSONText(string: text)
    }
  }

  private func report(_ problem: TableProblem, of row: TableRow) throws(ConversionError) {
    try context.log.report(
      problem.severity, problem.code, problem.message, at: problem.column.map(row.position(ofCell:)) ?? row.start)
  }

  func position(of pointer: String) -> SourcePosition? {
    let row = batch.last
    return rows.column(of: pointer).map(row.position(ofCell:)) ?? row.start
  }
}

extension TableRow {
  /// Takes the apostrophes away that stand before what a spreadsheet program would run.
  fileprivate mutating func unguard() {
    let storage = storage
    let bytes = storage.span
    var cells = cells.mutableSpan
    for column in cells.indices {
      let cell = cells[column]
      guard !cell.isEmpty, bytes[Int(cell.start)] == FormulaGuard.mark,
        FormulaGuard.isGuarded(bytes.extracting(cell.range))
      else { continue }
      cells[column].start += 1
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
