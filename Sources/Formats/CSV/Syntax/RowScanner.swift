import DatelineCore
import DatelineRecord

/// Finds the cells of one row, sixteen bytes at a time. What it knows outlives the window, so that a row which goes on
/// behind it is not scanned again.
///
/// All places are counted from the start of the row.
struct RowScanner {
  private let delimiter: UInt8
  /// The next byte to look at.
  private var next = 0
  private var cellStart = 0
  private var isQuoted = false
  /// Whether quotes have to be taken out of the cell.
  private var needsUnquoting = false
  /// Behind the last byte of a quoted cell whose quote has been closed; -1 for a cell without quotes.
  private var closing = -1
  private var lastCarriageReturn = -2
  /// All bytes that were looked at, joined by OR.
  private var seen = SIMD16<UInt8>()

  /// Cells in which quotes stand that are not text.
  private(set) var cellsToUnquote: [Int] = []
  /// Whether a control character stands in a cell that text can't hold.
  private(set) var hasControls = false
  /// Quotes within cells that do not begin with one.
  private(set) var strayQuotes: [Int] = []
  /// Closing quotes with text behind them.
  private(set) var textBehindQuotes: [Int] = []

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Whether a byte that is not ASCII was seen.
  var hasNonASCII: Bool { seen.max() >= 0x80 }
  /// Where the quote stands that is open; nil where none is.
  var openQuote: Int? { isQuoted ? cellStart - 1 : nil }
  /// How many bytes belong to the row so far.
  var length: Int { next }

  /// What a scan came to.
  enum Outcome: Equatable {
    /// The row's own bytes, and those of the line end.
    case row(length: Int, lineEnd: Int)
    /// All bytes have been looked at, or all but one that says nothing without the next.
    case more
  }

  /// Goes on with the row.
  ///
  /// - Parameters:
  ///   - bytes: The input from the start of the row.
  ///   - isLast: Whether the input ends with `bytes`.
  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool, into row: inout TableRow) -> Outcome {
    let delimiters = SIMD16(repeating: delimiter)
    let quotes = SIMD16(repeating: UInt8(ascii: "\""))
    let spaces = SIMD16(repeating: UInt8(0x20))
    while next &+ 16 <= bytes.count {
      let block = bytes.block(at: next)
      let found = (block .== delimiters) .| (block .== quotes) .| (block .< spaces)
      seen |= block
      // Each byte of a mask is all ones or all zeros, so one bit of eight tells.
      let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
      let start = next
      next &+= 16
      for half in 0..<2 {
        var hits = halves[half] & 0x8080_8080_8080_8080
        while hits != 0 {
          let index = start &+ half &* 8 &+ hits.trailingZeroBitCount &>> 3
          hits &= hits &- 1
          if bytes[index] == delimiter, !isQuoted, closing < 0 {
            endCell(at: index, &row)
          } else if let outcome = take(bytes[index], at: index, bytes, isLast: isLast, &row) {
            return outcome
          }
        }
      }
    }
    while next < bytes.count {
      let index = next
      seen[0] |= bytes[index]
      next &+= 1
      if let outcome = take(bytes[index], at: index, bytes, isLast: isLast, &row) { return outcome }
    }
    guard isLast, !isQuoted else { return .more }
    endQuotedCell(at: bytes.count, &row)
    return .row(length: bytes.count, lineEnd: 0)
  }

  /// The second of two bytes that belong together has been looked at with the first.
  private var passed = -1

  /// Counts places from the next byte on, for a row that is passed over.
  ///
  /// - Returns: How many bytes lie before it.
  mutating func forgetScanned() -> Int {
    let count = next
    next = 0
    cellStart -= count
    closing = closing < 0 ? -1 : 0
    passed -= count
    lastCarriageReturn -= count
    cellsToUnquote = []
    strayQuotes = []
    textBehindQuotes = []
    return count
  }

  @inline(__always)
  private mutating func endCell(at end: Int, _ row: inout TableRow) {
    row.cells.append(TableRow.Cell(start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: end)))
    cellStart = end &+ 1
  }

  /// Takes a byte that may mean something.
  private mutating func take(
    _ byte: UInt8, at index: Int, _ bytes: Span<UInt8>, isLast: Bool, _ row: inout TableRow
  ) -> Outcome? {
    if index == passed { return nil }
    if isQuoted {
      return byte == UInt8(ascii: "\"")
        ? takeQuoteInQuotes(at: index, bytes, isLast: isLast) : takeControl(byte, at: index, &row)
    }
    switch byte {
    case delimiter: endQuotedCell(at: index, &row)
    case UInt8(ascii: "\""):
      if index == cellStart, closing < 0 {
        isQuoted = true
        cellStart = index + 1
      } else if closing < 0 {
        strayQuotes.append(index)
      }
    case 0x0A:
      endQuotedCell(at: index, &row)
      return .row(length: index, lineEnd: 1)
    case 0x0D:
      if index + 1 == bytes.count, !isLast {
        next = index
        return .more
      }
      endQuotedCell(at: index, &row)
      return .row(length: index, lineEnd: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
    case 0x00..<0x20 where byte != 0x09: hasControls = true
    default: break
    }
    return nil
  }

  private mutating func takeQuoteInQuotes(at index: Int, _ bytes: Span<UInt8>, isLast: Bool) -> Outcome? {
    guard index + 1 < bytes.count else {
      if !isLast {
        next = index
        return .more
      }
      isQuoted = false
      closing = index
      return nil
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""):
      needsUnquoting = true
      passed = index + 1
      // The byte may lie behind the block.
      next = max(next, index + 2)
    case delimiter, 0x0A, 0x0D:
      isQuoted = false
      closing = index
    default:
      isQuoted = false
      closing = index
      needsUnquoting = true
      textBehindQuotes.append(index)
    }
    return nil
  }

  /// Takes a control character within quotes.
  private mutating func takeControl(_ byte: UInt8, at index: Int, _ row: inout TableRow) -> Outcome? {
    switch byte {
    case 0x0A where index == lastCarriageReturn + 1 && !row.lineStarts.isEmpty:
      row.lineStarts[row.lineStarts.count - 1] = UInt32(truncatingIfNeeded: index + 1)
    case 0x0A: row.lineStarts.append(UInt32(truncatingIfNeeded: index + 1))
    case 0x0D:
      hasControls = true
      lastCarriageReturn = index
      row.lineStarts.append(UInt32(truncatingIfNeeded: index + 1))
    case 0x00..<0x20 where byte != 0x09: hasControls = true
    default: break
    }
    return nil
  }

  private mutating func endQuotedCell(at end: Int, _ row: inout TableRow) {
    if closing < 0 { return endCell(at: end, &row) }
    if needsUnquoting { cellsToUnquote.append(row.cells.count) }
    endCell(at: needsUnquoting ? end : closing, &row)
    cellStart = end + 1
    closing = -1
    needsUnquoting = false
  }
}
