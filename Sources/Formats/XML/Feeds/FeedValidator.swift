package import DatelineCore
package import DatelineValidation

/// Checks a feed in XML: RSS 0.9x, 1.0 and 2.0, Atom 1.0 and their extensions, in one pass and constant memory.
package enum FeedValidator {
  /// Which kind of feed a caller expects.
  package enum Kind: String { case rss, atom }

  /// Reads all of `source`.
  ///
  /// - Parameters:
  ///   - unread: What has been taken from it already.
  ///   - outer: What the document was in where it has been made UTF-8 before.
  ///   - stated: What the caller says that it is; nil where any feed will do.
  ///   - log: Takes what is found. A document that cannot be read on is a finding too.
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  package static func check(
    _ source: any ByteSource, unread: [UInt8] = [], decodedFrom outer: UnicodeEncoding? = nil, stated: Kind? = nil,
    log: FindingLog
  ) throws(ConversionError) {
    var limits = XMLLimits()
    limits.history = 128 << 10
    limits.warnings = 100_000
    var notes: [Diagnostic] = []
    let diagnostics = DiagnosticLog(input: log.result.file, errorLimit: .max) { notes.append($0) }
    let parser = try XMLPushParser(source, unread: unread, encoding: outer, log: diagnostics, limits: limits)
    var state = FeedState(log: log, parser: parser)
    state.stated = stated
    let budget = TimeBudget(seconds: log.options.secondsLimit)
    do throws(ConversionError) {
      var isMore = true
      while isMore {
        isMore = try parser.read()
        state.tape = parser.tape
        state.take()
        state.tape = XMLTape()
        try parser.reportFindings()
        parser.drop(.max)
        for note in notes { state.take(note) }
        notes.removeAll(keepingCapacity: true)
        if isMore, budget.isSpent(on: parser.readCount) {
          throw diagnostics.fatal(.xmlLimit, budget.message, at: parser.position(at: parser.readCount))
        }
      }
    } catch .malformed(let diagnostic) {
      state.take(diagnostic)
    }
    state.checkEncoding(decodedFrom: outer)
  }
}
