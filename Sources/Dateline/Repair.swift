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
    guard Self.isUTF8(bytes, outcome.findings) else {
      throw .unsupported("'\(input.name)' is not in UTF-8; only such documents are repaired")
    }
    var findings = outcome.findings
    // A value that is mended in one way may show that it needs another.
    for _ in 0..<Self.roundLimit {
      let count = Self.apply(findings, to: &bytes)
      guard count > 0 else { break }
      outcome.mended += count
      findings = try own.check(Input(bytes, name: input.name))
    }
    let sink = try FileSink(path: path)
    try sink.write(bytes.span)
    try sink.commit()
    return outcome
  }

  private static let roundLimit = 4

  /// Whether the offsets of fixes, which are those of the UTF-8 form, are those of the document. Bytes can be right UTF-8
  /// and be meant as another encoding: ASCII in UTF-16, and two letters of Windows-1252.
  private static func isUTF8(_ bytes: [UInt8], _ findings: FileFindings) -> Bool {
    guard bytes.span.firstInvalidUTF8() == nil, !bytes.contains(0) else { return false }
    return ["", "UTF-8"].contains(findings.encoding) || bytes.allSatisfy { $0 < 0x80 }
  }

  /// Makes the changes of `findings`; of two that overlap the first.
  ///
  /// - Returns: How many.
  private static func apply(_ findings: FileFindings, to bytes: inout [UInt8]) -> Int {
    let fixes = Set(findings.findings.compactMap(\.fix)).sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.replacement) < (
        $1.range.lowerBound, $1.range.upperBound, $1.replacement
      )
    }
    var chosen: [FindingFix] = []
    for fix in fixes where fix.range.lowerBound >= (chosen.last?.range.upperBound ?? 0) { chosen.append(fix) }
    // Places count from behind a byte order mark.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for fix in chosen.reversed() {
      bytes.replaceSubrange(
        (fix.range.lowerBound + mark)..<(fix.range.upperBound + mark), with: fix.replacement.utf8)
    }
    return chosen.count
  }
}
