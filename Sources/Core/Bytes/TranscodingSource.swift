/// Gives the bytes of another source as UTF-8, whichever Unicode encoding they are in.
///
/// The encoding is told by the byte order mark, which is dropped; without one, UTF-16 and UTF-32 are told by the zeros in
/// the first character, as an ASCII character begins every format here. Further marks before the first character that is
/// no white space, as joined files and careless programs have them, are dropped with a warning. Anything else passes
/// through as it is: what is not UTF-8 is for the reader to find, at its place. What is no character of UTF-16 or UTF-32 is
/// reported here.
public final class TranscodingSource: ByteSource {
  private let source: any ByteSource
  private var raw: [UInt8] = []
  private var decoded: [UInt8] = []
  private var decodedStart = 0
  private var hasEnded = false
  /// The encoding that was found; nil before the first read.
  public private(set) var encoding: UnicodeEncoding?
  /// Whether the encoding was told by a byte order mark.
  public private(set) var hasMark = false
  private let log: DiagnosticLog
  /// Behind what has been decoded.
  private var position = SourcePosition()
  /// Whether there has been nothing but white space.
  private var isBlank = true
  /// How much white space is searched for marks.
  private static let blankLimit = 64 * 1024

  /// Decodes what `source` gives.
  ///
  /// - Parameter log: Takes where code units are no character.
  public init(_ source: any ByteSource, log: DiagnosticLog) {
    self.source = source
    self.log = log
  }

  /// Appends UTF-8.
  public func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError) {
    if encoding == nil { try detect() }
    while true {
      let count = min(buffer.freeCapacity, decoded.count - decodedStart)
      for index in decodedStart..<(decodedStart + count) { buffer.append(decoded[index]) }
      decodedStart += count
      if count > 0 || hasEnded { return }
      decoded.removeAll(keepingCapacity: true)
      decodedStart = 0
      if encoding == .utf8 {
        // Nothing is left to decode: the source fills the buffer itself.
        return try source.read(into: &buffer)
      }
      try fill()
      try decode()
    }
  }

  private func detect() throws(ConversionError) {
    while raw.count < 4, !hasEnded { try fill() }
    let (encoding, mark) = UnicodeEncoding.detect(raw)
    self.encoding = encoding
    hasMark = mark > 0
    raw.removeFirst(mark)
    guard encoding == .utf8 else { return try decode() }
    while try dropMark() || (isBlank && raw.count < Self.blankLimit && !hasEnded) { try fill() }
    decoded = raw
    raw = []
    hasEnded = false
  }

  /// Drops a UTF-8 byte order mark that stands behind white space, or alone.
  ///
  /// - Returns: Whether there was one.
  private func dropMark() throws(ConversionError) -> Bool {
    let start = raw.firstIndex { !Self.isSpace(UInt32($0)) } ?? raw.count
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    isBlank = mark.starts(with: raw[start...].prefix(3))
    guard raw[start...].starts(with: mark) else { return false }
    position = SourcePosition().advanced(over: raw.span, upTo: start)
    try reportMark()
    raw.removeSubrange(start..<(start + 3))
    return true
  }

  private func reportMark() throws(ConversionError) {
    try log.report(
      .warning, .inputMisplacedMark,
      "a byte order mark stands here, and only the first character of a file can be one; it is skipped", at: position)
  }

  private static func isSpace(_ value: UInt32) -> Bool { value == 0x20 || 0x09...0x0D ~= value }

  private func fill() throws(ConversionError) {
    hasEnded = !(try raw.append(from: source, atMost: 64 * 1024))
  }

  /// Moves whole characters from `raw` to `decoded`.
  private func decode() throws(ConversionError) {
    guard let encoding, encoding != .utf8 else { return }
    let width = encoding.unitWidth
    var index = 0
    while index + width <= raw.count {
      let unit = encoding.unit(of: raw, at: index)
      var value = unit
      var taken = width
      if width == 2, 0xD800...0xDBFF ~= unit {
        guard index + 4 <= raw.count || hasEnded else { break }
        let low = index + 4 <= raw.count ? encoding.unit(of: raw, at: index + 2) : 0
        if 0xDC00...0xDFFF ~= low {
          value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
          taken = 4
        }
      }
      try append(value, of: encoding)
      index += taken
    }
    raw.removeFirst(index)
    if hasEnded, !raw.isEmpty {
      try log.report(
        .error, .inputHalfCharacter,
        "the input ends within a character of \(encoding.rawValue), so it may be cut off; what is there of it is skipped",
        at: position)
      raw = []
    }
  }

  private func append(_ value: UInt32, of encoding: UnicodeEncoding) throws(ConversionError) {
    if isBlank {
      guard value != 0xFEFF else { return try reportMark() }
      isBlank = Self.isSpace(value)
    }
    var scalar: Unicode.Scalar = "\u{FFFD}"
    if let value = Unicode.Scalar(value) {
      scalar = value
    } else {
      let digits = String(value, radix: 16, uppercase: true)
      try log.report(
        .error, .inputHalfCharacter,
        "the \(encoding.rawValue) code \(digits) here is no character; it becomes U+FFFD", at: position)
    }
    // Every scalar has a form in UTF-8.
    let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    decoded.append(contentsOf: bytes)
    position.offset += bytes.count
    position.column += bytes.count
    guard scalar == "\n" else { return }
    position.line += 1
    position.column = 1
  }
}

extension DiagnosticCode {
  static let inputHalfCharacter: Self = "input.half-character"
  static let inputMisplacedMark: Self = "input.misplaced-mark"
}

/// An encoding of Unicode, by its byte order.
public enum UnicodeEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"

  /// Bytes in a code unit.
  var unitWidth: Int {
    switch self {
    case .utf8: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    }
  }

  func unit(of bytes: [UInt8], at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for offset in 0..<unitWidth {
      let isLittle = self == .utf16LittleEndian || self == .utf32LittleEndian
      value = value << 8 | UInt32(bytes[index + (isLittle ? unitWidth - 1 - offset : offset)])
    }
    return value
  }

  /// The encoding of a document that starts with `bytes`, and the length of its byte order mark.
  package static func detect(_ bytes: [UInt8]) -> (UnicodeEncoding, markLength: Int) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard bytes.count >= 4 else { return (.utf8, 0) }
    func isASCII(_ index: Int) -> Bool { 0x09...0x7E ~= bytes[index] }
    switch (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) {
    case (false, true, true, true) where isASCII(0): return (.utf32LittleEndian, 0)
    case (true, true, true, false) where isASCII(3): return (.utf32BigEndian, 0)
    case (false, true, _, true) where isASCII(0): return (.utf16LittleEndian, 0)
    case (true, false, true, _) where isASCII(1): return (.utf16BigEndian, 0)
    default: return (.utf8, 0)
    }
  }
}
