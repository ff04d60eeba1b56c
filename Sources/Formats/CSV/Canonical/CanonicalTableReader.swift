import DatelineCore
import DatelineRecord

/// Reads the canonical table row by row. A row that can't be read is reported and skipped.
final class CanonicalTableReader: RecordReader {
  private var lexer: CSVLexer
  private let context: ReadContext
  private var log: DiagnosticLog { context.log }
  private var row = TableRow()
  private var members: [FlatMember] = []
  private var layout = TableLayout([])
  private var typeColumn = 0
  /// The column of the same name that counts, for one that comes a second time; -1 for others.
  private var firstOfName: [Int] = []
  private var rowType: TableLayout.RowType?
  private var pending: Record?
  private var places: FlatPlaces?

  init(_ lexer: consuming CSVLexer, _ context: ReadContext) {
    self.lexer = lexer
    self.context = context
  }

  func readHeader() throws(ConversionError) -> Header? {
    let errorsBefore = log.errorCount
    guard try readColumns() else { return nil }
    guard let type = try nextRow() else {
      // An error in the names, or in a row that is skipped, tells what is wrong already.
      guard log.errorCount == errorsBefore else { return nil }
      try log.report(
        .error, .csvNoRows, "the table has no rows behind the names of its columns, so it may be cut off", at: row.start
      )
      return nil
    }
    guard type == .header else {
      pending = try readRecord(type)
      return nil
    }
    var source = try makeSource(.header)
    let before = log.warningCount
    let header = try source.readHeader(members, at: row.start)
    try checkEnd(warnings: before)
    guard let header else { return nil }
    try SchemaVersion.check(header.schemaVersion, at: position(of: "/schemaVersion") ?? row.start, log: log)
    return header
  }

  func next() throws(ConversionError) -> Record? {
    if let record = pending {
      pending = nil
      return record
    }
    while let type = try nextRow() {
      if let record = try readRecord(type) { return record }
    }
    return nil
  }

  func next(
    lendingTo consumer: (borrowing Incident) throws(ConversionError) -> Void
  ) throws(ConversionError) -> NextRecord {
    if let record = pending {
      pending = nil
      return .other(record)
    }
    while let type = try nextRow() {
      // As a case of a record each incident would be moved and destroyed field by field.
      if type == .incident {
        guard let incident = try readIncident() else { continue }
        try consumer(incident)
        return .incident
      }
      if let record = try readRecord(type) { return .other(record) }
    }
    return .end
  }

  func position(of pointer: String) -> SourcePosition? {
    guard let rowType else { return nil }
    if places == nil {
      places = FlatPlaces(members, in: PlacedBytes(row), of: rowType.declaration, from: row.start)
    }
    return places?.position(of: pointer)
  }

  // MARK: Columns

  /// Reads the first line.
  ///
  /// - Returns: False where there is none.
  private func readColumns() throws(ConversionError) -> Bool {
    guard try lexer.next(into: &row) else {
      // An error in a row that is skipped tells what is wrong already.
      guard log.errorCount == 0 else { return false }
      throw log.fatal(.csvNoRows, "the table is empty", at: row.start)
    }
    let names = row.cells.map { cell in
      String(decoding: row.storage[ItemEscapes.trimmed(row.storage, cell.range)], as: UTF8.self)
    }
    lexer.expectedCells = names.count
    layout = TableLayout(names)
    guard let type = names.firstIndex(where: { $0.lowercased() == "type" }) else {
      throw log.fatal(
        .csvNoTypeColumn,
        "the first line should name the columns, and 'type' is not among them, so this is no canonical table",
        at: row.start)
    }
    typeColumn = type
    firstOfName = Array(repeating: -1, count: names.count)
    var seen: [String: Int] = [:]
    for (column, name) in names.enumerated() {
      if let first = seen[name.lowercased()], !name.isEmpty {
        firstOfName[column] = first
        try log.report(
          .error, .csvDuplicateColumn, "there are two columns \(quoted(name)); the cells of this one go to 'extras'",
          at: row.position(ofCell: column))
        continue
      }
      seen[name.lowercased()] = column
      if column != type, !name.isEmpty, !layout.isKnown(column) {
        try log.report(
          .warning, .csvUnknownColumn, "\(quoted(name)) is no column of the canonical table; its cells go to 'extras'",
          at: row.position(ofCell: column))
      }
    }
    return true
  }

  // MARK: Rows

  /// Reads the next row that says what it is and is whole; nil at the end.
  private func nextRow() throws(ConversionError) -> TableLayout.RowType? {
    while true {
      places = nil
      rowType = nil
      guard try lexer.next(into: &row) else { return nil }
      if row.cells.allSatisfy(\.isEmpty) { continue }
      guard try checkWidth() else { continue }
      let cell = typeColumn < row.cells.count ? row.cells[typeColumn].range : 0..<0
      let name = row.storage[cell]
      let type = TableLayout.RowType.allCases.first { $0.name.hasBytesIgnoringCase(name.span) }
      if let type {
        rowType = type
        return type
      }
      let found = String(decoding: name, as: UTF8.self)
      try log.report(
        .error, .csvUnknownType,
        "\(quoted(found)) is no record type; known are header, report, incident and tombstone; the row is skipped",
        at: row.position(ofCell: typeColumn))
    }
  }

  /// Reports a row that has fewer cells than there are columns.
  ///
  /// - Returns: False where the row is cut off, and skipped.
  private func checkWidth() throws(ConversionError) -> Bool {
    guard row.cells.count < layout.names.count else { return true }
    let place = row.position(of: Int(row.cells.last?.end ?? 0))
    let counts = "the row has \(row.cells.count) cells, and the table \(layout.names.count) columns"
    guard row.isTerminated else {
      try log.report(.error, .csvTruncated, "\(counts): the table is cut off here; the row is skipped", at: place)
      return false
    }
    try log.report(.warning, .csvShortRow, "\(counts); the others count as empty", at: place)
    return true
  }

  /// Reports a last row that has no line end.
  private func checkEnd(warnings before: Int) throws(ConversionError) {
    guard !row.isTerminated else { return }
    let looksWhole = log.warningCount == before && row.cells.last?.isEmpty == false
    try log.report(
      looksWhole ? .warning : .error, .csvTruncated,
      "the last row has no line end, so it may be cut off; what is here has been read",
      at: row.position(of: Int(row.cells.last?.end ?? 0)))
  }

  private func readIncident() throws(ConversionError) -> Incident? {
    let before = log.warningCount
    var source = try makeSource(.incident)
    let incident = try source.readIncident(members, at: row.start)
    try checkEnd(warnings: before)
    return incident
  }

  private func readRecord(_ type: TableLayout.RowType) throws(ConversionError) -> Record? {
    let before = log.warningCount
    let record: Record?
    switch type {
    case .incident: return try readIncident().map { .incident($0) }
    case .report:
      var source = try makeSource(type)
      record = try source.readReport(members, at: row.start).map { .report($0) }
    case .tombstone:
      var source = try makeSource(type)
      record = try source.readTombstone(members, at: row.start).map { .tombstone($0) }
    case .header:
      try log.report(
        .warning, .csvLateHeader, "a header stands only in the first row; this one is skipped", at: row.start)
      return nil
    }
    try checkEnd(warnings: before)
    return record
  }

  /// Finds the cells that say something, and what is no field of the record.
  private func makeSource(_ type: TableLayout.RowType) throws(ConversionError) -> FlatFieldSource {
    members.removeAll(keepingCapacity: true)
    var source = FlatFieldSource(PlacedBytes(row), log: log, codes: .table, limits: context.limits)
    let fields = layout.places(type)
    for column in row.cells.indices where !row.cells[column].isEmpty && column != typeColumn {
      var range = row.cells[column].range
      if row.storage[range.lowerBound] == FormulaGuard.mark,
        FormulaGuard.isGuarded(row.storage.span.extracting(range))
      {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      if column < fields.count, firstOfName[column] < 0, let place = fields[column] {
        members.append(FlatMember(cell: range, field: place.field, innerField: place.inner))
      } else {
        try setAside(range, column, type, &source)
      }
    }
    return source
  }

  /// Keeps a cell that is no field of the record in its extras.
  private func setAside(
    _ range: Range<Int>, _ column: Int, _ type: TableLayout.RowType, _ source: inout FlatFieldSource
  ) throws(ConversionError) {
    guard column < layout.names.count else {
      source.keep(cell: range, as: "csv.column\(column + 1)")
      return try log.report(
        .warning, .csvLongRow,
        "the cell stands behind the last of \(layout.names.count) columns; it goes to 'extras'",
        at: row.position(ofCell: column))
    }
    let name = layout.names[column]
    if firstOfName[column] >= 0 || !layout.isKnown(column) {
      // The first line has been found fault with already.
      source.keep(cell: range, as: "csv.\(name.isEmpty ? "column\(column + 1)" : name)")
      return
    }
    source.keep(cell: range, as: "/" + name.split(separator: ".").joined(separator: "/"))
    try log.report(
      .warning, .csvUnknownField, "\(quoted(name)) is no field of \(type.declaration.name); it goes to 'extras'",
      at: row.position(ofCell: column))
  }
}

extension FlatCodes {
  fileprivate static let table = FlatCodes(
    unknownField: .csvUnknownField, duplicateField: .csvDuplicateField, badValue: .csvBadValue,
    missingField: .csvMissingField, emptyValue: .csvEmptyValue, badEscape: .csvBadEscape,
    looseSemicolon: .csvLooseSemicolon)
}

extension DiagnosticCode {
  static let csvNoRows: Self = "csv.no-rows"
  static let csvNoTypeColumn: Self = "csv.no-type-column"
  static let csvDuplicateColumn: Self = "csv.duplicate-column"
  static let csvUnknownColumn: Self = "csv.unknown-column"
  static let csvUnknownType: Self = "csv.unknown-type"
  static let csvLateHeader: Self = "csv.late-header"
  static let csvTruncated: Self = "csv.truncated"
  static let csvShortRow: Self = "csv.short-row"
  static let csvLongRow: Self = "csv.long-row"
  static let csvUnknownField: Self = "csv.unknown-field"
  static let csvDuplicateField: Self = "csv.duplicate-field"
  static let csvBadValue: Self = "csv.bad-value"
  static let csvMissingField: Self = "csv.missing-field"
  static let csvEmptyValue: Self = "csv.empty-value"
  static let csvBadEscape: Self = "csv.bad-escape"
  static let csvLooseSemicolon: Self = "csv.loose-semicolon"
}
