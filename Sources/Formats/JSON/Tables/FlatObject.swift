import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads a row from a flat JSON object. Rows of a table have the same keys in the same order, so each key is compared with
/// the one that is expected, and looked up only where it differs.
struct FlatObject {
  /// The keys seen so far, in the order of their first appearance: the columns.
  private(set) var columns: [Text] = []
  /// `"key":` for each column.
  private var spellings: [KeySpelling] = []
  private var placesByName: [Text: Int] = [:]
  /// Keys that stood twice in the object read last, by the offset of the second.
  private(set) var repeated: [(key: Text, offset: Int)] = []
  /// The offset and the form of values that are objects or lists, in the object read last.
  private(set) var nested: [Int] = []
  /// Columns of strings with escapes, in the object read last.
  private var escaped: [Int] = []

  static let columnLimit = 1024

  /// - Parameter range: Within a record, which has less than 4 GiB.
  private static func cell(_ range: Range<Int>) -> TableRow.Cell {
    TableRow.Cell(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// Reads the storage of `row`, which is one object and nothing else: finds its cells, and decodes them where they stand.
  ///
  /// - Returns: Whether all keys were known: if not, there are more ``columns`` now.
  mutating func read(_ row: inout TableRow, depth: Int) throws(JSONFault) -> Bool {
    let before = columns.count
    if !repeated.isEmpty { repeated = [] }
    if !nested.isEmpty { nested = [] }
    if !escaped.isEmpty { escaped.removeAll(keepingCapacity: true) }
    row.clearCells(count: columns.count)
    try readMembers(row.storage, into: &row.cells, depth: depth)
    for column in escaped { row.cells[column] = Self.cell(try Self.decode(row.cells[column].range, in: &row.storage)) }
    return columns.count == before
  }

  private mutating func readMembers(
    _ bytes: [UInt8], into cells: inout [TableRow.Cell], depth: Int
  ) throws(JSONFault) {
    var cursor = JSONCursor(bytes, depthLimit: depth)
    try cursor.expect(UInt8(ascii: "{"), "'{'")
    var isClosed = false
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.index += 1
      isClosed = true
    }
    var expected = 0
    while !isClosed {
      let spellings = spellings
      var members = UsualMembers(index: cursor.index, column: expected)
      members.read(bytes.span, spellings.span, into: &cells, &escaped)
      (cursor.index, expected, isClosed) = (members.index, members.column, members.isClosed)
      if !isClosed { isClosed = try readMember(&cursor, &expected, into: &cells) }
    }
    guard cursor.peek() == nil else { throw cursor.unexpected("the end of the line") }
  }

  /// Reads one member of any kind, and the comma or brace behind it.
  ///
  /// - Returns: Whether it was the last.
  private mutating func readMember(
    _ cursor: inout JSONCursor, _ expected: inout Int, into cells: inout [TableRow.Cell]
  ) throws(JSONFault) -> Bool {
    let column = try readKey(&cursor)
    expected = column + 1
    if column >= cells.count { cells.append(TableRow.Cell(start: 0, end: 0)) }
    if let value = try readValue(&cursor, column) {
      if cells[column].isEmpty {
        cells[column] = Self.cell(value)
      } else {
        repeated.append((columns[column], value.lowerBound))
      }
    }
    let byte = cursor.peek()
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { throw cursor.unexpected("a comma or '}'") }
    cursor.index += 1
    return byte == UInt8(ascii: "}")
  }

  /// - Returns: The column.
  private mutating func readKey(_ cursor: inout JSONCursor) throws(JSONFault) -> Int {
    _ = cursor.peek()
    let start = cursor.index
    let raw = try cursor.readRawString()
    let name = try cursor.decode(raw).bytes
    try cursor.expect(UInt8(ascii: ":"), "a colon")
    guard !name.isEmpty else {
      throw JSONFault(offset: start, code: "json.syntax", message: "a key should have a name")
    }
    let key = Text(checked: name, 0..<name.count)
    if let place = placesByName[key] { return place }
    guard columns.count < Self.columnLimit else {
      throw JSONFault(
        offset: start, code: .jsonTooManyKeys,
        message: "\(quoted(key.description)) is one key more than the \(Self.columnLimit) that a table may have")
    }
    columns.append(key)
    spellings.append(KeySpelling(name))
    placesByName[key] = columns.count - 1
    return columns.count - 1
  }

  /// - Returns: The value's content; nil for null and for the empty string.
  private mutating func readValue(_ cursor: inout JSONCursor, _ column: Int) throws(JSONFault) -> Range<Int>? {
    switch cursor.peek() {
    case UInt8(ascii: "\"")?:
      let raw = try cursor.readRawString()
      if raw.hasEscapes { escaped.append(column) }
      return raw.range.isEmpty ? nil : raw.range
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try cursor.readNumber()
    case UInt8(ascii: "n")?:
      try cursor.skipValue()
      return nil
    case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
      let range = try cursor.skipValue()
      nested.append(column)
      return range
    default: return try cursor.skipValue()
    }
  }

  /// Decodes the escapes of a string where it stands: no escape is shorter than what it means.
  private static func decode(_ range: Range<Int>, in bytes: inout [UInt8]) throws(JSONFault) -> Range<Int> {
    let end = range.upperBound
    var read = bytes.span.extracting(range).firstIndex(of: UInt8(ascii: "\\"), from: 0) + range.lowerBound
    var written = read
    while read < end {
      switch bytes[read + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes[written] = bytes[read + 1]
      case UInt8(ascii: "n"): bytes[written] = 0x0A
      case UInt8(ascii: "t"): bytes[written] = 0x09
      default: return try decodeRest(written, read..<end, range.lowerBound, in: &bytes)
      }
      written += 1
      read += 2
      let next = bytes.span.extracting(read..<end).firstIndex(of: UInt8(ascii: "\\"), from: 0) + read
      bytes.move(read..<next, to: written)
      written += next - read
      read = next
    }
    return range.lowerBound..<written
  }

  /// The rare escapes, which may have to be replaced.
  private static func decodeRest(
    _ written: Int, _ rest: Range<Int>, _ start: Int, in bytes: inout [UInt8]
  ) throws(JSONFault) -> Range<Int> {
    let decoded = try JSONCursor(bytes).decode(JSONCursor.RawString(range: rest, hasEscapes: true)).bytes
    for (offset, byte) in decoded.enumerated() { bytes[written + offset] = byte }
    return start..<(written + decoded.count)
  }
}

extension TableRow {
  /// Gives the row so many cells without text.
  fileprivate mutating func clearCells(count: Int) {
    let nothing = Cell(start: 0, end: 0)
    for place in cells.indices { cells[place] = nothing }
    while cells.count < count { cells.append(nothing) }
  }
}

extension [UInt8] {
  /// Moves bytes to a place before them.
  fileprivate mutating func move(_ range: Range<Int>, to start: Int) {
    unsafe withUnsafeMutableBytes { memory in
      // Both slices check that they lie in the array; the copy allows for their overlap.
      let source = unsafe UnsafeRawBufferPointer(rebasing: memory[range])
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<(start + range.count)]).copyMemory(from: source)
    }
  }
}

extension DiagnosticCode {
  static let jsonTooManyKeys: Self = "json.too-many-keys"
}
