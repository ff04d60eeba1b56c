@_exported public import DatelineValidation
internal import DatelineXML

/// Checks documents against the rules of their formats: everything that `dateline validate` does, for programs.
///
/// ```swift
/// var validation = Validation()
/// validation.options.findingLimit = 100
/// for finding in try validation.check(Input(path: "feed.xml")).findings { print(finding.message) }
/// ```
public struct Validation {
  /// What is checked, and how much is told.
  public var options = ValidationOptions()
  /// The format of the inputs; nil to find out for each. `feed` is any feed.
  public var inputFormat: FormatID?
  /// Settings of the input's format.
  public var inputOptions: [(name: String, value: String)] = []

  /// Checks feeds and every format of the library.
  public init() {}

  /// Checks one input: a feed by the rules of ``RuleCatalogue``, anything else by reading it and checking its records.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)`` where the input can't be read, ``ConversionError/unsupported(_:)``
  ///   for a format that there is not. Whatever is wrong with the document itself is a finding.
  public func check(_ input: Input) throws(ConversionError) -> FileFindings {
    let log = FindingLog(file: input.name, options: options)
    let source = try input.open()
    var head: [UInt8] = []
    while head.count < Self.headLength, try head.append(from: source, atMost: Self.headLength) {}
    if inputFormat == "feed" || (inputFormat == nil && Self.looksLikeFeed(head)) {
      try FeedValidator.check(source, unread: head, log: log)
    } else {
      try checkRecords(PrefixedSource(head, source), named: input, log)
    }
    return log.finish()
  }

  private static let headLength = 4096

  /// Whether a document is XML, and not canonical XML of this library.
  private static func looksLikeFeed(_ head: [UInt8]) -> Bool {
    // Text in UTF-16 has a zero beside each letter.
    let letters = head.prefix(2048).filter { $0 != 0 }
    let text = String(decoding: letters, as: UTF8.self)
    guard let first = text.unicodeScalars.first(where: { $0.value > 0x20 && $0.value < 0x80 }) else { return false }
    guard first == "<" else { return false }
    return !text.contains("urn:dateline:1\"") || text.contains("<rss") || text.contains("<feed")
  }

  /// Reads the records of a format and checks them.
  private func checkRecords(_ source: any ByteSource, named input: Input, _ log: FindingLog) throws(ConversionError) {
    let diagnostics = DiagnosticLog(input: input.name, errorLimit: .max) { log.add($0) }
    var conversion = Conversion(to: "ndjson")
    conversion.inputFormat = inputFormat
    conversion.inputOptions = inputOptions
    do throws(ConversionError) {
      let (identification, reader) = try conversion.open(source, of: input, log: diagnostics)
      log.setKind(identification.format.info.id.rawValue)
      let converter = Converter(to: RecordCheck(diagnostics, reader), carrying: .everything)
      try converter.add(reader, log: diagnostics)
    } catch .malformed(let diagnostic) {
      log.add(diagnostic)
    }
  }
}

/// Bytes that were taken from a source, and then the rest of it.
private final class PrefixedSource: ByteSource {
  private var prefix: ArraySlice<UInt8>
  private let rest: any ByteSource

  init(_ prefix: [UInt8], _ rest: any ByteSource) {
    self.prefix = prefix[...]
    self.rest = rest
  }

  func read(into buffer: inout OutputSpan<UInt8>) throws(ConversionError) {
    guard !prefix.isEmpty else { return try rest.read(into: &buffer) }
    while buffer.freeCapacity > 0, let byte = prefix.popFirst() { buffer.append(byte) }
  }
}

/// Takes records instead of a file, and tells of ids that come twice.
private final class RecordCheck: RecordWriter {
  private let log: DiagnosticLog
  private let reader: any RecordReader
  private var seen: Set<Int> = []
  private var hasNotedBound = false
  private static let mostIDs = 250_000

  init(_ log: DiagnosticLog, _ reader: any RecordReader) {
    self.log = log
    self.reader = reader
  }

  func write(_ header: Header) throws(ConversionError) {}

  func write(_ record: Record) throws(ConversionError) {
    // Two ids share a hash of 64 bits hardly ever.
    guard seen.count < Self.mostIDs else { return try noteBound() }
    guard !seen.insert(record.id.hashValue).inserted else { return }
    try log.report(
      .warning, .duplicateID,
      "the id \(quoted(record.id.description)) is that of an earlier record too; give each its own",
      at: reader.position(of: "/id"))
  }

  func finish() throws(ConversionError) {}

  /// Memory is bounded, and nobody is to think that what was not looked at is right.
  private func noteBound() throws(ConversionError) {
    guard !hasNotedBound else { return }
    hasNotedBound = true
    try log.report(
      .note, .manyIDs,
      "from here on records are not looked at for ids that come twice; there are \(Self.mostIDs) before",
      at: reader.position(of: "/id"))
  }
}

extension DiagnosticCode {
  static let duplicateID: Self = "model.duplicate-id"
  static let manyIDs: Self = "model.many-ids"
}
