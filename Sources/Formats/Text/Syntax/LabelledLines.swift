import DatelineCore
import DatelineRecord

/// What a line of labelled text is.
enum LabelledLine {
  /// Nothing, or only spaces and tabs.
  case blank
  /// A line that starts with `#`.
  case comment
  /// A line that starts with a space or a tab: it goes on with the value before. The range is its text.
  case continuation(Range<Int>)
  /// A label, a colon and a value, which may be empty.
  case labelled(label: Range<Int>, value: Range<Int>)
  /// Text without a label.
  case unlabelled(Range<Int>)

  /// Takes a line apart.
  init(_ line: [UInt8]) {
    let text = ItemEscapes.trimmed(line, 0..<line.count)
    if text.isEmpty {
      self = .blank
    } else if text.lowerBound > 0 {
      self = .continuation(text)
    } else if line[0] == UInt8(ascii: "#") {
      self = .comment
    } else if let colon = Self.endOfLabel(line), !line[(colon + 1)...].starts(with: "//".utf8) {
      self = .labelled(
        label: ItemEscapes.trimmed(line, 0..<colon), value: ItemEscapes.trimmed(line, (colon + 1)..<line.count))
    } else {
      self = .unlabelled(text)
    }
  }

  /// The index of the colon behind a label: a letter, then letters, digits, dots, hyphens, underscores and brackets.
  /// Behind `extras.` anything may stand, a colon with a backslash before it.
  private static func endOfLabel(_ line: [UInt8]) -> Int? {
    guard line[0].isLetterOrDigit, !(0x30...0x39 ~= line[0]) else { return nil }
    if line.count > 7, ("extras." as StaticString).hasBytesIgnoringCase(line.span.extracting(0..<7)) {
      let colon = ItemEscapes.firstSeparator(UInt8(ascii: ":"), in: line, 7..<line.count)
      return colon < line.count ? colon : nil
    }
    var index = 1
    while index < line.count, line[index].isLetterOrDigit || isLabelSign(line[index]) { index += 1 }
    while index < line.count, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    return index < line.count && line[index] == UInt8(ascii: ":") ? index : nil
  }

  /// Whether the byte is one of `.`, `-`, `_`, `[` and `]`.
  private static func isLabelSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2D, 0x5F, 0x5B, 0x5D: true
    default: false
    }
  }
}

/// Cuts labelled text into lines. They end in LF, CRLF or CR, and a line number counts each of the three, as editors do.
struct LabelledLines: ~Copyable {
  private var input: ByteReader
  private let log: DiagnosticLog
  private let limit: Int
  /// The line that ``next()`` found last, without its end: well-formed UTF-8 that keeps to ``TextRules``. One buffer for
  /// all lines.
  private(set) var bytes: [UInt8] = []
  /// Where that line starts.
  private(set) var start = SourcePosition()
  /// Whether it ended in CR, to which an LF that follows belongs.
  private var isBehindReturn = false
  private var lineCount = 0
  /// The end of the input, where the last line has no end of its own.
  private var end: SourcePosition?

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    self.input = input
    log = context.log
    limit = context.limits.recordSize
  }

  /// A line, or how long one is that is too long to hold.
  enum Next {
    case line(LabelledLine)
    /// The last line, where the input ends without a line end. Its bytes are as they came: ``checkText()``.
    case openLine
    case tooLong(Int)
  }

  /// Finds the next line; nil at the end, which is then the place where ``start`` is.
  mutating func next() throws(ConversionError) -> Next? {
    guard let (count, isPlain) = try readLine() else { return nil }
    guard count <= limit else { return .tooLong(count) }
    if end != nil { return .openLine }
    if !isPlain { try checkText() }
    return .line(LabelledLine(bytes))
  }

  /// Where the byte at `offset` of the line stands in the input.
  func position(of offset: Int) -> SourcePosition {
    SourcePosition(offset: start.offset + offset, line: start.line, column: start.column + offset)
  }

  /// Reads a line into `bytes`.
  ///
  /// - Returns: Its length, which may be more than was kept, and whether it is all printable ASCII.
  private mutating func readLine() throws(ConversionError) -> (count: Int, isPlain: Bool)? {
    var line: [UInt8] = []
    swap(&line, &bytes)
    defer { swap(&line, &bytes) }
    line.removeAll(keepingCapacity: true)
    var isBehindReturn = isBehindReturn
    var offset = input.position.offset
    var count = 0
    var isPlain = true
    let limit = limit
    let hasEnd = try input.consume { window in
      var first = 0
      if isBehindReturn {
        isBehindReturn = false
        if window[0] == 0x0A {
          first = 1
          offset += 1
          if window.count == 1 { return (1, false) }
        }
      }
      let (end, isPlainSoFar) = window.endOfLine(from: first)
      isPlain = isPlain && isPlainSoFar
      count += end - first
      if count <= limit { line.append(copying: window.extracting(first..<end)) } else { line.removeAll() }
      guard end < window.count else { return (end, false) }
      isBehindReturn = window[end] == 0x0D
      return (end + 1, true)
    }
    self.isBehindReturn = isBehindReturn
    guard hasEnd || count > 0 else {
      // There is no line behind the last line end.
      start = end ?? SourcePosition(offset: offset, line: lineCount + 1, column: 1)
      return nil
    }
    lineCount += 1
    start = SourcePosition(offset: offset, line: lineCount, column: 1)
    if !hasEnd { end = SourcePosition(offset: offset + count, line: lineCount, column: count + 1) }
    return (count, isPlain)
  }

  /// Replaces what is not UTF-8, and characters that the model does not hold.
  mutating func checkText() throws(ConversionError) {
    if let invalid = bytes.span.firstInvalidUTF8() {
      try log.report(
        .error, .textInvalidUTF8, "the bytes here are not UTF-8; they become U+FFFD", at: position(of: invalid))
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    // Joined files have byte order marks in the middle.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let illegal = TextRules.firstIllegal(in: bytes.span, from: 0) else { return }
    try log.report(
      .warning, .textReplacedCharacter,
      "the line has characters that no canonical format can carry; they become U+FFFD",
      at: position(of: illegal))
    bytes = TextRules.legal(bytes)
  }
}

extension Span<UInt8> {
  /// The index of the first LF or CR from `start` on, `count` where there is none; and whether all before it is printable
  /// ASCII. Where it says no, it may still be so.
  fileprivate func endOfLine(from start: Int) -> (end: Int, isPlain: Bool) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var odd: UInt64 = 0
    var index = start
    while index &+ 8 <= count {
      let word = word(at: index)
      let feeds = word ^ (0x0A &* ones)
      let returns = word ^ (0x0D &* ones)
      // The lowest set high bit is exact: borrows only spoil the bits above a hit.
      let ends = ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & highs
      let controls = ((word &- 0x20 &* ones) & ~word | word) & highs
      if ends != 0 {
        odd |= controls & (ends & (~ends &+ 1) &- 1)
        return (index &+ ends.trailingZeroBitCount / 8, odd == 0)
      }
      odd |= controls
      index &+= 8
    }
    while index < count, self[index] != 0x0A, self[index] != 0x0D {
      if self[index] < 0x20 || self[index] >= 0x80 { odd = 1 }
      index &+= 1
    }
    return (index, odd == 0)
  }
}

extension DiagnosticCode {
  static let textInvalidUTF8: Self = "text.invalid-utf8"
  static let textReplacedCharacter: Self = "text.replaced-character"
}
