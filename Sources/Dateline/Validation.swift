@_exported public import DatelineValidation
internal import DatelineJSON
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
  /// The path of an XML Schema 1.0 or of a schema of RELAX NG; with it the inputs are XML of any kind, and held against it
  /// alone.
  public var schema: String?
  /// Settings of the input's format.
  public var inputOptions: [(name: String, value: String)] = []

  /// Checks feeds and every format of the library.
  public init() {}

  /// Checks one input: a feed by the rules of ``RuleCatalogue``, anything else by reading it and checking its records.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)`` where the input can't be read, ``ConversionError/unsupported(_:)``
  ///   for a format that there is not. Whatever is wrong with the document itself is a finding.
  ///   Where a ``schema`` cannot be used, the findings are about that.
  public func check(_ input: Input) throws(ConversionError) -> FileFindings {
    guard let schema else { return try check(input, nil) }
    var last = FileFindings(file: input.name)
    try check([input], against: schema) { last = $0 }
    return last
  }

  /// Checks several inputs, and their ids against each other.
  ///
  /// - Parameter consumer: Takes the findings about each input, as soon as it has been read; where a ``schema`` cannot be
  ///   used, those about its files alone.
  public func check(
    _ inputs: [Input], _ consumer: (FileFindings) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    if let schema { return try check(inputs, against: schema, consumer) }
    let registry = inputs.count > 1 ? ItemRegistry() : nil
    for input in inputs { try consumer(try check(input, registry)) }
  }

  private func check(_ input: Input, _ registry: ItemRegistry?) throws(ConversionError) -> FileFindings {
    let log = FindingLog(file: input.name, options: options, registry: registry)
    let source = try input.open()
    var head: [UInt8] = []
    while head.count < Self.headLength, try head.append(from: source, atMost: Self.headLength) {}
    switch rules(for: head) {
    case .feed: try checkFeed(source, head, log)
    case .jsonFeed: try JSONFeedValidator.check(source, unread: head, log: log)
    case .records: try checkRecords(PrefixedSource(head, source), named: input, log)
    }
    return log.finish()
  }

  private func checkFeed(
    _ source: any ByteSource, _ head: [UInt8], _ log: FindingLog
  ) throws(ConversionError) {
    let stated: FeedValidator.Kind? =
      switch inputFormat {
      case "rss": .rss
      case "atom": .atom
      default: nil
      }
    let encoding = UnicodeEncoding.detect(head).0
    guard encoding == .utf32LittleEndian || encoding == .utf32BigEndian else {
      return try FeedValidator.check(source, unread: head, stated: stated, log: log)
    }
    // XML parsers need not know UTF-32, and ours does not.
    let diagnostics = DiagnosticLog(input: log.result.file, errorLimit: .max) { log.add($0) }
    let decoded = TranscodingSource(PrefixedSource(head, source), log: diagnostics)
    try FeedValidator.check(decoded, decodedFrom: encoding, stated: stated, log: log)
  }

  private func check(
    _ inputs: [Input], against path: String, _ consumer: (FileFindings) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let schema = try DocumentSchema(path: path)
    for findings in schema.problems(options) { try consumer(findings) }
    // Rules that are turned off make no schema of what is none.
    guard schema.isUsable || schema.problems(options).contains(where: { $0.worst != nil }) else {
      throw .unsupported("'\(path)' is no schema that can be used")
    }
    guard schema.isUsable else { return }
    for input in inputs {
      let log = FindingLog(file: input.name, options: options)
      try schema.check(try input.open(), log: log)
      try consumer(log.finish())
    }
  }

  private static let headLength = 4096

  /// By which rules a document is checked.
  private enum Rules { case feed, jsonFeed, records }

  private func rules(for head: [UInt8]) -> Rules {
    // Text in UTF-16 has a zero beside each letter.
    let letters = head.filter { $0 != 0 }
    let text = String(decoding: letters, as: UTF8.self)
    let first = text.unicodeScalars.first { $0.value > 0x20 && $0.value < 0x80 }
    switch inputFormat {
    case "feed": return first == "{" || first == "[" ? .jsonFeed : .feed
    case "rss", "atom": return .feed
    case "jsonfeed": return .jsonFeed
    case _?: return .records
    case nil: break
    }
    if first == "{", JSONFeedValidator.recognises(text) { return .jsonFeed }
    guard first == "<", !Self.isRecordForm(text) else { return .records }
    return .feed
  }

  /// Whether XML is of a form with records that is no feed: the canonical one, or another that a reader knows.
  private static func isRecordForm(_ head: String) -> Bool {
    if head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:RDF") { return false }
    guard let best = FormatRegistry.standard.recognise(Array(head.utf8)).first else { return false }
    let info = best.format.info
    return info.family == .xml && info.id != "rss" && info.id != "atom" && best.recognition.confidence >= 50
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
      let converter = Converter(to: RecordCheck(reader, diagnostics, log), carrying: .everything)
      try converter.add(reader, log: diagnostics)
      // Only then is it known which records there are.
      try converter.finish()
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
