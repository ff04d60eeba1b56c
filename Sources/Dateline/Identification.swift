/// What an input is, how sure that is, and why.
public struct Identification: Sendable {
  /// How it was found out.
  public enum Basis: String, Sendable {
    /// The caller said so.
    case stated
    /// The content says so.
    case content
    /// Only the file name's extension says so.
    case fileExtension = "file extension"
  }

  /// The format to read it with.
  public let format: any ReadableFormat
  /// How it was found out.
  public let basis: Basis
  /// 1...100.
  public let confidence: Int
  /// A phrase.
  public let reason: String
  /// Other formats that it may be, the likeliest first.
  public let others: [(format: FormatID, recognition: Recognition)]
  /// The encoding of its text.
  public let encoding: UnicodeEncoding
}

/// An input that has been opened and identified, ready to be read.
struct OpenedInput: ~Copyable {
  let identification: Identification
  /// The encoding that the bytes had where it is sure; nil where they are as they came.
  let decodedFrom: UnicodeEncoding?
  var bytes: ByteReader

  private static let prefixSize = 64 * 1024

  /// Opens `input` and finds out its format: as `stated`, else by content, else by extension.
  init(
    _ input: Input, stated: FormatID?, registry: FormatRegistry, log: DiagnosticLog
  ) throws(ConversionError) {
    try self.init(try input.open(), of: input, stated: stated, registry: registry, log: log)
  }

  /// Finds out the format of `source`, which is `input` opened.
  init(
    _ source: any ByteSource, of input: Input, stated: FormatID?, registry: FormatRegistry, log: DiagnosticLog
  ) throws(ConversionError) {
    let format = try stated.map { id throws(ConversionError) in try registry.readable(id) }
    let source = TranscodingSource(source, log: log)
    var bytes = ByteReader(source)
    let prefix = try bytes.peek(Self.prefixSize)
    let text = Self.withoutLeadingSpace(prefix)
    let encoding = source.encoding ?? .utf8
    let decodedFrom = source.hasMark || encoding != .utf8 ? encoding : nil
    if let format {
      if let kind = BinaryKind(magic: prefix), BinaryKind.hasControls(prefix) { throw kind.refusal(log) }
      identification = Identification(
        format: format, basis: .stated, confidence: 100, reason: "the caller says so", others: [], encoding: encoding)
      self.decodedFrom = decodedFrom
      self.bytes = bytes
      return
    }
    guard !text.isEmpty else {
      let content = prefix.isEmpty ? "is empty" : "has only white space"
      throw log.fatal(
        .inputEmpty, "the input \(content), so its format can't be told; name it with --from", at: SourcePosition())
    }
    let found = registry.recognise(text)
    let named = input.fileExtension.flatMap { registry.format(forExtension: $0, writing: false) }
    identification = try Self.choose(
      found, named: named, of: input, prefix: prefix, encoding: encoding, registry: registry, log: log)
    self.decodedFrom = decodedFrom
    self.bytes = bytes
  }

  private static func choose(
    _ found: [(format: any ReadableFormat, recognition: Recognition)], named: FormatID?, of input: Input,
    prefix: [UInt8], encoding: UnicodeEncoding, registry: FormatRegistry, log: DiagnosticLog
  ) throws(ConversionError) -> Identification {
    let others = found.map { (format: $0.format.info.id, recognition: $0.recognition) }
    if let best = found.first, best.recognition.confidence >= 50 || named == nil || named == best.format.info.id {
      if let named { try noteName(of: input, says: named, butIs: best.format.info, registry: registry, log: log) }
      return Identification(
        format: best.format, basis: .content, confidence: best.recognition.confidence, reason: best.recognition.reason,
        others: Array(others.dropFirst()), encoding: encoding)
    }
    let syntax = plainSyntax(of: withoutLeadingSpace(prefix))
    if let named, let format = registry[named] as? any ReadableFormat, BinaryKind(prefix) == nil,
      syntax == nil || syntax == format.info.family
    {
      return Identification(
        format: format, basis: .fileExtension, confidence: 30,
        reason: "the file name ends so, and the content does not contradict",
        others: others, encoding: encoding)
    }
    if let kind = BinaryKind(prefix) {
      throw kind.refusal(log)
    }
    throw log.fatal(
      .inputUnknown,
      "the format can't be told from content or name\(likeness(of: withoutLeadingSpace(prefix))); name it with --from ('dateline formats' lists them)",
      at: SourcePosition())
  }

  /// Notes a file name that promises another syntax. Names such as `.txt` promise none.
  private static func noteName(
    of input: Input, says named: FormatID, butIs content: FormatInfo, registry: FormatRegistry, log: DiagnosticLog
  ) throws(ConversionError) {
    guard let family = registry[named]?.info.family, family != .text, family != content.family else { return }
    try log.report(
      .note, .inputNameDiffers,
      "the name promises \(named), and the content is \(content.id); it is read as \(content.id)", at: SourcePosition())
  }

  /// What an input looks like that no format recognises, as part of a sentence.
  private static func likeness(of text: [UInt8]) -> String {
    switch text.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): ": it looks like JSON, but has no records of a form known here"
    case UInt8(ascii: "<"): ": it looks like XML or HTML, but of no form known here"
    case _ where plainSyntax(of: text) == .icalendar: ": it looks like iCalendar, but of no form known here"
    default: ""
    }
  }

  /// The syntax that a text has without doubt, so that a file name such as `.txt` does not count; nil for most texts.
  private static func plainSyntax(of text: [UInt8]) -> FormatFamily? {
    func starts(with word: String) -> Bool {
      String(decoding: text.prefix(word.utf8.count), as: UTF8.self).uppercased() == word
    }
    switch text.first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let next = withoutLeadingSpace(Array(text.dropFirst())).first
      return next.map { "{[\"".utf8.contains($0) } == true ? .json : nil
    case UInt8(ascii: "<"): return starts(with: "<?XML") || starts(with: "<!DOCTYPE") ? .xml : nil
    default: return starts(with: "BEGIN:VCALENDAR") ? .icalendar : nil
    }
  }

  private static func withoutLeadingSpace(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) })
  }
}

/// What input is that is no text.
struct BinaryKind {
  let name: String
  let advice: String

  private static let kinds: [(magic: [UInt8], name: String, advice: String)] = [
    ([0x1F, 0x8B], "compressed with gzip", "unpack it first: gunzip -c FILE | dateline ..."),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz", "unpack it first: xz -dc FILE | dateline ..."),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "unpack it first: zstd -dc FILE | dateline ..."),
    ([0x42, 0x5A, 0x68], "compressed with bzip2", "unpack it first: bzip2 -dc FILE | dateline ..."),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document", "export its text first"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF document", "export its text first: pdftotext FILE - | dateline ..."),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "there is no text in it to read"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture", "there is no text in it to read"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "there is no text in it to read"),
  ]

  /// - Returns: nil for what may be text.
  init?(_ prefix: [UInt8]) {
    if let kind = BinaryKind(magic: prefix) {
      self = kind
    } else if Self.hasControls(prefix) {
      name = "binary (it has control characters)"
      advice = "only text can be converted"
    } else {
      return nil
    }
  }

  /// - Returns: nil for what does not begin as a kind of file that is known.
  init?(magic prefix: [UInt8]) {
    guard let kind = Self.kinds.first(where: { prefix.starts(with: $0.magic) }) else { return nil }
    name = kind.name
    advice = kind.advice
  }

  /// Whether there are characters that no text has.
  static func hasControls(_ prefix: [UInt8]) -> Bool {
    prefix.contains { $0 < 0x09 || (0x0E...0x1A).contains($0) }
  }

  /// What is said of it.
  func refusal(_ log: DiagnosticLog) -> ConversionError {
    log.fatal(.inputBinary, "the input is \(name), not text; \(advice)", at: SourcePosition())
  }
}

extension DiagnosticCode {
  static let inputEmpty: Self = "input.empty"
  static let inputBinary: Self = "input.binary"
  static let inputUnknown: Self = "input.unknown-format"
  static let inputNameDiffers: Self = "input.name-differs"
}
