/// A named way to write records down. Conform to ``ReadableFormat``, ``WritableFormat`` or both.
public protocol Format: Sendable {
  /// What the format is called and what it can carry.
  var info: FormatInfo { get }

  /// How surely a document that starts with `prefix` is in this format, and why.
  ///
  /// - Parameter prefix: Up to 64 KiB of the document as UTF-8, without byte order mark and leading white space.
  func recognise(_ prefix: Span<UInt8>) -> Recognition?
}

extension Format {
  /// Nothing is recognised.
  public func recognise(_ prefix: Span<UInt8>) -> Recognition? { nil }
}

/// How surely a document is in a format.
public struct Recognition: Hashable, Sendable {
  /// 1...100. From 50 on a reader may rely on it.
  public var confidence: Int
  /// What in the document says so, as a phrase: `the first line is a canonical header`.
  public var reason: String

  /// Stores its parts.
  public init(_ confidence: Int, _ reason: String) {
    self.confidence = confidence
    self.reason = reason
  }
}

/// A format that the library can read.
public protocol ReadableFormat: Format {
  /// Makes a reader that takes over `input`.
  func makeReader(_ input: consuming ByteReader, _ context: ReadContext) throws(ConversionError) -> any RecordReader
}

/// A format that the library can write.
public protocol WritableFormat: Format {
  /// Makes a writer that takes over `output`.
  func makeWriter(_ output: consuming ByteWriter, _ context: WriteContext) throws(ConversionError) -> any RecordWriter

  /// The fields that a writer with these options keeps exactly: ``FormatInfo/carries``, but for formats that can be told
  /// to leave something out.
  func carries(with options: FormatOptions) -> FieldSet
}

extension WritableFormat {
  /// ``FormatInfo/carries``.
  public func carries(with options: FormatOptions) -> FieldSet { info.carries }
}

/// The name of a format on the command line: lower case, and the name that its users know (`rss`, not `xml-rss`).
public struct FormatID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  public let rawValue: String
  /// Names a format.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Names a format.
  public init(stringLiteral value: String) { rawValue = value }
  /// The name.
  public var description: String { rawValue }
}

/// A syntax that formats share: one module and one folder below `Sources/Formats` for each.
public enum FormatFamily: String, Sendable, CaseIterable {
  case text, json, csv, xml, icalendar
}

/// What a format is called and what it can carry.
public struct FormatInfo: Sendable {
  /// The name on the command line.
  public var id: FormatID
  /// The syntax it is written in.
  public var family: FormatFamily
  /// One line for `dateline formats`.
  public var summary: String
  /// File name extensions without the dot, the usual one first.
  public var fileExtensions: [String]
  /// The fields that a writer keeps exactly; all of them for a canonical format.
  ///
  /// The converter reports every filled field outside this set as lost, so a dialect declares its losses once, here, and
  /// can't forget one. The conformance tests hold each format to its word.
  public var carries: FieldSet
  /// What can be set when reading or writing.
  public var options: [FormatOption]

  /// Stores its parts.
  public init(
    id: FormatID, family: FormatFamily, summary: String, fileExtensions: [String], carries: FieldSet,
    options: [FormatOption] = []
  ) {
    self.id = id
    self.family = family
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.carries = carries
    self.options = options
  }

  /// Whether any record survives the format unchanged.
  public var isLossless: Bool { carries.isEverything }
}

/// What a reader gets besides its input.
public struct ReadContext {
  /// Takes what the reader finds.
  public let log: DiagnosticLog
  /// The format's own settings.
  public let options: FormatOptions
  /// How much of an input may be held.
  public let limits: Limits
  /// The encoding that the input was found to be in before it was made UTF-8, by a byte order mark, which is gone, or by
  /// zeros; nil where nothing was found and the bytes are as they came. A document that names its encoding has to agree.
  public let encoding: UnicodeEncoding?

  /// Stores its parts.
  public init(
    log: DiagnosticLog, options: FormatOptions = FormatOptions(), limits: Limits = Limits(),
    encoding: UnicodeEncoding? = nil
  ) {
    self.log = log
    self.options = options
    self.limits = limits
    self.encoding = encoding
  }
}

/// What a writer gets besides its output.
public struct WriteContext {
  /// Takes what the writer can't carry.
  public let losses: LossReport
  /// Takes what the writer has to tell besides: where something went that nobody would look for it. Its input's name is
  /// the output's.
  public let log: DiagnosticLog
  /// The format's own settings.
  public let options: FormatOptions

  /// Stores its parts.
  public init(
    losses: LossReport, log: DiagnosticLog = DiagnosticLog(input: "<output>"), options: FormatOptions = FormatOptions()
  ) {
    self.losses = losses
    self.log = log
    self.options = options
  }
}

/// How much of an input may be held in memory at once.
public struct Limits: Hashable, Sendable {
  /// The most bytes of one record. A larger one is refused.
  public var recordSize: Int
  /// How deep values may nest.
  public var depth: Int

  /// - Parameters:
  ///   - recordSize: 16 MiB unless told otherwise.
  ///   - depth: 256 unless told otherwise.
  public init(recordSize: Int = 16 << 20, depth: Int = 256) {
    self.recordSize = recordSize
    self.depth = depth
  }
}
