import DatelineCore
import DatelineRecord
import DatelineTables

/// Reads a row from a flat JSON object. Rows of a table have the same keys in the same order, so each key is compared with
/// the one that is expected, and looked up only where it differs.
struct FlatObject {
  /// The keys seen so far, in the order of their first appearance: the columns.
  private(set) var columns: [Text] = []
  /// `"key":` for each column.
  private var spellings: [[UInt8]] = []
  private var placesByName: [Text: Int] = [:]
  /// Keys that stood twice in the object read last, by the offset of the second.
  private(set) var repeated: [(key: Text, offset: Int)] = []
  /// The offset and the form of values that are objects or lists, in the object read last.
  private(set) var nested: [Int] = []
  /// Columns of strings with escapes, in the object read last.
  private var escaped: [Int] = []

  static let columnLimit = 1024
  private static let nothing = TableRow.Cell(start: 0, end: 0)

  /// - Parameter range: Within a record, which has less than 4 GiB.
  private static func cell(_ range: Range<Int>) -> TableRow.Cell {
    TableRow.Cell(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// Reads `bytes`, which are one object and nothing else.
  ///
  /// - Returns: Whether all keys were known: if not, there are more ``columns`` now.
  mutating func read(_ bytes: consuming [UInt8], into row: inout TableRow, depth: Int) throws(JSONFault) -> Bool {
    let before = columns.count
    if !repeated.isEmpty { repeated = [] }
    if !nested.isEmpty { nested = [] }
    if !escaped.isEmpty { escaped.removeAll(keepingCapacity: true) }
    for place in row.cells.indices { row.cells[place] = Self.nothing }
    while row.cells.count < columns.count { row.cells.append(Self.nothing) }
    row.storage = []
    try readMembers(bytes, into: &row.cells, depth: depth)
    row.storage = bytes
    for column in escaped { row.cells[column] = Self.cell(try Self.decode(row.cells[column].range, in: &row.storage)) }
    return columns.count == before
  }

  private mutating func readMembers(
    _ bytes: [UInt8], into cells: inout [TableRow.Cell], depth: Int
  ) throws(JSONFault) {
    var cursor = JSONCursor(bytes, depthLimit: depth)
    try cursor.expect(UInt8(ascii: "{"), "'{'")
    var expected = 0
    if cursor.peek() == UInt8(ascii: "}") {
      cursor.index += 1
    } else {
      while true {
        let column = try readKey(&cursor, expected: expected)
        expected = column + 1
        if column >= cells.count { cells.append(Self.nothing) }
        if let value = try readValue(&cursor, column) {
          if cells[column].isEmpty {
            cells[column] = Self.cell(value)
          } else {
            repeated.append((columns[column], value.lowerBound))
          }
        }
        let byte = cursor.peek()
        if byte == UInt8(ascii: ",") {
          cursor.index += 1
        } else if byte == UInt8(ascii: "}") {
          cursor.index += 1
          break
        } else {
          throw cursor.unexpected("a comma or '}'")
        }
      }
    }
    guard cursor.peek() == nil else { throw cursor.unexpected("the end of the line") }
  }

  /// - Returns: The column.
  private mutating func readKey(_ cursor: inout JSONCursor, expected: Int) throws(JSONFault) -> Int {
    _ = cursor.peek()
    if expected < spellings.count, Self.matches(spellings[expected], cursor.bytes, at: cursor.index) {
      cursor.index += spellings[expected].count
      return expected
    }
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
    var spelling: [UInt8] = []
    spelling.appendJSONString(name.span)
    spelling.append(UInt8(ascii: ":"))
    spellings.append(spelling)
    placesByName[key] = columns.count - 1
    return columns.count - 1
  }

  private static func matches(_ spelling: [UInt8], _ bytes: [UInt8], at index: Int) -> Bool {
    guard index + spelling.count <= bytes.count else { return false }
    let bytes = bytes.span.extracting(index..<(index + spelling.count))
    let spelling = spelling.span
    var place = 0
    while place &+ 8 <= spelling.count {
      if bytes.word(at: place) != spelling.word(at: place) { return false }
      place &+= 8
    }
    while place < spelling.count {
      if bytes[place] != spelling[place] { return false }
      place &+= 1
    }
    return true
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
    var read = bytes.span.extracting(range).firstIndex(of: UInt8(ascii: "\\"), from: 0) + range.lowerBound
    var written = read
    while read < range.upperBound {
      let byte = bytes[read]
      guard byte == UInt8(ascii: "\\") else {
        bytes[written] = byte
        written += 1
        read += 1
        continue
      }
      switch bytes[read + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes[written] = bytes[read + 1]
      case UInt8(ascii: "n"): bytes[written] = 0x0A
      case UInt8(ascii: "t"): bytes[written] = 0x09
      default: return try decodeRest(written, read..<range.upperBound, range.lowerBound, in: &bytes)
      }
      written += 1
      read += 2
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

extension DiagnosticCode {
  static let jsonTooManyKeys: Self = "json.too-many-keys"
}
