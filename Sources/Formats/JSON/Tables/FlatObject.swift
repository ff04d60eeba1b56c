import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads a row from a flat JSON object. Rows of a table have the same keys in the same order, so what stands before each value
/// is compared with what stood there before, and the key looked up only where it differs.
struct FlatObject {
  /// The keys seen so far, in the order of their first appearance: the columns.
  private(set) var columns: [Text] = []
  /// What stands before the value of each column, as it was read last with care.
  private var spellings: [KeySpelling] = []
  private var placesByName: [Text: Int] = [:]
  /// Keys that stood twice in the object read last, by the offset of the second.
  private(set) var repeated: [(key: Text, offset: Int)] = []
  /// The offset and the form of values that are objects or lists, in the object read last.
  private(set) var nested: [Int] = []
  /// The strings with escapes, in the object read last.
  private var escaped: [EscapedString] = []

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
    // Out of the row while they are written, so that its bytes can be looked at.
    var cells: [TableRow.Cell] = []
    swap(&cells, &row.cells)
    defer { swap(&cells, &row.cells) }
    var members = UsualMembers(index: 0, column: 0)
    readUsual(&members, row.storage.span, into: &cells)
    if !members.isClosed || members.index < row.storage.count {
      try readRest(&members, JSONCursor(row.storage, depthLimit: depth), into: &cells)
    }
    for string in escaped {
      let range = cells[string.column].range
      cells[string.column] = Self.cell(try Self.decode(range, from: string.escape, in: &row.storage))
    }
    return columns.count == before
  }

  private mutating func readUsual(
    _ members: inout UsualMembers, _ bytes: Span<UInt8>, into cells: inout [TableRow.Cell]
  ) {
    // Out of the value while it is written, so that the spellings can be looked at.
    var strings: [EscapedString] = []
    swap(&strings, &escaped)
    members.read(bytes, spellings.span, into: &cells, &strings)
    swap(&strings, &escaped)
  }

  /// Reads what is not usual, and the usual members behind it.
  private mutating func readRest(
    _ members: inout UsualMembers, _ start: JSONCursor, into cells: inout [TableRow.Cell]
  ) throws(JSONFault) {
    var cursor = start
    if members.index == 0 {
      guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.unexpected("'{'") }
      members.index = cursor.index
    }
    cursor.index = members.index
    var isClosed = members.isClosed
    while !isClosed {
      isClosed = try readMember(&cursor, &members, into: &cells)
      guard !isClosed else { break }
      readUsual(&members, cursor.bytes.span, into: &cells)
      (cursor.index, isClosed) = (members.index, members.isClosed)
    }
    guard cursor.peek() == nil else { throw cursor.unexpected("the end of the line") }
  }

  /// Reads one member of any kind, and goes on to the comma or behind the brace that follows it.
  ///
  /// - Parameter cursor: At the comma or brace before the member.
  /// - Returns: Whether it was the last, or there is none in the object.
  private mutating func readMember(
    _ cursor: inout JSONCursor, _ members: inout UsualMembers, into cells: inout [TableRow.Cell]
  ) throws(JSONFault) -> Bool {
    let start = cursor.index
    cursor.index += 1
    if cursor.peek() == UInt8(ascii: "}"), cursor.bytes[start] == UInt8(ascii: "{") {
      cursor.index += 1
      return true
    }
    let column = try readKey(&cursor)
    _ = cursor.peek()
    let spelling = KeySpelling(cursor.bytes.span.extracting(start..<cursor.index))
    if column < spellings.count { spellings[column] = spelling } else { spellings.append(spelling) }
    members.column = column + 1
    if column >= cells.count { cells.append(TableRow.Cell(start: 0, end: 0)) }
    let escapes = escaped.count
    if let value = try readValue(&cursor, column) {
      if cells[column].isEmpty {
        cells[column] = Self.cell(value)
      } else {
        repeated.append((columns[column], value.lowerBound))
        escaped.removeLast(escaped.count - escapes)
      }
    }
    let byte = cursor.peek()
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { throw cursor.unexpected("a comma or '}'") }
    members.index = cursor.index
    if byte == UInt8(ascii: "}") { cursor.index += 1 }
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
    placesByName[key] = columns.count - 1
    return columns.count - 1
  }

  /// - Returns: The value's content; nil for null and for the empty string.
  private mutating func readValue(_ cursor: inout JSONCursor, _ column: Int) throws(JSONFault) -> Range<Int>? {
    switch cursor.peek() {
    case UInt8(ascii: "\"")?:
      let raw = try cursor.readRawString()
      if raw.hasEscapes {
        let content = cursor.bytes.span.extracting(raw.range)
        let escape = content.firstIndex(of: UInt8(ascii: "\\"), from: 0) + raw.range.lowerBound
        escaped.append(EscapedString(column: column, escape: escape))
      }
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
  ///
  /// - Parameter escape: The index of the first.
  private static func decode(
    _ range: Range<Int>, from escape: Int, in bytes: inout [UInt8]
  ) throws(JSONFault) -> Range<Int> {
    let end = range.upperBound
    var (read, written) = (escape, escape)
    var memory = bytes.mutableSpan
    usual: while read < end {
      switch memory[read + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): memory[written] = memory[read + 1]
      case UInt8(ascii: "n"): memory[written] = 0x0A
      case UInt8(ascii: "t"): memory[written] = 0x09
      default: break usual
      }
      written += 1
      read += 2
      let next = memory.span.extracting(read..<end).firstIndex(of: UInt8(ascii: "\\"), from: 0) + read
      memory.move(read..<next, to: written)
      written += next - read
      read = next
    }
    if read < end { return try decodeRest(written, read..<end, range.lowerBound, in: &bytes) }
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
    cells.removeAll(keepingCapacity: true)
    cells.append(addingCapacity: count) { $0.append(repeating: nothing, count: count) }
  }
}

extension MutableSpan<UInt8> {
  /// Moves bytes to a place before them.
  fileprivate mutating func move(_ range: Range<Int>, to start: Int) {
    unsafe withUnsafeMutableBytes { memory in
      // Both slices check that they lie in the span; the copy allows for their overlap.
      let source = unsafe UnsafeRawBufferPointer(rebasing: memory[range])
      unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<(start + range.count)]).copyMemory(from: source)
    }
  }
}

extension DiagnosticCode {
  static let jsonTooManyKeys: Self = "json.too-many-keys"
}
