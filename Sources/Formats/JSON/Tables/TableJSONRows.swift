import DatelineCore
import DatelineRecord
import DatelineTables

/// Makes incidents of the rows of a table that are flat JSON objects. It is one value, so that nobody asks for each part of
/// it who else uses it.
struct TableJSONRows: ~Copyable {
  private var source: TableJSONSource
  private let dialect: any TableDialect
  private let context: ReadContext
  private var object = FlatObject()
  private var rows: any TableRowReader
  private var batch = RowBatch()
  /// What there is to say of the last row of the batch, which is then read with care.
  private var finding: Finding?
  /// Whether the first row that has no incident has an identity, where it has been looked at, and there is something to say
  /// of it.
  private var stopped: Bool?
  private var reportedColumns = 0

  /// What a row has that most have not.
  private enum Finding {
    /// It is no object.
    case fault(JSONFault)
    /// New keys, keys that stand twice, or values that are no cells.
    case oddity(hasNewColumns: Bool)
  }

  init(_ input: consuming ByteReader, _ dialect: any TableDialect, _ context: ReadContext) {
    source = TableJSONSource(input, context)
    self.dialect = dialect
    self.context = context
    rows = dialect.makeRowReader(columns: [])
  }

  /// Finds out how the objects stand in the input; called once, first.
  mutating func open() throws(ConversionError) { try source.open() }

  /// What the columns that are known so far say for the header.
  var header: Header? { rows.header }

  /// Makes the next incidents.
  ///
  /// - Returns: Which of the incidents they are, one or more; nil at the end.
  mutating func next(into incidents: inout ReusedIncidents) throws(ConversionError) -> Range<Int>? {
    while !batch.hasFilled {
      if !batch.hasUnfilled, try !readAhead() { return nil }
      if stopped == nil { fillAhead(&incidents) }
      if !batch.hasFilled { try fillCarefully(&incidents) }
    }
    return batch.takeAll()
  }

  /// Reads rows: one in any case, and those behind it up to the first of which there is something to say.
  private mutating func readAhead() throws(ConversionError) -> Bool {
    batch.removeAll()
    guard var bytes = try source.next() else { return false }
    if !bytes.span.isPlainUTF8() {
      do throws(ConversionError) {
        bytes = try CanonicalJSON.checked(bytes, at: source.valueStart, log: context.log)
      } catch .malformed(let diagnostic) {
        try context.log.report(
          .error, diagnostic.code, "\(diagnostic.message); the row is skipped", at: diagnostic.position)
        return true
      }
    }
    batch.rows[0].storage = consume bytes
    readObject()
    while finding == nil, batch.count < RowBatch.capacity {
      batch.rows[batch.count].removeAll()
      guard source.nextAtHand(into: &batch.rows[batch.count].storage) else { break }
      readObject()
    }
    return true
  }

  /// Finds the cells of the row behind the others.
  private mutating func readObject() {
    let index = batch.count
    batch.rows[index].start = source.valueStart
    do throws(JSONFault) {
      let hasNewColumns = try !object.read(&batch.rows[index], depth: context.limits.depth)
      if hasNewColumns || reportedColumns < object.columns.count || !object.repeated.isEmpty || !object.nested.isEmpty {
        finding = .oddity(hasNewColumns: hasNewColumns)
      }
    } catch {
      finding = .fault(error)
    }
    batch.append()
  }

  /// Makes incidents, up to a row of which there is something to say: all is said in the order of the rows.
  private mutating func fillAhead(_ incidents: inout ReusedIncidents) {
    let end = finding == nil ? batch.count : batch.count - 1
    guard batch.filled < end else { return }
    let done = rows.fill(&incidents, from: batch.rows, batch.filled..<end)
    if done.hasIdentity, rows.problems.isEmpty { return batch.fill(to: done.end) }
    batch.fill(to: done.end - 1)
    stopped = done.hasIdentity
  }

  /// Makes an incident, and says what there is to say.
  private mutating func fillCarefully(_ incidents: inout ReusedIncidents) throws(ConversionError) {
    guard batch.hasUnfilled else { return }
    let index = batch.filled
    var hasIdentity = stopped ?? false
    if stopped == nil {
      let finding = finding
      self.finding = nil
      switch finding {
      case .fault(let fault)?:
        batch.skip()
        return try context.log.report(
          .error, fault.code, "\(fault.message); the row is skipped", at: batch.rows[index].place(at: fault.offset))
      case .oddity(let hasNewColumns)?:
        if hasNewColumns { rows = dialect.makeRowReader(columns: object.columns) }
        try reportColumns(batch.rows[index])
      case nil: break
      }
      hasIdentity = rows.fill(&incidents, from: batch.rows, index..<(index + 1)).hasIdentity
      if finding != nil { try reportOddities(batch.rows[index]) }
    }
    stopped = nil
    for problem in rows.problems {
      try context.log.report(
        problem.severity, problem.code, problem.message, at: batch.rows[index].place(of: problem.column))
    }
    if hasIdentity { batch.fill(to: index + 1) } else { batch.skip() }
  }

  /// Says once of each new column what is wrong with it.
  private mutating func reportColumns(_ row: TableRow) throws(ConversionError) {
    guard reportedColumns < object.columns.count else { return }
    // What the columns lack, a later object may have.
    for problem in rows.columnProblems where problem.column.map({ $0 >= reportedColumns }) ?? false {
      try context.log.report(problem.severity, problem.code, problem.message, at: row.place(of: problem.column))
    }
    reportedColumns = object.columns.count
  }

  private func reportOddities(_ row: TableRow) throws(ConversionError) {
    for (key, offset) in object.repeated {
      try context.log.report(
        .error, "json.duplicate-key", "\(quoted(key.description)) stands here a second time; the first counts",
        at: row.place(at: offset))
    }
    for column in object.nested {
      try context.log.report(
        .warning, .jsonNestedValue, "the cell is an object or a list; its text is kept", at: row.place(of: column))
    }
  }

  /// Where the incident at `index` has the field at `pointer`.
  func position(of pointer: String, in index: Int) -> SourcePosition? {
    batch.rows[index].place(of: rows.column(of: pointer))
  }
}

extension TableRow {
  /// Where the cell of a column stands; the row's start where it has none.
  fileprivate func place(of column: Int?) -> SourcePosition {
    guard let column, column < cells.count, !cells[column].isEmpty else { return start }
    let start = cells[column].range.lowerBound
    return place(at: start > 0 && storage[start - 1] == UInt8(ascii: "\"") ? start - 1 : start)
  }

  /// The place of a byte of the row. Line feeds of the cells were escapes in the text.
  fileprivate func place(at offset: Int) -> SourcePosition {
    var position = start
    position.offset += offset
    for index in 0..<min(offset, storage.count) {
      if storage[index] == 0x0A, !cells.contains(where: { $0.range.contains(index) }) {
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
