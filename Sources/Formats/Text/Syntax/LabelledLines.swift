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
      let colon = ItemEscapes.split(line, 0..<line.count, at: UInt8(ascii: ":"))[0].upperBound
      return colon < line.count ? colon : nil
    }
    var index = 1
    while index < line.count, line[index].isLetterOrDigit || ".-_[]".utf8.contains(line[index]) { index += 1 }
    while index < line.count, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    return index < line.count && line[index] == UInt8(ascii: ":") ? index : nil
  }
}

/// A line, its place and what it is.
struct PlacedLine {
  var bytes: [UInt8]
  var start: SourcePosition
  var kind: LabelledLine

  /// Where the byte at `offset` stands in the input.
  func position(of offset: Int) -> SourcePosition {
    SourcePosition(offset: start.offset + offset, line: start.line, column: start.column + offset)
  }
}

/// Cuts labelled text into lines.
struct LabelledLines: ~Copyable {
  private var input: ByteReader
  private let log: DiagnosticLog
  private let limit: Int

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    self.input = input
    log = context.log
    limit = context.limits.recordSize
  }

  /// The place of the next unread byte.
  var position: SourcePosition { input.position }

  /// A line, or how long one is that is too long to hold.
  enum Next {
    case line(PlacedLine)
    case tooLong(Int, SourcePosition)
  }

  /// The next line; nil at the end.
  mutating func next() throws(ConversionError) -> Next? {
    let start = input.position
    switch try input.readLine(limit: limit) {
    case .whole(let bytes):
      let bytes = try checked(bytes, at: start)
      return .line(PlacedLine(bytes: bytes, start: start, kind: LabelledLine(bytes)))
    case .tooLong(let count): return .tooLong(count, start)
    case nil: return nil
    }
  }

  /// The bytes, once they are known to be UTF-8 and to hold only characters of the model; others are replaced.
  private func checked(_ bytes: [UInt8], at start: SourcePosition) throws(ConversionError) -> [UInt8] {
    var bytes = bytes
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      try log.report(
        .error, .textInvalidUTF8, "the bytes here are not UTF-8; they become U+FFFD",
        at: start.advanced(over: bytes.span, upTo: error.byteOffsets.lowerBound))
      bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    guard let illegal = TextRules.firstIllegal(in: bytes.span, from: 0) else { return bytes }
    try log.report(
      .warning, .textReplacedCharacter,
      "the line has characters that no canonical format can carry; CR becomes LF, others U+FFFD",
      at: start.advanced(over: bytes.span, upTo: illegal))
    return TextRules.legal(bytes)
  }
}

/// The lines of one record, with values that were wrapped made whole.
struct LabelledBlock {
  /// Where its first line starts.
  let start: SourcePosition
  private(set) var text = PlacedBytes()
  private(set) var members: [FlatMember] = []
  private var blankLines = 0

  init(at start: SourcePosition) { self.start = start }

  /// Whether the line before was blank.
  var isBehindBlank: Bool { blankLines > 0 }

  mutating func addBlank() { blankLines += 1 }

  /// Adds a line with a label, under another name if one is given.
  mutating func add(label: Range<Int>, value: Range<Int>, of line: PlacedLine, as name: StaticString? = nil) {
    blankLines = 0
    let start = text.count
    if let name {
      text.append(name, at: line.position(of: label.lowerBound))
    } else {
      text.append(line.bytes[label], at: line.position(of: label.lowerBound))
    }
    let middle = text.count
    text.append(line.bytes[value], at: line.position(of: value.lowerBound))
    members.append(FlatMember(label: start..<middle, value: middle..<text.count, form: .line))
  }

  /// Adds a line that goes on with the last value: a single space stands between, after an escaped line end nothing, and
  /// blank lines between make as many empty lines.
  ///
  /// - Returns: False where there is no value to go on with.
  mutating func addContinuation(_ range: Range<Int>, of line: PlacedLine) -> Bool {
    guard let last = members.indices.last else { return false }
    let value = members[last].value
    if !value.isEmpty, !endsInLineEnd(value) {
      if blankLines == 0 {
        text.append(" ", at: line.start)
      } else {
        for _ in 0...blankLines { text.append("\\n", at: line.start) }
      }
    }
    blankLines = 0
    let start = value.isEmpty ? text.count : value.lowerBound
    text.append(line.bytes[range], at: line.position(of: range.lowerBound))
    members[last].value = start..<text.count
    return true
  }

  /// Whether the value ends in the escape `\n`, and not in an escaped backslash before an n.
  private func endsInLineEnd(_ value: Range<Int>) -> Bool {
    var index = value.upperBound - 1
    guard text.bytes[index] == UInt8(ascii: "n") else { return false }
    var isEscaped = false
    while index > value.lowerBound, text.bytes[index - 1] == UInt8(ascii: "\\") {
      isEscaped.toggle()
      index -= 1
    }
    return isEscaped
  }

  /// Replaces members, for which `change` may append names to the text.
  mutating func replaceMembers(_ change: (FlatMember, inout PlacedBytes) -> FlatMember) {
    for index in members.indices { members[index] = change(members[index], &text) }
  }

  /// Adds a member that stands nowhere in the input.
  mutating func add(_ label: StaticString, _ value: Text) {
    let start = text.count
    text.append(label, at: self.start)
    let middle = text.count
    value.withUTF8 { bytes in
      var escaped: [UInt8] = []
      escaped.append(escaped: bytes, in: .line)
      text.append(escaped, at: self.start)
    }
    members.append(FlatMember(label: start..<middle, value: middle..<text.count, form: .line))
  }
}

extension DiagnosticCode {
  static let textInvalidUTF8: Self = "text.invalid-utf8"
  static let textReplacedCharacter: Self = "text.replaced-character"
}
