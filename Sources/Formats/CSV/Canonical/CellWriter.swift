import DatelineCore
import DatelineRecord

/// Writes the cells of one row, in whatever order the fields come, and puts them in the order of the columns.
struct CellWriter: FieldVisitor {
  typealias Failure = Never

  private let style: TableStyle
  /// The cells' bytes as they stand in the table, in the order in which they came.
  private var bytes: [UInt8] = []
  /// Where the cell of each column lies in `bytes`.
  private var cells: [Range<Int>]
  /// The column of each field of the record, and of each field of the object that is open; -1 for objects.
  private var columns: [Int] = []
  private var innerColumns: [[Int]] = []
  private var item: [UInt8] = []
  /// A column with a cell that spreadsheet programs cut, and its length in UTF-16.
  private(set) var longCell: (column: Int, length: Int)?

  /// The most characters of a cell in spreadsheet programs.
  static let longestCell = 32_767

  init(_ style: TableStyle) {
    self.style = style
    cells = Array(repeating: 0..<0, count: TableLayout.canonicalNames.count)
  }

  /// Appends a row to `output`.
  mutating func write<Object: FieldBearing & ~Copyable>(
    _ object: borrowing Object, _ type: StaticString, _ columns: RecordColumns, to output: inout [UInt8]
  ) {
    bytes.removeAll(keepingCapacity: true)
    for index in cells.indices { cells[index] = 0..<0 }
    longCell = nil
    self.columns = columns.fields
    innerColumns = columns.inner
    object.visitFields(&self)
    output.append(type)
    for cell in cells.dropFirst() {
      output.append(style.delimiter)
      if !cell.isEmpty { output.append(copying: bytes.span.extracting(cell)) }
    }
    style.appendLineEnd(to: &output)
  }

  private mutating func end(_ key: FieldKey, from start: Int) { cells[columns[key.index]] = start..<bytes.count }

  /// Writes a cell that needs neither quotes nor guard.
  private mutating func writePlain(_ key: FieldKey, _ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    end(key, from: start)
  }

  /// Writes a cell whose content may need quotes or a guard.
  private mutating func write(_ key: FieldKey, _ content: Span<UInt8>) {
    let start = bytes.count
    style.append(cell: content, to: &bytes)
    end(key, from: start)
    guard content.count > Self.longestCell else { return }
    // Of the bytes of a character the first tells how many UTF-16 code units it has.
    var length = 0
    for index in content.indices where content[index] & 0xC0 != 0x80 { length += content[index] >= 0xF0 ? 2 : 1 }
    if length > Self.longestCell { longCell = (columns[key.index], length) }
  }

  /// Writes a cell whose content `append` appends.
  private mutating func writeContent(_ key: FieldKey, _ append: (inout [UInt8]) -> Void) {
    item.removeAll(keepingCapacity: true)
    append(&item)
    let content = item
    write(key, content.span)
  }

  private mutating func writeItems(_ key: FieldKey, _ append: (inout ItemWriter) -> Void) {
    item.removeAll(keepingCapacity: true)
    var writer = ItemWriter()
    swap(&writer.output, &item)
    append(&writer)
    write(key, writer.output.span)
    swap(&writer.output, &item)
  }

  mutating func visit(_ key: FieldKey, _ value: Text) { value.withUTF8 { write(key, $0) } }
  mutating func visit(_ key: FieldKey, _ value: Int) { writePlain(key) { $0.append(decimal: value) } }
  mutating func visit(_ key: FieldKey, _ value: Double) { writePlain(key) { $0.append(shortest: value) } }
  mutating func visitFlag(_ key: FieldKey) { writePlain(key) { $0.append("true") } }
  mutating func visit(_ key: FieldKey, _ value: EDTF) { writeContent(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: Instant) { writeContent(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: DateOrInstant) { writeContent(key) { value.write(to: &$0) } }
  mutating func visit(_ key: FieldKey, _ value: ClockTime) { writePlain(key) { value.write(to: &$0) } }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, term: Term) {
    writePlain(key) { $0.append(term.name) }
  }
  mutating func visit(_ key: FieldKey, json: JSONText) { json.text.withUTF8 { write(key, $0) } }

  mutating func visit(_ key: FieldKey, _ value: Extras) {
    writeContent(key) { content in
      content.append(UInt8(ascii: "{"))
      for (index, field) in value.fields.enumerated() {
        if index > 0 { content.append(UInt8(ascii: ",")) }
        field.key.withUTF8 { content.appendJSONString($0) }
        content.append(UInt8(ascii: ":"))
        field.value.text.withUTF8 { content.append(copying: $0) }
      }
      content.append(UInt8(ascii: "}"))
    }
  }

  mutating func visit(_ key: FieldKey, _ values: [Text]) { writeItems(key) { $0.write(texts: values) } }
  mutating func visit<Term: ClosedVocabulary>(_ key: FieldKey, terms: [Term]) {
    writeItems(key) { $0.write(terms: terms) }
  }

  mutating func visit<Object: FieldBearing & ~Copyable>(_ key: FieldKey, object: borrowing Object) {
    let outer = columns
    columns = innerColumns[key.index]
    object.visitFields(&self)
    columns = outer
  }

  mutating func visit<Object: SchemaObject>(_ key: FieldKey, objects: [Object]) {
    writeItems(key) { $0.write(items: objects) }
  }
}

/// The columns of the fields of a record.
struct RecordColumns {
  /// For each field its column; -1 for objects.
  private(set) var fields: [Int]
  /// For each field that is an object, the columns of its fields.
  private(set) var inner: [[Int]]

  init(_ declaration: ObjectDeclaration) {
    let names = TableLayout.canonicalNames
    func column(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
    fields = declaration.fields.map { column("\($0.key)") }
    inner = declaration.fields.map { field in
      field.innerObject?.fields.map { column("\(field.key).\($0.key)") } ?? []
    }
  }
}

extension TableStyle {
  /// Appends what ends a row.
  func appendLineEnd(to output: inout [UInt8]) {
    if endsLinesWithCRLF { output.append(0x0D) }
    output.append(0x0A)
  }

  /// Appends a cell with the quotes and the guard that it needs.
  func append(cell: Span<UInt8>, to output: inout [UInt8]) {
    guard cell.count > 0 else { return }
    let isGuarded = guardsFormulas ? FormulaGuard.isDangerous(cell) : FormulaGuard.isGuarded(cell)
    guard isGuarded || needsQuotes(cell) else { return output.append(copying: cell) }
    let needsQuotes = needsQuotes(cell)
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
    if isGuarded { output.append(FormulaGuard.mark) }
    var copied = 0
    while needsQuotes {
      let quote = cell.firstIndex(of: UInt8(ascii: "\""), from: copied)
      output.append(copying: cell.extracting(copied..<quote))
      copied = quote
      guard quote < cell.count else { break }
      output.append("\"\"")
      copied += 1
    }
    output.append(copying: cell.extracting(copied..<cell.count))
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
  }

  private func needsQuotes(_ cell: Span<UInt8>) -> Bool {
    if cell[0] == 0x20 || cell[cell.count - 1] == 0x20 { return true }
    for index in cell.indices {
      let byte = cell[index]
      if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D { return true }
    }
    return false
  }
}
