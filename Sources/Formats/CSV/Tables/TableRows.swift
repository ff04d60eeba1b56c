import DatelineCore
import DatelineRecord

/// Cuts CSV (RFC 4180, read tolerantly) into rows. Holds one row at a time.
struct TableRows: ~Copyable {
  private var input: ByteReader
  private let delimiter: UInt8
  private let limit: Int
  private var scanner = CellScanner(delimiter: 0)
  /// How many bytes of the row that was read last had to be replaced, for they are no UTF-8.
  private(set) var replacements = 0

  /// - Parameters:
  ///   - delimiter: What stands between cells.
  ///   - limit: The most bytes of a row.
  init(_ input: consuming ByteReader, delimiter: UInt8, limit: Int) {
    self.input = input
    self.delimiter = delimiter
    self.limit = limit
  }

  /// What ``next(into:)`` came to.
  enum Outcome {
    case row
    /// The row has more bytes than allowed, and has been passed over.
    case tooLarge(Int)
    /// The input ended within quotes that start there.
    case cutOff(SourcePosition)
    case end
  }

  /// Reads the next row that is not blank.
  mutating func next(into row: inout TableRow) throws(ConversionError) -> Outcome {
    while true {
      row.cells.removeAll(keepingCapacity: true)
      if !row.lineStarts.isEmpty { row.lineStarts.removeAll(keepingCapacity: true) }
      row.start = input.position
      scanner = CellScanner(delimiter: delimiter)
      var storage: [UInt8] = []
      var dropped = 0
      let limit = limit
      let isWhole = try consume(into: &storage, &row, &dropped, limit)
      if dropped > 0 { return .tooLarge(dropped) }
      if !isWhole {
        if storage.isEmpty { return .end }
        if let open = scanner.end(at: storage.count, &row) {
          row.storage = storage
          return .cutOff(row.start.advanced(over: storage.span, upTo: open))
        }
      }
      if row.cells.count == 1, row.cells[0].isEmpty { continue }
      row.isTerminated = isWhole
      finish(storage, &row)
      return .row
    }
  }

  private mutating func consume(
    into storage: inout [UInt8], _ row: inout TableRow, _ dropped: inout Int, _ limit: Int
  ) throws(ConversionError) -> Bool {
    var scanner = scanner
    defer { self.scanner = scanner }
    return try input.consume { window in
      let outcome = scanner.scan(window, from: storage.count + dropped, &row)
      if dropped > 0 || storage.count + outcome.taken > limit {
        dropped += storage.count + outcome.taken
        storage = []
      } else {
        storage.append(copying: window.extracting(0..<outcome.taken))
      }
      return outcome
    }
  }

  /// Takes quotes out, and makes sure of the characters.
  private mutating func finish(_ bytes: consuming [UInt8], _ row: inout TableRow) {
    replacements = 0
    if bytes.span.firstInvalidUTF8() != nil { replacements = Self.repair(&bytes) }
    var control = bytes.span.firstControlOrEF(from: 0)
    while control < bytes.count {
      switch bytes[control] {
      case 0x0A: row.lineStarts.append(UInt32(control + 1))
      case 0x09: break
      case 0x0D:
        // CRLF within quotes is a line end; a lone CR becomes one.
        if control + 1 < bytes.count, bytes[control + 1] == 0x0A {
          scanner.note(carriageReturn: control)
        } else {
          bytes[control] = 0x0A
        }
      case 0xEF:
        if control + 2 < bytes.count, bytes[control + 1] == 0xBF, bytes[control + 2] >= 0xBE {
          bytes[control + 2] = 0xBD
          replacements += 1
        }
      default:
        bytes[control] = UInt8(ascii: "?")
        replacements += 1
      }
      control = bytes.span.firstControlOrEF(from: control + 1)
    }
    row.storage = bytes
    for column in row.cells.indices where scanner.mustClean(column) {
      Self.clean(&row.cells[column], in: &row.storage)
    }
  }

  /// Takes the second of each two quotes out of a cell, and CR before LF.
  private static func clean(_ cell: inout TableRow.Cell, in bytes: inout [UInt8]) {
    let range = cell.range
    var written = range.lowerBound
    var read = range.lowerBound
    while read < range.upperBound {
      let byte = bytes[read]
      let isLast = read + 1 == range.upperBound
      if byte == 0x0D, !isLast, bytes[read + 1] == 0x0A {
        read += 1
        continue
      }
      bytes[written] = byte
      written += 1
      read += byte == UInt8(ascii: "\"") && !isLast && bytes[read + 1] == byte ? 2 : 1
    }
    cell.end = UInt32(written)
  }

  /// Makes each byte that belongs to no character a question mark, so that no place moves.
  private static func repair(_ bytes: inout [UInt8]) -> Int {
    var count = 0
    while let invalid = bytes.span.firstInvalidUTF8() {
      bytes[invalid] = UInt8(ascii: "?")
      count += 1
    }
    return count
  }
}

/// Finds the cells of one row. What it knows outlives the window, so that a row may go on behind it.
private struct CellScanner {
  let delimiter: UInt8
  private var cellStart = 0
  private var state = State.start
  private var quotedEnd = 0
  private var isClean = true
  private var uncleanCells: [Int] = []
  private var carriageReturns = 0

  private enum State {
    /// At the first byte of a cell.
    case start
    case plain
    case quoted
    /// Behind a quote within quotes: the next byte says what it means.
    case quote
    /// Behind a carriage return at the end of a row.
    case carriageReturn
  }

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func note(carriageReturn: Int) { carriageReturns += 1 }

  func mustClean(_ column: Int) -> Bool {
    carriageReturns > 0 || (!uncleanCells.isEmpty && uncleanCells.contains(column))
  }

  /// - Parameter base: The place of the window's first byte in the row.
  mutating func scan(_ window: Span<UInt8>, from base: Int, _ row: inout TableRow) -> (taken: Int, isDone: Bool) {
    var index = 0
    while index < window.count {
      let byte = window[index]
      switch state {
      case .start:
        if byte == UInt8(ascii: "\"") {
          state = .quoted
          cellStart = base + index + 1
          index += 1
        } else {
          state = .plain
        }
      case .plain:
        index = window.firstCellStop(delimiter, from: index)
        guard index < window.count else { break }
        if endCell(window[index], at: base + index, end: base + index, &row) { return (index + 1, true) }
        index += 1
      case .quoted:
        index = window.firstIndex(of: UInt8(ascii: "\""), from: index)
        guard index < window.count else { break }
        quotedEnd = base + index
        state = .quote
        index += 1
      case .quote:
        if byte == UInt8(ascii: "\"") {
          isClean = false
          state = .quoted
        } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
          if endCell(byte, at: base + index, end: quotedEnd, &row) { return (index + 1, true) }
        } else {
          // Text behind the closing quote: the quote is taken for text.
          isClean = false
          state = .quoted
        }
        index += 1
      case .carriageReturn: return (byte == 0x0A ? index + 1 : index, true)
      }
    }
    return (window.count, false)
  }

  /// - Returns: Whether the row has ended.
  private mutating func endCell(_ byte: UInt8, at index: Int, end: Int, _ row: inout TableRow) -> Bool {
    if !isClean { uncleanCells.append(row.cells.count) }
    isClean = true
    row.cells.append(TableRow.Cell(start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: end)))
    cellStart = index + 1
    state = byte == 0x0D ? .carriageReturn : .start
    return byte == 0x0A
  }

  /// The input has ended.
  ///
  /// - Returns: Where the quote stands that is still open.
  mutating func end(at count: Int, _ row: inout TableRow) -> Int? {
    switch state {
    case .quoted: return cellStart - 1
    case .start, .plain: _ = endCell(0x0A, at: count, end: count, &row)
    case .quote: _ = endCell(0x0A, at: count, end: quotedEnd, &row)
    case .carriageReturn: break
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The index of the first delimiter or line end from `start` on; `count` where there is none.
  fileprivate func firstCellStop(_ delimiter: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = UInt64(delimiter) &* ones
    var index = start
    while index &+ 8 <= count {
      let word = word(at: index)
      let delimiters = word ^ wanted
      let feeds = word ^ (0x0A &* ones)
      let returns = word ^ (0x0D &* ones)
      let hits =
        ((delimiters &- ones) & ~delimiters | (feeds &- ones) & ~feeds | (returns &- ones) & ~returns)
        & 0x8080_8080_8080_8080
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count {
      let byte = self[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return index }
      index &+= 1
    }
    return count
  }
}
