package import DatelineCore

/// Reads records and headers that foreign documents carry as canonical JSON.
package enum CarriedJSON {
  /// Why what is carried can't be used, as the end of a sentence.
  package struct Fault: Error {
    /// Such as `its base64 is damaged`.
    package var reason: String

    /// Stores its part.
    package init(reason: String) { self.reason = reason }
  }

  /// Reads one record or header.
  ///
  /// - Parameter position: Where it is carried. Places inside of it would help nobody, so all findings are told of here.
  /// - Throws: ``ConversionError`` where the schema is of a later version, which nobody should guess at.
  package static func read(
    _ bytes: [UInt8], at position: SourcePosition, log: DiagnosticLog, limits: Limits
  ) throws(ConversionError) -> Result<CanonicalJSON.Line, Fault> {
    var found: [Diagnostic] = []
    let inner = DiagnosticLog(input: log.input, errorLimit: .max) { found.append($0) }
    let content: CanonicalJSON.Line?
    do throws(ConversionError) {
      content = try CanonicalJSON.read(bytes, at: position, log: inner, limits: limits)
    } catch .malformed(let diagnostic) {
      guard diagnostic.code == "schema.version-too-new" else { return .failure(Fault(reason: diagnostic.message)) }
      throw log.fatal(diagnostic.code, diagnostic.message, at: position)
    }
    guard let content else {
      return .failure(Fault(reason: found.first { $0.severity == .error }?.message ?? "it holds no record"))
    }
    for diagnostic in found {
      try log.report(diagnostic.severity, diagnostic.code, diagnostic.message, at: position)
    }
    return .success(content)
  }

  /// Tells that what an entry carries can't be used, so that the entry is read as one of others.
  ///
  /// - Parameter reason: Why, as the end of a sentence.
  package static func refuse(
    _ reason: String, at position: SourcePosition, _ log: DiagnosticLog
  ) throws(ConversionError) {
    try log.report(
      .warning, .carryUnusable,
      "the carried record can't be used: \(reason); what is visible is read instead", at: position)
  }
}
