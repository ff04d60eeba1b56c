package import DatelineCore

/// All that a reader gives for an input.
package struct ReadResult: Equatable {
  /// The header, if there is one.
  package var header: Header?
  /// The records, in order.
  package var records: [Record] = []
  /// What was reported, in order.
  package var diagnostics: [Diagnostic] = []
  /// What ended the reading before its time.
  package var failure: ConversionError?

  /// A result with that header and nothing else.
  package init(header: Header? = nil) { self.header = header }

  /// The diagnostics as lines, and the failure's as the last.
  package var lines: [String] {
    var lines = diagnostics.map(\.description)
    switch failure {
    case .malformed(let diagnostic): lines.append(diagnostic.description)
    case let failure?: lines.append("\(failure)")
    case nil: break
    }
    return lines
  }

  /// How many errors were reported, with the one that was thrown.
  package var errorCount: Int { diagnostics.count { $0.severity == .error } + (failure == nil ? 0 : 1) }
}

extension ReadableFormat {
  /// Reads all of `bytes`, in pieces of `chunkSize`.
  package func read(
    _ bytes: [UInt8], chunkSize: Int = .max, limits: Limits = Limits(), errorLimit: Int = 1000
  ) -> ReadResult {
    var result = ReadResult()
    var diagnostics: [Diagnostic] = []
    let log = DiagnosticLog(input: "input", errorLimit: errorLimit) { diagnostics.append($0) }
    do throws(ConversionError) {
      let reader = try makeReader(
        ByteReader(MemorySource(bytes, chunkSize: chunkSize)), ReadContext(log: log, limits: limits))
      result.header = try reader.readHeader()
      while let record = try reader.next() { result.records.append(record) }
    } catch {
      result.failure = error
    }
    result.diagnostics = diagnostics
    return result
  }
}

extension WritableFormat {
  /// A document with the header and the records.
  package func write(_ header: Header, _ records: [Record]) throws(ConversionError) -> [UInt8] {
    let sink = MemorySink()
    let writer = try makeWriter(ByteWriter(sink), WriteContext(losses: LossReport()))
    try writer.write(header)
    for record in records { try writer.write(record) }
    try writer.finish()
    return sink.bytes
  }
}

/// What a conversion gives.
package struct ConversionResult {
  /// The output.
  package var bytes: [UInt8] = []
  /// What the reader and the rules reported, in order.
  package var diagnostics: [Diagnostic] = []
  /// What was lost.
  package var losses: [LossReport.Entry] = []
}

/// Converts `input` from one format to another, rules and losses included.
package func convert(
  _ input: [UInt8], from source: any ReadableFormat, to target: any WritableFormat
) throws(ConversionError) -> ConversionResult {
  var diagnostics: [Diagnostic] = []
  let log = DiagnosticLog(input: "input") { diagnostics.append($0) }
  let losses = LossReport()
  let sink = MemorySink()
  let writer = try target.makeWriter(ByteWriter(sink), WriteContext(losses: losses))
  let converter = Converter(to: writer, carrying: target.info.carries, losses: losses)
  try converter.add(try source.makeReader(ByteReader(MemorySource(input)), ReadContext(log: log)), log: log)
  try converter.finish()
  return ConversionResult(bytes: sink.bytes, diagnostics: diagnostics, losses: losses.entries)
}
