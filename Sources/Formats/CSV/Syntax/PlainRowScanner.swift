import DatelineCore
import DatelineRecord

/// Finds the cells of a row that lies before it whole and is as RFC 4180 has it, which nearly every row is. Of any other it
/// says nothing, and ``RowScanner`` looks at it from its start.
///
/// It goes from cell to cell, and looks for the end of each sixteen bytes at a time.
struct PlainRowScanner {
  private let delimiter: UInt8
  private let delimiters: SIMD16<UInt8>
  private let quotes = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
  private let spaces = SIMD16<UInt8>(repeating: 0x20)

  /// Where the row ends.
  struct Row {
    /// The bytes of the row.
    var length: Int
    /// The bytes of the line end behind it.
    var lineEnd: Int
    /// Whether a byte that is not ASCII may stand in the row.
    var mayHaveNonASCII: Bool
    /// Whether a cell may begin with an apostrophe.
    var mayHaveApostrophes: Bool
  }

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = SIMD16(repeating: delimiter)
  }

  /// Finds the cells of the row at the start of `bytes`.
  ///
  /// - Parameters:
  ///   - cells: Gets the cells; of one in quotes what stands between them.
  ///   - doubled: Gets the numbers of cells that hold doubled quotes.
  ///   - lineStarts: Gets where lines start within the row.
  /// - Returns: nil where the row is not plain, or so near to the end of `bytes` that a block can't be loaded. What the
  ///   lists got is then worth nothing.
  func scan(
    _ bytes: Span<UInt8>, into cells: inout OutputSpan<TableRow.Cell>, doubled: inout [Int], lineStarts: inout [UInt32]
  ) -> Row? {
    var seen = SIMD16<UInt8>()
    var hasApostrophes = false
    var start = 0
    var stops = Stops(from: 0)
    while true {
      guard start &+ 17 <= bytes.count, cells.freeCapacity > 0 else { return nil }
      var end = start
      if bytes[start] == UInt8(ascii: "\"") {
        start &+= 1
        guard let closing = closingQuote(from: start, bytes, &seen, cells.count, &doubled, &lineStarts) else {
          return nil
        }
        cells.append(TableRow.Cell(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: closing)))
        end = closing &+ 1
        stops = Stops(from: end &+ 1)
      } else {
        guard let stop = nextStop(&stops, bytes, &seen) else { return nil }
        end = stop
        cells.append(TableRow.Cell(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
      }
      if bytes[start] == FormulaGuard.mark { hasApostrophes = true }
      let byte = bytes[end]
      if byte == delimiter {
        start = end &+ 1
        continue
      }
      let isCarriageReturn = byte == 0x0D && end &+ 1 < bytes.count && bytes[end &+ 1] == 0x0A
      guard byte == 0x0A || isCarriageReturn else { return nil }
      return Row(
        length: end, lineEnd: isCarriageReturn ? 2 : 1, mayHaveNonASCII: seen.max() >= 0x80,
        mayHaveApostrophes: hasApostrophes)
    }
  }

  /// Where cells without quotes may end: a block is looked at once, and has the ends of several cells.
  private struct Stops {
    /// The block that was looked at.
    var block = 0
    /// What is left of it.
    var lanes = ByteLanes()
    /// The next block.
    var next: Int

    init(from start: Int) { next = start }
  }

  /// The next delimiter or line end; nil where a quote stands before it.
  @inline(__always)
  private func nextStop(_ stops: inout Stops, _ bytes: Span<UInt8>, _ seen: inout SIMD16<UInt8>) -> Int? {
    while true {
      while stops.lanes.isEmpty {
        guard stops.next &+ 16 <= bytes.count else { return nil }
        let block = bytes.block(at: stops.next)
        seen |= block
        stops.lanes = ByteLanes((block .== delimiters) .| (block .== quotes) .| (block .< spaces))
        stops.block = stops.next
        stops.next &+= 16
      }
      let index = stops.block &+ stops.lanes.first
      stops.lanes.removeFirst()
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return nil }
      if byte != 0x09 || byte == delimiter { return index }
    }
  }

  /// The quote that ends a cell; nil where a character stands in it that text can't hold.
  private func closingQuote(
    from start: Int, _ bytes: Span<UInt8>, _ seen: inout SIMD16<UInt8>, _ cell: Int, _ doubled: inout [Int],
    _ lineStarts: inout [UInt32]
  ) -> Int? {
    var index = start
    while index &+ 17 <= bytes.count {
      let block = bytes.block(at: index)
      seen |= block
      let lanes = ByteLanes((block .== quotes) .| (block .< spaces))
      if lanes.isEmpty {
        index &+= 16
        continue
      }
      index &+= lanes.first
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if bytes[index &+ 1] != UInt8(ascii: "\"") { return index }
        if doubled.last != cell { doubled.append(cell) }
        index &+= 2
      case 0x0A:
        lineStarts.append(UInt32(truncatingIfNeeded: index &+ 1))
        index &+= 1
      case 0x09: index &+= 1
      default: return nil
      }
    }
    return nil
  }
}
