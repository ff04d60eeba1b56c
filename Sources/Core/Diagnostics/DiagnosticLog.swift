/// Counts diagnostics, hands each to whoever listens, and stops the conversion when there are too many errors.
///
/// One log serves one input and stays on its thread, so it is a class and not `Sendable`.
public final class DiagnosticLog {
  /// The input's name, put into every diagnostic.
  public let input: String
  /// Errors reported so far.
  public private(set) var errorCount = 0
  /// Warnings reported so far.
  public private(set) var warningCount = 0

  private let errorLimit: Int
  private let consumer: (Diagnostic) -> Void

  /// Makes a log for one input.
  ///
  /// - Parameters:
  ///   - input: The name that diagnostics show.
  ///   - errorLimit: How many errors to report before the conversion stops.
  ///   - consumer: Takes each diagnostic as it is found. Nothing is kept here, so memory stays constant.
  public init(input: String, errorLimit: Int = 1000, consumer: @escaping (Diagnostic) -> Void = { _ in }) {
    self.input = input
    self.errorLimit = errorLimit
    self.consumer = consumer
  }

  /// Reports something that the conversion survives.
  ///
  /// - Throws: ``ConversionError/tooManyErrors(limit:)`` once errors exceed the limit.
  public func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, at position: SourcePosition?
  ) throws(ConversionError) {
    consumer(Diagnostic(severity, code, message, input: input, at: position))
    switch severity {
    case .note: break
    case .warning: warningCount += 1
    case .error:
      errorCount += 1
      if errorCount > errorLimit { throw .tooManyErrors(limit: errorLimit) }
    }
  }

  /// The error for something that the conversion does not survive. Throw what it returns; whoever catches it shows it.
  public func fatal(_ code: DiagnosticCode, _ message: String, at position: SourcePosition?) -> ConversionError {
    errorCount += 1
    return .malformed(Diagnostic(.error, code, message, input: input, at: position))
  }
}
