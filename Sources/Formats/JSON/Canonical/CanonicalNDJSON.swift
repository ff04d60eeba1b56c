public import DatelineCore
import DatelineRecord

/// The canonical line form: a header, then one record a line (`Specs/json.md`).
public struct CanonicalNDJSON: ReadableFormat, WritableFormat {
  public let info = FormatInfo(
    id: "ndjson", family: .json, summary: "canonical JSON lines: a header, then one record a line",
    fileExtensions: ["ndjson", "jsonl"], carries: .everything)

  public init() {}

  public func recognise(_ prefix: Span<UInt8>) -> Recognition? {
    if let confidence = JSONRecognition.canonicalSequence(prefix) {
      return Recognition(confidence, "the first text of the JSON sequence is a canonical record or header")
    }
    return JSONRecognition.canonicalLine(prefix).map {
      Recognition($0, "the first line is a canonical record or header")
    }
  }

  public func makeReader(
    _ input: consuming ByteReader, _ context: ReadContext
  ) throws(ConversionError) -> any RecordReader {
    NDJSONReader(input, context)
  }

  public func makeWriter(
    _ output: consuming ByteWriter, _ context: WriteContext
  ) throws(ConversionError) -> any RecordWriter {
    NDJSONWriter(output)
  }
}

/// Reads canonical JSON lines, and sequences of JSON texts (RFC 8142). Each stands for itself: a bad one is reported and
/// skipped.
final class NDJSONReader: RecordReader {
  private var texts: JSONTexts
  private let context: ReadContext
  private var pending: Record?
  private var line: [UInt8] = []
  private var lineStart = SourcePosition()

  init(_ input: consuming ByteReader, _ context: ReadContext) {
    texts = JSONTexts(input, limit: context.limits.recordSize)
    self.context = context
  }

  func readHeader() throws(ConversionError) -> Header? {
    switch try readLine() {
    case .header(let header): return header
    case .record(let record):
      pending = record
      return nil
    case nil: return nil
    }
  }

  func next() throws(ConversionError) -> Record? {
    if let record = pending {
      pending = nil
      return record
    }
    while let line = try readLine() {
      if case .record(let record) = line { return record }
      try context.log.report(
        .warning, .jsonLateHeader, "a header stands only before the first record; this one is skipped", at: lineStart)
    }
    return nil
  }

  func position(of pointer: String) -> SourcePosition? {
    CanonicalJSON.position(of: pointer, in: line, from: lineStart)
  }

  /// The next text that is a record or a header; nil at the end.
  private func readLine() throws(ConversionError) -> CanonicalJSON.Line? {
    while let next = try texts.next() {
      let name = texts.isSequence ? "text" : "line"
      switch next {
      case .tooLong(let count, let start):
        try context.log.report(
          .error, .jsonRecordTooLarge,
          "the \(name) has \(count) bytes, more than the \(context.limits.recordSize) of --max-record; it is skipped",
          at: start)
      case .text(let bytes, let start):
        line = bytes
        lineStart = start
        do throws(ConversionError) {
          if let line = try CanonicalJSON.read(bytes, at: start, log: context.log, limits: context.limits) {
            return line
          }
        } catch .malformed(let diagnostic) where diagnostic.code != "schema.version-too-new" {
          try context.log.report(
            .error, diagnostic.code, diagnostic.message + "; the \(name) is skipped", at: diagnostic.position)
        }
      }
    }
    return nil
  }
}

/// Writes canonical JSON lines.
final class NDJSONWriter: RecordWriter {
  private var output: ByteWriter

  init(_ output: consuming ByteWriter) { self.output = output }

  func write(_ header: Header) throws(ConversionError) {
    CanonicalJSON.append(header, to: &output.buffer)
    output.write(UInt8(ascii: "\n"))
  }

  func write(_ record: Record) throws(ConversionError) {
    CanonicalJSON.append(record, to: &output.buffer)
    output.write(UInt8(ascii: "\n"))
    try output.flushIfFull()
  }

  func write(_ incident: borrowing Incident) throws(ConversionError) {
    CanonicalJSON.append(incident, to: &output.buffer)
    output.write(UInt8(ascii: "\n"))
    try output.flushIfFull()
  }

  func finish() throws(ConversionError) { try output.flush() }
}

extension DiagnosticCode {
  static let jsonLateHeader: Self = "json.late-header"
  static let jsonRecordTooLarge: Self = "json.record-too-large"
}
