internal import DatelineReading

/// A conversion from any number of inputs to one output: everything that `dateline convert` does, for programs.
///
/// ```swift
/// var conversion = Conversion(to: "ics")
/// conversion.diagnose = { print($0) }
/// let outcome = try conversion.run([Input(path: "article.txt")], toFile: "timeline.ics")
/// ```
public struct Conversion {
  /// The formats to choose from.
  public var registry = FormatRegistry.standard
  /// The format of the inputs; nil to find out for each.
  public var inputFormat: FormatID?
  /// The format of the output.
  public var outputFormat: FormatID
  /// Settings of whichever format knows them, an input's or the output's.
  public var formatOptions: [(name: String, value: String)] = []
  /// Settings of the input's format.
  public var inputOptions: [(name: String, value: String)] = []
  /// Settings of the output's format.
  public var outputOptions: [(name: String, value: String)] = []
  /// Whether the texts of reports are read for incidents, whatever form they come in.
  public var extractsIncidents = false
  /// How much of an input may be held.
  public var limits = Limits()
  /// Whether the first loss ends the conversion.
  public var refusesLoss = false
  /// How many errors an input may have before the conversion ends.
  public var errorLimit = 1000
  /// Takes each diagnostic as it is found.
  public var diagnose: (Diagnostic) -> Void = { _ in }
  /// Takes each loss as it is found.
  public var noteLoss: (LossReport.Loss) -> Void = { _ in }
  /// Told after each record how many have been written.
  public var progress: ((Int) -> Void)?

  /// Prepares a conversion to `format`.
  public init(to format: FormatID) { outputFormat = format }

  /// What a conversion did.
  public struct Outcome: Sendable {
    /// Records written, by their type.
    public var recordCounts: [RecordType: Int]
    /// Errors and warnings that were reported.
    public var errorCount: Int
    /// Warnings that were reported.
    public var warningCount: Int
    /// What the output could not carry.
    public var losses: [LossReport.Entry]
  }

  /// Converts to a file, which appears whole or not at all.
  ///
  /// - Throws: ``ConversionError``; the file is then as it was.
  public func run(_ inputs: [Input], toFile path: String) throws(ConversionError) -> Outcome {
    // The output is made first, so that a folder that is not there costs no reading.
    let sink = try FileSink(path: path)
    let outcome = try run(inputs, to: sink, named: path)
    try sink.commit()
    return outcome
  }

  /// Converts to `sink`, record by record. Memory stays constant.
  ///
  /// - Parameter name: What messages about the output call it.
  /// - Throws: ``ConversionError``. Where an input is at fault the sink has every record before, in a document that ends as
  ///   it should; nothing where there was none.
  public func run(
    _ inputs: [Input], to sink: any ByteSink, named name: String = "<output>"
  ) throws(ConversionError) -> Outcome {
    let format = try registry.writable(outputFormat)
    try checkFormatOptions(writing: format.info)
    let losses = LossReport(refusingLoss: refusesLoss, consumer: noteLoss)
    let outputLog = DiagnosticLog(input: name, errorLimit: errorLimit, consumer: diagnose)
    let context = WriteContext(
      losses: losses, log: outputLog,
      options: try FormatOptions(formatOptions.filter { format.info.has($0.name) } + outputOptions, for: format.info))
    let writer = try format.makeWriter(ByteWriter(sink), context)
    let converter = Converter(to: writer, carrying: format.carries(with: context.options), losses: losses)
    converter.progress = progress
    var outcome = Outcome(recordCounts: [:], errorCount: 0, warningCount: 0, losses: [])
    var unused = Set((formatOptions + inputOptions).map(\.name).filter { !format.info.has($0) })
    do throws(ConversionError) {
      for input in inputs {
        let log = DiagnosticLog(input: input.name, errorLimit: errorLimit, consumer: diagnose)
        let (identification, reader) = try open(input, log: log)
        unused = unused.filter { !identification.format.info.has($0) }
        try converter.add(extracting(from: reader, in: identification.format.info.id), log: log)
        outcome.errorCount += log.errorCount
        outcome.warningCount += log.warningCount
      }
    } catch {
      // What was read before is whole; the first failure is the one to tell.
      if error.isOfInput, converter.hasBegun { try? converter.finish() }
      throw error
    }
    try converter.finish()
    for name in unused.sorted() {
      let owners = registry.formats.map(\.info).filter { $0.has(name) }.map { "'\($0.id)'" }
      try outputLog.report(
        .warning, .optionUnused,
        "the option \(quoted(name)) is one of \(owners.joined(separator: ", ")), as which nothing was read or written, so it had no effect",
        at: nil)
    }
    outcome.errorCount += outputLog.errorCount
    outcome.warningCount += outputLog.warningCount
    outcome.recordCounts = converter.recordCounts
    outcome.losses = losses.entries
    return outcome
  }

  /// Opens one input for reading record by record.
  public func open(
    _ input: Input, log: DiagnosticLog
  ) throws(ConversionError) -> (identification: Identification, reader: any RecordReader) {
    try open(try input.open(), of: input, log: log)
  }

  /// Opens `source`, which is `input` opened, for reading record by record.
  func open(
    _ source: any ByteSource, of input: Input, log: DiagnosticLog
  ) throws(ConversionError) -> (identification: Identification, reader: any RecordReader) {
    let opened = try OpenedInput(source, of: input, stated: inputFormat, registry: registry, log: log)
    let identification = opened.identification
    let format = identification.format
    // With several inputs of different formats an option counts for those that have it.
    let settings =
      formatOptions.filter { format.info.has($0.name) }
      + inputOptions.filter { inputFormat != nil || format.info.has($0.name) }
    let context = ReadContext(
      log: log, options: try FormatOptions(settings, for: format.info), limits: limits,
      encoding: opened.decodedFrom)
    return (identification, try format.makeReader(opened.takeBytes(), context))
  }
}

extension Conversion {
  /// The reader, with the stage behind it that reads reports for incidents, if that was asked for.
  private func extracting(from reader: any RecordReader, in format: FormatID) -> any RecordReader {
    // Articles are read so already.
    guard extractsIncidents, format != "article" else { return reader }
    let date = inputOptions.last { $0.name == "reference-date" }.flatMap { EDTF($0.value) }
    return ExtractingReader(reader, ArticleReading(referenceDate: date))
  }

  /// Refuses a setting that neither the output nor any input can know.
  private func checkFormatOptions(writing output: FormatInfo) throws(ConversionError) {
    let inputs = registry.formats.filter { format in
      format is any ReadableFormat && (inputFormat == nil || inputFormat == format.info.id)
    }
    for (name, _) in formatOptions where !output.has(name) && !inputs.contains(where: { $0.info.has(name) }) {
      let owners = registry.formats.map(\.info).filter { $0.has(name) }.map { "'\($0.id)'" }
      throw .unsupported(
        owners.isEmpty
          ? "no format has an option \(quoted(name)); see 'dateline formats'"
          : "option '\(name)' is one of \(owners.joined(separator: ", ")), which nothing here is read or written as")
    }
  }
}

extension DiagnosticCode {
  static let optionUnused: Self = "convert.option-unused"
}

extension FormatInfo {
  /// Whether the format has an option of this name.
  fileprivate func has(_ name: String) -> Bool { options.contains { $0.name == name } }
}

extension ConversionError {
  /// Whether an input is at fault, and not the call or the output.
  fileprivate var isOfInput: Bool {
    switch self {
    case .malformed, .tooManyErrors, .system(.open, _, _), .system(.read, _, _): true
    case .system, .lossRefused, .unsupported: false
    }
  }
}

extension OpenedInput {
  fileprivate consuming func takeBytes() -> ByteReader { bytes }
}
