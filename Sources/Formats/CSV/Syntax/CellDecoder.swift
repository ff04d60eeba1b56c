import DatelineCore
import DatelineRecord

/// Makes the text of cells that can't be taken as they stand: those with quotes in them that are not text, characters
/// that the model does not allow, or bytes that are not UTF-8.
///
/// What it decodes goes behind the row's bytes in its storage, so that all other cells stay where they are.
struct CellDecoder {
  private let bytes: [UInt8]
  private let count: Int
  /// The first byte of the row that is not UTF-8.
  private(set) var firstInvalid: Int?
  /// The first character of the row that the model does not allow.
  private(set) var firstIllegal: Int?

  /// - Parameter count: The length of the row.
  init(_ row: TableRow, count: Int) {
    bytes = row.storage
    self.count = count
  }

  /// Whether a cell may hold something else than legal UTF-8.
  func needsRepair(hasControls: Bool) -> Bool {
    if hasControls { return true }
    guard bytes.span.firstInvalidUTF8() == nil else { return true }
    return TextRules.firstNoncharacter(in: bytes.span) != nil
  }

  /// Decodes cells.
  ///
  /// - Parameters:
  ///   - all: Whether every cell is looked through, or only `cells`.
  ///   - cells: Those with quotes to take out, ascending.
  mutating func decode(all: Bool, cells: [Int], into row: inout TableRow) {
    var quoted = cells[...]
    for column in all ? Array(row.cells.indices) : cells {
      let isQuoted = quoted.first == column
      if isQuoted { quoted.removeFirst() }
      let range = row.cells[column].range
      if !isQuoted, isLegal(range) { continue }
      let start = row.storage.count
      append(range, isQuoted: isQuoted, to: &row)
      row.cells[column] = TableRow.Cell(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: row.storage.count))
    }
  }

  /// Makes each doubled quote of a cell one.
  ///
  /// - Parameters:
  ///   - cell: Its number. It has at least one doubled quote, and no other.
  ///   - bytes: The row in the input.
  static func unquote(_ cell: Int, of bytes: Span<UInt8>, in row: inout TableRow) {
    let range = row.cells[cell].range
    let text = bytes.extracting(0..<range.upperBound)
    let start = row.storage.count
    var copied = range.lowerBound
    while copied < range.upperBound {
      row.shifts.append(TableRow.Shift(start: row.storage.count, distance: copied - row.storage.count))
      let quote = text.firstIndex(of: UInt8(ascii: "\""), from: copied)
      let end = min(quote + 1, range.upperBound)
      row.storage.append(copying: text.extracting(copied..<end))
      copied = end + 1
    }
    row.cells[cell] = TableRow.Cell(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: row.storage.count))
  }

  private func isLegal(_ range: Range<Int>) -> Bool {
    let span = bytes.span.extracting(range)
    return TextRules.firstIllegal(in: span, from: 0) == nil && span.firstInvalidUTF8() == nil
  }

  /// Appends the text of the cell at `range`, and notes where its bytes come from.
  private mutating func append(_ range: Range<Int>, isQuoted: Bool, to row: inout TableRow) {
    let invalid = invalidByte(in: range)
    if firstInvalid == nil { firstInvalid = invalid }
    row.shifts.append(TableRow.Shift(start: row.storage.count, distance: range.lowerBound - row.storage.count))
    var isInQuotes = isQuoted
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let following = index + 1 < range.upperBound ? bytes[index + 1] : 0
      var taken = 1
      switch byte {
      case UInt8(ascii: "\"") where isInQuotes && following == byte:
        row.storage.append(byte)
        taken = 2
      case UInt8(ascii: "\"") where isInQuotes: isInQuotes = false
      case 0x0D:
        row.storage.append(0x0A)
        if following == 0x0A { taken = 2 }
      case 0x00..<0x20 where byte != 0x09 && byte != 0x0A: appendReplacement(at: index, to: &row)
      case 0x80... where invalid != nil: row.storage.append(contentsOf: Windows1252.utf8(byte))
      case 0xEF where following == 0xBF && index + 2 < range.upperBound && bytes[index + 2] >= 0xBE:
        appendReplacement(at: index, to: &row)
        taken = 3
      default:
        taken = plainRun(from: index, to: range.upperBound)
        row.storage.append(copying: bytes.span.extracting(index..<(index + taken)))
      }
      index += taken
      let distance = index - row.storage.count
      if distance != row.shifts.last?.distance {
        row.shifts.append(TableRow.Shift(start: row.storage.count, distance: distance))
      }
    }
  }

  /// How many bytes from `start` on stand for themselves, the first in any case.
  private func plainRun(from start: Int, to end: Int) -> Int {
    let span = bytes.span
    var index = start + 1
    while index < end, span[index] >= 0x20, span[index] != UInt8(ascii: "\""), span[index] < 0x80 { index += 1 }
    return index - start
  }

  private mutating func appendReplacement(at index: Int, to row: inout TableRow) {
    if firstIllegal == nil { firstIllegal = index }
    row.storage.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  private func invalidByte(in range: Range<Int>) -> Int? {
    bytes.span.extracting(range).firstInvalidUTF8().map { range.lowerBound + $0 }
  }
}
