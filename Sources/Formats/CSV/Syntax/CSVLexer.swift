import DatelineCore
import DatelineRecord

/// Cuts a CSV text that streams past into rows (RFC 4180), and makes the best of what is not quite CSV.
///
/// It holds one window of the input, and a row that is larger than allowed is passed over, so memory stays bounded. Blank
/// lines are no rows. What is amiss is reported; nothing is dropped without a word.
struct CSVLexer: ~Copyable {
  private let source: any ByteSource
  private let log: DiagnosticLog
  private let limit: Int
  /// The delimiter that the table was found to have.
  let delimiter: UInt8
  /// How many cells a row of the table has; 0 where that is not known. Reading goes on with such a row where a quote that
  /// is never closed has swallowed the rest.
  var expectedCells = 0

  private var window: [UInt8]
  /// The start of the next row, as an index into `window`.
  private var rowStart = 0
  /// The place of the start of the next row.
  private var position: SourcePosition
  private var hasEnded = false
  private var hasReportedEncoding = false
  private var hasResumed = false
  private let plain: PlainRowScanner
  /// The cells of a row that hold doubled quotes; kept for its memory.
  private var doubled: [Int] = []

  private static let windowSize = 256 * 1024
  /// More cells than any program writes, and so few that a row of nothing else needs little memory.
  static let cellLimit = 65_536

  /// Reads from where `input` is.
  ///
  /// - Parameter delimiter: What stands between cells; nil to find out.
  init(_ input: consuming ByteReader, delimiter: UInt8? = nil, _ context: ReadContext) throws(ConversionError) {
    let prefix = try input.peek(TableForm.prefixSize)
    let form = TableForm(of: prefix, isWhole: prefix.count < TableForm.prefixSize, delimiter: delimiter)
    self.delimiter = form.delimiter
    plain = PlainRowScanner(delimiter: form.delimiter)
    input.skip(form.rowsStart)
    position = input.position
    if form.hasByteOrderMark {
      // As if a decoder before us had taken it away.
      position.offset -= 3
      if position.line == 1 { position.column -= 3 }
    }
    (source, window) = input.takeSource()
    log = context.log
    limit = context.limits.recordSize
  }

  /// Reads the next row that is not blank.
  ///
  /// - Parameter row: Its memory is used again.
  /// - Returns: False at the end of the input; `row` is then empty.
  mutating func next(into row: inout TableRow) throws(ConversionError) -> Bool {
    while true {
      if nextPlain(into: &row) { return true }
      var scanner = RowScanner(delimiter: delimiter)
      switch try scan(&scanner, into: &row) {
      case .end:
        clear(&row)
        return false
      case .tooLong(let bytes, let tooManyCells):
        try log.report(
          .error, .csvRecordTooLarge,
          tooManyCells
            ? "the row has more than \(Self.cellLimit) cells; it is skipped"
            : "the row has \(bytes) bytes or more, and --max-record is \(limit); it is skipped", at: row.start)
      case .unterminated(let quote):
        try reportUnterminated(quote, &row)
        resume(behind: quote, &row)
      case .row(let length, let lineEnd):
        if length == 0 {
          advance(over: lineEnd, lines: 1)
          continue
        }
        row.isTerminated = lineEnd > 0
        try finish(&row, scanner, length: length)
        advance(over: length + lineEnd, lines: row.lineStarts.count + (lineEnd > 0 ? 1 : 0))
        return true
      }
    }
  }

  private func clear(_ row: inout TableRow) {
    row.removeAll()
    row.start = position
    row.mayHaveApostrophes = true
  }

  private mutating func advance(over count: Int, lines: Int) {
    rowStart += count
    position.offset += count
    position.line += lines
    if lines > 0 { position.column = 1 }
  }

  // MARK: Rows without anything odd

  /// Reads the next row if it is plain, UTF-8, and lies in the window whole, so that nothing is to be said of it.
  ///
  /// - Returns: Whether it was read; if not, ``next(into:)`` says what is there.
  mutating func nextPlain(into row: inout TableRow) -> Bool {
    clear(&row)
    var doubled: [Int] = []
    swap(&doubled, &self.doubled)
    defer {
      doubled.removeAll(keepingCapacity: true)
      swap(&doubled, &self.doubled)
    }
    guard let found = scanPlain(into: &row, &doubled) else {
      row.cells.removeAll(keepingCapacity: true)
      row.lineStarts.removeAll(keepingCapacity: true)
      return false
    }
    for cell in doubled {
      CellDecoder.unquote(cell, of: window.span.extracting(rowStart..<(rowStart + found.length)), in: &row)
    }
    row.storage.append(contentsOf: Text.padding)
    row.mayHaveApostrophes = found.mayHaveApostrophes
    advance(over: found.length + found.lineEnd, lines: row.lineStarts.count + 1)
    row.isTerminated = true
    return true
  }

  private func scanPlain(into row: inout TableRow, _ doubled: inout [Int]) -> PlainRowScanner.Row? {
    let bytes = window.span.extracting(rowStart..<window.count)
    var found: PlainRowScanner.Row?
    row.cells.append(addingCapacity: 256) { cells in
      found = plain.scan(bytes, into: &cells, doubled: &doubled, lineStarts: &row.lineStarts)
    }
    guard let found, found.length > 0, found.length <= limit, isLegal(found) else { return nil }
    row.storage.reserveCapacity((doubled.isEmpty ? found.length : 2 * found.length) + Text.padding.count)
    row.storage.append(copying: bytes.extracting(0..<found.length))
    return found
  }

  /// Whether the row is UTF-8 and has no character that the model does not allow.
  private func isLegal(_ row: PlainRowScanner.Row) -> Bool {
    guard row.mayHaveNonASCII else { return true }
    let bytes = window.span.extracting(rowStart..<(rowStart + row.length))
    return bytes.isPlainUTF8()
  }

  // MARK: Finding the end of a row

  private enum Scan {
    case row(length: Int, lineEnd: Int)
    case tooLong(bytes: Int, tooManyCells: Bool)
    case unterminated(quote: Int)
    case end
  }

  private mutating func scan(_ scanner: inout RowScanner, into row: inout TableRow) throws(ConversionError) -> Scan {
    if rowStart == window.count, try !refill() { return .end }
    while true {
      let outcome = scanner.scan(window.span.extracting(rowStart..<window.count), isLast: hasEnded, into: &row)
      switch outcome {
      case .row(let length, let lineEnd):
        guard length <= limit, row.cells.count <= Self.cellLimit else {
          let tooManyCells = length <= limit
          advance(over: length + lineEnd, lines: row.lineStarts.count + 1)
          return .tooLong(bytes: length, tooManyCells: tooManyCells)
        }
        return .row(length: length, lineEnd: lineEnd)
      case .more:
        if scanner.length > limit || row.cells.count > Self.cellLimit {
          return try passOver(&scanner, &row)
        }
        if hasEnded { return .unterminated(quote: scanner.openQuote ?? 0) }
        _ = try refill()
      }
    }
  }

  /// Passes over a row that is too large, in the space of one window.
  private mutating func passOver(
    _ scanner: inout RowScanner, _ row: inout TableRow
  ) throws(ConversionError) -> Scan {
    let tooManyCells = scanner.length <= limit
    var bytes = 0
    while true {
      let passed = scanner.forgetScanned()
      bytes += passed
      advance(over: passed, lines: row.lineStarts.count)
      row.lineStarts.removeAll(keepingCapacity: true)
      row.cells.removeAll(keepingCapacity: true)
      if hasEnded {
        advance(over: window.count - rowStart, lines: 0)
        return .tooLong(bytes: bytes, tooManyCells: tooManyCells)
      }
      _ = try refill()
      if case .row(let length, let lineEnd) = scanner.scan(
        window.span.extracting(rowStart..<window.count), isLast: hasEnded, into: &row)
      {
        advance(over: length + lineEnd, lines: row.lineStarts.count + 1)
        return .tooLong(bytes: bytes + length, tooManyCells: tooManyCells)
      }
    }
  }

  /// Drops what has been read from the window and appends what the source has.
  ///
  /// - Returns: False at the end of the input.
  private mutating func refill() throws(ConversionError) -> Bool {
    guard !hasEnded else { return false }
    window.removeSubrange(0..<rowStart)
    rowStart = 0
    hasEnded = !(try window.append(from: source, atMost: Self.windowSize))
    return !hasEnded
  }

  // MARK: Quotes that are never closed

  private mutating func reportUnterminated(_ quote: Int, _ row: inout TableRow) throws(ConversionError) {
    try log.report(
      .error, .csvUnterminatedQuote,
      "the quote that opens here is never closed, so the row has no end; it is skipped, and a quote that is text is doubled",
      at: row.position(ofInput: quote))
  }

  /// Goes on behind the line of a quote that is never closed, with the first line that looks like a row; once only, as
  /// what it swallowed is looked through again.
  private mutating func resume(behind quote: Int, _ row: inout TableRow) {
    let starts = row.lineStarts.map { Int($0) }
    if !hasResumed, expectedCells > 1 {
      hasResumed = true
      for (index, start) in starts.enumerated() where start > quote {
        var scanner = RowScanner(delimiter: delimiter)
        var trial = TableRow()
        let outcome = scanner.scan(
          window.span.extracting((rowStart + start)..<window.count), isLast: true, into: &trial)
        guard case .row = outcome, trial.cells.count == expectedCells else { continue }
        return advance(over: start, lines: index + 1)
      }
    }
    advance(over: window.count - rowStart, lines: starts.count)
  }

  // MARK: Making a row of what was found

  private mutating func finish(
    _ row: inout TableRow, _ scanner: RowScanner, length: Int
  ) throws(ConversionError) {
    row.storage = Array(window[rowStart..<(rowStart + length)])
    for quote in scanner.strayQuotes {
      try log.report(
        .warning, .csvStrayQuote, "a quote stands within a cell that does not begin with one; it is taken as text",
        at: row.position(ofInput: quote))
    }
    for quote in scanner.textBehindQuotes {
      try log.report(
        .warning, .csvTextBehindQuote, "text follows the quote that ends the cell; it is taken as part of the cell",
        at: row.position(ofInput: quote))
    }
    var decoder = CellDecoder(row, count: length)
    if scanner.hasControls || scanner.hasNonASCII, decoder.needsRepair(hasControls: scanner.hasControls) {
      decoder.decode(all: true, cells: scanner.cellsToUnquote, into: &row)
    } else if !scanner.cellsToUnquote.isEmpty {
      decoder.decode(all: false, cells: scanner.cellsToUnquote, into: &row)
    }
    try report(decoder, row)
  }

  private mutating func report(_ decoder: CellDecoder, _ row: TableRow) throws(ConversionError) {
    if let place = decoder.firstInvalid, !hasReportedEncoding {
      hasReportedEncoding = true
      try log.report(
        .warning, .csvNotUTF8,
        "the bytes here are not UTF-8; this cell, and every other that is not, is read as Windows-1252",
        at: row.position(ofInput: place))
    }
    if let place = decoder.firstIllegal {
      try log.report(
        .warning, .csvReplacedCharacter,
        "the row has characters that no canonical format can carry; they become U+FFFD",
        at: row.position(ofInput: place))
    }
  }
}

extension DiagnosticCode {
  static let csvRecordTooLarge: Self = "csv.record-too-large"
  static let csvUnterminatedQuote: Self = "csv.unterminated-quote"
  static let csvStrayQuote: Self = "csv.stray-quote"
  static let csvTextBehindQuote: Self = "csv.text-behind-quote"
  static let csvNotUTF8: Self = "csv.not-utf8"
  static let csvReplacedCharacter: Self = "csv.replaced-character"
}
