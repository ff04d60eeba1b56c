import DatelineCore
import DatelineHTML

/// Mends what makes feeds ill-formed and can mean only one thing, before the parser sees it, and tells of each place:
/// a byte order mark that was encoded twice, references that only HTML knows, a `&` that begins none, and control
/// characters.
final class FeedRepair: ByteSource {
  private let source: any ByteSource
  private let log: DiagnosticLog
  /// What has been read and not been looked at.
  private var raw: [UInt8]
  private var index = 0
  private var hasEnded = false
  private var isAtStart = true
  private var state = State.text
  private var position: SourcePosition
  /// What has been looked at and not been given.
  private var ready: [UInt8] = []
  private var given = 0
  /// The last two bytes that were kept, the latest lowest.
  private var last: UInt16 = 0

  /// Where references mean nothing.
  private enum State {
    case text
    case section
    case comment
    case instruction
    case declaration(depth: Int)
  }

  init(_ source: any ByteSource, unread: [UInt8], at start: SourcePosition, log: DiagnosticLog) {
    self.source = source
    self.log = log
    raw = unread
    position = start
  }

  /// Whether a failure is of a kind that is mended.
  static func mends(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == .xmlSyntax && XMLErrorWords.isMendable(diagnostic.message)
  }

  /// The index of a `&` that certainly begins no reference; nil where sections or comments make that doubtful.
  static func bareAmpersand(in bytes: ArraySlice<UInt8>) -> Int? {
    let marks = ["<![CDATA[", "<!--", "<?"].map { Array($0.utf8) }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      if marks.contains(where: { bytes[index...].starts(with: $0) }) { return nil }
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "&") {
      let name = bytes[(index + 1)...].prefix { byte in
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || "#_-.".utf8.contains(byte) || byte >= 0x80
      }
      if name.endIndex < bytes.endIndex, name.isEmpty || bytes[name.endIndex] != UInt8(ascii: ";") { return index }
    }
    return nil
  }

  /// A byte order mark that was taken for Latin-1 and encoded once more.
  static func hasDoubledMark(_ bytes: [UInt8]) -> Bool { bytes.starts(with: FeedRecognition.doubledMark) }

  func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError) {
    while given == ready.count, !(hasEnded && index == raw.count) {
      ready.removeAll(keepingCapacity: true)
      given = 0
      try fill()
      try mend()
    }
    let count = min(buffer.freeCapacity, ready.count - given)
    for offset in given..<(given + count) { buffer.append(ready[offset]) }
    given += count
  }

  /// More than the longest reference and mark.
  private static let lookahead = 64

  private func fill() throws(ConversionError) {
    raw.removeFirst(index)
    index = 0
    while !hasEnded, raw.count <= Self.lookahead { hasEnded = !(try raw.append(from: source, atMost: 64 * 1024)) }
  }

  private func mend() throws(ConversionError) {
    if isAtStart {
      isAtStart = false
      if Self.hasDoubledMark(raw) {
        try note("a byte order mark that was encoded twice is taken out")
        advance(FeedRecognition.doubledMark.count, writing: [])
      }
    }
    let end = hasEnded ? raw.count : raw.count - Self.lookahead
    while index < end {
      let byte = raw[index]
      switch byte {
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
        try note("the control character U+\(Self.hexadecimal(byte)), which XML does not have, is taken out")
        advance(1, writing: [])
      case UInt8(ascii: "<"), UInt8(ascii: "["): open()
      case UInt8(ascii: ">"), UInt8(ascii: "]"): close()
      case UInt8(ascii: "&"): try mendReference()
      default: keepRun(upTo: end)
      }
    }
  }

  // MARK: - Where we are

  private func starts(_ text: StaticString) -> Bool {
    let bytes = raw
    return bytes.span.extracting(index..<bytes.count).starts(with: text)
  }

  private func open() {
    switch state {
    case .text where starts("<![CDATA["): state = .section
    case .text where starts("<!--"): state = .comment
    case .text where starts("<?"): state = .instruction
    case .text where starts("<!"): state = .declaration(depth: 0)
    case .declaration(let depth) where raw[index] == UInt8(ascii: "["): state = .declaration(depth: depth + 1)
    default: break
    }
    keep(1)
  }

  private func close() {
    switch state {
    case .section where starts("]]>"), .comment where isBehind(0x2D2D, mask: 0xFFFF),
      .instruction where isBehind(0x3F, mask: 0xFF):
      state = .text
    case .declaration(let depth) where raw[index] == UInt8(ascii: "]"): state = .declaration(depth: max(0, depth - 1))
    case .declaration(0): state = .text
    default: break
    }
    keep(1)
  }

  /// Whether the `>` here ends what the bytes before it announce.
  private func isBehind(_ mark: UInt16, mask: UInt16) -> Bool {
    raw[index] == UInt8(ascii: ">") && last & mask == mark
  }

  // MARK: - Bytes

  private func keep(_ count: Int) { advance(count, writing: raw[index..<(index + count)]) }

  /// Keeps bytes up to the next that may be of interest.
  private func keepRun(upTo end: Int) {
    var stop = index
    while stop < end, raw[stop] >= 0x20 || raw[stop] == 0x09 || raw[stop] == 0x0A || raw[stop] == 0x0D,
      !"<>[]&".utf8.contains(raw[stop])
    {
      stop += 1
    }
    keep(max(1, stop - index))
  }

  private func advance(_ count: Int, writing bytes: some Sequence<UInt8>) {
    let unread = raw
    position = position.advanced(over: unread.span.extracting(index..<unread.count), upTo: count)
    for byte in bytes {
      ready.append(byte)
      last = last << 8 | UInt16(byte)
    }
    index += count
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private func note(_ what: String) throws(ConversionError) {
    try log.report(.warning, .feedRepaired, what, at: position)
  }

  // MARK: - References

  private static let predefined: Set = ["amp", "lt", "gt", "quot", "apos"]

  private func mendReference() throws(ConversionError) {
    guard case .text = state else { return keep(1) }
    let match = HTMLReference.match(raw.span, at: index)
    guard let match, !match.lacksSemicolon else {
      // A name that HTML does not know may be declared; with its semicolon it is left to the parser.
      if isNamedReference { return keep(1) }
      try note("a '&' that begins no reference is written as '&amp;'")
      return advance(1, writing: "&amp;".utf8)
    }
    let written = String(decoding: raw[index..<(index + match.length)], as: UTF8.self)
    if let name = match.name {
      guard !Self.predefined.contains(name) else { return keep(match.length) }
      let numbers = match.text.unicodeScalars.map { "&#\($0.value);" }.joined()
      try note("'\(written)', which XML does not know, is written as '\(numbers)'")
      return advance(match.length, writing: numbers.utf8)
    }
    let number = match.number ?? 0
    let isLegal =
      number >= 0x20 && Unicode.Scalar(number) != nil && number != 0xFFFE && number != 0xFFFF
      || [0x09, 0x0A, 0x0D].contains(number)
    guard !isLegal else { return keep(match.length) }
    try note("'\(written)', which is no character of XML, is written as U+FFFD")
    advance(match.length, writing: "&#65533;".utf8)
  }

  /// Whether there is a name and a semicolon here.
  private var isNamedReference: Bool {
    let name = raw[(index + 1)...].prefix(Self.lookahead - 2).prefix { byte in
      0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard let first = name.first, !(0x30...0x39 ~= first), name.endIndex < raw.count else { return false }
    return raw[name.endIndex] == UInt8(ascii: ";")
  }
}

extension DiagnosticCode {
  static let feedRepaired: Self = "feed.repaired"
}
