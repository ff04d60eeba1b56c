internal import DatelineValidation

extension Validation {
  /// What a repair did.
  public struct RepairOutcome: Sendable {
    /// How many findings were mended.
    public var mended = 0
    /// The findings before it.
    public var findings: FileFindings
  }

  /// Writes a copy of `input` in which every finding with a fix is mended. Nothing else of it changes.
  ///
  /// - Parameter path: The file to write, which appears whole or not at all.
  /// - Throws: ``ConversionError/unsupported(_:)`` for a document that is not in UTF-8.
  public func repair(_ input: Input, toFile path: String) throws(ConversionError) -> RepairOutcome {
    var own = self
    own.options.findingLimit = .max
    own.options.repeatLimit = .max
    let source = try input.open()
    var bytes: [UInt8] = []
    while try bytes.append(from: source, atMost: 1 << 20) {}
    var outcome = RepairOutcome(findings: try own.check(Input(bytes, name: input.name)))
    guard bytes.span.firstInvalidUTF8() == nil else {
      throw .unsupported("'\(input.name)' is not in UTF-8; only such documents are repaired")
    }
    // Places count from behind a byte order mark.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = bytes.count
    let fixes = Set(outcome.findings.findings.compactMap(\.fix)).sorted { $0.range.lowerBound > $1.range.lowerBound }
    for fix in fixes {
      let range = (fix.range.lowerBound + mark)..<(fix.range.upperBound + mark)
      // Of two fixes of one place, one is enough.
      guard range.upperBound <= end else { continue }
      bytes.replaceSubrange(range, with: fix.replacement.utf8)
      end = range.lowerBound
      outcome.mended += 1
    }
    let sink = try FileSink(path: path)
    try sink.write(bytes.span)
    try sink.commit()
    return outcome
  }
}
